//! Small workbooks with faults and odd shapes, with exactly what must be read from them.

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{ReadError, read_bytes};
use rust_xlsxwriter::{Format, Workbook};

use crate::synthetic::{lines, read, rows, sheet};

#[test]
fn files_that_cannot_be_read_say_why() {
    let fault = |bytes: &[u8]| {
        read_bytes("x.xlsx", bytes, Gazetteer::built_in(), &Progress::new()).unwrap_err()
    };
    assert!(matches!(fault(b""), ReadError::Empty { .. }));
    assert!(matches!(
        fault(b"%PDF-1.7 ..."),
        ReadError::NotAWorkbook { .. }
    ));
    assert!(matches!(fault(b"PK\x03\x04..."), ReadError::Damaged { .. }));
    let mut book = Workbook::new();
    rows(book.add_worksheet(), 0, &["District|2020", "Gedling|5"]);
    let mut bytes = book.save_to_buffer().unwrap();
    bytes.truncate(bytes.len() / 2);
    assert!(matches!(fault(&bytes), ReadError::Damaged { .. }));
    let progress = Progress::new();
    progress.cancel();
    let stopped = read_bytes(
        "x.csv",
        b"District,2020\nGedling,5\n",
        Gazetteer::built_in(),
        &progress,
    );
    assert!(
        matches!(stopped, Err(ReadError::Cancelled { .. })),
        "{stopped:?}"
    );
}

#[test]
fn a_merge_across_the_whole_sheet_and_styled_blanks_cost_nothing() {
    let reading = sheet(|sheet| {
        let bold = Format::new().set_bold();
        rows(sheet, 1, &["District|2019|2020", "Gedling|5|6"]);
        sheet
            .merge_range(0, 0, 0, 16_383, "Robbery by district", &bold)
            .unwrap();
        for row in 10..2_000 {
            sheet.write_blank(row, 40, &bold).unwrap();
        }
    });
    assert_eq!(
        lines(&reading),
        [
            "B3 Robbery [count] | Gedling | 2019-01-01 to 2019-12-31 | 5",
            "C3 Robbery [count] | Gedling | 2020-01-01 to 2020-12-31 | 6",
        ]
    );
    assert_eq!(reading.sheets[0].account.cells, 7);
}

#[test]
fn an_illustrative_workbook_says_so() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Robbery by district, 2022",
                "Illustrative, not published",
                "District|Offences",
                "Gedling|5",
                "Mansfield|6",
            ],
        );
    });
    assert!(reading.source.is_illustrative);
    assert_eq!(reading.source.title, "Robbery by district, 2022");
}

#[test]
fn a_base_belongs_to_the_period_it_names() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Percentage of adults who felt safe after dark",
                "Personal characteristic|Apr 2021 to Mar 2022 percentage|Apr 2022 to Mar 2023 percentage|Significant change|Apr 2022 to Mar 2023 unweighted base",
                "All adults|75.1|74.2|No|31234",
                "Men|88.1|[u]|No|15000",
                "Women|63.1|61|Yes|16000",
            ],
        );
    });
    let topic = "Percentage of adults who felt safe after dark [percent]";
    let (before, after) = ("2021-04-01 to 2022-03-31", "2022-04-01 to 2023-03-31");
    assert_eq!(
        lines(&reading),
        [
            format!("B3 {topic} | {before} | 75.1"),
            format!("C3 {topic} | {after} | 74.2 (n=31234)"),
            format!("B4 {topic} | Sex=Men | {before} | 88.1"),
            format!("C4 {topic} | Sex=Men | {after} | low reliability (n=15000)"),
            format!("B5 {topic} | Sex=Women | {before} | 63.1"),
            format!("C5 {topic} | Sex=Women | {after} | 61 (n=16000)"),
        ]
    );
}

