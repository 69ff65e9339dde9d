//! Everything that the sources of a project hold, as one list of measures, areas, cohorts and periods.

use serde::{Deserialize, Serialize};

use crate::base::text;
use crate::data::{Measure, Unit};

/// A measure across sources: those of the same folded name and the same unit are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MeasureKey {
    /// The name, folded for comparison.
    pub folded_name: String,
    /// The unit.
    pub unit: Unit,
}

impl MeasureKey {
    /// The key of a measure.
    pub fn of(measure: &Measure) -> Self {
        Self {
            folded_name: text::fold(&measure.name),
            unit: measure.unit,
        }
    }
}

/// What the sources hold.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {}
