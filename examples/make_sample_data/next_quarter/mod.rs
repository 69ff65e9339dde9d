//! `next_quarter/`: what the same senders send three months later. Each file is last quarter's, changed as people
//! change them: sheets renamed, columns moved, rows added and dropped, a period more, a few figures revised.
//! Every figure that is not in last quarter's file is illustrative.

mod edited_sheet;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use bellwether::base::progress::Progress;
use bellwether::import::OpenedFile;
use jiff::civil::date;

use crate::partner_styles::{partner_workbook, three_decimals};
use edited_sheet::{EditedSheet, Held};

const REMARK: &str =
    "The newest period, new rows and revised figures are illustrative, not published.";

/// A workbook to be changed.
struct Return {
    file: &'static str,
    sheets: Vec<EditedSheet>,
}

impl Return {
    fn of_last_quarter(folder: &Path, file: &'static str) -> Result<Self> {
        let opened = OpenedFile::open(&folder.join(file), &Progress::new())?;
        let sheets = opened
            .workbook
            .sheets
            .iter()
            .filter_map(|sheet| sheet.grid.as_ref().ok())
            .map(EditedSheet::of)
            .collect();
        Ok(Self { file, sheets })
    }

    fn sheet(&mut self, name: &str) -> Result<&mut EditedSheet> {
        let sheet = self.sheets.iter_mut().find(|sheet| sheet.name == name);
        sheet.with_context(|| format!("no sheet “{name}”"))
    }

    fn write(mut self, folder: &Path) -> Result<()> {
        if let Some(sheet) = self.sheets.first_mut() {
            let below = sheet.row_count() + 1;
            sheet.set_at(below, 0, REMARK);
        }
        let mut workbook = partner_workbook("Next quarter", (2023, 2, 14))?;
        for sheet in &self.sheets {
            sheet.write(workbook.add_worksheet())?;
        }
        workbook.save(folder.join(self.file))?;
        Ok(())
    }
}

/// Writes the next quarter of the workbooks in a folder, below it.
pub fn write(folder: &Path) -> Result<()> {
    let below = folder.join("next_quarter");
    fs::create_dir_all(&below)?;
    for make in [
        police_return,
        concerns,
        deaths,
        environmental_crime,
        survey_measures,
        targets,
        monthly_crime,
        survey_tables,
    ] {
        make(folder)?.write(&below)?;
    }
    Ok(())
}

/// A sheet with another name and title; a period more, in front; the change beside the offence; a row gone and
/// one new; two figures revised.
fn police_return(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "ashfield_police_return.xlsx")?;
    file.sheet("Cover")?
        .say("12 months to September 2022", "12 months to December 2022")?;
    let sheet = file.sheet("Ashfield")?;
    sheet.name = String::from("Recorded crime");
    sheet.say("Table 3: Recorded", "Table 3: Police recorded")?;
    sheet.set("B16", 519.0)?;
    sheet.set("C10", 88.0)?;
    sheet.insert_column(1, 3);
    sheet.set("B4", "Jan 2022 to Dec 2022")?;
    sheet.set("B5", "10,974")?;
    for row in 5..21 {
        if let Some(before) = sheet.number(row, 2) {
            sheet.set_at(row, 1, (before * 1.01).round());
        }
    }
    sheet.move_column(5, 1, 3);
    for row in sheet.rows_saying(0, "Bicycle Theft") {
        sheet.remove_row(row);
    }
    sheet.insert_row(20);
    sheet.set("A21", "Stalking")?;
    sheet.set("B21", "+6%")?;
    for (place, count) in [
        ("C21", 154.0),
        ("D21", 149.0),
        ("E21", 140.0),
        ("F21", 121.0),
    ] {
        sheet.set(place, count)?;
    }
    Ok(file)
}

/// Another period and base in the lines above; two columns changed places; a concern gone and one new.
fn concerns(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "neighbourhood_concerns_ashfield.xlsx")?;
    let name = file.sheets.first().map(|sheet| sheet.name.clone());
    let sheet = file.sheet(&name.unwrap_or_default())?;
    sheet.name = String::from("Ashfield concerns");
    sheet.say("Year to June 2022", "Year to September 2022")?;
    sheet.say("587 respondents", "594 respondents")?;
    for (place, share) in [
        ("C6", 0.401),
        ("C7", 0.392),
        ("C8", 0.355),
        ("C9", 0.231),
        ("C10", 0.219),
    ] {
        sheet.set(place, share)?;
    }
    sheet.say("Car crime", "Burglary")?;
    sheet.move_column(4, 3, 4);
    Ok(file)
}

/// A year later, and a new measure beside the shares.
fn deaths(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "violence_deaths_by_area.xlsx")?;
    let sheet = file.sheet("Deaths from violence")?;
    sheet.name = String::from("Violence");
    sheet.say("April 2007–March 2022", "April 2008–March 2023")?;
    sheet.set("B6", 23.0)?;
    sheet.set("B14", 126.0)?;
    sheet.set("B15", 211.0)?;
    sheet.set("D5", "Rate per 100,000 residents")?;
    for (row, rate) in (5..).zip([18.1, 16.2, 9.7, 11.1, 26.6, 16.4, 9.3, 26.1]) {
        sheet.set_at(row, 3, rate);
    }
    Ok(file)
}

