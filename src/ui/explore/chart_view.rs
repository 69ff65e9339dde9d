//! The chart in its card, laid out once for what is on show, and what it shows in words below it.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Galley, ScrollArea, Ui, Vec2, vec2};

use super::brush::{Brush, Brushed};
use super::selected_point::point_in_front;
use super::state::{ExploreState, SelectedPoint};
use super::surface::Surface;
use crate::analysis::{Question, TrendAnswer};
use crate::base::typeface::Weight;
use crate::chart::{ChartSize, Inter, Scene, TrendModel, Viewport, layout};
use crate::project::{Project, TrendSpec, View};
use crate::ui::action::Actions;
use crate::ui::chart_look::{ChartLook, chart_look, paper};
use crate::ui::kit::{Card, Tone, text};
use crate::words::say;

/// The least height of the chart, under which the middle scrolls.
const LEAST_HEIGHT: f32 = 320.0;
/// The padding of the card with the words, left and right, and above and below.
const WORDS_PADDING: Vec2 = vec2(32.0, 20.0);
/// Two lines of words, so that the chart keeps its height from measure to measure.
const LEAST_WORDS_HEIGHT: f32 = 44.0;

/// The chart as it was drawn last.
#[derive(Debug, Default)]
pub struct ChartViewState {
    modelled: Option<Modelled>,
    drawn: Option<Drawn>,
    /// The part of the data on show; `None` is all of it.
    viewport: Option<Viewport>,
    /// The span of periods that is being chosen.
    brush: Option<Brush>,
    /// The periods that were chosen last.
    brushed: Option<Brushed>,
}

/// A model, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Arc<TrendAnswer>,
    spec: TrendSpec,
    model: TrendModel,
}

/// The scene of the model, with everything else that it depends on.
#[derive(Debug)]
struct Drawn {
    size: Vec2,
    viewport: Option<Viewport>,
    look: ChartLook,
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

    /// The periods that were chosen on the chart, where the question still asks for them.
    pub(super) fn brushed(&self, question: &Question) -> Option<Brushed> {
        self.brushed.filter(|held| held.is_of(question))
    }

    /// Begins to choose a span of periods from a point on, with the keyboard.
    pub(super) fn choose_period(&mut self, answer: &TrendAnswer, from: &SelectedPoint) {
        self.brush = from.find(answer).map(|(_, period, _)| Brush::at(period));
    }

    /// The model of what is on show: the last one where nothing changed.
    fn model(&mut self, answer: &Arc<TrendAnswer>, spec: &TrendSpec) -> &TrendModel {
        let kept = self.modelled.take();
        let is_same_answer = kept
            .as_ref()
            .is_some_and(|kept| Arc::ptr_eq(&kept.answer, answer));
        if !is_same_answer {
            self.viewport = None;
            self.brush = None;
        }
        let modelled = match kept {
            Some(kept) if is_same_answer && kept.spec == *spec => kept,
            _ => {
                self.drawn = None;
                Modelled {
                    answer: answer.clone(),
                    spec: spec.clone(),
                    model: TrendModel::new(answer, spec),
                }
            }
        };
        &self.modelled.insert(modelled).model
    }

    /// The model with its scene in a size: the last one where nothing changed.
    fn scene(&mut self, size: Vec2, look: ChartLook) -> Option<(&TrendModel, &Scene)> {
        let model = &self.modelled.as_ref()?.model;
        let viewport = self.viewport;
        let drawn = match self.drawn.take() {
            Some(drawn)
                if drawn.size == size && drawn.viewport == viewport && drawn.look == look =>
            {
                drawn
            }
            _ => {
                let theme = look.theme();
                let chart_size = ChartSize::new(size.x, size.y);
                Drawn {
                    size,
                    viewport,
                    look,
                    scene: layout(model, chart_size, &theme, viewport, Inter::bundled()),
                }
            }
        };
        Some((model, &self.drawn.insert(drawn).scene))
    }
}

/// Draws the chart's card and under it what the chart shows in words; together they fill what is left.
pub fn chart_view_ui(
    ui: &mut Ui,
    project: &Project,
    answer: &Arc<TrendAnswer>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let spec = &project.view.trend;
    let words = state.chart.model(answer, spec).what_this_shows.clone();
    with_words_ui(ui, &words, |ui, height| {
        chart_ui(ui, &project.view, answer, state, actions, height);
    });
}

/// A chart with what it shows in words under it; the chart has the height that the words leave.
pub(super) fn with_words_ui(ui: &mut Ui, words: &str, chart: impl FnOnce(&mut Ui, f32)) {
    let words = words_job(ui, words);
    let words = ui.painter().layout_job(words);
    let words_height = words.size().y.max(LEAST_WORDS_HEIGHT) + WORDS_PADDING.y;
    let below = words_height + ui.spacing().item_spacing.y;
    let room = ui.available_height() - below;
    if room >= LEAST_HEIGHT {
        chart(ui, room);
        what_this_shows_ui(ui, words);
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        chart(ui, LEAST_HEIGHT);
        what_this_shows_ui(ui, words);
    });
}

fn chart_ui(
    ui: &mut Ui,
    view: &View,
    answer: &Arc<TrendAnswer>,
    state: &mut ExploreState,
    actions: &mut Actions,
    height: f32,
) {
    let (spec, question) = (&view.trend, view.question.as_ref());
    Card::new().padding(Vec2::ZERO).show(ui, |ui| {
        let size = vec2(ui.available_width(), height).floor();
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let look = chart_look(ui);
        let selected = state
            .selected
            .clone()
            .filter(|selected| selected.find(answer).is_some())
            .or_else(|| point_in_front(answer, spec));
        let (shown, brush) = (state.chart.viewport, state.chart.brush);
        let Some((model, scene)) = state.chart.scene(size, look.clone()) else {
            return;
        };
        paper(ui, rect, &look, scene.ground);
        let surface = Surface {
            answer,
            spec,
            model,
            scene,
            viewport: shown,
            origin: rect.min,
            selected: selected.as_ref(),
            tokens: look.tokens(ui),
            question,
            brush,
        };
        let wanted = surface.ui(ui, actions);
        if wanted.event.is_some() {
            state.event_draft = wanted.event;
        }
        if let (Some(chosen), Some(question)) = (wanted.asked, question) {
            let earlier = state.chart.brushed;
            state.chart.brushed = Some(Brushed::noted(earlier, question, chosen));
        }
        if (wanted.viewport, wanted.brush) != (shown, brush) {
            state.chart.viewport = wanted.viewport;
            state.chart.brush = wanted.brush;
            ui.ctx().request_repaint();
        }
    });
}

fn words_job(ui: &Ui, words: &str) -> LayoutJob {
    let words = format!(" {words}");
    let parts = [
        (Weight::SemiBold, say::panel_what_this_shows()),
        (Weight::Regular, words.as_str()),
    ];
    let mut job = text::paragraph(ui, &parts);
    job.wrap.max_width = ui.available_width() - WORDS_PADDING.x;
    job
}

fn what_this_shows_ui(ui: &mut Ui, words: Arc<Galley>) {
    Card::new().edge(Tone::Good).show(ui, |ui| {
        ui.set_min_height(LEAST_WORDS_HEIGHT);
        ui.label(words);
    });
}
