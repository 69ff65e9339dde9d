//! Every point of a save, and a thousand at random.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use bellwether::base::atomic_file::backup_path;
use bellwether::project::saving::{self, Expected, SavingError, Versions, newest_whole};
use bellwether::project::{Project, store};
use jiff::Timestamp;

use crate::simulated::{Fault, FaultAt, SimulatedDisk, time};

const FOLDER: &str = "/share";

/// Every way in which an operation can go wrong.
const FAULTS: [Fault; 8] = [
    Fault::Fails(ErrorKind::StorageFull),
    Fault::Fails(ErrorKind::PermissionDenied),
    Fault::Fails(ErrorKind::ResourceBusy),
    Fault::Fails(ErrorKind::NotFound),
    Fault::SaysItFailed(ErrorKind::NetworkDown),
    Fault::SaysItFailed(ErrorKind::TimedOut),
    Fault::Dies,
    Fault::PowerCut,
];

fn path() -> PathBuf {
    Path::new(FOLDER).join("panel.bellwether")
}

/// The file of a project, different for each number.
fn text(number: usize) -> Vec<u8> {
    let project = Project {
        name: format!("Save {number} {}", "of the panel’s papers ".repeat(40)),
        ..Project::default()
    };
    store::to_text(&project).unwrap().into_bytes()
}

fn save(disk: &SimulatedDisk, bytes: &[u8]) -> Result<(), SavingError> {
    let now = Timestamp::try_from(time(disk)).unwrap();
    saving::save(disk, &path(), bytes, Expected::Anything, now).map(|_| ())
}

/// Holds what is on the disk after a save against what may be there.
fn check(disk: &SimulatedDisk, known: &[Vec<u8>], before: Option<&[u8]>, after: &[u8], of: &str) {
    let files = disk.files();
    let whole: BTreeSet<&[u8]> = known.iter().map(Vec::as_slice).collect();
    let main = files.get(&path()).map(Vec::as_slice);
    assert!(
        main == before || main == Some(after),
        "{of}: the project is neither as before nor as saved: {main:?}"
    );
    for (path, contents) in &files {
        let is_scratch = path.extension().is_some_and(|ending| ending == "tmp");
        assert!(
            is_scratch || whole.contains(contents.as_slice()),
            "{of}: {} is not whole",
            path.display()
        );
    }
}

/// Three saves with a fault at each operation of the last, with and without second names for files.
#[test]
fn wherever_a_save_ends_the_project_is_whole() {
    let known: Vec<Vec<u8>> = (0..4).map(text).collect();
    let mut points = 0;
    for has_links in [true, false] {
        for saved_before in 0..3 {
            let made = |seed| {
                let disk = SimulatedDisk::with_folder(Path::new(FOLDER), has_links, seed);
                for bytes in &known[..saved_before] {
                    save(&disk, bytes).unwrap();
                }
                disk
            };
            let before = saved_before.checked_sub(1).map(|at| known[at].as_slice());
            let counting = made(0);
            counting.arm(None);
            save(&counting, &known[3]).unwrap();
            let steps = counting.steps();
            assert!(steps > 6, "{steps}");
            for step in 0..steps {
                for fault in FAULTS {
                    for seed in 0..6 {
                        let disk = made(seed);
                        disk.arm(Some(FaultAt { step, fault }));
                        let result = save(&disk, &known[3]);
                        let of = format!(
                            "{fault:?} at {step} of {steps} after {saved_before} (links: {has_links})"
                        );
                        let dies = matches!(fault, Fault::Dies | Fault::PowerCut);
                        disk.restart();
                        check(&disk, &known, before, &known[3], &of);
                        if !dies && result.is_ok() {
                            assert_eq!(disk.files()[&path()], known[3], "{of}");
                        }
                        if !dies && before.is_some() && result.is_ok() {
                            let versions = Versions::of(&path());
                            let has_version = versions.list(&disk).unwrap().len() == saved_before;
                            let has_backup = disk.files().get(&backup_path(&path()))
                                == before.map(<[u8]>::to_vec).as_ref();
                            assert!(has_version || has_backup, "{of}: nothing is left of before");
                        }
                        // The next save goes through, and leaves nothing behind once its hour has passed.
                        save(&disk, &known[3]).unwrap();
                        assert_eq!(disk.files()[&path()], known[3], "{of}");
                        disk.pass_an_hour();
                        disk.pass_an_hour();
                        save(&disk, &known[3]).unwrap();
                        let left = disk.files();
                        let mut left = left
                            .keys()
                            .filter(|path| path.extension().is_some_and(|e| e == "tmp"));
                        assert_eq!(left.next(), None, "{of}: something is left");
                        points += 1;
                    }
                }
            }
        }
    }
    assert!(points > 1000, "{points}");
}

