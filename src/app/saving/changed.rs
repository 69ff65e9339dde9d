//! Changes by somebody else: noticed when the window is looked at again and before anything is overwritten.

use std::path::PathBuf;

use egui::{Context, Event};
use jiff::Zoned;

use super::message::Compared;
use super::{FileQuestion, moment, tasks};
use crate::app::message::FilePurpose;
use crate::app::program::{Asking, Program};
use crate::base::text::file_name;
use crate::project::saving::Fingerprint;
use crate::ui::action::Action;
use crate::ui::kit::{Toast, Tone};
use crate::ui::saving::{ChangedAnswer, ChangedReview, changed_ui};
use crate::words::say;

/// How long it is said that somebody else saved the project, in seconds.
const LONG_NOTE: f64 = 30.0;

impl Program {
    /// Looks at the file when the window gets the focus.
    pub(in crate::app) fn look_when_focused(&mut self, ctx: &Context) {
        let is_focused = ctx.input(|input| {
            let mut events = input.events.iter();
            events.any(|event| matches!(event, Event::WindowFocused(true)))
        });
        if !is_focused || self.saving.is_looking || self.saving.is_under_way {
            return;
        }
        let Some(file) = &self.saving.file else {
            return;
        };
        let Some(known) = file.fingerprint else {
            return;
        };
        let path = file.path.clone();
        let title = say::job_looking_at(file_name(&path));
        self.saving.is_looking = self.start(title, move |_| tasks::look(&path, known));
    }

    /// Says quietly that somebody else saved the project, once.
    pub(super) fn take_looked(&mut self, known: &Fingerprint, changed: Option<Fingerprint>) {
        self.saving.is_looking = false;
        let Some(file) = &self.saving.file else {
            return;
        };
        let Some(changed) = changed else { return };
        let is_told = |told: Fingerprint| told.has_contents_of(&changed);
        // What was saved here meanwhile is no change.
        if file.fingerprint != Some(*known) || self.saving.told.is_some_and(is_told) {
            return;
        }
        let text = say::changed_noticed(file_name(&file.path));
        self.saving.told = Some(changed);
        let note =
            Toast::new(Tone::Warning, text).action(say::changed_show(), Action::CompareWithFile);
        self.toasts.push(note.seconds(LONG_NOTE));
    }

    /// Compares what is open with its file.
    pub(in crate::app) fn compare_with_own_file(&mut self) {
        if let Some(path) = self.saving.file.as_ref().map(|file| file.path.clone()) {
            self.compare_with_file(path);
        }
    }

    pub(super) fn compare_with_file(&mut self, path: PathBuf) {
        let history = &self.document.history;
        let (opened, now) = (history.saved().clone(), history.project().clone());
        let document = self.saving.document;
        let title = say::job_comparing(file_name(&path));
        self.start(title, move |_| {
            tasks::compare(document, path, &opened, &now)
        });
    }

    pub(super) fn take_compared(&mut self, compared: Compared) {
        if compared.document != self.saving.document {
            return;
        }
        let when = compared.saved;
        let review = ChangedReview {
            file: file_name(&compared.path),
            when: when.map_or_else(
                || say::changed_meanwhile().to_owned(),
                |saved| moment(saved, &Zoned::now()),
            ),
            theirs: compared.theirs.map_err(|error| error.to_string()),
            ours: compared.ours,
        };
        self.saving.told = compared.fingerprint;
        self.asking = Some(Asking::File(FileQuestion::Changed(Box::new(review))));
    }

    pub(super) fn changed_ui(&mut self, ctx: &Context, review: &ChangedReview) {
        let Some(answer) = changed_ui(ctx, review) else {
            return;
        };
        self.asking = None;
        match answer {
            ChangedAnswer::Cancel => {}
            ChangedAnswer::SaveCopy => {
                self.saving.proposes_copy = true;
                self.ask_for_files(FilePurpose::SaveProject);
            }
            ChangedAnswer::Overwrite => {
                // What was on show, and no more: another change meanwhile is asked about again.
                let seen = self.saving.told;
                if let Some(file) = &mut self.saving.file {
                    file.fingerprint = seen;
                }
                self.save();
            }
            ChangedAnswer::OpenTheirs => self.open_theirs(),
        }
    }

    /// Opens the file as somebody else left it; work that no file holds is kept among the versions first.
    fn open_theirs(&mut self) {
        let Some(path) = self.document.path.clone() else {
            return;
        };
        if !self.document.history.is_dirty() {
            self.open_file(path);
            return;
        }
        let project = self.document.history.project().clone();
        let title = say::job_keeping_version().to_owned();
        self.start(title, move |_| tasks::keep_before(path, &project));
    }
}
