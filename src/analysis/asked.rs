//! What is asked of the catalogue: a question, looked at in one of the ways that have a tab of their own.

use std::sync::Arc;

use super::answer_scale::{ScaleAnswer, ScaleQuestion};
use super::assessments::{AssessmentsAnswer, AssessmentsQuestion};
use super::breakdown::{BreakdownAnswer, breakdown};
use super::catalogue::{Catalogue, MeasureEntry};
use super::change_table::{ChangeTableAnswer, ChangeTableScope, change_table};
use super::concerns::{ConcernsAnswer, ConcernsQuestion};
use super::cross_tab::{CrossTabAnswer, CrossTabQuestion};
use super::districts::{DistrictsAnswer, DistrictsQuestion};
use super::group_changes::{GroupChangesAnswer, group_changes};
use super::groups::GroupQuestion;
use super::groups_over_time::{GroupsOverTime, groups_over_time};
use super::harm::{HarmAnswer, HarmQuestion};
use super::priority::{CohortScope, PriorityAnswer, priority};
use super::question::Question;
use super::targets::trend_with_targets;
use super::targets::{Scorecard, ScorecardTime, scorecard};
use super::trend::TrendAnswer;
use crate::data::Period;

/// A question with the way in which it is looked at, and everything else that its answer depends on
/// besides the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The measure over periods.
    Trend(Question),
    /// The groups of one period, each against the rest.
    Breakdown(GroupQuestion),
    /// The groups in every period.
    GroupsOverTime(GroupQuestion),
    /// The groups then and now.
    Change(GroupQuestion),
    /// The answers by groups of people, as a table.
    CrossTab(CrossTabQuestion),
    /// The whole scale of answers.
    Answers(ScaleQuestion),
    /// Areas of one kind side by side.
    Districts(DistrictsQuestion),
    /// What people are concerned about.
    Concerns(ConcernsQuestion),
    /// Offences by number, by harm and by concern.
    Harm(HarmQuestion),
    /// The project's targets; the question is that of the other tabs.
    Scorecard(Question, ScorecardTime),
    /// A review of priorities, and what moved since another.
    Matrix(AssessmentsQuestion),
    /// Several measures against an earlier period.
    ChangeTable(Question, ChangeTableScope),
    /// Who is to be looked at first, among which cohorts.
    PriorityCohorts(Question, CohortScope),
}

/// The answer to what was asked; cheap to clone.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The measure over periods.
    Trend(Arc<TrendAnswer>),
    /// The groups of one period, each against the rest.
    Breakdown(Arc<BreakdownAnswer>),
    /// The groups in every period.
    GroupsOverTime(Arc<GroupsOverTime>),
    /// The groups then and now.
    Change(Arc<GroupChangesAnswer>),
    /// The answers by groups of people, as a table.
    CrossTab(Arc<CrossTabAnswer>),
    /// The whole scale of answers.
    Answers(Arc<ScaleAnswer>),
    /// Areas of one kind side by side.
    Districts(Arc<DistrictsAnswer>),
    /// What people are concerned about.
    Concerns(Arc<ConcernsAnswer>),
    /// Offences by number, by harm and by concern.
    Harm(Arc<HarmAnswer>),
    /// The project's targets.
    Scorecard(Arc<Scorecard>),
    /// A review of priorities, and what moved since another.
    Matrix(Arc<AssessmentsAnswer>),
    /// Several measures against an earlier period.
    ChangeTable(Arc<ChangeTableAnswer>),
    /// Who is to be looked at first.
    PriorityCohorts(Arc<PriorityAnswer>),
}

impl Asked {
    /// The question; `None` where it is about reviews of priorities, which have no measure.
    pub const fn question(&self) -> Option<&Question> {
        match self {
            Self::Breakdown(asked) | Self::GroupsOverTime(asked) | Self::Change(asked) => {
                Some(&asked.question)
            }
            Self::CrossTab(asked) => Some(&asked.question),
            Self::Answers(asked) => Some(&asked.question),
            Self::Districts(asked) => Some(&asked.question),
            Self::Concerns(asked) => Some(&asked.question),
            Self::Harm(asked) => Some(&asked.question),
            Self::Trend(question)
            | Self::PriorityCohorts(question, _)
            | Self::Scorecard(question, _)
            | Self::ChangeTable(question, _) => Some(question),
            Self::Matrix(_) => None,
        }
    }

    /// Whether a catalogue holds what it is about.
    pub fn is_held(&self, catalogue: &Catalogue) -> bool {
        match self.question() {
            Some(question) => catalogue.entry(&question.measure).is_some(),
            None => catalogue.has_reviews(),
        }
    }

    /// How many observations are gone through for the answer, at most.
    pub fn observation_count(&self, catalogue: &Catalogue) -> usize {
        match self {
            Self::Trend(_)
            | Self::Breakdown(_)
            | Self::GroupsOverTime(_)
            | Self::Change(_)
            | Self::CrossTab(_)
            | Self::Answers(_)
            | Self::Districts(_)
            | Self::PriorityCohorts(..) => self
                .question()
                .and_then(|question| catalogue.entry(&question.measure))
                .map_or(0, MeasureEntry::observation_count),
            Self::Concerns(asked) => asked.observation_count(catalogue),
            Self::Matrix(_) => {
                let sources = catalogue.sources().iter();
                sources.map(|source| source.assessments.len()).sum()
            }
            Self::ChangeTable(..) | Self::Scorecard(..) | Self::Harm(_) => {
                let sources = catalogue.sources().iter();
                sources.map(|source| source.observations.len()).sum()
            }
        }
    }

