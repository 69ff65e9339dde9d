//! What the user wants of the scorecard; saved in projects, while everything computed from it is not.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::analysis::targets::ScorecardTime;
use crate::data::Period;

/// What the user wants of the scorecard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScorecardSpec {
    /// The plan whose targets are shown; `None` is all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// What the latest figures are shown against.
    #[serde(skip_serializing_if = "Against::is_both")]
    pub against: Against,
    /// The period by whose end it is told; `None` is the latest of each target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Period>,
}

/// What the latest figures are shown against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Against {
    /// Baseline and target.
    #[default]
    BaselineAndTarget,
    /// The target alone.
    Target,
}

impl Against {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 2] = [Self::BaselineAndTarget, Self::Target];

    /// In words, as the sentence says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BaselineAndTarget => "baseline and target",
            Self::Target => "target",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "what serde calls takes a reference"
    )]
    const fn is_both(&self) -> bool {
        matches!(self, Self::BaselineAndTarget)
    }
}

impl ScorecardSpec {
    /// By when it is told, read on a day.
    pub const fn time(&self, today: Date) -> ScorecardTime {
        ScorecardTime {
            as_of: self.as_of,
            today: Some(today),
        }
    }

    /// Whether nothing was chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
