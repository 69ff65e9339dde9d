//! A review: its priorities in their order, each judged by the same criteria.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::text::fold;
use crate::data::assessment::Step;
use crate::data::{Assessment, CellRef, Judgement, Period, Source};

/// A review by what it is called and when it was made, whatever workbook it came in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReviewKey {
    /// Its title, folded for comparison; that of the sheet where it has none.
    pub title: String,
    /// Its period, where its title or sheet names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
}

/// A review.
#[derive(Clone, Debug)]
pub struct Review {
    /// What it is known by.
    pub key: ReviewKey,
    /// What it is called in a few words: its period, or its title where it has none.
    pub label: String,
    /// Its title.
    pub title: String,
    /// The workbook.
    pub source: Arc<Source>,
    /// The criteria, in the order of their columns.
    pub criteria: Vec<Criterion>,
    /// The priorities, in the order of the review.
    pub subjects: Vec<ReviewSubject>,
    /// Whether the workbook prints the ranks; else they are the order of its rows.
    pub has_printed_ranks: bool,
}

/// What priorities are judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its name, as the heading says it.
    pub name: String,
    /// The steps of its scale in words, the least first, as far as the review uses that scale; empty where the
    /// scale is not known.
    pub steps: Vec<Option<String>>,
}

/// A priority of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewSubject {
    /// Its name.
    pub name: String,
    /// Its place in the order of the review, from 1.
    pub rank: u32,
    /// The mark that the workbook prints beside it; may be empty.
    pub mark: String,
    /// What is judged of it, by criterion; `None` where its cell is empty.
    pub judgements: Vec<Option<Judgement>>,
    /// The cell of its name.
    pub cell: CellRef,
}

impl Criterion {
    /// Whether its judgements have an order.
    pub const fn is_ordinal(&self) -> bool {
        !self.steps.is_empty()
    }
}

impl ReviewSubject {
    /// The place of its judgement on the scale of a criterion.
    pub fn step(&self, criterion: usize) -> Option<Step> {
        self.judgements.get(criterion)?.as_ref()?.step
    }
}

impl Review {
    /// The place of a criterion by its name.
    pub fn criterion_named(&self, name: &str) -> Option<usize> {
        let wanted = fold(name);
        self.criteria
            .iter()
            .position(|criterion| fold(&criterion.name) == wanted)
    }

    /// The place of a priority by its name.
    pub fn subject_named(&self, name: &str) -> Option<usize> {
        let wanted = fold(name);
        self.subjects
            .iter()
            .position(|subject| fold(&subject.name) == wanted)
    }

    fn new(key: ReviewKey, source: &Arc<Source>, rows: &[&Assessment]) -> Self {
        let title = rows.first().map_or_else(String::new, |row| {
            if row.review.is_empty() {
                source.sheet_name(row.cell.sheet).to_owned()
            } else {
                row.review.clone()
            }
        });
        let mut names: Vec<String> = Vec::new();
        for judgement in rows.iter().flat_map(|row| &row.judgements) {
            if !names.contains(&judgement.criterion) {
                names.push(judgement.criterion.clone());
            }
        }
        let criteria = names
            .into_iter()
            .map(|name| {
                let judged = rows.iter().flat_map(|row| &row.judgements);
                let judged = judged.filter(|judgement| judgement.criterion == name);
                let steps = steps_of(judged);
                Criterion { name, steps }
            })
            .collect::<Vec<_>>();
        let criteria = with_shared_words(criteria);
        let has_printed_ranks = rows.iter().all(|row| row.rank.is_some());
        let mut subjects: Vec<ReviewSubject> = rows
            .iter()
            .zip(1_u32..)
            .map(|(row, place)| ReviewSubject {
                name: row.subject.clone(),
                rank: row.rank.filter(|_| has_printed_ranks).unwrap_or(place),
                mark: row.mark.clone(),
                judgements: criteria
                    .iter()
                    .map(|criterion| {
                        let mut judged = row.judgements.iter();
                        judged
                            .find(|judgement| judgement.criterion == criterion.name)
                            .cloned()
                    })
                    .collect(),
                cell: row.cell,
            })
            .collect();
        subjects.sort_by_key(|subject| subject.rank);
        let label = key
            .period
            .map_or_else(|| title.clone(), |period| period.label());
        Self {
            key,
            label,
            title,
            source: source.clone(),
            criteria,
            subjects,
            has_printed_ranks,
        }
    }
}

