//! A target as the project keeps it: intent, in the project's words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::analysis::MeasureKey;
use crate::data::{CellRef, Cohort, Period, SourceId, Unit};

/// Tells a target from the others of its project.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct TargetId(pub u32);

/// A target: what is wanted of a measure in an area, from where, by when, and who answers for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetSpec {
    /// Tells it from the others; given by the project.
    #[serde(default)]
    pub id: TargetId,
    /// The measure.
    pub measure: MeasureKey,
    /// What the measure was called when the target was set, for the day on which no source holds it.
    pub measure_name: String,
    /// The area, by name; empty is the widest that the measure has.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// The people.
    #[serde(default, skip_serializing_if = "Cohort::is_everyone")]
    pub cohort: Cohort,
    /// What it is measured from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineSpec>,
    /// What is to be reached.
    pub aim: TargetAim,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Period>,
    /// What is to be reached on the way, by their dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<MilestoneSpec>,
    /// The plan that it stands in; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// Who answers for it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The target in the plan's own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The day on which the next figure is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_data: Option<Date>,
    /// The cell of the workbook from which it was taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<TakenFrom>,
}

/// What a target is measured from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BaselineSpec {
    /// Its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The value, in the measure's unit, where it was typed; else that of the data for the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

/// What is to be reached by a date before the target's own.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MilestoneSpec {
    /// By the end of this.
    pub due: Period,
    /// The value, in the measure's unit; compared as the target is.
    pub value: f64,
}

/// Where a target was taken over from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenFrom {
    /// The workbook.
    pub source: SourceId,
    /// The cell.
    pub cell: CellRef,
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum TargetAim {
    /// A value on the right side of a mark.
    Reach(Rule),
    /// A change by per cent of the baseline, negative downwards.
    ByPercent(f64),
    /// A change by percentage points, or by a number in the measure's unit; negative downwards.
    ByNumber(f64),
    /// A change of a percentage "by 10%", of which nobody has said yet whether it is per cent of the figure or
    /// percentage points; negative downwards.
    Unclear(f64),
    /// Lower, or fewer, than the baseline.
    Lower,
    /// Higher, or more, than the baseline.
    Higher,
    /// As the baseline was.
    Hold,
    /// Words alone, which no rule can judge.
    InWords,
}

/// A mark and the side of it that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Which side.
    pub comparison: Comparison,
    /// The mark, in the measure's unit.
    pub value: f64,
}

/// The side of a mark that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparison {
    /// The mark or more.
    AtLeast,
    /// The mark or less.
    AtMost,
    /// More than the mark.
    MoreThan,
    /// Less than the mark.
    LessThan,
}

impl Comparison {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 4] = [Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan];

    /// Its sign: `≥`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::MoreThan => ">",
            Self::LessThan => "<",
        }
    }
}

impl Rule {
    /// A value or less after a fall, a value or more after a rise.
    pub(crate) fn after_change(value: f64, change: f64) -> Self {
        let comparison = if change < 0.0 {
            Comparison::AtMost
        } else {
            Comparison::AtLeast
        };
        Self { comparison, value }
    }

    /// The rule for reading: `≤ 11,130`.
    pub fn words(self, unit: Unit) -> String {
        format!("{} {}", self.comparison.sign(), unit.format(self.value))
    }
}

impl TargetAim {
    /// The rule that it comes to, where it is one of a value: a change is reckoned from the baseline.
    pub fn rule(self, baseline: Option<f64>) -> Option<Rule> {
        match self {
            Self::Reach(rule) => Some(rule),
            Self::ByPercent(percent) => {
                let value = baseline? * (100.0 + percent) / 100.0;
                Some(Rule::after_change(value, percent))
            }
            Self::ByNumber(change) => Some(Rule::after_change(baseline? + change, change)),
            _ => None,
        }
    }

    /// The side of a mark that is wanted, whatever the mark.
    pub(crate) fn side(self) -> Option<Comparison> {
        match self {
            Self::Reach(rule) => Some(rule.comparison),
            Self::ByPercent(change) | Self::ByNumber(change) | Self::Unclear(change) => {
                Some(Rule::after_change(0.0, change).comparison)
            }
            Self::Lower => Some(Comparison::LessThan),
            Self::Higher => Some(Comparison::MoreThan),
            Self::Hold | Self::InWords => None,
        }
    }

    /// Whether it is the size of a change from the baseline.
    pub const fn is_change(self) -> bool {
        matches!(
            self,
            Self::ByPercent(_) | Self::ByNumber(_) | Self::Unclear(_)
        )
    }

    /// Whether its number is one that can be reckoned with.
    fn is_finite(self) -> bool {
        match self {
            Self::Reach(rule) => rule.value.is_finite(),
            Self::ByPercent(change) | Self::ByNumber(change) | Self::Unclear(change) => {
                change.is_finite() && change != 0.0
            }
            Self::Lower | Self::Higher | Self::Hold | Self::InWords => true,
        }
    }
}

impl TargetSpec {
    /// A target for a measure that says nothing yet but that it is to stay.
    pub fn about(measure: MeasureKey, measure_name: String) -> Self {
        Self {
            id: TargetId::default(),
            measure,
            measure_name,
            area: String::new(),
            cohort: Cohort::everyone(),
            baseline: None,
            aim: TargetAim::Hold,
            due: None,
            milestones: Vec::new(),
            plan: String::new(),
            owner: String::new(),
            words: String::new(),
            next_data: None,
            taken_from: None,
        }
    }

    /// Whether all of its numbers can be reckoned with.
    pub fn is_sound(&self) -> bool {
        let baseline = self.baseline.and_then(|baseline| baseline.value);
        let milestones = self.milestones.iter().map(|milestone| milestone.value);
        self.aim.is_finite() && milestones.chain(baseline).all(f64::is_finite)
    }
}