    /// The answer; `None` where no source holds what is asked for.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<Answer> {
        match self {
            Self::Breakdown(asked) => {
                let answer = breakdown(catalogue, asked);
                answer.map(Arc::new).map(Answer::Breakdown)
            }
            Self::GroupsOverTime(asked) => groups_over_time(catalogue, asked)
                .map(Arc::new)
                .map(Answer::GroupsOverTime),
            Self::Change(asked) => {
                let answer = group_changes(catalogue, asked);
                answer.map(Arc::new).map(Answer::Change)
            }
            Self::CrossTab(asked) => Some(Answer::CrossTab(Arc::new(asked.answer(catalogue)))),
            Self::Answers(asked) => Some(Answer::Answers(Arc::new(asked.answer(catalogue)))),
            Self::Districts(asked) => asked.answer(catalogue).map(Arc::new).map(Answer::Districts),
            Self::Concerns(asked) => asked.answer(catalogue).map(Arc::new).map(Answer::Concerns),
            Self::Harm(asked) => asked.answer(catalogue).map(Arc::new).map(Answer::Harm),
            Self::Trend(question) => trend_with_targets(catalogue, question)
                .map(Arc::new)
                .map(Answer::Trend),
            Self::Scorecard(_, time) => {
                let scorecard = scorecard(catalogue, *time);
                Some(Answer::Scorecard(Arc::new(scorecard)))
            }
            Self::Matrix(asked) => asked.answer(catalogue).map(Arc::new).map(Answer::Matrix),
            Self::ChangeTable(question, scope) => change_table(catalogue, question, scope)
                .map(Arc::new)
                .map(Answer::ChangeTable),
            Self::PriorityCohorts(question, scope) => priority(catalogue, question, *scope)
                .map(Arc::new)
                .map(Answer::PriorityCohorts),
        }
    }
}

impl Answer {
    /// Whether it is the very same answer, not another one that says the same.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Trend(one), Self::Trend(other)) => Arc::ptr_eq(one, other),
            (Self::Breakdown(one), Self::Breakdown(other)) => Arc::ptr_eq(one, other),
            (Self::GroupsOverTime(one), Self::GroupsOverTime(other)) => Arc::ptr_eq(one, other),
            (Self::Change(one), Self::Change(other)) => Arc::ptr_eq(one, other),
            (Self::CrossTab(one), Self::CrossTab(other)) => Arc::ptr_eq(one, other),
            (Self::Answers(one), Self::Answers(other)) => Arc::ptr_eq(one, other),
            (Self::Districts(one), Self::Districts(other)) => Arc::ptr_eq(one, other),
            (Self::Concerns(one), Self::Concerns(other)) => Arc::ptr_eq(one, other),
            (Self::Harm(one), Self::Harm(other)) => Arc::ptr_eq(one, other),
            (Self::Scorecard(one), Self::Scorecard(other)) => Arc::ptr_eq(one, other),
            (Self::Matrix(one), Self::Matrix(other)) => Arc::ptr_eq(one, other),
            (Self::ChangeTable(one), Self::ChangeTable(other)) => Arc::ptr_eq(one, other),
            (Self::PriorityCohorts(one), Self::PriorityCohorts(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }

    /// The latest period of which it speaks; `None` where it speaks of none, or of several measures at once.
    pub fn last_period(&self) -> Option<Period> {
        match self {
            Self::Trend(answer) => answer.periods.last().copied(),
            Self::Breakdown(answer) => answer.period,
            Self::GroupsOverTime(answer) => answer.trend.periods.last().copied(),
            Self::Change(answer) => answer.periods.map(|(_, to)| to),
            Self::CrossTab(answer) => answer.table.as_ref().ok()?.period,
            Self::Answers(answer) => answer.scale.as_ref().ok()?.period,
            Self::Districts(answer) => answer.trend.periods.last().copied(),
            Self::Concerns(answer) => answer.period,
            Self::Harm(answer) => answer.table.period,
            Self::ChangeTable(answer) => answer.period,
            Self::PriorityCohorts(answer) => answer.now,
            Self::Matrix(answer) => answer.review.key.period,
            Self::Scorecard(card) => card.as_of.or_else(|| card.periods.first().copied()),
        }
    }

    /// The trend, where it is one.
    pub const fn trend(&self) -> Option<&Arc<TrendAnswer>> {
        match self {
            Self::Trend(answer) => Some(answer),
            Self::Breakdown(_)
            | Self::GroupsOverTime(_)
            | Self::Change(_)
            | Self::CrossTab(_)
            | Self::Answers(_)
            | Self::Districts(_)
            | Self::Concerns(_)
            | Self::Harm(_)
            | Self::Scorecard(_)
            | Self::Matrix(_)
            | Self::ChangeTable(_)
            | Self::PriorityCohorts(_) => None,
        }
    }
}
