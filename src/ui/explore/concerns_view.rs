//! A list of concerns: the chart, kept as long as what it shows stays the same, and where an issue leads when it
//! is opened: to its trend.

use std::sync::Arc;

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use super::screen::Exploring;
use super::state::ExploreTab;
use crate::analysis::concerns::{ConcernItem, ConcernRow};
use crate::analysis::{Comparator, ConcernsAnswer, Question, Split};
use crate::chart::ConcernsModel;
use crate::data::Cohort;
use crate::project::{ConcernsSpec, Edit};
use crate::ui::action::{Action, Actions};

/// The chart of concerns as it was drawn last, and the selected issue.
#[derive(Debug, Default)]
pub struct ConcernsViewState {
    selected: Option<ConcernItem>,
    modelled: Option<Modelled>,
    view: MarkedViewState<Arc<ConcernsModel>>,
}

/// A model, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Arc<ConcernsAnswer>,
    spec: ConcernsSpec,
    model: Arc<ConcernsModel>,
}

impl ConcernsViewState {
    fn place(&self, answer: &ConcernsAnswer) -> Option<usize> {
        let selected = self.selected.as_ref()?;
        answer.rows.iter().position(|row| row.item == *selected)
    }

    /// The selected issue; where there is none, the most named.
    pub fn row<'a>(&self, answer: &'a ConcernsAnswer) -> Option<&'a ConcernRow> {
        let place = self.place(answer).unwrap_or_default();
        answer.rows.get(place)
    }

    /// The model of what is on show: the last one where nothing changed.
    fn model(&mut self, answer: &Arc<ConcernsAnswer>, spec: &ConcernsSpec) -> Arc<ConcernsModel> {
        let kept = self
            .modelled
            .take()
            .filter(|kept| Arc::ptr_eq(&kept.answer, answer) && kept.spec == *spec);
        let modelled = kept.unwrap_or_else(|| Modelled {
            answer: answer.clone(),
            spec: spec.clone(),
            model: Arc::new(ConcernsModel::new(answer, spec)),
        });
        self.modelled.insert(modelled).model.clone()
    }
}

/// Draws the chart.
pub(super) fn concerns_view_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &Arc<ConcernsAnswer>,
    state: &mut ConcernsViewState,
    actions: &mut Actions,
) {
    let model = state.model(answer, &exploring.project.view.concerns);
    let drawn = model.rows.len();
    let selected = state.place(answer).filter(|place| *place < drawn);
    let item_of = |mark: usize| Some(answer.rows.get(mark)?.item.clone());
    if let Some(chosen) = marked_view_ui(ui, &mut state.view, model, selected) {
        state.selected = chosen.and_then(item_of);
    }
    if let Some(item) = state.view.take_opened().and_then(item_of) {
        open_trend(exploring, answer, &item, actions);
    }
}

/// Shows an issue over time, with the wider area beside it.
pub(super) fn open_trend(
    exploring: &Exploring<'_>,
    answer: &ConcernsAnswer,
    item: &ConcernItem,
    actions: &mut Actions,
) {
    let Some(question) = &exploring.project.view.question else {
        return;
    };
    let cohort = match &item.category {
        None => question.cohort.clone(),
        Some((dimension, category)) => Cohort::of(dimension.as_str(), category.as_str()),
    };
    actions.edit(Edit::Ask(Question {
        measure: item.measure.clone(),
        split: Split::Areas,
        areas: Some(answer.area.clone())
            .filter(|area| !area.is_empty())
            .into_iter()
            .collect(),
        cohort,
        comparator: match &answer.wider {
            Some(wider) => Comparator::Area(wider.clone()),
            None => Comparator::Nothing,
        },
        ..question.clone()
    }));
    actions.send(Action::Select(None));
    actions.send(Action::ShowTab(ExploreTab::Trend));
}
