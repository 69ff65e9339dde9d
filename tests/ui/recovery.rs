//! Work that was not saved: kept while the window lives, offered after it ended without closing, and a report of a crash
//! in which nothing of the project stands.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::Arc;

use bellwether::app::crash;
use bellwether::app::recovery::{FoundWork, Sidecar, Work, find};
use bellwether::app::run::{FOLDER_VARIABLE, Run, RunFolder};
use bellwether::project::saving::{Claim, Holder, claim};
use bellwether::project::{Edit, Lock, Passphrase, Project, store};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::fixture;
use crate::window::{Window, act, click, is_said, press, settle, window};

/// A window whose work is kept in a folder.
pub fn kept_in(folder: &Path) -> Window {
    let mut window = window(Vec::new());
    let run = Run::begin(RunFolder::at(folder)).unwrap();
    window.state_mut().keep_work_in(Arc::new(run));
    recovered(&mut window);
    window
}

/// Lets recovery do what it has to do.
fn recovered(window: &mut Window) {
    let ctx = window.ctx.clone();
    settle(window);
    window.state_mut().settle_recovery(&ctx);
    settle(window);
}

pub fn lose_focus(window: &mut Window) {
    window.input_mut().focused = false;
    window.run_ok();
    recovered(window);
    window.input_mut().focused = true;
    window.run_ok();
}

fn rename(window: &mut Window, name: &str) {
    act(window, Action::Edit(Edit::Rename(name.to_owned())));
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn recovery_files(folder: &Path) -> usize {
    let names = files(folder);
    let is_recovery = |name: &&String| name.ends_with(".bellwether");
    names.iter().filter(is_recovery).count()
}

/// A folder with the fixture's project, and one for recovery.
fn folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &fixture::project()).unwrap();
    let kept = folder.path().join("recovery");
    (folder, path, kept)
}

/// A run that ended with the project of a file open and renamed.
fn killed(kept: &Path, path: &Path, name: &str) {
    let mut window = kept_in(kept);
    act(&mut window, Action::OpenPath(path.to_owned()));
    recovered(&mut window);
    rename(&mut window, name);
    lose_focus(&mut window);
    assert_eq!(recovery_files(kept), 1);
}

const ASKED: &str = "Recover unsaved work on “Renamed”?";

#[test]
fn work_of_a_killed_run_is_recovered_as_unsaved_changes_of_its_file() {
    let (_folder, path, kept) = folders();
    let saved = fs::read(&path).unwrap();
    killed(&kept, &path, "Renamed");
    assert_eq!(fs::read(&path).unwrap(), saved, "the file is not touched");

    let mut window = kept_in(&kept);
    assert!(is_said(&window, ASKED));
    assert!(is_said(
        &window,
        "• The project is called “Renamed”, before “Panel papers”"
    ));
    window.check_accessibility();
    click(&mut window, "Recover");
    recovered(&mut window);
    let document = window.state().document();
    assert_eq!(document.history.project().name, "Renamed");
    assert_eq!(document.path.as_deref(), Some(path.as_path()));
    let anna = Holder {
        user: "anna".to_owned(),
        ..Holder::me()
    };
    let claimed = claim(&path, &anna, false);
    assert!(matches!(claimed, Claim::InUse(_)), "others are told of it");
    assert!(document.has_work_to_lose());
    assert_eq!(recovery_files(&kept), 1, "kept by the new run alone");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let history = &window.state().document().history;
    assert_eq!(history.project().name, "Panel papers", "as it was saved");
    act(&mut window, Action::Run(Command::Redo));
    let history = &window.state().document().history;
    assert_eq!(history.project().name, "Renamed", "as it was kept");
    act(&mut window, Action::Run(Command::Save));
    recovered(&mut window);
    assert_eq!(recovery_files(&kept), 0, "what is saved is not kept");
    assert_eq!(store::open(&path).unwrap().project.name, "Renamed");
}

#[test]
fn a_window_that_is_closed_leaves_nothing_and_neither_does_undoing() {
    let (_folder, path, kept) = folders();
    let mut window = kept_in(&kept);
    act(&mut window, Action::OpenPath(path));
    rename(&mut window, "Renamed");
    lose_focus(&mut window);
    assert_eq!(recovery_files(&kept), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    recovered(&mut window);
    assert_eq!(recovery_files(&kept), 0, "nothing is lost");
    press(&mut window, Modifiers::COMMAND, Key::Y);
    lose_focus(&mut window);
    assert_eq!(recovery_files(&kept), 1);
    window.state_mut().end_run();
    assert_eq!(files(&kept), [""; 0], "“Don’t save” was meant");
}

#[test]
fn work_that_never_had_a_file_is_recovered_without_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = kept_in(folder.path());
    act(&mut first, Action::Run(Command::NewProject));
    let sources = fixture::project().sources;
    act(&mut first, Action::Edit(Edit::AddSources(sources)));
    lose_focus(&mut first);
    drop(first);
    let mut window = kept_in(folder.path());
    assert!(is_said(&window, "It was never saved to a file"));
    click(&mut window, "Recover");
    recovered(&mut window);
    let document = window.state().document();
    assert_eq!(document.history.project().sources.len(), 2);
    assert_eq!(document.path, None);
    assert!(document.has_work_to_lose());
}

