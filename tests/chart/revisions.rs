//! Revised points: their mark, what is said of them, and that nothing is said where nothing may be.

use bellwether::chart::scene::{Node, Role, Scene};
use bellwether::chart::wording::{hover_text, revision_text};
use bellwether::chart::{ChartSize, ChartTheme, Inter, TrendModel, TrendSpec, layout};
use bellwether::data::Unit;

use crate::answers;

fn scene(model: &TrendModel) -> Scene {
    layout(
        model,
        ChartSize::SLIDE,
        &ChartTheme::light(),
        None,
        Inter::bundled(),
    )
}

/// How many diamonds the series have: lines that end where they begin.
fn diamonds(scene: &Scene) -> usize {
    let of_series = |node: &Node| match node {
        Node::Group(group) if group.role == Role::Series => group
            .children
            .iter()
            .filter(|child| match child {
                Node::Line(line) => line.points.len() == 5 && line.points[0] == line.points[4],
                _ => false,
            })
            .count(),
        _ => 0,
    };
    scene.nodes.iter().map(of_series).sum()
}

#[test]
fn each_revised_point_has_its_mark_and_the_footnote_says_so() {
    let model = TrendModel::new(&answers::revised(), &TrendSpec::default());
    assert_eq!(diamonds(&scene(&model)), 4);
    let words = "Diamonds: revised since first published (Police return Jun 22.xlsx).";
    assert!(model.footnote.contains(words), "{}", model.footnote);
    assert!(model.alt_text.contains(words), "{}", model.alt_text);
}

#[test]
fn without_revisions_nothing_is_marked_or_said() {
    for answer in [
        answers::feeling_safe(),
        answers::gaps(),
        answers::recorded_crime(),
    ] {
        let model = TrendModel::new(&answer, &TrendSpec::default());
        assert_eq!(diamonds(&scene(&model)), 0);
        assert!(!model.footnote.contains("revised"), "{}", model.footnote);
    }
}

#[test]
fn a_line_that_is_hidden_or_grey_is_not_spoken_of() {
    let mut answer = answers::many();
    let point = answer.series[3].points[7].as_mut().unwrap();
    answers::revise(point, 1.0, "Before.xlsx");
    let model = TrendModel::new(&answer, &TrendSpec::default());
    assert_eq!(diamonds(&scene(&model)), 0, "twenty-four grey lines");
    assert!(!model.footnote.contains("Diamonds"), "{}", model.footnote);
    let in_front = TrendSpec {
        highlight: Some(answer.series[3].key.clone()),
        ..TrendSpec::default()
    };
    let model = TrendModel::new(&answer, &in_front);
    assert_eq!(diamonds(&scene(&model)), 1);
    assert!(model.footnote.contains("Before.xlsx"), "{}", model.footnote);
}

#[test]
fn the_hover_tells_the_first_value_and_its_cell() {
    let answer = answers::revised();
    let lines = hover_text(&answer, 0, 5).unwrap();
    let told =
        "Revised from 10,433 (first published in Police return Jun 22.xlsx › Table P1 › B10)";
    assert!(lines.contains(&String::from(told)), "{lines:?}");
    assert_eq!(
        lines.last().map(String::as_str),
        Some("Police return Sep 22.xlsx › Table P1 › B10")
    );
    assert!(
        hover_text(&answer, 0, 0)
            .unwrap()
            .iter()
            .all(|line| !line.contains("Revised"))
    );
}

#[test]
fn a_value_before_that_may_not_be_shown_is_neither_told_nor_marked() {
    let mut answer = answers::feeling_safe();
    let point = answer.series[0].points[7].as_mut().unwrap();
    answers::revise(point, 61.5, "Before.xlsx");
    point.vintages[0].unweighted_base = Some(22.0);
    assert_eq!(revision_text(point, Unit::Percent), None);
    let model = TrendModel::new(&answer, &TrendSpec::default());
    assert_eq!(diamonds(&scene(&model)), 0);
    assert!(!model.footnote.contains("Diamonds") && !model.alt_text.contains("61.5"));
}

#[test]
fn values_that_print_alike_are_told_with_more_decimals() {
    let mut answer = answers::feeling_safe();
    let point = answer.series[0].points[7].as_mut().unwrap();
    answers::revise(point, 46.44, "Before.xlsx");
    let words = revision_text(point, Unit::Percent).unwrap();
    assert!(
        words.starts_with("Revised from 46.44% (first published in Before.xlsx"),
        "{words}"
    );
}
