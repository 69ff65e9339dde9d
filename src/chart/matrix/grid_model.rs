//! Two criteria of a review against one another, before they are laid out.

use super::matrix_model::rank;
use crate::analysis::AssessmentsAnswer;
use crate::analysis::assessments::{Criterion, Review};
use crate::base::text::fold;
use crate::chart::contents::{ChartWords, DataCell, DataColumn, DataTable};
use crate::chart::wording::assessments as wording;
use crate::project::MatrixSpec;

/// Priorities in the cells of two criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct GridModel {
    /// Title, subtitle, footnote and the chart in words.
    pub words: ChartWords,
    /// The criteria along the bottom and up the side; `None` where fewer than two have an order.
    pub axes: Option<(GridAxis, GridAxis)>,
    /// The priorities that both criteria judge, in the order of the review.
    pub subjects: Vec<GridSubject>,
    /// The names of the others.
    pub not_placed: Vec<String>,
}

/// A criterion along a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridAxis {
    /// The place of the criterion in the review.
    pub criterion: usize,
    /// Its name.
    pub name: String,
    /// Its steps in words, the least first; a number where the review does not use a step.
    pub steps: Vec<String>,
}

/// A priority in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridSubject {
    /// Its rank.
    pub rank: u32,
    /// Its name.
    pub name: String,
    /// The step along the bottom, from 0.
    pub across: usize,
    /// The step up the side, from 0.
    pub up: usize,
    /// Its place among the review's priorities.
    pub place: usize,
    /// What is said of it where it is pointed at, line by line.
    pub lines: Vec<String>,
}

/// Words of criteria that say how often something is, or how likely.
const LIKELIHOOD: [&str; 4] = ["likelihood", "probability", "frequency", "volume"];

/// The criteria that a grid shows, by their places: as wanted, else how often or how likely against the first
/// other one.
pub fn criteria(review: &Review, spec: &MatrixSpec) -> Option<(usize, usize)> {
    let ordinal = |place: &usize| {
        let criterion = review.criteria.get(*place);
        criterion.is_some_and(Criterion::is_ordinal)
    };
    let all = || (0..review.criteria.len()).filter(ordinal);
    let wanted = |name: &Option<String>| {
        let place = review.criterion_named(name.as_deref()?)?;
        Some(place).filter(ordinal)
    };
    let likely = LIKELIHOOD.iter().find_map(|word| {
        all().find(|place| {
            let name = review
                .criteria
                .get(*place)
                .map(|criterion| fold(&criterion.name));
            name.is_some_and(|name| name.split(' ').any(|part| part == *word))
        })
    });
    let up = wanted(&spec.up);
    let across = wanted(&spec.across)
        .or_else(|| likely.filter(|place| Some(*place) != up))
        .or_else(|| all().find(|place| Some(*place) != up))?;
    let up = up
        .filter(|up| *up != across)
        .or_else(|| all().find(|place| *place != across))?;
    Some((across, up))
}

impl GridModel {
    /// The grid of an answer's review.
    pub fn new(answer: &AssessmentsAnswer, spec: &MatrixSpec) -> Self {
        let review = &answer.review;
        let Some((across, up)) = criteria(review, spec) else {
            let words = wording::no_grid(review);
            return Self {
                words,
                axes: None,
                subjects: Vec::new(),
                not_placed: Vec::new(),
            };
        };
        let (mut subjects, mut not_placed) = (Vec::new(), Vec::new());
        for (place, subject) in review.subjects.iter().enumerate() {
            let step = |criterion| {
                let step = subject.step(criterion)?;
                usize::from(step.place).checked_sub(1)
            };
            match (step(across), step(up)) {
                (Some(along), Some(high)) => subjects.push(GridSubject {
                    rank: subject.rank,
                    name: subject.name.clone(),
                    across: along,
                    up: high,
                    place,
                    lines: wording::grid_lines(review, place, [across, up]),
                }),
                _ => not_placed.push(subject.name.clone()),
            }
        }
        let axes = axis(review, across).zip(axis(review, up));
        let mut model = Self {
            words: ChartWords::default(),
            axes,
            subjects,
            not_placed,
        };
        model.words = wording::grid_words(review, &model);
        model
    }

    /// The priorities with their steps.
    pub(super) fn table(&self) -> DataTable {
        let Some((across, up)) = &self.axes else {
            return DataTable::default();
        };
        let step = |axis: &GridAxis, place: usize| {
            let words = axis.steps.get(place).map_or("", String::as_str);
            DataCell::text(words)
        };
        DataTable {
            columns: vec![
                DataColumn::label("Rank"),
                DataColumn::label("Priority"),
                DataColumn::values(&across.name),
                DataColumn::values(&up.name),
            ],
            rows: self
                .subjects
                .iter()
                .map(|subject| {
                    vec![
                        rank(subject.rank),
                        DataCell::text(&subject.name),
                        step(across, subject.across),
                        step(up, subject.up),
                    ]
                })
                .collect(),
        }
    }
}

/// A criterion with all of its steps.
fn axis(review: &Review, place: usize) -> Option<GridAxis> {
    let criterion = review.criteria.get(place)?;
    Some(GridAxis {
        criterion: place,
        name: criterion.name.clone(),
        steps: criterion
            .steps
            .iter()
            .zip(1_u32..)
            .map(|(words, step)| words.clone().unwrap_or_else(|| format!("Step {step}")))
            .collect(),
    })
}
