//! A newer return against what a project holds, and what charts then show.

use std::collections::BTreeSet;
use std::sync::Arc;

use bellwether::analysis::refresh::{
    At, Comparison, Renaming, RevisionKind, Standing, Succession, fits, take_in, take_out,
};
use bellwether::analysis::{Catalogue, MeasureKey, Question, TrendPoint, answer};
use bellwether::data::{AreaKind, Period, Source, SourceId, Status, Unit};

use crate::table::{Row, source};

/// The sources of a project and which is a newer return of which.
#[derive(Default)]
struct Held {
    sources: Vec<Arc<Source>>,
    successions: Vec<Succession>,
}

impl Held {
    fn of(sources: impl IntoIterator<Item = Arc<Source>>) -> Self {
        let mut held = Self::default();
        for source in sources {
            held.take(source);
        }
        held
    }

    fn take(&mut self, source: Arc<Source>) {
        take_in(&mut self.sources, &mut self.successions, source);
        assert!(
            fits(&self.sources, &self.successions),
            "{:?}",
            self.successions
        );
    }

    fn compare(&self, incoming: &Arc<Source>) -> Comparison {
        let comparison = Comparison::of(incoming, &self.sources, &self.successions);
        let listed = comparison.new.len() + comparison.unchanged.len() + comparison.revised.len();
        assert_eq!(
            listed,
            incoming.observations.len(),
            "each incoming value is on one list"
        );
        comparison
    }

    fn files(&self) -> Vec<&str> {
        let files = self.sources.iter().map(|source| source.file_name.as_str());
        files.collect()
    }

    fn successions(&self) -> Vec<(&str, &str)> {
        let name = |id: &SourceId| {
            let source = self.sources.iter().find(|source| source.id == *id);
            source.unwrap().file_name.as_str()
        };
        let pairs = self.successions.iter();
        pairs
            .map(|held| (name(&held.older), name(&held.newer)))
            .collect()
    }

    /// The points of a measure of the one area.
    fn points(&self, measure: &str, unit: Unit) -> Vec<Option<TrendPoint>> {
        let catalogue = Catalogue::of(&self.sources).with_successions(&self.successions);
        let key = MeasureKey {
            folded_name: measure.to_owned(),
            unit,
        };
        let answer = answer(&catalogue, &Question::about(key)).unwrap();
        answer.series[0].points.clone()
    }
}

const MEASURES: [&str; 3] = ["Burglary", "Robbery", "Theft"];

fn month(measure: &'static str, month: i8, value: f64) -> Row {
    Row::count(measure, "Ashfield", 2022, value).at(Period::month(2022, month).unwrap())
}

/// A return of three offences from January to a month: 100 and more, by offence and month.
fn months_to(last: i8) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, measure) in (1..).zip(MEASURES) {
        for at in 1..=last {
            rows.push(month(measure, at, f64::from(100 * index) + f64::from(at)));
        }
    }
    rows
}

fn june() -> Arc<Source> {
    let mut rows = months_to(6);
    rows[12].status = Status::Provisional;
    source("Police return Jun 22.xlsx", &rows)
}

/// Three months more; March's burglaries revised, May's robberies dropped, January's thefts final.
fn september() -> Arc<Source> {
    let mut rows = months_to(9);
    rows[2].value = Some(110.0);
    rows.retain(|row| row.value != Some(205.0));
    source("Police return Sep 22.xlsx", &rows)
}

/// A year to the end of a month, in which there were so many burglaries and robberies.
fn rolling(name: &str, years: &[(i16, i8, f64)]) -> Arc<Source> {
    let mut rows = Vec::new();
    for measure in ["Burglary", "Robbery"] {
        for (year, month, value) in years {
            let period = Period::year_ending(*year, *month).unwrap();
            rows.push(Row::count(measure, "Ashfield", 2020, *value).at(period));
        }
    }
    source(name, &rows)
}

