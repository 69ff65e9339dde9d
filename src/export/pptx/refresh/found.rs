//! A presentation that was looked through: what would change in it, and the file as it would be then.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::note::{RefreshError, RefreshNote};
use super::summary::SlideChanges;
use super::{Today, refresh};
use crate::base::atomic_file::{self, Backup};

/// What a refresh would change in a file, which is not written yet.
#[derive(Clone, Debug)]
pub struct FoundChanges {
    path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
    notes: Vec<RefreshNote>,
}

impl FoundChanges {
    /// Looks a file through.
    ///
    /// # Errors
    /// Those of [`RefreshError`].
    pub fn of(path: &Path, today: &Today) -> Result<Self, RefreshError> {
        let before = read(path)?;
        let refreshed = refresh(&before, today)?;
        Ok(Self {
            path: path.to_owned(),
            before,
            after: refreshed.bytes,
            notes: refreshed.notes,
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What would change, and what would not.
    pub fn notes(&self) -> &[RefreshNote] {
        &self.notes
    }

    /// The same slide by slide, in few words.
    pub fn by_slide(&self) -> Vec<SlideChanges> {
        SlideChanges::of(&self.notes)
    }

    /// Whether the file would be another one.
    pub fn has_changes(&self) -> bool {
        self.before != self.after
    }

    /// Writes the file and keeps the previous one beside it as `….pptx.bak`.
    ///
    /// # Errors
    /// [`RefreshError::ChangedSince`] where somebody saved it since it was looked through, and those of reading and
    /// writing; the file is then as it was.
    pub fn write(&self) -> Result<(), RefreshError> {
        if read(&self.path)? != self.before {
            return Err(RefreshError::ChangedSince(self.path.clone()));
        }
        if self.has_changes() {
            atomic_file::write(&self.path, &self.after, Backup::Keep).map_err(|error| {
                RefreshError::File {
                    path: self.path.clone(),
                    error,
                }
            })?;
        }
        Ok(())
    }
}

/// The bytes of a presentation that nobody has open.
fn read(path: &Path) -> Result<Vec<u8>, RefreshError> {
    if locks(path).iter().any(|lock| lock.exists()) {
        return Err(RefreshError::Open(path.to_owned()));
    }
    fs::read(path).map_err(|error| RefreshError::File {
        path: path.to_owned(),
        error,
    })
}

/// The files by which PowerPoint and `LibreOffice` say that they have a presentation open.
fn locks(path: &Path) -> Vec<PathBuf> {
    let Some(name) = path.file_name() else {
        return Vec::new();
    };
    let beside = |before: &str, after: &str| {
        let mut lock = OsString::from(before);
        lock.push(name);
        lock.push(after);
        path.with_file_name(lock)
    };
    vec![beside("~$", ""), beside(".~lock.", "#")]
}
