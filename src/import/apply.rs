//! Reads a table by its layout: every cell becomes an observation, a label, or is left out with a finding.

use super::account::{Mark, Marks};
use super::findings::FindingKind;
use super::layout::{Role, RowRun, TableLayout};
use super::parts::{self, Table, ValueRow};
use super::places::Places;
pub(crate) use super::reader::Output;
use super::roles::Remark;
use super::rows::{self, Labels, RowKind};
use super::sections::Section;
use super::view::{Kind, View};
use super::vocabulary::Special;
use crate::base::progress::{Cancelled, Progress};
use crate::data::SheetIndex;

/// Reads a table, and writes into its layout what its rows were read as; gives the number of values.
pub(crate) fn apply(
    view: &View<'_>,
    sheet: SheetIndex,
    table: &mut TableLayout,
    places: &mut Places<'_>,
    out: &mut Output<'_>,
    progress: &Progress,
) -> Result<usize, Cancelled> {
    let (values, rows) = read(view, sheet, table, places, out, progress)?;
    table.rows = rows;
    Ok(values)
}

/// Reads a table; gives the number of values, and what its rows are.
fn read(
    view: &View<'_>,
    sheet: SheetIndex,
    table: &TableLayout,
    places: &mut Places<'_>,
    out: &mut Output<'_>,
    progress: &Progress,
) -> Result<(usize, Vec<RowRun>), Cancelled> {
    let grid = view.grid;
    let first_heading = table.headings.first().copied().unwrap_or(table.top);
    if let Some(kind) = &table.left_out {
        let mark = if matches!(kind, FindingKind::Lookup) {
            Mark::Label
        } else {
            Mark::LeftOut
        };
        out.marks.fill(
            grid,
            first_heading..table.top,
            table.left..table.right,
            Mark::Label,
        );
        out.marks
            .fill(grid, table.top..table.bottom, table.left..table.right, mark);
        out.remarks.push(Remark {
            rows: (first_heading, table.bottom.saturating_sub(1)),
            columns: (table.left, table.right.saturating_sub(1)),
            kind: kind.clone(),
        });
        return Ok((0, Vec::new()));
    }
    for heading in &table.headings {
        out.marks.fill(
            grid,
            *heading..heading + 1,
            table.left..table.right,
            Mark::Label,
        );
    }
    let mut labels = Labels::new(view, table);
    let kinds = parts::kinds_of(view, table, &mut labels);
    remark_rows(table, &kinds, out.remarks);
    let (sections, of_values) = value_rows(table, &kinds, places);
    let reading = Table {
        view,
        sheet,
        layout: table,
        labels: &labels,
        sections: &sections,
        sections_tell: repeated_names(view, table, &mut labels.clone(), &kinds),
        progress,
    };
    let (reader, observations) = reading.read(&of_values, places, out)?;
    remark_unused(view, table, out.remarks);
    mark_labels(view, table, &kinds, out.marks);
    let values = reader.finish(observations, out);
    Ok((values, rows::runs(table.top, &kinds)))
}

/// The headings within the body, and the rows of values with the heading above each.
fn value_rows(
    table: &TableLayout,
    kinds: &[RowKind],
    places: &mut Places<'_>,
) -> (Vec<Section>, Vec<ValueRow>) {
    let bases = BaseRows::of(kinds, table.top, &RowKind::Base);
    let effective = BaseRows::of(kinds, table.top, &RowKind::EffectiveBase);
    let names_people = table
        .with_role(|role| matches!(role, Role::Cohort(_)))
        .next()
        .is_some();
    let mut sections: Vec<Section> = vec![Section::default()];
    let mut rows = Vec::with_capacity(kinds.len());
    let mut before: Option<&RowKind> = None;
    for (row, kind) in (table.top..).zip(kinds) {
        match kind {
            RowKind::Section(text) => {
                let mut section = Section::of(text, places, names_people);
                // A heading of another kind under the one before stands within it.
                if let (Some(RowKind::Section(_)), Some(outer)) = (before, sections.last()) {
                    section.period = section.period.or(outer.period);
                    section.area = section.area.or_else(|| outer.area.clone());
                    section.text = section.text.or_else(|| outer.text.clone());
                }
                sections.push(section);
            }
            RowKind::Values => rows.push(ValueRow {
                row,
                section: sections.len() - 1,
                base_row: bases.of_row(row),
                effective_row: effective.of_row(row),
            }),
            _ => {}
        }
        before = Some(kind);
    }
    (sections, rows)
}

/// The rows of bases of a table: each belongs to the rows above it, or to those below where the table
/// begins with one.
struct BaseRows {
    rows: Vec<u32>,
    lead: bool,
}

