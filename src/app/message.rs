//! What background jobs send back.

use std::path::PathBuf;
use std::sync::Arc;

use super::explored::Explored;
use crate::analysis::{Question, TrendAnswer};
use crate::check::Discrepancy;
use crate::export::ExportError;
use crate::import::{ReadError, Reading};
use crate::project::store::{OpenError, Opened, SaveError};

/// The end of a background job.
#[derive(Debug)]
pub enum Message {
    /// Workbooks were read, each with its path.
    WorkbooksRead(Vec<(PathBuf, Result<CheckedReading, ReadError>)>),
    /// A project's file was read.
    ProjectRead(PathBuf, Box<Result<Opened, OpenError>>),
    /// A project was written.
    ProjectSaved {
        /// To this file.
        path: PathBuf,
        /// In the state of this revision.
        revision: u64,
        /// With this success.
        result: Result<(), SaveError>,
    },
    /// The sources were read through.
    Explored(Arc<Explored>),
    /// A question was answered.
    Answered(Question, Option<Arc<TrendAnswer>>),
    /// The chart was written as a picture.
    PictureSaved(PathBuf, Result<(), ExportError>),
    /// A file dialog was closed.
    FilesChosen(FilePurpose, Vec<PathBuf>),
}

/// A workbook that was read, with what Figure Check says of it.
#[derive(Debug)]
pub struct CheckedReading {
    /// What was read.
    pub reading: Reading,
    /// The sender's figures that disagree with the cells they rest on.
    pub discrepancies: Vec<Discrepancy>,
}

/// What files were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilePurpose {
    /// A project to open.
    OpenProject,
    /// Workbooks to import.
    Import,
    /// Where to write the project.
    SaveProject,
    /// Where to write the chart.
    SavePicture,
}
