//! The background work of recovery, and what it sends back.

use std::path::Path;
use std::time::{Duration, Instant};

use super::contents::bytes_of;
use super::found::FoundWork;
use super::{SIDECAR, Work};
use crate::app::run::{RunFolder, folder_remove};
use crate::base::atomic_file::{self, Backup};
use crate::project::store::SaveError;

/// The end of a background job.
pub(super) enum Done {
    /// Work was kept, or could not be.
    Kept {
        /// Of this document of the run.
        number: u32,
        /// In this state.
        revision: u64,
        /// In this time.
        took: Duration,
        /// With this success.
        result: Result<(), SaveError>,
    },
    /// What was kept of this document was taken away.
    Removed(u32),
    /// Earlier runs were looked through.
    Found(FoundWork),
    /// What an earlier run had kept was discarded.
    Discarded,
}

impl Work {
    /// Writes the work, then what is noted of it, each whole or not at all.
    ///
    /// # Errors
    /// [`SaveError`]; what was kept before is then as it was.
    pub fn keep(&self) -> Result<(), SaveError> {
        let bytes = bytes_of(&self.project)?;
        atomic_file::write(&self.path, &bytes, Backup::Discard).map_err(SaveError::Write)?;
        let noted = ron::to_string(&self.sidecar).map_err(std::io::Error::other);
        let sidecar = self.path.with_extension(SIDECAR);
        noted
            .and_then(|text| atomic_file::write(&sidecar, text.as_bytes(), Backup::Discard))
            .map_err(SaveError::Write)
    }
}

/// Keeps the work of a state.
pub(super) fn keep(work: &Work, number: u32, revision: u64) -> Done {
    let begun = Instant::now();
    let result = work.keep();
    Done::Kept {
        number,
        revision,
        took: begun.elapsed(),
        result,
    }
}

/// Takes a recovery file away, with what is noted of it.
pub(super) fn discard(recovery: &Path) {
    folder_remove(recovery);
    folder_remove(&recovery.with_extension(SIDECAR));
}

/// Looks through what earlier runs left.
pub(super) fn look(folder: &RunFolder, of: Option<&Path>) -> Done {
    folder.tidy();
    Done::Found(super::find(folder, of))
}
