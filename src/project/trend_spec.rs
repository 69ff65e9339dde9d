//! What the user wants of a trend chart; saved in projects, while everything computed from it is not.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::analysis::SeriesKey;

/// What the user wants of a trend chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box of the panel, ticked for itself"
)]
pub struct TrendSpec {
    /// A title in the user's own words, in place of the one written from the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether 95% confidence intervals are drawn.
    pub show_intervals: bool,
    /// Whether lines are named at their ends; otherwise in a key over the plot.
    pub label_line_ends: bool,
    /// Whether events are drawn.
    pub show_events: bool,
    /// Whether the target, its milestone and its baseline are drawn.
    #[serde(skip_serializing_if = "is_true")]
    pub show_targets: bool,
    /// The line in front.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highlight: Option<SeriesKey>,
    /// The lines not drawn.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub hidden: BTreeSet<SeriesKey>,
    /// Events marked on the time axis.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<ChartEvent>,
}

/// Something that happened, marked on the time axis.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChartEvent {
    /// When.
    pub date: jiff::civil::Date,
    /// What, in a few words.
    pub text: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "what serde calls takes a reference"
)]
const fn is_true(held: &bool) -> bool {
    *held
}

impl Default for TrendSpec {
    fn default() -> Self {
        Self {
            title: None,
            show_intervals: true,
            label_line_ends: true,
            show_events: true,
            show_targets: true,
            highlight: None,
            hidden: BTreeSet::new(),
            events: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Cohort;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = TrendSpec {
            title: Some(String::from("Streets feel less safe")),
            highlight: Some(SeriesKey {
                area: String::from("Ashfield"),
                cohort: Cohort::of("Age", "16-24"),
            }),
            events: vec![ChartEvent {
                date: jiff::civil::date(2021, 3, 31),
                text: String::from("National concern"),
            }],
            ..TrendSpec::default()
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<TrendSpec>(&saved).unwrap(), spec);
        assert_eq!(
            ron::from_str::<TrendSpec>("()").unwrap(),
            TrendSpec::default()
        );
    }
}
