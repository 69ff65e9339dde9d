//! The chart in its card: laid out once for what is on show, painted, and worked with the pointer and
//! the keyboard.

use std::cell::Cell;
use std::sync::Arc;

use egui::accesskit::Role as AccessRole;
use egui::{
    EventFilter, Key, Modifiers, Pos2, Response, RichText, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};
use egui_plot::{Plot, PlotBounds};

use super::selected_point::point_in_front;
use super::series_item::{HoveredPoint, SeriesItem};
use super::state::{ExploreState, SelectedPoint};
use crate::analysis::TrendAnswer;
use crate::base::typeface::Weight;
use crate::chart::scene::{HitShape, HitTarget};
use crate::chart::wording::hover_text;
use crate::chart::{ChartSize, ChartTheme, Inter, Node, Role, Scene, TrendModel, Viewport, layout};
use crate::project::{Edit, Project, TrendSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Tone, text};
use crate::ui::scene_painter as painter;
use crate::ui::tokens::tokens;

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
        let zoomed = state.chart.viewport.is_some();
        let drawn = state.chart.draw(answer, spec, size, is_dark);
        let surface = Surface {
            answer,
            spec,
            drawn,
            origin: rect.min,
            selected: selected.as_ref(),
        };
        let viewport = surface.ui(ui, actions);
        if viewport != state.chart.viewport {
            state.chart.viewport = viewport;
            ui.ctx().request_repaint();
        }
        if zoomed {
            let corner =
                egui::Rect::from_min_size(rect.right_top() + vec2(-132.0, 14.0), vec2(120.0, 28.0));
            ui.scope_builder(UiBuilder::new().max_rect(corner), |ui| {
                if ui.add(Button::secondary("Show all").small()).clicked() {
                    state.chart.viewport = None;
                }
            });
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

/// The chart on the screen for one frame.
struct Surface<'a> {
    answer: &'a TrendAnswer,
    spec: &'a TrendSpec,
    drawn: &'a Drawn,
    origin: Pos2,
    selected: Option<&'a SelectedPoint>,
}

