//! Small workbooks, one for each kind and fault, with exactly what must be read from them.

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{FindingKind, Reading, Severity, read_bytes};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// Reads a workbook of one sheet that a function fills.
pub fn sheet(fill: impl FnOnce(&mut Worksheet)) -> Reading {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Return").unwrap());
    read(&book.save_to_buffer().unwrap())
}

pub fn read(bytes: &[u8]) -> Reading {
    let reading = read_bytes(
        "return.xlsx",
        bytes,
        Gazetteer::built_in(),
        &Progress::new(),
    )
    .unwrap();
    for summary in &reading.sheets {
        assert!(summary.account.adds_up(), "{summary:?}");
    }
    reading
}

/// Writes rows of text and numbers from a row on; a number is what parses as one, empty cells stay empty.
pub fn rows(sheet: &mut Worksheet, top: u32, lines: &[&str]) {
    for (row, line) in (top..).zip(lines) {
        for (column, cell) in (0_u16..).zip(line.split('|')) {
            match cell.trim() {
                "" => {}
                text => match text.parse::<f64>() {
                    Ok(number) => drop(sheet.write_number(row, column, number).unwrap()),
                    Err(_) => drop(sheet.write_string(row, column, text).unwrap()),
                },
            }
        }
    }
}

/// Every observation in one line: cell, measure [unit], area, cohort, period, value or status, base.
pub fn lines(reading: &Reading) -> Vec<String> {
    let source = &reading.source;
    source
        .observations
        .iter()
        .map(|held| {
            let measure = source.measure(held).unwrap();
            let mut line = format!("{} {} [{}]", held.cell, measure.name, measure.unit.name());
            if let Some(area) = source.area(held) {
                line += &format!(" | {}", area.name);
            }
            let cohort = source.cohort(held).unwrap();
            if !cohort.is_everyone() {
                line += &format!(" | {cohort}");
            }
            line += &match source.period(held) {
                Some(period) => format!(" | {} to {}", period.start, period.last_day()),
                None => String::from(" | no period"),
            };
            line += &match held.value {
                Some(value) => format!(" | {value}"),
                None => format!(" | {}", held.status.words()),
            };
            if let Some(base) = held.unweighted_base {
                line += &format!(" (n={base})");
            }
            if let Some(base) = held.effective_base {
                line += &format!(" (eff={base})");
            }
            line
        })
        .collect()
}

pub fn codes(reading: &Reading) -> Vec<&'static str> {
    reading
        .findings
        .iter()
        .map(bellwether::import::Finding::code)
        .collect()
}

#[test]
fn wide_by_period_with_a_change_column() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Table 3: Recorded crime in Ashfield",
                "Source: a police force",
                "",
                "|Oct 2021 to Sept 2022|Oct 2020 to Sept 2021|% change",
                "All Crime|10860|9755|+11.33%",
                "Robbery|86|86|No change",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "B5 All Crime [count] | Ashfield | 2021-10-01 to 2022-09-30 | 10860",
            "C5 All Crime [count] | Ashfield | 2020-10-01 to 2021-09-30 | 9755",
            "B6 Robbery [count] | Ashfield | 2021-10-01 to 2022-09-30 | 86",
            "C6 Robbery [count] | Ashfield | 2020-10-01 to 2021-09-30 | 86",
        ]
    );
    assert_eq!(codes(&reading), ["printed-change"]);
}

