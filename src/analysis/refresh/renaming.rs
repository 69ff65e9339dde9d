//! Measures that an incoming workbook seems to give under another name. Only a proposal: nothing is matched
//! by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::comparison::Comparison;
use super::kinship::shared;
use super::points::{Numbers, PointKey};
use crate::base::text;
use crate::data::{Measure, Source};
use crate::words::say;

/// So many equal values of one period, area and group are no chance.
const STRONG_EVIDENCE: u32 = 3;
/// The share of the values in common that are equal where a measure was renamed.
const LEAST_SAME: f64 = 0.8;
/// Names this much alike are proposed where no values are in common.
const LEAST_LIKE_NAMES: f64 = 0.6;
/// More measures of one thing with one value than this tell nothing.
const MOST_ALIKE: usize = 8;
/// With more pairs of names than this, names alone are not compared.
const MOST_PAIRS: usize = 40_000;

/// A measure that seems to have been given another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Its name so far.
    pub old_name: String,
    /// Its name in the incoming workbook.
    pub new_name: String,
    /// For how many points both give a value.
    pub points_in_common: u32,
    /// For how many of these it is the same value.
    pub points_alike: u32,
}

impl Renaming {
    /// For reading: “Robbery” looks like “Robbery offences” renamed: 3 of 3 values are the same.
    pub fn words(&self) -> String {
        match self.points_in_common {
            0 => say::RenamedAlike {
                name: &self.new_name,
                before: &self.old_name,
            }
            .say(),
            common => say::RenamedSame {
                name: &self.new_name,
                before: &self.old_name,
                alike: self.points_alike,
                common,
            }
            .say(),
        }
    }
}

/// A measure that only one side has.
struct Candidate<'a> {
    number: u32,
    measure: &'a Measure,
    words: BTreeSet<String>,
}

/// Proposes for measures that are gone those new ones that look like them.
pub(super) fn find(
    incoming: &Source,
    numbers: &Numbers,
    held: &[Arc<Source>],
    numbers_held: &[Numbers],
    comparison: &Comparison,
) -> Vec<Renaming> {
    let known: BTreeSet<u32> = numbers_held
        .iter()
        .flat_map(|numbers| numbers.measures.iter().copied())
        .collect();
    let given: BTreeSet<u32> = numbers.measures.iter().copied().collect();
    let fresh = candidates(std::iter::once((incoming, numbers)), &known);
    let gone = candidates(
        held.iter().map(|source| &**source).zip(numbers_held).rev(),
        &given,
    );
    if fresh.is_empty() || gone.is_empty() {
        return Vec::new();
    }
    let only = |candidates: &[Candidate<'_>]| -> BTreeSet<u32> {
        candidates
            .iter()
            .map(|candidate| candidate.number)
            .collect()
    };
    let (only_gone, only_fresh) = (only(&gone), only(&fresh));
    let values_held = comparison.vanished.iter().filter_map(|at| {
        let (_, observation) = comparison.find(*at)?;
        let key = numbers_held
            .get(usize::try_from(at.vintage).ok()?)?
            .key(observation);
        let is_gone = only_gone.contains(&key.measure);
        is_gone.then(|| Valued::new(key, observation.value?))?
    });
    let values = comparison.new.iter().filter_map(|at| {
        let (_, observation) = comparison.find(*at)?;
        let key = numbers.key(observation);
        let is_fresh = only_fresh.contains(&key.measure);
        is_fresh.then(|| Valued::new(key, observation.value?))?
    });
    let evidence = Evidence::of(values_held.collect(), &values.collect::<Vec<_>>());
    let compares_names = fresh.len().saturating_mul(gone.len()) <= MOST_PAIRS;
    let mut proposals: Vec<Proposal<'_>> = Vec::new();
    for old in &gone {
        for new in &fresh {
            if old.measure.unit == new.measure.unit {
                proposals.extend(Proposal::of(old, new, &evidence, compares_names));
            }
        }
    }
    proposals.sort_by(|one, other| {
        let numbers = |held: &Proposal<'_>| (held.old.number, held.new.number);
        let by_weight = other.weight.total_cmp(&one.weight);
        let by_evidence = by_weight.then(other.alike.cmp(&one.alike));
        by_evidence.then(numbers(one).cmp(&numbers(other)))
    });
    let mut used = BTreeSet::new();
    let mut chosen = Vec::new();
    for proposal in proposals {
        let numbers = [proposal.old.number, proposal.new.number];
        if numbers.iter().any(|number| used.contains(number)) {
            continue;
        }
        used.extend(numbers);
        chosen.push(Renaming {
            old_name: proposal.old.measure.name.clone(),
            new_name: proposal.new.measure.name.clone(),
            points_in_common: proposal.common,
            points_alike: proposal.alike,
        });
    }
    chosen
}

