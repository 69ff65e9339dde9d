//! Where the cells of a sheet lie on the screen, and how it is scrolled and selected: with the pointer, the
//! wheel, the bars and the keyboard. Positions are held in rows, not in points, so that the last of a
//! million rows stands as still as the first.

use std::ops::Range;

use egui::{CornerRadius, EventFilter, Id, Pos2, Rect, Response, Sense, Ui, pos2, vec2};

use super::grid_keys::{GRID_KEYS, GridKey};
use super::pinned::pinned;
use super::shown::Shown;
use super::state::{Extent, Selection, SheetView};
use crate::import::grid::{Grid, Merge};
use crate::ui::tokens::tokens;

/// The height of a row and of the letters over the columns, in points.
pub(super) const ROW: f32 = 28.0;
pub(super) const HEADER: f32 = 24.0;
/// The width of a scroll bar, in points, and the least length of what is dragged in it.
const BAR: f32 = 10.0;
const LEAST_HANDLE: f32 = 28.0;
/// Empty rows and columns that can be seen past the last.
const MARGIN: u32 = 3;

/// Where everything lies in this frame.
#[derive(Clone, Debug)]
pub(super) struct Geometry {
    /// Letters, numbers, cells and bars.
    pub(super) whole: Rect,
    /// The cells.
    pub(super) body: Rect,
    /// The rows that can be seen.
    pub(super) rows: Range<u32>,
    /// The rows of headings that stay at the upper edge, from the uppermost.
    pub(super) pinned: Vec<u32>,
    /// The columns that can be seen: number, left edge, width.
    pub(super) columns: Vec<(u32, f32, f32)>,
    top: f64,
    row_count: u32,
    total_width: f64,
    widths: Vec<f32>,
}

impl Geometry {
    pub(super) fn of(whole: Rect, shown: &Shown<'_>, view: &mut SheetView) -> Self {
        let grid = shown.grid;
        let widths = view.widths(grid).to_vec();
        let row_count = grid.row_count();
        let digits = row_count.checked_ilog10().unwrap_or(0) + 1;
        let digits = f32::from(u8::try_from(digits).unwrap_or(u8::MAX));
        let gutter = digits.mul_add(7.5, 20.0).max(36.0);
        let body = Rect::from_min_max(whole.min + vec2(gutter, HEADER), whole.max - vec2(BAR, BAR));
        let total_width = widths.iter().map(|width| f64::from(*width)).sum();
        Self {
            whole,
            body,
            rows: 0..0,
            pinned: Vec::new(),
            columns: Vec::new(),
            top: 0.0,
            row_count,
            total_width,
            widths,
        }
        .moved(shown, view)
    }

    /// The same after scrolling.
    pub(super) fn moved(mut self, shown: &Shown<'_>, view: &mut SheetView) -> Self {
        view.top = view.top.clamp(0.0, self.last_top());
        view.left = view.left.clamp(0.0, self.last_left());
        self.top = view.top;
        self.pinned = pinned(shown.tables(), view.top);
        let first = whole_number(view.top.floor());
        let shown = whole_number(f64::from(self.body.height() / ROW).ceil()) + 2;
        self.rows = first..first.saturating_add(shown).min(self.row_count + MARGIN);
        self.columns.clear();
        let mut left = f64::from(self.body.left()) - view.left;
        for (column, width) in (0_u32..).zip(self.widths.iter().copied()) {
            let right = left + f64::from(width);
            if right > f64::from(self.body.left()) && left < f64::from(self.body.right()) {
                self.columns.push((column, points(left), width));
            }
            left = right;
        }
        self
    }

    fn last_top(&self) -> f64 {
        let shown = f64::from(self.body.height() / ROW);
        (f64::from(self.row_count + MARGIN) - shown).max(0.0)
    }

    fn last_left(&self) -> f64 {
        (self.total_width - f64::from(self.body.width())).max(0.0)
    }

