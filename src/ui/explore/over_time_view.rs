//! Groups in every period: the heatmap or the small charts, kept as long as what they show stays the same.

use std::sync::Arc;

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use crate::analysis::{GroupsOverTime, SeriesKey};
use crate::chart::{
    ChartSize, ChartTheme, Crosshair, DistrictsModel, HeatmapModel, MarkedChart, MeasureText, Scene,
};
use crate::data::Period;
use crate::project::{BreakdownDrawing, GroupSpec};

/// The chart as it was drawn last, and what is selected.
#[derive(Debug, Default)]
pub struct OverTimeViewState {
    /// The group and the period that are selected; nothing is until somebody selects it.
    pub selected: Option<(SeriesKey, Period)>,
    modelled: Option<Modelled>,
    drawn: MarkedViewState<Shown>,
}

/// A model, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Arc<GroupsOverTime>,
    spec: GroupSpec,
    model: Shown,
}

/// A model that is shared, so that whether it is the same is seen at once.
#[derive(Clone, Debug)]
enum Shown {
    Heatmap(Arc<HeatmapModel>),
    SmallMultiples(Arc<DistrictsModel>),
}

impl Shown {
    fn new(answer: &GroupsOverTime, spec: &GroupSpec) -> Self {
        match spec.breakdown_drawing {
            BreakdownDrawing::SmallMultiples => {
                Self::SmallMultiples(Arc::new(DistrictsModel::of_groups(answer)))
            }
            BreakdownDrawing::Dots | BreakdownDrawing::Heatmap => {
                Self::Heatmap(Arc::new(HeatmapModel::new(answer, spec)))
            }
        }
    }

    /// The mark of what is selected.
    fn mark_of(&self, answer: &GroupsOverTime, selected: &(SeriesKey, Period)) -> Option<usize> {
        let (key, period) = selected;
        match self {
            Self::Heatmap(model) => {
                let mut periods = answer.periods().iter();
                let period = periods.position(|held| held.covers_same_days(period))?;
                model.mark_of(key, period)
            }
            Self::SmallMultiples(_) => answer.groups.iter().position(|group| group.key == *key),
        }
    }

    /// What a mark stands for: of a small chart, the group's latest cell.
    fn selected_at(&self, answer: &GroupsOverTime, mark: usize) -> Option<(SeriesKey, Period)> {
        let (key, period) = match self {
            Self::Heatmap(model) => {
                let (key, period) = model.place_of(mark)?;
                (key.clone(), period)
            }
            Self::SmallMultiples(_) => {
                let group = answer.groups.get(mark)?;
                let latest = group.points.iter().rposition(Option::is_some)?;
                (group.key.clone(), latest)
            }
        };
        Some((key, *answer.periods().get(period)?))
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Heatmap(one), Self::Heatmap(other)) => Arc::ptr_eq(one, other),
            (Self::SmallMultiples(one), Self::SmallMultiples(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl MarkedChart for Shown {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        match self {
            Self::Heatmap(model) => model.layout(size, theme, measure),
            Self::SmallMultiples(model) => model.layout(size, theme, measure),
        }
    }

    fn what_this_shows(&self) -> &str {
        match self {
            Self::Heatmap(model) => model.what_this_shows(),
            Self::SmallMultiples(model) => model.what_this_shows(),
        }
    }

    fn least_height_pt(&self, width_pt: f32) -> f32 {
        match self {
            Self::Heatmap(model) => model.least_height_pt(width_pt),
            Self::SmallMultiples(model) => model.least_height_pt(width_pt),
        }
    }

    fn mark_count(&self) -> usize {
        match self {
            Self::Heatmap(model) => model.mark_count(),
            Self::SmallMultiples(model) => model.mark_count(),
        }
    }

    fn marks_in_a_row(&self) -> usize {
        match self {
            Self::Heatmap(model) => model.marks_in_a_row(),
            Self::SmallMultiples(model) => model.marks_in_a_row(),
        }
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        match self {
            Self::Heatmap(model) => model.mark_lines(mark),
            Self::SmallMultiples(model) => model.mark_lines(mark),
        }
    }

    fn crosshair(&self, x: f64) -> Option<Crosshair> {
        match self {
            Self::Heatmap(_) => None,
            Self::SmallMultiples(model) => model.crosshair(x),
        }
    }
}

impl OverTimeViewState {
    /// The model of what is on show: the last one where nothing changed.
    fn model(&mut self, answer: &Arc<GroupsOverTime>, spec: &GroupSpec) -> Shown {
        let kept = self
            .modelled
            .take()
            .filter(|kept| Arc::ptr_eq(&kept.answer, answer) && kept.spec == *spec);
        let modelled = kept.unwrap_or_else(|| Modelled {
            answer: answer.clone(),
            spec: spec.clone(),
            model: Shown::new(answer, spec),
        });
        self.modelled.insert(modelled).model.clone()
    }

    /// The heatmap on show as cells to paste, where it is one.
    pub(super) fn heatmap(&self) -> Option<&HeatmapModel> {
        match &self.modelled.as_ref()?.model {
            Shown::Heatmap(model) => Some(model),
            Shown::SmallMultiples(_) => None,
        }
    }
}

/// Draws the chart of groups in every period.
pub(super) fn over_time_view_ui(
    ui: &mut Ui,
    spec: &GroupSpec,
    answer: &Arc<GroupsOverTime>,
    state: &mut OverTimeViewState,
) {
    let model = state.model(answer, spec);
    let selected = state.selected.as_ref();
    let selected = selected.and_then(|selected| model.mark_of(answer, selected));
    let chosen = marked_view_ui(ui, &mut state.drawn, model.clone(), selected);
    if let Some(chosen) = chosen {
        state.selected = chosen.and_then(|mark| model.selected_at(answer, mark));
    }
}
