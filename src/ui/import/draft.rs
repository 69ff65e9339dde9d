//! A workbook on its way into the project: its cells, what was said of it so far, and how it reads with that.

use std::path::PathBuf;
use std::sync::Arc;

use super::digest::Digest;
use crate::analysis::refresh::Comparison;
use crate::check::Discrepancy;
use crate::import::decisions::{Decision, Decisions};
use crate::import::{OpenedFile, Reading};
use crate::project::Project;

/// A file as it was read, with what Figure Check says of it.
#[derive(Debug)]
pub struct CheckedReading {
    /// What was read.
    pub reading: Reading,
    /// The sender's figures that disagree with the cells they rest on.
    pub discrepancies: Vec<Discrepancy>,
    /// What it brings beside what the project holds.
    pub comparison: Comparison,
    /// What can be said of it at a glance.
    pub(super) digest: Digest,
}

impl CheckedReading {
    /// A reading, what disagrees in it, and what it brings beside what a project holds. Goes through all
    /// values: not for the frame.
    pub fn new(reading: Reading, discrepancies: Vec<Discrepancy>, project: &Project) -> Self {
        let (sources, successions) = (&project.sources, &project.successions);
        Self {
            comparison: Comparison::of(&reading.source, sources, successions),
            digest: Digest::of(&reading),
            reading,
            discrepancies,
        }
    }
}

/// A step of what was said, to go back to.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    decisions: Decisions,
}

/// A workbook that is being imported.
#[derive(Debug)]
pub struct ImportDraft {
    /// Where it lies.
    pub path: PathBuf,
    /// Its cells.
    pub file: Arc<OpenedFile>,
    /// How it reads; with what was said last once that has been worked out.
    pub read: CheckedReading,
    decisions: Decisions,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Counts what was said, so that an answer can be told from an older one.
    revision: u64,
    read_revision: u64,
}

impl ImportDraft {
    /// A workbook of which nothing was said yet.
    pub fn new(path: PathBuf, file: Arc<OpenedFile>, read: CheckedReading) -> Self {
        Self {
            path,
            file,
            read,
            decisions: Decisions::default(),
            done: Vec::new(),
            undone: Vec::new(),
            revision: 0,
            read_revision: 0,
        }
    }

    /// What was said.
    pub const fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// The number of what was said last.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether what was said last has not been worked out yet.
    pub const fn is_behind(&self) -> bool {
        self.revision != self.read_revision
    }

    /// Takes something said into account, as one step.
    pub fn decide(&mut self, label: String, decisions: impl IntoIterator<Item = Decision>) {
        let decisions_before = self.decisions.clone();
        for decision in decisions {
            self.decisions.decide(decision);
        }
        self.done.push(Step {
            label,
            decisions: decisions_before,
        });
        self.undone.clear();
        self.revision += 1;
    }

    /// Takes the last step back; what it was.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.done.pop()?;
        let label = step.label.clone();
        let now = self.exchange(step);
        self.undone.push(now);
        Some(label)
    }

    /// Makes the step that was taken back last once more; what it was.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.undone.pop()?;
        let label = step.label.clone();
        let now = self.exchange(step);
        self.done.push(now);
        Some(label)
    }

    fn exchange(&mut self, step: Step) -> Step {
        self.revision += 1;
        Step {
            label: step.label,
            decisions: std::mem::replace(&mut self.decisions, step.decisions),
        }
    }

    /// What was said, in words, from the first.
    pub fn said(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.done.iter().map(|step| step.label.as_str())
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.said().next_back()
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }

    /// Takes how the file reads with what was said at a revision; nothing where more was said since.
    pub fn take(&mut self, revision: u64, read: CheckedReading) {
        if revision == self.revision {
            self.read = read;
            self.read_revision = revision;
        }
    }
}
