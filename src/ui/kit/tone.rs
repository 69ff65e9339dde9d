//! What a thing says of itself: better, worse, to be looked at, or nothing of the kind.

use egui::Color32;

use crate::ui::tokens::Colours;

/// The tone of a badge, a change, a card's edge or a toast. Never the only sign: a mark or a word says the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Neither good nor bad.
    #[default]
    Neutral,
    /// Chosen or important.
    Accent,
    /// Better.
    Good,
    /// Worse.
    Bad,
    /// Needs an eye.
    Warning,
}

impl Tone {
    /// The colour of text.
    pub const fn ink(self, colours: &Colours) -> Color32 {
        match self {
            Self::Neutral => colours.ink_secondary,
            Self::Accent => colours.accent_ink,
            Self::Good => colours.good,
            Self::Bad => colours.bad,
            Self::Warning => colours.warning,
        }
    }

    /// The fill behind that text.
    pub const fn soft(self, colours: &Colours) -> Color32 {
        match self {
            Self::Neutral => colours.neutral_soft,
            Self::Accent => colours.accent_soft,
            Self::Good => colours.good_soft,
            Self::Bad => colours.bad_soft,
            Self::Warning => colours.warning_soft,
        }
    }

    /// The colour of edges and marks.
    pub const fn edge(self, colours: &Colours) -> Color32 {
        match self {
            Self::Neutral => colours.neutral_edge,
            Self::Accent => colours.accent,
            Self::Good => colours.good_edge,
            Self::Bad => colours.bad_edge,
            Self::Warning => colours.warning_edge,
        }
    }
}
