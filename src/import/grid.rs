//! A sheet as typed cells: what stands where, how it is formatted, and which cells are merged. It knows
//! nothing of tables, periods or places.
//!
//! Cells are kept by column, in the order of their rows; empty cells cost nothing, whatever their style,
//! and equal texts are kept once. A million rows are an ordinary sheet.

mod errors;
mod packed;

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexSet;
use jiff::civil::Date;

pub(crate) use errors::CellError;

/// The widest sheet that a workbook can hold.
pub const MAX_COLUMNS: u32 = 16_384;
/// The longest sheet that a workbook can hold; a CSV file may be longer.
pub const MAX_ROWS: u32 = 1_048_576;
/// The longest text that a cell of Excel can hold, in bytes here; of a longer one it keeps the beginning.
const LONGEST_TEXT: usize = 32_767;
/// Merged regions taller than this are searched one by one instead of by row.
const TALL_MERGE: u32 = 2_000;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CellValue<'a> {
    /// Nothing, or only white space.
    Empty,
    /// Text, with runs of white space collapsed.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A date; the time of day is dropped.
    Date(Date),
    /// TRUE or FALSE.
    Bool(bool),
    /// An Excel error, as `#REF!`.
    Error(&'static str),
}

/// What is stored for a cell that is not empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stored {
    Text(u32),
    Number(f64),
    Date(Date),
    Bool(bool),
    Error(CellError),
}

/// What the formatting of a cell tells about its meaning.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the format"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CellStyle {
    /// The number format shows a percentage: 0.93 is printed as 93%.
    pub percent: bool,
    /// The number format shows pounds.
    pub pounds: bool,
    /// Bold type.
    pub bold: bool,
    /// A visible background.
    pub filled: bool,
    /// The decimals that the number format shows, where it says.
    pub decimals: Option<u8>,
}

/// Whether Excel shows a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Visibility {
    /// An ordinary sheet.
    #[default]
    Visible,
    /// Hidden by its author.
    Hidden,
}

/// Cells that look like one; the value is that of the first. All bounds are inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Merge {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

impl Merge {
    /// Whether a cell lies in it.
    pub const fn contains(&self, row: u32, column: u32) -> bool {
        self.top <= row && row <= self.bottom && self.left <= column && column <= self.right
    }
}

#[derive(Clone, Debug, Default)]
struct Column {
    rows: Vec<u32>,
    cells: Vec<Stored>,
    styles: Vec<u16>,
}

impl Column {
    fn position(&self, row: u32) -> Option<usize> {
        let first = *self.rows.first()?;
        let guess = usize::try_from(row.checked_sub(first)?).ok()?;
        if self.rows.get(guess) == Some(&row) {
            return Some(guess);
        }
        self.rows.binary_search(&row).ok()
    }
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    name: String,
    visibility: Visibility,
    columns: Vec<Column>,
    texts: IndexSet<Box<str>>,
    styles: Arc<[CellStyle]>,
    merges: Vec<Merge>,
    merges_by_row: BTreeMap<u32, Vec<usize>>,
    tall_merges: Vec<usize>,
    rows: u32,
    count: usize,
    decimal_comma: bool,
    has_formats: bool,
}

impl Grid {
    /// An empty sheet.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// The sheet's name; empty for a CSV file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether Excel shows the sheet.
    pub const fn visibility(&self) -> Visibility {
        self.visibility
    }

    /// Whether numbers in text are written with a decimal comma.
    pub const fn decimal_comma(&self) -> bool {
        self.decimal_comma
    }

    /// Whether the file told the formats of its cells (OpenDocument and CSV files do not).
    pub const fn has_formats(&self) -> bool {
        self.has_formats
    }

    /// One more than the last row that holds something.
    pub const fn row_count(&self) -> u32 {
        self.rows
    }

    /// One more than the last column that holds something.
    pub fn column_count(&self) -> u32 {
        u32::try_from(self.columns.len()).unwrap_or(MAX_COLUMNS)
    }

    /// How many cells hold something.
    pub const fn cell_count(&self) -> usize {
        self.count
    }

