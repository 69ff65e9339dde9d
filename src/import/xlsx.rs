//! Reads the sheets of an `.xlsx` or `.xlsm` package, the large ones on several threads.

use std::collections::{HashMap, HashSet};
use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use calamine::{DataRef, Reader, Sheet, Xlsx, XlsxError};

use super::error::ReadError;
use super::formulas::Formulas;
use super::grid::{CellError, Grid, GridBuilder, MAX_COLUMNS, MAX_ROWS, Stored};
use super::sheet_parts::LargeSheets;
use super::workbook::{
    CELLS_PER_CHECK, Opening, SheetFault, Workbook, builder_of, stored_of, style_of,
};

type Package<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Why the cells of a sheet could not be read to their end.
enum Breach {
    /// There is no such sheet in the package, or it holds no cells.
    NoCells,
    /// Nothing could be read.
    AtStart(String),
    /// The sheet breaks off, or somebody wants to stop.
    Within(ReadError),
}

/// What was read of a package that holds some rows of the large sheets, by sheet.
type Part = HashMap<String, Result<GridBuilder, Breach>>;

/// The parts of each sheet of which there are all, the upper ones first.
fn by_sheet(
    mut parts: Vec<(usize, Part)>,
    count: usize,
) -> HashMap<String, Vec<Result<GridBuilder, Breach>>> {
    parts.sort_unstable_by_key(|(place, _)| *place);
    let mut by_sheet: HashMap<String, Vec<_>> = HashMap::new();
    for (sheet, cells) in parts.into_iter().flat_map(|(_, part)| part) {
        by_sheet.entry(sheet).or_default().push(cells);
    }
    by_sheet.retain(|_, parts| parts.len() == count);
    by_sheet
}

