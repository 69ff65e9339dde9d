//! Columns, entries and questions of a survey by what they are called: in the workbook, in its headings, in
//! the project's words.

use super::plan::Column;
use super::truth::codes_of;
use crate::analysis::Dictionary;
use crate::analysis::dictionary::{AreaKey, CategoryKey, Term};
use crate::base::text::fold;
use crate::data::survey::{Answers, Question, Survey};

/// A name that stands for nothing, or for several things.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// There is no column of that name.
    #[error("there is no “{wanted}”; there are: {}", there.join("; "))]
    Column {
        /// The name.
        wanted: String,
        /// The names there are.
        there: Vec<String>,
    },
    /// A column has no such entry.
    #[error("there is no “{wanted}” in {column}; there are: {}", there.join("; "))]
    Entry {
        /// The column's name.
        column: String,
        /// The entry's name.
        wanted: String,
        /// The names there are.
        there: Vec<String>,
    },
    /// Several are called so.
    #[error("“{wanted}” may be one of several: {}", there.join("; "))]
    Several {
        /// The name.
        wanted: String,
        /// What it may be.
        there: Vec<String>,
    },
}

/// A thing that can be asked for, with everything that it is called, what is shown first.
pub(in crate::analysis) struct Named<T> {
    /// The thing.
    pub(in crate::analysis) thing: T,
    /// Its names.
    pub(in crate::analysis) names: Vec<String>,
}

/// What a dictionary calls a term, and its other names.
fn project_names(dictionary: &Dictionary, term: &Term) -> Vec<String> {
    let definition = dictionary.definition(term).into_iter();
    definition
        .flat_map(|held| held.name.iter().chain(&held.aliases).cloned())
        .collect()
}

fn of_question<T>(question: &Question, thing: T, headings: Vec<String>) -> Named<T> {
    let mut names = vec![question.name.clone()];
    names.extend(question.wording.clone());
    names.extend(headings);
    Named { thing, names }
}

/// The dimensions, the areas and the questions with one answer of a list, then the options of questions with
/// several.
pub(in crate::analysis) fn columns(survey: &Survey, dictionary: &Dictionary) -> Vec<Named<Column>> {
    let mut columns = Vec::new();
    for (place, dimension) in survey.dimensions.iter().enumerate() {
        let mut names = vec![
            dimension.name.clone(),
            dimension.groups.origin.heading.clone(),
        ];
        names.extend(project_names(
            dictionary,
            &Term::Dimension(dimension.name.clone()),
        ));
        columns.push(Named {
            thing: Column::Dimension(place),
            names,
        });
    }
    if let Some(area) = &survey.area {
        columns.push(Named {
            thing: Column::Area,
            names: vec![String::from("Area"), area.origin.heading.clone()],
        });
    }
    for (place, question) in survey.questions.iter().enumerate() {
        match &question.answers {
            Answers::Single(single) => {
                let headings = vec![single.origin.heading.clone()];
                columns.push(of_question(question, Column::Answers(place), headings));
            }
            Answers::Several(ticks) => {
                columns.extend(ticks.iter().enumerate().map(|(option, tick)| Named {
                    thing: Column::Option {
                        question: place,
                        option,
                    },
                    names: vec![tick.name.clone(), tick.origin.heading.clone()],
                }));
            }
            Answers::Number(_) => {}
        }
    }
    columns
}

/// What columns are called, for lists of what there is.
fn shown<T>(named: &[Named<T>]) -> Vec<String> {
    named
        .iter()
        .filter_map(|named| named.names.first().cloned())
        .collect()
}

/// The one thing that words mean: that of just this name, letter for letter; else that of this name as names
/// are compared; else the only one whose name holds all of the words.
fn chosen<'n, T>(named: &'n [Named<T>], wanted: &str) -> Result<Option<&'n T>, NotFound> {
    let wanted = wanted.trim();
    let folded = fold(wanted);
    let words: Vec<&str> = folded.split(' ').collect();
    let holds = |name: &String| {
        let name = fold(name);
        let own: Vec<&str> = name.split(' ').collect();
        !folded.is_empty() && words.iter().all(|word| own.contains(word))
    };
    let steps: [&dyn Fn(&String) -> bool; 3] = [
        &|name| name == wanted,
        &|name| !folded.is_empty() && fold(name) == folded,
        &holds,
    ];
    for step in steps {
        let found: Vec<&Named<T>> = named
            .iter()
            .filter(|named| named.names.iter().any(step))
            .collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(Some(&one.thing)),
            [..] => {
                return Err(NotFound::Several {
                    wanted: wanted.to_owned(),
                    there: found
                        .iter()
                        .filter_map(|named| named.names.first().cloned())
                        .collect(),
                });
            }
        }
    }
    Ok(None)
}

