//! Weights of harm: how much an offence of each kind counts beside one of another, as somebody published them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cell::CellRef;

/// A set of weights, as it was read from a workbook; immutable, replaced as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HarmWeights {
    /// What the set is called: the workbook's name without its ending.
    pub name: String,
    /// The workbook.
    pub file_name: String,
    /// The sheet; empty for a CSV file.
    #[serde(default)]
    pub sheet: String,
    /// When it was read.
    pub imported_on: Date,
    /// Whether the workbook says that its figures are made up.
    #[serde(default)]
    pub is_illustrative: bool,
    /// The heading of the column of weights.
    #[serde(default)]
    pub heading: String,
    /// The weights, in the workbook's order; each offence once.
    pub weights: Vec<HarmWeight>,
}

/// How much one offence of a kind counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HarmWeight {
    /// The offence as the workbook names it.
    pub offence: String,
    /// The weight: not negative, in whatever the set counts (days of sentence, pounds, points).
    pub weight: f64,
    /// The cell of the weight.
    pub cell: CellRef,
}

impl HarmWeights {
    /// Whether every weight can be reckoned with.
    pub fn is_sound(&self) -> bool {
        let is_weight = |held: &HarmWeight| held.weight.is_finite() && held.weight >= 0.0;
        !self.weights.is_empty() && self.weights.iter().all(is_weight)
    }

    /// Where a weight stands: `weights.xlsx › Weights › B4`.
    pub fn place(&self, weight: &HarmWeight) -> String {
        if self.sheet.is_empty() {
            format!("{} › {}", self.file_name, weight.cell)
        } else {
            format!("{} › {} › {}", self.file_name, self.sheet, weight.cell)
        }
    }
}
