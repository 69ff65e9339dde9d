//! What needs some height to be of use: where there is less, as in a window at 300%, it scrolls as a whole.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::focus_return;

/// Draws `content` into what is left of the layout, which has `least` points of height at the least.
pub fn tall<R>(ui: &mut Ui, least: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    if ui.available_height() >= least {
        return content(ui);
    }
    ScrollArea::vertical()
        .id_salt("what needs some height")
        .auto_shrink(false)
        .show(ui, |ui| {
            let size = vec2(ui.available_width(), least);
            let rect = Rect::from_min_size(ui.cursor().min, size);
            ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
                ui.set_min_height(least);
                let given = content(ui);
                focus_return::reveal_within(ui);
                given
            })
            .inner
        })
        .inner
}
