//! What the import screen itself remembers: the sheet on show, how far it is scrolled, what is selected.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::draft::ImportDraft;
use super::sheet_text;
use crate::import::grid::Grid;
use crate::ui::refresh::ComparedList;

/// The state of the import screen.
#[derive(Clone, Debug, Default)]
pub struct ImportState {
    /// The workbook on show, among those that are being imported.
    pub workbook: usize,
    /// Its sheet on show.
    pub sheet: usize,
    /// How the sheet is looked at.
    pub view: SheetView,
    /// Which list of values that differ from the last return is open.
    pub compared: Option<ComparedList>,
}

impl ImportState {
    /// Shows a sheet from its beginning.
    pub fn show_sheet(&mut self, workbook: usize, sheet: usize) {
        if (self.workbook, self.sheet) != (workbook, sheet) {
            *self = Self {
                workbook,
                sheet,
                ..Self::default()
            };
        }
    }

    /// Shows a cell and selects it.
    pub fn show_cell(&mut self, workbook: usize, sheet: usize, row: u32, column: u32) {
        self.show_sheet(workbook, sheet);
        self.view.select(Selection::cell(row, column));
    }

    /// Shows the first sheet of the workbooks that waits for an answer, else the first that holds values.
    pub fn show_first(&mut self, drafts: &[ImportDraft]) {
        let sheets = |draft: &ImportDraft| 0..draft.file.workbook.sheets.len();
        let asks = |draft: &ImportDraft, sheet: usize| {
            draft.read.reading.questions().any(|finding| {
                finding
                    .at
                    .is_some_and(|at| usize::from(at.first.sheet.0) == sheet)
            })
        };
        let holds = |draft: &ImportDraft, sheet: usize| {
            let held = draft.read.reading.sheets.get(sheet);
            held.is_some_and(|held| held.values_read > 0)
        };
        let find = |test: &dyn Fn(&ImportDraft, usize) -> bool| {
            drafts.iter().enumerate().find_map(|(workbook, draft)| {
                let sheet = sheets(draft).find(|sheet| test(draft, *sheet))?;
                Some((workbook, sheet))
            })
        };
        let (workbook, sheet) = find(&asks).or_else(|| find(&holds)).unwrap_or((0, 0));
        *self = Self {
            workbook,
            sheet,
            ..Self::default()
        };
    }
}

/// Cells that are selected: from where the selection began to where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Row and column where it began.
    pub anchor: (u32, u32),
    /// Row and column of the current cell.
    pub cursor: (u32, u32),
    /// Whether it is whole rows or columns.
    pub extent: Extent,
}

/// How far a selection reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// Over the cells between its corners.
    #[default]
    Cells,
    /// Over whole rows.
    Rows,
    /// Over whole columns.
    Columns,
}

impl Selection {
    /// One cell.
    pub const fn cell(row: u32, column: u32) -> Self {
        Self {
            anchor: (row, column),
            cursor: (row, column),
            extent: Extent::Cells,
        }
    }

    /// The rows from the upper to the lower corner.
    pub fn rows(&self) -> RangeInclusive<u32> {
        self.anchor.0.min(self.cursor.0)..=self.anchor.0.max(self.cursor.0)
    }

    /// The columns from the left to the right corner.
    pub fn columns(&self) -> RangeInclusive<u32> {
        self.anchor.1.min(self.cursor.1)..=self.anchor.1.max(self.cursor.1)
    }

    /// Whether a cell is selected.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        match self.extent {
            Extent::Cells => self.rows().contains(&row) && self.columns().contains(&column),
            Extent::Rows => self.rows().contains(&row),
            Extent::Columns => self.columns().contains(&column),
        }
    }
}

/// How a sheet is looked at.
#[derive(Clone, Debug, Default)]
pub struct SheetView {
    /// The first row on show, with the part of it that is scrolled away.
    pub top: f64,
    /// How far the columns are scrolled, in points.
    pub left: f64,
    /// What is selected.
    pub selection: Option<Selection>,
    /// Cells that are marked: those that a value came from.
    pub marked: BTreeSet<(u32, u32)>,
    /// Whether the current cell is to be scrolled to.
    pub reveal: bool,
    /// The widths of the columns, in points; worked out once.
    widths: Vec<f32>,
}

impl SheetView {
    /// Selects cells and scrolls to them.
    pub fn select(&mut self, selection: Selection) {
        self.selection = Some(selection);
        self.reveal = true;
    }

    /// The widths of the columns of a sheet, in points.
    pub fn widths(&mut self, grid: &Grid) -> &[f32] {
        if self.widths.is_empty() {
            self.widths = (0..grid.column_count())
                .map(|column| sheet_text::width(grid, column))
                .collect();
        }
        &self.widths
    }

    /// Where a column begins, in points from the first.
    pub fn column_start(&self, column: u32) -> f64 {
        let before = usize::try_from(column).unwrap_or(usize::MAX);
        self.widths
            .iter()
            .take(before)
            .map(|width| f64::from(*width))
            .sum()
    }
}
