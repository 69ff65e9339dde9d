//! The chart under the pointer and the keyboard: painted from its scene, panned and zoomed by
//! `egui_plot`, its points and names found where the scene says they are.

use egui::accesskit::Role as AccessRole;
use egui::{
    CursorIcon, EventFilter, PointerButton, Pos2, Rect, Response, Sense, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo,
};
use egui_plot::{Plot, PlotBounds};

use super::brush::Brush;
use super::chart_keys::{CHART_KEYS, ChartKey};
use super::event_dialog::EventDraft;
use super::point_tooltip;
use super::state::SelectedPoint;
use crate::analysis::{PeriodRange, Question, TrendAnswer};
use crate::chart::scene::{HitShape, HitTarget};
use crate::chart::wording::hover_text;
use crate::chart::{Node, Role, Scene, TrendModel, Viewport};
use crate::project::{Edit, TrendSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::chart_node;
use crate::ui::kit::focus;
use crate::ui::scene_painter as painter;
use crate::ui::tokens::DesignTokens;
use crate::words::say;

/// Dots at the edge of the plot reach this far over it.
const OVERHANG: f32 = 12.0;
/// The radius of the ring around the point that is selected or under the pointer.
const RING_RADIUS: f32 = 7.5;
/// A point is found from this far away.
const REACH: f32 = 22.0;
/// The least share of the data that can be zoomed to.
const LEAST_SHARE: f64 = 0.02;

/// A point by its places in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    series: usize,
    period: usize,
}

/// The chart on the screen for one frame.
pub(super) struct Surface<'a> {
    pub(super) answer: &'a TrendAnswer,
    pub(super) spec: &'a TrendSpec,
    pub(super) model: &'a TrendModel,
    pub(super) scene: &'a Scene,
    /// The part of the data on show; `None` is all of it.
    pub(super) viewport: Option<Viewport>,
    pub(super) origin: Pos2,
    pub(super) selected: Option<&'a SelectedPoint>,
    /// The tokens of what is drawn over the chart.
    pub(super) tokens: &'static DesignTokens,
    /// What is asked.
    pub(super) question: Option<&'a Question>,
    /// The span of periods that is being chosen.
    pub(super) brush: Option<Brush>,
}

/// What is to be shown from now on, and what is to be changed.
#[derive(Default)]
pub(super) struct Shown {
    /// The part of the data; `None` is all of it.
    pub(super) viewport: Option<Viewport>,
    /// The event that is to be changed.
    pub(super) event: Option<EventDraft>,
    /// The span of periods that is being chosen.
    pub(super) brush: Option<Brush>,
    /// The periods that were chosen just now.
    pub(super) asked: Option<PeriodRange>,
}

