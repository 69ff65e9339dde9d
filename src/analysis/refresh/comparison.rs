//! An incoming workbook against the vintages of it that a project holds: new, unchanged, revised, vanished.
//! Observations are matched by what they are, not by the cell they stand in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::kinship::{self, Place};
use super::points::{Names, Numbers, PointKey};
use super::renaming::{self, Renaming};
use super::revision::{Difference, RevisionKind};
use super::succession::Succession;
use crate::analysis::Cadence;
use crate::data::{Observation, Period, Source};

/// Where an incoming workbook stands among those that a project holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// No other is of its kind.
    FirstOfItsKind,
    /// It comes after all others of its kind.
    Later,
    /// One that the project holds reaches further in time, and counts where both give a value.
    Earlier,
    /// The same bytes are there already and will be replaced.
    SameFile,
}

/// An observation of one of the vintages of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// The place among the comparison's vintages.
    pub vintage: u32,
    /// The place among the observations of that source.
    pub observation: u32,
}

/// The same thing in two vintages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// In the earlier vintage.
    pub old: At,
    /// In the later one.
    pub new: At,
}

/// Something that two vintages give differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Revised {
    /// Where it is given.
    pub pair: Pair,
    /// What became of it.
    pub kind: RevisionKind,
}

/// An incoming workbook against what a project holds. New, unchanged and revised together are all of the
/// incoming observations.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Where the incoming workbook stands.
    pub standing: Standing,
    /// The vintages: those held, the oldest first, and last the incoming one.
    pub vintages: Vec<Arc<Source>>,
    /// The place among the vintages of the one that the incoming workbook directly follows, or precedes
    /// where it is an earlier one; `None` where it is the first of its kind.
    pub against: Option<usize>,
    /// What no vintage has given before, and values where so far only a reason stood why there is none.
    pub new: Vec<At>,
    /// What the vintages give alike.
    pub unchanged: Vec<Pair>,
    /// What they give differently.
    pub revised: Vec<Revised>,
    /// What is given so far and not by the incoming workbook, though it covers the period.
    pub vanished: Vec<At>,
    /// How many values of periods that the incoming workbook no longer covers stay as they are.
    pub kept: usize,
    /// Measures that seem to have been given another name.
    pub renamed: Vec<Renaming>,
}

impl Comparison {
    /// Compares an incoming source with those that a project holds.
    pub fn of(incoming: &Arc<Source>, sources: &[Arc<Source>], successions: &[Succession]) -> Self {
        let same = sources.iter().find(|held| held.id == incoming.id);
        let (standing, mut vintages, against, position) = if let Some(same) = same {
            (Standing::SameFile, vec![same.clone()], Some(0), 1)
        } else {
            let Place { chain, position } = kinship::place(sources, successions, incoming);
            let vintages: Vec<Arc<Source>> = chain
                .iter()
                .filter_map(|place| sources.get(*place).cloned())
                .collect();
            match (vintages.len(), position) {
                (0, _) => (Standing::FirstOfItsKind, vintages, None, 0),
                (held, position) if position >= held => {
                    (Standing::Later, vintages, Some(held - 1), position)
                }
                (_, position) => (Standing::Earlier, vintages, Some(position), position),
            }
        };
        vintages.push(incoming.clone());
        let mut comparison = Self {
            standing,
            vintages,
            against,
            new: Vec::new(),
            unchanged: Vec::new(),
            revised: Vec::new(),
            vanished: Vec::new(),
            kept: 0,
            renamed: Vec::new(),
        };
        comparison.fill(position);
        comparison
    }

    /// The incoming workbook.
    pub fn incoming(&self) -> Option<&Arc<Source>> {
        self.vintages.last()
    }

    /// The vintage that the incoming workbook directly follows or precedes.
    pub fn neighbour(&self) -> Option<&Arc<Source>> {
        self.vintages.get(self.against?)
    }

    /// The source of an observation.
    pub fn source(&self, at: At) -> Option<&Arc<Source>> {
        self.vintages.get(usize::try_from(at.vintage).ok()?)
    }

    /// An observation with its source.
    pub fn find(&self, at: At) -> Option<(&Arc<Source>, &Observation)> {
        let source = self.source(at)?;
        let index = usize::try_from(at.observation).ok()?;
        Some((source, source.observations.get(index)?))
    }

    /// By how much a value was revised; `None` where either has none.
    pub fn difference(&self, pair: Pair) -> Option<Difference> {
        let (_, old) = self.find(pair.old)?;
        let (source, new) = self.find(pair.new)?;
        let unit = source.measure(new)?.unit;
        Some(Difference::between(unit, old.value?, new.value?))
    }

