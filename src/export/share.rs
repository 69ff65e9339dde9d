//! A copy of a project to share as a file.

use std::path::Path;

use super::guard::SharedCopy;
use crate::base::atomic_file::{self, Backup};
use crate::project::store::{self, SaveError};

/// Writes a copy to share. What was there before is not kept beside it: a copy goes out alone.
///
/// # Errors
/// [`SaveError`]; the file is then as it was.
pub fn save(path: &Path, copy: &SharedCopy) -> Result<(), SaveError> {
    let bytes = store::to_text(copy.project())?.into_bytes();
    atomic_file::write(path, &bytes, Backup::Discard).map_err(SaveError::Write)
}
