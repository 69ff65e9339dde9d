//! A sheet of a sample workbook to be changed cell by cell, as a sender changes last quarter's file.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use bellwether::data::cell::parse_a1;
use bellwether::import::grid::{CellStyle, CellValue, Grid, Merge, Visibility};
use jiff::civil::Date;
use rust_xlsxwriter::{ColNum, Color, ExcelDateTime, Format, Worksheet};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    Text(String),
    Number(f64),
    Date(Date),
}

impl From<&str> for Held {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Held {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

#[derive(Clone, Debug)]
struct Cell {
    held: Held,
    style: CellStyle,
}

/// A sheet to be changed.
pub struct EditedSheet {
    pub name: String,
    is_hidden: bool,
    cells: BTreeMap<(u32, u32), Cell>,
    merges: Vec<Merge>,
}

impl EditedSheet {
    pub fn of(grid: &Grid) -> Self {
        let mut cells = BTreeMap::new();
        for column in 0..grid.column_count() {
            for (row, value) in grid.column(column) {
                let held = match value {
                    CellValue::Text(text) => Held::Text(text.to_owned()),
                    CellValue::Number(number) => Held::Number(number),
                    CellValue::Date(date) => Held::Date(date),
                    CellValue::Empty | CellValue::Bool(_) | CellValue::Error(_) => continue,
                };
                let style = grid.style(row, column);
                cells.insert((row, column), Cell { held, style });
            }
        }
        Self {
            name: grid.name().to_owned(),
            is_hidden: grid.visibility() == Visibility::Hidden,
            cells,
            merges: grid.merges().to_vec(),
        }
    }

