//! Reads separated values: finds out the encoding, the separator and the decimal mark, and keeps the
//! numbers of rows as Excel would show them. The only module that uses `csv`.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::grid::{Grid, GridBuilder, MAX_COLUMNS};
use crate::base::progress::{Cancelled, Progress};

/// How many records are looked at to find the separator.
const SAMPLE: usize = 300;
/// So much of the text is looked at for that, in bytes.
const SAMPLE_BYTES: usize = 4 << 20;
/// The most fields that a file may hold.
const MAX_FIELDS: usize = 60_000_000;

/// Why separated values were not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody asked to stop.
    Cancelled,
    /// What stands in a line cannot be told apart, in words.
    Damaged(String),
    /// There is more than can be held, in words.
    TooLarge(String),
}

impl From<Cancelled> for Refusal {
    fn from(_stopped: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Reads the bytes of a text file.
///
/// # Errors
/// Where its fields cannot be told apart or are too many, or somebody asked to stop.
pub fn read(bytes: &[u8], progress: &Progress) -> Result<Grid, Refusal> {
    progress.begin_stage("Reading the file", 0);
    let text = decode(bytes);
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    };
    let head = text
        .get(..text.floor_char_boundary(SAMPLE_BYTES))
        .unwrap_or(&text);
    let delimiter = delimiter_of(head);
    let decimal_comma = delimiter != b',' && has_decimal_comma(head, delimiter);
    check(&text, delimiter)?;
    progress.check()?;
    let mut builder = GridBuilder::new("");
    builder.set_decimal_comma(decimal_comma);
    let mut reader = reader_of(&text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    let mut start = 0_usize;
    // The text is UTF-8 by now, so no record can fail to be read.
    while reader.read_record(&mut record).unwrap_or(false) {
        // The reader passes over blank lines, which count as rows in Excel.
        let blank = text.get(start..).map_or(0, |rest| {
            rest.bytes().take_while(|byte| *byte == b'\n').count()
        });
        row += u32::try_from(blank).unwrap_or(0);
        for (column, field) in record.iter().enumerate() {
            let Ok(column) = u32::try_from(column) else {
                continue;
            };
            match plain_number(field) {
                Some(number) => builder.push_number(row, column, number, 0),
                None => builder.push_text(row, column, field, 0),
            }
        }
        start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        row += 1;
        if row.is_multiple_of(4_096) {
            progress.check()?;
        }
    }
    Ok(builder.build())
}

/// Whether the fields can be told apart: a quotation mark that is never closed would make the rest of the
/// file one text, and fields beyond the last column of a sheet would be lost.
fn check(text: &str, delimiter: u8) -> Result<(), Refusal> {
    let (mut line, mut opened) = (1_usize, None);
    let (mut all, mut fields) = (0_usize, 1_u32);
    let (mut at_start, mut was_quote) = (true, false);
    for byte in text.bytes() {
        let is_quote = byte == b'"';
        if is_quote && at_start {
            opened = Some(line);
        } else if is_quote && opened.is_some() {
            // A quotation mark within quotation marks is written twice.
            was_quote = !was_quote;
            continue;
        } else if opened.is_none() || was_quote {
            opened = None;
            at_start = byte == delimiter || byte == b'\n';
            if byte == delimiter {
                fields += 1;
            } else if byte == b'\n' {
                fields = 1;
            }
            if at_start {
                all += 1;
            }
            if fields > MAX_COLUMNS {
                return Err(Refusal::TooLarge(format!(
                    "line {line} has more fields than a sheet has columns ({MAX_COLUMNS})"
                )));
            }
        }
        at_start &= !is_quote;
        was_quote = false;
        line += usize::from(byte == b'\n');
    }
    if all > MAX_FIELDS {
        return Err(Refusal::TooLarge(format!(
            "it holds more than {} million fields",
            MAX_FIELDS / 1_000_000
        )));
    }
    match opened {
        Some(line) if !was_quote => Err(Refusal::Damaged(format!(
            "the quotation mark in line {line} is never closed"
        ))),
        _ => Ok(()),
    }
}

fn reader_of(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// Decodes text: by its byte order mark, else as UTF-8 where that is possible, else as UTF-16 where every
/// second byte is zero, else as Windows-1252.
fn decode(bytes: &[u8]) -> String {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    encoding.decode(bytes).0.into_owned()
}

/// The encoding of text without a byte order mark.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let pairs = bytes.len().min(2_000) / 2;
    let zeros = |offset: usize| {
        let every_second = bytes.iter().skip(offset).step_by(2).take(pairs);
        every_second.filter(|byte| **byte == 0).count()
    };
    if pairs > 4 && zeros(1) * 2 > pairs {
        UTF_16LE
    } else if pairs > 4 && zeros(0) * 2 > pairs {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// The separator with which most records have the same number of fields.
fn delimiter_of(text: &str) -> u8 {
    let mut best = (0.0, b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut counts: std::collections::BTreeMap<usize, usize> =
            std::collections::BTreeMap::new();
        let mut reader = reader_of(text, delimiter);
        for record in reader.records().take(SAMPLE).flatten() {
            *counts.entry(record.len()).or_default() += 1;
        }
        let score = counts
            .iter()
            .filter(|(fields, _)| **fields > 1)
            .map(|(fields, records)| as_f64(*records) * (1.0 + as_f64(*fields).log2()))
            .fold(0.0, f64::max);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// Whether numbers are written as `0,56`: some are, and none as `0.56`.
fn has_decimal_comma(text: &str, delimiter: u8) -> bool {
    let mut commas = false;
    for record in reader_of(text, delimiter).records().take(SAMPLE).flatten() {
        for field in &record {
            let field = field.trim();
            let digits_with = |mark: char| {
                field.split_once(mark).is_some_and(|(whole, fraction)| {
                    let whole = whole.trim_start_matches('-');
                    !whole.is_empty()
                        && !fraction.is_empty()
                        && whole.bytes().all(|byte| byte.is_ascii_digit())
                        && fraction.bytes().all(|byte| byte.is_ascii_digit())
                        && (mark == '.' || fraction.len() != 3 || whole == "0")
                })
            };
            if digits_with('.') {
                return false;
            }
            commas |= digits_with(',');
        }
    }
    commas
}

/// A number as programs write it. Everything with leading zeros, signs or marks besides is left as text,
/// for its meaning depends on the column.
fn plain_number(field: &str) -> Option<f64> {
    let unsigned = field.strip_prefix('-').unwrap_or(field);
    let first = *unsigned.as_bytes().first()?;
    if !first.is_ascii_digit() || unsigned.len() > 24 {
        return None;
    }
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    if (whole.len() > 1 && first == b'0') || whole.len() > 15 {
        return None;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(fraction))
        .then(|| field.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::grid::CellValue;
    use super::*;

    fn read_bytes(bytes: &[u8]) -> Grid {
        read(bytes, &Progress::new()).unwrap()
    }

    #[test]
    fn semicolons_with_decimal_commas() {
        let grid = read_bytes(b"Area;Share\r\n\r\nBarnet;0,56\r\nBexley;0,6\r\n");
        assert!(grid.decimal_comma());
        assert_eq!(
            grid.value(2, 0),
            CellValue::Text("Barnet"),
            "the blank line counts"
        );
        assert_eq!(grid.value(2, 1), CellValue::Text("0,56"));
    }

    #[test]
    fn other_encodings() {
        let grid = read_bytes(b"Cost\tArea\n\xA35\tSt Anne\x92s\n");
        assert_eq!(grid.value(1, 0), CellValue::Text("£5"));
        assert_eq!(grid.value(1, 1), CellValue::Text("St Anne’s"));
        let wide: Vec<u8> = "Area|N\nŁódź|7\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let grid = read_bytes(&wide);
        assert_eq!(grid.value(1, 0), CellValue::Text("Łódź"));
        assert_eq!(grid.value(1, 1), CellValue::Number(7.0));
        let grid = read_bytes(b"\xEF\xBB\xBFArea,Code\nX,007\n");
        assert_eq!(grid.value(0, 0), CellValue::Text("Area"));
        assert_eq!(grid.value(1, 1), CellValue::Text("007"));
    }

    #[test]
    fn quotation_marks_that_are_not_closed() {
        let refused = |text: &str| read(text.as_bytes(), &Progress::new()).err();
        for whole in [
            "a,\"b\",c\n",
            "\"a \"\"quoted\"\"\",b",
            "\"\",1",
            "\"\"\"\"",
            "5\" pipe,3\n6\",4\n",
            "\"a\nb\",1\nc,\"d\"",
            "\"a\"b,1",
        ] {
            assert_eq!(refused(whole), None, "{whole:?}");
        }
        for (open, line) in [("a,\"b,c\n1,2\n", 1), ("a\nb,\"\"\"", 2), ("\"", 1)] {
            let said = format!("the quotation mark in line {line} is never closed");
            assert_eq!(refused(open), Some(Refusal::Damaged(said)), "{open:?}");
        }
    }

    #[test]
    fn a_heading_over_several_lines_is_one_row() {
        let grid = read_bytes(b"Title,\n\"Area\ncode\",N\nE07000170,1\n");
        assert_eq!(grid.value(1, 0), CellValue::Text("Area code"));
        assert_eq!(grid.value(2, 1), CellValue::Number(1.0));
    }
}
