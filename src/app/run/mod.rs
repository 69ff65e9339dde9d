//! One run of the program and what it leaves on this computer while it lasts: a marker that says how far it came, by
//! which the next start knows of a run that ended without closing. Knows nothing of projects.

mod folder;
mod left;
mod marker;
mod renderer;

pub use folder::{FOLDER_VARIABLE, Run, RunFolder, remove as folder_remove};
pub use left::LeftRun;
pub use marker::{Marker, Stage};
pub use renderer::{RendererChoice, order};