#[test]
fn what_is_put_off_is_offered_again_and_what_is_discarded_is_not() {
    let (_folder, path, kept) = folders();
    killed(&kept, &path, "Renamed");
    let mut window = kept_in(&kept);
    click(&mut window, "Later");
    assert!(!is_said(&window, ASKED));
    act(&mut window, Action::OpenPath(path.clone()));
    recovered(&mut window);
    assert!(is_said(&window, ASKED), "its project was opened");
    window.state_mut().end_run();
    drop(window);
    let mut window = kept_in(&kept);
    click(&mut window, "Discard…");
    assert!(is_said(&window, "Discard the unsaved work on “Renamed”?"));
    click(&mut window, "Keep it");
    click(&mut window, "Discard…");
    click(&mut window, "Discard");
    recovered(&mut window);
    assert_eq!(recovery_files(&kept), 0);
    assert_eq!(store::open(&path).unwrap().project, fixture::project());
}

#[test]
fn a_file_that_somebody_saved_since_or_took_away_is_said_so() {
    let (_folder, path, kept) = folders();
    killed(&kept, &path, "Renamed");
    let other = Project {
        name: String::from("Of a colleague"),
        ..fixture::project()
    };
    store::save(&path, &other).unwrap();
    let window = kept_in(&kept);
    assert!(is_said(
        &window,
        "• The project is called “Renamed”, before “Of a colleague”"
    ));
    let label = window.query_by_label_contains("saved by somebody since");
    assert!(label.is_some());
    drop(window);
    fs::remove_file(&path).unwrap();
    let window = kept_in(&kept);
    assert!(window.query_by_label_contains("no longer there").is_some());
}

#[test]
fn damaged_and_half_written_files_are_in_nobodys_way() {
    let (_folder, path, kept) = folders();
    killed(&kept, &path, "Renamed");
    let recovery = files(&kept);
    let recovery = recovery.iter().find(|name| name.ends_with(".bellwether"));
    let recovery = kept.join(recovery.unwrap());
    let whole = fs::read(&recovery).unwrap();
    for damaged in [&whole[..whole.len() / 2], b"", b"\xff\xfe\x00", b"(format:"] {
        fs::write(&recovery, damaged).unwrap();
        let found = find(&RunFolder::at(&kept), None, &Lock::open());
        assert_eq!(found.offered().count(), 0);
        assert_eq!(found.damaged_count(), 1);
        fs::rename(recovery.with_extension("damaged"), &recovery).unwrap();
        // The run is forgotten with the last of its files: here it ends once more.
        let marker = recovery.file_stem().unwrap().to_str().unwrap();
        let marker = marker.rsplit_once('-').unwrap().0;
        fs::write(kept.join(format!("{marker}.run")), "half").unwrap();
    }
    fs::write(&recovery, &whole).unwrap();
    for damaged in ["", "(name:", "\u{0}"] {
        fs::write(recovery.with_extension("ron"), damaged).unwrap();
        let found: FoundWork = find(&RunFolder::at(&kept), None, &Lock::open());
        let names: Vec<&str> = found.offered().map(|(name, _)| name).collect();
        assert_eq!(names, ["Renamed"], "without a file, but not lost");
    }
    let window = kept_in(&kept);
    assert!(is_said(&window, ASKED));
}

#[test]
fn work_of_a_locked_project_is_locked_and_offered_only_to_whoever_can_open_it() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("recovery");
    let path = folder.path().join("panel.bellwether");
    let lock = Lock::with(Passphrase::new(String::from("otter kettle Thursday")));
    let saved = Project {
        lock: lock.clone(),
        ..fixture::project()
    };
    store::save(&path, &saved).unwrap();
    let run = Run::begin(RunFolder::at(&kept)).unwrap();
    let work = Work {
        path: run.file(0, "bellwether"),
        sidecar: Sidecar::now(saved.name.clone(), Some(path.clone()), None),
        project: Arc::new(Project {
            name: String::from("Renamed"),
            ..saved
        }),
    };
    work.keep().unwrap();
    drop(run);
    let bytes = fs::read(&work.path).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("Burglary"));
    let folder = RunFolder::at(&kept);
    let found = find(&folder, None, &Lock::open());
    assert_eq!((found.offered().count(), found.damaged_count()), (0, 0));
    drop(found);
    let found = find(&folder, Some(&path), &lock);
    let told: Vec<&str> = found.offered().flat_map(|(_, told)| told.lines()).collect();
    assert_eq!(
        told,
        ["The project is called “Renamed”, before “Panel papers”"]
    );
}

