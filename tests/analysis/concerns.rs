//! Lists of concerns: which measures are of one, what became of each issue, and how it stands against the force.

use bellwether::analysis::concerns::{ConcernRow, ConcernsAnswer};
use bellwether::analysis::{Catalogue, ConcernsQuestion, Direction, MeasureKey, Question};
use bellwether::data::{AreaKind, Period, Polarity, Status, Unit};

use crate::respondents;
use crate::table::{Row, source};

fn key(name: &str) -> MeasureKey {
    MeasureKey {
        folded_name: bellwether::base::text::fold(name),
        unit: Unit::Percent,
    }
}

fn asked(measure: &str, area: Option<&str>) -> ConcernsQuestion {
    ConcernsQuestion {
        question: Question::about(key(measure)),
        area: area.map(str::to_owned),
        with_wider: true,
    }
}

const DRIVING: &str = "Top concerns: Reckless driving";
const DRUGS: &str = "Top concerns: Drug dealing";
const CARS: &str = "Top concerns: Car crime";

fn force(measure: &'static str, year: i16, value: f64) -> Row {
    Row {
        effective_base: Some(4_000.0),
        ..Row::percent(measure, year, value, Some(4_400.0))
    }
}

fn ashfield(measure: &'static str, year: i16, value: f64) -> Row {
    Row {
        area: Some(("Ashfield", AreaKind::District)),
        effective_base: Some(560.0),
        ..Row::percent(measure, year, value, Some(587.0))
    }
}

fn list() -> Vec<Row> {
    vec![
        ashfield(DRIVING, 2021, 50.0),
        ashfield(DRIVING, 2022, 40.7),
        ashfield(DRUGS, 2021, 38.3),
        ashfield(DRUGS, 2022, 38.7),
        ashfield(CARS, 2021, 14.0),
        ashfield(CARS, 2022, 22.8),
        force(DRIVING, 2022, 35.4),
        force(DRUGS, 2022, 38.3),
        force(CARS, 2022, 18.4),
    ]
}

fn row<'a>(answer: &'a ConcernsAnswer, name: &str) -> &'a ConcernRow {
    let mut rows = answer.rows.iter();
    rows.find(|row| row.item.name == name).unwrap()
}

#[test]
fn issues_stand_from_the_most_named_with_what_became_of_each() {
    let catalogue = Catalogue::of(&[source("a", &list())]);
    let answer = asked(CARS, Some("Ashfield")).answer(&catalogue).unwrap();
    let names: Vec<&str> = answer
        .rows
        .iter()
        .map(|row| row.item.name.as_str())
        .collect();
    assert_eq!(names, ["Reckless driving", "Drug dealing", "Car crime"]);
    assert_eq!(answer.area, "Ashfield");
    assert_eq!(answer.wider.as_deref(), Some("Nottinghamshire"));
    assert_eq!(answer.period, Period::year_ending(2022, 12));
    for (name, direction) in [
        ("Reckless driving", Direction::Down),
        ("Drug dealing", Direction::NoClearChange),
        ("Car crime", Direction::Up),
    ] {
        let change = &row(&answer, name).change.as_ref().unwrap().change;
        assert_eq!(change.direction, direction, "{name}");
    }
    assert_eq!(answer.changes_tested, 3);
    let more = &row(&answer, "Car crime").change.as_ref().unwrap().change;
    assert_eq!(
        more.tone(Polarity::LowerIsBetter),
        bellwether::analysis::change::Tone::Bad,
        "more concern is no good news"
    );
}

#[test]
fn an_area_is_held_against_the_rest_of_the_force_of_which_it_is_part() {
    let catalogue = Catalogue::of(&[source("a", &list())]);
    let answer = asked(CARS, Some("Ashfield")).answer(&catalogue).unwrap();
    assert_eq!(answer.wider_tested, 3);
    for (name, direction) in [
        ("Reckless driving", Direction::Up),
        ("Drug dealing", Direction::NoClearChange),
    ] {
        let against = row(&answer, name).against_wider.as_ref().unwrap();
        assert_eq!(against.comparison.direction, direction, "{name}");
    }
    let rest = row(&answer, "Reckless driving").against_wider.as_ref();
    let rest = rest.unwrap().comparison.from.value;
    assert!(rest < 35.4, "the rest has not the area in it: {rest}");

    let alone = ConcernsQuestion {
        with_wider: false,
        ..asked(CARS, Some("Ashfield"))
    };
    let alone = alone.answer(&catalogue).unwrap();
    assert_eq!((alone.wider, alone.wider_tested), (None, 0));
    let whole = asked(CARS, None).answer(&catalogue).unwrap();
    assert_eq!(whole.area, "Nottinghamshire");
    assert_eq!(whole.wider, None, "there is nothing wider");
}

