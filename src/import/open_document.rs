//! The content of an OpenDocument spreadsheet, gone through before its cells are read: whether its XML is
//! whole, and how many cells it stands for. One cell can say that it is repeated over all columns of all
//! rows, and a reader would write each of them out.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::extent::Extent;

/// The most cells that are read from an OpenDocument file.
const MAX_CELLS: u64 = 10_000_000;
/// The most that texts may come to, each as often as it is repeated, in bytes.
const MAX_TEXT: u64 = 400 << 20;
/// The largest sheet that there is.
const MAX_ROWS: u64 = 1_048_576;
const MAX_COLUMNS: u64 = 16_384;

/// Why an OpenDocument spreadsheet is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Its XML is not whole.
    Damaged(String),
    /// It stands for more cells than can be held, in words.
    TooLarge(String),
}

/// Goes through the content of a package.
///
/// # Errors
/// Where it is not to be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let damaged = |error: &dyn std::fmt::Display| Refusal::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let content = archive
        .by_name("content.xml")
        .map_err(|error| damaged(&error))?;
    check_content(content)
}

fn check_content(content: impl Read) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    let mut count = Count::default();
    loop {
        buffer.clear();
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| Refusal::Damaged(error.to_string()))?;
        match event {
            Event::Start(tag) => {
                depth += 1;
                count.start(&tag);
            }
            Event::Empty(tag) => {
                count.start(&tag);
                count.end(tag.name().0);
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                count.end(tag.name().0);
            }
            Event::Text(text) => count.text(&text),
            Event::CData(text) => count.text(&text),
            Event::Eof => break,
            _ => {}
        }
        if let Some(reason) = count.too_large() {
            return Err(Refusal::TooLarge(reason));
        }
    }
    if depth > 0 {
        return Err(Refusal::Damaged(String::from("its content breaks off")));
    }
    Ok(())
}

/// Where in the content one stands, and what it came to so far.
#[derive(Default)]
struct Count {
    extent: Extent,
    text: u64,
    /// How many tables are open: one may stand in a cell of another.
    tables: usize,
    /// The row and the column that come next, and how many rows the open one stands for.
    row: u64,
    column: u64,
    rows: u64,
    /// The cells that are open.
    cells: Vec<Cell>,
}

struct Cell {
    columns: u64,
    filled: bool,
    text: u64,
}

impl Count {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.name().0 {
            "table:table" => {
                if self.tables == 0 {
                    (self.row, self.column) = (0, 0);
                }
                self.tables += 1;
            }
            "table:table-row" => {
                self.column = 0;
                self.rows = repeated(tag, "table:number-rows-repeated")
                    .min(MAX_ROWS.saturating_sub(self.row))
                    // Those below the last row that there is are held all the same.
                    .max(1);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let columns = repeated(tag, "table:number-columns-repeated")
                    .min(MAX_COLUMNS.saturating_sub(self.column));
                let mut cell = Cell {
                    columns,
                    filled: false,
                    text: 0,
                };
                for attribute in tag.attributes().flatten() {
                    let key = attribute.key.0;
                    cell.filled |= key.starts_with("office:") || key == "table:formula";
                    if matches!(key, "office:string-value" | "table:formula") {
                        cell.text += length(&attribute.value);
                    }
                }
                self.cells.push(cell);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cells.last_mut() {
            cell.text += length(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cells.pop() else {
                    return;
                };
                if cell.filled && cell.columns > 0 {
                    let rows = (self.row, self.row + self.rows.max(1) - 1);
                    // The cells before it are held with it.
                    self.extent.reach(self.row, 0);
                    self.extent
                        .add(rows, (self.column, self.column + cell.columns - 1));
                    let times = cell.columns.saturating_mul(self.rows.max(1));
                    self.text = self.text.saturating_add(cell.text.saturating_mul(times));
                }
                self.column += cell.columns;
            }
            "table:table-row" => self.row += self.rows,
            "table:table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.extent.end_sheet();
                }
            }
            _ => {}
        }
    }

    fn too_large(&self) -> Option<String> {
        if self.text > MAX_TEXT {
            return Some(format!(
                "its texts come to more than {} MB: save it as .xlsx, or in several files",
                MAX_TEXT >> 20
            ));
        }
        self.extent.too_large(MAX_CELLS)
    }
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> u64 {
    let times = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.0 == name)
        .and_then(|attribute| attribute.value.trim().parse().ok());
    times.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(rows: &str) -> String {
        format!(
            "<office:document-content><table:table table:name=\"A\">{rows}</table:table></office:document-content>"
        )
    }

    fn cell(repeated: u32) -> String {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"{repeated}\"/>"
        )
    }

    #[test]
    fn cells_that_stand_for_the_whole_sheet_are_counted() {
        let row = |times: u32, cells: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>"
            )
        };
        let blank = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        let checked = |rows: &str| check_content(content(rows).as_bytes());
        assert_eq!(
            checked(&(row(3, &cell(4)) + &row(1_048_573, blank))),
            Ok(())
        );
        assert!(matches!(
            checked(&row(1_048_576, &cell(16_384))),
            Err(Refusal::TooLarge(reason)) if reason.contains("10 million cells")
        ));
        let far = row(1, &cell(1)) + &row(60_000, blank) + &row(1, &(blank.to_owned() + &cell(1)));
        assert_eq!(
            checked(&far),
            Ok(()),
            "the second cell lies outside any sheet"
        );
        let blank = "<table:table-cell table:number-columns-repeated=\"16000\"/>";
        let far = row(1, &cell(1)) + &row(60_000, blank) + &row(1, &(blank.to_owned() + &cell(1)));
        assert!(matches!(
            checked(&far),
            Err(Refusal::TooLarge(reason)) if reason.contains("far apart")
        ));
    }

    #[test]
    fn content_that_breaks_off_is_damaged() {
        let whole = content("<table:table-row><table:table-cell/></table:table-row>");
        assert_eq!(check_content(whole.as_bytes()), Ok(()));
        for end in [60, 80, whole.len() - 1] {
            let cut = check_content(&whole.as_bytes()[..end]);
            assert!(matches!(cut, Err(Refusal::Damaged(_))), "{end}: {cut:?}");
        }
    }
}
