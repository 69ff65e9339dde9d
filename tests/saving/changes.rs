//! Changes by somebody else, versions kept over many saves, and what the file system refuses, on a real disk.

use std::path::Path;

use bellwether::base::atomic_file::backup_path;
use bellwether::base::file_system::Disk;
use bellwether::project::saving::{self, Expected, Fingerprint, SavingError, Versions};
use bellwether::project::{Project, store};
use jiff::{Timestamp, ToSpan as _};

fn text(name: &str) -> Vec<u8> {
    let project = Project {
        name: name.to_owned(),
        ..Project::default()
    };
    store::to_text(&project).unwrap().into_bytes()
}

fn now() -> Timestamp {
    Timestamp::now()
}

#[test]
fn what_somebody_else_saved_is_noticed_and_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let mine = saving::save(&Disk, &path, &text("mine"), Expected::Nothing, now()).unwrap();
    assert!(mine.fingerprint.changed(&Disk, &path).is_none());
    let theirs = saving::save(&Disk, &path, &text("theirs"), Expected::Anything, now()).unwrap();
    let seen = mine.fingerprint.changed(&Disk, &path).unwrap();
    assert!(seen.has_contents_of(&theirs.fingerprint));
    let expected = Expected::AsRead(mine.fingerprint);
    let error = saving::save(&Disk, &path, &text("more"), expected, now()).unwrap_err();
    assert!(matches!(error, SavingError::Changed { .. }));
    assert_eq!(std::fs::read(&path).unwrap(), text("theirs"));
    let expected = Expected::AsRead(theirs.fingerprint);
    saving::save(&Disk, &path, &text("more"), expected, now()).unwrap();
    let error = saving::save(&Disk, &path, &text("x"), Expected::Nothing, now()).unwrap_err();
    assert!(matches!(error, SavingError::Changed { .. }));
    let versions = Versions::of(&path).list(&Disk).unwrap();
    let held = |at: usize| std::fs::read(&versions[at].path).unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(
        [held(0), held(1)].map(|v| v.len()),
        [text("theirs").len(), text("mine").len()]
    );
}

#[test]
fn a_file_written_again_with_the_same_contents_is_no_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let saved = saving::save(&Disk, &path, &text("one"), Expected::Nothing, now()).unwrap();
    std::fs::write(&path, text("one")).unwrap();
    let later = std::time::SystemTime::now() + std::time::Duration::from_mins(1);
    let file = std::fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(later).unwrap();
    assert!(saved.fingerprint.changed(&Disk, &path).is_none());
    let expected = Expected::AsRead(saved.fingerprint);
    saving::save(&Disk, &path, &text("one"), expected, now()).unwrap();
    assert!(
        Versions::of(&path).list(&Disk).unwrap().is_empty(),
        "what did not change is no version"
    );
    // A file that is gone is written again.
    std::fs::remove_file(&path).unwrap();
    assert!(saved.fingerprint.changed(&Disk, &path).is_none());
    saving::save(&Disk, &path, &text("one"), expected, now()).unwrap();
}

#[test]
fn versions_are_the_bytes_of_the_file_whatever_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.bellwether");
    let locked: Vec<u8> = (0..=255).cycle().take(5000).collect();
    std::fs::write(&path, &locked).unwrap();
    saving::save(&Disk, &path, &text("open"), Expected::Anything, now()).unwrap();
    let versions = Versions::of(&path).list(&Disk).unwrap();
    assert_eq!(std::fs::read(&versions[0].path).unwrap(), locked);
    assert_eq!(std::fs::read(backup_path(&path)).unwrap(), locked);
    assert!(versions[0].is_of(&Fingerprint::of_bytes(&locked, None)));
}

#[test]
fn a_hundred_saves_keep_the_last_ten_and_one_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let begin: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
    for number in 0..100_i64 {
        let at = begin + (number * 6).hours();
        saving::save(
            &Disk,
            &path,
            &text(&number.to_string()),
            Expected::Anything,
            at,
        )
        .unwrap();
        // As if it had been saved at that time.
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(at.into()).unwrap();
    }
    let versions = Versions::of(&path).list(&Disk).unwrap();
    assert!((28..=34).contains(&versions.len()), "{}", versions.len());
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(
        files, 3,
        "the project, the one before, and the folder of versions"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_drive_is_said_and_the_project_stays() {
    // /dev/full takes nothing; the project lies beside a link to it, so that only the writing fails.
    let error = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .and_then(|mut full| std::io::Write::write_all(&mut full, b"x"))
        .unwrap_err();
    let words = saving::save_failure_words(Path::new("/share/panel.bellwether"), 100, &error);
    assert!(
        words.contains("no room left on the drive of /share"),
        "{words}"
    );
}

#[test]
fn a_file_marked_read_only_and_a_folder_that_is_gone_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    std::fs::write(&path, text("one")).unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let error = saving::save(&Disk, &path, &text("two"), Expected::Anything, now()).unwrap_err();
    assert!(error.to_string().contains("marked read-only"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), text("one"));
    let gone = folder.path().join("gone").join("panel.bellwether");
    let error = saving::save(&Disk, &gone, &text("two"), Expected::Anything, now()).unwrap_err();
    assert!(error.to_string().contains("cannot be reached"), "{error}");
}
