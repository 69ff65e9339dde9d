//! Reads the sheets of an `.xlsb` package cell by cell, for two cells in opposite corners of a sheet would
//! otherwise be laid out with all between them.

use std::io::Cursor;

use calamine::{Reader, Sheet, Xlsb, XlsbError};

use super::error::ReadError;
use super::grid::{Grid, MAX_COLUMNS, MAX_ROWS};
use super::workbook::{CELLS_PER_CHECK, Opening, SheetFault, Workbook, builder_of, stored_of};

type Package<'b> = Xlsb<Cursor<&'b [u8]>>;

impl Opening<'_> {
    pub(super) fn xlsb(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
        let mut package: Package<'_> =
            Xlsb::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        let metadata = package.sheets_metadata().to_vec();
        self.sheets(&metadata, |sheet, total| {
            self.xlsb_sheet(&mut package, sheet, total)
        })
    }

    fn xlsb_sheet(
        &self,
        package: &mut Package<'_>,
        sheet: &Sheet,
        total: &mut usize,
    ) -> Result<Result<Grid, SheetFault>, ReadError> {
        let mut builder = builder_of(sheet);
        let mut reader = match package.worksheet_cells_reader(&sheet.name) {
            Ok(reader) => reader,
            Err(XlsbError::WorksheetNotFound(_)) => return Ok(Err(SheetFault::NoCells)),
            Err(error) => return Ok(Err(SheetFault::Damaged(error.to_string()))),
        };
        let mut since_check = 0;
        loop {
            let cell = match reader.next_cell() {
                Ok(Some(cell)) => cell,
                Ok(None) => break,
                Err(error) if builder.is_empty() => {
                    return Ok(Err(SheetFault::Damaged(error.to_string())));
                }
                // What breaks off in the middle must not pass for a whole sheet.
                Err(error) => return Err(self.fault(&error)),
            };
            let (row, column) = cell.get_position();
            if row >= MAX_ROWS || column >= MAX_COLUMNS {
                return Err(
                    self.fault(&"a cell stands outside the rows and columns that there are")
                );
            }
            if let Some(stored) = stored_of(cell.get_value(), &mut builder) {
                builder.push(row, column, stored, 0);
            }
            since_check += 1;
            if since_check == CELLS_PER_CHECK {
                since_check = 0;
                self.progress.advance(1);
                self.guard(*total + builder.len())?;
            }
        }
        *total += builder.len();
        self.guard(*total)?;
        Ok(Ok(builder.build()))
    }
}
