//! The program: what is open, what is under way, and the one place where actions are done.

mod actions;
mod answers;
mod branding;
pub mod desktop;
mod dialogs;
mod document;
mod example;
mod explored;
mod files;
mod importing;
mod keeping_up;
mod mapping;
mod message;
mod messages;
mod other_windows;
mod overlays;
pub mod picture;
pub mod preferences;
mod presenting;
mod program;
mod publishing;
mod reveal;
mod saving;
mod sharing;
mod source_rows;
mod stories;
mod tasks;
pub mod window;

pub use document::Document;
pub use explored::Explored;
pub use files::Files;
pub use message::FilePurpose;
pub use preferences::Preferences;
pub use program::{Program, Screen};
