//! One value of a measure for a period, an area and a cohort, with the cell it came from.

use serde::{Deserialize, Serialize};

use super::cell::CellRef;

/// What a source says of a value besides its number.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Status {
    /// Nothing.
    #[default]
    Ordinary,
    /// To be confirmed: `[p]`.
    Provisional,
    /// Changed since it was first published: `[r]`.
    Revised,
    /// Withheld to protect somebody: `[c]`, `<5`.
    Suppressed,
    /// Not available: `[x]`, `..`, `:`.
    NotAvailable,
    /// To come later: "Awaiting data".
    AwaitingData,
    /// Not applicable: `[z]`.
    NotApplicable,
    /// Too unreliable to give: `[u]`, often a base under 50.
    LowReliability,
    /// Given, on a small base.
    LowBase,
    /// Estimated: `[e]`.
    Estimated,
    /// Not comparable with what stands before it: `[b]`.
    Break,
    /// More than zero, but rounds to it: `[k]`, `[low]`.
    NearZero,
    /// An Excel error (`#REF!`) stands in the cell.
    CellError,
}

impl Status {
    /// The words of the command line's output and of the screen; empty when ordinary.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Ordinary => "",
            Self::Provisional => "provisional",
            Self::Revised => "revised",
            Self::Suppressed => "suppressed",
            Self::NotAvailable => "not available",
            Self::AwaitingData => "awaiting data",
            Self::NotApplicable => "not applicable",
            Self::LowReliability => "low reliability",
            Self::LowBase => "low base",
            Self::Estimated => "estimated",
            Self::Break => "break in series",
            Self::NearZero => "near zero",
            Self::CellError => "cell error",
        }
    }
}

/// One value. The indices point into the tables of the [`Source`](super::Source) that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Index into the source's measures.
    pub measure: u32,
    /// Index into the source's areas; `None` where the source names no area.
    pub area: Option<u32>,
    /// Index into the source's cohorts.
    pub cohort: u32,
    /// Index into the source's periods; `None` where no period could be found.
    pub period: Option<u32>,
    /// The value in the measure's unit (percent on 0 to 100), exactly as stored; `None` where the status
    /// says why there is none.
    pub value: Option<f64>,
    /// The unweighted number of respondents behind it.
    pub unweighted_base: Option<f64>,
    /// The effective base after weighting, where the source gives it.
    pub effective_base: Option<f64>,
    /// What the source says of the value.
    pub status: Status,
    /// The cell that holds the value.
    pub cell: CellRef,
    /// Index into the source's notes.
    pub note: Option<u32>,
}
