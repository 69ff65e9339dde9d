//! Sums and means over several periods.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::analysis::breaks::SeriesBreak;
use crate::analysis::cadence::Cadence;
use crate::analysis::estimate::{Estimate, Outcome, Precision};
use crate::analysis::trend::{TrendAnswer, TrendPoint, TrendSeries};
use crate::data::period::month_index_in_financial_year;
use crate::data::{Period, PeriodKind, Status, Unit};

/// What is made of the values of a window.
#[derive(Clone, Copy)]
enum Makes {
    Sum,
    Mean,
}

/// A period of the answer and the periods of the source that make it up.
struct Window {
    period: Period,
    parts: Vec<usize>,
}

impl Window {
    /// The break in the series of a line that lies within the window.
    fn break_of<'a>(&self, line: &'a TrendSeries, periods: &[Period]) -> Option<&'a SeriesBreak> {
        let first = periods.get(*self.parts.first()?)?;
        let last = periods.get(*self.parts.last()?)?;
        line.break_between(first, last)
    }
}

/// Sums from April up to the month of the latest value, in each financial year.
pub(super) fn year_to_date(answer: &mut TrendAnswer) {
    let Some(last) = answer.periods.last() else {
        return;
    };
    let upto = month_index_in_financial_year(last.last_day());
    let mut windows: Vec<Window> = Vec::new();
    for period in &answer.periods {
        let is_last_part = month_index_in_financial_year(period.last_day()) == upto;
        let (year, month) = (period.last_day().year(), period.last_day().month());
        let whole = Period::financial_year_to_date(year, month).filter(|_| is_last_part);
        windows.extend(whole.and_then(|whole| window(&answer.periods, whole)));
    }
    let months = u32::try_from(upto).unwrap_or(12);
    make(answer, &windows, Makes::Sum, Cadence::Months(months));
    let whole_years = months == 12;
    answer.notes.push(if whole_years {
        String::from("Whole financial years, added up from their parts.")
    } else {
        String::from("Each financial year up to the same month, added up from its parts.")
    });
}

/// Sums of the twelve months that end with each period.
pub(super) fn rolling_year(answer: &mut TrendAnswer) {
    let windows: Vec<Window> = answer
        .periods
        .iter()
        .filter_map(|period| {
            let last = period.last_day();
            Period::year_ending(last.year(), last.month())
        })
        .filter_map(|whole| window(&answer.periods, whole))
        .collect();
    make(answer, &windows, Makes::Sum, Cadence::Months(12));
    say_rolling(answer);
}

/// Says what neighbouring points of rolling years share.
pub(super) fn say_rolling(answer: &mut TrendAnswer) {
    let said = match answer.measure.unit {
        Unit::Percent => {
            "Rolling 12 months: neighbouring points share most of their respondents, so that only points a year apart are compared unless others are asked for."
        }
        _ => {
            "Rolling 12 months: neighbouring points share most of their months, so that only points a year apart are compared."
        }
    };
    answer.notes.push(String::from(said));
}

/// Means of the three years that end with each year.
pub(super) fn three_year_average(answer: &mut TrendAnswer) {
    let windows: Vec<Window> = answer
        .periods
        .iter()
        .filter_map(|last| {
            let start = last.moved_by_months(-24)?.start;
            let whole = Period {
                start,
                end: last.end,
                kind: PeriodKind::Span,
            };
            window(&answer.periods, whole)
        })
        .collect();
    make(answer, &windows, Makes::Mean, Cadence::Months(36));
    answer.notes.push(String::from(
        "Means of three years, which even out small numbers; neighbouring points share two of their years.",
    ));
}

/// The periods that make up a whole without gap or overlap; `None` where they do not.
fn window(periods: &[Period], whole: Period) -> Option<Window> {
    let by_start: HashMap<Date, (usize, Date)> = periods
        .iter()
        .enumerate()
        .map(|(index, period)| (period.start, (index, period.end)))
        .collect();
    let (mut parts, mut at) = (Vec::new(), whole.start);
    while at < whole.end {
        let (index, end) = by_start.get(&at)?;
        parts.push(*index);
        at = *end;
    }
    (at == whole.end).then_some(Window {
        period: whole,
        parts,
    })
}

