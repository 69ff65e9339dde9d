//! The brand as part of the document: set, undone and saved.

use bellwether::export::logo;
use bellwether::project::{Brand, BrandColour, Edit, History, Project, store};

fn brand() -> Brand {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#5B2C83"/></svg>"##;
    Brand {
        organisation: String::from("  Sherwood   Partnership "),
        main: BrandColour::read("#5B2C83"),
        categories: vec![BrandColour::new(1, 2, 3); 9],
        logo: Some(logo::read(svg.as_bytes()).unwrap()),
        office_font: String::from("Gill Sans MT"),
    }
}

fn set() -> Edit {
    Edit::SetBrand(Box::new(brand()))
}

#[test]
fn a_brand_is_set_tidied_up_and_undone() {
    let mut history = History::new(Project::default());
    history.apply(set()).unwrap();
    assert!(history.has_work_to_lose());
    let held = history.project().brand.clone();
    assert_eq!(held.organisation, "Sherwood Partnership");
    assert_eq!(held.categories.len(), 6);
    assert_eq!(history.undo().as_deref(), Some("Change the brand"));
    assert!(history.project().brand.is_empty());
}

#[test]
fn a_brand_is_saved_and_a_project_without_one_says_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("branded.bellwether");
    let project = Project::default().apply(set()).unwrap();
    store::save(&path, &project).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("#5B2C83"));
    let opened = store::open(&path).unwrap();
    assert!(
        opened.unknown_parts.is_empty(),
        "{:?}",
        opened.unknown_parts
    );
    assert_eq!(opened.project, project);
    store::save(&path, &Project::default()).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains("brand"));
}

#[test]
fn a_damaged_logo_or_colour_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("branded.bellwether");
    let project = Project::default().apply(set()).unwrap();
    store::save(&path, &project).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    for (from, to, said) in [
        ("#5B2C83", "#5B2C8", "not a colour"),
        ("iVBORw0KGgo", "AAAAAAAAAAA", "logo"),
    ] {
        assert!(text.contains(from));
        let damaged = text.replace(from, to);
        std::fs::write(&path, damaged).unwrap();
        let error = store::open(&path).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}
