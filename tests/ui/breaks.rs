//! A break in series, declared beside the chart, changed, removed and undone, by names.

use bellwether::analysis::breaks::BreakSpec;
use bellwether::data::BreakReason;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window_with_project};

fn breaks(window: &Window) -> Vec<BreakSpec> {
    let project = window.state().document().history.project();
    project.breaks.declared.clone()
}

fn chart_name(window: &Window) -> String {
    let chart = window.get_by_role(Role::Figure);
    chart.accesskit_node().description().unwrap_or_default()
}

/// Chooses from the menu of a word.
fn choose(window: &mut Window, chip: &str, words: &str) {
    window.get_by_label(chip).click();
    settle(window);
    window.event(Event::Text(words.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_break_is_declared_changed_removed_and_undone() {
    let (mut window, _folder, _) = window_with_project();
    click(&mut window, "Not comparable before this…");
    assert!(is_said(&window, "Declare a break in series"));
    choose(
        &mut window,
        "Because: the question’s wording",
        "mode of collection",
    );
    window
        .get_by_role_and_label(Role::TextInput, "In your own words")
        .focus();
    window.run_ok();
    window.event(Event::Text(String::from("online since then")));
    settle(&mut window);
    click(&mut window, "Declare the break");
    let [held] = breaks(&window).try_into().unwrap();
    assert_eq!(
        (held.reason, held.words.as_str()),
        (BreakReason::Mode, "online since then")
    );
    let said = chart_name(&window);
    assert!(
        said.contains("mode of collection changed (online since then)"),
        "{said}"
    );
    assert!(said.contains("not compared"), "{said}");
    let since = format!("the {}", held.from.label());
    click(&mut window, &format!("Change the break from {since}…"));
    assert!(is_said(&window, "Change the break in series"));
    choose(&mut window, "Because: the mode of collection", "question");
    click(&mut window, "Keep the changes");
    assert_eq!(breaks(&window)[0].reason, BreakReason::Wording);
    click(&mut window, &format!("Remove: the break from {since}"));
    assert!(breaks(&window).is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(breaks(&window).len(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(breaks(&window).is_empty());
    assert!(!chart_name(&window).contains("not compared"));
}

#[test]
fn the_palette_declares_one_and_esc_leaves_it() {
    let (mut window, _folder, _) = window_with_project();
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(String::from("declare a break")));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "Declare a break in series"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(&window, "Declare a break in series"));
    assert!(breaks(&window).is_empty());
}
