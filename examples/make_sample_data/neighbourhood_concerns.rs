//! `neighbourhood_concerns_ashfield.xlsx`: the league of concerns and the consultation's three-way answer, as published.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::Worksheet;

use crate::partner_styles::{PartnerStyles, header_row, notes, partner_workbook};

/// Issue, share of respondents, trend, level against the force.
const CONCERNS: [(&str, f64, &str, &str); 5] = [
    (
        "Reckless & dangerous driving",
        0.407,
        "↓ Reducing community concern",
        "Above average concern",
    ),
    (
        "Drug use and dealing",
        0.387,
        "→ Stable level of concern",
        "Above average concern",
    ),
    (
        "Speeding",
        0.361,
        "↓ Reducing community concern",
        "Average level of concern",
    ),
    (
        "Car crime",
        0.228,
        "↑ Rising community concern",
        "Above average concern",
    ),
    (
        "Nuisance & rowdy behaviour",
        0.224,
        "→ Stable level of concern",
        "Average level of concern",
    ),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00E2_EFDA, "Arial");
    let mut workbook = partner_workbook("Neighbourhood concerns: Ashfield", (2022, 8, 4))?;
    concerns(workbook.add_worksheet(), &styles)?;
    consultation(workbook.add_worksheet(), &styles)?;
    workbook.save(folder.join("neighbourhood_concerns_ashfield.xlsx"))?;
    Ok(())
}

fn concerns(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Ashfield ")?;
    sheet
        .set_column_width(0, 6)?
        .set_column_width(1, 32)?
        .set_column_width(2, 14)?;
    sheet.set_column_range_width(3, 4, 32)?;
    sheet.write_with_format(0, 0, "NEIGHBOURHOOD AREA: Ashfield", &styles.title)?;
    sheet.write_with_format(1, 0, "Year to June 2022", &styles.bold)?;
    sheet.write_with_format(2, 0, "587 respondents", &styles.bold)?;
    header_row(
        sheet,
        4,
        0,
        &["", "Issue", "% of respondents", "Trend", "Level of concern"],
        &styles.header,
    )?;
    for ((row, rank), (issue, share, trend, level)) in (5..).zip(1..).zip(CONCERNS) {
        sheet.write(row, 0, rank)?;
        sheet.write(row, 1, issue)?;
        sheet.write_with_format(row, 2, share, &styles.percent)?;
        sheet.write(row, 3, trend)?;
        sheet.write(row, 4, level)?;
    }
    notes(
        sheet,
        11,
        &[
            "Respondents could name more than one issue.",
            "Source: Police and Crime Survey; published in the Ashfield Community Safety Strategic Plan 2024-2027.",
        ],
        styles,
    )?;
    Ok(())
}

fn consultation(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Consultation")?;
    sheet.set_column_width(0, 44)?.set_column_width(1, 16)?;
    sheet.write_with_format(
        0,
        0,
        "Have crime and anti-social behaviour in the District changed over the past 12 months?",
        &styles.title,
    )?;
    sheet.write_with_format(
        1,
        0,
        "Community consultation, Ashfield, August to September 2022",
        &styles.note,
    )?;
    header_row(sheet, 3, 0, &["Answer", "% of residents"], &styles.header)?;
    for (row, (answer, percent)) in (4..).zip([
        ("Become worse", "79%"),
        ("Remained the same", "19%"),
        ("Improved", "2%"),
    ]) {
        sheet.write(row, 0, answer)?;
        sheet.write_with_format(row, 1, percent, &styles.mark)?;
    }
    sheet.write(7, 0, "Base")?;
    sheet.write_with_format(7, 1, "..", &styles.mark)?;
    notes(
        sheet,
        9,
        &[
            ".. = not published",
            "Source: Ashfield Community Safety Strategic Plan 2024-2027.",
        ],
        styles,
    )?;
    Ok(())
}
