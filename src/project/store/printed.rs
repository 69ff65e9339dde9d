//! Printed figures in the file: cells as Excel writes them, runs of cells as ranges.

use serde::{Deserialize, Serialize};

use super::limits::Room;
use crate::data::cell::parse_a1;
use crate::data::printed::Why;
use crate::data::{CellRef, PrintedFigure, PrintedSays, SheetIndex};

/// More cells than a column of Excel has rows: the claim of a broken file.
const MOST_CELLS: u32 = 1 << 20;

#[derive(Serialize, Deserialize)]
pub(super) struct PrintedV1 {
    sheet: SheetIndex,
    cell: String,
    text: String,
    value: f64,
    says: PrintedSays,
    /// `B15 C15`, `B5:B20`; all on the sheet of the figure.
    rests_on: String,
    right: f64,
    worked_out: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

impl PrintedV1 {
    pub(super) fn of(figure: &PrintedFigure) -> Self {
        Self {
            sheet: figure.cell.sheet,
            cell: figure.cell.to_string(),
            text: figure.text.clone(),
            value: figure.value,
            says: figure.says,
            rests_on: write_cells(&figure.rests_on),
            right: figure.right,
            worked_out: figure.worked_out.clone(),
            why: figure.why.clone(),
        }
    }

    /// The figure; `Err` says what does not fit together.
    pub(super) fn into_figure(
        self,
        sheets: usize,
        room: &mut Room,
    ) -> Result<PrintedFigure, String> {
        if usize::from(self.sheet.0) >= sheets {
            return Err(format!("a printed figure is on sheet {}", self.sheet.0));
        }
        let cell = read_cell(self.sheet, &self.cell);
        let rests_on = read_cells(self.sheet, &self.rests_on, room);
        let (Some(cell), Some(rests_on)) = (cell, rests_on) else {
            return Err(format!(
                "the printed figure in “{}” rests on “{}”",
                self.cell, self.rests_on
            ));
        };
        if !self.value.is_finite() || !self.right.is_finite() {
            return Err(format!("the printed figure in {} is no number", self.cell));
        }
        Ok(PrintedFigure {
            cell,
            text: self.text,
            value: self.value,
            says: self.says,
            rests_on,
            right: self.right,
            worked_out: self.worked_out,
            why: self.why,
        })
    }
}

/// Cells one after the other, those that follow one another down a column or along a row as a range.
fn write_cells(cells: &[CellRef]) -> String {
    let mut ranges: Vec<(CellRef, CellRef)> = Vec::new();
    for cell in cells {
        if let Some((first, last)) = ranges.last_mut() {
            let is_below = first.column == last.column
                && cell.column == last.column
                && last.row.checked_add(1) == Some(cell.row);
            let is_beside = first.row == last.row
                && cell.row == last.row
                && last.column.checked_add(1) == Some(cell.column);
            if is_below || is_beside {
                *last = *cell;
                continue;
            }
        }
        ranges.push((*cell, *cell));
    }
    let words = ranges.iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}:{last}")
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The cells that were written.
fn read_cells(sheet: SheetIndex, text: &str, room: &mut Room) -> Option<Vec<CellRef>> {
    let mut cells = Vec::new();
    for range in text.split_ascii_whitespace() {
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let (first, last) = (read_cell(sheet, first)?, read_cell(sheet, last)?);
        let rows = last.row.checked_sub(first.row)?;
        let columns = last.column.checked_sub(first.column)?;
        if rows > 0 && columns > 0 || rows > MOST_CELLS || columns > MOST_CELLS {
            return None;
        }
        let count = usize::try_from(rows.max(columns)).ok()?.saturating_add(1);
        room.take(count, size_of::<CellRef>()).ok()?;
        for row in first.row..=last.row {
            cells.extend(
                (first.column..=last.column).map(|column| CellRef::new(sheet, row, column)),
            );
        }
    }
    Some(cells)
}

fn read_cell(sheet: SheetIndex, text: &str) -> Option<CellRef> {
    let (row, column) = parse_a1(text)?;
    Some(CellRef::new(sheet, row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_cells_are_ranges_and_read_back() {
        let sheet = SheetIndex(2);
        let at = |row, column| CellRef::new(sheet, row, column);
        for (cells, text) in [
            (vec![at(14, 1), at(14, 2)], "B15:C15"),
            (vec![at(14, 2), at(14, 1)], "C15 B15"),
            (vec![at(4, 1), at(5, 1), at(6, 1), at(9, 1)], "B5:B7 B10"),
            (vec![at(4, 1), at(4, 2), at(5, 2)], "B5:C5 C6"),
            (Vec::new(), ""),
        ] {
            assert_eq!(write_cells(&cells), text);
            assert_eq!(read_cells(sheet, text, &mut Room::for_text(0)), Some(cells));
        }
        for wrong in ["B", "B5:", "B7:B5", "A1:B2", "5", "A1:A9999999"] {
            assert_eq!(
                read_cells(sheet, wrong, &mut Room::for_text(0)),
                None,
                "{wrong}"
            );
        }
    }
}
