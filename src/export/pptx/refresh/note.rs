//! What a refresh changed, and why it was not made.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::export::pptx::deck::DeckError;

/// Why a presentation was not refreshed. The file is then as it was.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// It is under a password, or of PowerPoint before 2007.
    #[error(
        "The presentation is protected by a password, or was saved by a PowerPoint of before 2007. Save it without password as .pptx, then refresh it."
    )]
    Locked,
    /// It is something else.
    #[error("The file is not a PowerPoint presentation. Choose one that ends in .pptx.")]
    NoPresentation,
    /// It cannot be read.
    #[error(
        "The presentation is damaged ({0}). Open it in PowerPoint, let it repair the file, save it, then refresh it."
    )]
    Damaged(String),
    /// Somebody has it open.
    #[error("“{}” is open in PowerPoint. Close it there, then refresh it.", .0.display())]
    Open(PathBuf),
    /// Somebody saved it since it was looked through.
    #[error("“{}” was changed since it was looked through, so nothing was written. Refresh it again.", .0.display())]
    ChangedSince(PathBuf),
    /// It was published from elsewhere.
    #[error(
        "The presentation was published from another project, or from a story that is gone. Open the project from which it was published, then refresh it."
    )]
    OtherProject,
    /// Nothing in it was published from here.
    #[error(
        "Nothing in the presentation was published from this project, so there is nothing to refresh."
    )]
    NothingOfOurs,
    /// The result would not be a whole file.
    #[error(
        "The refreshed presentation would not be whole ({0}), so it was not saved. Publish it anew instead."
    )]
    NotWhole(String),
    /// The new contents could not be put together.
    #[error(transparent)]
    Contents(#[from] DeckError),
    /// The file could not be read or written.
    #[error("“{}” could not be read or written: {error}. It may be open in another program, or the folder may be read-only.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the file system says.
        error: io::Error,
    },
}

/// What kind of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refreshed {
    /// The words of a title, a subtitle, a footnote.
    Words,
    /// Words that somebody wrote in PowerPoint: they were kept, and the data say something else now.
    WordsKept,
    /// A value of a chart; from or to nothing where it is new or gone.
    Value,
    /// A cell of a table.
    Cell,
    /// A picture was drawn anew.
    Picture,
    /// A shape was left as it was, since it is something else now.
    Left,
    /// The slide is no longer in the story; it was left as it was.
    NotInStory,
    /// The slide is in the story but cannot be shown today; it was left as it was.
    SlideLeft,
    /// The slide was published from another story; it was left as it was.
    OfAnotherStory,
    /// Words that were not found again, since another program saved the presentation or somebody took them away.
    Lost,
    /// A table is shorter today and ends on an earlier slide; this one was left as it was.
    TableEnded,
    /// A table has more rows today than the presentation has slides for.
    NoRoom,
}

impl Refreshed {
    /// Whether something stays as it is that the data may have otherwise.
    pub const fn is_kept(self) -> bool {
        !matches!(self, Self::Words | Self::Value | Self::Cell | Self::Picture)
    }

    /// Whether it is the slide as a whole of which it tells.
    pub const fn is_of_slide(self) -> bool {
        matches!(
            self,
            Self::NotInStory
                | Self::SlideLeft
                | Self::OfAnotherStory
                | Self::TableEnded
                | Self::NoRoom
        )
    }
}

/// Something that changed on a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshNote {
    /// The number of the slide as PowerPoint shows it, from 1; 0 where it is not in the presentation.
    pub slide: usize,
    /// What kind of thing.
    pub what: Refreshed,
    /// Which: "16–24, Dec 21", "Title".
    pub name: String,
    /// As it was.
    pub from: String,
    /// As it is.
    pub to: String,
}

impl RefreshNote {
    /// What changed, without the number of the slide.
    pub fn words(&self) -> String {
        let Self { what, name, .. } = self;
        let (from, to) = (&self.from, &self.to);
        match what {
            Refreshed::Words => format!("{name} said “{from}”, says “{to}”"),
            Refreshed::WordsKept => format!(
                "{name} was written by hand and kept: “{from}”. From the data it would be “{to}”"
            ),
            Refreshed::Value | Refreshed::Cell if from.is_empty() => format!("{name} is new: {to}"),
            Refreshed::Value | Refreshed::Cell if to.is_empty() => {
                format!("{name} is gone: it was {from}")
            }
            Refreshed::Value | Refreshed::Cell => format!("{name}: {from} → {to}"),
            Refreshed::Picture => format!("{name} was drawn anew"),
            Refreshed::Left => {
                format!("{name} was left as it was, since it was made into something else")
            }
            Refreshed::NotInStory => {
                String::from("it is no longer in the story and was left as it was")
            }
            Refreshed::SlideLeft => format!("it was left as it was. {to}"),
            Refreshed::OfAnotherStory => String::from(
                "it was published from another project or a story that is gone, and is left as it is",
            ),
            Refreshed::Lost => format!(
                "{name} was not found again: another program saved the presentation, or somebody changed or took it away. Look whether it still holds"
            ),
            Refreshed::TableEnded => String::from(
                "its table ends on an earlier slide now, so this one is out of date. Delete it",
            ),
            Refreshed::NoRoom => format!(
                "its table goes on with {to}, for which the presentation has no slide. Publish it anew to have them"
            ),
        }
    }
}

impl fmt::Display for RefreshNote {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Slide {}: {}", self.slide, self.words())
    }
}
