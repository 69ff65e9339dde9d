//! The change table with Figure Check, on the sample project.

use std::path::Path;

use bellwether::project::store;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, open, press, settle, window};

fn sample() -> bellwether::project::Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    store::open(&folder.join("Nottinghamshire.bellwether"))
        .unwrap()
        .project
}

fn change_table() -> (Window, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let folder = open(&mut window, &sample());
    click(&mut window, "Change table");
    (window, folder)
}

/// What a screen reader says of the rows.
fn rows(window: &Window) -> Vec<String> {
    window
        .query_all_by_role(Role::Row)
        .filter_map(|row| row.accesskit_node().label())
        .collect()
}

/// The table itself.
fn focus_table(window: &mut Window) {
    window
        .query_all_by_role(Role::Table)
        .next()
        .unwrap()
        .focus();
    settle(window);
}

/// The text that is put on the clipboard within a few frames.
fn copied(window: &mut Window) -> String {
    for _ in 0..8 {
        window.step();
        let commands = window.output().platform_output.commands.iter();
        let mut texts = commands.filter_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = texts.next() {
            return text;
        }
    }
    panic!("nothing was copied");
}

#[test]
fn eleven_of_seventeen_printed_changes_are_wrong_in_the_window_too() {
    let (mut window, _folder) = change_table();
    assert!(is_said(&window, "11 of 17 printed changes are wrong"));
    assert!(is_said(
        &window,
        "10 were divided by the new year instead of the old one"
    ));
    let said = rows(&window);
    assert_eq!(said.len(), 17);
    assert_eq!(said.iter().filter(|row| row.contains('✗')).count(), 11);
    let of_new_year = "divided by the new year instead of the old";
    let divided = said.iter().filter(|row| row.contains(of_new_year));
    assert_eq!(divided.count(), 10);
    let bicycles = said.iter().find(|row| row.starts_with("Bicycle Theft"));
    let bicycles = bicycles.unwrap();
    assert!(
        bicycles.contains("+115.0%, clear change") && bicycles.contains("Ashfield › E15"),
        "{bicycles}"
    );
    assert!(
        is_said(&window, "Bicycle Theft · E15"),
        "the most wrong one is selected"
    );
    window.check_accessibility();
    focus_table(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(is_said(&window, "Burglary · E16"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(is_said(&window, "Bicycle Theft · E15"));
}

#[test]
fn the_table_goes_to_excel_and_the_note_to_the_sender() {
    let (mut window, _folder) = change_table();
    focus_table(&mut window);
    window.event(Event::Copy);
    let cells = copied(&mut window);
    assert!(cells.starts_with("Offence\tYear to Sep 2021\tYear to Sep 2022\tChange\t%"));
    assert_eq!(cells.lines().count(), 18);
    assert!(cells.contains("Bicycle Theft\t60\t129\t+69\t+115.0%\tclear change\t+53%\twrong"));
    window.get_by_label("Copy a note to the sender").click();
    let note = copied(&mut window);
    assert!(note.contains("Bicycle Theft (Ashfield › E15): +53% is printed; from 60 to 129 (cells C15 and B15) is +115.0%"));
    assert_eq!(note.matches("• ").count(), 11);
}

#[test]
fn what_is_shown_and_compared_can_be_chosen_and_taken_back() {
    let (mut window, _folder) = change_table();
    click(&mut window, "As printed, marked ✗");
    assert!(!rows(&window).iter().any(|row| row.contains("As printed")));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(rows(&window).iter().any(|row| row.contains("As printed")));
    click(&mut window, "Area: Ashfield");
    click(&mut window, "Mansfield");
    assert!(is_said(&window, "Area: Mansfield"));
    assert!(
        is_said(&window, "The sender printed no changes for this table"),
        "the years of other districts are the sums of their months"
    );
    assert_eq!(rows(&window).len(), 17);
    click(&mut window, "Trend");
    assert!(is_said(&window, "Measure: Feel safe outside after dark"));
}

#[test]
fn a_measure_that_stands_alone_has_a_table_of_its_own_kind() {
    let (mut window, ..) = crate::window::window_with_project();
    let ctx = window.ctx.clone();
    let action = bellwether::ui::action::Action::ShowTab(ExploreTab::ChangeTable);
    window.state_mut().act(&ctx, action);
    settle(&mut window);
    let said = rows(&window);
    assert!(said.len() <= 2, "{said:?}");
    window.check_accessibility();
}

#[test]
fn rows_are_offences_or_districts() {
    let (mut window, _folder) = change_table();
    click(&mut window, "Rows: offence");
    click(&mut window, "district");
    assert!(is_said(&window, "Rows: district"));
    let said = rows(&window);
    assert!(
        said.iter().any(|row| row.starts_with("Mansfield")),
        "{said:?}"
    );
    assert!(!said.iter().any(|row| row.starts_with("Bicycle Theft")));
    window.check_accessibility();
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(rows(&window).len(), 17, "undone");
}
