//! What disagrees, and in which words it is said.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::data::CellRef;
pub use crate::data::printed::Why;

/// A figure that disagrees with the cells that it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Discrepancy {
    /// The sheet's name; empty for a CSV file.
    pub sheet: String,
    /// Where the figure stands.
    pub cell: CellRef,
    /// As it is printed.
    pub printed: String,
    /// What it would be.
    pub worked_out: String,
    /// The likely cause.
    pub why: Why,
    /// The cells from which it was worked out.
    pub from: Vec<CellRef>,
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is printed, {} worked out: {}",
            self.printed, self.worked_out, self.why
        )
    }
}