fn words(comparison: &Comparison, at: At) -> (String, String) {
    let (source, observation) = comparison.find(at).unwrap();
    let measure = source.measure(observation).unwrap().name.clone();
    (measure, source.period(observation).unwrap().label())
}

#[test]
fn a_newer_return_is_new_unchanged_revised_and_vanished() {
    let held = Held::of([june()]);
    let comparison = held.compare(&september());
    assert_eq!(comparison.standing, Standing::Later);
    assert_eq!(
        comparison.summary(),
        "9 new, 15 unchanged, 2 revised, 1 vanished since Police return Jun 22.xlsx"
    );
    let revised: Vec<_> = comparison
        .revised
        .iter()
        .map(|revised| (words(&comparison, revised.pair.new), revised.kind))
        .collect();
    let march = (String::from("Burglary"), String::from("March 2022"));
    let january = (String::from("Theft"), String::from("January 2022"));
    assert_eq!(
        revised,
        [
            (march, RevisionKind::Value),
            (january, RevisionKind::Status)
        ]
    );
    let pair = comparison.revised[0].pair;
    let difference = comparison.difference(pair).unwrap();
    assert!((difference.absolute - 7.0).abs() < 1e-9);
    assert!((difference.percent.unwrap() - 700.0 / 103.0).abs() < 1e-9);
    let (older, cell) = comparison.find(pair.old).unwrap();
    assert_eq!(
        older.describe_cell(cell.cell),
        "Police return Jun 22.xlsx › Sheet1 › B3"
    );
    let vanished = comparison.vanished.iter().map(|at| words(&comparison, *at));
    let vanished: Vec<_> = vanished.collect();
    let may = (String::from("Robbery"), String::from("May 2022"));
    assert_eq!(vanished, [may]);
    assert_eq!(comparison.kept, 0);
}

#[test]
fn other_windows_of_time_are_neither_missed_nor_mistaken() {
    let autumn_before = rolling(
        "Sep 21.xlsx",
        &[(2021, 9, 9.0), (2020, 9, 8.0), (2019, 9, 7.0)],
    );
    let summer = rolling(
        "Jun 22.xlsx",
        &[(2022, 6, 6.0), (2021, 6, 5.0), (2020, 6, 4.0)],
    );
    let autumn = rolling(
        "Sep 22.xlsx",
        &[(2022, 9, 3.0), (2021, 9, 9.0), (2020, 9, 8.5)],
    );
    let held = Held::of([autumn_before, summer]);
    let comparison = held.compare(&autumn);
    // Of two measures: a year that is new, one unchanged and one revised since the autumn before.
    assert_eq!(
        comparison.summary(),
        "2 new, 2 unchanged, 2 revised, 0 vanished since Jun 22.xlsx"
    );
    assert_eq!(comparison.kept, 8, "years to June, and to September 2019");
}

#[test]
fn a_window_missing_among_rolling_ones_has_vanished() {
    let quarters = [
        (2021, 9, 1.0),
        (2021, 12, 2.0),
        (2022, 3, 3.0),
        (2022, 6, 4.0),
    ];
    let held = Held::of([rolling("old.xlsx", &quarters)]);
    let newer = [
        (2021, 9, 1.0),
        (2021, 12, 2.0),
        (2022, 6, 4.0),
        (2022, 9, 5.0),
    ];
    let comparison = held.compare(&rolling("new.xlsx", &newer));
    let vanished: BTreeSet<_> = comparison
        .vanished
        .iter()
        .map(|at| words(&comparison, *at).1)
        .collect();
    assert_eq!(
        vanished.into_iter().collect::<Vec<_>>(),
        ["12 months to Mar 2022"]
    );
}

