//! Reviews of priorities.

use super::Publishable;
use crate::analysis::AssessmentsAnswer;
use crate::chart::{AssessmentChart, ChartSize, ChartTheme, MeasureText};
use crate::project::MatrixSpec;

impl Publishable {
    /// Lays out a review of priorities; none of its judgements is about people who could be told.
    pub fn matrix(
        answer: &AssessmentsAnswer,
        spec: &MatrixSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let model = AssessmentChart::new(answer, spec);
        Self::of(&model, size, theme, measure, Vec::new())
    }
}
