//! What a workbook looks like, as the program concludes it: the structure that is remembered, and where its
//! parts stand.

use std::collections::BTreeSet;

use super::keys::{self, BETWEEN};
use super::layout::{Figures, RememberedColumn, RememberedTable};
use super::places::Phrase;
use crate::import::OpenedFile;
use crate::import::findings::{Finding, FindingKind};
use crate::import::grid::{CellValue, Grid};
use crate::import::layout::{Role, RowRole, Scale, TableLayout};
use crate::import::report::Reading;
use crate::import::text_marks;

/// How many labels of rows are remembered of a table.
const MOST_ROWS: usize = 200;
/// How many rows of a table are looked at.
const MOST_ROWS_SEEN: u32 = 2_000;
/// How many columns of a table are looked at.
const MOST_COLUMNS: u32 = 500;
/// Figures up to this may be shares of 1.
const LARGEST_SHARE: f64 = 1.5;

/// A workbook as it looks.
pub(super) struct Seen<'r> {
    /// Its sheets, in their order.
    pub(super) sheets: Vec<SeenSheet<'r>>,
    /// Its tables, sheet by sheet.
    pub(super) tables: Vec<SeenTable<'r>>,
}

/// A sheet.
pub(super) struct SeenSheet<'r> {
    pub(super) name: &'r str,
    pub(super) grid: Option<&'r Grid>,
}

/// A table.
pub(super) struct SeenTable<'r> {
    /// The sheet, from 0.
    pub(super) sheet: usize,
    pub(super) grid: &'r Grid,
    pub(super) layout: &'r TableLayout,
    /// Its columns with their headings.
    pub(super) columns: Vec<Phrase>,
    /// Its rows of figures with their labels.
    pub(super) rows: Vec<Phrase>,
    /// The first of those labels, each once and without periods.
    pub(super) labels: Vec<Phrase>,
    /// Its structure.
    pub(super) table: RememberedTable,
    pub(super) keys: Keys,
    /// The conflict among its figures: the label of the later row, and how many cells.
    pub(super) conflict: Option<(String, u32)>,
}

/// By what a table is known again.
pub(super) struct Keys {
    pub(super) title: BTreeSet<String>,
    pub(super) columns: BTreeSet<String>,
    pub(super) rows: BTreeSet<String>,
}

impl Keys {
    pub(super) fn of(table: &RememberedTable) -> Self {
        Self {
            title: keys::title_words(&table.title),
            columns: table
                .columns
                .iter()
                .map(|column| keys::key(&column.heading))
                .filter(|key| !key.is_empty())
                .collect(),
            rows: table.rows.iter().map(|row| keys::key(row)).collect(),
        }
    }
}

impl<'r> Seen<'r> {
    /// What a workbook looks like that was read as the program concludes.
    pub(super) fn of(file: &'r OpenedFile, concluded: &'r Reading) -> Self {
        let mut seen = Self {
            sheets: Vec::new(),
            tables: Vec::new(),
        };
        for (index, (sheet, layout)) in file
            .workbook
            .sheets
            .iter()
            .zip(&concluded.layouts)
            .enumerate()
        {
            let grid = sheet.grid.as_ref().ok();
            if let Some(grid) = grid {
                for table in &layout.tables {
                    let conflict = conflict_in(&concluded.findings, &sheet.name, table);
                    seen.tables
                        .push(SeenTable::of(index, grid, table, conflict));
                }
            }
            seen.sheets.push(SeenSheet {
                name: &sheet.name,
                grid,
            });
        }
        seen
    }

    /// The tables of a sheet.
    pub(super) fn of_sheet(&self, sheet: usize) -> impl Iterator<Item = &SeenTable<'r>> {
        self.tables.iter().filter(move |table| table.sheet == sheet)
    }
}

/// The row and the number of cells of a table's conflict.
fn conflict_in(findings: &[Finding], sheet: &str, table: &TableLayout) -> Option<(u32, u32)> {
    findings.iter().find_map(|finding| {
        let row = finding.at?.first.row;
        match finding.kind {
            FindingKind::Conflict { count, .. }
                if finding.sheet == sheet
                    && (table.top..table.bottom).contains(&row)
                    && (table.left..table.right).contains(&finding.at?.first.column) =>
            {
                Some((row, count))
            }
            _ => None,
        }
    })
}

impl<'r> SeenTable<'r> {
    fn of(
        sheet: usize,
        grid: &'r Grid,
        layout: &'r TableLayout,
        conflict: Option<(u32, u32)>,
    ) -> Self {
        let columns = headings(grid, &layout.headings, layout.left, layout.right);
        let rows = row_labels(grid, layout);
        let (labels, has_more) = distinct_labels(&rows);
        let table = RememberedTable {
            title: layout.title.clone(),
            columns: remembered_columns(layout, &columns),
            has_more_rows: has_more || layout.bottom.saturating_sub(layout.top) > MOST_ROWS_SEEN,
            rows: labels.iter().map(|label| label.text.clone()).collect(),
            figures: figures(grid, layout),
            area: layout.area.clone(),
            left_out: layout.left_out.as_ref().map(|kind| kind.code().to_owned()),
            ..RememberedTable::default()
        };
        Self {
            sheet,
            grid,
            layout,
            conflict: conflict.map(|(at, count)| {
                let label = rows.iter().find(|row| row.at == at);
                (label.map(|row| row.text.clone()).unwrap_or_default(), count)
            }),
            keys: Keys::of(&table),
            columns,
            rows,
            labels,
            table,
        }
    }
}

