//! What lies beside a locked project and tells, without its passphrase, what is in it.

use std::io;
use std::path::{Path, PathBuf};

use super::Versions;
use crate::base::atomic_file::backup_path;
use crate::base::file_system::FileSystem;
use crate::project::store;

/// A file beside a locked project that is not locked, and why it could not be removed.
pub type LeftUnlocked = (PathBuf, io::Error);

/// Removes the file before and the versions of a locked project that are not locked.
///
/// # Errors
/// The first that could not be removed; the others are gone.
pub fn remove_unlocked(files: &dyn FileSystem, path: &Path) -> Result<(), LeftUnlocked> {
    let versions = Versions::of(path);
    let listed = versions
        .list(files)
        .map_err(|error| (versions.folder().to_owned(), error))?;
    let beside = listed.into_iter().map(|version| version.path);
    let mut left = Ok(());
    for path in std::iter::once(backup_path(path)).chain(beside) {
        if is_unlocked(files, &path)
            && let Err(error) = files.remove(&path)
            && left.is_ok()
        {
            left = Err((path, error));
        }
    }
    left
}

/// Whether a file is there and is not locked.
pub(super) fn is_unlocked(files: &dyn FileSystem, path: &Path) -> bool {
    files
        .read_head(path, store::LOCKED_HEAD)
        .is_ok_and(|head| !store::is_locked(&head))
}