impl Surface<'_> {
    /// Draws it; what to show from now on.
    pub(super) fn ui(&self, ui: &mut Ui, actions: &mut Actions) -> Shown {
        self.paint(ui);
        if self.model.is_empty() {
            // Nothing to point at; that there is nothing, and why, is told all the same.
            let size = Vec2::new(self.scene.width, self.scene.height);
            let rect = Rect::from_min_size(self.origin, size);
            let response = ui.interact(rect, ui.scope_id().with("empty chart"), Sense::hover());
            chart_node::describe(ui, &response, self.scene);
            return Shown::default();
        }
        let (response, viewport) = self.plot_ui(ui);
        let event = self.events_ui(ui, actions);
        let hovered = self.pointer_ui(ui, &response, actions);
        let (brush, asked) = self.brush_ui(ui, &response, self.brush, actions);
        self.keys_ui(ui, &response, actions);
        let selected = self.selected_place();
        for place in [selected, hovered].into_iter().flatten() {
            self.ring(ui, place);
        }
        chart_node::describe(ui, &response, self.scene);
        self.labels_ui(ui, actions);
        Shown {
            viewport,
            event,
            brush,
            asked,
        }
    }

    /// Whether the pointer finds a point of a line there.
    pub(super) fn is_at_point(&self, pointer: Pos2) -> bool {
        self.nearest(pointer).is_some()
    }

    pub(super) fn plot_rect(&self) -> Rect {
        painter::rect(self.origin, self.scene.plot.rect)
    }

    /// Marks that move with the data stay within the plot; everything else stands where it was laid out.
    fn paint(&self, ui: &Ui) {
        let mut inside = ui.painter().clone();
        inside.set_clip_rect(self.plot_rect().expand(OVERHANG).intersect(ui.clip_rect()));
        for node in &self.scene.nodes {
            let of_data = matches!(node, Node::Group(group) if is_of_series(group.role));
            let painter = if of_data { &inside } else { ui.painter() };
            painter::paint(painter, self.origin, std::slice::from_ref(node));
        }
    }

    /// `egui_plot` over the plot's rectangle, for dragging and for zooming towards the pointer.
    fn plot_ui(&self, ui: &mut Ui) -> (Response, Option<Viewport>) {
        let full = self.model.full_viewport();
        let shown = self.scene.plot.viewport;
        let plot_rect = self.plot_rect();
        // With Shift a drag chooses a period; else it zooms to a part, and moves the part that is on show.
        let is_brushing = self.brush.is_some() || ui.input(|input| input.modifiers.shift);
        let is_zoomed = self.viewport.is_some();
        let plot = ui
            .scope_builder(UiBuilder::new().max_rect(plot_rect), |ui| {
                Plot::new("trend")
                    .width(plot_rect.width())
                    .height(plot_rect.height())
                    .show_axes(false)
                    .show_grid(false)
                    .show_background(false)
                    .show_x(false)
                    .show_y(false)
                    .show_crosshair(false)
                    .allow_drag(!is_brushing && is_zoomed)
                    .allow_boxed_zoom(!is_brushing && !is_zoomed)
                    .boxed_zoom_pointer_button(PointerButton::Primary)
                    .allow_scroll(false)
                    .allow_double_click_reset(false)
                    .set_margin_fraction(Vec2::ZERO)
                    .show(ui, |plot| {
                        plot.set_plot_bounds(PlotBounds::from_min_max(
                            [shown.x.0, shown.y.0],
                            [shown.x.1, shown.y.1],
                        ));
                    })
            })
            .inner;
        let response = plot.response;
        if response.double_clicked() {
            return (response, None);
        }
        let bounds = plot.transform.bounds();
        let viewport = viewport_of(bounds).map_or(self.viewport, |viewport| {
            // A rounding of the last digit is no new viewport.
            if is_same(&viewport, &shown) {
                self.viewport
            } else {
                let viewport = within(&viewport, &full);
                (!is_same(&viewport, &full)).then_some(viewport)
            }
        });
        (response, viewport)
    }

    /// The points that can be found, with where they are.
    fn points(&self) -> impl Iterator<Item = (Place, Pos2)> {
        self.scene
            .hit_regions
            .iter()
            .filter_map(|region| match (region.target, &region.shape) {
                (HitTarget::Point { series, period }, HitShape::Disc { centre, .. }) => Some((
                    Place { series, period },
                    painter::point(self.origin, *centre),
                )),
                _ => None,
            })
    }

    /// The point nearest to the pointer; of two in one place the one in front.
    fn nearest(&self, pointer: Pos2) -> Option<Place> {
        let mut nearest: Option<(Place, f32)> = None;
        for (place, at) in self.points() {
            let distance = at.distance(pointer);
            if distance <= REACH && nearest.is_none_or(|(_, least)| distance <= least) {
                nearest = Some((place, distance));
            }
        }
        nearest.map(|(place, _)| place)
    }

    /// What the pointer does over the plot: says what is there, and selects it.
    fn pointer_ui(&self, ui: &Ui, response: &Response, actions: &mut Actions) -> Option<Place> {
        let pointer = response.hover_pos()?;
        if response.dragged() {
            return None;
        }
        let place = self.nearest(pointer)?;
        let point = self.point_at(place.series, place.period)?;
        ui.set_cursor_icon(CursorIcon::PointingHand);
        // The other button selects it, too: the menu that it opens is about this point.
        if response.clicked() || response.secondary_clicked() {
            actions.send(Action::Select(Some(point)));
            response.request_focus();
        }
        let at = self.position(place)?;
        let series = self.model.series.get(place.series)?;
        let in_answer = self
            .answer
            .series
            .iter()
            .position(|held| held.key == *series.key)?;
        let around = Rect::from_center_size(at, Vec2::splat(2.0 * RING_RADIUS));
        point_tooltip::show(ui, response, around, self.answer, in_answer, place.period);
        Some(place)
    }

    fn position(&self, place: Place) -> Option<Pos2> {
        self.points()
            .find(|(held, _)| *held == place)
            .map(|(_, at)| at)
    }

    fn ring(&self, ui: &Ui, place: Place) {
        if let Some(at) = self.position(place) {
            let stroke = Stroke::new(1.5, self.tokens.colours.accent_ink);
            ui.painter().circle_stroke(at, RING_RADIUS, stroke);
        }
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
        focus::ring(ui, response, self.plot_rect().expand(OVERHANG / 2.0), 4.0);
        let Some(Place { series, period }) = self.selected_place() else {
            return;
        };
        let target = match CHART_KEYS.pressed(ui) {
            Some(ChartKey::Left) => (0..period)
                .rev()
                .find_map(|period| self.point_at(series, period)),
            Some(ChartKey::Right) => (period + 1..self.model.periods.len())
                .find_map(|period| self.point_at(series, period)),
            Some(ChartKey::Up) => (0..series)
                .rev()
                .find_map(|series| self.point_at(series, period)),
            Some(ChartKey::Down) => (series + 1..self.model.series.len())
                .find_map(|series| self.point_at(series, period)),
            Some(ChartKey::Escape) => {
                actions.send(Action::Select(None));
                None
            }
            None => None,
        };
        if let Some(point) = target {
            actions.send(Action::Select(Some(point)));
        }
    }

    /// The names of lines can be clicked to bring a line to the front.
    fn labels_ui(&self, ui: &Ui, actions: &mut Actions) {
        let regions = self.scene.hit_regions.iter();
        let mut labels: Vec<(usize, Rect)> = regions
            .filter_map(|region| match (region.target, &region.shape) {
                (HitTarget::Series(place), HitShape::Rect(rect)) => {
                    Some((place, painter::rect(self.origin, *rect)))
                }
                _ => None,
            })
            .collect();
        labels.sort_by(|(_, one), (_, other)| one.top().total_cmp(&other.top()));
        let all: Vec<Rect> = labels.iter().map(|(_, rect)| *rect).collect();
        for (place, rect) in labels {
            let Some(series) = self.model.series.get(place) else {
                continue;
            };
            let is_in_front = self.spec.highlight.as_ref() == Some(&*series.key);
            let id = ui.scope_id().with(("line label", place));
            let target = target_among(rect, &all, self.tokens.size.target);
            let response = ui
                .interact(target, id, Sense::click())
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text(if is_in_front {
                    say::line_put_back(&series.label)
                } else {
                    say::line_to_front(&series.label)
                });
            response.widget_info(|| {
                let name = say::line_highlight(&series.label);
                WidgetInfo::selected(AccessRole::Button, true, is_in_front, name)
            });
            if response.hovered() {
                let underline = Stroke::new(1.0, self.tokens.colours.neutral_edge);
                ui.painter()
                    .hline(rect.x_range(), rect.bottom() + 1.0, underline);
            }
            focus::ring(ui, &response, rect.expand(1.0), 4.0);
            if response.clicked() {
                let highlight = (!is_in_front).then(|| (*series.key).clone());
                actions.edit(Edit::SetTrend(TrendSpec {
                    highlight,
                    ..self.spec.clone()
                }));
            }
        }
    }

    /// The period of the selected point, by its place in the model.
    pub(super) fn selected_period(&self) -> Option<usize> {
        self.selected_place().map(|place| place.period)
    }

    /// What stands beside the selected point, in one line.
    pub(super) fn selected_in_words(&self) -> Option<String> {
        let place = self.selected_place()?;
        let key = &self.model.series.get(place.series)?.key;
        let mut series = self.answer.series.iter();
        let series = series.position(|held| held.key == **key)?;
        Some(hover_text(self.answer, series, place.period)?.join(", "))
    }

    /// The places of the selected point in the model.
    fn selected_place(&self) -> Option<Place> {
        let selected = self.selected?;
        let series = self
            .model
            .series
            .iter()
            .position(|series| *series.key == selected.series)?;
        let period = self
            .answer
            .periods
            .iter()
            .position(|period| period.covers_same_days(&selected.period))?;
        Some(Place { series, period })
    }

    /// A point by its places in the model, where there is a value.
    fn point_at(&self, series: usize, period: usize) -> Option<SelectedPoint> {
        let series = self.model.series.get(series)?;
        series.points.get(period)?.value()?;
        Some(SelectedPoint {
            series: (*series.key).clone(),
            period: *self.answer.periods.get(period)?,
        })
    }
}

