//! A newer return of something that a project holds already: which workbook it follows, what is new in it,
//! what was revised and what is gone. It compares imported data and changes nothing.

mod comparison;
mod kinship;
mod points;
mod renaming;
pub mod revision;
mod succession;
mod summary;

pub use comparison::{At, Comparison, Pair, Revised, Standing};
pub use renaming::Renaming;
pub use revision::{Difference, RevisionKind, told_apart};
pub use succession::{Succession, fits, lineages, take_in, take_out};
