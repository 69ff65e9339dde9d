//! Which values stand on which line.

use bellwether::analysis::{
    Cadence, Catalogue, Comparator, MeasureKey, PeriodRange, Question, SeriesRole, Split,
    TrendAnswer, answer, first_question,
};
use bellwether::data::{AreaKind, Cohort, Period, Status, Unit};

use crate::table::{Row, source};

fn ask(catalogue: &Catalogue, words: &str, change: impl FnOnce(&mut Question)) -> TrendAnswer {
    let key = catalogue.find_measures(words)[0].0.clone();
    let mut question = Question::about(key);
    change(&mut question);
    answer(catalogue, &question).unwrap()
}

/// The values of a line; `None` where there is none.
fn values(answer: &TrendAnswer, line: usize) -> Vec<Option<f64>> {
    answer.series[line]
        .points
        .iter()
        .map(|point| Some(point.as_ref()?.outcome.estimate()?.value))
        .collect()
}

fn labels(answer: &TrendAnswer) -> Vec<&str> {
    answer
        .series
        .iter()
        .map(|series| series.label.as_str())
        .collect()
}

#[test]
fn measures_of_one_name_and_unit_are_one_across_workbooks() {
    let catalogue = Catalogue::of(&[
        source("a", &[Row::count("All Crime", "Ashfield", 2019, 10.0)]),
        source(
            "b",
            &[
                Row::count("ALL CRIME ", "Ashfield", 2020, 12.0),
                Row::percent("All crime", 2020, 5.0, None),
            ],
        ),
    ]);
    assert_eq!(catalogue.measures().len(), 2, "per cent is another measure");
    let counts = ask(&catalogue, "all crime", |question| {
        question.measure.unit = Unit::Count;
    });
    assert_eq!(values(&counts, 0), [Some(10.0), Some(12.0)]);
    assert_eq!(labels(&counts), ["Ashfield"]);
}

#[test]
fn months_and_years_never_share_a_line() {
    let mut rows: Vec<Row> = (1..=4)
        .map(|month| {
            Row::count("Theft", "Ashfield", 2020, f64::from(month))
                .at(Period::month(2021, month).unwrap())
        })
        .collect();
    rows.push(Row::count("Theft", "Ashfield", 2019, 100.0));
    rows.push(Row::count("Theft", "Ashfield", 2020, 110.0));
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let monthly = ask(&catalogue, "theft", |_| {});
    assert_eq!(
        monthly.cadence,
        Some(Cadence::Months(1)),
        "of which there are most"
    );
    assert_eq!(values(&monthly, 0).len(), 4);
    let yearly = ask(&catalogue, "theft", |question| {
        question.cadence = Some(Cadence::Months(12));
    });
    assert_eq!(values(&yearly, 0), [Some(100.0), Some(110.0)]);
}

#[test]
fn the_same_days_are_one_period_whatever_they_are_called() {
    let named = Row::count("Theft", "Ashfield", 2020, 7.0);
    let spelt =
        Row::count("Theft", "Mansfield", 2020, 8.0).at(Period::year_ending(2021, 3).unwrap());
    let catalogue = Catalogue::of(&[source("a", &[named, spelt])]);
    let answer = ask(&catalogue, "theft", |_| {});
    assert_eq!(answer.periods.len(), 1);
    assert_eq!(
        (values(&answer, 0), values(&answer, 1)),
        (vec![Some(7.0)], vec![Some(8.0)])
    );
}

#[test]
fn the_later_workbook_counts_and_within_one_the_first_cell_with_a_note() {
    let old = source("old", &[Row::count("Theft", "Ashfield", 2020, 1.0)]);
    let new = source(
        "new",
        &[
            Row::count("Theft", "Ashfield", 2020, 2.0),
            Row::count("Theft", "Ashfield", 2020, 3.0),
        ],
    );
    let catalogue = Catalogue::of(&[old, new]);
    let answer = ask(&catalogue, "theft", |_| {});
    let estimate = answer.series[0].points[0]
        .as_ref()
        .unwrap()
        .outcome
        .estimate()
        .unwrap();
    assert!((estimate.value - 2.0).abs() < f64::EPSILON);
    assert_eq!(estimate.provenance.source.file_name, "new");
    assert_eq!(
        estimate.note.as_deref(),
        Some("new › Sheet1 › B2 gives 3 for the same point")
    );
}

