//! The change table: which measures, which periods, which test, and what may not be said.

use std::sync::Arc;

use bellwether::analysis::change_table::{
    Against, ChangeRow, ChangeTableAnswer, ChangeTableScope, RowsBy, RowsOf, Test, change_table,
};
use bellwether::analysis::{Catalogue, Direction, MeasureKey, Question};
use bellwether::base::text::fold;
use bellwether::data::measure::Theme;
use bellwether::data::{AreaKind, Period, Source, Status, Unit};

use crate::table::{Row, source};

fn table(
    sources: &[Arc<Source>],
    about: (&str, Unit),
    scope: &ChangeTableScope,
) -> ChangeTableAnswer {
    let question = Question::about(MeasureKey {
        folded_name: fold(about.0),
        unit: about.1,
    });
    change_table(&Catalogue::of(sources), &question, scope).unwrap()
}

fn counts(rows: &[Row]) -> ChangeTableAnswer {
    let sources = [source("a", rows)];
    table(
        &sources,
        ("Burglary", Unit::Count),
        &ChangeTableScope::default(),
    )
}

fn row<'a>(answer: &'a ChangeTableAnswer, name: &str) -> &'a ChangeRow {
    answer.rows.iter().find(|row| row.name == name).unwrap()
}

/// Two years of months that add up to the counts given, the later ones uneven.
fn months(measure: &'static str, before: f64, now: f64, uneven: f64) -> Vec<Row> {
    let mut rows = Vec::new();
    for (start, year) in [(2020, before), (2021, now)] {
        for month in 0..12_i32 {
            let first = Period::month(start, 4).unwrap();
            let swing = if month % 2 == 0 { uneven } else { -uneven };
            let value = year / 12.0 + if start == 2021 { swing } else { 0.0 };
            let row = Row::count(measure, "Ashfield", start, value);
            rows.push(row.at(first.moved_by_months(month).unwrap()));
        }
    }
    rows
}

#[test]
fn no_per_cent_of_fewer_than_fifty_and_none_of_nought() {
    let answer = counts(&[
        Row::count("Burglary", "Ashfield", 2020, 500.0),
        Row::count("Burglary", "Ashfield", 2021, 515.0),
        Row::count("Robbery", "Ashfield", 2020, 49.0),
        Row::count("Robbery", "Ashfield", 2021, 98.0),
        Row::count("Arson", "Ashfield", 2020, 0.0),
        Row::count("Arson", "Ashfield", 2021, 12.0),
        Row::count("Homicide", "Ashfield", 2020, 0.0),
        Row::count("Homicide", "Ashfield", 2021, 0.0),
    ]);
    assert_eq!(answer.rows.len(), 4);
    assert!(row(&answer, "Burglary").percent.is_some());
    assert_eq!(
        row(&answer, "Burglary").direction(),
        Direction::NoClearChange
    );
    assert_eq!(row(&answer, "Robbery").percent, None);
    assert_eq!(row(&answer, "Robbery").direction(), Direction::Up);
    assert_eq!(row(&answer, "Arson").percent, None);
    assert_eq!(row(&answer, "Homicide").direction(), Direction::NotTested);
    assert_eq!(answer.tested, 3, "nothing is tested where nothing happened");
}

#[test]
fn many_changes_are_judged_together() {
    const NAMES: [&str; 11] = [
        "Arson",
        "Assault",
        "Fraud",
        "Robbery",
        "Shoplifting",
        "Stalking",
        "Theft",
        "Trespass",
        "Vehicle crime",
        "Violence",
        "Wounding",
    ];
    // Alone it would be clear (p = 0.04); among twelve it is not.
    let mut rows = Vec::new();
    rows.push(Row::count("Burglary", "Ashfield", 2020, 500.0));
    rows.push(Row::count("Burglary", "Ashfield", 2021, 566.0));
    let alone = counts(&[
        rows[0].clone(),
        rows[1].clone(),
        Row::count("Homicide", "Ashfield", 2020, 0.0),
        Row::count("Homicide", "Ashfield", 2021, 0.0),
    ]);
    assert_eq!(row(&alone, "Burglary").direction(), Direction::Up);
    for name in NAMES {
        rows.push(Row::count(name, "Ashfield", 2020, 300.0));
        rows.push(Row::count(name, "Ashfield", 2021, 301.0));
    }
    let among = counts(&rows);
    assert_eq!(among.tested, 12);
    assert_eq!(
        row(&among, "Burglary").direction(),
        Direction::NoClearChange
    );
}

