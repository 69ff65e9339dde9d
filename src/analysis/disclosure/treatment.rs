//! What is done with a figure.

use crate::stats::base_policy::{BasePolicy, BaseTreatment};

/// What is to be done with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellTreatment {
    /// It is shown.
    Shown,
    /// It is shown with a mark.
    LowBase,
    /// Its base is too small.
    TooFew,
    /// Somebody could be told by it.
    Confidential,
}

impl CellTreatment {
    /// Whether it may be seen.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Shown | Self::LowBase)
    }

    /// Whether it is not shown since somebody could be told by it.
    pub const fn is_confidential(self) -> bool {
        matches!(self, Self::Confidential)
    }

    /// The mark in place of a figure that is not shown: `[c]`, `[u]`; nothing for one that is.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Confidential => "[c]",
            Self::TooFew => "[u]",
            Self::Shown | Self::LowBase => "",
        }
    }

    /// The treatment of percentages of the people who gave an answer, by how many they are.
    pub fn by_row(unweighted_count: usize) -> Self {
        Self::by_bases(unweighted_count, None, BasePolicy::DEFAULT)
    }

    /// The treatment of a figure by its bases.
    pub fn by_bases(unweighted: usize, effective: Option<f64>, policy: BasePolicy) -> Self {
        let unweighted = f64::from(u32::try_from(unweighted).unwrap_or(u32::MAX));
        match policy.treatment(Some(unweighted), effective) {
            BaseTreatment::Ordinary => Self::Shown,
            BaseTreatment::LowBase => Self::LowBase,
            BaseTreatment::Withheld => Self::TooFew,
        }
    }
}
