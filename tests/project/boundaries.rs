//! The boundaries that a project keeps.

use std::sync::Arc;

use bellwether::data::{Boundaries, Boundary, BoundaryPolygon, GridPoint};
use bellwether::project::store::{self, OpenError};
use bellwether::project::{BoundaryEdit, Edit, EditError, Project};

fn boundaries(file_name: &str) -> Arc<Boundaries> {
    let point = |(east, north): (i32, i32)| GridPoint { east, north };
    let ring = |points: &[(i32, i32)]| points.iter().copied().map(point).collect();
    Arc::new(Boundaries {
        file_name: file_name.to_owned(),
        attribution: String::from("Nobody “2024” ©"),
        grid_metres: 7.25,
        areas: vec![Boundary {
            name: String::from("Ashfield"),
            code: Some(String::from("E07000170")),
            polygons: vec![BoundaryPolygon::new(vec![
                ring(&[(-5_000, -4), (7_000, 12), (7_001, 9_000)]),
                ring(&[(6_000, 100), (6_100, 100), (6_100, 200)]),
            ])],
        }]
        .into(),
    })
}

fn keep(file_name: &str) -> Edit {
    Edit::Boundaries(BoundaryEdit::Keep(boundaries(file_name)))
}

#[test]
fn they_are_saved_with_it_and_read_back_as_they_were() {
    let project = Project::default().apply(keep("a.geojson")).unwrap();
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert!(opened.unknown_parts.is_empty());
    assert_eq!(opened.project, project);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
    let without = store::to_text(&Project::default()).unwrap();
    assert!(
        !without.contains("boundaries"),
        "nothing where there are none"
    );
}

#[test]
fn broken_ones_are_no_project() {
    let project = Project::default().apply(keep("a.geojson")).unwrap();
    let text = store::to_text(&project).unwrap();
    let broken = text.replace("-5000 -4", "-5000 x");
    assert_ne!(broken, text);
    let error = store::parse(&broken).unwrap_err();
    assert!(matches!(error, OpenError::Damaged { .. }), "{error}");
}

#[test]
fn one_of_the_same_name_takes_the_place_of_the_other() {
    let project = Project::default();
    let project = project.apply(keep("a.geojson")).unwrap();
    let project = project.apply(keep("b.geojson")).unwrap();
    let project = project.apply(keep("a.geojson")).unwrap();
    let names: Vec<&str> = project
        .boundaries
        .iter()
        .map(|held| held.file_name.as_str())
        .collect();
    assert_eq!(names, ["b.geojson", "a.geojson"]);
    let said = BoundaryEdit::Attribute {
        file_name: String::from("b.geojson"),
        words: String::from("  Contains  OS data "),
    };
    let project = project.apply(Edit::Boundaries(said)).unwrap();
    assert_eq!(project.boundaries[0].attribution, "Contains OS data");
    let remove = |name: &str| Edit::Boundaries(BoundaryEdit::Remove(name.to_owned()));
    let project = project.apply(remove("b.geojson")).unwrap();
    assert_eq!(project.boundaries.len(), 1);
    assert_eq!(
        project.apply(remove("b.geojson")).unwrap_err(),
        EditError::NoSuchBoundaries(String::from("b.geojson"))
    );
}