#[test]
fn months_that_add_up_judge_years_and_others_do_not() {
    let years = |now: f64| {
        vec![
            Row::count("Burglary", "Ashfield", 2020, 1_200.0),
            Row::count("Burglary", "Ashfield", 2021, now),
            Row::count("Robbery", "Ashfield", 2020, 100.0),
            Row::count("Robbery", "Ashfield", 2021, 100.0),
        ]
    };
    let with_months = |now: f64, months_of: f64, uneven: f64| {
        let sources = [
            source("months", &months("Burglary", 1_200.0, months_of, uneven)),
            source("years", &years(now)),
        ];
        table(
            &sources,
            ("Burglary", Unit::Count),
            &ChangeTableScope::default(),
        )
    };
    let steady = with_months(1_380.0, 1_380.0, 0.0);
    assert_eq!(row(&steady, "Burglary").test, Test::MonthlyCounts);
    assert_eq!(row(&steady, "Burglary").direction(), Direction::Up);
    assert_eq!(
        row(&steady, "Robbery").test,
        Test::TwoCounts,
        "it has no months"
    );
    let bunched = with_months(1_380.0, 1_380.0, 90.0);
    assert_eq!(
        row(&bunched, "Burglary").direction(),
        Direction::NoClearChange,
        "months that vary so much say nothing clear of their years"
    );
    let other = with_months(1_392.0, 1_380.0, 90.0);
    assert_eq!(
        row(&other, "Burglary").test,
        Test::TwoCounts,
        "months of something else are no evidence"
    );
    assert_eq!(row(&other, "Burglary").direction(), Direction::Up);
}

#[test]
fn a_year_is_the_sum_of_its_months_where_no_source_gives_it() {
    let mut rows = months("Burglary", 1_200.0, 1_380.0, 0.0);
    rows.extend(months("Robbery", 240.0, 120.0, 0.0));
    let sources = [source("months", &rows)];
    let answer = table(
        &sources,
        ("Burglary", Unit::Count),
        &ChangeTableScope::default(),
    );
    assert_eq!(answer.period, Period::year_ending(2022, 3));
    let burglary = row(&answer, "Burglary");
    assert!(burglary.is_summed);
    let now = burglary.to.as_ref().unwrap().estimate().unwrap();
    assert_eq!((now.value, now.provenance.cells.len()), (1_380.0, 12));
    // A month that is missing is no nought.
    let sources = [source("months", &rows[..rows.len() - 1])];
    let answer = table(
        &sources,
        ("Burglary", Unit::Count),
        &ChangeTableScope::default(),
    );
    let robbery = answer.rows.iter().find(|row| row.name == "Robbery");
    assert!(robbery.is_none_or(|row| row.to.is_none()));
}

#[test]
fn the_one_rule_holds_for_percentages_and_small_bases_are_withheld() {
    let rows = [
        Row::percent("Feel safe after dark", 2020, 63.0, Some(4_000.0)),
        Row::percent("Feel safe after dark", 2021, 57.0, Some(4_000.0)),
        Row::percent("Feel safe in the day", 2020, 90.0, Some(20.0)),
        Row::percent("Feel safe in the day", 2021, 50.0, Some(4_000.0)),
        Row::count("Burglary", "Nottinghamshire", 2020, 500.0),
    ];
    let sources = [source("survey", &rows)];
    let scope = ChangeTableScope {
        rows: Some(RowsOf::Theme(Theme::FeelingsOfSafety)),
        ..ChangeTableScope::default()
    };
    let answer = table(&sources, ("Feel safe after dark", Unit::Percent), &scope);
    let dark = row(&answer, "Feel safe after dark");
    assert_eq!(
        (dark.direction(), dark.test),
        (Direction::Down, Test::Percentages)
    );
    assert_eq!(dark.percent, None, "points are no per cent");
    let day = row(&answer, "Feel safe in the day");
    assert!(day.change.is_none() && day.printed.is_none());
    assert_eq!(day.direction(), Direction::NotTested);
    assert_eq!(answer.tested, 1);
    let of_table = table(
        &sources,
        ("Feel safe after dark", Unit::Percent),
        &ChangeTableScope::default(),
    );
    assert_eq!(of_table.left_out.other_unit, 1, "burglary is a count");
}

#[test]
fn what_is_not_comparable_is_not_tested() {
    let mut later = Row::count("Burglary", "Ashfield", 2021, 900.0);
    later.status = Status::Break;
    let answer = counts(&[
        Row::count("Burglary", "Ashfield", 2020, 500.0),
        later,
        Row::count("Robbery", "Ashfield", 2020, 100.0),
        Row::count("Robbery", "Ashfield", 2021, 100.0),
    ]);
    assert_eq!(row(&answer, "Burglary").direction(), Direction::NotTested);
    assert_eq!(row(&answer, "Burglary").test, Test::None);
}

