//! Assessments: what a structured review (`MoRiLE` and the like) judges of each priority, criterion by
//! criterion, on scales whose steps have an order and no distance.

use serde::{Deserialize, Serialize};

use super::cell::CellRef;
use super::period::Period;

/// One row of a matrix of judgements: a priority and what is judged of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The priority or theme, cleaned, without the rank that may stand before it.
    pub subject: String,
    /// Its place in the order of the review, from 1, where the source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// The mark that the source prints beside it, an arrow or an asterisk: a judgement of its own, not the
    /// arithmetic of ranks. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
    /// The title of the review; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub review: String,
    /// The period of the review, where its title or sheet names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The judgements, in the order of their columns.
    pub judgements: Vec<Judgement>,
    /// The cell of the subject.
    pub cell: CellRef,
}

/// What is judged of a priority by one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// The criterion, as the heading says it.
    pub criterion: String,
    /// The judgement as it stands in its cell.
    pub words: String,
    /// Its place on the scale, where the scale is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    /// The number, where the judgement is one or begins with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The cell.
    pub cell: CellRef,
}

/// A place on an ordinal scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Step {
    /// The place from the least, from 1.
    pub place: u8,
    /// How many steps the scale has.
    pub of: u8,
}
