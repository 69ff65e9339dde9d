//! Workbooks on their way into the project: read, shown, corrected, and taken as one step of undo.

use std::path::PathBuf;
use std::sync::Arc;

use super::message::OpenedWorkbook;
use super::program::{Program, Screen};
use super::tasks;
use crate::analysis::MeasureKey;
use crate::check::Discrepancy;
use crate::data::SourceId;
use crate::import::remembered::RememberedLayout;
use crate::import::{Finding, ReadError, Severity};
use crate::project::Edit;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::findings::{FindingRow, FindingWeight};
use crate::ui::import::{CheckedReading, ImportAction, ImportDraft, ImportState, contents};
use crate::ui::kit::{Toast, Tone};
use crate::words::say;

/// What is being imported, and how it is looked at.
#[derive(Default)]
pub(super) struct Importing {
    pub(super) drafts: Vec<ImportDraft>,
    pub(super) state: ImportState,
}

impl Program {
    /// Shows what was read; says what could not be read.
    pub(super) fn take_workbooks(&mut self, read: Vec<(PathBuf, OpenedWorkbook)>) {
        let mut problems = Vec::new();
        let mut drafts = Vec::new();
        for (path, opened) in read {
            match opened {
                Ok(opened) => {
                    let (file, read, recognised) = *opened;
                    let draft = ImportDraft::new(path, Arc::new(file), read, recognised);
                    drafts.push(draft);
                }
                Err(ReadError::Cancelled { .. }) => {
                    self.note(Tone::Neutral, say::import_stopped());
                }
                Err(error) => problems.push((path, error)),
            }
        }
        if !problems.is_empty() {
            self.tell_problems(&problems);
        }
        if drafts.is_empty() {
            return;
        }
        let importing = &mut self.importing;
        // The same workbook once more takes the place of what was there.
        let is_new = |held: &ImportDraft| drafts.iter().all(|new| new.file.id != held.file.id);
        importing.drafts.retain(is_new);
        importing.drafts.extend(drafts);
        importing.state.show_first(&importing.drafts);
        self.screen = Screen::Import;
    }

    /// Does what the import screen asked for.
    pub(super) fn act_on_import(&mut self, action: ImportAction) {
        match action {
            ImportAction::Decide {
                workbook,
                label,
                decisions,
            } => {
                if let Some(draft) = self.importing.drafts.get_mut(workbook) {
                    draft.decide(label, decisions);
                    self.read_again(workbook);
                }
            }
            ImportAction::RememberAs { workbook, partner } => {
                if let Some(draft) = self.importing.drafts.get_mut(workbook) {
                    draft.partner = partner;
                }
            }
            ImportAction::Finish => self.finish_import(),
            ImportAction::Cancel => self.cancel_import(),
        }
    }

    /// Takes back, or makes again, the last thing that was said of the workbook on show.
    pub(super) fn step_back_on_import(&mut self, redo: bool) {
        let workbook = self.importing.state.workbook;
        let Some(draft) = self.importing.drafts.get_mut(workbook) else {
            return;
        };
        let (done, nothing) = if redo {
            (draft.redo().map(say::redo_done), say::redo_nothing())
        } else {
            (draft.undo().map(say::undo_done), say::undo_nothing())
        };
        match done {
            Some(done) => {
                self.note_on("undo", done);
                self.read_again(workbook);
            }
            None => self.note_on("undo", nothing),
        }
    }

    /// Reads a workbook again with what was said of it.
    fn read_again(&mut self, workbook: usize) {
        let Some(draft) = self.importing.drafts.get(workbook) else {
            return;
        };
        let (file, decisions) = (draft.file.clone(), draft.decisions().clone());
        let revision = draft.revision();
        let title = say::job_reading_again(&*file.file_name);
        let others = self.importing.drafts.iter();
        let others = others.filter(|other| other.file.id != file.id);
        // A list of codes and names that is imported along makes its places known here, too.
        let project = self.document.history.project().clone();
        let gazetteer = others.fold(project.gazetteer(), |known, other| {
            known.extended_with(&other.read.reading.source.places)
        });
        self.start(title, move |progress| {
            tasks::read_again(&file, &gazetteer, &decisions, revision, &project, progress)
        });
    }

    /// Takes in how a workbook reads with what was said of it.
    pub(super) fn take_read_again(
        &mut self,
        id: &SourceId,
        revision: u64,
        result: Result<CheckedReading, ReadError>,
    ) {
        let drafts = &mut self.importing.drafts;
        let Some(draft) = drafts.iter_mut().find(|draft| draft.file.id == *id) else {
            return;
        };
        match result {
            Ok(read) => draft.take(revision, read),
            Err(error) => {
                let path = draft.path.clone();
                // What was shown still holds; so does what was said before.
                draft.undo();
                self.tell_problems(&[(path, error)]);
            }
        }
    }

