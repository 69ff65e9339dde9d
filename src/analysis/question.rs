//! A question as the sentence over the chart puts it: "Show … by … in … from … to … compared with …".

use serde::{Deserialize, Serialize};

use super::cadence::Cadence;
use super::catalogue::MeasureKey;
use super::shown_as::ShownAs;
use crate::data::{Cohort, Period};

/// A question; saved in projects as what the user asked, never with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// "Show …".
    pub measure: MeasureKey,
    /// "as …".
    #[serde(default, skip_serializing_if = "ShownAs::is_as_given")]
    pub shown_as: ShownAs,
    /// "by …".
    #[serde(default)]
    pub split: Split,
    /// "in …": names of areas; none is every area that the split needs, or the widest there is.
    #[serde(default)]
    pub areas: Vec<String>,
    /// The people asked about, before the split.
    #[serde(default)]
    pub cohort: Cohort,
    /// "from … to …".
    #[serde(default)]
    pub periods: PeriodRange,
    /// How long the periods are; `None` is the length of which there are most.
    #[serde(default)]
    pub cadence: Option<Cadence>,
    /// "compared with …".
    #[serde(default)]
    pub comparator: Comparator,
}

/// What makes the lines of a trend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Split {
    /// One line for each area of the question.
    #[default]
    Areas,
    /// One line for each category of each of these dimensions.
    Dimensions(Vec<String>),
}

/// The first and last period shown; `None` is as far as the data reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodRange {
    /// The first period.
    #[serde(default)]
    pub from: Option<Period>,
    /// The last period.
    #[serde(default)]
    pub to: Option<Period>,
}

/// The line that the others are compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparator {
    /// None.
    #[default]
    Nothing,
    /// Everybody in the area of the question.
    Everyone,
    /// Another area, by name.
    Area(String),
}

impl PeriodRange {
    /// Whether a period ends within it.
    pub fn holds(&self, period: &Period) -> bool {
        self.from.is_none_or(|from| period.end >= from.end)
            && self.to.is_none_or(|to| period.end <= to.end)
    }
}

impl Question {
    /// The plainest question about a measure.
    pub fn about(measure: MeasureKey) -> Self {
        Self {
            measure,
            shown_as: ShownAs::default(),
            split: Split::default(),
            areas: Vec::new(),
            cohort: Cohort::everyone(),
            periods: PeriodRange::default(),
            cadence: None,
            comparator: Comparator::default(),
        }
    }
}
