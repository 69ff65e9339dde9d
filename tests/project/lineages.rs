//! What became of which priorities: declared, declared otherwise, withdrawn, undone, and kept in the file.

use bellwether::analysis::assessments::{LineageLink, ReviewKey};
use bellwether::data::Period;
use bellwether::project::store;
use bellwether::project::{
    Edit, EditError, History, LineageEdit, MatrixDrawing, MatrixSpec, Project,
};

fn key(year: i16) -> ReviewKey {
    ReviewKey {
        title: String::from("review of priorities"),
        period: Period::calendar_year(year),
    }
}

fn link(from: &[&str], to: &[&str]) -> LineageLink {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    LineageLink {
        from: owned(from),
        to: owned(to),
    }
}

fn declare(from: &[&str], to: &[&str]) -> Edit {
    Edit::Lineages(LineageEdit::Declare {
        earlier: key(2022),
        later: key(2023),
        link: link(from, to),
    })
}

#[test]
fn links_are_declared_replaced_withdrawn_and_undone() {
    let mut history = History::new(Project::default());
    history
        .apply(declare(&["Cyber & financial"], &["Cyber", " Financial "]))
        .unwrap();
    assert_eq!(history.undo_label(), Some("Link “Cyber & financial”"));
    assert_eq!(
        history.project().lineages[0].links,
        [link(&["Cyber & financial"], &["Cyber", "Financial"])],
        "cleaned"
    );
    history.apply(declare(&["Hate crime"], &[])).unwrap();
    assert_eq!(
        history.undo_label(),
        Some("Declare “Hate crime” as dropped")
    );
    // What was said of the same priorities goes.
    history.apply(declare(&[], &["Cyber"])).unwrap();
    assert_eq!(
        history.project().lineages[0].links,
        [link(&["Hate crime"], &[]), link(&[], &["Cyber"])]
    );
    let withdraw = |from: &[&str], to: &[&str]| {
        Edit::Lineages(LineageEdit::Withdraw {
            earlier: key(2022),
            later: key(2023),
            link: link(from, to),
        })
    };
    let project = history.project().clone();
    assert_eq!(
        project.apply(withdraw(&["Burglary"], &[])),
        Err(EditError::NoSuchLink)
    );
    history.apply(withdraw(&["hate crime"], &[])).unwrap();
    history.apply(withdraw(&[], &["Cyber"])).unwrap();
    assert!(history.project().lineages.is_empty());
    while history.undo().is_some() {}
    assert_eq!(**history.project(), Project::default());
}

#[test]
fn several_cannot_become_several() {
    let project = Project::default();
    for (from, to) in [
        (&["A", "B"][..], &["C", "D"][..]),
        (&[], &[]),
        (&[" "], &[]),
    ] {
        assert_eq!(
            project.apply(declare(from, to)),
            Err(EditError::UnsoundLink)
        );
    }
}

#[test]
fn they_are_kept_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reviews.bellwether");
    let mut project = Project::default()
        .apply(declare(&["A"], &["B", "C"]))
        .unwrap();
    let matrix = MatrixSpec {
        drawing: MatrixDrawing::Grid,
        review: Some(key(2023)),
        up: Some(String::from("Community harm")),
        ..MatrixSpec::default()
    };
    project = project.apply(Edit::SetMatrix(matrix)).unwrap();
    store::save(&path, &project).unwrap();
    assert_eq!(store::open(&path).unwrap().project, project);
}
