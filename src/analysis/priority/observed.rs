//! Cohorts from the observations of the catalogue: published percentages with their bases.

use super::answer::{CohortScope, Gap, PriorityAnswer, PriorityCohort, PriorityTotal, Testing};
use super::evidence::evidence;
use super::input::CohortInput;
use super::plotted::plotted;
use super::rank::rank;
use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::analysis::estimate::Precision;
use crate::analysis::{
    Cadence, Change, Comparator, Estimate, Outcome, PeriodRange, Provenance, Question, SeriesKey,
    Split, TrendSeries, answer,
};
use crate::data::gazetteer::Gazetteer;
use crate::data::{AreaKind, Cohort, Period, Status, Unit};
use crate::stats::comparisons::{PublishedShare, rest_of_total};
use crate::stats::proportions::Sample;

/// The grouping of cohorts that are the areas of a place.
const AREAS: &str = "Area";

/// Who is to be looked at first, by the catalogue's observations; `None` where no source holds the measure.
pub fn priority(
    catalogue: &Catalogue,
    question: &Question,
    scope: CohortScope,
) -> Option<PriorityAnswer> {
    let entry = catalogue.entry(&question.measure)?;
    let question = catalogue.resolve(question);
    let asking = Asking::new(catalogue, entry, &question);
    let mut found = PriorityAnswer {
        key: question.measure.clone(),
        measure: entry.measure.clone(),
        place: asking.place.clone(),
        people: (!question.cohort.is_everyone()).then(|| question.cohort.label()),
        cadence: None,
        periods: Vec::new(),
        now: None,
        then: None,
        total: None,
        cohorts: Vec::new(),
        singles: 0,
        pairs: 0,
        comparisons: 0,
        is_rest_approximate: true,
        gap: None,
    };
    if entry.measure.unit != Unit::Percent {
        found.gap = Some(Gap::NotOfRespondents);
        return Some(found);
    }
    let groups = asking.lines(question.cadence, asking.by_groups(&question.cohort));
    found.cadence = question.cadence.or(groups.cadence);
    let total = asking.lines(found.cadence, asking.of_everybody());
    found.cadence = found.cadence.or(total.cadence);
    found.periods.clone_from(&total.periods);
    let Some(everybody) = total.series.first() else {
        found.gap = Some(Gap::NoTotal);
        return Some(found);
    };
    let Some((now, then)) = compared(&total.periods, everybody, question.periods) else {
        found.gap = Some(Gap::NoTotal);
        return Some(found);
    };
    found.now = total.periods.get(now).copied();
    found.then = then.and_then(|then| total.periods.get(then)).copied();
    let (Some(later), Some(then), Some(earlier)) = (found.now, then, found.then) else {
        found.gap = Some(Gap::NoEarlierPeriod);
        return Some(found);
    };
    let days = (f64::from(earlier.days()), f64::from(later.days()));
    let at = |series: &TrendSeries, index: usize| -> Option<Outcome> {
        Some(series.points.get(index)?.as_ref()?.outcome.clone())
    };
    let showable = |index: usize| at(everybody, index)?.showable(Unit::Percent).cloned();
    let (Some(total_now), Some(total_then)) = (showable(now), showable(then)) else {
        found.gap = Some(Gap::NoTotal);
        return Some(found);
    };
    found.total = Some(PriorityTotal {
        change: Change::between(Unit::Percent, &total_then, &total_now, days),
        now: total_now.clone(),
        then: total_then.clone(),
    });

    let input = |series: &TrendSeries, grouping: String, is_pair: bool| -> Option<CohortInput> {
        let (level_now, level_then) = (at(series, now), at(series, then));
        level_now.as_ref().or(level_then.as_ref())?;
        let rest = |total: &Estimate, outcome: &Option<Outcome>| {
            rest_of(total, outcome.as_ref()?.showable(Unit::Percent)?)
        };
        Some(CohortInput {
            label: asking.label(&series.key),
            key: series.key.clone(),
            grouping,
            is_pair,
            rest_now: rest(&total_now, &level_now),
            rest_then: rest(&total_then, &level_then),
            now: level_now,
            then: level_then,
            relative_variance: None,
            is_broken: is_broken(everybody, then, now) || is_broken(series, then, now),
        })
    };
    let grouping = |key: &SeriesKey| -> String {
        let own = own_traits(&key.cohort, &question.cohort);
        own.iter().map(|held| held.0).collect::<Vec<_>>().join(", ")
    };
    let areas = asking.lines(found.cadence, asking.by_areas());
    let mut inputs: Vec<CohortInput> = groups_at(&asking, found.cadence, groups)
        .iter()
        .filter_map(|series| input(series, grouping(&series.key), false))
        .collect();
    inputs.extend(
        areas
            .series
            .iter()
            .filter_map(|series| input(series, AREAS.to_owned(), false)),
    );
    found.singles = inputs.len();
    let pairs: Vec<CohortInput> = asking
        .pairs(found.cadence)
        .iter()
        .filter_map(|series| input(series, grouping(&series.key), true))
        .collect();
    found.pairs = pairs.len();
    if !scope.singles {
        inputs.clear();
    }
    if scope.pairs {
        inputs.extend(pairs);
    }
    if found.singles + found.pairs == 0 {
        found.gap = Some(Gap::NoCohorts);
        return Some(found);
    }
    judge(&mut found, inputs, days);
    Some(found)
}

