//! The figures of groups side by side: what a table of the chart holds.

use super::changes::missing;
use super::model::Verdict;
use crate::analysis::breakdown::{BreakdownRow, Whole};
use crate::analysis::group_changes::{GroupChangeRow, GroupChangesAnswer};
use crate::analysis::{BreakdownAnswer, Estimate, Outcome};
use crate::chart::contents::{DataCell, DataColumn, Shorthand};
use crate::chart::point::{self, Caution};
use crate::data::{Measure, Unit};
use crate::project::GroupSpec;

/// The name of everybody among the groupings.
const EVERYBODY: &str = "All";

/// The columns that say whose the figures of a row are.
fn label_columns(is_by_area: bool) -> Vec<DataColumn> {
    if is_by_area {
        vec![DataColumn::label("Area")]
    } else {
        vec![DataColumn::label("Grouping"), DataColumn::label("Group")]
    }
}

fn labels(is_by_area: bool, dimension: &str, label: &str) -> Vec<DataCell> {
    if is_by_area {
        vec![DataCell::text(label)]
    } else {
        vec![DataCell::text(dimension), DataCell::text(label)]
    }
}

/// Why a value is drawn hollow.
fn caution(estimate: &Estimate, unit: Unit) -> Option<&'static str> {
    Caution::of(estimate, unit).map(Caution::words)
}

/// The figures of groups in one period.
pub(super) struct BreakdownFigures<'a> {
    measure: &'a Measure,
    is_by_area: bool,
    value_heading: String,
    has_intervals: bool,
    has_bases: bool,
    has_shares: bool,
    is_compared: bool,
    has_notes: bool,
}

impl<'a> BreakdownFigures<'a> {
    pub(super) fn new(answer: &'a BreakdownAnswer, spec: &GroupSpec) -> Self {
        let measure = &answer.measure;
        let unit = measure.unit;
        let estimates = || {
            let outcomes = answer.rows.iter().filter_map(|row| row.outcome.as_ref());
            outcomes.filter_map(move |outcome| point::shown(outcome, unit).ok())
        };
        let period = answer.period.as_ref().map(crate::data::Period::label);
        let period = period.map_or_else(String::new, |period| format!(", {period}"));
        Self {
            measure,
            is_by_area: answer.is_by_area,
            value_heading: format!("{}{period} ({})", measure.name, unit.words()),
            has_intervals: spec.show_intervals
                && estimates().any(|estimate| estimate.interval.is_some()),
            has_bases: estimates().any(|estimate| estimate.unweighted_base.is_some()),
            has_shares: answer.rows.iter().any(|row| row.share_of_whole.is_some()),
            is_compared: answer.comparisons > 0,
            has_notes: estimates().any(|estimate| caution(estimate, unit).is_some()),
        }
    }

    pub(super) fn columns(&self) -> Vec<DataColumn> {
        let unit = self.measure.unit.words();
        let mut columns = label_columns(self.is_by_area);
        columns.push(DataColumn::values(self.value_heading.clone()));
        if self.has_intervals {
            let ends = ["lower", "upper"];
            let ends = ends.map(|end| DataColumn::values(format!("95% interval, {end} ({unit})")));
            columns.extend(ends);
        }
        let more = [
            (self.has_bases, "Base (respondents)"),
            (self.has_shares, "Share of the total (%)"),
            (self.is_compared, "Against the rest"),
            (self.has_notes, "Note"),
        ];
        let more = more.into_iter().filter(|(has, _)| *has);
        columns.extend(more.map(|(_, heading)| DataColumn::values(heading)));
        columns
    }

    pub(super) fn of_row(&self, row: &BreakdownRow) -> Vec<DataCell> {
        let mut cells = labels(self.is_by_area, &row.dimension, &row.label);
        let verdict = row
            .against_rest
            .as_ref()
            .map(|held| Verdict::of(&held.comparison, self.measure.polarity));
        let share = row.share_of_whole;
        cells.extend(self.of_outcome(row.outcome.as_ref(), share, verdict));
        cells
    }

    pub(super) fn of_whole(&self, whole: &Whole) -> Vec<DataCell> {
        let mut cells = labels(self.is_by_area, EVERYBODY, &whole.label);
        cells.extend(self.of_outcome(Some(&whole.outcome), None, None));
        cells
    }

