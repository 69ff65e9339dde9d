//! Groups side by side: against the rest, then and now, in which order, and what may be seen of them.

use bellwether::analysis::against_rest::RestBasis;
use bellwether::analysis::breakdown::{BreakdownAnswer, BreakdownRow, breakdown};
use bellwether::analysis::group_changes::{GroupChangesAnswer, group_changes};
use bellwether::analysis::{
    Catalogue, Comparator, Direction, GroupQuestion, MeasureKey, Question, Split,
};
use bellwether::data::{AreaKind, Period, Status, Unit};
use bellwether::stats::base_policy::BaseTreatment;
use bellwether::stats::proportions::{Sample, newcombe_interval, pooled_z};

use crate::table::{Row, source};

const SAFE: &str = "Feel safe";

fn asked(unit: Unit, split: Split, every_dimension: bool) -> GroupQuestion {
    GroupQuestion {
        question: Question {
            split,
            comparator: Comparator::Nothing,
            ..Question::about(MeasureKey {
                folded_name: String::from("feel safe"),
                unit,
            })
        },
        every_dimension,
    }
}

fn by(dimension: &str) -> Split {
    Split::Dimensions(vec![dimension.to_owned()])
}

fn broken_down(rows: &[Row], split: Split, every_dimension: bool) -> BreakdownAnswer {
    let catalogue = Catalogue::of(&[source("a", rows)]);
    breakdown(&catalogue, &asked(Unit::Percent, split, every_dimension)).unwrap()
}

fn safe(year: i16, value: f64, base: f64) -> Row {
    Row {
        effective_base: Some(base * 0.8),
        ..Row::percent(SAFE, year, value, Some(base))
    }
}

fn row<'a>(answer: &'a BreakdownAnswer, label: &str) -> &'a BreakdownRow {
    answer.rows.iter().find(|row| row.label == label).unwrap()
}

#[test]
fn one_of_two_groups_is_tested_against_the_other_exactly() {
    let rows = [
        safe(2021, 60.0, 2000.0),
        safe(2021, 50.0, 1100.0).of("Sex", "Women"),
        safe(2021, 70.0, 900.0).of("Sex", "Men"),
    ];
    let answer = broken_down(&rows, by("Sex"), false);
    let women = row(&answer, "Women").against_rest.as_ref().unwrap();
    assert_eq!(women.basis, RestBasis::OtherCategory);
    assert!(!women.basis.is_approximate());
    assert!(
        (women.comparison.from.value - 70.0).abs() < 1e-9,
        "the rest are the men"
    );
    assert_eq!(women.comparison.direction, Direction::Down);
    let sample = |share, effective_base| Sample {
        share,
        effective_base,
    };
    let (men, own) = (sample(0.7, 720.0), sample(0.5, 880.0));
    assert_eq!(
        women.comparison.p_value,
        pooled_z(men, own).map(|test| test.p_value)
    );
    let interval = women.comparison.interval.unwrap();
    let newcombe = newcombe_interval(men, own).unwrap();
    assert!((interval.lower - 100.0 * newcombe.0).abs() < 1e-9);
    assert!((interval.upper - 100.0 * newcombe.1).abs() < 1e-9);
    assert_eq!(answer.comparisons, 2);
    let whole = answer.whole.unwrap();
    assert_eq!(whole.label, "All respondents");
    assert!((whole.outcome.estimate().unwrap().value - 60.0).abs() < 1e-9);
}

#[test]
fn the_rest_of_several_groups_is_what_the_whole_leaves() {
    let rows = [
        safe(2021, 60.0, 1000.0),
        safe(2021, 50.0, 400.0).of("Age", "16-24"),
        safe(2021, 66.0, 300.0).of("Age", "25-64"),
        safe(2021, 67.0, 300.0).of("Age", "65+"),
    ];
    let answer = broken_down(&rows, by("Age"), false);
    let young = row(&answer, "16-24").against_rest.as_ref().unwrap();
    assert_eq!(young.basis, RestBasis::WholeLessGroup);
    assert!(young.basis.is_approximate());
    let rest = &young.comparison.from;
    assert!((rest.value - 100.0 * (600.0 - 200.0) / 600.0).abs() < 1e-9);
    assert_eq!(rest.unweighted_base, Some(600.0));
    assert_eq!(rest.effective_base, Some(480.0));
    // Without everybody, the rest are the other groups.
    let answer = broken_down(&rows[1..], by("Age"), false);
    let young = row(&answer, "16-24").against_rest.as_ref().unwrap();
    assert_eq!(young.basis, RestBasis::OtherCategories);
    assert!((young.comparison.from.value - 66.5).abs() < 1e-9);
    assert!(answer.whole.is_none());
}