    /// How many rows the page keys go.
    fn page(&self) -> u32 {
        whole_number(f64::from(self.body.height() / ROW))
            .saturating_sub(1)
            .max(1)
    }

    /// The width of the column of row numbers.
    pub(super) fn gutter(&self) -> f32 {
        self.body.left() - self.whole.left()
    }

    pub(super) fn letters(&self) -> Rect {
        Rect::from_min_max(
            pos2(self.body.left(), self.whole.top()),
            pos2(self.body.right(), self.body.top()),
        )
    }

    pub(super) fn numbers(&self) -> Rect {
        Rect::from_min_max(
            pos2(self.whole.left(), self.body.top()),
            pos2(self.body.left(), self.body.bottom()),
        )
    }

    /// The upper edge of a row.
    pub(super) fn row_top(&self, row: u32) -> f32 {
        let from_top = (f64::from(row) - self.top) * f64::from(ROW);
        self.body.top() + points(from_top)
    }

    /// The rows of headings that stay in view, each with its upper edge.
    pub(super) fn pinned_rows(&self) -> impl Iterator<Item = (u32, f32)> {
        let tops = (0_u16..).map(|place| f32::from(place).mul_add(ROW, self.body.top()));
        self.pinned.iter().copied().zip(tops)
    }

    /// Where rows that stay in view stand, over the cells.
    pub(super) fn strip(&self) -> Rect {
        let bottom = self.pinned_rows().last().map(|(_, top)| top + ROW);
        let corner = pos2(self.body.right(), bottom.unwrap_or(self.body.top()));
        Rect::from_min_max(self.body.min, corner)
    }

    fn column_left(&self, view: &SheetView, column: u32) -> f32 {
        points(f64::from(self.body.left()) + view.column_start(column) - view.left)
    }

    /// Where a merged region lies, as far as it can be seen.
    pub(super) fn merged(&self, view: &SheetView, merge: &Merge) -> Rect {
        self.between(view, (merge.top, merge.left), (merge.bottom, merge.right))
    }

