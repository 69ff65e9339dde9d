//! Cohorts from the respondents of a survey: each of its groups, each pair of them and each of its areas, with
//! everybody else exactly.

use std::collections::HashSet;

use super::input::{CohortInput, RespondentTests};
use super::observed::Asking;
use crate::analysis::disclosure::{Time, withhold_few};
use crate::analysis::figure_marks::withheld_figures;
use crate::analysis::survey::{
    AllGroups, Column, Condition, GroupThenAndNow, GroupsAsked, Respondents, ShareEstimate,
    SurveySubject, all_groups, subjects_of,
};
use crate::analysis::{Estimate, Outcome, Provenance, SeriesKey};
use crate::data::survey::Survey;
use crate::data::{Area, CellRef, Cohort, Period};

/// Areas stand among the groups of people under this name of a dimension, which no dimension has.
const AREA: &str = "";

/// Areas by name, with the condition of each.
type Areas = Vec<(String, Condition)>;

/// The cohorts of a survey, and everybody.
pub(super) struct SurveyGroups {
    pub then: Estimate,
    pub now: Estimate,
    pub cohorts: Vec<CohortInput>,
}

/// The cohorts of the survey from which everybody's figures come; `None` where they come from tables, or where
/// the survey cannot tell the periods, the place or the people asked about.
pub(super) fn survey_groups(
    asking: &Asking<'_>,
    (then, now): (Period, Period),
    totals: (&Estimate, &Estimate),
) -> Option<SurveyGroups> {
    let source = &totals.1.provenance.source.id;
    if totals.0.provenance.source.id != *source {
        return None;
    }
    let held = subjects_of(asking.catalogue, &asking.question.measure)
        .into_iter()
        .rfind(|subject| subject.source.id == *source)?;
    let reading = Reading {
        asking,
        held: &held,
    };
    let fixed = asking.question.cohort.traits();
    let dimensions: Vec<usize> = (0..held.survey.dimensions.len())
        .filter(|place| {
            reading
                .name_of_dimension(*place)
                .is_none_or(|name| fixed.iter().all(|held| held.dimension != name))
        })
        .collect();
    let (filter, areas) = reading.filter()?;
    let mut asked = GroupsAsked {
        subject: &held.subject,
        then: entries_of(&held.survey, &then)?,
        now: entries_of(&held.survey, &now)?,
        filter,
        dimensions,
        with_pairs: true,
        own: areas
            .iter()
            .map(|(name, condition)| (Cohort::of(AREA, name.as_str()), condition.clone()))
            .chain(
                asking
                    .catalogue
                    .respondent_figures()
                    .own_groups(&held.survey),
            )
            .collect(),
    };
    let respondents = Respondents::of(&held.survey);
    let found = all_groups(&respondents, &asked).or_else(|_| {
        // There may be too many pairs; single groups there are never too many of.
        asked.with_pairs = false;
        all_groups(&respondents, &asked)
    });
    let mut found = found.ok().filter(|found| !found.periods_overlap)?;
    reading.withhold(&mut found, (then, now), asked.filter.is_none());
    reading.groups(&found, asked.dimensions.len())
}

/// What the survey's groups and areas are in the project's words.
struct Reading<'a> {
    asking: &'a Asking<'a>,
    held: &'a SurveySubject,
}

