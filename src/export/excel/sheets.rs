//! The sheets that are read: contents, symbols, and one with the table of each chart.

use rust_xlsxwriter::{Format, FormatAlign, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use super::font::OfficeFont;
use super::names::{SheetNames, headings};
use crate::chart::ChartContents;
use crate::chart::contents::{DataCell, DataTable, Shorthand};
use crate::export::guard::Publishable;

/// The most characters of a cell.
const MOST_OF_CELL: usize = 32_000;
/// The least and the most width of a column, in characters.
const WIDTHS: (f64, f64) = (11.0, 44.0);

/// The height of a line of text, in points.
const LINE_HEIGHT: f64 = 15.5;
/// The rows and columns that a chart beside a table covers.
const BESIDE: (u32, u16) = (40, 13);

/// Under the title, a blank row before the table.
const FIRST_TABLE_ROW: u32 = 3;

fn bold(font: OfficeFont<'_>, size: f64) -> Format {
    font.format().set_bold().set_font_size(size)
}

fn wrapped(font: OfficeFont<'_>) -> Format {
    font.format().set_text_wrap().set_align(FormatAlign::Top)
}

/// The words of a cell, as many as Excel takes.
fn words(text: &str) -> String {
    text.chars().take(MOST_OF_CELL).collect()
}

/// The row or column of a place; the last there can be where Excel has no such.
fn row(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(1_048_575).min(1_048_575)
}

pub(super) fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(16_383).min(16_383)
}