impl BaseRows {
    fn of(kinds: &[RowKind], top: u32, wanted: &RowKind) -> Self {
        let rows: Vec<u32> = (top..)
            .zip(kinds)
            .filter(|(_, kind)| *kind == wanted)
            .map(|(row, _)| row)
            .collect();
        let first_value = (top..)
            .zip(kinds)
            .find(|(_, kind)| **kind == RowKind::Values)
            .map(|(row, _)| row);
        Self {
            lead: rows
                .first()
                .is_some_and(|first| first_value.is_some_and(|value| *first < value)),
            rows,
        }
    }

    fn of_row(&self, row: u32) -> Option<u32> {
        let after = self.rows.partition_point(|base| *base < row);
        if self.lead {
            after
                .checked_sub(1)
                .and_then(|at| self.rows.get(at))
                .copied()
        } else {
            self.rows.get(after).copied()
        }
    }
}

fn remark_rows(table: &TableLayout, kinds: &[RowKind], remarks: &mut Vec<Remark>) {
    for (row, kind) in (table.top..).zip(kinds) {
        let kind = match kind {
            RowKind::LeftOut(heading, Special::Change) => FindingKind::PrintedChange {
                heading: heading.clone(),
            },
            RowKind::LeftOut(heading, Special::Share) => FindingKind::PrintedShare {
                heading: heading.clone(),
            },
            RowKind::LeftOut(heading, _) => FindingKind::AboutValues {
                heading: heading.clone(),
            },
            RowKind::LeftOutAsSaid => FindingKind::RowsLeftOut,
            RowKind::AddsToAll(label) => FindingKind::AddsToAll {
                label: label.clone(),
            },
            _ => continue,
        };
        // One finding for all rows of a name.
        let same = |remark: &&mut Remark| {
            remark.kind == kind && remark.rows.0 >= table.top && remark.rows.1 < table.bottom
        };
        if let Some(known) = remarks.iter_mut().find(same) {
            known.rows.1 = row;
            continue;
        }
        remarks.push(Remark {
            rows: (row, row),
            columns: (table.left, table.right.saturating_sub(1)),
            kind,
        });
    }
}

/// Says which columns are not used, and why; those without any cell need no word.
fn remark_unused(view: &View<'_>, table: &TableLayout, remarks: &mut Vec<Remark>) {
    for column in &table.columns {
        // A column whose heading does not call it one may be more than remarks.
        if column.role == Role::Note && column.reason != "its heading" {
            let numbers: Vec<u32> = view
                .grid
                .stored_between(column.column, table.top, table.bottom)
                .filter(|(_, stored)| matches!(view.kind_of(*stored), Kind::Number(_)))
                .map(|(row, _)| row)
                .collect();
            if let (Some(first), Ok(count)) = (numbers.first(), u32::try_from(numbers.len())) {
                remarks.push(Remark {
                    rows: (*first, *first),
                    columns: (column.column, column.column),
                    kind: FindingKind::LooseNumbers { count },
                });
            }
        }
        let Role::Unused(reason) = &column.role else {
            continue;
        };
        let filled = view.grid.positions(column.column, table.top, table.bottom);
        if !filled.is_empty() {
            remarks.push(Remark {
                rows: (table.top, table.bottom.saturating_sub(1)),
                columns: (column.column, column.column),
                kind: FindingKind::ColumnUnused {
                    heading: column.heading.clone(),
                    reason: reason.clone(),
                },
            });
        }
    }
}

/// The labels that stand in several rows of values, so that the heading above them must tell them apart.
fn repeated_names(
    view: &View<'_>,
    table: &TableLayout,
    labels: &mut Labels<'_>,
    kinds: &[RowKind],
) -> bool {
    if !kinds.iter().any(|kind| matches!(kind, RowKind::Section(_))) {
        return false;
    }
    let mut seen = std::collections::HashSet::new();
    (table.top..)
        .zip(kinds)
        .filter(|(_, kind)| **kind == RowKind::Values)
        .any(|(row, _)| !seen.insert(labels.names_of(view, row)))
}

fn mark_labels(view: &View<'_>, table: &TableLayout, kinds: &[RowKind], marks: &mut Marks) {
    for (row, kind) in (table.top..).zip(kinds) {
        let mark = match kind {
            RowKind::Base | RowKind::EffectiveBase | RowKind::Section(_) | RowKind::Repeated => {
                Mark::Label
            }
            RowKind::LeftOut(..) | RowKind::LeftOutAsSaid | RowKind::AddsToAll(_) => Mark::LeftOut,
            _ => continue,
        };
        marks.fill(view.grid, row..row + 1, table.left..table.right, mark);
    }
    for column in &table.columns {
        let mark = match column.role {
            Role::Note => Mark::Note,
            Role::PrintedChange | Role::PrintedShare | Role::AboutValues | Role::Unused(_) => {
                Mark::LeftOut
            }
            Role::Value(_) => Mark::Value,
            _ => Mark::Label,
        };
        marks.fill(
            view.grid,
            table.top..table.bottom,
            column.column..column.column + 1,
            mark,
        );
    }
    marks.fill(
        view.grid,
        table.top..table.bottom,
        table.left..table.right,
        Mark::LeftOut,
    );
}
