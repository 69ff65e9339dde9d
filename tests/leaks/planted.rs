//! A survey with a few people in it who could be told, and with texts that nobody may ever see again.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;

/// Texts in personal columns, each of a respondent or more.
pub const TEXTS: [&str; 5] = [
    "ZANZIBARQUILL",
    "planted.person@example.org",
    "07700 900123",
    "the man at number 14 threatens me",
    "NG17 9ZZ",
];

/// How many respondents there are in each of four quarters.
const EACH: u32 = 300;

/// Writes the workbook of the survey into a folder.
pub fn workbook(folder: &Path) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Responses").unwrap();
    let headings = [
        "Respondent ID",
        "Full name",
        "Email address",
        "Telephone",
        "Postcode",
        "Quarter",
        "District",
        "Weight",
        "Sex",
        "Age group",
        "Ethnicity",
        "How safe do you feel walking alone after dark?",
        "Any other comments",
    ];
    for (column, heading) in headings.iter().enumerate() {
        sheet.write_string(0, column as u16, *heading).unwrap();
    }
    let quarters = ["Q1 2023", "Q2 2023", "Q3 2023", "Q4 2023"];
    for row in 0..EACH * 4 {
        let at = row + 1;
        let (quarter, number) = (row / EACH, row % EACH);
        let district = ["Ashfield", "Broxtowe", "Gedling"][(number % 3) as usize];
        // Four in each quarter are of a group that nobody else is of.
        let ethnicity = match number {
            0..4 => "Roma",
            _ if number % 5 == 0 => "Asian",
            _ => "White",
        };
        let age = ["16-24", "25-44", "45-64", "65+"][(number / 7 % 4) as usize];
        // Every group gives every answer, so that no two figures of one group are the same.
        let safety = match number {
            0..2 => "Very unsafe",
            _ => ["Very safe", "Fairly safe", "A bit unsafe", "Fairly safe"]
                [(number / 5 % 4) as usize],
        };
        let text = |column: u16, words: &str, sheet: &mut rust_xlsxwriter::Worksheet| {
            sheet.write_string(at, column, words).unwrap();
        };
        text(0, &format!("R-{row:05}"), sheet);
        text(1, &format!("{} {row}", TEXTS[0]), sheet);
        text(2, &format!("{row}.{}", TEXTS[1]), sheet);
        text(3, TEXTS[2], sheet);
        text(4, TEXTS[4], sheet);
        text(5, quarters[quarter as usize], sheet);
        text(6, district, sheet);
        // No two groups have the same weighted figures.
        let weight = 0.7 + f64::from(row * 37 % 101) / 97.0;
        sheet.write_number(at, 7, weight).unwrap();
        text(8, ["Female", "Male"][(number % 2) as usize], sheet);
        text(9, age, sheet);
        text(10, ethnicity, sheet);
        text(11, safety, sheet);
        if number % 40 == 1 {
            text(12, &format!("In row {row} {}", TEXTS[3]), sheet);
        }
    }
    let path = folder.join("community_panel.xlsx");
    book.save(&path).unwrap();
    path
}

/// Writes a workbook of counts of people of whom some are few.
pub fn counts(folder: &Path) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Hate crime").unwrap();
    sheet
        .write_string(0, 0, "Victims of hate crime by district")
        .unwrap();
    for (column, heading) in ["District", "2021", "2022", "2023"].iter().enumerate() {
        sheet.write_string(2, column as u16, *heading).unwrap();
    }
    let rows = [
        ("Ashfield", [41.0, 3.0, 57.0]),
        ("Broxtowe", [62.0, 66.0, 4.0]),
        ("Gedling", [73.0, 2.0, 71.0]),
    ];
    for (row, (district, values)) in (3..).zip(rows) {
        sheet.write_string(row, 0, district).unwrap();
        for (column, value) in (1..).zip(values) {
            sheet.write_number(row, column, value).unwrap();
        }
    }
    let path = folder.join("hate_crime_victims.xlsx");
    book.save(&path).unwrap();
    path
}
