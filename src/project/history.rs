//! Undo and redo: labelled snapshots of the project, with one step for a whole drag or word typed.

use std::sync::Arc;

use super::{Edit, EditError, Lock, Project, TrendSpec, View};

/// The most steps that can be undone.
const MOST_STEPS: usize = 200;

/// A project with its past and, after undo, its future.
#[derive(Clone, Debug)]
pub struct History {
    current: Snapshot,
    past: Vec<Step>,
    future: Vec<Step>,
    /// Where a drag or a word being typed began.
    open: Option<Step>,
    next_revision: u64,
    saved_revision: u64,
    /// What was saved or opened, as long as `saved_revision` is not [`NEVER`].
    saved: Arc<Project>,
}

/// The revision of no state: what the file holds is none of those held here.
const NEVER: u64 = u64::MAX;

#[derive(Clone, Debug)]
struct Snapshot {
    project: Arc<Project>,
    revision: u64,
}

/// A snapshot and what was done between it and its neighbour.
#[derive(Clone, Debug)]
struct Step {
    snapshot: Snapshot,
    label: String,
}

impl History {
    /// A project as it was opened or made: nothing to undo, nothing to save.
    pub fn new(project: Project) -> Self {
        let project = Arc::new(project);
        Self {
            current: Snapshot {
                project: project.clone(),
                revision: 0,
            },
            past: Vec::new(),
            future: Vec::new(),
            open: None,
            next_revision: 1,
            saved_revision: 0,
            saved: project,
        }
    }

    /// Work that was kept but not saved: one step, from the project as it was saved, that can be undone.
    pub fn recovered(saved: Arc<Project>, work: Arc<Project>) -> Self {
        let mut history = Self::new(Project::default());
        history.saved = saved.clone();
        let before = Snapshot {
            project: saved,
            revision: 0,
        };
        history.past.push(Step {
            snapshot: before,
            label: String::from("Recover unsaved work"),
        });
        history.current = Snapshot {
            project: work,
            revision: 1,
        };
        history.next_revision = 2;
        history
    }

    /// A project that is in no file as it is, such as what was recovered of a damaged one: nothing to undo, and
    /// everything to save.
    pub fn never_saved(project: Project) -> Self {
        Self {
            saved_revision: NEVER,
            ..Self::new(project)
        }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Arc<Project> {
        &self.current.project
    }

    /// A number that is the same only for the same state of the project.
    pub fn revision(&self) -> u64 {
        self.current.revision
    }

    /// Makes an edit, as a step of its own or as part of the one that [`begin`](Self::begin) opened.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let label = edit.label(&self.current.project);
        let project = self.current.project.apply(edit)?;
        if project == *self.current.project {
            return Ok(());
        }
        let snapshot = self.snapshot(project);
        let before = std::mem::replace(&mut self.current, snapshot);
        if self.open.is_none() {
            self.push_past(Step {
                snapshot: before,
                label,
            });
        }
        Ok(())
    }

    /// Makes an edit that is nobody's own, such as what is shown first: it becomes part of the state as it is, takes
    /// nothing from past and future, and does not wait to be saved where that state did not.
    ///
    /// # Errors
    /// [`EditError`]; nothing has changed then.
    pub fn amend(&mut self, edit: Edit) -> Result<(), EditError> {
        let project = Arc::new(self.current.project.apply(edit)?);
        let revision = self.current.revision;
        if revision == self.saved_revision {
            self.saved = project.clone();
        }
        let steps = self.past.iter_mut().chain(&mut self.future);
        for step in steps.chain(&mut self.open) {
            if step.snapshot.revision == revision {
                step.snapshot.project = project.clone();
            }
        }
        self.current.project = project;
        Ok(())
    }

    /// Opens a step that takes in all edits until [`commit`](Self::commit) or [`abort`](Self::abort).
    pub fn begin(&mut self, label: impl Into<String>) {
        self.commit();
        self.open = Some(Step {
            snapshot: self.current.clone(),
            label: label.into(),
        });
    }

    /// Closes the open step and keeps what was done in it.
    pub fn commit(&mut self) {
        if let Some(step) = self.open.take()
            && step.snapshot.revision != self.current.revision
        {
            self.push_past(step);
        }
    }

    /// Closes the open step and takes back what was done in it.
    pub fn abort(&mut self) {
        if let Some(step) = self.open.take() {
            self.current = step.snapshot;
        }
    }

