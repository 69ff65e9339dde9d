//! A row of a ranking: a name, what is said of it in grey below, and at the right its value in bold with its
//! change.

use std::borrow::Cow;

use egui::text::TextFormat;
use egui::{CursorIcon, Response, Sense, Stroke, Ui, Widget, pos2, vec2};

use super::{Icon, focus, list_option, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const GAP: f32 = 10.0;
const PADDING: f32 = 6.0;

/// A row that can be clicked and selected.
#[must_use = "a row is not shown until it is added to a `Ui`"]
pub struct RankedRow<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    change: Option<(Option<Icon>, Cow<'a, str>)>,
    note: Option<Cow<'a, str>>,
    selected: bool,
    is_tab_stop: bool,
}

impl<'a> RankedRow<'a> {
    /// A name and its value.
    pub fn new(name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            change: None,
            note: None,
            selected: false,
            is_tab_stop: true,
        }
    }

    /// A smaller second value after the first, with a shape for its direction: 46.4% ▼14.6.
    pub fn change(mut self, mark: Option<Icon>, text: impl Into<Cow<'a, str>>) -> Self {
        self.change = Some((mark, text.into()));
        self
    }

    /// A line in grey below the name.
    pub fn note(mut self, note: impl Into<Cow<'a, str>>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Whether this row is the selected one.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Whether Tab comes here; in a list that is walked with the arrows it comes to one row alone.
    pub fn tab_stop(mut self, is_tab_stop: bool) -> Self {
        self.is_tab_stop = is_tab_stop;
        self
    }

    /// What is said of the row besides its name: "46.4%, down 14.6; lowest and falling".
    fn description(&self) -> String {
        let mut said = self.value.to_string();
        if let Some((mark, change)) = &self.change {
            let word = mark.map_or("", Icon::word);
            let space = if word.is_empty() { "" } else { " " };
            said = format!("{said}, {word}{space}{change}");
        }
        match &self.note {
            Some(note) => format!("{said}; {note}"),
            None => said,
        }
    }
}

impl Widget for RankedRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let width = ui.available_width();
        let value = text::line(
            ui,
            &self.value,
            font(Weight::Bold, tokens.text.body),
            colours.ink,
        );
        let small = font(Weight::SemiBold, tokens.text.fine);
        let change = self.change.as_ref().map(|(mark, words)| {
            let galley = text::line(ui, words, small.clone(), colours.ink_secondary);
            (*mark, galley)
        });
        let change_width = change.as_ref().map_or(0.0, |(mark, galley)| {
            5.0 + galley.size().x + mark.map_or(0.0, |_| 11.0)
        });
        let right_width = value.size().x + change_width;
        let name_format = TextFormat::simple(font(Weight::Regular, tokens.text.body), colours.ink);
        let name = text::rows(ui, &self.name, name_format, width - right_width - GAP, 1);
        let note = self.note.as_ref().map(|note| {
            let format = TextFormat::simple(
                font(Weight::Regular, tokens.text.fine),
                colours.ink_secondary,
            );
            text::rows(ui, note, format, width, 2)
        });
        let first = name.size().y.max(value.size().y);
        let note_height = note.as_ref().map_or(0.0, |note| note.size().y + 1.0);
        let height = (first + note_height + 2.0 * PADDING).max(tokens.size.target);
        let sense = if self.is_tab_stop {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        let described = Some(self.description());
        list_option::announce(ui, &response, &self.name, self.selected, described);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let ground = rect.expand2(vec2(6.0, 0.0));
        list_option::paint_ground(ui, ground, self.selected, response.hovered());
        let painter = ui.painter();
        let middle = rect.top() + PADDING + first / 2.0;
        let is_elided = name.elided || note.as_ref().is_some_and(|note| note.elided);
        text::paint_from(painter, pos2(rect.left(), middle), name);
        let mut right = rect.right();
        if let Some((mark, galley)) = change {
            right -= galley.size().x;
            text::paint_from(painter, pos2(right, middle), galley);
            if let Some(mark) = mark {
                right -= 11.0;
                let at = pos2(right + 5.0, middle);
                mark.paint_at(painter, at, 9.0, colours.ink_secondary);
            }
            right -= 5.0;
        }
        text::paint_from(painter, pos2(right - value.size().x, middle), value);
        if let Some(note) = note {
            let at = middle + first / 2.0 + 1.0 + note.size().y / 2.0;
            text::paint_from(painter, pos2(rect.left(), at), note);
        }
        let y = rect.bottom() - 0.5;
        painter.hline(rect.x_range(), y, Stroke::new(1.0, colours.rule_soft));
        focus::inner_ring(ui, &response, ground, 0.0);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if is_elided {
            let words = self.note.as_deref().unwrap_or("");
            response.on_hover_text(format!("{}\n{words}", self.name))
        } else {
            response
        }
    }
}
