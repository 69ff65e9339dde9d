//! `ashfield_police_return.xlsx`: the three-year crime table and the small volume-change tables, as printed.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{Workbook, Worksheet};

use crate::partner_styles::{PartnerStyles, cover, header_row, notes, partner_workbook};
use crate::recorded_crime::{ALL_CRIME, OFFENCES};
use crate::respondent::DISTRICTS;

const SOURCE: &str = "Source: Nottinghamshire Police; published in the Ashfield Community Safety Strategic Plan 2024-2027.";

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00BD_D7EE, "Calibri");
    let mut workbook = partner_workbook("Ashfield CSP return", (2022, 10, 12))?;
    cover(
        &mut workbook,
        "Ashfield Community Safety Partnership: police return",
        &[
            ("From", "Nottinghamshire Police"),
            ("To", "Ashfield Community Safety Partnership"),
            ("Period", "12 months to September 2022"),
            (
                "Sheets",
                "Ashfield: recorded crime by type. Volume change: anti-social behaviour, hate crime, modern slavery.",
            ),
            (
                "Status",
                "Sample workbook for Bellwether. All figures as published, with the changes as printed.",
            ),
            ("Protective marking", "OFFICIAL"),
        ],
        &styles,
    )?;
    crime_table(workbook.add_worksheet(), &styles)?;
    volume_change(workbook.add_worksheet(), &styles)?;
    lists(&mut workbook)?;
    workbook.save(folder.join("ashfield_police_return.xlsx"))?;
    Ok(())
}

fn crime_table(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Ashfield")?;
    sheet.set_column_width(0, 30)?;
    sheet.set_column_range_width(1, 4, 16)?;
    sheet.write_with_format(0, 0, "Table 3: Recorded crime in Ashfield", &styles.title)?;
    sheet.write_with_format(1, 0, SOURCE, &styles.note)?;
    header_row(
        sheet,
        3,
        1,
        &[
            "Oct 2021 to Sept 2022",
            "Oct 2020 to Sept 2021",
            "Oct 2019 to Sept 2020",
            "% change for past year",
        ],
        &styles.header,
    )?;
    sheet.write_blank(3, 0, &styles.header)?;
    // The top row was typed from another report: numbers as text with a comma.
    sheet.write_with_format(4, 0, ALL_CRIME.offence, &styles.bold)?;
    for (column, text) in (1..).zip(["10,860", "9,755", "10,318", ALL_CRIME.printed_change]) {
        sheet.write_with_format(4, column, text, &styles.mark)?;
    }
    for (row, crime) in (5..).zip(&OFFENCES) {
        // Labels pasted from the recording system keep its padding.
        let label = if crime.offence == "Public order" {
            "Public order "
        } else {
            crime.offence
        };
        sheet.write_with_format(row, 0, label, &styles.wrapped)?;
        for (column, count) in (1..).zip(crime.counts) {
            sheet.write(row, column, count)?;
        }
        sheet.write_with_format(row, 4, crime.printed_change, &styles.mark)?;
    }
    notes(
        sheet,
        22,
        &[
            "Anti-social behaviour is incidents, not crimes. Knife crime and hate crime are also counted under other types.",
            "October 2020 to September 2021 may have been influenced by Covid-19 restrictions.",
        ],
        styles,
    )?;
    Ok(())
}

fn volume_change(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Volume change")?;
    sheet.set_column_width(0, 34)?;
    sheet.set_column_range_width(1, 4, 18)?;
    sheet.write_with_format(0, 0, "Volume change, Ashfield", &styles.title)?;
    header_row(
        sheet,
        2,
        0,
        &[
            "Anti-Social Behaviour in Ashfield",
            "Oct 2021 – Sept 2022",
            "Oct 2020 – Sept 2021",
            "Volume change",
            "Percentage change",
        ],
        &styles.header,
    )?;
    for (column, count) in (1..).zip([3_575, 4_439, -864]) {
        sheet.write(3, column, count)?;
    }
    sheet.write_with_format(3, 4, "-24%", &styles.mark)?;
    hate_crime(sheet, 6, styles)?;
    header_row(
        sheet,
        10,
        0,
        &["Modern slavery", "2021/2022", "2020/2021"],
        &styles.header,
    )?;
    sheet.write(11, 1, 10)?.write(11, 2, 6)?;
    notes(sheet, 13, &[SOURCE], styles)?;
    Ok(())
}

/// The hidden sheet behind the sender's drop-down lists.
fn lists(workbook: &mut Workbook) -> Result<()> {
    let sheet = workbook.add_worksheet().set_name("Lists")?;
    sheet.set_hidden(true);
    for (row, district) in (0..).zip(DISTRICTS) {
        sheet.write(row, 0, district)?;
    }
    for (row, status) in (0..).zip(["Draft", "Final"]) {
        sheet.write(row, 1, status)?;
    }
    Ok(())
}

/// Hate crime in two years with the change as printed, its headings in row `top`.
pub fn hate_crime(sheet: &mut Worksheet, top: u32, styles: &PartnerStyles) -> Result<()> {
    header_row(
        sheet,
        top,
        0,
        &[
            "Hate crime",
            "Oct 2021 – Sept 2022",
            "Sept 2020 – Oct 2021",
            "Volume change",
            "Percentage increase",
        ],
        &styles.header,
    )?;
    for (column, count) in (1..).zip([150, 138, 12]) {
        sheet.write(top + 1, column, count)?;
    }
    sheet.write_with_format(top + 1, 4, "9%", &styles.mark)?;
    Ok(())
}
