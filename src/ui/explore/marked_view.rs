//! A chart that shows each of its marks once, in its card with its words under it: painted from its scene,
//! its marks found where the scene says they are, by pointer and by keyboard.

use egui::accesskit::Role;
use egui::{
    CursorIcon, EventFilter, PointerButton, Pos2, Rect, Response, ScrollArea, Sense, Stroke, Ui,
    Vec2, WidgetInfo, vec2,
};

use super::chart_keys::{CHART_KEYS, ChartKey};
use super::chart_view::with_words_ui;
use super::{crosshair_marks, point_tooltip};
use crate::chart::polygon;
use crate::chart::scene::{HitShape, HitTarget};
use crate::chart::{ChartSize, Inter, MarkedChart, Scene};
use crate::ui::chart_look::{ChartLook, chart_look, paper};
use crate::ui::chart_node;
use crate::ui::kit::{Card, announce, focus};
use crate::ui::scene_painter as painter;

/// What is scrolled into view around a mark that the keyboard comes to.
const AROUND_MARK: f32 = 48.0;

/// The chart as it was drawn last.
#[derive(Debug)]
pub struct MarkedViewState<M> {
    drawn: Option<Drawn<M>>,
    has_focus: bool,
    /// The selected mark on which Enter was pressed in the last frame.
    opened: Option<usize>,
    /// The period that the keyboard marks in all small charts.
    period: Option<f64>,
}

/// A scene, with everything that it depends on.
#[derive(Debug)]
struct Drawn<M> {
    model: M,
    size: Vec2,
    look: ChartLook,
    scene: Scene,
}

impl<M> Default for MarkedViewState<M> {
    fn default() -> Self {
        Self {
            drawn: None,
            has_focus: false,
            opened: None,
            period: None,
        }
    }
}

impl<M> MarkedViewState<M> {
    /// Whether the keyboard was on the chart when it was drawn last.
    pub const fn has_focus(&self) -> bool {
        self.has_focus
    }
}

impl<M: MarkedChart> MarkedViewState<M> {
    /// The mark that Enter was pressed on, once.
    pub(super) const fn take_opened(&mut self) -> Option<usize> {
        self.opened.take()
    }

    /// The scene of a model in a size: the last one where nothing changed.
    fn scene(&mut self, model: M, size: Vec2, look: ChartLook) -> &Drawn<M> {
        let kept = self
            .drawn
            .take()
            .filter(|kept| kept.size == size && kept.look == look && kept.model == model);
        let drawn = kept.unwrap_or_else(|| {
            let theme = look.theme();
            let scene = model.layout(ChartSize::new(size.x, size.y), &theme, Inter::bundled());
            Drawn {
                model,
                size,
                look,
                scene,
            }
        });
        self.drawn.insert(drawn)
    }
}

/// Draws the chart's card and under it what the chart shows in words; together they fill what is left. What
/// was selected in this frame: `Some(None)` is that nothing is to be selected any more.
#[expect(
    clippy::option_option,
    reason = "nothing was chosen, or nothing is to be selected any more, or a mark"
)]
pub(super) fn marked_view_ui<M: MarkedChart>(
    ui: &mut Ui,
    state: &mut MarkedViewState<M>,
    model: M,
    selected: Option<usize>,
) -> Option<Option<usize>> {
    let words = model.what_this_shows().to_owned();
    let mut chosen = None;
    with_words_ui(ui, &words, |ui, height| {
        Card::new().padding(Vec2::ZERO).show(ui, |ui| {
            let least = model.least_height_pt(ui.available_width());
            let chart_ui = |ui: &mut Ui, height: f32| {
                let size = vec2(ui.available_width(), height).floor();
                let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                let look = chart_look(ui);
                state.has_focus = response.has_focus();
                // A click without the pointer is Enter or Space.
                let by_pointer = response.clicked_by(PointerButton::Primary);
                state.opened = selected.filter(|_| response.clicked() && !by_pointer);
                let mut period = state.period.filter(|_| response.has_focus());
                let drawn = state.scene(model, size, look);
                chosen = drawn.ui(ui, rect, &response, selected, &mut period);
                state.period = period;
            };
            if least <= height {
                chart_ui(ui, height);
                return;
            }
            ui.set_height(height);
            ScrollArea::vertical()
                .max_height(height)
                .auto_shrink(false)
                .show(ui, |ui| chart_ui(ui, least));
        });
    });
    chosen
}