    /// Sorts the observations into the lists; the incoming vintage stands at `position` among those held.
    fn fill(&mut self, position: usize) {
        let Some((incoming, held)) = self.vintages.split_last() else {
            return;
        };
        let (incoming, held) = (incoming.clone(), held.to_vec());
        let mut names = Names::default();
        let numbers_held: Vec<Numbers> = held.iter().map(|source| names.of(source)).collect();
        let numbers = names.of(&incoming);
        let keyed = sorted(std::iter::once((held.len(), &*incoming, &numbers)));
        // The newest first, so that what counts so far leads its group.
        let keyed_held = sorted(
            held.iter()
                .zip(&numbers_held)
                .enumerate()
                .map(|(vintage, (source, numbers))| (vintage, &**source, numbers)),
        );
        let missed = missed_periods(&incoming, &held);
        let mut rest = keyed_held.as_slice();
        for group in keyed.chunk_by(|one, other| one.key == other.key) {
            let Some(key) = group.first().map(|first| first.key) else {
                continue;
            };
            let before = rest.partition_point(|entry| entry.key < key);
            let (gone, later) = rest.split_at(before);
            self.part_with(gone, &missed);
            let same = later.partition_point(|entry| entry.key == key);
            let (same, later) = later.split_at(same);
            self.match_up(group, what_counts(same), position);
            rest = later;
        }
        self.part_with(rest, &missed);
        if self.standing == Standing::Later {
            self.renamed = renaming::find(&incoming, &numbers, &held, &numbers_held, self);
        }
        for list in [&mut self.new, &mut self.vanished] {
            list.sort_unstable_by_key(|at| (at.vintage, at.observation));
        }
        let by_cell = |pair: &Pair| (pair.new.vintage, pair.new.observation, pair.old.observation);
        self.unchanged.sort_unstable_by_key(by_cell);
        self.revised
            .sort_unstable_by_key(|revised| by_cell(&revised.pair));
    }

    /// Takes note of what is held and not given any more.
    fn part_with(&mut self, gone: &[Entry], missed: &[Vec<bool>]) {
        for group in gone.chunk_by(|one, other| one.key == other.key) {
            for entry in what_counts(group) {
                let Some((_, observation)) = self.find(entry.at) else {
                    continue;
                };
                let is_missed = |period: u32| {
                    let of_vintage = missed.get(usize::try_from(entry.at.vintage).ok()?)?;
                    of_vintage.get(usize::try_from(period).ok()?).copied()
                };
                let is_covered = observation
                    .period
                    .is_none_or(|period| is_missed(period).unwrap_or(true));
                let can_vanish = matches!(self.standing, Standing::Later | Standing::SameFile);
                if can_vanish && is_covered {
                    self.vanished.push(entry.at);
                } else {
                    self.kept += 1;
                }
            }
        }
    }

    /// Matches what the incoming vintage gives for one thing with what counts of it so far. Where either
    /// gives it in several cells, equal values belong together and the others follow their order.
    fn match_up(&mut self, incoming: &[Entry], held: &[Entry], position: usize) {
        if let ([incoming], [held]) = (incoming, held) {
            self.put(incoming.at, held.at, position);
            return;
        }
        let value = |entry: &Entry| {
            let value = self.find(entry.at).and_then(|(_, held)| held.value);
            value.unwrap_or(f64::NAN)
        };
        let by_value = |entries: &[Entry]| {
            let mut sorted: Vec<(f64, At)> = entries
                .iter()
                .map(|entry| (value(entry), entry.at))
                .collect();
            sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
            sorted
        };
        let (one, other) = (by_value(incoming), by_value(held));
        let (mut i, mut j) = (0, 0);
        let (mut equal, mut left, mut left_held) = (Vec::new(), Vec::new(), Vec::new());
        while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
            match a.0.total_cmp(&b.0) {
                std::cmp::Ordering::Equal => {
                    equal.push((a.1, b.1));
                    i += 1;
                    j += 1;
                }
                std::cmp::Ordering::Less => {
                    left.push(a.1);
                    i += 1;
                }
                std::cmp::Ordering::Greater => {
                    left_held.push(b.1);
                    j += 1;
                }
            }
        }
        left.extend(one.iter().skip(i).map(|(_, at)| *at));
        left_held.extend(other.iter().skip(j).map(|(_, at)| *at));
        left.sort_unstable_by_key(|at| at.observation);
        left_held.sort_unstable_by_key(|at| at.observation);
        for (incoming, held) in equal
            .into_iter()
            .chain(left.iter().copied().zip(left_held.iter().copied()))
        {
            self.put(incoming, held, position);
        }
        self.new.extend(left.iter().skip(left_held.len()));
        self.vanished.extend(left_held.iter().skip(left.len()));
    }

    /// Puts something that is given twice on its list.
    fn put(&mut self, incoming: At, held: At, position: usize) {
        let is_newer = usize::try_from(held.vintage).is_ok_and(|vintage| vintage < position);
        let pair = if is_newer {
            Pair {
                old: held,
                new: incoming,
            }
        } else {
            Pair {
                old: incoming,
                new: held,
            }
        };
        let (Some((_, old)), Some((_, new))) = (self.find(pair.old), self.find(pair.new)) else {
            return;
        };
        if old.value.is_none() && new.value.is_some() && is_newer {
            self.new.push(incoming);
            return;
        }
        match RevisionKind::between(old, new) {
            Some(kind) => self.revised.push(Revised { pair, kind }),
            None => self.unchanged.push(pair),
        }
    }
}

