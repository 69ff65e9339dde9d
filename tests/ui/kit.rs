//! The house widgets, worked as a person with a keyboard or a screen reader works them.

use bellwether::ui::kit::{
    Badge, Button, Checkbox, Chip, Choice, Dialog, DialogAnswer, Icon, KeyValueRow, LibraryRow,
    Link, ListRow, Palette, Progress, Tabs, Toast, Toasts, Tone, sentence,
};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::renderer::harness;

const OFFENCES: [&str; 4] = ["All crime", "Robbery", "Shoplifting", "Bicycle theft"];

fn press<State>(harness: &mut Harness<'_, State>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn type_text<State>(harness: &mut Harness<'_, State>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

fn offence_chip() -> Harness<'static, usize> {
    let choices = OFFENCES.map(Choice::from);
    let (mut harness, _) = harness(vec2(500.0, 500.0), 0, move |ui, current: &mut usize| {
        sentence(ui, |ui| {
            ui.label("Show");
            let chip = Chip::of("Offence", &choices, *current).ui(ui);
            if let Some(chosen) = chip.chosen {
                *current = chosen;
            }
        });
    });
    harness.run();
    harness
}

#[test]
fn a_chip_opens_by_keyboard_and_chooses_by_arrows() {
    let mut harness = offence_chip();
    harness.get_by_label("Offence: All crime").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), 0, "the Enter that opens does not choose");
    assert!(harness.query_by_label("Shoplifting").is_some());

    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), 2);
    assert!(
        harness.query_by_label("Robbery").is_none(),
        "the list closes"
    );
    let chip = harness.get_by_label("Offence: Shoplifting");
    assert!(chip.is_focused(), "the chip has the keyboard again");
}

#[test]
fn a_chip_opens_by_arrow_and_chooses_by_typing() {
    let mut harness = offence_chip();
    harness.get_by_label("Offence: All crime").focus();
    harness.run();
    press(&mut harness, Key::ArrowDown);
    type_text(&mut harness, "theft");
    assert!(harness.query_by_label("Bicycle theft").is_some());
    assert!(harness.query_by_label("Robbery").is_none());
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), 3);
}

#[test]
fn a_chip_closes_by_escape_without_choosing() {
    let mut harness = offence_chip();
    harness.get_by_label("Offence: All crime").click();
    harness.run();
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Escape);
    assert_eq!(*harness.state(), 0);
    assert!(harness.query_by_label("Robbery").is_none());
    assert!(harness.get_by_label("Offence: All crime").is_focused());
}

#[test]
fn a_long_list_scrolls_with_the_mark() {
    let wards: Vec<String> = (1..=2000).map(|n| format!("Ward {n}")).collect();
    let (mut harness, _) = harness(vec2(500.0, 500.0), 0, move |ui, current: &mut usize| {
        let choices: Vec<Choice<'_>> = wards.iter().map(|ward| ward.as_str().into()).collect();
        let chip = Chip::of("Ward", &choices, *current).ui(ui);
        *current = chip.chosen.unwrap_or(*current);
    });
    harness.get_by_label("Ward: Ward 1").click();
    harness.run();
    assert!(
        harness.query_by_label("Ward 2000").is_none(),
        "out of sight"
    );
    press(&mut harness, Key::ArrowUp);
    let last = harness.get_by_label("Ward 2000").rect();
    assert!(last.bottom() < 500.0, "scrolled into sight, not to {last}");
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), 1999);
}

#[test]
fn a_choice_can_be_clicked() {
    let mut harness = offence_chip();
    harness.get_by_label("Offence: All crime").click();
    harness.run();
    harness.get_by_label("Robbery").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    assert!(harness.query_by_label("Bicycle theft").is_none());
}

#[test]
fn a_search_without_result_says_so() {
    let mut harness = offence_chip();
    harness.get_by_label("Offence: All crime").click();
    harness.run();
    type_text(&mut harness, "zzz");
    assert!(harness.query_by_label("Nothing matches").is_some());
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), 0);
}