impl Surface<'_> {
    /// Draws it; the part of the data to show from now on.
    fn ui(&self, ui: &mut Ui, actions: &mut Actions) -> Option<Viewport> {
        let scene = &self.drawn.scene;
        let is_of_plot =
            |node: &&Node| matches!(node, Node::Group(group) if is_of_series(group.role));
        for node in scene.nodes.iter().filter(|node| !is_of_plot(node)) {
            painter::paint(ui.painter(), self.origin, std::slice::from_ref(node));
        }
        self.labels_ui(ui, actions);
        if self.drawn.model.is_empty() {
            return None;
        }
        self.plot_ui(ui, actions)
    }

    /// The surface of `egui_plot` over the plot's rectangle: it holds the viewport and finds points.
    fn plot_ui(&self, ui: &mut Ui, actions: &mut Actions) -> Option<Viewport> {
        let full = self.drawn.model.full_viewport();
        let shown = self.drawn.scene.plot.viewport;
        let plot_rect = painter::rect(self.origin, self.drawn.scene.plot.rect);
        let hovered: Cell<Option<HoveredPoint>> = Cell::new(None);
        let is_reset = self.drawn.viewport.is_none();
        let items = self.items(full, &hovered, ui);
        let shown_plot = ui
            .scope_builder(UiBuilder::new().max_rect(plot_rect), |ui| {
                let mut plot = Plot::new("trend")
                    .width(plot_rect.width())
                    .height(plot_rect.height())
                    .show_axes(false)
                    .show_grid(false)
                    .show_background(false)
                    .show_x(false)
                    .show_y(false)
                    .show_crosshair(false)
                    .allow_scroll(false)
                    .set_margin_fraction(Vec2::ZERO);
                if is_reset {
                    plot = plot.reset();
                }
                plot.show(ui, |plot_ui| {
                    for item in items {
                        plot_ui.add(item);
                    }
                })
            })
            .inner;
        let response = self.pointer_ui(ui, shown_plot.response, hovered.get(), actions);
        self.keys_ui(ui, &response, actions);
        response.widget_info(|| {
            WidgetInfo::labeled(
                AccessRole::GraphicsDocument,
                true,
                &*self.drawn.scene.description,
            )
        });
        let bounds = shown_plot.transform.bounds();
        viewport_of(bounds)
            .filter(|viewport| !is_same(viewport, &full))
            .map(|viewport| {
                // A rounding of the last digit is no new viewport.
                if is_same(&viewport, &shown) {
                    shown
                } else {
                    viewport
                }
            })
    }

    /// One item for each group of marks, so that they are drawn in the scene's order.
    fn items<'b>(
        &self,
        full: Viewport,
        hovered: &'b Cell<Option<HoveredPoint>>,
        ui: &Ui,
    ) -> Vec<SeriesItem<'b>> {
        let mut items = Vec::new();
        for node in &self.drawn.scene.nodes {
            let Node::Group(group) = node else { continue };
            if !is_of_series(group.role) {
                continue;
            }
            let series = group
                .series
                .and_then(|place| Some((place, self.drawn.model.series.get(place)?)));
            let points = match series {
                Some((_, series)) if group.role == Role::Series => series
                    .values()
                    .filter_map(|(period, value)| {
                        Some((
                            period,
                            [self.drawn.model.periods.get(period)?.x, value.value],
                        ))
                    })
                    .collect(),
                _ => Vec::new(),
            };
            let selected = series
                .filter(|_| group.role == Role::Series)
                .and_then(|(_, series)| {
                    let selected = self
                        .selected
                        .filter(|selected| selected.series == *series.key)?;
                    self.answer
                        .periods
                        .iter()
                        .position(|period| period.covers_same_days(&selected.period))
                });
            items.push(SeriesItem::new(
                group,
                series.map_or(0, |(place, _)| place),
                points,
                selected,
                self.origin,
                full,
                tokens(ui).colours.accent,
                hovered,
            ));
        }
        items
    }

    /// What the pointer does over the plot: says what is there, and selects it.
    fn pointer_ui(
        &self,
        ui: &Ui,
        response: Response,
        hovered: Option<HoveredPoint>,
        actions: &mut Actions,
    ) -> Response {
        let Some(hovered) = hovered else {
            return response;
        };
        if response.clicked()
            && let Some(point) = self.point_at(hovered.series, hovered.period)
        {
            actions.send(Action::Select(Some(point)));
            ui.memory_mut(|memory| memory.request_focus(response.id));
        }
        let place = self
            .drawn
            .model
            .series
            .get(hovered.series)
            .and_then(|series| {
                self.answer
                    .series
                    .iter()
                    .position(|other| other.key == *series.key)
            });
        let lines = place
            .and_then(|series| hover_text(self.answer, series, hovered.period))
            .unwrap_or_default();
        response.on_hover_ui_at_pointer(|ui| {
            for (index, line) in lines.iter().enumerate() {
                let text = RichText::new(line);
                ui.label(if index < 2 {
                    text.font(font(Weight::SemiBold, 13.0))
                } else {
                    text.size(13.0)
                });
            }
        })
    }

    /// ← and → walk along a line, ↑ and ↓ from line to line, Esc goes back to the latest point.
    fn keys_ui(&self, ui: &Ui, response: &Response, actions: &mut Actions) {
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        crate::ui::kit::focus::ring(
            ui,
            response,
            painter::rect(self.origin, self.drawn.scene.plot.rect),
            4.0,
        );
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let Some((series, period)) = self.selected_place() else {
            return;
        };
        let target = if pressed(Key::ArrowLeft) {
            (0..period)
                .rev()
                .find_map(|period| self.point_at(series, period))
        } else if pressed(Key::ArrowRight) {
            (period + 1..self.drawn.model.periods.len())
                .find_map(|period| self.point_at(series, period))
        } else if pressed(Key::ArrowUp) {
            (0..series)
                .rev()
                .find_map(|series| self.point_at(series, period))
        } else if pressed(Key::ArrowDown) {
            (series + 1..self.drawn.model.series.len())
                .find_map(|series| self.point_at(series, period))
        } else if pressed(Key::Escape) {
            actions.send(Action::Select(None));
            None
        } else {
            None
        };
        if let Some(point) = target {
            actions.send(Action::Select(Some(point)));
        }
    }

    /// The names of lines can be clicked to bring a line to the front.
    fn labels_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        for region in &self.drawn.scene.hit_regions {
            let (HitTarget::Series(place), HitShape::Rect(rect)) = (region.target, &region.shape)
            else {
                continue;
            };
            let Some(series) = self.drawn.model.series.get(place) else {
                continue;
            };
            let id = ui.scope_id().with(("line label", place));
            let response = ui.interact(painter::rect(self.origin, *rect), id, egui::Sense::click());
            let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
            response.widget_info(|| {
                WidgetInfo::labeled(
                    AccessRole::Button,
                    true,
                    format!("Highlight {}", series.label),
                )
            });
            crate::ui::kit::focus::ring(ui, &response, response.rect, 4.0);
            if response.clicked() {
                let is_in_front = self.spec.highlight.as_ref() == Some(&*series.key);
                let highlight = (!is_in_front).then(|| (*series.key).clone());
                actions.edit(Edit::SetTrend(TrendSpec {
                    highlight,
                    ..self.spec.clone()
                }));
            }
        }
    }

    /// The places of the selected point in the model.
    fn selected_place(&self) -> Option<(usize, usize)> {
        let selected = self.selected?;
        let series = self
            .drawn
            .model
            .series
            .iter()
            .position(|series| *series.key == selected.series)?;
        let period = self
            .answer
            .periods
            .iter()
            .position(|period| period.covers_same_days(&selected.period))?;
        Some((series, period))
    }

    /// A point by its places in the model, where there is a value.
    fn point_at(&self, series: usize, period: usize) -> Option<SelectedPoint> {
        let series = self.drawn.model.series.get(series)?;
        series.points.get(period)?.value()?;
        Some(SelectedPoint {
            series: (*series.key).clone(),
            period: *self.answer.periods.get(period)?,
        })
    }
}

/// Whether marks of this role move with the data.
const fn is_of_series(role: Role) -> bool {
    matches!(role, Role::Series | Role::Interval)
}

fn viewport_of(bounds: &PlotBounds) -> Option<Viewport> {
    let ([left, bottom], [right, top]) = (bounds.min(), bounds.max());
    (left < right && bottom < top).then_some(Viewport {
        x: (left, right),
        y: (bottom, top),
    })
}

/// Whether two viewports differ by less than can be seen.
fn is_same(a: &Viewport, b: &Viewport) -> bool {
    let near = |a: (f64, f64), b: (f64, f64)| {
        let least = 1e-6 * (a.1 - a.0).abs().max(1e-12);
        (a.0 - b.0).abs() < least && (a.1 - b.1).abs() < least
    };
    near(a.x, b.x) && near(a.y, b.y)
}