/// Tests, classes, places and order of the cohorts.
pub(super) fn judge(found: &mut PriorityAnswer, inputs: Vec<CohortInput>, days: (f64, f64)) {
    let testing: Vec<Testing> = inputs
        .iter()
        .map(|input| Testing::of(input.now.as_ref(), input.then.as_ref(), input.is_broken))
        .collect();
    let polarity = found.measure.polarity;
    let (evidence, comparisons) = evidence(&inputs, &testing, polarity, days);
    let places = plotted(&inputs, &testing);
    found.comparisons = comparisons;
    found.cohorts = inputs
        .into_iter()
        .zip(testing)
        .zip(evidence.into_iter().zip(places))
        .map(|((input, testing), (evidence, plotted))| PriorityCohort {
            key: input.key,
            label: input.label,
            is_pair: input.is_pair,
            now: input.now,
            then: input.then,
            testing,
            evidence,
            plotted,
            rank: None,
        })
        .collect();
    rank(&mut found.cohorts, polarity);
}

/// What is asked of the catalogue, line by line.
struct Asking<'a> {
    catalogue: &'a Catalogue,
    entry: &'a MeasureEntry,
    question: &'a Question,
    place: String,
}

/// Lines with the periods that they have.
struct Lines {
    cadence: Option<Cadence>,
    periods: Vec<Period>,
    series: Vec<TrendSeries>,
}

impl<'a> Asking<'a> {
    fn new(catalogue: &'a Catalogue, entry: &'a MeasureEntry, question: &'a Question) -> Self {
        let place = match question.areas.as_slice() {
            [one] => Some(one.clone()),
            _ => entry.widest_area().map(|area| area.name.clone()),
        };
        Self {
            catalogue,
            entry,
            question,
            place: place.unwrap_or_default(),
        }
    }

    /// The lines of a question, over all periods of a length.
    fn lines(&self, cadence: Option<Cadence>, question: Option<Question>) -> Lines {
        let answer = question.and_then(|question| {
            answer(
                self.catalogue,
                &Question {
                    cadence,
                    periods: PeriodRange::default(),
                    comparator: Comparator::Nothing,
                    ..question
                },
            )
        });
        answer.map_or(
            Lines {
                cadence: None,
                periods: Vec::new(),
                series: Vec::new(),
            },
            |answer| Lines {
                cadence: answer.cadence.filter(|_| !answer.series.is_empty()),
                periods: answer.periods,
                series: answer.series,
            },
        )
    }

    fn in_place(&self) -> Vec<String> {
        let place = Some(self.place.clone()).filter(|place| !place.is_empty());
        place.into_iter().collect()
    }

    fn of_everybody(&self) -> Option<Question> {
        Some(Question {
            split: Split::Areas,
            areas: self.in_place(),
            ..self.question.clone()
        })
    }

    /// Each category of each dimension among some people.
    fn by_groups(&self, people: &Cohort) -> Option<Question> {
        let dimensions = self.entry.dimensions.keys();
        let others: Vec<String> = dimensions
            .filter(|dimension| people.category(dimension).is_none())
            .cloned()
            .collect();
        (!others.is_empty()).then(|| Question {
            split: Split::Dimensions(others),
            areas: self.in_place(),
            cohort: people.clone(),
            ..self.question.clone()
        })
    }

    /// The areas that together are the place.
    fn by_areas(&self) -> Option<Question> {
        let kind = self.entry.area_named(&self.place)?.kind;
        let gazetteer = Gazetteer::built_in();
        let place = gazetteer.find_of_kind(&self.place, kind)?;
        let areas: Vec<String> = gazetteer
            .members(place)
            .into_iter()
            .filter(|member| member.area.kind >= AreaKind::CommunitySafetyPartnership)
            .filter_map(|member| self.entry.area_named(&member.area.name))
            .map(|area| area.name.clone())
            .filter(|name| *name != self.place)
            .collect();
        (areas.len() > 1).then(|| Question {
            split: Split::Areas,
            areas,
            ..self.question.clone()
        })
    }

    /// The lines of all pairs of categories of two dimensions, where there are observations of them.
    fn pairs(&self, cadence: Option<Cadence>) -> Vec<TrendSeries> {
        let base = self.question.cohort.traits().len();
        let of_pairs = |cohort: &Cohort| cohort.traits().len() == base + 2;
        let has_pairs = self
            .catalogue
            .observations(self.entry)
            .any(|found| found.area == self.place && of_pairs(found.cohort));
        if !has_pairs {
            return Vec::new();
        }
        let mut pairs: Vec<TrendSeries> = Vec::new();
        for (dimension, categories) in &self.entry.dimensions {
            if self.question.cohort.category(dimension).is_some() {
                continue;
            }
            for category in categories {
                let first = self.question.cohort.clone();
                let first = first.and(dimension.as_str(), category.as_str());
                let lines = self.lines(cadence, self.by_groups(&first)).series;
                for line in lines {
                    if !pairs.iter().any(|held| held.key == line.key) {
                        pairs.push(line);
                    }
                }
            }
        }
        pairs
    }

