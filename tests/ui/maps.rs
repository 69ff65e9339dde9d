//! Boundaries loaded by the menu and by dropping, the map under pointer and keyboard, and whose it is.

use std::path::PathBuf;
use std::sync::Arc;

use bellwether::project::{DistrictsArrangement, MapShows};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::districts::{DISTRICTS, chart_name, project, spec};
use crate::dropping::OnDisk;
use crate::window::{Window, click, is_said, open, press, settle, window};

#[path = "../common/made_boundaries.rs"]
mod made_boundaries;

/// A file with the boundaries of all districts and of a neighbour.
fn boundaries(folder: &tempfile::TempDir) -> PathBuf {
    let areas = DISTRICTS.map(|name| (name, None));
    let text = made_boundaries::geojson(&areas, Some("Elsewhere"), "");
    let path = folder.path().join("made.geojson");
    std::fs::write(&path, text).unwrap();
    path
}

fn window_with(chosen: Vec<Vec<PathBuf>>) -> (Window, tempfile::TempDir) {
    let mut window = window(chosen);
    let folder = open(&mut window, &project());
    click(&mut window, "Districts");
    (window, folder)
}

/// Brings what has this name into view, and clicks it.
fn reach(window: &mut Window, name: &str) {
    window.get_by_label(name).scroll_to_me();
    settle(window);
    click(window, name);
}

fn attribution(window: &Window) -> String {
    let project = window.state().document().history.project();
    project.boundaries[0].attribution.clone()
}

#[test]
fn loaded_boundaries_are_drawn_at_once_and_undone_in_one_step() {
    let files = tempfile::tempdir().unwrap();
    let (mut window, _folder) = window_with(vec![vec![boundaries(&files)]]);
    assert!(!is_said(&window, "Map (boundaries)"), "there are none yet");
    reach(&mut window, "Load boundaries…");
    assert_eq!(spec(&window).arrangement, DistrictsArrangement::Map);
    assert!(chart_name(&window).starts_with("Map of 8 districts: "));
    assert!(is_said(&window, "made.geojson, 9 areas"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(chart_name(&window).starts_with("Small line charts of 8 districts: "));
    let project = window.state().document().history.project().clone();
    assert!(project.boundaries.is_empty());
}

#[test]
fn dropped_boundaries_are_loaded_and_what_is_none_is_told() {
    let files = tempfile::tempdir().unwrap();
    let (mut window, _folder) = window_with(Vec::new());
    click(&mut window, "Trend");
    let dropped = Arc::new(OnDisk(boundaries(&files)));
    window.input_mut().dropped_files.push(dropped);
    settle(&mut window);
    assert!(chart_name(&window).starts_with("Map of 8 districts: "));
    let broken = files.path().join("broken.json");
    std::fs::write(&broken, r#"{"type":"Topology","arcs":[]}"#).unwrap();
    window
        .input_mut()
        .dropped_files
        .push(Arc::new(OnDisk(broken)));
    settle(&mut window);
    assert!(is_said(&window, "broken.json was not loaded"));
    assert!(
        window
            .query_all_by_label_contains("This is TopoJSON")
            .next()
            .is_some()
    );
}

#[test]
fn the_keyboard_walks_over_the_map_and_it_shows_changes() {
    let files = tempfile::tempdir().unwrap();
    let (mut window, _folder) = window_with(vec![vec![boundaries(&files)]]);
    let ctx = window.ctx.clone();
    let load = Action::Run(Command::LoadBoundaries);
    window.state_mut().act(&ctx, load);
    settle(&mut window);
    let chart = window.query_all_by_role(egui::accesskit::Role::Figure);
    chart.into_iter().next().unwrap().focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(
        chart_name(&window).contains("Selected: Ashfield"),
        "{}",
        chart_name(&window)
    );
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(chart_name(&window).contains("Selected: Bassetlaw"));
    reach(&mut window, "The map shows: Values");
    click(&mut window, "Changes");
    assert_eq!(spec(&window).map_shows, MapShows::Changes);
    assert!(chart_name(&window).contains("In colour: clear changes."));
}

#[test]
fn whose_the_boundaries_are_is_typed_and_printed_and_they_can_be_removed() {
    let files = tempfile::tempdir().unwrap();
    let (mut window, _folder) = window_with(vec![vec![boundaries(&files)]]);
    reach(&mut window, "Load boundaries…");
    let field = window.get_by_label("Source, as charts print it");
    field.scroll_to_me();
    settle(&mut window);
    let field = window.get_by_label("Source, as charts print it");
    field.focus();
    settle(&mut window);
    let field = window.get_by_label("Source, as charts print it");
    assert!(field.accesskit_node().is_focused());
    field.type_text("Contains OS data © Crown copyright");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(attribution(&window), "Contains OS data © Crown copyright");
    assert!(chart_name(&window).contains("Boundaries: Contains OS data © Crown copyright."));
    reach(&mut window, "Remove the boundaries made.geojson");
    assert!(!chart_name(&window).starts_with("Map of 8 districts: "));
    assert!(!is_said(&window, "made.geojson, 9 areas"));
}
