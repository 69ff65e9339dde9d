//! The import screen, worked as a new user would: by names, by keys, by pointing at the sheet.

use std::path::{Path, PathBuf};

use bellwether::app::Screen;
use bellwether::data::Period;
use bellwether::ui::action::Action;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window};

const RETURN: &str = "Recorded crime in Ashfield\n\
    \n\
    Offence,2019,2020,2021\n\
    Robbery,86,see email,96\n\
    Burglary,515,521,762\n\
    Shoplifting,12,15,14\n";

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// A window that imports a return, and the folder that it lies in.
fn importing(text: &str) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), "return.csv", text);
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![path]));
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Import);
    (window, folder)
}

fn values(window: &Window) -> usize {
    let project = window.state().document().history.project().clone();
    project.observation_count()
}

/// The name of the sheet as a screen reader reads it, with the current cell.
fn spoken(window: &Window) -> String {
    let sheet = window.query_all_by_role(Role::Table).next().unwrap();
    sheet.accesskit_node().label().unwrap_or_default()
}

#[test]
fn one_answer_settles_all_that_is_alike_and_undo_asks_again() {
    let (mut window, _folder) = importing(RETURN);
    assert!(is_said(&window, "1 thing to check"));
    assert!(is_said(&window, "Import 8 values"));
    click(&mut window, "Awaiting data: C4");
    assert!(is_said(&window, "Nothing to check"));
    assert!(is_said(&window, "Import 9 values"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(is_said(&window, "1 thing to check"));
    press(&mut window, Modifiers::COMMAND, Key::Y);
    click(&mut window, "Import 9 values");
    assert_eq!(window.state().screen(), Screen::Explore);
    assert_eq!(values(&window), 9);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(values(&window), 0, "undo takes the import back whole");
}

#[test]
fn nothing_enters_the_project_before_it_is_said() {
    let (mut window, _folder) = importing(RETURN);
    assert_eq!(values(&window), 0);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Welcome);
    assert_eq!(values(&window), 0);
    click(&mut window, "Import again");
    assert_eq!(window.state().screen(), Screen::Import);
}

#[test]
fn the_sheet_is_walked_with_the_arrows_and_says_what_each_cell_is() {
    let (mut window, _folder) = importing(RETURN);
    window
        .query_all_by_role(Role::Table)
        .next()
        .unwrap()
        .focus();
    window.run_ok();
    for key in [
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowDown,
    ] {
        press(&mut window, Modifiers::NONE, key);
    }
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(
        spoken(&window),
        "return.csv, B4: 86; Robbery · Ashfield · 2019 · 86"
    );
    press(&mut window, Modifiers::COMMAND, Key::Home);
    assert!(spoken(&window).contains("A1: Recorded crime in Ashfield; Title"));
    window.check_accessibility();
}

#[test]
fn a_row_is_left_out_from_the_bar_under_the_sheet() {
    let (mut window, _folder) = importing(RETURN);
    window
        .query_all_by_role(Role::Table)
        .next()
        .unwrap()
        .focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    for _ in 0..4 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    click(&mut window, "Leave out row 5");
    assert!(is_said(&window, "Import 5 values"));
    click(&mut window, "Take in row 5");
    assert!(is_said(&window, "Import 8 values"));
    click(&mut window, "Leave out column A");
    assert!(!is_said(&window, "Import 8 values"));
}

#[test]
fn words_of_the_sentence_are_menus() {
    let (mut window, _folder) = importing(RETURN);
    window.get_by_label("Area: Ashfield").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text(String::from("mansf")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "Area: Mansfield"));
    window.get_by_label("Years: calendar years").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text(String::from("that April")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    let project = window.state().document().history.project().clone();
    let source = project.sources.first().unwrap();
    assert_eq!(source.areas.first().unwrap().name, "Mansfield");
    let labels: Vec<String> = source.periods.iter().map(Period::label).collect();
    assert!(labels.contains(&String::from("2019/20")), "{labels:?}");
}

#[test]
fn several_workbooks_are_shown_together_and_imported_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let paths = vec![
        written(folder.path(), "one.csv", RETURN),
        written(
            folder.path(),
            "two.csv",
            "Area,2019/20,2020/21\nAshfield,120,110\nMansfield,80,85\n",
        ),
    ];
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(paths));
    settle(&mut window);
    assert!(is_said(&window, "Import 12 values"));
    click(&mut window, "Import 12 values");
    assert_eq!(window.state().document().history.project().sources.len(), 2);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(values(&window), 0);
}

#[test]
fn what_was_said_of_one_return_holds_for_the_next_without_a_question() {
    let (mut window, folder) = importing(RETURN);
    assert!(is_said(&window, "Remember this layout as"));
    click(&mut window, "Awaiting data: C4");
    click(&mut window, "Import 9 values");
    let project = window.state().document().history.project().clone();
    assert_eq!(project.layouts.len(), 1);
    assert_eq!(project.layouts[0].partner, "Return");
    let next = "Recorded crime in Ashfield\n\
        \n\
        Offence,2020,2021,2022\n\
        Robbery,see email,96,97\n\
        Burglary,521,762,700\n\
        Arson,1,2,3\n\
        Shoplifting,15,14,see email\n";
    let path = written(folder.path(), "return_2022.csv", next);
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![path]));
    settle(&mut window);
    assert!(is_said(&window, "Nothing to check"));
    assert!(is_said(&window, "As last time for “Return”"));
    assert!(
        window
            .query_by_label_contains("Known again as “Return”")
            .is_some(),
        "and what differs is listed"
    );
    assert!(window.query_by_label_contains("“Arson”").is_some());
    assert!(is_said(&window, "Since the last return"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(
        is_said(&window, "1 thing to check"),
        "even that can be taken back"
    );
}

#[test]
fn a_layout_is_not_remembered_where_nobody_wants_it() {
    let (mut window, _folder) = importing(RETURN);
    click(&mut window, "Remember this layout as");
    click(&mut window, "Import 8 values");
    assert!(
        window
            .state()
            .document()
            .history
            .project()
            .layouts
            .is_empty()
    );
}

#[test]
fn who_goes_elsewhere_is_offered_the_way_back() {
    let (mut window, _folder) = importing(RETURN);
    let ctx = window.ctx.clone();
    let show = Action::Run(bellwether::ui::command::Command::ShowFindings);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    assert_eq!(window.state().screen(), Screen::Findings);
    assert!(is_said(&window, "Nothing was imported"));
    click(&mut window, "Import again");
    assert!(is_said(&window, "1 thing to check"));
}

#[test]
fn headings_of_a_long_table_stay_in_view_and_can_be_pointed_at() {
    let head = String::from("Recorded crime in Ashfield\n\nOffence,2020/21,2021/22");
    let rows = (1..=120).map(|row| format!("Offence {row},{row},{}", row + 7));
    let lines: Vec<String> = std::iter::once(head).chain(rows).collect();
    let text = lines.join("\n");
    let (mut window, _folder) = importing(&text);
    let sheet = window.query_all_by_role(Role::Table).next().unwrap();
    let place = sheet.rect();
    sheet.focus();
    settle(&mut window);
    for _ in 0..3 {
        press(&mut window, Modifiers::NONE, Key::PageDown);
    }
    // Just under the letters over the third column.
    let at = place.min + egui::vec2(240.0, 34.0);
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        window.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        settle(&mut window);
    }
    assert_eq!(spoken(&window), "return.csv, C3: 2021/22; Period");
}
