//! Which weight is of which offence: by the names by which the project knows the offence, else by the ways in
//! which the same is written. Where two different weights might be meant, none is taken.

use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::analysis::dictionary::signature;
use crate::base::text::fold;
use crate::data::{HarmWeight, HarmWeights, Unit};

/// How a weight was matched with an offence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MatchedBy {
    /// By one of the names of the offence.
    Name,
    /// By the ways in which the same is written.
    Wording,
}

/// A weight of an offence.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightMatch {
    /// The weight.
    pub weight: HarmWeight,
    /// How it was found.
    pub by: MatchedBy,
}

/// What became of a set of weights among the offences of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeightsReport {
    /// The offences with a weight, by their names in the project.
    pub matched: Vec<String>,
    /// Those that the workbook writes otherwise: the name there, the name in the project.
    pub otherwise: Vec<(String, String)>,
    /// The weights for which the project has no offence.
    pub unused: Vec<String>,
    /// The offences of the project, counted somewhere, without a weight.
    pub without: Vec<String>,
}

/// A set of weights with the names by which they are found, folded and taken down to their wording once.
pub(super) struct KnownWeights<'a> {
    weights: &'a HarmWeights,
    folded: Vec<String>,
    signatures: Vec<String>,
}

impl<'a> KnownWeights<'a> {
    pub fn of(weights: &'a HarmWeights) -> Self {
        let names = || weights.weights.iter().map(|held| held.offence.as_str());
        Self {
            weights,
            folded: names().map(fold).collect(),
            signatures: names().map(signature).collect(),
        }
    }

    /// The weight of an offence that goes by some names; `None` where there is none, or where two that differ
    /// fit equally well.
    pub fn weight_of(&self, names: &[&str]) -> Option<WeightMatch> {
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        if let Some(weight) = the_one(self.called(&self.folded, &folded)) {
            return Some(WeightMatch {
                weight,
                by: MatchedBy::Name,
            });
        }
        let mut signatures: Vec<String> = names.iter().map(|name| signature(name)).collect();
        signatures.retain(|signature| !signature.is_empty());
        the_one(self.called(&self.signatures, &signatures)).map(|weight| WeightMatch {
            weight,
            by: MatchedBy::Wording,
        })
    }

    /// The weights of which one form of the name is among some.
    fn called<'b>(
        &'b self,
        forms: &'b [String],
        wanted: &'b [String],
    ) -> impl Iterator<Item = &'b HarmWeight> {
        let all = self.weights.weights.iter().zip(forms);
        all.filter(|(_, form)| wanted.contains(form))
            .map(|(held, _)| held)
    }
}

/// The only one, or the first of several that weigh the same.
fn the_one<'a>(mut found: impl Iterator<Item = &'a HarmWeight>) -> Option<HarmWeight> {
    let first = found.next()?;
    found
        .all(|other| (other.weight - first.weight).abs() <= f64::EPSILON)
        .then(|| first.clone())
}

/// The names of an offence: as its table writes it, without the title before it, and those by which the project
/// knows it.
pub(super) fn names_of<'a>(entry: &'a MeasureEntry, row: &'a str) -> Vec<&'a str> {
    let mut names = vec![row, entry.measure.name.as_str()];
    let last = entry.measure.name.rsplit([':', '›']).next();
    names.extend(last.map(str::trim));
    names.extend(entry.names.folded.iter().map(String::as_str));
    names
}

/// Whether two names are of the same, by the ways in which the same is written.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    if fold(one) == fold(other) {
        return true;
    }
    let (one, other) = (signature(one), signature(other));
    !one.is_empty() && one == other
}

/// What becomes of a set of weights among the counted offences of a project.
pub fn weights_report(catalogue: &Catalogue, weights: &HarmWeights) -> WeightsReport {
    let mut report = WeightsReport::default();
    let mut used: Vec<&str> = Vec::new();
    let known = KnownWeights::of(weights);
    for (key, entry) in catalogue.measures() {
        if key.unit != Unit::Count {
            continue;
        }
        let names = names_of(entry, &entry.measure.name);
        let name = entry.measure.name.clone();
        let Some(found) = known.weight_of(&names) else {
            report.without.push(name);
            continue;
        };
        let held = weights
            .weights
            .iter()
            .find(|held| held.offence == found.weight.offence);
        used.extend(held.map(|held| held.offence.as_str()));
        if found.by == MatchedBy::Wording {
            let pair = (found.weight.offence.clone(), name.clone());
            report.otherwise.push(pair);
        }
        report.matched.push(name);
    }
    let unused = weights.weights.iter();
    let unused = unused.filter(|held| !used.contains(&held.offence.as_str()));
    report.unused = unused.map(|held| held.offence.clone()).collect();
    report
}
