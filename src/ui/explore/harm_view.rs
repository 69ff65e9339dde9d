//! Offences by number, by harm and by concern: the chart, kept as long as what it shows stays the same.

use std::sync::Arc;

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use super::state::ExploreTab;
use crate::analysis::harm::HarmRow;
use crate::analysis::{HarmAnswer, MeasureKey};
use crate::chart::HarmModel;
use crate::ui::action::{Action, Actions};

/// The chart as it was drawn last, and the selected offence.
#[derive(Debug, Default)]
pub struct HarmViewState {
    selected: Option<MeasureKey>,
    modelled: Option<(Arc<HarmAnswer>, Arc<HarmModel>)>,
    view: MarkedViewState<Arc<HarmModel>>,
}

impl HarmViewState {
    fn place(&self, answer: &HarmAnswer) -> Option<usize> {
        let selected = self.selected.as_ref()?;
        answer.rows.iter().position(|row| row.key == *selected)
    }

    /// The selected offence; where there is none, the one that was asked about, else the most frequent.
    pub fn row<'a>(&self, answer: &'a HarmAnswer) -> Option<&'a HarmRow> {
        let selected = self.place(answer);
        let selected = selected.and_then(|place| answer.rows.get(place));
        let own = || answer.rows.iter().find(|row| row.is_own);
        selected.or_else(own).or_else(|| answer.rows.first())
    }

    /// The model of what is on show: the last one where nothing changed.
    fn model(&mut self, answer: &Arc<HarmAnswer>) -> Arc<HarmModel> {
        let kept = self
            .modelled
            .take()
            .filter(|(held, _)| Arc::ptr_eq(held, answer));
        let modelled = kept.unwrap_or_else(|| {
            let model = Arc::new(HarmModel::new(answer));
            (answer.clone(), model)
        });
        self.modelled.insert(modelled).1.clone()
    }
}

/// Draws the chart.
pub(super) fn harm_view_ui(
    ui: &mut Ui,
    answer: &Arc<HarmAnswer>,
    state: &mut HarmViewState,
    actions: &mut Actions,
) {
    let model = state.model(answer);
    let selected = state.place(answer);
    let key_of = |mark: usize| Some(answer.rows.get(mark)?.key.clone());
    if let Some(chosen) = marked_view_ui(ui, &mut state.view, model, selected) {
        state.selected = chosen.and_then(key_of);
    }
    if let Some(key) = state.view.take_opened().and_then(key_of) {
        actions.send(Action::ShowMeasure(key));
        actions.send(Action::ShowTab(ExploreTab::Trend));
    }
}