#[test]
fn the_predecessor_is_the_latest_of_the_same_kind() {
    let in_mansfield: Vec<Row> = months_to(9)
        .into_iter()
        .map(|row| Row {
            area: Some(("Mansfield", AreaKind::District)),
            ..row
        })
        .collect();
    let yearly: Vec<Row> = MEASURES
        .iter()
        .map(|measure| Row::count(measure, "Ashfield", 2021, 5.0))
        .collect();
    let by_sex: Vec<Row> = months_to(6)
        .into_iter()
        .map(|row| row.of("Sex", "Female"))
        .collect();
    let other: Vec<Row> = (1..=6).map(|at| month("Fly-tipping", at, 3.0)).collect();
    let held = Held::of([
        june(),
        september(),
        source("Mansfield return.xlsx", &in_mansfield),
        source("Police return 2021-22.xlsx", &yearly),
        source("Police return by sex.xlsx", &by_sex),
        source("Waste return.xlsx", &other),
    ]);
    assert_eq!(
        held.successions(),
        [("Police return Jun 22.xlsx", "Police return Sep 22.xlsx")]
    );
    let december = source("Some other name.xlsx", &months_to(12));
    let comparison = held.compare(&december);
    let neighbour = comparison.neighbour().unwrap();
    assert_eq!(neighbour.file_name, "Police return Sep 22.xlsx");
    assert_eq!(
        comparison.vintages.len(),
        3,
        "two held and the incoming one"
    );
}

#[test]
fn what_is_like_nothing_held_is_the_first_of_its_kind() {
    let held = Held::of([source(
        "Waste.xlsx",
        &[Row::count("Fly-tipping", "Ashfield", 2021, 3.0)],
    )]);
    let comparison = held.compare(&june());
    assert_eq!(comparison.standing, Standing::FirstOfItsKind);
    assert_eq!(comparison.new.len(), 18);
    assert!(comparison.neighbour().is_none() && comparison.vanished.is_empty());
    assert_eq!(comparison.kept, 0);
    assert_eq!(comparison.summary(), "18 new, the first return of its kind");
    let empty = Held::of([source("void.xlsx", &[])]).compare(&source("empty.xlsx", &[]));
    assert_eq!(empty.standing, Standing::FirstOfItsKind);
}

#[test]
fn the_same_form_of_two_districts_is_no_newer_return() {
    let nowhere = |value: f64| {
        let rows = (1..=6).map(|at| Row {
            area: None,
            ..month("Theft", at, value)
        });
        rows.collect::<Vec<_>>()
    };
    let held = Held::of([source("Ashfield Jun 22.csv", &nowhere(5.0))]);
    let standing = |name| held.compare(&source(name, &nowhere(50.0))).standing;
    assert_eq!(standing("Mansfield Jun 22.csv"), Standing::FirstOfItsKind);
    assert_eq!(standing("Ashfield Sep 22.csv"), Standing::Later);
}

#[test]
fn file_names_decide_between_equals() {
    let names = |stem: &str, month: &str| format!("{stem} {month} 22.xlsx");
    let held = Held::of([source(&names("Crime bulletin", "Jun"), &months_to(5))]);
    let mut held = held;
    // The same figures by another route: linked as well, since nothing else tells them apart.
    held.sources
        .push(source(&names("Police return", "Jun"), &months_to(5)));
    for (name, wanted) in [
        ("Crime bulletin Sep 22.xlsx", "Crime bulletin Jun 22.xlsx"),
        ("Police return Sep 22.xlsx", "Police return Jun 22.xlsx"),
    ] {
        let comparison = held.compare(&source(name, &months_to(8)));
        assert_eq!(comparison.neighbour().unwrap().file_name, wanted);
    }
}

