//! What is to be known before a story is published, and why it is not.

use std::fmt;

use crate::base::progress::Cancelled;
use crate::chart::message::MessageCheck;
use crate::export::file::ExportError;
use crate::export::guard::{PublishableSlide, SlideState};
use crate::export::pptx::DeckError;
use crate::project::story::SlideId;

/// Why a story was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Slides say what is withheld.
    #[error("{}", lines(.0))]
    Refused(Vec<RefusedSlide>),
    /// There is no slide.
    #[error(
        "No slide of this story can be published: all are hidden, or no workbook of this project holds what they show."
    )]
    Nothing,
    /// A chart or the file could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The presentation could not be made.
    #[error(transparent)]
    Deck(#[from] DeckError),
    /// Somebody stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// A slide whose words say what is withheld.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedSlide {
    /// The slide.
    pub id: SlideId,
    /// Its number in the story, from 1.
    pub number: usize,
    /// What it says, and what to do.
    pub words: String,
}

fn lines(refused: &[RefusedSlide]) -> String {
    let lines = refused
        .iter()
        .map(|slide| format!("Slide {}: {}", slide.number, slide.words));
    lines.collect::<Vec<_>>().join("\n")
}

/// Something to be known of a slide before it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number in the story, from 1.
    pub number: usize,
    /// What.
    pub kind: NoticeKind,
}

/// What is to be known of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Its message is no longer true; the true one is published in its place.
    NoLongerTrue {
        /// What it says.
        said: String,
        /// What is true.
        now: String,
    },
    /// Its message has figures that stand in no chart of the slide.
    NotInChart(Vec<String>),
    /// No workbook holds what it shows; it is left out.
    NoData,
    /// Some of it does not fit.
    Overfull,
}

impl Notice {
    /// What is to be known of a slide.
    pub(super) fn of(number: usize, slide: &PublishableSlide) -> Vec<Self> {
        let mut kinds = Vec::new();
        if slide.state() != &SlideState::Ready {
            kinds.push(NoticeKind::NoData);
        }
        match slide.check() {
            MessageCheck::Changed { said, now } => kinds.push(NoticeKind::NoLongerTrue {
                said: said.clone(),
                now: now.clone(),
            }),
            MessageCheck::NotInChart(figures) => {
                kinds.push(NoticeKind::NotInChart(figures.clone()));
            }
            MessageCheck::True | MessageCheck::Nothing => {}
        }
        if slide.is_overfull() {
            kinds.push(NoticeKind::Overfull);
        }
        let notices = kinds.into_iter().map(|kind| Self { number, kind });
        notices.collect()
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Slide {}: {}", self.number, self.kind)
    }
}

impl fmt::Display for NoticeKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoLongerTrue { said, now } => write!(
                out,
                "“{said}” is no longer true. “{now}” is published in its place"
            ),
            Self::NotInChart(figures) => write!(
                out,
                "{} in its message cannot be found in its chart. Only you can say whether it is true",
                figures.join(", ")
            ),
            Self::NoData => write!(
                out,
                "no workbook of this project holds what it shows, so it is left out"
            ),
            Self::Overfull => write!(out, "some of it does not fit on the slide"),
        }
    }
}
