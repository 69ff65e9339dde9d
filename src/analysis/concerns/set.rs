//! Which measures are issues of one list of concerns: the boxes of one question of a survey, the rows of one
//! published table, the categories of a dimension of issues.

use indexmap::IndexMap;

use crate::analysis::catalogue::{Catalogue, MeasureKey};
use crate::base::text::fold;
use crate::data::survey::{Answers, Question, Survey};
use crate::data::{Measure, SheetIndex, Source, Unit};

/// Beginnings of words by which a table says that it is of concerns.
const OF_CONCERNS: [&str; 3] = ["concern", "worr", "issue"];

/// Beginnings of words by which a question with boxes to tick asks for concerns: what the police are to do more
/// about is asked in these words, too.
const ASKED_FOR: [&str; 6] = ["concern", "worr", "issue", "priorit", "tackl", "problem"];

/// What may stand between the title of a table and the name of an issue.
const AFTER_TITLE: [&str; 3] = [": ", " › ", " – "];

/// A list of concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernSet {
    /// The question as it was asked, or the table's name.
    pub name: String,
    /// The issues, in the order of the list; two at least.
    pub items: Vec<ConcernItem>,
}

/// An issue of a list of concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernItem {
    /// The measure: the share of those who name it.
    pub measure: MeasureKey,
    /// The issue as the list calls it, without the title of the table.
    pub name: String,
    /// The dimension of issues and the category of it, where one measure is of all issues.
    pub category: Option<(String, String)>,
}

impl Catalogue {
    /// The lists of concerns; looked for once.
    pub fn concern_sets(&self) -> &[ConcernSet] {
        self.concern_sets.get_or_init(|| concern_sets(self))
    }

    /// The list of concerns to which a measure belongs: of several, the longest.
    pub fn concern_set(&self, measure: &MeasureKey) -> Option<&ConcernSet> {
        let key = self.key_of(measure);
        let holding = self.concern_sets().iter().filter(|set| {
            let mut items = set.items.iter();
            items.any(|item| item.measure == *key)
        });
        // Of equally long ones, the first.
        holding.rev().max_by_key(|set| set.items.len())
    }
}

/// Every list of concerns of a catalogue: those of respondents, those of tables, those of one measure by issue.
fn concern_sets(catalogue: &Catalogue) -> Vec<ConcernSet> {
    let mut sets = Vec::new();
    for source in catalogue.sources() {
        for survey in &source.surveys {
            sets.extend(of_survey(catalogue, survey));
        }
        if source.surveys.is_empty() {
            sets.extend(of_tables(catalogue, source));
        }
    }
    sets.extend(by_dimension(catalogue));
    sets.retain(|set| set.items.len() > 1);
    sets
}

/// Whether any word begins with one of some beginnings.
fn says(text: &str, beginnings: &[&str]) -> bool {
    let folded = fold(text);
    folded
        .split(' ')
        .any(|word| beginnings.iter().any(|start| word.starts_with(start)))
}

/// The boxes of the questions of a survey that ask for concerns.
fn of_survey<'a>(
    catalogue: &'a Catalogue,
    survey: &'a Survey,
) -> impl Iterator<Item = ConcernSet> + 'a {
    let asks = |question: &Question| {
        let wording = question.wording.as_deref().unwrap_or_default();
        says(&question.name, &ASKED_FOR) || says(wording, &ASKED_FOR)
    };
    survey.questions.iter().filter_map(move |question| {
        let Answers::Several(ticks) = &question.answers else {
            return None;
        };
        if !asks(question) {
            return None;
        }
        let keys = ticks
            .iter()
            .map(|tick| MeasureKey::of(&Measure::named(tick.name.clone(), Unit::Percent)));
        let name = question.wording.as_ref().unwrap_or(&question.name);
        Some(set(catalogue, name.clone(), keys))
    })
}

/// What a sheet of a workbook holds of everybody in per cent.
#[derive(Default)]
struct Table {
    /// The places of its measures among those of the workbook.
    measures: Vec<u32>,
    values: usize,
    /// The values whose note speaks of concern.
    noted: usize,
}

