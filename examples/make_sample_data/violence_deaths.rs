//! `violence_deaths_by_area.xlsx`: deaths from violence over fifteen years with the shares as printed.

use std::path::Path;

use anyhow::Result;

use crate::partner_styles::{PartnerStyles, notes, partner_workbook};

/// Area, deaths, share as printed (four of the shares were rounded so that the column adds to 100).
pub const AREAS: [(&str, u32, f64); 8] = [
    ("Ashfield", 22, 0.105),
    ("Bassetlaw", 19, 0.091),
    ("Broxtowe", 11, 0.052),
    ("Gedling", 13, 0.063),
    ("Mansfield", 29, 0.138),
    ("Newark and Sherwood", 20, 0.095),
    ("Rushcliffe ", 11, 0.052),
    ("Nottingham City", 85, 0.404),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00F8_CBAD, "Calibri");
    let mut workbook = partner_workbook("Deaths from violence by district", (2023, 2, 6))?;
    let sheet = workbook.add_worksheet().set_name("Deaths from violence")?;
    sheet.set_column_width(0, 30)?;
    sheet.set_column_range_width(1, 2, 14)?;
    sheet.write_with_format(
        0,
        0,
        "Deaths from violence by local authority district, April 2007–March 2022",
        &styles.title,
    )?;
    sheet.write_with_format(
        1,
        0,
        "A longer period than usual is used because numbers are small in some areas",
        &styles.note,
    )?;
    sheet.merge_range(3, 1, 3, 2, "Number of deaths from violence", &styles.header)?;
    sheet.write_blank(3, 0, &styles.header)?;
    sheet.write_with_format(4, 0, "Area", &styles.header)?;
    sheet.write_with_format(4, 1, "Number", &styles.header)?;
    sheet.write_with_format(4, 2, "%", &styles.header)?;
    for (row, (area, deaths, share)) in (5..).zip(AREAS) {
        sheet.write(row, 0, area)?;
        sheet.write_with_format(row, 1, deaths, &styles.count)?;
        sheet.write_with_format(row, 2, share, &styles.percent)?;
    }
    let bold_percent = styles.percent.clone().set_bold();
    for (row, (label, deaths, share)) in
        (13..).zip([("Nottinghamshire County", 125, 0.596), ("Total", 210, 1.0)])
    {
        sheet.write_with_format(row, 0, label, &styles.bold)?;
        sheet.write_with_format(row, 1, deaths, &styles.total)?;
        sheet.write_with_format(row, 2, share, &bold_percent)?;
    }
    notes(
        sheet,
        16,
        &[
            "Nottinghamshire County is the seven districts without Nottingham City. The total row was added for this return.",
            "Source: published in the Ashfield Community Safety Strategic Plan 2024-2027; shares as printed.",
        ],
        &styles,
    )?;
    workbook.save(folder.join("violence_deaths_by_area.xlsx"))?;
    Ok(())
}
