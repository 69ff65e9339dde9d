//! A layout that is remembered: the next return is known again, what was said of the old one is carried over
//! where it holds, and what differs is listed.

use std::path::{Path, PathBuf};

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::data::{Period, Status, Unit};
use bellwether::import::decisions::{
    Accepted, BareYears, ColumnRole, Decision, Decisions, Keep, RowChoice, TableAnchor, TableChange,
};
use bellwether::import::remembered::{DriftKind, Recognised, RememberedLayout, recognise};
use bellwether::import::shorthand::Meaning;
use bellwether::import::{OpenedFile, Reading};
use bellwether::project::layout_file;

use crate::shared::workbooks;

fn opened(csv: &str) -> OpenedFile {
    OpenedFile::of_bytes("return.csv", csv.as_bytes(), &Progress::new()).unwrap()
}

fn read(file: &OpenedFile, decisions: &Decisions) -> Reading {
    file.read(Gazetteer::built_in(), decisions, &Progress::new())
        .unwrap()
}

fn concluded(file: &OpenedFile) -> Reading {
    read(file, &Decisions::default())
}

fn anchor(file: &OpenedFile) -> TableAnchor {
    let reading = concluded(file);
    let tables = &reading.layouts.first().unwrap().tables;
    tables.first().unwrap().anchor
}

/// The layout of a table of which something was said.
fn remembered(csv: &str, changes: &[TableChange]) -> RememberedLayout {
    let file = opened(csv);
    let mut decisions = Decisions::default();
    for change in changes {
        let place = anchor(&file);
        decisions.decide(Decision::Table(String::new(), place, change.clone()));
    }
    RememberedLayout::of("Police", &file, &read(&file, &decisions), &decisions)
}

fn recognised(csv: &str, layout: &RememberedLayout) -> Option<Recognised> {
    let file = opened(csv);
    recognise(&file, &concluded(&file), std::slice::from_ref(layout))
}

/// What is read of a table by a layout: cell and value.
fn values_by(csv: &str, layout: &RememberedLayout) -> Vec<(String, Option<f64>)> {
    let file = opened(csv);
    let known = recognised(csv, layout).unwrap();
    let reading = read(&file, &known.decisions);
    assert!(reading.sheets.iter().all(|sheet| sheet.account.adds_up()));
    let observations = reading.source.observations.iter();
    observations
        .map(|held| (held.cell.to_string(), held.value))
        .collect()
}

fn not_carried(known: &Recognised) -> Vec<&str> {
    known
        .drift
        .iter()
        .filter_map(|drift| match &drift.kind {
            DriftKind::NotCarriedOver { what } => Some(what.as_str()),
            _ => None,
        })
        .collect()
}

fn words(known: &Recognised) -> Vec<String> {
    known.drift.iter().map(ToString::to_string).collect()
}

const TABLE: &str = "Recorded crime in Ashfield\n\
    \n\
    Offence,2019/20,2020/21,Check,Remark\n\
    Robbery,86,96,7,a\n\
    Burglary,515,521,8,b\n\
    Arson,10,11,9,c\n\
    All of these,611,628,24,d\n";

/// The same a year later: a column moved, a row and a year more.
const NEXT: &str = "Recorded crime in Ashfield\n\
    \n\
    Offence,Check,2019/20,2020/21,2021/22,Remark\n\
    Robbery,7,86,96,90,a\n\
    Fraud,3,12,14,19,x\n\
    Burglary,8,515,521,530,b\n\
    Arson,9,10,11,12,c\n\
    All of these,27,623,642,651,d\n";

#[test]
fn columns_are_known_by_heading_and_rows_by_label() {
    let layout = remembered(
        TABLE,
        &[
            TableChange::Column(3, ColumnRole::LeaveOut),
            TableChange::Rows(vec![6], RowChoice::LeaveOut),
        ],
    );
    let cells: Vec<String> = values_by(NEXT, &layout)
        .into_iter()
        .map(|(cell, _)| cell)
        .collect();
    assert_eq!(
        cells,
        [
            "C4", "D4", "E4", "C5", "D5", "E5", "C6", "D6", "E6", "C7", "D7", "E7"
        ]
    );
    let known = recognised(NEXT, &layout).unwrap();
    assert_eq!(known.partner, "Police");
    assert_eq!(
        words(&known),
        [
            "B3:B8: the column “Check” has moved",
            "A5:F5: the row “Fraud” is new",
            "one new period"
        ]
    );
}

