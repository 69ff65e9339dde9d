//! Two figures compared, and why a printed change may be another.

use super::discrepancy::Why;
use super::figure::Figure;
use super::slips;
use super::table::Table;
use crate::base::number::signed;
use crate::base::text::fold;
use crate::data::{PrintedSays, Unit};
use crate::import::layout::ColumnLayout;

/// In what changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Per cent of the earlier figure.
    Percent,
    /// The difference.
    Number,
    /// The difference of percentages.
    Points,
}

/// What a column of changes may be printed in, the likeliest first.
pub(super) fn kinds(table: &Table<'_>, column: &ColumnLayout) -> Vec<Kind> {
    let heading = fold(&column.heading);
    let figures = || {
        table
            .rows()
            .filter_map(|row| table.figure(row, column.column))
    };
    if heading.contains("percentage point") || heading.split(' ').any(|word| word == "pp") {
        vec![Kind::Points]
    } else if says_percent(&column.heading) || figures().any(|figure| figure.percent) {
        vec![Kind::Percent]
    } else if ["volume", "number", "count", "actual"]
        .iter()
        .any(|word| heading.contains(word))
    {
        vec![Kind::Number]
    } else {
        vec![Kind::Number, Kind::Percent]
    }
}

/// Whether a heading speaks of per cent.
pub(super) fn says_percent(heading: &str) -> bool {
    let folded = fold(heading);
    heading.contains('%') || folded.contains("percent") || folded.contains("per cent")
}

impl Kind {
    /// What a change that is printed so says.
    pub const fn says(self) -> PrintedSays {
        match self {
            Self::Percent => PrintedSays::PercentChange,
            Self::Number => PrintedSays::Difference,
            Self::Points => PrintedSays::Points,
        }
    }

    /// A change as it would be printed beside a figure.
    pub fn print(self, right: f64, printed: &Figure) -> String {
        match self {
            Self::Percent => format!("{}%", signed(right, printed.shown().max(1))),
            Self::Number => signed(right, printed.shown()),
            Self::Points => format!("{} percentage points", signed(right, printed.shown())),
        }
    }
}

/// Two figures that a change compares.
pub(super) struct Compared {
    /// The later figure.
    pub now: f64,
    /// The earlier figure.
    pub before: f64,
    /// By how much the later may differ from what it was rounded from.
    pub half_now: f64,
    /// The same of the earlier.
    pub half_before: f64,
    /// The unit of both.
    pub unit: Unit,
}

impl Compared {
    /// The change in per cent, and why the printed one is another.
    pub fn percent(&self, printed: &Figure, says_percent: bool) -> Option<(f64, Option<Why>)> {
        let (now, before) = (self.now, self.before);
        if before <= 0.0 || now < 0.0 {
            return None;
        }
        let change = |now: f64, before: f64| (now - before) / before * 100.0;
        let right = change(now, before);
        let low = change(now - self.half_now, before + self.half_before);
        let high = if before > self.half_before {
            change(now + self.half_now, before - self.half_before)
        } else {
            return None;
        };
        let points = now - before;
        let is_share = matches!(self.unit, Unit::Percent);
        if printed.is_within(low, high)
            || is_share && (printed.points || !says_percent) && printed.is(points)
        {
            return Some((right, None));
        }
        let is = |value: f64| value.is_finite() && printed.is(value);
        let why = if now > 0.0 && is(points / now * 100.0) {
            Why::NewYearAsBase
        } else if is(-right) {
            Why::SignMissing
        } else if now > 0.0 && is(-points / now * 100.0) {
            Why::WrongWayRound
        } else if is_share && is(points) {
            Why::PointsAsPercent {
                points: format!("{} percentage points", signed(points, printed.shown())),
            }
        } else if is(now / before * 100.0) {
            Why::RatioForChange
        } else if (printed.value - right).abs() <= printed.half() * 2.0 {
            Why::RoundingSlip
        } else if slips::of_point(printed, right) {
            Why::DecimalPoint
        } else {
            Why::ChangeDiffers
        };
        Some((right, Some(why)))
    }

    /// The difference, and why the printed one is another.
    pub fn number(&self, printed: &Figure) -> (f64, Option<Why>) {
        let right = self.now - self.before;
        let slack = self.half_now + self.half_before;
        let why = if printed.is_within(right - slack, right + slack) {
            None
        } else if printed.is(-right) {
            Some(Why::SignMissing)
        } else {
            Some(slips::of_digits(printed.value, right).unwrap_or(Why::ChangeDiffers))
        };
        (right, why)
    }
}