#[test]
fn two_header_rows_merged_over_number_and_rate() {
    let reading = sheet(|sheet| {
        let plain = Format::new();
        rows(
            sheet,
            0,
            &[
                "Table P7: Anti-social behaviour incidents, by police force area, year ending March 2008 to year ending March 20091,2",
                "",
                "||||",
                "Area Code|Area Name|Number of incidents|Rate per 1,000 population|Number of incidents|Rate per 1,000 population",
                "K04000001|ENGLAND AND WALES8|..|..|3673523|67.5",
                "E23000019|Nottinghamshire|88240|83.7|80000|75.1",
                "Source: a department",
                "1. Some note about these incidents, which is long enough to be one.",
                "2. '..' denotes not available",
            ],
        );
        sheet
            .merge_range(2, 2, 2, 3, "Apr '07 to Mar '083", &plain)
            .unwrap();
        sheet
            .merge_range(2, 4, 2, 5, "Apr '08 to Mar '093", &plain)
            .unwrap();
    });
    assert_eq!(
        lines(&reading),
        [
            "C5 Anti-social behaviour incidents: Number of incidents [count] | England and Wales | 2007-04-01 to 2008-03-31 | not available",
            "D5 Anti-social behaviour incidents: Rate per 1000 population [rate per 1000] | England and Wales | 2007-04-01 to 2008-03-31 | not available",
            "E5 Anti-social behaviour incidents: Number of incidents [count] | England and Wales | 2008-04-01 to 2009-03-31 | 3673523",
            "F5 Anti-social behaviour incidents: Rate per 1000 population [rate per 1000] | England and Wales | 2008-04-01 to 2009-03-31 | 67.5",
            "C6 Anti-social behaviour incidents: Number of incidents [count] | Nottinghamshire | 2007-04-01 to 2008-03-31 | 88240",
            "D6 Anti-social behaviour incidents: Rate per 1000 population [rate per 1000] | Nottinghamshire | 2007-04-01 to 2008-03-31 | 83.7",
            "E6 Anti-social behaviour incidents: Number of incidents [count] | Nottinghamshire | 2008-04-01 to 2009-03-31 | 80000",
            "F6 Anti-social behaviour incidents: Rate per 1000 population [rate per 1000] | Nottinghamshire | 2008-04-01 to 2009-03-31 | 75.1",
        ]
    );
    assert_eq!(codes(&reading), ["shorthand"]);
}

#[test]
fn a_survey_table_by_group_with_bases_below() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Perceptions of safety after dark by gender, 2021",
                "Answer|Man|Woman|Refused|All",
                "Very/Fairly safe|||[u]|",
                "Very/A bit unsafe|||[u]|",
                "All|||[u]|",
                "Base|3880|5120|10|9030",
            ],
        );
        let percent = Format::new().set_num_format("0%");
        for (row, values) in [
            (2, [0.93, 0.73, 0.82]),
            (3, [0.07, 0.27, 0.18]),
            (4, [1.0, 1.0, 1.0]),
        ] {
            for (column, value) in [1, 2, 4].into_iter().zip(values) {
                sheet
                    .write_number_with_format(row, column, value, &percent)
                    .unwrap();
            }
        }
    });
    let topic = "Perceptions of safety after dark: Very";
    assert_eq!(
        lines(&reading),
        [
            format!(
                "B3 {topic}/Fairly safe [percent] | Gender=Man | 2021-01-01 to 2021-12-31 | 93 (n=3880)"
            ),
            format!(
                "C3 {topic}/Fairly safe [percent] | Gender=Woman | 2021-01-01 to 2021-12-31 | 73 (n=5120)"
            ),
            format!(
                "D3 {topic}/Fairly safe [percent] | Gender=Refused | 2021-01-01 to 2021-12-31 | low reliability (n=10)"
            ),
            format!("E3 {topic}/Fairly safe [percent] | 2021-01-01 to 2021-12-31 | 82 (n=9030)"),
            format!(
                "B4 {topic}/A bit unsafe [percent] | Gender=Man | 2021-01-01 to 2021-12-31 | 7 (n=3880)"
            ),
            format!(
                "C4 {topic}/A bit unsafe [percent] | Gender=Woman | 2021-01-01 to 2021-12-31 | 27 (n=5120)"
            ),
            format!(
                "D4 {topic}/A bit unsafe [percent] | Gender=Refused | 2021-01-01 to 2021-12-31 | low reliability (n=10)"
            ),
            format!("E4 {topic}/A bit unsafe [percent] | 2021-01-01 to 2021-12-31 | 18 (n=9030)"),
        ]
    );
    assert_eq!(reading.source.open_findings, 0);
}

