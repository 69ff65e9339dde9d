//! What sources hold, in the project's words: for each of their measures, places and groups of people
//! what it is called and what it is one with.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::definition::{Definition, Dictionary};
use super::term::{AreaKey, CategoryKey, Term};
use crate::analysis::catalogue::MeasureKey;
use crate::base::text;
use crate::data::{Cohort, Measure, Source};

/// The rank of members past which all count alike.
const MOST_RANKS: u32 = 31;

/// The sources of a project in its words, in the order of their import.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// One for each source.
    pub sources: Vec<SourceWords>,
}

/// The tables of one source in the project's words; indices are those of the source's own tables.
#[derive(Clone, Debug, Default)]
pub struct SourceWords {
    /// The measures.
    pub measures: Vec<MeasureWords>,
    /// The areas.
    pub areas: Vec<AreaWords>,
    /// The cohorts, totals of a dimension included.
    pub cohorts: Vec<CohortWords>,
}

/// A measure of a source.
#[derive(Clone, Debug)]
pub struct MeasureWords {
    /// The key of the measure that it is one with.
    pub key: MeasureKey,
    /// The measure as the project has it.
    pub measure: Measure,
    /// Its place among the members of that measure; the value of the lowest counts.
    pub rank: u32,
}

/// An area of a source.
#[derive(Clone, Debug)]
pub struct AreaWords {
    /// The area that it is one with.
    pub key: AreaKey,
    /// What that is called.
    pub name: String,
    /// Its place among the members of that area; the value of the lowest counts.
    pub rank: u32,
}

/// A cohort of a source.
#[derive(Clone, Debug)]
pub struct CohortWords {
    /// The cohort as the project has it.
    pub cohort: Cohort,
    /// Less for a cohort whose categories stand first among their members; the value of the lowest counts.
    pub rank: u64,
}

/// The names of a measure beside the one it is shown under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureNames {
    /// Every name by which it is found, folded; that on show first.
    pub folded: Vec<String>,
    /// Whether it is left out of the lists.
    pub is_hidden: bool,
}

impl MeasureNames {
    /// Those of a measure of which nothing is defined.
    pub fn of(measure: &Measure) -> Self {
        Self {
            folded: vec![text::fold(&measure.name)],
            is_hidden: false,
        }
    }

    /// Whether one of the names is just this, folded.
    pub fn is(&self, folded: &str) -> bool {
        self.folded.iter().any(|name| name == folded)
    }

    /// Whether one of the names holds all of these words, folded.
    pub fn hold(&self, words: &[&str]) -> bool {
        self.folded
            .iter()
            .any(|name| words.iter().all(|word| name.contains(word)))
    }
}

impl Words {
    /// The sources in the words of a dictionary.
    pub fn of(sources: &[Arc<Source>], dictionary: &Dictionary) -> Self {
        let reader = Reader::new(sources, dictionary);
        Self {
            sources: sources.iter().map(|source| reader.read(source)).collect(),
        }
    }
}

/// A definition and a member's place in it.
type Place<'a> = (&'a Definition, u32);

/// Finds what is said of terms, each by one look-up.
struct Reader<'a> {
    dictionary: &'a Dictionary,
    places: HashMap<&'a Term, Place<'a>>,
    /// How the sources write the first member of a merged measure.
    measure_names: HashMap<&'a MeasureKey, &'a str>,
    /// The categories as imported, in dimensions by the project's words, which no other may be called.
    imported: HashSet<(&'a str, &'a str)>,
}

impl<'a> Reader<'a> {
    fn new(sources: &'a [Arc<Source>], dictionary: &'a Dictionary) -> Self {
        let mut reader = Self {
            dictionary,
            places: HashMap::new(),
            measure_names: HashMap::new(),
            imported: HashSet::new(),
        };
        for definition in dictionary.definitions() {
            for (rank, member) in (0..).zip(&definition.members) {
                reader.places.insert(member, (definition, rank));
            }
        }
        if reader.places.is_empty() {
            return reader;
        }
        for source in sources {
            for measure in &source.measures {
                let term = Term::Measure(MeasureKey::of(measure));
                if let Some((member, _)) = reader.places.get_key_value(&term)
                    && let Term::Measure(key) = *member
                {
                    reader
                        .measure_names
                        .entry(key)
                        .or_insert(measure.name.as_str());
                }
            }
            for held in source.cohorts.iter().flat_map(Cohort::traits) {
                let dimension = dictionary.dimension(&held.dimension);
                reader.imported.insert((dimension, &held.category));
            }
        }
        reader
    }

    fn read(&self, source: &Source) -> SourceWords {
        SourceWords {
            measures: source
                .measures
                .iter()
                .map(|held| self.measure(held))
                .collect(),
            areas: source
                .areas
                .iter()
                .map(|area| self.area(AreaKey::of(area)))
                .collect(),
            cohorts: source
                .cohorts
                .iter()
                .map(|held| self.cohort(held))
                .collect(),
        }
    }

