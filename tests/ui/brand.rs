//! The dialog of the brand: what is chosen is checked, shown and kept.

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, settle, window};

fn open_dialog(window: &mut Window) {
    let ctx = window.ctx.clone();
    let action = Action::Run(Command::SetBrand);
    window.state_mut().act(&ctx, action);
    settle(window);
}

fn type_into(window: &mut Window, field: &str, words: &str) {
    let fields = window.query_all_by_label(field);
    let text = fields
        .into_iter()
        .find(|node| node.accesskit_node().role() == egui::accesskit::Role::TextInput);
    text.unwrap().focus();
    window.run_ok();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_ok();
    let event = egui::Event::Text(words.to_owned());
    window.event(event);
    settle(window);
}

#[test]
fn a_pale_colour_is_told_repaired_with_a_click_and_kept_as_one_step() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &fixture::project());
    open_dialog(&mut window);
    assert!(is_said(&window, "Brand"));
    type_into(&mut window, "Organisation", "Sherwood Partnership");
    type_into(&mut window, "Main colour", "#FFD100");
    let problem = "The main colour on white: 1.4 to 1, and lines and dots need 3 to 1";
    assert!(is_said(&window, problem));
    let fix = window
        .query_all_by_label_contains("Darken the main colour to #")
        .next()
        .and_then(|node| node.accesskit_node().label());
    click(&mut window, &fix.unwrap());
    assert!(!is_said(&window, problem));
    click(&mut window, "Use this brand");
    let brand = window.state().document().history.project().brand.clone();
    assert_eq!(brand.organisation, "Sherwood Partnership");
    assert_ne!(brand.main.unwrap().to_string(), "#FFD100");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let history = &window.state().document().history;
    assert!(history.project().brand.is_empty());
}

#[test]
fn a_logo_is_chosen_and_gives_its_colours_and_a_bad_one_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (
        folder.path().join("logo.svg"),
        folder.path().join("logo.png"),
    );
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#5B2C83"/></svg>"##;
    std::fs::write(&good, svg).unwrap();
    std::fs::write(&bad, "not a picture").unwrap();
    let mut window = window(vec![vec![bad], vec![good]]);
    let _project = open(&mut window, &fixture::project());
    open_dialog(&mut window);
    click(&mut window, "Choose a logo…");
    let said = window.query_all_by_label_contains("A logo is a PNG or an SVG file");
    assert_eq!(said.count(), 1);
    click(&mut window, "Choose a logo…");
    click(&mut window, "Take colours from the logo");
    click(&mut window, "Use this brand");
    let brand = window.state().document().history.project().brand.clone();
    assert_eq!(brand.main.unwrap().to_string(), "#5B2C83");
    assert!(brand.logo.is_some());
    // Opened again, it can be taken away.
    open_dialog(&mut window);
    click(&mut window, "Remove the brand");
    assert!(window.state().document().history.project().brand.is_empty());
}

#[test]
fn with_less_motion_nothing_slides_and_the_choice_is_kept() {
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    window.state_mut().apply_preferences(&ctx);
    assert!(ctx.global_style().animation_time > 0.0);
    let toggle = || Action::Run(Command::ToggleMotion);
    window.state_mut().act(&ctx, toggle());
    settle(&mut window);
    let style = ctx.global_style();
    assert!(style.animation_time <= 0.0);
    assert!(!style.visuals.text_cursor.blink);
    window
        .state_mut()
        .act(&ctx, Action::Run(Command::ToggleTheme));
    settle(&mut window);
    assert!(ctx.global_style().animation_time <= 0.0, "in both looks");
    window.state_mut().act(&ctx, toggle());
    settle(&mut window);
    assert!(ctx.global_style().animation_time > 0.0);
}
