//! What background jobs send back.

use std::path::PathBuf;
use std::sync::Arc;

use super::explored::Explored;
use crate::analysis::{Answer, Asked};
use crate::data::SourceId;
use crate::export::ExportError;
use crate::export::png::Picture;
use crate::import::boundaries::{BoundaryError, BoundaryReading};
use crate::import::remembered::Recognised;
use crate::import::{OpenedFile, ReadError};
use crate::project::Story;
use crate::project::layout_file::LayoutError;
use crate::project::store::{OpenError, Opened, SaveError};
use crate::ui::import::CheckedReading;

/// A workbook as it was opened and read, with the layout of which it is, or why not.
pub type OpenedWorkbook = Result<Box<(OpenedFile, CheckedReading, Option<Recognised>)>, ReadError>;

/// The end of a background job.
#[derive(Debug)]
pub enum Message {
    /// Workbooks were read, each with its path.
    WorkbooksRead(Vec<(PathBuf, OpenedWorkbook)>),
    /// A workbook was read again with what was said of it at a revision.
    WorkbookReadAgain {
        /// The workbook.
        id: SourceId,
        /// Counts what was said.
        revision: u64,
        /// How it reads.
        result: Box<Result<CheckedReading, ReadError>>,
    },
    /// Layouts were written to the user's own folder.
    LayoutsSaved(Result<(), LayoutError>),
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
    /// The questions of a story's slides were answered.
    StoryAnswered(Vec<(Asked, Option<Answer>)>),
    /// A story was made from a template.
    StoryMade(Box<Story>),
    /// A question was answered.
    Answered(Asked, Option<Answer>),
    /// The chart was written to a file.
    PictureSaved(PathBuf, Result<(), ExportError>),
    /// The chart was drawn for the clipboard.
    PictureDrawn(Result<Picture, ExportError>),
    /// Boundaries were read from a file.
    BoundariesRead(PathBuf, Box<Result<BoundaryReading, BoundaryError>>),
    /// A file dialog was closed.
    FilesChosen(FilePurpose, Vec<PathBuf>),
}

/// What files were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilePurpose {
    /// A project to open.
    OpenProject,
    /// Workbooks to import.
    Import,
    /// Boundaries of areas.
    Boundaries,
    /// Where to write the project.
    SaveProject,
    /// Where to write the chart.
    SavePicture,
}
