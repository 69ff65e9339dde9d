//! The cells behind a value: the workbook is not kept with the project, so that it is looked for where it was
//! imported from and beside the project, and shown where it is still the same, byte by byte.

use std::path::PathBuf;
use std::sync::Arc;

use super::message::OpenedWorkbook;
use super::program::{Asking, Program, Screen};
use super::tasks;
use crate::base::text::file_name;
use crate::data::Source;
use crate::import::ReadError;
use crate::ui::action::Actions;
use crate::ui::import::{ImportDraft, RowsOnShow, RowsWanted, source_rows_ui};
use crate::ui::kit::Tone;
use crate::words::{self, say};

/// The cells that were asked for, and those on show.
#[derive(Default)]
pub(super) struct SourceRows {
    /// Waits for its workbook.
    wanted: Option<RowsWanted>,
    on_show: Option<RowsOnShow>,
}

/// What came of looking for a workbook.
#[derive(Debug)]
pub struct RowsRead {
    /// The cells that are to be shown.
    pub wanted: RowsWanted,
    /// What was found.
    pub found: RowsFound,
}

/// What was found of a workbook.
#[derive(Debug)]
pub enum RowsFound {
    /// No file was there.
    Nowhere,
    /// A file, whose contents are not those that were imported.
    Differs(PathBuf),
    /// The workbook as it was imported, and where; or why it cannot be read.
    Workbook(PathBuf, OpenedWorkbook),
}

impl Program {
    /// Looks for the workbook of a value in the background: in one place, or where it may be.
    pub(super) fn show_rows(&mut self, wanted: RowsWanted, chosen: Option<PathBuf>) {
        let places = chosen.map_or_else(|| self.places_of(&wanted), |path| vec![path]);
        self.source_rows.wanted = Some(wanted.clone());
        let project = self.document.history.project().clone();
        let folder = self.preferences.layout_folder();
        let title = say::job_opening(&*wanted.file_name);
        self.start(title, move |progress| {
            tasks::read_rows(wanted, &places, &project, folder.as_ref(), progress)
        });
    }

    /// Looks for the workbook of a value in the file that was chosen.
    pub(super) fn look_for_rows_in(&mut self, path: PathBuf) {
        if let Some(wanted) = self.source_rows.wanted.clone() {
            self.show_rows(wanted, Some(path));
        }
    }

    /// Where a workbook was imported from, then beside the project.
    fn places_of(&self, wanted: &RowsWanted) -> Vec<PathBuf> {
        let remembered = self.preferences.workbook(&wanted.source);
        let project = self.document.path.as_deref();
        let beside = project.and_then(|path| Some(path.parent()?.join(&wanted.file_name)));
        remembered
            .map(PathBuf::from)
            .into_iter()
            .chain(beside)
            .collect()
    }

    /// Shows the cells, or says why they cannot be shown and what can be done.
    pub(super) fn take_rows(&mut self, read: RowsRead) {
        let RowsRead { wanted, found } = read;
        // Meanwhile other cells were asked for, or another project was opened.
        if self.source_rows.wanted.as_ref() != Some(&wanted) {
            return;
        }
        let (path, opened) = match found {
            RowsFound::Workbook(path, Ok(opened)) => (path, opened),
            RowsFound::Workbook(_, Err(ReadError::Cancelled { .. })) => {
                self.note(Tone::Neutral, say::rows_stopped());
                return;
            }
            RowsFound::Workbook(path, Err(error)) => {
                let title = say::rows_unreadable(file_name(&path));
                self.ask_to_find(title, error.to_string());
                return;
            }
            RowsFound::Nowhere => {
                let (title, text) = self.not_found(&wanted);
                self.ask_to_find(title, text);
                return;
            }
            RowsFound::Differs(path) => {
                let (title, text) = differs(&wanted, &path);
                self.ask_to_find(title, text);
                return;
            }
        };
        self.preferences.note_workbook(&wanted.source, &path);
        let (file, read, recognised) = *opened;
        let sources = &self.document.history.project().sources;
        let held = sources.iter().find(|source| source.id == wanted.source);
        let reads_otherwise = held.is_none_or(|held| !has_same_values(held, &read.reading.source));
        let draft = ImportDraft::new(path, Arc::new(file), read, recognised);
        self.source_rows.on_show = Some(RowsOnShow::new(wanted, draft, reads_otherwise));
        self.screen = Screen::SourceRows;
    }

    fn ask_to_find(&mut self, title: String, text: String) {
        self.asking = Some(Asking::FindWorkbook { title, text });
    }

    /// That a workbook is in none of its places.
    fn not_found(&self, wanted: &RowsWanted) -> (String, String) {
        let from = self.preferences.workbook(&wanted.source);
        let looked = match (from, &self.document.path) {
            (Some(from), _) => say::rows_no_longer_at(from.display().to_string()),
            (None, Some(_)) => say::rows_not_beside().to_owned(),
            (None, None) => say::rows_place_unknown().to_owned(),
        };
        let text = format!("{looked} {}", say::rows_why_find());
        (say::rows_not_found(&*wanted.file_name), text)
    }

    /// Draws the cells on show.
    pub(super) fn source_rows_screen_ui(&mut self, ui: &mut egui::Ui, actions: &mut Actions) {
        if let Some(rows) = &mut self.source_rows.on_show {
            source_rows_ui(ui, rows, actions);
        }
    }

    /// Lets the workbook go once another screen is on show.
    pub(super) fn forget_rows(&mut self) {
        if self.screen != Screen::SourceRows {
            self.source_rows.on_show = None;
        }
    }
}

/// That a file is not the workbook that was imported.
fn differs(wanted: &RowsWanted, path: &std::path::Path) -> (String, String) {
    let name = file_name(path);
    let title = if name == wanted.file_name {
        say::rows_changed(name)
    } else {
        say::RowsAnother {
            file: name,
            wanted: &*wanted.file_name,
        }
        .say()
    };
    let differs = say::RowsDiffers {
        day: words::date(wanted.imported_on),
        place: path.display().to_string(),
        wanted: &*wanted.file_name,
    };
    (title, differs.say())
}

/// Whether two readings of a workbook have the same values in the same cells.
fn has_same_values(held: &Source, read: &Source) -> bool {
    let values = |source: &Source| {
        let values = source.observations.iter();
        values
            .map(|held| (held.cell, held.value.map(f64::to_bits)))
            .collect::<Vec<_>>()
    };
    values(held) == values(read)
}
