//! The project's file in the window: who has it open, saving that fails, changes by somebody else, earlier versions.

use std::path::{Path, PathBuf};

use bellwether::base::atomic_file::backup_path;
use bellwether::base::file_system::Disk;
use bellwether::project::Edit;
use bellwether::project::saving::{Claim, Hold, Holder, Versions, claim};
use bellwether::project::store;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::fixture;
use crate::window::{Window, click, is_said, press, settle, window, window_with_project};

fn rename(window: &mut Window, name: &str) {
    let ctx = window.ctx.clone();
    let edit = Edit::Rename(name.to_owned());
    window.state_mut().act(&ctx, Action::Edit(edit));
    settle(window);
}

fn save(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::S);
}

fn open(window: &mut Window, path: &Path) {
    let ctx = window.ctx.clone();
    let action = Action::OpenPath(path.to_owned());
    window.state_mut().act(&ctx, action);
    settle(window);
}

/// Somebody else saves the project under another name of its own.
fn saved_by_somebody(path: &Path, name: &str) {
    let mut theirs = store::open(path).unwrap().project;
    name.clone_into(&mut theirs.name);
    store::save(path, &theirs).unwrap();
}

fn name_in(path: &Path) -> String {
    store::open(path).unwrap().project.name
}

fn held_by_anna(path: &Path) -> Hold {
    let anna = Holder {
        user: String::from("anna"),
        computer: String::from("PC-12"),
        process: 1,
        since: Some(jiff::Timestamp::now()),
    };
    match claim(path, &anna, false) {
        Claim::Held(hold) => hold,
        other => panic!("{other:?}"),
    }
}

fn lock_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap().to_string_lossy();
    path.with_file_name(format!("~${name}"))
}

#[test]
fn a_project_is_held_while_it_is_open_and_let_go_after() {
    let (mut window, folder, path) = window_with_project();
    let lock = lock_of(&path);
    assert!(lock.exists(), "others are told");
    let again = Action::OpenPath(path.clone());
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, again);
    settle(&mut window);
    assert!(lock.exists() && !is_said(&window, "panel.bellwether is in use"));
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::S,
    );
    let copy = folder.path().join("copy.bellwether");
    assert!(
        lock_of(&copy).exists() && !lock.exists(),
        "the hold goes with the file"
    );
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(!lock_of(&copy).exists());
}

#[test]
fn a_project_that_somebody_has_open_can_be_opened_as_a_copy_or_anyway() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &fixture::project()).unwrap();
    let hold = held_by_anna(&path);
    let mut window = window(vec![]);
    open(&mut window, &path);
    assert!(is_said(&window, "panel.bellwether is in use"));
    assert!(
        window
            .query_by_label_contains("opened by anna on PC-12 today")
            .is_some()
    );
    window.check_accessibility();
    click(&mut window, "Cancel");
    assert!(window.state().document().path.is_none());
    open(&mut window, &path);
    click(&mut window, "Open a copy");
    assert_eq!(window.state().document().name(), "Panel papers (copy)");
    assert!(window.state().document().path.is_none());
    open(&mut window, &path);
    click(&mut window, "Open anyway");
    assert_eq!(window.state().document().path.as_deref(), Some(&*path));
    // Each is told before saving over the other.
    rename(&mut window, "Mine");
    save(&mut window);
    assert_eq!(name_in(&path), "Mine");
    drop(hold);
}

#[test]
fn what_a_crash_left_is_taken_over_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &fixture::project()).unwrap();
    let me = Holder::me();
    let left = format!(
        "Open in Bellwether\nuser: {}\ncomputer: {}\nprocess: 999999999\nsince: 2026-01-01T00:00:00Z\n",
        me.user, me.computer
    );
    std::fs::write(lock_of(&path), left).unwrap();
    let mut window = window(vec![]);
    open(&mut window, &path);
    assert_eq!(window.state().document().path.as_deref(), Some(&*path));
    drop(window);
    assert!(!lock_of(&path).exists());
}

#[test]
fn what_somebody_else_saved_is_compared_before_it_is_overwritten_and_becomes_a_version() {
    let (mut window, folder, path) = window_with_project();
    rename(&mut window, "Mine");
    saved_by_somebody(&path, "Theirs");
    save(&mut window);
    assert!(is_said(
        &window,
        "panel.bellwether was changed by somebody else"
    ));
    assert!(
        window.query_by_label_contains("Theirs").is_some(),
        "what they changed"
    );
    assert!(
        window.query_all_by_label_contains("Mine").next().is_some(),
        "and what was changed here"
    );
    window.check_accessibility();
    assert_eq!(name_in(&path), "Theirs", "nothing is written yet");
    click(&mut window, "Cancel");
    assert!(window.state().document().history.is_dirty());
    save(&mut window);
    click(&mut window, "Overwrite theirs");
    assert_eq!(name_in(&path), "Mine");
    assert!(!window.state().document().history.is_dirty());
    let versions = Versions::of(&path).list(&Disk).unwrap();
    assert_eq!(name_in(&versions[0].path), "Theirs");
    // A copy leaves theirs as it is.
    rename(&mut window, "Mine again");
    saved_by_somebody(&path, "Theirs again");
    save(&mut window);
    click(&mut window, "Save as a copy…");
    assert_eq!(name_in(&path), "Theirs again");
    assert_eq!(
        name_in(&folder.path().join("copy.bellwether")),
        "Mine again"
    );
}

