//! The document: its file and its undo, by example and by property.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod boundaries;
mod brand;
mod breaks;
mod damage;
mod dictionary;
mod differences;
mod every_edit;
mod files;
mod harm;
mod lineages;
mod newer;
mod own_groups;
mod refresh;
mod released;
mod sample;
mod stories;
mod targets;
mod undo;
