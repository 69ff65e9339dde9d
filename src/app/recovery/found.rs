//! What earlier runs left: work that was not saved, each held against its file as it is now.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::contents::project_of;
use super::done::discard;
use super::sidecar::Sidecar;
use super::{DAMAGED, RECOVERY, SIDECAR};
use crate::app::crash::{ENDED, ended_without_a_word, report_path};
use crate::app::run::{LeftRun, Marker, RunFolder};
use crate::base::file_system::Disk;
use crate::project::saving::Fingerprint;
use crate::project::store::{self, OpenError};
use crate::project::{Differences, Project, differences};
use crate::ui::recovery::FileState;

/// What earlier runs left.
#[derive(Debug, Default)]
pub struct FoundWork {
    /// Work that was not saved, the latest first.
    pub(super) offers: Vec<Offer>,
    /// Recovery files that could not be read; they are kept under another ending.
    pub(super) damaged: Vec<PathBuf>,
    /// Reports of crashes, each with its file.
    pub(super) crashes: Vec<(PathBuf, String)>,
    /// Reports, just written, of runs that ended without a word.
    pub(super) ended: Vec<PathBuf>,
}

impl FoundWork {
    /// The names of the projects that are offered, with what differs from their files.
    pub fn offered(&self) -> impl Iterator<Item = (&str, &Differences)> {
        let offers = self.offers.iter();
        offers.map(|offer| (offer.name.as_str(), &offer.differences))
    }

    /// The texts of the crash reports.
    pub fn crash_reports(&self) -> impl Iterator<Item = &str> {
        self.crashes.iter().map(|(_, text)| text.as_str())
    }

    /// The reports of runs that ended without a word.
    pub fn ended_without_a_word(&self) -> &[PathBuf] {
        &self.ended
    }

    /// How many recovery files could not be read.
    pub fn damaged_count(&self) -> usize {
        self.damaged.len()
    }
}

/// Work of an earlier run that was not saved.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// The run, held by this process.
    pub(super) run: Arc<LeftRun>,
    /// The recovery file.
    pub(super) recovery: PathBuf,
    /// The project's name.
    pub(super) name: String,
    /// Its file; `None` where it was never saved.
    pub(super) path: Option<PathBuf>,
    /// How that file stands now.
    pub(super) file: FileState,
    /// The fingerprint of that file now, where it can be read.
    pub(super) fingerprint: Option<Fingerprint>,
    /// When the work was kept.
    pub(super) at: Option<Timestamp>,
    /// The work.
    pub(super) project: Arc<Project>,
    /// What the project's file holds now; an empty project where there is none.
    pub(super) saved: Arc<Project>,
    /// What of it the file does not have.
    pub(super) differences: Differences,
}

impl Offer {
    /// Takes what was kept away, and the marker of the run with the last of it.
    pub(super) fn discard(&self) {
        discard(&self.recovery);
        if self.run.files(RECOVERY).is_empty() {
            self.run.forget();
        }
    }
}

/// Looks through what runs left that ended without closing; where a project's file is given, for that alone. Runs that
/// left nothing to be decided are forgotten.
pub fn find(folder: &RunFolder, of: Option<&Path>) -> FoundWork {
    let mut found = FoundWork::default();
    for run in folder.left() {
        let run = Arc::new(run);
        for recovery in run.files(RECOVERY) {
            let sidecar = noted(&recovery.with_extension(SIDECAR));
            let path = sidecar.as_ref().and_then(|held| held.path.as_deref());
            if of.is_some() && of != path {
                continue;
            }
            take_up(&run, recovery, sidecar, &mut found);
        }
        if of.is_none()
            && let Some(marker) = &run.marker
        {
            report(folder, marker, &mut found);
        }
        if run.files(RECOVERY).is_empty() {
            run.forget();
        }
    }
    found
        .offers
        .sort_by_key(|offer| std::cmp::Reverse(offer.at));
    found
}

/// The report of a run: the one that it left, or one that says that it left none.
fn report(folder: &RunFolder, marker: &Marker, found: &mut FoundWork) {
    let path = report_path(folder, marker);
    match fs::read_to_string(&path) {
        Ok(text) if text.contains(ENDED) => {}
        Ok(text) => found.crashes.push((path, text)),
        Err(_) => match ended_without_a_word(marker).write(&path) {
            Ok(()) => found.ended.push(path),
            Err(error) => tracing::warn!(%error, "no report could be written"),
        },
    }
}

/// What is noted of a recovery file, where that can be read.
fn noted(path: &Path) -> Option<Sidecar> {
    ron::from_str(&fs::read_to_string(path).ok()?).ok()
}

fn take_up(run: &Arc<LeftRun>, recovery: PathBuf, sidecar: Option<Sidecar>, found: &mut FoundWork) {
    let read = fs::read(&recovery).ok();
    let Some(opened) = read.map(project_of) else {
        return;
    };
    let Ok(opened) = opened else {
        if matches!(opened, Err(OpenError::Newer { .. })) {
            // A newer version kept it, and will offer it.
            return;
        }
        let aside = recovery.with_extension(DAMAGED);
        match fs::rename(&recovery, &aside) {
            Ok(()) => found.damaged.push(aside),
            Err(error) => tracing::warn!(%error, "a damaged recovery file could not be put aside"),
        }
        return;
    };
    let project = opened.project;
    let path = sidecar.as_ref().and_then(|held| held.path.clone());
    let fingerprint = path.as_deref().and_then(fingerprint_now);
    let was = sidecar
        .as_ref()
        .and_then(|held| held.fingerprint.as_deref());
    let is_changed = match (was, &fingerprint) {
        (Some(was), Some(now)) => now.hash.to_hex().as_str() != was,
        _ => false,
    };
    let (saved, file) = saved_now(path.as_deref(), is_changed);
    let told = differences(&saved, &project);
    let name = match &sidecar {
        Some(held) => held.name.clone(),
        None => project.name.clone(),
    };
    let modified = || {
        let modified = fs::metadata(&recovery).and_then(|data| data.modified());
        modified.ok().and_then(|at| Timestamp::try_from(at).ok())
    };
    let offer = Offer {
        run: run.clone(),
        at: sidecar.as_ref().map(|held| held.at).or_else(modified),
        recovery,
        name,
        path,
        file,
        fingerprint,
        project: Arc::new(project),
        saved: Arc::new(saved),
        differences: told,
    };
    // What its file has already is no loss.
    if offer.differences.is_empty() {
        offer.discard();
    } else {
        found.offers.push(offer);
    }
}

fn fingerprint_now(path: &Path) -> Option<Fingerprint> {
    Fingerprint::of_file(&Disk, path).ok()?
}

/// What a project's file holds now, and how it stands.
fn saved_now(path: Option<&Path>, is_changed: bool) -> (Project, FileState) {
    let Some(path) = path else {
        return (Project::default(), FileState::NeverSaved);
    };
    match store::open(path) {
        Ok(opened) if is_changed => (opened.project, FileState::ChangedSince),
        Ok(opened) => (opened.project, FileState::AsItWas),
        Err(_) if path.exists() => (Project::default(), FileState::Unreadable),
        Err(_) => (Project::default(), FileState::Gone),
    }
}
