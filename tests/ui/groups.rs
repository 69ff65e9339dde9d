//! The tabs of groups side by side, opened by name and used.

use std::sync::Arc;

use bellwether::data::Source;
use bellwether::project::{GroupOrder, Project};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, settle, window, window_with_project};

/// What the chart says of itself, with what is selected.
fn chart_words(window: &Window) -> String {
    let chart = window.query_all_by_role(Role::GraphicsDocument).next();
    chart.unwrap().accesskit_node().label().unwrap_or_default()
}

/// The fixture's project with a survey in which everybody is twice as many as each of the sexes.
fn with_whole() -> Project {
    let project = fixture::project();
    let mut source = Source::clone(project.sources.first().unwrap());
    for observation in &mut source.observations {
        let cohort = usize::try_from(observation.cohort).unwrap();
        let cohort = source.cohorts.get(cohort);
        if cohort.unwrap().is_everyone() {
            observation.unweighted_base = Some(4000.0);
        }
    }
    Project {
        sources: vec![Arc::new(source)],
        ..project
    }
}

#[test]
fn groups_are_shown_against_the_rest_and_walked_with_the_arrows() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &with_whole());
    click(&mut window, "Breakdown");
    let words = chart_words(&window);
    assert!(words.starts_with("Dot chart: "), "{words}");
    assert!(words.contains("clearly lower than the rest"), "{words}");
    assert!(is_said(&window, "Female · 12 months to Dec 2021"));
    let chart = window
        .query_all_by_role(Role::GraphicsDocument)
        .next()
        .unwrap();
    chart.focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(is_said(&window, "Male · 12 months to Dec 2021"));
    assert!(chart_words(&window).contains("Selected: Male"));
    window.check_accessibility();
}

#[test]
fn order_and_intervals_are_options_that_undo_takes_back() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Breakdown");
    let groups = |window: &Window| {
        let project = window.state().document().history.project();
        project.view.groups.clone()
    };
    click(&mut window, "Confidence intervals");
    assert!(!groups(&window).show_intervals);
    click(&mut window, "Order: in their usual order");
    click(&mut window, "by size");
    assert_eq!(groups(&window).breakdown_order, GroupOrder::BySize);
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(groups(&window), bellwether::project::GroupSpec::default());
}

#[test]
fn then_and_now_stand_side_by_side() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Change");
    let words = chart_words(&window);
    assert!(words.starts_with("Chart of then and now: "), "{words}");
    assert!(is_said(&window, "From: 12 months to Dec 2020"));
    assert!(is_said(&window, "To: 12 months to Dec 2021"));
    click(&mut window, "From: 12 months to Dec 2020");
    click(&mut window, "12 months to Dec 2016");
    assert!(is_said(&window, "From: 12 months to Dec 2016"));
    window.check_accessibility();
}

#[test]
fn the_cells_of_a_group_lead_to_the_data() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Breakdown");
    let link = window
        .query_all_by_label_contains("survey.xlsx › Safety")
        .next();
    link.unwrap().click();
    settle(&mut window);
    assert!(
        window
            .query_all_by_role(Role::GraphicsDocument)
            .next()
            .is_none()
    );
    assert!(is_said(&window, "Female · 12 months to Dec 2021"));
}

#[test]
fn where_there_is_one_period_its_groups_are_shown_first() {
    let mut project = fixture::project();
    let mut source = Source::clone(project.sources.first().unwrap());
    let latest = source
        .periods
        .iter()
        .map(|period| period.end)
        .max()
        .unwrap();
    let periods = source.periods.clone();
    source.observations.retain(|observation| {
        let period = observation
            .period
            .and_then(|index| periods.get(usize::try_from(index).unwrap()));
        period.is_some_and(|period| period.end == latest)
    });
    project = Project {
        sources: vec![Arc::new(source)],
        ..project
    };
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &project);
    assert!(chart_words(&window).starts_with("Dot chart: "));
    click(&mut window, "Trend");
    assert!(chart_words(&window).starts_with("Line chart: "));
}