#[test]
fn the_same_return_again_has_no_drift() {
    let layout = remembered(TABLE, &[]);
    let known = recognised(TABLE, &layout).unwrap();
    assert!(known.drift.is_empty(), "{:?}", known.drift);
    assert!(known.decisions.is_empty());
    assert!(known.confidence > 0.99);
}

#[test]
fn what_was_said_of_a_heading_that_is_gone_is_not_applied_and_said_so() {
    let layout = remembered(TABLE, &[TableChange::Column(3, ColumnRole::LeaveOut)]);
    let renamed = NEXT.replace("Check,", "Control,");
    let known = recognised(&renamed, &layout).unwrap();
    assert!(known.decisions.is_empty());
    assert_eq!(not_carried(&known), ["the column “Check”"]);
    // Two of the same name: nobody knows which one was meant.
    let doubled = NEXT.replace("Remark", "Check");
    let known = recognised(&doubled, &layout).unwrap();
    assert!(known.decisions.is_empty());
    assert_eq!(not_carried(&known), ["the column “Check”"]);
}

#[test]
fn a_row_that_now_stands_twice_is_asked_about_again() {
    let layout = remembered(TABLE, &[TableChange::Rows(vec![4], RowChoice::LeaveOut)]);
    let twice = NEXT.replace("Fraud", "Burglary");
    let known = recognised(&twice, &layout).unwrap();
    assert!(known.decisions.is_empty());
    assert_eq!(not_carried(&known), ["the row “Burglary”"]);
}

#[test]
fn the_period_of_a_return_is_not_that_of_the_next() {
    let csv = "Area,Robbery,Burglary\nAshfield,1,2\nMansfield,3,4\nGedling,5,6\n";
    let file = opened(csv);
    assert_eq!(concluded(&file).open_questions(), 1, "no period");
    let layout = remembered(
        csv,
        &[
            TableChange::Period(Period::calendar_quarter(2023, 1).unwrap()),
            TableChange::Unit(Unit::Count),
        ],
    );
    let known = recognised(csv, &layout).unwrap();
    let said = &known.decisions.sheets[""].tables[0];
    assert_eq!(said.period, None);
    assert_eq!(said.unit, Some(Unit::Count));
    assert_eq!(read(&file, &known.decisions).open_questions(), 1);
}

#[test]
fn the_period_of_a_column_holds_under_the_very_same_heading_alone() {
    let csv = "Hate crime in Ashfield,Sept 2020 – Oct 2021,Oct 2021 – Sept 2022\nHate crime,138,150\nRobbery,4,5\n";
    let meant = Period::year_ending(2021, 9).unwrap();
    let layout = remembered(csv, &[TableChange::ColumnPeriod(1, meant)]);
    let swapped = "Hate crime in Ashfield,Oct 2021 – Sept 2022,Sept 2020 – Oct 2021\nHate crime,150,138\nRobbery,5,4\n";
    let known = recognised(swapped, &layout).unwrap();
    let columns = &known.decisions.sheets[""].tables[0].columns;
    assert_eq!(columns.len(), 1);
    assert_eq!(columns[&2].period, Some(meant));
    let later = csv.replace("Sept 2020 – Oct 2021", "Sept 2021 – Oct 2022");
    assert!(recognised(&later, &layout).unwrap().decisions.is_empty());
}

#[test]
fn the_place_holds_where_the_program_concludes_what_it_did() {
    let csv = "Recorded crime\n\nOffence,2020/21,2021/22\nRobbery,1,2\nArson,3,4\n";
    let layout = remembered(csv, &[TableChange::Area("Ashfield".into())]);
    let known = recognised(csv, &layout).unwrap();
    let said = &known.decisions.sheets[""].tables[0];
    assert_eq!(said.area.as_deref(), Some("Ashfield"));
    let elsewhere = csv.replace("Recorded crime", "Recorded crime in Mansfield");
    let known = recognised(&elsewhere, &layout).unwrap();
    assert!(known.decisions.is_empty());
    assert_eq!(not_carried(&known), ["the place (“Ashfield”)"]);
}