#[test]
fn an_earlier_return_that_comes_later_does_not_count_over_the_newer() {
    let mut held = Held::of([september()]);
    let comparison = held.compare(&june());
    assert_eq!(comparison.standing, Standing::Earlier);
    assert_eq!(
        comparison.neighbour().unwrap().file_name,
        "Police return Sep 22.xlsx"
    );
    assert_eq!(
        (
            comparison.new.len(),
            comparison.unchanged.len(),
            comparison.revised.len()
        ),
        (1, 15, 2)
    );
    assert!(comparison.vanished.is_empty());
    let (old, new) = (
        comparison.revised[0].pair.old,
        comparison.revised[0].pair.new,
    );
    assert_eq!(
        comparison.source(old).unwrap().file_name,
        "Police return Jun 22.xlsx"
    );
    assert_eq!(
        comparison.source(new).unwrap().file_name,
        "Police return Sep 22.xlsx"
    );

    held.take(june());
    assert_eq!(
        held.files(),
        ["Police return Jun 22.xlsx", "Police return Sep 22.xlsx"]
    );
    let march = held.points("burglary", Unit::Count)[2].clone().unwrap();
    assert_eq!(march.outcome.estimate().map(|held| held.value), Some(110.0));
    assert_eq!(
        march.revised_from().first().map(|held| held.value),
        Some(103.0)
    );
}

#[test]
fn a_vintage_between_two_stands_between_them_and_leaves_no_gap() {
    let mut held = Held::of([june(), source("Police return Dec 22.xlsx", &months_to(12))]);
    held.take(september());
    let names = [
        "Police return Jun 22.xlsx",
        "Police return Sep 22.xlsx",
        "Police return Dec 22.xlsx",
    ];
    assert_eq!(held.files(), names);
    let mut successions = held.successions();
    successions.sort_unstable_by_key(|pair| names.iter().position(|name| *name == pair.0));
    assert_eq!(successions, [(names[0], names[1]), (names[1], names[2])]);

    let id = held.sources[1].id.clone();
    assert!(take_out(&mut held.sources, &mut held.successions, &id));
    assert_eq!(held.successions(), [(names[0], names[2])]);
    assert!(!take_out(&mut held.sources, &mut held.successions, &id));
}

#[test]
fn the_same_file_again_is_compared_with_itself() {
    let held = Held::of([june(), september()]);
    let comparison = held.compare(&june());
    assert_eq!(comparison.standing, Standing::SameFile);
    assert_eq!(comparison.unchanged.len(), 18);
    assert!(comparison.vanished.is_empty() && comparison.kept == 0);
}

#[test]
fn what_is_withdrawn_filled_in_rounded_or_rebased_is_told_apart() {
    let percent = |year, value, base| Row::percent("Feel safe", year, value, base);
    let mut old = vec![
        percent(2017, 56.75, Some(900.0)),
        percent(2018, 57.2, Some(900.0)),
        percent(2019, 58.1, Some(900.0)),
        percent(2020, 0.0, None),
        percent(2021, 59.9, Some(900.0)),
    ];
    old[3].value = None;
    old[3].status = Status::AwaitingData;
    let mut new = vec![
        percent(2017, 56.8, Some(900.0)),
        percent(2018, 57.2, Some(912.0)),
        percent(2019, 0.0, None),
        percent(2020, 60.3, Some(900.0)),
        percent(2021, 59.9, Some(900.0)),
    ];
    new[2].value = None;
    new[2].status = Status::Suppressed;
    let held = Held::of([source("old.xlsx", &old)]);
    let comparison = held.compare(&source("new.xlsx", &new));
    let kinds: Vec<RevisionKind> = comparison.revised.iter().map(|held| held.kind).collect();
    assert_eq!(
        kinds,
        [
            RevisionKind::Rounding,
            RevisionKind::Base,
            RevisionKind::Withdrawn
        ]
    );
    assert_eq!(comparison.new.len(), 1, "a value where data were awaited");
    assert_eq!(comparison.unchanged.len(), 1);

    let mut held = held;
    held.take(source("new.xlsx", &new));
    let points = held.points("feel safe", Unit::Percent);
    let points: Vec<&TrendPoint> = points.iter().map(|point| point.as_ref().unwrap()).collect();
    assert!(
        points.iter().all(|point| point.revised_from().is_empty()),
        "none has another value than before"
    );
    assert_eq!(points[2].outcome.status(), Status::Suppressed);
    assert!(
        points[2].vintages.is_empty(),
        "what is withheld now stays so"
    );
}