impl Opening<'_> {
    pub(super) fn xlsx(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
        let large = LargeSheets::of(bytes, self.threads);
        let (mut whole, mut formulas) = (None, Formulas::default());
        let (parts, read) = (Mutex::new(Vec::new()), AtomicUsize::new(0));
        self.progress
            .begin_stage(format!("Reading {}", self.file), 0);
        let dealt = rayon::scope(|scope| {
            scope.spawn(|_| {
                whole = Some(Xlsx::new(Cursor::new(bytes)));
                formulas = Formulas::of(bytes, &large.places);
            });
            let (parts, read) = (&parts, &read);
            large.deal(bytes, self.threads, |place, package| {
                scope.spawn(move |_| {
                    let part = self.part(&package, read);
                    let mut parts = parts.lock().unwrap_or_else(PoisonError::into_inner);
                    parts.push((place, part));
                });
            })
        });
        let mut whole: Package<'_> = whole
            .ok_or_else(|| self.cancelled())?
            .map_err(|error| self.fault(&error))?;
        let metadata = whole.sheets_metadata().to_vec();
        match &dealt {
            Some(dealt) => formulas.are_there |= dealt.has_formula,
            None if large.places.is_empty() => {}
            None => formulas = Formulas::of(bytes, &[]),
        }
        let mut without_results = if formulas.are_there && formulas.may_lack_results {
            self.without_results(&mut whole, &metadata, formulas)?
        } else {
            HashMap::new()
        };
        let parts = parts.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut dealt = dealt.map_or_else(HashMap::new, |dealt| by_sheet(parts, dealt.parts));
        self.sheets(&metadata, |sheet, total| {
            let empty = without_results.remove(&sheet.name).unwrap_or_default();
            let parts = dealt.remove(&sheet.name).unwrap_or_default();
            self.xlsx_sheet(&mut whole, parts, (sheet, &empty), total)
        })
    }

    /// Reads the cells of the sheets that a package holds some rows of; `read` counts those of all packages.
    fn part(&self, package: &[u8], read: &AtomicUsize) -> Part {
        // Whatever is wrong with a part, the whole is read instead.
        let Ok(mut package) = Xlsx::new(Cursor::new(package)) else {
            return Part::new();
        };
        let mut part = Part::new();
        for sheet in package.sheets_metadata().to_vec() {
            match self.cells(&mut package, &sheet, read) {
                Err(Breach::NoCells | Breach::AtStart(_)) => {}
                cells => {
                    part.insert(sheet.name, cells);
                }
            }
        }
        part
    }

    /// The cells of formulas that nobody worked out, by sheet: those without a result; with nought as well, where all
    /// are to be worked out when the workbook is opened and none has another result.
    fn without_results(
        &self,
        package: &mut Package<'_>,
        sheets: &[Sheet],
        formulas: Formulas,
    ) -> Result<HashMap<String, Vec<(u32, u32)>>, ReadError> {
        let mut blank: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
        let mut nought: Vec<(String, (u32, u32))> = Vec::new();
        let mut has_results = false;
        for sheet in sheets {
            self.progress
                .begin_stage(format!("Looking at the formulas of {}", sheet.name), 0);
            let found = self.formula_cells(package, sheet)?;
            if found.is_empty() {
                continue;
            }
            let Ok(mut reader) = package.worksheet_cells_reader(&sheet.name) else {
                continue;
            };
            while let Ok(Some(cell)) = reader.next_cell() {
                let at = cell.get_position();
                if !found.contains(&at) {
                    continue;
                }
                match cell.get_value() {
                    DataRef::Empty => blank.entry(sheet.name.clone()).or_default().push(at),
                    DataRef::Float(0.0) | DataRef::Int(0) => nought.push((sheet.name.clone(), at)),
                    _ => has_results = true,
                }
            }
        }
        if formulas.are_for_later && !has_results {
            for (sheet, at) in nought {
                blank.entry(sheet).or_default().push(at);
            }
        }
        Ok(blank)
    }

    /// The cells of a sheet in which formulas stand; none where it cannot be read, which is said when its cells are.
    fn formula_cells(
        &self,
        package: &mut Package<'_>,
        sheet: &Sheet,
    ) -> Result<HashSet<(u32, u32)>, ReadError> {
        let mut found = HashSet::new();
        let Ok(mut reader) = package.worksheet_cells_reader(&sheet.name) else {
            return Ok(found);
        };
        let mut since_check = 0;
        while let Ok(Some(cell)) = reader.next_formula() {
            if !cell.get_value().is_empty() {
                found.insert(cell.get_position());
            }
            since_check += 1;
            if since_check == CELLS_PER_CHECK {
                since_check = 0;
                self.progress.advance(1);
                self.guard(found.len())?;
            }
        }
        Ok(found)
    }

    fn xlsx_sheet(
        &self,
        whole: &mut Package<'_>,
        parts: Vec<Result<GridBuilder, Breach>>,
        (sheet, without_results): (&Sheet, &[(u32, u32)]),
        total: &mut usize,
    ) -> Result<Result<Grid, SheetFault>, ReadError> {
        let mut builder = match self.joined(parts)? {
            Some(builder) => builder,
            None => match self.cells(whole, sheet, &AtomicUsize::new(*total)) {
                Ok(builder) => builder,
                Err(Breach::NoCells) => return Ok(Err(SheetFault::NoCells)),
                Err(Breach::AtStart(reason)) => return Ok(Err(SheetFault::Damaged(reason))),
                Err(Breach::Within(error)) => return Err(error),
            },
        };
        for (row, column) in without_results {
            if *row < MAX_ROWS {
                builder.push(*row, *column, Stored::Error(CellError::NotWorkedOut), 0);
            }
        }
        *total += builder.len();
        self.guard(*total)?;
        // Finding the merged regions means going through the sheet's text once more.
        if builder.may_have_merges()
            && let Ok(merges) = whole.merge_cells_by_sheet_name(&sheet.name)
        {
            self.set_merges(&mut builder, merges)?;
        }
        Ok(Ok(builder.build()))
    }

    /// The cells of a sheet that was dealt out to parts, the upper ones first; `None` where it was not, or where they do
    /// not make up a whole.
    fn joined(
        &self,
        parts: Vec<Result<GridBuilder, Breach>>,
    ) -> Result<Option<GridBuilder>, ReadError> {
        let mut whole: Option<GridBuilder> = None;
        for part in parts {
            match (&mut whole, part) {
                (None, Ok(first)) => whole = Some(first),
                (Some(above), Ok(below)) => {
                    if !above.append_below(below) {
                        return Ok(None);
                    }
                }
                (_, Err(Breach::Within(ReadError::Cancelled { .. }))) => {
                    return Err(self.cancelled());
                }
                (_, Err(_)) => return Ok(None),
            }
        }
        Ok(whole)
    }

    /// The cells of a sheet; `read` counts those of all its parts and of the sheets before.
    fn cells(
        &self,
        package: &mut Package<'_>,
        sheet: &Sheet,
        read: &AtomicUsize,
    ) -> Result<GridBuilder, Breach> {
        let mut builder = builder_of(sheet);
        let mut shared: HashMap<(usize, usize), Option<u32>> = HashMap::new();
        let mut reader =
            package
                .worksheet_cells_reader(&sheet.name)
                .map_err(|error| match error {
                    XlsxError::NotAWorksheet(_) => Breach::NoCells,
                    error => Breach::AtStart(error.to_string()),
                })?;
        builder.set_styles(reader.styles().iter().map(style_of).collect());
        let mut since_check = 0;
        loop {
            let (cell, style) = match reader.next_cell_with_style_id() {
                Ok(Some(cell)) => cell,
                Ok(None) => return Ok(builder),
                Err(error) if builder.is_empty() => return Err(Breach::AtStart(error.to_string())),
                // What breaks off in the middle must not pass for a whole sheet.
                Err(error) => return Err(Breach::Within(self.fault(&error))),
            };
            let (row, column) = cell.get_position();
            if row >= MAX_ROWS || column >= MAX_COLUMNS {
                let reason = "a cell stands outside the rows and columns that there are";
                return Err(Breach::Within(self.fault(&reason)));
            }
            let stored = match cell.get_value() {
                DataRef::SharedString(text) => {
                    // A shared string has one address as long as the package is open.
                    let key = (text.as_ptr().addr(), text.len());
                    let text = *shared.entry(key).or_insert_with(|| builder.text(text));
                    text.map(Stored::Text)
                }
                value => stored_of(value, &mut builder),
            };
            if let Some(stored) = stored {
                builder.push(row, column, stored, u16::try_from(style).unwrap_or(0));
            }
            since_check += 1;
            if since_check == CELLS_PER_CHECK {
                since_check = 0;
                self.progress.advance(1);
                let cells = read.fetch_add(CELLS_PER_CHECK, Ordering::Relaxed);
                self.guard(cells + CELLS_PER_CHECK)
                    .map_err(Breach::Within)?;
            }
        }
    }
}
