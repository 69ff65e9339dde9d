//! Everything that the sources of a project hold, as one list of measures, each with its areas, cohorts
//! and periods.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use indexmap::{IndexMap, IndexSet};
use serde::{Deserialize, Serialize};

use super::assessments::Lineage;
use super::breaks::{self, Breaks};
use super::cadence::Cadence;
pub use super::catalogue_order::{PeriodByEnd, Rank};
use super::cohort_rule::NamedCohort;
use super::concerns::ConcernSet;
use super::dictionary::{AreaKey, Dictionary, MeasureNames, SourceWords, Term, Words};
use super::harm::HarmSpec;
use super::refresh::{self, Succession};
use super::respondent_figures::RespondentFigures;
use super::targets::TargetSpec;
use crate::base::text;
use crate::data::place_names;
use crate::data::{
    AreaKind, Boundaries, Cohort, Measure, Observation, Period, Source, SourceId, Unit,
};

/// A measure across sources as they name it: those of the same folded name and the same unit are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MeasureKey {
    /// The name, folded for comparison.
    pub folded_name: String,
    /// The unit.
    pub unit: Unit,
}

impl MeasureKey {
    /// The key of a measure.
    pub fn of(measure: &Measure) -> Self {
        Self {
            folded_name: text::fold(&measure.name),
            unit: measure.unit,
        }
    }
}

/// The name of the area of values that name none, beside values that do.
const WHOLE_AREA: &str = "All areas";

/// What the sources of a project hold. Built once for each set of sources; cheap to share.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    sources: Vec<Arc<Source>>,
    /// The words in which it speaks of them.
    dictionary: Arc<Dictionary>,
    /// For each source its cohorts, without the dimensions that do not split them, and their ranks.
    cohorts: Vec<Vec<(Cohort, u64)>>,
    /// For each source the place of the first vintage of the same return.
    lineages: Vec<usize>,
    measures: IndexMap<MeasureKey, MeasureEntry>,
    /// Those that the dictionary leaves out of the lists.
    hidden: IndexMap<MeasureKey, MeasureEntry>,
    /// What the project wants of them.
    pub(super) targets: Arc<[TargetSpec]>,
    /// What it says became of which priorities.
    pub(super) priority_lineages: Arc<[Lineage]>,
    /// The boundaries of areas that it has.
    pub(super) boundaries: Arc<[Arc<Boundaries>]>,
    /// What the project holds of harm.
    pub(super) harm: Arc<HarmSpec>,
    own_groups: Arc<[NamedCohort]>,
    /// What stands behind figures of respondents.
    respondent_figures: Arc<RespondentFigures>,
    /// What the project says of breaks in their series.
    pub(super) breaks: Arc<Breaks>,
    /// The breaks that notes of the sources tell of: the measure, the place of the source, that of the break
    /// in it.
    pub(super) noted_breaks: Vec<(MeasureKey, usize, usize)>,
    /// The lists of concerns among them, once they have been looked for.
    pub(super) concern_sets: Arc<OnceLock<Vec<ConcernSet>>>,
}

/// One measure of the catalogue.
#[derive(Clone, Debug)]
pub struct MeasureEntry {
    /// The measure in the project's words, else named as in the source where it was first met.
    pub measure: Measure,
    /// The names by which it is found.
    pub names: MeasureNames,
    /// The areas, those of the widest kind first; each name once.
    pub areas: Vec<CatalogueArea>,
    /// The dimensions in which there are cohorts, with their categories as first met.
    pub dimensions: IndexMap<String, IndexSet<String>>,
    /// The periods, by cadence, in order.
    pub periods: IndexMap<Cadence, BTreeSet<PeriodByEnd>>,
    /// Whether there are values for everybody.
    pub has_everyone: bool,
    observations: Vec<Located>,
}