    /// Where a selection lies, as far as it can be seen.
    pub(super) fn selected(&self, view: &SheetView, selection: &Selection) -> Rect {
        let (rows, columns) = (selection.rows(), selection.columns());
        let last = u32::try_from(self.widths.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(1);
        match selection.extent {
            Extent::Cells => self.between(
                view,
                (*rows.start(), *columns.start()),
                (*rows.end(), *columns.end()),
            ),
            Extent::Rows => self.between(view, (*rows.start(), 0), (*rows.end(), last)),
            Extent::Columns => self.between(
                view,
                (0, *columns.start()),
                (self.row_count, *columns.end()),
            ),
        }
    }

    fn between(&self, view: &SheetView, first: (u32, u32), last: (u32, u32)) -> Rect {
        // A region may be far larger than the screen: its edges are drawn just outside.
        let y = |row: u32| {
            self.row_top(row)
                .clamp(self.body.top() - 2.0 * ROW, self.body.bottom() + 2.0 * ROW)
        };
        let x = |column: u32| {
            self.column_left(view, column)
                .clamp(self.body.left() - 300.0, self.body.right() + 300.0)
        };
        Rect::from_min_max(
            pos2(x(first.1), y(first.0)),
            pos2(x(last.1.saturating_add(1)), y(last.0.saturating_add(1))),
        )
    }

    /// The cell under a point, and whether it is a row's number or a column's letters.
    pub(super) fn at(&self, point: Pos2) -> Option<(u32, u32, Extent)> {
        let on_letters = self.letters().contains(point);
        let on_numbers = self.numbers().contains(point);
        if !self.body.contains(point) && !on_letters && !on_numbers {
            return None;
        }
        let on_strip = self
            .pinned_rows()
            .find(|(_, top)| (*top..top + ROW).contains(&point.y))
            .filter(|_| !on_letters);
        let row = self.top + f64::from((point.y - self.body.top()) / ROW);
        let row = whole_number(row.floor()).min(self.row_count.saturating_sub(1));
        let row = on_strip.map_or(row, |(row, _)| row);
        let column = self
            .columns
            .iter()
            .find(|(_, left, width)| (*left..left + width).contains(&point.x))
            .or(if on_numbers {
                self.columns.first()
            } else {
                self.columns.last()
            })
            .map(|(column, ..)| *column)?;
        Some(if on_letters {
            (self.rows.start, column, Extent::Columns)
        } else if on_numbers {
            (row, column, Extent::Rows)
        } else {
            (row, column, Extent::Cells)
        })
    }
}

/// Takes what pointer, wheel and keyboard do.
pub(super) fn take(
    ui: &Ui,
    response: &Response,
    grid: &Grid,
    geometry: &Geometry,
    view: &mut SheetView,
) {
    if response.contains_pointer() {
        let by = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
        view.top -= f64::from(by.y / ROW);
        view.left -= f64::from(by.x);
    }
    let point = response.interact_pointer_pos();
    if let Some((row, column, extent)) = point.and_then(|point| geometry.at(point)) {
        let extends = ui.input(|input| input.modifiers.shift) || !response.drag_started();
        if response.drag_started() || response.clicked() || response.secondary_clicked() {
            response.request_focus();
        }
        let is_inside = view
            .selection
            .is_some_and(|selection| selection.contains(row, column));
        match view.selection {
            // What was selected is meant where the other button is pressed on it.
            _ if response.secondary_clicked() && is_inside => {}
            Some(selection)
                if extends && (response.dragged() || ui.input(|input| input.modifiers.shift)) =>
            {
                view.selection = Some(Selection {
                    cursor: (row, column),
                    ..selection
                });
            }
            _ if response.clicked() || response.drag_started() || response.secondary_clicked() => {
                view.selection = Some(Selection {
                    extent,
                    ..Selection::cell(row, column)
                });
            }
            _ => {}
        }
    }
    keys(ui, response, grid, geometry, view);
    if std::mem::take(&mut view.reveal) {
        reveal(geometry, view);
    }
}

fn keys(ui: &Ui, response: &Response, grid: &Grid, geometry: &Geometry, view: &mut SheetView) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let last_row = grid.row_count().saturating_sub(1);
    let last_column = grid.column_count().saturating_sub(1);
    let start = view.selection.unwrap_or(Selection::cell(0, 0));
    let page = geometry.page();
    let (row, column) = start.cursor;
    let pressed = GRID_KEYS.pressed(ui);
    let whole = match pressed {
        Some((GridKey::WholeRow, _)) => Some(Extent::Rows),
        Some((GridKey::WholeColumn, _)) => Some(Extent::Columns),
        _ => None,
    };
    if let Some(extent) = whole {
        view.select(Selection { extent, ..start });
        return;
    }
    let moved = pressed.map(|(key, extends)| {
        let to = match key {
            GridKey::Start => (0, 0),
            GridKey::End => (last_row, last_column),
            GridKey::Down => (row.saturating_add(1), column),
            GridKey::Up => (row.saturating_sub(1), column),
            GridKey::Right => (row, column.saturating_add(1)),
            GridKey::Left => (row, column.saturating_sub(1)),
            GridKey::PageDown => (row.saturating_add(page), column),
            GridKey::PageUp => (row.saturating_sub(page), column),
            GridKey::RowStart => (row, 0),
            GridKey::RowEnd => (row, last_column),
            GridKey::WholeRow | GridKey::WholeColumn => (row, column),
        };
        (to, extends)
    });
    let Some(((row, column), extends)) = moved else {
        return;
    };
    let to = if view.selection.is_none() {
        (0, 0)
    } else {
        (row.min(last_row), column.min(last_column))
    };
    view.select(if extends {
        Selection {
            cursor: to,
            ..start
        }
    } else {
        Selection::cell(to.0, to.1)
    });
}

