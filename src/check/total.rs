//! Totals, against the sum of their parts: only where other columns or rows show what is meant to add.

use std::collections::BTreeSet;

use super::discrepancy::{Discrepancy, Why};
use super::figure;
use super::table::Table;
use super::{few, is_total, slips};
use crate::base::number::grouped;
use crate::base::text::fold;
use crate::data::{CellRef, PrintedFigure, PrintedSays};

/// A total that was added up.
struct Added {
    /// Its cell.
    cell: CellRef,
    /// As it is printed.
    text: String,
    printed: f64,
    decimals: usize,
    sum: f64,
    is_right: bool,
    parts: Vec<CellRef>,
}

/// The totals of a table, judged.
pub(super) fn judged(table: &Table<'_>) -> Vec<PrintedFigure> {
    let mut found = rows(table);
    found.extend(columns(table));
    found
}

/// Adds cells up; `None` where one of them holds no figure or fewer than two hold anything.
fn add(table: &Table<'_>, total: CellRef, parts: Vec<CellRef>) -> Option<Added> {
    let printed = table.figure(total.row, total.column)?;
    let mut sum = 0.0;
    let mut decimals = 0;
    let mut filled = 0;
    for part in &parts {
        let part = table.figure(part.row, part.column)?;
        if part.percent {
            return None;
        }
        decimals = decimals.max(figure::decimals_of(part.value));
        sum += part.value;
        filled += usize::from(part.value != 0.0);
    }
    if printed.percent || filled < 2 {
        return None;
    }
    let count = f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX));
    let rounded = table.half_unit(total.column).max(if decimals > 0 {
        figure::unit_of(decimals) / 2.0
    } else if table.is_counted(total.column) {
        0.0
    } else {
        // Amounts and estimates are rounded one by one.
        0.5
    });
    let slack = rounded * (count + 1.0) + 1e-9 * sum.abs() + 1e-9;
    Some(Added {
        cell: total,
        printed: printed.value,
        decimals: figure::decimals_of(printed.value).max(decimals),
        text: printed.text,
        is_right: (printed.value - sum).abs() <= slack,
        sum,
        parts,
    })
}

fn tell(added: Added) -> PrintedFigure {
    let why = (!added.is_right).then(|| {
        slips::of_digits(added.printed, added.sum).unwrap_or_else(|| Why::TotalDiffers {
            by: grouped(
                (added.printed - added.sum).abs(),
                added.decimals.min(figure::MOST_SHOWN),
            ),
        })
    });
    PrintedFigure {
        cell: added.cell,
        text: added.text,
        value: added.printed,
        says: PrintedSays::Total,
        rests_on: added.parts,
        right: added.sum,
        worked_out: grouped(added.sum, added.decimals.min(figure::MOST_SHOWN)),
        why,
    }
}

/// Rows of totals.
fn rows(table: &Table<'_>) -> Vec<PrintedFigure> {
    let columns: Vec<u32> = table.counts().map(|(column, _)| column.column).collect();
    let totals: Vec<u32> = table
        .rows()
        .filter(|row| table.is_total_row(*row))
        .collect();
    let labelled: BTreeSet<u32> = table
        .rows()
        .filter(|row| !table.is_total_row(*row) && !table.label(*row).is_empty())
        .collect();
    let is_part = |row: &u32| labelled.contains(row);
    let mut found = Vec::new();
    for total in &totals {
        let before = totals.iter().rev().find(|row| *row < total);
        let after = totals.iter().find(|row| *row > total);
        let sets: [Vec<u32>; 3] = [
            (before.map_or(table.layout.top, |row| row + 1)..*total)
                .filter(is_part)
                .collect(),
            (total + 1..after.copied().unwrap_or(table.layout.bottom))
                .filter(is_part)
                .collect(),
            if after.is_none() {
                (table.layout.top..*total).filter(is_part).collect()
            } else {
                Vec::new()
            },
        ];
        let mut told = None;
        for parts in sets.iter().filter(|parts| parts.len() >= 2) {
            let added: Vec<Added> = columns
                .iter()
                .filter_map(|column| {
                    let parts = parts.iter().map(|row| table.cell(*row, *column)).collect();
                    add(table, table.cell(*total, *column), parts)
                })
                .collect();
            let right = added
                .iter()
                .filter(|added| added.is_right && added.sum.abs() >= 10.0)
                .count();
            let wrong: Vec<&Added> = added.iter().filter(|added| !added.is_right).collect();
            let alone = right == 0
                && totals.len() == 1
                && table.rows().len() <= 30
                && parts.len() >= 3
                && matches!(wrong.as_slice(), [one] if slips::of_digits(one.printed, one.sum).is_some());
            if right > 0 && few(wrong.len(), right) {
                told = Some(added);
                break;
            }
            if alone {
                told = Some(added);
            }
        }
        found.extend(told.into_iter().flatten().map(tell));
    }
    found
}

