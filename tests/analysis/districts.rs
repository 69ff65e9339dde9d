//! Areas side by side: which are meant, how they rank and how sure that is, whose change is largest.

use bellwether::analysis::district_funnel::DistrictFunnel;
use bellwether::analysis::districts::{DistrictsAnswer, DistrictsQuestion, Ranking, WiderArea};
use bellwether::analysis::peers_mean::PeersWeight;
use bellwether::analysis::{Catalogue, Direction, MeasureKey, Question, ShownAs};
use bellwether::data::{AreaKind, Period, Unit};

use crate::table::{Row, source};

/// A percentage of an area in twelve months to December.
fn share(area: &'static str, kind: AreaKind, year: i16, value: f64, base: f64) -> Row {
    Row {
        area: Some((area, kind)),
        period: Period::year_ending(year, 12).unwrap(),
        ..Row::percent("Feel safe after dark", year, value, Some(base))
    }
}

fn question(measure: &str, unit: Unit) -> DistrictsQuestion {
    DistrictsQuestion {
        question: Question::about(MeasureKey {
            folded_name: String::from(measure),
            unit,
        }),
        kind: None,
        wider: WiderArea::Widest,
        peers: None,
        against_rest: false,
    }
}

fn asked(rows: &[Row], question: &DistrictsQuestion) -> DistrictsAnswer {
    question
        .answer(&Catalogue::of(&[source("a", rows)]))
        .unwrap()
}

/// Values of five districts in two years, on one base, and of the force.
fn five(base: f64, values: [(f64, f64); 5]) -> Vec<Row> {
    let names = ["Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield"];
    let mut rows: Vec<Row> = names
        .into_iter()
        .zip(values)
        .flat_map(|(name, (before, after))| {
            [(2020, before), (2021, after)]
                .map(|(year, value)| share(name, AreaKind::District, year, value, base))
        })
        .collect();
    for (year, value) in [(2020, 60.0), (2021, 58.0)] {
        let force = "Nottinghamshire";
        rows.push(share(force, AreaKind::PoliceForce, year, value, 5.0 * base));
    }
    rows
}

fn names(answer: &DistrictsAnswer) -> Vec<&str> {
    answer.lines().map(|line| line.label.as_str()).collect()
}

const SAFE: &str = "feel safe after dark";

#[test]
fn the_better_end_comes_first_and_ranks_say_how_sure_they_are() {
    let rows = five(
        3000.0,
        [
            (60.0, 60.0),
            (60.0, 61.0),
            (60.0, 75.0),
            (60.0, 59.5),
            (60.0, 40.0),
        ],
    );
    let answer = asked(&rows, &question(SAFE, Unit::Percent));
    assert_eq!(
        names(&answer),
        ["Broxtowe", "Bassetlaw", "Ashfield", "Gedling", "Mansfield"]
    );
    assert_eq!(
        answer.ranking,
        Ranking::ByValue {
            period: 1,
            pairs: 10
        }
    );
    let ranges: Vec<(usize, usize)> = answer
        .districts
        .iter()
        .map(|held| held.rank.unwrap().range.unwrap())
        .map(|range| (range.first, range.last))
        .collect();
    assert_eq!(ranges, [(1, 1), (2, 4), (2, 4), (2, 4), (5, 5)]);
    assert_eq!(answer.wider().unwrap().label, "Nottinghamshire");
    assert_eq!(answer.districts[0].code.as_deref(), Some("E07000172"));
}

#[test]
fn where_less_is_better_the_lowest_comes_first() {
    let rows: Vec<Row> = five(
        3000.0,
        [
            (60.0, 60.0),
            (60.0, 61.0),
            (60.0, 75.0),
            (60.0, 59.5),
            (60.0, 40.0),
        ],
    )
    .into_iter()
    .map(|row| Row {
        measure: "Victim of neighbourhood crime",
        ..row
    })
    .collect();
    let answer = asked(
        &rows,
        &question("victim of neighbourhood crime", Unit::Percent),
    );
    assert_eq!(names(&answer)[0], "Mansfield");
    assert_eq!(answer.districts[0].rank.unwrap().place.place, 1);
}