#[test]
fn theirs_can_be_opened_and_mine_is_kept() {
    let (mut window, _folder, path) = window_with_project();
    rename(&mut window, "Mine");
    saved_by_somebody(&path, "Theirs");
    save(&mut window);
    click(&mut window, "Open theirs");
    assert_eq!(window.state().document().name(), "Theirs");
    assert!(!window.state().document().history.is_dirty());
    let versions = Versions::of(&path).list(&Disk).unwrap();
    let names: Vec<String> = versions
        .iter()
        .map(|version| name_in(&version.path))
        .collect();
    assert!(names.contains(&String::from("Mine")), "{names:?}");
    // From here on theirs is what is known.
    rename(&mut window, "More");
    save(&mut window);
    assert_eq!(name_in(&path), "More");
}

#[test]
fn looking_back_at_the_window_tells_quietly_that_somebody_saved() {
    let (mut window, _folder, path) = window_with_project();
    let note = "panel.bellwether was saved by somebody else since you opened it";
    window.event(Event::WindowFocused(true));
    settle(&mut window);
    assert!(!is_said(&window, note));
    saved_by_somebody(&path, "Theirs");
    window.event(Event::WindowFocused(true));
    settle(&mut window);
    assert!(is_said(&window, note));
    click(&mut window, "What differs");
    assert!(is_said(
        &window,
        "panel.bellwether was changed by somebody else"
    ));
    click(&mut window, "Open theirs");
    assert_eq!(window.state().document().name(), "Theirs");
}

#[test]
fn an_earlier_version_is_looked_at_and_restored_and_undone() {
    let (mut window, _folder, path) = window_with_project();
    for name in ["One", "Two", "Three"] {
        rename(&mut window, name);
        save(&mut window);
    }
    let ctx = window.ctx.clone();
    let show = Action::Run(Command::ShowVersions);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    assert!(is_said(&window, "Earlier versions of panel.bellwether"));
    assert!(is_said(&window, "Two"), "the latest is on show");
    assert!(window.query_by_label_contains("2 workbooks").is_some());
    assert!(
        window
            .query_by_label_contains("is called “Three”")
            .is_some(),
        "what changed since"
    );
    window.check_accessibility();
    click(&mut window, "Restore");
    assert_eq!(window.state().document().history.project().name, "Two");
    assert_eq!(name_in(&path), "Three", "not before it is saved");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().document().history.project().name, "Three");
    press(&mut window, Modifiers::COMMAND, Key::Y);
    save(&mut window);
    assert_eq!(name_in(&path), "Two");
    let versions = Versions::of(&path).list(&Disk).unwrap();
    assert_eq!(
        name_in(&versions[0].path),
        "Three",
        "what was there is the latest version"
    );
    open(&mut window, &versions[0].path);
    assert!(
        window.state().document().path.is_none(),
        "a version opens as a copy"
    );
}

#[test]
fn a_file_that_is_damaged_or_gone_offers_the_version_before() {
    let (mut window, _folder, path) = window_with_project();
    rename(&mut window, "Later");
    save(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::N);
    let whole = std::fs::read(&path).unwrap();
    for (damage, said) in [
        (Some(&whole[..whole.len() / 2]), "damaged"),
        (Some(&b""[..]), "not a Bellwether project"),
        (None, "no file any more"),
    ] {
        match damage {
            Some(bytes) => std::fs::write(&path, bytes).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
        open(&mut window, &path);
        assert!(is_said(&window, "panel.bellwether was not opened"));
        assert!(window.query_by_label_contains(said).is_some(), "{said}");
        click(&mut window, "Open the earlier version");
        let document = window.state().document();
        assert_eq!(document.history.project().name, "Panel papers");
        assert_eq!(document.path.as_deref(), Some(&*path));
        assert!(document.has_work_to_lose(), "it is not saved yet");
        press(&mut window, Modifiers::COMMAND, Key::N);
        click(&mut window, "Don’t save");
    }
    open(&mut window, &path);
    click(&mut window, "Open the earlier version");
    save(&mut window);
    assert_eq!(name_in(&path), "Panel papers");
    assert!(backup_path(&path).exists());
}

#[test]
fn a_save_that_fails_says_what_to_do_and_the_project_stays() {
    let (mut window, folder, path) = window_with_project();
    rename(&mut window, "Later");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    save(&mut window);
    assert!(is_said(&window, "panel.bellwether was not saved"));
    assert!(window.query_by_label_contains("marked read-only").is_some());
    assert!(
        window
            .query_by_label_contains("Your work is still open here")
            .is_some()
    );
    assert_eq!(window.state().document().name(), "Later");
    assert!(window.state().document().history.is_dirty());
    window.check_accessibility();
    click(&mut window, "Save elsewhere…");
    assert_eq!(name_in(&folder.path().join("copy.bellwether")), "Later");
    assert_eq!(name_in(&path), "Panel papers");
}

#[test]
fn a_folder_that_is_gone_is_said_and_saving_works_once_it_is_back() {
    let (mut window, folder, path) = window_with_project();
    rename(&mut window, "Later");
    let away = folder.path().with_extension("away");
    std::fs::rename(folder.path(), &away).unwrap();
    save(&mut window);
    assert!(
        window
            .query_by_label_contains("cannot be reached")
            .is_some()
    );
    std::fs::rename(&away, folder.path()).unwrap();
    click(&mut window, "Try again");
    assert_eq!(name_in(&path), "Later");
}

#[test]
fn saving_twice_at_once_saves_the_latest() {
    let (mut window, _folder, path) = window_with_project();
    let ctx = window.ctx.clone();
    for name in ["One", "Two", "Three"] {
        let edit = Action::Edit(Edit::Rename(name.to_owned()));
        window.state_mut().act(&ctx, edit);
        window.state_mut().act(&ctx, Action::Run(Command::Save));
    }
    settle(&mut window);
    assert_eq!(name_in(&path), "Three");
    assert!(!window.state().document().history.is_dirty());
    assert!(!is_said(
        &window,
        "panel.bellwether was changed by somebody else"
    ));
}
