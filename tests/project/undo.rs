//! Undo takes everything back, redo makes it again, whatever was done; the mark of unsaved work is exact.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use bellwether::project::store;
use bellwether::project::{History, Project};
use proptest::prelude::*;

use crate::every_edit::{self, Dice, KINDS};
use crate::sample;

/// What somebody does.
#[derive(Clone, Debug)]
enum Act {
    /// An edit of a kind, by chance.
    Edit(usize, u64),
    Undo,
    Redo,
    /// Saves what is there now.
    Save,
    /// Begins to save: what is written is what is there now, however long it takes.
    BeginSaving,
    /// Opens a step that takes in edits, such as a drag.
    Begin,
    Commit,
    Abort,
}

fn act() -> impl Strategy<Value = Act> {
    let edit = (0..KINDS.len(), any::<u64>()).prop_map(|(kind, chance)| Act::Edit(kind, chance));
    prop_oneof![
        16 => edit,
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::Save),
        1 => Just(Act::BeginSaving),
        1 => Just(Act::Begin),
        1 => Just(Act::Commit),
        1 => Just(Act::Abort),
    ]
}

/// The example that comes with the program.
fn example() -> Arc<Project> {
    static EXAMPLE: OnceLock<Arc<Project>> = OnceLock::new();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/Nottinghamshire.bellwether");
    EXAMPLE
        .get_or_init(|| Arc::new(store::open(&path).unwrap().project))
        .clone()
}

/// The text of a project's file without its imported values, which no edit touches and which take long to write.
fn text_without_sources(project: &Project) -> String {
    let ids: Vec<String> = project
        .sources
        .iter()
        .map(|held| held.id.to_string())
        .collect();
    let without = Project {
        sources: Vec::new(),
        ..project.clone()
    };
    format!("{ids:?}\n{}", store::to_text(&without).unwrap())
}

/// Does things with a project; what holds at any time is checked at any time, and all is undone and redone at the end.
fn holds(start: &Project, acts: &[Act], text: fn(&Project) -> String) -> Result<(), TestCaseError> {
    let mut history = History::new(start.clone());
    let mut saved = start.clone();
    let mut writing: Option<(Project, u64)> = None;
    // Whether the saved state is still held: one that was written while it was undone and done otherwise is not, and
    // is asked about rather than lost.
    let mut is_held = true;
    for act in acts {
        match act {
            Act::Edit(kind, chance) => {
                let before = history.project().clone();
                let revision = history.revision();
                let edit = every_edit::make(KINDS[*kind], &mut Dice(*chance), &before);
                prop_assert_eq!(every_edit::kind_of(&edit), KINDS[*kind]);
                prop_assert!(!edit.label(&before).trim().is_empty());
                if history.apply(edit).is_err() {
                    // An edit that does not fit changes nothing.
                    prop_assert_eq!(&before, history.project());
                    prop_assert_eq!(revision, history.revision());
                }
            }
            Act::Undo => {
                history.undo();
            }
            Act::Redo => {
                history.redo();
            }
            Act::Save => {
                is_held = true;
                saved = history.project().as_ref().clone();
                history.mark_saved(history.revision());
            }
            Act::BeginSaving => {
                // What was written before is on the disk by now.
                if let Some((written, revision)) = writing.take() {
                    is_held = false;
                    saved = written;
                    history.mark_saved(revision);
                }
                writing = Some((history.project().as_ref().clone(), history.revision()));
            }
            Act::Begin => history.begin("A drag"),
            Act::Commit => history.commit(),
            Act::Abort => history.abort(),
        }
        let is_same = **history.project() == saved;
        prop_assert!(history.is_dirty() || is_same);
        if is_held {
            prop_assert_eq!(history.is_dirty(), !is_same);
        }
        prop_assert!(!history.has_work_to_lose() || history.is_dirty());
        for label in [history.undo_label(), history.redo_label()] {
            prop_assert!(label.is_none_or(|label| !label.trim().is_empty()));
        }
    }
    history.commit();
    while history.redo().is_some() {}
    let end = history.project().clone();
    let mut steps = Vec::new();
    while let Some(label) = history.undo() {
        steps.push(label);
    }
    prop_assert_eq!(history.project().as_ref(), start);
    prop_assert_eq!(text(history.project()), text(start));
    let mut again = Vec::new();
    while let Some(label) = history.redo() {
        again.push(label);
    }
    again.reverse();
    prop_assert_eq!(steps, again);
    prop_assert_eq!(history.project(), &end);
    prop_assert_eq!(text(history.project()), text(&end));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn undo_all_is_the_start_and_redo_all_the_end(acts in prop::collection::vec(act(), 0..120)) {
        holds(&sample::project(), &acts, |project| store::to_text(project).unwrap())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn undo_takes_everything_back_in_the_example(acts in prop::collection::vec(act(), 0..120)) {
        holds(&example(), &acts, text_without_sources)?;
    }
}

/// The tests above would prove little of edits that never fit.
#[test]
fn every_kind_of_edit_is_made_and_changes_something() {
    let mut project = example().as_ref().clone();
    let mut made: BTreeSet<&str> = BTreeSet::new();
    let mut dice = Dice(7);
    for _ in 0..30 {
        for kind in KINDS {
            let edit = every_edit::make(kind, &mut dice, &project);
            assert_eq!(every_edit::kind_of(&edit), *kind);
            // All but a few of the workbooks stay, so that the other edits have something to be about.
            if *kind == "remove source" && project.sources.len() < 6 {
                continue;
            }
            if let Ok(changed) = project.apply(edit)
                && changed != project
            {
                made.insert(kind);
                project = changed;
            }
        }
    }
    let missing: Vec<&&str> = KINDS.iter().filter(|kind| !made.contains(**kind)).collect();
    assert!(missing.is_empty(), "never made: {missing:?}");
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert_eq!(opened.project, project, "what any edit makes is saved");
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
}
