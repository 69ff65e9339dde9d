//! What the conditions of a rule can be about: every column of the surveys with its entries, under names that
//! mean just one thing in their survey.

use std::collections::BTreeMap;

use super::rule::CohortRule;
use crate::analysis::Dictionary;
use crate::analysis::dictionary::{AreaKey, CategoryKey, Term};
use crate::analysis::survey::{Column, Condition, Named, columns, entries};
use crate::base::text::fold;
use crate::data::Source;
use crate::data::survey::{Answers, Survey};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColumnKind {
    /// Groups of people: "Age".
    Dimension,
    /// Where they live.
    Area,
    /// What they answered.
    Question,
}

/// A column that a condition can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnChoices {
    /// What rules call it.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// What rules call its entries.
    pub entries: Vec<String>,
}

/// The columns of all surveys: dimensions, areas, then questions. Columns of one name are one, with the
/// entries of all of them.
pub fn choices<'s>(
    sources: impl IntoIterator<Item = &'s Source>,
    dictionary: &Dictionary,
) -> Vec<ColumnChoices> {
    let mut all: Vec<ColumnChoices> = Vec::new();
    for survey in sources.into_iter().flat_map(|source| &source.surveys) {
        for column in of_survey(survey, dictionary) {
            let is_same = |held: &&mut ColumnChoices| fold(&held.name) == fold(&column.name);
            match all.iter_mut().find(is_same) {
                None => all.push(column),
                Some(held) => {
                    for entry in column.entries {
                        if !held.entries.iter().any(|held| fold(held) == fold(&entry)) {
                            held.entries.push(entry);
                        }
                    }
                }
            }
        }
    }
    all.sort_by_key(|column| column.kind);
    all
}

fn of_survey(survey: &Survey, dictionary: &Dictionary) -> Vec<ColumnChoices> {
    let named = columns(survey, dictionary);
    let mut choices = Vec::new();
    for (name, column) in unambiguous(&named, |column| {
        let Column::Dimension(place) = column else {
            return None;
        };
        let dimension = survey.dimensions.get(*place)?;
        Some(dictionary.dimension(&dimension.name).to_owned())
    }) {
        let kind = match column {
            Column::Dimension(_) => ColumnKind::Dimension,
            Column::Area => ColumnKind::Area,
            Column::Answers(_) => ColumnKind::Question,
            // An option is an entry of its question, below.
            Column::Option { .. } => continue,
        };
        let named = entries(survey, dictionary, *column);
        let entries: Vec<String> = unambiguous(&named, |places| {
            let place = usize::from(*places.first()?);
            let term = term_of(survey, *column, place)?;
            dictionary.definition(&term)?.name.clone()
        })
        .map(|(name, _)| name)
        .collect();
        choices.push(ColumnChoices {
            name,
            kind,
            entries,
        });
    }
    for (place, question) in survey.questions.iter().enumerate() {
        let Answers::Several(ticks) = &question.answers else {
            continue;
        };
        let means_it = |option: usize, name: &str| {
            let column = Column::Option {
                question: place,
                option,
            };
            let wanted = Condition::Is {
                column,
                entries: vec![1],
            };
            let rule = CohortRule::is(question.name.as_str(), name);
            rule.condition(survey, dictionary) == Ok(wanted)
        };
        let options = ticks.iter().enumerate();
        choices.push(ColumnChoices {
            name: question.name.clone(),
            kind: ColumnKind::Question,
            entries: options
                .filter(|(option, tick)| means_it(*option, &tick.option))
                .map(|(_, tick)| tick.option.clone())
                .collect(),
        });
    }
    choices.retain(|column| !column.entries.is_empty());
    choices
}

/// What the dictionary knows an entry as.
fn term_of(survey: &Survey, column: Column, place: usize) -> Option<Term> {
    match column {
        Column::Dimension(dimension) => {
            let dimension = survey.dimensions.get(dimension)?;
            let entry = dimension.groups.entries.get(place)?;
            let key = CategoryKey::new(dimension.name.as_str(), entry.as_str());
            Some(Term::Category(key))
        }
        Column::Area => {
            let area = survey.area.as_ref()?.entries.get(place)?;
            Some(Term::Area(AreaKey::of(area)))
        }
        _ => None,
    }
}

/// Things by a name that only they have, letter for letter: the preferred one where it is among them, else the
/// first.
fn unambiguous<'n, T>(
    named: &'n [Named<T>],
    preferred: impl Fn(&T) -> Option<String> + 'n,
) -> impl Iterator<Item = (String, &'n T)> {
    let mut owners: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for (place, one) in named.iter().enumerate() {
        for name in &one.names {
            let owner = owners.entry(name.trim()).or_insert((place, true));
            owner.1 &= owner.0 == place;
        }
    }
    named.iter().filter_map(move |one| {
        let is_own = |name: &&String| {
            let owner = owners.get(name.trim());
            !name.trim().is_empty() && owner.is_some_and(|(_, is_only)| *is_only)
        };
        let preferred = preferred(&one.thing);
        let preferred = preferred
            .filter(|name| one.names.contains(name))
            .filter(|name| is_own(&name));
        let name = preferred.or_else(|| one.names.iter().find(is_own).cloned())?;
        Some((name, &one.thing))
    })
}
