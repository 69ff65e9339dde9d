//! `police_and_crime_survey_tables.xlsx`: the survey's results by group, twelve months rolling, as an agency reports them.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{Workbook, Worksheet};

use crate::partner_styles::{PartnerStyles, notes, partner_workbook, three_decimals};
use crate::question::Question;
use crate::respondent::{ALL, DISTRICTS, Dimension, QUARTERS, quarter_label, year_label};
use crate::survey::{Survey, WeightedPercent};

/// Percentages on fewer respondents are not shown.
const SMALLEST_BASE: u32 = 30;
pub const SHORTHAND: &str =
    "Some shorthand is used in this table, [u] = unreliable, fewer than 30 respondents.";

pub fn write(folder: &Path, survey: &Survey) -> Result<()> {
    let styles = PartnerStyles::new(0x00DD_EBF7, "Calibri");
    let mut workbook =
        partner_workbook("Police and Crime Survey: results by group", (2024, 1, 29))?;
    contents(&mut workbook, survey, &styles)?;
    for (question, answers) in &survey.questions {
        if let Some(measure) = question.measure {
            let sheet = workbook.add_worksheet().set_name(measure)?;
            by_group(sheet, measure, survey, (question, answers), &styles)?;
        }
    }
    if let Some((question, answers)) = survey
        .questions
        .iter()
        .find(|(question, _)| question.measure == Some("Confidence in police"))
    {
        let sheet = workbook.add_worksheet().set_name("Quarterly confidence")?;
        by_quarter(sheet, survey, (question, answers), &styles)?;
    }
    workbook.save(folder.join("police_and_crime_survey_tables.xlsx"))?;
    Ok(())
}

fn contents(workbook: &mut Workbook, survey: &Survey, styles: &PartnerStyles) -> Result<()> {
    let sheet = workbook.add_worksheet().set_name("Contents")?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 90)?;
    sheet.write_with_format(
        0,
        0,
        "Nottinghamshire Police and Crime Survey: results by group",
        &styles.title,
    )?;
    sheet.write_with_format(1, 0, "Illustrative, not published.", &styles.note)?;
    let mut row = 3;
    for (question, _) in &survey.questions {
        if let Some(measure) = question.measure {
            sheet.write(row, 0, measure)?;
            sheet.write(row, 1, question.counts)?;
            row += 1;
        }
    }
    sheet.write(row, 0, "Quarterly confidence")?;
    sheet.write(row, 1, "Confidence in police by quarter and district")?;
    Ok(())
}

fn by_group(
    sheet: &mut Worksheet,
    measure: &str,
    survey: &Survey,
    (question, answers): (&Question, &[&str]),
    styles: &PartnerStyles,
) -> Result<()> {
    let last_quarters = 3..QUARTERS;
    sheet.set_column_width(0, 26)?.set_column_width(1, 24)?;
    let title = format!("{measure}, Nottinghamshire police force area");
    sheet.write_with_format(0, 0, title, &styles.title)?;
    let definition = question.counts;
    let row = notes(
        sheet,
        1,
        &[
            definition,
            "Illustrative, not published. Police and Crime Survey, Nottinghamshire, residents aged 16 and over, 12 months rolling.",
            "Weighted percentages of valid answers. Base: respondents with a valid answer (unweighted). Effective base allows for the weights.",
        ],
        styles,
    )?;
    let header = row + 1;
    sheet.merge_range(header, 0, header + 1, 0, "Group", &styles.header)?;
    sheet.merge_range(header, 1, header + 1, 1, "Category", &styles.header)?;
    for (place, last) in (0_u16..).zip(last_quarters.clone()) {
        let column = 2 + 3 * place;
        sheet.merge_range(
            header,
            column,
            header,
            column + 2,
            &year_label(last),
            &styles.header,
        )?;
        for (offset, label) in (0..).zip(["%", "Base", "Effective base"]) {
            sheet.write_with_format(header + 1, column + offset, label, &styles.header)?;
        }
    }
    sheet.set_freeze_panes(header + 2, 2)?;
    let mut row = header + 2;
    for dimension in Dimension::TABLED {
        let categories = dimension.categories();
        let height = u32::try_from(categories.len())?;
        if height > 1 {
            sheet.merge_range(
                row,
                0,
                row + height - 1,
                0,
                dimension.heading(),
                &styles.bold,
            )?;
        } else {
            sheet.write_with_format(row, 0, dimension.heading(), &styles.bold)?;
        }
        for category in categories {
            sheet.write(row, 1, shown(category))?;
            for (place, last) in (0_u16..).zip(last_quarters.clone()) {
                let percent =
                    survey.percent(question, answers, (dimension, category), &(last - 3..=last));
                percent_cells(sheet, row, 2 + 3 * place, percent.as_ref(), styles)?;
            }
            row += 1;
        }
    }
    notes(
        sheet,
        row + 1,
        &[
            SHORTHAND,
            "Groups overlap. \"Prefer not to say\" is not shown as a group.",
            "Source: Police and Crime Survey, January 2020 to December 2023 (illustrative).",
        ],
        styles,
    )?;
    Ok(())
}

