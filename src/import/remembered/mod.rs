//! Layouts remembered under a partner's name: what a return looks like and what a person said of it, told by
//! headings, labels and titles instead of positions, so that the next return is known again although sheets
//! were renamed, columns moved, rows added and a period went by.
//!
//! What carries over to the next return, and what does not:
//!
//! | said | carries over |
//! | --- | --- |
//! | what a symbol means | where the new workbook by itself reads it as the old one did |
//! | a sheet is left out | where its tables are known again |
//! | a table is left out, or taken in | where the table is known again |
//! | headings, width, end of a table | where the same texts stand in the new sheet, once |
//! | the role or unit of a column | where its heading stands in the table, once; where headings differ by periods alone, only the very same heading |
//! | the period of a column | only under the very same heading, with its year |
//! | rows left out | where their labels stand in the table as often as before |
//! | the period of a table | never: it was that of one return |
//! | the place of a table | where the title is the same and the program concludes the same place, or none, as before |
//! | the unit of a table, the scale of percentages | where the program concludes the same as before, of figures of the same size |
//! | what bare years mean | where the table is known again |
//! | which of two figures holds | where the same rows, and no others, disagree again |
//! | a finding looked at | where the same finding comes again |
//!
//! What cannot be carried over is named among the drift, and the program reads as it concludes. This knows
//! nothing of where layouts are kept.

mod acceptances;
mod carried;
mod drift;
mod drift_list;
mod keys;
mod layout;
mod matching;
mod places;
mod recognised;
mod seen;

pub use drift::{Drift, DriftKind, Part};
pub use layout::{
    ColumnSaid, Figures, RememberedColumn, RememberedLayout, RememberedMeaning, RememberedSheet,
    RememberedTable, SettledConflict, TableSaid, TextPlace,
};
pub use recognised::{Recognised, recognise};
