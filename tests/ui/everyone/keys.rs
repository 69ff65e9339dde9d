//! The keyboard goes from pane to pane, and back to where it was; every key stands in the list of shortcuts.

use bellwether::app::{SystemWishes, Wishes};
use bellwether::ui::Look;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use bellwether::ui::shortcuts;
use bellwether::ui::tokens::{DesignTokens, tokens_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::seen::{focused, nodes};
use crate::window::{Window, click, is_said, press, settle, window, window_with_project};

const NONE: Modifiers = Modifiers::NONE;

/// The pane or dialog in which the keyboard is.
fn place(window: &Window) -> String {
    let seen = focused(window).unwrap();
    let known = ["Measures", "Chart", "Details"];
    let held = seen
        .within
        .iter()
        .find(|name| known.contains(&name.as_str()));
    held.cloned().unwrap_or_default()
}

fn name_of_focused(window: &Window) -> String {
    focused(window).map(|seen| seen.name).unwrap_or_default()
}

#[test]
fn f6_goes_from_pane_to_pane_and_back() {
    let (mut window, ..) = window_with_project();
    let mut way = Vec::new();
    for _ in 0..5 {
        press(&mut window, NONE, Key::F6);
        way.push(place(&window));
    }
    assert_eq!(way, ["", "Measures", "Chart", "Details", ""]);
    press(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(place(&window), "Details");
    press(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(place(&window), "Chart");
}

#[test]
fn f6_shows_the_pane_to_which_it_goes_where_there_is_room_for_one() {
    let (mut window, ..) = window_with_project();
    window.set_size(vec2(640.0, 360.0));
    settle(&mut window);
    press(&mut window, NONE, Key::F6);
    press(&mut window, NONE, Key::F6);
    assert_eq!(place(&window), "Measures");
    press(&mut window, NONE, Key::ArrowDown);
    press(&mut window, NONE, Key::Enter);
    assert!(
        window.query_all_by_role(Role::Figure).next().is_some(),
        "the measure that was chosen is shown"
    );
}

#[test]
fn escape_closes_what_is_open_and_the_keyboard_is_where_it_was() {
    let (mut window, ..) = window_with_project();
    for opener in ["Find anything", "Bellwether menu"] {
        window.get_by_label(opener).focus();
        settle(&mut window);
        let before = focused(&window).unwrap();
        assert_eq!(before.name, opener);
        press(&mut window, NONE, Key::Enter);
        let open = focused(&window).unwrap();
        assert_ne!(open.id, before.id, "something is open");
        press(&mut window, NONE, Key::Escape);
        assert_eq!(focused(&window).unwrap().id, before.id);
    }
    // A dialog that was opened from the menu.
    press(&mut window, NONE, Key::Enter);
    window.get_by_label("About Bellwether").focus();
    settle(&mut window);
    press(&mut window, NONE, Key::Enter);
    assert!(is_said(&window, "Copy details"));
    press(&mut window, NONE, Key::Escape);
    assert!(!is_said(&window, "Copy details"));
    assert_eq!(name_of_focused(&window), "Bellwether menu");
    // Dialogs that keys open.
    let chart = window.query_all_by_role(Role::Figure).next().unwrap();
    chart.focus();
    settle(&mut window);
    let chart = focused(&window).unwrap().id;
    for (modifiers, key, words) in [
        (NONE, Key::F1, "Guide"),
        (Modifiers::COMMAND, Key::Slash, "Keyboard shortcuts"),
        (Modifiers::COMMAND, Key::T, "Values of the chart"),
        (Modifiers::COMMAND, Key::E, "Save the chart"),
    ] {
        press(&mut window, modifiers, key);
        assert!(
            window.query_all_by_role(Role::Dialog).next().is_some(),
            "{words}"
        );
        press(&mut window, NONE, Key::Escape);
        assert!(
            window.query_all_by_role(Role::Dialog).next().is_none(),
            "{words}"
        );
        assert_eq!(focused(&window).map(|seen| seen.id), Some(chart), "{words}");
    }
}

#[test]
fn commands_wait_while_a_dialog_is_open() {
    let (mut window, ..) = window_with_project();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::Run(Command::AddEvent));
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(
        is_said(&window, "What happened"),
        "the dialog is still there"
    );
    assert_eq!(window.state().document().name(), "Panel papers");
}

#[test]
fn every_command_with_a_key_stands_in_the_list() {
    let (mut window, ..) = window_with_project();
    let lines = shortcuts::lines(&window.ctx);
    for command in Command::ALL {
        let keys = command.shortcut_text(&window.ctx);
        let is_there = lines.iter().any(|line| line.keys == keys);
        assert!(keys.is_empty() || is_there, "{command:?}");
    }
    assert!(
        lines
            .iter()
            .all(|line| !line.words.is_empty() && !line.keys.is_empty())
    );
    press(&mut window, Modifiers::COMMAND, Key::Slash);
    window.event(egui::Event::Text(String::from("undo")));
    settle(&mut window);
    let keys = Command::Undo.shortcut_text(&window.ctx);
    assert!(is_said(&window, &format!("{keys}: Undo")));
    assert!(!is_said(
        &window,
        &format!("{}: Save", Command::Save.shortcut_text(&window.ctx))
    ));
}

#[test]
fn the_values_of_a_chart_are_read_row_by_row() {
    let (mut window, ..) = window_with_project();
    let ctx = window.ctx.clone();
    for tab in [ExploreTab::Trend, ExploreTab::Breakdown] {
        window.state_mut().act(&ctx, Action::ShowTab(tab));
        settle(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::T);
        let table = nodes(&window)
            .into_iter()
            .find(|node| node.role == Role::Table);
        let table = table.expect("a table");
        assert!(!table.name.is_empty());
        let first = focused(&window).unwrap();
        assert_eq!(first.role, Role::Row);
        press(&mut window, NONE, Key::ArrowDown);
        let second = focused(&window).unwrap();
        assert_eq!(second.role, Role::Row);
        assert_ne!(first.name, second.name);
        assert!(
            second.name.contains("%): "),
            "each value with its column: {}",
            second.name
        );
        let count = |role| window.query_all_by_role(role).count();
        assert!(count(Role::ColumnHeader) > 1 && count(Role::Cell) > 2);
        press(&mut window, NONE, Key::Escape);
    }
}

#[test]
fn what_is_withheld_on_the_chart_is_withheld_in_its_values() {
    let (mut window, ..) = window_with_project();
    press(&mut window, Modifiers::COMMAND, Key::T);
    let rows: Vec<String> = nodes(&window)
        .into_iter()
        .filter(|node| node.role == Role::Row)
        .map(|node| node.name)
        .collect();
    let all = rows.join("\n");
    assert!(all.contains("[u]"), "twelve respondents are too few: {all}");
    assert!(all.contains("[c]"), "what the publisher withheld: {all}");
}

#[test]
fn the_window_follows_the_system_until_something_else_is_chosen() {
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    let run = |window: &mut Window, command| {
        let ctx = window.ctx.clone();
        window.state_mut().act(&ctx, Action::Run(command));
        settle(window);
    };
    let wished = |window: &mut Window, high_contrast, less_motion| {
        let mut wishes = Wishes::default();
        wishes.set(SystemWishes {
            high_contrast,
            less_motion,
        });
        window.state_mut().follow_system(wishes);
        let ctx = window.ctx.clone();
        window.state_mut().apply_preferences(&ctx);
        settle(window);
    };
    let is_high = |ctx: &egui::Context| tokens_of(ctx) == DesignTokens::of(Look::HighContrast);
    wished(&mut window, true, true);
    assert!(is_high(&ctx));
    assert!(ctx.global_style().animation_time <= 0.0);
    run(&mut window, Command::ToggleContrast);
    run(&mut window, Command::ToggleMotion);
    assert!(!is_high(&ctx), "chosen against the system");
    assert!(ctx.global_style().animation_time > 0.0);
    wished(&mut window, false, false);
    assert!(!is_high(&ctx));
    run(&mut window, Command::ToggleContrast);
    assert!(is_high(&ctx), "chosen by hand");
}

#[test]
fn a_chart_is_a_figure_with_its_title_and_its_description() {
    let (window, ..) = window_with_project();
    let figure = window.query_all_by_role(Role::Figure).next().unwrap();
    let node = figure.accesskit_node();
    let (title, description) = (node.label().unwrap(), node.description().unwrap());
    assert!(title.len() < description.len());
    assert!(
        description.contains("12 months to Dec 2021"),
        "{description}"
    );
}

#[test]
fn the_menu_of_a_row_opens_by_keys_and_gives_the_keyboard_back() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Burglary");
    let row = By::new().role(Role::ListBoxOption).label("Burglary");
    window.get(row).focus();
    settle(&mut window);
    let row = focused(&window).unwrap().id;
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert_eq!(name_of_focused(&window), "Rename…");
    press(&mut window, NONE, Key::Escape);
    assert_eq!(focused(&window).map(|seen| seen.id), Some(row));
}

#[test]
fn in_a_very_low_window_the_chart_comes_first_and_the_question_is_unfolded() {
    let (mut window, ..) = window_with_project();
    let chip = "Measure: Feel safe outside after dark";
    assert!(is_said(&window, chip));
    window.set_size(vec2(640.0, 360.0));
    settle(&mut window);
    assert!(!is_said(&window, chip));
    let top = |window: &Window| {
        let figure = window.query_all_by_role(Role::Figure).next().unwrap();
        figure.rect().top()
    };
    let folded = top(&window);
    assert!(folded < 300.0, "its lines are seen, too: {folded}");
    window.get_by_label("Change the question").focus();
    settle(&mut window);
    press(&mut window, NONE, Key::Enter);
    assert!(is_said(&window, chip));
    assert_eq!(name_of_focused(&window), "Hide the question");
    assert!(top(&window) > 340.0, "as it would be without folding");
    press(&mut window, NONE, Key::Enter);
    assert!(!is_said(&window, chip));
    assert_eq!(name_of_focused(&window), "Change the question");
}