/// An area of the catalogue under the one name by which it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueArea {
    /// The name by which it is asked for; with its kind where two areas share a name.
    pub name: String,
    /// What kind of place it is.
    pub kind: AreaKind,
    /// Other names by which questions may ask for it: in sources, and from before.
    pub also: Vec<String>,
}

/// Where an observation is, with its area's catalogue name resolved.
#[derive(Clone, Copy, Debug)]
struct Located {
    source: u32,
    observation: u32,
    /// Index into the entry's areas; `None` where the source names none.
    area: Option<u32>,
    measure_rank: u32,
    area_rank: u32,
}

/// An observation with everything that says what it is.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The workbook.
    pub source: &'a Arc<Source>,
    /// Its place among the sources.
    pub source_place: usize,
    /// The value.
    pub observation: &'a Observation,
    /// Its place among the observations of the source.
    pub observation_place: usize,
    /// The area's catalogue name; empty where the source names none.
    pub area: &'a str,
    /// The people.
    pub cohort: &'a Cohort,
    /// The period.
    pub period: Period,
    /// Where it stands among merged ones.
    pub rank: Rank,
}

impl Catalogue {
    /// Reads through the sources, in the order of their import, in their own words.
    pub fn of(sources: &[Arc<Source>]) -> Self {
        Self::in_words(sources, &Arc::default())
    }

    /// Reads through the sources, in the order of their import, in the words of a dictionary.
    pub fn in_words(sources: &[Arc<Source>], dictionary: &Arc<Dictionary>) -> Self {
        let mut measures: IndexMap<MeasureKey, EntryBuilder> = IndexMap::new();
        let words = Words::of(sources, dictionary);
        let cohorts: Vec<Vec<(Cohort, u64)>> = words
            .sources
            .iter()
            .map(|words| {
                let cohorts = words.cohorts.iter();
                cohorts
                    .map(|held| (held.cohort.without_totals(), held.rank))
                    .collect()
            })
            .collect();
        for (source_index, (source, words)) in sources.iter().zip(&words.sources).enumerate() {
            let Some(cohorts) = cohorts.get(source_index) else {
                continue;
            };
            // One look-up a measure of the source, not one an observation.
            let entry_of: Vec<(usize, u32)> = words
                .measures
                .iter()
                .map(|held| {
                    let entry = measures.entry(held.key.clone());
                    let index = entry.index();
                    entry
                        .or_insert_with(|| EntryBuilder::new(held.measure.clone(), held.rank))
                        .name(&held.measure, held.rank);
                    (index, held.rank)
                })
                .collect();
            let reading = SourceReading {
                index: source_index,
                source,
                words,
                cohorts,
            };
            for (index, observation) in source.observations.iter().enumerate() {
                let entry = usize::try_from(observation.measure)
                    .ok()
                    .and_then(|measure| entry_of.get(measure))
                    .and_then(|(entry, rank)| Some((measures.get_index_mut(*entry)?.1, *rank)));
                if let Some((entry, rank)) = entry {
                    entry.add(&reading, index, observation, rank);
                }
            }
        }
        let mut measures: IndexMap<MeasureKey, MeasureEntry> = measures
            .into_iter()
            .filter(|(_, entry)| !entry.observations.is_empty())
            .map(|(key, entry)| {
                let names = dictionary.measure_names(&key, &entry.measure);
                (key, entry.finish(names, dictionary))
            })
            .collect();
        measures.sort_by(|_, a, _, b| a.measure.theme.cmp(&b.measure.theme));
        let (hidden, measures) = measures
            .into_iter()
            .partition(|(_, entry)| entry.names.is_hidden);
        Self {
            sources: sources.to_vec(),
            dictionary: dictionary.clone(),
            cohorts,
            lineages: (0..sources.len()).collect(),
            measures,
            hidden,
            targets: Arc::default(),
            priority_lineages: Arc::default(),
            boundaries: Arc::default(),
            harm: Arc::default(),
            own_groups: Arc::default(),
            respondent_figures: RespondentFigures::of(sources, &Arc::default(), dictionary).into(),
            breaks: Arc::default(),
            noted_breaks: breaks::noted_breaks(sources, &words),
            concern_sets: Arc::default(),
        }
    }

