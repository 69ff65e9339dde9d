//! `commissioner_survey_measures.xlsx`: the survey figures that were published, and nothing else.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::Worksheet;

use crate::partner_styles::{PartnerStyles, header_row, notes, partner_workbook};

const UPDATE_REPORT: &str = "Source: Police and Crime Commissioner's update report to the Police and Crime Panel, 28 March 2022.";
const NEEDS_ASSESSMENT: &str =
    "Source: Nottinghamshire Police and Crime Needs Assessment 2023 (January 2024).";

/// Measure, baseline, milestone, current, remark: as typed.
const MEASURES: [[&str; 5]; 5] = [
    [
        "Confidence in the police",
        "55.4%",
        "57.4%",
        "..",
        "Above baseline and milestone, despite a reduction in the latest quarter",
    ],
    [
        "Overall victim satisfaction",
        "..",
        ">53.9%",
        "56.2%",
        "Exceeds the milestone for 2021/22",
    ],
    [
        "Feel safe outside after dark",
        "63.1%",
        "..",
        "56.8%",
        "Significant and sustained fall over the last year",
    ],
    [
        "Experienced neighbourhood crime",
        "..",
        "..",
        "4.9%",
        "Lowest level ever recorded",
    ],
    [
        "Experienced fraud or attempted fraud",
        "..",
        "..",
        "21.3%",
        "More than a fifth of respondents",
    ],
];

/// Area and change in confidence from March 2020 to September 2023, in the words of the source.
const AREAS: [(&str, &str); 9] = [
    ("Ashfield", "+2.4pp"),
    ("Newark & Sherwood", "+4.8pp"),
    ("Broxtowe", "-13% pts"),
    ("Gedling", "-13% pts"),
    ("Bassetlaw ", ".."),
    ("Mansfield", ".."),
    ("Rushcliffe", ".."),
    ("Nottingham", ".."),
    ("Nottinghamshire", "-3pp"),
];

pub fn write(folder: &Path) -> Result<()> {
    let styles = PartnerStyles::new(0x00DD_D6F3, "Arial");
    let mut workbook =
        partner_workbook("Police and Crime Survey: published measures", (2024, 2, 1))?;
    measures(workbook.add_worksheet(), &styles)?;
    confidence(workbook.add_worksheet(), &styles)?;
    drivers(workbook.add_worksheet(), &styles)?;
    satisfaction(workbook.add_worksheet(), &styles)?;
    workbook.save(folder.join("commissioner_survey_measures.xlsx"))?;
    Ok(())
}

fn measures(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Survey measures")?;
    sheet.set_column_width(0, 40)?.set_column_width(4, 60)?;
    sheet.set_column_range_width(1, 3, 18)?;
    sheet.write_with_format(
        0,
        0,
        "Police and Crime Survey measures, Nottinghamshire, year to December 2021",
        &styles.title,
    )?;
    sheet.merge_range(2, 1, 2, 3, "% of respondents", &styles.header)?;
    header_row(
        sheet,
        3,
        0,
        &[
            "Measure",
            "Baseline",
            "Milestone 2021/22",
            "Current",
            "Remark",
        ],
        &styles.header,
    )?;
    for (row, [measure, baseline, milestone, current, remark]) in (4..).zip(MEASURES) {
        sheet.write_with_format(row, 0, measure, &styles.bold)?;
        for (column, figure) in (1..).zip([baseline, milestone, current]) {
            sheet.write_with_format(row, column, figure, &styles.mark)?;
        }
        sheet.write_with_format(row, 4, remark, &styles.wrapped)?;
    }
    notes(
        sheet,
        10,
        &[
            ".. = not published",
            "Baseline: March 2020 for confidence; the year before (to December 2020) for safety after dark.",
            "The figure for confidence in the year to December 2021 was not printed, only that it is above both.",
            UPDATE_REPORT,
        ],
        styles,
    )?;
    Ok(())
}

