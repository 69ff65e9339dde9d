//! What respondents were asked, and what they answered.

use serde::{Deserialize, Serialize};

use super::codes::Codes;
use super::respondents::Origin;

/// A question and everybody's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What measures of it are called: the column's heading without the number, or the wording where the
    /// heading is a code.
    pub name: String,
    /// The question as it was asked, where a codebook says so.
    pub wording: Option<String>,
    /// The answers.
    pub answers: Answers,
}

/// The answers to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answers {
    /// One answer of a list.
    Single(Single),
    /// Any number of options, each in a column of its own.
    Several(Vec<Tick>),
    /// A number.
    Number(Numbers),
}

/// One answer of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Single {
    /// The column.
    pub origin: Origin,
    /// The scale of the answers, where they are on one that is known.
    pub scale: Option<Scale>,
    /// The answers: those on a scale from the most positive, others in the codebook's order, else by name.
    pub answers: Vec<Answer>,
    /// The answers that are usually taken together, where the scale says so.
    pub net: Option<Net>,
    /// Index into `answers`; none where the question was not answered or not asked.
    pub codes: Codes,
}

/// An answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// "Very safe".
    pub label: String,
    /// Whether who gives it is in the base: "Don't know", "Refused" and "Not applicable" are not.
    pub is_in_base: bool,
}

/// Answers taken together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Net {
    /// "Very/Fairly safe"; empty for a plain yes, which needs no name.
    pub label: String,
    /// Indices into the answers.
    pub members: Vec<u16>,
}

/// An option that can be ticked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// The column.
    pub origin: Origin,
    /// The option: "Burglary".
    pub option: String,
    /// What a measure of the option is called.
    pub name: String,
    /// 1 where it was ticked, 0 where it was not; none where it was not asked.
    pub ticked: Codes,
}

/// A number for each respondent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// The column.
    pub origin: Origin,
    /// The numbers as they stand; `None` where there is none.
    pub values: Vec<Option<f64>>,
}

/// The scales of answers that are known; answers stand from the most positive to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    /// Very safe to very unsafe.
    Safety,
    /// Strongly agree to strongly disagree.
    Agreement,
    /// Very confident to not at all confident.
    Confidence,
    /// Very satisfied to very dissatisfied.
    Satisfaction,
    /// Very worried to not at all worried.
    Worry,
    /// Very good to very poor.
    Quality,
    /// Very common to not at all common.
    Commonness,
    /// Very likely to very unlikely.
    Likelihood,
    /// A very big problem to no problem at all.
    Problem,
    /// Yes or no.
    YesNo,
}
