//! Questions in the project's words of today: what was asked under a name from before, or under that of
//! one of several that were merged since, is asked under the name on show.

use super::catalogue::{Catalogue, MeasureEntry};
use super::dictionary::{Dictionary, Term};
use super::question::{Comparator, Question, Split};
use super::trend::SeriesKey;
use crate::data::Cohort;

impl Catalogue {
    /// A question in the catalogue's words; as it was where no source holds its measure.
    pub fn resolve(&self, question: &Question) -> Question {
        let Some(entry) = self.entry(&question.measure) else {
            return question.clone();
        };
        let reading = Resolving {
            entry,
            dictionary: self.dictionary(),
        };
        let mut areas: Vec<String> = Vec::with_capacity(question.areas.len());
        for area in &question.areas {
            let area = reading.area(area);
            if !areas.contains(&area) {
                areas.push(area);
            }
        }
        Question {
            measure: self.key_of(&question.measure).clone(),
            shown_as: question.shown_as,
            split: match &question.split {
                Split::Areas => Split::Areas,
                Split::Dimensions(dimensions) => {
                    let mut said: Vec<String> = Vec::with_capacity(dimensions.len());
                    for dimension in dimensions {
                        let dimension = reading.dimension(dimension);
                        if !said.contains(&dimension) {
                            said.push(dimension);
                        }
                    }
                    Split::Dimensions(said)
                }
            },
            areas,
            cohort: reading.cohort(&question.cohort),
            periods: question.periods,
            cadence: question.cadence,
            comparator: match &question.comparator {
                Comparator::Area(name) => Comparator::Area(reading.area(name)),
                other => other.clone(),
            },
        }
    }

    /// An area of a question's measure that was saved under a name from before.
    pub fn resolve_area(&self, question: &Question, area: &str) -> String {
        let found = self
            .entry(&question.measure)
            .and_then(|entry| entry.area_named(area));
        found.map_or_else(|| area.to_owned(), |found| found.name.clone())
    }

    /// The line of a question that was saved under names from before.
    pub fn resolve_series(&self, question: &Question, series: &SeriesKey) -> SeriesKey {
        let Some(entry) = self.entry(&question.measure) else {
            return series.clone();
        };
        let reading = Resolving {
            entry,
            dictionary: self.dictionary(),
        };
        SeriesKey {
            area: reading.area(&series.area),
            cohort: reading.cohort(&series.cohort),
        }
    }
}

/// What names mean for one measure.
struct Resolving<'a> {
    entry: &'a MeasureEntry,
    dictionary: &'a Dictionary,
}

impl Resolving<'_> {
    fn area(&self, name: &str) -> String {
        let found = self.entry.area_named(name);
        found.map_or_else(|| name.to_owned(), |area| area.name.clone())
    }

    fn dimension(&self, name: &str) -> String {
        if self.entry.dimensions.contains_key(name) {
            return name.to_owned();
        }
        let imported = self.dictionary.dimension(name);
        if imported != name {
            return imported.to_owned();
        }
        let aliased = self.dictionary.definitions().iter().find(|held| {
            matches!(held.members.first(), Some(Term::Dimension(_)))
                && held.aliases.iter().any(|alias| alias == name)
        });
        let first = aliased.and_then(|held| held.members.first());
        first
            .map_or(name, |first| {
                self.dictionary.dimension(first.imported_name())
            })
            .to_owned()
    }

    fn cohort(&self, cohort: &Cohort) -> Cohort {
        let traits = cohort.traits().iter();
        traits.fold(Cohort::everyone(), |said, held| {
            let dimension = self.dimension(&held.dimension);
            let category = self.category(&dimension, &held.category);
            said.and(dimension, category)
        })
    }

    /// What a category is called now; `dimension` as it is called now.
    fn category(&self, dimension: &str, name: &str) -> String {
        let is_shown = |categories: &indexmap::IndexSet<String>| categories.contains(name);
        if self.entry.dimensions.get(dimension).is_some_and(is_shown) {
            return name.to_owned();
        }
        let definition = self.dictionary.definitions().iter().find(|held| {
            let mut of_dimension = held.members.iter().filter_map(|member| match member {
                Term::Category(key) if self.dictionary.dimension(&key.dimension) == dimension => {
                    Some(key)
                }
                _ => None,
            });
            of_dimension.clone().any(|key| key.category == name)
                || (of_dimension.next().is_some() && held.aliases.iter().any(|alias| alias == name))
        });
        let said = definition.and_then(|held| {
            let first = held.members.first().map(Term::imported_name);
            held.name.as_deref().or(first)
        });
        said.unwrap_or(name).to_owned()
    }
}
