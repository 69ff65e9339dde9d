//! The example project that comes with the program.

use crate::project::Project;
use crate::project::store::{self, OpenError};

/// The text of the example's file, as in `sample_data/`.
const TEXT: &str = include_str!("../../sample_data/Nottinghamshire.bellwether");

/// The example project.
///
/// # Errors
/// [`OpenError`] were the file in the program damaged; a test opens it.
pub fn open() -> Result<Project, OpenError> {
    store::parse(TEXT).map(|opened| opened.project)
}
