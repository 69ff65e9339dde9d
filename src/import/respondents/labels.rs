//! What the entries of a column say in words: as they stand, or by the codebook.

use std::collections::HashMap;

use super::codebook::Variable;
use super::column::{Column, key};
use super::scales::is_outside_base;
use crate::base::text::natural_order;

/// One thing that a column says.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// How entries are compared with it.
    pub(super) key: String,
    /// As it stands in the cells.
    pub(super) raw: String,
    /// In words.
    pub(super) shown: String,
    /// How many respondents.
    pub(super) count: usize,
    /// Its place in the codebook.
    pub(super) place: Option<usize>,
}

/// Everything that a column says.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    pub(super) list: Vec<Label>,
    /// Codes that the codebook does not explain.
    pub(super) unknown: Vec<Label>,
    /// Whether they are numbers of which nothing says what they stand for.
    pub(super) are_bare_numbers: bool,
}

impl Labels {
    /// The labels of a column; `None` where there are too many.
    pub(super) fn of(column: &Column, variable: Option<&Variable>) -> Option<Self> {
        if column.is_open || column.dates > 0 {
            return None;
        }
        let label = |raw: &str, count: usize| {
            let meaning = variable.and_then(|variable| variable.label_of(raw));
            let shown = meaning.unwrap_or(raw).to_owned();
            Label {
                key: key(raw),
                place: variable.and_then(|variable| {
                    variable.place_of(raw).or_else(|| variable.place_of(&shown))
                }),
                shown,
                raw: raw.to_owned(),
                count,
            }
        };
        let mut list: Vec<Label> = column
            .labels
            .values()
            .map(|(raw, count)| label(raw, *count))
            .collect();
        let explained = |label: &Label| {
            variable.is_some_and(|variable| variable.label_of(&label.raw).is_some())
        };
        let is_number = |label: &Label| label.raw.parse::<f64>().is_ok();
        let known: usize = list
            .iter()
            .filter(|label| explained(label))
            .map(|label| label.count)
            .sum();
        let mut unknown = Vec::new();
        if known * 2 > column.filled {
            (list, unknown) = list
                .into_iter()
                .partition(|label| explained(label) || !is_number(label));
        }
        Some(Self {
            are_bare_numbers: known * 2 <= column.filled
                && column.numbers * 2 > column.filled
                && column.texts == 0,
            list,
            unknown,
        })
    }

    /// The labels that are answers, not "Don't know" and the like.
    pub(super) fn valid(&self) -> impl Iterator<Item = &Label> {
        self.list
            .iter()
            .filter(|label| !is_outside_base(&label.shown))
    }

    /// Different labels in the codebook's order, else as people expect; and the place of each entry there.
    pub(super) fn ordered<'l>(
        labels: impl Iterator<Item = &'l Label>,
    ) -> (Vec<String>, HashMap<String, u16>) {
        let mut sorted: Vec<&Label> = labels.collect();
        let by_codebook = sorted.iter().all(|label| label.place.is_some());
        sorted.sort_by(|a, b| {
            let places = if by_codebook {
                a.place.cmp(&b.place)
            } else {
                std::cmp::Ordering::Equal
            };
            places.then_with(|| natural_order(&a.shown, &b.shown))
        });
        let mut names: Vec<String> = Vec::new();
        let mut places = HashMap::new();
        for label in sorted {
            let same = names.iter().position(|name| key(name) == key(&label.shown));
            let place = same.unwrap_or_else(|| {
                names.push(label.shown.clone());
                names.len() - 1
            });
            places.insert(label.key.clone(), u16::try_from(place).unwrap_or(u16::MAX));
        }
        (names, places)
    }
}
