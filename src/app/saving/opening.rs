//! Opening a project's file: whether somebody has it open, and what stands in for it where it is missing or damaged.

use std::path::{Path, PathBuf};

use egui::Context;
use jiff::Zoned;

use super::message::{Claimed, SavingMessage};
use super::{FileQuestion, OpenFile, moment, tasks};
use crate::app::document::Document;
use crate::app::program::{Asking, Program};
use crate::base::text::file_name;
use crate::project::Project;
use crate::project::saving::{Claim, Fingerprint, Holder, WholeCopy, WholeKind};
use crate::project::store::OpenError;
use crate::ui::kit::{Dialog, DialogAnswer, Toast, Tone};
use crate::words::say;

/// How long it is said that a project can only be read, in seconds.
const LONG_NOTE: f64 = 20.0;

impl Program {
    /// Opens a project's file, unless somebody has it open: then it is asked what to do.
    pub(in crate::app) fn open_file(&mut self, path: PathBuf) {
        self.claim(path, false, false);
    }

    /// Opens a project's file to be looked at alone, as for a picture: nobody is told, and nobody is asked.
    pub fn open_to_look(&mut self, path: PathBuf) {
        let title = say::job_opening(file_name(&path));
        self.start(title, move |_| crate::app::tasks::open_project(path));
    }

    fn claim(&mut self, path: PathBuf, is_copy: bool, insists: bool) {
        let path = std::path::absolute(&path).unwrap_or(path);
        let hold = self
            .saving
            .file
            .as_ref()
            .and_then(|file| file.hold.as_ref());
        let is_held = hold.is_some_and(|hold| hold.is_of(&path));
        let title = say::job_opening(file_name(&path));
        self.start(title, move |_| {
            tasks::claim(path, is_copy, insists, is_held)
        });
    }

    /// Reads the file once it is known who has it open.
    pub(super) fn take_claimed(&mut self, claimed: Claimed) {
        let Claimed {
            path,
            claim,
            fingerprint,
            is_copy,
            insists,
        } = claimed;
        let (mut hold, mut is_shared) = (None, false);
        match claim {
            Some(Claim::InUse(holder)) if !insists => {
                let question = FileQuestion::InUse { path, holder };
                self.asking = Some(Asking::File(question));
                return;
            }
            Some(Claim::Held(taken)) => hold = Some(taken),
            Some(Claim::InUse(_)) => is_shared = true,
            Some(Claim::NotWritable(_)) => {
                let text = say::open_read_only(file_name(&path));
                let note = Toast::new(Tone::Warning, text).seconds(LONG_NOTE);
                self.toasts.push(note);
            }
            None => {}
        }
        let title = say::job_opening(file_name(&path));
        self.saving.opening = Some(OpenFile {
            path: path.clone(),
            hold,
            is_shared,
            fingerprint,
            is_copy,
        });
        self.start(title, move |_| crate::app::tasks::open_project(path));
    }

    /// Puts a project that was read from its file in the place of what is open.
    pub(in crate::app) fn open_read(&mut self, project: Project, path: PathBuf) {
        let opening = self.saving.opening.take().filter(|file| file.path == path);
        if opening.as_ref().is_some_and(|file| file.is_copy) {
            self.open_as_copy(project);
            return;
        }
        // Opened again, it stays held.
        let held = self.saving.file.take().and_then(|file| file.hold);
        let held = held.filter(|hold| hold.is_of(&path));
        self.preferences.note_recent(&path);
        let whole = std::path::absolute(&path).unwrap_or_else(|_| path.clone());
        self.look_for_work(Some(&whole), project.lock.clone());
        self.open(Document::opened(project, path));
        self.saving.file = opening.map(|file| OpenFile {
            hold: file.hold.or(held),
            ..file
        });
    }