    /// The merged regions.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// What stands in a cell itself; the rest of a merged region is empty.
    pub fn value(&self, row: u32, column: u32) -> CellValue<'_> {
        self.stored(row, column)
            .map_or(CellValue::Empty, |stored| self.view(stored))
    }

    /// What is to be read in a cell: a merged region shows its first cell's value everywhere.
    pub fn filled(&self, row: u32, column: u32) -> CellValue<'_> {
        let own = self.value(row, column);
        if own != CellValue::Empty {
            return own;
        }
        match self.merge_at(row, column) {
            Some(merge) => self.value(merge.top, merge.left),
            None => CellValue::Empty,
        }
    }

    /// The cell as a heading or label says it; numbers without decimals where they have none, dates as
    /// ISO writes them. `None` where the cell is empty. Merged cells say what their first says.
    pub fn label(&self, row: u32, column: u32) -> Option<String> {
        match self.filled(row, column) {
            CellValue::Empty => None,
            CellValue::Text(text) => Some(text.to_owned()),
            CellValue::Number(number) => Some(format!("{number}")),
            CellValue::Date(date) => Some(date.to_string()),
            CellValue::Bool(value) => Some(if value { "TRUE" } else { "FALSE" }.to_owned()),
            CellValue::Error(error) => Some(error.to_owned()),
        }
    }

    /// The merged region in which a cell lies.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<&Merge> {
        let by_row = self.merges_by_row.get(&row).into_iter().flatten();
        by_row
            .chain(&self.tall_merges)
            .filter_map(|index| self.merges.get(*index))
            .find(|merge| merge.contains(row, column))
    }

    /// The text of a cell, where it holds text.
    pub fn text(&self, row: u32, column: u32) -> Option<&str> {
        match self.value(row, column) {
            CellValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The formatting of a cell that holds something; the default one elsewhere.
    pub fn style(&self, row: u32, column: u32) -> CellStyle {
        let style = || {
            let column = self.columns.get(usize::try_from(column).ok()?)?;
            let position = column.position(row)?;
            let style = usize::from(*column.styles.get(position)?);
            self.styles.get(style).copied()
        };
        style().unwrap_or_default()
    }

    /// The cells of a column that hold something, by row.
    pub fn column(&self, column: u32) -> impl Iterator<Item = (u32, CellValue<'_>)> {
        self.stored_column(column)
            .map(|(row, stored)| (row, self.view(stored)))
    }

    /// The cells of a column within rows `top` (inclusive) to `bottom` (exclusive).
    pub fn column_between(
        &self,
        column: u32,
        top: u32,
        bottom: u32,
    ) -> impl Iterator<Item = (u32, CellValue<'_>)> {
        self.stored_between(column, top, bottom)
            .map(|(row, stored)| (row, self.view(stored)))
    }

    /// The cells of a row that hold something, by column.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, CellValue<'_>)> {
        (0..self.column_count()).filter_map(move |column| {
            let value = self.value(row, column);
            (value != CellValue::Empty).then_some((column, value))
        })
    }

    /// The distinct texts, in the order of their numbers.
    pub(crate) fn texts(&self) -> impl ExactSizeIterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref)
    }

    pub(crate) fn stored(&self, row: u32, column: u32) -> Option<Stored> {
        let column = self.columns.get(usize::try_from(column).ok()?)?;
        column.cells.get(column.position(row)?).copied()
    }

    /// Where in its column a cell is kept.
    pub(crate) fn position(&self, row: u32, column: u32) -> Option<usize> {
        self.columns
            .get(usize::try_from(column).ok()?)?
            .position(row)
    }

    /// Where the cells of some rows are kept in their column.
    pub(crate) fn positions(&self, column: u32, top: u32, bottom: u32) -> std::ops::Range<usize> {
        usize::try_from(column)
            .ok()
            .and_then(|column| self.columns.get(column))
            .map_or(0..0, |column| {
                column.rows.partition_point(|row| *row < top)
                    ..column.rows.partition_point(|row| *row < bottom)
            })
    }

    /// How many cells of a column hold something.
    pub(crate) fn column_len(&self, column: u32) -> usize {
        usize::try_from(column)
            .ok()
            .and_then(|column| self.columns.get(column))
            .map_or(0, |column| column.rows.len())
    }

    pub(crate) fn stored_column(&self, column: u32) -> impl Iterator<Item = (u32, Stored)> + '_ {
        self.stored_between(column, 0, u32::MAX)
    }

    pub(crate) fn stored_between(
        &self,
        column: u32,
        top: u32,
        bottom: u32,
    ) -> impl Iterator<Item = (u32, Stored)> + '_ {
        let column = usize::try_from(column)
            .ok()
            .and_then(|column| self.columns.get(column));
        let range = column.map_or(0..0, |column| {
            column.rows.partition_point(|row| *row < top)
                ..column.rows.partition_point(|row| *row < bottom)
        });
        column.into_iter().flat_map(move |column| {
            let rows = column.rows.get(range.clone()).unwrap_or_default();
            let cells = column.cells.get(range.clone()).unwrap_or_default();
            rows.iter().copied().zip(cells.iter().copied())
        })
    }

    /// Notes which merged regions lie in which row.
    fn note_merges(&mut self) {
        for (index, merge) in self.merges.iter().enumerate() {
            if merge.bottom.saturating_sub(merge.top) > TALL_MERGE {
                self.tall_merges.push(index);
                continue;
            }
            for row in merge.top..=merge.bottom {
                self.merges_by_row.entry(row).or_default().push(index);
            }
        }
    }

    pub(crate) fn view(&self, stored: Stored) -> CellValue<'_> {
        match stored {
            Stored::Text(text) => usize::try_from(text)
                .ok()
                .and_then(|text| self.texts.get_index(text))
                .map_or(CellValue::Empty, |text| CellValue::Text(text)),
            Stored::Number(number) => CellValue::Number(number),
            Stored::Date(date) => CellValue::Date(date),
            Stored::Bool(value) => CellValue::Bool(value),
            Stored::Error(error) => CellValue::Error(error.text()),
        }
    }
}

