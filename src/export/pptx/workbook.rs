//! The workbook inside a presentation that holds the numbers of one chart: exactly what is drawn, in columns
//! to which the chart refers, so that "Edit data" in PowerPoint changes the chart.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::deck::DeckError;
use crate::chart::contents::{NativeChart, NativeKind, NativeSeries};

/// The name of the sheet.
pub const SHEET: &str = "Data";

/// The sheet of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Where the parts of each series stand.
    pub series: Vec<SeriesColumns>,
    /// Where the names of the rows of dots stand.
    pub rows: Option<RowNames>,
}

/// A column under its heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A number.
    Number(f64),
    /// Words.
    Words(String),
}

/// The columns of a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeriesColumns {
    /// The column under whose heading, the name of the series, its values stand.
    pub named: usize,
    /// The names of the categories, where there are any.
    pub categories: Option<usize>,
    /// The horizontal values of dots.
    pub across: Option<usize>,
    /// The values along the vertical axis (of bars that lie, along the horizontal one).
    pub values: usize,
    /// How far the interval reaches above and below each value.
    pub interval: Option<(usize, usize)>,
    /// Words at values that neither name nor value of them tell.
    pub labels: Option<usize>,
}

/// The columns of the names of the rows of dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowNames {
    /// The names.
    pub names: usize,
    /// Where they stand along the horizontal axis.
    pub across: usize,
    /// The rows in which they stand.
    pub heights: usize,
}

impl Sheet {
    /// The sheet of a chart.
    pub fn of(native: &NativeChart) -> Self {
        let mut sheet = Self::default();
        match native.kind {
            NativeKind::DotsInRows => sheet.dots_in_rows(native),
            NativeKind::Scatter => sheet.scatter(native),
            NativeKind::Lines
            | NativeKind::Columns
            | NativeKind::Bars
            | NativeKind::StackedBars => {
                sheet.categories(native);
            }
        }
        sheet
    }

    fn push(&mut self, heading: impl Into<String>, cells: Vec<Cell>) -> usize {
        self.columns.push(Column {
            heading: heading.into(),
            cells,
        });
        self.columns.len() - 1
    }

    fn categories(&mut self, native: &NativeChart) {
        let names = native.categories.iter().cloned().map(Cell::Words);
        let categories = self.push("", names.collect());
        // The values side by side, as PowerPoint expects them; what belongs to them follows.
        let values: Vec<usize> = native
            .series
            .iter()
            .map(|series| {
                let cells = (0..native.categories.len()).map(|place| value(series, place));
                self.push(&series.name, cells.collect())
            })
            .collect();
        for (series, named) in native.series.iter().zip(values) {
            let held = held_places(native, series);
            let (interval, labels) = self.beside(native, series, &held);
            self.series.push(SeriesColumns {
                named,
                categories: Some(categories),
                across: None,
                values: named,
                interval,
                labels,
            });
        }
    }

    fn scatter(&mut self, native: &NativeChart) {
        for series in &native.series {
            let held = held_places(native, series);
            let title = native
                .across
                .as_ref()
                .map_or("", |axis| axis.title.as_str());
            let horizontal = held.iter().filter_map(|place| series.across.get(*place));
            let across = self.push(title, horizontal.copied().map(Cell::Number).collect());
            let cells = held.iter().map(|place| value(series, *place));
            let named = self.push(&series.name, cells.collect());
            let (interval, labels) = self.beside(native, series, &held);
            self.series.push(SeriesColumns {
                named,
                categories: None,
                across: Some(across),
                values: named,
                interval,
                labels,
            });
        }
    }

    fn dots_in_rows(&mut self, native: &NativeChart) {
        let names = native.categories.iter().cloned().map(Cell::Words);
        let names = self.push("Row", names.collect());
        let edge = || Cell::Number(native.values.bounds.0);
        let edges = native.categories.iter().map(|_| edge());
        let across = self.push("Edge", edges.collect());
        let rows = native.categories.len();
        let heights: Vec<Cell> = (0..rows).map(|place| height(rows, place)).collect();
        let heights = self.push("Height", heights);
        self.rows = Some(RowNames {
            names,
            across,
            heights,
        });
        for series in &native.series {
            let held = held_places(native, series);
            let words = |place: &usize| {
                let name = native.categories.get(*place);
                name.map_or(Cell::Empty, |name| Cell::Words(name.clone()))
            };
            self.push("Row", held.iter().map(words).collect());
            let cells = held.iter().map(|place| value(series, *place));
            let measured = self.push(&series.name, cells.collect());
            let cells = held.iter().map(|place| height(rows, *place));
            let values = self.push("Height", cells.collect());
            let (interval, labels) = self.beside(native, series, &held);
            self.series.push(SeriesColumns {
                named: measured,
                categories: None,
                across: Some(measured),
                values,
                interval,
                labels,
            });
        }
    }

