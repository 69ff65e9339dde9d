//! The import screen: the sheets that a partner sent as they are, coloured by how they were read; the reading
//! as a sentence; what waits for an answer. It reads drafts and sends actions, and changes nothing itself.

mod action;
mod choices;
mod contents;
mod digest;
mod draft;
mod grid_input;
mod grid_keys;
mod grid_view;
mod pinned;
mod preview;
mod questions;
mod remember;
mod screen;
mod selection;
mod sentence;
mod sheet_text;
mod sheets;
mod shown;
mod source_rows;
mod state;

pub use action::ImportAction;
pub use contents::contents;
pub use draft::{CheckedReading, ImportDraft};
pub use grid_keys::{FINISH_KEYS, GRID_KEYS, GridKey};
pub use screen::import_ui;
pub use source_rows::{RowsOnShow, RowsWanted, source_rows_ui};
pub use state::{ImportState, Selection};