/// The place where a label is hit: as high as a target has to be, as far as those over and under it leave room.
fn target_among(label: Rect, all: &[Rect], least: f32) -> Rect {
    let more = ((least - label.height()) / 2.0).max(0.0);
    let middle = label.center().y;
    let (mut top, mut bottom) = (label.top() - more, label.bottom() + more);
    for other in all.iter().map(Rect::center) {
        let between = f32::midpoint(middle, other.y);
        if other.y < middle {
            top = top.max(between);
        } else if other.y > middle {
            bottom = bottom.min(between);
        }
    }
    Rect::from_x_y_ranges(
        label.x_range(),
        top.min(label.top())..=bottom.max(label.bottom()),
    )
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

/// A viewport moved and cut so that it shows nothing but data, and not too few of them.
fn within(viewport: &Viewport, full: &Viewport) -> Viewport {
    Viewport {
        x: span_within(viewport.x, full.x),
        y: span_within(viewport.y, full.y),
    }
}

fn span_within(span: (f64, f64), full: (f64, f64)) -> (f64, f64) {
    let room = full.1 - full.0;
    let length = span.1 - span.0;
    if length >= room {
        return full;
    }
    let kept = length.max(LEAST_SHARE * room);
    let middle = f64::midpoint(span.0, span.1);
    let start = (middle - kept / 2.0).clamp(full.0, full.1 - kept);
    (start, start + kept)
}

/// Whether two viewports differ by less than can be seen.
fn is_same(a: &Viewport, b: &Viewport) -> bool {
    let near = |a: (f64, f64), b: (f64, f64)| {
        let least = 1e-6 * (a.1 - a.0).abs().max(1e-12);
        (a.0 - b.0).abs() < least && (a.1 - b.1).abs() < least
    };
    near(a.x, b.x) && near(a.y, b.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_never_leaves_the_data() {
        let full = (0.0, 100.0);
        assert_eq!(span_within((20.0, 60.0), full), (20.0, 60.0));
        assert_eq!(span_within((-30.0, 10.0), full), (0.0, 40.0));
        assert_eq!(span_within((90.0, 130.0), full), (60.0, 100.0));
        assert_eq!(span_within((-10.0, 300.0), full), full);
        assert_eq!(span_within((50.0, 50.0), full), (49.0, 51.0));
    }
}
