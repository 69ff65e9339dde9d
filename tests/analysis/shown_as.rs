//! Values worked out of those that the sources give: rates, running sums, averages, shares, indices.

use bellwether::analysis::{
    Catalogue, Direction, MeasureKey, PeriodRange, Question, ShownAs, TrendAnswer, answer,
};
use bellwether::data::{AreaKind, Period, Status, Unit};

use crate::table::{Row, source};

fn shown(rows: &[Row], shown_as: ShownAs, range: PeriodRange) -> TrendAnswer {
    let catalogue = Catalogue::of(&[source("a", rows)]);
    let mut question = Question::about(MeasureKey {
        folded_name: String::from("theft"),
        unit: Unit::Count,
    });
    question.shown_as = shown_as;
    question.periods = range;
    answer(&catalogue, &question).unwrap()
}

fn all(rows: &[Row], shown_as: ShownAs) -> TrendAnswer {
    shown(rows, shown_as, PeriodRange::default())
}

/// The values of a line, to two decimals.
fn values(answer: &TrendAnswer, area: &str) -> Vec<Option<f64>> {
    let line = answer.series.iter().find(|line| line.key.area == area);
    let points = line.unwrap().points.iter();
    points
        .map(|point| Some((100.0 * point.as_ref()?.outcome.estimate()?.value).round() / 100.0))
        .collect()
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

/// Ten a month from April 2020, one more each month.
fn monthly(count: i32) -> Vec<Row> {
    let first = Period::month(2020, 4).unwrap();
    (0..count)
        .map(|index| {
            let period = first.moved_by_months(index).unwrap();
            Row::count("Theft", "Ashfield", 2020, f64::from(10 + index)).at(period)
        })
        .collect()
}

#[test]
fn a_year_to_date_is_compared_like_for_like() {
    // April 2020 to June 2021: April to June in both years.
    let answer = all(&monthly(15), ShownAs::YearToDate);
    assert_eq!(values(&answer, "Ashfield"), some(&[33.0, 69.0]));
    let labels: Vec<String> = answer.periods.iter().map(Period::label).collect();
    assert_eq!(labels, ["Apr–Jun 2020", "Apr–Jun 2021"]);
    let change = answer.series[0].change.as_ref().unwrap();
    assert_eq!(change.change.direction, Direction::Up);
    assert_eq!(
        answer.series[0].points[1]
            .as_ref()
            .unwrap()
            .outcome
            .provenance()
            .cells
            .len(),
        3
    );
}

#[test]
fn twelve_months_roll_and_only_points_a_year_apart_are_compared() {
    let answer = all(&monthly(24), ShownAs::RollingYear);
    assert_eq!(answer.periods.len(), 13);
    // 10 + 11 + … + 21, then 12 more with each month.
    assert_eq!(values(&answer, "Ashfield")[..2], some(&[186.0, 198.0])[..]);
    let change = answer.series[0].change.as_ref().unwrap();
    assert!(change.from.end <= change.to.start);
}

#[test]
fn a_month_that_is_missing_or_withheld_leaves_no_sum() {
    let mut rows = monthly(24);
    rows[3].value = None;
    rows[3].status = Status::Suppressed;
    let answer = all(&rows, ShownAs::RollingYear);
    let statuses: Vec<Status> = answer.series[0]
        .points
        .iter()
        .map(|point| point.as_ref().unwrap().outcome.status())
        .collect();
    assert!(
        statuses[..4]
            .iter()
            .all(|status| *status == Status::Suppressed)
    );
    assert_eq!(statuses[4], Status::Ordinary);
}

#[test]
fn three_years_even_out_small_numbers() {
    let rows: Vec<Row> = [4.0, 9.0, 5.0, 1.0]
        .iter()
        .zip(2018..)
        .map(|(value, year)| Row::count("Theft", "Ashfield", year, *value))
        .collect();
    let answer = all(&rows, ShownAs::ThreeYearAverage);
    assert_eq!(values(&answer, "Ashfield"), some(&[6.0, 5.0]));
    assert!(answer.series[0].change.is_none(), "they share two years");
}

#[test]
fn rates_take_the_population_of_the_year_of_the_middle() {
    let mut rows = vec![
        Row::count("Theft", "Ashfield", 2020, 256.0),
        Row::count("Theft", "Ashfield", 2021, 512.0),
        Row::count("Theft", "Mansfield", 2021, 100.0),
    ];
    for (year, people) in [(2020, 128_000.0), (2021, 126_000.0)] {
        let mid = Period::day(jiff::civil::date(year, 6, 30)).unwrap();
        rows.push(Row::count("Population", "Ashfield", year, people).at(mid));
    }
    let answer = all(&rows, ShownAs::Rate);
    assert_eq!(answer.measure.unit, Unit::Per1000);
    assert_eq!(values(&answer, "Ashfield"), some(&[2.0, 4.06]));
    // The year 2020/21 has its middle in 2020; of Mansfield no people are known.
    assert_eq!(values(&answer, "Mansfield"), [None, None]);
    assert!(
        answer.notes[0].contains("mid-2020 to mid-2021"),
        "{:?}",
        answer.notes
    );
    let line = &answer.series[0];
    let estimate = line.points[1].as_ref().unwrap().outcome.estimate().unwrap();
    let interval = estimate.interval.unwrap();
    assert!(interval.lower < 4.06 && interval.upper > 4.07);
    let change = &line.change.as_ref().unwrap().change;
    assert_eq!(change.direction, Direction::Up);
    assert!(change.p_value.unwrap() < 0.001);
}

#[test]
fn shares_are_of_the_whole_and_the_whole_is_no_line() {
    let mut rows = vec![
        Row::count("Theft", "Ashfield", 2021, 30.0),
        Row::count("Theft", "Mansfield", 2021, 50.0),
    ];
    let mut whole = Row::count("Theft", "Nottinghamshire", 2021, 120.0);
    whole.area = Some(("Nottinghamshire", AreaKind::PoliceForce));
    rows.push(whole);
    let answer = all(&rows, ShownAs::ShareOfTotal);
    assert_eq!(answer.measure.unit, Unit::Percent);
    assert_eq!(values(&answer, "Ashfield"), some(&[25.0]));
    assert_eq!(values(&answer, "Mansfield"), some(&[41.67]));
    assert!(
        answer
            .series
            .iter()
            .all(|line| line.key.area != "Nottinghamshire")
    );
}

#[test]
fn an_index_begins_at_100_within_the_range_asked_for() {
    let rows: Vec<Row> = [50.0, 40.0, 60.0]
        .iter()
        .zip(2019..)
        .map(|(value, year)| Row::count("Theft", "Ashfield", year, *value))
        .collect();
    let answer = all(&rows, ShownAs::Index);
    assert_eq!(values(&answer, "Ashfield"), some(&[100.0, 80.0, 120.0]));
    assert_eq!(answer.measure.unit, Unit::Index);
    let range = PeriodRange {
        from: Period::financial_year(2020),
        to: None,
    };
    let answer = shown(&rows, ShownAs::Index, range);
    assert_eq!(values(&answer, "Ashfield"), some(&[100.0, 150.0]));
}

#[test]
fn what_cannot_be_made_is_not_offered_and_leaves_the_values_as_given() {
    let rows = [Row::count("Theft", "Ashfield", 2021, 30.0)];
    for shown_as in ShownAs::ALL {
        let answer = all(&rows, shown_as);
        assert_eq!(answer.shown_as, ShownAs::AsGiven);
        assert_eq!(values(&answer, "Ashfield"), some(&[30.0]));
    }
}

#[test]
fn small_counts_of_people_are_withheld_whatever_they_are_shown_as() {
    let counted = |group: &str, value: f64| {
        Row::count("Theft", "Ashfield", 2021, value).of("Ethnicity", group)
    };
    let mut rows = vec![
        counted("White", 40.0),
        counted("Asian", 9.0),
        counted("Black", 3.0),
    ];
    rows.push(Row::count("Theft", "Ashfield", 2021, 52.0));
    let catalogue = Catalogue::of(&[source("a", &rows)]);
    let mut question = Question::about(MeasureKey {
        folded_name: String::from("theft"),
        unit: Unit::Count,
    });
    question.split = bellwether::analysis::Split::Dimensions(vec![String::from("Ethnicity")]);
    question.areas = vec![String::from("Ashfield")];
    for shown_as in [ShownAs::AsGiven, ShownAs::ShareOfTotal] {
        question.shown_as = shown_as;
        let answer = answer(&catalogue, &question).unwrap();
        let statuses: Vec<Status> = answer
            .series
            .iter()
            .map(|line| line.points[0].as_ref().unwrap().outcome.status())
            .collect();
        // The one of 3, and the next smallest, by which it could be worked out.
        let withheld = Status::Suppressed;
        assert_eq!(
            statuses,
            [Status::Ordinary, withheld, withheld],
            "{shown_as:?}"
        );
    }
}

#[test]
fn years_are_compared_by_their_months_where_those_are_known() {
    // Fewer by a tenth in all, but the months differ by much more than that.
    let earlier = [
        210.0, 95.0, 180.0, 60.0, 220.0, 80.0, 190.0, 70.0, 205.0, 90.0, 200.0, 75.0,
    ];
    let later = [
        90.0, 200.0, 70.0, 190.0, 75.0, 180.0, 60.0, 205.0, 80.0, 170.0, 95.0, 85.0,
    ];
    let first = Period::month(2020, 4).unwrap();
    let months = (0..).zip(earlier.iter().chain(&later));
    let rows: Vec<Row> = months
        .map(|(index, count)| {
            let month = first.moved_by_months(index).unwrap();
            Row::count("Theft", "Ashfield", 2020, *count).at(month)
        })
        .collect();
    let by_months = all(&rows, ShownAs::RollingYear);
    let change = &by_months.series[0].change.as_ref().unwrap().change;
    assert!(change.by_months);
    assert_eq!(change.direction, Direction::NoClearChange);
    // The totals alone would have been called a fall.
    let totals = [
        Row::count("Theft", "Ashfield", 2020, earlier.iter().sum()),
        Row::count("Theft", "Ashfield", 2021, later.iter().sum()),
    ];
    let by_totals = all(&totals, ShownAs::AsGiven);
    let change = &by_totals.series[0].change.as_ref().unwrap().change;
    assert!(!change.by_months);
    assert_eq!(change.direction, Direction::Down);
}

/// Two years of a rare offence in two districts, of 100,000 and 200,000 people.
fn rare(ashfield: f64, mansfield: f64) -> Vec<Row> {
    let mid = Period::day(jiff::civil::date(2020, 6, 30)).unwrap();
    let mut rows = vec![
        Row::count("Population", "Ashfield", 2020, 100_000.0).at(mid),
        Row::count("Population", "Mansfield", 2020, 200_000.0).at(mid),
    ];
    for year in [2020, 2021] {
        rows.push(Row::count("Theft", "Ashfield", year, ashfield));
        rows.push(Row::count("Theft", "Mansfield", year, mansfield));
    }
    rows
}

#[test]
fn rates_of_rare_events_are_per_100_000_on_every_line() {
    let answer = all(&rare(120.0, 40.0), ShownAs::Rate);
    assert_eq!(answer.measure.unit, Unit::Per100000);
    assert_eq!(values(&answer, "Ashfield"), some(&[120.0, 120.0]));
    assert_eq!(values(&answer, "Mansfield"), some(&[20.0, 20.0]));
    let note = "Per 100,000 people, since there are fewer than 1 per 1,000.";
    assert!(
        answer.notes.iter().any(|held| held == note),
        "{:?}",
        answer.notes
    );
    let how = answer.shown_as.words_in(answer.measure.unit);
    assert_eq!(how, "rate per 100,000 people");
    let change = &answer.series[0].change.as_ref().unwrap().change;
    assert_eq!(
        change.direction,
        Direction::NoClearChange,
        "it is tested as well"
    );
    // Among both places there is 1 per 1,000, so that one of them alone has it, too.
    let answer = all(&rare(260.0, 40.0), ShownAs::Rate);
    assert_eq!(answer.measure.unit, Unit::Per1000);
    assert_eq!(values(&answer, "Mansfield"), some(&[0.2, 0.2]));
}

#[test]
fn the_base_of_a_rate_does_not_depend_on_which_places_are_shown() {
    let rows = rare(150.0, 40.0);
    let sources = [source("a", &rows)];
    let catalogue = Catalogue::of(&sources);
    let key = MeasureKey {
        folded_name: String::from("theft"),
        unit: Unit::Count,
    };
    let question = Question {
        areas: vec![String::from("Ashfield")],
        shown_as: ShownAs::Rate,
        ..Question::about(key)
    };
    let alone = answer(&catalogue, &question).unwrap();
    assert_eq!(alone.measure.unit, Unit::Per100000);
    assert_eq!(values(&alone, "Ashfield"), some(&[150.0, 150.0]));
}

const AGES: [&str; 3] = ["0-24", "25-64", "65+"];

/// Thefts by age in two places of the same rates at each age, of which one is old.
fn by_age(counts: &[(&'static str, [f64; 3], [f64; 3])]) -> Vec<Row> {
    let mid = Period::day(jiff::civil::date(2020, 6, 30)).unwrap();
    let mut rows = Vec::new();
    for (place, events, people) in counts {
        rows.push(Row::count("Theft", place, 2020, events.iter().sum()));
        rows.push(Row::count("Population", place, 2020, people.iter().sum()).at(mid));
        for ((age, events), people) in AGES.iter().zip(events).zip(people) {
            rows.push(Row::count("Theft", place, 2020, *events).of("Age", age));
            rows.push(
                Row::count("Population", place, 2020, *people)
                    .at(mid)
                    .of("Age", age),
            );
        }
    }
    rows
}

#[test]
fn age_standardised_rates_do_not_depend_on_how_old_a_place_is() {
    let rows = by_age(&[
        (
            "Ashfield",
            [300.0, 200.0, 20.0],
            [30_000.0, 50_000.0, 20_000.0],
        ),
        (
            "Mansfield",
            [100.0, 160.0, 50.0],
            [10_000.0, 40_000.0, 50_000.0],
        ),
    ]);
    let answer = all(&rows, ShownAs::AgeStandardised);
    assert_eq!(answer.measure.unit, Unit::Per1000);
    // 10, 4 and 1 per 1,000 at each age, in both; the standard has 27,500, 53,000 and 19,500 people of these.
    let wanted = 0.275 * 10.0 + 0.53 * 4.0 + 0.195;
    for place in ["Ashfield", "Mansfield"] {
        let line = answer.series.iter().find(|line| line.key.area == place);
        let point = line.unwrap().points[0].as_ref().unwrap();
        let estimate = point.outcome.estimate().unwrap();
        assert!(
            (estimate.value - wanted).abs() < 1e-9,
            "{place}: {}",
            estimate.value
        );
        let interval = estimate.interval.unwrap();
        assert!(interval.lower < wanted && wanted < interval.upper);
        // Its own number, three counts and three numbers of people.
        assert_eq!(estimate.provenance.cells.len(), 7);
    }
    let note = answer.notes.first().unwrap();
    assert!(
        note.contains("European Standard Population 2013 (all ages)") && note.contains("mid-2020"),
        "{note}"
    );
    assert_eq!(
        answer.shown_as.words_in(answer.measure.unit),
        "age-standardised rate per 1,000 people"
    );
}

#[test]
fn few_events_are_not_standardised_and_neither_is_what_lacks_an_age() {
    let mut rows = by_age(&[
        ("Ashfield", [3.0, 3.0, 3.0], [30_000.0, 50_000.0, 20_000.0]),
        (
            "Mansfield",
            [100.0, 160.0, 50.0],
            [10_000.0, 40_000.0, 50_000.0],
        ),
    ]);
    let statuses = |rows: &[Row]| {
        let answer = all(rows, ShownAs::AgeStandardised);
        let of = |place: &str| {
            let line = answer.series.iter().find(|line| line.key.area == place);
            let point = line.unwrap().points[0].as_ref().unwrap();
            (point.outcome.status(), point.outcome.estimate().is_some())
        };
        [of("Ashfield"), of("Mansfield")]
    };
    assert_eq!(
        statuses(&rows),
        [(Status::LowReliability, false), (Status::Ordinary, true)]
    );
    let last = rows.len() - 2;
    rows[last].status = Status::Suppressed;
    assert_eq!(statuses(&rows)[1], (Status::NotAvailable, false));
}

#[test]
fn without_a_population_by_age_nothing_is_standardised() {
    let rows = by_age(&[(
        "Ashfield",
        [300.0, 200.0, 20.0],
        [30_000.0, 50_000.0, 20_000.0],
    )]);
    let without: Vec<Row> = rows
        .into_iter()
        .filter(|row| row.measure == "Theft" || row.cohort.is_everyone())
        .collect();
    let answer = all(&without, ShownAs::AgeStandardised);
    assert_eq!(answer.shown_as, ShownAs::AsGiven);
}
