//! What a recovery file holds: the project's file as saving would write it, made here and nowhere else.

use crate::project::Project;
use crate::project::store::{self, OpenError, Opened, SaveError};

/// The bytes of a project's recovery file.
///
/// # Errors
/// [`SaveError`] where a value has no form in the file.
pub fn bytes_of(project: &Project) -> Result<Vec<u8>, SaveError> {
    store::to_text(project).map(String::into_bytes)
}

/// The project of a recovery file's bytes.
///
/// # Errors
/// [`OpenError`] where they are damaged.
pub fn project_of(bytes: Vec<u8>) -> Result<Opened, OpenError> {
    let text = String::from_utf8(bytes).map_err(OpenError::NotText)?;
    store::parse(&text)
}