/// The headings of columns, those of several rows joined.
pub(super) fn headings(grid: &Grid, rows: &[u32], left: u32, right: u32) -> Vec<Phrase> {
    (left..right.min(left.saturating_add(MOST_COLUMNS)))
        .map(|column| {
            let mut parts: Vec<String> = Vec::new();
            for row in rows {
                if let Some(label) = grid.label(*row, column)
                    && parts.last() != Some(&label)
                {
                    parts.push(label);
                }
            }
            Phrase::new(column, parts.join(BETWEEN))
        })
        .collect()
}

fn remembered_columns(layout: &TableLayout, headings: &[Phrase]) -> Vec<RememberedColumn> {
    let mut columns: Vec<(&str, RememberedColumn)> = Vec::new();
    for heading in headings {
        let role = layout.column(heading.at).map(|held| held.role.words());
        // A column without heading and contents is none.
        let Some(role) = role.or_else(|| (!heading.text.is_empty()).then(String::new)) else {
            continue;
        };
        let same = columns
            .iter_mut()
            .find(|(key, held)| *key == heading.key && held.role == role);
        match same {
            Some((_, held)) => held.times += 1,
            None => columns.push((
                &heading.key,
                RememberedColumn {
                    heading: heading.text.clone(),
                    role,
                    times: 1,
                },
            )),
        }
    }
    columns.into_iter().map(|(_, column)| column).collect()
}

/// The labels of the rows with figures, each after the heading of its section.
fn row_labels(grid: &Grid, layout: &TableLayout) -> Vec<Phrase> {
    let columns: Vec<u32> = layout
        .with_role(|role| {
            matches!(
                role,
                Role::AreaName(_)
                    | Role::Cohort(_)
                    | Role::Dimension
                    | Role::Measure
                    | Role::Answer
                    | Role::Period
            )
        })
        .map(|column| column.column)
        .collect();
    let end = layout.top.saturating_add(MOST_ROWS_SEEN);
    let mut section = String::new();
    let mut above: Vec<String> = vec![String::new(); columns.len()];
    let mut labels = Vec::new();
    for run in &layout.rows {
        for row in run.first..=run.last.min(end) {
            match run.role {
                RowRole::Blank | RowRole::RepeatedHeadings => continue,
                RowRole::Section => {
                    section = grid
                        .row(row)
                        .next()
                        .map_or_else(String::new, |(column, _)| {
                            grid.label(row, column).unwrap_or_default()
                        });
                    continue;
                }
                _ => {}
            }
            let mut parts: Vec<String> = Vec::new();
            if !section.is_empty() {
                parts.push(text_marks::strip(&section).text);
            }
            let last = columns.len().saturating_sub(1);
            for (index, (column, held)) in columns.iter().zip(&mut above).enumerate() {
                let own = grid
                    .label(row, *column)
                    .map(|label| text_marks::strip(&label).text);
                // A label that stands once for several rows.
                if let Some(own) = own {
                    *held = own;
                } else if index == last {
                    continue;
                }
                if !held.is_empty() {
                    parts.push(held.clone());
                }
            }
            labels.push(Phrase::new(row, parts.join(BETWEEN)));
        }
    }
    labels
}

/// The first labels, each once and without the periods in them, and whether there are more.
fn distinct_labels(rows: &[Phrase]) -> (Vec<Phrase>, bool) {
    let mut labels: Vec<Phrase> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for row in rows {
        let parts: Vec<&str> = row
            .text
            .split(BETWEEN)
            .filter(|part| !keys::is_only_period(&keys::key(part)))
            .collect();
        let label = Phrase::new(row.at, parts.join(BETWEEN));
        if !label.key.is_empty() && known.insert(label.key.clone()) {
            if labels.len() == MOST_ROWS {
                return (labels, true);
            }
            labels.push(label);
        }
    }
    (labels, false)
}

fn figures(grid: &Grid, layout: &TableLayout) -> Figures {
    let mut figures = Figures {
        are_small: true,
        ..Figures::default()
    };
    for (column, value) in layout.values() {
        if let Some(unit) = value.unit.or(layout.unit)
            && !figures.units.contains(&unit)
        {
            figures.units.push(unit);
        }
        figures.scale = match (figures.scale, value.scale) {
            (Scale::Unclear, _) | (_, Scale::Unclear) => Scale::Unclear,
            (Scale::Share, _) | (_, Scale::Share) => Scale::Share,
            _ => Scale::AsWritten,
        };
        figures.are_small &= grid
            .column_between(column.column, layout.top, layout.bottom)
            .all(|(_, value)| match value {
                CellValue::Number(number) => number.abs() <= LARGEST_SHARE,
                _ => true,
            });
    }
    figures.units.sort_unstable();
    figures
}
