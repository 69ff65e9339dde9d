//! A sentence whose words are menus: text and chips that wrap together.

use egui::{InnerResponse, TextStyle, TextWrapMode, Ui, vec2};

use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// A sentence in less room than this is set smaller: it would fill half a small window otherwise.
const NARROW: f32 = 820.0;

/// The size of a sentence's words in the room that it has.
pub(super) fn text_size(ui: &Ui) -> f32 {
    let text = &tokens(ui).text;
    if ui.max_rect().width() < NARROW {
        text.body
    } else {
        text.lead
    }
}

/// Lays out labels and chips as one sentence in a larger text, wrapping between them.
pub fn sentence<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = tokens(ui);
    let lead = font(Weight::Regular, text_size(ui));
    ui.scope(|ui| {
        let style = ui.style_mut();
        style.text_styles.insert(TextStyle::Body, lead);
        style.spacing.item_spacing = vec2(4.5, tokens.space.small);
        style.spacing.interact_size.y = tokens.size.chip;
        // A word goes to the next row as a whole, and stands there in the middle of its row.
        style.wrap_mode = Some(TextWrapMode::Extend);
        ui.horizontal_wrapped(content).inner
    })
}
