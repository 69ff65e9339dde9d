//! The layers of the program that read files, built without its window, and what is asked of them for any
//! input at all.

#[path = "../../src/analysis/mod.rs"]
pub mod analysis;
#[path = "../../src/base/mod.rs"]
pub mod base;
#[path = "../../src/chart/mod.rs"]
pub mod chart;
#[path = "../../src/check/mod.rs"]
pub mod check;
#[path = "../../src/data/mod.rs"]
pub mod data;
#[path = "../../src/export/mod.rs"]
pub mod export;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/project/mod.rs"]
pub mod project;
#[path = "../../src/stats/mod.rs"]
pub mod stats;
#[expect(dead_code, reason = "no window is here to say them")]
#[path = "../../src/words/mod.rs"]
pub mod words;

pub mod app;
pub mod asked;
pub mod asked_of_files;
pub mod asked_of_kept;
pub mod asked_of_locks;
pub mod decks;
pub mod packages;
pub mod shelf;

// The writer of compound files, which the import keeps to itself.
#[expect(dead_code, reason = "nothing is read with it here")]
#[path = "../../src/import/compound.rs"]
mod compound;
