//! The places that a project knows: those of the program, and those of its lists of codes and names.

use super::Project;
use crate::data::Gazetteer;

impl Project {
    /// The places by which the next workbook is read.
    pub fn gazetteer(&self) -> Gazetteer {
        let places = self.sources.iter().flat_map(|source| &source.places);
        Gazetteer::built_in().extended_with(places)
    }
}
