//! Everything that can be named, as the dictionary's screen lists it: each with what it is made of and how
//! many values it has.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;

use super::definition::{Definition, Dictionary};
use super::term::{AreaKey, CategoryKey, Term};
use super::words::Words;
use crate::analysis::catalogue::MeasureKey;
use crate::base::text;
use crate::data::{Measure, Observation, Source};

/// Everything that can be named.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The measures, by name.
    pub measures: Vec<TermRow>,
    /// The places, those of the widest kind first.
    pub areas: Vec<TermRow>,
    /// The groups of people: each dimension, and after it its categories.
    pub cohorts: Vec<TermRow>,
}

/// One measure, place, dimension or category.
#[derive(Clone, Debug)]
pub struct TermRow {
    /// The term that stands for all its members.
    pub term: Term,
    /// What the project calls it.
    pub name: String,
    /// What is said of it, where anything is.
    pub definition: Option<Definition>,
    /// The names in sources that it is made of, that whose values count first.
    pub members: Vec<Member>,
    /// The measure as the project has it; `None` for places and groups.
    pub measure: Option<Measure>,
    /// The ONS codes that sources give a place.
    pub codes: BTreeSet<String>,
    /// How many values there are of it.
    pub values: usize,
    /// Every name by which it is found, folded.
    pub search: String,
}

/// A name in sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What it names.
    pub term: Term,
    /// As the source writes it.
    pub name: String,
    /// The workbooks in which it stands, each once, in the order of their import.
    pub workbooks: Vec<String>,
}

impl TermRow {
    /// Whether a measure is left out of the lists.
    pub fn is_hidden(&self) -> bool {
        self.definition.as_ref().is_some_and(|held| held.is_hidden)
    }
}

impl Listing {
    /// What the sources of a project hold, in its words.
    pub fn of(sources: &[Arc<Source>], dictionary: &Dictionary) -> Self {
        let words = Words::of(sources, dictionary);
        let mut measures = Rows::new(dictionary);
        let mut areas = Rows::new(dictionary);
        let mut dimensions: IndexMap<Term, (Rows<'_>, Rows<'_>)> = IndexMap::new();
        for (source, words) in sources.iter().zip(&words.sources) {
            let counts = Counts::of(source);
            for ((held, said), count) in source
                .measures
                .iter()
                .zip(&words.measures)
                .zip(counts.measures)
            {
                let member = Term::Measure(MeasureKey::of(held));
                let primary = Term::Measure(said.key.clone());
                let row = measures.add(
                    primary,
                    &said.measure.name,
                    member,
                    &held.name,
                    source,
                    count,
                );
                if said.rank == 0 || row.measure.is_none() {
                    row.measure = Some(said.measure.clone());
                }
            }
            for ((held, said), count) in source.areas.iter().zip(&words.areas).zip(counts.areas) {
                let member = Term::Area(AreaKey::of(held));
                let primary = Term::Area(said.key.clone());
                let row = areas.add(primary, &said.name, member, &held.name, source, count);
                row.codes.extend(held.code.clone());
            }
            for (cohort, count) in source.cohorts.iter().zip(counts.cohorts) {
                for held in cohort.without_totals().traits() {
                    let member = Term::Dimension(held.dimension.clone());
                    let primary = dictionary.primary(&member).clone();
                    let name = dictionary.dimension(&held.dimension);
                    let (own, categories) = dimensions
                        .entry(primary.clone())
                        .or_insert_with(|| (Rows::new(dictionary), Rows::new(dictionary)));
                    own.add(primary, name, member, &held.dimension, source, count);
                    let member =
                        Term::Category(CategoryKey::new(&*held.dimension, &*held.category));
                    let primary = dictionary.primary(&member).clone();
                    let said = category_name(dictionary, &primary);
                    categories.add(primary, &said, member, &held.category, source, count);
                }
            }
        }
        let mut measures = measures.finish();
        measures.sort_by(|a, b| text::natural_order(&a.name, &b.name));
        let mut areas = areas.finish();
        areas.sort_by(|a, b| {
            let kind = |row: &TermRow| match &row.term {
                Term::Area(key) => Some(key.kind),
                _ => None,
            };
            let by_name = || text::natural_order(&a.name, &b.name);
            kind(a).cmp(&kind(b)).then_with(by_name)
        });
        let cohorts = dimensions
            .into_values()
            .flat_map(|(own, categories)| own.finish().into_iter().chain(categories.finish()))
            .collect();
        Self {
            measures,
            areas,
            cohorts,
        }
    }