/// Puts the windows in the place of the periods.
fn make(answer: &mut TrendAnswer, windows: &[Window], makes: Makes, cadence: Cadence) {
    for series in &mut answer.series {
        let periods = &answer.periods;
        let points = windows.iter();
        let points = points.map(|window| point(series, periods, window, makes));
        series.points = points.collect();
    }
    if windows.iter().any(|window| {
        answer
            .series
            .iter()
            .any(|line| window.break_of(line, &answer.periods).is_some())
    }) {
        answer.notes.push(String::from(
            "Nothing is added up across a break in the series.",
        ));
    }
    answer.periods = windows.iter().map(|window| window.period).collect();
    answer.cadence = Some(cadence);
}

/// The point of a window: a value where each of its parts has one and no break in the series lies between them,
/// else the first reason why not; none where no part has a cell.
fn point(
    series: &TrendSeries,
    periods: &[Period],
    window: &Window,
    makes: Makes,
) -> Option<TrendPoint> {
    let parts: Vec<Option<&Outcome>> = window
        .parts
        .iter()
        .map(|index| Some(&series.points.get(*index)?.as_ref()?.outcome))
        .collect();
    let given: Vec<&Estimate> = parts
        .iter()
        .filter_map(|part| (*part)?.estimate())
        .collect();
    let first = parts.iter().flatten().next()?;
    let outcome = if window.break_of(series, periods).is_some() {
        Outcome::Missing {
            status: Status::Break,
            provenance: first.provenance().clone(),
        }
    } else if given.len() < parts.len() {
        let missing = parts
            .iter()
            .flatten()
            .find(|part| part.estimate().is_none())
            .unwrap_or(first);
        let status = match missing {
            Outcome::Missing { status, .. } => *status,
            Outcome::Given(_) => Status::NotAvailable,
        };
        Outcome::Missing {
            status,
            provenance: missing.provenance().clone(),
        }
    } else {
        Outcome::Given(joined(&given, makes)?)
    };
    Some(TrendPoint::new(outcome))
}

fn joined(parts: &[&Estimate], makes: Makes) -> Option<Estimate> {
    let (first, rest) = parts.split_first()?;
    let mut whole = (*first).clone();
    for part in rest {
        whole.value += part.value;
        whole.provenance.join(&part.provenance);
        if part.precision != Precision::Count {
            whole.precision = Precision::Unknown;
        }
        // Of several the least settled is what the whole is; what is withheld in part is withheld.
        if part.status != Status::Ordinary && whole.status != Status::Suppressed {
            whole.status = part.status;
        }
        whole.note = whole.note.or_else(|| part.note.clone());
    }
    if matches!(makes, Makes::Mean) {
        let count = f64::from(u32::try_from(parts.len()).ok()?);
        whole.value /= count;
        // A mean of counts varies less than a count of its size.
        whole.precision = Precision::Unknown;
    }
    whole.interval = None;
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(from: (i16, i8), count: i32) -> Vec<Period> {
        let first = Period::month(from.0, from.1).unwrap();
        (0..count)
            .map(|index| first.moved_by_months(index).unwrap())
            .collect()
    }

    #[test]
    fn a_window_is_whole_or_none() {
        let periods = months((2020, 4), 12);
        let year = Period::financial_year(2020).unwrap();
        assert_eq!(window(&periods, year).unwrap().parts.len(), 12);
        assert!(window(&periods[1..], year).is_none());
        assert!(window(&periods[..11], year).is_none());
        let gap: Vec<Period> = periods
            .iter()
            .copied()
            .filter(|period| period.start.month() != 8)
            .collect();
        assert!(window(&gap, year).is_none());
    }
}