/// The column that words mean.
///
/// # Errors
/// [`NotFound`] with the names there are.
pub fn find_column(
    survey: &Survey,
    dictionary: &Dictionary,
    wanted: &str,
) -> Result<Column, NotFound> {
    let columns = columns(survey, dictionary);
    chosen(&columns, wanted)?
        .copied()
        .ok_or_else(|| NotFound::Column {
            wanted: wanted.trim().to_owned(),
            there: shown(&columns),
        })
}

/// The question that words mean, by its place.
///
/// # Errors
/// [`NotFound`] with the questions there are.
pub fn find_question(survey: &Survey, wanted: &str) -> Result<usize, NotFound> {
    let questions: Vec<Named<usize>> = survey
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| {
            let headings = match &question.answers {
                Answers::Single(single) => vec![single.origin.heading.clone()],
                Answers::Several(ticks) => ticks
                    .iter()
                    .map(|tick| tick.origin.heading.clone())
                    .collect(),
                Answers::Number(numbers) => vec![numbers.origin.heading.clone()],
            };
            let mut named = of_question(question, place, headings);
            let measures = question.indicator_parts().into_iter();
            named.names.extend(measures.map(|part| part.name));
            named
        })
        .collect();
    chosen(&questions, wanted)?
        .copied()
        .ok_or_else(|| NotFound::Column {
            wanted: wanted.trim().to_owned(),
            there: shown(&questions),
        })
}

/// What the entries of a column are called, and their places.
pub(in crate::analysis) fn entries(
    survey: &Survey,
    dictionary: &Dictionary,
    column: Column,
) -> Vec<Named<Vec<u16>>> {
    let one = |place: u16, names: Vec<String>| Named {
        thing: vec![place],
        names,
    };
    match column {
        Column::Dimension(place) => {
            let dimension = survey.dimensions.get(place).into_iter();
            dimension
                .flat_map(|dimension| {
                    (0..).zip(&dimension.groups.entries).map(|(place, entry)| {
                        let key = CategoryKey::new(dimension.name.as_str(), entry.as_str());
                        let mut names = vec![entry.clone()];
                        names.extend(project_names(dictionary, &Term::Category(key)));
                        one(place, names)
                    })
                })
                .collect()
        }
        Column::Area => {
            let entries = survey.area.iter().flat_map(|area| &area.entries);
            (0..)
                .zip(entries)
                .map(|(place, area)| {
                    let mut names = vec![area.name.clone()];
                    names.extend(area.code.clone());
                    names.extend(project_names(dictionary, &Term::Area(AreaKey::of(area))));
                    one(place, names)
                })
                .collect()
        }
        Column::Answers(place) => {
            let question = survey.questions.get(place);
            let Some(Answers::Single(single)) = question.map(|question| &question.answers) else {
                return Vec::new();
            };
            let answers = (0..).zip(&single.answers);
            let mut named: Vec<Named<Vec<u16>>> = answers
                .map(|(place, answer)| one(place, vec![answer.label.clone()]))
                .collect();
            named.extend(
                single
                    .net
                    .iter()
                    .filter(|net| !net.label.is_empty())
                    .map(|net| Named {
                        thing: net.members.clone(),
                        names: vec![net.label.clone()],
                    }),
            );
            named
        }
        Column::Option { question, option } => {
            let mut ticked = vec![String::from("Yes")];
            if let Some(Answers::Several(ticks)) = survey
                .questions
                .get(question)
                .map(|question| &question.answers)
            {
                ticked.extend(ticks.get(option).map(|tick| tick.option.clone()));
            }
            vec![one(1, ticked), one(0, vec![String::from("No")])]
        }
    }
}

/// The entries of a column that words mean; several where they are taken together.
///
/// # Errors
/// [`NotFound`] with the names there are.
pub fn find_entry(
    survey: &Survey,
    dictionary: &Dictionary,
    column: Column,
    wanted: &str,
) -> Result<Vec<u16>, NotFound> {
    let entries = entries(survey, dictionary, column);
    chosen(&entries, wanted)?
        .cloned()
        .ok_or_else(|| NotFound::Entry {
            column: in_words(survey, column),
            wanted: wanted.trim().to_owned(),
            there: shown(&entries),
        })
}

/// What a column is called in the workbook.
pub fn in_words(survey: &Survey, column: Column) -> String {
    debug_assert!(codes_of(survey, column).is_some());
    let none = Dictionary::default();
    let columns = columns(survey, &none);
    let found = columns.into_iter().find(|named| named.thing == column);
    found
        .and_then(|named| named.names.into_iter().next())
        .unwrap_or_default()
}
