//! Shares that the sender worked out, against the figures and the total they are shares of.

use super::discrepancy::Why;
use super::figure::Figure;
use super::slips;
use super::table::Table;
use crate::base::number;
use crate::data::{PrintedFigure, PrintedSays};
use crate::import::layout::Role;

/// A share with what it is a share of.
struct Judged {
    row: u32,
    printed: Figure,
    right: f64,
    is_right: bool,
    is_near: bool,
}

/// The printed shares of a table, judged.
pub(super) fn judged(table: &Table<'_>) -> Vec<PrintedFigure> {
    let counts: Vec<u32> = table.counts().map(|(column, _)| column.column).collect();
    let mut found = Vec::new();
    for column in table.layout.with_role(|role| *role == Role::PrintedShare) {
        let mut near: Vec<u32> = counts.clone();
        near.sort_by_key(|count| (*count > column.column, count.abs_diff(column.column)));
        let best = near
            .iter()
            .flat_map(|count| {
                wholes(table, *count)
                    .into_iter()
                    .map(move |whole| (*count, whole))
            })
            .find_map(|(count, whole)| {
                let judged = judge(table, column.column, count, whole);
                fits(&judged).then_some((count, whole, judged))
            });
        if let Some((count, whole, judged)) = best {
            found.extend(tell(table, column.column, count, whole, judged));
        }
    }
    found
}

/// The rows that may be the whole of a column, the last first.
fn wholes(table: &Table<'_>, count: u32) -> Vec<u32> {
    let mut rows: Vec<u32> = table
        .rows()
        .filter(|row| table.is_total_row(*row) && table.figure(*row, count).is_some())
        .collect();
    rows.reverse();
    rows
}

fn judge(table: &Table<'_>, share: u32, count: u32, whole: u32) -> Vec<Judged> {
    let Some(whole) = table.figure(whole, count).map(|figure| figure.value) else {
        return Vec::new();
    };
    if whole <= 0.0 {
        return Vec::new();
    }
    let half = table.half_unit(count);
    let rows = table.rows().filter_map(|row| {
        let printed = table.figure(row, share)?;
        let part = table.figure(row, count)?.value;
        let right = part / whole * 100.0;
        let low = (part - half) / (whole + half) * 100.0;
        let high = (part + half) / (whole - half) * 100.0;
        Some(Judged {
            row,
            is_right: printed.is_within(low, high),
            is_near: (printed.value - right).abs() <= printed.half() * 4.0,
            printed,
            right,
        })
    });
    rows.collect()
}

/// Whether the shares are those of this whole beyond doubt.
fn fits(judged: &[Judged]) -> bool {
    let right = judged.iter().filter(|row| row.is_right).count();
    let near = judged.iter().filter(|row| row.is_near).count();
    let far = judged.len()
        - judged
            .iter()
            .filter(|row| row.is_right || row.is_near)
            .count();
    right >= 3 && right * 2 >= judged.len() && far <= (near / 4).max(1)
}

fn tell(
    table: &Table<'_>,
    share: u32,
    count: u32,
    whole: u32,
    judged: Vec<Judged>,
) -> Vec<PrintedFigure> {
    let forced = adds_to_all(table, count, whole, &judged);
    let told = judged.into_iter().map(|row| {
        let why = if row.is_right {
            None
        } else if forced && row.is_near {
            Some(Why::ForcedToAdd)
        } else if row.is_near {
            Some(Why::RoundingSlip)
        } else if slips::of_point(&row.printed, row.right) {
            Some(Why::DecimalPoint)
        } else {
            Some(Why::ShareDiffers)
        };
        PrintedFigure {
            cell: table.cell(row.row, share),
            worked_out: format!(
                "{}%",
                number::grouped(row.right, row.printed.shown().max(1))
            ),
            text: row.printed.text,
            value: row.printed.value,
            says: PrintedSays::Share,
            rests_on: vec![table.cell(row.row, count), table.cell(whole, count)],
            right: row.right,
            why,
        }
    });
    told.collect()
}

/// Whether the printed shares of the rows that make up the whole add to 100 exactly.
fn adds_to_all(table: &Table<'_>, count: u32, whole: u32, judged: &[Judged]) -> bool {
    let Some(all) = table.figure(whole, count).map(|figure| figure.value) else {
        return false;
    };
    let (mut parts, mut shares) = (0.0, 0.0);
    for row in judged.iter().filter(|row| row.row != whole) {
        if (parts - all).abs() < 1e-9 {
            break;
        }
        parts += table.figure(row.row, count).map_or(0.0, |part| part.value);
        shares += row.printed.value;
    }
    (parts - all).abs() < 1e-9 && (shares - 100.0).abs() < 1e-6
}
