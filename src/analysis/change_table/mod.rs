//! Several measures of one area, or one measure in several areas, against an earlier period: which of them
//! changed, and by more than chance.

mod answer;
mod as_printed;
mod by_areas;
mod groups;
mod options;
mod scope;
mod values;

pub use answer::{ChangeRow, ChangeTableAnswer, LeftOut, Test, change_table};
pub use as_printed::{AsPrinted, PrintedCount};
pub use options::{Options, RowsOption};
pub use scope::{Against, ChangeTableScope, RowsBy, RowsOf};
