//! The dialog in which a project is locked with a passphrase.

use egui::{Context, Id, Key, Label, RichText};

use super::{Ended, room};
use crate::project::Passphrase;
use crate::project::lock::{LEAST_CHARACTERS, LOST_WORDS, advice};
use crate::ui::kit::{Button, TextField, at_right, forget_typed, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 480.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 200.0;

/// A passphrase while it is typed, twice.
pub struct LockDraft {
    first: String,
    second: String,
    has_begun: bool,
}

impl Default for LockDraft {
    fn default() -> Self {
        Self {
            first: room(),
            second: room(),
            has_begun: false,
        }
    }
}

impl LockDraft {
    /// What is still missing.
    fn missing(&self) -> Option<&'static str> {
        if self.first.chars().count() < LEAST_CHARACTERS {
            return Some(say::lock_too_short());
        }
        (self.first != self.second).then_some(say::lock_not_the_same())
    }
}

/// Draws the dialog while it is open; how it ended, once it has.
pub fn lock_dialog_ui(ctx: &Context, draft: &mut LockDraft) -> Option<Ended<Passphrase>> {
    let ids = [Id::unique("new passphrase"), Id::unique("same passphrase")];
    let id = Id::unique("lock dialog");
    let (ended, should_close) = modal(ctx, id, say::lock_title(), WIDTH, |ui| {
        let secondary = tokens(ui).colours.ink_secondary;
        modal_title(ui, say::lock_title());
        modal_fields(ui, AROUND, |ui| {
            let words = say::lock_about();
            ui.add(Label::new(RichText::new(words).color(secondary)).wrap());
            let [first, second] = ids;
            let response = TextField::new(first, say::passphrase())
                .secret()
                .ui(ui, &mut draft.first);
            if !draft.has_begun {
                draft.has_begun = true;
                response.request_focus();
            }
            let said = advice(&draft.first).unwrap_or(say::lock_good());
            ui.label(RichText::new(said).color(secondary));
            TextField::new(second, say::lock_again())
                .secret()
                .ui(ui, &mut draft.second);
            ui.add(Label::new(LOST_WORDS).wrap());
        });
        let missing = draft.missing();
        if let Some(missing) = missing {
            ui.label(RichText::new(missing).color(secondary));
        }
        ui.add_space(tokens(ui).space.medium);
        let mut ended = None;
        at_right(ui, "buttons", |ui| {
            if ui.add(Button::secondary(say::cancel())).clicked() {
                ended = Some(Ended::Cancelled);
            }
            let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
            let lock = ui.add_enabled(missing.is_none(), Button::primary(say::lock_and_save()));
            if missing.is_none() && (lock.clicked() || is_entered) {
                let typed = std::mem::take(&mut draft.first);
                ended = Some(Ended::Done(Passphrase::new(typed)));
            }
        });
        ended
    });
    let ended = ended.or(should_close.then_some(Ended::Cancelled));
    if ended.is_some() {
        // Both lines are wiped with the passphrases that take them.
        drop(Passphrase::new(std::mem::take(&mut draft.first)));
        drop(Passphrase::new(std::mem::take(&mut draft.second)));
        for id in ids {
            forget_typed(ctx, id);
        }
    }
    ended
}
