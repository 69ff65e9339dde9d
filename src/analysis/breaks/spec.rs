//! Breaks in series as the project keeps them: what was declared, and which notes of workbooks were set aside.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::analysis::MeasureKey;
use crate::data::{BreakReason, Period, SourceId};

/// Tells a declared break from the others of its project.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct BreakId(pub u32);

/// Whose values a declared break is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BreakScope {
    /// Those of one measure.
    Measure {
        /// The measure.
        key: MeasureKey,
        /// What it was called when the break was declared.
        name: String,
    },
    /// Those of one workbook and of its newer returns.
    Source {
        /// The workbook.
        id: SourceId,
        /// Its file's name.
        name: String,
    },
}

impl BreakScope {
    /// The name of the measure or of the workbook.
    pub fn name(&self) -> &str {
        match self {
            Self::Measure { name, .. } | Self::Source { name, .. } => name,
        }
    }
}

/// A break in series that somebody declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakSpec {
    /// Tells it from the others; given by the project.
    #[serde(default)]
    pub id: BreakId,
    /// Whose values it is about.
    pub of: BreakScope,
    /// The area, by name; empty is every area.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// The first period whose values are not comparable with those before.
    pub from: Period,
    /// Why.
    #[serde(default)]
    pub reason: BreakReason,
    /// More about it, in somebody's own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// A workbook's note of a break that somebody set aside: the values are comparable after all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SetAside {
    /// The workbook.
    pub source: SourceId,
    /// The measure.
    pub measure: MeasureKey,
    /// The first day of the period from which on the note calls values not comparable.
    pub from: Date,
}

/// What the project says of breaks in series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Breaks {
    /// Those that somebody declared, in the order of their numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub declared: Vec<BreakSpec>,
    /// The notes of workbooks that somebody set aside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
}

impl Breaks {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.declared.is_empty() && self.set_aside.is_empty()
    }
}
