//! The measures of a project at a glance: for each the latest value of its widest area and everybody in
//! it, the change to it, and the values before.

use super::answer::answer;
use super::catalogue::{Catalogue, CatalogueArea, MeasureEntry, MeasureKey};
use super::dictionary::MeasureNames;
use super::estimate::Outcome;
use super::question::{Question, Split};
use super::trend::{PeriodChange, TrendSeries};
use crate::data::{AreaKind, Measure, Period, Status, Unit};

/// A measure at a glance.
#[derive(Clone, Debug)]
pub struct Headline {
    /// The measure's key in the catalogue.
    pub key: MeasureKey,
    /// The measure.
    pub measure: Measure,
    /// The names by which it is found.
    pub names: MeasureNames,
    /// The area and people of the value, where the measure has several.
    pub of_whom: String,
    /// The latest period that has a cell, and what it gives.
    pub latest: Option<(Period, Latest)>,
    /// The change to the latest value.
    pub change: Option<PeriodChange>,
    /// The values of all periods; `None` where there is none, and where a break in the series parts two.
    pub values: Vec<Option<f64>>,
}

/// What the latest cell gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Latest {
    /// A value in the measure's unit.
    Value(f64),
    /// No value, and why.
    Missing(Status),
}

/// A measure at a glance.
pub fn headline(catalogue: &Catalogue, key: &MeasureKey, entry: &MeasureEntry) -> Headline {
    let question = headline_question(key, entry);
    let line = answer(catalogue, &question).and_then(|answer| {
        let longest = answer.series.into_iter().max_by_key(given_points)?;
        Some((answer.periods, longest))
    });
    let Some((periods, line)) = line else {
        return Headline {
            key: key.clone(),
            measure: entry.measure.clone(),
            names: entry.names.clone(),
            of_whom: String::new(),
            latest: None,
            change: None,
            values: Vec::new(),
        };
    };
    let unit = entry.measure.unit;
    let latest = line
        .points
        .iter()
        .zip(&periods)
        .rev()
        .find_map(|(point, period)| {
            let outcome = &point.as_ref()?.outcome;
            let latest = match (shown(outcome, unit), outcome.estimate()) {
                (Some(value), _) => Latest::Value(value),
                (None, Some(_)) => Latest::Missing(Status::LowReliability),
                (None, None) => Latest::Missing(outcome.status()),
            };
            Some((*period, latest))
        });
    Headline {
        key: key.clone(),
        measure: entry.measure.clone(),
        names: entry.names.clone(),
        of_whom: line.label.clone(),
        latest,
        change: line.change.clone(),
        values: values(&periods, &line, unit),
    }
}

/// The values of a line, with nothing between two that are not comparable.
fn values(periods: &[Period], line: &TrendSeries, unit: Unit) -> Vec<Option<f64>> {
    let mut values = Vec::with_capacity(periods.len());
    let mut before: Option<&Period> = None;
    for (period, point) in periods.iter().zip(&line.points) {
        if before.is_some_and(|before| line.break_between(before, period).is_some()) {
            values.push(None);
        }
        let outcome = point.as_ref().map(|point| &point.outcome);
        values.push(outcome.and_then(|outcome| shown(outcome, unit)));
        before = Some(period);
    }
    values
}

/// The value of a point, where it may be seen.
fn shown(outcome: &Outcome, unit: Unit) -> Option<f64> {
    let estimate = outcome.estimate()?;
    estimate.is_showable(unit).then_some(estimate.value)
}

/// The question whose one line stands for the measure: everybody in the widest area that is somewhere, or
/// else the first cohort that there is.
fn headline_question(key: &MeasureKey, entry: &MeasureEntry) -> Question {
    let mut question = Question::about(key.clone());
    let is_somewhere = |area: &&CatalogueArea| area.kind != AreaKind::Unassigned;
    let place = entry
        .widest_area()
        .filter(is_somewhere)
        .or_else(|| entry.areas.iter().find(is_somewhere))
        .or(entry.widest_area());
    question.areas = place.map(|area| area.name.clone()).into_iter().collect();
    if !entry.has_everyone {
        question.split = Split::Dimensions(entry.dimensions.keys().take(1).cloned().collect());
    }
    question
}

/// How many points of a line have a value; of equals the first line counts.
fn given_points(line: &TrendSeries) -> usize {
    line.points
        .iter()
        .flatten()
        .filter(|point| point.outcome.estimate().is_some())
        .count()
}
