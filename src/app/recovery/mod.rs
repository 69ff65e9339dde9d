//! Work that was not saved: kept on this computer a few seconds after it was done, offered after a run that ended
//! without closing. The file that the user saves is never touched by it.

mod contents;
mod done;
mod found;
mod keeping;
mod recovering;
mod sidecar;

use std::path::PathBuf;
use std::sync::Arc;

pub use contents::{bytes_of, project_of};
use done::Done;
use found::Offer;
pub use found::{FoundWork, find};
use keeping::Keeping;
pub use keeping::Unsaved;
pub use sidecar::Sidecar;

use super::run::Run;
use crate::jobs::{Jobs, Waker};
use crate::project::Project;

/// The ending of recovery files.
pub const RECOVERY: &str = "bellwether";
/// The ending of what is noted of each.
pub const SIDECAR: &str = "ron";
/// The ending of recovery files that could not be read; they are kept for whoever can.
pub const DAMAGED: &str = "damaged";

/// What keeps the work of this run, and what was found of earlier ones.
pub struct Recovery {
    jobs: Jobs<Done>,
    /// This run; `None` keeps nothing, as for pictures.
    run: Option<Arc<Run>>,
    keeping: Keeping,
    /// The states of the project now and as it was saved, and whether there is work to lose between them.
    state: Option<((u64, u64), bool)>,
    /// The document and state that are held for the case of a crash.
    held: Option<(u32, u64)>,
    /// What waits for the user's word, the first on show.
    offers: Vec<Offer>,
    /// Reports of crashes, each with its file, the first on show.
    crashes: Vec<(PathBuf, String)>,
    /// Whether the first offer is to be discarded for good, once more asked.
    is_discarding: bool,
    /// What is offered as soon as unsaved work is dealt with.
    chosen: Option<Offer>,
    /// What the open project was recovered from, until this run keeps it itself.
    recovered_from: Option<Offer>,
    had_focus: bool,
    was_told: bool,
}

impl Recovery {
    /// Keeps nothing yet; `waker` is called when background work has something to show.
    pub fn new(waker: Waker) -> Self {
        Self {
            jobs: Jobs::new(waker),
            run: None,
            keeping: Keeping::default(),
            state: None,
            held: None,
            offers: Vec::new(),
            crashes: Vec::new(),
            is_discarding: false,
            chosen: None,
            recovered_from: None,
            had_focus: true,
            was_told: false,
        }
    }

    /// Whether something waits for the user's word.
    pub const fn has_dialog(&self) -> bool {
        !self.offers.is_empty() || !self.crashes.is_empty()
    }

    /// Another project takes the place of the one that was open.
    pub fn begin_document(&mut self) {
        self.keeping.begin_document();
        self.state = None;
    }
}

/// Work as it is kept: enough to write it, whatever happens to the window.
#[derive(Clone, Debug)]
pub struct Work {
    /// Where it is kept.
    pub path: PathBuf,
    /// What is noted of it.
    pub sidecar: Sidecar,
    /// The work.
    pub project: Arc<Project>,
}