#[test]
fn a_value_in_two_cells_is_matched_by_value_and_then_by_order() {
    let twice = |name: &str, values: &[f64]| {
        let rows: Vec<Row> = values
            .iter()
            .map(|value| month("Theft", 1, *value))
            .collect();
        source(name, &rows)
    };
    let held = Held::of([twice("old.xlsx", &[5.0, 7.0])]);
    let counts = |values: &[f64]| {
        let comparison = held.compare(&twice("new.xlsx", values));
        (
            comparison.new.len(),
            comparison.unchanged.len(),
            comparison.revised.len(),
            comparison.vanished.len(),
        )
    };
    assert_eq!(
        counts(&[7.0, 5.0]),
        (0, 2, 0, 0),
        "moved cells are no revision"
    );
    assert_eq!(counts(&[6.0, 7.0]), (0, 1, 1, 0));
    assert_eq!(counts(&[7.0]), (0, 1, 0, 1));
    assert_eq!(counts(&[5.0, 7.0, 9.0]), (1, 2, 0, 0));
}

#[test]
fn a_renamed_measure_is_new_and_vanished_and_proposed() {
    let held = Held::of([june()]);
    let mut rows = months_to(7);
    for row in &mut rows {
        if row.measure == "Robbery" {
            row.measure = "Muggings";
        }
    }
    let comparison = held.compare(&source("Police return Jul 22.xlsx", &rows));
    assert_eq!(comparison.vanished.len(), 6);
    assert_eq!(comparison.new.len(), 2 + 7);
    let proposals: Vec<String> = comparison.renamed.iter().map(Renaming::words).collect();
    assert_eq!(
        proposals,
        ["“Muggings” looks like “Robbery” renamed: 6 of 6 values are the same"]
    );

    for row in &mut rows {
        if row.measure == "Muggings" {
            row.value = row.value.map(|value| value * 3.0);
        }
    }
    let comparison = held.compare(&source("Police return Jul 22.xlsx", &rows));
    assert!(comparison.renamed.is_empty(), "{:?}", comparison.renamed);
}

#[test]
fn charts_show_the_latest_and_keep_what_vanished() {
    let held = Held::of([june(), september()]);
    let burglary = held.points("burglary", Unit::Count);
    assert_eq!(burglary.len(), 9);
    let march = burglary[2].as_ref().unwrap();
    let estimate = march.outcome.estimate().unwrap();
    assert_eq!(Some(estimate.value), Some(110.0));
    assert_eq!(
        estimate.provenance.source.file_name,
        "Police return Sep 22.xlsx"
    );
    let [before] = march.revised_from() else {
        panic!("{:?}", march.revised_from());
    };
    assert_eq!(Some(before.value), Some(103.0));
    assert_eq!(
        before.provenance.describe(),
        "Police return Jun 22.xlsx › Sheet1 › B3"
    );
    assert!(burglary[1].as_ref().unwrap().vintages.is_empty());

    let robbery = held.points("robbery", Unit::Count);
    let may = robbery[4].as_ref().unwrap().outcome.estimate().unwrap();
    assert_eq!(
        (may.value, may.provenance.source.file_name.as_str()),
        (205.0, "Police return Jun 22.xlsx")
    );
}

