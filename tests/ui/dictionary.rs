//! The screen of measures, places and groups, worked by its names.

use bellwether::analysis::dictionary::{Term, TermEdit};
use bellwether::app::Screen;
use bellwether::data::{Polarity, Unit};
use bellwether::project::{Edit, Project};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, measure_asked, open, press, settle, window};

pub fn dictionary(project: &Project) -> (Window, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let folder = open(&mut window, project);
    let ctx = window.ctx.clone();
    let show = Action::Run(Command::ShowDictionary);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    (window, folder)
}

fn project(window: &Window) -> Project {
    window.state().document().history.project().as_ref().clone()
}

/// The values of the one line on the chart.
fn values(window: &Window) -> Vec<f64> {
    let answer = window.state().answer().unwrap();
    let line = answer.series.first().unwrap();
    let points = line.points.iter().flatten();
    points
        .filter_map(|point| Some(point.outcome.estimate()?.value))
        .collect()
}

/// Types in the field that has the keyboard, in place of what stands there.
fn type_over(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(words.to_owned()));
    window.run_ok();
}

#[test]
fn two_names_are_merged_by_a_click_and_undo_splits_them() {
    let (mut window, _folder) = dictionary(&fixture::two_names());
    assert!(is_said(&window, "Two names look like one thing"));
    assert!(is_said(&window, "the value they share agrees"));
    assert_eq!(values(&window).len(), 3);
    click(&mut window, "Merge All Crime and Total recorded crime");
    assert!(!is_said(&window, "Two names look like one thing"));
    assert!(is_said(&window, "Split off Total recorded crime"));
    let expected: Vec<f64> = (2017..2022).map(f64::from).collect();
    assert_eq!(values(&window), expected, "one line through both workbooks");
    let history = &window.state().document().history;
    assert_eq!(
        history.undo_label(),
        Some("Merge “All Crime” and “Total recorded crime”")
    );
    assert!(history.has_work_to_lose());
    window.check_accessibility();
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(is_said(&window, "Two names look like one thing"));
    assert_eq!(values(&window).len(), 3);
    press(&mut window, Modifiers::COMMAND, Key::Y);
    click(&mut window, "Split off Total recorded crime");
    assert!(project(&window).dictionary.is_empty());
}

#[test]
fn what_is_kept_apart_is_not_proposed_again() {
    let (mut window, _folder) = dictionary(&fixture::two_names());
    click(&mut window, "Keep All Crime and Total recorded crime apart");
    assert!(!is_said(&window, "Two names look like one thing"));
    assert_eq!(project(&window).dictionary.definitions(), []);
    assert!(!project(&window).dictionary.is_empty());
}

#[test]
fn a_measure_is_renamed_in_its_field_and_everything_speaks_so() {
    let (mut window, _folder) = dictionary(&fixture::two_names());
    window.get_by_label("Name").focus();
    window.run_ok();
    type_over(&mut window, "Offences");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let answer = window.state().answer().unwrap();
    assert_eq!(answer.measure.name, "Offences");
    // A name that another has is refused, and the typing taken back with Esc stays on this screen.
    window.get_by_label("Name").focus();
    window.run_ok();
    type_over(&mut window, "total RECORDED crime");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let refused =
        "“total RECORDED crime” is the name of another already. To make them one, merge them";
    assert!(is_said(&window, refused));
    window.get_by_label("Name").focus();
    window.run_ok();
    type_over(&mut window, "Nothing");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Dictionary);
    assert_eq!(window.state().answer().unwrap().measure.name, "Offences");
    window.get_by_label("Also called").focus();
    window.run_ok();
    type_over(&mut window, "TNO; all offences");
    press(&mut window, Modifiers::NONE, Key::Tab);
    let definition = project(&window).dictionary.definitions()[0].clone();
    assert_eq!(definition.aliases, ["TNO", "all offences"]);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Explore);
    assert!(is_said(&window, "Measure: Offences"));
    window.check_accessibility();
}