#[test]
fn shares_stay_shares_only_while_they_look_like_shares() {
    let csv =
        "% who feel safe in Ashfield\n\nGroup,2020/21,2021/22\nWomen,0.52,0.41\nMen,0.71,0.62\n";
    let layout = remembered(
        csv,
        &[TableChange::Scale(bellwether::import::layout::Scale::Share)],
    );
    let known = recognised(csv, &layout).unwrap();
    assert!(known.decisions.sheets[""].tables[0].scale.is_some());
    let percent = csv
        .replace("0.52,0.41", "52,41")
        .replace("0.71,0.62", "71,62");
    if let Some(known) = recognised(&percent, &layout) {
        assert!(known.decisions.is_empty());
        assert_eq!(not_carried(&known), ["percentages"]);
    }
}

#[test]
fn what_a_symbol_means_holds_until_the_workbook_says_otherwise() {
    let file = opened(
        "Recorded crime in Ashfield\n\nOffence,2019/20,2020/21\nRobbery,86,tba\nArson,1,2\n",
    );
    let mut decisions = Decisions::default();
    let meaning = Meaning::Status(Status::AwaitingData);
    decisions.decide(Decision::Meaning("tba".into(), meaning));
    let layout = RememberedLayout::of("Police", &file, &read(&file, &decisions), &decisions);
    let next = "Recorded crime in Ashfield\n\nOffence,2019/20,2020/21,2021/22\nRobbery,86,96,tba\nArson,1,2,3\n";
    let known = recognised(next, &layout).unwrap();
    assert_eq!(known.decisions, decisions);
    assert_eq!(read(&opened(next), &known.decisions).open_questions(), 0);
}

#[test]
fn a_symbol_that_the_workbook_now_explains_otherwise_is_not_overruled() {
    let csv = "Recorded crime in Ashfield\n\nOffence,2019/20,2020/21\nRobbery,86,..\nArson,1,2\n";
    let file = opened(csv);
    let mut decisions = Decisions::default();
    let meaning = Meaning::Status(Status::AwaitingData);
    decisions.decide(Decision::Meaning("..".into(), meaning));
    let layout = RememberedLayout::of("Police", &file, &read(&file, &decisions), &decisions);
    assert_eq!(recognised(csv, &layout).unwrap().decisions, decisions);
    let explained = format!("{csv}\n.. = suppressed\n");
    let known = recognised(&explained, &layout).unwrap();
    assert!(known.decisions.is_empty());
    assert_eq!(not_carried(&known), ["“..”"]);
}

#[test]
fn headings_and_ends_that_were_pointed_at_are_found_again() {
    let layout = remembered(
        TABLE,
        &[TableChange::Headings(vec![2]), TableChange::Bottom(6)],
    );
    let lower = NEXT.replace("Ashfield\n", "Ashfield\nFor the board\n");
    let known = recognised(&lower, &layout).unwrap();
    let said = &known.decisions.sheets[""].tables[0];
    assert_eq!(
        (said.headings.as_ref(), said.bottom),
        (Some(&vec![3]), Some(8))
    );
    assert!(not_carried(&known).is_empty());
    let cells = values_by(&lower, &layout);
    assert!(
        cells.iter().all(|(cell, _)| !cell.ends_with('9')),
        "{cells:?}"
    );
    let without = lower.replace("Arson", "Fires");
    let known = recognised(&without, &layout).unwrap();
    assert_eq!(not_carried(&known), ["its end"]);
}

#[test]
fn a_sheet_that_is_left_out_stays_out_under_another_name() {
    let progress = Progress::new();
    let name = "ashfield_police_return.xlsx";
    let file = OpenedFile::open(&sample(name), &progress).unwrap();
    let mut decisions = Decisions::default();
    decisions.decide(Decision::LeaveOutSheet("Ashfield".into(), true));
    let layout = RememberedLayout::of("Police", &file, &read(&file, &decisions), &decisions);
    let next = OpenedFile::open(&sample("next_quarter").join(name), &progress).unwrap();
    let known = recognise(&next, &concluded(&next), &[layout]).unwrap();
    assert!(known.decisions.sheets["Recorded crime"].leave_out);
    let reading = read(&next, &known.decisions);
    let sheets: Vec<usize> = reading
        .sheets
        .iter()
        .map(|sheet| sheet.values_read)
        .collect();
    assert_eq!((sheets[1], sheets[2] > 0), (0, true));
}