/// The next year, with one type of report in the place of another.
fn environmental_crime(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "ashfield_environmental_crime.xlsx")?;
    let sheet = file.sheet("2021-22")?;
    sheet.name = String::from("2022-23");
    sheet.say("2021-22", "2022-23")?;
    sheet.say("April 2021 to March 2022", "April 2022 to March 2023")?;
    sheet.say("Waste on land", "Abandoned vehicles")?;
    let mut total = 0.0;
    for row in 3..8 {
        if let Some(before) = sheet.number(row, 1) {
            let now = (before * 0.96).round();
            total += now;
            sheet.set_at(row, 1, now);
        }
    }
    sheet.set_at(8, 1, total);
    for row in 14..25 {
        for column in [1, 4] {
            if let Some(before) = sheet.number(row, column) {
                sheet.set_at(row, column, (before * 1.03).round());
            }
        }
    }
    Ok(file)
}

/// A later period in titles and headings, a sheet gone, one renamed, the remark before the current figure.
fn survey_measures(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "commissioner_survey_measures.xlsx")?;
    file.sheets.retain(|sheet| sheet.name != "Drivers");
    let sheet = file.sheet("Survey measures")?;
    sheet.say("year to December 2021", "year to March 2022")?;
    sheet.say("in the year to March 2022", "in the year to December 2021")?;
    for (place, share) in [
        ("D6", "55.9%"),
        ("D7", "57.2%"),
        ("D8", "5.1%"),
        ("D9", "20.8%"),
    ] {
        sheet.set(place, share)?;
    }
    let sheet = file.sheet("Confidence by area")?;
    sheet.name = String::from("Confidence in the police");
    sheet.insert_column(3, 2);
    sheet.set("D3", "Dec 2023")?;
    for row in 3..11 {
        sheet.set_at(row, 3, "..");
    }
    sheet.set("D12", "53%")?;
    Ok(file)
}

/// Figures where last time there were remarks.
fn targets(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "partnership_targets.xlsx")?;
    let sheet = file.sheet("Targets")?;
    for (place, figure) in [
        ("G5", 33_104.0),
        ("G6", 0.139),
        ("G7", 15_022.0),
        ("F9", 0.204),
    ] {
        sheet.set(place, figure)?;
    }
    Ok(file)
}

/// Three months more, an offence less in each district, one month revised, another name for the sheet.
fn monthly_crime(folder: &Path) -> Result<Return> {
    const HEADING: u32 = 3;
    let mut file = Return::of_last_quarter(folder, "police_recorded_crime_monthly.xlsx")?;
    let sheet = file.sheet("Monthly")?;
    sheet.name = String::from("Recorded crime");
    sheet.say(
        "by district, offence and month, October 2019 to September 2022",
        "by district, offence type and month, October 2019 to December 2022",
    )?;
    let first = sheet.width_of(HEADING);
    for (column, month) in (first..).zip([10, 11, 12]) {
        sheet.set_at(HEADING, column, Held::Date(date(2022, month, 1)));
    }
    for row in HEADING + 1..sheet.row_count() {
        for column in first..first + 3 {
            // The same month of the year before, a little lower.
            if let Some(before) = sheet.number(row, column - 12) {
                sheet.set_at(row, column, (before * 0.97).round());
            }
        }
    }
    if let Some(before) = sheet.number(HEADING + 1, first - 1) {
        sheet.set_at(HEADING + 1, first - 1, before + 4.0);
    }
    for row in sheet.rows_saying(1, "Knife Crime").into_iter().rev() {
        sheet.remove_row(row);
    }
    Ok(file)
}

/// One more period in each table, a group less, a sheet with another name.
fn survey_tables(folder: &Path) -> Result<Return> {
    let mut file = Return::of_last_quarter(folder, "police_and_crime_survey_tables.xlsx")?;
    file.sheet("Satisfied victims")?.name = String::from("Victim satisfaction");
    for sheet in &mut file.sheets {
        let (top, period, width) = if sheet.name == "Quarterly confidence" {
            (3, "Jan-Mar 2024", 2)
        } else if sheet.rows_saying(0, "Group").is_empty() {
            continue;
        } else {
            (5, "12 months to Mar 2024", 3)
        };
        let first = sheet.width_of(top + 1);
        let headings = ["%", "Base", "Effective base"];
        sheet.set_at(top, first, period);
        sheet.merge(top, first, first + width - 1);
        for (column, heading) in (first..first + width).zip(headings) {
            sheet.set_at(top + 1, column, heading);
        }
        for row in top + 2..sheet.row_count() {
            for column in first..first + width {
                // As the period before, nearly.
                if let Some(before) = sheet.number(row, column - width) {
                    let now = if column == first {
                        three_decimals(before * 0.995)
                    } else {
                        before
                    };
                    sheet.set_at(row, column, now);
                }
            }
        }
        for row in sheet.rows_saying(1, "White other") {
            sheet.remove_row(row);
        }
    }
    Ok(file)
}
