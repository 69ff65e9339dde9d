//! Breaks in series and events on the trend: the gap, the line, the words, and room for all of them.

use bellwether::analysis::TrendAnswer;
use bellwether::analysis::breaks::{BreakAt, BreakId, BreakOrigin, NotComparable, SeriesBreak};
use bellwether::chart::scene::{HitShape, HitTarget};
use bellwether::chart::{
    ChartEvent, ChartSize, ChartTheme, Inter, Rect, Scene, TrendModel, TrendSpec, layout,
};
use bellwether::data::{BreakReason, Period};
use bellwether::export::{Publishable, svg};

use crate::answers;

fn changed_in(answer: &TrendAnswer, place: usize) -> SeriesBreak {
    SeriesBreak {
        at: BreakAt::ValueOf(answer.periods[place]),
        reason: BreakReason::Wording,
        words: String::from("the question now says “alone”"),
        origin: BreakOrigin::Declared(BreakId(1)),
    }
}

/// The mockup's answer with a break before the period of this place, in all lines or in the first.
fn broken(place: usize, in_all: bool) -> TrendAnswer {
    let mut answer = answers::feeling_safe();
    let held = changed_in(&answer, place);
    let lines = if in_all { answer.series.len() } else { 1 };
    for series in answer.series.iter_mut().take(lines) {
        series.breaks.push(held.clone());
        if let Some(change) = &series.change
            && held.lies_between(&change.from, &change.to)
        {
            series.not_comparable = Some(NotComparable {
                from: change.from,
                to: change.to,
                why: held.clone(),
            });
            series.change = None;
        }
    }
    answer
}

fn event(year: i16, month: i8, text: &str) -> ChartEvent {
    ChartEvent {
        date: jiff::civil::date(year, month, 1),
        text: text.to_owned(),
    }
}

fn scene(answer: &TrendAnswer, spec: &TrendSpec, size: ChartSize) -> Scene {
    let model = TrendModel::new(answer, spec);
    layout(&model, size, &ChartTheme::light(), None, Inter::bundled())
}

#[test]
fn a_break_parts_every_line_and_is_told_everywhere() {
    let answer = broken(6, true);
    let model = TrendModel::new(&answer, &TrendSpec::default());
    let [held] = model.breaks.as_slice() else {
        panic!("{:?}", model.breaks);
    };
    assert_eq!(held.text, "Question wording changed");
    assert!(model.periods[5].x < held.x && held.x < model.periods[6].x);
    for series in &model.series {
        let parted: Vec<usize> = series
            .values()
            .skip(1)
            .filter(|(_, point)| !point.joined)
            .map(|(period, _)| period)
            .collect();
        assert_eq!(parted, [6], "{}", series.label);
    }
    let label = answer.periods[6].label();
    let since = label
        .strip_prefix("12 months")
        .map_or(label.clone(), |_| format!("the {label}"));
    let told = format!(
        "Not comparable with before {since}: question wording changed (the question now says “alone”)."
    );
    assert!(model.footnote.contains(&told), "{}", model.footnote);
    assert!(model.alt_text.contains(&told), "{}", model.alt_text);
}

#[test]
fn a_change_across_it_is_neither_title_nor_sentence() {
    let mut answer = broken(6, true);
    let last = answer.periods.len() - 1;
    let held = changed_in(&answer, last);
    for series in &mut answer.series {
        let change = series.change.take();
        let (from, to): (Period, Period) = change
            .map_or((answer.periods[0], answer.periods[last]), |change| {
                (change.from, change.to)
            });
        series.not_comparable = Some(NotComparable {
            from,
            to,
            why: held.clone(),
        });
    }
    let spec = TrendSpec {
        highlight: Some(answer.series[0].key.clone()),
        ..TrendSpec::default()
    };
    let model = TrendModel::new(&answer, &spec);
    assert_eq!(model.title, answer.measure.name);
    assert!(
        model.what_this_shows.contains("it is not compared with")
            && model
                .what_this_shows
                .contains("question wording changed from"),
        "{}",
        model.what_this_shows
    );
}

#[test]
fn a_break_of_one_line_names_it() {
    let answer = broken(6, false);
    let model = TrendModel::new(&answer, &TrendSpec::default());
    let label = &answer.series[0].label;
    assert_eq!(
        model.breaks[0].text,
        format!("{label}: question wording changed")
    );
    assert!(
        model.footnote.contains(&format!("{label}: not comparable")),
        "{}",
        model.footnote
    );
    assert!(
        model.series[1]
            .values()
            .skip(1)
            .all(|(_, point)| point.joined)
    );
}

/// The words of events, as rectangles.
fn words(scene: &Scene) -> Vec<Rect> {
    let regions = scene.hit_regions.iter();
    regions
        .filter_map(|region| match (region.target, &region.shape) {
            (HitTarget::Event(_), HitShape::Rect(rect)) => Some(*rect),
            _ => None,
        })
        .collect()
}

#[test]
fn the_words_of_events_lie_apart_and_within_the_plot() {
    let answer = broken(6, true);
    let first = answer.periods[0].start.year();
    let spec = TrendSpec {
        events: vec![
            event(first + 1, 9, "Safer Streets lighting in three wards"),
            event(first + 1, 10, "First lockdown"),
            event(
                first + 1,
                11,
                "National concern about women’s safety after dark",
            ),
            event(first + 2, 1, "Operation Springboard"),
        ],
        ..TrendSpec::default()
    };
    for size in [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::SQUARE,
        ChartSize::new(560.0, 420.0),
    ] {
        let scene = scene(&answer, &spec, size);
        let words = words(&scene);
        assert!(
            words.len() >= 3,
            "{size:?}: {} of four have their words",
            words.len()
        );
        for (index, one) in words.iter().enumerate() {
            let plot = scene.plot.rect;
            assert!(
                one.left >= plot.left
                    && one.right <= plot.right
                    && one.top >= plot.top
                    && one.bottom <= plot.bottom,
                "{one:?} leaves {plot:?}"
            );
            for other in words.iter().skip(index + 1) {
                assert!(!one.overlaps(other), "{one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn a_break_and_two_events() {
    let answer = broken(6, true);
    let first = answer.periods[0].start.year();
    let spec = TrendSpec {
        events: vec![
            event(first + 1, 6, "First lockdown"),
            event(first + 2, 1, "National concern"),
        ],
        ..TrendSpec::default()
    };
    let theme = ChartTheme::light();
    let chart =
        Publishable::trend(&answer, &spec, ChartSize::CARD, &theme, Inter::bundled()).unwrap();
    insta::assert_snapshot!(svg::write(&chart));
}
