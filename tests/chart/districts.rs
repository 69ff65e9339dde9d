//! Areas side by side: what is drawn and said of them, and what is not.

use bellwether::analysis::TrendAnswer;
use bellwether::analysis::districts::DistrictsAnswer;
use bellwether::chart::districts::{Drawing, arrangements};
use bellwether::chart::scene::{Group, TextRun};
use bellwether::chart::{
    ChartSize, ChartTheme, DistrictsModel, HitTarget, Inter, MarkedChart as _, Node, Role, Scene,
};
use bellwether::data::{AreaKind, Gazetteer, Unit};
use bellwether::export::{Publishable, svg};
use bellwether::project::{DistrictsArrangement, DistrictsSpec};
use bellwether::stats::funnel::FunnelPlace;

use crate::answers::{self, Builder, quarters, values};

fn of(trend: TrendAnswer) -> DistrictsAnswer {
    DistrictsAnswer::of(trend, AreaKind::District, |name| {
        let place = Gazetteer::built_in().find_of_kind(name, AreaKind::District)?;
        place.area.code.clone()
    })
}

fn own(arrangement: DistrictsArrangement) -> DistrictsSpec {
    DistrictsSpec {
        arrangement,
        own_area: Some(String::from("Ashfield")),
        ..DistrictsSpec::default()
    }
}

fn file(
    answer: &DistrictsAnswer,
    spec: &DistrictsSpec,
    size: ChartSize,
    theme: &ChartTheme,
) -> String {
    svg::write(&Publishable::districts(
        answer,
        spec,
        size,
        theme,
        Inter::bundled(),
    ))
}

/// Forty-three areas with long names.
fn forty_three() -> DistrictsAnswer {
    let mut builder = Builder::new(
        "Confidence in police",
        Unit::Percent,
        "England",
        quarters(2020, 4),
    );
    for index in 0..43_u8 {
        let start = 40.0 + f64::from(index);
        builder = builder.area(
            &format!("Constabulary of the long-named county number {index:02}"),
            &values(&[start, start + 1.0, start - 2.0, start], 400.0),
        );
    }
    of(builder.build())
}

/// Districts of which one has a base too small and one is withheld by its source.
fn with_gaps() -> DistrictsAnswer {
    of(answers::district_gaps())
}

#[test]
fn the_mockup() {
    let answer = of(answers::districts());
    let spec = own(DistrictsArrangement::SmallMultiples);
    insta::assert_snapshot!(file(&answer, &spec, ChartSize::CARD, &ChartTheme::light()));
}

#[test]
fn a_map_with_gaps_in_print() {
    let spec = own(DistrictsArrangement::Tiles);
    let theme = ChartTheme::print();
    insta::assert_snapshot!(file(&with_gaps(), &spec, ChartSize::A4, &theme));
}

#[test]
fn one_chart_on_a_dark_slide() {
    let answer = of(answers::districts());
    let spec = own(DistrictsArrangement::OneChart);
    insta::assert_snapshot!(file(&answer, &spec, ChartSize::SLIDE, &ChartTheme::dark()));
}

#[test]
fn a_ranking_with_the_mean_of_peers() {
    let answer = of(answers::districts());
    let spec = own(DistrictsArrangement::Ranking);
    insta::assert_snapshot!(file(&answer, &spec, ChartSize::CARD, &ChartTheme::light()));
}

#[test]
fn a_ranking_with_gaps_in_print() {
    let spec = own(DistrictsArrangement::Ranking);
    insta::assert_snapshot!(file(
        &with_gaps(),
        &spec,
        ChartSize::A4,
        &ChartTheme::print()
    ));
}

#[test]
fn a_funnel_on_a_dark_slide() {
    let answer = of(answers::districts());
    let spec = own(DistrictsArrangement::Funnel);
    insta::assert_snapshot!(file(&answer, &spec, ChartSize::SLIDE, &ChartTheme::dark()));
}

#[test]
fn a_funnel_names_the_own_area_and_those_outside_the_limits_alone() {
    let answer = of(answers::districts());
    let model = DistrictsModel::new(&answer, &own(DistrictsArrangement::Funnel));
    let Drawing::Funnel(funnel) = &model.drawing else {
        panic!("no funnel");
    };
    let scene = model.layout(ChartSize::CARD, &ChartTheme::light(), Inter::bundled());
    for dot in &funnel.dots {
        let district = &model.districts[dot.district];
        let wanted = district.is_own || dot.place != FunnelPlace::Within;
        let said = scene
            .text_runs()
            .iter()
            .any(|run| run.text == district.name);
        assert_eq!(said, wanted, "{}", district.name);
    }
    assert!(
        model
            .footnote
            .contains("By chance alone 0.4 of 8 districts")
    );
    assert!(
        model
            .subtitle
            .contains("Dashed: 95% limits. Dotted: 99.8% limits")
    );
}

