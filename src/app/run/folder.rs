//! The folder of what runs leave, and this run's place in it. It lies with the user's own data on this computer, never
//! beside a project on a shared drive.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::RendererChoice;
use super::left::LeftRun;
use super::marker::{Marker, Stage};
use crate::base::atomic_file;
use crate::base::file_system::{Disk, create_private_folder};

/// The environment variable that names another folder.
pub const FOLDER_VARIABLE: &str = "BELLWETHER_RECOVERY";

/// The ending of markers.
pub(super) const MARKER: &str = "run";

/// How many reports are kept.
const MOST_REPORTS: usize = 10;

/// The folder of what runs leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunFolder {
    path: PathBuf,
}

impl RunFolder {
    /// The folder at a path, which need not be there yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The user's own folder on this computer, or the one that [`FOLDER_VARIABLE`] names; `None` where the system names
    /// no folder for data.
    pub fn of_user() -> Option<Self> {
        if let Some(other) = std::env::var_os(FOLDER_VARIABLE).filter(|other| !other.is_empty()) {
            return Some(Self::at(other));
        }
        let folders = directories::ProjectDirs::from("", "", "Bellwether")?;
        Some(Self::at(folders.data_local_dir().join("recovery")))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The files with an ending, by name.
    pub fn files(&self, ending: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension() == Some(OsStr::new(ending)))
            .collect();
        files.sort();
        files
    }

    /// The runs that ended without closing, the first begun first. Each is held by this process as long as it is kept,
    /// so that no other start takes it up as well.
    pub fn left(&self) -> Vec<LeftRun> {
        let markers = self.files(MARKER);
        markers.into_iter().filter_map(LeftRun::taken_up).collect()
    }

    /// Takes away what killed runs had half written, and all reports but the latest.
    pub fn tidy(&self) {
        let reports = self.files("txt");
        let old = reports.len().saturating_sub(MOST_REPORTS);
        reports.iter().take(old).for_each(|report| remove(report));
        atomic_file::remove_leftovers_in(&Disk, &self.path, SystemTime::now());
    }
}

/// Takes a file away; one that is not there is no failure.
pub fn remove(path: &Path) {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(%error, "a file of an earlier run could not be removed");
        }
        _ => {}
    }
}

/// This run: its marker, locked for as long as the process lives, however it ends.
#[derive(Debug)]
pub struct Run {
    folder: RunFolder,
    name: String,
    held: Mutex<(File, Marker)>,
}

impl Run {
    /// Begins a run in a folder, which is made where it is not there.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn begin(folder: RunFolder) -> io::Result<Self> {
        create_private_folder(&folder.path)?;
        let marker = Marker::now();
        let stamp = marker.began.strftime("%Y%m%d-%H%M%S%3f");
        let name = format!("{stamp}-{}", marker.process);
        let path = folder.path.join(format!("{name}.{MARKER}"));
        let file = OpenOptions::new()
            .write(true)
            .read(true)
            .create_new(true)
            .open(path)?;
        // Where the file system has no locks, the run counts as ended for other starts: rather too much is offered.
        if let Err(error) = file.lock() {
            tracing::warn!(%error, "the marker of this run could not be locked");
        }
        let run = Self {
            folder,
            name,
            held: Mutex::new((file, marker)),
        };
        run.write()?;
        Ok(run)
    }

    /// The folder.
    pub const fn folder(&self) -> &RunFolder {
        &self.folder
    }

    /// A file of this run: the number-th thing that it holds.
    pub fn file(&self, number: u32, ending: &str) -> PathBuf {
        let name = format!("{}-{number}.{ending}", self.name);
        self.folder.path.join(name)
    }

    /// Notes how far it has come. A failure loses a convenience of the next start, so that it is only noted.
    pub fn note_stage(&self, stage: Stage) {
        self.note(|marker| marker.stage = stage);
    }

    /// Notes that the window was drawn, and by what.
    pub fn note_drawn(&self, renderer: RendererChoice, words: &str) {
        self.note(|marker| {
            marker.stage = Stage::Running(renderer);
            words.clone_into(&mut marker.renderer);
        });
    }

    /// What it has noted.
    pub fn marker(&self) -> Marker {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.1.clone()
    }

    /// Ends it: nothing is left of its marker.
    pub fn end(&self) {
        remove(&self.folder.path.join(format!("{}.{MARKER}", self.name)));
    }

    fn note(&self, change: impl FnOnce(&mut Marker)) {
        {
            let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
            change(&mut held.1);
        }
        if let Err(error) = self.write() {
            tracing::warn!(%error, "the marker of this run could not be written");
        }
    }

    fn write(&self) -> io::Result<()> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, marker) = &mut *held;
        let text = ron::to_string(marker).map_err(io::Error::other)?;
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(text.as_bytes())?;
        // What is tried may take the whole computer down; the beginning alone is worth no wait for the disk.
        if marker.stage == Stage::Beginning {
            Ok(())
        } else {
            file.sync_data()
        }
    }
}