    /// Adds the intervals and the words of the values that are held.
    fn beside(
        &mut self,
        native: &NativeChart,
        series: &NativeSeries,
        held: &[usize],
    ) -> (Option<(usize, usize)>, Option<usize>) {
        let reach = |place: usize, is_above: bool| {
            let value = series.values.get(place).copied().flatten();
            let interval = series.intervals.get(place).copied().flatten();
            match (value, interval) {
                (Some(value), Some((lower, upper))) => Cell::Number(
                    if is_above {
                        upper - value
                    } else {
                        value - lower
                    }
                    .max(0.0),
                ),
                _ => Cell::Empty,
            }
        };
        let has_interval = held
            .iter()
            .any(|place| matches!(reach(*place, true), Cell::Number(_)));
        let interval = has_interval.then(|| {
            let mut column = |is_above: bool, words: &str| {
                let cells = held.iter().map(|place| reach(*place, is_above));
                self.push(
                    format!("{}, 95% interval, {words}", series.name),
                    cells.collect(),
                )
            };
            (column(true, "above"), column(false, "below"))
        });
        let own = |place: usize| match said(native, series, place) {
            Said::Words(words) => Cell::Words(words),
            _ => Cell::Empty,
        };
        let has_words = held
            .iter()
            .any(|place| matches!(own(*place), Cell::Words(_)));
        let labels = has_words.then(|| {
            let cells = held.iter().map(|place| own(*place));
            self.push(format!("{}, label", series.name), cells.collect())
        });
        (interval, labels)
    }

    /// The cells of a column that a chart refers to, in the words of Excel: `Data!$B$2:$B$9`.
    pub fn range(&self, column: usize) -> String {
        let rows = self.columns.get(column).map_or(0, |held| held.cells.len());
        let name = column_name(column);
        format!("{SHEET}!${name}$2:${name}${}", rows.max(1) + 1)
    }

    /// The bytes of the workbook; the same sheet is always the same bytes.
    ///
    /// # Errors
    /// [`DeckError::Workbook`] where there are more columns or rows than Excel has.
    pub fn bytes(&self) -> Result<Vec<u8>, DeckError> {
        let mut book = Workbook::new();
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let heading = Format::new().set_bold().set_text_wrap();
        let sheet = book.add_worksheet();
        sheet.set_name(SHEET)?;
        for (column, held) in (0_u16..).zip(&self.columns) {
            sheet.set_column_width(column, if column == 0 { 24 } else { 16 })?;
            sheet.write_string_with_format(0, column, &held.heading, &heading)?;
            for (row, cell) in (1_u32..).zip(&held.cells) {
                match cell {
                    Cell::Empty => {}
                    Cell::Number(number) => {
                        sheet.write_number(row, column, *number)?;
                    }
                    Cell::Words(words) => {
                        sheet.write_string(row, column, words)?;
                    }
                }
            }
        }
        Ok(book.save_to_buffer()?)
    }
}

/// The cell of a column's heading: `Data!$B$1`.
pub fn heading(column: usize) -> String {
    format!("{SHEET}!${}$1", column_name(column))
}

/// What stands at a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// The name of its series.
    Name,
    /// The value, with so many decimals.
    Value(usize),
    /// The name of its series and the value, with so many decimals.
    NameAndValue(usize),
    /// Other words.
    Words(String),
}

/// What stands at a value of a series. Names and values are told apart from other words, since PowerPoint
/// writes them itself and keeps them right when the numbers are changed.
pub fn said(native: &NativeChart, series: &NativeSeries, place: usize) -> Said {
    let Some(Some(label)) = series.labels.get(place) else {
        return Said::Nothing;
    };
    if label.is_empty() {
        return Said::Nothing;
    }
    if *label == series.name {
        return Said::Name;
    }
    let words = || Said::Words(label.clone());
    let Some(value) = series.values.get(place).copied().flatten() else {
        return words();
    };
    if matches!(native.kind, NativeKind::Scatter | NativeKind::DotsInRows) {
        return words();
    }
    let unit = native.values.unit;
    (0..=3)
        .find_map(|decimals| {
            let printed = unit.format_with(value, decimals);
            if *label == printed {
                Some(Said::Value(decimals))
            } else {
                (*label == format!("{} {printed}", series.name))
                    .then_some(Said::NameAndValue(decimals))
            }
        })
        .unwrap_or_else(words)
}

/// The places of a series whose values stand in its columns, in order.
pub fn held_places(native: &NativeChart, series: &NativeSeries) -> Vec<usize> {
    let all = 0..series.values.len();
    match native.kind {
        NativeKind::Scatter => all
            .filter(|place| is_number(series, *place) && series.across.get(*place).is_some())
            .collect(),
        NativeKind::DotsInRows => all
            .filter(|place| is_number(series, *place) && *place < native.categories.len())
            .collect(),
        _ => (0..native.categories.len()).collect(),
    }
}

fn is_number(series: &NativeSeries, place: usize) -> bool {
    matches!(series.values.get(place), Some(Some(value)) if value.is_finite())
}

/// The height of a row of dots, the first at the top.
fn height(rows: usize, place: usize) -> Cell {
    let height = u32::try_from(rows.saturating_sub(place)).unwrap_or(u32::MAX);
    Cell::Number(f64::from(height))
}

/// The cell of a value.
fn value(series: &NativeSeries, place: usize) -> Cell {
    match series.values.get(place).copied().flatten() {
        Some(value) if value.is_finite() => Cell::Number(value),
        _ => Cell::Empty,
    }
}

/// The name of a column: `A`, `Z`, `AA`.
fn column_name(column: usize) -> String {
    let mut name = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        name.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_excel() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_name(column), name);
        }
    }
}
