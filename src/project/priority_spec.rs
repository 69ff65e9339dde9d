//! What the user wants of the chart of priority cohorts; saved in projects.

use serde::{Deserialize, Serialize};

use crate::analysis::CohortScope;
use crate::stats::base_policy::LEAST_BASE_WITHOUT_CAUTION;

/// What the user wants of the chart of priority cohorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrioritySpec {
    /// Whether single cohorts are compared.
    pub singles: bool,
    /// Whether pairs of cohorts are compared.
    pub pairs: bool,
    /// Which low bases are not drawn.
    pub hidden_bases: HiddenBases,
}

/// Which low bases are not drawn; those under 30 never are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HiddenBases {
    /// None.
    Nothing,
    /// Those under 50.
    #[default]
    Under50,
    /// Those under 100.
    Under100,
}

impl HiddenBases {
    /// The smallest base that is drawn.
    pub const fn least_base(self) -> f64 {
        match self {
            Self::Nothing => 0.0,
            Self::Under50 => 50.0,
            Self::Under100 => LEAST_BASE_WITHOUT_CAUTION,
        }
    }
}

impl Default for PrioritySpec {
    fn default() -> Self {
        let CohortScope { singles, pairs } = CohortScope::default();
        Self {
            singles,
            pairs,
            hidden_bases: HiddenBases::default(),
        }
    }
}

impl PrioritySpec {
    /// The cohorts that are compared.
    pub const fn scope(&self) -> CohortScope {
        CohortScope {
            singles: self.singles,
            pairs: self.pairs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = PrioritySpec {
            pairs: true,
            hidden_bases: HiddenBases::Under100,
            ..PrioritySpec::default()
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<PrioritySpec>(&saved).unwrap(), spec);
        assert_eq!(
            ron::from_str::<PrioritySpec>("()").unwrap(),
            PrioritySpec::default()
        );
    }
}
