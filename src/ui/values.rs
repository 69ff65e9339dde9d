//! The values of the chart as a table: its twin for those who read numbers, and for screen readers. It holds what the
//! chart may show and nothing else; Tab comes to a row, the arrows go on from there, and each row is read out.

use std::sync::Arc;

use egui::accesskit::{self, Role};
use egui::{
    Align, Context, Galley, Id, Label, Layout, Rect, Response, RichText, ScrollArea, Sense, Stroke,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::action::{Action, Actions};
use super::fonts::font;
use super::kit::{Button, ListKey, at_right, focus, modal, modal_title, text};
use super::tokens::tokens;
use crate::base::typeface::Weight;
use crate::chart::contents::{DataCell, DataTable};
use crate::words::say;

const WIDTH: f32 = 1000.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 220.0;
const ROW: f32 = 29.0;
const GAP: f32 = 20.0;
/// The least width of a column.
const LEAST: f32 = 48.0;
/// How many rows are measured for the widths of columns.
const MEASURED: usize = 1000;

/// The values on show.
#[derive(Debug)]
pub struct ValuesOnShow {
    title: String,
    table: DataTable,
    /// The same as text that Excel takes as cells.
    cells: String,
    widths: Option<Vec<f32>>,
    /// The row that Tab comes to.
    cursor: usize,
    to_focus: bool,
}

impl ValuesOnShow {
    /// The table of a chart under its title; `cells` is what is copied.
    pub const fn new(title: String, table: DataTable, cells: String) -> Self {
        Self {
            title,
            table,
            cells,
            widths: None,
            cursor: 0,
            to_focus: true,
        }
    }
}

/// Draws the dialog while it is open.
pub fn values_dialog_ui(ctx: &Context, held: &mut Option<ValuesOnShow>, actions: &mut Actions) {
    let Some(mut values) = held.take() else {
        return;
    };
    let id = Id::unique("values dialog");
    let title = say::values_title();
    let (is_closed, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        let rows = say::count_rows(values.table.rows.len());
        let about = format!("{} · {rows}", values.title);
        let secondary = tokens(ui).colours.ink_secondary;
        ui.add(Label::new(RichText::new(about).color(secondary)).wrap());
        let height = (ctx.content_rect().height() - AROUND).max(120.0);
        table_ui(ui, height, &mut values);
        ui.add_space(tokens(ui).space.medium);
        at_right(ui, "buttons", |ui| {
            let copy = ui.add(Button::secondary(say::values_copy()));
            if copy.on_hover_text(say::values_copy_does()).clicked() {
                actions.send(Action::Copy(values.cells.clone()));
            }
            ui.add(Button::primary(say::close())).clicked()
        })
    });
    if !is_closed && !should_close {
        *held = Some(values);
    }
}

fn heading(ui: &Ui, words: &str) -> Arc<Galley> {
    let tokens = tokens(ui);
    let small = font(Weight::SemiBold, tokens.text.small);
    text::line(ui, words, small, tokens.colours.ink_secondary)
}

fn value(ui: &Ui, cell: &DataCell) -> Arc<Galley> {
    let tokens = tokens(ui);
    let body = font(Weight::Regular, tokens.text.body);
    text::line(ui, &cell.printed(), body, tokens.colours.ink)
}

/// The widths of the columns: nothing in them is cut short.
fn widths(ui: &Ui, table: &DataTable) -> Vec<f32> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(place, column)| {
            let cells = table.rows.iter().take(MEASURED);
            let cells = cells.filter_map(|row| row.get(place));
            let widest = cells.map(|cell| value(ui, cell).size().x);
            widest
                .fold(heading(ui, &column.heading).size().x, f32::max)
                .max(LEAST)
        })
        .collect()
}