    /// Puts a project that was recovered in the place of what is open; what its file holds now was told before, so that
    /// saving asks only where that changes once more.
    pub(in crate::app) fn open_recovered(
        &mut self,
        document: Document,
        fingerprint: Option<Fingerprint>,
    ) {
        let path = document.path.clone();
        self.open(document);
        let Some(path) = path else {
            return;
        };
        self.saving.file = Some(OpenFile {
            path: path.clone(),
            hold: None,
            is_shared: false,
            fingerprint,
            is_copy: false,
        });
        let document = self.saving.document;
        let title = say::job_opening(file_name(&path));
        self.start(title, move |_| tasks::hold(document, &path));
    }

    /// Keeps the hold of a recovered project's file, or says who has it open besides.
    fn take_held_late(&mut self, document: u64, claim: Option<Claim>) {
        let is_open = document == self.saving.document;
        // Saved meanwhile, it is held already.
        let file = self.saving.file.as_mut();
        let Some(file) = file.filter(|file| is_open && file.hold.is_none()) else {
            return;
        };
        match claim {
            Some(Claim::Held(hold)) => file.hold = Some(hold),
            Some(Claim::InUse(holder)) => {
                let text = say::open_elsewhere(words_of(&holder));
                let note = Toast::new(Tone::Warning, text).seconds(LONG_NOTE);
                self.toasts.push(note);
            }
            // The save itself says what is wrong, if anything is.
            Some(Claim::NotWritable(_)) | None => {}
        }
    }

    /// What the project's file held when it was read or saved.
    pub(in crate::app) fn file_fingerprint(&self) -> Option<Fingerprint> {
        self.saving.file.as_ref()?.fingerprint
    }

    /// Opens a project without a file, named as a copy.
    pub(super) fn open_as_copy(&mut self, mut project: Project) {
        project.name.push_str(" (copy)");
        self.open(Document::unsaved(project));
        self.note(Tone::Neutral, say::open_copy());
    }

    /// Nothing is being opened any more.
    pub(in crate::app) fn stop_opening(&mut self) {
        self.saving.opening = None;
    }

    /// Opens what could be read of a damaged file as a copy, and looks for a whole one.
    pub(in crate::app) fn open_damaged(
        &mut self,
        project: Project,
        path: PathBuf,
        (title, text): (String, String),
    ) {
        self.preferences.note_recent(&path);
        self.open(Document::recovered(project, &path));
        self.start(say::job_looking_for_whole().to_owned(), move |_| {
            tasks::look_for_whole(path, title, text)
        });
    }

    /// Says why a file was not opened; where it is missing or damaged, a whole copy is looked for first.
    pub(in crate::app) fn tell_not_opened(
        &mut self,
        path: PathBuf,
        error: &OpenError,
        text: String,
    ) {
        let title = say::open_failed(file_name(&path));
        if may_have_whole_copy(error) {
            self.start(say::job_looking_for_whole().to_owned(), move |_| {
                tasks::look_for_whole(path, title, text)
            });
        } else {
            self.saving.opening = None;
            self.problem(&title, &text);
        }
    }

    /// Offers the copy that was found.
    pub(super) fn take_whole(
        &mut self,
        path: PathBuf,
        title: &str,
        text: &str,
        found: Option<Box<WholeCopy>>,
    ) {
        let Some(found) = found else {
            self.saving.opening = None;
            self.problem(title, text);
            return;
        };
        let when = found.saved.map(|saved| moment(saved, &Zoned::now()));
        let offered = match (found.kind, when) {
            (WholeKind::Backup, None) => say::whole_before().to_owned(),
            (WholeKind::Backup, Some(when)) => say::whole_before_of(when),
            (WholeKind::Version, None) => say::whole_earlier().to_owned(),
            (WholeKind::Version, Some(when)) => say::whole_earlier_of(when),
        };
        let text = format!("{text}\n\n{offered}");
        self.saving.whole = Some(found);
        self.asking = Some(Asking::File(FileQuestion::UseWhole {
            path,
            title: title.to_owned(),
            text,
        }));
    }

