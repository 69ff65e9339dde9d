//! The values of a chart as CSV, and as cells to paste.
//!
//! CSV is headings and rows and nothing else, so that every program reads it. It begins with the mark of UTF-8,
//! without which Excel on Windows takes the bytes for another encoding and shows £ and Welsh letters wrong.

use super::file::ExportError;
use super::guard::Publishable;
use crate::base::cells::harmless;
use crate::chart::contents::DataCell;

/// The mark of UTF-8 at the beginning of a file.
const MARK: &[u8] = b"\xEF\xBB\xBF";
/// How many decimals more than are shown a number is written with: the rest is noise of the arithmetic.
const MORE_DECIMALS: usize = 6;

/// The bytes of a CSV file.
///
/// # Errors
/// [`ExportError::Table`] where the rows cannot be written.
pub fn csv(chart: &Publishable) -> Result<Vec<u8>, ExportError> {
    let table = &chart.contents().table;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    let failed = |error: csv::Error| ExportError::Table(error.to_string());
    let columns = table.columns.iter();
    writer
        .write_record(columns.map(|column| harmless(&column.heading)))
        .map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(cell)).map_err(failed)?;
    }
    let written = writer.into_inner();
    written.map_err(|error| ExportError::Table(error.to_string()))
}

/// The table as text that Excel takes as cells, under its title and over its notes.
pub fn cells(chart: &Publishable) -> String {
    let (words, table) = (&chart.contents().words, &chart.contents().table);
    let mut lines = vec![harmless(&words.title), harmless(&words.subtitle)];
    let columns = table.columns.iter();
    let headings: Vec<String> = columns.map(|column| harmless(&column.heading)).collect();
    lines.push(headings.join("\t"));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        lines.push(cells.join("\t"));
    }
    lines.push(harmless(&words.footnote));
    lines.join("\n")
}

fn cell(cell: &DataCell) -> String {
    match cell {
        DataCell::Empty => String::new(),
        DataCell::Text(words) => harmless(words),
        DataCell::Number { value, decimals } => plain(*value, decimals + MORE_DECIMALS),
        DataCell::Shorthand(mark) => mark.mark().to_owned(),
    }
}

/// A number without separators and without noughts at its end: `-6.3`.
fn plain(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let short = match text.split_once('.') {
        Some((whole, part)) => match part.trim_end_matches('0') {
            "" => whole.to_owned(),
            part => format!("{whole}.{part}"),
        },
        None => text,
    };
    if short == "-0" {
        String::from("0")
    } else {
        short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        assert_eq!(plain(10_860.0, 6), "10860");
        assert_eq!(plain(-6.299_999_999_999_997, 7), "-6.3");
        assert_eq!(plain(41.023_900_923, 7), "41.0239009");
        assert_eq!(plain(-0.000_000_01, 6), "0");
    }
}
