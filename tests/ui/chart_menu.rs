//! The menu of charts, and charts in black and white.

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable as _;

use crate::window::{Window, click, is_said, press, settle, window_with_project};

fn chart_rect(window: &Window) -> egui::Rect {
    let chart = window.query_all_by_role(Role::Figure).next();
    chart.unwrap().rect()
}

#[test]
fn the_other_button_and_the_keys_open_the_menu_of_the_chart() {
    let (mut window, ..) = window_with_project();
    assert!(!is_said(&window, "Where is this from"));
    let at = chart_rect(&window).center();
    window.hover_at(at);
    window.run_ok();
    for pressed in [true, false] {
        window.event(egui::Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    settle(&mut window);
    for words in [
        "Copy picture",
        "Copy data",
        "Save chart as…",
        "Add chart to story",
    ] {
        assert!(is_said(&window, words), "{words}");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(&window, "Where is this from"));
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert!(is_said(&window, "Where is this from"));
    window.check_accessibility();
}

#[test]
fn the_menu_copies_the_chart_and_leads_to_its_cells() {
    let (mut window, ..) = window_with_project();
    press(&mut window, Modifiers::SHIFT, Key::F10);
    window.get_by_label_contains("Copy data").click();
    window.step();
    settle(&mut window);
    assert!(is_said(&window, "The values are on the clipboard as cells"));
    assert!(!is_said(&window, "Cell"));
    press(&mut window, Modifiers::SHIFT, Key::F10);
    click(&mut window, "Where is this from");
    assert!(is_said(&window, "Cell"), "the data have a column of cells");
}

#[test]
fn charts_are_shown_in_black_and_white_and_in_colour_again() {
    let (mut window, ..) = window_with_project();
    let ctx = window.ctx.clone();
    window
        .state_mut()
        .act(&ctx, Action::Run(Command::PreviewBlackAndWhite));
    settle(&mut window);
    assert!(bellwether::ui::chart_look::is_black_and_white(&ctx));
    click(&mut window, "Show in colour");
    assert!(!bellwether::ui::chart_look::is_black_and_white(&ctx));
    assert!(!is_said(&window, "Show in colour"));
}
