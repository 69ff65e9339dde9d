//! A scale of answers on the screen.

use std::sync::Arc;

use egui::Ui;

use super::cross_tab_view::not_surveyed_ui;
use super::marked_view::{MarkedViewState, marked_view_ui};
use crate::analysis::answer_scale::ScaleAnswer;
use crate::chart::ScaleChart;
use crate::project::View;
use crate::ui::action::Actions;

/// The chart as it was drawn last, and the bar that is selected, by its label.
#[derive(Debug, Default)]
pub struct ScaleViewState {
    selected: Option<String>,
    drawn: MarkedViewState<ScaleChart>,
}

/// Draws the chart in a card that fills what is left.
pub(super) fn scale_view_ui(
    ui: &mut Ui,
    view: &View,
    answer: &Arc<ScaleAnswer>,
    state: &mut ScaleViewState,
    actions: &mut Actions,
) {
    if let Err(why) = &answer.scale {
        not_surveyed_ui(ui, why, &answer.choices, actions);
        return;
    }
    let model = ScaleChart::among(answer, &view.scale, &view.cross_tab.setting.among);
    let labels: Vec<String> = model.rows.iter().map(|row| row.label.clone()).collect();
    let place = |label: &String| labels.iter().position(|held| held == label);
    let selected = state.selected.as_ref().and_then(place);
    if let Some(chosen) = marked_view_ui(ui, &mut state.drawn, model, selected) {
        state.selected = chosen.and_then(|mark| labels.get(mark).cloned());
    }
}