#[test]
fn what_is_clear_alone_is_not_always_clear_among_many() {
    // p = 0.03 by itself; among ten groups like the rest it is no finding.
    let mut rows = vec![safe(2021, 60.0, 5500.0)];
    let ages: Vec<String> = (0..10)
        .map(|band| format!("{}-{}", band * 8, band * 8 + 7))
        .collect();
    for (index, age) in ages.iter().enumerate() {
        let value = if index == 0 { 55.0 } else { 60.5 };
        rows.push(safe(2021, value, 550.0).of("Age", age));
    }
    let answer = broken_down(&rows, by("Age"), false);
    let comparison = &row(&answer, "0-7")
        .against_rest
        .as_ref()
        .unwrap()
        .comparison;
    assert!(comparison.p_value.unwrap() < 0.05);
    assert!(comparison.adjusted_p_value.unwrap() > 0.05);
    assert_eq!(comparison.direction, Direction::NoClearChange);
    assert_eq!(answer.comparisons, 10);
    let alone = broken_down(
        &[
            safe(2021, 60.0, 5500.0),
            safe(2021, 55.0, 550.0).of("Age", "0-7"),
        ],
        by("Age"),
        false,
    );
    let comparison = &row(&alone, "0-7").against_rest.as_ref().unwrap().comparison;
    assert_eq!(comparison.direction, Direction::Down);
}

#[test]
fn groups_stand_in_the_order_that_people_expect_and_of_every_dimension() {
    let rows = [
        safe(2021, 60.0, 2000.0),
        safe(2021, 61.0, 400.0).of("Age", "65+"),
        safe(2021, 62.0, 400.0).of("Age", "Prefer not to say"),
        safe(2021, 63.0, 400.0).of("Age", "16-24"),
        safe(2021, 64.0, 400.0).of("Sex", "Women"),
    ];
    let labels = |answer: &BreakdownAnswer| -> Vec<String> {
        let rows = answer.rows.iter();
        rows.map(|row| format!("{}/{}", row.dimension, row.label))
            .collect()
    };
    let answer = broken_down(&rows, by("Sex"), true);
    assert_eq!(
        labels(&answer),
        ["Age/16-24", "Age/65+", "Age/Prefer not to say", "Sex/Women"]
    );
    let answer = broken_down(&rows, by("Sex"), false);
    assert_eq!(labels(&answer), ["Sex/Women"]);
}

#[test]
fn low_bases_are_shown_and_not_compared_and_special_groups_need_more() {
    let rows = [
        safe(2021, 60.0, 2000.0),
        safe(2021, 20.0, 45.0).of("Age", "16-24"),
        safe(2021, 20.0, 45.0).of("Ethnicity", "Mixed"),
        safe(2021, 20.0, 60.0).of("Ethnicity", "Other"),
        safe(2021, 61.0, 900.0).of("Ethnicity", "White"),
    ];
    let answer = broken_down(&rows, by("Age"), true);
    let treatment = |label: &str| {
        let outcome = row(&answer, label).outcome.as_ref().unwrap();
        outcome.estimate().unwrap().treatment(Unit::Percent)
    };
    assert_eq!(treatment("16-24"), BaseTreatment::LowBase);
    assert_eq!(treatment("Mixed"), BaseTreatment::Withheld);
    assert_eq!(treatment("Other"), BaseTreatment::LowBase);
    assert_eq!(treatment("White"), BaseTreatment::Ordinary);
    for label in ["16-24", "Mixed", "Other"] {
        assert!(row(&answer, label).against_rest.is_none(), "{label}");
    }
    assert_eq!(answer.comparisons, 1);
}

#[test]
fn without_a_base_nothing_is_tested() {
    let rows = [
        Row::percent(SAFE, 2021, 60.0, None),
        Row::percent(SAFE, 2021, 20.0, None).of("Sex", "Women"),
    ];
    let answer = broken_down(&rows, by("Sex"), false);
    assert!(row(&answer, "Women").against_rest.is_none());
    assert_eq!(answer.comparisons, 0);
}

#[test]
fn a_rest_that_may_not_be_seen_is_not_given_away() {
    // All but 20 respondents are women: the rest would be those 20.
    let rows = [
        safe(2021, 60.0, 1000.0),
        safe(2021, 60.2, 980.0).of("Sex", "Women"),
        safe(2021, 50.0, 20.0).of("Sex", "Men"),
    ];
    let answer = broken_down(&rows, by("Sex"), false);
    assert!(row(&answer, "Women").against_rest.is_none());
}

