//! The ways of looking at a measure that are drawn as charts.

use serde::{Deserialize, Serialize};

use super::{BreakdownDrawing, View};
use crate::analysis::change_table::{ChangeTableScope, RowsBy};
use crate::analysis::{Asked, GroupQuestion, HarmQuestion, Question};

/// A way of looking at a measure that is drawn as a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChartKind {
    /// The measure over periods.
    #[default]
    Trend,
    /// The groups of one period, each against the rest.
    Breakdown,
    /// The groups then and now.
    Change,
    /// Who is to be looked at first.
    PriorityCohorts,
    /// The answers by groups of people, as a table.
    CrossTab,
    /// The whole scale of answers.
    Answers,
    /// Areas of one kind side by side.
    Districts,
    /// What people are concerned about.
    Concerns,
    /// Offences by number, by harm and by concern.
    Harm,
    /// Several measures against an earlier period.
    ChangeTable,
    /// The project's targets.
    Scorecard,
    /// A review of priorities, and what moved since another.
    Matrix,
}

impl ChartKind {
    /// Its name on the screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Trend => "Trend",
            Self::Breakdown => "Breakdown",
            Self::Change => "Change",
            Self::PriorityCohorts => "Priority cohorts",
            Self::CrossTab => "Cross-tab",
            Self::Answers => "Answers",
            Self::Districts => "Districts",
            Self::Concerns => "Concerns",
            Self::Harm => "Harm",
            Self::ChangeTable => "Change table",
            Self::Scorecard => "Scorecard",
            Self::Matrix => "Matrix",
        }
    }

    /// Whether it is drawn as a table.
    pub const fn is_table(self) -> bool {
        matches!(self, Self::CrossTab | Self::ChangeTable | Self::Scorecard)
    }

    /// Whether it shows the measure of the question, and not the whole project.
    pub const fn is_about_measure(self) -> bool {
        !matches!(self, Self::Scorecard | Self::Matrix)
    }
}

impl View {
    /// What has to be worked out for a chart; `None` until a measure is chosen, where it is about one.
    pub fn asked(&self, kind: ChartKind) -> Option<Asked> {
        if kind == ChartKind::Matrix {
            return Some(Asked::Matrix(self.matrix.asked()));
        }
        let question = self.question.clone()?;
        Some(match kind {
            ChartKind::Trend => Asked::Trend(question),
            ChartKind::Breakdown => {
                let asked = self.group_question(question);
                match self.groups.breakdown_drawing {
                    BreakdownDrawing::Dots => Asked::Breakdown(asked),
                    BreakdownDrawing::Heatmap | BreakdownDrawing::SmallMultiples => {
                        Asked::GroupsOverTime(asked)
                    }
                }
            }
            ChartKind::Change => Asked::Change(self.group_question(question)),
            ChartKind::CrossTab => Asked::CrossTab(self.cross_tab.asked(question)),
            ChartKind::Answers => {
                Asked::Answers(self.scale.asked(question, &self.cross_tab.setting))
            }
            ChartKind::Districts => Asked::Districts(self.districts.asked(question)),
            ChartKind::Concerns => Asked::Concerns(self.concerns.asked(question)),
            ChartKind::Harm => Asked::Harm(HarmQuestion {
                question,
                scope: ChangeTableScope {
                    by: RowsBy::Measures,
                    ..self.change_table.scope.clone()
                },
            }),
            ChartKind::Scorecard => {
                let today = jiff::Zoned::now().date();
                Asked::Scorecard(question, self.scorecard.time(today))
            }
            ChartKind::Matrix => Asked::Matrix(self.matrix.asked()),
            ChartKind::ChangeTable => Asked::ChangeTable(question, self.change_table.scope.clone()),
            ChartKind::PriorityCohorts => Asked::PriorityCohorts(question, self.priority.scope()),
        })
    }

    fn group_question(&self, question: Question) -> GroupQuestion {
        GroupQuestion {
            question,
            every_dimension: self.groups.every_dimension,
        }
    }
}