#[test]
fn a_ranking_of_many_says_what_it_leaves_out_and_keeps_the_own() {
    let answer = forty_three();
    let last = answer.lines().last().unwrap().key.area.clone();
    let spec = DistrictsSpec {
        own_area: Some(last.clone()),
        arrangement: DistrictsArrangement::Ranking,
        ..DistrictsSpec::default()
    };
    let model = DistrictsModel::new(&answer, &spec);
    for size in [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::SQUARE,
    ] {
        let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
        let page = (scene.width, scene.height);
        for run in scene.text_runs() {
            let bounds = run.bounds();
            assert!(
                bounds.left >= 0.0 && bounds.right <= page.0 + 0.5 && bounds.bottom <= page.1,
                "{size:?}: “{}” leaves the page",
                run.text
            );
        }
        let drawn = |mark: usize| {
            scene
                .hit_regions
                .iter()
                .any(|hit| hit.target == HitTarget::Mark(mark))
        };
        assert!(
            drawn(answer.place_of(&last).unwrap()),
            "{size:?}: the own is drawn"
        );
    }
    assert!(model.alt_text.starts_with("Ranking of 43 "));
}

#[test]
fn what_cannot_be_ranked_or_put_in_a_funnel_is_not_offered() {
    let shares = of(answers::districts());
    let without_boundaries: Vec<DistrictsArrangement> = DistrictsArrangement::ALL
        .into_iter()
        .filter(|arrangement| *arrangement != DistrictsArrangement::Map)
        .collect();
    assert_eq!(arrangements(&shares), without_boundaries);
    let mut counts = answers::districts();
    counts.measure.unit = Unit::Count;
    let counts = of(counts);
    assert_eq!(
        arrangements(&counts),
        [
            DistrictsArrangement::SmallMultiples,
            DistrictsArrangement::OneChart
        ]
    );
    let model = DistrictsModel::new(&counts, &own(DistrictsArrangement::Ranking));
    assert_eq!(model.drawing, Drawing::SmallMultiples);
    assert!(
        model.footnote.starts_with("No ranking of numbers"),
        "{}",
        model.footnote
    );
    let model = DistrictsModel::new(&counts, &own(DistrictsArrangement::Funnel));
    assert!(
        model.footnote.starts_with("No funnel"),
        "{}",
        model.footnote
    );
}

#[test]
fn a_value_that_may_not_be_shown_is_nowhere() {
    for arrangement in [
        DistrictsArrangement::SmallMultiples,
        DistrictsArrangement::Tiles,
        DistrictsArrangement::OneChart,
        DistrictsArrangement::Ranking,
    ] {
        let file = file(
            &with_gaps(),
            &own(arrangement),
            ChartSize::CARD,
            &ChartTheme::light(),
        );
        assert!(
            !file.contains("77.7%") && !file.contains("78.8%"),
            "{arrangement:?}"
        );
        assert!(
            file.contains("[u]") && file.contains("[c]"),
            "{arrangement:?}: its absence is marked"
        );
    }
    let model = DistrictsModel::new(&with_gaps(), &own(DistrictsArrangement::SmallMultiples));
    let said = model.districts.iter().flat_map(|district| &district.lines);
    let said: Vec<&String> = said
        .chain([&model.alt_text, &model.what_this_shows])
        .collect();
    assert!(
        said.iter()
            .all(|words| !words.contains("77.7") && !words.contains("78.8"))
    );
}

