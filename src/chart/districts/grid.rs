//! How many small charts stand side by side: as near to a good shape as the room allows.

use crate::chart::geometry::{Rect, count};

/// The least width and height of a small chart with its words, at the size of the house style.
const LEAST: (f32, f32) = (132.0, 122.0);
/// The gaps between them.
const GAPS: (f32, f32) = (20.0, 18.0);
/// Width over height of the plots that read best.
const BEST_SHAPE: f32 = 1.5;
/// What words take of a small chart's height, and the numbers of its width.
const WORDS: (f32, f32) = (34.0, 66.0);
/// What title, subtitle and footnote may take of the height, all lines of them.
const AROUND: f32 = 285.0;

/// Cells in rows and columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    columns: usize,
    cell: (f32, f32),
    gaps: (f32, f32),
    /// How many cells there is room for, no more than were wanted.
    pub fitting: usize,
}

impl Grid {
    /// The grid for so many cells in a room.
    pub fn fit(cells: usize, room: Rect, scale: f32) -> Self {
        let gaps = (GAPS.0 * scale, GAPS.1 * scale);
        let cells = cells.max(1);
        let width = |columns: usize| {
            let columns = count(columns);
            (room.width() - (columns - 1.0) * gaps.0) / columns
        };
        let height = |rows: usize| {
            let rows = count(rows);
            (room.height() - (rows - 1.0) * gaps.1) / rows
        };
        let most_columns = (1..=cells)
            .take_while(|columns| *columns == 1 || width(*columns) >= LEAST.0 * scale)
            .last()
            .unwrap_or(1);
        let mut best: Option<(f32, usize, usize)> = None;
        for columns in 1..=most_columns {
            let rows = cells.div_ceil(columns);
            if height(rows) < LEAST.1 * scale {
                continue;
            }
            let plot = (
                (width(columns) - WORDS.0 * scale).max(1.0),
                (height(rows) - WORDS.1 * scale).max(1.0),
            );
            let empty = count(columns * rows - cells) / count(cells);
            let cost = (plot.0 / plot.1 / BEST_SHAPE).ln().abs() + 1.5 * empty;
            if best.is_none_or(|(least, ..)| cost < least) {
                best = Some((cost, columns, rows));
            }
        }
        let (columns, rows) = best.map_or_else(
            || {
                let fits = |rows: &usize| *rows == 1 || height(*rows) >= LEAST.1 * scale;
                let rows = (1..=cells).take_while(fits).last().unwrap_or(1);
                (most_columns, rows)
            },
            |(_, columns, rows)| (columns, rows),
        );
        Self {
            columns,
            cell: (width(columns), height(rows)),
            gaps,
            fitting: cells.min(columns * rows),
        }
    }

    /// The place of a cell in a room.
    pub fn cell(&self, room: Rect, index: usize) -> Rect {
        let (column, row) = (count(index % self.columns), count(index / self.columns));
        let left = room.left + column * (self.cell.0 + self.gaps.0);
        let top = room.top + row * (self.cell.1 + self.gaps.1);
        Rect::new(left, top, left + self.cell.0, top + self.cell.1)
    }
}

/// A height at which so many cells fit on a width, whatever the words around them, in points.
pub(super) fn least_height(cells: usize, width: f32) -> f32 {
    let scale = (width / 560.0).clamp(0.7, 1.0);
    let room = width - 44.0 * scale;
    let columns = ((room + GAPS.0 * scale) / ((LEAST.0 + GAPS.0) * scale)).floor();
    let columns = (1..=cells.max(1))
        .take_while(|columns_here| *columns_here == 1 || count(*columns_here) <= columns)
        .last()
        .unwrap_or(1);
    let rows = count(cells.max(1).div_ceil(columns));
    scale * (AROUND + rows * (LEAST.1 + GAPS.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(cells: usize, width: f32, height: f32) -> Grid {
        Grid::fit(cells, Rect::new(0.0, 0.0, width, height), 1.0)
    }

    #[test]
    fn the_mockups_eight_stand_in_two_rows_of_four() {
        let grid = fitted(8, 800.0, 470.0);
        assert_eq!((grid.columns, grid.fitting), (4, 8));
    }

    #[test]
    fn cells_stay_inside_and_apart() {
        for cells in [1, 2, 3, 5, 8, 12, 43] {
            for (width, height) in [(800.0, 470.0), (420.0, 900.0), (1600.0, 300.0)] {
                let room = Rect::new(10.0, 20.0, 10.0 + width, 20.0 + height);
                let grid = Grid::fit(cells, room, 1.0);
                let places: Vec<Rect> = (0..grid.fitting)
                    .map(|cell| grid.cell(room, cell))
                    .collect();
                assert!(grid.fitting >= 1 && grid.fitting <= cells);
                for (index, place) in places.iter().enumerate() {
                    assert!(place.right <= room.right + 0.1, "{cells} {width}");
                    assert!(place.bottom <= room.bottom + 0.1, "{cells} {width}");
                    assert!(places[..index].iter().all(|other| !other.overlaps(place)));
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let grid = fitted(43, 800.0, 300.0);
        assert!(grid.fitting < 43 && grid.fitting >= 8, "{}", grid.fitting);
    }
}
