//! The scorecard, worked by its names: from nothing to targets that are set, changed, taken over and undone.

use std::sync::Arc;

use bellwether::analysis::targets::{MilestoneSpec, TargetAim, TargetSpec};
use bellwether::data::target::{Aim, Target, TargetFigure};
use bellwether::data::{CellRef, Period, SheetIndex, Unit};
use bellwether::project::Project;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, settle, window};

/// The fixture's project; its police return holds two targets.
fn project() -> Project {
    let mut project = fixture::project();
    let mut counts = project.sources.pop().unwrap().as_ref().clone();
    let cell = |row| CellRef::new(SheetIndex(0), row, 0);
    let target = |row, aim, words: &str| Target {
        measure: String::from("Burglary"),
        area: counts.areas.first().cloned(),
        unit: Unit::Count,
        course: None,
        aim,
        words: words.to_owned(),
        due: None,
        baseline: Some(TargetFigure {
            value: Some(900.0),
            words: String::from("900"),
            period: Period::financial_year(2018),
            cell: cell(row),
        }),
        milestones: Vec::new(),
        results: Vec::new(),
        group: String::new(),
        owner: String::from("Police"),
        source: String::new(),
        status: String::new(),
        cell: cell(row),
    };
    counts.targets = vec![
        target(8, Aim::ChangeByPercent(-10.0), "Reduce by 10%"),
        target(9, Aim::AtMost(2_000.0), "At most 2,000"),
    ];
    project.sources.push(Arc::new(counts));
    project
}

fn scorecard() -> (Window, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let folder = open(&mut window, &project());
    window.get_by_role_and_label(Role::Tab, "Scorecard").click();
    settle(&mut window);
    (window, folder)
}

fn targets(window: &Window) -> Vec<TargetSpec> {
    let project = window.state().document().history.project();
    project.targets.to_vec()
}

/// Types into a field in place of what stands there.
fn fill(window: &mut Window, field: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_ok();
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(words.to_owned()));
    settle(window);
}

