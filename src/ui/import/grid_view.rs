//! The sheet as it is, coloured by how it was read: its letters and row numbers stay in view, and only what
//! can be seen is drawn, however many rows there are.

use egui::accesskit::Role as AccessRole;
use egui::{
    Align2, Color32, CornerRadius, Id, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use super::grid_input::{self, Geometry, HEADER, ROW};
use super::sheet_text;
use super::shown::Shown;
use super::state::SheetView;
use crate::base::typeface::Weight;
use crate::data::cell::column_letters;
use crate::import::CellRole;
use crate::import::grid::CellValue;
use crate::ui::fonts::font;
use crate::ui::kit::{focus, text};
use crate::ui::tokens::{Colours, tokens};
use crate::words::say;

const PADDING: f32 = 8.0;
/// The distance between the stripes over what was left out.
const STRIPES: f32 = 7.0;

/// Draws the sheet into what is left of the layout; the response is that of its cells.
pub(super) fn grid_ui(ui: &mut Ui, shown: &Shown<'_>, view: &mut SheetView) -> Response {
    let rect = ui.available_rect_before_wrap();
    let id = Id::unique(("sheet", shown.workbook, shown.sheet));
    ui.advance_cursor_after_rect(rect);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    view.widths(shown.grid);
    let geometry = Geometry::of(rect, shown, view);
    grid_input::take(ui, &response, shown.grid, &geometry, view);
    let geometry = geometry.moved(shown, view);
    announce(ui, &response, shown, view);
    paint(ui, shown, view, &geometry);
    grid_input::scroll_bars_ui(ui, id, &geometry, view);
    focus::inner_ring(ui, &response, rect, tokens(ui).radius.card);
    response
}

/// What a screen reader says: the sheet, and the current cell with what it was read as.
fn announce(ui: &Ui, response: &Response, shown: &Shown<'_>, view: &SheetView) {
    response.widget_info(|| {
        let sheet = shown.sheet_name();
        let words = match view.selection {
            Some(selection) => {
                let (row, column) = selection.cursor;
                say::SheetCell {
                    sheet,
                    cell: shown.spoken(row, column),
                }
                .say()
            }
            None => say::sheet_cells(sheet),
        };
        WidgetInfo::labeled(AccessRole::Table, ui.is_enabled(), words)
    });
}

/// A cell as it is painted: where it stands in the sheet and on the screen.
struct Painted {
    at: (u32, u32),
    rect: Rect,
    is_merged: bool,
    role: Option<CellRole>,
    needs_eye: bool,
    is_marked: bool,
}

fn paint(ui: &Ui, shown: &Shown<'_>, view: &SheetView, geometry: &Geometry) {
    let colours = &tokens(ui).colours;
    let painter = ui.painter().with_clip_rect(geometry.body);
    let rows = geometry.rows.clone();
    let rows = rows.map(|row| (row, geometry.row_top(row)));
    let cells = cells(shown, view, geometry, rows);
    // A text may go on over the cells at its right: all grounds come before all texts.
    for cell in &cells {
        ground(&painter, cell, colours);
    }
    for cell in &cells {
        words(ui, &painter, shown, geometry, cell);
    }
    marks(&painter, &cells, colours);
    if let Some(selection) = view.selection {
        let rect = geometry.selected(view, &selection);
        painter.rect(
            rect,
            CornerRadius::ZERO,
            Color32::TRANSPARENT,
            Stroke::new(2.0, colours.accent_ink),
            StrokeKind::Inside,
        );
    }
    pinned_headings(ui, shown, view, geometry);
    headers(ui, view, geometry);
}

/// The rows of headings that stay over the body of their table, with a rule under them.
fn pinned_headings(ui: &Ui, shown: &Shown<'_>, view: &SheetView, geometry: &Geometry) {
    let strip = geometry.strip();
    if geometry.pinned.is_empty() {
        return;
    }
    let colours = &tokens(ui).colours;
    let painter = ui.painter().with_clip_rect(strip);
    painter.rect_filled(strip, CornerRadius::ZERO, colours.card);
    let cells = cells(shown, view, geometry, geometry.pinned_rows());
    for cell in &cells {
        ground(&painter, cell, colours);
    }
    for cell in &cells {
        words(ui, &painter, shown, geometry, cell);
    }
    marks(&painter, &cells, colours);
    let rule = Stroke::new(1.5, colours.neutral_edge);
    let below = ui.painter().with_clip_rect(geometry.whole);
    below.hline(geometry.whole.left()..=strip.right(), strip.bottom(), rule);
}

/// Frames around the cells that a value came from.
fn marks(painter: &Painter, cells: &[Painted], colours: &Colours) {
    let stroke = Stroke::new(2.0, colours.accent_ink);
    for cell in cells.iter().filter(|cell| cell.is_marked) {
        let rect = cell.rect.shrink(0.5);
        painter.rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
    }
}

/// The cells of some rows, each with its upper edge; those of a merged region as one.
fn cells(
    shown: &Shown<'_>,
    view: &SheetView,
    geometry: &Geometry,
    rows: impl Iterator<Item = (u32, f32)>,
) -> Vec<Painted> {
    let reading = &shown.draft.read.reading;
    let eyes = shown.eyes();
    let mut cells: Vec<Painted> = Vec::new();
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (row, top) in rows {
        for (column, left, width) in &geometry.columns {
            let size = vec2(*width, ROW);
            let mut at = (row, *column);
            let mut rect = Rect::from_min_size(pos2(*left, top), size);
            let merge = shown.grid.merge_at(row, *column);
            if let Some(merge) = merge {
                at = (merge.top, merge.left);
                if merged.contains(&at) {
                    continue;
                }
                merged.push(at);
                rect = geometry.merged(view, merge);
                // Where the row stays in view, so does the part of the region from it downwards.
                rect = rect.translate(vec2(0.0, top - geometry.row_top(row)));
            }
            cells.push(Painted {
                at,
                rect,
                is_merged: merge.is_some(),
                role: reading.cell_role(shown.sheet, shown.grid, at.0, at.1),
                needs_eye: eyes.contains(at),
                is_marked: view.marked.contains(&at) || view.marked.contains(&(row, *column)),
            });
        }
    }
    cells
}

fn ground(painter: &Painter, cell: &Painted, colours: &Colours) {
    let rect = cell.rect;
    let fill = match cell.role {
        _ if cell.is_marked => colours.accent_soft,
        _ if cell.needs_eye => colours.role_eye,
        Some(role) => fill_of(role, colours),
        None => colours.card,
    };
    painter.rect_filled(rect, CornerRadius::ZERO, fill);
    if cell.role == Some(CellRole::LeftOut) && !cell.needs_eye {
        stripes(painter, rect.intersect(painter.clip_rect()), colours.hatch);
    }
    let rule = Stroke::new(1.0, colours.rule_soft);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, rule);
    painter.vline(rect.right() - 0.5, rect.y_range(), rule);
    if cell.needs_eye {
        let stroke = Stroke::new(2.0, colours.warning_edge);
        let inside = rect.shrink(0.5);
        painter.rect_stroke(inside, CornerRadius::ZERO, stroke, StrokeKind::Inside);
    }
}

