//! The tabs of groups side by side, opened by name and used.

use std::sync::Arc;

use bellwether::data::Source;
use bellwether::project::{ChangeDrawing, GroupOrder, HeatmapCells, Project};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, settle, window, window_with_project};

/// What the chart says of itself, with what is selected.
fn chart_words(window: &Window) -> String {
    let chart = window.query_all_by_role(Role::Figure).next();
    chart
        .unwrap()
        .accesskit_node()
        .description()
        .unwrap_or_default()
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
    let chart = window.query_all_by_role(Role::Figure).next().unwrap();
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
    assert!(window.query_all_by_role(Role::Figure).next().is_none());
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

/// How groups are drawn, in the project.
fn spec(window: &Window) -> bellwether::project::GroupSpec {
    let project = window.state().document().history.project();
    project.view.groups.clone()
}

#[test]
fn groups_over_all_periods_are_a_heatmap_that_the_arrows_walk() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &with_whole());
    click(&mut window, "Breakdown");
    click(&mut window, "Drawn as: dots of one period");
    click(&mut window, "a heatmap");
    settle(&mut window);
    assert!(chart_words(&window).starts_with("Heatmap: "));
    assert!(is_said(&window, "up to"), "the sentence is of all periods");
    assert!(!is_said(&window, "against the rest"));
    let chart = window.query_all_by_role(Role::Figure).next().unwrap();
    chart.focus();
    window.run_ok();
    for (key, wanted) in [
        (Key::ArrowDown, "12 months to Dec 2016"),
        (Key::ArrowDown, "Female · 12 months to Dec 2016"),
        (Key::ArrowRight, "Female · 12 months to Dec 2017"),
        (Key::ArrowDown, "Male · 12 months to Dec 2017"),
        (Key::ArrowDown, "Male · 12 months to Dec 2017"),
    ] {
        press(&mut window, Modifiers::NONE, key);
        let words = chart_words(&window);
        assert!(
            is_said(&window, wanted) || words.contains(wanted),
            "{key:?}: {words}"
        );
    }
    assert!(chart_words(&window).contains("suppressed"));
    click(&mut window, "Cells show: values");
    click(&mut window, "against the rest");
    settle(&mut window);
    assert!(chart_words(&window).contains("points from the rest of the period"));
    assert_eq!(spec(&window).heatmap_cells, HeatmapCells::AgainstRest);
    window.check_accessibility();
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(spec(&window), bellwether::project::GroupSpec::default());
}

#[test]
fn groups_over_all_periods_are_small_charts_too() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &with_whole());
    click(&mut window, "Breakdown");
    click(&mut window, "Drawn as: dots of one period");
    click(&mut window, "small charts");
    settle(&mut window);
    assert!(chart_words(&window).starts_with("Small line charts: "));
    click(&mut window, "Drawn as: small charts");
    click(&mut window, "dots of one period");
    settle(&mut window);
    assert!(chart_words(&window).starts_with("Dot chart: "));
}

#[test]
fn then_and_now_are_a_slope_chart_too() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Change");
    click(&mut window, "Drawn as: dots in rows");
    click(&mut window, "a slope chart");
    settle(&mut window);
    assert!(chart_words(&window).starts_with("Slope chart: "));
    assert_eq!(spec(&window).change_drawing, ChangeDrawing::Slope);
}