#[test]
fn periods_over_percent_base_and_effective_base() {
    let reading = sheet(|sheet| {
        let plain = Format::new();
        rows(
            sheet,
            0,
            &[
                "Feel safe after dark",
                "Group|Category|",
                "||%|Base|Effective base|%|Base|Effective base",
                "All respondents|All respondents|63.1|4314|3435.9|56.8|4275|3400.5",
                "Sex|Female|55.4|2263|1801.1|46.9|2252|1790.6",
                "|Male|71.6|2014|1601.8|67.6|1984|1574.8",
                "District|Newark & Sherwood|60.1|531|521.1|58.2|530|520",
            ],
        );
        sheet
            .merge_range(1, 2, 1, 4, "12 months to Dec 2020", &plain)
            .unwrap();
        sheet
            .merge_range(1, 5, 1, 7, "12 months to Dec 2021", &plain)
            .unwrap();
    });
    assert_eq!(
        lines(&reading),
        [
            "C4 Feel safe after dark [percent] | 2020-01-01 to 2020-12-31 | 63.1 (n=4314) (eff=3435.9)",
            "F4 Feel safe after dark [percent] | 2021-01-01 to 2021-12-31 | 56.8 (n=4275) (eff=3400.5)",
            "C5 Feel safe after dark [percent] | Sex=Female | 2020-01-01 to 2020-12-31 | 55.4 (n=2263) (eff=1801.1)",
            "F5 Feel safe after dark [percent] | Sex=Female | 2021-01-01 to 2021-12-31 | 46.9 (n=2252) (eff=1790.6)",
            "C6 Feel safe after dark [percent] | Sex=Male | 2020-01-01 to 2020-12-31 | 71.6 (n=2014) (eff=1601.8)",
            "F6 Feel safe after dark [percent] | Sex=Male | 2021-01-01 to 2021-12-31 | 67.6 (n=1984) (eff=1574.8)",
            "C7 Feel safe after dark [percent] | Newark and Sherwood | 2020-01-01 to 2020-12-31 | 60.1 (n=531) (eff=521.1)",
            "F7 Feel safe after dark [percent] | Newark and Sherwood | 2021-01-01 to 2021-12-31 | 58.2 (n=530) (eff=520)",
        ]
    );
}

#[test]
fn a_long_table_with_units_statuses_and_blank_dimensions() {
    let reading = read(
        b"Year,Series,Sex,Observation status,Units,Value\n\
          2021/22,Feel safe after dark,,Normal value,Percentage (%),72.5\n\
          2021/22,Feel safe after dark,Female,Normal value,Percentage (%),61\n\
          2021/22,Feel safe after dark,Male,Missing value; suppressed,Percentage (%),\n",
    );
    assert_eq!(
        lines(&reading),
        [
            "F2 Feel safe after dark [percent] | 2021-04-01 to 2022-03-31 | 72.5",
            "F3 Feel safe after dark [percent] | Sex=Female | 2021-04-01 to 2022-03-31 | 61",
            "F4 Feel safe after dark [percent] | Sex=Male | 2021-04-01 to 2022-03-31 | suppressed",
        ]
    );
}

