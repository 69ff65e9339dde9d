//! Weights of harm, from the file to the rankings, by name and from the keyboard.

use std::path::PathBuf;

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window};

pub fn weights() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data/harm_weights_illustrative.xlsx")
}

pub fn example(chosen: PathBuf) -> Window {
    let mut window = window(vec![vec![chosen]]);
    let ctx = window.ctx.clone();
    let program = window.state_mut();
    program.act(&ctx, Action::Run(Command::OpenExample));
    settle(&mut window);
    let catalogue = window.state().document().history.project().catalogue();
    let mut measures = catalogue.measures();
    let robbery = measures.find(|(_, entry)| entry.measure.name == "Robbery");
    let show = Action::ShowMeasure(robbery.unwrap().0.clone());
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    window
}

pub fn load(window: &mut Window) {
    let ctx = window.ctx.clone();
    window
        .state_mut()
        .act(&ctx, Action::Run(Command::LoadHarmWeights));
    settle(window);
    settle(window);
}

fn chart(window: &Window) -> String {
    let mut charts = window.query_all_by_role(Role::Figure);
    charts
        .next()
        .unwrap()
        .accesskit_node()
        .description()
        .unwrap()
}

#[test]
fn weights_are_looked_at_taken_in_and_matched_with_a_concern() {
    let mut window = example(weights());
    assert!(!is_said(&window, "Harm"), "there are no weights yet");
    load(&mut window);
    for words in [
        "Load harm weights",
        "“Theft from the person” is taken for Theft from a Person",
        "B19, Hate crime: “to be agreed” is no number",
        "Arson",
    ] {
        assert!(is_said(&window, words), "{words}");
    }
    window.check_accessibility();
    click(&mut window, "Use these weights");
    let said = chart(&window);
    assert!(said.contains("higher by harm than by number"), "{said}");
    window.check_accessibility();

    // The concern about an offence of another name is chosen by hand.
    let ctx = window.ctx.clone();
    let catalogue = window.state().document().history.project().catalogue();
    let mut measures = catalogue.measures();
    let vehicles = measures.find(|(_, entry)| entry.measure.name == "Vehicle Crime");
    let show = Action::ShowMeasure(vehicles.unwrap().0.clone());
    window.state_mut().act(&ctx, show);
    window
        .state_mut()
        .act(&ctx, Action::ShowTab(ExploreTab::Harm));
    settle(&mut window);
    window.get_by_label("Concern: none of that name").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text(String::from("Car crime")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "Concern: Car crime"));
    let harm = window.state().document().history.project().harm.clone();
    assert_eq!(harm.concerns.len(), 1);

    // Undo takes the match back, and then the weights.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(
        window
            .state()
            .document()
            .history
            .project()
            .harm
            .concerns
            .is_empty()
    );
}

#[test]
fn weights_can_be_left_and_taken_out_again() {
    let mut window = example(weights());
    load(&mut window);
    click(&mut window, "Cancel");
    let held = |window: &Window| {
        window
            .state()
            .document()
            .history
            .project()
            .harm
            .weights
            .is_some()
    };
    assert!(!held(&window));

    let mut window = example(weights());
    load(&mut window);
    click(&mut window, "Use these weights");
    assert!(held(&window));
    click(&mut window, "Take the weights out");
    assert!(!held(&window));
    assert!(!is_said(&window, "Harm"));
}

#[test]
fn a_file_without_weights_is_told_of_in_words() {
    let other = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_data/morile_2022.xlsx");
    let mut window = example(other);
    load(&mut window);
    assert!(is_said(&window, "morile_2022.xlsx gives no harm weights"));
}
