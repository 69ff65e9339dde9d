//! A cross-tab on the screen: its labels and headings stay in place while its cells are scrolled, and a
//! current cell goes from one to another with the arrows.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Event, EventFilter, Id, Label, Pos2, Rect, Response, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::chart_keys::{CELL_KEYS, CellKey, ChartKey};
use super::point_tooltip;
use crate::analysis::cross_tab::CrossTabAnswer;
use crate::analysis::survey_view::{NotSurveyed, SurveyChoices};
use crate::base::typeface::Weight;
use crate::chart::cross_tab::{Grid, GridLook};
use crate::chart::wording::cross_tab::why_not_spoken;
use crate::chart::{CrossTabModel, Inter};
use crate::export::cross_tab_cells;
use crate::project::CrossTabSpec;
use crate::ui::action::{Action, Actions};
use crate::ui::chart_look::{ChartLook, chart_look, paper};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, announce, focus};
use crate::ui::scene_painter as painter;
use crate::ui::tokens::tokens;
use crate::words::say;

/// The greatest width of the questions that can be chosen.
const CHOICE_WIDTH: f32 = 560.0;

/// With less height than this for the table, it is scrolled together with its notes.
const LEAST_TABLE: f32 = 220.0;

/// The table as it was drawn last, and the current cell.
#[derive(Debug, Default)]
pub struct CrossTabViewState {
    cell: Option<(usize, usize)>,
    drawn: Option<Drawn>,
}

/// What was chosen of a table.
#[derive(Clone, Copy, Debug)]
enum Chosen {
    /// A cell, by its row and column.
    Cell(usize, usize),
    /// No cell any more.
    Nothing,
}

/// A table, with everything that it depends on.
#[derive(Debug)]
struct Drawn {
    answer: Arc<CrossTabAnswer>,
    spec: CrossTabSpec,
    look: ChartLook,
    model: CrossTabModel,
    grid: Grid,
}

impl CrossTabViewState {
    fn drawn(
        &mut self,
        answer: &Arc<CrossTabAnswer>,
        spec: &CrossTabSpec,
        look: ChartLook,
    ) -> &Drawn {
        let kept = self.drawn.take().filter(|kept| {
            Arc::ptr_eq(&kept.answer, answer) && kept.spec == *spec && kept.look == look
        });
        let drawn = kept.unwrap_or_else(|| {
            let theme = look.theme();
            let model = CrossTabModel::new(answer, spec);
            let grid_look = GridLook {
                theme: &theme,
                scale: 1.0,
                measure: Inter::bundled(),
            };
            let columns: Vec<usize> = (0..model.columns.len()).collect();
            let grid = Grid::new(&model, &columns, model.rows.len(), &grid_look);
            Drawn {
                answer: answer.clone(),
                spec: spec.clone(),
                look,
                model,
                grid,
            }
        });
        self.drawn.insert(drawn)
    }
}

/// Draws the table in a card that fills what is left.
pub(super) fn cross_tab_view_ui(
    ui: &mut Ui,
    spec: &CrossTabSpec,
    answer: &Arc<CrossTabAnswer>,
    state: &mut CrossTabViewState,
    actions: &mut Actions,
) {
    if let Err(why) = &answer.table {
        not_surveyed_ui(ui, why, &answer.choices, actions);
        return;
    }
    let look = chart_look(ui);
    let current = state.cell;
    let drawn = state.drawn(answer, spec, look);
    let height = (ui.available_height() - 34.0).max(180.0);
    let mut chosen = None;
    Card::new().min_height(height).show(ui, |ui| {
        ui.set_max_height(height);
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.y = tokens.space.tight;
        let title = RichText::new(&drawn.model.title).font(font(Weight::Bold, 21.0));
        ui.add(Label::new(title).selectable(false));
        let secondary = tokens.colours.ink_secondary;
        let subtitle = RichText::new(&drawn.model.subtitle)
            .size(14.0)
            .color(secondary);
        ui.add(Label::new(subtitle).selectable(false));
        ui.add_space(tokens.space.small);
        let notes = ui.painter().layout(
            drawn.model.footnote.clone(),
            font(Weight::Regular, tokens.text.small),
            secondary,
            ui.available_width(),
        );
        let below = notes.size().y + 2.0 * tokens.space.small;
        let room = ui.available_height() - below;
        let whole = drawn.grid.size().1 + 14.0;
        let mut table_and_notes = |ui: &mut Ui, height: f32| {
            let size = vec2(ui.available_width(), height);
            ui.allocate_ui(size, |ui| {
                chosen = drawn.table_ui(ui, size, current, actions);
            });
            ui.add_space(tokens.space.small);
            ui.add(Label::new(notes.clone()).selectable(false));
        };
        if room < whole.min(LEAST_TABLE) {
            // In a low window table and notes are scrolled together, the table at its full height.
            ScrollArea::vertical()
                .id_salt("cross-tab and notes")
                .auto_shrink(false)
                .show(ui, |ui| table_and_notes(ui, whole));
        } else {
            table_and_notes(ui, room.min(whole));
        }
    });
    if let Some(chosen) = chosen {
        state.cell = match chosen {
            Chosen::Cell(row, column) => Some((row, column)),
            Chosen::Nothing => None,
        };
    }
}