#[test]
fn each_value_of_a_history_is_told_where_it_was_first_given() {
    let one = |name: &str, months: i8, value: f64| {
        let mut rows = months_to(months);
        rows[0].value = Some(value);
        source(name, &rows)
    };
    let held = Held::of([
        one("a.xlsx", 3, 100.0),
        one("b.xlsx", 4, 100.0),
        one("c.xlsx", 5, 120.0),
        one("d.xlsx", 6, 120.0),
        one("e.xlsx", 7, 100.0),
    ]);
    let january = held.points("burglary", Unit::Count)[0].clone().unwrap();
    let told: Vec<(f64, &str)> = january
        .revised_from()
        .iter()
        .map(|held| (held.value, held.provenance.source.file_name.as_str()))
        .collect();
    assert_eq!(told, [(100.0, "a.xlsx"), (120.0, "c.xlsx")]);
    let shown = january.outcome.estimate().unwrap();
    assert_eq!(
        (shown.value, shown.provenance.source.file_name.as_str()),
        (100.0, "e.xlsx")
    );
}

#[test]
fn two_workbooks_of_different_kinds_disagree_and_do_not_revise() {
    let mut rows: Vec<Row> = vec![month("Theft", 1, 90.0)];
    for (measure, value) in [("Fly-tipping", 1.0), ("Litter", 2.0), ("Noise", 3.0)] {
        rows.push(month(measure, 1, value));
    }
    let held = Held::of([june(), source("Dashboard.xlsx", &rows)]);
    assert!(held.successions.is_empty());
    let january = held.points("theft", Unit::Count)[0].clone().unwrap();
    assert!(january.revised_from().is_empty());
    let estimate = january.outcome.estimate().unwrap();
    assert_eq!(Some(estimate.value), Some(90.0));
    assert_eq!(
        estimate.note.as_deref(),
        Some("Police return Jun 22.xlsx › Sheet1 › B13 gives 301 for the same point")
    );
}

#[test]
fn a_hundred_thousand_values_are_compared_without_a_pause() {
    const NAMES: [&str; 4] = ["Burglary", "Robbery", "Theft", "Arson"];
    let rows = |shift: usize| -> Vec<Row> {
        let groups: Vec<String> = (0..250).map(|group| format!("Group {group}")).collect();
        let mut rows = Vec::new();
        for (index, name) in NAMES.iter().enumerate() {
            for (place, group) in groups.iter().enumerate() {
                let row = Row::count(name, "Ashfield", 2020, 1.0).of("Group", group);
                for year in 0..100_u32 {
                    let month = i8::try_from(year % 12).unwrap() + 1;
                    let value = f64::from(year) + f64::from(u32::try_from(place + index).unwrap());
                    let value = if (place + shift).is_multiple_of(50) {
                        value + 1.0
                    } else {
                        value
                    };
                    let period = Period::month(2010 + i16::try_from(year / 12).unwrap(), month);
                    rows.push(Row {
                        value: Some(value),
                        ..row.clone().at(period.unwrap())
                    });
                }
            }
        }
        rows
    };
    let held = Held::of([source("old.xlsx", &rows(0))]);
    let incoming = source("new.xlsx", &rows(1));
    let start = std::time::Instant::now();
    let comparison = held.compare(&incoming);
    let took = start.elapsed();
    assert!(took.as_secs() < 5, "without optimisation: {took:?}");
    assert_eq!(
        comparison.revised.len(),
        4 * 10 * 100,
        "of every fiftieth group, before and now"
    );
    assert_eq!(comparison.unchanged.len(), 4 * 240 * 100);
}

#[test]
fn the_next_quarter_of_a_sample_is_its_successor() {
    let read = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("sample_data")
            .join(name);
        let gazetteer = bellwether::data::gazetteer::Gazetteer::built_in();
        let progress = bellwether::base::progress::Progress::new();
        bellwether::import::read_file(&path, gazetteer, &progress)
            .unwrap()
            .source
    };
    let held = [read("ashfield_police_return.xlsx")];
    let next = read("next_quarter/ashfield_police_return.xlsx");
    let comparison = Comparison::of(&next, &held, &[]);
    assert_eq!(
        comparison.summary(),
        "20 new, 52 unchanged, 2 revised, 3 vanished since ashfield_police_return.xlsx"
    );
}
