//! Lists of incidents: what is counted, and what is never kept.

use bellwether::base::progress::Progress;
use bellwether::data::{AreaKind, Gazetteer, Source};
use bellwether::import::{Finding, Reading, read_bytes};
use bellwether::project::{Edit, Project, store};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::fmt::Write as _;
use std::sync::Arc;

use crate::synthetic::{codes, lines, read, rows, sheet};

pub fn words(reading: &Reading) -> Vec<String> {
    reading.findings.iter().map(Finding::to_string).collect()
}

/// A CSV file of a heading and rows.
fn csv(heading: &str, rows: impl IntoIterator<Item = String>) -> Reading {
    let mut text = format!("{heading}\n");
    for row in rows {
        writeln!(text, "{row}").unwrap();
    }
    let reading = read_bytes(
        "cases.csv",
        text.as_bytes(),
        Gazetteer::built_in(),
        &Progress::new(),
    )
    .unwrap();
    for summary in &reading.sheets {
        assert!(summary.account.adds_up(), "{summary:?}");
    }
    reading
}

/// All that a project keeps of a source, as text.
pub fn saved(source: &Source) -> String {
    let project = Project::default()
        .apply(Edit::AddSources(vec![Arc::new(source.clone())]))
        .unwrap();
    store::to_text(&project).unwrap()
}

fn count(reading: &Reading, measure: &str, area: &str, month: &str) -> Option<f64> {
    let source = &reading.source;
    let held: Vec<_> = source
        .observations
        .iter()
        .filter(|held| {
            source.measure(held).unwrap().name == measure
                && source.area(held).unwrap().name == area
                && source.period(held).unwrap().start.to_string() == format!("{month}-01")
        })
        .collect();
    assert!(held.len() < 2, "{measure} {area} {month} stands twice");
    held.first().and_then(|held| held.value)
}

const STREET: &str = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

fn street(id: &str, month: &str, lsoa: &str, kind: &str) -> String {
    let (longitude, latitude) = if lsoa.is_empty() {
        ("", "")
    } else {
        ("-1.256321", "53.127654")
    };
    format!(
        "{id},{month},Nottinghamshire Police,Nottinghamshire Police,{longitude},{latitude},On or near Hollywell Avenue,E01027934,{lsoa},{kind},Under investigation,"
    )
}

#[test]
fn street_crime_is_counted_by_type_district_and_month() {
    let mut lines = vec![
        street("a1", "2023-04", "Ashfield 001A", "Burglary"),
        street("a2", "2023-04", "Ashfield 002B", "Burglary"),
        street("a2", "2023-04", "Ashfield 002B", "Burglary"),
        street("a3", "2023-06", "Ashfield 002B", "Burglary"),
        street("a4", "2023-05", "Ashfield 002B", "Robbery"),
        street("", "2023-05", "Mansfield 003C", "Anti-social behaviour"),
        street("", "2023-05", "Mansfield 003C", "Anti-social behaviour"),
        street("a5", "2023-05", "", "Burglary"),
        street("a6", "not known", "Ashfield 001A", "Burglary"),
    ];
    lines.push(street("a7", "2023-05", "Amber Valley 005A", "Robbery"));
    let reading = csv(STREET, lines);
    assert_eq!(
        count(&reading, "Burglary", "Ashfield", "2023-04"),
        Some(2.0)
    );
    assert_eq!(
        count(&reading, "Burglary", "Ashfield", "2023-05"),
        Some(0.0)
    );
    assert_eq!(
        count(&reading, "Burglary", "Ashfield", "2023-06"),
        Some(1.0)
    );
    assert_eq!(
        count(&reading, "All incidents", "Ashfield", "2023-04"),
        Some(2.0)
    );
    assert_eq!(
        count(&reading, "All incidents", "Ashfield", "2023-05"),
        Some(1.0)
    );
    assert_eq!(
        count(&reading, "Anti-social behaviour", "Mansfield", "2023-05"),
        Some(2.0)
    );
    assert_eq!(
        count(&reading, "Anti-social behaviour", "Mansfield", "2023-04"),
        None,
        "before an area's first row nobody knows"
    );
    assert_eq!(
        count(&reading, "Anti-social behaviour", "Ashfield", "2023-05"),
        None,
        "a type that an area never has is not counted there"
    );
    assert_eq!(
        count(&reading, "Robbery", "Amber Valley", "2023-05"),
        Some(1.0)
    );
    assert_eq!(
        count(
            &reading,
            "Burglary",
            "Unassigned Nottinghamshire",
            "2023-05"
        ),
        Some(1.0),
        "a row without a place is the force's rest, not the force"
    );
    let ashfield = reading
        .source
        .areas
        .iter()
        .find(|area| area.name == "Ashfield");
    assert_eq!(ashfield.unwrap().code.as_deref(), Some("E07000170"));
    assert_eq!(
        codes(&reading),
        [
            "incidents-counted",
            "incidents-uncounted",
            "incidents-repeated"
        ]
    );
    assert!(
        words(&reading)[1].ends_with("1 row without a date: not counted"),
        "{:?}",
        words(&reading)
    );
    assert!(
        reading
            .source
            .observations
            .iter()
            .all(|held| held.cell.to_string() == "J1")
    );
}

