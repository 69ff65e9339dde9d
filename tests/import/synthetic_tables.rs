//! Small workbooks with untidy headings, with exactly what must be read from them.

use crate::synthetic::{codes, lines, rows, sheet};

#[test]
fn a_label_that_is_a_period_dates_its_row() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Police return, 2021",
                "",
                "Burglary victims|City|County",
                "Satisfied overall|81.5%|83.5%",
                "12 months to September 2014|84.4%|87.0%",
            ],
        );
    });
    let lines = lines(&reading);
    assert!(
        lines
            .iter()
            .filter(|line| line.starts_with("B5") || line.starts_with("C5"))
            .all(|line| line.contains("2013-10-01 to 2014-09-30") && !line.contains("12 months")),
        "{lines:?}"
    );
    assert_eq!(lines.len(), 4);
}

#[test]
fn words_over_periods_name_no_measure() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Table 1: Police officers by police force",
                "",
                "|As at:||",
                "Force|Sep-17|Mar-18|Sep-18",
                "Cleveland|1274|1257|1224",
                "Durham|1138|1140|1124",
            ],
        );
    });
    assert_eq!(
        lines(&reading)[0],
        "B5 Police officers [count] | Cleveland | 2017-09-01 to 2017-09-30 | 1274"
    );
}

#[test]
fn a_band_of_changes_above_a_blank_row() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Table 7: Police officers by police force",
                "",
                "|||Change in 6 months Mar-19 to Sep-19|",
                "",
                "|Mar-19|Sep-19|number|%",
                "Cleveland|1222|1244|22|1.8",
                "Durham|1133|1135|2|0.2",
            ],
        );
    });
    assert_eq!(lines(&reading).len(), 4, "{:?}", lines(&reading));
    assert!(codes(&reading).contains(&"printed-change"));
}

#[test]
fn headings_whose_words_stand_below_each_other() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Table 8.5a  Hourly pay - Gross (£) - For all jobs: United Kingdom, 2025",
                "",
                "||Number||Annual||Annual||",
                "||of jobs||percentage||percentage|Percentiles|",
                "Description|Code|(thousand)|Median|change|Mean|change|10|20",
                "England|E92000001|14328|19.26|4.8|24.58|6.3|12.56|13.71",
                "East Midlands|E12000004|1300|18.26|4.7|23.58|6.2|11.56|12.71",
            ],
        );
    });
    let lines = lines(&reading);
    assert_eq!(
        lines[..3],
        [
            "C6 Number of jobs (thousand) [] | England | 2025-01-01 to 2025-12-31 | 14328",
            "D6 Median [pounds] | England | 2025-01-01 to 2025-12-31 | 19.26",
            "F6 Mean [pounds] | England | 2025-01-01 to 2025-12-31 | 24.58",
        ],
        "{lines:?}"
    );
    assert!(
        lines[3].contains("Percentiles") && lines[3].contains("[pounds]"),
        "{lines:?}"
    );
}

#[test]
fn what_follows_a_year_belongs_to_it() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Victim satisfaction, 2009-2012",
                "",
                "District|2009/10|Interviews held|2010/11|Interviews held|2011/12|Interviews held",
                "Ashfield|94.0|758|93.1|760|92.2|755",
                "Gedling|91.0|658|90.1|660|89.2|655",
            ],
        );
    });
    let lines = lines(&reading);
    assert!(
        lines
            .iter()
            .filter(|line| line.starts_with("E4"))
            .all(|line| line.contains("2010-04-01 to 2011-03-31")),
        "{lines:?}"
    );
}

#[test]
fn rows_under_totals_keep_the_headings_above_them() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Table 2. Use of force by perceived age, April 2018 to March 2019",
                "",
                "||Perceived age",
                "||Under 18|18 to 34|35 to 64|65 and over|Not reported||",
                "||639|40633|233412|2326|23054||427725",
                "",
                "Type of force|Tactic|||||||Times reported",
                "Restraint|Handcuffing|225|28770|165572|1433|13585||302449",
                "Restraint|Ground restraint|116|16235|98227|732|6071||177591",
            ],
        );
    });
    let lines = lines(&reading);
    let at = |cell: &str| {
        lines
            .iter()
            .find(|line| line.starts_with(cell))
            .unwrap_or_else(|| panic!("{cell}: {lines:?}"))
    };
    assert!(at("C8 ").contains("Handcuffing") && at("C8 ").contains("Age=Under 18"));
    assert!(at("G9 ").contains("Age=Not reported"), "{lines:?}");
    assert!(at("I8 ").contains("Times reported") && !at("I8 ").contains("Age="));
    assert!(lines.iter().all(|line| !line.contains("| Restraint")));
}

#[test]
fn thousands_notes_on_years_and_the_answer_no() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Household income by local authority||||£ million",
                "Region|LAD code|Region name|2016|2017|20182",
                "East Midlands|E07000170|Ashfield|1309|1339|1380",
                "East Midlands|E07000173|Gedling|2065|2101|2159",
            ],
        );
    });
    let lines_of = lines(&reading);
    assert_eq!(lines_of.len(), 6, "{lines_of:?}");
    assert!(
        lines_of[2].contains("[] | Ashfield | 2018-01-01 to 2018-12-31 | 1380"),
        "{lines_of:?}"
    );
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Safety after dark by experience of harassment, 2021",
                "",
                "Answer|Yes|No|All",
                "Very safe|72%|83%|82%",
                "Very unsafe|28%|17%|18%",
            ],
        );
    });
    let lines_of = lines(&reading);
    assert!(
        lines_of
            .iter()
            .filter(|line| line.starts_with("C4"))
            .all(|line| line.contains("=No")),
        "{lines_of:?}"
    );
}

#[test]
fn tables_with_the_same_headings_are_told_apart_by_their_bands() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "|Classics||",
                "|Term 1|Term 2|Term 3",
                "Matilda|1|3|5",
                "Olivia|2|4|6",
                "",
                "|History||",
                "|Term 1|Term 2|Term 3",
                "Matilda|2|4|6",
                "Olivia|3|5|7",
            ],
        );
    });
    let lines = lines(&reading);
    assert!(
        lines[0].contains("Classics") && lines.iter().any(|line| line.contains("History")),
        "{lines:?}"
    );
}

#[test]
fn a_rate_that_is_formatted_as_a_percentage_is_not_multiplied() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Deaths from violence, 2021/22",
                "",
                "Area|Number|%|Rate per 100,000 residents",
            ],
        );
        let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
        for (row, (area, rate)) in (3..).zip([("Ashfield", 18.1), ("Mansfield", 26.6)]) {
            sheet.write(row, 0, area).unwrap();
            sheet.write(row, 1, 23).unwrap();
            sheet.write_with_format(row, 2, 0.105, &percent).unwrap();
            sheet.write_with_format(row, 3, rate, &percent).unwrap();
        }
    });
    let values: Vec<(String, Option<f64>)> = reading
        .source
        .observations
        .iter()
        .map(|held| (held.cell.to_string(), held.value))
        .filter(|(cell, _)| cell.ends_with('4') && !cell.starts_with('B'))
        .collect();
    assert_eq!(
        values,
        [("C4".to_owned(), Some(10.5)), ("D4".to_owned(), Some(18.1))]
    );
}
