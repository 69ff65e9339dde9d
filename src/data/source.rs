//! A workbook that was imported: where it came from, and what was read from it.

use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use super::area::Area;
use super::assessment::Assessment;
use super::cell::{CellRef, SheetIndex};
use super::cohort::Cohort;
use super::gazetteer::Place;
use super::measure::Measure;
use super::observation::Observation;
use super::period::Period;
use super::printed::PrintedFigure;
use super::series_break::NotedBreak;
use super::survey::Survey;
use super::target::Target;

/// The fingerprint of a source's bytes: BLAKE3, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(pub Arc<str>);

impl SourceId {
    /// The fingerprint of a file's bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).to_hex().as_str().into())
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A workbook or CSV file as it was read once; never changed afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The fingerprint of the file.
    pub id: SourceId,
    /// The file's name without its folder.
    pub file_name: String,
    /// The day it was imported.
    pub imported_on: jiff::civil::Date,
    /// What the workbook says it is, first title found; may be empty.
    pub title: String,
    /// Who published it, where it says so.
    pub publisher: Option<String>,
    /// Whether the workbook calls its figures illustrative.
    pub is_illustrative: bool,
    /// The names of its sheets, all of them, in order.
    pub sheets: Vec<String>,
    /// The measures, each once.
    pub measures: Vec<Measure>,
    /// The areas, each once.
    pub areas: Vec<Area>,
    /// The cohorts, each once.
    pub cohorts: Vec<Cohort>,
    /// The periods, each once.
    pub periods: Vec<Period>,
    /// Notes that observations refer to.
    pub notes: Vec<String>,
    /// The values, by sheet, row and column.
    #[serde(with = "super::packed_observations")]
    pub observations: Vec<Observation>,
    /// The surveys that were read respondent by respondent; their weighted percentages are among the values.
    pub surveys: Vec<Arc<Survey>>,
    /// The targets, by sheet and row.
    pub targets: Vec<Target>,
    /// The judgements of priorities, by sheet and row.
    pub assessments: Vec<Assessment>,
    /// The places that its lists of codes and names hold, by which other workbooks' places are known.
    pub places: Vec<Place>,
    /// The changes, shares and totals that the sender printed, as far as it is known what they rest on, by cell.
    pub printed: Vec<PrintedFigure>,
    /// The breaks in series that its notes tell of, by cell.
    pub breaks: Vec<NotedBreak>,
    /// How many findings of the reading wait for somebody's eye.
    pub open_findings: u32,
}

impl Source {
    /// The measure of an observation of this source.
    pub fn measure(&self, observation: &Observation) -> Option<&Measure> {
        self.measures
            .get(usize::try_from(observation.measure).ok()?)
    }

    /// The area of an observation of this source.
    pub fn area(&self, observation: &Observation) -> Option<&Area> {
        self.areas.get(usize::try_from(observation.area?).ok()?)
    }

    /// The cohort of an observation of this source.
    pub fn cohort(&self, observation: &Observation) -> Option<&Cohort> {
        self.cohorts.get(usize::try_from(observation.cohort).ok()?)
    }

    /// The period of an observation of this source.
    pub fn period(&self, observation: &Observation) -> Option<&Period> {
        self.periods.get(usize::try_from(observation.period?).ok()?)
    }

    /// The note of an observation of this source.
    pub fn note(&self, observation: &Observation) -> Option<&str> {
        self.notes
            .get(usize::try_from(observation.note?).ok()?)
            .map(String::as_str)
    }

    /// The name of a sheet; empty for a CSV file, which has none.
    pub fn sheet_name(&self, sheet: SheetIndex) -> &str {
        self.sheets
            .get(usize::from(sheet.0))
            .map_or("", String::as_str)
    }

    /// Where a cell is, for reading: `Police return.xlsx › Table 3 › B5`.
    pub fn describe_cell(&self, cell: CellRef) -> String {
        match self.sheet_name(cell.sheet) {
            "" => format!("{} › {cell}", self.file_name),
            sheet => format!("{} › {sheet} › {cell}", self.file_name),
        }
    }
}

/// Collects what is read from a workbook; gives each measure, area, cohort, period and note its index.
#[derive(Debug, Default)]
pub struct SourceBuilder {
    measures: IndexSet<Measure>,
    areas: IndexSet<Area>,
    cohorts: IndexSet<Cohort>,
    periods: IndexSet<Period>,
    notes: IndexSet<String>,
    observations: Vec<Observation>,
    surveys: Vec<Arc<Survey>>,
}

impl SourceBuilder {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What a source holds, to which more is added.
    pub fn of(source: &Source) -> Self {
        Self {
            measures: source.measures.iter().cloned().collect(),
            areas: source.areas.iter().cloned().collect(),
            cohorts: source.cohorts.iter().cloned().collect(),
            periods: source.periods.iter().copied().collect(),
            notes: source.notes.iter().cloned().collect(),
            observations: source.observations.clone(),
            surveys: source.surveys.clone(),
        }
    }

    /// The source of which it was made, with what was added, after what was there.
    pub fn beside(self, source: &Source) -> Source {
        Source {
            measures: self.measures.into_iter().collect(),
            areas: self.areas.into_iter().collect(),
            cohorts: self.cohorts.into_iter().collect(),
            periods: self.periods.into_iter().collect(),
            notes: self.notes.into_iter().collect(),
            observations: self.observations,
            surveys: self.surveys,
            targets: source.targets.clone(),
            assessments: source.assessments.clone(),
            places: source.places.clone(),
            printed: source.printed.clone(),
            breaks: source.breaks.clone(),
            id: source.id.clone(),
            file_name: source.file_name.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            sheets: source.sheets.clone(),
            ..*source
        }
    }

