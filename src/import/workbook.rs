//! Opens a file by its content and reads its sheets into [`Grid`]s. With [`xlsx`](super::xlsx) the only
//! module that uses `calamine`.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Style, Xls, Xlsb};
use jiff::civil::Date;

use super::delimited;
use super::error::ReadError;
use super::grid::{CellStyle, Grid, GridBuilder, Merge, Stored, Visibility};
use super::sniff::{self, Content};
use crate::base::progress::Progress;
use crate::base::text::file_name;

/// The most cells that one workbook may hold; a sheet of a million rows by 40 columns has 40 million.
const MAX_CELLS: usize = 60_000_000;
/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 1 << 30;

/// A file's sheets as they are.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets that hold cells (a chart sheet holds none), in order, each with its number.
    pub sheets: Vec<Sheet>,
}

/// A sheet, or why it could not be read.
#[derive(Debug)]
pub struct Sheet {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Whether Excel shows it.
    pub visibility: Visibility,
    /// Its cells, or why there are none.
    pub grid: Result<Grid, SheetFault>,
}

/// Why one sheet of a workbook was not read; the others are.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    let opening = Opening { file, progress };
    match sniff::content_of(bytes) {
        Content::Empty => Err(ReadError::Empty { file: name() }),
        Content::Encrypted => Err(ReadError::PasswordProtected { file: name() }),
        Content::Truncated => Err(ReadError::Damaged {
            file: name(),
            reason: String::from("its end is missing"),
        }),
        Content::TooLarge(reason) => Err(ReadError::TooLarge {
            file: name(),
            reason,
        }),
        Content::Other(found) => Err(ReadError::NotAWorkbook {
            file: name(),
            found: found.to_owned(),
        }),
        Content::Text => {
            let grid = delimited::read(bytes, progress).map_err(|_stopped| opening.cancelled())?;
            Ok(Workbook {
                sheets: vec![Sheet {
                    name: String::new(),
                    visibility: Visibility::Visible,
                    grid: Ok(grid),
                }],
            })
        }
        Content::Xlsx => opening.xlsx(bytes),
        Content::Xlsb => opening.xlsb(bytes),
        Content::Xls => opening.xls(bytes),
        Content::Ods => opening.ods(bytes),
    }
}

pub(super) struct Opening<'a> {
    pub(super) file: &'a str,
    pub(super) progress: &'a Progress,
}

impl Opening<'_> {
    pub(super) fn cancelled(&self) -> ReadError {
        ReadError::Cancelled {
            file: self.file.to_owned(),
        }
    }

    pub(super) fn fault(&self, error: &dyn std::fmt::Display) -> ReadError {
        let reason = error.to_string();
        if reason.to_lowercase().contains("password") {
            ReadError::PasswordProtected {
                file: self.file.to_owned(),
            }
        } else {
            ReadError::Damaged {
                file: self.file.to_owned(),
                reason,
            }
        }
    }

    /// Counts what was read so far; the whole workbook shares one allowance.
    pub(super) fn guard(&self, cells: usize) -> Result<(), ReadError> {
        if cells > MAX_CELLS {
            return Err(ReadError::TooLarge {
                file: self.file.to_owned(),
                reason: format!("it holds more than {} million cells", MAX_CELLS / 1_000_000),
            });
        }
        self.progress.check().map_err(|_stopped| self.cancelled())
    }

    fn xlsb(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
        let mut workbook: Xlsb<_> =
            Xlsb::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        self.by_ranges(&mut workbook, |_, _| Vec::new())
    }

    fn xls(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
        let mut workbook: Xls<_> =
            Xls::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        self.by_ranges(&mut workbook, |workbook, name| {
            workbook.merge_cells_by_sheet_name(name).unwrap_or_default()
        })
    }

    fn ods(&self, bytes: &[u8]) -> Result<Workbook, ReadError> {
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
        let mut sheets = Vec::new();
        let mut total = 0;
        for sheet in &metadata {
            self.progress
                .begin_stage(format!("Reading {}", sheet.name), 0);
            let grid = if has_cells(sheet.typ) {
                match workbook.worksheet_range(&sheet.name) {
                    Ok(range) => {
                        let mut builder = builder_of(sheet);
                        add_range(&mut builder, &range);
                        builder.set_merges(merges(workbook, &sheet.name).iter().map(merge_of));
                        total += builder.len();
                        self.guard(total)?;
                        Ok(builder.build())
                    }
                    Err(error) => Err(SheetFault::Damaged(error.to_string())),
                }
            } else {
                Err(SheetFault::NoCells)
            };
            sheets.push(entry(sheet, grid));
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
            Data::Error(error) => Some(Stored::Error(error_name(error))),
        };
        if let Some(stored) = stored {
            builder.push(top + row, left + column, stored, 0);
        }
    }
}

pub(super) fn builder_of(sheet: &calamine::Sheet) -> GridBuilder {
    let mut builder = GridBuilder::new(sheet.name.clone());
    builder.set_visibility(visibility_of(sheet.visible));
    builder
}

pub(super) fn entry(sheet: &calamine::Sheet, grid: Result<Grid, SheetFault>) -> Sheet {
    Sheet {
        name: sheet.name.clone(),
        visibility: visibility_of(sheet.visible),
        grid,
    }
}

pub(super) const fn has_cells(kind: SheetType) -> bool {
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

pub(super) const fn error_name(error: &calamine::CellErrorType) -> &'static str {
    use calamine::CellErrorType as E;
    match error {
        E::Div0 => "#DIV/0!",
        E::NA => "#N/A",
        E::Name => "#NAME?",
        E::Null => "#NULL!",
        E::Num => "#NUM!",
        E::Ref => "#REF!",
        E::Value => "#VALUE!",
        E::GettingData => "#DATA!",
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