/// Columns of totals.
fn columns(table: &Table<'_>) -> Vec<PrintedFigure> {
    let counts: Vec<(u32, &str)> = table
        .counts()
        .map(|(column, _)| {
            let heading = column.heading.rsplit(" › ").next().unwrap_or_default();
            (column.column, heading)
        })
        .collect();
    let totals: Vec<u32> = counts
        .iter()
        .filter(|(_, heading)| is_total(heading))
        .map(|(column, _)| *column)
        .collect();
    let mut found = Vec::new();
    for total in &totals {
        let before = totals.iter().rev().find(|column| *column < total);
        let after = totals.iter().find(|column| *column > total);
        let between = |low: Option<u32>, high: Option<u32>| -> Vec<u32> {
            let columns = counts.iter().map(|(column, _)| *column);
            columns
                .filter(|column| low.is_none_or(|low| *column > low))
                .filter(|column| high.is_none_or(|high| *column < high))
                .filter(|column| !totals.contains(column))
                .collect()
        };
        let sets = [
            between(before.copied(), Some(*total)),
            between(Some(*total), after.copied()),
        ];
        for parts in sets.iter().filter(|parts| parts.len() >= 2) {
            // A figure between them that is no part would make the sum too small.
            let first = parts.iter().chain([total]).min().copied().unwrap_or(*total);
            let last = parts.iter().chain([total]).max().copied().unwrap_or(*total);
            let is_whole = |row: &u32| {
                (first..=last).all(|column| {
                    column == *total
                        || parts.contains(&column)
                        || table.figure(*row, column).is_none()
                })
            };
            let added: Vec<Added> = table
                .rows()
                .filter(is_whole)
                .filter_map(|row| {
                    let parts = parts
                        .iter()
                        .map(|column| table.cell(row, *column))
                        .collect();
                    add(table, table.cell(row, *total), parts)
                })
                .collect();
            let right = added.iter().filter(|added| added.is_right).count();
            if right >= 3 && few(added.len() - right, right) {
                found.extend(added.into_iter().map(tell));
                break;
            }
        }
    }
    found
}

/// Figures of which another table of the sheet gives the parts, as its title says.
pub(super) fn check_across(tables: &[Table<'_>]) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for parts in tables {
        let title = squeezed(&parts.layout.title);
        let [(column, value)] = parts.counts().collect::<Vec<_>>()[..] else {
            continue;
        };
        if parts.rows().any(|row| parts.is_total_row(row)) || parts.rows().len() < 3 {
            continue;
        }
        let cells: Vec<CellRef> = parts
            .rows()
            .filter(|row| parts.figure(*row, column.column).is_some())
            .map(|row| parts.cell(row, column.column))
            .collect();
        let sum: f64 = cells
            .iter()
            .filter_map(|cell| parts.figure(cell.row, cell.column))
            .map(|figure| figure.value)
            .sum();
        for whole in tables.iter().filter(|table| table.index == parts.index) {
            let is_itself = std::ptr::eq(whole.layout, parts.layout);
            for (counted, counted_value) in whole.counts() {
                let same = whole.period(counted_value) == parts.period(value);
                for row in whole.rows().filter(|_| same && !is_itself) {
                    let label = squeezed(&whole.label(row));
                    let Some(printed) = whole.figure(row, counted.column) else {
                        continue;
                    };
                    let by = printed.value - sum;
                    let is_close = by != 0.0 && by.abs() <= 0.01 * sum;
                    if label.len() >= 6 && title.contains(&label) && is_close && !printed.percent {
                        found.push(whole.discrepancy(
                            whole.cell(row, counted.column),
                            &printed.text,
                            grouped(sum, printed.decimals),
                            Why::OtherTable {
                                title: parts.layout.title.clone(),
                            },
                            cells.clone(),
                        ));
                    }
                }
            }
        }
    }
    found
}

/// A text without what people write now together, now apart.
fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| *c != ' ').collect()
}
