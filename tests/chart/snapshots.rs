//! A few charts as SVG text, to be read when they change.

use bellwether::analysis::TrendAnswer;
use bellwether::chart::{ChartEvent, ChartSize, ChartTheme, Inter, TrendSpec};
use bellwether::export::{Publishable, svg};

use crate::answers;

fn file(answer: &TrendAnswer, spec: &TrendSpec, size: ChartSize, theme: &ChartTheme) -> String {
    svg::write(&Publishable::trend(answer, spec, size, theme, Inter::bundled()).unwrap())
}

#[test]
fn the_mockup() {
    let answer = answers::feeling_safe();
    let spec = TrendSpec {
        title: Some(String::from(
            "Young people’s feelings of safety after dark have fallen fastest",
        )),
        highlight: Some(answer.series[0].key.clone()),
        events: vec![ChartEvent {
            date: jiff::civil::date(2021, 4, 1),
            text: String::from("Mar 2021: national concern about women’s safety"),
        }],
        ..TrendSpec::default()
    };
    insta::assert_snapshot!(file(&answer, &spec, ChartSize::CARD, &ChartTheme::light()));
}

#[test]
fn recorded_crime_on_a_dark_slide() {
    let answer = answers::recorded_crime();
    let theme = ChartTheme::dark();
    insta::assert_snapshot!(file(
        &answer,
        &TrendSpec::default(),
        ChartSize::SLIDE,
        &theme
    ));
}

#[test]
fn gaps_in_print() {
    let answer = answers::gaps();
    let theme = ChartTheme::print();
    insta::assert_snapshot!(file(&answer, &TrendSpec::default(), ChartSize::A4, &theme));
}

#[test]
fn a_key_over_eight_districts() {
    let spec = TrendSpec {
        label_line_ends: false,
        ..TrendSpec::default()
    };
    let theme = ChartTheme::light();
    insta::assert_snapshot!(file(
        &answers::districts(),
        &spec,
        ChartSize::SQUARE,
        &theme
    ));
}

#[test]
fn no_values() {
    let theme = ChartTheme::light();
    let size = ChartSize::new(320.0, 200.0);
    insta::assert_snapshot!(file(
        &answers::nothing(),
        &TrendSpec::default(),
        size,
        &theme
    ));
}

#[test]
fn revised_counts() {
    let theme = ChartTheme::light();
    insta::assert_snapshot!(file(
        &answers::revised(),
        &TrendSpec::default(),
        ChartSize::CARD,
        &theme
    ));
}
