//! A workbook of a copy to share: the figures that may be seen, and a mark where one may not.

use std::collections::{HashMap, HashSet};

use std::sync::Arc;

use crate::analysis::{
    Catalogue, Found, MeasureEntry, MeasureKey, Question, SeriesKey, Split, answer, sensitive,
    small_counts,
};
use crate::chart::point::{self, GapReason};
use crate::data::{Observation, Source, Status, Unit};
use crate::stats::base_policy::{BaseTreatment, numerator_is_withheld, percentage_decimals};

/// What becomes of each observation of each source; `None` where it is not a figure of a period, and goes.
pub(super) type Verdicts = Vec<Vec<Option<Verdict>>>;

/// What becomes of an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is let out as it is.
    Kept,
    /// A mark stands in its place.
    Withheld(GapReason),
}

/// What becomes of every observation.
pub(super) fn verdicts(catalogue: &Catalogue) -> Verdicts {
    let sources = catalogue.sources().iter();
    let mut verdicts: Verdicts = sources
        .map(|source| vec![None; source.observations.len()])
        .collect();
    for (measure, entry) in catalogue.measures().chain(catalogue.hidden_measures()) {
        let few = few(catalogue, measure, entry);
        for (found, outcome) in catalogue.outcomes(entry) {
            let key = SeriesKey {
                area: found.area.to_owned(),
                cohort: found.cohort.clone(),
            };
            let is_few = few.contains(&(key, (found.period.start, found.period.end)))
                || is_small_count(entry, &found);
            let verdict = match point::shown(&outcome, entry.measure.unit) {
                _ if is_few => Verdict::Withheld(GapReason::Suppressed),
                Err(reason) if reason.hides_a_value() => Verdict::Withheld(reason),
                _ => Verdict::Kept,
            };
            let slot = verdicts
                .get_mut(found.source_place)
                .and_then(|of_source| of_source.get_mut(found.observation_place));
            if let Some(slot) = slot {
                *slot = Some(verdict);
            }
        }
    }
    verdicts
}

/// Whether an observation counts so few people that they might be known.
fn is_small_count(entry: &MeasureEntry, found: &Found<'_>) -> bool {
    small_counts::are_withheld(&entry.measure, !found.cohort.is_everyone())
        && found.observation.value.is_some_and(is_few)
}

/// Whether a number is a count of a few.
fn is_few(value: f64) -> bool {
    (0..=u32::from(u8::MAX))
        .find(|count| f64::from(*count).total_cmp(&value).is_eq())
        .is_some_and(|count| numerator_is_withheld(count.into()))
}

/// The observations of each source as they may be printed: as they are, or as a mark.
pub fn printable(catalogue: &Catalogue) -> Vec<Vec<Observation>> {
    let verdicts = verdicts(catalogue);
    let sources = catalogue.sources().iter().zip(&verdicts);
    sources
        .map(|(source, verdicts)| {
            let is_of_respondents = !source.surveys.is_empty();
            let observations = source.observations.iter().zip(verdicts);
            observations
                .map(|(observation, verdict)| {
                    match verdict.unwrap_or_else(|| of_no_period(source, observation)) {
                        Verdict::Kept => as_printed(observation, is_of_respondents),
                        Verdict::Withheld(reason) => marked(observation, reason),
                    }
                })
                .collect()
        })
        .collect()
}

/// The observations of a workbook by itself as they may be printed.
pub fn printable_of(source: &Source) -> Vec<Observation> {
    let catalogue = Catalogue::of(&[Arc::new(source.clone())]);
    printable(&catalogue).pop().unwrap_or_default()
}

/// What becomes of an observation of which no period is known, which no chart shows.
fn of_no_period(source: &Source, observation: &Observation) -> Verdict {
    let (Some(measure), Some(cohort)) = (source.measure(observation), source.cohort(observation))
    else {
        return Verdict::Withheld(GapReason::NotAvailable);
    };
    let policy = sensitive::base_policy(cohort);
    let treatment = policy.treatment(observation.unweighted_base, observation.effective_base);
    if measure.unit.rests_on_respondents() && treatment == BaseTreatment::Withheld {
        return Verdict::Withheld(GapReason::BaseTooSmall);
    }
    let is_of_people = small_counts::are_withheld(measure, !cohort.is_everyone());
    if observation.status == Status::Suppressed
        || (is_of_people && observation.value.is_some_and(is_few))
    {
        return Verdict::Withheld(GapReason::Suppressed);
    }
    Verdict::Kept
}

