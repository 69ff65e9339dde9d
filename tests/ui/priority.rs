//! Who is to be looked at first, found from the keyboard.

use bellwether::analysis::Split;
use bellwether::project::priority_spec::HiddenBases;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window};

fn example() -> Window {
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    window
        .state_mut()
        .act(&ctx, Action::Run(Command::OpenExample));
    settle(&mut window);
    window
}

/// Presses Tab until what has this name has the keyboard; how often it took.
fn tab_to(window: &mut Window, name: &str) -> usize {
    for presses in 1..150 {
        window.key_press(Key::Tab);
        window.run_ok();
        let found = window.query_all_by_label(name).next();
        if found.is_some_and(|node| node.is_focused()) {
            return presses;
        }
    }
    panic!("Tab never comes to “{name}”");
}

/// Opens the chip that has the keyboard, types, and takes what is found.
fn choose(window: &mut Window, words: &str) {
    press(window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text(words.to_owned()));
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
}

/// The rows of the ranking in their order, with what is said of each.
fn ranking(window: &Window) -> Vec<(String, String)> {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    let rows = rows.map(|node| {
        let node = node.accesskit_node();
        (
            node.label().unwrap_or_default(),
            node.description().unwrap_or_default(),
        )
    });
    rows.filter(|(_, said)| said.contains("; ")).collect()
}

#[test]
fn who_feels_least_safe_in_the_city_and_is_falling_fastest_is_found_from_the_keyboard() {
    let mut window = example();
    tab_to(&mut window, "Priority cohorts");
    press(&mut window, Modifiers::NONE, Key::Enter);
    tab_to(&mut window, "Area: Nottinghamshire");
    choose(&mut window, "Nottingham");
    assert!(is_said(&window, "Area: Nottingham"));
    tab_to(&mut window, "Period: 12 months to Dec 2023");
    choose(&mut window, "Dec 2021");
    assert!(is_said(&window, "Since: 12 months to Dec 2020"));
    let ranking = ranking(&window);
    let (first, said) = ranking.first().expect("somebody is to be looked at");
    assert_eq!(first, "16-24");
    assert!(said.starts_with("39.5%, "), "{said}");
    assert!(
        said.contains("23.6") && said.contains("lowest and falling"),
        "{said}"
    );
    window.check_accessibility();

    // On to its trend.
    tab_to(&mut window, "16-24");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let project = window.state().document().history.project().clone();
    let question = project.view.question.as_ref().unwrap();
    assert_eq!(question.split, Split::Dimensions(vec![String::from("Age")]));
    assert_eq!(question.areas, ["Nottingham"]);
    let highlight = project.view.trend.highlight.as_ref().unwrap();
    assert_eq!(highlight.cohort.category("Age"), Some("16-24"));
    let answer = window.state().answer().unwrap();
    assert!(answer.series.iter().any(|series| series.key == *highlight));
    assert!(is_said(&window, "Split: Age"), "the sentence of the trend");
}

#[test]
fn the_panel_hides_bases_and_the_chart_follows() {
    let mut window = example();
    let ctx = window.ctx.clone();
    let show = Action::ShowTab(ExploreTab::PriorityCohorts);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    assert!(is_said(&window, "Cohorts to look at first"));
    assert!(is_said(&window, "Single cohorts (29)") || is_said(&window, "Single cohorts (31)"));
    click(&mut window, "Bases below 100");
    let spec = window.state().document().history.project().view.priority;
    assert_eq!(spec.hidden_bases, HiddenBases::Under100);
    assert!(!is_said(&window, "Mixed"), "its base is under 100");
    click(&mut window, "Bases below 50");
    let spec = window.state().document().history.project().view.priority;
    assert_eq!(spec.hidden_bases, HiddenBases::Nothing);
    assert!(is_said(&window, "Mixed"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let spec = window.state().document().history.project().view.priority;
    assert_eq!(
        spec.hidden_bases,
        HiddenBases::Under100,
        "undo takes it back"
    );
}

#[test]
fn the_arrows_walk_along_the_dots_and_enter_opens_the_trend() {
    let mut window = example();
    let ctx = window.ctx.clone();
    let show = Action::ShowTab(ExploreTab::PriorityCohorts);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    let chart = |window: &Window| {
        let mut charts = window.query_all_by_role(Role::Figure);
        charts
            .next()
            .unwrap()
            .accesskit_node()
            .description()
            .unwrap()
    };
    window
        .query_all_by_role(Role::Figure)
        .next()
        .unwrap()
        .focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    let selected = chart(&window);
    assert!(selected.contains("Selected: "), "{selected}");
    assert!(is_said(&window, "Show it over time"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "Selected point"), "the panel of the trend");
}
