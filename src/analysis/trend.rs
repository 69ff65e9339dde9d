//! A measure over periods, one line for each area or cohort, with a comparator.

use serde::{Deserialize, Serialize};

use super::breaks::{NotComparable, SeriesBreak, first_between};
use super::cadence::Cadence;
use super::catalogue::MeasureKey;
use super::change::Change;
use super::estimate::{Estimate, Outcome};
use super::question::PeriodRange;
use super::shown_as::ShownAs;
use super::targets::ScorecardRow;
use crate::data::{Cohort, Measure, Period};

/// What a line of a trend stands for; the same through changes of period, so that a highlighted or
/// hidden line stays so.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SeriesKey {
    /// The area, by name; empty where the source names none.
    pub area: String,
    /// The people.
    pub cohort: Cohort,
}

/// The part that a line plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeriesRole {
    /// One of the lines asked for.
    Asked,
    /// What the others are compared with.
    Comparator,
}

/// One line.
#[derive(Clone, Debug)]
pub struct TrendSeries {
    /// What it stands for.
    pub key: SeriesKey,
    /// Its name on the chart: what tells it from the other lines.
    pub label: String,
    /// The part that it plays.
    pub role: SeriesRole,
    /// One for each period of the answer; `None` where no source has a cell for it.
    pub points: Vec<Option<TrendPoint>>,
    /// The latest value against the one a year earlier, or against the first where there is none.
    pub change: Option<PeriodChange>,
    /// Where its values are not comparable with those before, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Why there is no change to speak of, where a break in the series is the reason.
    pub not_comparable: Option<NotComparable>,
}

impl TrendSeries {
    /// The break in the series for which the values of two periods, the earlier and the later, are not
    /// comparable.
    pub fn break_between(&self, from: &Period, to: &Period) -> Option<&SeriesBreak> {
        first_between(&self.breaks, from, to)
    }
}

/// A change between two periods.
#[derive(Clone, Debug)]
pub struct PeriodChange {
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// The change.
    pub change: Change,
}

/// One point of a line.
#[derive(Clone, Debug)]
pub struct TrendPoint {
    /// Its value, or why there is none.
    pub outcome: Outcome,
    /// Where successive returns revised it: the values that they gave, the first published first and the one
    /// that counts last, each as it was first given. Empty where nobody revised it.
    pub vintages: Vec<Estimate>,
}

/// The answer to a question, ready to be drawn.
#[derive(Clone, Debug)]
pub struct TrendAnswer {
    /// The measure's key in the catalogue.
    pub key: MeasureKey,
    /// The measure.
    pub measure: Measure,
    /// The place or places asked about, for the subtitle.
    pub place: String,
    /// The people asked about, for the subtitle; `None` for everybody.
    pub people: Option<String>,
    /// How long the periods are; `None` where there is none.
    pub cadence: Option<Cadence>,
    /// The periods, in order, each once.
    pub periods: Vec<Period>,
    /// The lines: those asked for in their order, then the comparator.
    pub series: Vec<TrendSeries>,
    /// How the values are shown.
    pub shown_as: ShownAs,
    /// How they were made of those that the sources give, where they are not shown as given.
    pub notes: Vec<String>,
    /// The targets of these lines, in the project's order.
    pub targets: Vec<LineTarget>,
}

impl TrendAnswer {
    /// Drops the periods outside a range.
    pub(super) fn keep_range(&mut self, range: PeriodRange) {
        let kept: Vec<bool> = self
            .periods
            .iter()
            .map(|period| range.holds(period))
            .collect();
        if kept.iter().all(|kept| *kept) {
            return;
        }
        let mut kept_periods = kept.iter();
        self.periods.retain(|_| kept_periods.next() == Some(&true));
        for series in &mut self.series {
            let mut kept_points = kept.iter();
            series.points.retain(|_| kept_points.next() == Some(&true));
        }
    }
}

/// A target of one of the lines.
#[derive(Clone, Debug)]
pub struct LineTarget {
    /// The line.
    pub series: SeriesKey,
    /// The target against the data.
    pub row: ScorecardRow,
}
