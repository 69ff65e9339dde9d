//! What is asked of the catalogue: a question, looked at in one of the ways that have a tab of their own.

use std::sync::Arc;

use super::answer::answer;
use super::catalogue::{Catalogue, MeasureEntry};
use super::change_table::{ChangeTableAnswer, ChangeTableScope, change_table};
use super::question::Question;
use super::trend::TrendAnswer;

/// A question with the way in which it is looked at, and everything else that its answer depends on
/// besides the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The measure over periods.
    Trend(Question),
    /// Several measures against an earlier period.
    ChangeTable(Question, ChangeTableScope),
}

/// The answer to what was asked; cheap to clone.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The measure over periods.
    Trend(Arc<TrendAnswer>),
    /// Several measures against an earlier period.
    ChangeTable(Arc<ChangeTableAnswer>),
}

impl Asked {
    /// The question.
    pub const fn question(&self) -> &Question {
        match self {
            Self::Trend(question) | Self::ChangeTable(question, _) => question,
        }
    }

    /// How many observations are gone through for the answer, at most.
    pub fn observation_count(&self, catalogue: &Catalogue) -> usize {
        match self {
            Self::Trend(question) => catalogue
                .entry(&question.measure)
                .map_or(0, MeasureEntry::observation_count),
            Self::ChangeTable(..) => {
                let sources = catalogue.sources().iter();
                sources.map(|source| source.observations.len()).sum()
            }
        }
    }

    /// The answer; `None` where no source holds what is asked for.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<Answer> {
        match self {
            Self::Trend(question) => answer(catalogue, question).map(Arc::new).map(Answer::Trend),
            Self::ChangeTable(question, scope) => change_table(catalogue, question, scope)
                .map(Arc::new)
                .map(Answer::ChangeTable),
        }
    }
}

impl Answer {
    /// The trend, where it is one.
    pub const fn trend(&self) -> Option<&Arc<TrendAnswer>> {
        match self {
            Self::Trend(answer) => Some(answer),
            Self::ChangeTable(_) => None,
        }
    }
}