fn confidence(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Confidence by area")?;
    sheet.set_column_width(0, 26)?;
    sheet.set_column_range_width(1, 3, 16)?;
    sheet.write_with_format(
        0,
        0,
        "I have confidence in the police in my area: % that agree",
        &styles.title,
    )?;
    header_row(
        sheet,
        2,
        0,
        &["Area", "March 2020", "Sept 2023", "Change"],
        &styles.header,
    )?;
    for (row, (area, change)) in (3..).zip(AREAS) {
        sheet.write(row, 0, area)?;
        let (before, after) = if area == "Nottinghamshire" {
            ("55%", "52%")
        } else {
            ("..", "..")
        };
        for (column, text) in (1..).zip([before, after, change]) {
            sheet.write_with_format(row, column, text, &styles.mark)?;
        }
    }
    notes(
        sheet,
        13,
        &[
            ".. = not published. All areas fell but Ashfield and Newark & Sherwood; Broxtowe and Gedling fell most.",
            "6 months to Dec 2023 have shown early indications of improvement.",
            NEEDS_ASSESSMENT,
        ],
        styles,
    )?;
    Ok(())
}

fn drivers(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Drivers")?;
    sheet.set_column_width(0, 46)?.set_column_width(1, 30)?;
    sheet.write_with_format(0, 0, "What drives the fall in confidence", &styles.title)?;
    header_row(
        sheet,
        2,
        0,
        &["Indicator", "Change, March 2020 to Sept 2023"],
        &styles.header,
    )?;
    let indicators = [
        ("Police have a good reputation in the area", "-6.7pp"),
        ("Police take people's concerns seriously", "-5.3pp"),
    ];
    for (row, (indicator, change)) in (3..).zip(indicators) {
        sheet.write(row, 0, indicator)?;
        sheet.write_with_format(row, 1, change, &styles.mark)?;
    }
    notes(sheet, 6, &[NEEDS_ASSESSMENT], styles)?;
    Ok(())
}

fn satisfaction(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Victim satisfaction")?;
    sheet.set_column_width(0, 50)?;
    sheet.set_column_range_width(1, 3, 16)?;
    sheet.write_with_format(
        0,
        0,
        "Victim satisfaction and compliance with the Victims' Code",
        &styles.title,
    )?;
    header_row(
        sheet,
        2,
        0,
        &["Measure", "Year to Dec 2020", "Year to Dec 2021", "Change"],
        &styles.header,
    )?;
    let rows = [
        (
            "Hate crime victims: satisfied overall",
            None,
            "-3.7% points",
        ),
        (
            "Hate crime victims: actions taken",
            Some((0.783, 0.749)),
            "",
        ),
        (
            "Hate crime victims: kept informed",
            Some((0.721, 0.677)),
            "",
        ),
        (
            "Victims' Code of Practice compliance",
            Some((0.929, 0.956)),
            "",
        ),
    ];
    for (row, (measure, years, change)) in (3..).zip(rows) {
        sheet.write(row, 0, measure)?;
        if let Some((before, after)) = years {
            sheet.write_with_format(row, 1, before, &styles.percent)?;
            sheet.write_with_format(row, 2, after, &styles.percent)?;
        } else {
            sheet.write_with_format(row, 1, "..", &styles.mark)?;
            sheet.write_with_format(row, 2, "..", &styles.mark)?;
        }
        if !change.is_empty() {
            sheet.write_with_format(row, 3, change, &styles.mark)?;
        }
    }
    let next = notes(sheet, 8, &[".. = not published", UPDATE_REPORT], styles)?;
    header_row(
        sheet,
        next + 1,
        0,
        &["Victims satisfied (assessment 2014-15)", "City", "County"],
        &styles.header,
    )?;
    let divisions = [
        ("Headline satisfaction", 0.857, 0.871),
        ("12 months to September 2014", 0.844, 0.870),
    ];
    for (row, (label, city, county)) in (next + 2..).zip(divisions) {
        sheet.write(row, 0, label)?;
        sheet.write_with_format(row, 1, city, &styles.percent)?;
        sheet.write_with_format(row, 2, county, &styles.percent)?;
    }
    notes(
        sheet,
        next + 5,
        &[
            "Source: Nottinghamshire Police and Crime Needs Assessment 2014-15. Significant difference between the divisions in the 12 months to September.",
        ],
        styles,
    )?;
    Ok(())
}
