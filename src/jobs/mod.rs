//! Work in the background: each job on a thread with a name, with progress, cancel and a message at its
//! end that wakes whoever waits. Generic: it knows nothing of what is done.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use crate::base::progress::Progress;

/// Called whenever a job has something to show, from the job's thread.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Names one job among those of its [`Jobs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(u64);

/// A job under way.
#[derive(Clone, Debug)]
pub struct RunningJob {
    /// The job.
    pub id: JobId,
    /// What it does, for reading.
    pub title: String,
    /// How far it has come; also the way to stop it.
    pub progress: Progress,
    /// When it was begun.
    pub started: Instant,
}

/// What a finished job left.
#[derive(Debug)]
pub enum Finished<M> {
    /// Its result.
    Done(M),
    /// It came to grief in a way that it should not have; what it was doing.
    Panicked {
        /// The job's title.
        title: String,
    },
}

/// The jobs of one owner, whose results are messages of type `M`.
pub struct Jobs<M> {
    running: Vec<RunningJob>,
    next_id: u64,
    waker: Waker,
    sender: Sender<(JobId, Finished<M>)>,
    receiver: Receiver<(JobId, Finished<M>)>,
}

impl<M: Send + 'static> Jobs<M> {
    /// No jobs yet; `waker` is called when one ends.
    pub fn new(waker: Waker) -> Self {
        let (sender, receiver) = mpsc::channel();
        Self {
            running: Vec::new(),
            next_id: 0,
            waker,
            sender,
            receiver,
        }
    }

    /// Starts `work` on a thread of its own.
    ///
    /// # Errors
    /// Where the system gives no thread; the work was not begun.
    pub fn start(
        &mut self,
        title: impl Into<String>,
        work: impl FnOnce(&Progress) -> M + Send + 'static,
    ) -> std::io::Result<JobId> {
        let title = title.into();
        let id = JobId(self.next_id);
        let progress = Progress::new();
        let (sender, waker) = (self.sender.clone(), self.waker.clone());
        let (job_title, job_progress) = (title.clone(), progress.clone());
        thread::Builder::new().name(title.clone()).spawn(move || {
            let result = panic::catch_unwind(AssertUnwindSafe(|| work(&job_progress)));
            let finished = result.map_or(Finished::Panicked { title: job_title }, Finished::Done);
            // The owner may be gone, as when the window was closed: then nobody waits.
            if sender.send((id, finished)).is_ok() {
                waker();
            }
        })?;
        self.next_id += 1;
        self.running.push(RunningJob {
            id,
            title,
            progress,
            started: Instant::now(),
        });
        Ok(id)
    }

    /// The jobs under way, first begun first.
    pub fn running(&self) -> &[RunningJob] {
        &self.running
    }

    /// What has finished since the last call.
    pub fn poll(&mut self) -> Vec<Finished<M>> {
        let finished: Vec<_> = self.receiver.try_iter().collect();
        self.running
            .retain(|job| !finished.iter().any(|(id, _)| *id == job.id));
        finished.into_iter().map(|(_, result)| result).collect()
    }

    /// Waits for the next job to finish; `None` where none is under way.
    pub fn wait(&mut self) -> Option<Finished<M>> {
        if self.running.is_empty() {
            return None;
        }
        let (id, result) = self.receiver.recv().ok()?;
        self.running.retain(|job| job.id != id);
        Some(result)
    }

    /// Asks every job to stop.
    pub fn cancel_all(&self) {
        for job in &self.running {
            job.progress.cancel();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn jobs() -> (Jobs<u32>, Arc<AtomicUsize>) {
        let woken = Arc::new(AtomicUsize::new(0));
        let counter = woken.clone();
        let waker: Waker = Arc::new(move || {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        (Jobs::new(waker), woken)
    }

    #[test]
    fn a_job_reports_its_result() {
        let (mut jobs, _) = jobs();
        jobs.start("Adding", |_| 2 + 3).unwrap();
        assert_eq!(jobs.running().len(), 1);
        assert!(matches!(jobs.wait(), Some(Finished::Done(5))));
        assert!(jobs.running().is_empty());
        assert!(jobs.wait().is_none());
    }

    #[test]
    fn a_cancelled_job_learns_of_it() {
        let (mut jobs, _) = jobs();
        jobs.start("Waiting", |progress| {
            while progress.check().is_ok() {
                thread::yield_now();
            }
            7
        })
        .unwrap();
        jobs.cancel_all();
        assert!(matches!(jobs.wait(), Some(Finished::Done(7))));
    }

    #[test]
    fn a_job_that_panics_takes_nothing_down() {
        let (mut jobs, _) = jobs();
        jobs.start("Failing", |_| panic!("on purpose")).unwrap();
        match jobs.wait() {
            Some(Finished::Panicked { title }) => assert_eq!(title, "Failing"),
            other => panic!("{other:?}"),
        }
    }
}