impl<M: MarkedChart> Drawn<M> {
    #[expect(
        clippy::option_option,
        reason = "nothing was chosen, or nothing is to be selected any more, or a mark"
    )]
    fn ui(
        &self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        selected: Option<usize>,
        period: &mut Option<f64>,
    ) -> Option<Option<usize>> {
        paper(ui, rect, &self.look, self.scene.ground);
        painter::paint(ui.painter(), rect.min, &self.scene.nodes);
        let said = selected.map(|mark| self.model.mark_lines(mark).join(", "));
        let role = if self.model.is_table() {
            Role::Table
        } else {
            chart_node::ROLE
        };
        chart_node::describe_as(ui, response, &self.scene, role, said.as_deref());
        if self.model.is_table() {
            self.rows(ui, rect.min, response, selected);
        }
        let hovered = response
            .hover_pos()
            .and_then(|pointer| self.mark_at(rect.min, pointer));
        let crosshair = response.hover_pos().and_then(|pointer| {
            crosshair_marks::crosshair_at(&self.scene, &self.model, rect.min, pointer)
        });
        let by_keyboard = period.and_then(|x| self.model.crosshair(x));
        let pointed_at = crosshair.as_ref().map(|(_, crosshair)| crosshair);
        if let Some(crosshair) = pointed_at.or(by_keyboard.as_ref()) {
            let tokens = self.look.tokens(ui);
            crosshair_marks::paint(ui, tokens, &self.scene, rect.min, crosshair);
        }
        let said = if response.has_focus() {
            let mark = || selected.map(|mark| self.model.mark_lines(mark).join(", "));
            let crosshair = by_keyboard.as_ref();
            crosshair
                .map(|held| crosshair_marks::in_words(held, selected))
                .or_else(mark)
        } else {
            None
        };
        let id = response.id.with("what the keyboard finds");
        announce(ui, id, rect.min, &said.unwrap_or_default());
        for mark in [selected, hovered].into_iter().flatten() {
            self.ring(ui, rect.min, mark);
        }
        if let Some(mark) = hovered {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            if let Some(around) = self.bounds_of(rect.min, mark) {
                let mut lines = self.model.mark_lines(mark);
                // The period pointed at stands under the name; what follows is of the latest.
                let pointed = crosshair.filter(|(held, _)| *held == mark);
                if let Some((_, crosshair)) = pointed
                    && let Some(held) = crosshair.values.get(mark)
                {
                    lines.insert(
                        lines.len().min(1),
                        format!("{}: {}", crosshair.period, held.words),
                    );
                }
                point_tooltip::show_lines(ui, response, around, &lines);
            }
        }
        if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            return Some(hovered);
        }
        // The menu that the other button opens is about the mark under it.
        if response.secondary_clicked() && hovered.is_some() {
            response.request_focus();
            return Some(hovered);
        }
        self.period_keys(ui, response, period);
        let chosen = self.keys(ui, rect, response, selected, period.is_some());
        if let Some(Some(mark)) = chosen
            && let Some(around) = self.bounds_of(rect.min, mark)
        {
            ui.scroll_to_rect(around.expand(AROUND_MARK), None);
        }
        chosen
    }

    /// The rows of a table for screen readers, each by what stands in it.
    fn rows(&self, ui: &Ui, origin: Pos2, response: &Response, selected: Option<usize>) {
        for mark in 0..self.model.mark_count() {
            let Some(around) = self.bounds_of(origin, mark) else {
                continue;
            };
            let row = ui.interact(around, response.id.with(("row", mark)), Sense::hover());
            row.widget_info(|| {
                let said = self.model.mark_lines(mark).join(", ");
                WidgetInfo::selected(Role::Row, true, selected == Some(mark), said)
            });
        }
    }

    /// In small charts the arrows to the left and right go from period to period; Esc takes the period away.
    fn period_keys(&self, ui: &Ui, response: &Response, period: &mut Option<f64>) {
        if !response.has_focus() || !crosshair_marks::has_plots(&self.scene) {
            return;
        }
        let has_period = period.is_some();
        let pressed = CHART_KEYS.pressed_where(ui, |key| match key {
            ChartKey::Left | ChartKey::Right => true,
            ChartKey::Escape => has_period,
            ChartKey::Up | ChartKey::Down => false,
        });
        match pressed {
            Some(ChartKey::Escape) => *period = None,
            Some(key) => {
                let is_back = key == ChartKey::Left;
                *period = crosshair_marks::stepped(&self.model, *period, is_back);
            }
            None => {}
        }
    }

    /// The arrows walk along the marks; Esc selects none.
    #[expect(
        clippy::option_option,
        reason = "nothing was chosen, or nothing is to be selected any more, or a mark"
    )]
    fn keys(
        &self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        selected: Option<usize>,
        has_period: bool,
    ) -> Option<Option<usize>> {
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: selected.is_some() || has_period,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        focus::ring(ui, response, rect.shrink(4.0), 8.0);
        let last = self.model.mark_count().checked_sub(1)?;
        // Down and up walk by rows where marks are cells, and stay where there is none further.
        let by = self.model.marks_in_a_row().max(1);
        let down = |mark: usize| {
            Some(mark + by)
                .filter(|below| *below <= last)
                .unwrap_or(mark)
        };
        let up = |mark: usize| mark.checked_sub(by).unwrap_or(mark);
        let is_wanted = |key| key != ChartKey::Escape || selected.is_some();
        Some(match CHART_KEYS.pressed_where(ui, is_wanted)? {
            ChartKey::Down => Some(selected.map_or(0, down)),
            ChartKey::Right => Some(selected.map_or(0, |mark| (mark + 1).min(last))),
            ChartKey::Up => Some(selected.map_or(last, up)),
            ChartKey::Left => Some(selected.map_or(last, |mark| mark.saturating_sub(1))),
            ChartKey::Escape => None,
        })
    }

    /// The places of the marks, from back to front.
    fn marks(&self) -> impl DoubleEndedIterator<Item = (usize, &HitShape)> {
        let regions = self.scene.hit_regions.iter();
        regions.filter_map(|region| match region.target {
            HitTarget::Mark(mark) => Some((mark, &region.shape)),
            _ => None,
        })
    }

    /// The mark in front under a pointer.
    fn mark_at(&self, origin: Pos2, pointer: Pos2) -> Option<usize> {
        let found = self.marks().rev().find(|(_, shape)| match shape {
            HitShape::Rect(rect) => painter::rect(origin, *rect).contains(pointer),
            HitShape::Disc { centre, radius } => {
                painter::point(origin, *centre).distance(pointer) <= *radius
            }
            HitShape::Inside(rings) => {
                let at = pointer - origin;
                polygon::is_inside(rings, crate::chart::Point::new(at.x, at.y))
            }
            HitShape::Near { .. } => false,
        });
        found.map(|(mark, _)| mark)
    }

    /// The rectangle of a mark: of its dot where it has one, else of its first region.
    fn bounds_of(&self, origin: Pos2, mark: usize) -> Option<Rect> {
        let shape = self.shape_of(mark)?;
        Some(match shape {
            HitShape::Rect(rect) => painter::rect(origin, *rect),
            HitShape::Disc { centre, radius } => {
                Rect::from_center_size(painter::point(origin, *centre), Vec2::splat(2.0 * radius))
            }
            HitShape::Inside(rings) => painter::rect(origin, polygon::bounds(rings)?),
            HitShape::Near { .. } => return None,
        })
    }

    fn shape_of(&self, mark: usize) -> Option<&HitShape> {
        let own = || self.marks().filter(|(held, _)| *held == mark);
        let dot = own().find(|(_, shape)| matches!(shape, HitShape::Disc { .. }));
        dot.or_else(|| own().next()).map(|(_, shape)| shape)
    }

    fn ring(&self, ui: &Ui, origin: Pos2, mark: usize) {
        let stroke = Stroke::new(1.5, self.look.tokens(ui).colours.accent_ink);
        match self.shape_of(mark) {
            Some(HitShape::Disc { centre, radius }) => {
                let centre = painter::point(origin, *centre);
                ui.painter().circle_stroke(centre, *radius, stroke);
            }
            Some(HitShape::Rect(rect)) => {
                let rect = painter::rect(origin, *rect);
                ui.painter()
                    .rect_stroke(rect, 3.0, stroke, egui::StrokeKind::Outside);
            }
            Some(HitShape::Inside(_)) => {
                // Every part of it, however many islands it has.
                let parts = self.marks().filter(|(held, _)| *held == mark);
                for (_, part) in parts {
                    if let HitShape::Inside(rings) = part {
                        painter::outline(
                            ui.painter(),
                            origin,
                            rings,
                            Stroke::new(2.5, stroke.color),
                        );
                    }
                }
            }
            _ => {}
        }
    }
}