#[test]
fn without_a_year_before_the_period_before_stands_in() {
    let answer = counts(&[
        Row::count("Burglary", "Ashfield", 2018, 500.0),
        Row::count("Burglary", "Ashfield", 2021, 515.0),
        Row::count("Robbery", "Ashfield", 2018, 100.0),
        Row::count("Robbery", "Ashfield", 2021, 100.0),
    ]);
    assert_eq!(answer.against, Against::PeriodBefore);
    assert_eq!(answer.earlier, Period::financial_year(2018));
    let one_year = counts(&[
        Row::count("Burglary", "Ashfield", 2021, 515.0),
        Row::count("Robbery", "Ashfield", 2021, 100.0),
    ]);
    assert_eq!((one_year.earlier, one_year.rows.len()), (None, 2));
    assert!(one_year.rows.iter().all(|row| row.change.is_none()));
}

#[test]
fn periods_of_other_lengths_are_not_set_against_each_other() {
    let half = Period::span(
        jiff::civil::date(2021, 4, 1),
        jiff::civil::date(2021, 9, 30),
    )
    .unwrap();
    let rows = [
        Row::count("Burglary", "Ashfield", 2020, 730.0).at(Period::financial_year(2019).unwrap()),
        Row::count("Burglary", "Ashfield", 2021, 366.0).at(half),
        Row::count("Robbery", "Ashfield", 2020, 100.0).at(Period::financial_year(2019).unwrap()),
        Row::count("Robbery", "Ashfield", 2021, 50.0).at(half),
    ];
    let answer = counts(&rows);
    // Half a year is never set against a whole one by itself.
    assert_eq!(answer.earlier, None);
}

/// Two years of two offences in three districts and the county.
fn by_district() -> Vec<Row> {
    let mut rows = Vec::new();
    for (offence, factor) in [("Burglary", 1.0), ("Robbery", 0.5)] {
        for (area, before, now) in [
            ("Ashfield", 400.0, 600.0),
            ("Gedling", 400.0, 405.0),
            ("Mansfield", 30.0, 20.0),
        ] {
            rows.push(Row::count(offence, area, 2020, factor * before));
            rows.push(Row::count(offence, area, 2021, factor * now));
        }
        let county = Some(("Nottinghamshire", AreaKind::County));
        for (year, value) in [(2020, 830.0), (2021, 1025.0)] {
            let row = Row::count(offence, "", year, factor * value);
            rows.push(Row {
                area: county,
                ..row
            });
        }
    }
    rows
}

#[test]
fn rows_are_districts_of_one_offence_and_the_wider_area_comes_first() {
    let sources = [source("a", &by_district())];
    let scope = |measure| ChangeTableScope {
        by: RowsBy::Areas {
            kind: AreaKind::District,
            measure,
        },
        ..ChangeTableScope::default()
    };
    let answer = table(&sources, ("Burglary", Unit::Count), &scope(None));
    let names: Vec<&str> = answer.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        ["Nottinghamshire", "Ashfield", "Gedling", "Mansfield"]
    );
    assert!(answer.rows[0].is_total && !answer.rows[1].is_total);
    assert_eq!(answer.options.kinds, [AreaKind::District]);
    assert_eq!(answer.tested, 4, "one family");
    assert_eq!(row(&answer, "Ashfield").direction(), Direction::Up);
    assert_eq!(
        row(&answer, "Gedling").direction(),
        Direction::NoClearChange
    );
    assert_eq!(row(&answer, "Mansfield").percent, None, "no per cent of 30");
    let robbery = MeasureKey {
        folded_name: fold("Robbery"),
        unit: Unit::Count,
    };
    let answer = table(&sources, ("Burglary", Unit::Count), &scope(Some(robbery)));
    assert_eq!(answer.name, "Robbery");
    let now = row(&answer, "Ashfield")
        .to
        .as_ref()
        .and_then(|to| to.estimate());
    assert!((now.unwrap().value - 300.0).abs() < 1e-9);
    // A kind of which there are no several areas leaves the offences.
    let wards = ChangeTableScope {
        by: RowsBy::Areas {
            kind: AreaKind::Ward,
            measure: None,
        },
        ..ChangeTableScope::default()
    };
    let answer = table(&sources, ("Burglary", Unit::Count), &wards);
    assert_eq!(answer.by, RowsBy::Measures);
}

