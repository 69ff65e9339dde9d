//! A small grey heading in capitals over a group of rows.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::text;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// The heading of a group. Written in sentence case; the capitals are made here.
#[must_use = "a heading is not shown until it is added to a `Ui`"]
pub struct SectionHeading<'a> {
    text: Cow<'a, str>,
    inset: f32,
}

impl<'a> SectionHeading<'a> {
    /// How high a heading is over rows that fill their panel, in points.
    pub const INSET_HEIGHT: f32 = 30.0;

    /// A heading at the left edge of the layout.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            inset: 0.0,
        }
    }

    /// Starts `points` from the left, over rows that fill their panel from edge to edge.
    pub fn inset(mut self, points: f32) -> Self {
        self.inset = points;
        self
    }
}

impl Widget for SectionHeading<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let format = TextFormat::simple(
            font(Weight::SemiBold, tokens.text.fine),
            tokens.colours.ink_secondary,
        );
        let width = ui.available_width();
        // Rows that fill their panel bring distance of their own.
        let (height, middle) = if self.inset > 0.0 {
            (Self::INSET_HEIGHT, 18.0)
        } else {
            (36.0, 22.0)
        };
        let room = width - 2.0 * self.inset;
        let galley = text::rows(ui, &self.text.to_uppercase(), format, room, 1);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, ui.is_enabled(), &self.text));
        if ui.is_rect_visible(rect) {
            let at = pos2(rect.left() + self.inset, rect.top() + middle);
            text::paint_from(ui.painter(), at, galley);
        }
        response
    }
}
