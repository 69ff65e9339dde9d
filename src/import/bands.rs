//! Headings in several rows: which of them reach over their neighbours, which go on in the row below.

use super::heading_cells::Cell;
use super::headings::{Heading, period};
use super::regions::Region;
use super::view::{Kind, View};
use super::vocabulary;
use crate::base::text::fold;
use crate::data::period_parse::PeriodContext;

/// "2019 | Base | Target | 2020 | Base | Target": what follows a period belongs to it, as far as the next.
pub(super) fn carry_periods(
    row: &[Option<Cell>],
    context: &PeriodContext,
    headings: &mut [Heading],
) {
    let dated: Vec<usize> = row
        .iter()
        .enumerate()
        .filter(|(_, cell)| {
            cell.as_ref()
                .is_some_and(|cell| period(cell, row, context, None, false).is_some())
        })
        .map(|(index, _)| index)
        .collect();
    let [first, second, _, ..] = dated.as_slice() else {
        return;
    };
    let step = second - first;
    let regular = dated
        .iter()
        .zip(dated.iter().skip(1))
        .all(|(before, after)| after - before == step);
    let name = |index: usize| {
        row.get(index)
            .and_then(Option::as_ref)
            .map(|cell| fold(&cell.text))
    };
    let repeats = (1..step).all(|ahead| {
        name(first + ahead).is_some()
            && dated
                .iter()
                .all(|at| at + ahead >= row.len() || name(at + ahead) == name(first + ahead))
    });
    if step < 2 || *first > 0 || !regular || !repeats {
        return;
    }
    for at in dated {
        let own = headings.get(at).and_then(|heading| heading.value.period);
        for ahead in 1..step {
            if let Some(heading) = headings.get_mut(at + ahead) {
                heading.value.period = heading.value.period.or(own);
            }
        }
    }
}

/// The headings of the table above count for columns without headings of their own only.
pub(super) fn without_own(
    view: &View<'_>,
    region: &Region,
    columns: &[u32],
    index: usize,
    rows: &mut [Vec<Option<Cell>>],
) {
    let own = region.headings.get(region.inherited..).unwrap_or_default();
    let Some(row) = rows.get_mut(index) else {
        return;
    };
    for (cell, column) in row.iter_mut().zip(columns) {
        if own
            .iter()
            .any(|own| view.kind(*own, *column) != Kind::Empty)
        {
            *cell = None;
        }
    }
}

/// Whether the same headings stand under two of the headings above: "number, rate, number, rate".
fn are_bands(starts: &[usize], next: &[bool], below: &[Option<Cell>]) -> bool {
    let segments: Vec<Vec<String>> = starts
        .iter()
        .zip(starts.iter().skip(1).copied().chain([next.len()]))
        .filter(|(start, end)| {
            end - *start >= 2
                && next
                    .get(**start..*end)
                    .is_some_and(|own| own.iter().all(|filled| *filled))
        })
        .filter_map(|(start, end)| {
            let cells = below.get(*start..end)?;
            Some(
                cells
                    .iter()
                    .flatten()
                    .map(|cell| fold(&cell.text))
                    .collect(),
            )
        })
        .collect();
    segments
        .iter()
        .zip(segments.iter().skip(1))
        .any(|(one, other)| one == other)
}

/// Joins headings whose words stand in cells below each other: "Annual", "percentage", "change". They
/// look like bands, but each goes on in small letters in its own column.
pub(super) fn join_wrapped(rows: &mut [Vec<Option<Cell>>], raw: &[Vec<bool>]) {
    for upper in 0..rows.len().saturating_sub(1) {
        let (head, tail) = rows.split_at_mut(upper + 1);
        let (Some(above), Some(below)) = (head.last_mut(), tail.first_mut()) else {
            continue;
        };
        let (Some(own), Some(next)) = (raw.get(upper), raw.get(upper + 1)) else {
            continue;
        };
        let filled: Vec<usize> = (0..own.len())
            .filter(|at| own.get(*at) == Some(&true))
            .collect();
        if are_bands(&filled, next, below) {
            continue;
        }
        let goes_on = |at: &usize| {
            next.get(*at) == Some(&true)
                && above
                    .get(*at)
                    .and_then(Option::as_ref)
                    .is_some_and(|cell| vocabulary::special(&cell.text).is_none())
                && below.get(*at).and_then(Option::as_ref).is_some_and(|cell| {
                    cell.text
                        .trim_start_matches('(')
                        .starts_with(char::is_lowercase)
                })
        };
        let wrapped: Vec<usize> = filled.iter().copied().filter(|at| goes_on(at)).collect();
        if filled.len() < 2 || wrapped.len() * 3 < filled.len() * 2 {
            continue;
        }
        for at in 0..own.len() {
            let is_wrapped = wrapped.contains(&at);
            let text = above
                .get(at)
                .and_then(Option::as_ref)
                .map(|cell| cell.text.clone());
            if is_wrapped
                && let Some(text) = text
                && let Some(Some(cell)) = below.get_mut(at)
            {
                cell.text = format!("{text} {}", cell.text);
                cell.raw = format!("{text} {}", cell.raw);
            }
            // What only reached here from a wrapped heading on the left is none.
            let from = filled.iter().rev().find(|start| **start <= at);
            if from.is_some_and(|start| wrapped.contains(start))
                && let Some(slot) = above.get_mut(at)
            {
                *slot = None;
            }
        }
        // Nor does the continuation reach further than its own column.
        for at in 0..next.len() {
            let from = (0..=at).rev().find(|start| next.get(*start) == Some(&true));
            if next.get(at) == Some(&false)
                && from.is_some_and(|start| wrapped.contains(&start))
                && let Some(slot) = below.get_mut(at)
            {
                *slot = None;
            }
        }
    }
}
