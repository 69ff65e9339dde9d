//! The project that is open, with its history and its file.

use std::path::{Path, PathBuf};

use crate::project::{History, Project};

/// The name of a project that has none yet.
pub const UNTITLED: &str = "New project";

/// The project that is open.
#[derive(Debug)]
pub struct Document {
    /// The project with undo and redo.
    pub history: History,
    /// Its file, once it has one.
    pub path: Option<PathBuf>,
}

impl Document {
    /// An empty project.
    pub fn empty() -> Self {
        Self::unsaved(Project {
            name: UNTITLED.to_owned(),
            ..Project::default()
        })
    }

    /// A project that has no file yet: a new one, or the example.
    pub fn unsaved(project: Project) -> Self {
        Self {
            history: History::new(project),
            path: None,
        }
    }

    /// A project as it was opened from its file.
    pub fn opened(project: Project, path: PathBuf) -> Self {
        Self {
            history: History::new(project),
            path: Some(path),
        }
    }

    /// What was recovered of a damaged file: a copy that is in no file yet, under a name that says so.
    pub fn recovered(project: Project, path: &Path) -> Self {
        let name = match project.name.as_str() {
            "" | UNTITLED => file_stem(path),
            name => name.to_owned(),
        };
        let project = Project {
            name: format!("{name} (recovered)"),
            ..project
        };
        Self {
            history: History::never_saved(project),
            path: None,
        }
    }

    /// The project's name: its own, or its file's.
    pub fn name(&self) -> String {
        let own = &self.history.project().name;
        match &self.path {
            Some(path) if own.is_empty() || own == UNTITLED => file_stem(path),
            _ if own.is_empty() => UNTITLED.to_owned(),
            _ => own.clone(),
        }
    }

    /// Whether closing it now would lose something: of a project that has a file every change, of one that
    /// has none, such as the example, more than what the screen shows.
    pub fn has_work_to_lose(&self) -> bool {
        let is_dirty = self.path.is_some() && self.history.is_dirty();
        is_dirty || self.history.has_work_to_lose()
    }

    /// The title of the window: `name* – Bellwether`.
    pub fn window_title(&self) -> String {
        let mark = if self.history.is_dirty() { "*" } else { "" };
        format!("{}{mark} – Bellwether", self.name())
    }

    /// The file name that "Save as" proposes.
    pub fn proposed_file_name(&self) -> String {
        format!("{}.bellwether", as_file_name(&self.name()))
    }
}

/// A name as a file can have it on every system.
pub fn as_file_name(name: &str) -> String {
    let kept = name.chars().map(|c| {
        if c.is_control() || r#"\/:*?"<>|"#.contains(c) {
            '-'
        } else {
            c
        }
    });
    let kept: String = kept.collect();
    kept.trim_matches(|c: char| c.is_whitespace() || c == '.')
        .to_owned()
}

/// A file's name without its folder and its ending.
pub fn file_stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}
