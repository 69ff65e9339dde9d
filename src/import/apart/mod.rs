//! Workbooks read in a process of their own, so that nothing in a file can take the window down: this program
//! starts itself again, with limits on its memory and its patience, and is handed back the cells and what was read
//! of them. Whatever becomes of that process, what is open here stays as it is.
//!
//! A reading with what a person says of a workbook is made here, from the cells that were handed back: these have
//! been read once by then, within the limits.
//!
//! Where the program cannot be started again, workbooks are read in this process, and [`here_because`] says why.

mod child;
mod frames;
mod limits;
mod parent;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

pub use child::serve;
pub use frames::check as check_frames;
pub use limits::Limits;
pub use parent::{Apart, Fault};

use super::decisions::Decisions;
use super::error::ReadError;
use super::remembered::{self, Recognised, RememberedLayout};
use super::report::{OpenedFile, Reading};
use crate::base::progress::Progress;
use crate::data::gazetteer::Gazetteer;

/// The word on the command line by which the program is told to read a workbook for another.
pub const TASK: &str = "read-workbook";

static APART: OnceLock<Apart> = OnceLock::new();
static HERE_BECAUSE: Mutex<Option<String>> = Mutex::new(None);

/// A workbook as it was read.
#[derive(Debug)]
pub struct ReadWorkbook {
    /// Its cells.
    pub file: OpenedFile,
    /// What was read.
    pub reading: Reading,
    /// The layout of which it is, where it is of one.
    pub recognised: Option<Recognised>,
}

/// Has workbooks read by this program, started again, from now on. To be said once, at the start.
pub fn read_by(program: PathBuf) {
    // Said twice, the first holds.
    APART
        .set(Apart::new(program, Limits::usual()))
        .unwrap_or_default();
}

/// Why workbooks are read in this process although they were to be read in one of their own; `None` where all is
/// as it should be.
pub fn here_because() -> Option<String> {
    let reason = HERE_BECAUSE.lock().unwrap_or_else(PoisonError::into_inner);
    reason.clone()
}

/// Opens a workbook: its cells, and nothing read of them yet.
///
/// # Errors
/// Where it cannot be opened at all.
pub fn open(path: &Path, progress: &Progress) -> Result<OpenedFile, ReadError> {
    match APART.get().map(|apart| apart.open(path, progress)) {
        Some(Ok(file)) => Ok(file),
        Some(Err(Fault::Read(error))) => Err(error),
        Some(Err(Fault::NotStarted(reason))) => {
            read_here_because(reason);
            OpenedFile::open(path, progress)
        }
        None => OpenedFile::open(path, progress),
    }
}

/// Reads a workbook by the places that are known, and by the layout of which it is where it is of one.
///
/// # Errors
/// Where it cannot be read at all; what is odd inside it is a finding.
pub fn read(
    path: &Path,
    gazetteer: &Gazetteer,
    layouts: &[RememberedLayout],
    progress: &Progress,
) -> Result<ReadWorkbook, ReadError> {
    let apart = APART.get();
    match apart.map(|apart| apart.read(path, gazetteer, layouts, progress)) {
        Some(Ok(read)) => return Ok(read),
        Some(Err(Fault::Read(error))) => return Err(error),
        Some(Err(Fault::NotStarted(reason))) => read_here_because(reason),
        None => {}
    }
    let file = OpenedFile::open(path, progress)?;
    read_opened(file, gazetteer, layouts, progress)
}

/// Reads an opened workbook, in this process.
///
/// # Errors
/// Where somebody stops it.
pub fn read_opened(
    file: OpenedFile,
    gazetteer: &Gazetteer,
    layouts: &[RememberedLayout],
    progress: &Progress,
) -> Result<ReadWorkbook, ReadError> {
    let mut reading = file.read(gazetteer, &Decisions::default(), progress)?;
    let recognised = remembered::recognise(&file, &reading, layouts);
    let known = recognised.as_ref().map(|known| &known.decisions);
    if let Some(decisions) = known.filter(|decisions| !decisions.is_empty()) {
        reading = file.read(gazetteer, decisions, progress)?;
    }
    Ok(ReadWorkbook {
        file,
        reading,
        recognised,
    })
}

fn read_here_because(reason: String) {
    tracing::warn!(reason, "workbooks are read in this process");
    *HERE_BECAUSE.lock().unwrap_or_else(PoisonError::into_inner) = Some(reason);
}
