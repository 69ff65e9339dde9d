//! The start of the window: which renderer is tried, what is noted of it while it is tried, what is said where none works.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::crash;
use super::preferences::Preferences;
use super::run::{Marker, RendererChoice, Run, RunFolder, Stage, order};

/// What was asked for on the command line.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// A project to open, or workbooks to import.
    pub files: Vec<PathBuf>,
    /// The renderer.
    pub renderer: Option<RendererChoice>,
    /// Whether the window is only opened to measure how soon it is there.
    pub is_measured: bool,
}

/// A window that is being opened.
#[derive(Debug)]
pub struct Starting {
    /// What was asked for.
    pub wanted: Wanted,
    /// This run; `None` where its folder cannot be written.
    pub run: Option<Arc<Run>>,
    /// The renderer with which the last start came to grief.
    pub failed: Option<RendererChoice>,
    order: [RendererChoice; 2],
    was_drawn: AtomicBool,
}

impl Starting {
    /// Begins a run and decides which renderer is tried first.
    pub fn new(wanted: Wanted) -> Arc<Self> {
        let folder = if wanted.is_measured {
            None
        } else {
            RunFolder::of_user()
        };
        let failed = folder.as_ref().and_then(|folder| {
            let left = folder.left();
            let latest = left.last()?.marker.as_ref();
            latest.and_then(Marker::failed_renderer)
        });
        let run = folder.and_then(|folder| match Run::begin(folder) {
            Ok(run) => Some(Arc::new(run)),
            Err(error) => {
                tracing::warn!(%error, "nothing can be kept for a crash");
                None
            }
        });
        if let Some(run) = &run {
            crash::install(run.clone());
        }
        let worked = Preferences::of_user().kept.renderer;
        Arc::new(Self {
            order: order(wanted.renderer, worked, failed),
            wanted,
            run,
            failed,
            was_drawn: AtomicBool::new(false),
        })
    }

    /// The window was drawn.
    pub fn note_drawn(&self) {
        self.was_drawn.store(true, Ordering::Relaxed);
    }

    /// Tries one renderer after the other, in this process. What comes to grief once the window was drawn is no matter
    /// of renderers.
    ///
    /// # Errors
    /// What each of them said, the first one first.
    pub fn open(
        &self,
        open: impl Fn(RendererChoice) -> Result<(), String>,
    ) -> Result<(), [(RendererChoice, String); 2]> {
        let attempt = |renderer: RendererChoice| {
            if let Some(run) = &self.run {
                run.note_stage(Stage::Trying(renderer));
            }
            let tried = panic::catch_unwind(AssertUnwindSafe(|| open(renderer)));
            let result = tried.unwrap_or_else(|payload| {
                if self.was_drawn.load(Ordering::Relaxed) {
                    panic::resume_unwind(payload);
                }
                Err(String::from("it came to a stop"))
            });
            if let Err(error) = &result {
                tracing::warn!(error, renderer = renderer.words(), "no window");
            }
            result
        };
        let [first, second] = self.order;
        let Err(one) = attempt(first) else {
            return Ok(());
        };
        attempt(second).map_err(|other| {
            // Said to whoever started it: nothing of this run is left to be told of.
            if let Some(run) = &self.run {
                run.end();
            }
            [(first, one), (second, other)]
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    fn starting(run: Option<Arc<Run>>) -> Starting {
        Starting {
            wanted: Wanted::default(),
            order: order(None, None, None),
            run,
            failed: None,
            was_drawn: AtomicBool::new(false),
        }
    }

    #[test]
    fn the_second_renderer_is_tried_where_the_first_fails_or_panics() {
        for is_panicking in [false, true] {
            let tried = RefCell::new(Vec::new());
            let opened = starting(None).open(|renderer| {
                tried.borrow_mut().push(renderer);
                match renderer {
                    RendererChoice::Wgpu if is_panicking => panic!("no adapter"),
                    RendererChoice::Wgpu => Err(String::from("no adapter")),
                    RendererChoice::Glow => Ok(()),
                }
            });
            assert_eq!(opened, Ok(()));
            assert_eq!(
                tried.into_inner(),
                [RendererChoice::Wgpu, RendererChoice::Glow]
            );
        }
    }

    #[test]
    fn where_none_works_both_say_why_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let folder = RunFolder::at(folder.path());
        let run = Arc::new(Run::begin(folder.clone()).unwrap());
        let failed = starting(Some(run)).open(|renderer| Err(renderer.words().to_owned()));
        let [one, other] = failed.unwrap_err();
        assert_eq!(one.0, RendererChoice::Wgpu);
        assert_eq!(other.1, "OpenGL");
        assert!(folder.left().is_empty());
    }

    #[test]
    fn a_crash_of_the_drawn_window_is_not_taken_for_a_broken_renderer() {
        let starting = starting(None);
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            starting.open(|_| {
                starting.note_drawn();
                panic!("later")
            })
        }));
        assert!(outcome.is_err());
    }
}
