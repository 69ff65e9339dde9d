//! A sheet as it is handed from the process that took a workbook apart to the one that shows it: each column as
//! bytes, packed and unpacked side by side.

use std::borrow::Cow;

use indexmap::IndexSet;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CellError, CellStyle, Column, Grid, MAX_COLUMNS, Merge, Stored, Visibility};
use crate::base::packed::{Bytes, NotWhole, Packer, Unpacker, refused};

/// What stands before each cell.
const TEXT: u8 = 0;
const NUMBER: u8 = 1;
const DATE: u8 = 2;
const FALSE: u8 = 3;
const TRUE: u8 = 4;
const ERROR: u8 = 5;

/// A sheet, packed; what is not packed is lent while it is handed on, and its own where it arrives.
#[derive(Serialize, Deserialize)]
struct Packed<'g> {
    name: Cow<'g, str>,
    visibility: Visibility,
    columns: Vec<Bytes>,
    texts: Cow<'g, IndexSet<Box<str>>>,
    styles: Cow<'g, [CellStyle]>,
    merges: Cow<'g, [Merge]>,
    decimal_comma: bool,
    has_formats: bool,
}

impl Serialize for Grid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let packed = Packed {
            name: Cow::Borrowed(&self.name),
            visibility: self.visibility,
            columns: self.columns.par_iter().map(packed_column).collect(),
            texts: Cow::Borrowed(&self.texts),
            styles: Cow::Borrowed(&self.styles),
            merges: Cow::Borrowed(&self.merges),
            decimal_comma: self.decimal_comma,
            has_formats: self.has_formats,
        };
        packed.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Grid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let packed = Packed::deserialize(deserializer)?;
        if packed.columns.len() > usize::try_from(MAX_COLUMNS).unwrap_or(usize::MAX) {
            return Err(refused(NotWhole));
        }
        let texts = packed.texts.len();
        let columns = packed.columns.par_iter();
        let columns: Vec<Column> = columns
            .map(|column| unpacked_column(column, texts))
            .collect::<Result<_, _>>()
            .map_err(refused)?;
        let last_rows = columns.iter().filter_map(|column| column.rows.last());
        let mut grid = Self {
            name: packed.name.into_owned(),
            visibility: packed.visibility,
            rows: last_rows.max().map_or(0, |last| last.saturating_add(1)),
            count: columns.iter().map(|column| column.rows.len()).sum(),
            columns,
            texts: packed.texts.into_owned(),
            styles: packed.styles.into(),
            merges: packed.merges.into_owned(),
            decimal_comma: packed.decimal_comma,
            has_formats: packed.has_formats,
            ..Self::default()
        };
        grid.note_merges();
        Ok(grid)
    }
}

fn packed_column(column: &Column) -> Bytes {
    let Column {
        rows,
        cells,
        styles,
    } = column;
    let mut packer = Packer::with_room(cells.len().saturating_mul(9));
    packer.whole(u32::try_from(cells.len()).unwrap_or(u32::MAX));
    // Rows mostly follow each other: the steps between them are few runs.
    let mut before = 0;
    let steps = rows.iter().map(|row| {
        let step = row.saturating_add(1).saturating_sub(before);
        before = row.saturating_add(1);
        step
    });
    packer.runs(steps, |step| step);
    packer.runs(styles.iter().copied(), u32::from);
    for cell in cells {
        put(&mut packer, *cell);
    }
    packer.done()
}

fn put(packer: &mut Packer, cell: Stored) {
    match cell {
        Stored::Text(text) => {
            packer.byte(TEXT);
            packer.whole(text);
        }
        Stored::Number(number) => {
            packer.byte(NUMBER);
            packer.number(number);
        }
        Stored::Date(date) => {
            packer.byte(DATE);
            let [low, high] = date.year().to_le_bytes();
            packer.byte(low);
            packer.byte(high);
            packer.byte(date.month().unsigned_abs());
            packer.byte(date.day().unsigned_abs());
        }
        Stored::Bool(false) => packer.byte(FALSE),
        Stored::Bool(true) => packer.byte(TRUE),
        Stored::Error(error) => {
            packer.byte(ERROR);
            packer.byte(error.code());
        }
    }
}

fn unpacked_column(bytes: &Bytes, texts: usize) -> Result<Column, NotWhole> {
    let mut unpacker = Unpacker::new(bytes);
    let count = usize::try_from(unpacker.whole()?).map_err(|_too_many| NotWhole)?;
    if count > unpacker.left() {
        return Err(NotWhole);
    }
    let mut rows = unpacker.runs(count, Some)?;
    let mut before = 0_u32;
    for row in &mut rows {
        before = before
            .checked_add(*row)
            .filter(|_| *row > 0)
            .ok_or(NotWhole)?;
        *row = before - 1;
    }
    let styles = unpacker.runs(count, |style| u16::try_from(style).ok())?;
    if rows.len() != count || styles.len() != count {
        return Err(NotWhole);
    }
    let cells = (0..count)
        .map(|_| take(&mut unpacker, texts))
        .collect::<Result<_, _>>()?;
    unpacker.done()?;
    Ok(Column {
        rows,
        cells,
        styles,
    })
}

