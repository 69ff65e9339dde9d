//! Breaks in series: from a period on, values are not comparable with those before, and why.

use serde::{Deserialize, Serialize};

use super::cell::CellRef;
use super::period::Period;

/// Why values are not comparable with those before.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum BreakReason {
    /// The question was worded otherwise.
    Wording,
    /// People were asked in another way: by telephone and no longer face to face.
    Mode,
    /// What is measured was defined otherwise.
    Definition,
    /// What counts as one incident, and when it is recorded, changed.
    CountingRules,
    /// The area's boundary changed.
    Boundary,
    /// Something else, or nobody says.
    #[default]
    Other,
}

impl BreakReason {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 6] = [
        Self::Wording,
        Self::Mode,
        Self::Definition,
        Self::CountingRules,
        Self::Boundary,
        Self::Other,
    ];

    /// What happened, within a sentence: "question wording changed".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Wording => "question wording changed",
            Self::Mode => "mode of collection changed",
            Self::Definition => "definition changed",
            Self::CountingRules => "counting rules changed",
            Self::Boundary => "boundary changed",
            Self::Other => "break in series",
        }
    }

    /// The same at the beginning of a line: "Question wording changed".
    pub const fn title(self) -> &'static str {
        match self {
            Self::Wording => "Question wording changed",
            Self::Mode => "Mode of collection changed",
            Self::Definition => "Definition changed",
            Self::CountingRules => "Counting rules changed",
            Self::Boundary => "Boundary changed",
            Self::Other => "Break in series",
        }
    }
}

/// A break in series that a note of a workbook tells of in clear words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotedBreak {
    /// The measures that it is about: indices into the source's.
    pub measures: Vec<u32>,
    /// The first period whose values are not comparable with those before.
    pub from: Period,
    /// Why.
    pub reason: BreakReason,
    /// The note, as it stands.
    pub words: String,
    /// Where it stands.
    pub cell: CellRef,
}
