//! What is asked of the catalogue: a question, looked at in one of the ways that have a tab of their own.

use std::sync::Arc;

use super::catalogue::Catalogue;
use super::question::Question;
use super::targets::trend_with_targets;
use super::targets::{Scorecard, scorecard};
use super::trend::TrendAnswer;

/// A question with the way in which it is looked at, and everything else that its answer depends on
/// besides the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The measure over periods.
    Trend(Question),
    /// The project's targets; the question is that of the other tabs.
    Scorecard(Question),
}

/// The answer to what was asked; cheap to clone.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The measure over periods.
    Trend(Arc<TrendAnswer>),
    /// The project's targets.
    Scorecard(Arc<Scorecard>),
}

impl Asked {
    /// The question.
    pub const fn question(&self) -> &Question {
        match self {
            Self::Trend(question) | Self::Scorecard(question) => question,
        }
    }

    /// The answer; `None` where no source holds what is asked for.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<Answer> {
        match self {
            Self::Trend(question) => trend_with_targets(catalogue, question)
                .map(Arc::new)
                .map(Answer::Trend),
            Self::Scorecard(_) => Some(Answer::Scorecard(Arc::new(scorecard(catalogue)))),
        }
    }
}

impl Answer {
    /// The trend, where it is one.
    pub const fn trend(&self) -> Option<&Arc<TrendAnswer>> {
        match self {
            Self::Trend(answer) => Some(answer),
            Self::Scorecard(_) => None,
        }
    }
}
