//! The command line, run as its users run it: what it prints, what it writes, with which exit code.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod charts;
mod checks;
mod example;
mod harm;
mod layouts;
mod maps;
mod publishing;
mod refresh;
mod run;
mod stories;
mod surveys;
mod tables;
mod versions;
mod words;
