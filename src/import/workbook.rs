//! Opens a file by its content and reads its sheets into [`Grid`]s. With `xlsx` and `xlsb` the
//! only module that uses `calamine`.

use std::io::Cursor;
use std::path::Path;
use std::thread;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Style, Xls};
use jiff::civil::Date;

use super::biff;
use super::compound::{self, Compound};
use super::delimited;
use super::error::ReadError;
use super::grid::{CellError, CellStyle, Grid, GridBuilder, Merge, Stored, Visibility};
use super::macro_sheets;
use super::open_document;
use super::sniff::{self, Content};
use crate::base::progress::Progress;
use crate::base::text::file_name;

/// The most cells that one workbook may hold; a sheet of a million rows by 40 columns has 40 million.
const MAX_CELLS: usize = 60_000_000;
/// The most rows that merged cells of a sheet may reach over, each counted once for each of the cells.
const MAX_MERGED_ROWS: u64 = 10_000_000;
/// How many cells are read between two looks at whether somebody wants to stop.
pub(super) const CELLS_PER_CHECK: usize = 65_536;
/// The most sheets that a workbook may list.
const MAX_SHEETS: usize = 2_000;
/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 1 << 30;
/// The stack on which files are taken apart, in bytes: formulas in formulas lead deep.
const STACK: usize = 64 << 20;

/// A file's sheets as they are.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets that hold cells (a chart sheet holds none), in order, each with its number.
    pub sheets: Vec<Sheet>,
}

/// A sheet, or why it could not be read.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Sheet {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Whether Excel shows it.
    pub visibility: Visibility,
    /// Its cells, or why there are none.
    pub grid: Result<Grid, SheetFault>,
}

/// Why one sheet of a workbook was not read; the others are.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum SheetFault {
    /// A chart, a dialog or a macro sheet, which has no cells.
    NoCells,
    /// Damaged, in the words of the reader.
    Damaged(String),
}

/// Reads the bytes of a file, which may be open in Excel.
///
/// # Errors
/// Where the file cannot be opened.
pub fn load(path: &Path) -> Result<Vec<u8>, ReadError> {
    let file = file_name(path);
    let fault = |error: &std::io::Error| match (error.kind(), error.raw_os_error()) {
        (std::io::ErrorKind::NotFound, _) => ReadError::Missing { file: file.clone() },
        // Windows: sharing violation, lock violation.
        (_, Some(32 | 33)) if cfg!(windows) => ReadError::Locked { file: file.clone() },
        _ => ReadError::Unreadable {
            file: file.clone(),
            reason: error.to_string(),
        },
    };
    let size = std::fs::metadata(path)
        .map_err(|error| fault(&error))?
        .len();
    if size > MAX_BYTES {
        return Err(ReadError::TooLarge {
            file: file.clone(),
            reason: format!("it has {} MB", size >> 20),
        });
    }
    std::fs::read(path).map_err(|error| fault(&error))
}

/// Reads a file's sheets.
///
/// # Errors
/// Where the bytes are no workbook, or one that cannot be read at all.
pub fn open(file: &str, bytes: &[u8], progress: &Progress) -> Result<Workbook, ReadError> {
    let name = || file.to_owned();
    let opening = Opening {
        file,
        progress,
        threads: rayon::current_num_threads(),
    };
    match sniff::content_of(bytes) {
        Content::Empty => Err(ReadError::Empty { file: name() }),
        Content::Encrypted => Err(ReadError::PasswordProtected { file: name() }),
        Content::Damaged(reason) => Err(opening.damaged(reason)),
        Content::TooLarge(reason) => Err(ReadError::TooLarge {
            file: name(),
            reason,
        }),
        Content::Other(found) => Err(ReadError::NotAWorkbook {
            file: name(),
            found: found.to_owned(),
        }),
        Content::Text => {
            let grid = delimited::read(bytes, progress).map_err(|refusal| match refusal {
                delimited::Refusal::Cancelled => opening.cancelled(),
                delimited::Refusal::Damaged(reason) => opening.damaged(reason),
                delimited::Refusal::TooLarge(reason) => opening.too_large(reason),
            })?;
            Ok(Workbook {
                sheets: vec![Sheet {
                    name: String::new(),
                    visibility: Visibility::Visible,
                    grid: Ok(grid),
                }],
            })
        }
        Content::Xlsx => opening.apart(|| match macro_sheets::as_dialogs(bytes) {
            Some(bytes) => opening.xlsx(&bytes),
            None => opening.xlsx(bytes),
        }),
        Content::Xlsb => opening.apart(|| opening.xlsb(bytes)),
        Content::Xls => opening.apart(|| opening.xls(bytes)),
        Content::Ods => opening.apart(|| opening.ods(bytes)),
    }
}

