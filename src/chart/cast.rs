//! Who plays which part in a chart: of an answer's lines, those shown, the one in front, and the
//! comparator. Drawing and wording start from the same cast.

use super::point;
use crate::analysis::breaks::NotComparable;
use crate::analysis::trend::PeriodChange;
use crate::analysis::{Direction, Estimate, SeriesRole, TrendAnswer, TrendSeries};
use crate::project::trend_spec::TrendSpec;

/// The lines of an answer that a spec shows.
#[derive(Clone, Debug)]
pub struct Cast<'a> {
    /// The answer.
    pub answer: &'a TrendAnswer,
    /// The lines shown: those asked for, then the comparator.
    pub members: Vec<Member<'a>>,
}

/// One line shown.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The line.
    pub series: &'a TrendSeries,
    /// Its place among the lines of its role in the answer, hidden ones counted, so that hiding one
    /// does not recolour the others.
    pub place: usize,
    /// Whether it is the one in front.
    pub in_front: bool,
}

impl<'a> Cast<'a> {
    /// The lines that a spec shows of an answer.
    pub fn new(answer: &'a TrendAnswer, spec: &TrendSpec) -> Self {
        let of_role = |role: SeriesRole| {
            answer
                .series
                .iter()
                .filter(move |series| series.role == role)
                .enumerate()
        };
        let members = of_role(SeriesRole::Asked)
            .chain(of_role(SeriesRole::Comparator))
            .filter(|(_, series)| !spec.hidden.contains(&series.key))
            .map(|(place, series)| Member {
                series,
                place,
                in_front: series.role == SeriesRole::Asked
                    && spec.highlight.as_ref() == Some(&series.key),
            })
            .collect();
        Self { answer, members }
    }

    /// The lines asked for.
    pub fn asked(&self) -> impl Iterator<Item = Member<'a>> {
        self.of_role(SeriesRole::Asked)
    }

    /// The comparator.
    pub fn comparator(&self) -> Option<Member<'a>> {
        self.of_role(SeriesRole::Comparator).next()
    }

    fn of_role(&self, role: SeriesRole) -> impl Iterator<Item = Member<'a>> {
        self.members
            .iter()
            .copied()
            .filter(move |member| member.series.role == role)
    }

    /// The line that the chart is about: the one in front, or the only one.
    pub fn lead(&self) -> Option<Member<'a>> {
        self.asked().find(|member| member.in_front).or_else(|| {
            let mut asked = self.asked();
            match (asked.next(), asked.next()) {
                (Some(only), None) => Some(only),
                (None, _) => self.comparator(),
                _ => None,
            }
        })
    }

    /// The change of a line, where both of its values may be shown and no break in the series lies
    /// between them.
    pub fn change(&self, series: &'a TrendSeries) -> Option<&'a PeriodChange> {
        series
            .change
            .as_ref()
            .filter(|held| point::change_is_shown(&held.change, self.answer.measure.unit))
            .filter(|held| series.break_between(&held.from, &held.to).is_none())
    }

    /// Why a line has no change to speak of, where a break in the series is the reason.
    pub fn not_comparable(&self, series: &'a TrendSeries) -> Option<&'a NotComparable> {
        let held = series.not_comparable.as_ref();
        held.filter(|_| self.change(series).is_none())
    }

    /// The change of a line, where it is clearly one.
    pub fn clear_change(&self, series: &'a TrendSeries) -> Option<&'a PeriodChange> {
        self.change(series)
            .filter(|held| matches!(held.change.direction, Direction::Up | Direction::Down))
    }

    /// The estimates of a line that are shown, with the places of their periods.
    pub fn estimates(
        &self,
        series: &'a TrendSeries,
    ) -> impl Iterator<Item = (usize, &'a Estimate)> {
        let unit = self.answer.measure.unit;
        series
            .points
            .iter()
            .enumerate()
            .filter_map(move |(period, held)| {
                let outcome = &held.as_ref()?.outcome;
                Some((period, point::shown(outcome, unit).ok()?))
            })
    }

    /// The latest estimate of a line that is shown, with the place of its period.
    pub fn latest(&self, series: &'a TrendSeries) -> Option<(usize, &'a Estimate)> {
        self.estimates(series).last()
    }
}
