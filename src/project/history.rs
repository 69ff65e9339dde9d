//! Undo and redo: labelled snapshots of the project, with one step for a whole drag or word typed.

use std::sync::Arc;

use super::{Edit, EditError, Project};

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
    saved: Arc<Project>,
}

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
        let snapshot = Snapshot {
            project: Arc::new(project),
            revision: self.next_revision,
        };
        self.next_revision += 1;
        let before = std::mem::replace(&mut self.current, snapshot);
        if self.open.is_none() {
            self.push_past(Step {
                snapshot: before,
                label,
            });
        }
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

    /// Whether the project differs from what was saved or opened.
    pub fn is_dirty(&self) -> bool {
        self.current.revision != self.saved_revision
    }

    /// Whether closing without saving would lose more than what the screen shows.
    pub fn has_work_to_lose(&self) -> bool {
        let (now, saved) = (&self.current.project, &self.saved);
        self.is_dirty()
            && (now.name != saved.name
                || now.sources != saved.sources
                || now.dictionary != saved.dictionary
                || now.breaks != saved.breaks
                || now.view.trend.events != saved.view.trend.events
                || now.stories != saved.stories
                || now.brand != saved.brand)
    }

    /// Notes that the state of `revision` has been saved; later edits stay unsaved.
    pub fn mark_saved(&mut self, revision: u64) {
        self.saved_revision = revision;
        if revision == self.current.revision {
            self.saved = self.current.project.clone();
        } else if let Some(step) = self
            .past
            .iter()
            .rev()
            .find(|step| step.snapshot.revision == revision)
        {
            self.saved = step.snapshot.project.clone();
        }
    }

    /// The project as it was opened or saved last.
    pub const fn saved(&self) -> &Arc<Project> {
        &self.saved
    }

    /// Notes that no file holds this state: that of the project is missing or damaged.
    pub const fn mark_unsaved(&mut self) {
        self.saved_revision = u64::MAX;
    }

    /// Puts another project in the place of this one, as one step that can be undone.
    pub fn replace(&mut self, project: Project, label: impl Into<String>) {
        self.commit();
        if project == *self.current.project {
            return;
        }
        let snapshot = Snapshot {
            project: Arc::new(project),
            revision: self.next_revision,
        };
        self.next_revision += 1;
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
    fn another_project_in_its_place_is_one_step() {
        let mut history = History::new(Project::default());
        history.apply(rename("now")).unwrap();
        let mut earlier = Project::default();
        earlier.name = String::from("earlier");
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
