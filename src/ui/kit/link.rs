//! Underlined words that lead somewhere; wraps with the text around it.

use egui::accesskit::Role;
use egui::{
    CursorIcon, Label, Rect, Response, RichText, Sense, Stroke, Ui, Vec2, Widget, WidgetInfo,
};

use super::focus;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// A link inside the program: to a cell, a slide, an answer.
#[must_use = "a link is not shown until it is added to a `Ui`"]
pub struct Link<'a> {
    text: &'a str,
    strong: bool,
    size: Option<f32>,
}

impl<'a> Link<'a> {
    /// A link with its words.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            strong: false,
            size: None,
        }
    }

    /// In semibold, where it stands for a value.
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Another size of text, in points.
    pub fn size(mut self, points: f32) -> Self {
        self.size = Some(points);
        self
    }
}

impl Widget for Link<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let weight = if self.strong {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let size = self.size.unwrap_or(tokens.text.body);
        let label = Label::new(RichText::new(self.text).font(font(weight, size)))
            .sense(Sense::hover())
            .selectable(false);
        // One link, in however many rows its words stand; and large enough to be hit.
        let (at, galley, laid_out) = label.layout_in_ui(ui);
        let size = laid_out.rect.size();
        let target = Rect::from_center_size(
            laid_out.rect.center(),
            size.max(Vec2::splat(tokens.size.target)),
        );
        let response = ui.interact(target, laid_out.id.with("link"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.text));
        if ui.is_rect_visible(response.rect) {
            let colour = if response.hovered() {
                tokens.colours.accent_ink
            } else {
                tokens.colours.link
            };
            for row in &galley.rows {
                let letters = || row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
                if let (Some(first), Some(last)) = (letters().next(), letters().next_back()) {
                    let x = at.x + row.pos.x + first.pos.x..=at.x + row.pos.x + last.max_x();
                    let y = (at.y + row.pos.y + first.pos.y + 2.0).round() + 0.5;
                    ui.painter().hline(x, y, Stroke::new(1.0, colour));
                }
                let rect = row.rect_without_leading_space();
                focus::ring(ui, &response, rect.translate(at.to_vec2()), 2.0);
            }
            ui.painter()
                .galley_with_override_text_color(at, galley, colour);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
