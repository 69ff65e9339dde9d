//! A review of priorities: the chart, kept as long as what it shows stays the same.

use std::sync::Arc;

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use crate::analysis::{AssessmentsAnswer, Provenance};
use crate::chart::{AssessmentChart, MarkedChart as _};
use crate::project::MatrixSpec;

/// The chart as it was drawn last, and what is selected.
#[derive(Debug, Default)]
pub struct MatrixViewState {
    /// The mark that is selected; of the model that is on show.
    selected: Option<usize>,
    modelled: Option<Modelled>,
    drawn: MarkedViewState<Arc<AssessmentChart>>,
}

/// A model, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Arc<AssessmentsAnswer>,
    spec: MatrixSpec,
    model: Arc<AssessmentChart>,
}

impl MatrixViewState {
    /// The model of what is on show: the last one where nothing changed.
    fn model(
        &mut self,
        answer: &Arc<AssessmentsAnswer>,
        spec: &MatrixSpec,
    ) -> Arc<AssessmentChart> {
        let is_same = |kept: &Modelled| Arc::ptr_eq(&kept.answer, answer) && kept.spec == *spec;
        let kept = self.modelled.take().filter(is_same);
        let modelled = kept.unwrap_or_else(|| {
            // Its marks stand for something else.
            self.selected = None;
            Modelled {
                answer: answer.clone(),
                spec: spec.clone(),
                model: Arc::new(AssessmentChart::new(answer, spec)),
            }
        });
        self.modelled.insert(modelled).model.clone()
    }

    /// The cells behind what is selected, or behind the first mark, and what they are.
    pub(super) fn cells(&self, answer: &AssessmentsAnswer) -> Option<(Provenance, String)> {
        let model = &self.modelled.as_ref()?.model;
        let mark = self.selected.unwrap_or(0);
        let lines = model.mark_lines(mark);
        let words = lines.get(..lines.len().min(2)).unwrap_or_default();
        Some((model.provenance(answer, mark)?, words.join(" · ")))
    }

    /// What is said of what is selected, or of the first mark, line by line; the last is its cell.
    pub(super) fn lines(
        &mut self,
        answer: &Arc<AssessmentsAnswer>,
        spec: &MatrixSpec,
    ) -> Vec<String> {
        let model = self.model(answer, spec);
        model.mark_lines(self.selected.unwrap_or(0))
    }
}

/// Draws the chart of a review.
pub(super) fn matrix_view_ui(
    ui: &mut Ui,
    spec: &MatrixSpec,
    answer: &Arc<AssessmentsAnswer>,
    state: &mut MatrixViewState,
) {
    let model = state.model(answer, spec);
    let chosen = marked_view_ui(ui, &mut state.drawn, model, state.selected);
    if let Some(chosen) = chosen {
        state.selected = chosen;
    }
}
