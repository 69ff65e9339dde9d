//! Takes in what background jobs found.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::document::Document;
use super::message::{CheckedReading, Message};
use super::program::{Program, Screen};
use crate::analysis::MeasureKey;
use crate::base::number;
use crate::base::text::file_name;
use crate::check::Discrepancy;
use crate::data::Source;
use crate::import::{Finding, ReadError, Severity};
use crate::jobs::Finished;
use crate::project::Edit;
use crate::project::store::{OpenError, Opened, SaveError};
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::findings::{FindingRow, FindingWeight};
use crate::ui::kit::{Toast, Tone};

impl Program {
    /// Takes in the end of a job.
    pub(super) fn take_in(&mut self, ctx: &Context, finished: Finished<Message>) {
        match finished {
            Finished::Done(Message::WorkbooksRead(read)) => self.take_workbooks(read),
            Finished::Done(Message::ProjectRead(path, opened)) => self.take_project(path, *opened),
            Finished::Done(Message::ProjectSaved {
                path,
                revision,
                result,
            }) => {
                self.take_saved(ctx, path, revision, result);
            }
            Finished::Done(Message::Explored(explored)) => {
                self.take_explored(explored);
            }
            Finished::Done(Message::Answered(question, answer)) => {
                self.take_answer(question, answer);
            }
            Finished::Done(Message::PictureSaved(path, Ok(()))) => {
                self.note(Tone::Good, format!("Saved {}", file_name(&path)));
            }
            Finished::Done(Message::PictureSaved(path, Err(error))) => {
                self.problem(
                    &format!("{} could not be written", file_name(&path)),
                    &error.to_string(),
                );
            }
            Finished::Done(Message::FilesChosen(purpose, paths)) => {
                self.take_chosen(ctx, purpose, paths);
            }
            Finished::Panicked { title } => {
                let text = format!(
                    "“{title}” came to a stop. Your project is untouched; save it, and try again."
                );
                self.problem("Something went wrong in Bellwether", &text);
            }
        }
    }

    /// Adds what was read as one step of undo; says what could not be read.
    fn take_workbooks(&mut self, read: Vec<(PathBuf, Result<CheckedReading, ReadError>)>) {
        let mut sources = Vec::new();
        let mut problems = Vec::new();
        let mut to_check = 0;
        for (path, reading) in read {
            match reading {
                Ok(CheckedReading {
                    reading,
                    discrepancies,
                }) => {
                    let source = Arc::new(reading.source);
                    to_check += source.open_findings;
                    self.findings.retain(|(id, _)| *id != source.id);
                    let rows = reading.findings.iter().map(|finding| row(&source, finding));
                    let checked = discrepancies.iter();
                    let rows = rows.chain(checked.map(|found| check_row(&source, found)));
                    self.findings
                        .extend(rows.map(|row| (source.id.clone(), row)));
                    sources.push(source);
                }
                Err(ReadError::Cancelled { .. }) => {
                    self.note(Tone::Neutral, "Stopped; nothing was imported");
                }
                Err(error) => problems.push((path, error)),
            }
        }
        if !problems.is_empty() {
            self.tell_problems(&problems);
        }
        if sources.is_empty() {
            return;
        }
        let values: usize = sources.iter().map(|source| source.observations.len()).sum();
        let contents = contents(&sources);
        let first_measure = sources
            .iter()
            .flat_map(|source| &source.measures)
            .next()
            .map(MeasureKey::of);
        let words = match sources.as_slice() {
            [one] => one.file_name.clone(),
            several => format!("{} workbooks", several.len()),
        };
        self.document.history.begin(format!("Import {words}"));
        self.edit(Edit::AddSources(sources));
        self.screen = Screen::Explore;
        self.first_measure = first_measure;
        self.keep_up();
        self.ask_first();
        self.document.history.commit();
        let is_empty = contents.is_empty();
        let contents = if is_empty {
            String::from("0 values")
        } else {
            contents.join(", ")
        };
        let text = format!("{contents} read from {words}");
        let tone = if to_check > 0 || is_empty {
            Tone::Warning
        } else {
            Tone::Good
        };
        let text = if to_check > 0 {
            format!("{text}; {to_check} to check")
        } else {
            text
        };
        self.toasts.push(
            Toast::new(tone, text).action("What was found", Action::Run(Command::ShowFindings)),
        );
        if values == 0 {
            self.screen = Screen::Findings;
        }
    }