#[test]
fn counts_are_not_tested_and_say_their_part_of_the_whole() {
    let count = |area: &'static str, kind, value| Row {
        area: Some((area, kind)),
        ..Row::count(SAFE, area, 2021, value)
    };
    let rows = [
        count("Nottinghamshire", AreaKind::PoliceForce, 1000.0),
        count("Ashfield", AreaKind::District, 250.0),
        count("Mansfield", AreaKind::District, 150.0),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let mut question = asked(Unit::Count, Split::Areas, true);
    question.question.areas = vec![String::from("Ashfield"), String::from("Mansfield")];
    let answer = breakdown(&catalogue, &question).unwrap();
    assert!(answer.is_by_area);
    assert_eq!(answer.whole.as_ref().unwrap().label, "Nottinghamshire");
    assert_eq!(row(&answer, "Ashfield").share_of_whole, Some(25.0));
    assert!(row(&answer, "Ashfield").against_rest.is_none());
    assert_eq!(answer.comparisons, 0);
}

#[test]
fn areas_are_tested_against_the_rest_of_the_area_that_holds_them() {
    let in_district = |name: &'static str, value, base| Row {
        area: Some((name, AreaKind::District)),
        ..safe(2021, value, base)
    };
    let rows = [
        safe(2021, 60.0, 2000.0),
        in_district("Ashfield", 45.0, 300.0),
        in_district("Rushcliffe", 62.0, 300.0),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let mut question = asked(Unit::Percent, Split::Areas, false);
    question.question.areas = vec![String::from("Ashfield"), String::from("Rushcliffe")];
    let answer = breakdown(&catalogue, &question).unwrap();
    let ashfield = row(&answer, "Ashfield").against_rest.as_ref().unwrap();
    assert_eq!(ashfield.basis, RestBasis::WholeLessGroup);
    assert_eq!(ashfield.comparison.direction, Direction::Down);
}

#[test]
fn the_period_is_the_one_asked_for_else_the_latest_with_a_value() {
    let rows = [
        safe(2020, 60.0, 2000.0),
        safe(2020, 55.0, 900.0).of("Sex", "Women"),
        safe(2021, 58.0, 2000.0),
        safe(2021, 50.0, 900.0).of("Sex", "Women"),
        safe(2022, 57.0, 2000.0),
    ];
    let answer = broken_down(&rows, by("Sex"), false);
    assert_eq!(answer.period, Period::year_ending(2021, 12));
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let mut question = asked(Unit::Percent, by("Sex"), false);
    question.question.periods.to = Period::year_ending(2020, 12);
    let answer = breakdown(&catalogue, &question).unwrap();
    assert_eq!(answer.period, Period::year_ending(2020, 12));
    let women = row(&answer, "Women").outcome.as_ref().unwrap();
    assert!((women.estimate().unwrap().value - 55.0).abs() < 1e-9);
}

fn changed(rows: &[Row], from: Option<Period>) -> GroupChangesAnswer {
    let catalogue = Catalogue::of(&[source("a", rows)]);
    let mut question = asked(Unit::Percent, by("Sex"), false);
    question.question.periods.from = from;
    group_changes(&catalogue, &question).unwrap()
}

fn three_years() -> Vec<Row> {
    let mut rows = Vec::new();
    for (year, all, women, men) in [
        (2019, 66.0, 64.0, 68.0),
        (2020, 65.0, 62.0, 68.0),
        (2021, 58.0, 48.0, 67.5),
    ] {
        rows.push(safe(year, all, 2000.0));
        rows.push(safe(year, women, 1000.0).of("Sex", "Women"));
        rows.push(safe(year, men, 1000.0).of("Sex", "Men"));
    }
    rows
}

#[test]
fn then_is_a_year_before_unless_it_is_chosen() {
    let answer = changed(&three_years(), None);
    let year = |year| Period::year_ending(year, 12).unwrap();
    assert_eq!(answer.periods, Some((year(2020), year(2021))));
    let of = |label: &str| {
        let row = answer.rows.iter().find(|row| row.label == label).unwrap();
        &row.change.as_ref().unwrap().change
    };
    assert_eq!(of("Women").direction, Direction::Down);
    assert!((of("Women").difference + 14.0).abs() < 1e-9);
    assert_eq!(of("Men").direction, Direction::NoClearChange);
    assert!(of("Men").smallest_detectable().unwrap() > 5.0);
    assert_eq!(answer.comparisons, 2);
    let (whole, change) = answer.whole.as_ref().unwrap();
    assert_eq!(whole.label, "All respondents");
    assert_eq!(change.change.direction, Direction::Down);
    let answer = changed(&three_years(), Some(year(2019)));
    assert_eq!(answer.periods, Some((year(2019), year(2021))));
}

#[test]
fn a_break_in_series_is_not_bridged() {
    let mut rows = three_years();
    for row in rows
        .iter_mut()
        .filter(|row| row.period == Period::year_ending(2021, 12).unwrap())
    {
        row.status = Status::Break;
    }
    let answer = changed(&rows, None);
    assert!(answer.rows.iter().all(|row| row.change.is_none()));
    assert!(answer.whole.is_none());
}

#[test]
fn one_period_has_no_then() {
    let answer = changed(&three_years()[..3], None);
    assert_eq!(answer.periods, None);
    assert_eq!(answer.comparisons, 0);
}
