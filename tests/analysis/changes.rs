//! What may be said of a change: the one rule, on real figures.

use bellwether::analysis::change::Tone;
use bellwether::analysis::estimate::Precision;
use bellwether::analysis::{
    Catalogue, Direction, MeasureKey, PeriodRange, Question, TrendAnswer, answer,
};
use bellwether::data::{Period, Polarity, Unit};

use crate::table::{Row, source};

fn trend(rows: &[Row], unit: Unit, from: Option<Period>) -> TrendAnswer {
    let catalogue = Catalogue::of(&[source("a", rows)]);
    let mut question = Question::about(MeasureKey {
        folded_name: String::from("theft"),
        unit,
    });
    question.periods = PeriodRange { from, to: None };
    answer(&catalogue, &question).unwrap()
}

/// Two yearly counts of the published table of crime in Ashfield.
fn direction_of_counts(earlier: f64, later: f64) -> (Direction, Option<f64>) {
    let rows = [
        Row::count("Theft", "Ashfield", 2020, earlier),
        Row::count("Theft", "Ashfield", 2021, later),
    ];
    let answer = trend(&rows, Unit::Count, None);
    let change = &answer.series[0].change.as_ref().unwrap().change;
    (change.direction, change.relative_percent)
}

#[test]
fn counts_rise_and_fall_only_beyond_chance() {
    for (earlier, later, direction, percent) in [
        (9_755.0, 10_860.0, Direction::Up, Some(11.3)),
        (4_439.0, 3_575.0, Direction::Down, Some(-19.5)),
        (94.0, 108.0, Direction::NoClearChange, Some(14.9)),
        (45.0, 65.0, Direction::NoClearChange, None),
        (86.0, 86.0, Direction::NoClearChange, Some(0.0)),
        (0.0, 12.0, Direction::Up, None),
        (0.0, 0.0, Direction::NotTested, None),
    ] {
        let (found, relative) = direction_of_counts(earlier, later);
        assert_eq!(found, direction, "{earlier} to {later}");
        assert_eq!(
            relative.map(|percent| (percent * 10.0).round() / 10.0),
            percent,
            "{earlier} to {later}"
        );
    }
}

#[test]
fn a_longer_year_is_no_rise() {
    // 2019/20 has 366 days: the daily rate fell.
    let rows = [
        Row::count("Theft", "Ashfield", 2018, 365_000.0),
        Row::count("Theft", "Ashfield", 2019, 365_900.0),
    ];
    let answer = trend(&rows, Unit::Count, None);
    assert_ne!(
        answer.series[0].change.as_ref().unwrap().change.direction,
        Direction::Up
    );
}

#[test]
fn percentages_need_bases_to_be_tested() {
    let rows = |base| {
        [
            Row::percent("Theft", 2020, 63.1, base),
            Row::percent("Theft", 2021, 56.8, base),
        ]
    };
    let tested = trend(&rows(Some(1_600.0)), Unit::Percent, None);
    let change = &tested.series[0].change.as_ref().unwrap().change;
    assert_eq!(change.direction, Direction::Down);
    assert_eq!(
        change.relative_percent, None,
        "percentage points are never called per cent"
    );
    assert_eq!(change.magnitude(Unit::Percent), "6.3 pp");
    assert_eq!(change.tone(Polarity::HigherIsBetter), Tone::Bad);
    assert_eq!(change.tone(Polarity::LowerIsBetter), Tone::Good);
    assert!(change.interval.unwrap().upper < 0.0);
    assert_eq!(change.from.precision, Precision::DesignEffectAssumed(1.5));
    assert!((change.from.effective_base.unwrap() - 1_600.0 / 1.5).abs() < 1e-9);

    let small = trend(&rows(Some(120.0)), Unit::Percent, None);
    assert_eq!(
        small.series[0].change.as_ref().unwrap().change.direction,
        Direction::NoClearChange
    );

    let unknown = trend(&rows(None), Unit::Percent, None);
    let change = &unknown.series[0].change.as_ref().unwrap().change;
    assert_eq!(
        (change.direction, change.p_value),
        (Direction::NotTested, None)
    );
    assert!(change.from.interval.is_none());
}

#[test]
fn rolling_years_are_compared_with_the_year_before_and_never_with_an_overlapping_one() {
    let rolling: Vec<Row> = [(2020, 12), (2021, 3), (2021, 6), (2021, 9), (2021, 12)]
        .into_iter()
        .zip([60.0, 59.0, 58.0, 57.0, 56.0])
        .map(|((year, month), value)| {
            Row::percent("Theft", 2020, value, Some(2_000.0))
                .at(Period::year_ending(year, month).unwrap())
        })
        .collect();
    let whole = trend(&rolling, Unit::Percent, None);
    let change = whole.series[0].change.as_ref().unwrap();
    assert_eq!(
        (change.from.label(), change.to.label()),
        (
            "12 months to Dec 2020".into(),
            "12 months to Dec 2021".into()
        )
    );
    let short = trend(&rolling[1..], Unit::Percent, None);
    assert!(
        short.series[0].change.is_none(),
        "all windows overlap the latest"
    );
}

#[test]
fn a_beginning_that_was_chosen_is_what_the_change_is_from() {
    let rows: Vec<Row> = (2018..=2021)
        .zip([70.0, 66.0, 61.0, 60.0])
        .map(|(year, value)| Row::percent("Theft", year, value, Some(3_000.0)))
        .collect();
    let latest = trend(&rows, Unit::Percent, None);
    assert_eq!(
        latest.series[0].change.as_ref().unwrap().change.direction,
        Direction::NoClearChange
    );
    let chosen = trend(&rows, Unit::Percent, Period::year_ending(2018, 12));
    let change = chosen.series[0].change.as_ref().unwrap();
    assert_eq!(change.change.direction, Direction::Down);
    assert!((change.change.difference + 10.0).abs() < 1e-9);
}
