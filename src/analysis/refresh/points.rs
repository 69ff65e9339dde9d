//! What an observation is, whatever cell it stands in: the same measure, area, cohort and period have the
//! same numbers in every source, so that a million observations are compared as numbers.

use std::collections::HashMap;
use std::hash::Hash;

use jiff::civil::Date;

use crate::analysis::MeasureKey;
use crate::analysis::dictionary::AreaKey;
use crate::data::{Cohort, Observation, Source};

/// What an observation is. Nought for an area or a period that the source does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PointKey {
    pub measure: u32,
    pub area: u32,
    pub cohort: u32,
    pub period: u32,
}

/// The numbers of everything that several sources name.
#[derive(Debug, Default)]
pub(super) struct Names {
    measures: HashMap<MeasureKey, u32>,
    areas: HashMap<AreaKey, u32>,
    cohorts: HashMap<Cohort, u32>,
    periods: HashMap<(Date, Date), u32>,
}

/// The numbers of the entries of one source's tables.
#[derive(Debug)]
pub(super) struct Numbers {
    pub measures: Vec<u32>,
    areas: Vec<u32>,
    cohorts: Vec<u32>,
    pub periods: Vec<u32>,
}

impl Names {
    /// The numbers of one source's entries; what is met for the first time gets the next.
    pub fn of(&mut self, source: &Source) -> Numbers {
        let measures = source.measures.iter().map(MeasureKey::of);
        let areas = source.areas.iter().map(AreaKey::of);
        let cohorts = source.cohorts.iter().map(Cohort::without_totals);
        let periods = source
            .periods
            .iter()
            .map(|period| (period.start, period.end));
        Numbers {
            measures: measures
                .map(|key| number_of(&mut self.measures, key))
                .collect(),
            areas: areas.map(|key| number_of(&mut self.areas, key)).collect(),
            cohorts: cohorts
                .map(|key| number_of(&mut self.cohorts, key))
                .collect(),
            periods: periods
                .map(|key| number_of(&mut self.periods, key))
                .collect(),
        }
    }
}

impl Numbers {
    /// What an observation of the source is.
    pub fn key(&self, observation: &Observation) -> PointKey {
        let optional =
            |table: &[u32], index: Option<u32>| index.map_or(0, |index| entry(table, index));
        PointKey {
            measure: entry(&self.measures, observation.measure),
            area: optional(&self.areas, observation.area),
            cohort: entry(&self.cohorts, observation.cohort),
            period: optional(&self.periods, observation.period),
        }
    }
}

/// The number of an entry, from 1 on.
fn number_of<K: Hash + Eq>(numbers: &mut HashMap<K, u32>, key: K) -> u32 {
    let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
    *numbers.entry(key).or_insert(next)
}

fn entry(table: &[u32], index: u32) -> u32 {
    let found = usize::try_from(index)
        .ok()
        .and_then(|index| table.get(index));
    found.copied().unwrap_or(0)
}