#[test]
fn three_levels_of_place_and_text_numbers() {
    let reading = read(
        "Table C2: Recorded crimes by Community Safety Partnership area, year ending June 2025 [note 1],,,,,\n\
         [x] indicates data are unavailable.,,,,,\n\
         \"Police Force\nArea code\",\"Police Force\nArea name\",\"Community Safety\nPartnership code\",\"Community Safety\nPartnership name\",Local Authority code,Total recorded crime\n\
         E23000019,Nottinghamshire,,,,\"99,719 \"\n\
         E23000019,Nottinghamshire,E22000251,Ashfield,E07000170,\"10,188 \"\n\
         E23000019,Nottinghamshire,E22000366,South Nottinghamshire,Combined Local Authorities,[x]\n\
         E23000019,Nottinghamshire,,Unassigned Nottinghamshire,,\"1,403 \"\n"
            .as_bytes(),
    );
    assert_eq!(
        lines(&reading),
        [
            "F4 Total recorded crime [count] | Nottinghamshire | 2024-07-01 to 2025-06-30 | 99719",
            "F5 Total recorded crime [count] | Ashfield | 2024-07-01 to 2025-06-30 | 10188",
            "F6 Total recorded crime [count] | South Nottinghamshire | 2024-07-01 to 2025-06-30 | not available",
            "F7 Total recorded crime [count] | Unassigned Nottinghamshire | 2024-07-01 to 2025-06-30 | 1403",
        ]
    );
    let kinds: Vec<&str> = reading
        .source
        .observations
        .iter()
        .map(|held| reading.source.area(held).unwrap().kind.words())
        .collect();
    assert_eq!(
        kinds,
        [
            "police force area",
            "community safety partnership",
            "community safety partnership",
            "not assigned to a place"
        ]
    );
}

#[test]
fn tables_side_by_side_and_below() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Environmental service requests, 2021/22",
                "",
                "Report type|Reports||Area|Reports",
                "Littering|989||Sutton|1465",
                "Graffiti|83||Hucknall|948",
                "",
                "",
                "Table 2: Fly-tipping by month, 2021/22",
                "Month|Incidents",
                "April|12",
                "January|9",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "B4 Littering [count] | 2021-04-01 to 2022-03-31 | 989",
            "E4 Environmental service requests: Reports [count] | Sutton | 2021-04-01 to 2022-03-31 | 1465",
            "B5 Graffiti [count] | 2021-04-01 to 2022-03-31 | 83",
            "E5 Environmental service requests: Reports [count] | Hucknall | 2021-04-01 to 2022-03-31 | 948",
            "B10 Fly-tipping: Incidents [count] | 2021-04-01 to 2021-04-30 | 12",
            "B11 Fly-tipping: Incidents [count] | 2022-01-01 to 2022-01-31 | 9",
        ]
    );
}

#[test]
fn printed_shares_and_totals() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Deaths from violence by local authority district, April 2007 – March 2022",
                "Area|Number|%",
                "Ashfield|22|21.4",
                "Mansfield |29|28.2",
                "Bassetlaw|52|50.5",
                "*Total|103|100",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "B3 Deaths from violence: Number [count] | Ashfield | 2007-04-01 to 2022-03-31 | 22",
            "B4 Deaths from violence: Number [count] | Mansfield | 2007-04-01 to 2022-03-31 | 29",
            "B5 Deaths from violence: Number [count] | Bassetlaw | 2007-04-01 to 2022-03-31 | 52",
            "B6 Deaths from violence: Number [count] | Total | 2007-04-01 to 2022-03-31 | 103",
        ]
    );
    assert_eq!(codes(&reading), ["printed-share"]);
}

#[test]
fn years_as_numbers_and_dates_as_headings() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Burglary by district",
                "District|2019|2020",
                "Gedling|500|480",
                "Rushcliffe|300|310",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "B3 Burglary [count] | Gedling | 2019-01-01 to 2019-12-31 | 500",
            "C3 Burglary [count] | Gedling | 2020-01-01 to 2020-12-31 | 480",
            "B4 Burglary [count] | Rushcliffe | 2019-01-01 to 2019-12-31 | 300",
            "C4 Burglary [count] | Rushcliffe | 2020-01-01 to 2020-12-31 | 310",
        ]
    );
    let reading = sheet(|sheet| {
        let date = Format::new().set_num_format("mmm yy");
        rows(
            sheet,
            0,
            &["Robbery by district", "District|", "Gedling|5|6"],
        );
        for (column, serial) in [(1, 44_197.0), (2, 44_228.0)] {
            sheet
                .write_number_with_format(1, column, serial, &date)
                .unwrap();
        }
    });
    assert_eq!(
        lines(&reading),
        [
            "B3 Robbery [count] | Gedling | 2021-01-01 to 2021-01-31 | 5",
            "C3 Robbery [count] | Gedling | 2021-02-01 to 2021-02-28 | 6",
        ]
    );
}

