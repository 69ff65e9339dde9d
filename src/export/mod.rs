//! Charts as files and pictures. Every way out begins with [`guard`]: only what it lets pass becomes a
//! file. The writers decide nothing about the chart; they write the scene as it was laid out.

pub mod file;
pub mod guard;
pub mod png;
pub mod svg;

pub use file::{ExportError, save};
pub use guard::{Publishable, cross_tab_cells};