pub(super) struct Opening<'a> {
    pub(super) file: &'a str,
    pub(super) progress: &'a Progress,
    /// How many threads the caller has for it.
    pub(super) threads: usize,
}

impl Opening<'_> {
    pub(super) fn cancelled(&self) -> ReadError {
        ReadError::Cancelled {
            file: self.file.to_owned(),
        }
    }

    fn damaged(&self, reason: impl Into<String>) -> ReadError {
        ReadError::Damaged {
            file: self.file.to_owned(),
            reason: reason.into(),
        }
    }

    fn too_large(&self, reason: String) -> ReadError {
        ReadError::TooLarge {
            file: self.file.to_owned(),
            reason,
        }
    }

    /// Reads on a thread of its own: a file that contradicts itself makes its reader panic rather than say so,
    /// and must not take the program with it.
    fn apart(
        &self,
        read: impl FnOnce() -> Result<Workbook, ReadError> + Send,
    ) -> Result<Workbook, ReadError> {
        thread::scope(|scope| {
            let reading = thread::Builder::new()
                .name(String::from("reading"))
                .stack_size(STACK)
                .spawn_scoped(scope, read);
            match reading.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(workbook)) => workbook,
                Ok(Err(_panic)) => Err(self.damaged("what it says of its contents is not true")),
                Err(error) => Err(ReadError::Unreadable {
                    file: self.file.to_owned(),
                    reason: error.to_string(),
                }),
            }
        })
    }

    pub(super) fn fault(&self, error: &dyn std::fmt::Display) -> ReadError {
        let reason = error.to_string();
        if reason.to_lowercase().contains("password") {
            ReadError::PasswordProtected {
                file: self.file.to_owned(),
            }
        } else {
            self.damaged(reason)
        }
    }

    /// Counts what was read so far; the whole workbook shares one allowance.
    pub(super) fn guard(&self, cells: usize) -> Result<(), ReadError> {
        if cells > MAX_CELLS {
            return Err(self.too_large(format!(
                "it holds more than {} million cells",
                MAX_CELLS / 1_000_000
            )));
        }
        self.progress.check().map_err(|_stopped| self.cancelled())
    }

    fn xls(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
        let stream = Compound::open(bytes).and_then(|compound| {
            let name = ["Workbook", "Book"]
                .into_iter()
                .find(|name| compound.has(name))?;
            Some((name, compound.stream(name)?))
        });
        let (name, mut stream) = stream.ok_or_else(|| self.damaged("its end is missing"))?;
        biff::prepare(&mut stream).map_err(|refusal| match refusal {
            biff::Refusal::Encrypted => ReadError::PasswordProtected {
                file: self.file.to_owned(),
            },
            biff::Refusal::TooLarge(reason) => self.too_large(reason),
            biff::Refusal::Damaged(reason) => self.damaged(reason),
        })?;
        let bytes = compound::with_one_stream(name, &stream)
            .ok_or_else(|| self.too_large(format!("it has {} MB", stream.len() >> 20)))?;
        drop(stream);
        let mut workbook: Xls<_> =
            Xls::new(Cursor::new(bytes.as_slice())).map_err(|error| self.fault(&error))?;
        self.by_ranges(&mut workbook, |workbook, name| {
            workbook.merge_cells_by_sheet_name(name).unwrap_or_default()
        })
    }

    fn ods(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
        open_document::check(bytes).map_err(|refusal| match refusal {
            open_document::Refusal::Damaged(reason) => self.damaged(reason),
            open_document::Refusal::TooLarge(reason) => self.too_large(reason),
        })?;
        let mut workbook: Ods<_> =
            Ods::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        self.by_ranges(&mut workbook, |_, _| Vec::new())
    }

    fn by_ranges<'b, R>(
        &self,
        workbook: &mut R,
        merges: impl Fn(&R, &str) -> Vec<calamine::Dimensions>,
    ) -> Result<Workbook, ReadError>
    where
        R: Reader<Cursor<&'b [u8]>>,
        R::Error: std::fmt::Display,
    {
        let metadata = workbook.sheets_metadata().to_vec();
        self.sheets(&metadata, |sheet, total| {
            let range = match workbook.worksheet_range(&sheet.name) {
                Ok(range) => range,
                Err(error) => return Ok(Err(SheetFault::Damaged(error.to_string()))),
            };
            let mut builder = builder_of(sheet);
            add_range(&mut builder, &range);
            self.set_merges(&mut builder, merges(workbook, &sheet.name))?;
            *total += builder.len();
            self.guard(*total)?;
            Ok(Ok(builder.build()))
        })
    }

    /// Gives a sheet its merged regions.
    pub(super) fn set_merges(
        &self,
        builder: &mut GridBuilder,
        merges: impl AsRef<[calamine::Dimensions]>,
    ) -> Result<(), ReadError> {
        builder.set_merges(merges.as_ref().iter().map(merge_of));
        if builder.merged_rows() > MAX_MERGED_ROWS {
            return Err(self.too_large(format!(
                "its merged cells lie over each other, or reach over more than {} million rows",
                MAX_MERGED_ROWS / 1_000_000
            )));
        }
        Ok(())
    }

    /// The sheets of a workbook, those with cells as `read` reads them; what it is given besides counts the
    /// cells of the sheets before.
    pub(super) fn sheets(
        &self,
        metadata: &[calamine::Sheet],
        mut read: impl FnMut(
            &calamine::Sheet,
            &mut usize,
        ) -> Result<Result<Grid, SheetFault>, ReadError>,
    ) -> Result<Workbook, ReadError> {
        if metadata.len() > MAX_SHEETS {
            return Err(self.too_large(format!(
                "it lists {} sheets, far more than a workbook has",
                metadata.len()
            )));
        }
        let mut sheets = Vec::with_capacity(metadata.len());
        let mut total = 0;
        for sheet in metadata {
            self.progress
                .begin_stage(format!("Reading {}", sheet.name), 0);
            let grid = if has_cells(sheet.typ) {
                read(sheet, &mut total)?
            } else {
                Err(SheetFault::NoCells)
            };
            sheets.push(Sheet {
                name: sheet.name.clone(),
                visibility: visibility_of(sheet.visible),
                grid,
            });
        }
        Ok(Workbook { sheets })
    }
}