fn open_palette() -> Harness<'static, (Palette, Option<usize>)> {
    let state = (Palette::default(), None);
    let choices = [
        Choice::new("Import workbook…").shortcut("Ctrl+I"),
        Choice::new("Anti-social behaviour").detail("Measure · ASB, Ashfield"),
        Choice::new("Present").shortcut("F5"),
    ];
    let (mut harness, _) = harness(vec2(800.0, 600.0), state, move |ui, state| {
        if ui.input(|input| input.key_pressed(Key::K)) {
            state.0.open(ui.ctx());
        }
        if let Some(chosen) = state.0.ui(ui.ctx(), &choices) {
            state.1 = Some(chosen);
        }
    });
    press(&mut harness, Key::K);
    assert!(harness.state().0.is_open());
    harness
}

#[test]
fn the_palette_filters_and_chooses() {
    let mut harness = open_palette();
    type_text(&mut harness, "asb");
    assert!(harness.query_by_label("Present").is_none());
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().1, Some(1), "the detail is searched too");
    assert!(!harness.state().0.is_open());
}

#[test]
fn the_palette_wraps_round_and_closes_by_escape() {
    let mut harness = open_palette();
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().1, Some(2));

    let mut harness = open_palette();
    press(&mut harness, Key::Escape);
    assert!(!harness.state().0.is_open());
    assert_eq!(harness.state().1, None);
}

#[test]
fn a_checkbox_toggles_by_click_and_by_keyboard() {
    let (mut harness, _) = harness(vec2(300.0, 100.0), false, |ui, on| {
        ui.add(Checkbox::new(on, "Confidence intervals"));
    });
    let name = "Confidence intervals";
    harness.get_by_label(name).click();
    harness.run();
    assert!(*harness.state());
    let toggled = harness.get_by_label(name).accesskit_node().toggled();
    assert_eq!(toggled, Some(Toggled::True));

    harness.get_by_label(name).focus();
    harness.run();
    press(&mut harness, Key::Space);
    assert!(!*harness.state());
}

#[test]
fn a_tab_is_chosen() {
    let tabs = [(1, "Trend"), (2, "Breakdown"), (3, "Change")];
    let (mut harness, _) = harness(vec2(400.0, 100.0), 1, move |ui, kind| {
        ui.add(Tabs::new(kind, &tabs));
    });
    harness.get_by_label("Change").click();
    harness.run();
    assert_eq!(*harness.state(), 3);
    assert_eq!(
        harness.get_by_label("Change").accesskit_node().role(),
        Role::Tab
    );
}

#[test]
fn tabs_that_do_not_fit_are_in_a_menu() {
    let tabs = OFFENCES.map(|word| (word, word));
    let (mut harness, _) = harness(vec2(240.0, 300.0), OFFENCES[0], move |ui, kind| {
        ui.add(Tabs::new(kind, &tabs));
    });
    harness.run();
    assert!(harness.query_by_label("Bicycle theft").is_none());
    harness.get_by_label("More: 2 other tabs").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    assert!(harness.get_by_label("Shoplifting").is_focused());
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(*harness.state(), "Bicycle theft");
    let chosen = harness.get_by_label("Bicycle theft");
    assert_eq!(chosen.accesskit_node().role(), Role::Tab, "in the row now");
}

fn save_dialog() -> Harness<'static, Option<DialogAnswer>> {
    let (mut harness, _) = harness(vec2(700.0, 400.0), None, |ui, answer| {
        if answer.is_none() {
            *answer = Dialog::new("Save the changes?", "Two charts have changed.", "Save")
                .alternative("Close without saving")
                .cancel("Cancel")
                .ui(ui.ctx());
        }
    });
    harness.run();
    harness
}

#[test]
fn each_button_of_a_dialog_gives_its_answer() {
    for (name, answer) in [
        ("Save", DialogAnswer::Primary),
        ("Close without saving", DialogAnswer::Alternative),
        ("Cancel", DialogAnswer::Cancel),
    ] {
        let mut harness = save_dialog();
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run();
        assert_eq!(*harness.state(), Some(answer), "{name}");
    }
}

#[test]
fn enter_takes_the_first_button_of_a_dialog_and_escape_the_last() {
    for (key, answer) in [
        (Key::Enter, DialogAnswer::Primary),
        (Key::Escape, DialogAnswer::Cancel),
    ] {
        let mut harness = save_dialog();
        press(&mut harness, key);
        assert_eq!(*harness.state(), Some(answer), "{key:?}");
    }
}

