//! What disagrees, and in which words it is said.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::data::CellRef;
pub use crate::data::printed::Why;
use crate::words::{in_english, say};

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

impl Discrepancy {
    /// What is printed, what it would be and why, in the language that is spoken.
    pub fn words(&self) -> String {
        say::DiscrepancyAbout {
            printed: &self.printed,
            why: self.why.words(),
            worked_out: &self.worked_out,
        }
        .say()
    }
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}