/// Fills a [`Grid`] cell by cell, in any order of columns; rows within a column should come in order.
#[derive(Debug, Default)]
pub struct GridBuilder {
    grid: Grid,
    unordered: bool,
}

impl GridBuilder {
    /// A builder of a sheet.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            grid: Grid::new(name),
            unordered: false,
        }
    }

    /// Sets whether Excel shows the sheet.
    pub const fn set_visibility(&mut self, visibility: Visibility) {
        self.grid.visibility = visibility;
    }

    /// Says that numbers in text have a decimal comma.
    pub const fn set_decimal_comma(&mut self, decimal_comma: bool) {
        self.grid.decimal_comma = decimal_comma;
    }

    /// Sets the styles that cells refer to by number.
    pub fn set_styles(&mut self, styles: Arc<[CellStyle]>) {
        self.grid.has_formats = !styles.is_empty();
        self.grid.styles = styles;
    }

    /// The number of a text, which is cleaned and kept once; `None` for white space.
    pub fn text(&mut self, text: &str) -> Option<u32> {
        let text = text
            .get(..text.floor_char_boundary(LONGEST_TEXT))
            .unwrap_or(text);
        let cleaned;
        let text = if is_clean(text) {
            text
        } else {
            cleaned = crate::base::text::clean(text);
            &cleaned
        };
        if text.is_empty() {
            return None;
        }
        let index = match self.grid.texts.get_index_of(text) {
            Some(index) => index,
            None => self.grid.texts.insert_full(text.into()).0,
        };
        u32::try_from(index).ok()
    }

    /// Adds a cell with text.
    pub fn push_text(&mut self, row: u32, column: u32, text: &str, style: u16) {
        if let Some(text) = self.text(text) {
            self.push(row, column, Stored::Text(text), style);
        }
    }

    /// Adds a cell with a number.
    pub fn push_number(&mut self, row: u32, column: u32, number: f64, style: u16) {
        self.push(row, column, Stored::Number(number), style);
    }

    /// Adds a cell; beyond the last column that Excel has, nothing is kept.
    pub(crate) fn push(&mut self, row: u32, column: u32, stored: Stored, style: u16) {
        if column >= MAX_COLUMNS {
            return;
        }
        let Some(column) = self.column(column) else {
            return;
        };
        let stored = match stored {
            // Excel has no such numbers; a writer that puts one into a file had none either.
            Stored::Number(number) if !number.is_finite() => Stored::Error(CellError::Number),
            stored => stored,
        };
        let in_order = column.rows.last().is_none_or(|last| *last < row);
        column.rows.push(row);
        column.cells.push(stored);
        column.styles.push(style);
        self.unordered |= !in_order;
        self.grid.rows = self.grid.rows.max(row + 1);
        self.grid.count += 1;
    }

    fn column(&mut self, column: u32) -> Option<&mut Column> {
        let index = usize::try_from(column).ok()?;
        if self.grid.columns.len() <= index {
            self.grid.columns.resize_with(index + 1, Column::default);
        }
        self.grid.columns.get_mut(index)
    }

    /// Adds the cells of a sheet's further rows, whose styles are the same; whether they all stand below
    /// those that are here. Where they do not, nothing is added.
    pub(super) fn append_below(&mut self, below: Self) -> bool {
        let first = below
            .grid
            .columns
            .iter()
            .filter_map(|held| held.rows.first());
        if below.unordered || first.min().is_some_and(|first| *first < self.grid.rows) {
            return false;
        }
        let texts: Vec<Option<u32>> = below
            .grid
            .texts
            .iter()
            .map(|text| self.text(text))
            .collect();
        for (index, mut added) in (0..).zip(below.grid.columns) {
            for cell in &mut added.cells {
                if let Stored::Text(text) = cell {
                    let moved = usize::try_from(*text).ok().and_then(|text| texts.get(text));
                    *text = moved.copied().flatten().unwrap_or(u32::MAX);
                }
            }
            if let Some(column) = self.column(index) {
                column.rows.append(&mut added.rows);
                column.cells.append(&mut added.cells);
                column.styles.append(&mut added.styles);
            }
        }
        self.grid.rows = self.grid.rows.max(below.grid.rows);
        self.grid.count += below.grid.count;
        true
    }

    /// How many cells were added.
    pub const fn len(&self) -> usize {
        self.grid.count
    }

    /// Whether no cell was added.
    pub const fn is_empty(&self) -> bool {
        self.grid.count == 0
    }

    /// Adds merged regions; those of one cell and those around nothing are dropped.
    pub fn set_merges(&mut self, merges: impl IntoIterator<Item = Merge>) {
        self.grid.merges = merges
            .into_iter()
            .filter(|merge| merge.top <= merge.bottom && merge.left <= merge.right)
            .filter(|merge| merge.top < merge.bottom || merge.left < merge.right)
            .filter(|merge| self.grid.value(merge.top, merge.left) != CellValue::Empty)
            .collect();
    }

    /// Over how many rows the merged regions reach, each by itself.
    pub fn merged_rows(&self) -> u64 {
        let merges = self.grid.merges.iter();
        let rows = merges.map(|merge| u64::from(merge.bottom - merge.top) + 1);
        rows.filter(|rows| *rows <= u64::from(TALL_MERGE) + 1).sum()
    }

    /// Whether the first rows leave gaps between texts, as merged cells would.
    pub(crate) fn may_have_merges(&self) -> bool {
        (0..60_u32).any(|row| {
            let filled: Vec<u32> = self.grid.row(row).map(|(column, _)| column).collect();
            match (filled.first(), filled.last()) {
                (Some(first), Some(last)) => {
                    usize::try_from(last - first).unwrap_or(0) + 1 != filled.len()
                        || *last + 1 < self.grid.column_count()
                }
                _ => false,
            }
        })
    }

    /// The sheet.
    pub fn build(mut self) -> Grid {
        if self.unordered {
            for column in &mut self.grid.columns {
                sort_column(column);
            }
            self.grid.count = self.grid.columns.iter().map(|c| c.rows.len()).sum();
        }
        self.grid.note_merges();
        self.grid
    }
}

