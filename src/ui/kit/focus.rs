//! The ring round whatever has the keyboard.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::tokens::tokens;

/// Draws the ring just outside `rect` while the widget has the keyboard.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        paint(ui, rect.expand(1.0), radius + 1.0, StrokeKind::Outside);
    }
}

/// Draws the ring just inside `rect`, for rows that fill their panel from edge to edge.
pub fn inner_ring(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        paint(ui, rect.shrink(1.0), radius, StrokeKind::Inside);
    }
}

fn paint(ui: &Ui, rect: Rect, radius: f32, kind: StrokeKind) {
    let tokens = tokens(ui);
    let stroke = Stroke::new(tokens.size.focus_ring, tokens.colours.focus);
    ui.painter()
        .rect_stroke(rect, CornerRadius::from(radius), stroke, kind);
}
