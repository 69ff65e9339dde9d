//! A sentence whose words are menus: text and chips that wrap together.

use egui::{InnerResponse, TextStyle, Ui, vec2};

use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// Lays out labels and chips as one sentence in the larger text, wrapping between them.
pub fn sentence<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = tokens(ui);
    let lead = font(Weight::Regular, tokens.text.lead);
    ui.scope(|ui| {
        let style = ui.style_mut();
        style.text_styles.insert(TextStyle::Body, lead);
        style.spacing.item_spacing = vec2(5.0, tokens.space.small);
        style.spacing.interact_size.y = tokens.size.chip;
        ui.horizontal_wrapped(content).inner
    })
}
