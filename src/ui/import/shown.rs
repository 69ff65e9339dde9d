//! The sheet on show with its reading: what the parts of the screen ask about it.

use std::collections::BTreeSet;

use super::draft::ImportDraft;
use super::sheet_text;
use crate::data::{CellRef, Observation, SheetIndex, Source};
use crate::import::decisions::{Decision, TableAnchor, TableChange};
use crate::import::grid::{CellValue, Grid};
use crate::import::layout::{Role, TableLayout};
use crate::import::{CellRole, Finding, FindingKind, Severity, reason_words, status_words};
use crate::words::say;

/// The sheet on show.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) draft: &'a ImportDraft,
    pub(super) workbook: usize,
    pub(super) sheet: usize,
    pub(super) grid: &'a Grid,
}

/// The cells that wait for an answer.
pub(super) struct Eyes<'a> {
    single: BTreeSet<(u32, u32)>,
    texts: BTreeSet<String>,
    grid: &'a Grid,
    /// Where texts that are not understood can stand.
    tables: Vec<&'a TableLayout>,
}

impl Eyes<'_> {
    pub(super) fn contains(&self, at: (u32, u32)) -> bool {
        if self.single.contains(&at) {
            return true;
        }
        if self.texts.is_empty() || !self.tables.iter().any(|table| table.holds(at.0, at.1)) {
            return false;
        }
        let text = self.grid.text(at.0, at.1);
        text.is_some_and(|text| self.texts.contains(&crate::base::text::fold(text)))
    }
}

impl<'a> Shown<'a> {
    /// A sheet of a workbook; `None` where it has no cells.
    pub(super) fn of(draft: &'a ImportDraft, workbook: usize, sheet: usize) -> Option<Self> {
        let held = draft.file.workbook.sheets.get(sheet)?;
        let grid = held.grid.as_ref().ok()?;
        Some(Self {
            draft,
            workbook,
            sheet,
            grid,
        })
    }

