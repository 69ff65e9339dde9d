//! The jobs about the project's file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::message::{Claimed, Compared, SaveEnd, SavingMessage};
use crate::app::message::Message;
use crate::base::file_system::Disk;
use crate::project::Project;
use crate::project::differences::differences;
use crate::project::saving::{
    self, Claim, Expected, Fingerprint, Holder, SavingError, Versions, newest_whole,
};
use crate::project::store::{self, Opened};

/// What is to be saved.
pub(super) struct SaveTask {
    pub document: u64,
    pub path: PathBuf,
    pub project: Arc<Project>,
    pub revision: u64,
    pub expected: Expected,
    /// Whether nobody is known yet to have the file open.
    pub claims: bool,
}

/// The bytes of a project's file, as they are saved and kept among the versions.
fn bytes_of(project: &Project) -> Result<Vec<u8>, SavingError> {
    Ok(store::to_text(project)?.into_bytes())
}

/// Writes a project's file.
pub(super) fn save(task: SaveTask) -> Message {
    let hold = if task.claims {
        match saving::claim(&task.path, &Holder::me(), false) {
            Claim::Held(hold) => Ok(Some(hold)),
            Claim::InUse(holder) => Err(SavingError::InUse {
                path: task.path.clone(),
                holder: Box::new(holder),
            }),
            // The save itself says what is wrong, if anything is.
            Claim::NotWritable(_) => Ok(None),
        }
    } else {
        Ok(None)
    };
    let result = hold.and_then(|hold| {
        let bytes = bytes_of(&task.project)?;
        let saved = saving::save(&Disk, &task.path, &bytes, task.expected, Timestamp::now())?;
        Ok((saved, hold))
    });
    Message::ProjectSaved(Box::new(SaveEnd {
        document: task.document,
        path: task.path,
        revision: task.revision,
        result,
    }))
}

/// Finds out who has a project open, and tells others that it is open here.
pub(super) fn claim(path: PathBuf, is_copy: bool, insists: bool, is_held: bool) -> Message {
    let is_copy = is_copy || Versions::is_version(&path);
    // A file that is not there is nobody's.
    let asks = !is_copy && !is_held && path.exists();
    let claim = asks.then(|| saving::claim(&path, &Holder::me(), insists));
    let fingerprint = Fingerprint::of_file(&Disk, &path).ok().flatten();
    message(SavingMessage::Claimed(Box::new(Claimed {
        path,
        claim,
        fingerprint,
        is_copy,
        insists,
    })))
}

/// Tells others that a project is open here that was recovered, not read from its file.
pub(super) fn hold(document: u64, path: &Path) -> Message {
    // A file that is not there is nobody's.
    let is_there = path.exists();
    let claim = is_there.then(|| saving::claim(path, &Holder::me(), false));
    message(SavingMessage::HeldLate { document, claim })
}

/// Looks for a copy of a file that is missing or damaged.
pub(super) fn look_for_whole(path: PathBuf, title: String, text: String) -> Message {
    let found = newest_whole(&Disk, &path).map(Box::new);
    message(SavingMessage::WholeLookedFor {
        path,
        title,
        text,
        found,
    })
}

/// Looks whether the file changed since.
pub(super) fn look(path: &Path, known: Fingerprint) -> Message {
    let changed = known.changed(&Disk, path);
    message(SavingMessage::Looked { known, changed })
}

/// Compares the file, as somebody else left it, and what is open with what was opened.
pub(super) fn compare(document: u64, path: PathBuf, opened: &Project, now: &Project) -> Message {
    let fingerprint = Fingerprint::of_file(&Disk, &path).ok().flatten();
    let modified = fingerprint.and_then(|fingerprint| fingerprint.modified);
    let theirs = store::open_with(&path, &now.lock).and_then(Opened::whole);
    let theirs = theirs.map(|theirs| differences(opened, &theirs.project));
    message(SavingMessage::Compared(Box::new(Compared {
        document,
        path,
        fingerprint,
        saved: modified.and_then(|modified| Timestamp::try_from(modified).ok()),
        theirs,
        ours: differences(opened, now),
    })))
}

/// Keeps what is open among the versions, before the file is opened in its place.
pub(super) fn keep_before(path: PathBuf, project: &Project) -> Message {
    let result = bytes_of(project)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            Versions::of(&path)
                .keep_bytes(&Disk, &bytes, Timestamp::now())
                .map_err(|error| saving::save_failure_words(&path, bytes.len(), &error))
        });
    message(SavingMessage::KeptBefore { path, result })
}

/// Lists the versions.
pub(super) fn list_versions(path: &Path) -> Message {
    message(SavingMessage::VersionsListed(
        Versions::of(path).list(&Disk),
    ))
}

/// Reads a version, and finds what changed since.
pub(super) fn read_version(path: PathBuf, now: &Project) -> Message {
    let read = store::open_with(&path, &now.lock).and_then(Opened::whole);
    let read = read.map(|opened| {
        let since = differences(&opened.project, now);
        (opened, since)
    });
    message(SavingMessage::VersionRead {
        path,
        read: Box::new(read),
    })
}

fn message(message: SavingMessage) -> Message {
    Message::Saving(message)
}
