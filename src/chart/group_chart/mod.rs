//! Charts of groups side by side, a row each: the values of one period with their intervals, or then and now.

mod breakdown;
mod changes;
mod figures;
mod layout;
mod marks;
mod model;
mod slope;
pub(in crate::chart) mod table;

pub(super) use marks::{colours, triangle};
pub use model::{GroupChart, GroupRow, KeyEntry, KeyMark, Reference, RowMarks, Verdict};
