//! What background jobs send back.

use std::path::PathBuf;
use std::sync::Arc;

use super::explored::Explored;
use super::saving::{SaveEnd, SavingMessage};
use super::source_rows::RowsRead;
use crate::analysis::{Answer, Asked};
use crate::data::SourceId;
use crate::export::guard::SharedCopy;
use crate::export::logo::LogoError;
use crate::export::png::Picture;
use crate::export::pptx::{FoundChanges, RefreshError};
use crate::export::story::{LookThroughError, Publication, PublishError, PublishableStory};
use crate::export::{ExportError, FileKind};
use crate::import::boundaries::{BoundaryError, BoundaryReading};
use crate::import::harm_weights::{WeightsError, WeightsReading};
use crate::import::remembered::Recognised;
use crate::import::{OpenedFile, ReadError};
use crate::project::layout_file::LayoutError;
use crate::project::store::{OpenError, Opened, SaveError};
use crate::project::story::StoryId;
use crate::project::{Logo, Story};
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
    /// A set of harm weights was read.
    WeightsRead(PathBuf, Box<Result<WeightsReading, WeightsError>>),
    /// A workbook was looked for, whose cells are to be shown.
    RowsRead(Box<RowsRead>),
    /// Layouts were written to the user's own folder.
    LayoutsSaved(Result<(), LayoutError>),
    /// A project's file was read.
    ProjectRead(PathBuf, Box<Result<Opened, OpenError>>),
    /// It is known what a copy to share holds.
    CopyMade(Arc<SharedCopy>),
    /// A copy to share was written.
    CopySaved(PathBuf, Result<(), SaveError>),
    /// A project was written.
    ProjectSaved(Box<SaveEnd>),
    /// Something became known of the project's file.
    Saving(SavingMessage),
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
    /// A story was laid out to be published.
    StoryLaidOut(StoryId, Result<Arc<PublishableStory>, PublishError>),
    /// A story was written to a file, or into a folder.
    StoryPublished(PathBuf, Result<(), PublishError>),
    /// A presentation was looked through.
    DeckLookedThrough(PathBuf, Result<Arc<FoundChanges>, LookThroughError>),
    /// A presentation was refreshed.
    DeckRefreshed(PathBuf, Result<(), RefreshError>),
    /// A file was to be shown in its folder.
    FolderShown(PathBuf, std::io::Result<()>),
    /// A file was read as a logo.
    LogoRead(Result<Logo, LogoError>),
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
    /// A set of harm weights.
    HarmWeights,
    /// The workbook that a value came from.
    FindWorkbook,
    /// Where to write the project.
    SaveProject,
    /// Where to write a copy to share.
    ShareCopy,
    /// Where to write the chart, most likely as this.
    SavePicture(FileKind),
    /// Where to publish a story.
    Publish(Publication),
    /// A presentation to refresh.
    RefreshDeck,
    /// The logo of the brand.
    ChooseLogo,
}
