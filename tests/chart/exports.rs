//! Files and pictures, and what must not be in them.

use bellwether::chart::point::GapReason;
use bellwether::chart::{ChartSize, ChartTheme, Inter, TrendSpec};
use bellwether::export::png::Picture;
use bellwether::export::{ExportError, Publishable, save, svg};

use crate::answers;
use crate::layouts::all_answers;

fn publishable(answer: &bellwether::analysis::TrendAnswer, spec: &TrendSpec) -> Publishable {
    let theme = ChartTheme::light();
    Publishable::trend(answer, spec, ChartSize::CARD, &theme, Inter::bundled()).unwrap()
}

#[test]
fn a_value_on_a_small_base_is_nowhere_in_the_file() {
    // 77.7% rests on 22 respondents.
    let chart = publishable(&answers::gaps(), &TrendSpec::default());
    let file = svg::write(&chart);
    assert!(!file.contains("77.7"), "the value is in the file");
    assert!(file.contains("[u]"), "and its absence is marked");
    assert_eq!(chart.withheld().len(), 2);
    assert_eq!(chart.withheld()[0].reason, GapReason::BaseTooSmall);
    let plot = chart.scene().plot;
    let hidden = plot.y_to_pt(77.7);
    let drawn = format!("{hidden:.2}");
    assert!(!file.contains(&drawn), "not as a coordinate either");
}

#[test]
fn a_title_that_says_a_withheld_value_is_refused() {
    let spec = TrendSpec {
        title: Some(String::from("Satisfaction was 77.7% in September")),
        ..TrendSpec::default()
    };
    let theme = ChartTheme::light();
    let refused = Publishable::trend(
        &answers::gaps(),
        &spec,
        ChartSize::CARD,
        &theme,
        Inter::bundled(),
    );
    let error = refused.unwrap_err();
    assert!(matches!(error, ExportError::SaysWithheldValue { .. }));
    assert!(error.to_string().contains("77.7%"));
}

#[test]
fn pictures_have_the_size_asked_for_and_something_on_them() {
    for (name, answer) in all_answers() {
        let chart = publishable(&answer, &TrendSpec::default());
        let picture = Picture::draw(&chart, 1.0).unwrap();
        assert_eq!((picture.width(), picture.height()), (846, 590), "{name}");
        let pixels = picture.rgba();
        assert_eq!(pixels.len(), 846 * 590 * 4);
        let dark = pixels
            .chunks_exact(4)
            .filter(|pixel| pixel[..3].iter().all(|channel| *channel < 100))
            .count();
        assert!(dark > 200, "{name}: the title at least is dark");
        assert!(picture.png().unwrap().starts_with(b"\x89PNG"));
    }
}

#[test]
fn sizes_that_no_picture_can_have_are_refused() {
    let chart = publishable(&answers::one_point(), &TrendSpec::default());
    for scale in [0.0, -1.0, 1e6, f32::NAN, f32::INFINITY] {
        let refused = Picture::draw(&chart, scale);
        assert!(matches!(refused, Err(ExportError::TooLarge)), "{scale}");
    }
}

#[test]
fn the_ending_of_the_name_decides_the_kind_of_file() {
    let folder = tempfile::tempdir().unwrap();
    let chart = publishable(&answers::one_point(), &TrendSpec::default());
    let path = folder.path().join("chart.SVG");
    save(&path, &chart, 2.0).unwrap();
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written, svg::write(&chart), "the same bytes again");
    let unknown = save(&folder.path().join("chart.gif"), &chart, 2.0).unwrap_err();
    assert!(unknown.to_string().contains(".xlsx or .csv"), "{unknown}");
    let nowhere = save(&folder.path().join("no/chart.png"), &chart, 2.0).unwrap_err();
    assert!(matches!(nowhere, ExportError::Writing { .. }));
}

#[test]
fn names_with_markup_in_them_stay_names() {
    let answer = answers::Builder::new(
        "Fear & <loathing> \"here\"",
        bellwether::data::Unit::Percent,
        "A & B",
        answers::quarters(2020, 3),
    )
    .cohort(
        "Sex",
        "<b>&amp;",
        &answers::values(&[40.0, 41.0, 42.0], 500.0),
    )
    .build();
    let file = svg::write(&publishable(&answer, &TrendSpec::default()));
    let tree = resvg::usvg::Tree::from_str(&file, &bellwether::export::png::options());
    assert!(tree.is_ok(), "{:?}", tree.err());
    assert!(file.contains("Fear &amp; &lt;loathing&gt;"));
}
