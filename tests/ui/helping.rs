//! Help where it is needed: words that explain themselves, the guide on F1, and the tour through the example.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use bellwether::ui::help::{
    Address, find_term, pages, shortcuts_markdown, spot_rect, steps, terms, terms_markdown,
};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use crate::window::{Window, act, click, is_said, press, settle, window, window_with_project};

const NONE: Modifiers = Modifiers::NONE;

fn page(window: &Window) -> String {
    let address = window.state().guide();
    address
        .map(|address| address.page.clone())
        .unwrap_or_default()
}

/// The page beside the others outside the program is the same as the one in it. With `UPDATE_GUIDE=1` it is written.
fn assert_is_written(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs/guide")
        .join(file);
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        fs::write(&path, made).unwrap();
    }
    let held = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        held == made,
        "{file} is old: run this test with UPDATE_GUIDE=1"
    );
}

#[test]
fn pages_that_are_made_are_as_the_program_makes_them() {
    assert_is_written("terms.md", &terms_markdown());
    let (window, ..) = window_with_project();
    assert_is_written("shortcuts.md", &shortcuts_markdown(&window.ctx));
}

#[test]
fn every_link_of_the_guide_leads_somewhere() {
    for page in pages() {
        for link in page
            .links()
            .into_iter()
            .filter(|link| !link.starts_with("pictures/"))
        {
            let Some(to) = Address::of_link(link, page.name) else {
                panic!("{} leads to {link}", page.name);
            };
            let there = pages().iter().find(|held| held.name == to.page).unwrap();
            let has_it = to.heading.is_none_or(|heading| there.has_heading(&heading));
            assert!(has_it, "{} leads to {link}", page.name);
        }
    }
    let contents = include_str!("../../docs/guide/README.md");
    for page in pages() {
        let link = format!("[{}]({}.md)", page.title, page.name);
        assert!(contents.contains(&link), "the contents have no {link}");
    }
}

/// The source files of some folders.
fn sources(folders: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut text = String::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    assert!(
        text.len() > 100_000,
        "the search for source files is broken"
    );
    text
}

#[test]
fn every_word_of_statistics_that_the_window_uses_is_explained() {
    let said = sources(&["chart", "ui/explore", "data", "../assets/words"]);
    for words in [
        "95% interval",
        "95% confidence interval",
        "Respondents (base)",
        "Effective base",
        "Design effect",
        "design effect",
        "Hollow points",
        "low base",
        "base under 30",
        "base under 50",
        "suppressed",
        "provisional",
        "revised",
        "estimated",
        "awaiting data",
        "not available",
        "break in series",
        "not comparable",
        "Statistically significant",
        "no clear change",
        "false discovery rate",
        "percentage points",
        "approximate",
        "The rest",
        "vs the rest",
        "Could be seen from",
        "Illustrative figures",
        "12 months to",
        "per 1,000 people",
        "mean score",
        "Baseline",
        "Milestone",
        "Cannot tell",
        "Off track",
        "Data due",
        "95% limits",
        "99.8% limits",
        "overdispersion",
        "Simple mean",
        "Weighted mean",
        "indicative only",
        "drawn towards their mean",
        "Chance?",
        "within chance",
        "As printed",
        "Rao–Scott test",
        "Cramér’s V",
        "Letters",
        "number × weight",
        "% naming it",
        "not tested",
        "weighted",
    ] {
        assert!(
            said.contains(words),
            "“{words}” is not said any more: take it off this list"
        );
        let folded = words.to_lowercase();
        let is_held = |held: &str| held.to_lowercase().contains(&folded);
        let has_it = terms()
            .iter()
            .any(|term| is_held(&term.name) || term.labels.iter().any(|label| is_held(label)));
        assert!(has_it, "“{words}” is not explained");
    }
}

/// Keys of the panels that say what they mean by themselves.
const PLAIN: [&str; 13] = [
    "Value",
    "Status",
    "Owner",
    "Change",
    "Set",
    "Column",
    "Offences",
    "Due by",
    "Next expected",
    "Overdue since",
    "Last return",
    "Now",
    "Of the total",
];

