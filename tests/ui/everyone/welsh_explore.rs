//! The explore screen in Welsh: around its charts, which are English, nothing of the window is left in English, and all
//! of it fits.

use std::collections::BTreeSet;

use bellwether::project::{BreakdownDrawing, ChangeDrawing, Edit, GroupSpec};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Vec2, vec2};

use super::seen::{nodes, words};
use super::targets::{wrong_targets, wrong_words};
use crate::window::{Window, press, settle, window};

fn act(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, action);
    settle(window);
}

fn groups(window: &mut Window, drawn: impl FnOnce(&mut GroupSpec)) {
    let project = window.state().document().history.project();
    let mut spec = project.view.groups.clone();
    drawn(&mut spec);
    act(window, Action::Edit(Edit::SetGroups(spec)));
}

/// Shows the example tab by tab, and the dialog for a group of one's own.
fn walk(size: Vec2, in_welsh: bool, mut each: impl FnMut(&str, &mut Window)) {
    let mut window = window(Vec::new());
    window.set_size(size);
    if in_welsh {
        act(&mut window, Action::Run(Command::ChangeLanguage));
    }
    act(&mut window, Action::Run(Command::OpenExample));
    for tab in [
        ExploreTab::Trend,
        ExploreTab::Data,
        ExploreTab::Breakdown,
        ExploreTab::Change,
        ExploreTab::PriorityCohorts,
        ExploreTab::ChangeTable,
        // Of a measure that has no respondents.
        ExploreTab::CrossTab,
    ] {
        act(&mut window, Action::ShowTab(tab));
        each(&format!("{tab:?}"), &mut window);
    }
    act(&mut window, Action::ShowTab(ExploreTab::Breakdown));
    for drawing in [BreakdownDrawing::Heatmap, BreakdownDrawing::SmallMultiples] {
        groups(&mut window, |spec| spec.breakdown_drawing = drawing);
        each(&format!("{drawing:?}"), &mut window);
    }
    act(&mut window, Action::ShowTab(ExploreTab::Change));
    groups(&mut window, |spec| {
        spec.change_drawing = ChangeDrawing::Slope;
    });
    each("Slope", &mut window);
    let catalogue = window.state().document().history.project().catalogue();
    let surveyed = catalogue.measures().find(|(key, _)| {
        [ExploreTab::CrossTab, ExploreTab::Answers]
            .iter()
            .all(|tab| tab.has_something_to_show(&catalogue, Some(key)))
    });
    let surveyed = surveyed.map(|(key, _)| key.clone()).unwrap();
    act(&mut window, Action::ShowMeasure(surveyed));
    for tab in [ExploreTab::CrossTab, ExploreTab::Answers] {
        act(&mut window, Action::ShowTab(tab));
        each(&format!("{tab:?} of a survey"), &mut window);
    }
    act(&mut window, Action::Run(Command::MakeGroup));
    each("group dialog", &mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
}

/// What is said above the chart, in the list at its left, in the panel at its right, and in a dialog over it.
pub(super) fn around_the_chart(window: &Window) -> BTreeSet<String> {
    let nodes = nodes(window);
    let dialog = nodes.iter().find(|node| node.role == Role::Dialog);
    let dialog = dialog.map(|node| node.rect);
    let below_tabs = nodes
        .iter()
        .filter(|node| node.role == Role::Tab)
        .map(|node| node.rect.bottom());
    let below_tabs = below_tabs.fold(0.0, f32::max);
    assert!(below_tabs > 100.0, "there are no tabs");
    let is_around = |rect: &Rect| match dialog {
        Some(dialog) => dialog.contains(rect.center()),
        None => rect.center().x < 260.0 || rect.center().x > 1160.0 || rect.bottom() < below_tabs,
    };
    let around = nodes.iter().filter(|node| is_around(&node.rect));
    let names = around.flat_map(|node| [node.name.clone(), node.description.clone()]);
    let painted = words(window).into_iter();
    let painted = painted.filter(|words| {
        let seen = words.rect.intersect(words.clip);
        seen.is_positive() && is_around(&seen)
    });
    names.chain(painted.map(|words| words.text)).collect()
}

/// Every name that the data bring along, in small letters, the longest first.
pub(super) fn names_of_data(window: &Window) -> Vec<String> {
    let project = window.state().document().history.project();
    let mut names = BTreeSet::new();
    for source in &project.sources {
        names.insert(source.file_name.clone());
        names.extend(source.sheets.iter().cloned());
        names.extend(source.measures.iter().map(|held| held.name.clone()));
        names.extend(source.areas.iter().map(|held| held.name.clone()));
        for survey in &source.surveys {
            // The grouping by places is called so in questions that are kept.
            names.insert(String::from("Area"));
            names.insert(survey.name.clone());
            names.extend(survey.weight.iter().map(|held| held.origin.heading.clone()));
            names.extend(survey.questions.iter().map(|held| held.name.clone()));
            for dimension in &survey.dimensions {
                names.insert(dimension.name.clone());
                names.extend(dimension.groups.entries.iter().cloned());
            }
        }
        for cohort in &source.cohorts {
            for held in cohort.traits() {
                names.insert(held.dimension.clone());
                names.insert(held.category.clone());
            }
        }
    }
    let mut names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    names.retain(|name| name.chars().filter(|held| held.is_alphabetic()).count() > 1);
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// Whether words come from the data or are English in both languages: names of periods and of what charts show.
pub(super) fn is_alike(said: &str, names: &[String]) -> bool {
    const ALIKE: &[&str] = &[
        // Names of files and of the language, keys, signs.
        "Bellwether",
        "Ctrl",
        "Data",
        "Esc",
        "Excel",
        "xlsx",
        "PDF",
        // Periods.
        "months",
        "to",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        // The comparator's line on the chart.
        "All",
        "respondents",
        // What the weight is called where two columns have its heading.
        "column",
        // Wales has the same word.
        "ward",
        "pp",
    ];
    // Where a figure is from.
    if said.contains(" › ") {
        return true;
    }
    let mut rest = said.trim_end_matches('…').trim_end().to_lowercase();
    for name in names {
        rest = rest.replace(name.as_str(), " ");
        // What is too long is cut off.
        if said.ends_with('…') && rest.len() > 3 && name.starts_with(rest.as_str()) {
            rest.clear();
        }
    }
    rest.split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() > 1)
        .all(|word| ALIKE.iter().any(|alike| alike.to_lowercase() == word))
}

#[test]
fn around_the_charts_nothing_is_left_in_english() {
    let mut said = Vec::new();
    let mut names = Vec::new();
    for in_welsh in [false, true] {
        walk(vec2(1440.0, 900.0), in_welsh, |screen, window| {
            said.push((screen.to_owned(), around_the_chart(window)));
            if names.is_empty() {
                names = names_of_data(window);
            }
        });
    }
    let (english, welsh) = said.split_at(said.len() / 2);
    let mut left = BTreeSet::new();
    for ((screen, english), (also, welsh)) in english.iter().zip(welsh) {
        assert_eq!(screen, also);
        assert!(welsh.len() > 20, "{screen} says little");
        let alike = english.intersection(welsh);
        let unlike_data = alike.filter(|words| !is_alike(words, &names));
        left.extend(unlike_data.map(|words| format!("{screen}: {words}")));
    }
    assert!(left.is_empty(), "in both languages: {left:#?}");
}

#[test]
fn welsh_fits_around_the_charts() {
    for size in [vec2(1440.0, 900.0), vec2(1280.0, 720.0), vec2(720.0, 450.0)] {
        let mut wrong = Vec::new();
        walk(size, true, |screen, window| {
            // A table wider than its room scrolls sideways.
            let is_table = screen == "Data" || screen.starts_with("CrossTab");
            let found = [wrong_words(window), wrong_targets(window)].concat();
            let found = found
                .into_iter()
                .filter(|wrong| !(is_table && wrong.starts_with("is cut off at its side")));
            wrong.extend(found.map(|wrong| format!("{screen}: {wrong}")));
        });
        assert!(wrong.is_empty(), "at {size}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn welsh_is_elided_around_the_charts_only_where_english_is() {
    let mut elided = [BTreeSet::new(), BTreeSet::new()];
    let mut names = Vec::new();
    for (found, in_welsh) in elided.iter_mut().zip([false, true]) {
        walk(vec2(1440.0, 900.0), in_welsh, |screen, window| {
            names = names_of_data(window);
            let words = words(window).into_iter().filter(|words| words.is_elided);
            let words = words.filter(|words| !is_alike(&words.text, &names));
            found.extend(words.map(|words| format!("{screen}: {}", words.text)));
        });
    }
    let [english, welsh] = elided;
    let more: Vec<&String> = welsh.difference(&english).collect();
    assert!(more.is_empty(), "elided: {more:#?}");
}
