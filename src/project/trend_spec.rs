//! How a trend chart is to be drawn: the user's choices, saved in the project.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::analysis::SeriesKey;

/// How a trend chart is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendSpec {
    /// The user's own title; `None` is the one that the rules write.
    #[serde(default)]
    pub title_override: Option<String>,
    /// Whether confidence intervals are shaded.
    #[serde(default = "yes")]
    pub show_intervals: bool,
    /// Whether lines are named at their ends; else a key stands above the plot.
    #[serde(default = "yes")]
    pub label_line_ends: bool,
    /// The line in front of the others.
    #[serde(default)]
    pub highlight: Option<SeriesKey>,
    /// Lines that are not drawn.
    #[serde(default)]
    pub hidden: BTreeSet<SeriesKey>,
}

const fn yes() -> bool {
    true
}

impl Default for TrendSpec {
    fn default() -> Self {
        Self {
            title_override: None,
            show_intervals: true,
            label_line_ends: true,
            highlight: None,
            hidden: BTreeSet::new(),
        }
    }
}
