//! Projects that are locked with a passphrase.

use bellwether::base::file_system::Disk;
use bellwether::project::saving::{self, Expected, Versions};
use bellwether::project::store::{self, OpenError};
use bellwether::project::{Edit, History, Lock, Passphrase, Project};

use crate::files::{bellwether, said, sample};

const MARK: &str = "Nottinghamshire";

fn lock(words: &str) -> Lock {
    Lock::with(Passphrase::new(words.to_owned()))
}

fn named(name: &str) -> Project {
    Project {
        name: name.to_owned(),
        ..Project::default()
    }
}

#[test]
fn a_locked_project_opens_with_its_passphrase_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.bellwether");
    let project = Project {
        lock: lock("otter kettle brick"),
        ..named("Hidden in Ashfield")
    };
    store::save(&path, &project).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(store::is_locked(&bytes));
    assert!(!String::from_utf8_lossy(&bytes).contains("Ashfield"));
    assert!(matches!(store::open(&path), Err(OpenError::Locked)));
    assert!(matches!(
        store::open_with(&path, &lock("otter kettle Brick")),
        Err(OpenError::WrongPassphrase)
    ));
    let opened = store::open_with(&path, &project.lock).unwrap().project;
    assert_eq!(opened, project, "it is locked when it is saved again, too");
    // Damage is not taken for a wrong passphrase, and nothing of it is read.
    let mut broken = bytes.clone();
    let last = broken.len() - 80;
    broken[last] ^= 1;
    assert!(matches!(
        store::from_bytes(broken, &project.lock),
        Err(OpenError::DamagedLock)
    ));
    let words = format!("{:?}{:?}", project.lock, opened.lock);
    assert!(!words.contains("otter"), "no message shows it: {words}");
}

/// What says that it is locked with these locks, each a line and a key.
fn locked_with(locks: &str) -> Vec<u8> {
    let seal = "A".repeat(43);
    let head = format!("age-encryption.org/v1\n{locks}--- {seal}\n");
    [head.as_bytes(), &[0; 48]].concat()
}

#[test]
fn a_passphrase_is_asked_for_where_one_can_be_tried() {
    let key = "A".repeat(43);
    let lock = |kind: &str| format!("-> {kind}\n{key}\n");
    let by_passphrase = |work: &str| lock(&format!("scrypt {} {work}", "A".repeat(22)));
    let asked = |bytes: &[u8]| store::from_bytes(bytes.to_vec(), &Lock::open()).unwrap_err();
    for work in ["17", "20"] {
        let bytes = locked_with(&by_passphrase(work));
        assert!(matches!(asked(&bytes), OpenError::Locked), "{work}");
        let cut = asked(&bytes[..120]);
        assert!(matches!(cut, OpenError::DamagedLock), "{cut}");
    }
    let otherwise = [
        by_passphrase("21"),
        by_passphrase("63"),
        lock(&format!("X25519 {key}")),
        // The cipher would take minutes to read so many.
        "-> a\n\n".repeat(100_000),
    ];
    for locks in otherwise {
        let error = asked(&locked_with(&locks));
        assert!(matches!(error, OpenError::LockedOtherwise), "{error}");
    }
    for locks in [
        "",
        "-> scrypt A\n",
        &by_passphrase("300"),
        &by_passphrase("17").repeat(2),
    ] {
        let error = asked(&locked_with(locks));
        assert!(matches!(error, OpenError::DamagedLock), "{error}");
    }
}

#[test]
fn a_locked_project_opens_from_an_editor_and_never_asks_twice() {
    let lock = lock("otter kettle brick");
    let project = Project {
        lock: lock.clone(),
        ..named("Hidden in Ashfield")
    };
    let text = store::to_text(&project).unwrap();
    let from_editor = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert!(store::is_locked(from_editor.as_bytes()));
    let opened = store::from_bytes(from_editor.into_bytes(), &lock).unwrap();
    assert_eq!(opened.project, project);
    let mut recipient = age::scrypt::Recipient::new("otter kettle brick".to_owned().into());
    recipient.set_work_factor(1);
    let twice = age::encrypt(&recipient, text.as_bytes()).unwrap();
    assert!(matches!(
        store::from_bytes(twice, &lock),
        Err(OpenError::LockedOtherwise)
    ));
}

