//! Cohorts from the observations of the catalogue: published percentages with their bases.

use super::input::CohortInput;
use crate::analysis::breaks::SeriesBreak;
use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::analysis::estimate::Precision;
use crate::analysis::{
    Cadence, Comparator, Estimate, Outcome, PeriodRange, Provenance, Question, SeriesKey, Split,
    TrendSeries, answer,
};
use crate::data::gazetteer::{Gazetteer, Place};
use crate::data::{AreaKind, Cohort, Period, Status, Unit};
use crate::stats::comparisons::{PublishedShare, rest_of_total};
use crate::stats::proportions::Sample;

/// The grouping of cohorts that are the areas of a place.
const AREAS: &str = "Area";
/// Districts are looked for in a place through so many levels.
const MOST_LEVELS: usize = 4;

/// What is asked of the catalogue, line by line.
pub(super) struct Asking<'a> {
    pub catalogue: &'a Catalogue,
    pub entry: &'a MeasureEntry,
    pub question: &'a Question,
    pub place: String,
}

/// Lines with the periods that they have.
pub(super) struct Lines {
    pub cadence: Option<Cadence>,
    pub periods: Vec<Period>,
    pub series: Vec<TrendSeries>,
}

/// The two periods of the line of everybody.
pub(super) struct Window<'a> {
    pub periods: &'a [Period],
    pub everybody: &'a TrendSeries,
    pub now: usize,
    pub then: usize,
}

impl Window<'_> {
    /// Everybody in a period, where that may be seen.
    pub fn total(&self, index: usize) -> Option<&Estimate> {
        let point = self.everybody.points.get(index)?.as_ref()?;
        point.outcome.showable(Unit::Percent)
    }

    /// Whether the later value of a line, or everybody's, cannot be compared with the earlier.
    fn is_broken(&self, series: &TrendSeries) -> bool {
        self.break_of(self.everybody).is_some() || self.break_of(series).is_some()
    }

    /// The break in the series of a line between the two periods.
    pub fn break_of<'s>(&self, series: &'s TrendSeries) -> Option<&'s SeriesBreak> {
        let (then, now) = (self.periods.get(self.then)?, self.periods.get(self.now)?);
        series.break_between(then, now)
    }

    fn input(
        &self,
        series: &TrendSeries,
        label: String,
        grouping: String,
        is_pair: bool,
    ) -> Option<CohortInput> {
        let at = |index: usize| -> Option<Outcome> {
            Some(series.points.get(index)?.as_ref()?.outcome.clone())
        };
        let (now, then) = (at(self.now), at(self.then));
        now.as_ref().or(then.as_ref())?;
        let rest = |total: usize, outcome: &Option<Outcome>| {
            rest_of(
                self.total(total)?,
                outcome.as_ref()?.showable(Unit::Percent)?,
            )
        };
        Some(CohortInput {
            key: series.key.clone(),
            label,
            grouping,
            is_pair,
            rest_now: rest(self.now, &now),
            rest_then: rest(self.then, &then),
            now,
            then,
            tests: None,
            has_trend: true,
            is_broken: self.is_broken(series),
        })
    }
}

impl<'a> Asking<'a> {
    pub fn new(catalogue: &'a Catalogue, entry: &'a MeasureEntry, question: &'a Question) -> Self {
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

    /// All cohorts of which there are observations: single ones, areas, pairs. `groups` are the lines of groups
    /// that were found already.
    pub fn cohorts(
        &self,
        cadence: Option<Cadence>,
        groups: Lines,
        window: &Window<'_>,
    ) -> Vec<CohortInput> {
        let groups = if groups.cadence == cadence {
            groups
        } else {
            self.lines(cadence, self.by_groups(&self.question.cohort))
        };
        let areas = self.lines(cadence, self.by_areas());
        let singles = groups.series.iter().chain(&areas.series);
        let pairs = self.pairs(cadence);
        let all = singles
            .map(|series| (series, false))
            .chain(pairs.iter().map(|series| (series, true)));
        all.filter(|(series, _)| !self.is_mere_no(&series.key.cohort))
            .filter_map(|(series, is_pair)| {
                let key = &series.key;
                window.input(series, self.label(key), self.grouping(&key.cohort), is_pair)
            })
            .collect()
    }

    /// The lines of a question, over all periods of a length.
    pub fn lines(&self, cadence: Option<Cadence>, question: Option<Question>) -> Lines {
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

    pub fn of_everybody(&self) -> Question {
        Question {
            split: Split::Areas,
            areas: self.in_place(),
            ..self.question.clone()
        }
    }

    /// Each category of each dimension among some people.
    pub fn by_groups(&self, people: &Cohort) -> Option<Question> {
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

    /// The districts that together are the place.
    fn by_areas(&self) -> Option<Question> {
        let kind = self.entry.area_named(&self.place)?.kind;
        let place = Gazetteer::built_in().find_of_kind(&self.place, kind)?;
        let areas: Vec<String> = districts(place, MOST_LEVELS)
            .into_iter()
            .filter_map(|district| self.entry.area_named(&district.area.name))
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

    /// The grouping in which a cohort is one of several that exclude each other.
    pub fn grouping(&self, cohort: &Cohort) -> String {
        let own = own_traits(cohort, &self.question.cohort);
        if own.is_empty() {
            return AREAS.to_owned();
        }
        let dimensions: Vec<&str> = own.iter().map(|(dimension, _)| *dimension).collect();
        dimensions.join(", ")
    }

    /// Whether a cohort is, in one of its dimensions, the "No" of a question that is answered yes or no:
    /// nothing but the rest of those who said yes, with whom they are compared already.
    pub fn is_mere_no(&self, cohort: &Cohort) -> bool {
        let is = |category: &str, word: &str| category.trim().eq_ignore_ascii_case(word);
        let own = own_traits(cohort, &self.question.cohort);
        own.iter().any(|(dimension, category)| {
            let categories = self.entry.dimensions.get(*dimension);
            is(category, "no")
                && categories.is_some_and(|categories| {
                    categories.len() == 2 && categories.iter().any(|other| is(other, "yes"))
                })
        })
    }

    /// The name that tells a cohort from the others: the area of its own, or its categories.
    pub fn label(&self, key: &SeriesKey) -> String {
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

/// The districts of a place, at whatever level.
fn districts(place: &'static Place, levels: usize) -> Vec<&'static Place> {
    let Some(below) = levels.checked_sub(1) else {
        return Vec::new();
    };
    let members = Gazetteer::built_in().members(place).into_iter();
    let found = members.flat_map(|member| match member.area.kind {
        AreaKind::District => vec![member],
        kind if kind < AreaKind::District => districts(member, below),
        _ => Vec::new(),
    });
    let mut unique: Vec<&Place> = Vec::new();
    for district in found {
        if !unique.iter().any(|held| held.area == district.area) {
            unique.push(district);
        }
    }
    unique
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
        base_policy: total.base_policy,
        status: Status::Ordinary,
        note: None,
        provenance: Provenance {
            source: total.provenance.source.clone(),
            cells,
        },
    })
}
