//! A measure by groups of people or by areas in every period at once: the values, each against the rest of
//! its period and against itself a year before.

use super::against_rest::{AgainstRest, against_rest};
use super::breakdown::{change, others, whole_label};
use super::catalogue::Catalogue;
use super::change::adjust_family;
use super::estimate::Outcome;
use super::groups::{GroupQuestion, Groups};
use super::respondent_figures::Rests;
use super::trend::{PeriodChange, SeriesKey, SeriesRole, TrendAnswer, TrendSeries};
use crate::data::{Measure, Period};

/// The answer to a question about groups in every period.
#[derive(Clone, Debug)]
pub struct GroupsOverTime {
    /// The groups as lines over periods, and behind them the line of everybody to whom all of them belong,
    /// where the sources give it and values of parts and of the whole lie on one scale.
    pub trend: TrendAnswer,
    /// Whether the groups are areas.
    pub is_by_area: bool,
    /// Everybody to whom all of the groups belong, where the sources give them; never compared.
    pub whole: Option<GroupLine>,
    /// The groups, by dimension, in natural order.
    pub groups: Vec<GroupLine>,
    /// How many values were compared with the rest of their period; all of them are one family.
    pub comparisons: usize,
    /// How many values were compared with those of a year before; all of them are one family.
    pub changes: usize,
}

/// A group in every period.
#[derive(Clone, Debug)]
pub struct GroupLine {
    /// What it stands for.
    pub key: SeriesKey,
    /// Its name.
    pub label: String,
    /// The dimension of which it is a category; empty for an area and for everybody.
    pub dimension: String,
    /// What it has in each period; `None` where no source has a cell for it.
    pub points: Vec<Option<GroupPoint>>,
}

/// A group in one period.
#[derive(Clone, Debug)]
pub struct GroupPoint {
    /// Its value, or why there is none.
    pub outcome: Outcome,
    /// The group against the rest, where that can be tested.
    pub against_rest: Option<AgainstRest>,
    /// The change from a year earlier, where both values may be seen.
    pub over_year: Option<PeriodChange>,
}

/// The answer; `None` where no source holds the measure.
pub fn groups_over_time(catalogue: &Catalogue, asked: &GroupQuestion) -> Option<GroupsOverTime> {
    let held = Groups::of(catalogue, asked)?;
    let entry = catalogue.entry(&asked.question.measure)?;
    let periods = held.trend.periods.iter();
    let rests: Vec<Rests> = periods
        .map(|period| Rests::of(catalogue, entry, period))
        .collect();
    let mut groups: Vec<GroupLine> = held
        .trend
        .series
        .iter()
        .zip(&held.dimensions)
        .map(|(line, dimension)| compared(&held, line, dimension, &rests))
        .collect();
    let comparisons = adjust_family(
        points(&mut groups).filter_map(|point| Some(&mut point.against_rest.as_mut()?.comparison)),
    );
    let changes = adjust_family(
        points(&mut groups).filter_map(|point| Some(&mut point.over_year.as_mut()?.change)),
    );
    let whole = held.one_whole().map(|line| GroupLine {
        key: line.key.clone(),
        label: whole_label(&held, line),
        dimension: String::new(),
        points: whole_points(&held, line),
    });
    let is_by_area = held.is_by_area();
    let behind = held.one_whole().cloned();
    let mut trend = held.trend;
    if trend.measure.unit.is_level() {
        trend.series.extend(behind.map(|line| {
            TrendSeries {
                role: SeriesRole::Comparator,
                label: whole
                    .as_ref()
                    .map_or(line.label, |whole| whole.label.clone()),
                ..line
            }
        }));
    }
    Some(GroupsOverTime {
        trend,
        is_by_area,
        whole,
        groups,
        comparisons,
        changes,
    })
}

fn points(groups: &mut [GroupLine]) -> impl Iterator<Item = &mut GroupPoint> {
    groups
        .iter_mut()
        .flat_map(|group| group.points.iter_mut().flatten())
}

/// A group with its comparisons, which are not yet adjusted for one another.
fn compared(held: &Groups, line: &TrendSeries, dimension: &str, rests: &[Rests]) -> GroupLine {
    let unit = held.trend.measure.unit;
    let whole = held.whole_of(line);
    let point = |place: usize| {
        let outcome = line.points.get(place)?.as_ref()?.outcome.clone();
        let whole = whole.and_then(|whole| held.showable(whole, place));
        let own = held.showable(line, place);
        Some(GroupPoint {
            against_rest: own.and_then(|own| {
                let exact = rests
                    .get(place)
                    .and_then(|rests| rests.beside(&line.key, own));
                let others = others(held, line, dimension, place);
                against_rest(unit, own, exact, whole, &others)
            }),
            over_year: held
                .year_before(place)
                .and_then(|before| change(held, line, before, place)),
            outcome,
        })
    };
    GroupLine {
        key: line.key.clone(),
        label: line.label.clone(),
        dimension: dimension.to_owned(),
        points: (0..held.trend.periods.len()).map(point).collect(),
    }
}

/// Everybody in the periods of the groups.
fn whole_points(held: &Groups, line: &TrendSeries) -> Vec<Option<GroupPoint>> {
    let point = |place: usize| {
        Some(GroupPoint {
            outcome: line.points.get(place)?.as_ref()?.outcome.clone(),
            against_rest: None,
            over_year: None,
        })
    };
    (0..held.trend.periods.len()).map(point).collect()
}

impl GroupsOverTime {
    /// The measure.
    pub const fn measure(&self) -> &Measure {
        &self.trend.measure
    }

    /// The periods, in order.
    pub fn periods(&self) -> &[Period] {
        &self.trend.periods
    }

    /// The place asked about, for subtitles; empty where the groups are areas.
    pub fn place(&self) -> &str {
        if self.is_by_area {
            ""
        } else {
            &self.trend.place
        }
    }

    /// The latest period in which a group has a value that may be seen.
    pub fn latest(&self) -> Option<usize> {
        let unit = self.measure().unit;
        let has_value = |place: &usize| {
            self.groups.iter().any(|group| {
                let point = group.points.get(*place).and_then(Option::as_ref);
                point.is_some_and(|point| point.outcome.showable(unit).is_some())
            })
        };
        (0..self.periods().len()).rev().find(has_value)
    }
}