    /// The index of a measure.
    pub fn measure(&mut self, measure: Measure) -> u32 {
        index_of(&mut self.measures, measure)
    }

    /// The index of an area.
    pub fn area(&mut self, area: Area) -> u32 {
        index_of(&mut self.areas, area)
    }

    /// The index of a cohort.
    pub fn cohort(&mut self, cohort: Cohort) -> u32 {
        index_of(&mut self.cohorts, cohort)
    }

    /// The index of a period.
    pub fn period(&mut self, period: Period) -> u32 {
        index_of(&mut self.periods, period)
    }

    /// The index of a note.
    pub fn note(&mut self, note: String) -> u32 {
        index_of(&mut self.notes, note)
    }

    /// Adds a value; its indices are those that this builder gave.
    pub fn push(&mut self, observation: Observation) {
        self.observations.push(observation);
    }

    /// Adds a survey and the percentages that follow from it; gives how many they are.
    pub fn survey(&mut self, survey: Survey) -> usize {
        let values = survey.tabulate(self);
        self.surveys.push(Arc::new(survey));
        values
    }

    /// Adds many values at once; taken over as they are where there are none yet.
    pub fn append(&mut self, mut observations: Vec<Observation>) {
        if self.observations.is_empty() {
            self.observations = observations;
        } else {
            self.observations.append(&mut observations);
        }
    }

    /// Takes over the measures, areas, cohorts, periods and notes of another builder, and says where they
    /// went; its values are added, with their new indices.
    pub fn absorb(&mut self, other: Self) -> Moved {
        let moved = Moved {
            measures: other
                .measures
                .into_iter()
                .map(|entry| self.measure(entry))
                .collect(),
            areas: other
                .areas
                .into_iter()
                .map(|entry| self.area(entry))
                .collect(),
            cohorts: other
                .cohorts
                .into_iter()
                .map(|entry| self.cohort(entry))
                .collect(),
            periods: other
                .periods
                .into_iter()
                .map(|entry| self.period(entry))
                .collect(),
            notes: other
                .notes
                .into_iter()
                .map(|entry| self.note(entry))
                .collect(),
        };
        let mut observations = other.observations;
        if !moved.is_nowhere() {
            for observation in &mut observations {
                moved.apply(observation);
            }
        }
        self.append(observations);
        self.surveys.extend(other.surveys);
        moved
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.observations.len()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.observations.is_empty()
    }

    /// The source, its values in the order of their cells.
    pub fn build(
        self,
        id: SourceId,
        file_name: String,
        imported_on: jiff::civil::Date,
        sheets: Vec<String>,
    ) -> Source {
        let mut observations = self.observations;
        observations.sort_by_key(|observation| observation.cell);
        Source {
            id,
            file_name,
            imported_on,
            title: String::new(),
            publisher: None,
            is_illustrative: false,
            sheets,
            measures: self.measures.into_iter().collect(),
            areas: self.areas.into_iter().collect(),
            cohorts: self.cohorts.into_iter().collect(),
            periods: self.periods.into_iter().collect(),
            notes: self.notes.into_iter().collect(),
            observations,
            surveys: self.surveys,
            targets: Vec::new(),
            assessments: Vec::new(),
            places: Vec::new(),
            printed: Vec::new(),
            breaks: Vec::new(),
            open_findings: 0,
        }
    }
}

/// Where the entries of one builder went in another.
#[derive(Debug)]
pub struct Moved {
    measures: Vec<u32>,
    areas: Vec<u32>,
    cohorts: Vec<u32>,
    periods: Vec<u32>,
    notes: Vec<u32>,
}

impl Moved {
    /// The new index of an area.
    pub fn area(&self, index: u32) -> u32 {
        entry(&self.areas, index)
    }

    /// The new index of a period.
    pub fn period(&self, index: u32) -> u32 {
        entry(&self.periods, index)
    }

    /// Whether every entry has the index that it had.
    fn is_nowhere(&self) -> bool {
        [
            &self.measures,
            &self.areas,
            &self.cohorts,
            &self.periods,
            &self.notes,
        ]
        .into_iter()
        .all(|table| (0..).zip(table).all(|(old, new)| old == *new))
    }

    /// Gives an observation its new indices.
    pub fn apply(&self, observation: &mut Observation) {
        observation.measure = entry(&self.measures, observation.measure);
        observation.area = observation.area.map(|index| self.area(index));
        observation.cohort = entry(&self.cohorts, observation.cohort);
        observation.period = observation.period.map(|index| self.period(index));
        observation.note = observation.note.map(|index| entry(&self.notes, index));
    }
}

/// An entry of a table of indices.
fn entry(table: &[u32], index: u32) -> u32 {
    let found = usize::try_from(index)
        .ok()
        .and_then(|index| table.get(index));
    found.copied().unwrap_or(u32::MAX)
}

/// The index of an entry, which is added where it is new. A workbook has fewer cells than `u32` counts.
fn index_of<T: Hash + Eq>(set: &mut IndexSet<T>, entry: T) -> u32 {
    let (index, _) = set.insert_full(entry);
    u32::try_from(index).unwrap_or(u32::MAX)
}