#[test]
fn a_period_pointed_at_is_marked_on_all_small_charts_without_what_may_not_be_shown() {
    let model = DistrictsModel::new(&with_gaps(), &own(DistrictsArrangement::SmallMultiples));
    let periods = &model.districts[0].chart.periods;
    for period in periods {
        let crosshair = model.crosshair(period.x + 0.1).unwrap();
        assert_eq!(crosshair.period, period.label);
        assert_eq!(crosshair.values.len(), model.districts.len());
        for held in &crosshair.values {
            assert!(!held.words.contains("77.7") && !held.words.contains("78.8"));
            assert_eq!(held.value.is_some(), held.words.ends_with('%'), "{held:?}");
        }
    }
    let latest = model.crosshair(1e6).unwrap();
    let said = |words: &str| latest.values.iter().any(|held| held.words == words);
    assert!(said("base under 30, not shown") && said("suppressed"));
    let size = ChartSize::CARD;
    let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
    let plots = scene.hit_regions.iter();
    let plots = plots.filter(|region| matches!(region.target, HitTarget::Plot(_)));
    assert_eq!(plots.count(), model.districts.len());
    let ranking = DistrictsModel::new(&with_gaps(), &own(DistrictsArrangement::Ranking));
    assert_eq!(ranking.crosshair(0.0), None);
}

fn groups<'a>(nodes: &'a [Node], role: Role, found: &mut Vec<&'a Group>) {
    for node in nodes {
        if let Node::Group(group) = node {
            if group.role == role {
                found.push(group);
            }
            groups(&group.children, role, found);
        }
    }
}

fn scene(answer: &DistrictsAnswer, spec: &DistrictsSpec, size: ChartSize) -> Scene {
    DistrictsModel::new(answer, spec).layout(size, &ChartTheme::light(), Inter::bundled())
}

/// Whether two runs of text share room.
fn collisions(scene: &Scene) -> Vec<(String, String)> {
    let runs: Vec<&TextRun> = scene.text_runs();
    let mut found = Vec::new();
    for (index, one) in runs.iter().enumerate() {
        for other in &runs[index + 1..] {
            if one.bounds().overlaps(&other.bounds()) {
                found.push((one.text.clone(), other.text.clone()));
            }
        }
    }
    found
}

#[test]
fn nothing_leaves_the_picture_and_no_words_touch() {
    let nothing = of(answers::nothing());
    let one = of(answers::one_point());
    for (name, answer) in [
        ("eight", of(answers::districts())),
        ("gaps", with_gaps()),
        ("forty-three", forty_three()),
        ("long names", of(answers::long_names())),
        ("one point", one),
        ("nothing", nothing),
    ] {
        for arrangement in [
            DistrictsArrangement::SmallMultiples,
            DistrictsArrangement::Tiles,
        ] {
            for size in [
                ChartSize::CARD,
                ChartSize::SLIDE,
                ChartSize::A4,
                ChartSize::SQUARE,
                ChartSize::new(460.0, 700.0),
                ChartSize::new(1300.0, 700.0),
            ] {
                let scene = scene(&answer, &own(arrangement), size);
                for run in scene.text_runs() {
                    let bounds = run.bounds();
                    assert!(
                        bounds.left >= -0.5
                            && bounds.right <= scene.width + 0.5
                            && bounds.top >= -0.5
                            && bounds.bottom <= scene.height + 0.5,
                        "{name} {arrangement:?} {size:?}: “{}” leaves the picture",
                        run.text
                    );
                }
                let touching = collisions(&scene);
                assert!(
                    touching.is_empty(),
                    "{name} {arrangement:?} {size:?}: {touching:?}"
                );
            }
        }
    }
}

#[test]
fn what_has_no_room_is_left_out_and_counted_but_never_the_own() {
    let answer = forty_three();
    let last = answer.lines().last().unwrap().key.area.clone();
    let spec = DistrictsSpec {
        own_area: Some(last),
        ..DistrictsSpec::default()
    };
    let scene = scene(&answer, &spec, ChartSize::CARD);
    let mut panels = Vec::new();
    groups(&scene.nodes, Role::Panel, &mut panels);
    assert!((10..43).contains(&panels.len()), "{}", panels.len());
    let left_out = format!(
        "Not shown for want of room: {} more districts.",
        43 - panels.len()
    );
    let runs = scene.text_runs();
    let words: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
    let words = words.join(" ");
    assert!(words.contains(&left_out), "{left_out}: {words}");
    assert!(
        panels.iter().any(|panel| panel.series == Some(42)),
        "the own is there"
    );
}

#[test]
fn on_the_screen_all_have_room() {
    for (answer, count) in [(forty_three(), 43), (of(answers::districts()), 8)] {
        let spec = own(DistrictsArrangement::SmallMultiples);
        let model = DistrictsModel::new(&answer, &spec);
        for width in [480.0, 846.0, 1300.0] {
            let size = ChartSize::new(width, model.least_height_pt(width));
            let scene = model.layout(size, &ChartTheme::light(), Inter::bundled());
            let mut panels = Vec::new();
            groups(&scene.nodes, Role::Panel, &mut panels);
            assert_eq!(panels.len(), count, "{width}");
            for mark in 0..count {
                let is_found = |target: HitTarget| target == HitTarget::Mark(mark);
                assert!(
                    scene
                        .hit_regions
                        .iter()
                        .any(|region| is_found(region.target))
                );
            }
        }
    }
}

