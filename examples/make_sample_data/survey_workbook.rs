//! `police_and_crime_survey.xlsx`: one row an interview, as a research agency delivers it.

use std::path::Path;

use anyhow::Result;
use rust_xlsxwriter::{ExcelDateTime, Worksheet};

use crate::concerns;
use crate::partner_styles::{PartnerStyles, header_row, partner_workbook};
use crate::question::DONT_KNOW;
use crate::respondent::{DISTRICTS, Dimension, REFUSED, Respondent, quarter_label};
use crate::survey::Survey;

/// Columns before the first question.
const PROFILE: [&str; 17] = [
    "Respondent",
    "Quarter",
    "Interview date",
    "District",
    "Stratum",
    "Weight",
    "Sex",
    "Age",
    "Age group",
    "Ethnic group",
    "Sexual orientation",
    "Disability or long-term illness",
    "Full-time student",
    "Deprivation quintile",
    "Victim of crime in last year",
    "Reported to police",
    "Harassed in last year",
];

pub fn write(folder: &Path, survey: &Survey) -> Result<()> {
    let styles = PartnerStyles::new(0x00D9_E1F2, "Arial");
    let mut workbook = partner_workbook("Police and Crime Survey 2020 to 2023", (2024, 1, 22))?;
    workbook.set_zip_compression_level(9);
    read_me(workbook.add_worksheet(), &styles)?;
    data(workbook.add_worksheet(), survey, &styles)?;
    codebook(workbook.add_worksheet(), survey, &styles)?;
    workbook.save(folder.join("police_and_crime_survey.xlsx"))?;
    Ok(())
}

fn read_me(sheet: &mut Worksheet, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Read me")?;
    sheet.set_column_width(0, 110)?;
    sheet.write_with_format(
        0,
        0,
        "Nottinghamshire Police and Crime Survey, January 2020 to December 2023",
        &styles.title,
    )?;
    let lines = [
        "Illustrative, not published. No row is a real person: all interviews were generated for Bellwether's worked example.",
        "",
        "Weighted results agree with these published figures:",
        "- confidence in the police: 55.4% in January to March 2020, 52% in the year to September 2023 (Ashfield +2.4pp, Newark and Sherwood +4.8pp, Broxtowe and Gedling -13pp)",
        "- good reputation -6.7pp and takes concerns seriously -5.3pp over the same time",
        "- safe outside after dark: 63.1% in the year to December 2020, 56.8% in the year to December 2021",
        "- year to December 2021: experienced fraud 21.3%, experienced neighbourhood crime 4.9%, satisfied victims 56.2%",
        "- concerns in Ashfield in the year to June 2022 (587 respondents): 40.7%, 38.7%, 36.1%, 22.8% and 22.4%",
        "Sources: Police and Crime Commissioner's update report, 28 March 2022; Nottinghamshire Police and Crime Needs Assessment 2023; Ashfield Community Safety Strategic Plan 2024-2027.",
        "Every other figure, every breakdown by group and every figure for another period is illustrative.",
        "",
        "Sample: 1,100 interviews a quarter with residents aged 16 and over, stratified by district with about the same number in each of the eight districts.",
        "Weight: brings districts and ages back to their share of the population; mean 1 in each quarter. Use it for every percentage.",
        "Stratum: the number of the district. There are no clusters.",
        "Percentages leave out \"Don't know\" and \"Prefer not to say\". An empty cell means that the question was not asked.",
        "Q10 was asked of victims who reported the crime to the police. Concerns: 1 = ticked, 0 = not ticked.",
        "Bases below 30 should not be published; bases below 100 with caution.",
    ];
    for (row, line) in (2..).zip(lines) {
        sheet.write_with_format(row, 0, line, &styles.wrapped)?;
    }
    Ok(())
}

fn data(sheet: &mut Worksheet, survey: &Survey, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Data")?;
    sheet.write_with_format(
        0,
        0,
        "Police and Crime Survey, respondent level - illustrative, not published",
        &styles.title,
    )?;
    header_row(sheet, 2, 0, &PROFILE, &styles.header)?;
    let answered = || survey.questions.iter().chain(&survey.concerns);
    let columns: Vec<&str> = answered().map(|(question, _)| question.column).collect();
    let first_question = u16::try_from(PROFILE.len())?;
    header_row(sheet, 2, first_question, &columns, &styles.header)?;
    sheet.set_freeze_panes(3, 1)?;
    sheet
        .set_column_width(2, 12)?
        .set_column_format(2, &styles.date)?;
    sheet.set_column_width(3, 20)?;
    for (row, respondent) in (3..).zip(&survey.respondents) {
        profile(sheet, row, respondent, styles)?;
    }
    for (column, (_, answers)) in (first_question..).zip(answered()) {
        for (row, answer) in (3..).zip(answers) {
            match *answer {
                "" => {}
                "1" => {
                    sheet.write(row, column, 1)?;
                }
                "0" => {
                    sheet.write(row, column, 0)?;
                }
                text => {
                    sheet.write(row, column, text)?;
                }
            }
        }
    }
    Ok(())
}

