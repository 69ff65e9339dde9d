//! The chart in its card, laid out once for what is on show, and what it shows in words below it.

use std::sync::Arc;

use egui::{Ui, Vec2, vec2};

use super::selected_point::point_in_front;
use super::state::ExploreState;
use super::surface::Surface;
use crate::analysis::TrendAnswer;
use crate::base::typeface::Weight;
use crate::chart::{ChartSize, ChartTheme, Inter, Scene, TrendModel, Viewport, layout};
use crate::project::{Project, TrendSpec};
use crate::ui::action::Actions;
use crate::ui::kit::{Card, Tone, text};

/// The room that the card below the chart needs, with the gap to it.
pub const WHAT_THIS_SHOWS_HEIGHT: f32 = 78.0;

/// The chart as it was drawn last.
#[derive(Debug, Default)]
pub struct ChartViewState {
    drawn: Option<Drawn>,
    /// The part of the data on show; `None` is all of it.
    viewport: Option<Viewport>,
}

/// A model and its scene, with everything that they depend on.
#[derive(Debug)]
struct Drawn {
    answer: Arc<TrendAnswer>,
    spec: TrendSpec,
    size: Vec2,
    viewport: Option<Viewport>,
    is_dark: bool,
    model: TrendModel,
    scene: Scene,
}

impl ChartViewState {
    /// Whether less than all of the data is on show.
    pub const fn is_zoomed(&self) -> bool {
        self.viewport.is_some()
    }

    /// Shows all of the data again.
    pub const fn show_all(&mut self) {
        self.viewport = None;
    }

    /// The model and scene for what is on show: those drawn last where nothing changed.
    fn draw(
        &mut self,
        answer: &Arc<TrendAnswer>,
        spec: &TrendSpec,
        size: Vec2,
        is_dark: bool,
    ) -> &Drawn {
        let same_chart = |drawn: &Drawn| Arc::ptr_eq(&drawn.answer, answer) && drawn.spec == *spec;
        let kept = self.drawn.take();
        let was_other_chart = kept
            .as_ref()
            .is_some_and(|drawn| !Arc::ptr_eq(&drawn.answer, answer));
        if was_other_chart {
            self.viewport = None;
        }
        let viewport = self.viewport;
        let is_current = |drawn: &Drawn| {
            same_chart(drawn)
                && drawn.size == size
                && drawn.viewport == viewport
                && drawn.is_dark == is_dark
        };
        let drawn = match kept {
            Some(drawn) if is_current(&drawn) => drawn,
            kept => {
                let model = match kept {
                    Some(drawn) if same_chart(&drawn) => drawn.model,
                    _ => TrendModel::new(answer, spec),
                };
                let theme = if is_dark {
                    ChartTheme::dark()
                } else {
                    ChartTheme::light()
                };
                let scene = layout(
                    &model,
                    ChartSize::new(size.x, size.y),
                    &theme,
                    viewport,
                    Inter::bundled(),
                );
                Drawn {
                    answer: answer.clone(),
                    spec: spec.clone(),
                    size,
                    viewport,
                    is_dark,
                    model,
                    scene,
                }
            }
        };
        self.drawn.insert(drawn)
    }
}

/// Draws the chart's card, `height` points high, and under it what the chart shows in words.
pub fn chart_view_ui(
    ui: &mut Ui,
    project: &Project,
    answer: &Arc<TrendAnswer>,
    state: &mut ExploreState,
    actions: &mut Actions,
    height: f32,
) {
    let spec = &project.view.trend;
    Card::new().padding(Vec2::ZERO).show(ui, |ui| {
        let size = vec2(ui.available_width(), height - 2.0).round();
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let is_dark = ui.visuals().dark_mode;
        let selected = state
            .selected
            .clone()
            .filter(|selected| selected.find(answer).is_some())
            .or_else(|| point_in_front(answer, spec));
        let drawn = state.chart.draw(answer, spec, size, is_dark);
        let surface = Surface {
            answer,
            spec,
            model: &drawn.model,
            scene: &drawn.scene,
            viewport: drawn.viewport,
            origin: rect.min,
            selected: selected.as_ref(),
        };
        let viewport = surface.ui(ui, actions);
        if viewport != state.chart.viewport {
            state.chart.viewport = viewport;
            ui.ctx().request_repaint();
        }
    });
    let words = state
        .chart
        .drawn
        .as_ref()
        .map_or("", |drawn| drawn.model.what_this_shows.as_str());
    ui.scope(|ui| what_this_shows_ui(ui, words));
}

fn what_this_shows_ui(ui: &mut Ui, words: &str) {
    Card::new().edge(Tone::Good).show(ui, |ui| {
        ui.set_min_height(40.0);
        let words = format!(" {words}");
        let parts = [
            (Weight::SemiBold, "What this shows."),
            (Weight::Regular, words.as_str()),
        ];
        ui.label(text::paragraph(ui, &parts));
    });
}