    /// The row of a term, whichever of its members is asked for.
    pub fn row(&self, term: &Term) -> Option<&TermRow> {
        let rows = match term {
            Term::Measure(_) => &self.measures,
            Term::Area(_) => &self.areas,
            Term::Dimension(_) | Term::Category(_) => &self.cohorts,
        };
        let is_member = |row: &&TermRow| row.members.iter().any(|member| member.term == *term);
        rows.iter()
            .find(|row| row.term == *term)
            .or_else(|| rows.iter().find(is_member))
    }
}

/// What a category is called; `primary` stands for all its members.
fn category_name(dictionary: &Dictionary, primary: &Term) -> String {
    let said = dictionary
        .definition(primary)
        .and_then(|held| held.name.as_deref());
    said.unwrap_or_else(|| primary.imported_name()).to_owned()
}

/// The rows of one sort, by the term that stands for them, as first met.
struct Rows<'a> {
    dictionary: &'a Dictionary,
    rows: IndexMap<Term, TermRow>,
}

impl<'a> Rows<'a> {
    fn new(dictionary: &'a Dictionary) -> Self {
        Self {
            dictionary,
            rows: IndexMap::new(),
        }
    }

    fn add(
        &mut self,
        primary: Term,
        name: &str,
        member: Term,
        member_name: &str,
        source: &Source,
        count: usize,
    ) -> &mut TermRow {
        let dictionary = self.dictionary;
        let row = self.rows.entry(primary).or_insert_with_key(|term| TermRow {
            term: term.clone(),
            name: name.to_owned(),
            definition: dictionary.definition(term).cloned(),
            members: Vec::new(),
            measure: None,
            codes: BTreeSet::new(),
            values: 0,
            search: String::new(),
        });
        row.values += count;
        match row.members.iter_mut().find(|held| held.term == member) {
            Some(held) if held.workbooks.contains(&source.file_name) => {}
            Some(held) => held.workbooks.push(source.file_name.clone()),
            None => row.members.push(Member {
                term: member,
                name: member_name.to_owned(),
                workbooks: vec![source.file_name.clone()],
            }),
        }
        row
    }

    /// The rows that have values, their members in the order of their definitions.
    fn finish(self) -> Vec<TermRow> {
        let rows = self.rows.into_values().filter(|row| row.values > 0);
        rows.map(|mut row| {
            let defined = row.definition.iter().flat_map(|held| &held.members);
            let mut members: Vec<Member> = Vec::with_capacity(row.members.len());
            for term in defined {
                let met = row.members.iter().position(|held| held.term == *term);
                members.push(match met {
                    Some(at) => row.members.swap_remove(at),
                    // Its workbook was taken out of the project.
                    None => Member {
                        term: term.clone(),
                        name: term.imported_name().to_owned(),
                        workbooks: Vec::new(),
                    },
                });
            }
            members.append(&mut row.members);
            row.members = members;
            let aliases = row.definition.iter().flat_map(|held| &held.aliases);
            let names = row.members.iter().map(|held| &held.name);
            let all: Vec<String> = std::iter::once(&row.name)
                .chain(aliases)
                .chain(names)
                .map(|name| text::fold(name))
                .collect();
            row.search = all.join(" ");
            row
        })
        .collect()
    }
}

/// How many values of a source each entry of its tables has.
struct Counts {
    measures: Vec<usize>,
    areas: Vec<usize>,
    cohorts: Vec<usize>,
}

impl Counts {
    fn of(source: &Source) -> Self {
        let mut counts = Self {
            measures: vec![0; source.measures.len()],
            areas: vec![0; source.areas.len()],
            cohorts: vec![0; source.cohorts.len()],
        };
        let count = |held: &mut Vec<usize>, index: u32| {
            let index = usize::try_from(index).ok();
            if let Some(held) = index.and_then(|index| held.get_mut(index)) {
                *held += 1;
            }
        };
        for observation in &source.observations {
            let Observation {
                measure,
                area,
                cohort,
                ..
            } = observation;
            count(&mut counts.measures, *measure);
            count(&mut counts.cohorts, *cohort);
            if let Some(area) = area {
                count(&mut counts.areas, *area);
            }
        }
        counts
    }
}
