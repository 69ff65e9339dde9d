//! Everything that the sources of a project hold, as one list of measures, each with its areas, cohorts
//! and periods.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use serde::{Deserialize, Serialize};

use super::cadence::Cadence;
use super::refresh::{self, Succession};
use crate::base::text;
use crate::data::{Area, AreaKind, Cohort, Measure, Observation, Period, Source, SourceId, Unit};

/// A measure across sources: those of the same folded name and the same unit are one.
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
    /// For each source its cohorts, without the dimensions that do not split them.
    cohorts: Vec<Vec<Cohort>>,
    /// For each source the place of the first vintage of the same return.
    lineages: Vec<usize>,
    measures: IndexMap<MeasureKey, MeasureEntry>,
}

/// One measure of the catalogue.
#[derive(Clone, Debug)]
pub struct MeasureEntry {
    /// The measure, named as in the source where it was first met.
    pub measure: Measure,
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
}

/// Orders periods by their last day, then by their first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PeriodByEnd(pub Period);

impl PartialOrd for PeriodByEnd {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PeriodByEnd {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |period: &Self| (period.0.end, period.0.start);
        key(self).cmp(&key(other))
    }
}

/// Where an observation is, with its area's catalogue name resolved.
#[derive(Clone, Copy, Debug)]
struct Located {
    source: u32,
    observation: u32,
    /// Index into the entry's areas; `None` where the source names none.
    area: Option<u32>,
}

/// An observation with everything that says what it is.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The workbook.
    pub source: &'a Arc<Source>,
    /// The value.
    pub observation: &'a Observation,
    /// The area's catalogue name; empty where the source names none.
    pub area: &'a str,
    /// The people.
    pub cohort: &'a Cohort,
    /// The period.
    pub period: Period,
}

impl Catalogue {
    /// Reads through the sources, in the order of their import.
    pub fn of(sources: &[Arc<Source>]) -> Self {
        let mut measures: IndexMap<MeasureKey, EntryBuilder> = IndexMap::new();
        let cohorts: Vec<Vec<Cohort>> = sources
            .iter()
            .map(|source| source.cohorts.iter().map(Cohort::without_totals).collect())
            .collect();
        for (source_index, (source, cohorts)) in sources.iter().zip(&cohorts).enumerate() {
            // One look-up a measure of the source, not one an observation.
            let entry_of: Vec<usize> = source
                .measures
                .iter()
                .map(|measure| {
                    let entry = measures.entry(MeasureKey::of(measure));
                    let index = entry.index();
                    entry.or_insert_with(|| EntryBuilder::new(measure.clone()));
                    index
                })
                .collect();
            for (index, observation) in source.observations.iter().enumerate() {
                let entry = usize::try_from(observation.measure)
                    .ok()
                    .and_then(|measure| entry_of.get(measure))
                    .and_then(|entry| measures.get_index_mut(*entry));
                if let Some((_, entry)) = entry {
                    entry.add(source_index, source, cohorts, index, observation);
                }
            }
        }
        let mut measures: IndexMap<MeasureKey, MeasureEntry> = measures
            .into_iter()
            .filter(|(_, entry)| !entry.observations.is_empty())
            .map(|(key, entry)| (key, entry.finish()))
            .collect();
        measures.sort_by(|_, a, _, b| a.measure.theme.cmp(&b.measure.theme));
        Self {
            sources: sources.to_vec(),
            cohorts,
            lineages: (0..sources.len()).collect(),
            measures,
        }
    }

    /// The same, knowing which sources are newer returns of which.
    #[must_use]
    pub fn with_successions(mut self, successions: &[Succession]) -> Self {
        self.lineages = refresh::lineages(&self.sources, successions);
        self
    }

    /// Whether two sources are vintages of the same return.
    pub fn is_same_lineage(&self, one: &SourceId, other: &SourceId) -> bool {
        let lineage = |id: &SourceId| {
            let place = self.sources.iter().position(|source| source.id == *id)?;
            self.lineages.get(place)
        };
        lineage(one).is_some_and(|first| lineage(other) == Some(first))
    }

    /// The sources, in the order of their import.
    pub fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty()
    }

    /// The measures with their keys, by theme and then as first met.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = (&MeasureKey, &MeasureEntry)> {
        self.measures.iter()
    }

    /// A measure by its key.
    pub fn entry(&self, key: &MeasureKey) -> Option<&MeasureEntry> {
        self.measures.get(key)
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
        let exact = chosen(&|key, _| key.folded_name == wanted);
        if !exact.is_empty() {
            return exact;
        }
        let last_parts = chosen(&|_, entry| is_last_part(entry));
        if !last_parts.is_empty() {
            return last_parts;
        }
        chosen(&|key, _| words.iter().all(|word| key.folded_name.contains(word)))
    }

    /// The observations of a measure that have a period, in the order of import.
    pub fn observations<'a>(&'a self, entry: &'a MeasureEntry) -> impl Iterator<Item = Found<'a>> {
        entry.observations.iter().filter_map(|located| {
            let index = usize::try_from(located.source).ok()?;
            let source = self.sources.get(index)?;
            let observation = source
                .observations
                .get(usize::try_from(located.observation).ok()?)?;
            let area = match located.area {
                Some(index) => entry.areas.get(usize::try_from(index).ok()?)?.name.as_str(),
                None => "",
            };
            Some(Found {
                source,
                observation,
                area,
                cohort: cohort_of(self.cohorts.get(index)?, observation)?,
                period: *source.period(observation)?,
            })
        })
    }
}

