//! Respondents drawn at random.

use bellwether::stats::wave::Wave;
use proptest::prelude::*;

/// A wave of respondents with weights, strata, PSUs, answers on a scale of 1 to 5, and cohorts.
#[derive(Clone, Debug)]
pub struct Respondents {
    pub weights: Vec<f64>,
    pub strata: Vec<usize>,
    pub psus: Vec<usize>,
    pub scores: Vec<Option<f64>>,
    pub in_first: Vec<bool>,
    pub in_second: Vec<bool>,
}

impl Respondents {
    /// The wave with every respondent a PSU, with or without strata.
    pub fn wave(&self, stratified: bool) -> Wave<'_> {
        let strata = stratified.then_some(self.strata.as_slice());
        Wave::new(&self.weights, strata, None).unwrap()
    }

    /// The wave with its strata and PSUs.
    pub fn clustered(&self) -> Wave<'_> {
        Wave::new(&self.weights, Some(&self.strata), Some(&self.psus)).unwrap()
    }

    /// Answers 4 and 5 as 1, others as 0.
    pub fn satisfied(&self) -> Vec<Option<f64>> {
        let scores = self.scores.iter();
        scores
            .map(|score| score.map(|score| f64::from(score > 3.0)))
            .collect()
    }

    /// The same with every weight multiplied.
    pub fn scaled(&self, factor: f64) -> Self {
        let weights = self.weights.iter().map(|weight| weight * factor).collect();
        Self {
            weights,
            ..self.clone()
        }
    }
}

/// The answers of those who are inside a cohort.
pub fn of_those(answers: &[Option<f64>], inside: impl Fn(usize) -> bool) -> Vec<Option<f64>> {
    let rows = answers.iter().enumerate();
    rows.map(|(row, answer)| answer.filter(|_| inside(row)))
        .collect()
}

/// Waves of 2 to 60 respondents, some without an answer, some of weight nought.
pub fn respondents() -> impl Strategy<Value = Respondents> {
    let weight = prop_oneof![1 => Just(0.0), 12 => 0.05..8.0];
    let score = proptest::option::weighted(0.9, 1_u8..=5);
    let respondent = (weight, 0_usize..4, 0_usize..3, score, any::<(bool, bool)>());
    let some = proptest::collection::vec(respondent, 2..60);
    let weighted = some.prop_filter("somebody has a weight", |rows| {
        rows.iter().any(|row| row.0 > 0.0)
    });
    weighted.prop_map(|rows| Respondents {
        weights: rows.iter().map(|row| row.0).collect(),
        strata: rows.iter().map(|row| row.1 * 10).collect(),
        psus: rows.iter().map(|row| row.2).collect(),
        scores: rows.iter().map(|row| row.3.map(f64::from)).collect(),
        in_first: rows.iter().map(|row| row.4.0).collect(),
        in_second: rows.iter().map(|row| row.4.1).collect(),
    })
}

/// Whether two numbers are the same but for rounding.
pub fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12_f64.max(1e-9 * one.abs().max(other.abs()))
}
