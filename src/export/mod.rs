//! Charts as files and pictures. Every way out begins with [`guard`]: only what it lets pass becomes a
//! file. The writers decide nothing about the chart; they write the scene as it was laid out.

pub mod excel;
pub mod file;
pub mod guard;
pub mod logo;
pub mod pdf;
pub mod png;
pub mod pptx;
pub mod program_mark;
pub mod share;
pub mod story;
pub mod svg;
pub mod values;

pub use file::{ExportError, FileKind, save};
pub use guard::{Publishable, cross_tab_cells};
pub use values::cells;