impl MeasureEntry {
    /// How many observations there are.
    pub fn observation_count(&self) -> usize {
        self.observations.len()
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

    /// The areas of a kind.
    pub fn areas_of(&self, kind: AreaKind) -> impl Iterator<Item = &CatalogueArea> {
        self.areas.iter().filter(move |area| area.kind == kind)
    }
}

/// Collects the observations of one measure.
struct EntryBuilder {
    measure: Measure,
    areas: IndexSet<(String, AreaKind)>,
    dimensions: IndexMap<String, IndexSet<String>>,
    periods: IndexMap<Cadence, BTreeSet<PeriodByEnd>>,
    has_everyone: bool,
    observations: Vec<Located>,
    /// What was met last, so that runs of the same indices cost nothing.
    seen: IndexSet<(usize, Option<u32>, u32, Option<u32>)>,
    area_of: IndexMap<(usize, u32), u32>,
}

impl EntryBuilder {
    fn new(measure: Measure) -> Self {
        Self {
            measure,
            areas: IndexSet::new(),
            dimensions: IndexMap::new(),
            periods: IndexMap::new(),
            has_everyone: false,
            observations: Vec::new(),
            seen: IndexSet::new(),
            area_of: IndexMap::new(),
        }
    }

    fn add(
        &mut self,
        source_index: usize,
        source: &Source,
        cohorts: &[Cohort],
        index: usize,
        observation: &Observation,
    ) {
        let area = match (observation.area, source.area(observation)) {
            (Some(area_index), Some(area)) => {
                let areas = &mut self.areas;
                let index = *self
                    .area_of
                    .entry((source_index, area_index))
                    .or_insert_with(|| position(areas.insert_full(area_name(area)).0));
                Some(index)
            }
            _ => None,
        };
        self.observations.push(Located {
            source: position(source_index),
            observation: position(index),
            area,
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
        if let Some(cohort) = cohort_of(cohorts, observation) {
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
    fn finish(self) -> MeasureEntry {
        let mut order: Vec<(usize, &(String, AreaKind))> = self.areas.iter().enumerate().collect();
        order.sort_by_key(|(index, (_, kind))| (*kind, *index));
        let mut new_index = vec![0_u32; order.len()];
        let mut areas = Vec::with_capacity(order.len());
        for (position_in_order, (old, (name, kind))) in order.iter().enumerate() {
            if let Some(slot) = new_index.get_mut(*old) {
                *slot = position(position_in_order);
            }
            let shared = self.areas.iter().filter(|(other, _)| other == name).count() > 1;
            let name = if shared {
                format!("{name} ({})", kind.words())
            } else {
                name.clone()
            };
            areas.push(CatalogueArea { name, kind: *kind });
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
                },
            );
        }
        let observations = self
            .observations
            .into_iter()
            .map(|located| {
                let named = located
                    .area
                    .and_then(|old| usize::try_from(old).ok())
                    .and_then(|old| new_index.get(old))
                    .map(|index| index + u32::from(is_mixed));
                Located {
                    area: named.or(whole),
                    ..located
                }
            })
            .collect();
        MeasureEntry {
            measure: self.measure,
            areas,
            dimensions: self.dimensions,
            periods: self.periods,
            has_everyone: self.has_everyone,
            observations,
        }
    }
}

/// The cohort of an observation among those of its source.
fn cohort_of<'a>(cohorts: &'a [Cohort], observation: &Observation) -> Option<&'a Cohort> {
    cohorts.get(usize::try_from(observation.cohort).ok()?)
}

/// Whether the gazetteer knows what lies in an area.
fn has_known_districts(area: &CatalogueArea) -> bool {
    let gazetteer = crate::data::gazetteer::Gazetteer::built_in();
    gazetteer
        .find_of_kind(&area.name, area.kind)
        .is_some_and(|place| !gazetteer.children(place).is_empty())
}

/// The name and kind under which an area is one: a partnership or an unclassified place that bears a
/// district's name is that district, since such partnerships cover the same ground.
pub(super) fn area_name(area: &Area) -> (String, AreaKind) {
    let kind = match area.kind {
        AreaKind::CommunitySafetyPartnership if is_district_name(&area.name) => AreaKind::District,
        kind => kind,
    };
    (area.name.clone(), kind)
}

/// Whether the gazetteer knows a district of this name.
fn is_district_name(name: &str) -> bool {
    crate::data::gazetteer::Gazetteer::built_in()
        .find_of_kind(name, AreaKind::District)
        .is_some()
}

/// An index as the compact type of the catalogue's tables; a project holds fewer entries than it counts.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
