//! The change of each line that is spoken of: between which periods, and why there is none where a break in the
//! series lies between them.

use super::breaks::NotComparable;
use super::catalogue::{Catalogue, MeasureEntry};
use super::change::{Change, adjust_family};
use super::monthly_counts;
use super::respondent_figures;
use super::trend::{PeriodChange, SeriesRole, TrendAnswer, TrendSeries};
use crate::data::{Measure, Period, Unit};

/// Said where a change is one between periods that overlap.
const OVERLAP_NOTE: &str =
    "The periods compared share respondents, which the test takes into account.";

/// Adds to the lines of an answer the changes that are spoken of; `over_whole_range` where the beginning of the
/// range was chosen.
pub(super) fn add(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    over_whole_range: bool,
    answer: &mut TrendAnswer,
) {
    let mut has_overlap = false;
    for line in &mut answer.series {
        match change_of(&answer.measure, &answer.periods, line, over_whole_range) {
            Some(Ok(change)) => line.change = Some(change),
            Some(Err(why)) => line.not_comparable = Some(*why),
            None if over_whole_range => {
                line.change = overlapping_change_of(catalogue, entry, &answer.periods, line);
                has_overlap |= line.change.is_some();
            }
            None => {}
        }
    }
    if has_overlap {
        answer.notes.push(String::from(OVERLAP_NOTE));
    }
    monthly_counts::retest(catalogue, entry, answer);
    adjust_lines(&mut answer.series, answer.measure.unit);
}

/// The change that is spoken of: over the whole range where its beginning was chosen, else over the
/// latest year, or from the first value where none stands a year earlier. Periods that overlap are not
/// compared (statistical specification 2.6), and nothing is compared across a break in the series: `Err` says
/// which one.
fn change_of(
    measure: &Measure,
    periods: &[Period],
    line: &TrendSeries,
    over_whole_range: bool,
) -> Option<Result<PeriodChange, Box<NotComparable>>> {
    let given = |index: usize| {
        let outcome = &line.points.get(index)?.as_ref()?.outcome;
        Some((*periods.get(index)?, outcome.estimate()?))
    };
    let (last, (to, latest)) = (0..periods.len())
        .rev()
        .find_map(|index| Some((index, given(index)?)))?;
    let year_before = to.previous_year().filter(|_| !over_whole_range);
    let before = || {
        (0..last)
            .filter_map(given)
            .filter(|(period, _)| period.end <= to.start)
    };
    let mut chosen = before()
        .find(|(period, _)| year_before.is_some_and(|before| period.covers_same_days(&before)))
        .or_else(|| before().next())?;
    // Where nobody chose from when on, the first value is that since the last break.
    if !over_whole_range && !year_before.is_some_and(|before| chosen.0.covers_same_days(&before)) {
        let mut since = before();
        chosen = since
            .find(|(period, _)| line.break_between(period, &to).is_none())
            .unwrap_or(chosen);
    }
    let (from, earlier) = chosen;
    if let Some(why) = line.break_between(&from, &to) {
        let why = why.clone();
        return Some(Err(Box::new(NotComparable { from, to, why })));
    }
    let change = Change::between(
        measure.unit,
        earlier,
        latest,
        (f64::from(from.days()), f64::from(to.days())),
    );
    Some(Ok(PeriodChange { from, to, change }))
}

/// The change of a line over the whole range where its ends share respondents who are held here.
fn overlapping_change_of(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    periods: &[Period],
    line: &TrendSeries,
) -> Option<PeriodChange> {
    let mut given = periods
        .iter()
        .zip(&line.points)
        .filter_map(|(period, point)| {
            let estimate = point.as_ref()?.outcome.showable(entry.measure.unit)?;
            Some((*period, estimate))
        });
    let ((from, earlier), (to, latest)) = (given.next()?, given.next_back()?);
    if line.break_between(&from, &to).is_some() {
        return None;
    }
    let test = respondent_figures::overlapping_change(catalogue, entry, &line.key, (&from, &to))?;
    let days = (f64::from(from.days()), f64::from(to.days()));
    let mut change = Change::between(entry.measure.unit, earlier, latest, days);
    change.judge_overlapping(&test);
    Some(PeriodChange { from, to, change })
}

/// The changes of the lines asked for are one family; the comparator's is a headline of its own, which was
/// chosen beforehand. What may not be shown is not counted.
fn adjust_lines(series: &mut [TrendSeries], unit: Unit) {
    let asked = series
        .iter_mut()
        .filter(|line| line.role == SeriesRole::Asked);
    let changes = asked.filter_map(|line| Some(&mut line.change.as_mut()?.change));
    adjust_family(
        changes.filter(|change| change.from.is_showable(unit) && change.to.is_showable(unit)),
    );
}
