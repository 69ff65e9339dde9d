//! A small ? that opens an explanation, and a word with a dotted line that does the same.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    Color32, CursorIcon, Painter, Pos2, Response, Sense, Shape, Stroke, Ui, Widget, WidgetInfo,
    pos2, vec2,
};

use super::{focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// The radius of the ring round the ?.
const RADIUS: f32 = 8.0;
/// Between the dots of a line.
const DOTS: f32 = 3.0;

/// Something that says, when it is pressed, what is meant.
#[must_use = "it is not shown until it is added to a `Ui`"]
pub struct WhatIs<'a> {
    asks: Cow<'a, str>,
    word: Option<Cow<'a, str>>,
    size: Option<f32>,
    is_strong: bool,
}

impl<'a> WhatIs<'a> {
    /// A ? in a ring; `asks` is its accessible name: "What is a base?".
    pub fn mark(asks: impl Into<Cow<'a, str>>) -> Self {
        Self {
            asks: asks.into(),
            word: None,
            size: None,
            is_strong: false,
        }
    }

    /// A word over a dotted line.
    pub fn word(word: impl Into<Cow<'a, str>>, asks: impl Into<Cow<'a, str>>) -> Self {
        Self {
            word: Some(word.into()),
            ..Self::mark(asks)
        }
    }

    /// The word in semibold, as the heading of a column.
    pub fn strong(mut self) -> Self {
        self.is_strong = true;
        self
    }

    /// Another size of the word, in points.
    pub fn size(mut self, points: f32) -> Self {
        self.size = Some(points);
        self
    }
}

impl Widget for WhatIs<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let target = tokens.size.target;
        let size = self.size.unwrap_or(tokens.text.body);
        let galley = self.word.as_ref().map(|word| {
            let weight = if self.is_strong {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            let font = font(weight, size);
            text::elided(ui, word, font, Color32::PLACEHOLDER, ui.max_rect().width())
        });
        let width = galley.as_ref().map_or(target, |galley| galley.size().x);
        let desired = vec2(width.max(target), target);
        let (rect, response) = ui.allocate_exact_size(desired, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &*self.asks));
        if ui.is_rect_visible(rect) {
            let ink = if response.hovered() {
                tokens.colours.accent_ink
            } else {
                tokens.colours.ink_secondary
            };
            let painter = ui.painter();
            if let Some(galley) = galley {
                let width = galley.size().x;
                let at = pos2(rect.left(), text::top(rect, &galley));
                let below = at.y + galley.size().y - 2.0;
                painter.galley(at, galley, ink);
                dotted(painter, pos2(at.x, below), width, ink);
            } else {
                painter.circle_stroke(rect.center(), RADIUS, Stroke::new(1.0, ink));
                let font = font(Weight::SemiBold, tokens.text.fine);
                let sign = text::line(ui, "?", font, ink);
                let left = rect.center().x - sign.size().x / 2.0;
                text::paint_from(painter, pos2(left, rect.center().y), sign);
            }
            focus::ring(ui, &response, rect, tokens.radius.small);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// A line of dots: what stands over it explains itself.
pub(super) fn dotted(painter: &Painter, from: Pos2, width: f32, colour: Color32) {
    let line = [from, pos2(from.x + width, from.y)];
    painter.extend(Shape::dotted_line(&line, colour, DOTS, 0.6));
}
