//! The sums that fill the cells of a plan, and what is put together from them: any answers taken together,
//! any slices of time, what is left of everybody without a group.

use super::design::SampleDesign;
use crate::stats::weighted::{Sums, WeightSums};

/// The filled cells of a plan.
#[derive(Clone, Debug)]
pub struct Cells {
    /// For each item the sums of each grouping.
    pub(super) tables: Vec<Vec<ItemTable>>,
    /// The sample's design in each slice.
    pub design: SampleDesign,
}

/// The sums of an item and a grouping.
#[derive(Clone, Debug)]
pub(super) enum ItemTable {
    Answers(AnswerTable),
    Numbers(NumberTable),
}

/// Sums of weights for each unit of the design, slice, category and answer, in that order.
#[derive(Clone, Debug)]
pub struct AnswerTable {
    pub(super) units: usize,
    pub(super) slices: usize,
    pub(super) categories: usize,
    pub(super) answers: usize,
    pub(super) sums: Vec<WeightSums>,
}

/// Sums of numbers for each unit of the design, slice and category, in that order.
#[derive(Clone, Debug)]
pub struct NumberTable {
    pub(super) units: usize,
    pub(super) slices: usize,
    pub(super) categories: usize,
    pub(super) sums: Vec<Sums>,
}

/// The answers of an item that make a share: those counted, among those in the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Whether each answer is counted.
    pub is_counted: Vec<bool>,
    /// Whether each answer is in the base.
    pub is_in_base: Vec<bool>,
}

/// The sums of a share or mean in a part of a survey: over all, and by unit of the design where there are
/// several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartSums {
    /// Over all units.
    pub whole: Sums,
    /// Respondents who are counted: those whose answer scores other than nought.
    pub counted: usize,
    /// By unit, with weights alone none.
    pub units: Vec<Sums>,
}

impl Cells {
    /// The sums by answer of an item and a grouping, both by their places in the plan; `None` where the item
    /// is one of numbers.
    pub fn answers(&self, item: usize, grouping: usize) -> Option<&AnswerTable> {
        match self.tables.get(item)?.get(grouping)? {
            ItemTable::Answers(table) => Some(table),
            ItemTable::Numbers(_) => None,
        }
    }

    /// The sums of numbers of an item and a grouping; `None` where the item is one of answers.
    pub fn numbers(&self, item: usize, grouping: usize) -> Option<&NumberTable> {
        match self.tables.get(item)?.get(grouping)? {
            ItemTable::Numbers(table) => Some(table),
            ItemTable::Answers(_) => None,
        }
    }
}

impl AnswerTable {
    /// How many parts the grouping has: of several axes every combination, the last axis fastest.
    pub const fn categories(&self) -> usize {
        self.categories
    }

    /// How many answers there are, those outside the base included.
    pub const fn answers(&self) -> usize {
        self.answers
    }

    /// The sums by answer in one unit, slice and part.
    fn cell(&self, unit: usize, slice: usize, category: usize) -> &[WeightSums] {
        if slice >= self.slices || category >= self.categories {
            return &[];
        }
        let start = ((unit * self.slices + slice) * self.categories + category) * self.answers;
        self.sums.get(start..start + self.answers).unwrap_or(&[])
    }

    /// The sums by answer of a part in some slices, over all units.
    pub fn by_answer(&self, slices: &[usize], category: usize) -> Vec<WeightSums> {
        let mut sums = vec![WeightSums::default(); self.answers];
        for unit in 0..self.units {
            for slice in slices {
                for (sum, more) in sums.iter_mut().zip(self.cell(unit, *slice, category)) {
                    *sum += *more;
                }
            }
        }
        sums
    }

    /// The sums by answer of a part in some slices, unit by unit.
    pub fn by_answer_and_unit(&self, slices: &[usize], category: usize) -> Vec<Vec<WeightSums>> {
        let unit = |unit| {
            let mut sums = vec![WeightSums::default(); self.answers];
            for slice in slices {
                for (sum, more) in sums.iter_mut().zip(self.cell(unit, *slice, category)) {
                    *sum += *more;
                }
            }
            sums
        };
        (0..self.units).map(unit).collect()
    }

