//! `bellwether read --explain`: what each table, column and row was read as, and what told so.

use serde::Serialize;

use super::arguments::Format;
use super::failure::Failure;
use super::output;
use crate::data::SheetIndex;
use crate::import::grid::Grid;
use crate::import::layout::TableLayout;
use crate::import::{CellSpan, FindingKind, OpenedFile, Reading};

/// A table, a column or a row as it is printed. The names of the fields are the columns.
#[derive(Debug, Serialize)]
struct Explained<'a> {
    sheet: &'a str,
    /// Which of the sheet's, from 1.
    table: usize,
    kind: &'static str,
    at: String,
    heading_or_label: String,
    role: String,
    /// 0 to 1; empty where nothing was weighed.
    confidence: String,
    reason: String,
}

/// The columns.
const HEADINGS: [&str; 8] = [
    "sheet",
    "table",
    "kind",
    "at",
    "heading_or_label",
    "role",
    "confidence",
    "reason",
];

/// Prints the tables of a workbook with their columns and rows; blank rows are passed over.
pub fn print(file: &OpenedFile, reading: &Reading, format: Format) -> Result<(), Failure> {
    let sheets = file.workbook.sheets.iter().zip(&reading.layouts);
    let rows = sheets.enumerate().flat_map(|(index, (sheet, layout))| {
        let grid = sheet.grid.as_ref().ok();
        let index = SheetIndex(u16::try_from(index).unwrap_or(u16::MAX));
        let tables = layout.tables.iter().enumerate();
        tables.flat_map(move |(number, table)| {
            let place = Place {
                sheet: &sheet.name,
                index,
                number: number + 1,
                table,
            };
            std::iter::once(place.table())
                .chain(place.columns())
                .chain(grid.into_iter().flat_map(move |grid| place.rows(grid)))
        })
    });
    output::print(rows, &HEADINGS, format)
}

/// A table, and where it stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    sheet: &'a str,
    index: SheetIndex,
    number: usize,
    table: &'a TableLayout,
}

impl<'a> Place<'a> {
    /// A rectangle of cells, bounds inclusive, as `B4:C9`.
    fn span(self, top: u32, left: u32, bottom: u32, right: u32) -> String {
        CellSpan::new(self.index, top, left, bottom, right).to_string()
    }

    fn top(self) -> u32 {
        let heading = self.table.headings.first().copied();
        heading.unwrap_or(self.table.top)
    }

    fn bottom(self) -> u32 {
        self.table.bottom.saturating_sub(1)
    }

    fn table(self) -> Explained<'a> {
        let left_out = self.table.left_out.as_ref();
        Explained {
            sheet: self.sheet,
            table: self.number,
            kind: "table",
            at: self.span(
                self.top(),
                self.table.left,
                self.bottom(),
                self.table.right.saturating_sub(1),
            ),
            heading_or_label: self.table.title.clone(),
            role: String::from(match left_out {
                None => "read",
                Some(FindingKind::List(_)) => "read as a list",
                Some(_) => "left out",
            }),
            confidence: String::new(),
            reason: left_out.map_or_else(
                || String::from("figures under headings"),
                ToString::to_string,
            ),
        }
    }

    fn columns(self) -> impl Iterator<Item = Explained<'a>> {
        self.table.columns.iter().map(move |column| Explained {
            sheet: self.sheet,
            table: self.number,
            kind: "column",
            at: self.span(self.top(), column.column, self.bottom(), column.column),
            heading_or_label: column.heading.clone(),
            role: column.role.words(),
            confidence: format!("{:.2}", column.confidence),
            reason: column.reason.clone(),
        })
    }

    fn rows(self, grid: &'a Grid) -> impl Iterator<Item = Explained<'a>> {
        let (left, right) = (self.table.left, self.table.right);
        let headings = self.table.headings.iter().map(move |row| {
            (
                *row,
                "heading",
                "it stands above the figures and says what they are",
            )
        });
        let body = self.table.rows.iter().flat_map(|run| {
            (run.first..=run.last).map(|row| (row, run.role.words(), run.role.reason()))
        });
        headings
            .chain(body)
            .filter(|(_, role, _)| *role != "blank")
            .map(move |(row, role, reason)| Explained {
                sheet: self.sheet,
                table: self.number,
                kind: "row",
                at: self.span(row, left, row, right.saturating_sub(1)),
                heading_or_label: (left..right)
                    .find_map(|column| grid.label(row, column))
                    .unwrap_or_default(),
                role: role.to_owned(),
                confidence: String::new(),
                reason: reason.to_owned(),
            })
    }
}