/// Scrolls so that the current cell can be seen.
fn reveal(geometry: &Geometry, view: &mut SheetView) {
    let Some(selection) = view.selection else {
        return;
    };
    let (row, column) = selection.cursor;
    let shown = f64::from(geometry.body.height() / ROW);
    let is_pinned = geometry.pinned.contains(&row);
    let row = f64::from(row);
    // Nothing is revealed behind headings that stay in view.
    let covered = f64::from(geometry.strip().height() / ROW);
    if !is_pinned && (view.top..view.top + covered).contains(&row) {
        view.top = (row - covered).max(0.0);
    } else if row < view.top && !is_pinned || row - view.top > 3.0 * shown {
        view.top = (row - 3.0).max(0.0).min(row);
    } else if row + 1.0 > view.top + shown {
        view.top = row + 1.0 - shown;
    }
    let left = view.column_start(column);
    let right = view.column_start(column.saturating_add(1));
    let width = f64::from(geometry.body.width());
    if left < view.left {
        view.left = left;
    } else if right > view.left + width {
        view.left = (right - width).min(left);
    }
}

/// The bars at the right and at the bottom.
pub(super) fn scroll_bars_ui(ui: &Ui, id: Id, geometry: &Geometry, view: &mut SheetView) {
    let (body, whole) = (geometry.body, geometry.whole);
    let right = Rect::from_min_max(
        pos2(body.right(), body.top()),
        pos2(whole.right(), body.bottom()),
    );
    let shown = f64::from(body.height() / ROW);
    let rows = f64::from(geometry.row_count + MARGIN);
    if let Some(part) = bar_ui(
        ui,
        id.with("rows"),
        right,
        view.top / rows,
        shown / rows,
        true,
    ) {
        view.top = part * rows;
    }
    let below = Rect::from_min_max(
        pos2(body.left(), body.bottom()),
        pos2(body.right(), whole.bottom()),
    );
    let width = geometry.total_width.max(1.0);
    let share = f64::from(body.width()) / width;
    if let Some(part) = bar_ui(
        ui,
        id.with("columns"),
        below,
        view.left / width,
        share,
        false,
    ) {
        view.left = part * width;
    }
}

/// One bar; where it was dragged to, as a part of the whole.
fn bar_ui(ui: &Ui, id: Id, rect: Rect, start: f64, share: f64, is_upright: bool) -> Option<f64> {
    if share >= 1.0 {
        return None;
    }
    let colours = &tokens(ui).colours;
    let length = if is_upright {
        rect.height()
    } else {
        rect.width()
    };
    let handle = points(share * f64::from(length)).max(LEAST_HANDLE);
    let room = f64::from(length - handle);
    let scrolled = (start / (1.0 - share)).clamp(0.0, 1.0);
    let offset = points(scrolled * room);
    let place = if is_upright {
        Rect::from_min_size(rect.min + vec2(0.0, offset), vec2(rect.width(), handle))
    } else {
        Rect::from_min_size(rect.min + vec2(offset, 0.0), vec2(handle, rect.height()))
    };
    // Not for the keyboard, which scrolls with the cells.
    let response = ui.interact(rect, id, Sense::DRAG);
    let fill = if response.dragged() || response.hovered() {
        colours.ink_faint
    } else {
        colours.neutral_edge
    };
    ui.painter()
        .rect_filled(place.shrink(2.0), CornerRadius::same(3), fill);
    let delta = response.drag_delta();
    let by = f64::from(if is_upright { delta.y } else { delta.x });
    (by.abs() > 0.0)
        .then(|| ((scrolled * room + by) / room.max(1.0)).clamp(0.0, 1.0) * (1.0 - share))
}

/// A distance on the screen; none is so long that single precision would not do.
#[expect(
    clippy::cast_possible_truncation,
    reason = "positions on the screen are a few thousand points"
)]
const fn points(value: f64) -> f32 {
    value as f32
}

/// A number that is whole and not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what fits"
)]
fn whole_number(value: f64) -> u32 {
    value.clamp(0.0, f64::from(u32::MAX)) as u32
}
