//! What a person says of a workbook is taken into account, and nothing else changes.

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::data::{Period, Status, Unit};
use bellwether::import::answers::meanings;
use bellwether::import::decisions::{
    Across, BareYears, ColumnRole, Decision, Decisions, Keep, RowChoice, TableAnchor, TableChange,
};
use bellwether::import::shorthand::Meaning;
use bellwether::import::{CellRole, OpenedFile, Reading};

const TABLE: &str = "Recorded crime in Ashfield\n\
    \n\
    Offence,2019,2020,2021\n\
    Robbery,86,see email,96\n\
    Burglary,515,521,762\n\
    Arson,10,11,12\n";

fn opened(csv: &str) -> OpenedFile {
    OpenedFile::of_bytes("return.csv", csv.as_bytes(), &Progress::new()).unwrap()
}

fn read(file: &OpenedFile, decisions: &[Decision]) -> Reading {
    let mut said = Decisions::default();
    for decision in decisions {
        said.decide(decision.clone());
    }
    file.read(Gazetteer::built_in(), &said, &Progress::new())
        .unwrap()
}

/// Cell and value of each observation.
fn values(reading: &Reading) -> Vec<(String, Option<f64>)> {
    let observations = reading.source.observations.iter();
    observations
        .map(|observation| (observation.cell.to_string(), observation.value))
        .collect()
}

fn anchor(reading: &Reading) -> TableAnchor {
    let layout = reading.layouts.first().unwrap();
    layout.tables.first().unwrap().anchor
}

fn said(reading: &Reading, change: TableChange) -> Decision {
    Decision::Table(String::new(), anchor(reading), change)
}

#[test]
fn a_text_in_place_of_a_figure_is_asked_about_once_and_then_known() {
    let file = opened(TABLE);
    let concluded = read(&file, &[]);
    assert_eq!(concluded.open_questions(), 1);
    assert_eq!(concluded.source.observations.len(), 8);
    for (words, meaning) in meanings() {
        let answered = read(&file, &[Decision::Meaning("See email".into(), meaning)]);
        assert_eq!(answered.open_questions(), 0, "{words}");
        let at = answered
            .source
            .observations
            .iter()
            .find(|observation| observation.cell.to_string() == "C4");
        match meaning {
            Meaning::Status(status) => assert_eq!(at.unwrap().status, status),
            Meaning::Zero => assert_eq!(at.unwrap().value, Some(0.0)),
            _ => assert!(at.is_none(), "{words}"),
        }
        assert!(answered.sheets[0].account.adds_up());
    }
}

#[test]
fn a_finding_that_is_accepted_waits_no_more() {
    let file = opened(TABLE);
    let concluded = read(&file, &[]);
    let question = concluded.questions().next().unwrap();
    let accepted = bellwether::import::decisions::Accepted::of(question);
    let after = read(&file, &[Decision::Accept(accepted)]);
    assert_eq!(after.open_questions(), 0);
    assert_eq!(values(&after), values(&concluded));
}

#[test]
fn columns_and_rows_can_be_left_out_and_taken_in_again() {
    let file = opened(TABLE);
    let concluded = read(&file, &[]);
    let column = said(&concluded, TableChange::Column(3, ColumnRole::LeaveOut));
    let row = said(&concluded, TableChange::Rows(vec![4], RowChoice::LeaveOut));
    let without = read(&file, &[column, row.clone()]);
    let cells: Vec<String> = values(&without).into_iter().map(|(cell, _)| cell).collect();
    assert_eq!(cells, ["B4", "B6", "C6"]);
    assert!(without.sheets[0].account.adds_up());
    let again = said(&concluded, TableChange::Rows(vec![4], RowChoice::TakeIn));
    assert_eq!(values(&read(&file, &[row, again])), values(&concluded));
}

#[test]
fn a_table_or_a_sheet_can_be_left_out() {
    let file = opened(TABLE);
    let concluded = read(&file, &[]);
    for decision in [
        said(&concluded, TableChange::Take(false)),
        Decision::LeaveOutSheet(String::new(), true),
    ] {
        let without = read(&file, &[decision]);
        assert!(without.source.observations.is_empty());
        assert!(without.sheets[0].account.adds_up());
        assert_eq!(anchor(&without), anchor(&concluded));
    }
}

#[test]
fn bare_years_place_period_and_unit_are_taken_from_a_person() {
    let file = opened(TABLE);
    let concluded = read(&file, &[]);
    let answered = read(
        &file,
        &[
            said(&concluded, TableChange::BareYears(BareYears::FinancialTo)),
            said(&concluded, TableChange::Area("Mansfield".into())),
            said(&concluded, TableChange::Unit(Unit::Per1000)),
            said(
                &concluded,
                TableChange::ColumnPeriod(3, Period::month(2021, 5).unwrap()),
            ),
        ],
    );
    let source = &answered.source;
    let first = &source.observations[0];
    assert_eq!(source.period(first), Period::financial_year(2018).as_ref());
    assert_eq!(source.area(first).unwrap().name, "Mansfield");
    assert_eq!(source.measure(first).unwrap().unit, Unit::Per1000);
    assert!(source.periods.contains(&Period::month(2021, 5).unwrap()));
    assert!(
        answered
            .findings
            .iter()
            .all(|finding| finding.code() != "period-caution")
    );
}

