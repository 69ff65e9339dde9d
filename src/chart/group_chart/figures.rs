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
    /// What stands beside the values.
    beside: Vec<Beside>,
}

/// What may stand beside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Interval,
    Base,
    Share,
    Verdict,
    Note,
}

impl<'a> BreakdownFigures<'a> {
    pub(super) fn new(answer: &'a BreakdownAnswer, spec: &GroupSpec) -> Self {
        let measure = &answer.measure;
        let unit = measure.unit;
        let any = |has: &dyn Fn(&Estimate) -> bool| {
            let outcomes = answer.rows.iter().filter_map(|row| row.outcome.as_ref());
            let mut shown = outcomes.filter_map(|outcome| point::shown(outcome, unit).ok());
            shown.any(has)
        };
        let period = answer.period.as_ref().map(crate::data::Period::label);
        let period = period.map_or_else(String::new, |period| format!(", {period}"));
        let has_intervals = spec.show_intervals && any(&|estimate| estimate.interval.is_some());
        let has_bases = any(&|estimate| estimate.unweighted_base.is_some());
        let has_shares = answer.rows.iter().any(|row| row.share_of_whole.is_some());
        let has_notes = any(&|estimate| caution(estimate, unit).is_some());
        let beside = [
            (Beside::Interval, has_intervals),
            (Beside::Base, has_bases),
            (Beside::Share, has_shares),
            (Beside::Verdict, answer.comparisons > 0),
            (Beside::Note, has_notes),
        ];
        let beside = beside.into_iter().filter(|(_, has)| *has);
        Self {
            measure,
            is_by_area: answer.is_by_area,
            value_heading: format!("{}{period} ({})", measure.name, unit.words()),
            beside: beside.map(|(part, _)| part).collect(),
        }
    }

    pub(super) fn columns(&self) -> Vec<DataColumn> {
        let unit = self.measure.unit.words();
        let mut columns = label_columns(self.is_by_area);
        columns.push(DataColumn::values(self.value_heading.clone()));
        for part in &self.beside {
            let headings = match part {
                Beside::Interval => vec![
                    format!("95% interval, lower ({unit})"),
                    format!("95% interval, upper ({unit})"),
                ],
                Beside::Base => vec![String::from("Base (respondents)")],
                Beside::Share => vec![String::from("Share of the total (%)")],
                Beside::Verdict => vec![String::from("Against the rest")],
                Beside::Note => vec![String::from("Note")],
            };
            columns.extend(headings.into_iter().map(DataColumn::values));
        }
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
        for part in &self.beside {
            match part {
                Beside::Interval => {
                    let interval = estimate.and_then(|estimate| estimate.interval);
                    let lower = interval.map(|held| DataCell::value(held.lower, unit));
                    let upper = interval.map(|held| DataCell::value(held.upper, unit));
                    cells.extend([or_missing(lower), or_missing(upper)]);
                }
                Beside::Base => {
                    let base = estimate.and_then(|estimate| estimate.unweighted_base);
                    cells.push(or_missing(base.map(|base| DataCell::as_printed(base, 0))));
                }
                Beside::Share => {
                    let share = share.filter(|_| estimate.is_some());
                    let share = share.map(|value| DataCell::Number { value, decimals: 1 });
                    cells.push(or_missing(share));
                }
                Beside::Verdict => {
                    let found = verdict.filter(|_| estimate.is_some());
                    let found = found.unwrap_or(Verdict::NotTested);
                    cells.push(DataCell::text(found.against_rest()));
                }
                Beside::Note => {
                    let note = estimate.and_then(|estimate| caution(estimate, unit));
                    cells.push(note.map_or(DataCell::Empty, DataCell::text));
                }
            }
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
