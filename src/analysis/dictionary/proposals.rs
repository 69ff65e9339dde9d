//! Which names look like two ways to write the same. They are proposed to the user and never acted on.

use std::collections::HashMap;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::definition::Dictionary;
use super::listing::{Listing, TermRow};
use super::near_names::{signature, without_total};
use super::term::Term;
use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::base::text;
use crate::data::{AreaKind, Cohort};

/// With fewer shared values than this they speak neither for a merge nor against.
const ENOUGH_SHARED: usize = 3;
/// Parts of names that more measures share than this tell nothing.
const MOST_SHARING_A_PART: usize = 12;
/// With more pairs than this, values are no longer compared.
const MOST_COMPARED: usize = 200;
/// Values this near to each other agree, since rates and percentages are rounded to a tenth; counts only
/// where they are the same.
const NEAR: f64 = 0.05;

/// Two terms that look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The one under whose name they would go on: the one with more values.
    pub one: Term,
    /// What it is called.
    pub one_name: String,
    /// The other.
    pub other: Term,
    /// What that is called.
    pub other_name: String,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// What speaks for a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Two ways to write the same name.
    Names,
    /// The same ONS code.
    Code(String),
    /// Values for the same area, people and period.
    Values {
        /// How many of them agree.
        agreeing: usize,
        /// How many there are.
        shared: usize,
    },
}

/// The merges that names and values suggest, those of measures first; none that was declined before.
/// One pass over the names, and one over the values of those that are near.
pub fn proposals(catalogue: &Catalogue, listing: &Listing) -> Vec<Proposal> {
    let dictionary = catalogue.dictionary();
    let mut found = Vec::new();
    measure_proposals(catalogue, &listing.measures, &mut found);
    area_proposals(dictionary, &listing.areas, &mut found);
    cohort_proposals(dictionary, &listing.cohorts, &mut found);
    found
}

/// Rows by a part of their names.
type Buckets<'a, K> = IndexMap<K, Vec<&'a TermRow>>;

/// Each row under the keys of all its names, once under each key.
fn buckets<'a, K: std::hash::Hash + Eq>(
    rows: impl Iterator<Item = &'a TermRow>,
    keys: impl Fn(&TermRow, &str) -> Vec<K>,
) -> Buckets<'a, K> {
    let mut buckets: Buckets<'a, K> = IndexMap::new();
    for row in rows {
        let members = row.members.iter().map(|member| member.name.as_str());
        for name in std::iter::once(row.name.as_str()).chain(members) {
            for key in keys(row, name) {
                let held = buckets.entry(key).or_default();
                if held.last().is_none_or(|last| last.term != row.term) {
                    held.push(row);
                }
            }
        }
    }
    buckets
}

/// The pairs of a bucket: its first row with each of the others.
fn pairs<'a, 'b>(
    bucket: &'b [&'a TermRow],
    dictionary: &'b Dictionary,
) -> impl Iterator<Item = (&'a TermRow, &'a TermRow)> + 'b {
    let first = bucket.first().copied();
    bucket.iter().skip(1).filter_map(move |other| {
        let one = first?;
        let fits = one.term != other.term && !dictionary.is_kept_apart(&one.term, &other.term);
        fits.then_some((one, *other))
    })
}

fn propose(found: &mut Vec<Proposal>, one: &TermRow, other: &TermRow, evidence: Evidence) {
    let (one, other) = if other.values > one.values {
        (other, one)
    } else {
        (one, other)
    };
    let is_known = found.iter().any(|held| {
        (held.one == one.term && held.other == other.term)
            || (held.one == other.term && held.other == one.term)
    });
    if !is_known {
        found.push(Proposal {
            one: one.term.clone(),
            one_name: one.name.clone(),
            other: other.term.clone(),
            other_name: other.name.clone(),
            evidence,
        });
    }
}

fn measure_proposals(catalogue: &Catalogue, rows: &[TermRow], found: &mut Vec<Proposal>) {
    let dictionary = catalogue.dictionary();
    let shown = || rows.iter().filter(|row| !row.is_hidden());
    let unit = |row: &TermRow| row.measure.as_ref().map(|measure| measure.unit);
    let mut values = Values::new(catalogue);
    let whole = buckets(shown(), |row, name| match signature(name) {
        nothing if nothing.is_empty() => Vec::new(),
        signature => vec![(signature, unit(row))],
    });
    for bucket in whole.values() {
        for (one, other) in pairs(bucket, dictionary) {
            match values.compare(one, other) {
                None | Some((_, 0)) => propose(found, one, other, Evidence::Names),
                Some((agreeing, shared)) if shared < ENOUGH_SHARED || 2 * agreeing >= shared => {
                    propose(found, one, other, Evidence::Values { agreeing, shared });
                }
                // The same words for different things, as the values say.
                Some(_) => {}
            }
        }
    }
    let parts = buckets(shown(), |row, name| {
        let whole = without_total(&signature(name));
        let last = name.rsplit([':', '›']).next().unwrap_or(name);
        let last = without_total(&signature(last));
        let mut keys = vec![whole, last];
        keys.retain(|key| !key.is_empty());
        keys.dedup();
        keys.into_iter().map(|key| (key, unit(row))).collect()
    });
    for bucket in parts
        .values()
        .filter(|held| held.len() <= MOST_SHARING_A_PART)
    {
        for (one, other) in pairs(bucket, dictionary) {
            if let Some((agreeing, shared)) = values.compare(one, other)
                && shared >= ENOUGH_SHARED
                && agreeing == shared
            {
                propose(found, one, other, Evidence::Values { agreeing, shared });
            }
        }
    }
}

