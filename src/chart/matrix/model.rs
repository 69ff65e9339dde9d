//! A review of priorities before it is laid out, in one of the ways in which it is drawn.

use super::grid_layout;
use super::grid_model::{GridAxis, GridModel};
use super::matrix_layout;
use super::matrix_model::MatrixModel;
use super::movement_layout;
use super::movement_model::MovementModel;
use crate::analysis::assessments::Review;
use crate::analysis::{AssessmentsAnswer, Provenance};
use crate::chart::contents::{ChartContents, ChartWords, Contents};
use crate::chart::marked::MarkedChart;
use crate::chart::scene::Scene;
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::data::CellRef;
use crate::project::{MatrixDrawing, MatrixSpec};

/// A review of priorities before it is laid out: every word, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub enum AssessmentChart {
    /// A priority a row, a criterion a column.
    Matrix(MatrixModel),
    /// What moved since another review.
    Movement(MovementModel),
    /// Two criteria against one another.
    Grid(GridModel),
}

impl AssessmentChart {
    /// The chart of an answer as a spec wants it.
    pub fn new(answer: &AssessmentsAnswer, spec: &MatrixSpec) -> Self {
        match spec.drawing {
            MatrixDrawing::Matrix => Self::Matrix(MatrixModel::new(answer)),
            MatrixDrawing::Movement => Self::Movement(MovementModel::new(answer)),
            MatrixDrawing::Grid => Self::Grid(GridModel::new(answer, spec)),
        }
    }

    /// The cells behind a mark.
    pub fn provenance(&self, answer: &AssessmentsAnswer, mark: usize) -> Option<Provenance> {
        let of = |review: &Review, cells: Vec<CellRef>| Provenance {
            source: review.source.clone(),
            cells,
        };
        let review = &answer.review;
        match self {
            Self::Matrix(model) => {
                let columns = model.criteria.len();
                let subject = review.subjects.get(mark.checked_div(columns)?)?;
                let judgement = subject.judgements.get(mark.checked_rem(columns)?)?;
                let cell = judgement.as_ref().map_or(subject.cell, |held| held.cell);
                Some(of(review, vec![cell]))
            }
            Self::Movement(model) => {
                let (review, place) = match mark.checked_sub(model.later.len()) {
                    None => (review, mark),
                    Some(place) => (&answer.since.as_ref()?.0, place),
                };
                Some(of(review, vec![review.subjects.get(place)?.cell]))
            }
            Self::Grid(model) => {
                let subject = review.subjects.get(model.subjects.get(mark)?.place)?;
                let (across, up) = model.axes.as_ref()?;
                let cell = |axis: &GridAxis| {
                    let judgement = subject.judgements.get(axis.criterion)?.as_ref()?;
                    Some(judgement.cell)
                };
                let cells = [cell(across), cell(up)].into_iter().flatten().collect();
                Some(of(review, cells))
            }
        }
    }

    /// Its words.
    pub const fn words(&self) -> &ChartWords {
        match self {
            Self::Matrix(model) => &model.words,
            Self::Movement(model) => &model.words,
            Self::Grid(model) => &model.words,
        }
    }
}

impl MarkedChart for AssessmentChart {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        match self {
            Self::Matrix(model) => matrix_layout::layout(model, size, theme, measure),
            Self::Movement(model) => movement_layout::layout(model, size, theme, measure),
            Self::Grid(model) => grid_layout::layout(model, size, theme, measure),
        }
    }

    fn what_this_shows(&self) -> &str {
        &self.words().what_this_shows
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        match self {
            Self::Matrix(model) => matrix_layout::least_height(model),
            Self::Movement(model) => movement_layout::least_height(model),
            Self::Grid(model) => grid_layout::least_height(model),
        }
    }

    fn mark_count(&self) -> usize {
        match self {
            Self::Matrix(model) => model.rows.len() * model.criteria.len(),
            Self::Movement(model) => model.later.len() + model.earlier.len(),
            Self::Grid(model) => model.subjects.len(),
        }
    }

    fn marks_in_a_row(&self) -> usize {
        match self {
            Self::Matrix(model) => model.criteria.len().max(1),
            Self::Movement(_) | Self::Grid(_) => 1,
        }
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        let lines = match self {
            Self::Matrix(model) => {
                let columns = model.criteria.len().max(1);
                let row = model.rows.get(mark / columns);
                row.and_then(|row| row.lines.get(mark % columns))
            }
            Self::Movement(model) => {
                let mut ends = model.later.iter().chain(&model.earlier);
                ends.nth(mark).map(|end| &end.lines)
            }
            Self::Grid(model) => model.subjects.get(mark).map(|subject| &subject.lines),
        };
        lines.cloned().unwrap_or_default()
    }
}

impl Contents for AssessmentChart {
    fn contents(&self, _theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: self.words().clone(),
            table: match self {
                Self::Matrix(model) => model.table(),
                Self::Movement(model) => model.table(),
                Self::Grid(model) => model.table(),
            },
            native: None,
        }
    }
}