/// An observation with what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub key: PointKey,
    pub at: At,
}

/// The observations of vintages by what they are; of the same thing the newest vintage first, in the order
/// of the cells.
fn sorted<'a>(vintages: impl Iterator<Item = (usize, &'a Source, &'a Numbers)>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (vintage, source, numbers) in vintages {
        let vintage = u32::try_from(vintage).unwrap_or(u32::MAX);
        let keyed = (0_u32..)
            .zip(&source.observations)
            .map(|(observation, held)| Entry {
                key: numbers.key(held),
                at: At {
                    vintage,
                    observation,
                },
            });
        entries.extend(keyed);
    }
    entries.sort_unstable_by_key(|entry| {
        let newest_first = std::cmp::Reverse(entry.at.vintage);
        (entry.key, newest_first, entry.at.observation)
    });
    entries
}

/// Of the entries for one thing those of the newest vintage.
fn what_counts(group: &[Entry]) -> &[Entry] {
    let newest = group.first().map(|first| first.at.vintage);
    let count = group.partition_point(|entry| Some(entry.at.vintage) == newest);
    group.get(..count).unwrap_or_default()
}

/// For each vintage, for each of its periods, whether the incoming workbook would be expected to give it.
fn missed_periods(incoming: &Source, held: &[Arc<Source>]) -> Vec<Vec<bool>> {
    let coverage = Coverage::of(incoming);
    held.iter()
        .map(|source| {
            let beside: BTreeSet<(Date, Date)> = source.periods.iter().map(days).collect();
            let periods = source.periods.iter();
            periods
                .map(|period| coverage.misses(period, &beside))
                .collect()
        })
        .collect()
}

/// Which periods an incoming workbook covers.
struct Coverage {
    /// For each length the first and the last day.
    spans: BTreeMap<Cadence, (Date, Date)>,
    /// The periods, with their lengths.
    periods: Vec<(Cadence, Period)>,
    days: BTreeSet<(Date, Date)>,
}

impl Coverage {
    fn of(incoming: &Source) -> Self {
        let mut spans: BTreeMap<Cadence, (Date, Date)> = BTreeMap::new();
        for period in &incoming.periods {
            let span = spans.entry(Cadence::of(period)).or_insert(days(period));
            *span = (span.0.min(period.start), span.1.max(period.end));
        }
        let with_length = |period: &Period| (Cadence::of(period), *period);
        Self {
            spans,
            periods: incoming.periods.iter().map(with_length).collect(),
            days: incoming.periods.iter().map(days).collect(),
        }
    }

    /// Whether a period of a vintage that has periods of the days `beside` is one that the workbook would be
    /// expected to give: it gives it elsewhere, or gives others around it. Windows that overlap do not miss
    /// one another, unless the vintage has them side by side: years to June are not expected in a return of
    /// years to September.
    fn misses(&self, period: &Period, beside: &BTreeSet<(Date, Date)>) -> bool {
        if self.days.contains(&days(period)) {
            return true;
        }
        let cadence = Cadence::of(period);
        let is_within = self
            .spans
            .get(&cadence)
            .is_some_and(|(first, last)| *first <= period.start && period.end <= *last);
        if !is_within {
            return false;
        }
        let mut overlapping = self
            .periods
            .iter()
            .filter(|(held, other)| *held == cadence && overlap(other, period))
            .peekable();
        overlapping.peek().is_none() || overlapping.any(|(_, other)| beside.contains(&days(other)))
    }
}

/// Whether two periods share a day.
fn overlap(one: &Period, other: &Period) -> bool {
    one.start < other.end && other.start < one.end
}

/// The first day of a period and the day after its last.
const fn days(period: &Period) -> (Date, Date) {
    (period.start, period.end)
}
