//! A run that ended without closing: killed, crashed, or the power was cut.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::folder::remove;
use super::marker::Marker;

/// A run that ended without closing, held by this process as long as it is kept.
#[derive(Debug)]
pub struct LeftRun {
    path: PathBuf,
    /// What it noted of itself; `None` where that is damaged.
    pub marker: Option<Marker>,
    _held: File,
}

impl LeftRun {
    /// Takes up the run of a marker; `None` where its process lives, or where another start has taken it up.
    pub(super) fn taken_up(path: PathBuf) -> Option<Self> {
        let mut file = OpenOptions::new().read(true).write(true).open(&path).ok()?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return None;
        }
        let mut text = String::new();
        let read = file.read_to_string(&mut text).ok();
        let marker = read.and_then(|_| ron::from_str(&text).ok());
        Some(Self {
            path,
            marker,
            _held: file,
        })
    }

    /// The files of the run with an ending, by name.
    pub fn files(&self, ending: &str) -> Vec<PathBuf> {
        let Some((folder, name)) = self.path.parent().zip(self.name()) else {
            return Vec::new();
        };
        let of_run = |path: &Path| {
            let stem = path.file_stem().and_then(OsStr::to_str);
            let number = stem.and_then(|stem| stem.strip_prefix(name)?.strip_prefix('-'));
            number.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
                && path.extension() == Some(OsStr::new(ending))
        };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| of_run(path))
            .collect();
        files.sort();
        files
    }

    /// Takes its marker away: nothing of it is left but what was put aside.
    pub fn forget(&self) {
        remove(&self.path);
    }

    fn name(&self) -> Option<&str> {
        self.path.file_stem()?.to_str()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RendererChoice, Run, RunFolder, Stage};
    use super::*;

    #[test]
    fn a_run_is_left_only_once_its_process_has_ended_and_only_to_one() {
        let folder = tempfile::tempdir().unwrap();
        let folder = RunFolder::at(folder.path().join("recovery"));
        let run = Run::begin(folder.clone()).unwrap();
        run.note_stage(Stage::Trying(RendererChoice::Wgpu));
        assert!(folder.left().is_empty(), "it lives");
        drop(run);
        let left = folder.left();
        let marker = left[0].marker.clone().unwrap();
        assert_eq!(marker.failed_renderer(), Some(RendererChoice::Wgpu));
        assert!(folder.left().is_empty(), "it is held");
        drop(left);
        assert_eq!(folder.left().len(), 1);
    }

    #[test]
    fn a_run_that_closed_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let folder = RunFolder::at(folder.path());
        let run = Run::begin(folder.clone()).unwrap();
        run.end();
        drop(run);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_marker_is_a_run_all_the_same_and_others_files_are_not_its() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            crate::base::atomic_file::write(
                &path,
                text.as_bytes(),
                crate::base::atomic_file::Backup::Discard,
            )
            .unwrap();
        };
        write("20260101-1.run", "(version: \"0");
        write("20260101-1-3.bellwether", "");
        write("20260101-12-3.bellwether", "");
        let left = RunFolder::at(folder.path()).left();
        assert_eq!(left.len(), 1);
        assert!(left[0].marker.is_none());
        let files = left[0].files("bellwether");
        assert_eq!(files.len(), 1);
        assert!(files[0].ends_with("20260101-1-3.bellwether"));
    }
}