/// The messages of one line, by their names.
fn words_in_english() -> HashMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words/en-GB.ftl");
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, words)| (name.to_owned(), words.to_owned()))
        .collect()
}

#[test]
fn every_key_of_the_panels_is_plain_or_explained() {
    let said = sources(&["ui/explore"]);
    let english = words_in_english();
    let keys: Vec<&str> = said
        .split("KeyValueRow::new(")
        .skip(1)
        .filter_map(|rest| {
            let name = rest.trim_start().strip_prefix("say::")?.split('(').next()?;
            english.get(&name.replace('_', "-")).map(String::as_str)
        })
        .collect();
    assert!(keys.len() > 20, "the search for keys is broken");
    for key in keys {
        let is_made = key.contains('{');
        assert!(
            is_made || PLAIN.contains(&key) || find_term(key).is_some(),
            "“{key}” is neither plain nor explained"
        );
    }
}

#[test]
fn a_word_in_the_panel_is_explained_and_leads_to_the_guide() {
    let (mut window, ..) = window_with_project();
    let short = &find_term("Base").unwrap().short;
    assert!(window.query_by_label(short).is_none());
    window.get_by_label("What is a base?").focus();
    window.run_ok();
    press(&mut window, NONE, Key::Enter);
    assert!(
        window.query_by_label(short).is_some(),
        "the answer stands beside the word"
    );
    window.check_accessibility();
    press(&mut window, NONE, Key::Escape);
    assert!(window.query_by_label(short).is_none());
    let word = window.get_by_label("What is a base?");
    assert!(word.accesskit_node().is_focused(), "the keyboard is back");
    press(&mut window, NONE, Key::Enter);
    press(&mut window, NONE, Key::Enter);
    let address = window.state().guide().unwrap();
    assert_eq!(*address, Address::term(find_term("Base").unwrap()));
    window.check_accessibility();
    press(&mut window, NONE, Key::Escape);
    assert!(window.state().guide().is_none());
}

#[test]
fn f1_opens_the_page_of_what_is_on_the_screen() {
    let mut window = window(Vec::new());
    press(&mut window, NONE, Key::F1);
    assert_eq!(page(&window), "first-steps");
    press(&mut window, NONE, Key::Escape);
    act(&mut window, Action::Run(Command::OpenExample));
    for (tab, name) in [
        (ExploreTab::Trend, "reading-a-chart"),
        (ExploreTab::CrossTab, "groups"),
        (ExploreTab::Districts, "districts"),
        (ExploreTab::ChangeTable, "change-table"),
        (ExploreTab::Scorecard, "scorecard"),
        (ExploreTab::PriorityCohorts, "priorities"),
    ] {
        act(&mut window, Action::ShowTab(tab));
        press(&mut window, NONE, Key::F1);
        assert_eq!(page(&window), name);
        press(&mut window, NONE, Key::Escape);
        assert!(window.state().guide().is_none());
    }
    for (command, name) in [
        (Command::ShowStories, "stories"),
        (Command::SetBrand, "brand"),
    ] {
        act(&mut window, Action::Run(command));
        press(&mut window, NONE, Key::F1);
        assert_eq!(page(&window), name, "also over a dialog");
        press(&mut window, NONE, Key::Escape);
    }
}

#[test]
fn every_page_can_be_opened_and_read() {
    let (mut window, ..) = window_with_project();
    press(&mut window, NONE, Key::F1);
    for page in pages() {
        let contents = By::new().role(Role::ListBoxOption).label(&page.title);
        window.get(contents).click();
        settle(&mut window);
        assert_eq!(window.state().guide().unwrap().page, page.name);
        assert!(is_said(&window, &page.title));
        window.check_accessibility();
    }
}