/// The value of a measure for an area, a cohort and a period, by its first and last day.
type Points<'a> = HashMap<(&'a str, &'a Cohort, Date, Date), f64>;

/// Compares the values of measures, those of each read once.
struct Values<'a> {
    catalogue: &'a Catalogue,
    read: HashMap<Term, Points<'a>>,
    compared: usize,
}

impl<'a> Values<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            read: HashMap::new(),
            compared: 0,
        }
    }

    /// How many shared values agree, and how many there are; `None` where it was not compared.
    fn compare(&mut self, one: &TermRow, other: &TermRow) -> Option<(usize, usize)> {
        if self.compared >= MOST_COMPARED {
            return None;
        }
        self.compared += 1;
        for row in [one, other] {
            if let (false, Term::Measure(key)) = (self.read.contains_key(&row.term), &row.term)
                && let Some(entry) = self.catalogue.entry(key)
            {
                let points = points(self.catalogue, entry);
                self.read.insert(row.term.clone(), points);
            }
        }
        let (one, other) = (self.read.get(&one.term)?, self.read.get(&other.term)?);
        let (fewer, more) = if one.len() > other.len() {
            (other, one)
        } else {
            (one, other)
        };
        let mut agreeing = 0;
        let mut shared = 0;
        #[expect(
            clippy::iter_over_hash_type,
            reason = "two counts, which no order changes"
        )]
        for (point, value) in fewer {
            if let Some(held) = more.get(point) {
                shared += 1;
                agreeing += usize::from((value - held).abs() <= NEAR);
            }
        }
        Some((agreeing, shared))
    }
}

fn points<'a>(catalogue: &'a Catalogue, entry: &'a MeasureEntry) -> Points<'a> {
    let found = catalogue.observations(entry);
    found
        .filter_map(|found| {
            let at = (
                found.area,
                found.cohort,
                found.period.start,
                found.period.end,
            );
            Some((at, found.observation.value?))
        })
        .collect()
}

fn area_proposals(dictionary: &Dictionary, rows: &[TermRow], found: &mut Vec<Proposal>) {
    let kind = |row: &TermRow| match &row.term {
        Term::Area(key) => key.kind,
        _ => AreaKind::Other,
    };
    let by_code = buckets(rows.iter(), |row, _| row.codes.iter().cloned().collect());
    for (code, bucket) in &by_code {
        for (one, other) in pairs(bucket, dictionary) {
            propose(found, one, other, Evidence::Code(code.clone()));
        }
    }
    let by_name = buckets(rows.iter(), |row, name| {
        let said = place_signature(name, kind(row));
        if said.is_empty() {
            Vec::new()
        } else {
            vec![(said, kind(row))]
        }
    });
    for bucket in by_name.values() {
        for (one, other) in pairs(bucket, dictionary) {
            // Two codes are two places, whatever they are called.
            if one.codes.is_empty() || other.codes.is_empty() {
                propose(found, one, other, Evidence::Names);
            }
        }
    }
}

/// A place's name without the words that say what kind of place it is.
fn place_signature(name: &str, kind: AreaKind) -> String {
    let of_kind: &[&str] = match kind {
        AreaKind::District => &["district", "borough", "city", "council", "of", "the", "ua"],
        AreaKind::County => &["county", "council", "of"],
        AreaKind::PoliceForce => &["police", "constabulary", "force", "area"],
        AreaKind::CommunitySafetyPartnership => &["csp", "community", "safety", "partnership"],
        AreaKind::Ward => &["ward"],
        _ => &[],
    };
    let folded = text::fold(name);
    let words = folded.split(' ').filter(|word| !of_kind.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

fn cohort_proposals(dictionary: &Dictionary, rows: &[TermRow], found: &mut Vec<Proposal>) {
    let near = buckets(rows.iter(), |row, name| {
        let dimension = match &row.term {
            Term::Category(key) => dictionary.dimension(&key.dimension).to_owned(),
            _ => String::new(),
        };
        match signature(name) {
            nothing if nothing.is_empty() => Vec::new(),
            signature => vec![(dimension, signature)],
        }
    });
    for bucket in near.values() {
        for (one, other) in pairs(bucket, dictionary) {
            propose(found, one, other, Evidence::Names);
        }
    }
}
