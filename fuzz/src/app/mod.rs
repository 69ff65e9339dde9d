//! What the program keeps for itself on this computer, as far as it needs no window.

#[path = "../../../src/app/kept.rs"]
pub mod kept;
#[path = "../../../src/app/run/mod.rs"]
pub mod run;
#[path = "../../../src/app/recovery/sidecar.rs"]
pub mod sidecar;
