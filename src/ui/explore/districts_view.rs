//! Areas side by side: the chart, kept as long as what it shows stays the same.

use std::sync::Arc;

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use super::state::ExploreState;
use crate::analysis::DistrictsAnswer;
use crate::chart::{
    ChartSize, ChartTheme, Crosshair, DistrictsModel, MarkedChart, MeasureText, Scene,
};
use crate::project::DistrictsSpec;

/// The chart as it was drawn last, and the area that is selected.
#[derive(Debug, Default)]
pub struct DistrictsViewState {
    /// The area that is selected, by name.
    pub selected: Option<String>,
    /// Whether every area has a tick that makes it a peer.
    pub is_choosing_peers: bool,
    /// What is being typed of whose boundaries are: the name of the file, and the words.
    pub(super) attribution: Option<(String, String)>,
    modelled: Option<Modelled>,
    drawn: MarkedViewState<Shown>,
}

/// A model, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Arc<DistrictsAnswer>,
    spec: DistrictsSpec,
    model: Arc<DistrictsModel>,
}

/// A model that is shared, so that whether it is the same is seen at once.
#[derive(Clone, Debug)]
struct Shown(Arc<DistrictsModel>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl MarkedChart for Shown {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        self.0.layout(size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        self.0.what_this_shows()
    }

    fn least_height_pt(&self, width_pt: f32) -> f32 {
        self.0.least_height_pt(width_pt)
    }

    fn mark_count(&self) -> usize {
        self.0.mark_count()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.0.mark_lines(mark)
    }

    fn crosshair(&self, x: f64) -> Option<Crosshair> {
        self.0.crosshair(x)
    }
}

impl DistrictsViewState {
    /// The model of what is on show: the last one where nothing changed.
    fn model(
        &mut self,
        answer: &Arc<DistrictsAnswer>,
        spec: &DistrictsSpec,
    ) -> Arc<DistrictsModel> {
        let kept = self
            .modelled
            .take()
            .filter(|kept| Arc::ptr_eq(&kept.answer, answer) && kept.spec == *spec);
        let modelled = kept.unwrap_or_else(|| Modelled {
            answer: answer.clone(),
            spec: spec.clone(),
            model: Arc::new(DistrictsModel::new(answer, spec)),
        });
        self.modelled.insert(modelled).model.clone()
    }
}

/// Draws the chart of areas side by side.
pub(super) fn districts_view_ui(
    ui: &mut Ui,
    spec: &DistrictsSpec,
    answer: &Arc<DistrictsAnswer>,
    state: &mut ExploreState,
) {
    let state = &mut state.districts;
    let model = state.model(answer, spec);
    let selected = state
        .selected
        .as_deref()
        .and_then(|area| answer.place_of(area));
    let chosen = marked_view_ui(ui, &mut state.drawn, Shown(model), selected);
    if let Some(chosen) = chosen {
        let line = chosen.and_then(|mark| answer.lines().nth(mark));
        state.selected = line.map(|line| line.key.area.clone());
    }
}
