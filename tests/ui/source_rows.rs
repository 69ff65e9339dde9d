//! From a value of a chart to the rows of its workbook and back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bellwether::analysis::MeasureKey;
use bellwether::app::Screen;
use bellwether::data::Source;
use bellwether::ui::action::Action;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window};

const RETURN: &str = "Recorded crime in Ashfield\n\
    \n\
    Offence,2019,2020,2021\n\
    Robbery,86,91,96\n\
    Burglary,515,521,762\n";

/// A window whose project holds a return that lies in a folder; `chosen` are the answers to file dialogs.
pub fn imported(chosen: impl FnOnce(&Path) -> Vec<Vec<PathBuf>>) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.csv");
    std::fs::write(&path, RETURN).unwrap();
    let mut window = window(chosen(folder.path()));
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![path]));
    settle(&mut window);
    click(&mut window, "Import 6 values");
    assert_eq!(window.state().screen(), Screen::Explore);
    (window, folder)
}

/// What a screen reader says of the sheet and its current cell.
fn spoken(window: &Window) -> String {
    let sheet = window.query_all_by_role(Role::Table).next().unwrap();
    sheet.accesskit_node().label().unwrap_or_default()
}

#[test]
fn a_point_leads_to_its_cell_and_escape_back_to_the_chart() {
    let (mut window, _folder) = imported(|_| Vec::new());
    click(&mut window, "Show the rows");
    assert_eq!(window.state().screen(), Screen::SourceRows);
    assert!(spoken(&window).contains("D4: 96; Robbery · Ashfield · 2021 · 96"));
    assert!(is_said(&window, "Robbery · Ashfield · 2021 · 96"));
    window.check_accessibility();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Explore);
    assert!(is_said(&window, "Selected point"));
}

#[test]
fn the_menu_of_the_chart_and_the_data_lead_there_too() {
    let (mut window, _folder) = imported(|_| Vec::new());
    press(&mut window, Modifiers::SHIFT, Key::F10);
    let items = window.query_all_by_label("Show the rows");
    items.last().unwrap().click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::SourceRows);
    click(&mut window, "Back to the chart");
    press(&mut window, Modifiers::SHIFT, Key::F10);
    click(&mut window, "Where is this from");
    let shown = window.query_all_by_label("Show the rows");
    shown.into_iter().next().unwrap().click();
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::SourceRows);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(is_said(&window, "Cell"), "the data are on show as before");
}

#[test]
fn a_workbook_that_was_moved_is_found_by_its_contents() {
    let moved = |folder: &Path| vec![vec![folder.join("other.csv")], vec![folder.join("old.csv")]];
    let (mut window, folder) = imported(moved);
    let at = folder.path().join("return.csv");
    std::fs::rename(&at, folder.path().join("old.csv")).unwrap();
    std::fs::write(folder.path().join("other.csv"), "Offence,2019\nRobbery,1\n").unwrap();
    click(&mut window, "Show the rows");
    assert!(is_said(&window, "return.csv was not found"));
    assert_eq!(window.state().screen(), Screen::Explore);
    click(&mut window, "Find the file…");
    assert!(is_said(&window, "other.csv is not return.csv"));
    click(&mut window, "Find the file…");
    assert_eq!(window.state().screen(), Screen::SourceRows);
    assert!(spoken(&window).contains("D4: 96"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Show the rows");
    assert_eq!(
        window.state().screen(),
        Screen::SourceRows,
        "its new place is remembered"
    );
}

#[test]
fn a_workbook_that_has_changed_is_not_shown() {
    let (mut window, folder) = imported(|_| Vec::new());
    let at = folder.path().join("return.csv");
    std::fs::write(at, RETURN.replace("96", "69")).unwrap();
    click(&mut window, "Show the rows");
    assert_eq!(window.state().screen(), Screen::Explore);
    assert!(is_said(
        &window,
        "return.csv has changed since it was imported"
    ));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(
        &window,
        "return.csv has changed since it was imported"
    ));
    assert!(is_said(&window, "Selected point"));
}

#[test]
fn a_value_of_respondents_leads_to_the_heading_of_their_column() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    let path = folder.join("Nottinghamshire.bellwether");
    window.state_mut().act(&ctx, Action::OpenPath(path));
    settle(&mut window);
    let catalogue = window.state().document().history.project().catalogue();
    let is_of_respondents = |source: &Arc<Source>| !source.surveys.is_empty();
    let mut sources = catalogue.sources().iter();
    let survey = sources.find(|source| is_of_respondents(source));
    let measure = MeasureKey::of(&survey.unwrap().measures[0]);
    window.state_mut().act(&ctx, Action::ShowMeasure(measure));
    window
        .state_mut()
        .act(&ctx, Action::ShowTab(ExploreTab::CrossTab));
    settle(&mut window);
    click(&mut window, "Show the rows");
    assert_eq!(window.state().screen(), Screen::SourceRows);
    assert!(
        spoken(&window).contains("P3: Reported to police"),
        "{}",
        spoken(&window)
    );
}