    /// The sums of the share of some answers in a part, over some slices.
    pub fn share(&self, slices: &[usize], category: usize, counted: &Counted) -> PartSums {
        self.scored(slices, category, &counted.scores())
    }

    /// The sums of a mean over answers that have a score, in a part, over some slices; answers without one
    /// are outside the base.
    pub fn scored(&self, slices: &[usize], category: usize, scores: &[Option<f64>]) -> PartSums {
        let mut counted = 0;
        let mut units = Vec::with_capacity(self.units);
        for unit in 0..self.units {
            let mut sums = Sums::default();
            for slice in slices {
                let answers = self.cell(unit, *slice, category).iter().zip(scores);
                for (weights, score) in answers {
                    let Some(score) = score else { continue };
                    sums += of_score(*weights, *score);
                    if *score != 0.0 {
                        counted += weights.unweighted_base;
                    }
                }
            }
            units.push(sums);
        }
        PartSums {
            counted,
            ..PartSums::of_units(units)
        }
    }
}

impl NumberTable {
    /// The sums of a part over some slices.
    pub fn mean(&self, slices: &[usize], category: usize) -> PartSums {
        let unit = |unit: usize| {
            let mut sums = Sums::default();
            for slice in slices {
                if *slice < self.slices && category < self.categories {
                    let place = (unit * self.slices + slice) * self.categories + category;
                    sums += self.sums.get(place).copied().unwrap_or_default();
                }
            }
            sums
        };
        PartSums::of_units((0..self.units).map(unit).collect())
    }
}

impl Counted {
    /// Scores whose mean is the share: 1 where an answer is counted, 0 where it is only in the base.
    pub fn scores(&self) -> Vec<Option<f64>> {
        let answers = self.is_counted.iter().zip(&self.is_in_base);
        answers
            .map(|(counted, base)| base.then_some(if *counted { 1.0 } else { 0.0 }))
            .collect()
    }
}

impl PartSums {
    fn of_units(units: Vec<Sums>) -> Self {
        let whole = units.iter().copied().sum();
        let units = if units.len() > 1 { units } else { Vec::new() };
        Self {
            whole,
            counted: whole.weights.unweighted_base,
            units,
        }
    }

    /// What is left of this part without another that lies in it: of everybody without a group, the rest.
    #[must_use]
    pub fn without(&self, group: &Self) -> Self {
        let units = self.units.iter().enumerate();
        let units: Vec<Sums> = units
            .map(|(place, whole)| match group.units.get(place) {
                Some(group) => less(*whole, *group),
                None => *whole,
            })
            .collect();
        Self {
            whole: less(self.whole, group.whole),
            counted: self.counted.saturating_sub(group.counted),
            units,
        }
    }
}

/// The sums of respondents who all have one score.
fn of_score(weights: WeightSums, score: f64) -> Sums {
    Sums {
        weights,
        weighted: weights.weight * score,
        weighted_squares: weights.weight * score * score,
        squares_weighted: weights.weight_squares * score,
        squares_weighted_squares: weights.weight_squares * score * score,
    }
}

/// Sums of a whole without those of a part of it. What a difference of nearly equal numbers leaves over
/// where nobody is left is nothing.
fn less(whole: Sums, part: Sums) -> Sums {
    let unweighted_base = whole
        .weights
        .unweighted_base
        .saturating_sub(part.weights.unweighted_base);
    if unweighted_base == 0 {
        return Sums::default();
    }
    // A billionth of a thousandth of the whole is rounding, not an answer.
    let positive = |whole: f64, part: f64| {
        let left = whole - part;
        if left.abs() <= whole.abs() * 1e-12 {
            0.0
        } else {
            left
        }
    };
    Sums {
        weights: WeightSums {
            unweighted_base,
            weight: positive(whole.weights.weight, part.weights.weight),
            weight_squares: positive(whole.weights.weight_squares, part.weights.weight_squares),
        },
        weighted: positive(whole.weighted, part.weighted),
        weighted_squares: positive(whole.weighted_squares, part.weighted_squares),
        squares_weighted: positive(whole.squares_weighted, part.squares_weighted),
        squares_weighted_squares: positive(
            whole.squares_weighted_squares,
            part.squares_weighted_squares,
        ),
    }
}
