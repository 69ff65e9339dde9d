//! What successive returns gave for one point of a line: which value was first published, which was revised.

use super::catalogue::Catalogue;
use super::estimate::{Estimate, Outcome};
use super::refresh::revision;
use super::trend::TrendPoint;
use crate::data::{Status, Unit};
use crate::stats::base_policy::BaseTreatment;

impl TrendPoint {
    /// A point that only one source gives.
    pub const fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            vintages: Vec::new(),
        }
    }

    /// The values from which this one was revised, the first published first; empty where nobody revised it.
    pub fn revised_from(&self) -> &[Estimate] {
        self.vintages
            .split_last()
            .map_or(&[], |(_, earlier)| earlier)
    }

    /// The values so far, once another source gives the point.
    pub(super) fn into_vintages(self) -> Vec<Estimate> {
        let mut vintages = self.vintages;
        if let Outcome::Given(estimate) = self.outcome {
            vintages.push(estimate);
        }
        vintages
    }

    /// Once all sources have been gone through: keeps of the values before those of earlier vintages of the
    /// same return, each where it was first given, and names another workbook's that disagrees.
    pub(super) fn settle(&mut self, catalogue: &Catalogue, unit: Unit) {
        if self.vintages.is_empty() {
            return;
        }
        let earlier = std::mem::take(&mut self.vintages);
        let Outcome::Given(current) = &mut self.outcome else {
            return;
        };
        let (own, others): (Vec<Estimate>, Vec<Estimate>) =
            earlier.into_iter().partition(|estimate| {
                catalogue.is_same_lineage(
                    &estimate.provenance.source.id,
                    &current.provenance.source.id,
                )
            });
        let disagreeing = others
            .iter()
            .rev()
            .filter(|other| other.status != Status::Suppressed)
            .filter(|other| other.treatment(unit) != BaseTreatment::Withheld)
            .find(|other| !revision::agree(other.value, current.value));
        if let (None, Some(other)) = (&current.note, disagreeing) {
            current.note = Some(format!(
                "{} gives {} for the same point",
                other.provenance.describe(),
                unit.format(other.value)
            ));
        }
        let current = current.clone();
        for estimate in own.into_iter().chain([current]) {
            let is_other = self
                .vintages
                .last()
                .is_none_or(|last| !revision::agree(last.value, estimate.value));
            if is_other {
                self.vintages.push(estimate);
            }
        }
        if self.vintages.len() < 2 {
            self.vintages.clear();
        }
    }
}
