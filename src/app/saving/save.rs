//! Saving the project in the background, one save after the other, and what is said where that fails.

use std::path::PathBuf;

use egui::Context;

use super::message::SaveEnd;
use super::tasks::{self, SaveTask};
use super::{FileQuestion, OpenFile};
use crate::app::message::FilePurpose;
use crate::app::program::{Asking, Program};
use crate::base::text::file_name;
use crate::project::saving::{Expected, Hold, Saved, SavingError};
use crate::ui::kit::{Dialog, DialogAnswer, Toast, Tone};
use crate::words::say;

impl Program {
    /// Saves to a file in the background; once the save under way is done, where there is one.
    pub(in crate::app) fn save_to(&mut self, path: PathBuf) {
        if self.saving.is_under_way {
            self.saving.again = Some(path);
            return;
        }
        let is_own = |file: &&OpenFile| {
            let hold = file.hold.as_ref();
            file.path == path || hold.is_some_and(|hold| hold.is_of(&path))
        };
        let own = self.saving.file.as_ref().filter(is_own);
        let expected = own
            .and_then(|file| file.fingerprint)
            .map_or(Expected::Anything, Expected::AsRead);
        let history = &self.document.history;
        let task = SaveTask {
            document: self.saving.document,
            project: history.project().clone(),
            revision: history.revision(),
            expected,
            claims: !own.is_some_and(|file| file.hold.is_some() || file.is_shared),
            path,
        };
        let title = say::job_saving(file_name(&task.path));
        self.saving.is_under_way = self.start(title, move |_| tasks::save(task));
    }

    /// Takes in the end of a save.
    pub(in crate::app) fn take_saved(&mut self, ctx: &Context, end: SaveEnd) {
        let SaveEnd {
            document,
            path,
            revision,
            result,
        } = end;
        if document != self.saving.document {
            // Of a project that is no longer open.
            match result {
                Ok(_) => self.note(Tone::Good, say::saved(file_name(&path))),
                Err(error) => self.problem(&say::saved_not(file_name(&path)), &error.to_string()),
            }
            return;
        }
        self.saving.is_under_way = false;
        match result {
            Ok((saved, hold)) => {
                self.note_saved(path, revision, saved, hold);
                if let Some(again) = self.saving.again.take() {
                    self.save_to(again);
                } else if let Some(next) = self.after_save.take() {
                    self.go_on(ctx, next);
                }
            }
            Err(error) => {
                self.after_save = None;
                self.saving.again = None;
                match error {
                    SavingError::Changed { path } => self.compare_with_file(path),
                    error => {
                        self.asking = Some(Asking::File(FileQuestion::NotSaved {
                            title: say::saved_not(file_name(&path)),
                            text: format!("{error}\n\n{}", say::saved_not_open_here()),
                        }));
                    }
                }
            }
        }
    }

    fn note_saved(&mut self, path: PathBuf, revision: u64, saved: Saved, hold: Option<Hold>) {
        self.document.history.mark_saved(revision);
        self.preferences.note_recent(&path);
        self.note(Tone::Good, say::saved(file_name(&path)));
        if let Some(why) = saved.not_kept {
            let text = say::saved_version_not_kept(why);
            self.toasts.push(Toast::new(Tone::Warning, text));
        }
        if let Some(left) = saved.left_unlocked {
            let text = say::saved_left_unlocked(left.display().to_string());
            self.toasts
                .push(Toast::new(Tone::Warning, text).seconds(20.0));
        }
        let is_own = |file: &OpenFile| {
            let hold = file.hold.as_ref();
            file.path == path || hold.is_some_and(|hold| hold.is_of(&path))
        };
        let before = self.saving.file.take().filter(is_own);
        let is_shared = before.as_ref().is_some_and(|file| file.is_shared);
        self.saving.file = Some(OpenFile {
            path: path.clone(),
            hold: hold.or(before.and_then(|file| file.hold)),
            is_shared,
            fingerprint: Some(saved.fingerprint),
            is_copy: false,
        });
        self.saving.told = None;
        self.document.path = Some(path);
    }

    pub(super) fn not_saved_ui(&mut self, ctx: &Context, title: &str, text: &str) {
        let dialog = Dialog::new(title, text, say::saved_elsewhere())
            .alternative(say::saved_try_again())
            .cancel(say::close());
        let Some(answer) = dialog.ui(ctx) else { return };
        self.asking = None;
        match answer {
            DialogAnswer::Primary => self.ask_for_files(FilePurpose::SaveProject),
            DialogAnswer::Alternative => self.save(),
            DialogAnswer::Cancel => {}
        }
    }
}
