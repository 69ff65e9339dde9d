//! A project that a command is about to change: held, so that nobody else changes it meanwhile, and saved as the
//! window saves it.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::failure::Failure;
use crate::base::file_system::Disk;
use crate::project::Project;
use crate::project::saving::{
    self, Claim, Expected, Fingerprint, Hold, Holder, SavingError, save_failure_words,
};
use crate::project::store;

/// A project that is held until it is saved.
#[derive(Debug)]
pub struct ToChange {
    path: PathBuf,
    expected: Expected,
    /// `None` where nothing can be written beside it.
    _hold: Option<Hold>,
}

impl ToChange {
    /// Holds the project at `path`, which need not be there yet; to be called before it is opened.
    ///
    /// # Errors
    /// [`SavingError::InUse`] where somebody has it open.
    pub fn claim(path: &Path) -> Result<Self, Failure> {
        let hold = match saving::claim(path, &Holder::me(), false) {
            Claim::Held(hold) => Some(hold),
            Claim::InUse(holder) => {
                return Err(Failure::Save(SavingError::InUse {
                    path: path.to_owned(),
                    holder: Box::new(holder),
                }));
            }
            Claim::NotWritable(_) => None,
        };
        let read = Fingerprint::of_file(&Disk, path).map_err(|error| SavingError::Write {
            words: save_failure_words(path, 0, &error),
            error,
        })?;
        Ok(Self {
            path: path.to_owned(),
            expected: read.map_or(Expected::Nothing, Expected::AsRead),
            _hold: hold,
        })
    }

    /// Saves the project, changed.
    ///
    /// # Errors
    /// [`SavingError`]; the file is then as it was.
    pub fn save(&self, project: &Project) -> Result<(), Failure> {
        let text = store::to_text(project).map_err(SavingError::Encode)?;
        self.save_bytes(text.as_bytes())
    }

    /// Saves the bytes of a project's file.
    ///
    /// # Errors
    /// As for [`save`](Self::save).
    pub fn save_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let saved = saving::save(&Disk, &self.path, bytes, self.expected, Timestamp::now())?;
        if let Some(why) = saved.not_kept {
            eprintln!("bellwether: the version before could not be kept: {why}");
        }
        if let Some(left) = saved.left_unlocked {
            eprintln!(
                "bellwether: an older version is not locked and could not be removed; delete it yourself: {}",
                left.display()
            );
        }
        Ok(())
    }
}