fn table_ui(ui: &mut Ui, height: f32, values: &mut ValuesOnShow) {
    let widths = values
        .widths
        .get_or_insert_with(|| widths(ui, &values.table))
        .clone();
    let whole: f32 = widths.iter().map(|width| width + GAP).sum();
    let builder = UiBuilder::new()
        .accessibility_role(Role::Table)
        .accessibility_label(&*values.title);
    let mut moved = None;
    ui.scope_builder(builder, |ui| {
        ScrollArea::both()
            .id_salt("values")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_viewport(ui, |ui, viewport| {
                let table = &values.table;
                let size = vec2(whole, (float(table.rows.len()) + 1.0) * ROW);
                ui.set_min_size(size);
                let origin = ui.min_rect().min;
                let room = whole.max(ui.available_width());
                let place = |index: usize| {
                    let at = pos2(origin.x, origin.y + (float(index) + 1.0) * ROW);
                    Rect::from_min_size(at, vec2(room, ROW))
                };
                let is_seen = |index: usize| {
                    let top = (float(index) + 1.0) * ROW;
                    top + ROW >= viewport.min.y && top <= viewport.max.y
                };
                let stop = values.cursor.min(table.rows.len().saturating_sub(1));
                for index in 0..table.rows.len() {
                    // The row that has the keyboard is there even where it cannot be seen.
                    if !is_seen(index) && index != stop {
                        continue;
                    }
                    let row = row_ui(ui, table, index, place(index), &widths, index == stop);
                    if index != stop {
                        continue;
                    }
                    if std::mem::take(&mut values.to_focus) {
                        row.request_focus();
                        ui.scroll_to_rect(place(index).expand2(vec2(0.0, ROW)), None);
                    }
                    if row.has_focus() {
                        let key = ListKey::pressed(ui, &row);
                        moved = key.and_then(|key| key.from(stop, table.rows.len(), |_| true));
                    }
                }
                // The headings stay at the top, over the rows.
                let top = origin + vec2(0.0, viewport.min.y.max(0.0));
                headings_ui(
                    ui,
                    table,
                    Rect::from_min_size(top, vec2(room, ROW)),
                    &widths,
                );
            });
        let place = ui.min_rect();
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_bounds(accesskit::Rect {
                x0: place.left().into(),
                y0: place.top().into(),
                x1: place.right().into(),
                y1: place.bottom().into(),
            });
        });
    });
    if let Some(row) = moved {
        values.cursor = row;
        values.to_focus = true;
        ui.ctx().request_repaint();
    }
}

/// The places of the cells of a row.
fn cells(row: Rect, widths: &[f32]) -> impl Iterator<Item = Rect> {
    let mut left = row.left();
    widths.iter().map(move |width| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(*width, row.height()));
        left += width + GAP;
        cell
    })
}

fn headings_ui(ui: &mut Ui, table: &DataTable, rect: Rect, widths: &[f32]) {
    let colours = &tokens(ui).colours;
    ui.painter().rect_filled(rect, 0.0, colours.card);
    let rule = Stroke::new(1.0, colours.rule);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, rule);
    let id = ui.scope_id().with("headings");
    for (place, (column, cell)) in table.columns.iter().zip(cells(rect, widths)).enumerate() {
        let response = ui.interact(cell, id.with(place), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.heading));
        let galley = heading(ui, &column.heading);
        paint(ui, cell, galley, !column.is_label);
    }
}

/// A row; what is read out of it is each of its values with the heading of its column.
fn row_ui(
    ui: &mut Ui,
    table: &DataTable,
    index: usize,
    rect: Rect,
    widths: &[f32],
    is_stop: bool,
) -> Response {
    let empty = Vec::new();
    let row = table.rows.get(index).unwrap_or(&empty);
    let sense = if is_stop {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let id = ui.scope_id().with(("row", index));
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| {
        let cells = row.iter().zip(&table.columns);
        let said = cells.filter_map(|(cell, column)| {
            let words = cell.printed();
            if words.is_empty() {
                None
            } else if column.is_label {
                Some(words)
            } else {
                Some(format!("{}: {words}", column.heading))
            }
        });
        let said: Vec<String> = said.collect();
        WidgetInfo::labeled(Role::Row, true, said.join(", "))
    });
    let builder = UiBuilder::new()
        .scope_id(id.with("cells"))
        .max_rect(rect)
        .layout(Layout::left_to_right(Align::Center))
        .accessibility_parent(id);
    let row_ui = ui.new_child(builder);
    for (place, ((cell, column), rect)) in row
        .iter()
        .zip(&table.columns)
        .zip(cells(rect, widths))
        .enumerate()
    {
        let response = row_ui.interact(rect, id.with(place), Sense::hover());
        let words = cell.printed();
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &words));
        paint(&row_ui, rect, value(ui, cell), !column.is_label);
    }
    let rule = Stroke::new(1.0, tokens(ui).colours.rule_soft);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, rule);
    focus::inner_ring(ui, &response, rect, 2.0);
    response
}

/// Words in a cell, numbers at its right.
fn paint(ui: &Ui, cell: Rect, galley: Arc<Galley>, is_number: bool) {
    let x = if is_number {
        cell.right() - galley.size().x
    } else {
        cell.left()
    };
    text::paint_from(ui.painter(), pos2(x, cell.center().y), galley);
}

/// A count of rows as a length; exact for every table that fits in memory.
#[expect(clippy::cast_precision_loss, reason = "exact up to 16 million rows")]
const fn float(rows: usize) -> f32 {
    rows as f32
}
