//! What things cost in memory, counted byte by byte: the steps of undo, and files that were made to do harm.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says where"
)]

#[path = "../project/every_edit.rs"]
mod every_edit;
mod hostile;
#[path = "../project/sample.rs"]
mod sample;
mod undo;

use std::sync::{Mutex, MutexGuard, PoisonError};

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One test at a time, so that each counts its own.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
