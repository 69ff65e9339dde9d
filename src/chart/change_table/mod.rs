//! The change table: its rows with every word, and its layout.

mod layout;
mod model;

pub(crate) use model::is_points;
pub use model::{BarLook, ChangeFigures, ChangeRowModel, ChangeTableModel, PrintedModel};
