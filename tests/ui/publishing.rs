//! Stories as files and presentations refreshed, by the dialogs of the window.

use std::path::{Path, PathBuf};

use bellwether::app::Screen;
use bellwether::project::story::{Said, Slide, Story};
use bellwether::project::{ChartKind, Edit, Project, StoryEdit, View};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{By, Queryable as _};

use crate::fixture;
use crate::window::{Window, click, is_said, open, press, run, settle, window};

/// The example as it comes with the program, saved elsewhere.
fn example(folder: &Path) -> (Project, PathBuf) {
    let sample =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/Nottinghamshire.bellwether");
    let path = folder.join("example.bellwether");
    std::fs::copy(sample, &path).unwrap();
    let opened = bellwether::project::store::open(&path).unwrap();
    (opened.project, path)
}

/// Chooses words of the menu behind a word of the dialog.
fn choose(window: &mut Window, chip: &str, words: &str) {
    let by = By::new().role(Role::ComboBox).label_contains(chip);
    window.get(by).click();
    settle(window);
    window.event(Event::Text(words.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

/// Presses the button that goes on in the dialog on show.
pub fn go_on(window: &mut Window, words: &str) {
    let last = window.query_all_by_label(words).last().unwrap();
    last.click();
    settle(window);
}

fn is_said_somewhere(window: &Window, words: &str) -> bool {
    let by = By::new().label_contains(words);
    window.query_all(by).next().is_some()
}

#[test]
fn the_story_of_the_example_becomes_each_kind_of_file() {
    let folder = tempfile::tempdir().unwrap();
    let (_, example) = example(folder.path());
    let to = |name: &str| folder.path().join(name);
    let chosen = [to("panel 28.3"), to("panel.pdf"), to("report"), to("")];
    let mut window = window(chosen.iter().map(|path| vec![path.clone()]).collect());
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::OpenPath(example));
    settle(&mut window);
    run(&mut window, Command::ShowStories);
    let made: [(&str, &str, &[u8]); 4] = [
        ("PowerPoint presentation", "panel 28.3.pptx", b"PK"),
        ("a page for each slide", "panel.pdf", b"%PDF"),
        ("an A4 report", "report.pdf", b"%PDF"),
        (
            "Folder of pictures",
            "Safety update/index.html",
            b"<!DOCTYPE html>",
        ),
    ];
    for (place, (words, name, beginning)) in made.into_iter().enumerate() {
        if place == 0 {
            click(&mut window, "Publish…");
            assert!(is_said(&window, "Publish “Safety update”"));
            window.check_accessibility();
        } else {
            press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
            choose(&mut window, "As: ", words);
        }
        assert!(is_said_somewhere(&window, words), "{words}");
        go_on(&mut window, "Publish…");
        let held = std::fs::read(to(name)).unwrap();
        assert!(held.starts_with(beginning), "{name}");
        let published = name.split('/').next().unwrap();
        assert!(
            is_said(&window, &format!("Published {published}")),
            "{name}"
        );
    }
    assert!(is_said(&window, "Show in folder"));
    let pictures = std::fs::read_dir(to("Safety update")).unwrap();
    let pictures = pictures.filter(|held| {
        let path = held.as_ref().unwrap().path();
        path.extension().is_some_and(|ending| ending == "png")
    });
    assert_eq!(pictures.count(), 8);
}

/// A project with a story: a slide whose message is no longer true, one that says what is withheld, one of which no
/// workbook has anything, one that is as it should be.
fn troubled() -> Project {
    let project = fixture::project();
    let catalogue = project.catalogue();
    let view = |measure: &str, by: Option<&str>| {
        let (key, _) = catalogue
            .measures()
            .find(|(_, entry)| entry.measure.name == measure)
            .unwrap();
        let mut question = bellwether::analysis::first_question(&catalogue, key);
        if let Some(dimension) = by {
            question.split = bellwether::analysis::Split::Dimensions(vec![dimension.to_owned()]);
        }
        View {
            question: Some(question),
            ..View::default()
        }
    };
    let safe = || view("Feel safe outside after dark", Some("Sex"));
    let mut story = Story::named("Panel");
    let mut untrue = Slide::of_chart(ChartKind::Trend, safe());
    untrue.set_own_words(Some(String::from("Women feel 99.9% safe")));
    untrue.said = Some(Said {
        title: String::from("Women feel 99.9% safe"),
        in_words: String::from("Women feel 99.9% safe"),
        facts: vec![String::from("99.9%")],
    });
    story.push(untrue);
    let mut refused = Slide::of_chart(ChartKind::Trend, safe());
    // The base of 12 is too small to be shown: 70 − 8 − 6.
    refused.notes = String::from("Between us: 56.0% of women in 2018");
    story.push(refused);
    let mut gone = safe();
    if let Some(question) = &mut gone.question {
        question.measure.folded_name = String::from("no such measure");
    }
    story.push(Slide::of_chart(ChartKind::Trend, gone));
    story.push(Slide::of_chart(ChartKind::Trend, view("Burglary", None)));
    project
        .apply(Edit::Stories(StoryEdit::Add(Box::new(story))))
        .unwrap()
}

#[test]
fn slides_that_are_no_longer_true_or_say_what_is_withheld_are_listed_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.pptx");
    let mut window = window(vec![vec![path.clone()]]);
    let _kept = open(&mut window, &troubled());
    run(&mut window, Command::Publish);
    assert_eq!(window.state().screen(), Screen::Story);
    go_on(&mut window, "Publish…");
    assert!(!path.exists(), "nothing is written before it is agreed to");
    for words in [
        "No longer true",
        "It says “Women feel 99.9% safe”",
        "Left out",
        "Slide 2",
        "No workbook of this project holds what it shows, so it is left out",
    ] {
        assert!(is_said(&window, words), "{words}");
    }
    assert!(is_said_somewhere(&window, "says 56.0%, which is withheld"));
    window.check_accessibility();
    click(&mut window, "Back");
    assert!(is_said_somewhere(&window, "As: PowerPoint presentation"));
    go_on(&mut window, "Publish…");
    click(&mut window, "Publish 2 slides…");
    assert!(is_said(&window, "Published panel.pptx"));
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"PK"));

    // The presentation holds the two, and a refresh says why nothing else is in it.
    press(&mut window, Modifiers::NONE, Key::Escape);
}

