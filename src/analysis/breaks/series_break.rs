//! A break in the series of one line, whoever tells of it, and the one rule on what lies across it.

use super::spec::BreakId;
use crate::analysis::TrendPoint;
use crate::analysis::estimate::Provenance;
use crate::data::{BreakReason, Period, PeriodKind, Status};

/// Where a series breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakAt {
    /// On the first day of a period: what holds days before it is not comparable with what holds days from it
    /// on.
    StartOf(Period),
    /// Before the value of a period, which the source marks; where periods overlap, those that end earlier are
    /// comparable with one another.
    ValueOf(Period),
}

/// Who tells of a break.
#[derive(Clone, Debug)]
pub enum BreakOrigin {
    /// Somebody declared it in the project.
    Declared(BreakId),
    /// A note of a workbook.
    Noted(Provenance),
    /// The mark of a value: `[b]`.
    Marked,
}

/// A break in the series of one line.
#[derive(Clone, Debug)]
pub struct SeriesBreak {
    /// Where.
    pub at: BreakAt,
    /// Why.
    pub reason: BreakReason,
    /// What else is said of it; may be empty.
    pub words: String,
    /// Who tells of it.
    pub origin: BreakOrigin,
}

/// Two periods of a line that were to be compared, and what lies between them.
#[derive(Clone, Debug)]
pub struct NotComparable {
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// The break between them.
    pub why: SeriesBreak,
}

impl SeriesBreak {
    /// The first period whose values are not comparable with those before.
    pub const fn period(&self) -> &Period {
        match &self.at {
            BreakAt::StartOf(period) | BreakAt::ValueOf(period) => period,
        }
    }

    /// Whether the values of two periods, the earlier and the later, are not comparable for it. A period that
    /// holds days of both sides is comparable with neither.
    pub fn lies_between(&self, from: &Period, to: &Period) -> bool {
        match self.at {
            BreakAt::StartOf(first) => from.start < first.start && to.end > first.start,
            BreakAt::ValueOf(first) => first.end > from.end && first.end <= to.end,
        }
    }

    /// From when on: "2019/20", "the 12 months to Mar 2020".
    pub fn since(&self) -> String {
        let period = self.period();
        match period.kind {
            PeriodKind::YearEnding => format!("the {}", period.label()),
            _ => period.label(),
        }
    }

    /// Why values are not compared: "question wording changed from 2019/20".
    pub fn why(&self) -> String {
        match self.reason {
            BreakReason::Other => format!("{} at {}", self.reason.words(), self.since()),
            reason => format!("{} from {}", reason.words(), self.since()),
        }
    }

    /// The same with what else is said of it, and where: "counting rules changed from Apr 2017 (Return.xlsx ›
    /// Notes › A4)".
    pub fn why_in_full(&self) -> String {
        match (&self.origin, self.words.is_empty()) {
            (BreakOrigin::Noted(note), _) => format!("{} ({})", self.why(), note.describe()),
            (_, true) => self.why(),
            (_, false) => format!("{} ({})", self.why(), self.words),
        }
    }

    /// Whether another one says the same, whoever tells of it.
    pub fn is_same(&self, other: &Self) -> bool {
        self.at == other.at && self.reason == other.reason && self.words == other.words
    }
}

/// The first of some breaks that lies between two periods.
pub fn first_between<'a>(
    breaks: &'a [SeriesBreak],
    from: &Period,
    to: &Period,
) -> Option<&'a SeriesBreak> {
    breaks.iter().find(|held| held.lies_between(from, to))
}

/// The breaks that the values of a line are marked with.
pub fn marked(periods: &[Period], points: &[Option<TrendPoint>]) -> Vec<SeriesBreak> {
    let points = periods.iter().zip(points);
    let broken = points.filter(|(_, point)| {
        let point = point.as_ref();
        point.is_some_and(|point| point.outcome.status() == Status::Break)
    });
    broken
        .map(|(period, _)| SeriesBreak {
            at: BreakAt::ValueOf(*period),
            reason: BreakReason::Other,
            words: String::new(),
            origin: BreakOrigin::Marked,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(at: BreakAt) -> SeriesBreak {
        SeriesBreak {
            at,
            reason: BreakReason::Wording,
            words: String::new(),
            origin: BreakOrigin::Marked,
        }
    }

    #[test]
    fn a_period_that_holds_days_of_both_sides_is_comparable_with_neither() {
        let year = |year| Period::calendar_year(year).unwrap();
        let held = from(BreakAt::StartOf(Period::financial_year(2019).unwrap()));
        assert!(!held.lies_between(&year(2017), &year(2018)));
        assert!(held.lies_between(&year(2018), &year(2019)));
        assert!(held.lies_between(&year(2019), &year(2020)));
        assert!(!held.lies_between(&year(2020), &year(2021)));
        assert!(held.lies_between(&year(2017), &year(2021)));
    }

    #[test]
    fn a_marked_value_is_not_comparable_with_those_that_end_before_it() {
        let to = |year, month| Period::year_ending(year, month).unwrap();
        let held = from(BreakAt::ValueOf(to(2020, 6)));
        assert!(!held.lies_between(&to(2019, 3), &to(2020, 3)));
        assert!(held.lies_between(&to(2019, 6), &to(2020, 6)));
        assert!(held.lies_between(&to(2020, 3), &to(2021, 3)));
        assert!(!held.lies_between(&to(2020, 6), &to(2021, 6)));
    }

    #[test]
    fn it_says_why() {
        let held = from(BreakAt::StartOf(Period::financial_year(2019).unwrap()));
        assert_eq!(held.why(), "question wording changed from 2019/20");
        let held = SeriesBreak {
            reason: BreakReason::Other,
            words: String::from("new contractor"),
            ..from(BreakAt::StartOf(Period::year_ending(2012, 3).unwrap()))
        };
        assert_eq!(
            held.why_in_full(),
            "break in series at the 12 months to Mar 2012 (new contractor)"
        );
    }
}