#[test]
fn of_two_figures_the_choice_holds_for_the_same_two_alone() {
    let csv = "Recorded crime in Ashfield\n\nOffence,2019/20,2020/21\nRobbery,86,90\nBurglary,5,6\nRobbery,86,91\n";
    let layout = remembered(csv, &[TableChange::Conflicts(Keep::Last)]);
    let known = recognised(csv, &layout).unwrap();
    let said = &known.decisions.sheets[""].tables[0];
    assert_eq!(said.conflicts, Some(Keep::Last));
    let other = csv.replace("Robbery,86,91", "Burglary,5,7");
    let known = recognised(&other, &layout).unwrap();
    assert!(known.decisions.is_empty());
    assert_eq!(read(&opened(&other), &known.decisions).open_questions(), 1);
}

#[test]
fn a_table_that_was_pointed_at_is_found_by_its_headings() {
    let csv = "a,b,c\n1,2,3\n4,5,6\nArea,Robbery,Burglary\nAshfield,7,8\nMansfield,9,10\n";
    let file = opened(csv);
    let place = TableAnchor { row: 4, column: 0 };
    let mut decisions = Decisions::default();
    for change in [
        TableChange::Headings(vec![3]),
        TableChange::BareYears(BareYears::Calendar),
        TableChange::Take(true),
    ] {
        decisions.decide(Decision::Table(String::new(), place, change));
    }
    let reading = read(&file, &decisions);
    let layout = RememberedLayout::of("Police", &file, &reading, &decisions);
    let next = csv.replace("4,5,6\n", "4,5,6\n7,8,9\n");
    let known = recognised(&next, &layout).unwrap();
    let headings: Vec<_> = known.decisions.sheets[""]
        .tables
        .iter()
        .filter_map(|table| table.headings.clone())
        .collect();
    assert_eq!(headings, [vec![4]]);
}

#[test]
fn the_right_one_of_two_partners_is_known_and_neither_where_they_are_alike() {
    let ashfield = remembered(TABLE, &[TableChange::Column(3, ColumnRole::LeaveOut)]);
    let of_mansfield = TABLE.replace("Ashfield", "Mansfield");
    let mut mansfield = remembered(&of_mansfield, &[]);
    mansfield.partner = String::from("Mansfield");
    let file = opened(NEXT);
    let both = [mansfield.clone(), ashfield.clone()];
    let known = recognise(&file, &concluded(&file), &both).unwrap();
    assert_eq!((known.layout, known.partner.as_str()), (1, "Police"));
    let mut twin = ashfield.clone();
    twin.partner = String::from("Twin");
    twin.sheets[0].tables[0].said.columns.clear();
    assert_eq!(
        recognise(&file, &concluded(&file), &[ashfield, twin]),
        None,
        "what is said differs and nothing tells whose return it is"
    );
}

#[test]
fn another_workbook_is_of_no_layout() {
    let layout = remembered(TABLE, &[]);
    let other =
        "Answers by age\n\nAge,Very safe,Fairly safe\n16-24,40,35\n25-44,44,30\n65+,50,28\n";
    assert_eq!(recognised(other, &layout), None);
    let file = opened(TABLE);
    assert_eq!(recognise(&file, &concluded(&file), &[]), None);
    // The same headings and rows under a title of something else: the sheet was put to another use.
    let other_use = TABLE.replace(
        "Recorded crime in Ashfield",
        "Victims under eighteen, County",
    );
    assert_eq!(recognised(&other_use, &layout), None);
}