    fn measure(&self, measure: &Measure) -> MeasureWords {
        let key = MeasureKey::of(measure);
        let mut measure = measure.clone();
        let term = Term::Measure(key.clone());
        let Some((definition, rank)) = self.places.get(&term).copied() else {
            return MeasureWords {
                key,
                measure,
                rank: 0,
            };
        };
        let first = match definition.members.first() {
            Some(Term::Measure(first)) => first,
            _ => &key,
        };
        let imported = self.measure_names.get(first).copied();
        if let Some(name) = definition.name.as_deref().or(imported) {
            name.clone_into(&mut measure.name);
        }
        measure.unit = definition.unit.unwrap_or(first.unit);
        measure.polarity = definition.polarity.unwrap_or(measure.polarity);
        measure.theme = definition.theme.unwrap_or(measure.theme);
        MeasureWords {
            key: first.clone(),
            measure,
            rank,
        }
    }

    fn area(&self, own: AreaKey) -> AreaWords {
        let place = if self.places.is_empty() {
            None
        } else {
            self.places.get(&Term::Area(own.clone())).copied()
        };
        let Some((definition, rank)) = place else {
            return AreaWords {
                name: own.name.clone(),
                key: own,
                rank: 0,
            };
        };
        let key = match definition.members.first() {
            Some(Term::Area(first)) => first.clone(),
            _ => own,
        };
        let name = definition.name.as_ref().unwrap_or(&key.name);
        AreaWords {
            name: name.clone(),
            key,
            rank,
        }
    }

    fn cohort(&self, cohort: &Cohort) -> CohortWords {
        if self.places.is_empty() {
            return CohortWords {
                cohort: cohort.clone(),
                rank: 0,
            };
        }
        let mut said = Cohort::everyone();
        let mut in_own_dimensions = Cohort::everyone();
        let mut rank = 0_u64;
        for held in cohort.traits() {
            let dimension = self.dictionary.dimension(&held.dimension);
            let (category, category_rank) = self.category(&held.dimension, &held.category);
            let dimension_rank = self
                .places
                .get(&Term::Dimension(held.dimension.clone()))
                .map_or(0, |(_, rank)| *rank);
            let own = 32 * dimension_rank.min(MOST_RANKS) + category_rank.min(MOST_RANKS);
            rank = rank.saturating_mul(1024).saturating_add(u64::from(own));
            in_own_dimensions = in_own_dimensions.and(held.dimension.as_str(), category.as_str());
            said = said.and(dimension, category);
        }
        if said.traits().len() < cohort.traits().len() {
            // Two dimensions that were merged split these people twice: both splits stay.
            said = in_own_dimensions;
        }
        CohortWords { cohort: said, rank }
    }

    /// What a category is called, and its place among the members of what it is one with.
    fn category(&self, dimension: &str, category: &str) -> (String, u32) {
        if category == Cohort::ALL {
            return (category.to_owned(), 0);
        }
        let place = |dimension: &str| {
            let term = Term::Category(CategoryKey::new(dimension, category));
            self.places.get(&term).copied()
        };
        // What is said of a category holds in every dimension that is merged with its own.
        let merged = || {
            let own = self.places.get(&Term::Dimension(dimension.to_owned()))?;
            own.0
                .members
                .iter()
                .find_map(|member| place(member.imported_name()))
        };
        let Some((definition, rank)) = place(dimension).or_else(merged) else {
            return (category.to_owned(), 0);
        };
        let first = definition
            .members
            .first()
            .map_or(category, Term::imported_name);
        let name = definition.name.as_deref().unwrap_or(first);
        let said = self.dictionary.dimension(dimension);
        let is_member = definition
            .members
            .iter()
            .any(|member| member.imported_name() == name);
        if !is_member && self.imported.contains(&(said, name)) {
            // A workbook that came later has a category of its own by this name.
            return (format!("{name} ({first})"), rank);
        }
        (name.to_owned(), rank)
    }
}

impl Dictionary {
    /// The names by which a measure is found; `measure` as the project has it.
    pub fn measure_names(&self, key: &MeasureKey, measure: &Measure) -> MeasureNames {
        let mut names = MeasureNames::of(measure);
        if let Some(definition) = self.definition(&Term::Measure(key.clone())) {
            names.is_hidden = definition.is_hidden;
            let aliases = definition.aliases.iter().map(|alias| text::fold(alias));
            let members = definition.members.iter().map(Term::imported_name);
            for name in aliases.chain(members.map(str::to_owned)) {
                if !names.folded.contains(&name) {
                    names.folded.push(name);
                }
            }
        }
        names
    }
}