    /// The same, knowing the groups of the project's own that stand among the figures of its surveys.
    #[must_use]
    pub fn with_groups(mut self, groups: &Arc<[NamedCohort]>) -> Self {
        if !groups.is_empty() {
            let figures = RespondentFigures::of(&self.sources, groups, &self.dictionary);
            self.respondent_figures = figures.into();
        }
        self.own_groups = groups.clone();
        self
    }

    /// What stands behind the figures of respondents.
    pub(super) fn respondent_figures(&self) -> &RespondentFigures {
        &self.respondent_figures
    }

    /// The same, knowing which sources are newer returns of which.
    #[must_use]
    pub fn with_successions(mut self, successions: &[Succession]) -> Self {
        self.lineages = refresh::lineages(&self.sources, successions);
        self
    }

    /// The groups of people that the project makes for itself.
    pub const fn own_groups(&self) -> &Arc<[NamedCohort]> {
        &self.own_groups
    }

    /// Whether two sources are vintages of the same return.
    pub fn is_same_lineage(&self, one: &SourceId, other: &SourceId) -> bool {
        let lineage = |id: &SourceId| {
            let place = self.sources.iter().position(|source| source.id == *id)?;
            self.lineages.get(place)
        };
        lineage(one).is_some_and(|first| lineage(other) == Some(first))
    }

    /// What a cohort of one source is called here; `None` where the source has no such cohort.
    pub fn cohort_in_words(&self, source: &SourceId, cohort: &Cohort) -> Option<&Cohort> {
        let place = self.sources.iter().position(|held| held.id == *source)?;
        let held = &self.sources.get(place)?.cohorts;
        let own = held.iter().position(|held| held == cohort)?;
        Some(&self.cohorts.get(place)?.get(own)?.0)
    }

    /// The words in which it speaks of the sources.
    pub fn dictionary(&self) -> &Arc<Dictionary> {
        &self.dictionary
    }

    /// The sources, in the order of their import.
    pub fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty()
    }

    /// The measures with their keys, by theme and then as first met, without those that are hidden.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = (&MeasureKey, &MeasureEntry)> {
        self.measures.iter()
    }

    /// The measures that the dictionary leaves out of the lists.
    pub fn hidden_measures(&self) -> impl ExactSizeIterator<Item = (&MeasureKey, &MeasureEntry)> {
        self.hidden.iter()
    }

    /// A measure by its key, or by that of a measure that is merged with it.
    pub fn entry(&self, key: &MeasureKey) -> Option<&MeasureEntry> {
        self.find(key).map(|(_, entry)| entry)
    }

    /// The key under which a measure is listed; that of another where it is merged with it.
    pub fn key_of<'a>(&'a self, key: &'a MeasureKey) -> &'a MeasureKey {
        self.find(key).map_or(key, |(listed, _)| listed)
    }

    fn find(&self, key: &MeasureKey) -> Option<(&MeasureKey, &MeasureEntry)> {
        let listed = |key: &MeasureKey| {
            let shown = self.measures.get_key_value(key);
            shown.or_else(|| self.hidden.get_key_value(key))
        };
        listed(key).or_else(|| {
            let term = Term::Measure(key.clone());
            match self.dictionary.primary(&term) {
                Term::Measure(primary) => listed(primary),
                _ => None,
            }
        })
    }

    /// The measures that words may mean: those of just this name; else those whose name ends in it, after
    /// the table's title; else those whose name holds all of the words.
    pub fn find_measures(&self, text: &str) -> Vec<(&MeasureKey, &MeasureEntry)> {
        let wanted = text::fold(text);
        let words: Vec<&str> = wanted.split(' ').collect();
        let is_last_part = |entry: &MeasureEntry| {
            let last = entry.measure.name.rsplit([':', '›']).next();
            last.is_some_and(|last| text::fold(last) == wanted)
        };
        let chosen = |wanted: &dyn Fn(&MeasureKey, &MeasureEntry) -> bool| -> Vec<_> {
            self.measures
                .iter()
                .filter(|(key, entry)| wanted(key, entry))
                .collect()
        };
        let exact = chosen(&|_, entry| entry.names.is(&wanted));
        if !exact.is_empty() {
            return exact;
        }
        let last_parts = chosen(&|_, entry| is_last_part(entry));
        if !last_parts.is_empty() {
            return last_parts;
        }
        chosen(&|_, entry| entry.names.hold(&words))
    }

    /// The observations of a measure that have a period, in the order of import.
    pub fn observations<'a>(&'a self, entry: &'a MeasureEntry) -> impl Iterator<Item = Found<'a>> {
        entry.observations.iter().filter_map(|located| {
            let index = usize::try_from(located.source).ok()?;
            let source = self.sources.get(index)?;
            let observation_place = usize::try_from(located.observation).ok()?;
            let observation = source.observations.get(observation_place)?;
            let area = match located.area {
                Some(index) => entry.areas.get(usize::try_from(index).ok()?)?.name.as_str(),
                None => "",
            };
            let (cohort, cohort_rank) = cohort_of(self.cohorts.get(index)?, observation)?;
            Some(Found {
                source,
                source_place: index,
                observation,
                observation_place,
                area,
                cohort,
                period: *source.period(observation)?,
                rank: Rank {
                    measure: located.measure_rank,
                    area: located.area_rank,
                    cohort: *cohort_rank,
                },
            })
        })
    }
}

