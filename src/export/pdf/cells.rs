//! Tables on pages: how wide the columns are, which of them stand under one another, where rows break.

use super::sheet::{Row, RowKind};
use crate::base::typeface::Weight;
use crate::chart::contents::{DataCell, DataTable};
use crate::chart::geometry::Point;
use crate::chart::scene::TextRun;
use crate::chart::text_block::wrap;
use crate::chart::{ChartTheme, Font, MeasureText};

const FONT: Font = Font::new(Weight::Regular, 8.5);
const HEAD_FONT: Font = Font::new(Weight::SemiBold, 8.5);
/// Beside the words of a cell, and over and under them.
const PADDING: (f32, f32) = (5.0, 3.5);
/// The most of the width that one column of labels takes, and one of words.
const WIDEST_LABEL: f32 = 0.42;
const WIDEST_WORDS: f32 = 0.3;
/// The most lines of a cell.
const MOST_LINES: usize = 12;
/// What stands in a cell where nothing is meant to be, so that the row keeps its cells.
const NOTHING: &str = "\u{a0}";

/// Some of the columns of a table, with their places across the page.
pub(super) struct Band {
    columns: Vec<Column>,
}

struct Column {
    place: usize,
    left: f32,
    width: f32,
    is_number: bool,
}

/// What a table is laid out with.
pub(super) struct Cells<'a> {
    pub table: &'a DataTable,
    pub theme: &'a ChartTheme,
    pub measure: &'a dyn MeasureText,
    pub left: f32,
    pub width: f32,
}

impl Cells<'_> {
    /// The columns in bands that fit the width, each with the columns of labels first.
    pub fn bands(&self) -> Vec<Band> {
        let columns = self.table.columns.iter().enumerate();
        let (labels, values): (Vec<_>, Vec<_>) = columns
            .map(|(place, column)| (place, column.is_label))
            .partition(|(_, is_label)| *is_label);
        let labels: Vec<usize> = labels.into_iter().map(|(place, _)| place).collect();
        let label_widths: f32 = labels.iter().map(|place| self.column_width(*place)).sum();
        let mut bands: Vec<Vec<usize>> = Vec::new();
        let mut held = f32::INFINITY;
        for (place, _) in values {
            let width = self.column_width(place);
            if held + width > self.width {
                bands.push(labels.clone());
                held = label_widths;
            }
            held += width;
            if let Some(band) = bands.last_mut() {
                band.push(place);
            }
        }
        if bands.is_empty() && !labels.is_empty() {
            bands.push(labels);
        }
        bands.into_iter().map(|places| self.band(&places)).collect()
    }

    fn band(&self, places: &[usize]) -> Band {
        let mut left = self.left;
        let columns = places.iter().map(|place| {
            let width = self.column_width(*place);
            let column = Column {
                place: *place,
                left,
                width,
                is_number: self.is_number(*place),
            };
            left += width;
            column
        });
        Band {
            columns: columns.collect(),
        }
    }

    fn cells_of(&self, place: usize) -> impl Iterator<Item = &DataCell> {
        let rows = self.table.rows.iter();
        rows.filter_map(move |row| row.get(place))
    }

    fn is_number(&self, place: usize) -> bool {
        let is_label = self
            .table
            .columns
            .get(place)
            .is_some_and(|column| column.is_label);
        let has_words = self
            .cells_of(place)
            .any(|cell| matches!(cell, DataCell::Text(_)));
        let has_number = self
            .cells_of(place)
            .any(|cell| matches!(cell, DataCell::Number { .. }));
        !is_label && (has_number || !has_words)
    }

    /// As wide as its cells, and as the longest word of its heading; words break where they are long.
    fn column_width(&self, place: usize) -> f32 {
        let Some(column) = self.table.columns.get(place) else {
            return 0.0;
        };
        let width = |words: &str, font: Font| self.measure.width(words, font);
        let heading = column.heading.split(' ');
        let longest_word = heading
            .map(|word| width(word, HEAD_FONT))
            .fold(0.0, f32::max);
        // A heading of several words stands on a few lines.
        let heading = longest_word.max(width(&column.heading, HEAD_FONT) / 4.0);
        let cells = self
            .cells_of(place)
            .map(|cell| width(&cell.printed(), FONT));
        let cells = cells.fold(0.0, f32::max);
        let most = self.width
            * if column.is_label {
                WIDEST_LABEL
            } else {
                WIDEST_WORDS
            };
        let inner = if self.is_number(place) {
            cells.max(heading)
        } else {
            cells.max(heading).min(most)
        };
        (inner + 2.0 * PADDING.0 + 1.0).min(self.width)
    }

    /// The row of headings with its height, its top at nought.
    pub fn head(&self, band: &Band, kind: RowKind) -> (Row, f32) {
        let words = |place: usize| {
            let column = self.table.columns.get(place);
            column.map_or_else(String::new, |column| column.heading.clone())
        };
        self.row(band, kind, HEAD_FONT, words)
    }

    /// A row of values with its height, its top at nought.
    pub fn body(&self, band: &Band, place: usize) -> (Row, f32) {
        let row = self.table.rows.get(place);
        let words = |column: usize| {
            let cell = row.and_then(|row| row.get(column));
            cell.map_or_else(String::new, DataCell::printed)
        };
        self.row(band, RowKind::Body, FONT, words)
    }

    fn row(
        &self,
        band: &Band,
        kind: RowKind,
        font: Font,
        words: impl Fn(usize) -> String,
    ) -> (Row, f32) {
        let mut most = 1.0_f32;
        let mut cells = Vec::new();
        for column in &band.columns {
            let text = words(column.place);
            let text = if text.is_empty() { NOTHING } else { &text };
            let inner = (column.width - 2.0 * PADDING.0).max(1.0);
            let mut lines = wrap(text, font, inner, MOST_LINES, self.measure);
            if lines.is_empty() {
                lines.push(NOTHING.to_owned());
            }
            let mut baseline = PADDING.1 + font.ascent();
            let mut runs = Vec::new();
            for line in &lines {
                let width = self.measure.width(line, font);
                let left = if column.is_number {
                    column.left + column.width - PADDING.0 - width
                } else {
                    column.left + PADDING.0
                };
                runs.push(TextRun {
                    text: line.clone(),
                    origin: Point::new(left, baseline),
                    width,
                    font,
                    colour: self.theme.ink,
                });
                baseline += font.line_height();
            }
            most = most.max(crate::chart::geometry::count(lines.len()));
            cells.push((column.place, runs));
        }
        let height = 2.0 * PADDING.1 + most * font.line_height();
        let first = band.columns.first().map_or(self.left, |column| column.left);
        let last = band.columns.last();
        let right = last.map_or(self.left, |column| column.left + column.width);
        let row = Row {
            kind,
            cells,
            rule: (first, right, height),
        };
        (row, height)
    }
}

impl Row {
    /// The row that much further down.
    #[must_use]
    pub fn moved_down(mut self, by: f32) -> Self {
        for run in self.cells.iter_mut().flat_map(|(_, runs)| runs) {
            run.origin.y += by;
        }
        self.rule.2 += by;
        self
    }
}
