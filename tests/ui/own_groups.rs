//! A group of people of one's own, put together in the window by names, seen in the charts, and undone.

use std::path::Path;

use bellwether::analysis::cohort_rule::{NamedCohort, OWN_GROUPS};
use bellwether::analysis::{Question, Split};
use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::read_file;
use bellwether::project::{Edit, Project};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, settle, window};

const YOUNG_WOMEN: &str = "Women aged 16–24 in Nottingham";

/// A project with the sample survey, at feeling safe after dark by sex.
fn sample() -> Project {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/police_and_crime_survey.xlsx");
    let reading = read_file(&file, Gazetteer::built_in(), &Progress::new()).unwrap();
    let project = Project::default()
        .apply(Edit::AddSources(vec![reading.source]))
        .unwrap();
    let catalogue = project.catalogue();
    // By day nearly everybody feels safe, so that the few others of a small group are protected by showing nothing.
    let mut measures = catalogue.measures();
    let (key, entry) = measures
        .find(|(_, entry)| entry.measure.name.starts_with("Safe outside after dark"))
        .unwrap();
    let mut question = Question::about(key.clone());
    question.split = Split::Dimensions(vec![String::from("Sex")]);
    question.areas = entry
        .widest_area()
        .map(|area| area.name.clone())
        .into_iter()
        .collect();
    project.apply(Edit::Ask(question)).unwrap()
}

fn groups(window: &Window) -> Vec<NamedCohort> {
    let project = window.state().document().history.project();
    project.groups.to_vec()
}

fn split(window: &Window) -> Split {
    let project = window.state().document().history.project();
    project.view.question.clone().unwrap().split
}

/// Chooses from the menu of a word, by the keyboard.
fn choose(window: &mut Window, chip: &str, words: &str) {
    window.get_by_role_and_label(Role::ComboBox, chip).focus();
    window.run_ok();
    press(window, Modifiers::NONE, Key::ArrowDown);
    window.event(Event::Text(words.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

/// Opens a group from the library.
fn work_on(window: &mut Window, name: &str) {
    window.get_by_label(name).focus();
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
}

fn build_young_women(window: &mut Window) {
    choose(window, "Condition 1 about: choose…", "Sex");
    choose(window, "Condition 1 Sex: choose…", "Female");
    click(window, "Add a condition");
    choose(window, "Condition 2 about: choose…", "Age");
    choose(window, "Condition 2 Age: choose…", "16-24");
    click(window, "Add a condition");
    choose(window, "Condition 3 about: choose…", "Area");
    choose(window, "Condition 3 Area: choose…", "Nottingham");
}

/// What the chart says of itself.
fn chart_words(window: &Window) -> String {
    let chart = window.query_all_by_role(Role::Figure).next();
    chart
        .unwrap()
        .accesskit_node()
        .description()
        .unwrap_or_default()
}

#[test]
fn a_group_is_made_seen_and_undone() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &sample());
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(String::from("group of your own")));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "A group of your own"));
    assert!(is_said(&window, "Condition 1: choose what it is about"));
    build_young_women(&mut window);
    window.check_accessibility();
    let fitting = window.query_all_by_label_contains("respondents; ").next();
    assert!(fitting.is_some(), "how many fit is not said");
    click(&mut window, "Keep the group");
    let kept = groups(&window);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].name, YOUNG_WOMEN);
    assert_eq!(
        kept[0].rule.to_string(),
        "Sex=Female & Age=16-24 & Area=Nottingham"
    );
    assert_eq!(
        split(&window),
        Split::Dimensions(vec![OWN_GROUPS.to_owned()])
    );
    choose(&mut window, "Length of periods: quarterly", "12 months");
    assert!(
        chart_words(&window).contains(YOUNG_WOMEN),
        "{}",
        chart_words(&window)
    );
    click(&mut window, "Breakdown");
    assert!(chart_words(&window).starts_with("Dot chart: "));
    let said = window.query_all_by_label_contains(YOUNG_WOMEN).count();
    assert!(said > 1, "the breakdown does not name the group");
    // The length of the periods, then the group with its split.
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert!(groups(&window).is_empty());
    assert_eq!(split(&window), Split::Dimensions(vec![String::from("Sex")]));
}

#[test]
fn a_group_is_renamed_as_one_step_and_deleted() {
    let group = NamedCohort {
        name: String::from("Young women"),
        rule: "Sex=Female & (Age=16-24 | Age=25-44)".parse().unwrap(),
    };
    let project = sample().apply(Edit::KeepGroup(group.clone())).unwrap();
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &project);
    work_on(&mut window, "Young women");
    assert!(is_said(&window, "Condition 2 Age: 16-24 or 25-44"));
    let field = window.get_by_role_and_label(Role::TextInput, "Name");
    field.focus();
    window.run_ok();
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(String::from("Women under 45")));
    settle(&mut window);
    // Chosen again, an entry goes.
    choose(&mut window, "Condition 2 Age: 16-24 or 25-44", "25-44");
    choose(
        &mut window,
        "Condition 1 holds or not: are in",
        "are not in",
    );
    window
        .get_by_role_and_label(Role::Button, "Change the group")
        .click();
    settle(&mut window);
    let kept = groups(&window);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].name, "Women under 45");
    assert_eq!(kept[0].rule.to_string(), "!Sex=Female & Age=16-24");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(groups(&window), [group]);
    work_on(&mut window, "Young women");
    click(&mut window, "Delete the group");
    assert!(groups(&window).is_empty());
}

#[test]
fn what_is_missing_is_said_and_nothing_is_kept() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &sample());
    choose(&mut window, "Split: Sex", "A group of your own");
    choose(&mut window, "Condition 1 about: choose…", "Sex");
    assert!(is_said(
        &window,
        "Condition 1: choose which of its groups or answers it means"
    ));
    choose(&mut window, "Condition 1 Sex: choose…", "Female");
    click(&mut window, "Add a condition");
    choose(&mut window, "Condition 2 about: choose…", "Sex");
    choose(&mut window, "Condition 2 Sex: choose…", "Male");
    assert!(is_said(&window, "Nobody of any survey is in this group"));
    assert!(is_said(&window, "Nobody fits"));
    choose(
        &mut window,
        "Conditions together: all of these are true",
        "any of these",
    );
    assert!(!is_said(&window, "Nobody fits"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(&window, "A group of your own"));
    assert!(groups(&window).is_empty());
}

#[test]
fn without_respondents_a_project_says_what_is_needed() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &fixture::project());
    assert!(!is_said(&window, "Your own groups"));
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(String::from("group of your own")));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let words = window.query_all_by_label_contains("one row for each respondent");
    assert_eq!(words.count(), 1);
    click(&mut window, "Close");
    assert!(!is_said(&window, "A group of your own"));
}
