//! What a recovery file holds: the project's file as saving would write it, made here and nowhere else.

use crate::project::store::{self, OpenError, Opened, SaveError};
use crate::project::{Lock, Project};

/// The bytes of a project's recovery file, locked where the project is.
///
/// # Errors
/// [`SaveError`] where a value has no form in the file.
pub fn bytes_of(project: &Project) -> Result<Vec<u8>, SaveError> {
    store::to_text(project).map(String::into_bytes)
}

/// The project of a recovery file's bytes, which may be locked.
///
/// # Errors
/// [`OpenError`] where they are damaged, or locked with another passphrase.
pub fn project_of(bytes: Vec<u8>, lock: &Lock) -> Result<Opened, OpenError> {
    store::from_bytes(bytes, lock).and_then(Opened::whole)
}
