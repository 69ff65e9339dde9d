//! What is done when the thread of the window panics: the report is written, then the work that was not saved.

use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::{self, ThreadId};

use jiff::Timestamp;

use super::message;
use super::report::{Report, report_path};
use super::trail;
use crate::app::recovery::Work;
use crate::app::run::Run;

/// The thread of the window, and its run.
static WATCHED: OnceLock<(ThreadId, Arc<Run>)> = OnceLock::new();

/// The work that is not saved.
static WORK: Mutex<Option<Work>> = Mutex::new(None);

/// What draws the window.
static RENDERER: Mutex<String> = Mutex::new(String::new());

/// Watches the thread that calls it: from here on a panic of that thread leaves a report and the work beside the marker
/// of the run. What other threads come to is caught by their jobs, and only noted.
pub fn install(run: Arc<Run>) {
    if WATCHED.set((thread::current().id(), run)).is_err() {
        return;
    }
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        leave(info);
        usual(info);
    }));
}

/// Notes what draws the window.
pub fn note_renderer(words: &str) {
    let mut renderer = RENDERER.lock().unwrap_or_else(PoisonError::into_inner);
    words.clone_into(&mut renderer);
}

/// Holds the work that is not saved, where a run is watched; `work` is only called where it is another state than the
/// one held.
pub fn hold_work(work: impl FnOnce() -> Work) {
    if WATCHED.get().is_none() {
        return;
    }
    let mut held = WORK.lock().unwrap_or_else(PoisonError::into_inner);
    *held = Some(work());
}

/// There is no work any more that is not saved.
pub fn forget_work() {
    let mut held = WORK.lock().unwrap_or_else(PoisonError::into_inner);
    *held = None;
}

fn leave(info: &PanicHookInfo<'_>) {
    let Some((watched, run)) = WATCHED.get() else {
        return;
    };
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    if thread::current().id() != *watched {
        trail::note_words(format!("background work came to a stop at {place}"));
        return;
    }
    let marker = run.marker();
    let report = Report {
        what: message::words(info.payload()),
        place,
        renderer: RENDERER
            .try_lock()
            .map(|held| held.clone())
            .unwrap_or_default(),
        seconds: Some(Timestamp::now().duration_since(marker.began).as_secs()),
        trail: trail::lines().unwrap_or_default(),
        backtrace: format!("{:#}", Backtrace::force_capture()),
        base_address: install as *const () as usize,
    };
    // Nobody is there to be told of a failure: the next start says what there is.
    if let Err(error) = report.write(&report_path(run.folder(), &marker)) {
        tracing::error!(%error, "no crash report could be written");
    }
    let work = WORK.try_lock().ok().and_then(|mut held| held.take());
    if let Some(work) = work
        && let Err(error) = work.keep()
    {
        tracing::error!(%error, "the work could not be kept");
    }
}