#[test]
fn words_are_found_in_the_guide_and_one_comes_back() {
    let (mut window, ..) = window_with_project();
    press(&mut window, NONE, Key::F1);
    assert_eq!(page(&window), "reading-a-chart");
    window.event(Event::Text(String::from("passphrase")));
    window.run_ok();
    let found = |window: &Window, words: &str| {
        let row = By::new().role(Role::ListBoxOption).label(words);
        window.query(row).is_some()
    };
    assert!(found(&window, "What is hidden, and why"));
    assert!(!found(&window, "Districts and maps"));
    press(&mut window, NONE, Key::Enter);
    assert_ne!(
        page(&window),
        "reading-a-chart",
        "the first that was found is open"
    );
    click(&mut window, "Back to the page before");
    assert_eq!(page(&window), "reading-a-chart");
}

#[test]
fn a_link_of_a_page_leads_to_another() {
    let (mut window, ..) = window_with_project();
    press(&mut window, NONE, Key::F1);
    let link = By::new().role(Role::Link).label("clear change");
    window.get(link).click();
    settle(&mut window);
    let address = window.state().guide().unwrap();
    assert_eq!(*address, Address::term(find_term("Clear change").unwrap()));
}

/// The step that is on show, whose target is on the screen.
fn assert_step(window: &Window, number: usize) {
    assert_eq!(window.state().tour_step(), Some(number));
    let step = &steps()[number];
    let target = spot_rect(&window.ctx, step.points_at);
    let room = window.ctx.content_rect();
    let is_there = target.is_some_and(|rect| {
        room.expand(1.0).contains_rect(rect) && rect.width() >= 24.0 && rect.height() >= 24.0
    });
    assert!(is_there, "“{}” points at {target:?}", step.about.title());
    assert!(is_said(window, step.about.title()));
}

#[test]
fn the_tour_goes_through_all_steps_and_points_at_what_is_there() {
    let mut window = window(Vec::new());
    click(&mut window, "Take the tour (10 minutes)");
    for number in 0..steps().len() {
        assert_step(&window, number);
        window.check_accessibility();
        // The keyboard is on the button that goes on.
        press(&mut window, NONE, Key::Enter);
    }
    assert_eq!(window.state().tour_step(), None);
}

#[test]
fn the_tour_points_at_what_is_there_in_a_small_window() {
    let mut window = window(Vec::new());
    window.set_size(vec2(1280.0, 720.0));
    settle(&mut window);
    click(&mut window, "Take the tour (10 minutes)");
    for number in 0..steps().len() {
        assert_step(&window, number);
        press(&mut window, NONE, Key::Enter);
    }
}

#[test]
fn the_tour_goes_on_when_the_user_has_done_what_it_says() {
    let mut window = window(Vec::new());
    act(&mut window, Action::Run(Command::TakeTour));
    assert_step(&window, 0);
    let other = {
        let rows = window.query_all_by_role(Role::ListBoxOption);
        let mut others = rows.filter(|row| row.accesskit_node().is_selected() != Some(true));
        others.next().unwrap()
    };
    other.click();
    settle(&mut window);
    assert_step(&window, 1);
    act(&mut window, Action::Run(Command::Undo));
    assert_step(&window, 2);
    window
        .query_all_by_role(Role::Figure)
        .next()
        .unwrap()
        .focus();
    window.run_ok();
    press(&mut window, NONE, Key::ArrowLeft);
    assert_step(&window, 3);
    click(&mut window, "What is the 95% interval?");
    assert_step(&window, 3);
    press(&mut window, NONE, Key::Escape);
    assert_step(&window, 4);
    for (number, tab) in [(5, "Breakdown"), (6, "Districts"), (7, "Scorecard")] {
        let tab = By::new().role(Role::Tab).label(tab);
        window.get(tab).click();
        settle(&mut window);
        assert_step(&window, number);
    }
    act(&mut window, Action::Run(Command::AddToStory));
    assert_step(&window, 8);
    click(&mut window, "Next");
    assert_step(&window, 9);
    click(&mut window, "Back");
    assert_step(&window, 8);
    click(&mut window, "End the tour");
    assert_eq!(window.state().tour_step(), None);
}
