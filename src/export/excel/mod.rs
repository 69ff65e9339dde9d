//! Charts as an Excel workbook, laid out as the Government Analysis Function asks ("Releasing statistics in
//! spreadsheets"): a list of contents, a key of symbols, one table a sheet with its title in A1, no merged and no
//! blank cells, numbers as numbers. Beside the table stands the chart as Excel draws it, where Excel has such a
//! chart.

mod font;
mod names;
mod native;
mod sheets;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::file::ExportError;
use super::guard::Publishable;
use font::OfficeFont;
use names::SheetNames;

/// The bytes of a workbook of charts; the same charts give the same bytes.
///
/// # Errors
/// [`ExportError::Workbook`] where the workbook cannot be made.
pub fn write(title: &str, charts: &[&Publishable]) -> Result<Vec<u8>, ExportError> {
    workbook(title, charts).map_err(|error| ExportError::Workbook(error.to_string()))
}

fn workbook(title: &str, charts: &[&Publishable]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The hour at which it is written would make other bytes of the same charts.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_comment("Made with Bellwether")
            .set_author("Bellwether")
            .set_creation_datetime(&created),
    );
    let font = charts
        .iter()
        .find_map(|chart| chart.look().office_font.as_deref());
    let font = OfficeFont::new(font);
    font.apply(&mut workbook)?;
    let names: Vec<SheetNames> = (1..=charts.len())
        .map(|number| SheetNames::of(number, charts.len()))
        .collect();
    sheets::contents(workbook.add_worksheet(), (title, font), &names, charts)?;
    let marks = sheets::marks(charts);
    if !marks.is_empty() {
        sheets::symbols(workbook.add_worksheet(), &marks, font)?;
    }
    for (chart, names) in charts.iter().zip(&names) {
        let contents = chart.contents();
        let sheet = workbook.add_worksheet();
        sheet.set_name(&names.chart)?;
        let beside = sheets::chart(sheet, contents, names, font)?;
        let Some(held) = &contents.native else {
            continue;
        };
        let drawn = native::Drawn::new(held, names, &contents.words, font);
        sheet.insert_chart(beside.0, beside.1, &drawn.chart())?;
        let numbers = workbook.add_worksheet();
        numbers.set_name(&names.numbers)?;
        drawn.numbers(numbers)?;
    }
    workbook.save_to_buffer()
}