    /// The number in a cell.
    pub fn number(&self, row: u32, column: u32) -> Option<f64> {
        match self.cells.get(&(row, column))?.held {
            Held::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Puts something in a cell; its look is that of what was there, or of the cell to the left.
    pub fn set(&mut self, place: &str, held: impl Into<Held>) -> Result<()> {
        let (row, column) = parse_a1(place).context("no such cell")?;
        self.set_at(row, column, held);
        Ok(())
    }

    pub fn set_at(&mut self, row: u32, column: u32, held: impl Into<Held>) {
        let left = column.saturating_sub(1);
        let like = self
            .cells
            .get(&(row, column))
            .or_else(|| self.cells.get(&(row, left)));
        let style = like.map(|cell| cell.style).unwrap_or_default();
        let held = held.into();
        self.cells.insert((row, column), Cell { held, style });
    }

    /// Puts a text in the place of another, wherever the sheet has it.
    pub fn say(&mut self, before: &str, after: &str) -> Result<()> {
        let mut found = false;
        for cell in self.cells.values_mut() {
            if let Held::Text(text) = &mut cell.held
                && text.contains(before)
            {
                *text = text.replace(before, after);
                found = true;
            }
        }
        if !found {
            bail!("“{before}” is not in “{}”", self.name);
        }
        Ok(())
    }

    /// The rows whose cell in a column says a text.
    pub fn rows_saying(&self, column: u32, text: &str) -> Vec<u32> {
        let said = Held::Text(text.to_owned());
        self.cells
            .iter()
            .filter(|((_, at), cell)| *at == column && cell.held == said)
            .map(|((row, _), _)| *row)
            .collect()
    }

    /// One more than the last row.
    pub fn row_count(&self) -> u32 {
        self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0)
    }

    /// One more than the last column that a row has.
    pub fn width_of(&self, row: u32) -> u32 {
        let cells = self.cells.range((row, 0)..(row + 1, 0));
        cells.map(|((_, column), _)| column + 1).max().unwrap_or(0)
    }

    /// Makes room for a row.
    pub fn insert_row(&mut self, at: u32) {
        self.place_anew(|(row, column)| Some((if row >= at { row + 1 } else { row }, column)));
        for merge in &mut self.merges {
            merge.top += u32::from(merge.top >= at);
            merge.bottom += u32::from(merge.bottom >= at);
        }
    }

    /// Takes a row out; what stands at the head of a merged cell goes on to the next row.
    pub fn remove_row(&mut self, at: u32) {
        for merge in self.merges.clone() {
            if merge.top == at
                && merge.bottom > at
                && let Some(head) = self.cells.get(&(at, merge.left)).cloned()
            {
                self.cells.insert((at + 1, merge.left), head);
            }
        }
        self.place_anew(|(row, column)| match row.cmp(&at) {
            std::cmp::Ordering::Less => Some((row, column)),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some((row - 1, column)),
        });
        for merge in &mut self.merges {
            merge.top -= u32::from(merge.top > at);
            merge.bottom -= u32::from(merge.bottom >= at);
        }
        self.merges
            .retain(|merge| merge.top < merge.bottom || merge.left < merge.right);
    }

    /// Makes room for a column, in the rows from `top` on.
    pub fn insert_column(&mut self, at: u32, top: u32) {
        self.place_anew(|(row, column)| {
            let column = if row >= top && column >= at {
                column + 1
            } else {
                column
            };
            Some((row, column))
        });
    }

    /// Moves a column before another, in the rows from `top` on.
    pub fn move_column(&mut self, from: u32, to: u32, top: u32) {
        self.place_anew(|(row, column)| {
            let column = if row < top || column < to || column > from {
                column
            } else if column == from {
                to
            } else {
                column + 1
            };
            Some((row, column))
        });
    }

    fn place_anew(&mut self, place: impl Fn((u32, u32)) -> Option<(u32, u32)>) {
        self.cells = std::mem::take(&mut self.cells)
            .into_iter()
            .filter_map(|(at, cell)| Some((place(at)?, cell)))
            .collect();
    }

    /// Makes cells of a row one.
    pub fn merge(&mut self, row: u32, left: u32, right: u32) {
        self.merges.push(Merge {
            top: row,
            left,
            bottom: row,
            right,
        });
    }

    pub fn write(&self, sheet: &mut Worksheet) -> Result<()> {
        sheet.set_name(&self.name)?;
        sheet.set_hidden(self.is_hidden);
        for merge in &self.merges {
            let (left, right) = (
                ColNum::try_from(merge.left)?,
                ColNum::try_from(merge.right)?,
            );
            sheet.merge_range(merge.top, left, merge.bottom, right, "", &Format::new())?;
        }
        for ((row, column), cell) in &self.cells {
            let format = format_of(cell);
            let column = ColNum::try_from(*column)?;
            match &cell.held {
                Held::Text(text) => sheet.write_with_format(*row, column, text, &format)?,
                Held::Number(number) => sheet.write_with_format(*row, column, *number, &format)?,
                Held::Date(date) => {
                    let day = ExcelDateTime::from_ymd(
                        u16::try_from(date.year())?,
                        u8::try_from(date.month())?,
                        u8::try_from(date.day())?,
                    )?;
                    sheet.write_with_format(*row, column, &day, &format)?
                }
            };
        }
        Ok(())
    }
}

fn format_of(cell: &Cell) -> Format {
    let mut format = Format::new().set_font_name("Calibri").set_font_size(10);
    if cell.style.bold {
        format = format.set_bold();
    }
    if cell.style.filled {
        format = format.set_background_color(Color::RGB(0x00DD_DDDD));
    }
    match (&cell.held, cell.style.percent, cell.style.decimals) {
        (Held::Date(_), ..) => format.set_num_format("mmm-yy"),
        // A rate beside a column of percentages is none.
        (Held::Number(number), true, _) if *number > 1.0 => format.set_num_format("0.0"),
        (Held::Number(_), true, _) => format.set_num_format("0.0%"),
        (Held::Number(_), false, Some(0)) => format.set_num_format("#,##0"),
        (Held::Number(_), false, Some(1)) => format.set_num_format("0.0"),
        _ => format,
    }
}
