//! The looks and habits that the partner workbooks share: titles, header fills, notes, and fixed properties.

use anyhow::Result;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

/// Cell formats of one sender.
pub struct PartnerStyles {
    /// Large and bold: the title above a table.
    pub title: Format,
    /// Small and italic: notes, sources, shorthand.
    pub note: Format,
    /// Bold on a fill, wrapped, centred: header cells.
    pub header: Format,
    /// Bold labels.
    pub bold: Format,
    /// Wrapped text.
    pub wrapped: Format,
    /// `#,##0`.
    pub count: Format,
    /// `#,##0`, bold, ruled above: totals.
    pub total: Format,
    /// `0.0`, for percentages on the 0 to 100 scale.
    pub one_decimal: Format,
    /// `0.0%`, for percentages stored as shares.
    pub percent: Format,
    /// Right-aligned text: marks and numbers typed as text.
    pub mark: Format,
    /// `dd/mm/yyyy`.
    pub date: Format,
    /// `mmm-yy` on the header fill.
    pub month: Format,
}

impl PartnerStyles {
    /// A sender's formats; `fill` is the colour of header cells as 0xRRGGBB, `font` the house font.
    pub fn new(fill: u32, font: &str) -> Self {
        let plain = Format::new().set_font_name(font).set_font_size(10);
        let header = plain
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(fill));
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            note: plain
                .clone()
                .set_italic()
                .set_font_size(9)
                .set_font_color(Color::RGB(0x0059_5959)),
            bold: plain.clone().set_bold(),
            wrapped: plain.clone().set_text_wrap().set_align(FormatAlign::Top),
            count: plain.clone().set_num_format("#,##0"),
            total: plain
                .clone()
                .set_bold()
                .set_num_format("#,##0")
                .set_border_top(FormatBorder::Thin),
            one_decimal: plain.clone().set_num_format("0.0"),
            percent: plain.clone().set_num_format("0.0%"),
            mark: plain.clone().set_align(FormatAlign::Right),
            date: plain.clone().set_num_format("dd/mm/yyyy"),
            month: header.clone().set_num_format("mmm-yy"),
            header,
        }
    }
}

/// An empty workbook whose properties are fixed, so that the same content gives the same bytes.
pub fn partner_workbook(title: &str, (year, month, day): (u16, u8, u8)) -> Result<Workbook> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(title)
        .set_author("Bellwether sample data")
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// Writes a row of header cells from column `first`.
pub fn header_row(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    labels: &[&str],
    format: &Format,
) -> Result<()> {
    for (column, label) in (first..).zip(labels) {
        sheet.write_with_format(row, column, *label, format)?;
    }
    Ok(())
}

/// Writes lines of notes one under the other; returns the next free row.
pub fn notes(
    sheet: &mut Worksheet,
    row: u32,
    lines: &[&str],
    styles: &PartnerStyles,
) -> Result<u32> {
    let mut next = row;
    for line in lines {
        sheet.write_with_format(next, 0, *line, &styles.note)?;
        next += 1;
    }
    Ok(next)
}

/// Writes a cover sheet: a title and lines of label and text.
pub fn cover(
    workbook: &mut Workbook,
    title: &str,
    lines: &[(&str, &str)],
    styles: &PartnerStyles,
) -> Result<()> {
    let sheet = workbook.add_worksheet().set_name("Cover")?;
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, 24)?.set_column_width(1, 90)?;
    sheet.write_with_format(1, 0, title, &styles.title)?;
    for (row, (label, text)) in (3..).zip(lines) {
        sheet.write_with_format(row, 0, *label, &styles.bold)?;
        sheet.write_with_format(row, 1, *text, &styles.wrapped)?;
    }
    Ok(())
}

/// Rounds to three decimals: more than any reader shows, few enough to keep the files small.
pub fn three_decimals(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}