impl MeasureEntry {
    /// How many observations there are.
    pub fn observation_count(&self) -> usize {
        self.observations.len()
    }

    /// Whether there is one period alone, so that nothing can be said of change.
    pub fn has_one_period(&self) -> bool {
        self.periods.values().map(BTreeSet::len).sum::<usize>() == 1
    }

    /// The cadence with the most periods; of equals, the coarsest.
    pub fn main_cadence(&self) -> Option<Cadence> {
        self.periods
            .iter()
            .max_by_key(|(cadence, periods)| (periods.len(), **cadence))
            .map(|(cadence, _)| *cadence)
    }

    /// The periods of a cadence, in order.
    pub fn periods_of(&self, cadence: Cadence) -> impl Iterator<Item = Period> + '_ {
        self.periods
            .get(&cadence)
            .into_iter()
            .flatten()
            .map(|period| period.0)
    }

    /// The area that stands for the whole: a county or wider, else the sum over all areas, else the widest.
    pub fn widest_area(&self) -> Option<&CatalogueArea> {
        let is_wide = |area: &&CatalogueArea| area.kind <= AreaKind::County;
        let widest = self.areas.iter().find(is_wide);
        // Of all the forces of the country, the one whose districts the gazetteer knows is the user's own.
        let own = widest
            .filter(|widest| widest.kind >= AreaKind::PoliceForce)
            .and_then(|widest| {
                self.areas_of(widest.kind)
                    .find(|area| has_known_districts(area))
            });
        own.or(widest)
            .or_else(|| self.areas_of(AreaKind::Total).next())
            .or_else(|| self.areas.first())
    }

    /// The area that a name means: that of just this name, else the only one that bears or bore it.
    pub fn area_named(&self, name: &str) -> Option<&CatalogueArea> {
        if let Some(area) = self.areas.iter().find(|area| area.name == name) {
            return Some(area);
        }
        let mut fitting = self.areas.iter().filter(|area| area.is_also(name));
        match (fitting.next(), fitting.next()) {
            (only, None) => only,
            _ => None,
        }
    }

    /// The other names of an area, one a line, as menus look through them.
    pub fn found_by(&self, name: &str) -> String {
        self.area_named(name)
            .map_or_else(String::new, CatalogueArea::found_by)
    }

    /// The areas of a kind.
    pub fn areas_of(&self, kind: AreaKind) -> impl Iterator<Item = &CatalogueArea> {
        self.areas.iter().filter(move |area| area.kind == kind)
    }
}

