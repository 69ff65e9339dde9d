//! The start screen, the menu, the palette, the shortcuts and the import screen in Welsh: nothing of them is left in
//! English, and all of it fits.

use std::collections::BTreeSet;

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::seen::{nodes, words};
use super::targets::{wrong_targets, wrong_words};
use crate::window::{Window, click, is_said, press, settle, window};

/// A return of which something has to be said: a text in place of a figure, two figures for one thing, a change that
/// the sender worked out wrongly, a note. Of its own words none is a word of the window.
const RETURN: &str = "Xxrobberies by xxarea,,,,\n\nXxward,Xxoffence,2020/21,2021/22,% change\n\
    Xxashfield,Xxrobbery,60,75,+20%\nXxashfield,Xxburglary,80,xxemail,+12.5%\n\
    Xxashfield,Xxburglary,90,90,0%\nXxmansfield,Xxrobbery,1,..,+100%\n";

fn run(window: &mut Window, command: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::Run(command));
    settle(window);
}

fn walk(size: Vec2, in_welsh: bool, mut each: impl FnMut(&str, &mut Window)) {
    let mut window = window(Vec::new());
    window.set_size(size);
    if in_welsh {
        run(&mut window, Command::ChangeLanguage);
    }
    settle(&mut window);
    each("start", &mut window);
    for (name, command) in [
        ("palette", Command::FindAnything),
        ("shortcuts", Command::ShowShortcuts),
    ] {
        run(&mut window, command);
        each(name, &mut window);
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    let menu = if in_welsh {
        "Dewislen Bellwether"
    } else {
        "Bellwether menu"
    };
    window.get_by_label(menu).focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    each("menu", &mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("xxreturn.csv");
    std::fs::write(&path, RETURN).unwrap();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![path]));
    settle(&mut window);
    each("import", &mut window);
    let sheet = window.query_all_by_role(Role::Table).next();
    if let Some(sheet) = sheet {
        sheet.focus();
        settle(&mut window);
        for _ in 0..4 {
            press(&mut window, Modifiers::NONE, Key::ArrowDown);
        }
        each("import, a cell", &mut window);
        press(&mut window, Modifiers::SHIFT, Key::Space);
        each("import, a row", &mut window);
    }
}

/// What is said on each of the screens.
fn said(in_welsh: bool) -> Vec<(String, BTreeSet<String>)> {
    let mut said = Vec::new();
    walk(vec2(1440.0, 900.0), in_welsh, |screen, window| {
        let nodes = nodes(window).into_iter();
        let names = nodes.flat_map(|node| [node.name, node.description]);
        let painted = words(window).into_iter().map(|words| words.text);
        said.push((screen.to_owned(), names.chain(painted).collect()));
    });
    said
}

/// Whether words come from the workbook, or are the same in both languages: names, keys, numbers.
fn is_alike(words: &str) -> bool {
    const NAMES: &[&str] = &[
        "Bellwether",
        "Excel",
        "OpenDocument",
        "CSV",
        "PowerPoint",
        "PDF",
        "GeoJSON",
        "Cymraeg",
        "English",
        "Brand",
        "Partner",
        // The heading of a column of the workbook.
        "change",
        "Cell",
        "Esc",
        "Ctrl",
        "Shift",
        "Alt",
        "Enter",
        "Tab",
        "Space",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Plus",
        "Minus",
        "Slash",
        "Escape",
        "Delete",
        "Backspace",
    ];
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 2)
        .all(|word| word.to_lowercase().starts_with("xx") || word == "csv" || NAMES.contains(&word))
}

#[test]
fn nothing_is_left_in_english() {
    let (english, welsh) = (said(false), said(true));
    assert_eq!(english.len(), 7);
    for ((screen, english), (_, welsh)) in english.iter().zip(&welsh) {
        let left: Vec<&String> = english
            .intersection(welsh)
            .filter(|words| !is_alike(words))
            .collect();
        assert!(left.is_empty(), "{screen} in both languages: {left:#?}");
        assert!(welsh.len() > 10, "{screen} says little");
    }
}

#[test]
fn welsh_fits_wherever_english_does() {
    for size in [vec2(1440.0, 900.0), vec2(1280.0, 720.0), vec2(720.0, 450.0)] {
        let mut wrong = Vec::new();
        walk(size, true, |screen, window| {
            let found = [wrong_words(window), wrong_targets(window)].concat();
            wrong.extend(found.into_iter().map(|wrong| format!("{screen}: {wrong}")));
        });
        assert!(wrong.is_empty(), "at {size}:\n{}", wrong.join("\n"));
    }
    let mut elided = Vec::new();
    walk(vec2(1440.0, 900.0), true, |screen, window| {
        let words = words(window).into_iter();
        let elided_here = words.filter(|words| words.is_elided && !is_alike(&words.text));
        elided.extend(elided_here.map(|words| format!("{screen}: {}", words.text)));
    });
    assert!(elided.is_empty(), "elided:\n{}", elided.join("\n"));
}

#[test]
fn the_language_is_chosen_in_the_menu_and_takes_effect_at_once() {
    let mut window = window(Vec::new());
    window.get_by_label("Bellwether menu").focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    click(&mut window, "Cymraeg (Welsh)");
    assert!(is_said(&window, "Gollyngwch lyfrau gwaith yma"));
    window.get_by_label("Dewislen Bellwether").focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    click(&mut window, "English (Saesneg)");
    assert!(is_said(&window, "Drop workbooks here"));
}

#[test]
fn a_finding_that_is_answered_in_welsh_is_known_again_in_english() {
    let mut window = window(Vec::new());
    run(&mut window, Command::ChangeLanguage);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.csv");
    std::fs::write(
        &path,
        "Robbery\n\nArea,2021/22,2022/23\nAshfield,86,-\nMansfield,515,521\n",
    )
    .unwrap();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![path]));
    settle(&mut window);
    let answer = nodes(&window)
        .into_iter()
        .find(|node| node.name.starts_with("Ddim ar gael: "))
        .unwrap();
    click(&mut window, &answer.name);
    assert!(!is_said(&window, &answer.name), "it is asked no more");
    run(&mut window, Command::ChangeLanguage);
    let asked = nodes(&window)
        .into_iter()
        .any(|node| node.name.starts_with("Not available: "));
    assert!(!asked, "nor in the other language");
}
