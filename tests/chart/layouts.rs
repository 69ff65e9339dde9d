//! Whatever the answer, the size and the spec: nothing leaves the chart, no two runs of text touch.

use bellwether::analysis::TrendAnswer;
use bellwether::chart::scene::{Group, TextRun};
use bellwether::chart::{
    ChartEvent, ChartSize, ChartTheme, HitTarget, Inter, Node, Point, Rect, Role, Scene,
    TrendModel, TrendSpec, Viewport, layout,
};

use proptest::prelude::*;

use crate::answers;

/// Every answer, with a name.
pub fn all_answers() -> Vec<(&'static str, TrendAnswer)> {
    vec![
        ("feeling safe", answers::feeling_safe()),
        ("recorded crime", answers::recorded_crime()),
        ("districts", answers::districts()),
        ("gaps", answers::gaps()),
        ("many", answers::many()),
        ("long names", answers::long_names()),
        ("one point", answers::one_point()),
        ("nothing", answers::nothing()),
        ("no lines", answers::no_lines()),
        ("all equal", answers::all_equal()),
        ("around nought", answers::around_nought()),
    ]
}

fn specs(answer: &TrendAnswer) -> Vec<TrendSpec> {
    let events = ["2021-04-01", "2021-06-11", "2019-11-05"]
        .iter()
        .map(|date| ChartEvent {
            date: date.parse().unwrap(),
            text: String::from("National concern about women’s safety, and Safer Streets begins"),
        })
        .collect();
    vec![
        TrendSpec::default(),
        TrendSpec {
            highlight: answer.series.first().map(|series| series.key.clone()),
            events,
            ..TrendSpec::default()
        },
        TrendSpec {
            label_line_ends: false,
            show_intervals: false,
            title: Some("Every single word of this title was typed by hand ".repeat(5)),
            ..TrendSpec::default()
        },
    ]
}

fn sizes() -> Vec<ChartSize> {
    vec![
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::A4_LANDSCAPE,
        ChartSize::SQUARE,
        ChartSize::new(320.0, 200.0),
        ChartSize::new(460.0, 900.0),
        ChartSize::new(1920.0, 1080.0),
        ChartSize::new(1920.0, 1080.0).with_text_scale(2.2),
    ]
}

/// Runs a check over every answer, spec and size.
fn for_each_scene(check: impl Fn(&str, &Scene)) {
    let theme = ChartTheme::light();
    for (name, answer) in all_answers() {
        for (index, spec) in specs(&answer).iter().enumerate() {
            let model = TrendModel::new(&answer, spec);
            for size in sizes() {
                let scene = layout(&model, size, &theme, None, Inter::bundled());
                let case = format!("{name}, spec {index}, {}x{}", size.width_pt, size.height_pt);
                check(&case, &scene);
            }
        }
    }
}

/// Calls `visit` with the corners of everything drawn, and a word for it.
fn visit_points(nodes: &[Node], visit: &mut impl FnMut(Point, &str)) {
    for node in nodes {
        match node {
            Node::Group(group) => visit_points(&group.children, visit),
            Node::Line(line) => line.points.iter().for_each(|point| visit(*point, "line")),
            Node::Area(area) => area
                .upper
                .iter()
                .chain(&area.lower)
                .for_each(|point| visit(*point, "area")),
            Node::Polygon(polygon) => {
                let points = polygon.rings().iter().flatten();
                points.for_each(|point| visit(*point, "polygon"));
            }
            Node::Rect(filled) => {
                visit(Point::new(filled.rect.left, filled.rect.top), "rect");
                visit(Point::new(filled.rect.right, filled.rect.bottom), "rect");
            }
            Node::Circle(circle) => {
                let (centre, radius) = (circle.centre, circle.radius);
                visit(Point::new(centre.x - radius, centre.y - radius), "circle");
                visit(Point::new(centre.x + radius, centre.y + radius), "circle");
            }
            Node::Text(run) => {
                let bounds = run.bounds();
                visit(Point::new(bounds.left, bounds.top), &run.text);
                visit(Point::new(bounds.right, bounds.bottom), &run.text);
            }
            Node::Picture(picture) => {
                let rect = picture.rect;
                visit(Point::new(rect.left, rect.top), "logo");
                visit(Point::new(rect.right, rect.bottom), "logo");
            }
        }
    }
}

