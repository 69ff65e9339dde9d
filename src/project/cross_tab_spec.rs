//! What the user wants of a cross-tab; saved in projects.

use serde::{Deserialize, Serialize};

use crate::analysis::Question;
use crate::analysis::cross_tab::CrossTabQuestion;
use crate::analysis::survey_view::SurveySetting;

/// What the user wants of a cross-tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box of its own on the screen"
)]
pub struct CrossTabSpec {
    /// When, among whom, with which weights; the scale of answers has the same.
    pub setting: SurveySetting,
    /// The columns across, by the names of the survey; `None` is the usual ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub across: Option<Vec<String>>,
    /// Of what percentages are.
    pub percentages: Percentages,
    /// Whether letters say which columns are clearly lower.
    pub letters: bool,
    /// Whether 95% intervals are shown.
    pub intervals: bool,
    /// Whether the row of effective bases is shown.
    pub effective_bases: bool,
    /// Whether answers taken together, and the mean, are shown.
    pub nets: bool,
    /// Whether cells are shaded by their percentage.
    pub shade: bool,
    /// Whether the footnote gives a test for each grouping.
    pub tests: bool,
}

/// Of what the percentages of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Percentages {
    /// Of each column: down.
    #[default]
    Down,
    /// Of each row, under each heading: across.
    Across,
}

impl Default for CrossTabSpec {
    fn default() -> Self {
        Self {
            setting: SurveySetting::default(),
            across: None,
            percentages: Percentages::Down,
            letters: true,
            intervals: false,
            effective_bases: false,
            nets: true,
            shade: true,
            tests: false,
        }
    }
}

impl CrossTabSpec {
    /// What it asks about a question's measure.
    pub fn asked(&self, question: Question) -> CrossTabQuestion {
        CrossTabQuestion {
            question,
            setting: self.setting.clone(),
            across: self.across.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::survey_view::Among;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = CrossTabSpec {
            setting: SurveySetting {
                among: Among::Entry {
                    column: String::from("Sex"),
                    entry: String::from("Female"),
                },
                ..SurveySetting::default()
            },
            across: Some(vec![String::from("Age"), String::from("Area")]),
            percentages: Percentages::Across,
            tests: true,
            ..CrossTabSpec::default()
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<CrossTabSpec>(&saved).unwrap(), spec);
        assert_eq!(
            ron::from_str::<CrossTabSpec>("()").unwrap(),
            CrossTabSpec::default()
        );
    }
}