#[test]
fn a_file_without_small_areas_is_counted_by_force() {
    let heading = "Crime ID,Month,Falls within,Crime type";
    let reading = csv(
        heading,
        (0..30).map(|row| {
            format!(
                "id{row},2023-0{},Nottinghamshire Police,Robbery",
                row % 3 + 1
            )
        }),
    );
    assert_eq!(
        count(&reading, "Robbery", "Nottinghamshire", "2023-02"),
        Some(10.0)
    );
    assert_eq!(reading.source.areas[0].kind, AreaKind::PoliceForce);
    assert_eq!(reading.source.measures.len(), 1, "one type is all types");
}

#[test]
fn nothing_personal_is_kept() {
    let heading = "Incident reference,Date reported,Incident type,District,Victim name,Date of birth,Address,Postcode,Notes,Easting,Northing,Phone";
    let reading = csv(
        heading,
        (1..=40).map(|row| {
            format!(
                "NG{row}X77,{:02}/04/2023 13:45,Noise nuisance,Ashfield,Jane Q{row} Doe,01/02/198{},{row} Secret Lane,NG17 {row}ZZ,She said the neighbour {row} shouted,45{row:03},36{row:03},07700 900{row:03}",
                row % 28 + 1,
                row % 10,
            )
        }),
    );
    assert_eq!(
        count(&reading, "Noise nuisance", "Ashfield", "2023-04"),
        Some(40.0)
    );
    let text = saved(&reading.source);
    for secret in [
        "X77", "Jane", "Doe", "198", "Secret", "NG17", "shouted", "45001", "07700", "900", "13:45",
        "Victim", "40 S",
    ] {
        assert!(!text.contains(secret), "{secret} is kept");
    }
    assert!(!words(&reading).concat().contains("Jane"));
}

#[test]
fn a_title_that_is_a_row_about_a_case_is_not_kept() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Caller|Incident reference|Date|Incident type|District",
                "Mrs Smith of Hucknall|A1",
            ],
        );
        for row in 0..30 {
            let line = format!("|B{row}|2023-04-0{}|Noise|Ashfield", row % 9 + 1);
            rows(sheet, 2 + row, &[&line]);
        }
    });
    assert_eq!(count(&reading, "Noise", "Ashfield", "2023-04"), Some(30.0));
    assert!(!saved(&reading.source).contains("Smith"));
}

#[test]
fn dates_as_text_in_uk_order_and_months_that_begin_in_the_middle() {
    let reading = csv(
        "Incident number,Date of incident,ASB type,Ward",
        (0..120).map(|row| {
            let day = 14 + row / 2;
            let (day, month) = if day <= 30 {
                (day, 4)
            } else if day <= 61 {
                (day - 30, 5)
            } else {
                (day - 61, 6)
            };
            format!("{row},{day:02}/{month:02}/2023,Noise,Hucknall West")
        }),
    );
    assert_eq!(
        count(&reading, "Noise", "Hucknall West", "2023-04"),
        Some(34.0)
    );
    assert_eq!(
        count(&reading, "Noise", "Hucknall West", "2023-05"),
        Some(62.0)
    );
    let words = words(&reading);
    assert!(
        words.iter().any(|words| words
            .ends_with("“April 2023” seems incomplete: the first row is of 14 April 2023")),
        "{words:#?}"
    );
    let source = &reading.source;
    let first = source
        .observations
        .iter()
        .find(|held| source.period(held).unwrap().start.month() == 4);
    assert_eq!(
        source.note(first.unwrap()),
        Some("April 2023 may be incomplete: the first row is of 14 April 2023")
    );
}

