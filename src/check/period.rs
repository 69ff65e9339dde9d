//! Periods that are longer or shorter than those beside them, and labels that break their sequence.

use super::discrepancy::{Discrepancy, Why};
use super::table::Table;
use crate::data::{CellRef, Period};

/// A label of a period, where it stands.
struct Labelled {
    cell: CellRef,
    text: String,
    period: Period,
}

/// What is odd among the periods in the headings of a table.
pub(super) fn check(table: &Table<'_>) -> Vec<Discrepancy> {
    let labels = headings(table);
    let mut found = lengths(table, &labels);
    found.extend(sequence(table, &labels));
    found
}

/// The headings that name periods, each once.
fn headings(table: &Table<'_>) -> Vec<Labelled> {
    let mut labels: Vec<Labelled> = Vec::new();
    for (column, value) in table.layout.values() {
        let Some(period) = value.period else { continue };
        let named = table.layout.headings.iter().rev().find_map(|row| {
            let text = table.text(*row, column.column)?;
            let is_period = text.chars().any(|c| c.is_ascii_digit());
            is_period.then(|| (table.cell(*row, column.column), text))
        });
        if let Some((cell, text)) = named
            && labels.last().is_none_or(|last| last.period != period)
        {
            labels.push(Labelled { cell, text, period });
        }
    }
    labels
}

/// A period of a month or two more or less than the years beside it.
fn lengths(table: &Table<'_>, labels: &[Labelled]) -> Vec<Discrepancy> {
    let months = |label: &Labelled| label.period.whole_months();
    let years: Vec<&Labelled> = labels
        .iter()
        .filter(|label| months(label) == Some(12))
        .collect();
    let odd: Vec<(&Labelled, u32)> = labels
        .iter()
        .filter_map(|label| Some((label, months(label)?)))
        .filter(|(_, months)| matches!(months, 10 | 11 | 13 | 14))
        .collect();
    let ([(label, months)], false) = (odd.as_slice(), years.is_empty()) else {
        return Vec::new();
    };
    if years.len() + 1 != labels.len() {
        return Vec::new();
    }
    let meant = years
        .iter()
        .flat_map(|year| {
            [12, -12]
                .into_iter()
                .filter_map(|by| year.period.moved_by_months(by))
        })
        .filter(|year| !years.iter().any(|held| held.period == *year))
        .max_by_key(|year| year.overlap_days(&label.period));
    let worked_out = meant.map_or_else(|| String::from("12 months"), |year| year.first_to_last());
    vec![table.discrepancy(
        label.cell,
        &label.text,
        worked_out,
        Why::PeriodLength {
            months: *months,
            others: 12,
        },
        years.iter().map(|year| year.cell).collect(),
    )]
}

/// A label between two that are two steps apart which is not the step between them.
fn sequence(table: &Table<'_>, labels: &[Labelled]) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    if labels.len() < 4 {
        return found;
    }
    for (index, window) in labels.windows(3).enumerate() {
        let [before, label, after] = window else {
            continue;
        };
        let step = |years: i32| before.period.moved_by_months(12 * years);
        let Some(sign) = [1, -1]
            .into_iter()
            .find(|sign| step(2 * sign).is_some_and(|two| two.covers_same_days(&after.period)))
        else {
            continue;
        };
        // Another neighbour must be in step too: two columns of one odd pair are no sequence.
        let outer = index
            .checked_sub(1)
            .and_then(|index| labels.get(index))
            .and_then(|outer| outer.period.moved_by_months(12 * sign))
            .is_some_and(|next| next.covers_same_days(&before.period))
            || labels.get(index + 3).is_some_and(|outer| {
                after
                    .period
                    .moved_by_months(12 * sign)
                    .is_some_and(|next| next.covers_same_days(&outer.period))
            });
        let Some(right) = step(sign).filter(|_| outer) else {
            continue;
        };
        if before.period.whole_months() == Some(12) && !right.covers_same_days(&label.period) {
            found.push(table.discrepancy(
                label.cell,
                &label.text,
                right.label(),
                Why::OutOfSequence,
                vec![before.cell, after.cell],
            ));
        }
    }
    found
}