/// Two measures that may be one.
struct Proposal<'a> {
    old: &'a Candidate<'a>,
    new: &'a Candidate<'a>,
    alike: u32,
    common: u32,
    weight: f64,
}

impl<'a> Proposal<'a> {
    /// A proposal, where values or names speak for it.
    fn of(
        old: &'a Candidate<'a>,
        new: &'a Candidate<'a>,
        evidence: &Evidence,
        compares_names: bool,
    ) -> Option<Self> {
        let alike = evidence.alike(old.number, new.number);
        let names = if compares_names {
            shared(&old.words, &new.words)
        } else {
            0.0
        };
        if alike < STRONG_EVIDENCE && names < LEAST_LIKE_NAMES {
            return None;
        }
        let common = evidence.in_common(old.number, new.number);
        let share = if common == 0 {
            0.0
        } else {
            f64::from(alike) / f64::from(common)
        };
        let by_values = alike >= STRONG_EVIDENCE && share >= LEAST_SAME;
        let by_names = names >= LEAST_LIKE_NAMES && (common == 0 || share >= 0.5);
        (by_values || by_names).then_some(Self {
            old,
            new,
            alike,
            common,
            weight: share + names,
        })
    }
}

/// The measures of sources that `others` lacks, each once.
fn candidates<'a>(
    sources: impl Iterator<Item = (&'a Source, &'a Numbers)>,
    others: &BTreeSet<u32>,
) -> Vec<Candidate<'a>> {
    let mut seen = others.clone();
    let mut candidates = Vec::new();
    for (source, numbers) in sources {
        for (measure, number) in source.measures.iter().zip(&numbers.measures) {
            if seen.insert(*number) {
                let folded = text::fold(&measure.name);
                candidates.push(Candidate {
                    number: *number,
                    measure,
                    words: folded.split(' ').map(str::to_owned).collect(),
                });
            }
        }
    }
    candidates
}

/// A value for one thing, by a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Valued {
    /// What it is of, but for the measure.
    point: PointKey,
    value_bits: u64,
    measure: u32,
}

impl Valued {
    /// Noughts are no evidence: what is rare is alike.
    fn new(key: PointKey, value: f64) -> Option<Self> {
        (value != 0.0).then_some(Self {
            point: PointKey { measure: 0, ..key },
            value_bits: value.to_bits(),
            measure: key.measure,
        })
    }
}

/// For how many points two measures give the same value, and for how many both give one.
struct Evidence {
    alike: BTreeMap<(u32, u32), u32>,
    /// The points of each measure, in order.
    points_held: BTreeMap<u32, Vec<PointKey>>,
    points: BTreeMap<u32, Vec<PointKey>>,
}

impl Evidence {
    fn of(mut held: Vec<Valued>, incoming: &[Valued]) -> Self {
        held.sort_unstable();
        let mut alike: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for new in incoming {
            let what = |valued: &Valued| (valued.point, valued.value_bits);
            let from = held.partition_point(|old| what(old) < what(new));
            let same = held.iter().skip(from).take(MOST_ALIKE);
            for old in same.take_while(|old| what(old) == what(new)) {
                *alike.entry((old.measure, new.measure)).or_default() += 1;
            }
        }
        Self {
            alike,
            points_held: points(&held),
            points: points(incoming),
        }
    }

    /// For how many points they give the same value.
    fn alike(&self, old: u32, new: u32) -> u32 {
        self.alike.get(&(old, new)).copied().unwrap_or(0)
    }

    /// For how many points both give a value.
    fn in_common(&self, old: u32, new: u32) -> u32 {
        let (Some(held), Some(given)) = (self.points_held.get(&old), self.points.get(&new)) else {
            return 0;
        };
        let is_given = |point: &&PointKey| given.binary_search(point).is_ok();
        u32::try_from(held.iter().filter(is_given).count()).unwrap_or(u32::MAX)
    }
}

/// The points of each measure, in order.
fn points(valued: &[Valued]) -> BTreeMap<u32, Vec<PointKey>> {
    let mut points: BTreeMap<u32, Vec<PointKey>> = BTreeMap::new();
    for held in valued {
        points.entry(held.measure).or_default().push(held.point);
    }
    for points in points.values_mut() {
        points.sort_unstable();
        points.dedup();
    }
    points
}