#[test]
fn a_year_filled_down_beside_months() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Shoplifting offences",
                "Year|Month|Offences",
                "2022|November|10",
                "|December|11",
                "2023|January|12",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "C3 Shoplifting offences [count] | 2022-11-01 to 2022-11-30 | 10",
            "C4 Shoplifting offences [count] | 2022-12-01 to 2022-12-31 | 11",
            "C5 Shoplifting offences [count] | 2023-01-01 to 2023-01-31 | 12",
        ]
    );
}

#[test]
fn headings_within_the_body() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Percentage who feel safe after dark, 2023",
                "|%|Unweighted base",
                "All adults|70|1000",
                "Sex",
                "Men|80|480",
                "Women|60|520",
                "Age",
                "16-24|65|100",
                "65+|72|300",
            ],
        );
    });
    let topic = "Percentage who feel safe after dark [percent]";
    assert_eq!(
        lines(&reading),
        [
            format!("B3 {topic} | 2023-01-01 to 2023-12-31 | 70 (n=1000)"),
            format!("B5 {topic} | Sex=Men | 2023-01-01 to 2023-12-31 | 80 (n=480)"),
            format!("B6 {topic} | Sex=Women | 2023-01-01 to 2023-12-31 | 60 (n=520)"),
            format!("B8 {topic} | Age=16-24 | 2023-01-01 to 2023-12-31 | 65 (n=100)"),
            format!("B9 {topic} | Age=65+ | 2023-01-01 to 2023-12-31 | 72 (n=300)"),
        ]
    );
}

#[test]
fn shorthand_is_never_zero_and_the_key_wins() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Hate crime by district, 2022/23",
                "- denotes nil",
                "District|Offences",
                "Ashfield|<5",
                "Bassetlaw|-",
                "Broxtowe|1,234 [p]",
                "Gedling|#REF!",
                "Mansfield|Awaiting data",
                "Rushcliffe|7",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "B4 Hate crime: Offences [count] | Ashfield | 2022-04-01 to 2023-03-31 | suppressed",
            "B5 Hate crime: Offences [count] | Bassetlaw | 2022-04-01 to 2023-03-31 | 0",
            "B6 Hate crime: Offences [count] | Broxtowe | 2022-04-01 to 2023-03-31 | 1234",
            "B7 Hate crime: Offences [count] | Gedling | 2022-04-01 to 2023-03-31 | cell error",
            "B8 Hate crime: Offences [count] | Mansfield | 2022-04-01 to 2023-03-31 | awaiting data",
            "B9 Hate crime: Offences [count] | Rushcliffe | 2022-04-01 to 2023-03-31 | 7",
        ]
    );
    assert_eq!(reading.source.observations[2].status.words(), "provisional");
    assert!(codes(&reading).contains(&"zero-by-key"));
}

#[test]
fn two_figures_for_one_thing_are_both_left_out() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Robbery offences, 2022",
                "District|Offences",
                "Gedling|5",
                "Gedling|6",
                "Mansfield|7",
                "Mansfield|7",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        ["B5 Robbery offences [count] | Mansfield | 2022-01-01 to 2022-12-31 | 7"]
    );
    let questions: Vec<&FindingKind> = reading
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Question)
        .map(|finding| &finding.kind)
        .collect();
    assert!(
        matches!(
            questions.as_slice(),
            [FindingKind::Conflict { count: 2, .. }]
        ),
        "{questions:?}"
    );
    assert_eq!(reading.source.open_findings, 1);
}