#[test]
fn a_cross_tab_of_shares_under_rows_of_bases() {
    let reading = sheet(|sheet| {
        let plain = Format::new();
        rows(
            sheet,
            0,
            &[
                "Q1. How safe do you feel after dark? 2023",
                "|||",
                "|Total|Male|Female|16-24",
                "Unweighted base|1000|480|520|100",
                "Weighted base|1000|490|510|150",
                "Very safe|0.2|0.3|0.1|0.25",
                "Fairly safe|0.4|0.45|0.35|0.3",
            ],
        );
        sheet.merge_range(1, 2, 1, 3, "Gender", &plain).unwrap();
        sheet.write_string(1, 4, "Age").unwrap();
    });
    let topic = "Q1. How safe do you feel after dark?";
    let year = "2023-01-01 to 2023-12-31";
    assert_eq!(
        lines(&reading),
        [
            format!("B6 {topic}: Very safe [percent] | {year} | 20 (n=1000)"),
            format!("C6 {topic}: Very safe [percent] | Gender=Male | {year} | 30 (n=480)"),
            format!("D6 {topic}: Very safe [percent] | Gender=Female | {year} | 10 (n=520)"),
            format!("E6 {topic}: Very safe [percent] | Age=16-24 | {year} | 25 (n=100)"),
            format!("B7 {topic}: Fairly safe [percent] | {year} | 40 (n=1000)"),
            format!("C7 {topic}: Fairly safe [percent] | Gender=Male | {year} | 45 (n=480)"),
            format!("D7 {topic}: Fairly safe [percent] | Gender=Female | {year} | 35 (n=520)"),
            format!("E7 {topic}: Fairly safe [percent] | Age=16-24 | {year} | 30 (n=100)"),
        ]
    );
}

#[test]
fn open_data_by_quarter_and_code() {
    let reading = read(
        b"Financial Year,Financial Quarter,Force Name,CSP Name,Offence Group,Offence Subgroup,Offence Code,Number of Offences\n\
          2022/23,1,Nottinghamshire,Ashfield,Theft offences,Burglary,28A,55\n\
          2022/23,2,Nottinghamshire,Ashfield,Theft offences,Burglary,28A,60\n\
          2022/23,1,Nottinghamshire,Mansfield,Theft offences,Shoplifting,46,5\n",
    );
    assert_eq!(
        lines(&reading),
        [
            "H2 Theft offences › Burglary [count] | Ashfield | 2022-04-01 to 2022-06-30 | 55",
            "H3 Theft offences › Burglary [count] | Ashfield | 2022-07-01 to 2022-09-30 | 60",
            "H4 Theft offences › Shoplifting [count] | Mansfield | 2022-04-01 to 2022-06-30 | 5",
        ]
    );
}

#[test]
fn months_filled_down_under_places_merged_over_two_counts() {
    let reading = sheet(|sheet| {
        let plain = Format::new();
        rows(
            sheet,
            0,
            &[
                "Hospital admissions for assault",
                "Year|Month",
                "||FAEs|FCEs|FAEs|FCEs",
                "|April|12|14|100|120",
                "|May|13|15|*|130",
                "* Suppressed: fewer than 8",
            ],
        );
        sheet.merge_range(1, 2, 1, 3, "North East", &plain).unwrap();
        sheet.merge_range(1, 4, 1, 5, "London", &plain).unwrap();
        sheet.merge_range(3, 0, 4, 0, "2022-23", &plain).unwrap();
    });
    let (april, may) = ("2022-04-01 to 2022-04-30", "2022-05-01 to 2022-05-31");
    let topic = "Hospital admissions for assault";
    assert_eq!(
        lines(&reading),
        [
            format!("C4 {topic}: FAEs [count] | North East | {april} | 12"),
            format!("D4 {topic}: FCEs [count] | North East | {april} | 14"),
            format!("E4 {topic}: FAEs [count] | London | {april} | 100"),
            format!("F4 {topic}: FCEs [count] | London | {april} | 120"),
            format!("C5 {topic}: FAEs [count] | North East | {may} | 13"),
            format!("D5 {topic}: FCEs [count] | North East | {may} | 15"),
            format!("E5 {topic}: FAEs [count] | London | {may} | suppressed"),
            format!("F5 {topic}: FCEs [count] | London | {may} | 130"),
        ]
    );
}

#[test]
fn figures_that_look_like_years_are_figures() {
    let reading = read(
        b"District,Offence,2021,2022\nAshfield,Burglary,1999,2004\nGedling,Burglary,2003,2010\nMansfield,Burglary,500,600\n",
    );
    let values: Vec<f64> = reading
        .source
        .observations
        .iter()
        .filter_map(|held| held.value)
        .collect();
    assert_eq!(values, [1999.0, 2004.0, 2003.0, 2010.0, 500.0, 600.0]);
}
