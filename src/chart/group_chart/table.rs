//! The words of single rows: beside the pointer, for screen readers, and as a table of text.

use super::model::{GroupChart, GroupRow, RowMarks, Verdict};
use crate::analysis::breakdown::BreakdownRow;
use crate::analysis::group_changes::GroupChangeRow;
use crate::analysis::{Estimate, Outcome};
use crate::base::number;
use crate::chart::point::{self, Caution};
use crate::chart::wording::{group_changes::size_with_sign, phrase};
use crate::data::{Measure, Period, Unit};

/// The chart in words, every row of it.
pub(super) fn alt_text(kind: &str, chart: &GroupChart) -> String {
    let mut text = format!("{kind}: {}. {}.", chart.title, chart.subtitle);
    if chart.is_empty() {
        text.push_str(" No values for this choice.");
    }
    if let Some(reference) = &chart.reference {
        text = format!("{text} {}.", reference.label);
    }
    let mut section = "";
    for row in &chart.rows {
        if row.section != section {
            section = &row.section;
            text = format!("{text} {section}:");
        }
        text = format!("{text} {}.", row_words(row));
    }
    format!("{text} {} {}", chart.what_this_shows, chart.footnote)
}

/// "Women 46.9%, clearly lower than the rest".
fn row_words(row: &GroupRow) -> String {
    let verdict = match row.marks {
        RowMarks::Now { verdict, .. } => match verdict {
            Verdict::Up(_) => ", clearly higher than the rest",
            Verdict::Down(_) => ", clearly lower than the rest",
            Verdict::NotClear => ", not clearly different from the rest",
            Verdict::NotTested => "",
        },
        RowMarks::ThenAndNow { verdict, .. } => match verdict {
            Verdict::Up(_) => ", a clear rise",
            Verdict::Down(_) => ", a clear fall",
            Verdict::NotClear => ", no clear change",
            Verdict::NotTested => ", not tested",
        },
        RowMarks::Missing(_) => "",
    };
    format!("{} {}{verdict}", row.label, row.value_text)
}

/// What stands beside a group of one period.
pub(super) fn breakdown_lines(row: &BreakdownRow, measure: &Measure) -> Vec<String> {
    let mut lines = vec![row.name().full()];
    let Some(outcome) = &row.outcome else {
        return lines;
    };
    lines.extend(value_lines(outcome, measure.unit));
    if let Some(held) = &row.against_rest {
        lines.push(against_words(held.comparison.direction, &held.comparison));
    }
    if let Some(share) = row.share_of_whole {
        lines.push(format!("{}% of the total", number::grouped(share, 1)));
    }
    lines.push(outcome.provenance().describe());
    lines
}

/// "Clearly lower than the rest (66.9%) by 20.1 points".
pub(in crate::chart) fn against_words(
    direction: crate::analysis::Direction,
    comparison: &crate::analysis::Change,
) -> String {
    use crate::analysis::Direction;
    let rest = Unit::Percent.format(comparison.from.value);
    let points = number::grouped(comparison.difference.abs(), 1);
    match direction {
        Direction::Up => format!("Clearly higher than the rest ({rest}) by {points} points"),
        Direction::Down => format!("Clearly lower than the rest ({rest}) by {points} points"),
        _ => format!("Not clearly different from the rest ({rest})"),
    }
}

/// What stands beside a group then and now.
pub(super) fn change_lines(
    row: &GroupChangeRow,
    measure: &Measure,
    periods: Option<&(Period, Period)>,
) -> Vec<String> {
    let unit = measure.unit;
    let mut lines = vec![row.name().full()];
    if let Some(held) = &row.change {
        let words = match Verdict::of(&held.change, measure.polarity) {
            Verdict::Up(_) => "a clear rise",
            Verdict::Down(_) => "a clear fall",
            Verdict::NotClear => "no clear change",
            Verdict::NotTested => "not tested",
        };
        lines.push(format!("{}, {words}", size_with_sign(&held.change, unit)));
    }
    let ends = periods.map(|(from, to)| [(from, &row.from), (to, &row.to)]);
    for (period, outcome) in ends.into_iter().flatten() {
        let Some(outcome) = outcome else {
            lines.push(format!("{}: no figure", period.label()));
            continue;
        };
        let words = value_lines(outcome, unit).join(", ");
        lines.push(format!("{}: {words}", period.label()));
    }
    let last = row.to.as_ref().or(row.from.as_ref());
    lines.extend(last.map(|outcome| outcome.provenance().describe()));
    lines
}

/// The value with its interval, the base, the caution; or why there is none.
pub(in crate::chart) fn value_lines(outcome: &Outcome, unit: Unit) -> Vec<String> {
    match point::shown(outcome, unit) {
        Ok(estimate) => estimate_lines(estimate, unit),
        Err(reason) => vec![phrase::capital(reason.words())],
    }
}

fn estimate_lines(estimate: &Estimate, unit: Unit) -> Vec<String> {
    let value = unit.format(estimate.value);
    let mut lines = vec![match estimate.interval {
        Some(interval) => format!(
            "{value} (95% interval {} to {})",
            unit.format(interval.lower),
            unit.format(interval.upper)
        ),
        None => value,
    }];
    if let Some(base) = estimate.unweighted_base {
        lines.push(format!("Base {}", number::grouped(base, 0)));
    } else if unit.rests_on_respondents() {
        lines.push(String::from("Base not given"));
    }
    let words = Caution::of(estimate, unit).map_or(estimate.status.words(), Caution::words);
    if !words.is_empty() {
        lines.push(phrase::capital(words));
    }
    lines
}

impl GroupChart {
    /// The rows as text that Excel takes as cells: group, name, what is printed beside it, what was found.
    pub fn as_cells(&self) -> String {
        let mut text = format!("Group\tName\t{}\tFound", self.title.replace('\t', " "));
        for row in &self.rows {
            let found = match row.marks {
                RowMarks::Now { verdict, .. } => verdict.against_rest(),
                RowMarks::ThenAndNow { verdict, .. } => verdict.of_change(),
                RowMarks::Missing(_) => "",
            };
            let cells = [&*row.section, &*row.label, &*row.value_text, found];
            text.push('\n');
            text.push_str(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"));
        }
        text
    }
}
