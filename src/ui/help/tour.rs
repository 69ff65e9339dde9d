//! The tour through the example: `assets/help/tour.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Spot;
use crate::project::ChartKind;

const RON: &str = include_str!("../../../assets/help/tour.ron");

/// Where a step takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Place {
    /// A tab of the chart's screen.
    Chart(ChartKind),
    /// The same, whatever tab is on show.
    AnyChart,
    /// The slides of the first story.
    Story,
}

/// What ends a step by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Until {
    /// Another measure is shown.
    MeasureChosen,
    /// The question is another.
    QuestionChanged,
    /// A point of the chart is selected.
    PointSelected,
    /// The meaning of a word is shown.
    TermExplained,
    /// A tab is shown.
    Shown(ChartKind),
    /// There is a slide more.
    SlideAdded,
    /// Nothing: it is only to be read.
    Read,
}

/// A step of the tour.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is about.
    pub title: String,
    /// What is to be seen and done.
    pub text: String,
    /// Where it takes place.
    pub at: Place,
    /// To what it points.
    pub points_at: Spot,
    /// What ends it.
    pub until: Until,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    steps: Vec<Step>,
}

/// The steps, in their order.
pub fn steps() -> &'static [Step] {
    static STEPS: LazyLock<Vec<Step>> = LazyLock::new(|| match ron::from_str::<File>(RON) {
        Ok(file) => file.steps,
        Err(error) => {
            tracing::error!(%error, "the tour in the program is damaged");
            Vec::new()
        }
    });
    &STEPS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_steps_say_what_to_do_in_few_words() {
        let file: Result<File, _> = ron::from_str(RON);
        assert!(file.is_ok(), "{:?}", file.err());
        assert_eq!(steps().len(), 10);
        for step in steps() {
            assert!(!step.title.ends_with('.'), "{}", step.title);
            assert!(step.text.ends_with('.'), "{}", step.title);
            let sentences = step.text.matches(". ").count() + 1;
            assert!((1..=3).contains(&sentences), "{}", step.title);
        }
    }
}
