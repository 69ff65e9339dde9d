//! A key in grey on the left, its value in bold on the right, and a thin rule under both.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    Color32, CursorIcon, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2,
};

use super::what_is::dotted;
use super::{Icon, Tone, focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const HEIGHT: f32 = 29.0;
const GAP: f32 = 12.0;

/// One fact of a list of facts.
#[must_use = "a row is not shown until it is added to a `Ui`"]
pub struct KeyValueRow<'a> {
    key: Cow<'a, str>,
    value: Cow<'a, str>,
    mark: Option<Icon>,
    tone: Option<Tone>,
    significant: bool,
    after: Option<(Option<Icon>, Cow<'a, str>)>,
    ruled: bool,
    linked: bool,
    asks: Option<Cow<'a, str>>,
}

/// What became of a row.
pub struct KeyValueResponse {
    /// The row.
    pub row: Response,
    /// Its key, where that can be asked what it means.
    pub key: Option<Response>,
}

impl<'a> KeyValueRow<'a> {
    /// A key and its value.
    pub fn new(key: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
            mark: None,
            tone: None,
            significant: false,
            after: None,
            ruled: true,
            linked: false,
            asks: None,
        }
    }

    /// Lets the key be pressed to be told what it means; `asks` is what that is called: "What is a base?".
    pub fn asks(mut self, asks: impl Into<Cow<'a, str>>) -> Self {
        self.asks = Some(asks.into());
        self
    }

    /// What stands at the left.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Colours the value and puts a shape before it: ▼ 14.6 pp.
    pub fn change(mut self, mark: Option<Icon>, tone: Tone) -> Self {
        self.mark = mark;
        self.tone = Some(tone);
        self
    }

    /// Puts ✱ after the value: statistically significant.
    pub fn significant(mut self, significant: bool) -> Self {
        self.significant = significant;
        self
    }

    /// A smaller second value after the first: 46.4% ▼14.6.
    pub fn after(mut self, mark: Option<Icon>, text: impl Into<Cow<'a, str>>) -> Self {
        self.after = Some((mark, text.into()));
        self
    }

    /// Leaves the rule out, under the last row of a card.
    pub fn unruled(mut self) -> Self {
        self.ruled = false;
        self
    }

    /// Makes the value a link: the row can be clicked.
    pub fn linked(mut self) -> Self {
        self.linked = true;
        self
    }

    fn spoken(&self) -> String {
        let word = self.mark.map_or("", Icon::word);
        let space = if word.is_empty() { "" } else { " " };
        format!("{}: {word}{space}{}", self.key, self.value)
    }
}

impl Widget for KeyValueRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        self.show(ui).row
    }
}

impl KeyValueRow<'_> {
    /// Shows the row; its key is told apart from it.
    pub fn show(self, ui: &mut Ui) -> KeyValueResponse {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let width = ui.available_width();
        let (sense, role) = if self.linked {
            (Sense::click(), Role::Link)
        } else {
            (Sense::hover(), Role::Label)
        };
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, HEIGHT), sense);
        response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), self.spoken()));
        if !ui.is_rect_visible(rect) {
            let key = self.key_ui(ui, &response, rect, 0.0);
            return KeyValueResponse { row: response, key };
        }
        let ink = match self.tone {
            Some(tone) => tone.ink(colours),
            None if self.linked && response.hovered() => colours.accent_ink,
            None if self.linked => colours.link,
            None => colours.ink,
        };
        let painter = ui.painter();
        let middle = rect.center().y - 0.5;
        let mut right = rect.right();

        if let Some((mark, after)) = &self.after {
            let colour = colours.ink_secondary;
            let small = font(Weight::SemiBold, tokens.text.fine);
            let galley = text::line(ui, after, small, colour);
            right -= galley.size().x;
            text::paint_from(painter, pos2(right, middle), galley);
            if let Some(mark) = mark {
                right -= 11.0;
                mark.paint_at(painter, pos2(right + 5.0, middle), 9.0, colour);
            }
            right -= 5.0;
        }
        if self.significant {
            right -= 10.0;
            Icon::Asterisk.paint_at(painter, pos2(right + 4.0, middle), 10.0, ink);
            right -= 5.0;
        }
        let mark_width = self.mark.map_or(0.0, |_| 17.0);
        let value = {
            // The value matters more: it may take all but a quarter of the row.
            let room = (right - rect.left()) - 0.25 * width - mark_width;
            let bold = font(Weight::Bold, tokens.text.body);
            text::elided(ui, &self.value, bold, ink, room)
        };
        let value_elided = value.elided;
        let value_size = value.size();
        right -= value_size.x;
        text::paint_from(painter, pos2(right, middle), value);
        if self.linked {
            let y = (middle + value_size.y / 2.0).round() - 1.5;
            painter.hline(right..=right + value_size.x, y, Stroke::new(1.0, ink));
            focus::inner_ring(ui, &response, rect, 2.0);
            response = response.on_hover_cursor(CursorIcon::PointingHand);
        }
        if let Some(mark) = self.mark {
            right -= mark_width;
            mark.paint_at(painter, pos2(right + 6.0, middle), 12.0, ink);
        }
        let key = text::elided(
            ui,
            &self.key,
            font(Weight::Regular, tokens.text.body),
            colours.ink_secondary,
            right - rect.left() - GAP,
        );
        let key_elided = key.elided;
        let key_size = key.size();
        let key_at = pos2(rect.left(), middle - key_size.y / 2.0);
        painter.galley(key_at, key, Color32::PLACEHOLDER);
        let asked = self.key_ui(ui, &response, rect, key_size.x);
        if asked.is_some() {
            let below = pos2(key_at.x, (key_at.y + key_size.y).round() - 2.5);
            dotted(ui.painter(), below, key_size.x, colours.ink_secondary);
        }
        let painter = ui.painter();
        if self.ruled {
            let y = rect.bottom() - 0.5;
            painter.hline(rect.x_range(), y, Stroke::new(1.0, colours.rule_soft));
        }
        if key_elided || value_elided {
            response = response.on_hover_text(format!("{}: {}", self.key, self.value));
        }
        KeyValueResponse {
            row: response,
            key: asked,
        }
    }

    /// The place of the key, where it can be pressed.
    fn key_ui(&self, ui: &Ui, row: &Response, rect: Rect, width: f32) -> Option<Response> {
        let asks = self.asks.as_ref()?;
        let tokens = tokens(ui);
        let place = rect.with_max_x(rect.left() + width.max(tokens.size.target));
        let key = ui.interact(place, row.id.with("key"), Sense::click());
        key.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &**asks));
        focus::inner_ring(ui, &key, place, tokens.radius.small);
        Some(key.on_hover_cursor(CursorIcon::PointingHand))
    }
}
