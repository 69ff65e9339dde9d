//! What the project holds of harm: a set of weights, and which concern an offence is where names differ.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::catalogue::MeasureKey;
use crate::analysis::concerns::ConcernItem;
use crate::data::HarmWeights;

/// What the project holds of harm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HarmSpec {
    /// The weights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<Arc<HarmWeights>>,
    /// The concerns that somebody chose for offences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<ConcernMatch>,
}

/// The concern that somebody chose for an offence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcernMatch {
    /// The offence.
    pub offence: MeasureKey,
    /// The concern; `None` where it has none, whatever the names say.
    pub concern: Option<ConcernKey>,
}

/// An issue of a list of concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcernKey {
    /// The measure of those who name it.
    pub measure: MeasureKey,
    /// The dimension and category, where one measure is of all issues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<(String, String)>,
}

impl ConcernKey {
    /// The key of an issue.
    pub fn of(item: &ConcernItem) -> Self {
        Self {
            measure: item.measure.clone(),
            category: item.category.clone(),
        }
    }
}

impl HarmSpec {
    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the weights can be reckoned with.
    pub fn is_sound(&self) -> bool {
        self.weights
            .as_ref()
            .is_none_or(|weights| weights.is_sound())
    }

    /// What somebody chose for an offence.
    pub fn chosen(&self, offence: &MeasureKey) -> Option<&ConcernMatch> {
        self.concerns.iter().find(|held| held.offence == *offence)
    }
}
