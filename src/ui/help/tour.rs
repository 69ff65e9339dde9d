//! The tour through the example: where its steps stand and what ends them is in `assets/help/tour.ron`, what they say
//! in the file of words.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Spot;
use crate::project::ChartKind;
use crate::words::say;

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

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum About {
    /// The list of measures.
    Measures,
    /// The sentence over the chart.
    Question,
    /// The chart.
    Chart,
    /// The panel beside it.
    Sure,
    /// Groups.
    Differs,
    /// Districts.
    Districts,
    /// Targets.
    Targets,
    /// A slide of a chart.
    Slide,
    /// The story.
    Story,
    /// The user's own workbook.
    Own,
}

impl About {
    /// What it is about.
    pub fn title(self) -> &'static str {
        match self {
            Self::Measures => say::tour_measures(),
            Self::Question => say::tour_question(),
            Self::Chart => say::tour_chart(),
            Self::Sure => say::tour_sure(),
            Self::Differs => say::tour_differs(),
            Self::Districts => say::tour_districts(),
            Self::Targets => say::tour_targets(),
            Self::Slide => say::tour_slide(),
            Self::Story => say::tour_story(),
            Self::Own => say::tour_own(),
        }
    }

    /// What is to be seen and done.
    pub fn text(self) -> &'static str {
        match self {
            Self::Measures => say::tour_measures_text(),
            Self::Question => say::tour_question_text(),
            Self::Chart => say::tour_chart_text(),
            Self::Sure => say::tour_sure_text(),
            Self::Differs => say::tour_differs_text(),
            Self::Districts => say::tour_districts_text(),
            Self::Targets => say::tour_targets_text(),
            Self::Slide => say::tour_slide_text(),
            Self::Story => say::tour_story_text(),
            Self::Own => say::tour_own_text(),
        }
    }
}

/// A step of the tour.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is about.
    pub about: About,
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
            let (title, text) = (step.about.title(), step.about.text());
            assert!(!title.ends_with('.'), "{title}");
            assert!(text.ends_with('.'), "{title}");
            let sentences = text.matches(". ").count() + 1;
            assert!((1..=3).contains(&sentences), "{title}");
        }
    }
}