#[test]
fn a_sub_offence_stands_after_its_group() {
    let mut rows = Vec::new();
    for offence in [
        "Theft › Shoplifting",
        "Burglary",
        "Theft",
        "Drugs › Possession",
        "Theft › Bicycles",
    ] {
        rows.push(Row::count(offence, "Ashfield", 2020, 400.0));
        rows.push(Row::count(offence, "Ashfield", 2021, 420.0));
    }
    let answer = counts(&rows);
    let named: Vec<(&str, bool)> = answer
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.is_part))
        .collect();
    assert_eq!(
        named,
        [
            ("Burglary", false),
            ("Theft", false),
            ("Shoplifting", true),
            ("Bicycles", true),
            ("Drugs › Possession", false),
        ]
    );
}

/// Offences in groups, as (offence, earlier, later).
fn in_groups(counts: &[(&'static str, f64, f64)]) -> Vec<Row> {
    let rows = counts.iter().flat_map(|(offence, before, now)| {
        let row = |year, value| Row::count(offence, "Ashfield", year, value);
        [row(2020, *before), row(2021, *now)]
    });
    rows.collect()
}

fn by_group(rows: &[Row]) -> ChangeTableAnswer {
    let scope = ChangeTableScope {
        by: RowsBy::Groups,
        ..ChangeTableScope::default()
    };
    let asked = (rows[0].measure, Unit::Count);
    table(&[source("a", rows)], asked, &scope)
}

fn values(row: &ChangeRow) -> (Option<f64>, Option<f64>) {
    let value = |outcome: &Option<bellwether::analysis::Outcome>| {
        let outcome = outcome.as_ref()?;
        outcome.estimate().map(|estimate| estimate.value)
    };
    (value(&row.from), value(&row.to))
}

#[test]
fn rows_are_groups_by_their_own_figure_or_the_sum_of_their_offences() {
    let answer = by_group(&in_groups(&[
        ("All Crime", 2000.0, 2100.0),
        ("Theft › Shoplifting", 400.0, 420.0),
        ("Theft › Bicycles", 100.0, 50.0),
        ("Theft › Bicycles › Electric", 10.0, 5.0),
        ("Burglary", 300.0, 200.0),
        ("Burglary › Domestic", 250.0, 150.0),
        ("Drugs › Total", 80.0, 90.0),
        ("Drugs › Possession", 60.0, 70.0),
        ("Violence › With injury", 500.0, 500.0),
        ("Violence › of which domestic", 100.0, 100.0),
        ("Arson", 20.0, 30.0),
    ]));
    assert_eq!(answer.by, RowsBy::Groups);
    assert!(answer.options.has_groups);
    let found: Vec<(&str, Option<usize>)> = answer
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.sum_of))
        .collect();
    assert_eq!(
        found,
        [
            ("All Crime", None),
            ("Theft", Some(2)),
            ("Burglary", None),
            ("Drugs", None),
            // What is counted in the other, too, is not added to it.
            ("Violence › With injury", None),
            ("Violence › of which domestic", None),
            ("Arson", None),
        ]
    );
    assert!(answer.rows[0].is_total);
    assert_eq!(values(row(&answer, "Theft")), (Some(500.0), Some(470.0)));
    assert_eq!(values(row(&answer, "Burglary")), (Some(300.0), Some(200.0)));
    assert_eq!(values(row(&answer, "Drugs")), (Some(80.0), Some(90.0)));
    let theft = row(&answer, "Theft").to.as_ref().unwrap();
    assert_eq!(
        theft.provenance().cells.len(),
        2,
        "both cells are behind it"
    );
}

#[test]
fn a_group_of_which_an_offence_is_withheld_is_not_added_up() {
    let mut rows = in_groups(&[
        ("Theft › Shoplifting", 400.0, 420.0),
        ("Theft › Bicycles", 100.0, 50.0),
        ("Burglary", 300.0, 200.0),
    ]);
    rows[3].status = Status::Suppressed;
    let answer = by_group(&rows);
    assert_eq!(values(row(&answer, "Theft")), (Some(500.0), None));
    assert!(row(&answer, "Theft").change.is_none());
}

#[test]
fn the_sum_of_a_group_is_judged_by_its_months() {
    let mut rows = months("Theft › Shoplifting", 600.0, 720.0, 30.0);
    rows.extend(months("Theft › Bicycles", 120.0, 120.0, 2.0));
    rows.extend(months("Burglary", 300.0, 300.0, 5.0));
    let answer = by_group(&rows);
    let theft = row(&answer, "Theft");
    assert_eq!(values(theft), (Some(720.0), Some(840.0)));
    assert_eq!(theft.test, Test::MonthlyCounts);
}

#[test]
fn without_groups_rows_are_offences() {
    let answer = by_group(&in_groups(&[
        ("Burglary", 300.0, 200.0),
        ("Robbery", 300.0, 200.0),
    ]));
    assert_eq!(answer.by, RowsBy::Measures);
    assert!(!answer.options.has_groups);
}
