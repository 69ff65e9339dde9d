//! Somebody else saved the project since it was opened: what they changed, what was changed here, and what to do.

use egui::{Context, Id, RichText, Ui};

use super::differences::differences_ui;
use crate::base::typeface::Weight;
use crate::project::differences::Differences;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, at_right, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 620.0;
/// The title, the words and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 300.0;

/// What the dialog says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedReview {
    /// The name of the file.
    pub file: String,
    /// When it was saved by somebody else: "today, 14:20".
    pub when: String,
    /// What they changed since it was opened here; why that cannot be told, where their file cannot be read.
    pub theirs: Result<Differences, String>,
    /// What was changed here since.
    pub ours: Differences,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedAnswer {
    /// Save what is open here under another name.
    SaveCopy,
    /// Save it in the place of theirs, which becomes a version.
    Overwrite,
    /// Open theirs; what is open here becomes a version.
    OpenTheirs,
    /// Nothing now.
    Cancel,
}

/// Draws the dialog; what is to be done, once that is known.
pub fn changed_ui(ctx: &Context, review: &ChangedReview) -> Option<ChangedAnswer> {
    let title = say::changed_title(&review.file);
    let id = Id::unique("changed by somebody else");
    let (answer, should_close) = modal(ctx, id, &title, WIDTH, |ui| {
        modal_title(ui, &title);
        let secondary = tokens(ui).colours.ink_secondary;
        let words = say::changed_about(&review.when);
        ui.label(RichText::new(words).color(secondary));
        ui.add_space(tokens(ui).space.small);
        modal_fields(ui, AROUND, |ui| {
            heading_ui(ui, say::changed_theirs());
            match &review.theirs {
                Ok(theirs) => differences_ui(ui, theirs, say::changed_nothing_told()),
                Err(why) => {
                    ui.label(why);
                }
            }
            ui.add_space(tokens(ui).space.medium);
            heading_ui(ui, say::changed_ours());
            differences_ui(ui, &review.ours, say::changed_nothing());
        });
        buttons_ui(ui, review)
    });
    answer.or(should_close.then_some(ChangedAnswer::Cancel))
}

fn heading_ui(ui: &mut Ui, words: &str) {
    let bold = font(Weight::SemiBold, tokens(ui).text.body);
    ui.label(RichText::new(words).font(bold));
}

fn buttons_ui(ui: &mut Ui, review: &ChangedReview) -> Option<ChangedAnswer> {
    let mut answer = None;
    let can_open = review.theirs.is_ok();
    ui.add_space(tokens(ui).space.medium);
    at_right(ui, "buttons", |ui| {
        for (words, means) in [
            (say::cancel(), ChangedAnswer::Cancel),
            (say::changed_open(), ChangedAnswer::OpenTheirs),
            (say::changed_overwrite(), ChangedAnswer::Overwrite),
        ] {
            let is_shown = can_open || means != ChangedAnswer::OpenTheirs;
            if is_shown && ui.add(Button::secondary(words)).clicked() {
                answer = Some(means);
            }
        }
        let first = ui.add(Button::primary(say::changed_save_copy()));
        if first.clicked() {
            answer = Some(ChangedAnswer::SaveCopy);
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            first.request_focus();
        }
    });
    answer
}