    /// The name that tells a cohort from the others: the area of its own, or its categories.
    fn label(&self, key: &SeriesKey) -> String {
        let own = own_traits(&key.cohort, &self.question.cohort);
        if own.is_empty() {
            return key.area.clone();
        }
        let names: Vec<String> = own
            .iter()
            .map(|(dimension, category)| category_label(dimension, category))
            .collect();
        names.join(", ")
    }
}

/// The lines of groups in the length of periods that was settled on.
fn groups_at(asking: &Asking<'_>, cadence: Option<Cadence>, found: Lines) -> Vec<TrendSeries> {
    if found.cadence == cadence {
        return found.series;
    }
    asking
        .lines(cadence, asking.by_groups(&asking.question.cohort))
        .series
}

/// What a cohort is besides the people asked about, as dimensions and categories.
fn own_traits<'c>(cohort: &'c Cohort, people: &Cohort) -> Vec<(&'c str, &'c str)> {
    let traits = cohort.traits().iter();
    traits
        .filter(|held| people.category(&held.dimension).is_none())
        .map(|held| (held.dimension.as_str(), held.category.as_str()))
        .collect()
}

/// A category by itself: "Yes" of "Full-time student" is "Full-time student", "2" of "Deprivation quintile" is
/// "Deprivation quintile 2".
fn category_label(dimension: &str, category: &str) -> String {
    let is_number = category.bytes().all(|byte| byte.is_ascii_digit());
    match category.trim().to_lowercase().as_str() {
        "yes" | "true" => dimension.to_owned(),
        "no" | "false" | "other" | "none" | "unknown" => {
            format!("{dimension}: {}", category.to_lowercase())
        }
        _ if is_number => format!("{dimension} {category}"),
        _ => category.to_owned(),
    }
}

/// The places of the later and the earlier period: the later is the last asked for in which everybody has a
/// value; the earlier begins the range asked for, or lies a year before, or is the latest that does not
/// overlap with the later.
fn compared(
    periods: &[Period],
    everybody: &TrendSeries,
    range: PeriodRange,
) -> Option<(usize, Option<usize>)> {
    let has_value = |index: usize| {
        let point = everybody.points.get(index).and_then(Option::as_ref);
        point.is_some_and(|point| point.outcome.showable(Unit::Percent).is_some())
    };
    let mut places = periods.iter().enumerate().rev();
    let (now, later) = places.find(|(index, period)| {
        range.to.is_none_or(|to| period.end <= to.end) && has_value(*index)
    })?;
    let before: Vec<(usize, &Period)> = periods
        .iter()
        .enumerate()
        .take(now)
        .filter(|(index, period)| period.end <= later.start && has_value(*index))
        .collect();
    let begun = range
        .from
        .and_then(|from| before.iter().find(|(_, period)| period.end >= from.end));
    let year_before = || {
        let wanted = later.previous_year()?;
        before
            .iter()
            .find(|(_, period)| period.covers_same_days(&wanted))
    };
    let then = begun.or_else(year_before).or(before.last());
    Some((now, then.map(|(index, _)| *index)))
}

/// Whether the source says of a value after the earlier one that it cannot be compared with what stands before.
fn is_broken(series: &TrendSeries, then: usize, now: usize) -> bool {
    let points = series.points.iter().enumerate();
    points
        .filter(|(index, _)| (then + 1..=now).contains(index))
        .filter_map(|(_, point)| point.as_ref())
        .any(|point| point.outcome.status() == Status::Break)
}

/// Everybody of a total but a cohort that is part of it, by what is published of both (statistical
/// specification 2.3): approximate, with the unweighted bases for the weighted ones.
fn rest_of(total: &Estimate, cohort: &Estimate) -> Option<Estimate> {
    let published = |estimate: &Estimate| {
        let effective_base = estimate.effective_base?;
        Some(PublishedShare {
            sample: Sample {
                share: estimate.value / 100.0,
                effective_base,
            },
            weighted_base: estimate.unweighted_base.unwrap_or(effective_base),
        })
    };
    let rest = rest_of_total(published(total)?, published(cohort)?)?;
    let unweighted_base = total
        .unweighted_base
        .zip(cohort.unweighted_base)
        .map(|(all, part)| all - part);
    let mut cells = total.provenance.cells.clone();
    if total.provenance.source.id == cohort.provenance.source.id {
        cells.extend_from_slice(&cohort.provenance.cells);
    }
    Some(Estimate {
        value: 100.0 * rest.share,
        interval: None,
        unweighted_base,
        effective_base: Some(rest.effective_base),
        precision: match cohort.precision {
            Precision::EffectiveBaseGiven => total.precision,
            other => other,
        },
        status: Status::Ordinary,
        note: None,
        provenance: Provenance {
            source: total.provenance.source.clone(),
            cells,
        },
    })
}
