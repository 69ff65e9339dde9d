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

impl fmt::Display for RefreshNote {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            slide,
            what,
            name,
            from,
            to,
        } = self;
        write!(out, "Slide {slide}: ")?;
        match what {
            Refreshed::Words => write!(out, "{name} said “{from}”, says “{to}”"),
            Refreshed::WordsKept => write!(
                out,
                "{name} was written by hand and kept: “{from}”. From the data it would be “{to}”"
            ),
            Refreshed::Value | Refreshed::Cell if from.is_empty() => {
                write!(out, "{name} is new: {to}")
            }
            Refreshed::Value | Refreshed::Cell if to.is_empty() => {
                write!(out, "{name} is gone: it was {from}")
            }
            Refreshed::Value | Refreshed::Cell => write!(out, "{name}: {from} → {to}"),
            Refreshed::Picture => write!(out, "{name} was drawn anew"),
            Refreshed::Left => write!(
                out,
                "{name} was left as it was, since it was made into something else"
            ),
            Refreshed::NotInStory => {
                write!(out, "it is no longer in the story and was left as it was")
            }
        }
    }
}
