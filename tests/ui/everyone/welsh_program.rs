//! What the program itself says in Welsh: notes, and questions about the project and its file. What undo calls its steps
//! stays English.

use bellwether::project::Edit;
use bellwether::project::saving::{Claim, Holder, claim};
use bellwether::project::store;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::fixture;
use crate::window::{Window, act, click, is_said, press, run, window, window_with_project};

fn in_welsh() -> (Window, tempfile::TempDir, std::path::PathBuf) {
    let (mut window, folder, path) = window_with_project();
    run(&mut window, Command::ChangeLanguage);
    (window, folder, path)
}

fn rename(window: &mut Window, name: &str) {
    act(window, Action::Edit(Edit::Rename(name.to_owned())));
}

fn says(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_save_and_what_is_undone_are_told_in_welsh() {
    let (mut window, _folder, _) = in_welsh();
    rename(&mut window, "Xxone");
    run(&mut window, Command::Save);
    assert!(is_said(&window, "Cadwyd panel.bellwether"));
    run(&mut window, Command::Undo);
    assert!(says(&window, "Dadwnaed: "));
    run(&mut window, Command::Undo);
    assert!(is_said(&window, "Nid oes dim i’w ddadwneud"));
}

#[test]
fn unsaved_work_is_asked_about_in_welsh() {
    let (mut window, _folder, path) = in_welsh();
    rename(&mut window, "Xxone");
    run(&mut window, Command::NewProject);
    assert!(is_said(&window, "Cadw’r newidiadau i Xxone?"));
    assert!(!is_said(&window, "Save") && !is_said(&window, "Cancel"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(store::open(&path).unwrap().project.name, "Xxone");
}

#[test]
fn a_file_in_use_is_asked_about_in_welsh() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &fixture::project()).unwrap();
    let anna = Holder {
        user: String::from("anna"),
        computer: String::from("PC-12"),
        process: 1,
        since: Some(jiff::Timestamp::now()),
    };
    let Claim::Held(_hold) = claim(&path, &anna, false) else {
        panic!("not held");
    };
    let mut window = window(Vec::new());
    run(&mut window, Command::ChangeLanguage);
    act(&mut window, Action::OpenPath(path));
    assert!(is_said(
        &window,
        "Mae panel.bellwether yn cael ei defnyddio"
    ));
    assert!(says(&window, "gan anna ar PC-12 (heddiw, "));
    for english in ["Open a copy", "Open anyway", "Cancel"] {
        assert!(!is_said(&window, english), "{english}");
    }
    click(&mut window, "Agor copi");
    assert!(is_said(
        &window,
        "Copi yw hwn heb ei ffeil ei hun eto: wrth gadw, gofynnir ble i’w roi"
    ));
}

#[test]
fn a_version_is_restored_in_welsh_and_its_step_is_named_in_english() {
    let (mut window, _folder, _) = in_welsh();
    for name in ["Xxone", "Xxtwo"] {
        rename(&mut window, name);
        run(&mut window, Command::Save);
    }
    run(&mut window, Command::ShowVersions);
    assert!(says(&window, "2 lyfr gwaith"), "what it holds");
    click(&mut window, "Adfer");
    assert!(says(&window, "Dyma’r fersiwn hwn eto: heddiw, "));
    let step = window.state().document().history.undo_label().unwrap();
    assert!(step.starts_with("Restore the version of today, "), "{step}");
}