    /// Takes the last step back; its label, or `None` where there is none.
    pub fn undo(&mut self) -> Option<String> {
        self.commit();
        let step = self.past.pop()?;
        let undone = std::mem::replace(&mut self.current, step.snapshot);
        self.future.push(Step {
            snapshot: undone,
            label: step.label.clone(),
        });
        Some(step.label)
    }

    /// Makes the last undone step again; its label, or `None` where there is none.
    pub fn redo(&mut self) -> Option<String> {
        self.commit();
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.current, step.snapshot);
        self.past.push(Step {
            snapshot: before,
            label: step.label.clone(),
        });
        Some(step.label)
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.open
            .as_ref()
            .or(self.past.last())
            .map(|step| step.label.as_str())
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| step.label.as_str())
    }

    /// Locks the project, or takes its lock away, in every state that undo and redo lead to: no step of its own. It
    /// waits to be saved.
    pub fn set_lock(&mut self, lock: &Lock) {
        let steps = self
            .past
            .iter_mut()
            .chain(&mut self.future)
            .chain(&mut self.open);
        let snapshots = steps.map(|step| &mut step.snapshot);
        for snapshot in snapshots.chain(std::iter::once(&mut self.current)) {
            Arc::make_mut(&mut snapshot.project).lock = lock.clone();
        }
        // No state is in the file with this lock, whatever is being written at this moment.
        self.current.revision = self.next_revision;
        self.next_revision += 1;
        self.saved_revision = u64::MAX;
    }

    /// Whether the project differs from what was saved or opened.
    pub fn is_dirty(&self) -> bool {
        self.current.revision != self.saved_revision
    }

    /// Whether closing without saving would lose more than what the screen shows.
    pub fn has_work_to_lose(&self) -> bool {
        self.is_dirty()
            && (self.saved_revision == NEVER
                || without_view(&self.current.project) != without_view(&self.saved))
    }

    /// The state that was opened or saved last, as [`revision`](Self::revision) numbers it.
    pub const fn saved_revision(&self) -> u64 {
        self.saved_revision
    }

    /// Notes that the state of `revision` has been saved; later edits stay unsaved. The same state is saved wherever
    /// it stands in the past and the future.
    pub fn mark_saved(&mut self, revision: u64) {
        let steps = self.past.iter_mut().chain(&mut self.future);
        let steps = steps.chain(&mut self.open).map(|step| &mut step.snapshot);
        let mut held: Vec<&mut Snapshot> = steps.chain([&mut self.current]).collect();
        let saved = held.iter().find(|snapshot| snapshot.revision == revision);
        let Some(saved) = saved.map(|snapshot| snapshot.project.clone()) else {
            self.saved_revision = NEVER;
            return;
        };
        for snapshot in &mut held {
            if snapshot.project == saved {
                snapshot.revision = revision;
            }
        }
        self.saved_revision = revision;
        self.saved = saved;
    }

    /// A state of the project under a revision of its own, or under that of the saved state where it is the same.
    fn snapshot(&mut self, project: Project) -> Snapshot {
        if self.saved_revision != NEVER && *self.saved == project {
            return Snapshot {
                project: self.saved.clone(),
                revision: self.saved_revision,
            };
        }
        let revision = self.next_revision;
        self.next_revision += 1;
        Snapshot {
            project: Arc::new(project),
            revision,
        }
    }

    /// The project as it was opened or saved last.
    pub const fn saved(&self) -> &Arc<Project> {
        &self.saved
    }

    /// Notes that no file holds this state: that of the project is missing or damaged.
    pub const fn mark_unsaved(&mut self) {
        self.saved_revision = NEVER;
    }

    /// Puts another project in the place of this one, as one step that can be undone.
    pub fn replace(&mut self, project: Project, label: impl Into<String>) {
        self.commit();
        if project == *self.current.project {
            return;
        }
        let snapshot = self.snapshot(project);
        let before = std::mem::replace(&mut self.current, snapshot);
        self.push_past(Step {
            snapshot: before,
            label: label.into(),
        });
    }

    fn push_past(&mut self, step: Step) {
        self.future.clear();
        self.past.push(step);
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
    }
}