#[test]
fn a_layout_is_the_same_after_a_round_trip_and_readable() {
    let layout = remembered(
        TABLE,
        &[
            TableChange::Column(3, ColumnRole::LeaveOut),
            TableChange::ColumnUnit(1, Unit::Count),
            TableChange::Rows(vec![6], RowChoice::LeaveOut),
            TableChange::Area("Ashfield".into()),
            TableChange::BareYears(BareYears::FinancialFrom),
            TableChange::Bottom(7),
        ],
    );
    let text = layout_file::to_text(&layout).unwrap();
    assert_eq!(layout_file::parse(&text).unwrap(), layout);
    assert_eq!(
        layout_file::to_text(&layout_file::parse(&text).unwrap()).unwrap(),
        text
    );
    assert!(
        text.starts_with("(\n format: \"bellwether-layout\",\n version: 1,\n"),
        "{text}"
    );
    assert!(text.contains("heading: \"Check\""), "{text}");
    let newer = text.replace("version: 1", "version: 9");
    let refused = layout_file::parse(&newer).unwrap_err().to_string();
    assert!(refused.contains("newer Bellwether"), "{refused}");
    let broken = layout_file::parse(text.get(..text.len() / 2).unwrap()).unwrap_err();
    assert!(broken.to_string().contains("damaged at line"), "{broken}");
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

/// The layout of a sample, with everything it asks looked at.
fn layout_of_sample(name: &str) -> RememberedLayout {
    let file = OpenedFile::open(&sample(name), &Progress::new()).unwrap();
    let mut decisions = Decisions::default();
    for question in concluded(&file).questions() {
        decisions.decide(Decision::Accept(Accepted::of(question)));
    }
    RememberedLayout::of(name, &file, &read(&file, &decisions), &decisions)
}

/// The next quarter of a sample, known among layouts.
fn next_quarter(name: &str, layouts: &[RememberedLayout]) -> (OpenedFile, Recognised) {
    let next = sample("next_quarter").join(name);
    let next = OpenedFile::open(&next, &Progress::new()).unwrap();
    let known = recognise(&next, &concluded(&next), layouts)
        .unwrap_or_else(|| panic!("{name} is not known again"));
    assert_eq!(known.partner, name);
    (next, known)
}

#[test]
fn the_next_quarter_of_each_sample_is_known_among_all_and_asks_nothing() {
    let layouts: Vec<RememberedLayout> = DRIFT
        .iter()
        .map(|(name, _)| layout_of_sample(name))
        .collect();
    for (name, wanted) in DRIFT {
        let (file, known) = next_quarter(name, &layouts);
        assert_eq!(words(&known), *wanted, "{name}");
        assert_eq!(read(&file, &known.decisions).open_questions(), 0, "{name}");
    }
}

#[test]
fn nothing_personal_is_remembered() {
    let mut csv = String::from("Name,Age,Has kids,Date of death\n");
    for row in 0..30 {
        csv += &format!(
            "Ada Lovelace {row},{},TRUE,2020-01-{:02}\n",
            row + 30,
            row % 28 + 1
        );
    }
    let layout = remembered(&csv, &[TableChange::Rows(vec![4], RowChoice::LeaveOut)]);
    let text = layout_file::to_text(&layout).unwrap();
    assert!(
        text.contains("Has kids") && !text.contains("Lovelace"),
        "{text}"
    );
}

/// Sixty groups of the same names in ten sheets: each table is known by its title.
#[test]
fn tables_that_are_alike_are_told_apart() {
    let name = "police_and_crime_survey_tables.xlsx";
    let (file, known) = next_quarter(name, &[layout_of_sample(name)]);
    let drift = words(&known);
    assert_eq!(
        drift
            .iter()
            .filter(|words| words.ends_with(": the row “Ethnicity › White other” is gone"))
            .count(),
        10
    );
    assert!(
        drift.contains(&String::from(
            "Victim satisfaction: the sheet “Satisfied victims” is now called “Victim satisfaction”"
        )),
        "{drift:#?}"
    );
    assert_eq!(drift.len(), 12, "{drift:#?}");
    assert_eq!(read(&file, &known.decisions).open_questions(), 0);
}

/// The newer edition has sheets of the same names with other tables in them.
#[test]
fn two_editions_of_published_tables() {
    let Some(folder) = workbooks() else { return };
    let progress = Progress::new();
    let open = |name: &str| OpenedFile::open(&folder.join(name), &progress).unwrap();
    let old = open("ons_pfa_tables_ye_mar2018.xlsx");
    let new = open("ons_pfa_tables_ye_sep2019.xlsx");
    let (before, after) = (concluded(&old), concluded(&new));
    // Something is said of every table, so that a table that is taken for another would show it.
    let mut decisions = Decisions::default();
    for sheet in &before.layouts {
        for table in &sheet.tables {
            let area = TableChange::Rows(vec![table.top], RowChoice::LeaveOut);
            decisions.decide(Decision::Table(sheet.sheet.clone(), table.anchor, area));
        }
    }
    let layout = RememberedLayout::of("ONS", &old, &before, &decisions);
    let known = recognise(&new, &after, &[layout]);
    let known = known.unwrap();
    let sheets: Vec<&str> = known
        .decisions
        .sheets
        .keys()
        .map(|name| name.trim())
        .collect();
    assert_eq!(
        sheets,
        ["Table P1", "Table P2", "Table P3", "Table P4", "Table P5"],
        "P6 holds another table now"
    );
    let drift = words(&known);
    let count = |says: &str| drift.iter().filter(|words| words.contains(says)).count();
    assert_eq!(
        count("Table P6: Knife or sharp instrument rates"),
        1,
        "{drift:#?}"
    );
    assert_eq!(count("Table P6: Experiences of anti-social behaviour"), 1);
    for gone in ["P7", "P8", "P9", "P10"] {
        assert_eq!(count(&format!("the sheet “Table {gone}” is gone")), 1);
    }
    // What is read by the layout is what the program concludes, but for the rows that were left out.
    let by_layout = read(&new, &known.decisions);
    let figures = |reading: &Reading| -> Vec<String> {
        let source = &reading.source;
        let held = source.observations.iter();
        held.map(|held| crate::facts::describe(source, held))
            .collect()
    };
    let all: std::collections::HashSet<String> = figures(&after).into_iter().collect();
    let read = figures(&by_layout);
    assert!(read.iter().all(|figure| all.contains(figure)));
    let left_out = by_layout
        .findings
        .iter()
        .filter(|finding| finding.code() == "rows-left-out")
        .count();
    assert_eq!(left_out, 5);
    let of_p6 = |figures: &[String]| {
        let of_sheet = figures
            .iter()
            .filter(|figure| figure.starts_with("Table P6"));
        of_sheet.count()
    };
    assert_eq!(of_p6(&read), of_p6(&figures(&after)));
}

/// What differs in the next quarter of each sample.
const DRIFT: &[(&str, &[&str])] = &[
    (
        "ashfield_police_return.xlsx",
        &[
            "Recorded crime: the sheet “Ashfield” is now called “Recorded crime”",
            "Recorded crime › A4:F21: the table “Table 3: Recorded crime in Ashfield” is now called “Table 3: Police recorded crime in Ashfield”",
            "Recorded crime › B4:B21: the column “% change for past year” has moved",
            "Recorded crime › A21:F21: the row “Stalking” is new",
            "Recorded crime: the row “Bicycle Theft” is gone",
            "one new period",
        ],
    ),
    (
        "neighbourhood_concerns_ashfield.xlsx",
        &[
            "Ashfield concerns: the sheet “Ashfield ” is now called “Ashfield concerns”",
            "Ashfield concerns › E5:E10: the column “Trend” has moved",
            "Ashfield concerns › A9:E9: the row “Burglary” is new",
            "Ashfield concerns: the row “Car crime” is gone",
        ],
    ),
    (
        "violence_deaths_by_area.xlsx",
        &[
            "Violence: the sheet “Deaths from violence” is now called “Violence”",
            "Violence › D4:D15: the column “Rate per 100,000 residents” is new",
            "one new period",
        ],
    ),
    (
        "ashfield_environmental_crime.xlsx",
        &[
            "2022-23 › A8:C8: the row “Abandoned vehicles” is new",
            "2022-23: the row “Waste on land” is gone",
            "one new period",
        ],
    ),
    (
        "commissioner_survey_measures.xlsx",
        &[
            "Confidence in the police: the sheet “Confidence by area” is now called “Confidence in the police”",
            "Drivers: the sheet “Drivers” is gone",
            "one new period",
        ],
    ),
    ("partnership_targets.xlsx", &["one new period"]),
    (
        "police_recorded_crime_monthly.xlsx",
        &[
            "Recorded crime: the sheet “Monthly” is now called “Recorded crime”",
            "Recorded crime › A4:AO149: the table “Police recorded crime by district, offence and month, October 2019 to September 2022” is now called “Police recorded crime by district, offence type and month, October 2019 to December 2022”",
            "Recorded crime: the rows “Ashfield › Knife Crime” and 8 more are gone",
            "3 new periods",
        ],
    ),
];