    pub(super) fn use_whole_ui(&mut self, ctx: &Context, path: PathBuf, title: &str, text: &str) {
        let dialog = Dialog::new(title, text, say::whole_open()).cancel(say::close());
        let Some(answer) = dialog.ui(ctx) else { return };
        self.asking = None;
        let whole = self.saving.whole.take();
        match whole.filter(|_| answer == DialogAnswer::Primary) {
            Some(whole) => {
                self.open_read(whole.opened.project, path);
                // No file holds it but the one that it was taken from.
                self.document.history.mark_unsaved();
                self.note(Tone::Warning, say::whole_opened());
            }
            None => self.saving.opening = None,
        }
    }

    pub(super) fn in_use_ui(&mut self, ctx: &Context, path: PathBuf, holder: &Holder) {
        let title = say::in_use_title(file_name(&path));
        let text = match holder.since {
            None => say::in_use_about(words_of(holder)),
            Some(since) => say::InUseAboutSince {
                holder: words_of(holder),
                when: moment(since, &Zoned::now()),
            }
            .say(),
        };
        let dialog = Dialog::new(title, text, say::in_use_copy())
            .alternative(say::in_use_anyway())
            .cancel(say::cancel());
        let Some(answer) = dialog.ui(ctx) else { return };
        self.asking = None;
        match answer {
            DialogAnswer::Primary => self.claim(path, true, false),
            DialogAnswer::Alternative => self.claim(path, false, true),
            DialogAnswer::Cancel => {}
        }
    }

    /// Takes in the end of a job about the file.
    pub(in crate::app) fn take_saving(&mut self, message: SavingMessage) {
        match message {
            SavingMessage::Claimed(claimed) => self.take_claimed(*claimed),
            SavingMessage::HeldLate { document, claim } => self.take_held_late(document, claim),
            SavingMessage::WholeLookedFor {
                path,
                title,
                text,
                found,
            } => self.take_whole(path, &title, &text, found),
            SavingMessage::Looked { known, changed } => self.take_looked(&known, changed),
            SavingMessage::Compared(compared) => self.take_compared(*compared),
            SavingMessage::VersionsListed(listed) => self.take_versions(listed),
            SavingMessage::VersionRead { path, read } => self.take_version(&path, *read),
            SavingMessage::KeptBefore { path, result } => match result {
                Ok(()) => self.open_file(path),
                Err(text) => {
                    self.problem(say::open_not_kept(), &text);
                }
            },
        }
    }

    /// The file name that a dialog proposes for the project.
    pub(in crate::app) fn proposed_project_name(&mut self) -> String {
        let proposed = self.document.proposed_file_name();
        if !std::mem::take(&mut self.saving.proposes_copy) {
            return proposed;
        }
        let stem = Path::new(&proposed).file_stem().unwrap_or_default();
        let user = crate::app::document::as_file_name(&Holder::me().user);
        format!("{} - {user}.bellwether", stem.to_string_lossy())
    }
}

/// Who has a project open: "anna on PC-12".
fn words_of(holder: &Holder) -> String {
    let user = match holder.user.as_str() {
        "" => say::holder_somebody(),
        user => user,
    };
    match holder.computer.as_str() {
        "" => user.to_owned(),
        computer => say::HolderOn { computer, user }.say(),
    }
}

/// Whether a file that was not opened for this reason may have a copy that can be.
fn may_have_whole_copy(error: &OpenError) -> bool {
    match error {
        OpenError::Read(error) => error.kind() == std::io::ErrorKind::NotFound,
        OpenError::NotText | OpenError::NotAProject | OpenError::Damaged { .. } => true,
        OpenError::Newer { .. }
        | OpenError::TooLarge { .. }
        | OpenError::TooMuch { .. }
        | OpenError::Locked
        | OpenError::WrongPassphrase
        | OpenError::LockedOtherwise
        // A copy of it is locked, too, and cannot be looked into.
        | OpenError::DamagedLock => false,
    }
}
