//! The boundaries that a project keeps, so that its maps are drawn wherever it is opened.

use std::sync::Arc;

use super::{EditError, Project};
use crate::base::text::clean;
use crate::data::Boundaries;

/// A change of the boundaries.
#[derive(Clone, Debug)]
pub enum BoundaryEdit {
    /// Keeps the boundaries of a file; those of a file of the same name go.
    Keep(Arc<Boundaries>),
    /// Keeps the boundaries of a file no more.
    Remove(String),
    /// Says whose the boundaries of a file are, as charts have to print it.
    Attribute {
        /// The name of the file.
        file_name: String,
        /// What is printed.
        words: String,
    },
}

impl BoundaryEdit {
    /// What the undo menu calls it.
    pub(super) fn label(&self) -> String {
        match self {
            Self::Keep(boundaries) => format!("Load the boundaries “{}”", boundaries.file_name),
            Self::Remove(file_name) => format!("Remove the boundaries “{file_name}”"),
            Self::Attribute { .. } => String::from("Say whose the boundaries are"),
        }
    }
}

impl Project {
    pub(super) fn edit_boundaries(&mut self, edit: BoundaryEdit) -> Result<(), EditError> {
        let mut held = self.boundaries.to_vec();
        match edit {
            BoundaryEdit::Keep(boundaries) => {
                held.retain(|other| other.file_name != boundaries.file_name);
                held.push(boundaries);
            }
            BoundaryEdit::Remove(file_name) => {
                held.retain(|other| other.file_name != file_name);
                if held.len() == self.boundaries.len() {
                    return Err(EditError::NoSuchBoundaries(file_name));
                }
            }
            BoundaryEdit::Attribute { file_name, words } => {
                let found = held.iter_mut().find(|held| held.file_name == file_name);
                let found = found.ok_or(EditError::NoSuchBoundaries(file_name))?;
                *found = Arc::new(Boundaries {
                    attribution: clean(&words),
                    ..found.as_ref().clone()
                });
            }
        }
        self.boundaries = held.into();
        Ok(())
    }
}
