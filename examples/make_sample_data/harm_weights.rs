//! `harm_weights_illustrative.xlsx`: weights of harm by offence, made up, for trying the rankings by harm.

use std::path::Path;

use anyhow::Result;

use crate::partner_styles::{PartnerStyles, header_row, notes, partner_workbook};

/// Offence as this workbook writes it, and its weight: made up, in no unit.
const WEIGHTS: [(&str, u32); 14] = [
    ("Violence against the person", 210),
    ("Robbery", 760),
    ("Burglary", 440),
    ("Vehicle crime", 95),
    ("Theft from the person", 110),
    ("Bicycle theft", 30),
    ("Shoplifting", 12),
    ("Other theft", 40),
    ("Criminal damage", 25),
    ("Public order", 35),
    ("Possession of weapons", 310),
    ("Drugs", 150),
    ("Knife crime", 900),
    ("Arson", 520),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00DD_EBF7, "Calibri");
    let mut workbook = partner_workbook("Illustrative harm weights", (2026, 11, 20))?;
    let sheet = workbook.add_worksheet().set_name("Weights")?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 12)?;
    sheet.write_with_format(0, 0, "Harm weights by offence", &styles.title)?;
    sheet.write_with_format(
        1,
        0,
        "Illustrative figures, made up for trying the rankings; not those of any published index",
        &styles.note,
    )?;
    header_row(sheet, 3, 0, &["Offence", "Weight"], &styles.header)?;
    for (row, (offence, weight)) in (4..).zip(WEIGHTS) {
        sheet.write(row, 0, offence)?;
        sheet.write_with_format(row, 1, weight, &styles.count)?;
    }
    sheet.write(18, 0, "Hate crime")?;
    sheet.write_with_format(18, 1, "to be agreed", &styles.mark)?;
    notes(
        sheet,
        20,
        &["One offence counts as much as its weight; a weight of 20 is twice one of 10."],
        &styles,
    )?;
    workbook.save(folder.join("harm_weights_illustrative.xlsx"))?;
    Ok(())
}
