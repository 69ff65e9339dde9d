//! The dialog that asks for the passphrase of a locked project.

use std::path::{Path, PathBuf};

use egui::{Context, Id, Key, Label, RichText};

use super::{Ended, room};
use crate::base::text::file_name;
use crate::project::Passphrase;
use crate::ui::kit::{Button, TextField, at_right, forget_typed, modal, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 440.0;

/// A locked project whose passphrase is asked for.
pub struct UnlockDraft {
    path: PathBuf,
    typed: String,
    /// Why the last passphrase did not do.
    problem: Option<String>,
    has_begun: bool,
}

impl UnlockDraft {
    /// Asks for the passphrase of a project, with what was wrong with the last one.
    pub fn new(path: PathBuf, problem: Option<String>) -> Self {
        Self {
            path,
            typed: room(),
            problem,
            has_begun: false,
        }
    }

    /// The project.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Draws the dialog while it is open; how it ended, once it has.
pub fn unlock_dialog_ui(ctx: &Context, draft: &mut UnlockDraft) -> Option<Ended<Passphrase>> {
    let title = say::unlock_title(file_name(&draft.path));
    let field = Id::unique("passphrase");
    let id = Id::unique("unlock dialog");
    let (ended, should_close) = modal(ctx, id, &title, WIDTH, |ui| {
        let (colours, space) = (&tokens(ui).colours, tokens(ui).space.medium);
        let (secondary, bad) = (colours.ink_secondary, colours.bad);
        modal_title(ui, &title);
        ui.add_space(2.0);
        let words = say::unlock_about();
        ui.add(Label::new(RichText::new(words).color(secondary)).wrap());
        ui.add_space(space);
        let response = TextField::new(field, say::passphrase())
            .secret()
            .ui(ui, &mut draft.typed);
        if !draft.has_begun {
            draft.has_begun = true;
            response.request_focus();
        }
        if let Some(problem) = &draft.problem {
            ui.add(Label::new(RichText::new(problem).color(bad)).wrap());
        }
        ui.add_space(space);
        let mut ended = None;
        at_right(ui, "buttons", |ui| {
            if ui.add(Button::secondary(say::cancel())).clicked() {
                ended = Some(Ended::Cancelled);
            }
            let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
            let open = ui.add_enabled(!draft.typed.is_empty(), Button::primary(say::unlock_open()));
            if !draft.typed.is_empty() && (open.clicked() || is_entered) {
                let typed = std::mem::take(&mut draft.typed);
                ended = Some(Ended::Done(Passphrase::new(typed)));
            }
        });
        ended
    });
    let ended = ended.or(should_close.then_some(Ended::Cancelled));
    if ended.is_some() {
        drop(Passphrase::new(std::mem::take(&mut draft.typed)));
        forget_typed(ctx, field);
    }
    ended
}