/// The tables of a workbook that say that they are of concerns: by the name of their sheet, by their title, by
/// what stands beside most values.
fn of_tables(catalogue: &Catalogue, source: &Source) -> Vec<ConcernSet> {
    let mut tables: IndexMap<SheetIndex, Table> = IndexMap::new();
    let notes: Vec<bool> = source
        .notes
        .iter()
        .map(|note| says(note, &OF_CONCERNS))
        .collect();
    for observation in &source.observations {
        let measure = source.measure(observation);
        if measure.is_none_or(|measure| measure.unit != Unit::Percent) {
            continue;
        }
        let cohort = source.cohort(observation);
        if !cohort.is_some_and(|cohort| cohort.without_totals().is_everyone()) {
            continue;
        }
        let table = tables.entry(observation.cell.sheet).or_default();
        let place = observation.measure;
        if table.measures.last() != Some(&place) && !table.measures.contains(&place) {
            table.measures.push(place);
        }
        table.values += 1;
        let note = observation.note.and_then(|note| usize::try_from(note).ok());
        let is_of_concern = note.and_then(|note| notes.get(note)) == Some(&true);
        table.noted += usize::from(is_of_concern);
    }
    let sets = tables.into_iter().filter_map(|(sheet, table)| {
        let is_noted = table.noted > 0 && 2 * table.noted >= table.values;
        let measures = table.measures.iter();
        let keys: Vec<MeasureKey> = measures
            .filter_map(|place| source.measures.get(usize::try_from(*place).ok()?))
            .map(MeasureKey::of)
            .collect();
        let title = title(catalogue, &keys);
        let sheet = source.sheet_name(sheet).trim();
        if !is_noted && !says(&title, &OF_CONCERNS) && !says(sheet, &OF_CONCERNS) {
            return None;
        }
        let names = [title.as_str(), sheet, source.file_name.as_str()];
        let name = names.into_iter().find(|name| !name.is_empty())?;
        Some(set(catalogue, name.to_owned(), keys.into_iter()))
    });
    sets.collect()
}

/// The measures of which the categories of a dimension are issues.
fn by_dimension(catalogue: &Catalogue) -> Vec<ConcernSet> {
    let mut sets = Vec::new();
    for (key, entry) in catalogue.measures() {
        if key.unit != Unit::Percent {
            continue;
        }
        for (dimension, categories) in &entry.dimensions {
            if !says(dimension, &OF_CONCERNS) {
                continue;
            }
            let items = categories.iter().map(|category| ConcernItem {
                measure: key.clone(),
                name: category.clone(),
                category: Some((dimension.clone(), category.clone())),
            });
            sets.push(ConcernSet {
                name: entry.measure.name.clone(),
                items: items.collect(),
            });
        }
    }
    sets
}

/// The list of some measures that are held and not hidden, each once, without the title that stands before
/// all of their names.
fn set(catalogue: &Catalogue, name: String, keys: impl Iterator<Item = MeasureKey>) -> ConcernSet {
    let mut held: Vec<MeasureKey> = Vec::new();
    for key in keys {
        let key = catalogue.key_of(&key);
        let is_listed = catalogue
            .entry(key)
            .is_some_and(|entry| !entry.names.is_hidden);
        if is_listed && !held.contains(key) {
            held.push(key.clone());
        }
    }
    let title = title(catalogue, &held);
    let items = held.iter().filter_map(|key| {
        let whole = &catalogue.entry(key)?.measure.name;
        let rest = whole.strip_prefix(title.as_str()).map(|rest| {
            let rest = rest.trim_start_matches([':', '›', '–', ' ']);
            crate::base::text::upper_first(rest)
        });
        Some(ConcernItem {
            measure: key.clone(),
            name: rest
                .filter(|rest| !title.is_empty() && !rest.is_empty())
                .unwrap_or_else(|| whole.clone()),
            category: None,
        })
    });
    ConcernSet {
        name,
        items: items.collect(),
    }
}

/// The title that stands before the names of all of several measures; empty where there is none.
fn title(catalogue: &Catalogue, keys: &[MeasureKey]) -> String {
    let names: Vec<&str> = keys
        .iter()
        .filter_map(|key| Some(catalogue.entry(key)?.measure.name.as_str()))
        .collect();
    let Some(first) = names.first().filter(|_| names.len() > 1) else {
        return String::new();
    };
    for mark in AFTER_TITLE {
        if let Some((title, _)) = first.split_once(mark) {
            let start = format!("{title}{mark}");
            if names.iter().all(|name| name.starts_with(&start)) {
                return title.to_owned();
            }
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_a_list_of_concerns() {
        for text in ["Top concerns", "Issue", "How worried are you", "Worries"] {
            assert!(says(text, &OF_CONCERNS), "{text}");
        }
        for text in ["Tissue", "Ashfield", "Feel safe", ""] {
            assert!(!says(text, &OF_CONCERNS), "{text}");
        }
        assert!(says("What should we tackle first?", &ASKED_FOR));
    }
}
