//! The tabs of a survey's answers, worked by name and from the keyboard.

use bellwether::ui::action::Action;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::respondents;
use crate::window::{Window, click, is_said, open, press, settle, window, window_with_project};

/// What the table says of itself and of its current cell.
fn said(window: &Window) -> String {
    let table = window.query_all_by_role(Role::Table).next().unwrap();
    let node = table.accesskit_node();
    node.label().or(node.value()).unwrap_or_default()
}

fn with_survey() -> (Window, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let mut project = respondents::project();
    let catalogue = project.catalogue();
    let found = catalogue.find_measures(respondents::MEASURE);
    let (key, _) = *found.first().unwrap();
    project.view.question = Some(bellwether::analysis::Question::about(key.clone()));
    let folder = open(&mut window, &project);
    (window, folder)
}

#[test]
fn a_cross_tab_is_walked_with_the_arrows_and_copied() {
    let (mut window, _folder) = with_survey();
    click(&mut window, "Cross-tab");
    assert!(said(&window).starts_with("Cross-tab: Feel safe after dark, by sex and age"));
    window
        .query_all_by_role(Role::Table)
        .next()
        .unwrap()
        .focus();
    settle(&mut window);
    for key in [
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowRight,
        Key::ArrowRight,
    ] {
        press(&mut window, Modifiers::NONE, key);
    }
    let words = said(&window);
    assert!(words.contains("Very safe · Sex, Male (b)"), "{words}");
    assert!(
        words.contains("significantly higher than Female"),
        "{words}"
    );
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    assert!(
        copied.starts_with("Feel safe after dark, by sex and age\n"),
        "{copied}"
    );
    assert!(copied.contains("\tFemale (a)\tMale (b)\t"), "{copied}");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!said(&window).contains("Selected"));
    window.check_accessibility();
}

#[test]
fn what_a_cross_tab_shows_is_chosen_beside_it() {
    let (mut window, _folder) = with_survey();
    click(&mut window, "Cross-tab");
    click(&mut window, "Across each row");
    assert!(is_said(&window, "Weighted row %, 2021"));
    click(&mut window, "Down each column");
    click(&mut window, "95% intervals");
    let spec = window
        .state()
        .document()
        .history
        .project()
        .view
        .cross_tab
        .clone();
    assert!(spec.intervals);
    assert!(is_said(&window, "Copy table"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let spec = window
        .state()
        .document()
        .history
        .project()
        .view
        .cross_tab
        .clone();
    assert!(!spec.intervals, "undone");
}

#[test]
fn two_groupings_are_crossed_by_a_chip() {
    let (mut window, _folder) = with_survey();
    click(&mut window, "Cross-tab");
    click(&mut window, "Grouping 1: Sex");
    click(&mut window, "Sex × Age");
    assert!(said(&window).starts_with("Cross-tab: Feel safe after dark, by sex × age and age"));
    assert!(is_said(&window, "Grouping 1: Sex × age"));
    window
        .query_all_by_role(Role::Table)
        .next()
        .unwrap()
        .focus();
    settle(&mut window);
    for key in [Key::ArrowDown, Key::ArrowRight] {
        press(&mut window, Modifiers::NONE, key);
    }
    let words = said(&window);
    assert!(words.contains("Sex × Age, Female, 16–34 (a)"), "{words}");
    window.check_accessibility();
}

#[test]
fn the_scale_of_answers_is_a_tab_of_its_own() {
    let (mut window, _folder) = with_survey();
    click(&mut window, "Answers");
    assert!(is_said(&window, "By: sex"));
    click(&mut window, "By the net");
    assert!(
        window
            .state()
            .document()
            .history
            .project()
            .view
            .scale
            .by_net
    );
    window.check_accessibility();
}

#[test]
fn a_measure_of_a_table_has_no_tabs_of_respondents() {
    let (mut window, ..) = window_with_project();
    for absent in ["Cross-tab", "Answers", "Scorecard"] {
        let tab = window.query_by_role_and_label(Role::Tab, absent);
        assert!(tab.is_none(), "{absent}");
    }
    // One that is on show all the same says why it shows nothing, and gives way with the next measure.
    let ctx = window.ctx.clone();
    let on_show = Action::ShowTab(ExploreTab::CrossTab);
    window.state_mut().act(&ctx, on_show);
    settle(&mut window);
    assert!(is_said(
        &window,
        "This measure comes from a table, not from a survey’s respondents"
    ));
    assert!(
        window
            .query_by_role_and_label(Role::Tab, "Cross-tab")
            .is_some()
    );
    let project = window.state().document().history.project().clone();
    let measure = project.view.question.as_ref().unwrap().measure.clone();
    window.state_mut().act(&ctx, Action::ShowMeasure(measure));
    settle(&mut window);
    assert!(
        window
            .query_by_role_and_label(Role::Tab, "Cross-tab")
            .is_none()
    );
}
