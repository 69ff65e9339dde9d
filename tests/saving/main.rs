//! Saving a project: whatever fails, and wherever the program or the power ends, a whole project is there.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod changes;
mod faults;
mod killed;
mod simulated;