#[test]
fn a_value_on_a_small_base_has_no_rank_and_is_nobodys_peer() {
    let mut rows = five(
        3000.0,
        [
            (60.0, 60.0),
            (60.0, 61.0),
            (60.0, 75.0),
            (60.0, 59.5),
            (60.0, 40.0),
        ],
    );
    for row in rows
        .iter_mut()
        .filter(|row| row.area == Some(("Broxtowe", AreaKind::District)))
    {
        row.base = Some(12.0);
    }
    let answer = asked(&rows, &question(SAFE, Unit::Percent));
    assert_eq!(
        *names(&answer).last().unwrap(),
        "Broxtowe",
        "last, without a rank"
    );
    let broxtowe = answer.place_of("Broxtowe").unwrap();
    assert_eq!(answer.districts[broxtowe].rank, None);
    assert!(answer.ranked_value(broxtowe).is_none());
    assert_eq!(answer.districts[0].rank.unwrap().place.of, 4);
    let mean = answer.peers_mean(answer.place_of("Mansfield")).unwrap();
    assert_eq!(mean.areas, 3);
    let wanted = (60.0 + 61.0 + 59.5) / 3.0;
    assert!((mean.simple - wanted).abs() < 1e-9, "{}", mean.simple);
    assert_eq!(answer.comparisons, 4, "what may not be shown is not tested");
}

#[test]
fn peers_are_counted_once_each_or_by_their_respondents() {
    let mut rows = five(
        1000.0,
        [
            (60.0, 60.0),
            (60.0, 70.0),
            (60.0, 50.0),
            (60.0, 55.0),
            (60.0, 40.0),
        ],
    );
    for row in rows
        .iter_mut()
        .filter(|row| row.area == Some(("Bassetlaw", AreaKind::District)))
    {
        row.base = Some(3000.0);
    }
    let answer = asked(&rows, &question(SAFE, Unit::Percent));
    let of_all = answer.peers_mean(None).unwrap();
    assert!((of_all.simple - 55.0).abs() < 1e-9 && !of_all.is_of_others);
    let (weighted, _) = of_all.weighted.unwrap();
    let wanted = (60.0 + 3.0 * 70.0 + 50.0 + 55.0 + 40.0) / 7.0;
    assert!((weighted - wanted).abs() < 1e-9, "{weighted}");
}

#[test]
fn only_a_fall_that_differs_from_the_others_is_the_most() {
    let alone = five(
        1500.0,
        [
            (60.0, 44.0),
            (60.0, 60.5),
            (60.0, 54.0),
            (60.0, 59.5),
            (60.0, 60.0),
        ],
    );
    let answer = asked(&alone, &question(SAFE, Unit::Percent));
    let largest = answer.largest.unwrap();
    assert_eq!(names(&answer)[largest.district], "Ashfield");
    assert!(largest.clear_of_others);
    let together = five(
        1500.0,
        [
            (60.0, 51.0),
            (60.0, 52.0),
            (60.0, 51.5),
            (60.0, 52.5),
            (60.0, 52.0),
        ],
    );
    let answer = asked(&together, &question(SAFE, Unit::Percent));
    let largest = answer.largest.unwrap();
    assert_eq!(names(&answer)[largest.district], "Ashfield");
    assert!(!largest.clear_of_others, "all fell alike");
}

#[test]
fn changes_are_judged_as_one_family() {
    // p = 0.03 alone, of five comparisons.
    let rows = five(
        750.0,
        [
            (60.0, 53.2),
            (60.0, 60.1),
            (60.0, 60.0),
            (60.0, 59.9),
            (60.0, 60.2),
        ],
    );
    let answer = asked(&rows, &question(SAFE, Unit::Percent));
    let ashfield = answer.place_of("Ashfield").unwrap();
    let change = &answer
        .lines()
        .nth(ashfield)
        .unwrap()
        .change
        .as_ref()
        .unwrap()
        .change;
    assert!(change.p_value.unwrap() < 0.05, "{:?}", change.p_value);
    assert_eq!(change.direction, Direction::NoClearChange);
    assert_eq!(answer.comparisons, 5);
    assert_eq!(answer.largest, None);
}

#[test]
fn counts_are_not_ranked_and_have_no_whole_beside_them() {
    let mut rows = Vec::new();
    for (name, count) in [
        ("Mansfield", 900.0),
        ("Ashfield", 700.0),
        ("Gedling", 800.0),
    ] {
        rows.push(Row::count("Burglary", name, 2020, count));
        rows.push(Row::count("Burglary", name, 2021, count + 10.0));
    }
    rows.push(Row {
        area: Some(("Nottinghamshire", AreaKind::PoliceForce)),
        ..Row::count("Burglary", "", 2021, 2430.0)
    });
    let answer = asked(&rows, &question("burglary", Unit::Count));
    assert_eq!(answer.ranking, Ranking::CountsAreNotRanked);
    assert_eq!(
        names(&answer),
        ["Ashfield", "Gedling", "Mansfield"],
        "by name"
    );
    assert!(answer.districts.iter().all(|held| held.rank.is_none()));
    assert!(answer.wider().is_none());
    assert!(answer.peers_mean(None).is_none());
}

