//! The chart of concerns: its words and its layout.

use std::fmt::Write as _;

use bellwether::analysis::{Catalogue, ConcernsAnswer, ConcernsQuestion, MeasureKey, Question};
use bellwether::base::progress::Progress;
use bellwether::chart::{ChartSize, ChartTheme, ConcernsModel, Inter, MarkedChart as _};
use bellwether::data::Unit;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::export::{Publishable, svg};
use bellwether::import::read_bytes;
use bellwether::project::ConcernsSpec;

/// The issues with their percentages in Ashfield in 2021 and 2022 and in the force in 2022, and the base.
type Issue = (&'static str, f64, f64, f64, u32);

const ISSUES: [Issue; 5] = [
    ("Reckless & dangerous driving", 50.0, 40.7, 35.4, 587),
    ("Drug use and dealing", 38.3, 38.7, 32.3, 587),
    ("Speeding", 36.9, 36.1, 35.6, 587),
    ("Car crime", 14.9, 22.8, 18.4, 587),
    ("Nuisance & rowdy behaviour", 22.9, 22.4, 21.6, 587),
];

fn answer(issues: &[Issue]) -> ConcernsAnswer {
    let mut text = String::from("Measure,District,Period,%,Base\n");
    for (name, before, now, force, base) in issues {
        for (area, period, value, base) in [
            ("Ashfield", "Year to June 2021", before, *base),
            ("Ashfield", "Year to June 2022", now, *base),
            ("Nottinghamshire", "Year to June 2022", force, 4_402),
        ] {
            writeln!(text, "Top concerns: {name},{area},{period},{value},{base}").unwrap();
        }
    }
    let reading = read_bytes(
        "concerns.csv",
        text.as_bytes(),
        Gazetteer::built_in(),
        &Progress::new(),
    );
    let catalogue = Catalogue::of(&[reading.unwrap().source]);
    let set = &catalogue.concern_sets()[0];
    let measure: MeasureKey = set.items[0].measure.clone();
    assert_eq!(measure.unit, Unit::Percent);
    ConcernsQuestion {
        question: Question::about(measure),
        area: Some(String::from("Ashfield")),
        with_wider: true,
    }
    .answer(&catalogue)
    .unwrap()
}

fn model(issues: &[Issue], most: usize) -> ConcernsModel {
    let spec = ConcernsSpec {
        most,
        ..ConcernsSpec::default()
    };
    ConcernsModel::new(&answer(issues), &spec)
}

#[test]
fn the_published_league() {
    let answer = answer(&ISSUES);
    let spec = ConcernsSpec::default();
    for (name, size, theme) in [
        ("card", ChartSize::CARD, ChartTheme::light()),
        ("slide_dark", ChartSize::SLIDE, ChartTheme::dark()),
        ("a4_print", ChartSize::A4, ChartTheme::print()),
    ] {
        let chart = Publishable::concerns(&answer, &spec, size, &theme, Inter::bundled());
        insta::assert_snapshot!(format!("concerns_{name}"), svg::write(&chart));
    }
}

#[test]
fn titles_say_what_rose_and_what_fell() {
    let same = |name| (name, 20.0, 20.0, 20.0, 587);
    let up = |name| (name, 10.0, 20.0, 20.0, 587);
    let down = |name| (name, 30.0, 20.0, 20.0, 587);
    let cases: [(&[Issue], &str); 7] = [
        (
            &[same("Litter"), same("Speeding")],
            "Top concerns in Ashfield",
        ),
        (
            &[up("Litter"), same("Speeding")],
            "Concern about litter rose in Ashfield",
        ),
        (
            &[down("Litter"), down("Speeding")],
            "Concern about litter and speeding fell in Ashfield",
        ),
        (
            &[up("Litter"), down("Speeding")],
            "Concern about litter rose, about speeding fell",
        ),
        (
            &[
                up("Nuisance and rowdy behaviour in parks"),
                down("Reckless and dangerous driving at night"),
            ],
            "One concern rose, one fell in Ashfield",
        ),
        (
            &[
                down("Nuisance and rowdy behaviour in parks"),
                down("Reckless and dangerous driving at night"),
                down("Litter"),
            ],
            "Three concerns fell in Ashfield",
        ),
        (
            // Too few to be compared.
            &[("Litter", 10.0, 90.0, 20.0, 12), same("Speeding")],
            "Top concerns in Ashfield",
        ),
    ];
    for (issues, title) in cases {
        assert_eq!(model(issues, 10).title, title);
    }
}

#[test]
fn the_words_give_base_period_rule_and_force() {
    let model = model(&ISSUES, 10);
    assert_eq!(
        model.subtitle,
        "% naming each issue, 587 respondents, year to Jun 2022, Ashfield"
    );
    for words in [
        "Each respondent could name several.",
        "More, fewer: a clear change from the year to Jun 2021; else about the same (5 comparisons, false discovery rate 5%).",
        "Upright line: Nottinghamshire (n = 4,402).",
        "clearly different from the rest of Nottinghamshire",
        "design effect of 1.5",
        "Source: concerns.csv",
    ] {
        assert!(
            model.footnote.contains(words),
            "{words}: {}",
            model.footnote
        );
    }
    let words: Vec<&str> = model.rows.iter().map(|row| row.change.word).collect();
    assert_eq!(
        words,
        [
            "fewer",
            "about the same",
            "about the same",
            "more",
            "about the same"
        ]
    );
    let lines = model.mark_lines(3);
    assert!(
        lines
            .iter()
            .any(|line| line == "More are concerned than in the year to Jun 2021: +7.9 pp"),
        "{lines:?}"
    );
    assert!(
        model
            .alt_text
            .contains("Car crime: 22.8%, Nottinghamshire 18.4%, more.")
    );
    assert!(
        model
            .what_this_shows
            .contains("More are concerned about car crime.")
    );
}

#[test]
fn what_is_not_among_the_top_is_counted() {
    let short = model(&ISSUES, 2);
    assert_eq!(short.rows.len(), 2);
    assert_eq!(
        short.rest_words(2).as_deref(),
        Some("And 3 more, 36.1% or less")
    );
    assert_eq!(
        short.rest_words(1).as_deref(),
        Some("And 4 more, 38.7% or less"),
        "with those for which there is no room"
    );
    assert!(short.footnote.contains("And 3 more, 36.1% or less."));
    assert_eq!(model(&ISSUES, 10).rest_words(5), None);
}

#[test]
fn few_respondents_are_hollow_or_not_shown() {
    let issues = [
        ("Litter", 30.0, 31.0, 20.0, 12),
        ("Speeding", 30.0, 29.0, 20.0, 60),
        ("Noise", 30.0, 28.0, 20.0, 600),
    ];
    let model = model(&issues, 10);
    let row = |name: &str| model.rows.iter().find(|row| row.name == name).unwrap();
    assert!(row("Litter").value.is_err());
    assert_eq!(row("Litter").printed, "[u]");
    assert!(row("Speeding").caution.is_some());
    assert!(row("Noise").caution.is_none());
    assert!(!model.alt_text.contains("31.0%"), "{}", model.alt_text);
    assert!(
        model
            .footnote
            .contains("Low base, treat with caution: Speeding.")
    );
    assert!(model.footnote.contains("base under 30, not shown: Litter."));
}
