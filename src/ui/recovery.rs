//! Asks about work of an earlier run that was not saved: whose it is, when it was kept, what its file does not have.

use std::path::Path;

use egui::{Context, Id, Label, RichText, Ui};

use super::fonts::font;
use super::kit::{Button, modal, modal_fields, modal_title, row_with_ends};
use super::saving::differences_ui;
use super::tokens::tokens;
use crate::base::typeface::Weight;
use crate::project::Differences;
use crate::words::say;

const WIDTH: f32 = 560.0;
/// The title, the words above the list and the buttons, and what keeps the dialog from the window's edges.
const AROUND: f32 = 400.0;

/// How the file of recovered work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileState {
    /// As it was when the project was opened or saved last.
    AsItWas,
    /// It was saved since, by this person or another.
    ChangedSince,
    /// It is there no more.
    Gone,
    /// It cannot be read.
    Unreadable,
    /// The project never had one.
    NeverSaved,
}

/// Unsaved work of an earlier run.
#[derive(Clone, Debug)]
pub struct RecoveryOffer<'a> {
    /// The project's name.
    pub name: &'a str,
    /// When the work was kept, for reading: "today, 09:12".
    pub kept: String,
    /// The project's file.
    pub path: Option<&'a Path>,
    /// How that stands.
    pub file: FileState,
    /// What the work has that the file has not.
    pub differences: &'a Differences,
    /// How many more wait.
    pub further: usize,
}

/// What is to become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// Open it, with unsaved changes.
    Recover,
    /// Delete it.
    Discard,
    /// Ask again at the next start.
    Later,
}

impl FileState {
    /// What has to be known of the file before its project is recovered; `None` where nothing has.
    fn words(self) -> Option<&'static str> {
        match self {
            Self::AsItWas => None,
            Self::ChangedSince => Some(say::recovery_changed()),
            Self::Gone => Some(say::recovery_gone()),
            Self::Unreadable => Some(say::recovery_unreadable()),
            Self::NeverSaved => Some(say::recovery_never_saved()),
        }
    }
}

/// Shows the dialog; the answer, once it is given. Esc is "Later".
pub fn recovery_ui(ctx: &Context, offer: &RecoveryOffer<'_>) -> Option<RecoveryAnswer> {
    let title = say::recovery_title(offer.name);
    let id = Id::unique(("recovery", offer.name));
    let (answer, should_close) = modal(ctx, id, &title, WIDTH, |ui| {
        modal_title(ui, &title);
        contents_ui(ui, offer);
        buttons_ui(ui, offer)
    });
    answer.or(should_close.then_some(RecoveryAnswer::Later))
}

fn contents_ui(ui: &mut Ui, offer: &RecoveryOffer<'_>) {
    let (secondary, small) = (tokens(ui).colours.ink_secondary, tokens(ui).space.small);
    let said = |ui: &mut Ui, words: &str| {
        ui.add(Label::new(RichText::new(words).color(secondary)).wrap());
    };
    let about = if offer.kept.is_empty() {
        say::recovery_about().to_owned()
    } else {
        say::recovery_about_kept(&offer.kept)
    };
    said(ui, &about);
    if let Some(path) = offer.path {
        said(ui, &path.display().to_string());
    }
    if let Some(words) = offer.file.words() {
        ui.add_space(small);
        ui.add(Label::new(words).wrap());
    }
    ui.add_space(small);
    let heading = if offer.path.is_some() {
        say::recovery_differences()
    } else {
        say::recovery_contents()
    };
    let bold = font(Weight::SemiBold, tokens(ui).text.body);
    ui.label(RichText::new(heading).font(bold));
    modal_fields(ui, AROUND, |ui| {
        differences_ui(ui, offer.differences, say::changed_nothing_told());
    });
    ui.add_space(small);
}

fn buttons_ui(ui: &mut Ui, offer: &RecoveryOffer<'_>) -> Option<RecoveryAnswer> {
    let secondary = tokens(ui).colours.ink_secondary;
    let mut answer = None;
    let further = match offer.further {
        0 => String::new(),
        further => say::recovery_further(further),
    };
    let start = |ui: &mut Ui| {
        if !further.is_empty() {
            ui.label(RichText::new(further).color(secondary));
        }
    };
    row_with_ends(ui, "buttons", start, |ui| {
        let mut is_focused = false;
        for (words, tooltip, means) in [
            (
                say::recovery_discard(),
                say::recovery_discard_does(),
                RecoveryAnswer::Discard,
            ),
            (
                say::recovery_later(),
                say::recovery_later_does(),
                RecoveryAnswer::Later,
            ),
        ] {
            let button = ui.add(Button::secondary(words)).on_hover_text(tooltip);
            is_focused |= button.has_focus();
            if button.clicked() {
                answer = Some(means);
            }
        }
        let recover = ui.add(Button::primary(say::recovery_recover()));
        is_focused |= recover.has_focus();
        if recover.clicked() {
            answer = Some(RecoveryAnswer::Recover);
        }
        if !is_focused && answer.is_none() {
            recover.request_focus();
        }
    });
    answer
}
