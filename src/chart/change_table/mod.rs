//! The change table: its rows with every word, and its layout.

mod layout;
mod model;

pub use model::{BarLook, ChangeRowModel, ChangeTableModel, PrintedModel};
