//! Every screen and dialog in Welsh: all of it fits; and in the dialogs, in the list of names and around the charts that
//! stand for areas, concerns, offences, targets and priorities nothing of the window is left in English.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bellwether::project::{
    DistrictsArrangement, DistrictsSpec, Edit, MatrixDrawing, MatrixSpec, Project,
};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use bellwether::ui::help::steps;
use bellwether::ui::offscreen::encode_png;
use egui::{Key, Modifiers, Vec2, vec2};

use super::screens::each_screen;
use super::seen::{Seen, nodes, words};
use super::targets::{wrong_targets, wrong_words};
use super::welsh_explore::{around_the_chart, is_alike, names_of_data};
use crate::window::{Window, act, click, open, picture, press, run, settle, window};
use crate::{concerns, dictionary, districts, fixture, harm, matrix, presenting};

/// Shows what is on the screen in Welsh, and then in English again.
fn in_welsh<T>(window: &mut Window, shown: impl FnOnce(&mut Window) -> T) -> T {
    run(window, Command::ChangeLanguage);
    let shown = shown(window);
    run(window, Command::ChangeLanguage);
    shown
}

fn key(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Every screen and dialog, with those that the example does not show by itself.
fn each(size: Vec2, mut each: impl FnMut(&str, &mut Window)) {
    each_screen(size, &mut each);
    let mut window = concerns::example("Speeding");
    window.set_size(size);
    act(&mut window, Action::ShowTab(ExploreTab::Concerns));
    each("concerns of people", &mut window);
    let mut window = harm::example(harm::weights());
    harm::load(&mut window);
    click(&mut window, "Use these weights");
    window.set_size(size);
    settle(&mut window);
    each("harm by weights", &mut window);
    let (mut window, _folder) = matrix::with_reviews(&Project::default());
    window.set_size(size);
    act(&mut window, Action::ShowTab(ExploreTab::Matrix));
    for drawing in MatrixDrawing::ALL {
        let spec = MatrixSpec {
            drawing,
            ..MatrixSpec::default()
        };
        act(&mut window, Action::Edit(Edit::SetMatrix(spec)));
        each(&format!("reviews, {drawing:?}"), &mut window);
    }
    let mut window = window_in(size);
    let _folder = open(&mut window, &districts::project());
    act(&mut window, Action::ShowTab(ExploreTab::Districts));
    for arrangement in [
        DistrictsArrangement::Ranking,
        DistrictsArrangement::Tiles,
        DistrictsArrangement::OneChart,
    ] {
        let spec = DistrictsSpec {
            own_area: Some(String::from("Ashfield")),
            arrangement,
            ..DistrictsSpec::default()
        };
        act(&mut window, Action::Edit(Edit::SetDistricts(spec)));
        each(&format!("districts, {arrangement:?}"), &mut window);
    }
    let (mut window, _folder) = dictionary::dictionary(&fixture::two_names());
    window.set_size(size);
    settle(&mut window);
    each("two names", &mut window);
    let mut window = window_in(size);
    run(&mut window, Command::TakeTour);
    for number in 0..steps().len() {
        each(&format!("tour {number}"), &mut window);
        let is_last = number + 1 == steps().len();
        click(&mut window, if is_last { "Finish" } else { "Next" });
    }
    let (mut window, _folder) = presenting::presented();
    window.set_size(size);
    for (name, does) in [("black", Key::B), ("small", Key::G), ("presenter", Key::P)] {
        key(&mut window, does);
        each(&format!("show, {name}"), &mut window);
        if does != Key::P {
            key(&mut window, does);
        }
    }
}

fn window_in(size: Vec2) -> Window {
    let mut window = window(Vec::new());
    window.set_size(size);
    settle(&mut window);
    window
}

/// What does not fit of every screen and dialog in a window of a size.
fn misfits(size: Vec2) -> Vec<String> {
    let mut wrong = Vec::new();
    each(size, |screen, window| {
        let found = in_welsh(window, |window| {
            let mut wrong = wrong_words(window);
            // Here the presenter's window stands in the other one, with a bar that the system gives it elsewhere.
            if screen != "show, presenter" {
                wrong.extend(wrong_targets(window));
            }
            wrong
        });
        // A table wider than its room scrolls sideways.
        let is_table = screen == "values dialog" || screen == "tab Data";
        let found = found
            .into_iter()
            .filter(|wrong| !(is_table && wrong.starts_with("is cut off at its side")));
        wrong.extend(found.map(|wrong| format!("{screen}: {wrong}")));
    });
    wrong
}

#[test]
fn every_screen_fits_in_welsh() {
    let wrong = misfits(vec2(1440.0, 900.0));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_screen_fits_in_welsh_at_200_percent() {
    let wrong = misfits(vec2(720.0, 450.0));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said on the whole screen.
fn everything(window: &Window) -> BTreeSet<String> {
    let names = nodes(window).into_iter();
    let names = names.flat_map(|node| [node.name, node.description]);
    let painted = words(window).into_iter().map(|words| words.text);
    names.chain(painted).collect()
}

/// What comes from a workbook or a chart, or is the same in both languages.
const ALIKE: &[&str] = &[
    "Arial",
    "Brand",
    "LOGO",
    "Set",
    // From workbooks: another name of a measure, who answers for a target and what it says, reviews and priorities.
    "ASB incidents",
    "PCC",
    "“Above the baseline by 2 percentage points, as published”",
    "Cyber-related harm",
    "1. Cyber-related harm",
    "Experience of ASB in the city",
    "Victim-based crime",
    "Set: harm weights illustrative",
    "harm weights illustrative",
    "Frequency",
    "Frequency: Very high",
    "Individual harm",
    "Individual harm: High",
    "High",
    "Very high",
    "Review of priorities 2022",
    "Review of priorities 2023",
    // Titles of charts, and what is pointed at in one, which the panel says too.
    "Feeling safe outside after dark fell 11.1 points among 16-24s",
    "4 of 5",
    "Step",
    "Step: 4 of 5",
    "Rank, 2022",
    "Rank, 2022: not linked",
    "not linked",
    "Not linked yet",
    "Not linked yet: names of both reviews are alike",
    "names of both reviews are alike",
    "Printed mark",
    "Printed mark: *",
    "Rank in 2023",
    "Rank in 2023: 1",
];

/// The screens of which nothing may be left in English, apart from their charts.
const LOOKED_AT: &[&str] = &[
    "Dictionary",
    "two names",
    "event dialog",
    "break dialog",
    "brand dialog",
    "target dialog",
    "lineage dialog",
    "harm dialog",
    "tab Districts",
    "tab Scorecard",
    "concerns of people",
    "harm by weights",
    "reviews, Matrix",
    "reviews, Movement",
    "reviews, Grid",
    "districts, Ranking",
    "districts, Tiles",
    "districts, OneChart",
];

/// What is read out of the card of the tour.
fn card(window: &Window) -> BTreeSet<String> {
    let within = |node: &Seen| {
        node.within
            .iter()
            .any(|name| name == "Tour" || name == "Taith")
    };
    let names = nodes(window).into_iter().filter(within);
    names.map(|node| node.name).collect()
}

#[test]
fn the_other_screens_leave_nothing_in_english() {
    let mut left = BTreeSet::new();
    let mut looked_at = BTreeSet::new();
    each(vec2(1440.0, 900.0), |screen, window| {
        let seen = match screen {
            "Dictionary" | "two names" => everything,
            screen if screen.starts_with("tour ") => card,
            screen if LOOKED_AT.contains(&screen) => around_the_chart,
            _ => return,
        };
        looked_at.insert(screen.to_owned());
        let names = names_of_data(window);
        let english = seen(window);
        let welsh = in_welsh(window, |window| seen(window));
        assert!(welsh.len() > 3, "{screen} says little: {welsh:?}");
        let both = english.intersection(&welsh);
        let both =
            both.filter(|words| !is_alike(words, &names) && !ALIKE.contains(&words.as_str()));
        left.extend(both.map(|words| format!("{screen}: {words}")));
    });
    assert_eq!(looked_at.len(), LOOKED_AT.len() + steps().len());
    assert!(left.is_empty(), "in both languages: {left:#?}");
}

/// For looking at: in the folder that `BELLWETHER_PICTURES` names.
#[test]
#[ignore = "draws, judges nothing"]
fn every_screen_is_drawn_in_welsh() {
    let Some(folder) = std::env::var_os("BELLWETHER_PICTURES").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    each(vec2(1440.0, 900.0), |screen, window| {
        let drawn = in_welsh(window, |window| encode_png(&picture(window)).unwrap());
        let name = screen.replace([' ', ',', '/'], "_");
        std::fs::write(folder.join(format!("{name}-cy.png")), drawn).unwrap();
    });
}
