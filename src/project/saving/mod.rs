//! A project's file over the years: saved so that no work is lost, neither one's own nor somebody else's. It works
//! with the bytes of files, whatever they hold, so that versions of a locked project are locked.

mod error;
mod fingerprint;
mod hold;
mod locking;
mod retention;
mod versions;
mod whole;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::base::atomic_file::{self, Backup};
use crate::base::file_system::FileSystem;
use crate::project::store;
pub use error::{SavingError, open_failure_words, save_failure_words};
pub use fingerprint::Fingerprint;
pub use hold::{Claim, Hold, Holder, claim};
pub use locking::{LeftUnlocked, remove_unlocked};
pub use retention::{Kept, Retention};
pub use versions::{Version, Versions};
pub use whole::{WholeCopy, WholeKind, newest_whole};

/// What a save takes the file to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever it holds: the user chose to replace it.
    Anything,
    /// Nothing: there was no file.
    Nothing,
    /// What was read or saved last.
    AsRead(Fingerprint),
}

/// A file as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What it holds now.
    pub fingerprint: Fingerprint,
    /// Why what it held before is not among the versions, where it should be.
    pub not_kept: Option<String>,
    /// What lies beside the file of a locked project, is not locked, and could not be removed.
    pub left_unlocked: Option<PathBuf>,
}

/// Saves a project's file: what it holds is compared with what is expected, kept among the versions and as `.bak`, and
/// replaced by `bytes`, whole or not at all.
///
/// # Errors
/// [`SavingError`]; the file is then as it was.
pub fn save(
    files: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    expected: Expected,
    now: Timestamp,
) -> Result<Saved, SavingError> {
    let failed = |error| SavingError::writing(path, bytes.len(), error);
    let before = Fingerprint::of_file(files, path).map_err(failed)?;
    let is_expected = match (expected, &before) {
        (Expected::Anything, _) | (_, None) => true,
        (Expected::Nothing, Some(_)) => false,
        (Expected::AsRead(read), Some(before)) => read.has_contents_of(before),
    };
    if !is_expected {
        return Err(SavingError::Changed {
            path: path.to_owned(),
        });
    }
    let mut not_kept = None;
    // What was not locked is not kept beside what is.
    let is_locked = store::is_locked(bytes);
    let was_unlocked = is_locked && before.is_some() && locking::is_unlocked(files, path);
    if let Some(before) = &before
        && !was_unlocked
        && before.hash != blake3::hash(bytes)
    {
        let kept = Versions::of(path).keep(files, path, before, now);
        not_kept = kept.err().map(|error| error.to_string());
    }
    let backup = if was_unlocked {
        Backup::Discard
    } else {
        Backup::Keep
    };
    atomic_file::write_on(files, path, bytes, backup).map_err(failed)?;
    let left_unlocked = if is_locked {
        remove_unlocked(files, path).err().map(|(path, _)| path)
    } else {
        None
    };
    atomic_file::remove_leftovers(files, path, now.into());
    Versions::of(path).thin(files, Retention::default(), now);
    let facts = files.facts(path).ok();
    Ok(Saved {
        fingerprint: Fingerprint::of_bytes(bytes, facts.and_then(|facts| facts.modified)),
        not_kept,
        left_unlocked,
    })
}