impl Reading<'_> {
    fn name_of_dimension(&self, place: usize) -> Option<String> {
        let dimension = self.held.survey.dimensions.get(place)?;
        let entries = dimension.groups.entries.iter();
        let mut names = entries.filter_map(|entry| {
            let own = Cohort::of(dimension.name.as_str(), entry.as_str());
            let said = self.in_words(&own)?;
            Some(said.traits().first()?.dimension.clone())
        });
        names.next()
    }

    /// A cohort of the survey in the project's words, trait by trait.
    fn in_words(&self, cohort: &Cohort) -> Option<Cohort> {
        let catalogue = self.asking.catalogue;
        let mut said = Cohort::everyone();
        for held in cohort.traits() {
            let own = Cohort::of(held.dimension.as_str(), held.category.as_str());
            for held in catalogue
                .cohort_in_words(&self.held.source.id, &own)?
                .traits()
            {
                said = said.and(held.dimension.as_str(), held.category.as_str());
            }
        }
        Some(said)
    }

    /// Who is asked about, and the areas of the place with the condition of each; `None` where the survey cannot
    /// tell them.
    fn filter(&self) -> Option<(Option<Condition>, Areas)> {
        let mut conditions = Vec::new();
        for wanted in self.asking.question.cohort.traits() {
            conditions.push(self.group(&wanted.dimension, &wanted.category)?);
        }
        let areas = self.areas();
        let survey = &self.held.survey;
        let whole = survey.whole_area.as_ref();
        let place = self.asking.place.as_str();
        let named = |name: &str| {
            self.asking
                .entry
                .area_named(name)
                .map(|area| area.name.clone())
        };
        let is_whole =
            place.is_empty() || whole.and_then(|area| named(&area.name)).as_deref() == Some(place);
        let areas = if is_whole {
            areas
        } else {
            let own = areas.into_iter().find(|(name, _)| name == place)?;
            conditions.push(own.1);
            Vec::new()
        };
        let filter = (!conditions.is_empty()).then_some(Condition::All(conditions));
        Some((filter, areas))
    }

    /// The condition of a category, by its name in the project's words.
    fn group(&self, dimension: &str, category: &str) -> Option<Condition> {
        let wanted = Cohort::of(dimension, category);
        let dimensions = self.held.survey.dimensions.iter().enumerate();
        for (place, held) in dimensions {
            let entries: Vec<u16> = (0..)
                .zip(&held.groups.entries)
                .filter(|(_, entry)| {
                    let own = Cohort::of(held.name.as_str(), entry.as_str());
                    self.in_words(&own).as_ref() == Some(&wanted)
                })
                .map(|(index, _)| index)
                .collect();
            if !entries.is_empty() {
                return Some(Condition::Is {
                    column: Column::Dimension(place),
                    entries,
                });
            }
        }
        None
    }

    /// The areas of the survey under the names of the catalogue.
    fn areas(&self) -> Areas {
        let mut areas: Vec<(String, Vec<u16>)> = Vec::new();
        let Some(coded) = &self.held.survey.area else {
            return Vec::new();
        };
        for (index, area) in (0..).zip(&coded.entries) {
            let Some(name) = self.asking.entry.area_named(&area.name) else {
                continue;
            };
            match areas.iter_mut().find(|(held, _)| *held == name.name) {
                Some((_, entries)) => entries.push(index),
                None => areas.push((name.name.clone(), vec![index])),
            }
        }
        let condition = |(name, entries)| {
            let column = Column::Area;
            (name, Condition::Is { column, entries })
        };
        areas.into_iter().map(condition).collect()
    }

    /// Takes out what gives away a few; of everybody's groups also what other charts withhold.
    fn withhold(&self, found: &mut AllGroups, (then, now): (Period, Period), is_of_all: bool) {
        let survey = &self.held.survey;
        let own = self
            .asking
            .catalogue
            .respondent_figures()
            .own_groups(survey);
        let elsewhere = if is_of_all {
            withheld_figures(survey, &self.held.subject, &own)
        } else {
            HashSet::new()
        };
        let areas = survey.area.as_ref().map_or(&[][..], |area| &area.entries);
        withhold_few(found, |cohort, time| {
            let period = match time {
                Time::Then => then,
                Time::Now => now,
            };
            let is_hidden = |cohort: Cohort, area: Option<Area>| {
                elsewhere.iter().any(|(held, place, of)| {
                    *held == cohort
                        && *place == area
                        && of.is_some_and(|of| of.covers_same_days(&period))
                })
            };
            match cohort.traits() {
                [held] if held.dimension == AREA => areas
                    .iter()
                    .filter(|area| {
                        let named = self.asking.entry.area_named(&area.name);
                        named.is_some_and(|named| named.name == held.category)
                    })
                    .any(|area| is_hidden(Cohort::everyone(), Some(area.clone()))),
                [_] => is_hidden(cohort.clone(), survey.whole_area.clone()),
                _ => false,
            }
        });
    }

    fn groups(&self, found: &AllGroups, dimensions: usize) -> Option<SurveyGroups> {
        let everyone = &found.everyone;
        let cells = vec![self.held.subject.origin.cell];
        let total = |share: Option<ShareEstimate>| {
            share.map(|share| share.as_estimate(self.provenance(cells.clone())))
        };
        let mut cohorts = Vec::with_capacity(found.groups.len());
        let mut seen: HashSet<SeriesKey> = HashSet::new();
        for group in &found.groups {
            let Some(input) = self.input(group) else {
                continue;
            };
            // Groups that the dictionary merged would stand twice under one name, each with a part of the
            // figures.
            if !seen.insert(input.key.clone()) {
                return None;
            }
            if !self.asking.is_mere_no(&input.key.cohort) {
                cohorts.push(input);
            }
        }
        (dimensions > 0 || !cohorts.is_empty()).then_some(SurveyGroups {
            then: total(everyone.then)?,
            now: total(everyone.now)?,
            cohorts,
        })
    }

    fn provenance(&self, cells: Vec<CellRef>) -> Provenance {
        Provenance {
            source: self.held.source.clone(),
            cells,
        }
    }

    fn input(&self, group: &GroupThenAndNow) -> Option<CohortInput> {
        let people = self.asking.question.cohort.clone();
        let traits = group.cohort.traits();
        let area = traits.iter().find(|held| held.dimension == AREA);
        let key = if let Some(area) = area {
            SeriesKey {
                area: area.category.clone(),
                cohort: people,
            }
        } else {
            let own = self.in_words(&group.cohort)?;
            let add = |people: Cohort, held: &crate::data::cohort::Trait| {
                people.and(held.dimension.as_str(), held.category.as_str())
            };
            SeriesKey {
                area: self.asking.place.clone(),
                cohort: own.traits().iter().fold(people, add),
            }
        };
        let mut cells = vec![self.held.subject.origin.cell];
        let survey = &self.held.survey;
        cells.extend(traits.iter().filter_map(|held| {
            let mut dimensions = survey.dimensions.iter();
            let own = dimensions.find(|dimension| dimension.name == held.dimension)?;
            Some(own.groups.origin.cell)
        }));
        let estimate = |share: Option<ShareEstimate>| {
            share.map(|share| share.as_estimate(self.provenance(cells.clone())))
        };
        Some(CohortInput {
            label: self.asking.label(&key),
            grouping: self.asking.grouping(&key.cohort),
            key,
            is_pair: traits.len() > 1,
            now: estimate(group.group.now).map(Outcome::Given),
            then: estimate(group.group.then).map(Outcome::Given),
            rest_now: estimate(group.rest.now),
            rest_then: estimate(group.rest.then),
            tests: Some(RespondentTests {
                level: group.against_rest(),
                change: group.group.change,
                relative: group.change_against_rest,
            }),
            has_trend: false,
            is_broken: false,
        })
    }
}

/// The entries of the survey's periods that make up a period exactly.
fn entries_of(survey: &Survey, period: &Period) -> Option<Vec<u16>> {
    let coded = survey.period.as_ref()?;
    let within: Vec<(u16, &Period)> = (0..)
        .zip(&coded.entries)
        .filter(|(_, entry)| entry.start >= period.start && entry.end <= period.end)
        .collect();
    let is_whole =
        |entry: &Period| entry.covers_same_days(period) || !survey.partial_periods.contains(entry);
    let days: u32 = within.iter().map(|(_, entry)| entry.days()).sum();
    let fits = days == period.days() && within.iter().all(|(_, entry)| is_whole(entry));
    fits.then(|| within.into_iter().map(|(index, _)| index).collect())
}