/// A project without what only the screen shows.
fn without_view(project: &Project) -> Project {
    let events = project.view.trend.events.clone();
    Project {
        view: View {
            trend: TrendSpec {
                events,
                ..TrendSpec::default()
            },
            ..View::default()
        },
        ..project.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename(name: &str) -> Edit {
        Edit::Rename(name.to_owned())
    }

    #[test]
    fn undo_and_redo_walk_the_same_states() {
        let mut history = History::new(Project::default());
        for name in ["one", "two", "three"] {
            history.apply(rename(name)).unwrap();
        }
        assert_eq!(history.undo().as_deref(), Some("Rename the project"));
        assert_eq!(history.project().name, "two");
        history.undo();
        history.undo();
        assert_eq!(history.undo(), None);
        assert!(!history.is_dirty());
        while history.redo().is_some() {}
        assert_eq!(history.project().name, "three");
        assert!(history.is_dirty());
    }

    #[test]
    fn a_new_edit_forgets_what_was_undone() {
        let mut history = History::new(Project::default());
        history.apply(rename("one")).unwrap();
        history.undo();
        history.apply(rename("two")).unwrap();
        assert_eq!(history.redo_label(), None);
    }

    #[test]
    fn a_word_typed_is_one_step_and_can_be_abandoned() {
        let mut history = History::new(Project::default());
        history.begin("Type a name");
        for name in ["A", "As", "Ash"] {
            history.apply(rename(name)).unwrap();
        }
        history.commit();
        assert_eq!(history.undo_label(), Some("Type a name"));
        history.undo();
        assert_eq!(history.project().name, "");
        history.redo();
        history.begin("Type");
        history.apply(rename("x")).unwrap();
        history.abort();
        assert_eq!(history.project().name, "Ash");
    }

    #[test]
    fn undoing_back_to_what_was_saved_is_clean_again() {
        let mut history = History::new(Project::default());
        history.apply(rename("one")).unwrap();
        let saved = history.revision();
        history.apply(rename("two")).unwrap();
        history.mark_saved(saved);
        assert!(
            history.is_dirty(),
            "what was done while the file was written is not saved"
        );
        history.undo();
        assert!(!history.is_dirty());
        assert!(!history.has_work_to_lose());
    }

    #[test]
    fn saying_again_what_was_saved_is_clean_again() {
        let mut history = History::new(Project::default());
        for name in ["one", "two"] {
            history.apply(rename(name)).unwrap();
        }
        let saved = history.revision();
        // Saved, as the file is written, in the middle of what comes after.
        history.undo();
        history.mark_saved(saved);
        assert!(history.is_dirty() && history.has_work_to_lose());
        history.apply(rename("three")).unwrap();
        assert!(history.is_dirty());
        history.apply(rename("two")).unwrap();
        assert!(!history.is_dirty());
        assert_eq!(history.revision(), saved);
        history.undo();
        assert!(history.is_dirty());
    }

    #[test]
    fn what_was_never_saved_is_to_be_saved_from_the_start() {
        let mut history = History::never_saved(Project::default());
        assert!(history.is_dirty() && history.has_work_to_lose());
        assert_eq!(history.undo_label(), None);
        history.mark_saved(history.revision());
        assert!(!history.is_dirty());
    }

    #[test]
    fn another_project_in_its_place_is_one_step() {
        let mut history = History::new(Project::default());
        history.apply(rename("now")).unwrap();
        let earlier = Project {
            name: String::from("earlier"),
            ..Project::default()
        };
        history.replace(earlier.clone(), "Restore");
        assert_eq!(**history.project(), earlier);
        history.replace(earlier, "Restore again");
        assert_eq!(history.undo().as_deref(), Some("Restore"));
        assert_eq!(history.project().name, "now");
        history.mark_unsaved();
        history.undo();
        assert!(history.is_dirty(), "no file holds the beginning either");
    }

    #[test]
    fn what_is_nobodys_edit_leaves_past_future_and_what_is_saved() {
        let mut history = History::new(Project::default());
        history.apply(rename("one")).unwrap();
        history.apply(rename("two")).unwrap();
        history.undo();
        history.undo();
        history.amend(rename("shown first")).unwrap();
        assert_eq!(history.project().name, "shown first");
        assert!(!history.is_dirty() && !history.has_work_to_lose());
        assert_eq!(history.undo_label(), None);
        while history.redo().is_some() {}
        assert_eq!(history.project().name, "two");
        assert!(history.is_dirty());
        history.amend(rename("amended")).unwrap();
        history.undo();
        history.undo();
        assert_eq!(history.project().name, "shown first");
        assert!(!history.is_dirty());
        history.redo();
        history.redo();
        assert_eq!(history.project().name, "amended");
        assert!(history.is_dirty());
        assert_eq!(history.amend(rename(" ")), Err(EditError::EmptyName));
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step() {
        let mut history = History::new(Project {
            name: String::from("one"),
            ..Project::default()
        });
        history.apply(rename("one")).unwrap();
        assert!(!history.is_dirty());
        assert_eq!(history.apply(rename(" ")), Err(EditError::EmptyName));
    }
}