#[test]
fn work_that_its_file_has_already_is_not_offered() {
    let (_folder, path, kept) = folders();
    killed(&kept, &path, "Renamed");
    let work = Project {
        name: String::from("Renamed"),
        ..store::open(&path).unwrap().project
    };
    store::save(&path, &work).unwrap();
    let found = find(&RunFolder::at(&kept), None, &Lock::open());
    let told: Vec<_> = found.offered().collect();
    // What the screen showed is all that may differ still.
    assert!(
        told.iter()
            .all(|(_, differences)| differences.is_view_only())
    );
}

/// What stands in the project of the crashing run and may not stand in its report.
const SECRETS: [&str; 6] = [
    "Secret",
    "4711",
    "Panel papers",
    "survey.xlsx",
    "Burglary",
    "panel.bellwether",
];

#[test]
fn a_crash_leaves_the_work_and_a_report_without_anything_of_it() {
    let (_folder, path, kept) = folders();
    let child = Process::new(std::env::current_exe().unwrap())
        .args(["recovery::child_that_crashes", "--exact", "--ignored"])
        .env(FOLDER_VARIABLE, &kept)
        .env("BELLWETHER_CRASHING", &path)
        .output()
        .unwrap();
    assert!(!child.status.success(), "it crashed");
    let found = find(&RunFolder::at(&kept), None, &Lock::open());
    let work: Vec<String> = found
        .offered()
        .flat_map(|(_, differences)| differences.lines())
        .map(str::to_owned)
        .collect();
    assert!(work.contains(&String::from(
        "The project is called “Secret 4711”, before “Panel papers”"
    )));
    let reports: Vec<String> = found.crash_reports().map(str::to_owned).collect();
    assert_eq!(reports.len(), 1);
    let report = &reports[0];
    for secret in SECRETS {
        assert!(!report.contains(secret), "{secret} in:\n{report}");
    }
    for told in ["recovery.rs", "OpenPath", "Edit Rename", "crash::hook"] {
        assert!(report.contains(told), "{told} not in:\n{report}");
    }
    drop(found);
    let mut window = kept_in(&kept);
    click(&mut window, "Later");
    assert!(is_said(&window, "Bellwether came to a stop last time"));
    window.check_accessibility();
    click(&mut window, "Delete");
    recovered(&mut window);
    assert!(files(&kept).iter().all(|name| !name.starts_with("crash-")));
}

#[test]
#[ignore = "crashes on purpose: run by the test above"]
fn child_that_crashes() {
    let Some(path) = std::env::var_os("BELLWETHER_CRASHING") else {
        return;
    };
    let run = Arc::new(Run::begin(RunFolder::of_user().unwrap()).unwrap());
    crash::install(run.clone());
    let mut window = window(Vec::new());
    window.state_mut().keep_work_in(run);
    act(&mut window, Action::OpenPath(PathBuf::from(path)));
    rename(&mut window, "Secret 4711");
    window.run_ok();
    let project = window.state().document().history.project().clone();
    let cell = format!("{} {}", project.name, project.sources[0].file_name);
    panic!("no row “{cell}”");
}

#[test]
fn a_run_that_was_killed_without_work_says_so_once() {
    let folder = tempfile::tempdir().unwrap();
    drop(Run::begin(RunFolder::at(folder.path())).unwrap());
    let found = find(&RunFolder::at(folder.path()), None, &Lock::open());
    assert_eq!(found.ended_without_a_word().len(), 1);
    let again = find(&RunFolder::at(folder.path()), None, &Lock::open());
    assert!(again.ended_without_a_word().is_empty());
    let report = fs::read_to_string(&found.ended_without_a_word()[0]).unwrap();
    assert!(report.contains("before a window was opened"));
}

#[test]
fn work_is_kept_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let work = |folder: &Path| Work {
        path: folder.join("a-0.bellwether"),
        sidecar: Sidecar::now(String::from("Panel"), None, None),
        project: Arc::new(fixture::project()),
    };
    assert!(work(&folder.path().join("gone")).keep().is_err());
    work(folder.path()).keep().unwrap();
    assert_eq!(files(folder.path()), ["a-0.bellwether", "a-0.ron"]);
}