    pub(super) fn sheet_name(&self) -> &'a str {
        match self.grid.name() {
            "" => &self.draft.file.file_name,
            name => name,
        }
    }

    pub(super) fn source(&self) -> &'a Source {
        &self.draft.read.reading.source
    }

    pub(super) fn tables(&self) -> &'a [TableLayout] {
        let layout = self.draft.read.reading.layouts.get(self.sheet);
        layout.map_or(&[], |layout| &layout.tables)
    }

    /// The table at a cell, else the first that is read.
    pub(super) fn table_near(&self, at: Option<(u32, u32)>) -> Option<&'a TableLayout> {
        let held = at
            .and_then(|(row, column)| self.tables().iter().find(|table| table.holds(row, column)));
        let first_read = || self.tables().iter().find(|table| table.left_out.is_none());
        held.or_else(first_read).or_else(|| self.tables().first())
    }

    /// The findings of this sheet with their places in the list of the reading.
    pub(super) fn findings(&self) -> impl Iterator<Item = (usize, &'a Finding)> {
        let sheet = self.sheet;
        let name = self.grid.name();
        let findings = self.draft.read.reading.findings.iter().enumerate();
        findings.filter(move |(_, finding)| match finding.at {
            Some(at) => usize::from(at.first.sheet.0) == sheet,
            None => finding.sheet == name,
        })
    }

    /// The findings of this sheet that wait for an answer.
    pub(super) fn questions(&self) -> impl Iterator<Item = &'a Finding> {
        let reading = &self.draft.read.reading;
        self.findings()
            .filter(|(index, finding)| {
                finding.severity() == Severity::Question && !reading.is_accepted(*index)
            })
            .map(|(_, finding)| finding)
    }

    /// The cells that wait for an answer.
    pub(super) fn eyes(&self) -> Eyes<'a> {
        let mut single = BTreeSet::new();
        let mut texts = BTreeSet::new();
        for finding in self.questions() {
            match (&finding.kind, finding.at) {
                (FindingKind::NotUnderstood { text, .. }, _) => {
                    texts.insert(crate::base::text::fold(text));
                }
                (FindingKind::Conflict { first, .. }, Some(at)) => {
                    single.insert((first.row, first.column));
                    single.insert((at.first.row, at.first.column));
                }
                (_, Some(at))
                    if at.last_row == at.first.row && at.last_column == at.first.column =>
                {
                    single.insert((at.first.row, at.first.column));
                }
                _ => {}
            }
        }
        Eyes {
            single,
            texts,
            grid: self.grid,
            tables: self.tables().iter().collect(),
        }
    }

    pub(super) fn cell(&self, row: u32, column: u32) -> CellRef {
        let sheet = u16::try_from(self.sheet).unwrap_or(u16::MAX);
        CellRef::new(SheetIndex(sheet), row, column)
    }

    /// The value that was read from a cell.
    pub(super) fn observation(&self, row: u32, column: u32) -> Option<&'a Observation> {
        let cell = self.cell(row, column);
        let held = &self.source().observations;
        let index = held.binary_search_by_key(&cell, |observation| observation.cell);
        held.get(index.ok()?)
    }

    /// A cell's text as Excel shows it.
    pub(super) fn text(&self, row: u32, column: u32) -> String {
        let value = self.grid.filled(row, column);
        sheet_text::shown(value, self.grid.style(row, column))
    }

    /// What a cell was read as, in words: the whole of what a value says, or the role and its reason.
    pub(super) fn explained(&self, row: u32, column: u32) -> String {
        if let Some(observation) = self.observation(row, column) {
            return describe(self.source(), observation);
        }
        if self.grid.value(row, column) == CellValue::Empty {
            return say::cell_empty().to_owned();
        }
        let reading = &self.draft.read.reading;
        let Some(role) = reading.cell_role(self.sheet, self.grid, row, column) else {
            return say::cell_empty().to_owned();
        };
        if role == CellRole::LeftOut
            && let Some((_, finding)) = self.finding_at(row, column)
        {
            return finding.kind.words();
        }
        let table = self.tables().iter().find(|table| table.holds(row, column));
        let column = table.and_then(|table| table.column(column));
        match column {
            Some(column) if !matches!(column.role, Role::Value(_)) && !column.reason.is_empty() => {
                say::CellKnownBy {
                    role: role_words(role),
                    reason: reason_words(&column.reason),
                }
                .say()
            }
            _ => role_words(role).to_owned(),
        }
    }

    /// The finding that is about a cell, the most pressing first.
    pub(super) fn finding_at(&self, row: u32, column: u32) -> Option<(usize, &'a Finding)> {
        self.findings()
            .filter(|(_, finding)| {
                finding.at.is_some_and(|at| {
                    (at.first.row..=at.last_row).contains(&row)
                        && (at.first.column..=at.last_column).contains(&column)
                })
            })
            .max_by_key(|(_, finding)| finding.severity())
    }

    /// What a screen reader says of a cell.
    pub(super) fn spoken(&self, row: u32, column: u32) -> String {
        let cell = self.cell(row, column);
        match self.text(row, column).as_str() {
            "" => say::cell_spoken_empty(cell.to_string()),
            text => say::CellSpoken {
                cell: cell.to_string(),
                text,
                explained: self.explained(row, column),
            }
            .say(),
        }
    }

    /// A decision about a table of this sheet.
    pub(super) fn about(&self, anchor: TableAnchor, change: TableChange) -> Decision {
        Decision::Table(self.grid.name().to_owned(), anchor, change)
    }
}

/// "All Crime · Ashfield · Oct 2021 to Sept 2022 · 10,860".
pub(super) fn describe(source: &Source, observation: &Observation) -> String {
    let mut parts: Vec<String> = Vec::new();
    let measure = source.measure(observation);
    parts.extend(measure.map(|measure| measure.name.clone()));
    parts.extend(source.area(observation).map(|area| area.name.clone()));
    let cohort = source
        .cohort(observation)
        .filter(|cohort| !cohort.is_everyone());
    parts.extend(cohort.map(ToString::to_string));
    parts.extend(source.period(observation).map(crate::data::Period::label));
    let unit = measure.map(|measure| measure.unit).unwrap_or_default();
    parts.push(match observation.value {
        Some(value) => unit.format(value),
        None => status_words(observation.status).to_owned(),
    });
    parts.join(" · ")
}

/// "Ashfield › C14"; empty where the whole sheet of a file without sheets is meant.
pub(super) fn place_of(finding: &Finding) -> String {
    match (finding.sheet.as_str(), finding.at) {
        ("", None) => String::new(),
        ("", Some(at)) => at.to_string(),
        (sheet, None) => sheet.to_owned(),
        (sheet, Some(at)) => format!("{sheet} › {at}"),
    }
}

/// What a role is called in the key of the sheet.
pub(super) fn role_words(role: CellRole) -> &'static str {
    match role {
        CellRole::Title => say::role_title(),
        CellRole::Period => say::role_period(),
        CellRole::Area => say::role_place(),
        CellRole::Cohort => say::role_group(),
        CellRole::Measure => say::role_measure(),
        CellRole::Base => say::role_base(),
        CellRole::Value => say::role_value(),
        CellRole::Marked => say::role_marked(),
        CellRole::Note => say::role_note_or_source(),
        CellRole::LeftOut => say::role_left_out(),
    }
}
