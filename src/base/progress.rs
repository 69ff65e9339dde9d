//! How far a long piece of work has come, and whether somebody asked it to stop. Shared between the
//! thread that works and the one that shows; cheap enough to update for every row.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A handle to the state of one piece of work; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    stage: Mutex<String>,
}

/// The work was stopped because somebody asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped before it was finished")]
pub struct Cancelled;

impl Progress {
    /// Work that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what is being done ("Reading Table P1") and of how many steps it consists; 0 where that is
    /// not known.
    pub fn begin_stage(&self, stage: impl Into<String>, total: u64) {
        *self.0.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage.into();
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Counts steps as done.
    pub fn advance(&self, steps: u64) {
        self.0.done.fetch_add(steps, Ordering::Relaxed);
    }

    /// What is being done.
    pub fn stage(&self) -> String {
        self.0
            .stage
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The part done, 0 to 1, or `None` where the total is not known.
    pub fn fraction(&self) -> Option<f32> {
        let total = self.0.total.load(Ordering::Relaxed);
        let done = self.0.done.load(Ordering::Relaxed).min(total);
        #[expect(
            clippy::cast_precision_loss,
            reason = "a progress bar has a few hundred pixels"
        )]
        (total > 0).then(|| done as f32 / total as f32)
    }

    /// How many steps are done, and of how many the stage consists; 0 where that is not known.
    pub fn steps(&self) -> (u64, u64) {
        let (done, total) = (&self.0.done, &self.0.total);
        (done.load(Ordering::Relaxed), total.load(Ordering::Relaxed))
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked the work to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }

    /// For use with `?` inside the work.
    ///
    /// # Errors
    /// [`Cancelled`] once somebody asked the work to stop.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}