    fn tell_problems(&mut self, problems: &[(PathBuf, ReadError)]) {
        match problems {
            [(path, error)] => self.problem(
                &format!("{} was not imported", file_name(path)),
                &error.to_string(),
            ),
            several => {
                let lines: Vec<String> = several
                    .iter()
                    .map(|(path, error)| format!("{}: {error}", file_name(path)))
                    .collect();
                self.problem(
                    &format!("{} workbooks were not imported", several.len()),
                    &lines.join("\n\n"),
                );
            }
        }
    }

    fn take_project(&mut self, path: PathBuf, opened: Result<Opened, OpenError>) {
        match opened {
            Ok(opened) => {
                self.preferences.note_recent(&path);
                self.open(Document::opened(opened.project, path));
                if !opened.unknown_parts.is_empty() {
                    let parts = opened.unknown_parts.join(", ");
                    let text = format!(
                        "Parts of this project are not known to this Bellwether and would be lost by saving: {parts}"
                    );
                    self.toasts
                        .push(Toast::new(Tone::Warning, text).seconds(20.0));
                }
            }
            Err(error) => {
                let text = if is_gone(&error) {
                    self.preferences.forget_recent(&path);
                    format!(
                        "There is no file any more at {}. It was moved, renamed or deleted; it is taken off the \
                         recent projects.",
                        path.display()
                    )
                } else {
                    error.to_string()
                };
                self.problem(&format!("{} was not opened", file_name(&path)), &text);
            }
        }
    }

    fn take_saved(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        revision: u64,
        result: Result<(), SaveError>,
    ) {
        match result {
            Ok(()) => {
                self.document.history.mark_saved(revision);
                self.preferences.note_recent(&path);
                self.note(Tone::Good, format!("Saved {}", file_name(&path)));
                self.document.path = Some(path);
                if let Some(next) = self.after_save.take() {
                    self.go_on(ctx, next);
                }
            }
            Err(error) => {
                self.after_save = None;
                self.problem(
                    &format!("{} was not saved", file_name(&path)),
                    &error.to_string(),
                );
            }
        }
    }

    /// Opens a file or imports it, as at the start with files on the command line.
    pub fn open_at_start(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.act(ctx, Action::TakeFiles(paths));
        }
    }
}

/// Whether a file is no longer there.
fn is_gone(error: &OpenError) -> bool {
    matches!(error, OpenError::Read(error) if error.kind() == std::io::ErrorKind::NotFound)
}

/// What Figure Check found, for reading.
fn check_row(source: &Source, found: &Discrepancy) -> FindingRow {
    FindingRow {
        workbook: source.file_name.clone(),
        place: match found.sheet.trim() {
            "" => found.cell.to_string(),
            sheet => format!("{sheet} › {}", found.cell),
        },
        words: found.to_string(),
        weight: FindingWeight::Caution,
    }
}

/// How much of what some sources hold, for reading; nothing of what they hold none of.
fn contents(sources: &[Arc<Source>]) -> Vec<String> {
    let sum = |of: fn(&Source) -> usize| sources.iter().map(|source| of(source)).sum::<usize>();
    [
        (sum(|source| source.observations.len()), "value", "values"),
        (sum(|source| source.targets.len()), "target", "targets"),
        (
            sum(|source| source.assessments.len()),
            "priority",
            "priorities",
        ),
        (sum(|source| source.places.len()), "place", "places"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, several)| {
        format!(
            "{} {}",
            number::count(count),
            if count == 1 { one } else { several }
        )
    })
    .collect()
}

/// A finding for reading.
fn row(source: &Source, finding: &Finding) -> FindingRow {
    let place = match (finding.sheet.trim(), finding.at) {
        ("", None) => String::new(),
        ("", Some(at)) => at.to_string(),
        (sheet, None) => sheet.to_owned(),
        (sheet, Some(at)) => format!("{sheet} › {at}"),
    };
    FindingRow {
        workbook: source.file_name.clone(),
        place,
        words: finding.to_string(),
        weight: match finding.severity() {
            Severity::Question => FindingWeight::Question,
            Severity::Caution => FindingWeight::Caution,
            Severity::Note => FindingWeight::Note,
        },
    }
}