    fn of_outcome(
        &self,
        outcome: Option<&Outcome>,
        share: Option<f64>,
        verdict: Option<Verdict>,
    ) -> Vec<DataCell> {
        let unit = self.measure.unit;
        let held = outcome.map(|outcome| point::shown(outcome, unit));
        let value = DataCell::of(outcome, unit);
        let estimate = held.and_then(Result::ok);
        // What stands in the place of a withheld value stands in the place of all that belongs to it.
        let missing = if estimate.is_none() {
            value.clone()
        } else {
            DataCell::Shorthand(Shorthand::NotAvailable)
        };
        let or_missing = |value: Option<DataCell>| value.unwrap_or_else(|| missing.clone());
        let mut cells = vec![value];
        if self.has_intervals {
            let interval = estimate.and_then(|estimate| estimate.interval);
            let ends = interval.map(|interval| [interval.lower, interval.upper]);
            let end = |place: usize| {
                let end = ends.and_then(|ends| ends.get(place).copied());
                or_missing(end.map(|end| DataCell::value(end, unit)))
            };
            cells.extend([end(0), end(1)]);
        }
        if self.has_bases {
            let base = estimate.and_then(|estimate| estimate.unweighted_base);
            cells.push(or_missing(base.map(|base| DataCell::as_printed(base, 0))));
        }
        if self.has_shares {
            let share = share.filter(|_| estimate.is_some());
            cells.push(or_missing(
                share.map(|value| DataCell::Number { value, decimals: 1 }),
            ));
        }
        if self.is_compared {
            let verdict = verdict.filter(|_| estimate.is_some());
            let not_compared = Verdict::NotTested;
            cells.push(DataCell::text(
                verdict.unwrap_or(not_compared).against_rest(),
            ));
        }
        if self.has_notes {
            let note = estimate.and_then(|estimate| caution(estimate, unit));
            cells.push(note.map_or(DataCell::Empty, DataCell::text));
        }
        cells
    }
}

/// The figures of groups then and now.
pub(super) struct ChangeFigures<'a> {
    answer: &'a GroupChangesAnswer,
    has_percent: bool,
    has_notes: bool,
}

impl<'a> ChangeFigures<'a> {
    pub(super) fn new(answer: &'a GroupChangesAnswer) -> Self {
        let unit = answer.measure.unit;
        let changes = || answer.rows.iter().filter_map(|row| row.change.as_ref());
        let is_points = matches!(unit, Unit::Percent | Unit::PercentagePoints);
        Self {
            answer,
            has_percent: !is_points && changes().any(|held| held.change.relative_percent.is_some()),
            has_notes: answer.rows.iter().any(|row| note(row, unit).is_some()),
        }
    }

    pub(super) fn columns(&self) -> Vec<DataColumn> {
        let unit = self.answer.measure.unit;
        let mut columns = label_columns(self.answer.is_by_area);
        let periods = self.answer.periods.as_ref().map(|(from, to)| [from, to]);
        for period in periods.into_iter().flatten() {
            let heading = format!("{} ({})", period.label(), unit.words());
            columns.push(DataColumn::values(heading));
        }
        let words = match unit {
            Unit::Percent => Unit::PercentagePoints.words(),
            unit => unit.words(),
        };
        columns.push(DataColumn::values(format!("Change ({words})")));
        if self.has_percent {
            columns.push(DataColumn::values("Change (%)"));
        }
        columns.push(DataColumn::values("Found"));
        if self.has_notes {
            columns.push(DataColumn::values("Note"));
        }
        columns
    }

    pub(super) fn of_row(&self, row: &GroupChangeRow) -> Vec<DataCell> {
        let (measure, unit) = (&self.answer.measure, self.answer.measure.unit);
        let mut cells = labels(self.answer.is_by_area, &row.dimension, &row.label);
        if self.answer.periods.is_some() {
            cells.push(DataCell::of(row.from.as_ref(), unit));
            cells.push(DataCell::of(row.to.as_ref(), unit));
        }
        let change = row.change.as_ref().map(|held| &held.change);
        let missing = DataCell::Shorthand(match missing(row, measure) {
            Some((reason, _)) => Shorthand::from(reason),
            // Both are there, and a break in the series lies between them.
            None if row.from.is_some() && row.to.is_some() => Shorthand::NotApplicable,
            None => Shorthand::NotAvailable,
        });
        let or_missing = |value: Option<f64>, decimals: usize| {
            value.map_or_else(
                || missing.clone(),
                |value| DataCell::Number { value, decimals },
            )
        };
        let difference = change.map(|change| change.difference);
        cells.push(or_missing(difference, unit.decimals()));
        if self.has_percent {
            let percent = change.map(|change| change.relative_percent);
            cells.push(match percent {
                Some(None) => DataCell::Shorthand(Shorthand::NotApplicable),
                percent => or_missing(percent.flatten(), 1),
            });
        }
        let verdict = change.map_or(Verdict::NotTested, |change| {
            Verdict::of(change, measure.polarity)
        });
        cells.push(DataCell::text(verdict.of_change()));
        if self.has_notes {
            cells.push(note(row, unit).map_or(DataCell::Empty, DataCell::text));
        }
        cells
    }
}

/// The caution that one of the values needs, the later one first.
fn note(row: &GroupChangeRow, unit: Unit) -> Option<&'static str> {
    let outcomes = [&row.to, &row.from].into_iter().flatten();
    let mut shown = outcomes.filter_map(|outcome| point::shown(outcome, unit).ok());
    shown.find_map(|estimate| caution(estimate, unit))
}
