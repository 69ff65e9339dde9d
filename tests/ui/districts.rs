//! Areas side by side under the pointer and the keyboard.

use std::sync::Arc;

use bellwether::analysis::dictionary::{AreaKey, Term, TermEdit};
use bellwether::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, SourceBuilder,
    SourceId, Status, Unit,
};
use bellwether::project::{DistrictsArrangement, DistrictsSpec, Edit, Project};
use bellwether::ui::action::Action;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, open, press, settle, window};

pub const DISTRICTS: [&str; 8] = [
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Nottingham",
    "Rushcliffe",
];

/// A share of eight districts and their force over three years.
pub fn project() -> Project {
    let mut builder = SourceBuilder::new();
    for (row, name) in (0_u32..).zip(DISTRICTS.into_iter().chain(["Nottinghamshire"])) {
        for year in 0..3_u32 {
            let area = Area {
                name: name.to_owned(),
                code: None,
                kind: if row < 8 {
                    AreaKind::District
                } else {
                    AreaKind::PoliceForce
                },
            };
            let end = 2019 + i16::try_from(year).unwrap();
            let observation = Observation {
                measure: builder.measure(Measure::named("Feel safe after dark", Unit::Percent)),
                area: Some(builder.area(area)),
                cohort: builder.cohort(Cohort::everyone()),
                period: Some(builder.period(Period::year_ending(end, 12).unwrap())),
                value: Some(70.0 - 2.0 * f64::from(row) - 3.0 * f64::from(year)),
                unweighted_base: Some(1200.0),
                effective_base: None,
                status: Status::Ordinary,
                cell: CellRef::new(SheetIndex(0), row + 3, year + 1),
                note: None,
            };
            builder.push(observation);
        }
    }
    let source = builder.build(
        SourceId::of_bytes(b"districts"),
        String::from("survey.xlsx"),
        jiff::civil::date(2024, 1, 9),
        vec![String::from("Districts")],
    );
    Project {
        name: String::from("Districts"),
        sources: vec![Arc::new(source)],
        ..Project::default()
    }
}

fn window_on_districts() -> (Window, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let folder = open(&mut window, &project());
    click(&mut window, "Districts");
    (window, folder)
}

pub fn spec(window: &Window) -> DistrictsSpec {
    let project = window.state().document().history.project();
    project.view.districts.clone()
}

pub fn chart_name(window: &Window) -> String {
    let chart = window.query_all_by_role(Role::Figure).next();
    chart.unwrap().accesskit_node().description().unwrap()
}

#[test]
fn the_tab_shows_the_districts_and_how_they_rank() {
    let (window, _folder) = window_on_districts();
    assert!(chart_name(&window).starts_with("Small line charts of 8 districts: "));
    assert!(is_said(&window, "Latest year, ranked"));
    let ashfield = window.get_by_label_contains("Ashfield, 64.0%, 1st to ");
    assert_eq!(ashfield.accesskit_node().role(), Role::ListBoxOption);
    assert!(is_said(&window, "Mean of all 8 districts: 57.0%"));
}

#[test]
fn a_bar_selects_its_district_on_the_chart() {
    let (mut window, _folder) = window_on_districts();
    window.get_by_label_contains("Gedling, 58.0%").click();
    settle(&mut window);
    let name = chart_name(&window);
    let (_, selected) = name.split_once("Selected: ").unwrap();
    assert!(
        selected.starts_with("Gedling, 12 months to Dec 2021, 58.0%"),
        "{selected}"
    );
}

