//! Whether a target is met, as far as that can be told (statistical specification 10.4): on track or off
//! track is said only where the interval leaves the target out.

use super::spec::{Comparison, Rule};
use crate::analysis::estimate::{Interval, Precision};
use crate::analysis::{Direction, Estimate};
use crate::data::Unit;
use crate::stats::rates::{Level, crude_rate};

/// Where a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The figure is clearly where it is wanted.
    OnTrack,
    /// The figure is clearly not where it is wanted.
    OffTrack,
    /// It cannot be told.
    CannotTell(Doubt),
    /// There is no figure to judge.
    DataDue,
}

/// Why it cannot be told where a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The target lies within the figure's 95% interval.
    WithinInterval,
    /// The figure has no interval: its base is not known.
    NoInterval,
    /// The test finds no clear change from the baseline.
    NoClearChange,
    /// No test against the baseline can be made.
    NotTested,
    /// The target can be read in two ways.
    TwoReadings,
    /// The target is in words alone.
    InWords,
    /// The target is a change, and nothing says from what.
    NoBaseline,
    /// A break in the series lies between the baseline and the figure.
    NotComparable,
    /// The figure is withheld.
    Withheld,
}

/// The 95% interval in which a figure is judged: that of its base, or of a count of events.
pub(super) fn interval_of(estimate: &Estimate, unit: Unit) -> Option<Interval> {
    match (unit, estimate.precision) {
        (Unit::Count, Precision::Count) => {
            // The interval of a count is that of its rate among one.
            let count = crude_rate(estimate.value, Some(1.0), 1.0, Level::Of95).ok()?;
            Some(Interval {
                lower: count.lower,
                upper: count.upper,
            })
        }
        _ => estimate.interval,
    }
}

/// Judges a figure by its interval against a rule of a value.
pub fn judge(interval: Option<Interval>, rule: Rule) -> Verdict {
    let Some(Interval { lower, upper }) = interval else {
        return Verdict::CannotTell(Doubt::NoInterval);
    };
    let mark = rule.value;
    let (is_on, is_off) = match rule.comparison {
        Comparison::AtLeast => (lower >= mark, upper < mark),
        Comparison::AtMost => (upper <= mark, lower > mark),
        Comparison::MoreThan => (lower > mark, upper <= mark),
        Comparison::LessThan => (upper < mark, lower >= mark),
    };
    match (is_on, is_off) {
        (true, _) => Verdict::OnTrack,
        (_, true) => Verdict::OffTrack,
        _ => Verdict::CannotTell(Doubt::WithinInterval),
    }
}

/// Judges a change from the baseline against the direction wanted; `wanted` is `None` where it is to stay.
pub(super) fn judge_direction(found: Direction, wanted: Option<Direction>) -> Verdict {
    match (found, wanted) {
        (Direction::NotTested, _) => Verdict::CannotTell(Doubt::NotTested),
        (Direction::NoClearChange, _) => Verdict::CannotTell(Doubt::NoClearChange),
        (found, Some(wanted)) if found == wanted => Verdict::OnTrack,
        _ => Verdict::OffTrack,
    }
}