fn add_range(builder: &mut GridBuilder, range: &calamine::Range<Data>) {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
            continue;
        };
        let stored = match data {
            Data::Empty => None,
            Data::String(text) | Data::DurationIso(text) => builder.text(text).map(Stored::Text),
            Data::Float(number) => Some(Stored::Number(*number)),
            #[expect(
                clippy::cast_precision_loss,
                reason = "Excel itself holds numbers as f64"
            )]
            Data::Int(number) => Some(Stored::Number(*number as f64)),
            Data::Bool(value) => Some(Stored::Bool(*value)),
            Data::DateTime(date) => Some(date_of(*date)),
            Data::DateTimeIso(text) => iso_date(text, builder),
            Data::Error(error) => Some(Stored::Error(error_of(error))),
        };
        if let Some(stored) = stored {
            builder.push(top + row, left + column, stored, 0);
        }
    }
}

/// What is kept of a cell's value; nothing of an empty one.
pub(super) fn stored_of(value: &DataRef<'_>, builder: &mut GridBuilder) -> Option<Stored> {
    match value {
        DataRef::Empty => None,
        DataRef::SharedString(text) => builder.text(text).map(Stored::Text),
        DataRef::DurationIso(text) | DataRef::String(text) => builder.text(text).map(Stored::Text),
        DataRef::Float(number) => Some(Stored::Number(*number)),
        #[expect(
            clippy::cast_precision_loss,
            reason = "Excel itself holds numbers as f64"
        )]
        DataRef::Int(number) => Some(Stored::Number(*number as f64)),
        DataRef::Bool(value) => Some(Stored::Bool(*value)),
        DataRef::DateTime(date) => Some(date_of(*date)),
        DataRef::DateTimeIso(text) => iso_date(text, builder),
        DataRef::Error(error) => Some(Stored::Error(error_of(error))),
    }
}