impl Drawn {
    /// Draws the table; what was chosen in this frame.
    fn table_ui(
        &self,
        ui: &mut Ui,
        room: Vec2,
        current: Option<(usize, usize)>,
        actions: &mut Actions,
    ) -> Option<Chosen> {
        let (width, height) = self.grid.size();
        let mut chosen = None;
        ScrollArea::both()
            .id_salt("cross-tab")
            .max_width(room.x)
            .max_height(room.y)
            .auto_shrink([false, false])
            .show_viewport(ui, |ui, viewport| {
                ui.set_width(width + 1.0);
                ui.set_height(height + 1.0);
                let origin = ui.min_rect().min;
                let outer = Rect::from_min_size(origin + viewport.min.to_vec2(), viewport.size());
                paper(ui, outer, &self.look, self.look.theme().ground);
                self.paint(ui, origin, outer);
                let id = Id::unique("cross-tab cells");
                let response = ui.interact(outer, id, Sense::click());
                self.describe(&response, current);
                let said = current.filter(|_| response.has_focus());
                let said = said.map(|(row, column)| self.model.cell_lines(row, column).join(", "));
                let id = Id::unique("what the keyboard finds in the cross-tab");
                announce(ui, id, outer.min, &said.unwrap_or_default());
                if let Some((row, column)) = current {
                    self.ring(ui, origin, outer, row, column);
                }
                self.hover_ui(ui, &response, origin, outer);
                chosen = self.chosen(ui, &response, origin, outer, current);
                if let Some(Chosen::Cell(row, column)) = chosen
                    && let Some(cell) = self.grid.cell(row, column)
                {
                    let mut around = painter::rect(origin, cell);
                    around.min -= vec2(self.grid.label_width(), self.grid.head_height());
                    ui.scroll_to_rect(around, None);
                }
                let copies = ui.input(|input| {
                    input
                        .events
                        .iter()
                        .any(|event| matches!(event, Event::Copy))
                });
                if response.has_focus() && copies {
                    actions.send(Action::Copy(cross_tab_cells(&self.answer, &self.spec)));
                }
            });
        chosen
    }

