//! Nothing leaks: what leaves the program is what the rules let out, whichever way it leaves.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod copies;
mod differencing;
mod exits;
mod files;
mod formulas;
mod locks;
mod planted;
mod sockets;
