//! What is estimated of groups of respondents: the share of those who gave some answers, or the mean of scores
//! or numbers.

use super::cells::{Cells, PartSums};
use super::design::SampleDesign;
use super::estimate::{Difference, MeanEstimate, ShareEstimate};
use super::plan::{Column, Item};
use super::subject::Subject;
use crate::data::survey::{Answers, Scale, Single, Survey};

/// What is estimated of each group: a share or a mean.
pub trait Estimated: Copy {
    /// The estimate of a part over some slices; `None` where nobody is in its base.
    fn of(design: &SampleDesign, slices: &[usize], part: &PartSums) -> Option<Self>;
    /// The second less the first of two that have no respondent in common, with its test.
    fn difference(first: &Self, second: &Self) -> Difference;
}

/// Something that can be asked of every group.
pub trait Estimand {
    /// A share or a mean.
    type Estimate: Estimated;
    /// What the respondents are counted by, or what is added up.
    fn item(&self) -> Item;
    /// The sums of a part over some slices, where the only item of a plan is [`Self::item`].
    fn sums(
        &self,
        cells: &Cells,
        grouping: usize,
        slices: &[usize],
        category: usize,
    ) -> Option<PartSums>;
}

/// The mean of the scores of a scale, or of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanSubject {
    /// "Mean (5 = most positive, 1 = least)".
    pub name: String,
    /// The question's answers or numbers.
    pub item: Item,
    /// What each answer scores; `None` outside the base. Numbers have none.
    pub scores: Vec<Option<f64>>,
}

impl Estimated for ShareEstimate {
    fn of(design: &SampleDesign, slices: &[usize], part: &PartSums) -> Option<Self> {
        design.share(slices, part)
    }

    fn difference(first: &Self, second: &Self) -> Difference {
        Difference::between(first, second)
    }
}

impl Estimated for MeanEstimate {
    fn of(design: &SampleDesign, slices: &[usize], part: &PartSums) -> Option<Self> {
        design.mean(slices, part)
    }

    fn difference(first: &Self, second: &Self) -> Difference {
        Difference::between_means(first, second)
    }
}

impl Estimand for Subject {
    type Estimate = ShareEstimate;

    fn item(&self) -> Item {
        Item::Answers(self.column)
    }

    fn sums(
        &self,
        cells: &Cells,
        grouping: usize,
        slices: &[usize],
        category: usize,
    ) -> Option<PartSums> {
        let table = cells.answers(0, grouping)?;
        Some(table.share(slices, category, &self.counted))
    }
}

impl Estimand for MeanSubject {
    type Estimate = MeanEstimate;

    fn item(&self) -> Item {
        self.item
    }

    fn sums(
        &self,
        cells: &Cells,
        grouping: usize,
        slices: &[usize],
        category: usize,
    ) -> Option<PartSums> {
        if let Some(numbers) = cells.numbers(0, grouping) {
            return Some(numbers.mean(slices, category));
        }
        let table = cells.answers(0, grouping)?;
        Some(table.scored(slices, category, &self.scores))
    }
}

impl MeanSubject {
    /// The mean of a question, by its place: of a scale of more than two answers, or of numbers; `None` where
    /// neither is asked.
    pub fn of_question(survey: &Survey, place: usize) -> Option<Self> {
        match &survey.questions.get(place)?.answers {
            Answers::Single(single) => Self::of_scale(Column::Answers(place), single),
            Answers::Several(_) => None,
            Answers::Number(_) => Some(Self {
                name: String::from("Mean"),
                item: Item::Numbers(place),
                scores: Vec::new(),
            }),
        }
    }

    /// The mean of a scale: the most positive answer scores as many as there are answers, the least one.
    fn of_scale(column: Column, single: &Single) -> Option<Self> {
        let in_base = single.answers.iter().filter(|answer| answer.is_in_base);
        let answers = in_base.count();
        let is_scale = single.scale.is_some_and(|scale| scale != Scale::YesNo);
        if answers <= 2 || !is_scale {
            return None;
        }
        let mut next = super::estimate::as_number(answers);
        let scores = single.answers.iter().map(|answer| {
            answer.is_in_base.then(|| {
                let own = next;
                next -= 1.0;
                own
            })
        });
        Some(Self {
            scores: scores.collect(),
            name: format!("Mean ({answers} = most positive, 1 = least)"),
            item: Item::Answers(column),
        })
    }
}