    /// Leaves the import screen; the project is as it was.
    fn cancel_import(&mut self) {
        self.screen = self.screen_without_import();
        self.forget_import();
    }

    /// Forgets what was being imported once another screen is on show, and offers the way back.
    pub(super) fn forget_import(&mut self) {
        if self.screen == Screen::Import || self.importing.drafts.is_empty() {
            return;
        }
        let importing = std::mem::take(&mut self.importing);
        let paths: Vec<PathBuf> = importing
            .drafts
            .into_iter()
            .map(|draft| draft.path)
            .collect();
        let toast = Toast::new(Tone::Neutral, say::import_left());
        self.toasts
            .push(toast.action(say::import_left_again(), Action::TakeFiles(paths)));
    }

    /// What is shown once nothing is being imported any more.
    fn screen_without_import(&self) -> Screen {
        if self.document.history.project().sources.is_empty() && self.document.path.is_none() {
            Screen::Welcome
        } else {
            Screen::Explore
        }
    }

    /// Adds what was read as one step of undo.
    fn finish_import(&mut self) {
        let drafts = std::mem::take(&mut self.importing).drafts;
        let mut sources = Vec::new();
        let mut to_check = 0;
        let layouts: Vec<RememberedLayout> =
            drafts.iter().filter_map(ImportDraft::layout).collect();
        for draft in drafts {
            let CheckedReading {
                reading,
                discrepancies,
                ..
            } = draft.read;
            let source = reading.source;
            self.preferences.note_workbook(&source.id, &draft.path);
            to_check += source.open_findings;
            self.findings.retain(|(id, _)| *id != source.id);
            let rows = reading.findings.iter().map(|finding| row(&source, finding));
            let checked = discrepancies.iter();
            let rows = rows.chain(checked.map(|found| check_row(&source, found)));
            self.findings
                .extend(rows.map(|row| (source.id.clone(), row)));
            sources.push(source);
        }
        if sources.is_empty() {
            return;
        }
        let brought = contents(&sources).join(", ");
        let first_measure = sources
            .iter()
            .flat_map(|source| &source.measures)
            .next()
            .map(MeasureKey::of);
        let from = match sources.as_slice() {
            [one] => one.file_name.clone(),
            several => say::count_workbooks(several.len()),
        };
        // What undo calls its steps is English.
        let step = match sources.as_slice() {
            [one] => format!("Import {}", one.file_name),
            several => format!("Import {} workbooks", several.len()),
        };
        self.document.history.begin(step);
        self.edit(Edit::AddSources(sources));
        for layout in &layouts {
            self.edit(Edit::RememberLayout(layout.clone()));
        }
        self.screen = Screen::Explore;
        self.first_measure = first_measure;
        self.keep_up();
        self.ask_first();
        self.document.history.commit();
        if let Some(folder) = self.preferences.layout_folder()
            && !layouts.is_empty()
        {
            let title = say::job_remembering_layout().to_owned();
            self.start(title, move |_| tasks::save_layouts(&folder, &layouts));
        }
        let (tone, text) = if to_check > 0 {
            let said = say::ImportDoneToCheck {
                contents: brought,
                count: to_check,
                from,
            };
            (Tone::Warning, said.say())
        } else {
            let said = say::ImportDone {
                contents: brought,
                from,
            };
            (Tone::Good, said.say())
        };
        self.toasts.push(Toast::new(tone, text).action(
            say::import_done_findings(),
            Action::Run(Command::ShowFindings),
        ));
    }
}

/// What Figure Check found, for reading.
fn check_row(source: &crate::data::Source, found: &Discrepancy) -> FindingRow {
    FindingRow {
        workbook: source.file_name.clone(),
        place: match found.sheet.trim() {
            "" => found.cell.to_string(),
            sheet => format!("{sheet} › {}", found.cell),
        },
        words: found.words(),
        weight: FindingWeight::Caution,
    }
}

/// A finding for reading.
fn row(source: &crate::data::Source, finding: &Finding) -> FindingRow {
    let place = match (finding.sheet.trim(), finding.at) {
        ("", None) => String::new(),
        ("", Some(at)) => at.to_string(),
        (sheet, None) => sheet.to_owned(),
        (sheet, Some(at)) => format!("{sheet} › {at}"),
    };
    FindingRow {
        workbook: source.file_name.clone(),
        place,
        words: finding.words(),
        weight: match finding.severity() {
            Severity::Question => FindingWeight::Question,
            Severity::Caution => FindingWeight::Caution,
            Severity::Note => FindingWeight::Note,
        },
    }
}
