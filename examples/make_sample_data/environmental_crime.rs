//! `ashfield_environmental_crime.xlsx`: four small tables on one sheet, one of them without a caption, as published.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::Worksheet;

use crate::partner_styles::{PartnerStyles, header_row, notes, partner_workbook};

const REPORT_TYPES: [(&str, u32); 5] = [
    ("Littering", 989),
    ("Graffiti", 83),
    ("Flytipping", 1_880),
    ("Dog Fouling", 426),
    ("Waste on land", 916),
];

/// Area, reports in the table that lost its caption, reports of fly-tipping.
const AREAS: [(&str, u32, u32); 11] = [
    ("Annesley", 21, 88),
    ("Bestwood", 10, 12),
    ("Hucknall", 206, 457),
    ("Huthwaite", 68, 102),
    ("Jacksdale", 4, 36),
    ("Kirkby", 209, 324),
    ("Selston", 49, 32),
    ("Skegby", 16, 47),
    ("Stanton Hill", 25, 112),
    ("Sutton", 302, 633),
    ("Underwood", 6, 36),
];

const HIGHEST: [(&str, u32, &str); 3] = [
    ("Sutton", 1_465, "Sutton Central"),
    ("Hucknall", 948, "Hucknall North"),
    ("Kirkby", 807, "Kirkby East"),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00C6_E0B4, "Calibri");
    let mut workbook = partner_workbook("Environmental crime 2021-22", (2022, 6, 17))?;
    let sheet = workbook.add_worksheet().set_name("2021-22")?;
    sheet
        .set_column_width(0, 24)?
        .set_column_width(1, 16)?
        .set_column_width(2, 6)?;
    sheet.set_column_width(3, 20)?.set_column_width(4, 16)?;
    sheet.write_with_format(
        0,
        0,
        "Environmental crime service requests, Ashfield, 2021-22",
        &styles.title,
    )?;
    report_types(sheet, &styles)?;
    areas(sheet, &styles)?;
    highest(sheet, &styles)?;
    notes(
        sheet,
        29,
        &[
            "Service requests received by the Council, April 2021 to March 2022",
            "Source: published in the Ashfield Community Safety Strategic Plan 2024-2027.",
        ],
        &styles,
    )?;
    workbook.save(folder.join("ashfield_environmental_crime.xlsx"))?;
    Ok(())
}

fn report_types(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    header_row(
        sheet,
        2,
        0,
        &["Report Type", "No. of reports"],
        &styles.header,
    )?;
    for (row, (report_type, reports)) in (3..).zip(REPORT_TYPES) {
        sheet.write(row, 0, report_type)?;
        sheet.write(row, 1, reports)?;
    }
    sheet.write_with_format(8, 0, "Total", &styles.bold)?;
    sheet.write_with_format(8, 1, "4,294", &styles.mark)?;
    Ok(())
}

/// Two tables side by side: the left one without a caption, the right one under its sentence.
fn areas(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.write_with_format(
        11,
        3,
        "Fly tipping is a significant concern for residents of Ashfield.",
        &styles.bold,
    )?;
    header_row(sheet, 13, 0, &["Area", "No. of reports"], &styles.header)?;
    header_row(sheet, 13, 3, &["Area", "No. of reports"], &styles.header)?;
    for (row, (area, reports, fly_tipping)) in (14..).zip(AREAS) {
        sheet.write(row, 0, area)?;
        sheet.write(row, 1, reports)?;
        sheet.write(row, 3, area)?;
        sheet.write(row, 4, fly_tipping)?;
    }
    Ok(())
}

fn highest(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.write_with_format(1, 3, "Highest overall demand", &styles.bold)?;
    header_row(
        sheet,
        2,
        3,
        &["Area", "No. of reports", "Highest within area"],
        &styles.header,
    )?;
    sheet.set_column_width(5, 20)?;
    for (row, (area, reports, within)) in (3..).zip(HIGHEST) {
        sheet.write(row, 3, area)?;
        sheet.write(row, 4, reports)?;
        sheet.write(row, 5, within)?;
    }
    Ok(())
}