#[test]
fn nothing_unlocked_stays_beside_a_project_that_was_locked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &named("Hidden one")).unwrap();
    store::save(&path, &named("Hidden two")).unwrap();
    let locked = |name: &str| Project {
        lock: lock("otter kettle brick"),
        ..named(name)
    };
    for name in ["Hidden three", "Hidden four"] {
        store::save(&path, &locked(name)).unwrap();
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let held = std::fs::read(entry.unwrap().path()).unwrap();
            assert!(!String::from_utf8_lossy(&held).contains("Hidden"));
        }
    }
    let backup = folder.path().join("panel.bellwether.bak");
    let before = store::open_with(&backup, &lock("otter kettle brick")).unwrap();
    assert_eq!(before.project.name, "Hidden three");
}

#[test]
fn versions_of_a_locked_project_are_locked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let save = |name: &str, lock: Lock, hour: &str| {
        let project = Project {
            lock,
            ..named(name)
        };
        let bytes = store::to_text(&project).unwrap().into_bytes();
        let now = format!("2026-03-20T{hour}:00:00Z").parse().unwrap();
        let saved = saving::save(&Disk, &path, &bytes, Expected::Anything, now).unwrap();
        assert_eq!((saved.not_kept, saved.left_unlocked), (None, None));
        Versions::of(&path).list(&Disk).unwrap()
    };
    save("Hidden one", Lock::open(), "09");
    assert_eq!(save("Hidden two", Lock::open(), "10").len(), 1);
    let secret = lock("otter kettle brick");
    assert!(save("Hidden three", secret.clone(), "11").is_empty());
    assert!(!folder.path().join("panel.bellwether.bak").exists());
    let versions = save("Hidden four", secret.clone(), "12");
    let [version] = versions.as_slice() else {
        panic!("{versions:?}");
    };
    assert!(store::is_locked_file(&version.path));
    let before = store::open_with(&version.path, &secret).unwrap();
    assert_eq!(before.project.name, "Hidden three");
}

#[test]
fn undo_neither_locks_nor_unlocks() {
    let mut history = History::new(named("one"));
    history.apply(Edit::Rename(String::from("two"))).unwrap();
    history.mark_saved(history.revision());
    let writing = history.revision();
    history.set_lock(&lock("otter kettle brick"));
    assert!(history.is_dirty() && history.has_work_to_lose());
    history.mark_saved(writing);
    assert!(history.is_dirty(), "what was being written is not locked");
    history.undo();
    assert_eq!(history.project().name, "one");
    assert!(history.project().lock.is_locked());
    history.redo();
    history.mark_saved(history.revision());
    assert!(!history.is_dirty());
    history.undo();
    assert!(history.is_dirty());
}

#[test]
fn the_command_line_asks_for_the_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.bellwether");
    std::fs::copy(sample("Nottinghamshire.bellwether"), &path).unwrap();
    let secret = folder.path().join("passphrase");
    std::fs::write(&secret, "otter kettle brick\r\n").unwrap();
    let (file, secret) = (path.to_str().unwrap(), secret.to_str().unwrap());
    let words = said(&["lock", file, "--new-passphrase-file", secret]);
    assert!(words.contains("no other way in"), "{words}");
    assert!(!String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains(MARK));
    assert!(said(&["stories", file, "--passphrase-file", secret]).contains("Safety update"));
    let wrong = folder.path().join("wrong");
    std::fs::write(&wrong, "otter").unwrap();
    let refused = bellwether(&[
        "stories",
        file,
        "--passphrase-file",
        wrong.to_str().unwrap(),
    ]);
    let refused = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.contains("not the passphrase"), "{refused}");
    said(&["lock", file, "--remove", "--passphrase-file", secret]);
    assert!(store::open(&path).is_ok());
}
