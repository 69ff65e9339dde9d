//! Breaks in series as part of the document: declared, changed, removed, undone and saved.

use bellwether::analysis::MeasureKey;
use bellwether::analysis::breaks::{BreakId, BreakScope, BreakSpec, SetAside};
use bellwether::data::{BreakReason, Measure, Period, SourceId, Unit};
use bellwether::project::{BreakEdit, Edit, EditError, History, Project, store};

fn spec() -> BreakSpec {
    BreakSpec {
        id: BreakId::default(),
        of: BreakScope::Measure {
            key: MeasureKey::of(&Measure::named("Feel safe", Unit::Percent)),
            name: String::from("Feel safe"),
        },
        area: String::new(),
        from: Period::financial_year(2019).unwrap(),
        reason: BreakReason::Mode,
        words: String::from("  online  since April "),
    }
}

#[test]
fn a_break_is_declared_changed_removed_and_undone() {
    let mut history = History::new(Project::default());
    let edit = |edit| Edit::Breaks(edit);
    history.apply(edit(BreakEdit::Declare(spec()))).unwrap();
    assert!(history.has_work_to_lose());
    let held = history.project().breaks.declared[0].clone();
    assert_eq!(
        (held.id, held.words.as_str()),
        (BreakId(1), "online since April")
    );
    let changed = BreakSpec {
        reason: BreakReason::Wording,
        ..held.clone()
    };
    history.apply(edit(BreakEdit::Change(changed))).unwrap();
    assert_eq!(
        history.project().breaks.declared[0].reason,
        BreakReason::Wording
    );
    history.apply(edit(BreakEdit::Remove(held.id))).unwrap();
    assert!(history.project().breaks.is_empty());
    assert_eq!(
        history.apply(edit(BreakEdit::Remove(held.id))),
        Err(EditError::NoSuchBreak)
    );
    assert_eq!(
        history.undo().as_deref(),
        Some("Remove the break in “Feel safe”")
    );
    history.undo();
    assert_eq!(history.project().breaks.declared, [held]);
    assert_eq!(
        history.undo().as_deref(),
        Some("Declare a break in “Feel safe”")
    );
    assert!(!history.has_work_to_lose());
}

#[test]
fn breaks_are_saved_and_a_file_without_any_says_nothing_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("breaks.bellwether");
    store::save(&path, &Project::default()).unwrap();
    assert!(!std::fs::read_to_string(&path).unwrap().contains("breaks"));
    let note = SetAside {
        source: SourceId::of_bytes(b"return"),
        measure: MeasureKey::of(&Measure::named("Burglary", Unit::Count)),
        from: jiff::civil::date(2017, 4, 1),
    };
    let project = Project::default()
        .apply(Edit::Breaks(BreakEdit::Replace(note.clone(), spec())))
        .unwrap();
    store::save(&path, &project).unwrap();
    let opened = store::open(&path).unwrap().project;
    assert_eq!(opened, project);
    assert_eq!(
        opened.breaks.set_aside.as_slice(),
        std::slice::from_ref(&note)
    );
    let heeded = opened
        .apply(Edit::Breaks(BreakEdit::HeedNotes(
            vec![note],
            String::from("Burglary"),
        )))
        .unwrap();
    assert!(heeded.breaks.set_aside.is_empty());
}
