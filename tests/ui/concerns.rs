//! The tab of concerns, worked by name and from the keyboard.

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, click, is_said, press, settle, window};

pub fn example(measure: &str) -> Window {
    let mut window = window(Vec::new());
    let ctx = window.ctx.clone();
    let program = window.state_mut();
    program.act(&ctx, Action::Run(Command::OpenExample));
    settle(&mut window);
    let catalogue = window.state().document().history.project().catalogue();
    let (key, _) = catalogue.find_measures(measure)[0];
    let show = Action::ShowMeasure(key.clone());
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    window
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

fn choose(window: &mut Window, name: &str, words: &str) {
    window.get_by_label(name).focus();
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text(words.to_owned()));
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn the_concerns_of_a_district_are_read_beside_those_of_the_force() {
    let mut window = example("Speeding");
    let ctx = window.ctx.clone();
    let show = Action::ShowTab(ExploreTab::Concerns);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    assert!(chart(&window).contains("Top concerns in Nottinghamshire"));
    choose(&mut window, "Area: Nottinghamshire", "Ashfield");
    choose(&mut window, "Period: 12 months to Dec 2023", "Jun 2022");
    assert!(is_said(&window, "Area: Ashfield"));
    let said = chart(&window);
    assert!(said.contains("587 respondents, year to Jun 2022"), "{said}");
    assert!(said.contains("Car crime: 22.8%"), "{said}");
    window.check_accessibility();

    // From the keyboard to an issue, and on to its trend.
    let mut charts = window.query_all_by_role(Role::Figure);
    charts.next().unwrap().focus();
    drop(charts);
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(chart(&window).contains("Selected: "));
    click(&mut window, "Show it over time");
    let project = window.state().document().history.project().clone();
    let question = project.view.question.as_ref().unwrap();
    assert_eq!(question.areas, ["Ashfield"]);
    assert_eq!(window.state().answer().unwrap().series.len(), 2);
}

#[test]
fn measures_that_are_no_concerns_have_no_such_tab() {
    let window = example("Feel safe outside after dark");
    assert!(!is_said(&window, "Concerns"));
}
