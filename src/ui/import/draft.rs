//! A workbook on its way into the project: its cells, what was said of it so far, and how it reads with that.

use std::path::PathBuf;
use std::sync::Arc;

use super::digest::Digest;
use crate::analysis::refresh::Comparison;
use crate::base::text::{clean, upper_first};
use crate::check::Discrepancy;
use crate::data::period_label::is_month_name;
use crate::import::decisions::{Decision, Decisions};
use crate::import::remembered::{Drift, Recognised, RememberedLayout};
use crate::import::{OpenedFile, Reading};
use crate::project::Project;
use crate::words::say;

/// A file as it was read, with what Figure Check says of it.
#[derive(Debug)]
pub struct CheckedReading {
    /// What was read.
    pub reading: Reading,
    /// The sender's figures that disagree with the cells they rest on.
    pub discrepancies: Vec<Discrepancy>,
    /// What it brings beside what the project holds.
    pub comparison: Comparison,
    /// What it looks like with what was said of it, to be remembered under a partner's name.
    pub layout: RememberedLayout,
    /// What can be said of it at a glance.
    pub(super) digest: Digest,
}

impl CheckedReading {
    /// A reading of a file with what was said of it, what disagrees in it, and what it brings beside what a
    /// project holds. Goes through all values: not for the frame.
    pub fn new(
        file: &OpenedFile,
        decisions: &Decisions,
        reading: Reading,
        discrepancies: Vec<Discrepancy>,
        project: &Project,
    ) -> Self {
        let (sources, successions) = (&project.sources, &project.successions);
        let (layout, (comparison, digest)) = rayon::join(
            || RememberedLayout::of("", file, &reading, decisions),
            || {
                let comparison = Comparison::of(&reading.source, sources, successions);
                (comparison, Digest::of(&reading))
            },
        );
        Self {
            reading,
            discrepancies,
            comparison,
            layout,
            digest,
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
    /// Under whose name its layout is to be remembered; not at all where empty.
    pub partner: String,
    /// Under whose name it was known again.
    recognised_as: Option<String>,
    /// How it differs from the layout that was remembered.
    drift: Vec<Drift>,
    decisions: Decisions,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Counts what was said, so that an answer can be told from an older one.
    revision: u64,
    read_revision: u64,
}

impl ImportDraft {
    /// A workbook of which nothing was said yet, but for what was said of the layout of which it is.
    pub fn new(
        path: PathBuf,
        file: Arc<OpenedFile>,
        read: CheckedReading,
        recognised: Option<Recognised>,
    ) -> Self {
        let proposed = proposed_partner(&file.file_name);
        let (partner, recognised_as, decisions, drift) = match recognised {
            Some(known) => {
                let name = known.partner;
                (name.clone(), Some(name), known.decisions, known.drift)
            }
            None => (proposed, None, Decisions::default(), Vec::new()),
        };
        // What was said of the last return can be taken back like anything else.
        let done = match &recognised_as {
            Some(name) if !decisions.is_empty() => vec![Step {
                label: say::said_last_time(name),
                decisions: Decisions::default(),
            }],
            _ => Vec::new(),
        };
        Self {
            path,
            file,
            read,
            partner,
            recognised_as,
            drift,
            decisions,
            done,
            undone: Vec::new(),
            revision: 0,
            read_revision: 0,
        }
    }

    /// Under whose name it was known again, and how it differs from what was remembered.
    pub fn recognised(&self) -> Option<(&str, &[Drift])> {
        Some((self.recognised_as.as_deref()?, &self.drift))
    }

    /// The layout under the partner's name; `None` where it is not to be remembered.
    pub fn layout(&self) -> Option<RememberedLayout> {
        let partner = clean(&self.partner);
        (!partner.is_empty()).then(|| RememberedLayout {
            partner,
            ..self.read.layout.clone()
        })
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

/// A name for a partner's return from that of its file, without what belongs to one return alone:
/// "Police return" of `police_return_sep_22.xlsx`.
fn proposed_partner(file_name: &str) -> String {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    let words: Vec<&str> = stem
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .filter(|word| !word.chars().any(|letter| letter.is_ascii_digit()))
        .filter(|word| !is_month_name(&word.to_lowercase()))
        .collect();
    upper_first(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_is_named_after_the_file_without_its_period() {
        assert_eq!(
            proposed_partner("police_return_sep_22.xlsx"),
            "Police return"
        );
        assert_eq!(proposed_partner("ASB by ward Q1 2023.csv"), "ASB by ward");
        assert_eq!(proposed_partner("2023-05.csv"), "");
    }
}