#[test]
fn rows_that_are_people_or_incidents_are_left_out() {
    let mut text = String::from("Respondent ID,Sex,Safe after dark,Weight\n");
    for row in 0..40 {
        text += &format!("{row},Male,Very safe,1.0{row}\n");
    }
    let reading = read(text.as_bytes());
    assert!(reading.source.observations.is_empty());
    assert_eq!(codes(&reading), ["respondents"]);
    let mut text = String::from("Crime ID,Month,Longitude,Latitude,Crime type\n");
    for row in 0..40 {
        text += &format!("x{row},2022-02,-1.2,53.{row},Burglary\n");
    }
    let reading = read(text.as_bytes());
    assert!(reading.source.observations.is_empty());
    assert_eq!(codes(&reading), ["incidents"]);
}

#[test]
fn shares_between_0_and_1_without_a_format() {
    let reading = read("Date;Borough;Measure;Proportion\n31/03/2021;Barnet;Good job;0,57\n30/06/2021;Barnet;Good job;0,6\n".as_bytes());
    assert_eq!(
        lines(&reading),
        [
            "D2 Good job [percent] | Barnet | 2021-03-31 to 2021-03-31 | 57",
            "D3 Good job [percent] | Barnet | 2021-06-30 to 2021-06-30 | 60",
        ]
    );
    assert_eq!(codes(&reading), ["shares-as-percent"]);
}

#[test]
fn percentages_all_below_one_are_asked_about() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Prevalence of robbery, percentage of adults, 2022",
                "District|%",
                "Gedling|0.2",
                "Mansfield|0.1",
                "Ashfield|0.15",
                "Broxtowe|0.1",
            ],
        );
    });
    assert!(reading.source.observations.is_empty());
    assert!(codes(&reading).contains(&"percent-scale"));
}

#[test]
fn a_period_only_in_the_sheets_name() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("2022-23").unwrap();
    rows(
        sheet,
        0,
        &[
            "Burglary by district",
            "District|Offences",
            "Gedling|5",
            "Mansfield|7",
        ],
    );
    let reading = read(&book.save_to_buffer().unwrap());
    assert_eq!(
        lines(&reading),
        [
            "B3 Burglary: Offences [count] | Gedling | 2022-04-01 to 2023-03-31 | 5",
            "B4 Burglary: Offences [count] | Mansfield | 2022-04-01 to 2023-03-31 | 7",
        ]
    );
    assert_eq!(codes(&reading), ["period-from"]);
}

#[test]
fn no_period_anywhere_is_a_question() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Burglary by district",
                "District|Offences",
                "Gedling|5",
                "Mansfield|7",
            ],
        );
    });
    assert_eq!(reading.source.observations.len(), 2);
    assert_eq!(codes(&reading), ["no-period"]);
    assert_eq!(
        reading.findings[0].to_string(),
        "Return › A3:B4: no period found: which time do these figures cover?"
    );
}

#[test]
fn two_levels_of_category_join() {
    let reading = read(
        b"MajorText,MinorText,LookUp_BoroughName,202108,202109\n\
          Burglary,Domestic Burglary,Camden,12,13\n\
          Burglary,Burglary Business,Camden,4,5\n",
    );
    assert_eq!(
        lines(&reading),
        [
            "D2 Burglary \u{203a} Domestic Burglary [count] | Camden | 2021-08-01 to 2021-08-31 | 12",
            "E2 Burglary \u{203a} Domestic Burglary [count] | Camden | 2021-09-01 to 2021-09-30 | 13",
            "D3 Burglary \u{203a} Burglary Business [count] | Camden | 2021-08-01 to 2021-08-31 | 4",
            "E3 Burglary \u{203a} Burglary Business [count] | Camden | 2021-09-01 to 2021-09-30 | 5",
        ]
    );
}
