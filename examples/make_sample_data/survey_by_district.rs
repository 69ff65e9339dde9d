//! `safety_after_dark_by_district.xlsx`: who feels safe after dark in each district, by group, twelve months rolling,
//! as an agency sends it on request.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::partner_styles::{PartnerStyles, notes, partner_workbook};
use crate::respondent::{DISTRICTS, Dimension, QUARTERS, year_label};
use crate::survey::Survey;
use crate::survey_tables::{SHORTHAND, percent_cells, shown};

const MEASURE: &str = "Feel safe outside after dark";

pub fn write(folder: &Path, survey: &Survey) -> Result<()> {
    let styles = PartnerStyles::new(0x00E2_EFDA, "Calibri");
    let mut workbook = partner_workbook("Feeling safe after dark by district", (2024, 2, 5))?;
    let (question, answers) = survey
        .questions
        .iter()
        .find(|(question, _)| question.measure == Some(MEASURE))
        .context("the survey does not ask about safety after dark")?;
    let sheet = workbook.add_worksheet().set_name(MEASURE)?;
    sheet
        .set_column_width(0, 20)?
        .set_column_width(1, 26)?
        .set_column_width(2, 24)?;
    let title = format!("{MEASURE}, by district and group");
    sheet.write_with_format(0, 0, title, &styles.title)?;
    let row = notes(
        sheet,
        1,
        &[
            question.counts,
            "Illustrative, not published. Police and Crime Survey, Nottinghamshire, residents aged 16 and over, 12 months rolling.",
            "Weighted percentages of valid answers. Base: respondents with a valid answer (unweighted). Effective base allows for the weights.",
        ],
        &styles,
    )?;
    let header = row + 1;
    for (column, heading) in (0..).zip(["Area", "Group", "Category"]) {
        sheet.merge_range(header, column, header + 1, column, heading, &styles.header)?;
    }
    for (place, last) in (0_u16..).zip(3..QUARTERS) {
        let column = 3 + 3 * place;
        let label = year_label(last);
        sheet.merge_range(header, column, header, column + 2, &label, &styles.header)?;
        for (offset, label) in (0..).zip(["%", "Base", "Effective base"]) {
            sheet.write_with_format(header + 1, column + offset, label, &styles.header)?;
        }
    }
    sheet.set_freeze_panes(header + 2, 3)?;
    let mut row = header + 2;
    for district in DISTRICTS {
        for dimension in Dimension::TABLED {
            if dimension == Dimension::District {
                continue;
            }
            for category in dimension.categories() {
                sheet.write_with_format(row, 0, shown(district), &styles.bold)?;
                sheet.write(row, 1, dimension.heading())?;
                sheet.write(row, 2, shown(category))?;
                for (place, last) in (0_u16..).zip(3..QUARTERS) {
                    let groups = [(Dimension::District, district), (dimension, *category)];
                    let quarters = last - 3..=last;
                    let percent = survey.percent_among(question, answers, &groups, &quarters);
                    let column = 3 + 3 * place;
                    percent_cells(sheet, row, column, percent.as_ref(), &styles)?;
                }
                row += 1;
            }
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
        &styles,
    )?;
    workbook.save(folder.join("safety_after_dark_by_district.xlsx"))?;
    Ok(())
}
