//! `bellwether versions`, and commands that change a project somebody has open.

use std::path::{Path, PathBuf};

use bellwether::project::saving::{Claim, Holder, claim};
use bellwether::project::store;

use crate::run::{bellwether, text};

/// A project of one workbook, into which a second was imported since.
fn project(folder: &Path) -> PathBuf {
    let path = folder.join("panel.bellwether");
    for (name, measure) in [("thefts.csv", "Theft"), ("fires.csv", "Fires")] {
        let workbook = folder.join(name);
        let table = format!("{measure}\nArea,2019/20,2020/21\nAshfield,120,110\nMansfield,80,85\n");
        std::fs::write(&workbook, table).unwrap();
        let run = bellwether(&["import", text(&workbook), "--project", text(&path)]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    path
}

#[test]
fn versions_are_listed_compared_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    let list = bellwether(&["versions", text(&path)]);
    assert!(
        list.out.starts_with("number,saved,bytes,file\n1,"),
        "{}",
        list.out
    );
    assert_eq!(list.out.lines().count(), 2);
    let compared = bellwether(&["versions", text(&path), "--compare", "1"]);
    assert!(compared.out.contains("fires.csv"), "{}", compared.out);
    let before = std::fs::read(&path).unwrap();
    let restored = bellwether(&["versions", text(&path), "--restore", "1"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert_eq!(store::open(&path).unwrap().project.sources.len(), 1);
    let back = bellwether(&["versions", text(&path), "--restore", "1"]);
    assert_eq!(back.code, 0, "{}", back.err);
    assert_eq!(
        std::fs::read(&path).unwrap(),
        before,
        "what was there became a version"
    );
    let none = bellwether(&["versions", text(&path), "--restore", "9"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("there is no version 9"), "{}", none.err);
}

#[test]
fn a_project_that_somebody_has_open_is_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    let before = std::fs::read(&path).unwrap();
    let anna = Holder {
        user: String::from("anna"),
        computer: String::from("PC-12"),
        process: 1,
        since: None,
    };
    let Claim::Held(hold) = claim(&path, &anna, false) else {
        panic!("nobody has it open");
    };
    let workbook = folder.path().join("thefts.csv");
    let import = ["import", text(&workbook), "--project", text(&path)];
    let run = bellwether(&import);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("open in use by anna on PC-12"),
        "{}",
        run.err
    );
    assert!(run.err.contains("~$panel.bellwether"), "{}", run.err);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let list = bellwether(&["versions", text(&path)]);
    assert_eq!(list.code, 0, "looking changes nothing");
    drop(hold);
    assert_eq!(bellwether(&import).code, 0);
}
