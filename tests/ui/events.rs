//! Events on the trend, added, moved, changed and taken out by the keyboard and by the pointer.

use bellwether::chart::ChartEvent;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window_with_project};

fn events(window: &Window) -> Vec<ChartEvent> {
    let project = window.state().document().history.project();
    project.view.trend.events.clone()
}

fn fill(window: &mut Window, field: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_ok();
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(words.to_owned()));
    settle(window);
}

/// A window with one event, in June 2019.
fn with_event() -> (Window, tempfile::TempDir) {
    let (mut window, folder, _) = window_with_project();
    click(&mut window, "Add an event…");
    fill(&mut window, "What happened", "Street lighting");
    fill(&mut window, "When", "15 June 2019");
    assert!(is_said(&window, "Read as 15 June 2019"));
    click(&mut window, "Add the event");
    assert_eq!(events(&window).len(), 1);
    (window, folder)
}

fn name(window: &Window) -> String {
    let events = window.get_all_by_role(Role::Button);
    let mut names = events.filter_map(|node| node.accesskit_node().label());
    names.find(|name| name.starts_with("Event: ")).unwrap()
}

fn undo_label(window: &Window) -> String {
    let history = &window.state().document().history;
    history.undo_label().unwrap_or_default().to_owned()
}

#[test]
fn the_keyboard_adds_moves_changes_and_removes() {
    let (mut window, _folder) = with_event();
    assert_eq!(undo_label(&window), "Add the event “Street lighting”");
    let said = name(&window);
    assert!(said.contains("Street lighting, 15 June 2019"), "{said}");
    window.get_by_label(&said).focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(events(&window)[0].date, jiff::civil::date(2019, 7, 15));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(events(&window)[0].date, jiff::civil::date(2019, 5, 15));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "Change the event"));
    fill(&mut window, "What happened", "New lamps");
    click(&mut window, "Keep the changes");
    assert_eq!(events(&window)[0].text, "New lamps");
    let said = name(&window);
    window.get_by_label(&said).focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(events(&window).is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(events(&window)[0].text, "New lamps");
}

fn pointer(window: &mut Window, to: Pos2) {
    window.event(Event::PointerMoved(to));
    window.run_ok();
}

fn button(window: &mut Window, at: Pos2, pressed: bool) {
    window.event(Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    });
    window.run_ok();
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let (mut window, _folder) = with_event();
    let said = name(&window);
    let at = window.get_by_label(&said).rect().center();
    pointer(&mut window, at);
    button(&mut window, at, true);
    for step in 1..=8_u8 {
        pointer(&mut window, at + vec2(20.0 * f32::from(step), 0.0));
    }
    button(&mut window, at + vec2(160.0, 0.0), false);
    settle(&mut window);
    let moved = events(&window)[0].date;
    assert!(moved > jiff::civil::date(2019, 8, 1), "{moved}");
    assert_eq!(moved.day(), 15, "whole months");
    assert_eq!(undo_label(&window), "Move the event “Street lighting”");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(events(&window)[0].date, jiff::civil::date(2019, 6, 15));
    assert_eq!(undo_label(&window), "Add the event “Street lighting”");
}