/// Puts the cells of a column in order; of two for one cell the later stays.
fn sort_column(column: &mut Column) {
    let mut cells: BTreeMap<u32, (Stored, u16)> = BTreeMap::new();
    for ((row, cell), style) in column.rows.iter().zip(&column.cells).zip(&column.styles) {
        cells.insert(*row, (*cell, *style));
    }
    column.rows = cells.keys().copied().collect();
    column.styles = cells.values().map(|(_, style)| *style).collect();
    column.cells = cells.into_values().map(|(cell, _)| cell).collect();
}

/// Whether cleaning would leave a text as it is.
fn is_clean(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        // Bytes from 0xC2 on begin a character that might be an unusual space.
        if !(b' '..0xC2).contains(&byte) || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_shows_its_value_everywhere_and_costs_nothing() {
        let mut builder = GridBuilder::new("S");
        builder.push_text(0, 0, " Year \n to ", 0);
        builder.push_number(3, 2, 5.0, 0);
        builder.push_text(4, 0, "  ", 0);
        builder.set_merges([Merge {
            top: 0,
            left: 0,
            bottom: 0,
            right: 16_383,
        }]);
        let grid = builder.build();
        assert_eq!(grid.filled(0, 9_000), CellValue::Text("Year to"));
        assert_eq!(grid.value(0, 1), CellValue::Empty);
        assert_eq!((grid.column_count(), grid.row_count()), (3, 4));
        assert_eq!(grid.cell_count(), 2);
    }

    #[test]
    fn cells_out_of_order_are_sorted_and_the_later_wins() {
        let mut builder = GridBuilder::new("S");
        for (row, number) in [(5, 1.0), (2, 2.0), (5, 3.0)] {
            builder.push_number(row, 0, number, 0);
        }
        let grid = builder.build();
        assert_eq!(grid.value(5, 0), CellValue::Number(3.0));
        assert_eq!(grid.column(0).count(), 2);
        assert_eq!(grid.cell_count(), 2);
    }
}
