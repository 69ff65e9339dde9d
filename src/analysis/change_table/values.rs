//! The values of one measure for everybody in one area, by period; a year may be the sum of its months.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::answer::answer;
use crate::analysis::breaks::{SeriesBreak, first_between};
use crate::analysis::catalogue::{Catalogue, MeasureEntry, MeasureKey};
use crate::analysis::estimate::{Estimate, Outcome, Precision, Provenance};
use crate::analysis::question::Question;
use crate::analysis::{Cadence, SeriesRole};
use crate::data::{Period, PeriodKind, Source, Status, Unit};
use jiff::civil::Date;

/// The values of one measure for everybody in one area.
#[derive(Debug)]
pub(super) struct Values {
    unit: Unit,
    given: BTreeMap<(Date, Date), (Period, Outcome)>,
    breaks: Vec<SeriesBreak>,
}

/// A value for a period.
#[derive(Clone, Debug)]
pub(super) struct ValueOf {
    /// The value, or why there is none.
    pub outcome: Outcome,
    /// Whether it is the sum of monthly counts.
    pub is_summed: bool,
}

impl Values {
    /// Gathers the values of a measure in an area.
    pub fn of(catalogue: &Catalogue, key: &MeasureKey, entry: &MeasureEntry, area: &str) -> Self {
        let mut given = BTreeMap::new();
        let mut breaks: Vec<SeriesBreak> = Vec::new();
        for cadence in entry.periods.keys() {
            let question = Question {
                areas: vec![area.to_owned()],
                cadence: Some(*cadence),
                ..Question::about(key.clone())
            };
            let Some(answer) = answer(catalogue, &question) else {
                continue;
            };
            let line = answer
                .series
                .iter()
                .find(|line| line.role == SeriesRole::Asked);
            for held in line.into_iter().flat_map(|line| &line.breaks) {
                if !breaks.iter().any(|known| known.is_same(held)) {
                    breaks.push(held.clone());
                }
            }
            for (period, point) in answer
                .periods
                .iter()
                .zip(line.into_iter().flat_map(|line| &line.points))
            {
                if let Some(point) = point {
                    let days = (period.start, period.end);
                    given.insert(days, (*period, point.outcome.clone()));
                }
            }
        }
        Self {
            unit: entry.measure.unit,
            given,
            breaks,
        }
    }

    /// The break in the series between two periods.
    pub fn break_between(&self, from: &Period, to: &Period) -> Option<&SeriesBreak> {
        first_between(&self.breaks, from, to)
    }

    /// The periods for which there is a cell, and the years that are the sums of their months.
    pub fn periods(&self) -> impl Iterator<Item = Period> + '_ {
        let direct = self.given.values().map(|(period, _)| *period);
        let months = self.given.values().filter(|(period, _)| is_month(period));
        let years = months.filter_map(|(month, _)| {
            let last = month.last_day();
            let year = Period::year_ending(last.year(), last.month())?;
            self.sum_of_months(&year).map(|_| year)
        });
        direct.chain(years)
    }

    /// The value for a period: its own, or else the sum of its months.
    pub fn at(&self, period: &Period) -> Option<ValueOf> {
        let direct = self.given.get(&(period.start, period.end));
        if let Some((_, outcome)) = direct {
            return Some(ValueOf {
                outcome: outcome.clone(),
                is_summed: false,
            });
        }
        let sum = self.sum_of_months(period)?;
        Some(ValueOf {
            outcome: Outcome::Given(sum),
            is_summed: true,
        })
    }

    /// The counts of the months of a period, where each has one that may be seen, and the workbook of the last.
    pub fn months(&self, period: &Period) -> Option<(Vec<f64>, Arc<Source>)> {
        let counts = self.month_estimates(period)?;
        let source = counts.last()?.provenance.source.clone();
        Some((
            counts.iter().map(|estimate| estimate.value).collect(),
            source,
        ))
    }

    fn month_estimates(&self, period: &Period) -> Option<Vec<&Estimate>> {
        if self.unit != Unit::Count || period.whole_months()? < 2 {
            return None;
        }
        let months = period.months();
        // Nothing is added up across a break in the series.
        if let (Some(first), Some(last)) = (months.first(), months.last())
            && self.break_between(first, last).is_some()
        {
            return None;
        }
        let estimates = months.iter().map(|month| {
            let (_, outcome) = self.given.get(&(month.start, month.end))?;
            outcome.showable(self.unit)
        });
        estimates.collect()
    }

    /// The sum of the months of a period, where all stand in one workbook.
    fn sum_of_months(&self, period: &Period) -> Option<Estimate> {
        sum(&self.month_estimates(period)?)
    }

    /// The sums of the counts of several measures, for the periods of which each gives one that may be seen.
    pub fn sum_of(parts: &[Self]) -> Self {
        let mut given = BTreeMap::new();
        let mut breaks: Vec<SeriesBreak> = Vec::new();
        let (first, others) = match parts.split_first() {
            Some((first, others)) if parts.iter().all(|part| part.unit == Unit::Count) => {
                (Some(first), others)
            }
            _ => (None, parts),
        };
        for held in parts.iter().flat_map(|part| &part.breaks) {
            if !breaks.iter().any(|known| known.is_same(held)) {
                breaks.push(held.clone());
            }
        }
        for (days, (period, outcome)) in first.into_iter().flat_map(|first| &first.given) {
            let others = others.iter().map(|part| part.given.get(days));
            let outcomes = others.map(|held| held.map(|(_, outcome)| outcome));
            let outcomes = std::iter::once(Some(outcome)).chain(outcomes);
            let counts: Option<Vec<&Estimate>> = outcomes
                .map(|outcome| outcome?.showable(Unit::Count))
                .collect();
            if let Some(total) = counts.and_then(|counts| sum(&counts)) {
                given.insert(*days, (*period, Outcome::Given(total)));
            }
        }
        Self {
            unit: Unit::Count,
            given,
            breaks,
        }
    }
}

/// The sum of counts that stand in one workbook, with all their cells.
fn sum(counts: &[&Estimate]) -> Option<Estimate> {
    let first = *counts.first()?;
    let source = first.provenance.source.clone();
    if counts
        .iter()
        .any(|count| count.provenance.source.id != source.id)
    {
        return None;
    }
    let is_counted = counts
        .iter()
        .all(|count| count.precision == Precision::Count);
    let odd = counts.iter().find(|count| count.status != Status::Ordinary);
    Some(Estimate {
        value: counts.iter().map(|count| count.value).sum(),
        interval: None,
        unweighted_base: None,
        effective_base: None,
        precision: if is_counted {
            Precision::Count
        } else {
            Precision::Unknown
        },
        base_policy: first.base_policy,
        status: odd.map_or(Status::Ordinary, |count| count.status),
        note: None,
        provenance: Provenance {
            source,
            cells: counts
                .iter()
                .flat_map(|count| count.provenance.cells.iter().copied())
                .collect(),
        },
    })
}

fn is_month(period: &Period) -> bool {
    period.kind == PeriodKind::Month || Cadence::of(period) == Cadence::Months(1)
}