/// A figure: its place and people, its first day and the day after its last.
type Figure = (SeriesKey, (jiff::civil::Date, jiff::civil::Date));

/// The counts of a measure that are withheld in whatever table they stand: of its areas, and of its areas by each
/// dimension of people, in each length of period.
fn few(catalogue: &Catalogue, measure: &MeasureKey, entry: &MeasureEntry) -> HashSet<Figure> {
    let mut few = HashSet::new();
    if entry.measure.unit != Unit::Count
        || !small_counts::are_withheld(&entry.measure, !entry.dimensions.is_empty())
    {
        return few;
    }
    let by_people = entry.dimensions.keys();
    let by_people = by_people.map(|dimension| Split::Dimensions(vec![dimension.clone()]));
    let splits: Vec<Split> = std::iter::once(Split::Areas).chain(by_people).collect();
    for cadence in entry.periods.keys() {
        for split in &splits {
            let mut question = Question::about(measure.clone());
            question.cadence = Some(*cadence);
            question.split = split.clone();
            question.areas = entry.areas.iter().map(|area| area.name.clone()).collect();
            let Some(answer) = answer(catalogue, &question) else {
                continue;
            };
            for line in &answer.series {
                let points = line.points.iter().zip(&answer.periods);
                let hidden = points.filter(|(point, _)| {
                    let outcome = point.as_ref().map(|point| point.outcome.status());
                    outcome == Some(Status::Suppressed)
                });
                few.extend(
                    hidden.map(|(_, period)| (line.key.clone(), (period.start, period.end))),
                );
            }
        }
    }
    few
}

/// How many figures a source of the copy has, and how many marks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted {
    pub figures: usize,
    pub withheld: usize,
}

/// A source as it goes into the copy: without respondents, without the sender's own arithmetic, without notes that
/// no figure of the copy refers to.
pub(super) fn shared(source: &Source, verdicts: &[Option<Verdict>]) -> (Source, Counted) {
    let mut counted = Counted::default();
    let mut notes: Vec<String> = Vec::new();
    let mut places: HashMap<u32, u32> = HashMap::new();
    let is_of_respondents = !source.surveys.is_empty();
    let mut observations = Vec::with_capacity(source.observations.len());
    for (observation, verdict) in source.observations.iter().zip(verdicts) {
        let Some(verdict) = verdict else { continue };
        let mut kept = match verdict {
            Verdict::Kept => as_printed(observation, is_of_respondents),
            Verdict::Withheld(reason) => marked(observation, *reason),
        };
        counted.figures += usize::from(kept.value.is_some());
        counted.withheld += usize::from(matches!(verdict, Verdict::Withheld(_)));
        kept.note = kept.note.and_then(|old| {
            let text = source.notes.get(usize::try_from(old).ok()?)?;
            let new = *places.entry(old).or_insert_with(|| {
                notes.push(text.clone());
                u32::try_from(notes.len() - 1).unwrap_or(u32::MAX)
            });
            Some(new)
        });
        observations.push(kept);
    }
    let shared = Source {
        notes,
        observations,
        surveys: Vec::new(),
        printed: Vec::new(),
        open_findings: 0,
        ..source.clone()
    };
    (shared, counted)
}

/// An observation as it is printed: of respondents no more exactly than charts say it.
fn as_printed(observation: &Observation, is_of_respondents: bool) -> Observation {
    if !is_of_respondents {
        return *observation;
    }
    let decimals = percentage_decimals(observation.unweighted_base);
    let rounded = |value: f64| format!("{value:.decimals$}").parse().unwrap_or(value);
    Observation {
        value: observation.value.map(rounded),
        effective_base: observation.effective_base.map(f64::round),
        ..*observation
    }
}

/// The mark in the place of an observation, without its value and its base.
fn marked(observation: &Observation, reason: GapReason) -> Observation {
    let status = match reason {
        GapReason::BaseTooSmall | GapReason::SensitiveBaseTooSmall => Status::LowReliability,
        _ => Status::Suppressed,
    };
    Observation {
        value: None,
        unweighted_base: None,
        effective_base: None,
        status,
        note: None,
        ..*observation
    }
}