#[test]
fn a_toast_hands_back_its_action_and_goes_by_itself() {
    let mut toasts = Toasts::default();
    toasts.push(Toast::new(Tone::Good, "Chart copied").seconds(1.0));
    toasts.push(Toast::new(Tone::Warning, "2 values were revised").action("See them", 7));
    let state = (toasts, None);
    let (mut harness, _) = harness(vec2(600.0, 400.0), state, |ui, (toasts, pressed)| {
        if let Some(action) = toasts.ui(ui.ctx()) {
            *pressed = Some(action);
        }
    });
    harness.run_steps(2);
    assert!(harness.query_by_label("Chart copied").is_some());
    harness.run_steps(6);
    assert!(harness.query_by_label("Chart copied").is_none());

    harness.get_by_label("See them").click();
    harness.run_steps(3);
    assert_eq!(harness.state().1, Some(7));
    assert!(harness.state().0.is_empty());
}

#[test]
fn work_can_be_cancelled() {
    let (mut harness, _) = harness(vec2(400.0, 120.0), false, |ui, cancelled| {
        let progress = Progress::new("Reading the workbook")
            .share(Some(0.5))
            .ui(ui);
        *cancelled |= progress.cancelled;
    });
    let bar = harness.get_by_role_and_label(Role::ProgressIndicator, "Reading the workbook");
    assert_eq!(bar.accesskit_node().numeric_value(), Some(50.0));
    harness.get_by_label("Cancel").click();
    harness.run();
    assert!(*harness.state());
}

#[test]
fn every_target_is_large_enough_and_named() {
    let choices = OFFENCES.map(Choice::from);
    let (mut harness, _) = harness(vec2(500.0, 700.0), (), move |ui, ()| {
        ui.add(Button::primary("Present").shortcut("F5"));
        ui.add(Button::secondary("Undo").small());
        ui.add(Button::icon(Icon::Cross, "Close"));
        ui.add(Checkbox::new(&mut true, "Label line ends"));
        ui.add(Tabs::new(&mut 0, &[(0, "Trend")]));
        ui.add(LibraryRow::new("All recorded crime", "10,860"));
        ui.add(ListRow::new("Police return").badge(Badge::new("2", Tone::Warning)));
        Chip::of("Offence", &choices, 0).small().ui(ui);
    });
    harness.run();
    for name in [
        "Present",
        "Undo",
        "Close",
        "Label line ends",
        "Trend",
        "All recorded crime",
        "Police return",
        "Offence: All crime",
    ] {
        let size = harness.get_by_label(name).rect().size();
        assert!(size.x >= 24.0 && size.y >= 24.0, "{name}: {size}");
    }
}

#[test]
fn rows_say_what_they_show() {
    let (mut harness, _) = harness(vec2(300.0, 300.0), (), |ui, ()| {
        ui.add(
            LibraryRow::new("Feel safe after dark", "56.8%")
                .change(Some(Icon::Down), "6.3 pp", Tone::Bad)
                .selected(true),
        );
        ui.add(KeyValueRow::new("vs Dec 2020", "14.6 pp").change(Some(Icon::Down), Tone::Bad));
        ui.add(Link::new("column H"));
    });
    harness.run();
    let row = harness.get_by_label("Feel safe after dark");
    assert_eq!(
        row.accesskit_node().description().as_deref(),
        Some("56.8%, down 6.3 pp")
    );
    assert!(
        harness
            .query_by_label("vs Dec 2020: down 14.6 pp")
            .is_some()
    );
    let link = harness.get_by_label("column H");
    assert_eq!(link.accesskit_node().role(), Role::Link);
}

#[test]
fn a_name_that_does_not_fit_is_elided_within_its_row() {
    let long = "Police deal with what matters to people in this community";
    let values = [1.0, 3.0, 2.0].map(Some);
    let (mut harness, renderer) = harness(vec2(264.0, 55.0), (), move |ui, ()| {
        ui.add(LibraryRow::new(long, "40.8%").values(&values));
    });
    harness.run();
    let image = renderer.draw(&harness);
    // Between the name and the sparkline nothing is drawn.
    let gap = 264 - 16 - 46 - 9..264 - 16 - 46 - 1;
    for y in 0..30 {
        for x in gap.clone() {
            assert_eq!(image.pixels[y * 264 + x], image.pixels[0], "({x}, {y})");
        }
    }
}
