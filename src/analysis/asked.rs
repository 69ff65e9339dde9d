//! What is asked of the catalogue: a question, looked at in one of the ways that have a tab of their own.

use std::sync::Arc;

use super::answer::answer;
use super::catalogue::Catalogue;
use super::priority::{CohortScope, PriorityAnswer, priority};
use super::question::Question;
use super::trend::TrendAnswer;

/// A question with the way in which it is looked at, and everything else that its answer depends on
/// besides the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The measure over periods.
    Trend(Question),
    /// Who is to be looked at first, among which cohorts.
    PriorityCohorts(Question, CohortScope),
}

/// The answer to what was asked; cheap to clone.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The measure over periods.
    Trend(Arc<TrendAnswer>),
    /// Who is to be looked at first.
    PriorityCohorts(Arc<PriorityAnswer>),
}

impl Asked {
    /// The question.
    pub const fn question(&self) -> &Question {
        match self {
            Self::Trend(question) | Self::PriorityCohorts(question, _) => question,
        }
    }

    /// The answer; `None` where no source holds what is asked for.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<Answer> {
        match self {
            Self::Trend(question) => answer(catalogue, question).map(Arc::new).map(Answer::Trend),
            Self::PriorityCohorts(question, scope) => priority(catalogue, question, *scope)
                .map(Arc::new)
                .map(Answer::PriorityCohorts),
        }
    }
}

impl Answer {
    /// The trend, where it is one.
    pub const fn trend(&self) -> Option<&Arc<TrendAnswer>> {
        match self {
            Self::Trend(answer) => Some(answer),
            Self::PriorityCohorts(_) => None,
        }
    }
}
