//! The whole survey: respondents, questions and answers, and the weighted figures worked out from them.

use std::ops::RangeInclusive;

use crate::concerns::concern_questions;
use crate::population::interviewed;
use crate::question::Question;
use crate::questions::questions;
use crate::respondent::{Dimension, Respondent};
use crate::split_mix::SplitMix;

/// Fixed for ever: another seed would be another survey.
const SEED: u64 = 0x4E6F_7474_696E_6768;

/// Respondents in the order of their interviews, and each question's answers in the same order.
pub struct Survey {
    pub respondents: Vec<Respondent>,
    pub questions: Vec<(Question, Vec<&'static str>)>,
    pub concerns: Vec<(Question, Vec<&'static str>)>,
}

/// A weighted percentage with its bases.
pub struct WeightedPercent {
    /// 0 to 100, of valid answers.
    pub percent: f64,
    /// Respondents with a valid answer.
    pub unweighted_base: u32,
    /// Kish: squared sum of the weights over the sum of their squares.
    pub effective_base: f64,
}

impl Survey {
    /// Draws the survey; the same one every time.
    pub fn drawn() -> Self {
        let mut random = SplitMix::new(SEED);
        let respondents = interviewed(&mut random);
        let answered = |list: Vec<Question>, random: &mut SplitMix| {
            list.into_iter()
                .map(|question| {
                    let answers = question.answers(&respondents, random);
                    (question, answers)
                })
                .collect()
        };
        let questions = answered(questions(), &mut random);
        let concerns = answered(concern_questions(), &mut random);
        Self {
            respondents,
            questions,
            concerns,
        }
    }

    /// The percentage of a group that gave a positive answer; `None` if nobody in it gave a valid answer.
    pub fn percent(
        &self,
        question: &Question,
        answers: &[&str],
        group: (Dimension, &str),
        quarters: &RangeInclusive<u32>,
    ) -> Option<WeightedPercent> {
        self.percent_among(question, answers, &[group], quarters)
    }

    /// The percentage of those in all of some groups.
    pub fn percent_among(
        &self,
        question: &Question,
        answers: &[&str],
        groups: &[(Dimension, &str)],
        quarters: &RangeInclusive<u32>,
    ) -> Option<WeightedPercent> {
        let (mut weight, mut squares, mut positive, mut unweighted_base) = (0.0, 0.0, 0.0, 0);
        for (respondent, answer) in self.respondents.iter().zip(answers) {
            let is_in = |(dimension, category): &(Dimension, &str)| {
                respondent.is_in(*dimension, category, quarters)
            };
            if !groups.iter().all(is_in) {
                continue;
            }
            let Some(is_positive) = question.counted(answer) else {
                continue;
            };
            weight += respondent.weight;
            squares += respondent.weight * respondent.weight;
            positive += if is_positive { respondent.weight } else { 0.0 };
            unweighted_base += 1;
        }
        (unweighted_base > 0).then(|| WeightedPercent {
            percent: 100.0 * positive / weight,
            unweighted_base,
            effective_base: weight * weight / squares,
        })
    }
}