#[test]
fn unit_direction_and_hiding_are_said_by_the_keyboard() {
    let (mut window, _folder) = dictionary(&fixture::two_names());
    for (chip, typed) in [
        ("Unit: number", "pounds"),
        ("Better: Lower is better", "higher"),
    ] {
        window.get_by_label(chip).focus();
        window.run_ok();
        press(&mut window, Modifiers::NONE, Key::Enter);
        let typed = if typed == "pounds" { "£" } else { typed };
        window.event(Event::Text(typed.to_owned()));
        window.run_ok();
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    let measure = window.state().answer().unwrap().measure.clone();
    assert_eq!(
        (measure.unit, measure.polarity),
        (Unit::Pounds, Polarity::HigherIsBetter)
    );
    click(&mut window, "Hide from the lists");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(is_said(&window, "Measure: All Crime"), "it still answers");
    let listed = |window: &Window| {
        let rows = window.query_all_by_role(egui::accesskit::Role::ListBoxOption);
        rows.filter_map(|row| row.accesskit_node().label())
            .any(|label| label == "All Crime")
    };
    assert!(!listed(&window));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(listed(&window));
}

#[test]
fn the_library_leads_to_what_is_to_be_changed() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &fixture::two_names());
    window
        .get_by_label("Total recorded crime")
        .click_secondary();
    settle(&mut window);
    click(&mut window, "Rename…");
    assert_eq!(window.state().screen(), Screen::Dictionary);
    assert!(window.get_by_label("Name").is_focused());
    window.event(Event::Text(String::from("Offences")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let definition = project(&window).dictionary.definitions()[0].clone();
    assert_eq!(
        definition.name.as_deref(),
        Some("Offences"),
        "all of it was selected"
    );
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(measure_asked(&window), "all crime");
}

#[test]
fn places_and_groups_have_their_tabs_and_lists_are_walked_with_the_arrows() {
    let (mut window, _folder) = dictionary(&fixture::many_measures(300));
    let row = "Measure number 000";
    window
        .get_by_role_and_label(egui::accesskit::Role::ListBoxOption, row)
        .focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::End);
    let last =
        window.get_by_role_and_label(egui::accesskit::Role::ListBoxOption, "Measure number 299");
    assert!(last.is_focused());
    let drawn = window.query_all_by_role(egui::accesskit::Role::ListBoxOption);
    assert!(drawn.count() < 60, "only what can be seen is drawn");
    click(&mut window, "Places");
    press(&mut window, Modifiers::NONE, Key::Home);
    assert!(is_said(&window, "district · 600 values"));
    window.check_accessibility();
    let (mut window, _folder) = dictionary(&fixture::two_names());
    click(&mut window, "Groups of people");
    let female = egui::accesskit::Role::ListBoxOption;
    window.get_by_role_and_label(female, "Female").click();
    settle(&mut window);
    assert!(is_said(&window, "Sex · 6 values"));
    window.check_accessibility();
}

#[test]
fn a_line_that_is_hidden_or_in_front_stays_so_when_its_place_is_renamed() {
    let (mut window, ..) = crate::window::window_with_project();
    click(&mut window, "Male");
    click(&mut window, "Highlight Female");
    let ctx = window.ctx.clone();
    let female = Term::Category(bellwether::analysis::dictionary::CategoryKey::new(
        "Sex", "Female",
    ));
    let edits = [
        (female, TermEdit::Rename(Some(String::from("Women")))),
        (
            Term::Dimension(String::from("Sex")),
            TermEdit::Rename(Some(String::from("Gender"))),
        ),
    ];
    for (term, edit) in edits {
        let edit = Action::Edit(Edit::Define(term, edit));
        window.state_mut().act(&ctx, edit);
        settle(&mut window);
    }
    assert!(is_said(&window, "Split: Gender"));
    assert!(is_said(&window, "Highlight Women") || is_said(&window, "Women"));
    let title = window.state().answer().unwrap().series[0].label.clone();
    assert_eq!(title, "Women");
    // The line that was hidden is shown again with one click: it is known under its dimension's new name.
    click(&mut window, "Male");
    let trend = project(&window).view.trend;
    assert!(trend.hidden.is_empty());
    assert_eq!(trend.highlight.unwrap().cohort.to_string(), "Gender=Women");
}
