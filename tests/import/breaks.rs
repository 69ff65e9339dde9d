//! Notes of breaks in series: clear ones are kept with their cells, others are findings.

use bellwether::data::BreakReason;
use bellwether::import::{FindingKind, Reading};
use rust_xlsxwriter::Workbook;

use crate::shared;
use crate::synthetic::{read, rows, sheet};

const TABLE: [&str; 4] = [
    "Area|2016/17|2017/18|2018/19",
    "Ashfield|500|510|520",
    "Mansfield|600|620|610",
    "Bassetlaw|400|410|420",
];

fn with_note(note: &str) -> Reading {
    sheet(|page| {
        page.write_string(0, 0, "Burglary offences by district")
            .unwrap();
        rows(page, 2, &TABLE);
        page.write_string(8, 0, note).unwrap();
    })
}

fn unclear(reading: &Reading) -> usize {
    let findings = reading.findings.iter();
    findings
        .filter(|finding| matches!(finding.kind, FindingKind::BreakUnclear { .. }))
        .count()
}

#[test]
fn a_clear_note_is_kept_with_its_cell() {
    let reading = with_note("Counting rules changed from April 2017");
    let [held] = reading.source.breaks.as_slice() else {
        panic!("{:?}", reading.findings);
    };
    assert_eq!(held.reason, BreakReason::CountingRules);
    assert_eq!(held.from.start, jiff::civil::date(2017, 4, 1));
    assert_eq!(held.cell.to_string(), "A9");
    assert_eq!(held.measures, [0]);
    let told = reading.findings.iter().any(|finding| {
        matches!(&finding.kind, FindingKind::BreakNoted { from, count: 1, .. } if from == "April 2017")
    });
    assert!(told, "{:?}", reading.findings);
    // "In" a year of the table is that year.
    let reading = with_note("The definition of burglary was revised in 2017/18.");
    assert_eq!(reading.source.breaks[0].from.label(), "2017/18");
}

#[test]
fn what_is_not_clear_is_a_finding_only() {
    for note in [
        "Counting rules were revised in 2017.",
        "Figures are not comparable with previous years",
        "Counting rules changed from April 2017 in Ashfield",
        "Figures may not be comparable with those before 2017/18",
    ] {
        let reading = with_note(note);
        assert!(reading.source.breaks.is_empty(), "{note}");
        assert_eq!(unclear(&reading), 1, "{note}");
    }
    for note in [
        "Figures are not comparable with other forces",
        "Comparable data not available",
    ] {
        let reading = with_note(note);
        assert!(
            reading.source.breaks.is_empty() && unclear(&reading) == 0,
            "{note}"
        );
    }
}

#[test]
fn a_note_of_the_cover_is_of_all_and_a_numbered_one_of_what_it_names() {
    let book = |note: &str| {
        let mut book = Workbook::new();
        let cover = book.add_worksheet().set_name("Cover").unwrap();
        cover.write_string(0, 0, "Police return").unwrap();
        cover.write_string(4, 0, note).unwrap();
        for name in ["Burglary offences", "Theft offences"] {
            let page = book.add_worksheet().set_name(name).unwrap();
            page.write_string(0, 0, format!("{name} by district"))
                .unwrap();
            rows(page, 2, &TABLE);
        }
        read(&book.save_to_buffer().unwrap())
    };
    let all = book("Data prior to 2017/18 are not comparable with later years.");
    assert_eq!(all.source.breaks[0].measures.len(), 2, "{:?}", all.findings);
    let numbered = book("3. Data prior to 2017/18 are not comparable with later years.");
    assert!(numbered.source.breaks.is_empty());
    assert_eq!(unclear(&numbered), 1);
    let named = book("3. Theft offences before 2017/18 are not comparable with later years.");
    let [held] = named.source.breaks.as_slice() else {
        panic!("{:?}", named.findings);
    };
    let measure = usize::try_from(held.measures[0]).unwrap();
    assert!(named.source.measures[measure].name.contains("Theft"));
    assert_eq!(held.measures.len(), 1);
}

#[test]
fn published_notes_are_understood() {
    let Some(folder) = shared::workbooks() else {
        return;
    };
    let police = shared::read(&folder.join("ons_pfa_tables_ye_mar2018.xlsx"));
    let found: Vec<_> = police.source.breaks.iter().collect();
    let [held] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(held.from.label(), "12 months to Mar 2012");
    assert_eq!(held.reason, BreakReason::CountingRules);
    assert_eq!(police.source.sheet_name(held.cell.sheet), "Table P7");
    for measure in &held.measures {
        let name = &police.source.measures[usize::try_from(*measure).unwrap()].name;
        assert!(name.contains("nti-social"), "{name}");
    }
    assert!(
        unclear(&police) > 0,
        "that of Greater Manchester is of one force"
    );
    let survey = shared::read(&folder.join("shs_2021_neighbourhoods_safety.xlsx"));
    let held = &survey.source.breaks[0];
    assert_eq!(
        (held.from.label().as_str(), held.reason),
        ("2020", BreakReason::Mode)
    );
    assert_eq!(survey.source.sheet_name(held.cell.sheet), "Cover");
}
