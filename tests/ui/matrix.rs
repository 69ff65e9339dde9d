//! Reviews of priorities: opened from the library, drawn in each way, their priorities linked by the user.

use std::sync::Arc;

use bellwether::base::progress::Progress;
use bellwether::data::Source;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::read_bytes;
use bellwether::project::{Edit, MatrixDrawing, Project};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, settle, window};

const FIRST: &str = "Rank,,Priority,Individual harm,Frequency,Knowledge\n\
    1,,Domestic abuse,Very high,High,Fairly undeveloped\n\
    2,,Cyber and financial crime,High,Very high,Evolving\n\
    3,,Burglary of homes,Moderate,Low,Evolved\n";
const SECOND: &str = "Rank,,Priority,Individual harm,Frequency,Knowledge\n\
    1,*,Cyber-related harm,High,Very high,Evolving\n\
    2,➔,Domestic abuse,Very high,High,Evolving\n\
    3,*,Financial crime,High,High,Evolving\n\
    4,⬆,Shoplifting,Low,Very high,Evolved\n";

fn review(year: i16, rows: &str) -> Arc<Source> {
    let text = format!("Review of priorities {year}\n\n{rows}");
    let name = format!("review_{year}.csv");
    let bytes = text.as_bytes();
    let reading = read_bytes(&name, bytes, Gazetteer::built_in(), &Progress::new());
    reading.unwrap().source
}

pub fn with_reviews(project: &Project) -> (Window, tempfile::TempDir) {
    let sources = vec![review(2022, FIRST), review(2023, SECOND)];
    let project = project.apply(Edit::AddSources(sources)).unwrap();
    let mut window = window(Vec::new());
    let folder = open(&mut window, &project);
    (window, folder)
}

/// What the chart says of itself and of what is selected.
fn said(window: &Window) -> String {
    let mut charts = window.query_all_by_role(Role::Figure);
    let chart = charts.next().unwrap();
    let node = chart.accesskit_node();
    node.description().unwrap_or_default()
}

fn choose(window: &mut Window, chip: &str, words: &str) {
    click(window, chip);
    click(window, words);
}

fn links(window: &Window) -> usize {
    let project = window.state().document().history.project();
    project.lineages.iter().map(|held| held.links.len()).sum()
}

#[test]
fn a_project_of_reviews_alone_shows_their_matrix() {
    let (mut window, _folder) = with_reviews(&Project::default());
    assert!(said(&window).starts_with("Matrix: Cyber-related harm ranks first of 4 priorities"));
    let tabs = window.query_all_by_role(Role::Tab);
    assert_eq!(tabs.count(), 1, "there is nothing else to show");
    window
        .query_all_by_role(Role::Figure)
        .next()
        .unwrap()
        .focus();
    settle(&mut window);
    for key in [
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowRight,
        Key::ArrowRight,
    ] {
        press(&mut window, Modifiers::NONE, key);
    }
    let words = said(&window);
    for part in [
        "2. Domestic abuse, Knowledge: Evolving",
        "2022: Fairly undeveloped",
        "Rank, 2022: 1, down 1",
        "Printed mark: arrow level",
        "review_2023.csv › F5",
    ] {
        assert!(words.contains(part), "{part} | {words}");
    }
    assert!(
        is_said(&window, "review_2023.csv › F5"),
        "in the panel, too"
    );
    window.check_accessibility();
}

#[test]
fn what_became_of_what_is_proposed_declared_and_undone() {
    let (mut window, _folder) = with_reviews(&Project::default());
    choose(&mut window, "Drawing: matrix", "movement");
    let title =
        "Movement of ranks: 1 of 4 priorities moved down; 1 is new; 1 dropped; 2 not yet linked";
    assert!(said(&window).starts_with(title), "{}", said(&window));
    let words =
        "Cyber and financial crime (2022) became Cyber-related harm and Financial crime (2023)";
    click(&mut window, &format!("Yes: {words}"));
    assert_eq!(links(&window), 1);
    let title = "Movement of ranks: 1 of 4 priorities moved down; 1 is new; 1 dropped. ";
    assert!(said(&window).starts_with(title), "{}", said(&window));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(links(&window), 0, "undone");
    click(&mut window, &format!("No: {words}"));
    assert_eq!(links(&window), 3, "one was dropped, two are new");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    // By hand, in the dialog.
    click(&mut window, "Link priorities…");
    click(&mut window, "Burglary of homes");
    click(&mut window, "Shoplifting");
    assert!(is_said(
        &window,
        "Burglary of homes (2022) became Shoplifting (2023)"
    ));
    window.check_accessibility();
    click(&mut window, "Declare");
    assert_eq!(links(&window), 1);
    click(
        &mut window,
        "Unlink: Burglary of homes (2022) became Shoplifting (2023)",
    );
    assert_eq!(links(&window), 0);
}

#[test]
fn reviews_stand_below_the_measures_and_are_opened_there() {
    let (mut window, _folder) = with_reviews(&fixture::project());
    assert!(is_said(&window, "Matrix"), "a tab");
    click(&mut window, "Review of priorities 2022");
    assert!(said(&window).starts_with("Matrix: Domestic abuse ranks first of 3 priorities"));
    choose(&mut window, "Drawing: matrix", "grid of two criteria");
    assert!(said(&window).starts_with("Grid: "), "{}", said(&window));
    choose(
        &mut window,
        "Along the bottom: Frequency",
        "Individual harm",
    );
    let spec = window
        .state()
        .document()
        .history
        .project()
        .view
        .matrix
        .clone();
    assert_eq!(spec.drawing, MatrixDrawing::Grid);
    let chosen = (spec.across.as_deref(), spec.up.as_deref());
    assert_eq!(
        chosen,
        (Some("Individual harm"), Some("Frequency")),
        "they change places"
    );
    // A measure is a chart of its own.
    let trend = window.get_by_role_and_label(Role::Tab, "Trend");
    trend.click();
    settle(&mut window);
    assert!(!said(&window).starts_with("Grid"));
}
