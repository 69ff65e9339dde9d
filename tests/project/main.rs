//! The document: its file and its undo, by example and by property.

mod files;
mod sample;
mod undo;
