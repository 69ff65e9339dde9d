//! What the user wants of a scale of answers; saved in projects.

use serde::{Deserialize, Serialize};

use crate::analysis::Question;
use crate::analysis::answer_scale::{ScaleBars, ScaleQuestion};
use crate::analysis::survey_view::SurveySetting;

/// What the user wants of a scale of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScaleSpec {
    /// What has a bar.
    pub bars: ScaleBars,
    /// Whether groups stand by the size of the answers taken together.
    pub by_net: bool,
}

impl ScaleSpec {
    /// What it asks about a question's measure.
    pub fn asked(&self, question: Question, setting: &SurveySetting) -> ScaleQuestion {
        ScaleQuestion {
            question,
            setting: setting.clone(),
            bars: self.bars.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = ScaleSpec {
            bars: ScaleBars::Groups(String::from("Age")),
            by_net: true,
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<ScaleSpec>(&saved).unwrap(), spec);
        assert_eq!(
            ron::from_str::<ScaleSpec>("()").unwrap(),
            ScaleSpec::default()
        );
    }
}