fn take(unpacker: &mut Unpacker<'_>, texts: usize) -> Result<Stored, NotWhole> {
    Ok(match unpacker.byte()? {
        TEXT => {
            let text = unpacker.whole()?;
            let is_held = usize::try_from(text).is_ok_and(|text| text < texts);
            is_held.then_some(Stored::Text(text)).ok_or(NotWhole)?
        }
        NUMBER => {
            let number = Some(unpacker.number()?).filter(|number| number.is_finite());
            Stored::Number(number.ok_or(NotWhole)?)
        }
        DATE => {
            let year = i16::from_le_bytes([unpacker.byte()?, unpacker.byte()?]);
            let mut part = || i8::try_from(unpacker.byte()?).map_err(|_none| NotWhole);
            let (month, day) = (part()?, part()?);
            let date = Date::new(year, month, day);
            Stored::Date(date.map_err(|_no_day| NotWhole)?)
        }
        FALSE => Stored::Bool(false),
        TRUE => Stored::Bool(true),
        ERROR => {
            let error = CellError::of_code(unpacker.byte()?);
            Stored::Error(error.ok_or(NotWhole)?)
        }
        _ => return Err(NotWhole),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{CellValue, GridBuilder};
    use super::*;

    fn handed_on(grid: &Grid) -> Grid {
        rmp_serde::from_slice(&rmp_serde::to_vec_named(grid).unwrap()).unwrap()
    }

    fn sheet() -> Grid {
        let mut builder = GridBuilder::new("Return");
        builder.set_decimal_comma(true);
        builder.set_visibility(Visibility::Hidden);
        let percent = CellStyle {
            percent: true,
            decimals: Some(1),
            ..CellStyle::default()
        };
        builder.set_styles(Arc::from([CellStyle::default(), percent]));
        builder.push_text(0, 0, "Offences by district", 0);
        for row in 3..400_u32 {
            builder.push_text(row, 0, &format!("Place {}", row % 7), 0);
            builder.push_number(row, 1, f64::from(row) / 3.0, u16::from(row > 100));
        }
        builder.push_number(9, 4, -0.0, 0);
        builder.push_number(1_048_575, 16_383, 1e300, 0);
        builder.push_number(5, 3, f64::INFINITY, 0);
        builder.push(6, 3, Stored::Bool(true), 0);
        builder.push(7, 3, Stored::Date(Date::constant(-9_999, 1, 31)), 0);
        builder.set_merges([
            Merge {
                top: 0,
                left: 0,
                bottom: 1,
                right: 3,
            },
            Merge {
                top: 9,
                left: 4,
                bottom: 5_000,
                right: 4,
            },
        ]);
        builder.build()
    }

    #[test]
    fn a_sheet_arrives_as_it_was() {
        let grid = sheet();
        let other = handed_on(&grid);
        assert_eq!(format!("{grid:?}"), format!("{other:?}"));
        assert_eq!(
            other.filled(1, 2),
            CellValue::Text("Offences by district"),
            "merged cells are found"
        );
        assert!(other.style(200, 1).percent);
    }

    #[test]
    fn every_error_arrives() {
        let errors: Vec<CellError> = (0..).map_while(CellError::of_code).collect();
        assert_eq!(errors.len(), 9);
        for error in errors {
            let mut builder = GridBuilder::new("");
            builder.push(0, 0, Stored::Error(error), 0);
            let grid = handed_on(&builder.build());
            assert_eq!(grid.value(0, 0), CellValue::Error(error.text()));
        }
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        let column = |fill: &dyn Fn(&mut Packer)| {
            let mut packer = Packer::default();
            fill(&mut packer);
            unpacked_column(&packer.done(), 2).map(|column| column.rows.len())
        };
        let one = |cell: &dyn Fn(&mut Packer)| {
            column(&|packer| {
                packer.whole(1);
                packer.runs([4], |step| step);
                packer.runs([0], |style| style);
                cell(packer);
            })
        };
        assert_eq!(one(&|packer| put(packer, Stored::Text(1))), Ok(1));
        assert_eq!(one(&|packer| put(packer, Stored::Text(2))), Err(NotWhole));
        let infinite = Stored::Number(f64::INFINITY);
        assert_eq!(one(&|packer| put(packer, infinite)), Err(NotWhole));
        assert_eq!(one(&|packer| packer.byte(9)), Err(NotWhole));
        assert_eq!(one(&|_| ()), Err(NotWhole));
        let claimed = column(&|packer| {
            packer.whole(u32::MAX);
            packer.byte(0);
        });
        assert_eq!(claimed, Err(NotWhole), "more cells than bytes");
        let twice = column(&|packer| {
            packer.whole(2);
            packer.runs([1, 0], |step| step);
            packer.runs([0, 0], |style| style);
            put(packer, Stored::Bool(true));
            put(packer, Stored::Bool(true));
        });
        assert_eq!(twice, Err(NotWhole), "two cells in one row of a column");
    }
}
