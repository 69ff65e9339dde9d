//! Withholding small counts in a table of two dimensions with its totals (statistical specification 4.2
//! and 4.3): which counts are small, which more must go so that nobody works the small ones out, and what
//! a reader with a pencil can still say of each.
//!
//! Every printed number is an arc of a circulation: rows to columns by the cells, all rows from one node
//! by the row totals, all columns to another by the column totals, and back by the grand total. What a
//! reader cannot see may be any circulation that agrees with the rest, so that the least and the greatest
//! value of a withheld number are maximum flows, in whole numbers.

mod attacker;
mod differencing;
mod pattern;
#[cfg(test)]
mod properties;
mod table;

pub use attacker::{AttackerInterval, attacker_intervals, determined_by_algebra};
pub use differencing::difference_is_small;
pub use pattern::{PrimaryRule, Suppression, passes_audit, suppress};
pub use table::{CountTable, Place};