#[test]
fn gaps_say_why_and_periods_without_a_cell_stay_empty() {
    let withheld = Row {
        value: None,
        status: Status::Suppressed,
        ..Row::count("Theft", "Ashfield", 2019, 0.0)
    };
    let rows = [
        withheld,
        Row::count("Theft", "Ashfield", 2021, 5.0),
        Row::count("Theft", "Mansfield", 2020, 4.0),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let answer = ask(&catalogue, "theft", |_| {});
    assert_eq!(answer.periods.len(), 3);
    let ashfield = &answer.series[0].points;
    assert_eq!(
        ashfield[0].as_ref().unwrap().outcome.status(),
        Status::Suppressed
    );
    assert!(ashfield[1].is_none());
    assert_eq!(values(&answer, 0)[2], Some(5.0));
}

#[test]
fn a_dimension_splits_and_everybody_is_the_comparator() {
    let rows = [
        Row::percent("Safe", 2020, 60.0, Some(900.0)),
        Row::percent("Safe", 2020, 50.0, Some(450.0)).of("Sex", "Female"),
        Row::percent("Safe", 2020, 70.0, Some(450.0)).of("Sex", "Male"),
        Row::percent("Safe", 2020, 55.0, Some(200.0)).of("Age", "16-24"),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let key = MeasureKey {
        folded_name: String::from("safe"),
        unit: Unit::Percent,
    };
    let first = first_question(&catalogue, &key);
    assert_eq!(
        first.split,
        Split::Dimensions(vec![String::from("Sex")]),
        "sex tells most"
    );
    assert_eq!(first.comparator, Comparator::Everyone);
    let both = ask(&catalogue, "safe", |question| {
        question.split = Split::Dimensions(vec![String::from("Sex"), String::from("Age")]);
        question.comparator = Comparator::Everyone;
    });
    assert_eq!(
        labels(&both),
        ["Female", "Male", "16-24", "All respondents"]
    );
    assert_eq!(both.series[3].role, SeriesRole::Comparator);
    assert_eq!(both.place, "Nottinghamshire");
}

#[test]
fn districts_of_counts_are_not_compared_with_their_sum() {
    let mut rows = vec![
        Row::count("Theft", "Ashfield", 2020, 5.0),
        Row::count("Theft", "Mansfield", 2020, 6.0),
    ];
    rows.push(Row {
        area: Some(("Nottinghamshire", AreaKind::PoliceForce)),
        ..Row::count("Theft", "", 2020, 11.0)
    });
    let rates: Vec<Row> = rows
        .iter()
        .map(|row| Row {
            unit: Unit::Per1000,
            ..row.clone()
        })
        .collect();
    let catalogue = Catalogue::of(&[source("a", &rows), source("b", &rates)]);
    let first = |unit| {
        first_question(
            &catalogue,
            &MeasureKey {
                folded_name: String::from("theft"),
                unit,
            },
        )
    };
    assert_eq!(first(Unit::Count).areas, ["Ashfield", "Mansfield"]);
    assert_eq!(first(Unit::Count).comparator, Comparator::Nothing);
    assert_eq!(
        first(Unit::Per1000).comparator,
        Comparator::Area(String::from("Nottinghamshire"))
    );
}

#[test]
fn values_without_a_place_beside_values_of_places_are_of_the_whole() {
    let whole = Row {
        area: None,
        ..Row::count("Theft", "", 2020, 11.0)
    };
    let catalogue = Catalogue::of(&[source(
        "a",
        &[Row::count("Theft", "Ashfield", 2020, 5.0), whole],
    )]);
    let (_, entry) = catalogue.find_measures("theft")[0];
    let areas: Vec<&str> = entry.areas.iter().map(|area| area.name.as_str()).collect();
    assert_eq!(areas, ["All areas", "Ashfield"]);
    let answer = ask(&catalogue, "theft", |question| {
        question.areas = vec![String::from("All areas")];
    });
    assert_eq!(values(&answer, 0), [Some(11.0)]);
}

#[test]
fn areas_that_share_a_name_are_told_apart_by_kind() {
    let force = Row {
        area: Some(("Nottinghamshire", AreaKind::PoliceForce)),
        ..Row::count("Theft", "", 2020, 11.0)
    };
    let county = Row {
        area: Some(("Nottinghamshire", AreaKind::County)),
        ..Row::count("Theft", "", 2020, 7.0)
    };
    let catalogue = Catalogue::of(&[source("a", &[force, county])]);
    let answer = ask(&catalogue, "theft", |_| {});
    assert_eq!(
        labels(&answer),
        [
            "Nottinghamshire (police force area)",
            "Nottinghamshire (county)"
        ]
    );
    assert_eq!(
        (values(&answer, 0), values(&answer, 1)),
        (vec![Some(11.0)], vec![Some(7.0)])
    );
}

#[test]
fn the_range_asked_for_is_the_range_shown() {
    let rows: Vec<Row> = (2010..2020)
        .map(|year| Row::count("Theft", "Ashfield", year, 5.0))
        .collect();
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let answer = ask(&catalogue, "theft", |question| {
        question.periods = PeriodRange {
            from: Period::financial_year(2013),
            to: Period::financial_year(2015),
        };
    });
    let labels: Vec<String> = answer.periods.iter().map(Period::label).collect();
    assert_eq!(labels, ["2013/14", "2014/15", "2015/16"]);
}

#[test]
fn an_unknown_measure_has_no_answer() {
    let catalogue = Catalogue::of(&[]);
    assert!(catalogue.is_empty());
    let key = MeasureKey {
        folded_name: String::from("theft"),
        unit: Unit::Count,
    };
    assert!(answer(&catalogue, &Question::about(key)).is_none());
}

#[test]
fn words_find_the_measure_that_is_named_so_before_those_that_contain_them() {
    let rows = [
        Row::count("Fly-tipping: Total Incidents", "Ashfield", 2020, 5.0),
        Row::count(
            "Fly-tipping: Total Incidents (original)",
            "Ashfield",
            2020,
            6.0,
        ),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let found = |words: &str| catalogue.find_measures(words).len();
    assert_eq!(found("total incidents"), 1);
    assert_eq!(found("incidents"), 2);
    assert_eq!(found("burglary"), 0);
    assert!(Cohort::everyone().is_everyone());
}

#[test]
fn of_all_forces_the_one_whose_districts_are_known_stands_for_the_whole() {
    let forces = ["Avon and Somerset", "Nottinghamshire", "West Yorkshire"];
    let rows = forces.map(|name| Row {
        area: Some((name, AreaKind::PoliceForce)),
        ..Row::count("Theft", "", 2020, 11.0)
    });
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let (_, entry) = catalogue.find_measures("theft")[0];
    assert_eq!(entry.widest_area().unwrap().name, "Nottinghamshire");
}

#[test]
fn the_length_of_periods_is_that_of_the_lines_asked_for() {
    let mut rows: Vec<Row> = (1..=9)
        .map(|month| {
            Row::count("Theft", "Ashfield", 2020, 1.0).at(Period::month(2021, month).unwrap())
        })
        .collect();
    rows.push(Row::count("Theft", "Mansfield", 2019, 100.0));
    rows.push(Row::count("Theft", "Mansfield", 2020, 110.0));
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let of = |area: &str| {
        ask(&catalogue, "theft", |question| {
            question.areas = vec![area.to_owned()];
        })
    };
    assert_eq!(of("Ashfield").cadence, Some(Cadence::Months(1)));
    assert_eq!(of("Mansfield").cadence, Some(Cadence::Months(12)));
    assert_eq!(values(&of("Mansfield"), 0), [Some(100.0), Some(110.0)]);
}
