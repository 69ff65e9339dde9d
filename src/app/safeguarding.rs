//! Keeping a project to those for whom it is: its lock, and copies to share. Ciphers and files are jobs.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::document::as_file_name;
use super::message::{FilePurpose, Message};
use super::program::Program;
use super::tasks;
use crate::base::file_system::is_same_file;
use crate::base::text::file_name;
use crate::export::guard::SharedCopy;
use crate::export::share;
use crate::project::store::{OpenError, SaveError};
use crate::project::{Lock, Passphrase};
use crate::ui::kit::{Dialog, DialogAnswer, Tone};
use crate::ui::safeguard::{
    Ended, LockDraft, SharedSide, UnlockDraft, lock_dialog_ui, share_dialog_ui, unlock_dialog_ui,
};
use crate::words::say;

/// The dialogs and what they are about.
#[derive(Default)]
pub(super) struct Safeguarding {
    lock: Option<LockDraft>,
    unlock: Option<UnlockDraft>,
    /// Whether the lock is about to be taken away.
    removes_lock: bool,
    /// The copy that is about to be written.
    copy: Option<Arc<SharedCopy>>,
    /// The same, once it was agreed to, until it is known where it goes.
    agreed: Option<Arc<SharedCopy>>,
    /// Whether what the open copy holds is on show.
    shows_note: bool,
}

impl Safeguarding {
    /// Whether a dialog is open, which has the keys.
    pub const fn has_dialog(&self) -> bool {
        self.lock.is_some()
            || self.unlock.is_some()
            || self.copy.is_some()
            || self.removes_lock
            || self.shows_note
    }
}

impl Program {
    /// Asks for the passphrase with which the project is to be locked.
    pub(super) fn begin_locking(&mut self) {
        self.safeguarding.lock = Some(LockDraft::default());
    }

    /// Asks whether the lock is to be taken away.
    pub(super) fn begin_unlocking(&mut self) {
        self.safeguarding.removes_lock = true;
    }

    /// Asks for the passphrase of a project on the disk, with what was wrong with the last one.
    pub(super) fn ask_for_passphrase(&mut self, path: PathBuf, error: &OpenError) {
        let problem = matches!(error, OpenError::WrongPassphrase).then(|| error.to_string());
        self.safeguarding.unlock = Some(UnlockDraft::new(path, problem));
    }

    /// Shows what the copy to share that is open holds.
    pub(super) fn show_shared_note(&mut self) {
        self.safeguarding.shows_note = true;
    }

    /// Works out what a copy to share holds, in the background.
    pub(super) fn begin_sharing(&mut self) {
        let project = self.document.history.project().clone();
        let today = jiff::Zoned::now().date();
        self.start(say::job_preparing_copy().to_owned(), move |_| {
            Message::CopyMade(Arc::new(SharedCopy::of(&project, today)))
        });
    }

    /// Shows what a copy holds before it is written.
    pub(super) fn take_copy(&mut self, copy: Arc<SharedCopy>) {
        self.safeguarding.copy = Some(copy);
    }

    /// The file name that is proposed for a copy.
    pub(super) fn proposed_copy_name(&self) -> String {
        let name = as_file_name(&self.document.name());
        format!("{name} to share.bellwether")
    }

    /// Writes the copy that was agreed to, in the background.
    pub(super) fn share_to(&mut self, path: PathBuf) {
        let Some(copy) = self.safeguarding.agreed.take() else {
            return;
        };
        let own = self.document.path.as_ref();
        if own.is_some_and(|own| is_same_file(own, &path)) {
            self.problem(say::share_not_saved(), say::share_own_place());
            return;
        }
        let title = say::job_saving(file_name(&path));
        self.start(title, move |_| {
            let saved = share::save(&path, &copy);
            Message::CopySaved(path, saved)
        });
    }

    /// Forgets the copy that was agreed to, where no place was chosen for it.
    pub(super) fn stop_sharing(&mut self) {
        self.safeguarding.agreed = None;
    }

    /// Says how writing a copy ended.
    pub(super) fn take_copy_saved(&mut self, path: PathBuf, saved: Result<(), SaveError>) {
        match saved {
            Ok(()) => self.tell_written(say::saved(file_name(&path)), path),
            Err(error) => self.problem(&say::saved_not(file_name(&path)), &error.to_string()),
        }
    }

    /// Draws the dialog that is open.
    pub(super) fn safeguarding_ui(&mut self, ctx: &Context) {
        if let Some(mut draft) = self.safeguarding.unlock.take() {
            match unlock_dialog_ui(ctx, &mut draft) {
                Some(Ended::Done(passphrase)) => {
                    let path = draft.path().to_owned();
                    let title = say::job_opening(file_name(&path));
                    let lock = Lock::with(passphrase);
                    self.start(title, move |_| tasks::open_locked_project(path, &lock));
                }
                Some(Ended::Cancelled) => self.stop_opening(),
                None => self.safeguarding.unlock = Some(draft),
            }
            return;
        }
        if let Some(mut draft) = self.safeguarding.lock.take() {
            match lock_dialog_ui(ctx, &mut draft) {
                Some(Ended::Done(passphrase)) => self.lock_with(passphrase),
                Some(Ended::Cancelled) => {}
                None => self.safeguarding.lock = Some(draft),
            }
            return;
        }
        if self.safeguarding.removes_lock {
            self.remove_lock_ui(ctx);
            return;
        }
        if let Some(copy) = self.safeguarding.copy.take() {
            match share_dialog_ui(ctx, copy.note(), SharedSide::ToBeWritten) {
                Some(Ended::Done(())) => {
                    self.safeguarding.agreed = Some(copy);
                    self.ask_for_files(FilePurpose::ShareCopy);
                }
                Some(Ended::Cancelled) => {}
                None => self.safeguarding.copy = Some(copy),
            }
            return;
        }
        let note = self.document.history.project().shared.clone();
        if self.safeguarding.shows_note {
            let ended =
                note.is_none_or(|note| share_dialog_ui(ctx, &note, SharedSide::Open).is_some());
            self.safeguarding.shows_note = !ended;
        }
    }

    fn lock_with(&mut self, passphrase: Passphrase) {
        self.document.history.set_lock(&Lock::with(passphrase));
        self.note(Tone::Neutral, say::locked_from_now());
        self.save();
    }

    fn remove_lock_ui(&mut self, ctx: &Context) {
        let (title, text) = (say::unlock_remove_title(), say::unlock_remove_about());
        let dialog = Dialog::new(title, text, say::unlock_remove()).cancel(say::cancel());
        match dialog.ui(ctx) {
            Some(DialogAnswer::Primary) => {
                self.safeguarding.removes_lock = false;
                self.document.history.set_lock(&Lock::open());
                self.save();
            }
            Some(_) => self.safeguarding.removes_lock = false,
            None => {}
        }
    }
}