/// What the workbook holds, with links.
pub(super) fn contents(
    sheet: &mut Worksheet,
    (title, font): (&str, OfficeFont<'_>),
    names: &[SheetNames],
    charts: &[&Publishable],
) -> Result<(), XlsxError> {
    sheet.set_name("Contents")?;
    sheet.write_string_with_format(0, 0, words(title), &bold(font, 15.0))?;
    sheet.write_string(
        1,
        0,
        "Made with Bellwether. Each sheet has one table, under its title.",
    )?;
    let columns = [
        "Sheet",
        "What it shows",
        "What is measured",
        "Notes and sources",
    ];
    for (place, heading) in columns.into_iter().enumerate() {
        sheet.write_string(FIRST_TABLE_ROW, column(place), heading)?;
    }
    for (place, (names, chart)) in names.iter().zip(charts).enumerate() {
        let at = FIRST_TABLE_ROW + 1 + row(place);
        let said = &chart.contents().words;
        let link = format!("internal:'{}'!A1", names.chart);
        sheet.write_url_with_text(at, 0, link.as_str(), &names.chart)?;
        for (place, text) in [&said.title, &said.subtitle, &said.footnote]
            .into_iter()
            .enumerate()
        {
            let text = if text.is_empty() { "–" } else { text };
            sheet.write_string_with_format(at, column(place + 1), words(text), &wrapped(font))?;
        }
    }
    let last = FIRST_TABLE_ROW + row(charts.len().max(1));
    let table = Table::new()
        .set_name("Contents")
        .set_columns(&columns.map(|heading| TableColumn::new().set_header(heading)))
        .set_style(TableStyle::Light1)
        .set_alt_text("The sheets of this workbook")
        .set_autofilter(false);
    sheet.add_table(FIRST_TABLE_ROW, 0, last, 3, &table)?;
    for (place, width) in [18.0, 48.0, 48.0, 90.0].into_iter().enumerate() {
        sheet.set_column_width(column(place), width)?;
    }
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The symbols that stand in tables, each once.
pub(super) fn marks(charts: &[&Publishable]) -> Vec<Shorthand> {
    let tables = charts.iter().map(|chart| &chart.contents().table);
    let mut marks: Vec<Shorthand> = tables.flat_map(marks_of).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The symbols of a table as it stands on a sheet, where no cell is blank.
fn marks_of(table: &DataTable) -> Vec<Shorthand> {
    let mut marks = table.shorthands();
    let has_blank = table
        .rows
        .iter()
        .flatten()
        .any(|cell| *cell == DataCell::Empty);
    if has_blank && !marks.contains(&Shorthand::NotApplicable) {
        marks.push(Shorthand::NotApplicable);
    }
    marks
}

/// What the symbols mean.
pub(super) fn symbols(
    sheet: &mut Worksheet,
    marks: &[Shorthand],
    font: OfficeFont<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name("Symbols")?;
    sheet.write_string_with_format(0, 0, "Symbols in the tables", &bold(font, 15.0))?;
    sheet.write_string(1, 0, "They stand where there is no number.")?;
    let columns = ["Symbol", "Meaning"];
    for (place, heading) in columns.into_iter().enumerate() {
        sheet.write_string(FIRST_TABLE_ROW, column(place), heading)?;
    }
    for (place, mark) in marks.iter().enumerate() {
        let at = FIRST_TABLE_ROW + 1 + row(place);
        sheet.write_string(at, 0, mark.mark())?;
        sheet.write_string(at, 1, mark.words())?;
    }
    let last = FIRST_TABLE_ROW + row(marks.len());
    let table = Table::new()
        .set_name("Symbols")
        .set_columns(&columns.map(|heading| TableColumn::new().set_header(heading)))
        .set_style(TableStyle::Light1)
        .set_alt_text("What the symbols in the tables mean")
        .set_autofilter(false);
    sheet.add_table(FIRST_TABLE_ROW, 0, last, 1, &table)?;
    sheet.set_column_width(0, 14.0)?;
    sheet.set_column_width(1, 70.0)?;
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The table of a chart under its words; gives the row and column of the cell beside it.
pub(super) fn chart(
    sheet: &mut Worksheet,
    contents: &ChartContents,
    names: &SheetNames,
    font: OfficeFont<'_>,
) -> Result<(u32, u16), XlsxError> {
    let (said, table) = (&contents.words, &contents.table);
    sheet.write_string_with_format(0, 0, words(&said.title), &bold(font, 15.0))?;
    let key: Vec<String> = marks_of(table)
        .into_iter()
        .map(|mark| format!("{} {}", mark.mark(), mark.words()))
        .collect();
    let key = if key.is_empty() {
        String::new()
    } else {
        format!("Symbols: {}.", key.join("; "))
    };
    let under = [&said.subtitle, &said.what_this_shows, &said.footnote, &key];
    let under: Vec<&String> = under.into_iter().filter(|text| !text.is_empty()).collect();
    for (place, text) in under.iter().enumerate() {
        sheet.write_string(row(place) + 1, 0, words(text))?;
    }
    let first = row(under.len()) + 2;
    if table.columns.is_empty() || table.rows.is_empty() {
        sheet.write_string(first, 0, "There are no values for this choice.")?;
        return Ok((first, 2));
    }
    rows(sheet, table, (names, font), first)?;
    let (mut last_row, mut last_column) =
        (first + row(table.rows.len()), column(table.columns.len()));
    if contents.native.is_some() {
        last_row = last_row.max(first + BESIDE.0);
        last_column += BESIDE.1;
    }
    // The words run on beyond it; the sheet of contents has them whole.
    sheet.set_print_area(0, 0, last_row, last_column)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok((first, column(table.columns.len() + 1)))
}

fn rows(
    sheet: &mut Worksheet,
    table: &DataTable,
    (names, font): (&SheetNames, OfficeFont<'_>),
    first: u32,
) -> Result<(), XlsxError> {
    let headings = headings(table.columns.iter().map(|column| column.heading.as_str()));
    let head = font
        .format()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    for (place, heading) in headings.iter().enumerate() {
        sheet.write_string_with_format(first, column(place), heading, &head)?;
    }
    for (down, cells) in table.rows.iter().enumerate() {
        let at = first + 1 + row(down);
        for (across, cell) in cells.iter().enumerate() {
            write_cell(sheet, (at, column(across)), cell, font)?;
        }
    }
    let columns: Vec<TableColumn> = headings
        .iter()
        .map(|heading| {
            TableColumn::new()
                .set_header(heading.as_str())
                .set_header_format(&head)
        })
        .collect();
    let made = Table::new()
        .set_name(format!("Table_{}", names.number))
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_alt_text("The values of the chart")
        .set_autofilter(false);
    let last = column(table.columns.len().saturating_sub(1));
    sheet.add_table(first, 0, first + row(table.rows.len()), last, &made)?;
    let mut most_lines = 1.0_f64;
    for (place, heading) in headings.iter().enumerate() {
        let cells = table.rows.iter().filter_map(|row| row.get(place));
        let widest = cells.map(|cell| cell.printed().chars().count()).max();
        let widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX);
        let width = (f64::from(widest) + 3.0).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(column(place), width)?;
        let length = u16::try_from(heading.chars().count()).unwrap_or(u16::MAX);
        // Words do not fill their lines to the end.
        most_lines = most_lines.max((1.3 * f64::from(length) / width).ceil());
    }
    sheet.set_row_height(first, LINE_HEIGHT * most_lines)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (at, place): (u32, u16),
    cell: &DataCell,
    font: OfficeFont<'_>,
) -> Result<(), XlsxError> {
    let right = font.format().set_align(FormatAlign::Right);
    match cell {
        DataCell::Number { value, decimals } if value.is_finite() => {
            let format = font.format().set_num_format(number_format(*decimals));
            sheet.write_number_with_format(at, place, *value, &format)?
        }
        DataCell::Number { .. } => {
            let mark = Shorthand::NotAvailable.mark();
            sheet.write_string_with_format(at, place, mark, &right)?
        }
        DataCell::Text(text) if text.is_empty() => sheet.write_string(at, place, "–")?,
        DataCell::Text(text) => {
            sheet.write_string_with_format(at, place, words(text), &wrapped(font))?
        }
        DataCell::Shorthand(mark) => {
            sheet.write_string_with_format(at, place, mark.mark(), &right)?
        }
        DataCell::Empty => {
            let mark = Shorthand::NotApplicable.mark();
            sheet.write_string_with_format(at, place, mark, &right)?
        }
    };
    Ok(())
}

/// The format of a number that is shown with some decimals: `#,##0.0`.
pub(super) fn number_format(decimals: usize) -> String {
    if decimals == 0 {
        String::from("#,##0")
    } else {
        format!("#,##0.{}", "0".repeat(decimals))
    }
}