#[test]
fn the_kind_of_area_can_be_chosen_and_the_questions_own_areas_count() {
    let mut rows = five(
        3000.0,
        [
            (60.0, 60.0),
            (60.0, 61.0),
            (60.0, 75.0),
            (60.0, 59.5),
            (60.0, 40.0),
        ],
    );
    for name in ["Hucknall West", "Hucknall Central"] {
        rows.push(share(name, AreaKind::Ward, 2021, 58.0, 200.0));
    }
    let mut question = question(SAFE, Unit::Percent);
    assert_eq!(asked(&rows, &question).kind, AreaKind::District);
    question.kind = Some(AreaKind::Ward);
    let wards = asked(&rows, &question);
    assert_eq!((wards.kind, wards.districts.len()), (AreaKind::Ward, 2));
    assert!(
        wards
            .districts
            .iter()
            .all(|held| held.rank.unwrap().place.tied)
    );
    question.kind = None;
    question.question.areas = vec![String::from("Gedling"), String::from("Ashfield")];
    assert_eq!(names(&asked(&rows, &question)), ["Ashfield", "Gedling"]);
    question.wider = WiderArea::Nothing;
    assert!(asked(&rows, &question).wider().is_none());
}

#[test]
fn one_area_alone_stands_beside_nothing() {
    let rows = [Row::count("Theft", "Ashfield", 2020, 5.0)];
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    assert!(question("theft", Unit::Count).answer(&catalogue).is_none());
}

#[test]
fn ranks_and_means_are_of_the_peers_that_were_chosen() {
    let rows = five(
        1500.0,
        [
            (60.0, 60.0),
            (60.0, 70.0),
            (60.0, 50.0),
            (60.0, 55.0),
            (60.0, 40.0),
        ],
    );
    let peers = ["Ashfield", "Gedling", "Mansfield"].map(String::from);
    let question = DistrictsQuestion {
        peers: Some(peers.to_vec()),
        ..question(SAFE, Unit::Percent)
    };
    let answer = asked(&rows, &question);
    assert!(answer.is_of_peers);
    let names: Vec<&str> = answer.lines().map(|line| line.label.as_str()).collect();
    assert_eq!(names, ["Ashfield", "Gedling", "Mansfield"]);
    let mean = answer.peers_mean(Some(0)).unwrap();
    assert!((mean.simple - 47.5).abs() < 1e-9 && mean.areas == 2);
}

#[test]
fn rates_count_by_people_and_an_excess_is_in_events() {
    let mut rows = Vec::new();
    for (area, events, people) in [
        ("Ashfield", 1_200.0, 100_000.0),
        ("Gedling", 1_000.0, 100_000.0),
        ("Mansfield", 2_400.0, 300_000.0),
    ] {
        rows.push(Row::count("Burglary", area, 2021, events));
        rows.push(Row::count("Population", area, 2021, people));
    }
    let mut question = question("burglary", Unit::Count);
    question.question.shown_as = ShownAs::Rate;
    let answer = asked(&rows, &question);
    let names: Vec<&str> = answer.lines().map(|line| line.label.as_str()).collect();
    assert_eq!(
        names,
        ["Mansfield", "Gedling", "Ashfield"],
        "1 = lowest rate"
    );
    let last = answer.districts[2].rank.unwrap();
    assert_eq!(
        (last.range.unwrap().first, last.range.unwrap().last),
        (3, 3)
    );
    let mean = answer.peers_mean(Some(2)).unwrap();
    assert!((mean.simple - 9.0).abs() < 1e-9);
    let (pooled, weight) = mean.weighted.unwrap();
    assert!((pooled - 8.5).abs() < 1e-9 && weight == PeersWeight::People);
    let excess = answer.excess(2).unwrap();
    assert!((excess.rate - 3.0).abs() < 1e-9 && (excess.events - 300.0).abs() < 1e-6);
    assert!(
        DistrictFunnel::of(&answer).is_none(),
        "no funnel of recorded rates"
    );
}