/// The words of each step of a scale; none where its judgements stand on several scales or on none.
fn steps_of<'a>(judged: impl Iterator<Item = &'a Judgement>) -> Vec<Option<String>> {
    let mut words: Vec<Option<String>> = Vec::new();
    for judgement in judged {
        let Some(step) = judgement.step else {
            return Vec::new();
        };
        let all = usize::from(step.of);
        if words.is_empty() {
            words = vec![None; all];
        }
        if words.len() != all {
            return Vec::new();
        }
        let place = usize::from(step.place).checked_sub(1);
        if let Some(held) = place.and_then(|place| words.get_mut(place)) {
            held.get_or_insert_with(|| judgement.words.clone());
        }
    }
    words
}

/// The criteria, with the words of steps that they do not use from another criterion on the same scale: one
/// whose words agree wherever both have any.
fn with_shared_words(criteria: Vec<Criterion>) -> Vec<Criterion> {
    let held: Vec<Vec<Option<String>>> = criteria
        .iter()
        .map(|criterion| criterion.steps.clone())
        .collect();
    let is_one_scale = |one: &[Option<String>], other: &[Option<String>]| {
        let pairs = || one.iter().zip(other);
        let both = || pairs().filter_map(|(one, other)| one.as_ref().zip(other.as_ref()));
        one.len() == other.len()
            && both().next().is_some()
            && both().all(|(one, other)| fold(one) == fold(other))
    };
    let fill = |criterion: Criterion| {
        let mut steps = criterion.steps;
        for other in &held {
            if is_one_scale(&steps, other) {
                for (own, other) in steps.iter_mut().zip(other) {
                    if own.is_none() {
                        own.clone_from(other);
                    }
                }
            }
        }
        Criterion { steps, ..criterion }
    };
    criteria.into_iter().map(fill).collect()
}

/// The reviews that sources hold, the earliest first; those without a period stand before the others. Of
/// one that comes in several workbooks, the one imported last counts.
pub fn reviews(sources: &[Arc<Source>]) -> Vec<Review> {
    let mut found: Vec<Review> = Vec::new();
    for source in sources {
        let mut keys: Vec<(ReviewKey, Vec<&Assessment>)> = Vec::new();
        for row in &source.assessments {
            let title = if row.review.is_empty() {
                fold(source.sheet_name(row.cell.sheet))
            } else {
                fold(&row.review)
            };
            let key = ReviewKey {
                title,
                period: row.period,
            };
            match keys.iter_mut().find(|(held, _)| *held == key) {
                Some((_, rows)) => rows.push(row),
                None => keys.push((key, vec![row])),
            }
        }
        for (key, rows) in keys {
            let review = Review::new(key, source, &rows);
            found.retain(|held| held.key != review.key);
            found.push(review);
        }
    }
    found.sort_by_key(|review| review.key.period.map(|period| (period.end, period.start)));
    tell_apart(&mut found);
    found
}

/// Reviews of the same period are told apart by their titles.
fn tell_apart(reviews: &mut [Review]) {
    let labels: Vec<String> = reviews.iter().map(|review| review.label.clone()).collect();
    for review in reviews {
        let namesakes = labels.iter().filter(|label| **label == review.label);
        if namesakes.count() > 1 && review.label != review.title {
            review.label = format!("{}, {}", review.title, review.label);
        }
    }
}
