//! A cross-tab as a table: every word of it, how wide its columns are, and the whole as a picture.

mod cells;
mod grid;
mod model;
mod picture;

pub use grid::{Grid, GridLook};
pub use model::{CrossTabModel, Head, HeadColumn, TableCell, TableRow, TableRowKind};
