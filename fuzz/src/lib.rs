//! The layers of the program that read files, built without its window, and what is asked of them for any
//! input at all.

#[path = "../../src/base/mod.rs"]
pub mod base;
#[path = "../../src/data/mod.rs"]
pub mod data;
#[path = "../../src/import/mod.rs"]
pub mod import;

pub mod asked;
pub mod packages;

// The writer of compound files, which the import keeps to itself.
#[expect(dead_code, reason = "nothing is read with it here")]
#[path = "../../src/import/compound.rs"]
mod compound;
