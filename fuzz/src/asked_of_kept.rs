//! What must hold for the small files that the program itself keeps: beside a project, where others can write, and
//! among the user's own.
#![expect(
    clippy::disallowed_methods,
    reason = "what is broken is written as it is"
)]

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::kept::Kept;
use crate::app::run::{Marker, RunFolder};
use crate::app::sidecar::Sidecar;
use crate::project::saving::{Claim, Fingerprint, Holder, Retention, Versions, claim};
use crate::shelf::Shelf;

/// No longer name is told of anybody.
const LONGEST_WORD: usize = 80;

/// The first byte says of which kind a file is.
pub fn kept(input: &[u8]) {
    let Some((kind, content)) = input.split_first() else {
        return;
    };
    match kind % 5 {
        0 => said_to_be_open(content),
        1 => versions(content),
        2 => preferences(content),
        3 => left_by_a_run(content),
        _ => noted_of_work::<Sidecar>(content),
    }
}

/// The file beside a project that says who has it open: what it tells of them is told on one line, and nobody is kept
/// out for good.
fn said_to_be_open(content: &[u8]) {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let project = folder.path().join("panel.bellwether");
    let lock = folder.path().join("~$panel.bellwether");
    fs::write(&lock, content).expect("there is room for a file");
    let me = Holder {
        user: String::from("anna"),
        computer: String::from("PC-1"),
        process: std::process::id(),
        since: None,
    };
    match claim(&project, &me, false) {
        Claim::Held(hold) => drop(hold),
        Claim::InUse(holder) => {
            for word in [&holder.user, &holder.computer] {
                assert!(word.chars().count() <= LONGEST_WORD, "{holder:?}");
                assert!(!word.contains(char::is_control), "{holder:?}");
            }
            assert!(!holder.words().is_empty());
            let untouched = fs::read(&lock).expect("it is still there");
            assert_eq!(untouched, content);
            let insists = claim(&project, &me, true);
            assert!(matches!(insists, Claim::Held(_)), "{insists:?}");
        }
        Claim::NotWritable(error) => panic!("{error}"),
    }
    assert!(!lock.exists(), "it is let go");
}

/// The folder of earlier versions, where anybody may have put anything: a line for each file, its name and, behind a
/// tab, the milliseconds at which it was written. The first is the project.
fn versions(content: &[u8]) {
    let Ok(text) = std::str::from_utf8(content) else {
        return;
    };
    let now = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * 20_000);
    let project = Path::new("panel.bellwether");
    let versions = Versions::of(project);
    let shelf = Shelf::default();
    let mut modified = None;
    for (number, line) in text.lines().enumerate() {
        let (name, written) = line.split_once('\t').unwrap_or((line, ""));
        let written = written.parse().ok().and_then(moment);
        if number == 0 {
            modified = written;
            shelf.put(project, written);
        } else if !name.is_empty() && !name.contains(['/', '\\']) {
            shelf.put(&versions.folder().join(name), written);
        }
    }
    shelf.put(project, modified);
    let before = shelf.paths();
    let fingerprint = Fingerprint {
        length: 0,
        modified,
        hash: blake3::hash(content),
    };
    versions
        .keep(&shelf, project, &fingerprint, now)
        .expect("nothing fails on a shelf");
    let listed = versions.list(&shelf).expect("nothing fails on a shelf");
    assert!(listed.is_sorted_by(|one, next| one.saved >= next.saved));
    assert!(
        listed.iter().any(|version| version.is_of(&fingerprint)),
        "what was kept is found again: {:?}",
        shelf.paths()
    );
    versions.thin(&shelf, Retention::default(), now);
    for path in before {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_ours = Versions::is_version(&path) || name.starts_with(".bellwether-");
        assert!(is_ours || shelf.paths().contains(&path), "{path:?} is gone");
    }
    if let Some(latest) = listed.first() {
        assert!(shelf.paths().contains(&latest.path), "the latest stays");
    }
}

fn moment(milliseconds: i64) -> Option<SystemTime> {
    let span = Duration::from_millis(milliseconds.unsigned_abs());
    if milliseconds < 0 {
        SystemTime::UNIX_EPOCH.checked_sub(span)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(span)
    }
}

/// The preferences with the recent projects: the window can be read, and what was read is written.
fn preferences(content: &[u8]) {
    let text = std::str::from_utf8(content).ok();
    let Some(kept) = text.and_then(Kept::parse) else {
        return;
    };
    assert!((0.5..=3.0).contains(&kept.zoom));
    let written = kept.to_text().expect("what was read is written");
    let again = Kept::parse(&written).expect("what was written is read");
    assert_eq!(again.to_text().ok(), Some(written));
}

/// What a run left that ended without closing: that it did is known whatever its marker says.
fn left_by_a_run(content: &[u8]) {
    let place = tempfile::tempdir().expect("there is room for a folder");
    let marker = place.path().join("20260320-173000000-4.run");
    fs::write(&marker, content).expect("there is room for a file");
    let folder = RunFolder::at(place.path());
    let left = folder.left();
    let [run] = left.as_slice() else {
        panic!("{left:?}");
    };
    assert!(run.files("bellwether").is_empty());
    if run.marker.is_some() {
        noted_of_work::<Marker>(content);
    }
    run.forget();
    assert!(!marker.exists());
}

/// What is noted beside work that was not saved, or of a run, is the same when it is written and read.
fn noted_of_work<Note>(content: &[u8])
where
    Note: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let text = std::str::from_utf8(content).ok();
    if let Some(note) = text.and_then(|text| ron::from_str::<Note>(text).ok()) {
        let written = ron::to_string(&note).expect("what was read is written");
        let again: Note = ron::from_str(&written).expect("what was written is read");
        assert_eq!(note, again);
    }
}
