//! Maps with boundaries: what is drawn and said, what is left out and told.

use std::sync::Arc;

use bellwether::analysis::area_boundaries::AreaBoundaries;
use bellwether::analysis::districts::DistrictsAnswer;
use bellwether::chart::districts::{Drawing, MapModel};
use bellwether::chart::heatmap::HeatmapCell;
use bellwether::chart::{
    ChartSize, ChartTheme, Contents as _, DistrictsModel, HitShape, HitTarget, Inter,
    MarkedChart as _, Role, Scene,
};
use bellwether::data::{AreaKind, Gazetteer, Unit};
use bellwether::export::{Publishable, svg};
use bellwether::import::boundaries::read_boundaries;
use bellwether::project::{DistrictsArrangement, DistrictsSpec, MapShows};

use crate::answers;
use crate::gallery_cases::made_boundaries::geojson;

const SOURCE: &str = r#""attribution":"Made-up areas © Nobody","#;

/// The boundaries of all districts but Rushcliffe, with a neighbour.
fn boundaries() -> AreaBoundaries {
    let areas = [
        "Ashfield",
        "Bassetlaw",
        "Broxtowe",
        "Gedling",
        "Mansfield",
        "Newark and Sherwood",
        "Nottingham",
    ]
    .map(|name| (name, None));
    let text = geojson(&areas, Some("Derbyshire"), SOURCE);
    let read = read_boundaries("made.geojson", text.as_bytes()).unwrap();
    AreaBoundaries {
        boundaries: Arc::new(read.boundaries),
        districts: Vec::new(),
    }
}

fn mapped(mut answer: DistrictsAnswer) -> DistrictsAnswer {
    let mut held = boundaries();
    held.districts = held
        .boundaries
        .areas
        .iter()
        .map(|area| answer.place_of(&area.name))
        .collect();
    answer.boundaries = Some(held);
    answer
}

fn of(trend: bellwether::analysis::TrendAnswer) -> DistrictsAnswer {
    mapped(DistrictsAnswer::of(trend, AreaKind::District, |name| {
        let place = Gazetteer::built_in().find_of_kind(name, AreaKind::District)?;
        place.area.code.clone()
    }))
}

fn spec(map_shows: MapShows) -> DistrictsSpec {
    DistrictsSpec {
        arrangement: DistrictsArrangement::Map,
        own_area: Some(String::from("Ashfield")),
        map_shows,
        ..DistrictsSpec::default()
    }
}

fn map(model: &DistrictsModel) -> &MapModel {
    match &model.drawing {
        Drawing::Map(map) => map,
        other => panic!("no map: {other:?}"),
    }
}

fn scene(model: &DistrictsModel, size: ChartSize) -> Scene {
    model.layout(size, &ChartTheme::light(), Inter::bundled())
}

#[test]
fn a_map_of_values() {
    let answer = of(answers::districts());
    let (spec, theme) = (spec(MapShows::Values), ChartTheme::light());
    let chart = Publishable::districts(&answer, &spec, ChartSize::CARD, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart));
}

#[test]
fn a_map_with_gaps_in_print() {
    let answer = of(answers::district_gaps());
    let (spec, theme) = (spec(MapShows::Values), ChartTheme::print());
    let chart = Publishable::districts(&answer, &spec, ChartSize::A4, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart));
}

#[test]
fn a_map_of_changes_on_a_dark_slide() {
    let answer = of(answers::districts());
    let (spec, theme) = (spec(MapShows::Changes), ChartTheme::dark());
    let chart = Publishable::districts(&answer, &spec, ChartSize::SLIDE, &theme, Inter::bundled());
    insta::assert_snapshot!(svg::write(&chart));
}

#[test]
fn what_is_not_on_the_map_and_whose_it_is_are_told() {
    let model = DistrictsModel::new(&of(answers::districts()), &spec(MapShows::Values));
    assert!(
        model.footnote.contains("Not on the map"),
        "{}",
        model.footnote
    );
    assert!(model.footnote.contains("Rushcliffe"), "{}", model.footnote);
    assert!(
        model
            .footnote
            .ends_with("Boundaries: Made-up areas © Nobody."),
        "{}",
        model.footnote
    );
    assert!(model.alt_text.starts_with("Map of 8 districts: "));
    // The neighbour is named where it is pointed at, after all areas.
    let beyond = model.districts.len();
    assert_eq!(
        model.mark_lines(beyond),
        ["Derbyshire", "Not among the areas of this chart"]
    );
    assert_eq!(model.mark_count(), beyond, "the keyboard goes by areas");
}

