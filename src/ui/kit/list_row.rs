//! A row with a name and, at its right, a badge or a word in grey: sources, sheets, stories, recent files.

use std::borrow::Cow;

use egui::text::TextFormat;
use egui::{CursorIcon, Response, Sense, Stroke, Ui, Widget, pos2, vec2};

use super::{Badge, focus, list_option, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const PADDING: f32 = 7.0;
const GAP: f32 = 12.0;

/// A row that can be clicked and, in a list, selected.
#[must_use = "a row is not shown until it is added to a `Ui`"]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent switches, each set by its own method"
)]
pub struct ListRow<'a> {
    name: Cow<'a, str>,
    badge: Option<Badge<'a>>,
    trailing: Option<Cow<'a, str>>,
    selected: bool,
    muted: bool,
    ruled: bool,
    inset: f32,
    /// Room for a menu between the badge and the right edge.
    menu_room: f32,
    one_line: bool,
    is_tab_stop: bool,
}

impl<'a> ListRow<'a> {
    /// A row that fills its panel from edge to edge, its text set in from the left.
    pub fn new(name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            badge: None,
            trailing: None,
            selected: false,
            muted: false,
            ruled: false,
            inset: 16.0,
            menu_room: 0.0,
            one_line: false,
            is_tab_stop: true,
        }
    }

    /// How high a row of one line is, in points.
    pub const LINE_HEIGHT: f32 = 34.0;

    /// Always on one line and of the same height, for long lists.
    pub fn one_line(mut self) -> Self {
        self.one_line = true;
        self
    }

    /// Set in by so many points from the left, as what belongs to the row before.
    pub fn indented(mut self, points: f32) -> Self {
        self.inset += points;
        self
    }

    /// Whether Tab comes here; in a list that is walked with the arrows it comes to one row alone.
    pub fn tab_stop(mut self, is_tab_stop: bool) -> Self {
        self.is_tab_stop = is_tab_stop;
        self
    }

    /// A badge at the right.
    pub fn badge(mut self, badge: Badge<'a>) -> Self {
        self.badge = Some(badge);
        self
    }

    /// Words in grey at the right.
    pub fn trailing(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.trailing = Some(words.into());
        self
    }

    /// Whether this row is the one on show.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// In grey: nothing to do here, yet not hidden.
    pub fn muted(mut self) -> Self {
        self.muted = true;
        self
    }

    /// Leaves this much room for a menu at the right edge.
    pub fn menu_room(mut self, points: f32) -> Self {
        self.menu_room = points;
        self
    }

    /// With a rule below and its text at the left edge, for lists on the page itself.
    pub fn ruled(mut self) -> Self {
        self.ruled = true;
        self.inset = 0.0;
        self
    }

    fn description(&self) -> Option<String> {
        let badge = self.badge.as_ref().map(|badge| badge.text().to_owned());
        badge.or_else(|| self.trailing.as_ref().map(ToString::to_string))
    }
}

impl Widget for ListRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let width = ui.available_width();
        let trailing = self.trailing.as_ref().map(|words| {
            let size = if self.ruled {
                tokens.text.body
            } else {
                tokens.text.fine
            };
            let font = font(Weight::Regular, size);
            text::line(ui, words, font, colours.ink_secondary)
        });
        let badge_size = self.badge.as_ref().map(|badge| badge.size(ui));
        let both = if badge_size.is_some() && trailing.is_some() {
            GAP
        } else {
            0.0
        };
        let right_width = both
            + badge_size.map_or(0.0, |size| size.x)
            + trailing.as_ref().map_or(0.0, |galley| galley.size().x);
        let (weight, ink) = if self.muted {
            (Weight::Regular, colours.ink_secondary)
        } else {
            (Weight::Medium, colours.ink)
        };
        let gap = if right_width > 0.0 { GAP } else { 0.0 };
        let room = width - self.inset - self.inset.min(16.0) - self.menu_room - right_width - gap;
        let format = TextFormat::simple(font(weight, tokens.text.body), ink);
        let rows = if self.ruled || self.one_line { 1 } else { 2 };
        let name = text::rows(ui, &self.name, format, room, rows);
        let padding = if self.ruled { 11.5 } else { PADDING };
        let height = if self.one_line {
            Self::LINE_HEIGHT
        } else {
            name.size().y + 2.0 * padding
        };
        let sense = if self.is_tab_stop {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        list_option::announce(ui, &response, &self.name, self.selected, self.description());
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter();
        list_option::paint_ground(ui, rect, self.selected, response.hovered());
        let middle = rect.center().y;
        let elided = name.elided;
        text::paint_from(painter, pos2(rect.left() + self.inset, middle), name);
        let mut right = rect.right() - self.inset.min(16.0) - self.menu_room;
        if let Some(trailing) = trailing {
            right -= trailing.size().x;
            text::paint_from(painter, pos2(right, middle), trailing);
            right -= both;
        }
        if let (Some(badge), Some(size)) = (&self.badge, badge_size) {
            badge.paint(ui, pos2(right - size.x, middle - size.y / 2.0));
        }
        if self.ruled {
            let y = rect.bottom() - 0.5;
            painter.hline(rect.x_range(), y, Stroke::new(1.0, colours.rule_soft));
        }
        focus::inner_ring(ui, &response, rect, 0.0);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if elided {
            response.on_hover_text(self.name)
        } else {
            response
        }
    }
}