/// The file is damaged and the one before is whole: no end of a save loses both.
#[test]
fn a_damaged_file_is_replaced_before_its_backup_is() {
    let known: Vec<Vec<u8>> = (0..4).map(text).collect();
    let damaged = b"(format: \"bellwether\", ver".to_vec();
    for has_links in [true, false] {
        for step in 0..40 {
            for fault in FAULTS {
                let disk = SimulatedDisk::with_folder(Path::new(FOLDER), has_links, 7);
                disk.put(&path(), &damaged);
                disk.put(&backup_path(&path()), &known[0]);
                disk.arm(Some(FaultAt { step, fault }));
                let _told = save(&disk, &known[3]);
                disk.restart();
                let files = disk.files();
                let is_new = files[&path()] == known[3];
                let is_kept = files[&backup_path(&path())] == known[0];
                assert!(is_new || is_kept, "{fault:?} at {step}");
            }
        }
    }
}

/// A thousand saves one after the other on two disks, each with a fault at random.
#[test]
fn a_thousand_saves_with_faults_at_random_leave_a_whole_project_each_time() {
    let known: Vec<Vec<u8>> = (0..=1000).map(text).collect();
    for has_links in [true, false] {
        let disk = SimulatedDisk::with_folder(Path::new(FOLDER), has_links, 11);
        save(&disk, &known[0]).unwrap();
        let mut held = known[0].clone();
        let (mut failed, mut random) = (0, 5_usize);
        for (number, bytes) in known.iter().enumerate().skip(1) {
            random = random.wrapping_mul(6_364_136_223).wrapping_add(number);
            let step = (random >> 7) % 30;
            let fault = FAULTS[(random >> 17) % FAULTS.len()];
            disk.arm(Some(FaultAt { step, fault }));
            failed += usize::from(save(&disk, bytes).is_err());
            disk.restart();
            let of = format!("save {number}, {fault:?} at {step}");
            check(&disk, &known, Some(&held), bytes, &of);
            held.clone_from(&disk.files()[&path()]);
            if number % 50 == 0 {
                disk.pass_an_hour();
                disk.pass_an_hour();
            }
        }
        assert!((200..900).contains(&failed), "{failed} of 1,000 failed");
        let versions = Versions::of(&path()).list(&disk).unwrap();
        assert!((5..=45).contains(&versions.len()), "{}", versions.len());
    }
}

/// What stands in for a file that is missing or cut short, at whatever length.
#[test]
fn the_newest_whole_copy_is_found() {
    use bellwether::base::file_system::Disk;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let now: Timestamp = "2026-03-20T17:30:00Z".parse().unwrap();
    assert!(newest_whole(&Disk, &path).is_none());
    for number in 0..3 {
        let now = now + jiff::Span::new().seconds(i64::try_from(number).unwrap());
        saving::save(&Disk, &path, &text(number), Expected::Anything, now).unwrap();
    }
    let name = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        store::parse(&text).unwrap().project.name
    };
    let found = newest_whole(&Disk, &path).unwrap();
    assert_eq!(found.opened.project.name, name(text(1)));
    for damaged in [&b""[..], &text(1)[..200], &[0; 500]] {
        // Another file: the one before and its version may be one on the disk.
        std::fs::remove_file(backup_path(&path)).unwrap();
        std::fs::write(backup_path(&path), damaged).unwrap();
        let found = newest_whole(&Disk, &path).unwrap();
        assert!(Versions::is_version(&found.path));
        assert_eq!(found.opened.project.name, name(text(1)));
    }
    let versions = Versions::of(&path).list(&Disk).unwrap();
    std::fs::write(&versions[0].path, b"").unwrap();
    let found = newest_whole(&Disk, &path).unwrap();
    assert_eq!(found.opened.project.name, name(text(0)));
}
