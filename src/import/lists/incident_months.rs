//! Which months a list of incidents covers: those that are whole enough for nought to be nought, and those
//! that are not.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::data::Period;

/// How many rows a month an area has for a month without any to be a gap, and no nought.
const ROWS_FOR_A_GAP: usize = 5;

/// The months of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Months {
    /// For each area the months, from its first to its last, that are whole enough to be counted.
    pub whole: BTreeMap<usize, Vec<Period>>,
    /// The months without a row where there should be some: of an area, or at all.
    pub gaps: Vec<(Option<usize>, Period)>,
}

impl Months {
    /// The months of rows, given as area, first day of the month and how many.
    pub(super) fn of(rows: impl Iterator<Item = (usize, Date, u32)>) -> Self {
        let mut by_area: BTreeMap<usize, BTreeMap<Date, usize>> = BTreeMap::new();
        let mut with_rows: BTreeSet<Date> = BTreeSet::new();
        for (area, month, count) in rows {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            *by_area.entry(area).or_default().entry(month).or_default() += count;
            with_rows.insert(month);
        }
        let mut months = Self::default();
        let is_empty = |month: &Period| !with_rows.contains(&month.start);
        let empty = months_between(&with_rows).into_iter().filter(is_empty);
        months.gaps.extend(empty.map(|month| (None, month)));
        for (area, counts) in by_area {
            let rows: usize = counts.values().sum();
            let span = months_between(&counts.keys().copied().collect());
            let is_busy = rows >= span.len().saturating_mul(ROWS_FOR_A_GAP);
            let mut whole = Vec::new();
            for month in span {
                if counts.contains_key(&month.start) || !is_busy && !is_empty(&month) {
                    whole.push(month);
                } else if !is_empty(&month) {
                    months.gaps.push((Some(area), month));
                }
            }
            months.whole.insert(area, whole);
        }
        months
    }
}

/// The months from the first to the last of some.
fn months_between(months: &BTreeSet<Date>) -> Vec<Period> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return Vec::new();
    };
    let month = |date: &Date| Period::month(date.year(), date.month());
    let mut all = Vec::new();
    let mut next = month(first);
    while let Some(period) = next.filter(|period| period.start <= *last) {
        all.push(period);
        next = month(&period.end);
    }
    all
}

/// What is to be said of the first and the last month where the days of rows begin or end within them: a
/// stretch without rows that is much longer than rows are usually apart.
pub(super) fn edges(mut days: Vec<Date>) -> Vec<(Period, String)> {
    days.sort_unstable();
    let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) else {
        return Vec::new();
    };
    let between = |from: Date, to: Date| usize::try_from((to - from).get_days()).unwrap_or(0);
    let usual = between(first, last) / days.len().max(1);
    let is_long = |gap: usize| gap > 2 && gap > usual.saturating_mul(5);
    let mut notes = Vec::new();
    if let Some(month) = Period::month(first.year(), first.month())
        && is_long(between(month.start, first))
    {
        notes.push((month, format!("the first row is of {}", words(first))));
    }
    if let Some(month) = Period::month(last.year(), last.month())
        && is_long(between(last, month.last_day()))
    {
        notes.push((month, format!("the last row is of {}", words(last))));
    }
    notes
}

/// A day for reading: `14 May 2023`.
fn words(date: Date) -> String {
    let month = crate::data::period_label::month_name(date.month());
    format!("{} {month} {}", date.day(), date.year())
}
