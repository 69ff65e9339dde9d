//! The document: its file and its undo, by example and by property.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says where"
)]

mod files;
mod sample;
mod undo;