pub(super) fn builder_of(sheet: &calamine::Sheet) -> GridBuilder {
    let mut builder = GridBuilder::new(sheet.name.clone());
    builder.set_visibility(visibility_of(sheet.visible));
    builder
}

const fn has_cells(kind: SheetType) -> bool {
    matches!(kind, SheetType::WorkSheet)
}

const fn visibility_of(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden | SheetVisible::VeryHidden => Visibility::Hidden,
    }
}

pub(super) const fn merge_of(dimensions: &calamine::Dimensions) -> Merge {
    Merge {
        top: dimensions.start.0,
        left: dimensions.start.1,
        bottom: dimensions.end.0,
        right: dimensions.end.1,
    }
}

/// A date cell; a time without a date, or a duration, stays the number it is.
pub(super) fn date_of(date: ExcelDateTime) -> Stored {
    let number = date.as_f64();
    if date.is_duration() || number.abs() < 1.0 {
        return Stored::Number(number);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let parts = || {
        Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()
    };
    parts().map_or(Stored::Number(number), Stored::Date)
}

pub(super) fn iso_date(text: &str, builder: &mut GridBuilder) -> Option<Stored> {
    match text.get(..10).and_then(|day| day.parse::<Date>().ok()) {
        Some(date) => Some(Stored::Date(date)),
        None => builder.text(text).map(Stored::Text),
    }
}

pub(super) const fn error_of(error: &calamine::CellErrorType) -> CellError {
    use calamine::CellErrorType as E;
    match error {
        E::Div0 => CellError::DividedByZero,
        E::NA => CellError::NotAvailable,
        E::Name => CellError::Name,
        E::Null => CellError::Null,
        E::Num => CellError::Number,
        E::Ref => CellError::Reference,
        E::Value => CellError::Value,
        E::GettingData => CellError::GettingData,
    }
}

pub(super) fn style_of(style: &Style) -> CellStyle {
    let format = style
        .number_format
        .as_ref()
        .map_or("", |format| format.format_code.as_str());
    // What stands in quotes or brackets is printed, or a condition or a colour, and says nothing.
    let mut bare = String::new();
    let mut quoted = false;
    let mut bracketed = false;
    for c in format.split(';').next().unwrap_or_default().chars() {
        match c {
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            c if !quoted && !bracketed => bare.push(c),
            _ => {}
        }
    }
    CellStyle {
        percent: bare.contains('%') && !bare.contains("\\%"),
        pounds: format.contains('£'),
        bold: style.font.as_ref().is_some_and(calamine::Font::is_bold),
        filled: style.fill.as_ref().is_some_and(calamine::Fill::is_visible),
        decimals: bare
            .contains('0')
            .then(|| {
                bare.split_once('.').map_or(0, |(_, after)| {
                    after.chars().take_while(|c| matches!(c, '0' | '#')).count()
                })
            })
            .and_then(|decimals| u8::try_from(decimals).ok()),
    }
}