#[test]
fn every_area_is_found_where_it_is_drawn() {
    let model = DistrictsModel::new(&of(answers::districts()), &spec(MapShows::Values));
    let scene = scene(&model, ChartSize::CARD);
    for place in 0..model.districts.len() {
        let has_region = scene.hit_regions.iter().any(|region| {
            region.target == HitTarget::Mark(place) && matches!(region.shape, HitShape::Inside(_))
        });
        let is_mapped = model.districts[place].name != "Rushcliffe";
        assert_eq!(has_region, is_mapped, "{}", model.districts[place].name);
    }
    // Nottingham lies in Ashfield's hole: a point of it is not Ashfield's.
    let inside = |name: &str| {
        let mark = model.districts.iter().position(|held| held.name == name);
        scene
            .hit_regions
            .iter()
            .find_map(|region| match &region.shape {
                HitShape::Inside(rings) if region.target == HitTarget::Mark(mark.unwrap()) => {
                    Some(rings.clone())
                }
                _ => None,
            })
            .unwrap()
    };
    let (city, around) = (inside("Nottingham"), inside("Ashfield"));
    assert_eq!(around.len(), 2);
    let bounds = bellwether::chart::polygon::bounds(&city).unwrap();
    let middle = bellwether::chart::Point::new(
        f32::midpoint(bounds.left, bounds.right),
        f32::midpoint(bounds.top, bounds.bottom),
    );
    assert!(bellwether::chart::polygon::is_inside(&city, middle));
    assert!(!bellwether::chart::polygon::is_inside(&around, middle));
}

#[test]
fn names_and_values_stand_inside_beside_or_are_counted() {
    for size in [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::A4_LANDSCAPE,
        ChartSize::SQUARE,
    ] {
        let model = DistrictsModel::new(&of(answers::districts()), &spec(MapShows::Values));
        let scene = scene(&model, size);
        let written: String = scene
            .nodes
            .iter()
            .filter_map(|node| match node {
                bellwether::chart::Node::Group(group)
                    if matches!(group.role, Role::LineLabels | Role::Key) =>
                {
                    Some(group)
                }
                _ => None,
            })
            .flat_map(|group| &group.children)
            .filter_map(|node| match node {
                bellwether::chart::Node::Text(run) => Some(format!("{} ", run.text)),
                _ => None,
            })
            .collect();
        for district in model
            .districts
            .iter()
            .filter(|held| held.name != "Rushcliffe")
        {
            let first = district.name.split(' ').next().unwrap();
            assert!(
                written.contains(first) || written.contains("without room"),
                "{first} at {}x{}: {written}",
                size.width_pt,
                size.height_pt
            );
        }
    }
}

#[test]
fn withheld_values_are_on_no_map() {
    let answer = of(answers::district_gaps());
    let model = DistrictsModel::new(&answer, &spec(MapShows::Values));
    let held = map(&model);
    let gaps = held
        .cells
        .iter()
        .filter(|cell| matches!(cell, HeatmapCell::Gap(_)))
        .count();
    assert!(gaps >= 2, "{gaps}");
    let table = model.contents(&ChartTheme::light()).table;
    assert_eq!(table.rows.len(), model.districts.len());
}

#[test]
fn only_clear_changes_are_in_colour() {
    let answer = of(answers::districts());
    let model = DistrictsModel::new(&answer, &spec(MapShows::Changes));
    for (cell, district) in map(&model).cells.iter().zip(&model.districts) {
        let is_clear = district
            .change
            .as_ref()
            .is_some_and(|held| held.is_up.is_some());
        let is_coloured = matches!(
            cell,
            HeatmapCell::Value {
                fill: bellwether::chart::heatmap::HeatmapFill::Above(_)
                    | bellwether::chart::heatmap::HeatmapFill::Below(_),
                ..
            }
        );
        assert_eq!(is_clear, is_coloured, "{}", district.name);
    }
}

#[test]
fn without_boundaries_a_map_is_one_of_tiles() {
    let mut answer = of(answers::districts());
    answer.boundaries = None;
    let model = DistrictsModel::new(&answer, &spec(MapShows::Values));
    assert!(matches!(model.drawing, Drawing::Tiles(_)));
    // Boundaries of other places are no map of these.
    let mut answer = of(answers::districts());
    if let Some(held) = &mut answer.boundaries {
        held.districts.fill(None);
    }
    let model = DistrictsModel::new(&answer, &spec(MapShows::Values));
    assert!(matches!(model.drawing, Drawing::Tiles(_)));
}

#[test]
fn numbers_are_not_mapped() {
    let mut counts = answers::districts();
    counts.measure.unit = Unit::Count;
    let answer = of(counts);
    let model = DistrictsModel::new(&answer, &spec(MapShows::Values));
    assert!(!matches!(model.drawing, Drawing::Map(_)));
}
