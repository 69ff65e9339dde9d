//! `chart --arrangement map --boundaries`.

use std::path::Path;

use crate::run::{Run, bellwether, sample, text};

#[path = "../common/made_boundaries.rs"]
mod made_boundaries;

fn map(boundaries: Option<&Path>, more: &[&str], out: &Path) -> Run {
    let example = sample("Nottinghamshire.bellwether");
    let mut arguments = vec![
        "chart",
        text(&example),
        "--kind",
        "districts",
        "--measure",
        "feel safe outside after dark",
        "--out",
        text(out),
    ];
    if let Some(boundaries) = boundaries {
        arguments.extend(["--boundaries", text(boundaries)]);
    }
    arguments.extend(more);
    bellwether(&arguments)
}

#[test]
fn a_map_is_drawn_with_the_boundaries_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let areas = [
        ("Ashfield", Some("E07000170")),
        ("Bassetlaw", Some("E07000171")),
        ("Mansfield", Some("E07000174")),
    ];
    let held = folder.path().join("made.geojson");
    let written = made_boundaries::geojson(&areas, None, r#""copyright":"© Nobody","#);
    std::fs::write(&held, written).unwrap();
    let out = folder.path().join("map.svg");
    let run = map(Some(&held), &["--map-shows", "against-rest"], &out);
    assert_eq!(run.code, 0, "{}", run.err);
    let svg = std::fs::read_to_string(&out).unwrap();
    for words in [
        "class=\"boundary\"",
        "fill-rule=\"evenodd\"",
        "Not on the map",
        "Boundaries: © Nobody.",
        "Map of 8 districts",
    ] {
        assert!(svg.contains(words), "{words} is missing");
    }
    for (ending, beginning) in [
        ("pdf", "%PDF"),
        ("png", "\u{fffd}PNG"),
        ("pptx", "PK"),
        ("csv", ""),
    ] {
        let out = folder.path().join(format!("map.{ending}"));
        let run = map(Some(&held), &[], &out);
        assert_eq!(run.code, 0, "{ending}: {}", run.err);
        let bytes = std::fs::read(&out).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(text.starts_with(beginning), "{ending}");
    }
}

#[test]
fn without_boundaries_it_is_a_map_of_tiles_and_other_places_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("map.svg");
    let run = map(None, &["--arrangement", "map"], &out);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        std::fs::read_to_string(&out)
            .unwrap()
            .contains("Map of tiles")
    );
    let held = folder.path().join("elsewhere.geojson");
    let areas = [("Dover", None), ("Ashford", None)];
    std::fs::write(&held, made_boundaries::geojson(&areas, None, "")).unwrap();
    let run = map(Some(&held), &[], &out);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(
        run.err
            .contains("fewer than two of these districts are among the areas of elsewhere.geojson"),
        "{}",
        run.err
    );
    std::fs::write(&held, "<kml/>").unwrap();
    let run = map(Some(&held), &[], &out);
    assert!(run.err.contains("such as KML or GML"), "{}", run.err);
}