/// Chooses from the menu of a word.
fn choose(window: &mut Window, chip: &str, words: &str) {
    window.get_by_label(chip).click();
    settle(window);
    window.event(Event::Text(words.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

fn chart_name(window: &Window) -> String {
    let chart = window.get_by_role(Role::Figure);
    chart.accesskit_node().description().unwrap_or_default()
}

#[test]
fn targets_are_taken_over_with_one_click_walked_and_undone() {
    let (mut window, _folder) = scorecard();
    assert!(is_said(&window, "No targets yet"));
    click(&mut window, "Take over 2 targets from police return.xlsx");
    assert_eq!(targets(&window).len(), 2);
    assert!(
        chart_name(&window).contains("One measure on track, one off track"),
        "{}",
        chart_name(&window)
    );
    let chart = window.get_by_role(Role::Figure);
    chart.focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(chart_name(&window).contains("Selected: Burglary"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    let said = chart_name(&window);
    assert!(
        said.contains("Target: ≤ 2,000") && said.contains("On track"),
        "{said}"
    );
    assert!(is_said(&window, "That is: 2,000 or fewer"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(is_said(&window, "No targets yet"), "one step of undo");
}

#[test]
fn a_target_is_set_in_the_dialog_changed_and_removed() {
    let (mut window, _folder) = scorecard();
    click(&mut window, "Set a target…");
    assert!(is_said(&window, "Set a target"));
    assert!(is_said(&window, "Type the number that is to be reached"));
    choose(
        &mut window,
        "Measure: Feel safe outside after dark",
        "Burglary",
    );
    choose(&mut window, "Area: Ashfield", "Mansfield");
    choose(&mut window, "Period: no period", "2018/19");
    choose(&mut window, "Aim: at least (≥)", "reduce");
    fill(&mut window, "Size of the change", "10%");
    fill(&mut window, "Owner", "Chief Inspector");
    fill(&mut window, "By when", "Mar 2023");
    assert!(is_said(&window, "Read as March 2023"));
    click(&mut window, "Add a milestone");
    fill(&mut window, "Milestone 1: value", "690");
    fill(&mut window, "Milestone 1: by when", "2021/22");
    click(&mut window, "Set the target");
    let set = targets(&window);
    let [set] = set.as_slice() else {
        panic!("{set:?}")
    };
    assert_eq!(set.area, "Mansfield");
    assert_eq!(set.aim, TargetAim::ByPercent(-10.0));
    assert_eq!(set.owner, "Chief Inspector");
    let milestone = MilestoneSpec {
        due: Period::financial_year(2021).unwrap(),
        value: 690.0,
    };
    assert_eq!(set.milestones, [milestone]);
    // 880 burglaries in 2021/22, from 700, against a milestone of 690.
    assert!(chart_name(&window).contains("One measure off track"));
    click(&mut window, "Edit the target for Burglary, Mansfield");
    click(&mut window, "Remove milestone 1");
    fill(&mut window, "Size of the change", "5");
    click(&mut window, "Keep the changes");
    let changed = targets(&window);
    let [changed] = changed.as_slice() else {
        panic!("{changed:?}")
    };
    assert_eq!(changed.aim, TargetAim::ByPercent(-5.0));
    assert!(changed.milestones.is_empty());
    click(&mut window, "Remove the target for Burglary, Mansfield");
    assert!(targets(&window).is_empty());
}

#[test]
fn a_reduction_of_a_percentage_is_asked_about() {
    let (mut window, _folder) = scorecard();
    click(&mut window, "Set a target…");
    choose(&mut window, "Period: no period", "Dec 2016");
    choose(&mut window, "Aim: at least (≥)", "reduce");
    fill(&mut window, "Size of the change", "10");
    let asked = window
        .query_all_by_label_contains("A change of a percentage can mean two things")
        .next()
        .and_then(|node| {
            node.accesskit_node()
                .value()
                .or(node.accesskit_node().label())
        })
        .unwrap();
    for words in ["70.0% becomes 63.0%", "70.0% becomes 60.0%"] {
        assert!(asked.contains(words), "{asked}");
    }
    choose(&mut window, "Meant as: not settled yet", "points");
    click(&mut window, "Set the target");
    let set = targets(&window).pop().unwrap();
    assert_eq!(set.aim, TargetAim::ByNumber(-10.0));
}

#[test]
fn esc_leaves_the_dialog_and_sets_nothing() {
    let (mut window, _folder) = scorecard();
    click(&mut window, "Set a target…");
    fill(&mut window, "Value", "60");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(&window, "Set the target"));
    assert!(targets(&window).is_empty());
}

#[test]
fn the_trend_shows_a_target_and_hides_it() {
    let (mut window, _folder) = scorecard();
    window.get_by_role_and_label(Role::Tab, "Trend").click();
    settle(&mut window);
    click(&mut window, "Set a target…");
    fill(&mut window, "Value", "60");
    click(&mut window, "Set the target");
    assert!(
        chart_name(&window).contains("target ≥ 60.0%"),
        "{}",
        chart_name(&window)
    );
    click(&mut window, "Target line (60.0%)");
    assert!(!chart_name(&window).contains("target ≥ 60.0%"));
}

#[test]
fn the_sentence_tells_the_story_as_of_an_earlier_period() {
    let (mut window, _folder) = scorecard();
    click(&mut window, "Take over 2 targets from police return.xlsx");
    window.get_by_label("Period: the latest period").click();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let project = window.state().document().history.project();
    let as_of = project.view.scorecard.as_of.unwrap();
    assert!(is_said(&window, &format!("Period: {}", as_of.label())));
    assert!(chart_name(&window).starts_with("Scorecard of two targets"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(is_said(&window, "Period: the latest period"), "undone");
}