    /// The cells, then over them the labels, the headings and the corner, each where it stays.
    fn paint(&self, ui: &Ui, origin: Pos2, outer: Rect) {
        let (width, head) = (self.grid.label_width(), self.grid.head_height());
        let scrolled = outer.min - origin;
        let clipped = |from: Vec2| {
            let rect = Rect::from_min_max(outer.min + from, outer.max);
            ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()))
        };
        let body = clipped(vec2(width, head));
        painter::paint(&body, origin, &self.grid.body);
        let side = clipped(vec2(0.0, head));
        painter::paint(&side, origin + vec2(scrolled.x, 0.0), &self.grid.side);
        let heads = clipped(vec2(width, 0.0));
        painter::paint(&heads, origin + vec2(0.0, scrolled.y), &self.grid.head);
        let seen = (scrolled.x + width, scrolled.x + outer.width());
        for (room, words) in &self.grid.head_words {
            let shift = Grid::words_shift(*room, words, seen);
            let at = origin + vec2(shift, scrolled.y);
            painter::paint(&heads, at, std::slice::from_ref(words));
        }
        let corner = clipped(Vec2::ZERO);
        painter::paint(&corner, outer.min, &self.grid.corner);
    }

    fn describe(&self, response: &Response, current: Option<(usize, usize)>) {
        response.widget_info(|| {
            let model = &self.model;
            let said = current.map(|(row, column)| model.cell_lines(row, column).join(", "));
            let (rows, columns) = (model.rows.len(), model.columns.len());
            let title = &model.title;
            let (rows, columns) = (say::count_rows(rows), say::count_columns(columns));
            let name = match said {
                None => say::SurveyTable {
                    columns,
                    rows,
                    title,
                }
                .say(),
                Some(cell) => say::SurveyTableSelected {
                    cell,
                    columns,
                    rows,
                    title,
                }
                .say(),
            };
            WidgetInfo::labeled(Role::Table, true, name)
        });
    }

    /// The part of the table in which cells are seen.
    fn cells_room(&self, outer: Rect) -> Rect {
        let corner = vec2(self.grid.label_width(), self.grid.head_height());
        Rect::from_min_max(outer.min + corner, outer.max)
    }

    fn ring(&self, ui: &Ui, origin: Pos2, outer: Rect, row: usize, column: usize) {
        let Some(cell) = self.grid.cell(row, column) else {
            return;
        };
        let clip = self.cells_room(outer).intersect(ui.clip_rect());
        let stroke = Stroke::new(2.0, self.look.tokens(ui).colours.accent_ink);
        ui.painter().with_clip_rect(clip).rect_stroke(
            painter::rect(origin, cell),
            2.0,
            stroke,
            StrokeKind::Inside,
        );
    }

    fn cell_at(&self, origin: Pos2, outer: Rect, pointer: Pos2) -> Option<(usize, usize)> {
        let at = pointer - origin;
        let is_cell = self.cells_room(outer).contains(pointer);
        is_cell.then(|| self.grid.cell_at(at.x, at.y))?
    }

    fn hover_ui(&self, ui: &Ui, response: &Response, origin: Pos2, outer: Rect) {
        let hovered = response
            .hover_pos()
            .and_then(|pointer| self.cell_at(origin, outer, pointer));
        if let Some((row, column)) = hovered
            && let Some(cell) = self.grid.cell(row, column)
        {
            let lines = self.model.cell_lines(row, column);
            point_tooltip::show_lines(ui, response, painter::rect(origin, cell), &lines);
        }
    }

    /// The cell chosen by the pointer or by the arrows; Esc chooses none.
    fn chosen(
        &self,
        ui: &Ui,
        response: &Response,
        origin: Pos2,
        outer: Rect,
        current: Option<(usize, usize)>,
    ) -> Option<Chosen> {
        if response.clicked() {
            response.request_focus();
            let pointer = response.interact_pointer_pos()?;
            let cell = self.cell_at(origin, outer, pointer);
            return Some(cell.map_or(Chosen::Nothing, |(row, column)| Chosen::Cell(row, column)));
        }
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: current.is_some(),
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        focus::ring(ui, response, outer, 4.0);
        let last_row = self.model.rows.len().checked_sub(1)?;
        let last_column = self.model.columns.len().checked_sub(1)?;
        let (row, column) = current.unwrap_or((0, 0));
        let (row, column) = (row.min(last_row), column.min(last_column));
        // The first key comes to the first cell.
        let by = usize::from(current.is_some());
        let is_wanted = |key| key != CellKey::To(ChartKey::Escape) || current.is_some();
        let target = match CELL_KEYS.pressed_where(ui, is_wanted)? {
            CellKey::To(ChartKey::Down) => ((row + by).min(last_row), column),
            CellKey::To(ChartKey::Up) => (row.saturating_sub(1), column),
            CellKey::To(ChartKey::Right) => (row, (column + by).min(last_column)),
            CellKey::To(ChartKey::Left) => (row, column.saturating_sub(1)),
            CellKey::RowStart => (row, 0),
            CellKey::RowEnd => (row, last_column),
            CellKey::Top => (0, column),
            CellKey::Bottom => (last_row, column),
            CellKey::To(ChartKey::Escape) => return Some(Chosen::Nothing),
        };
        let (row, column) = target;
        Some(Chosen::Cell(row, column))
    }
}

/// Why there is nothing to show, and what could be shown.
pub(super) fn not_surveyed_ui(
    ui: &mut Ui,
    why: &NotSurveyed,
    choices: &SurveyChoices,
    actions: &mut Actions,
) {
    let (why, what) = why_not_spoken(why);
    let height = (ui.available_height() - 34.0).max(120.0);
    Card::new().min_height(height).show(ui, |ui| {
        ui.set_max_height(height);
        let tokens = tokens(ui);
        let title = RichText::new(why).font(font(Weight::SemiBold, tokens.text.lead));
        ui.label(title);
        let secondary = tokens.colours.ink_secondary;
        let what = if choices.questions.is_empty() {
            say::survey_none()
        } else {
            what
        };
        ui.label(RichText::new(what).color(secondary));
        ui.add_space(tokens.space.small);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(CHOICE_WIDTH));
            for question in &choices.questions {
                let choice = Button::secondary(&*question.name).small();
                if ui.add(choice.full_width().left_aligned()).clicked() {
                    actions.send(Action::ShowMeasure(question.measure.clone()));
                }
            }
        });
    });
}
