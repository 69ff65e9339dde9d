//! What the peers of an area have on average (statistical specification 5.5): each counted once, or each by
//! its people or its respondents; and what the area has beyond that.

use super::catalogue::{Catalogue, MeasureEntry};
use super::districts::{DistrictsAnswer, Ranking};
use super::estimate::{Estimate, Precision};
use super::shown_as::Population;
use crate::data::Unit;
use crate::stats::peers;

/// The mean of an area's peers in the period of the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeersMean {
    /// Every area counted once.
    pub simple: f64,
    /// Every area by its size, where all sizes are known.
    pub weighted: Option<(f64, PeersWeight)>,
    /// How many areas it is of.
    pub areas: usize,
    /// Whether the own area is left out.
    pub is_of_others: bool,
}

/// By what areas count in a weighted mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeersWeight {
    /// Their unweighted numbers of respondents.
    Respondents,
    /// Their people.
    People,
}

/// How much an area has beyond what it would have at its peers' rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Excess {
    /// Its rate less the simple mean of its peers, in the unit of the rate.
    pub rate: f64,
    /// The events that this comes to among its people; negative where it has fewer.
    pub events: f64,
}

impl PeersMean {
    /// The mean that is wanted: the weighted one where it is and there is one.
    pub fn wanted(&self, is_weighted: bool) -> f64 {
        let weighted = self.weighted.filter(|_| is_weighted);
        weighted.map_or(self.simple, |(mean, _)| mean)
    }
}

impl DistrictsAnswer {
    /// The mean of the ranked areas other than the own; of all where no area is the own. `None` where
    /// nothing is ranked, or there is no other.
    pub fn peers_mean(&self, own: Option<usize>) -> Option<PeersMean> {
        let peers: Vec<(usize, &Estimate)> = (0..self.districts.len())
            .filter(|district| Some(*district) != own)
            .filter_map(|district| Some((district, self.ranked_value(district)?)))
            .collect();
        let values: Vec<f64> = peers.iter().map(|(_, estimate)| estimate.value).collect();
        let (weights, weight): (Option<Vec<f64>>, PeersWeight) = match self.trend.measure.unit {
            Unit::Percent => {
                let bases = peers.iter().map(|(_, estimate)| estimate.unweighted_base);
                (bases.collect(), PeersWeight::Respondents)
            }
            Unit::Per1000 | Unit::Per100000 => {
                let people = peers.iter().map(|(district, _)| self.people_of(*district));
                (people.collect(), PeersWeight::People)
            }
            _ => (None, PeersWeight::People),
        };
        let weighted = weights.and_then(|weights| weighted_mean(&values, &weights));
        Some(PeersMean {
            simple: peers::mean_of_all(&values)?,
            weighted: weighted.map(|mean| (mean, weight)),
            areas: values.len(),
            is_of_others: own.is_some(),
        })
    }

    /// What an area has beyond its peers' mean; `None` where its value is no rate or its people are unknown.
    pub fn excess(&self, own: usize) -> Option<Excess> {
        let per = match self.trend.measure.unit {
            Unit::Per1000 => 1_000.0,
            Unit::Per100000 => 100_000.0,
            _ => return None,
        };
        let (rate, people) = (self.ranked_value(own)?.value, self.people_of(own)?);
        let mean = self.peers_mean(Some(own))?.simple;
        Some(Excess {
            rate: rate - mean,
            events: peers::excess_events(rate, mean, people, per),
        })
    }

    /// The people of an area in the period of the ranking: those of its rate, else those that the
    /// workbooks know.
    fn people_of(&self, district: usize) -> Option<f64> {
        match self.ranked_value(district)?.precision {
            Precision::Rate { people, .. } => Some(people),
            _ => self.districts.get(district)?.people,
        }
    }

    /// Looks up the people of the areas of rates.
    pub(super) fn know_people(&mut self, catalogue: &Catalogue, entry: &MeasureEntry) {
        let Ranking::ByValue { period, .. } = self.ranking else {
            return;
        };
        let is_rate = matches!(self.trend.measure.unit, Unit::Per1000 | Unit::Per100000);
        let Some(period) = self.trend.periods.get(period).filter(|_| is_rate).copied() else {
            return;
        };
        let Some(population) = Population::of(catalogue, entry) else {
            return;
        };
        let areas: Vec<String> = self.lines().map(|line| line.key.area.clone()).collect();
        for (district, area) in self.districts.iter_mut().zip(areas) {
            district.people = population.people_during(&area, &period);
        }
    }
}

fn weighted_mean(values: &[f64], weights: &[f64]) -> Option<f64> {
    let total: f64 = weights.iter().sum();
    let products = values
        .iter()
        .zip(weights)
        .map(|(value, weight)| value * weight);
    (total > 0.0).then(|| products.sum::<f64>() / total)
}