impl CatalogueArea {
    /// Every other name by which people look for it: those in sources and from before, and those that the
    /// gazetteer knows of the place.
    pub fn other_names(&self) -> Vec<&str> {
        let own = std::iter::once(&self.name).chain(&self.also);
        let known = own.flat_map(|name| place_names::other_names(name, Some(self.kind)));
        let also = self.also.iter().map(String::as_str);
        also.chain(known)
            .filter(|name| *name != self.name)
            .collect()
    }

    /// Its other names, one a line, as menus look through them.
    pub fn found_by(&self) -> String {
        self.other_names().join("\n")
    }

    /// Whether a name that is not the one on show means it.
    fn is_also(&self, name: &str) -> bool {
        let with_kind = |own: &str| {
            let kind = name
                .strip_prefix(own)
                .and_then(|rest| rest.strip_prefix(" ("));
            kind.and_then(|rest| rest.strip_suffix(')')) == Some(self.kind.words())
        };
        with_kind(&self.name) || self.also.iter().any(|own| own == name || with_kind(own))
    }
}

/// A source as it is read through.
struct SourceReading<'a> {
    index: usize,
    source: &'a Source,
    words: &'a SourceWords,
    cohorts: &'a [(Cohort, u64)],
}

/// Collects the observations of one measure.
struct EntryBuilder {
    measure: Measure,
    /// The lowest rank of the members met, whose name it bears.
    rank: u32,
    /// The areas by what they are one with, each with what that is called.
    areas: IndexMap<AreaKey, String>,
    dimensions: IndexMap<String, IndexSet<String>>,
    periods: IndexMap<Cadence, BTreeSet<PeriodByEnd>>,
    has_everyone: bool,
    observations: Vec<Located>,
    /// What was met last, so that runs of the same indices cost nothing.
    seen: IndexSet<(usize, Option<u32>, u32, Option<u32>)>,
    area_of: IndexMap<(usize, u32), (u32, u32)>,
}

impl EntryBuilder {
    fn new(measure: Measure, rank: u32) -> Self {
        Self {
            measure,
            rank,
            areas: IndexMap::new(),
            dimensions: IndexMap::new(),
            periods: IndexMap::new(),
            has_everyone: false,
            observations: Vec::new(),
            seen: IndexSet::new(),
            area_of: IndexMap::new(),
        }
    }

    /// Takes the words of a member that stands before those met so far.
    fn name(&mut self, measure: &Measure, rank: u32) {
        if rank < self.rank {
            self.measure.clone_from(measure);
            self.rank = rank;
        }
    }

    fn add(
        &mut self,
        reading: &SourceReading<'_>,
        index: usize,
        observation: &Observation,
        measure_rank: u32,
    ) {
        let SourceReading {
            index: source_index,
            source,
            words,
            cohorts,
        } = *reading;
        let area = observation.area.and_then(|area_index| {
            let held = words.areas.get(usize::try_from(area_index).ok()?)?;
            let areas = &mut self.areas;
            let place = self
                .area_of
                .entry((source_index, area_index))
                .or_insert_with(|| {
                    let entry = areas.entry(held.key.clone());
                    let index = entry.index();
                    entry.or_insert_with(|| held.name.clone());
                    (position(index), held.rank)
                });
            Some(*place)
        });
        let (area, area_rank) = (
            area.map(|(index, _)| index),
            area.map_or(0, |(_, rank)| rank),
        );
        self.observations.push(Located {
            source: position(source_index),
            observation: position(index),
            area,
            measure_rank,
            area_rank,
        });
        if !self
            .seen
            .insert((source_index, area, observation.cohort, observation.period))
        {
            return;
        }
        if let Some(period) = source.period(observation) {
            self.periods
                .entry(Cadence::of(period))
                .or_default()
                .insert(PeriodByEnd(*period));
        }
        if let Some((cohort, _)) = cohort_of(cohorts, observation) {
            self.has_everyone |= cohort.is_everyone();
            for held in cohort.traits() {
                self.dimensions
                    .entry(held.dimension.clone())
                    .or_default()
                    .insert(held.category.clone());
            }
        }
    }

