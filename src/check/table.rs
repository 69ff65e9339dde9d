//! A table's cells with the layout by which they were read.

use std::collections::{BTreeMap, BTreeSet};

use super::discrepancy::{Discrepancy, Why};
use super::figure::{self, Figure};
use crate::data::{CellRef, Period, SheetIndex, Unit};
use crate::import::grid::{CellValue, Grid};
use crate::import::layout::{ColumnLayout, Role, TableLayout, ValueLayout};
use crate::import::{Reading, Workbook, text_marks};

/// Tables with more rows than this are records, not something that somebody typed.
const MOST_ROWS: u32 = 5_000;

/// One table.
pub(super) struct Table<'a> {
    /// The sheet's name.
    pub sheet: &'a str,
    /// The sheet.
    pub index: SheetIndex,
    /// Its cells.
    pub grid: &'a Grid,
    /// How the table is read.
    pub layout: &'a TableLayout,
    /// By how much the figures of its columns may differ from what they were rounded from.
    halves: BTreeMap<u32, f64>,
    /// The rows that are totals: some label of theirs says so.
    totals: BTreeSet<u32>,
}

/// The tables of a workbook that are read and no larger than somebody types.
pub(super) fn tables<'a>(workbook: &'a Workbook, reading: &'a Reading) -> Vec<Table<'a>> {
    let sheets = workbook.sheets.iter().zip(&reading.layouts);
    let mut tables = Vec::new();
    for (index, (sheet, layout)) in sheets.enumerate() {
        let Ok(grid) = &sheet.grid else { continue };
        let index = SheetIndex(u16::try_from(index).unwrap_or(u16::MAX));
        let readable = layout
            .tables
            .iter()
            .filter(|table| table.left_out.is_none() && table.bottom - table.top <= MOST_ROWS);
        tables.extend(readable.map(|layout| {
            let mut table = Table {
                sheet: &sheet.name,
                index,
                grid,
                layout,
                halves: BTreeMap::new(),
                totals: BTreeSet::new(),
            };
            let halves = layout
                .values()
                .map(|(column, value)| (column.column, table.measured_half(column.column, value)));
            table.halves = halves.collect();
            let is_total = |row: &u32| table.label(*row).split(" › ").any(super::is_total);
            table.totals = table.rows().filter(is_total).collect();
            table
        }));
    }
    tables
}

impl Table<'_> {
    /// The rows of the body.
    pub fn rows(&self) -> std::ops::Range<u32> {
        self.layout.top..self.layout.bottom
    }

    /// Whether a cell stands in its body.
    pub fn holds(&self, cell: CellRef) -> bool {
        self.index == cell.sheet
            && self.rows().contains(&cell.row)
            && (self.layout.left..self.layout.right).contains(&cell.column)
    }

    /// The figure in a cell.
    pub fn figure(&self, row: u32, column: u32) -> Option<Figure> {
        figure::read(self.grid, row, column)
    }

    /// A cell of the table.
    pub const fn cell(&self, row: u32, column: u32) -> CellRef {
        CellRef::new(self.index, row, column)
    }

    /// What the labels of a row say, the widest first.
    pub fn label(&self, row: u32) -> String {
        let labels = self.layout.with_role(Role::tells_rows_apart);
        let texts = labels.filter_map(|column| self.text(row, column.column));
        texts.collect::<Vec<_>>().join(" › ")
    }

    /// Whether the labels of a row carry the mark of a note.
    pub fn has_note(&self, row: u32) -> bool {
        self.label(row)
            .split(" › ")
            .any(|label| text_marks::strip(label).text != label)
    }

    /// The last part of a column's heading.
    pub fn heading(&self, column: u32) -> &str {
        let columns = &self.layout.columns;
        columns
            .iter()
            .find(|held| held.column == column)
            .and_then(|held| held.heading.rsplit(" › ").next())
            .unwrap_or_default()
    }

    /// Whether a column holds whole things that were counted.
    pub fn is_counted(&self, column: u32) -> bool {
        self.layout.values().any(|(held, value)| {
            held.column == column && value.unit.or(self.layout.unit) == Some(Unit::Count)
        })
    }

    /// Whether a number is stored in a cell without a format that shows per cent: shares of 1 may be meant.
    pub fn is_bare_number(&self, row: u32, column: u32) -> bool {
        matches!(self.grid.value(row, column), CellValue::Number(_))
            && !self.grid.style(row, column).percent
    }

    /// The text of a cell for reading.
    pub fn text(&self, row: u32, column: u32) -> Option<String> {
        match self.grid.value(row, column) {
            CellValue::Text(text) => Some(text.to_owned()),
            CellValue::Number(number) => Some(format!("{number}")),
            _ => None,
        }
    }

    /// Whether a row is a total: some label of it says so.
    pub fn is_total_row(&self, row: u32) -> bool {
        self.totals.contains(&row)
    }

    /// Columns of numbers that may be added, by their place.
    pub fn counts(&self) -> impl Iterator<Item = (&ColumnLayout, &ValueLayout)> {
        self.layout.values().filter(|(_, value)| {
            matches!(
                value.unit.or(self.layout.unit).unwrap_or_default(),
                Unit::Count | Unit::Unknown | Unit::Pounds
            )
        })
    }

    /// The period of a column of values.
    pub fn period(&self, value: &ValueLayout) -> Option<Period> {
        value.period.or(self.layout.period)
    }

    /// By how much the figures of a column may differ from what they were rounded from.
    pub fn half_unit(&self, column: u32) -> f64 {
        self.halves.get(&column).copied().unwrap_or_default()
    }

    fn measured_half(&self, column: u32, value: &ValueLayout) -> f64 {
        let values: Vec<f64> = self
            .rows()
            .filter_map(|row| self.figure(row, column))
            .map(|figure| figure.value)
            .collect();
        let decimals = values.iter().map(|value| figure::decimals_of(*value)).max();
        match decimals {
            Some(decimals) if decimals > 0 => figure::unit_of(decimals) / 2.0,
            _ if values.len() >= 4
                && values.iter().any(|value| *value != 0.0)
                && let Some(step) = [1_000.0, 100.0, 10.0, 5.0]
                    .into_iter()
                    .find(|step| values.iter().all(|value| value % step == 0.0)) =>
            {
                step / 2.0
            }
            _ => match value.unit.or(self.layout.unit).unwrap_or_default() {
                Unit::Count | Unit::Unknown | Unit::Pounds => 0.0,
                _ => 0.5,
            },
        }
    }

    /// Something that disagrees in a cell.
    pub fn discrepancy(
        &self,
        cell: CellRef,
        printed: &str,
        worked_out: String,
        why: Why,
        from: Vec<CellRef>,
    ) -> Discrepancy {
        Discrepancy {
            sheet: self.sheet.to_owned(),
            cell,
            printed: printed.to_owned(),
            worked_out,
            why,
            from,
        }
    }
}