#[test]
fn dates_that_could_be_american_are_not_counted() {
    let reading = csv(
        "Incident number,Date,Incident type,District",
        (0..40).map(|row| {
            format!(
                "{row},{:02}/{:02}/2023,Noise,Ashfield",
                row % 12 + 1,
                row % 28 + 1
            )
        }),
    );
    assert!(reading.source.observations.is_empty());
    assert_eq!(codes(&reading), ["incidents"]);
    assert!(
        words(&reading)[0].contains("wrong way round"),
        "{:?}",
        words(&reading)
    );
    // Excel set to American dates makes dates of those it can, and leaves the others as text.
    let reading = sheet(|sheet| {
        rows(sheet, 0, &["Incident number|Date|Incident type|District"]);
        let date = Format::new().set_num_format("dd/mm/yyyy");
        for row in 1..40_u32 {
            rows(sheet, row, &[&format!("{row}||Noise|Ashfield")]);
            if row % 2 == 0 {
                sheet
                    .write_string(row, 1, format!("{}/04/2023", 13 + row % 15))
                    .unwrap();
            } else {
                let day = 45_020.0 + f64::from(row % 8);
                sheet.write_number_with_format(row, 1, day, &date).unwrap();
            }
        }
    });
    assert!(
        reading.source.observations.is_empty(),
        "{:?}",
        lines(&reading)
    );
}

#[test]
fn a_month_without_any_row_is_a_gap_and_no_nought() {
    let reading = csv(
        "Reference,Month,Category,District",
        (0..60).map(|row| {
            let month = [1, 2, 4][row % 3];
            let kind = if row < 3 { "Arson" } else { "Theft" };
            format!("r{row},2023-0{month},{kind},Bassetlaw")
        }),
    );
    assert_eq!(count(&reading, "Theft", "Bassetlaw", "2023-02"), Some(19.0));
    assert_eq!(count(&reading, "Theft", "Bassetlaw", "2023-03"), None);
    assert!(
        words(&reading)
            .iter()
            .any(|words| words.ends_with("“March 2023” has no row at all: not read as 0"))
    );
}

fn incident_sheet(sheet: &mut Worksheet, first: usize, month: u8, with_reference: bool) {
    rows(sheet, 0, &["Incident number|Month|Incident type|District"]);
    for row in 0..25 {
        let reference = if with_reference {
            format!("A{}", first + row)
        } else {
            String::new()
        };
        let line = format!("{reference}|2023-{month:02}|Noise|Ashfield");
        rows(sheet, u32::try_from(row).unwrap() + 1, &[&line]);
    }
}

#[test]
fn sheets_of_incidents_are_one_count() {
    let mut book = Workbook::new();
    incident_sheet(book.add_worksheet().set_name("April").unwrap(), 0, 4, true);
    incident_sheet(book.add_worksheet().set_name("May").unwrap(), 25, 5, true);
    // The same month again, half of its rows the same.
    incident_sheet(
        book.add_worksheet().set_name("May again").unwrap(),
        38,
        5,
        true,
    );
    let reading = read(&book.save_to_buffer().unwrap());
    assert_eq!(count(&reading, "Noise", "Ashfield", "2023-04"), Some(25.0));
    let may: f64 = reading
        .source
        .observations
        .iter()
        .filter_map(|held| held.value)
        .sum::<f64>()
        - 25.0;
    assert!(
        (may - 38.0).abs() < f64::EPSILON,
        "12 of 50 rows were the same: {may}"
    );
    let mut book = Workbook::new();
    incident_sheet(book.add_worksheet().set_name("April").unwrap(), 0, 4, true);
    incident_sheet(book.add_worksheet().set_name("Noise").unwrap(), 0, 4, false);
    let reading = read(&book.save_to_buffer().unwrap());
    assert_eq!(count(&reading, "Noise", "Ashfield", "2023-04"), Some(25.0));
    assert!(
        words(&reading)
            .iter()
            .any(|words| words.contains("nobody can tell which rows are the same")),
        "{:?}",
        words(&reading)
    );
}

#[test]
fn a_long_table_of_figures_is_no_list_of_incidents() {
    let lines: Vec<String> = (1..=24)
        .map(|row| {
            format!(
                "2023-{:02}|Robbery|{}|{row}",
                (row - 1) % 12 + 1,
                if row > 12 { "Ashfield" } else { "Mansfield" }
            )
        })
        .collect();
    let mut all = vec!["Month|Offence type|District|Recorded"];
    all.extend(lines.iter().map(String::as_str));
    let reading = sheet(|sheet| rows(sheet, 0, &all));
    let sum: f64 = reading
        .source
        .observations
        .iter()
        .filter_map(|held| held.value)
        .sum();
    assert_eq!(
        (reading.source.observations.len(), sum),
        (24, 300.0),
        "{:?}",
        lines_of(&reading)
    );
    assert!(!codes(&reading).contains(&"incidents-counted"));
}

pub fn lines_of(reading: &Reading) -> (Vec<String>, Vec<String>) {
    (lines(reading), words(reading))
}