#[test]
fn all_small_charts_have_the_same_axes() {
    let scene = scene(
        &of(answers::districts()),
        &own(DistrictsArrangement::SmallMultiples),
        ChartSize::CARD,
    );
    let mut axes = Vec::new();
    groups(&scene.nodes, Role::VerticalAxis, &mut axes);
    let words = |group: &Group| -> Vec<String> {
        let runs = group.children.iter().filter_map(|node| match node {
            Node::Text(run) => Some(run.text.clone()),
            _ => None,
        });
        runs.collect()
    };
    assert_eq!(axes.len(), 8);
    assert!(
        axes.iter()
            .all(|axis| words(axis) == words(axes[0]) && words(axis).len() > 1)
    );
}

#[test]
fn a_map_of_other_places_gives_way_with_a_word() {
    let trend = Builder::new(
        "Feel safe after dark",
        Unit::Percent,
        "Kent",
        quarters(2020, 2),
    )
    .area("Ashford", &values(&[58.0, 57.0], 500.0))
    .area("Canterbury", &values(&[61.0, 60.0], 500.0))
    .build();
    let model = DistrictsModel::new(&of(trend), &own(DistrictsArrangement::Tiles));
    assert_eq!(
        model.drawing,
        bellwether::chart::districts::Drawing::SmallMultiples
    );
    let word = "There is a map of tiles for the eight districts of Nottinghamshire only.";
    assert!(model.footnote.starts_with(word), "{}", model.footnote);
}

/// A district with its earlier and later value.
type Changed = (&'static str, f64, f64);

/// Districts whose values all have a base of 1,500.
fn changed(cells: &[Changed]) -> DistrictsAnswer {
    let mut builder = Builder::new(
        "Feel safe after dark",
        Unit::Percent,
        "Nottinghamshire",
        answers::financial_years(2020, 2),
    );
    for (name, from, to) in cells {
        builder = builder.area(name, &values(&[*from, *to], 1500.0));
    }
    of(builder.build())
}

#[test]
fn titles_say_only_what_is_clear() {
    let cases: [(&[Changed], &str); 7] = [
        (
            &[
                ("Ashfield", 60.0, 60.5),
                ("Gedling", 60.0, 59.0),
                ("Mansfield", 60.0, 61.0),
            ],
            "No district changed clearly",
        ),
        (
            &[
                ("Ashfield", 60.0, 50.0),
                ("Gedling", 60.0, 60.0),
                ("Mansfield", 60.0, 60.0),
            ],
            "One of three districts fell: Ashfield",
        ),
        (
            &[
                ("Ashfield", 60.0, 42.0),
                ("Gedling", 60.0, 54.0),
                ("Mansfield", 60.0, 60.0),
            ],
            "Two of three districts fell; Ashfield fell most",
        ),
        (
            &[
                ("Ashfield", 60.0, 52.0),
                ("Gedling", 60.0, 52.5),
                ("Mansfield", 60.0, 53.0),
            ],
            "All three districts fell",
        ),
        (
            &[
                ("Ashfield", 60.0, 68.0),
                ("Gedling", 60.0, 68.5),
                ("Mansfield", 60.0, 60.0),
            ],
            "Two of three districts rose",
        ),
        (
            &[
                ("Ashfield", 60.0, 52.0),
                ("Gedling", 60.0, 52.5),
                ("Mansfield", 60.0, 68.0),
            ],
            "Two of three districts fell, one rose",
        ),
        (
            &[
                ("Ashfield", 60.0, 68.0),
                ("Gedling", 60.0, 52.5),
                ("Mansfield", 60.0, 68.0),
            ],
            "Two of three districts rose, one fell",
        ),
    ];
    for (cells, wanted) in cases {
        let answer = changed(cells);
        let model = DistrictsModel::new(&answer, &DistrictsSpec::default());
        assert_eq!(model.title, wanted);
        assert_eq!(
            model
                .what_this_shows
                .contains("not clearly different from the others"),
            !wanted.contains("changed clearly")
                && answer.largest.is_some_and(|held| !held.clear_of_others),
            "{wanted}: {}",
            model.what_this_shows
        );
    }
}
