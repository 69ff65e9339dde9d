//! Targets: what a plan wants of a measure, from where, by when, and who answers for it.

use serde::{Deserialize, Serialize};

use super::area::Area;
use super::cell::CellRef;
use super::measure::Unit;
use super::period::Period;

/// One row of a table of targets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The measure, cleaned, in the source's own words.
    pub measure: String,
    /// The place, where the row or the title names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// The unit of baseline, target, milestones and results; percentages are held on 0 to 100.
    pub unit: Unit,
    /// Where the measure is meant to go, as far as the words or the figures tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Course>,
    /// What is to be reached.
    pub aim: Aim,
    /// The target as it stands in its cell; empty where the cell is.
    #[serde(default)]
    pub words: String,
    /// The day or span by which it is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Period>,
    /// The figure that the target is measured from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<TargetFigure>,
    /// What is to be reached on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<TargetFigure>,
    /// The figures since the baseline, in the order of their columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<TargetFigure>,
    /// The group of targets it stands in: a priority, a theme; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// Who answers for it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Where its figures come from; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// What the sender says of its state ("On track", "Red"); may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub status: String,
    /// The cell of the target, or of the measure where the row gives none.
    pub cell: CellRef,
}

/// A figure in a table of targets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetFigure {
    /// The value in the target's unit; `None` where the cell holds words of which no number is certain.
    pub value: Option<f64>,
    /// The cell as it stands.
    pub words: String,
    /// Its period, where the heading or the cell names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The cell.
    pub cell: CellRef,
}

/// Where a measure is meant to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Course {
    /// Down.
    Reduce,
    /// Up.
    Increase,
    /// To stay where it is.
    Maintain,
}

impl Course {
    /// The word of the command line's output.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reduce => "reduce",
            Self::Increase => "increase",
            Self::Maintain => "maintain",
        }
    }
}

/// What is to be reached, as far as it is certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// Words alone: "below the national average", or nothing.
    #[default]
    Words,
    /// A value.
    Reach(f64),
    /// A value or more.
    AtLeast(f64),
    /// A value or less.
    AtMost(f64),
    /// A change by per cent of the baseline, negative downwards.
    ChangeByPercent(f64),
    /// A change by percentage points, negative downwards.
    ChangeByPoints(f64),
    /// A change by a number in the measure's unit, negative downwards.
    ChangeByNumber(f64),
    /// A change of a percentage "by 10%": per cent of the baseline or percentage points, nobody knows.
    ChangeUnclear(f64),
}

impl Target {
    /// The value to be reached, in the target's unit; worked out from the baseline where the aim is a
    /// change. `None` where that is not certain.
    ///
    /// ```
    /// # use bellwether::data::target::{Aim, Target, TargetFigure};
    /// # use bellwether::data::{CellRef, SheetIndex, Unit};
    /// # let cell = CellRef::new(SheetIndex(0), 6, 0);
    /// # let baseline = TargetFigure { value: Some(14_840.0), words: String::from("14840"), period: None, cell };
    /// # let mut target = Target { measure: String::from("Incidents"), area: None, unit: Unit::Count, course: None,
    /// #     aim: Aim::Words, words: String::new(), due: None, baseline: Some(baseline), milestones: Vec::new(),
    /// #     results: Vec::new(), group: String::new(), owner: String::new(), source: String::new(),
    /// #     status: String::new(), cell };
    /// target.aim = Aim::ChangeByPercent(-25.0); // from 14,840
    /// assert_eq!(target.value(), Some(11_130.0));
    /// ```
    pub fn value(&self) -> Option<f64> {
        let baseline = self.baseline.as_ref().and_then(|figure| figure.value);
        match self.aim {
            Aim::Words | Aim::ChangeUnclear(_) => None,
            Aim::Reach(value) | Aim::AtLeast(value) | Aim::AtMost(value) => Some(value),
            Aim::ChangeByPercent(percent) => {
                baseline.map(|baseline| baseline * (100.0 + percent) / 100.0)
            }
            Aim::ChangeByPoints(change) | Aim::ChangeByNumber(change) => {
                baseline.map(|baseline| baseline + change)
            }
        }
    }
}