fn profile(
    sheet: &mut Worksheet,
    row: u32,
    respondent: &Respondent,
    styles: &PartnerStyles,
) -> Result<()> {
    let stratum = DISTRICTS
        .iter()
        .position(|district| *district == respondent.district)
        .map_or(0, |place| place + 1);
    sheet.write(row, 0, 100_000 + row - 2)?;
    sheet.write(row, 1, quarter_label(respondent.quarter))?;
    sheet.write_datetime_with_format(row, 2, interview_date(respondent)?, &styles.date)?;
    sheet.write(row, 3, respondent.district)?;
    sheet.write(row, 4, u32::try_from(stratum)?)?;
    sheet.write(row, 5, respondent.weight)?;
    sheet.write(row, 6, respondent.sex)?;
    sheet.write(row, 7, respondent.age)?;
    let texts = [
        respondent.age_group(),
        respondent.ethnicity,
        respondent.sexual_orientation,
        respondent.disability,
        respondent.student,
        respondent.deprivation_quintile,
        respondent.victim,
        respondent.reported,
        respondent.harassed,
    ];
    for (column, text) in (8..).zip(texts) {
        if !text.is_empty() {
            sheet.write(row, column, text)?;
        }
    }
    Ok(())
}

/// The day of the interview: so many days after the quarter's first.
fn interview_date(respondent: &Respondent) -> Result<ExcelDateTime> {
    let year = 2020 + respondent.quarter / 4;
    let february = if year.is_multiple_of(4) { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut day = respondent.day;
    for (month, length) in (1_u8..)
        .zip(lengths)
        .skip(usize::try_from(respondent.quarter % 4 * 3)?)
    {
        if day < length {
            return Ok(ExcelDateTime::from_ymd(
                u16::try_from(year)?,
                month,
                u8::try_from(day + 1)?,
            )?);
        }
        day -= length;
    }
    Ok(ExcelDateTime::from_ymd(u16::try_from(year)?, 12, 31)?)
}

fn codebook(sheet: &mut Worksheet, survey: &Survey, styles: &PartnerStyles) -> Result<()> {
    sheet.set_name("Codebook")?;
    sheet
        .set_column_width(0, 34)?
        .set_column_width(1, 80)?
        .set_column_width(2, 36)?
        .set_column_width(3, 44)?;
    sheet.write_with_format(0, 0, "Codebook", &styles.title)?;
    header_row(
        sheet,
        2,
        0,
        &["Column", "Question", "Answer", "Meaning"],
        &styles.header,
    )?;
    let mut row = 3;
    let mut entry = |column: &str, wording: &str, answer: &str, meaning: &str| -> Result<()> {
        for (place, text) in (0..).zip([column, wording, answer, meaning]) {
            if !text.is_empty() {
                sheet.write_with_format(row, place, text, &styles.wrapped)?;
            }
        }
        row += 1;
        Ok(())
    };
    entry(
        "Respondent",
        "Number of the interview",
        "",
        "No meaning beyond this file",
    )?;
    entry(
        "Quarter",
        "Quarter of the interview",
        "",
        "Jan-Mar 2020 to Oct-Dec 2023",
    )?;
    entry(
        "Weight",
        "Survey weight",
        "",
        "Mean 1 in each quarter; not a count",
    )?;
    entry("Age", "Age last birthday", "", "Years")?;
    entry("(profile)", "", REFUSED, "not in any group")?;
    for (number, district) in (1..).zip(DISTRICTS) {
        let column = if number == 1 { "Stratum" } else { "" };
        entry(column, "", &number.to_string(), district)?;
    }
    for dimension in Dimension::TABLED
        .into_iter()
        .filter(|dimension| *dimension != Dimension::All)
    {
        for (place, category) in dimension.categories().iter().enumerate() {
            entry(
                if place == 0 { dimension.column() } else { "" },
                "",
                category,
                "",
            )?;
        }
    }
    entry(
        "Reported to police",
        "Did you report the crime to the police?",
        "Yes / No",
        "Asked of victims of crime",
    )?;
    for (question, _) in &survey.questions {
        for (place, answer) in question.scale.answers.iter().enumerate() {
            let (column, wording) = if place == 0 {
                (question.column, question.wording)
            } else {
                ("", "")
            };
            let meaning = if place < question.scale.positive {
                "counted"
            } else {
                "valid, not counted"
            };
            entry(column, wording, answer, meaning)?;
        }
        if question.dont_know > 0.0 {
            entry("", "", DONT_KNOW, "left out of the base")?;
        }
    }
    for (place, (question, _)) in survey.concerns.iter().enumerate() {
        entry(
            question.column,
            if place == 0 { concerns::WORDING } else { "" },
            "1",
            "ticked",
        )?;
        entry("", "", "0", "not ticked")?;
    }
    Ok(())
}
