//! Which of the workbooks that a project holds an incoming one is a return of, by what they hold: the same
//! measures of the same areas and groups at the same intervals, on sheets of the same names.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::succession::{Succession, lineages};
use crate::analysis::dictionary::AreaKey;
use crate::analysis::{Cadence, MeasureKey};
use crate::base::text;
use crate::data::gazetteer::Gazetteer;
use crate::data::period_label::is_month_name;
use crate::data::{AreaKind, Source};

/// Workbooks less alike than this are of different kinds.
const LEAST_LIKENESS: f64 = 0.4;

/// Words of sheet and file names that say when rather than what, besides the names of months.
const WORDS_OF_TIME: [&str; 12] = [
    "quarter", "qtr", "year", "years", "to", "ending", "ytd", "fy", "final", "revised", "draft",
    "copy",
];

/// Where a source belongs among those of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The places of the sources of its kind, the oldest vintage first; empty where there is none.
    pub chain: Vec<usize>,
    /// Its own place in that chain.
    pub position: usize,
}

/// Where an incoming source belongs. Of two vintages the one that reaches further in time is the newer; of
/// those that reach as far, the one imported later.
pub(super) fn place(
    sources: &[Arc<Source>],
    successions: &[Succession],
    incoming: &Source,
) -> Place {
    let traits = Traits::of(incoming);
    let nearest = sources
        .iter()
        .enumerate()
        .filter(|(_, held)| held.id != incoming.id)
        .filter_map(|(index, held)| {
            let others = Traits::of(held);
            let likeness = traits.likeness(&others);
            // Names of files only decide between workbooks that are about as much alike.
            let coarse = (20.0 * likeness).round();
            (likeness >= LEAST_LIKENESS).then(|| {
                (
                    coarse,
                    shared(&traits.file_words, &others.file_words),
                    index,
                )
            })
        })
        .max_by(|one, other| {
            let by_file = one.1.total_cmp(&other.1);
            one.0
                .total_cmp(&other.0)
                .then(by_file)
                .then(one.2.cmp(&other.2))
        });
    let Some((.., nearest)) = nearest else {
        return Place::default();
    };
    let lineages = lineages(sources, successions);
    let lineage = lineages.get(nearest);
    let chain: Vec<usize> = (0..sources.len())
        .filter(|place| lineages.get(*place) == lineage)
        .collect();
    let reach = last_day(incoming);
    let is_older = |place: &usize| {
        sources
            .get(*place)
            .is_some_and(|held| last_day(held) <= reach)
    };
    let position = chain.iter().rposition(is_older).map_or(0, |last| last + 1);
    Place { chain, position }
}

/// How far a source reaches in time.
fn last_day(source: &Source) -> Option<Date> {
    source.periods.iter().map(|period| period.end).max()
}

/// What a workbook is known by.
struct Traits {
    measures: BTreeSet<MeasureKey>,
    areas: BTreeSet<AreaKey>,
    cohorts: BTreeSet<String>,
    cadences: BTreeSet<Cadence>,
    sheets: BTreeSet<String>,
    file_words: BTreeSet<String>,
    is_illustrative: bool,
}

impl Traits {
    fn of(source: &Source) -> Self {
        let stem = source.file_name.rsplit_once('.');
        let stem = stem.map_or(source.file_name.as_str(), |(stem, _)| stem);
        Self {
            measures: source.measures.iter().map(MeasureKey::of).collect(),
            areas: source.areas.iter().map(AreaKey::of).collect(),
            cohorts: source
                .cohorts
                .iter()
                .map(|cohort| cohort.without_totals().to_string())
                .collect(),
            cadences: source.periods.iter().map(Cadence::of).collect(),
            sheets: source
                .sheets
                .iter()
                .map(|sheet| lasting_words(sheet).join(" "))
                .collect(),
            file_words: lasting_words(stem).into_iter().collect(),
            is_illustrative: source.is_illustrative,
        }
    }

    /// From 0, nothing in common, to 1, all of it. Sheets may have been renamed, and count for little; figures
    /// that are illustrative on one side only speak against it.
    fn likeness(&self, other: &Self) -> f64 {
        let is_empty = self.measures.is_empty() || other.measures.is_empty();
        if is_empty || self.is_of_another_place(other) {
            return 0.0;
        }
        let alike = if self.is_illustrative == other.is_illustrative {
            1.0
        } else {
            0.7
        };
        alike
            * shared(&self.measures, &other.measures)
            * shared(&self.areas, &other.areas)
            * shared(&self.cohorts, &other.cohorts)
            * shared(&self.cadences, &other.cadences)
            * (0.7 + 0.3 * shared(&self.sheets, &other.sheets))
    }

    /// Whether neither names an area within, and their files are named after different ones: the same form
    /// filled in by two districts.
    fn is_of_another_place(&self, other: &Self) -> bool {
        self.areas.is_empty() && other.areas.is_empty() && self.districts() != other.districts()
    }

    /// The districts after which the file is named.
    fn districts(&self) -> BTreeSet<&str> {
        let gazetteer = Gazetteer::built_in();
        let is_district = |word: &&str| gazetteer.find_of_kind(word, AreaKind::District).is_some();
        self.file_words
            .iter()
            .map(String::as_str)
            .filter(is_district)
            .collect()
    }
}

/// The share that two sets have in common (Dice's coefficient): 1 where both are empty.
pub(super) fn shared<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> f64 {
    let size = |count: usize| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    match one.len() + other.len() {
        0 => 1.0,
        both => 2.0 * size(one.intersection(other).count()) / size(both),
    }
}

/// The words of a name that stay the same from one return to the next: without dates and numbers.
fn lasting_words(name: &str) -> Vec<String> {
    text::fold(name)
        .split(' ')
        .filter(|word| !word.is_empty() && !WORDS_OF_TIME.contains(word))
        .filter(|word| !is_month_name(word))
        .filter(|word| !word.chars().any(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_no_part_of_a_name() {
        assert_eq!(
            lasting_words("Police return Sept 2022 v2"),
            ["police", "return"]
        );
        assert_eq!(lasting_words("Q1 2023"), Vec::<String>::new());
    }

    #[test]
    fn what_is_shared_is_counted_against_both() {
        let set = |words: &[&'static str]| words.iter().copied().collect::<BTreeSet<_>>();
        for (one, other, wanted) in [
            (set(&[]), set(&[]), 1.0),
            (set(&["a"]), set(&[]), 0.0),
            (set(&["a", "b"]), set(&["b", "c"]), 0.5),
        ] {
            assert!(
                (shared(&one, &other) - wanted).abs() < 1e-12,
                "{one:?} and {other:?}"
            );
        }
    }
}