fn words(ui: &Ui, painter: &Painter, shown: &Shown<'_>, geometry: &Geometry, cell: &Painted) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let ((row, column), rect, role) = (cell.at, cell.rect, cell.role);
    let value = shown.grid.value(row, column);
    if value == CellValue::Empty {
        return;
    }
    let style = shown.grid.style(row, column);
    let weight = if style.bold || role == Some(CellRole::Title) {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let ink = match role {
        Some(CellRole::LeftOut | CellRole::Note) if !cell.needs_eye => colours.ink_secondary,
        _ => colours.ink,
    };
    let shown_as = sheet_text::shown(value, style);
    let galley = text::line(ui, &shown_as, font(weight, tokens.text.small), ink);
    let needed = galley.size().x + 2.0 * PADDING;
    let is_right = sheet_text::is_right_aligned(value)
        || role == Some(CellRole::Marked)
        || role == Some(CellRole::Value) && sheet_text::begins_a_number(&shown_as)
        || cell.needs_eye;
    let (mut room, mut x) = (rect, rect.left() + PADDING);
    if is_right && needed <= rect.width() {
        x = rect.right() - PADDING - galley.size().x;
    } else if !cell.is_merged && matches!(value, CellValue::Text(_)) {
        // As in Excel, a text goes on over empty cells at its right.
        for (other, left, width) in geometry.columns.iter().filter(|held| held.0 > column) {
            if room.width() >= needed
                || shown.grid.value(row, *other) != CellValue::Empty
                || shown.grid.merge_at(row, *other).is_some()
            {
                break;
            }
            room.set_right(left + width);
        }
    }
    let clip = room.shrink2(vec2(2.0, 0.0)).intersect(painter.clip_rect());
    let middle = if rect.height() > 2.0 * ROW {
        rect.top() + ROW / 2.0
    } else {
        rect.center().y
    };
    text::paint_from(&painter.with_clip_rect(clip), pos2(x, middle), galley);
}

/// The ground of a cell by what it was read as.
pub(super) const fn fill_of(role: CellRole, colours: &Colours) -> Color32 {
    match role {
        CellRole::Title => colours.role_title,
        CellRole::Period => colours.role_period,
        CellRole::Area => colours.role_area,
        CellRole::Cohort => colours.role_cohort,
        CellRole::Measure => colours.role_measure,
        CellRole::Base => colours.role_base,
        CellRole::Value => colours.card,
        CellRole::Marked => colours.role_marked,
        CellRole::Note => colours.role_note,
        CellRole::LeftOut => colours.role_left_out,
    }
}

/// Stripes from the lower left to the upper right, in line from cell to cell.
pub(super) fn stripes(painter: &Painter, rect: Rect, colour: Color32) {
    if !rect.is_positive() {
        return;
    }
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let height = rect.height();
    let start = (rect.left() + rect.bottom()).rem_euclid(STRIPES);
    let mut x = rect.left() - start;
    while x < rect.right() + height {
        let points = [pos2(x, rect.bottom()), pos2(x + height, rect.top())];
        painter.line_segment(points, Stroke::new(2.0, colour));
        x += STRIPES;
    }
}

fn headers(ui: &Ui, view: &SheetView, geometry: &Geometry) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let fine = font(Weight::Medium, tokens.text.fine);
    let rule = Stroke::new(1.0, colours.rule);
    let label = |painter: &Painter, rect: Rect, words: String, is_on: bool| {
        let (fill, ink) = if is_on {
            (colours.accent_soft, colours.accent_ink)
        } else {
            (colours.header, colours.ink_secondary)
        };
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, rule);
        painter.vline(rect.right() - 0.5, rect.y_range(), rule);
        let at: Pos2 = rect.center();
        painter.text(at, Align2::CENTER_CENTER, words, fine.clone(), ink);
    };
    let top = ui.painter().with_clip_rect(geometry.letters());
    for (column, left, width) in &geometry.columns {
        let rect = Rect::from_min_size(pos2(*left, geometry.whole.top()), vec2(*width, HEADER));
        let is_on = view
            .selection
            .is_some_and(|selection| selection.columns().contains(column));
        label(&top, rect, column_letters(*column), is_on);
    }
    let side = ui.painter().with_clip_rect(geometry.numbers());
    let scrolled = geometry.rows.clone();
    let scrolled = scrolled.map(|row| (row, geometry.row_top(row)));
    for (row, top) in scrolled.chain(geometry.pinned_rows()) {
        let rect = Rect::from_min_size(
            pos2(geometry.whole.left(), top),
            vec2(geometry.gutter(), ROW),
        );
        let is_on = view
            .selection
            .is_some_and(|selection| selection.rows().contains(&row));
        label(&side, rect, (u64::from(row) + 1).to_string(), is_on);
    }
    let corner = Rect::from_min_size(geometry.whole.min, vec2(geometry.gutter(), HEADER));
    label(ui.painter(), corner, String::new(), false);
}
