//! The sentence over the chart: whole, or folded behind a button in a window so low, as one at 300%, that little of the
//! chart would be seen under it.

use egui::{Id, Ui};

use crate::ui::kit::{Button, Card};
use crate::words::say;

/// A window is so low below this height.
const LOW: f32 = 420.0;

/// Draws the sentence on its card, unless it is folded.
pub(super) fn folded_question_ui(ui: &mut Ui, sentence: impl FnOnce(&mut Ui)) {
    if ui.ctx().content_rect().height() >= LOW {
        Card::new().show(ui, sentence);
        return;
    }
    let id = Id::unique("question unfolded");
    let is_open = ui.data(|data| data.get_temp(id)) == Some(true);
    let words = if is_open {
        say::question_hide()
    } else {
        say::question_change()
    };
    // Before the card, so that it keeps the keyboard when that comes and goes.
    let button = ui.add(Button::secondary(words).small());
    ui.ctx()
        .accesskit_node_builder(button.id, |node| node.set_expanded(is_open));
    if button.clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
    }
    if is_open {
        Card::new().show(ui, sentence);
    }
}
