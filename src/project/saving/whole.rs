//! Where a project's file is missing or damaged: the newest copy of it that reads whole.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Versions;
use crate::base::atomic_file::backup_path;
use crate::base::file_system::FileSystem;
use crate::project::store::{self, Opened};

/// What a whole copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WholeKind {
    /// The file before the last save.
    Backup,
    /// One of the versions.
    Version,
}

/// A copy of a project that reads whole.
#[derive(Debug)]
pub struct WholeCopy {
    /// Its file.
    pub path: PathBuf,
    /// What it is.
    pub kind: WholeKind,
    /// When it was saved, where that is known.
    pub saved: Option<Timestamp>,
    /// What it holds.
    pub opened: Opened,
}

/// The newest whole copy of the project at `path` other than its file: the one before, else the latest of the versions
/// that can be read.
pub fn newest_whole(files: &dyn FileSystem, path: &Path) -> Option<WholeCopy> {
    let backup = backup_path(path);
    let modified = files.facts(&backup).ok().and_then(|facts| facts.modified);
    let backup_saved = modified.and_then(|modified| Timestamp::try_from(modified).ok());
    let versions = Versions::of(path).list(files).unwrap_or_default();
    let mut candidates: Vec<(PathBuf, WholeKind, Option<Timestamp>)> = versions
        .into_iter()
        .map(|version| (version.path, WholeKind::Version, Some(version.saved)))
        .collect();
    candidates.insert(0, (backup, WholeKind::Backup, backup_saved));
    candidates.into_iter().find_map(|(path, kind, saved)| {
        let opened = store::open(&path).and_then(Opened::whole).ok()?;
        Some(WholeCopy {
            path,
            kind,
            saved,
            opened,
        })
    })
}
