//! Why a command came to nothing, as its user is told.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::window::WindowError;
use crate::export::ExportError;
use crate::export::pptx::RefreshError;
use crate::export::story::PublishError;
use crate::import::ReadError;
use crate::project::layout_file::LayoutError;
use crate::project::saving::SavingError;
use crate::project::store::{Lost, OpenError};

/// Why a command came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The words of the command line do not fit what the files hold.
    #[error("{0}")]
    Usage(String),
    /// A workbook could not be read; the error names it.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A project could not be opened.
    #[error("{}: {error}", path.display())]
    Open {
        /// The project.
        path: PathBuf,
        /// Why.
        error: OpenError,
    },
    /// Parts of a project could not be read.
    #[error("{}: {}\nOpened in the window, it becomes a copy with what can be read.", path.display(), lines(lost))]
    Damaged {
        /// The project.
        path: PathBuf,
        /// What could not be read.
        lost: Vec<Lost>,
    },
    /// A project could not be saved; the error names it.
    #[error(transparent)]
    Save(#[from] SavingError),
    /// A layout could not be read or written.
    #[error("{}: {error}", path.display())]
    Layout {
        /// Its file.
        path: PathBuf,
        /// Why.
        error: LayoutError,
    },
    /// A workbook is not of the layout by which it was to be read.
    #[error(
        "{} does not look like “{partner}”: too few of its tables have the headings, rows and titles of the layout. Read it without --layout, and remember its layout anew with --save-layout.",
        workbook.display()
    )]
    OtherLayout {
        /// The workbook.
        workbook: PathBuf,
        /// Under whose name the layout is kept.
        partner: String,
    },
    /// A picture could not be written.
    #[error("{}: {error}", path.display())]
    Export {
        /// The picture.
        path: PathBuf,
        /// Why.
        error: ExportError,
    },
    /// A story could not be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// A presentation could not be refreshed; it is as it was.
    #[error("{}: {error}", path.display())]
    Refresh {
        /// The presentation.
        path: PathBuf,
        /// Why.
        error: RefreshError,
    },
    /// No window could be opened.
    #[error(transparent)]
    Window(#[from] WindowError),
    /// The result could not be written.
    #[error("The result could not be written: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    /// Whether it was only that nobody reads the output any more, as with `| head`.
    pub fn is_closed_pipe(&self) -> bool {
        // On Windows it may also be "no process is on the other end of the pipe".
        let is_closed = |error: &io::Error| {
            error.kind() == io::ErrorKind::BrokenPipe
                || (cfg!(windows) && error.raw_os_error() == Some(233))
        };
        matches!(self, Self::Output(error) if is_closed(error))
    }

    /// 2 where the words were wrong, 1 for everything else.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if matches!(self, Self::Usage(_)) { 2 } else { 1 })
    }
}

fn lines(lost: &[Lost]) -> String {
    let lines: Vec<String> = lost.iter().map(Lost::to_string).collect();
    lines.join("\n")
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Output(error),
            other => Self::Output(io::Error::other(format!("{other:?}"))),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}