    /// Orders the areas from wide to narrow and gives those that share a name their kind.
    fn finish(self, names: MeasureNames, dictionary: &Dictionary) -> MeasureEntry {
        let mut order: Vec<(usize, (&AreaKey, &String))> = self.areas.iter().enumerate().collect();
        order.sort_by_key(|(index, (key, _))| (key.kind, *index));
        let mut new_index = vec![0_u32; order.len()];
        let mut areas = Vec::with_capacity(order.len());
        for (position_in_order, (old, (key, name))) in order.iter().enumerate() {
            if let Some(slot) = new_index.get_mut(*old) {
                *slot = position(position_in_order);
            }
            areas.push(named_area(key, name, &self.areas, dictionary));
        }
        // Values without a place beside values of places are of the whole, which the source does not name.
        let is_mixed = !areas.is_empty()
            && self
                .observations
                .iter()
                .any(|located| located.area.is_none());
        let whole = is_mixed.then_some(0);
        if is_mixed {
            let name = String::from(WHOLE_AREA);
            areas.insert(
                0,
                CatalogueArea {
                    name,
                    kind: AreaKind::Total,
                    also: Vec::new(),
                },
            );
        }
        let observations = self
            .observations
            .into_iter()
            .map(|located| {
                let index = located
                    .area
                    .and_then(|old| usize::try_from(old).ok())
                    .and_then(|old| new_index.get(old))
                    .map(|index| index + u32::from(is_mixed));
                Located {
                    area: index.or(whole),
                    ..located
                }
            })
            .collect();
        MeasureEntry {
            measure: self.measure,
            names,
            areas,
            dimensions: self.dimensions,
            periods: self.periods,
            has_everyone: self.has_everyone,
            observations,
        }
    }
}

/// The cohort of an observation among those of its source.
fn cohort_of<'a>(
    cohorts: &'a [(Cohort, u64)],
    observation: &Observation,
) -> Option<&'a (Cohort, u64)> {
    cohorts.get(usize::try_from(observation.cohort).ok()?)
}

/// Whether the gazetteer knows what lies in an area.
fn has_known_districts(area: &CatalogueArea) -> bool {
    let gazetteer = crate::data::gazetteer::Gazetteer::built_in();
    gazetteer
        .find_of_kind(&area.name, area.kind)
        .is_some_and(|place| !gazetteer.children(place).is_empty())
}

/// An area under the name by which it is told from the others of its measure.
fn named_area(
    key: &AreaKey,
    name: &String,
    areas: &IndexMap<AreaKey, String>,
    dictionary: &Dictionary,
) -> CatalogueArea {
    let mut also = Vec::new();
    if let Some(definition) = dictionary.definition(&Term::Area(key.clone())) {
        let members = definition.members.iter().map(Term::imported_name);
        let others = members.chain(definition.aliases.iter().map(String::as_str));
        also.extend(others.filter(|other| other != name).map(str::to_owned));
    }
    let namesakes = areas.iter().filter(|(_, other)| *other == name);
    let shown = if namesakes.clone().count() < 2 {
        name.clone()
    } else if namesakes
        .filter(|(other, _)| other.kind == key.kind)
        .count()
        < 2
    {
        also.push(name.clone());
        format!("{name} ({})", key.kind.words())
    } else if key.name == *name {
        name.clone()
    } else {
        // It was given the name of a place that came with a later workbook.
        format!("{name} (“{}”)", key.name)
    };
    CatalogueArea {
        name: shown,
        kind: key.kind,
        also,
    }
}

/// An index as the compact type of the catalogue's tables; a project holds fewer entries than it counts.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
