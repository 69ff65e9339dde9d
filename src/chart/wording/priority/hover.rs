//! What stands beside a cohort that is pointed at.

use super::terms::class_words;
use crate::analysis::priority::{PriorityAnswer, PriorityCohort, Testing};
use crate::analysis::{Direction, Interval};
use crate::base::number;
use crate::data::{Period, Unit};

/// The lines: whose, level and change, how sure, what follows, and last the cell.
pub fn mark_lines(answer: &PriorityAnswer, cohort: &PriorityCohort) -> Vec<String> {
    let (Some(level), Some(change)) = (cohort.level(), cohort.difference()) else {
        return vec![cohort.label.clone()];
    };
    let points = |value: f64| Unit::PercentagePoints.format(value);
    let mut lines = vec![
        cohort.label.clone(),
        format!("{}, {}", Unit::Percent.format(level.value), points(change)),
    ];
    if let Some(held) = level.interval {
        let level = |value: f64| Unit::Percent.format(value);
        lines.push(format!("95% interval {}", range(held, level)));
    }
    let now = answer.now.as_ref().map(Period::label).unwrap_or_default();
    if let Some(base) = level.unweighted_base {
        let then = cohort
            .earlier_level()
            .and_then(|then| then.unweighted_base)
            .map_or_else(String::new, |then| {
                format!(" (before: {})", number::grouped(then, 0))
            });
        let base = number::grouped(base, 0);
        lines.push(format!("Base {base}, {now}{then}"));
    }
    lines.extend(not_tested(cohort.testing));
    if let Some(evidence) = &cohort.evidence {
        if let Some(against) = &evidence.level {
            let difference = points(against.difference);
            lines.push(format!(
                "Against the rest: {difference}, {}",
                clear(against.direction)
            ));
        }
        let interval = evidence.change.interval.map_or_else(String::new, |held| {
            format!(" (95% interval {})", range(held, points))
        });
        lines.push(format!(
            "Change: {}{interval}",
            clear(evidence.change.direction)
        ));
        if let Some(relative) = &evidence.relative {
            let difference = points(relative.difference);
            lines.push(format!(
                "Change against that of the rest: {difference}, {}",
                clear(relative.direction)
            ));
        }
        if let Some(words) = class_words(evidence, answer.measure.polarity) {
            lines.push(super::super::phrase::capital(&words));
        }
    }
    if cohort.plotted.is_some_and(|at| at.is_shrunken) {
        lines.push(String::from(
            "Its level is drawn towards the mean of its grouping",
        ));
    }
    lines.push(level.provenance.describe());
    lines
}

const fn clear(direction: Direction) -> &'static str {
    match direction {
        Direction::Up | Direction::Down => "significant",
        Direction::NoClearChange => "not statistically clear",
        Direction::NotTested => "not tested",
    }
}

/// Why a cohort was not tested.
fn not_tested(testing: Testing) -> Option<String> {
    Some(String::from(match testing {
        Testing::Tested => return None,
        Testing::LowBase => "Low base, treat with caution: not tested",
        Testing::NoBase => "Base not known: not tested",
        Testing::Broken => "Break in series: not tested",
        Testing::NoValue => "Not tested",
    }))
}

fn range(interval: Interval, format: impl Fn(f64) -> String) -> String {
    format!("{} to {}", format(interval.lower), format(interval.upper))
}