#[test]
fn the_heading_can_be_pointed_at_where_none_was_found() {
    let csv = "a,b,c\n1,2,3\n4,5,6\nArea,Robbery,Burglary\nAshfield,7,8\nMansfield,9,10\n";
    let file = opened(csv);
    let heading = TableChange::Headings(vec![3]);
    let place = TableAnchor { row: 4, column: 0 };
    let named = TableChange::Period(Period::calendar_year(2021).unwrap());
    let answered = read(
        &file,
        &[
            Decision::Table(String::new(), place, heading),
            Decision::Table(String::new(), place, named),
            Decision::Table(String::new(), place, TableChange::Take(true)),
        ],
    );
    let found: Vec<_> = values(&answered)
        .into_iter()
        .filter(|(cell, _)| cell.ends_with('5') || cell.ends_with('6'))
        .collect();
    assert_eq!(
        found,
        [
            ("B5".to_owned(), Some(7.0)),
            ("C5".to_owned(), Some(8.0)),
            ("B6".to_owned(), Some(9.0)),
            ("C6".to_owned(), Some(10.0)),
        ]
    );
    assert!(answered.sheets[0].account.adds_up());
}

#[test]
fn of_two_figures_for_the_same_thing_the_one_that_was_said_holds() {
    let csv = "Recorded crime in Ashfield\n\nOffence,2019,2020\nRobbery,86,90\nBurglary,5,6\nRobbery,86,91\n";
    let file = opened(csv);
    let concluded = read(&file, &[]);
    assert_eq!(concluded.open_questions(), 1);
    let of_robbery = |keep: Keep| {
        let reading = read(&file, &[said(&concluded, TableChange::Conflicts(keep))]);
        assert_eq!(reading.open_questions(), 0, "{keep:?}");
        assert!(reading.sheets[0].account.adds_up());
        values(&reading)
            .into_iter()
            .filter(|(cell, _)| cell == "C4" || cell == "C6")
            .map(|(_, value)| value.unwrap())
            .collect::<Vec<f64>>()
    };
    assert_eq!(of_robbery(Keep::First), [90.0]);
    assert_eq!(of_robbery(Keep::Last), [91.0]);
    assert!(of_robbery(Keep::Neither).is_empty());
}

#[test]
fn cells_have_the_roles_that_the_screen_shows() {
    let file = opened(TABLE);
    let reading = read(
        &file,
        &[Decision::Meaning(
            "see email".into(),
            Meaning::Status(Status::AwaitingData),
        )],
    );
    let grid = file.workbook.sheets[0].grid.as_ref().unwrap();
    let role = |row, column| reading.cell_role(0, grid, row, column);
    assert_eq!(role(0, 0), Some(CellRole::Title));
    assert_eq!(role(1, 0), None);
    assert_eq!(role(2, 1), Some(CellRole::Period));
    assert_eq!(role(3, 0), Some(CellRole::Measure));
    assert_eq!(role(3, 1), Some(CellRole::Value));
    assert_eq!(role(3, 2), Some(CellRole::Marked));
}

#[test]
fn a_period_with_few_figures_is_still_a_column_of_values() {
    let csv = "Recorded crime in Ashfield\n\nOffence,2019,2020,2021\nRobbery,86,see email,96\n\
               Burglary,515,521,762\nShoplifting,12,see email,14\n";
    let reading = read(&opened(csv), &[]);
    assert!(values(&reading).contains(&(String::from("C5"), Some(521.0))));
    assert_eq!(reading.open_questions(), 1);
}

#[test]
fn figures_among_remarks_are_told() {
    let csv =
        "Area,2020/21,2021/22,Return\nAshfield,1,2,checked\nMansfield,3,4,17\nGedling,5,6,late\n";
    let reading = read(&opened(csv), &[]);
    let told = reading.findings.iter().any(|finding| {
        finding.code() == "loose-numbers"
            && finding.at.is_some_and(|at| at.first.to_string() == "D3")
    });
    assert!(told, "{:?}", reading.findings);
}

#[test]
fn what_the_headings_over_the_values_are_can_be_said() {
    let csv =
        "Feeling safe, 2021, per cent\n\nAnswer,Lindum,Abbey\nVery safe,40,50\nFairly safe,30,20\n";
    let file = opened(csv);
    let concluded = read(&file, &[]);
    let places = |reading: &Reading| -> Vec<String> {
        let areas = reading.source.areas.iter();
        areas.map(|area| area.name.clone()).collect()
    };
    assert!(places(&concluded).is_empty(), "nobody knows these places");
    let answered = read(
        &file,
        &[said(&concluded, TableChange::Across(Across::Places))],
    );
    assert_eq!(places(&answered), ["Lindum", "Abbey"]);
    assert_eq!(values(&answered).len(), 4);
}