#[test]
fn the_arrows_walk_along_the_districts() {
    let (mut window, _folder) = window_on_districts();
    let chart = window.query_all_by_role(Role::Figure).next();
    chart.unwrap().focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(chart_name(&window).contains("Selected: Ashfield,"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(chart_name(&window).contains("Selected: Bassetlaw,"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!chart_name(&window).contains("Selected: "));
}

#[test]
fn the_arrows_move_one_period_through_all_small_charts_and_it_is_spoken() {
    let (mut window, _folder) = window_on_districts();
    let chart = window.query_all_by_role(Role::Figure).next();
    chart.unwrap().focus();
    settle(&mut window);
    let spoken = |window: &Window| {
        let said = window.query_all_by_role(Role::Status);
        let said = said.filter_map(|node| node.accesskit_node().label());
        said.collect::<Vec<_>>().join("; ")
    };
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let latest = spoken(&window);
    assert!(
        latest.contains("12 months to Dec 2021: Ashfield 64.0%, Bassetlaw "),
        "{latest}"
    );
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(spoken(&window).contains("12 months to Dec 2020: Ashfield "));
    // What is selected is said first.
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(spoken(&window).contains("12 months to Dec 2020: Bassetlaw "));
    press(&mut window, Modifiers::NONE, Key::Escape);
    let left = spoken(&window);
    assert!(left.contains("Bassetlaw, 12 months to Dec 2021"), "{left}");
}

#[test]
fn the_own_area_is_kept_and_named() {
    let (mut window, _folder) = window_on_districts();
    window.get_by_label_contains("none chosen").click();
    settle(&mut window);
    let choices = window.query_all_by_label("Mansfield");
    choices.last().unwrap().click();
    settle(&mut window);
    assert_eq!(spec(&window).own_area.as_deref(), Some("Mansfield"));
    assert!(is_said(&window, "Mean of the other 7: 57.1%"));
    let row = window.get_by_label_contains("Mansfield, 56.0%");
    let name = row.accesskit_node().label().unwrap();
    assert!(name.ends_with(", your area"), "{name}");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(spec(&window).own_area, None, "undone");
}

#[test]
fn they_are_arranged_as_a_map_and_on_one_chart() {
    let (mut window, _folder) = window_on_districts();
    click(&mut window, "Map (tiles)");
    assert_eq!(spec(&window).arrangement, DistrictsArrangement::Tiles);
    assert!(chart_name(&window).starts_with("Map of tiles of 8 districts: "));
    click(&mut window, "One chart");
    assert_eq!(spec(&window).arrangement, DistrictsArrangement::OneChart);
    assert!(chart_name(&window).starts_with("Line chart of 8 districts: "));
    click(&mut window, "One chart");
    assert_eq!(
        spec(&window).arrangement,
        DistrictsArrangement::OneChart,
        "one of them is always chosen"
    );
    click(&mut window, "Trend");
    assert!(chart_name(&window).starts_with("Line chart: "));
}

#[test]
fn the_sentence_chooses_a_ranking_and_a_funnel_and_peers_are_ticked() {
    let (mut window, _folder) = window_on_districts();
    click(&mut window, "Shown as: small charts");
    click(&mut window, "a ranking");
    assert_eq!(spec(&window).arrangement, DistrictsArrangement::Ranking);
    assert!(chart_name(&window).starts_with("Ranking of 8 districts: "));
    click(&mut window, "Draw the weighted mean");
    assert!(spec(&window).weighted_mean);
    click(&mut window, "Choose peers…");
    click(&mut window, "Untick all peers");
    for peer in ["Ashfield", "Gedling", "Mansfield"] {
        let ticks = window.query_all_by_role_and_label(Role::CheckBox, peer);
        ticks.last().unwrap().click();
        settle(&mut window);
    }
    let peers = ["Ashfield", "Gedling", "Mansfield"].map(String::from);
    assert_eq!(spec(&window).peers, Some(peers.to_vec()));
    assert!(chart_name(&window).starts_with("Ranking of 3 districts: "));
    assert!(is_said(&window, "3 of 8 districts"));
    window.check_accessibility();
    click(&mut window, "Shown as: a ranking");
    click(&mut window, "a funnel");
    assert!(chart_name(&window).starts_with("Funnel chart of 3 districts: "));
    click(&mut window, "All are peers");
    assert!(chart_name(&window).starts_with("Funnel chart of 8 districts: "));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(chart_name(&window).starts_with("Funnel chart of 3 districts: "));
}

/// Chooses the area that is found first by the words typed into the sentence's menu.
fn choose_area(window: &mut Window, words: &str) -> Vec<String> {
    window.get_by_label_contains("Area: ").click();
    settle(window);
    window.event(egui::Event::Text(words.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
    let project = window.state().document().history.project();
    project
        .view
        .resolved(&project.catalogue())
        .question
        .unwrap()
        .areas
}

#[test]
fn an_area_is_found_by_its_other_names_also_when_renamed_and_after_that_is_undone() {
    let (mut window, _folder) = window_on_districts();
    click(&mut window, "Trend");
    choose_area(&mut window, "Gedling");
    assert_eq!(choose_area(&mut window, "City"), ["Nottingham"]);
    let term = Term::Area(AreaKey {
        name: String::from("Nottingham"),
        kind: AreaKind::District,
    });
    let rename = TermEdit::Rename(Some(String::from("Lace Market")));
    let ctx = window.ctx.clone();
    let action = Action::Edit(Edit::Define(term, rename));
    window.state_mut().act(&ctx, action);
    settle(&mut window);
    choose_area(&mut window, "Gedling");
    assert_eq!(choose_area(&mut window, "City"), ["Lace Market"]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(choose_area(&mut window, "Gedling"), ["Gedling"]);
    assert_eq!(choose_area(&mut window, "City"), ["Nottingham"], "undone");
}

#[test]
fn the_menus_beside_that_of_the_trend_find_places_by_their_codes_too() {
    let (mut window, _folder) = window_on_districts();
    window.get_by_label("Your area: none chosen").focus();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(egui::Event::Text(String::from("E07000173")));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let project = window.state().document().history.project();
    assert_eq!(project.view.districts.own_area.as_deref(), Some("Gedling"));
}