#[test]
fn a_place_that_nobody_knows_is_shown_beside_the_force_and_not_tested() {
    let there = |measure, value| Row {
        area: Some(("Beat 14", AreaKind::Other)),
        ..ashfield(measure, 2022, value)
    };
    let rows = [
        there(DRIVING, 60.0),
        there(CARS, 10.0),
        force(DRIVING, 2022, 35.4),
        force(CARS, 2022, 18.4),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let answer = asked(CARS, Some("Beat 14")).answer(&catalogue).unwrap();
    assert_eq!(answer.wider.as_deref(), Some("Nottinghamshire"));
    assert!(answer.rows.iter().all(|row| row.wider.is_some()));
    assert_eq!(answer.wider_tested, 0);
}

#[test]
fn what_rests_on_too_few_comes_last_and_is_not_compared() {
    let mut rows = list();
    for held in rows.iter_mut().filter(|row| row.measure == DRIVING) {
        held.base = Some(20.0);
        held.effective_base = Some(20.0);
    }
    rows.push(Row {
        value: None,
        status: Status::Suppressed,
        ..ashfield("Top concerns: Arson", 2022, 0.0)
    });
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let answer = asked(CARS, Some("Ashfield")).answer(&catalogue).unwrap();
    let names: Vec<&str> = answer
        .rows
        .iter()
        .map(|row| row.item.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Drug dealing", "Car crime", "Arson", "Reckless driving"]
    );
    let hidden = row(&answer, "Reckless driving");
    assert!(hidden.shown().is_none());
    assert!(hidden.change.is_none() && hidden.against_wider.is_none());
    assert_eq!(answer.changes_tested, 2);
}

#[test]
fn a_dimension_of_issues_is_a_list_too() {
    let rows: Vec<Row> = [
        ("Speeding", 2021, 30.0),
        ("Speeding", 2022, 40.0),
        ("Litter", 2022, 12.0),
    ]
    .into_iter()
    .map(|(issue, year, value)| ashfield("Respondents", year, value).of("Issue", issue))
    .collect();
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let answer = asked("Respondents", None).answer(&catalogue).unwrap();
    assert_eq!(answer.rows.len(), 2);
    let change = row(&answer, "Speeding").change.as_ref().unwrap();
    assert_eq!(change.change.direction, Direction::Up);
    assert!(row(&answer, "Litter").change.is_none(), "nothing before");
}

#[test]
fn a_table_that_does_not_say_so_is_no_list_of_concerns() {
    let rows = [
        ashfield("Feel safe", 2022, 60.0),
        ashfield("Take concerns seriously", 2022, 50.0),
        ashfield("Do a good job", 2022, 55.0),
    ];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    assert!(catalogue.concern_sets().is_empty());
    assert!(asked("Feel safe", None).answer(&catalogue).is_none());
    let alone = Catalogue::of(&[source("a", &[ashfield(CARS, 2022, 3.0)])]);
    assert!(alone.concern_sets().is_empty(), "one issue is no list");
}

#[test]
fn the_boxes_of_a_question_on_concerns_are_a_list() {
    let project = respondents::project();
    let catalogue = project.catalogue();
    for set in catalogue.concern_sets() {
        assert!(set.items.len() > 1, "{}", set.name);
    }
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/Nottinghamshire.bellwether");
    let project = bellwether::project::store::open(&example).unwrap().project;
    let catalogue = project.catalogue();
    let mut question = asked("Car crime", Some("Ashfield"));
    question.question.periods.to = Period::year_ending(2022, 6);
    let answer = question.answer(&catalogue).unwrap();
    assert_eq!(answer.rows.len(), 8);
    let published: Vec<(&str, String)> = answer
        .rows
        .iter()
        .take(5)
        .map(|row| {
            let value = Unit::Percent.format(row.shown().unwrap().value);
            (row.item.name.as_str(), value)
        })
        .collect();
    assert_eq!(
        published,
        [
            ("Reckless and dangerous driving", String::from("40.7%")),
            ("Drug use and dealing", String::from("38.7%")),
            ("Speeding", String::from("36.1%")),
            ("Car crime", String::from("22.8%")),
            ("Nuisance and rowdy behaviour", String::from("22.4%")),
        ],
        "the league of the strategic plan"
    );
    let bases: Vec<Option<f64>> = answer
        .rows
        .iter()
        .map(|row| row.shown().and_then(|held| held.unweighted_base))
        .collect();
    assert_eq!(bases, [Some(587.0); 8]);
    let p_value = |name: &str| row(&answer, name).change.as_ref().unwrap().change.p_value;
    // As printed there: reducing, stable, reducing, rising, stable. By itself each would be told so; of eight
    // at once, on the bases that the plan gives, none can be told from chance.
    for (name, moved) in [
        ("Reckless and dangerous driving", true),
        ("Drug use and dealing", false),
        ("Speeding", true),
        ("Car crime", true),
        ("Nuisance and rowdy behaviour", false),
    ] {
        let p = p_value(name).unwrap();
        assert_eq!(p < 0.05, moved, "{name}: {p}");
    }
    assert_eq!(answer.changes_tested, 8);
    let clear = answer.rows.iter().filter(|row| {
        let change = &row.change.as_ref().unwrap().change;
        change.direction != Direction::NoClearChange
    });
    assert_eq!(clear.count(), 0);
}