/// How the agency writes a category: the City in full, the rest as in the data.
pub fn shown(category: &str) -> &str {
    match category {
        "Nottingham" => "Nottingham City",
        "Newark and Sherwood" => "Newark & Sherwood ",
        other => other,
    }
}

pub fn percent_cells(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    percent: Option<&WeightedPercent>,
    styles: &PartnerStyles,
) -> Result<()> {
    let base = percent.map_or(0, |percent| percent.unweighted_base);
    match percent {
        Some(percent) if base >= SMALLEST_BASE => {
            sheet.write_with_format(
                row,
                column,
                three_decimals(percent.percent),
                &styles.one_decimal,
            )?;
        }
        _ => {
            sheet.write_with_format(row, column, "[u]", &styles.mark)?;
        }
    }
    sheet.write_with_format(row, column + 1, base, &styles.count)?;
    let effective = percent.map_or(0.0, |percent| {
        (percent.effective_base * 10.0).round() / 10.0
    });
    sheet.write_with_format(row, column + 2, effective, &styles.count)?;
    Ok(())
}

fn by_quarter(
    sheet: &mut Worksheet,
    survey: &Survey,
    (question, answers): (&Question, &[&str]),
    styles: &PartnerStyles,
) -> Result<()> {
    sheet.set_column_width(0, 24)?;
    sheet.write_with_format(
        0,
        0,
        "Confidence in police, Nottinghamshire police force area, by quarter and district",
        &styles.title,
    )?;
    sheet.write_with_format(
        1,
        0,
        format!(
            "{}. Illustrative, not published, except 55.4% for the force in Jan-Mar 2020.",
            question.counts
        ),
        &styles.note,
    )?;
    sheet.merge_range(3, 0, 4, 0, "Area", &styles.header)?;
    let areas = [(Dimension::All, ALL)]
        .into_iter()
        .chain(DISTRICTS.map(|district| (Dimension::District, district)));
    let areas: Vec<(Dimension, &str)> = areas.collect();
    for (place, quarter) in (0_u16..).zip(0..QUARTERS) {
        let column = 1 + 2 * place;
        sheet.merge_range(
            3,
            column,
            3,
            column + 1,
            &quarter_label(quarter),
            &styles.header,
        )?;
        sheet.write_with_format(4, column, "%", &styles.header)?;
        sheet.write_with_format(4, column + 1, "Base", &styles.header)?;
        for (row, area) in (5..).zip(&areas) {
            if let Some(percent) = survey.percent(question, answers, *area, &(quarter..=quarter)) {
                sheet.write_with_format(
                    row,
                    column,
                    three_decimals(percent.percent),
                    &styles.one_decimal,
                )?;
                sheet.write_with_format(row, column + 1, percent.unweighted_base, &styles.count)?;
            }
        }
    }
    for (row, (_, area)) in (5..).zip(&areas) {
        sheet.write_with_format(row, 0, shown(area), &styles.bold)?;
    }
    notes(
        sheet,
        15,
        &[
            "District figures for one quarter rest on fewer than 150 respondents: read with caution.",
            "Source: Police and Crime Survey (illustrative).",
        ],
        styles,
    )?;
    Ok(())
}