#[test]
fn a_presentation_is_refreshed_after_its_changes_were_listed() {
    let folder = tempfile::tempdir().unwrap();
    let deck = folder.path().join("panel.pptx");
    let other = folder.path().join("other.pptx");
    let answers = [&deck, &deck, &deck, &other, &other];
    let mut window = window(answers.iter().map(|path| vec![(*path).clone()]).collect());
    let made = story_of_burglary(&fixture::project());
    let _kept = open(&mut window, &made);
    run(&mut window, Command::Publish);
    go_on(&mut window, "Publish…");
    let published = std::fs::read(&deck).unwrap();

    run(&mut window, Command::RefreshDeck);
    assert!(is_said(&window, "Refresh panel.pptx"));
    assert!(is_said_somewhere(&window, "there is nothing to change"));
    click(&mut window, "Close");

    // A newer return revises a value.
    let newer = fixture::burglary_revised(&made);
    let _kept = open(&mut window, &newer);
    run(&mut window, Command::RefreshDeck);
    assert!(is_said(&window, "Slide 1"));
    assert!(
        is_said_somewhere(&window, "1 value"),
        "the numbers are told"
    );
    assert_eq!(std::fs::read(&deck).unwrap(), published);
    window.check_accessibility();
    click(&mut window, "Refresh");
    assert!(is_said(&window, "Refreshed panel.pptx"));
    assert_ne!(std::fs::read(&deck).unwrap(), published);
    let kept = std::fs::read(folder.path().join("panel.pptx.bak")).unwrap();
    assert_eq!(kept, published);

    // What is no presentation, and what is of another project.
    std::fs::write(&other, b"nothing").unwrap();
    run(&mut window, Command::RefreshDeck);
    assert!(is_said(&window, "other.pptx cannot be refreshed"));
    click(&mut window, "Close");
    std::fs::copy(&deck, &other).unwrap();
    let _kept = open(&mut window, &story_of_burglary(&fixture::project()));
    run(&mut window, Command::RefreshDeck);
    assert!(is_said_somewhere(&window, "published from another project"));
}

pub fn story_of_burglary(project: &Project) -> Project {
    let catalogue = project.catalogue();
    let (key, _) = catalogue
        .measures()
        .find(|(_, entry)| entry.measure.name == "Burglary")
        .unwrap();
    let view = View {
        question: Some(bellwether::analysis::first_question(&catalogue, key)),
        ..View::default()
    };
    let mut story = Story::named("Panel");
    story.push(Slide::of_chart(ChartKind::Trend, view));
    project
        .apply(Edit::Stories(StoryEdit::Add(Box::new(story))))
        .unwrap()
}
