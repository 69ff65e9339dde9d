//! The ring round whatever has the keyboard, while the keyboard is what is used.

use egui::{Context, CornerRadius, Event, Id, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::tokens::tokens;

/// Notes, once a frame, whether the user works with the keyboard or with the pointer.
pub fn note_input(ctx: &Context) {
    let by_keyboard = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => Some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    if let Some(by_keyboard) = by_keyboard {
        ctx.data_mut(|data| data.insert_temp(id(), by_keyboard));
    }
}

/// Whether rings are drawn: after a click the eye is where the pointer is.
fn is_visible(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(id())).unwrap_or(true)
}

fn id() -> Id {
    Id::unique("works by keyboard")
}

/// Draws the ring just outside `rect` while the widget has the keyboard.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() && is_visible(ui) {
        paint(ui, rect.expand(1.0), radius + 1.0, StrokeKind::Outside);
    }
}

/// Draws the ring just inside `rect`, for rows that fill their panel from edge to edge.
pub fn inner_ring(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() && is_visible(ui) {
        paint(ui, rect.shrink(1.0), radius, StrokeKind::Inside);
    }
}

fn paint(ui: &Ui, rect: Rect, radius: f32, kind: StrokeKind) {
    let tokens = tokens(ui);
    let stroke = Stroke::new(tokens.size.focus_ring, tokens.colours.focus);
    ui.painter()
        .rect_stroke(rect, CornerRadius::from(radius), stroke, kind);
}