#[test]
fn nothing_is_drawn_outside_the_chart() {
    for_each_scene(all_is_inside);
}

fn all_is_inside(case: &str, scene: &Scene) {
    assert_eq!(outside(scene), None, "{case}");
}

/// What is drawn outside the chart first, if anything is.
pub fn outside(scene: &Scene) -> Option<String> {
    let all = Rect::new(0.0, 0.0, scene.width, scene.height);
    let mut found = None;
    visit_points(&scene.nodes, &mut |point, what| {
        if !all.contains(point, 0.01) && found.is_none() {
            found = Some(format!("{what} at {point:?} is outside"));
        }
    });
    found
}

#[test]
fn no_two_runs_of_text_overlap() {
    for_each_scene(texts_are_apart);
}

fn texts_are_apart(case: &str, scene: &Scene) {
    assert_eq!(overlapping(scene), None, "{case}");
}

/// The first two runs of text that overlap, if any do.
pub fn overlapping(scene: &Scene) -> Option<String> {
    let runs = scene.text_runs();
    runs.iter().enumerate().find_map(|(index, one)| {
        let two = runs[index + 1..]
            .iter()
            .find(|two| one.bounds().overlaps(&two.bounds()))?;
        Some(format!("“{}” and “{}” overlap", one.text, two.text))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_the_values_charts_hold_together(
        rows in prop::collection::vec(
            prop::collection::vec(prop::option::weighted(0.85, 0.0_f64..100.0), 1..60),
            1..30,
        ),
        width in 300.0_f32..1800.0,
        height in 200.0_f32..1100.0,
        front in 0_usize..40,
        part in prop::option::of((0.0_f64..0.8, 0.1_f64..0.6, 0.0_f64..60.0, 5.0_f64..60.0)),
    ) {
        let periods = rows.iter().map(Vec::len).max().unwrap_or(1);
        let periods = answers::quarters(2005, i16::try_from(periods).unwrap());
        let mut builder = answers::Builder::new(
            "Feel safe",
            bellwether::data::Unit::Percent,
            "Nottinghamshire",
            periods.clone(),
        );
        for (index, row) in rows.iter().enumerate() {
            let mut cells: Vec<answers::Cell> = row
                .iter()
                .map(|value| value.map_or(
                    answers::Cell::Missing(bellwether::data::Status::Suppressed),
                    |value| answers::Cell::Value(value, Some(10.0 + 2.0 * value)),
                ))
                .collect();
            cells.resize(periods.len(), answers::Cell::Nothing);
            builder = builder.area(&format!("Newark and Sherwood {index}"), &cells);
        }
        let answer = builder.build();
        let spec = TrendSpec {
            highlight: answer.series.get(front).map(|series| series.key.clone()),
            ..specs(&answer).remove(1)
        };
        let model = TrendModel::new(&answer, &spec);
        let full = model.full_viewport();
        let viewport = part.map(|(from, width, low, height)| {
            let left = full.x.0 + from * (full.x.1 - full.x.0);
            Viewport {
                x: (left, left + width * (full.x.1 - full.x.0)),
                y: (low, low + height),
            }
        });
        let size = ChartSize::new(width, height);
        let scene = layout(&model, size, &ChartTheme::light(), viewport, Inter::bundled());
        all_is_inside("by chance", &scene);
        texts_are_apart("by chance", &scene);
    }
}

#[test]
fn every_value_keeps_its_label_at_the_end_of_its_line() {
    let answer = answers::long_names();
    let model = TrendModel::new(&answer, &TrendSpec::default());
    let scene = scene_of(&model);
    let text = texts(scene.group(Role::LineLabels).unwrap()).join(" ");
    for value in ["45.0%", "44.8%", "44.9%"] {
        assert!(text.contains(value), "{value} is missing from {text}");
    }
}

#[test]
fn grid_lines_stand_at_the_values_that_their_labels_say() {
    let model = TrendModel::new(&answers::feeling_safe(), &TrendSpec::default());
    let scene = scene_of(&model);
    let labels = runs(scene.group(Role::VerticalAxis).unwrap());
    assert_eq!(labels.len(), 7, "45% to 75% in steps of five");
    for run in labels {
        let value: f64 = run.text.trim_end_matches('%').parse().unwrap();
        let middle = run.origin.y - run.font.cap_height() / 2.0;
        assert!(
            (scene.plot.y_to_pt(value) - middle).abs() < 0.01,
            "{}",
            run.text
        );
    }
}

#[test]
fn lines_are_cut_at_the_edge_of_a_closer_view() {
    let model = TrendModel::new(&answers::feeling_safe(), &TrendSpec::default());
    let full = model.full_viewport();
    let middle = f64::midpoint(full.x.0, full.x.1);
    let closer = Viewport {
        x: (middle - 4.0, middle + 5.0),
        y: (52.0, 64.0),
    };
    let theme = ChartTheme::light();
    let scene = layout(
        &model,
        ChartSize::CARD,
        &theme,
        Some(closer),
        Inter::bundled(),
    );
    assert_eq!(scene.plot.viewport, closer);
    let plot = scene.plot.rect;
    let mut lines = 0;
    for node in &scene.nodes {
        let Node::Group(group) = node else { continue };
        if matches!(group.role, Role::Series | Role::Interval) {
            for child in &group.children {
                let points = match child {
                    Node::Line(line) => line.points.clone(),
                    Node::Area(area) => [area.upper.clone(), area.lower.clone()].concat(),
                    _ => continue,
                };
                lines += 1;
                assert!(points.iter().all(|point| plot.contains(*point, 0.01)));
            }
        }
    }
    assert!(lines >= 2, "something is seen");
    assert!(
        scene
            .text_runs()
            .iter()
            .all(|run| !run.text.contains("56.8%")),
        "the latest value is not at the end of a line that is cut before it"
    );
}

#[test]
fn views_that_make_no_sense_show_everything() {
    let model = TrendModel::new(&answers::feeling_safe(), &TrendSpec::default());
    let full = model.full_viewport();
    for (x, y) in [
        ((5.0, 5.0), full.y),
        (full.x, (f64::NAN, 1.0)),
        ((f64::NEG_INFINITY, 0.0), full.y),
    ] {
        let theme = ChartTheme::light();
        let wrong = Some(Viewport { x, y });
        let scene = layout(&model, ChartSize::CARD, &theme, wrong, Inter::bundled());
        assert_eq!(scene.plot.viewport, full);
    }
}

#[test]
fn data_and_points_map_to_each_other() {
    let model = TrendModel::new(&answers::feeling_safe(), &TrendSpec::default());
    let scene = scene_of(&model);
    let x = model.periods[3].x;
    let (back_x, back_y) = scene.plot.to_data(scene.plot.to_point(x, 61.0));
    assert!((back_x - x).abs() < 1e-3 && (back_y - 61.0).abs() < 1e-3);
}

#[test]
fn every_point_seen_can_be_found() {
    let model = TrendModel::new(&answers::gaps(), &TrendSpec::default());
    let scene = scene_of(&model);
    let found = scene
        .hit_regions
        .iter()
        .filter(|region| matches!(region.target, HitTarget::Point { .. }))
        .count();
    let values: usize = model
        .series
        .iter()
        .map(|series| series.values().count())
        .sum();
    assert_eq!(found, values);
    assert_eq!(
        values, 13,
        "of sixteen cells, three have no value that may be shown"
    );
}

#[test]
fn a_line_keeps_its_colour_when_another_is_hidden() {
    let answer = answers::feeling_safe();
    let all = TrendModel::new(&answer, &TrendSpec::default());
    let spec = TrendSpec {
        hidden: [answer.series[0].key.clone()].into(),
        ..TrendSpec::default()
    };
    let fewer = TrendModel::new(&answer, &spec);
    assert_eq!(fewer.series.len(), 3);
    assert_eq!(fewer.series[0].look, all.series[1].look);
}

fn scene_of(model: &TrendModel) -> Scene {
    layout(
        model,
        ChartSize::CARD,
        &ChartTheme::light(),
        None,
        Inter::bundled(),
    )
}

fn runs(group: &Group) -> Vec<&TextRun> {
    group
        .children
        .iter()
        .filter_map(|node| match node {
            Node::Text(run) => Some(run),
            _ => None,
        })
        .collect()
}

fn texts(group: &Group) -> Vec<&str> {
    runs(group).iter().map(|run| run.text.as_str()).collect()
}
