//! The one way out: a chart becomes publishable only here, from the answer to a question, after
//! withholding what may not be shown (small bases, suppressed values).

mod change_table;
mod concerns;
mod districts;
mod groups;
mod harm;
mod matrix;
mod own_words;
mod priority;
mod scorecard;
mod shared_copy;
mod shared_source;
mod slide;
mod slide_pages;
mod survey;

pub use shared_copy::SharedCopy;
pub use shared_source::{printable, printable_of};
pub use slide::{PublishableSlide, SlideAnswer, SlideState, filled, slide_answers};
pub use slide_pages::continued;
pub use survey::cross_tab_cells;

use std::collections::BTreeSet;

use crate::analysis::{Answer, Outcome, SeriesRole, TrendAnswer};
use crate::chart::point::{self, GapReason};
use crate::chart::{
    ChartContents, ChartSize, ChartTheme, Contents, MarkedChart, MeasureText, Scene, TrendModel,
    TrendSpec, layout,
};
use crate::data::{Period, Unit};
use crate::export::file::ExportError;
use crate::project::View;

/// A chart that may leave the program.
#[derive(Clone, Debug)]
pub struct Publishable {
    scene: Scene,
    contents: ChartContents,
    look: ChartTheme,
    withheld: Vec<Withheld>,
}

/// A value that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The name of its line.
    pub series: String,
    /// Its period.
    pub period: String,
    /// Why.
    pub reason: GapReason,
}

impl Publishable {
    /// Lays out the chart of an answer without the values that may not be shown.
    ///
    /// # Errors
    /// [`ExportError::SaysWithheldValue`] where the user's own words contain a value that is withheld and
    /// stands nowhere else in the chart.
    pub fn new(
        answer: &Answer,
        view: &View,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Result<Self, ExportError> {
        Ok(match answer {
            Answer::Trend(answer) => Self::trend(answer, &view.trend, size, theme, measure)?,
            Answer::Breakdown(answer) => {
                Self::breakdown(answer, &view.groups, size, theme, measure)
            }
            Answer::GroupsOverTime(answer) => {
                Self::groups_over_time(answer, &view.groups, size, theme, measure)
            }
            Answer::Change(answer) => {
                Self::group_changes(answer, &view.groups, size, theme, measure)
            }
            Answer::CrossTab(answer) => {
                Self::cross_tab(answer, &view.cross_tab, size, theme, measure)
            }
            Answer::Answers(answer) => Self::scale(answer, view, size, theme, measure),
            Answer::Districts(answer) => {
                Self::districts(answer, &view.districts, size, theme, measure)
            }
            Answer::Concerns(answer) => {
                Self::concerns(answer, &view.concerns, size, theme, measure)
            }
            Answer::Harm(answer) => Self::harm(answer, size, theme, measure),
            Answer::Scorecard(answer) => {
                Self::scorecard(answer, &view.scorecard, size, theme, measure)
            }
            Answer::Matrix(answer) => Self::matrix(answer, &view.matrix, size, theme, measure),
            Answer::ChangeTable(answer) => {
                Self::change_table(answer, &view.change_table, size, theme, measure)
            }
            Answer::PriorityCohorts(answer) => {
                Self::priority(answer, &view.priority, size, theme, measure)
            }
        })
    }

    /// Lays out the trend chart of an answer without the values that may not be shown.
    ///
    /// # Errors
    /// [`ExportError::SaysWithheldValue`] where the user's own words contain a value that is withheld and
    /// stands nowhere else in the chart.
    pub fn trend(
        answer: &TrendAnswer,
        spec: &TrendSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Result<Self, ExportError> {
        let model = TrendModel::new(answer, spec);
        let events = spec.events.iter().map(|event| &event.text);
        for words in spec.title.iter().chain(events) {
            refuse_withheld(answer, spec, words)?;
        }
        Ok(Self {
            scene: layout(&model, size, theme, None, measure),
            contents: model.contents(theme),
            look: theme.clone(),
            withheld: withheld(answer, spec),
        })
    }

    /// Lays out a model, which holds nothing that may not be shown.
    fn of(
        model: &(impl MarkedChart + Contents),
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
        withheld: Vec<Withheld>,
    ) -> Self {
        Self {
            scene: model.layout(size, theme, measure),
            contents: model.contents(theme),
            look: theme.clone(),
            withheld,
        }
    }

    /// What may be drawn.
    pub const fn scene(&self) -> &Scene {
        &self.scene
    }

    /// What may be told in words and numbers: what is drawn, and no more.
    pub const fn contents(&self) -> &ChartContents {
        &self.contents
    }

    /// The look in which it is drawn.
    pub const fn look(&self) -> &ChartTheme {
        &self.look
    }

    /// What was left out.
    pub fn withheld(&self) -> &[Withheld] {
        &self.withheld
    }
}

/// Refuses the user's own words where they contain a value that is withheld and stands nowhere else in the
/// chart.
fn refuse_withheld(answer: &TrendAnswer, spec: &TrendSpec, words: &str) -> Result<(), ExportError> {
    let (shown, hidden) = values(answer, spec);
    let said = hidden
        .into_iter()
        .find(|value| !shown.contains(value) && says(words, value));
    match said {
        Some(value) => Err(ExportError::SaysWithheldValue {
            words: words.to_owned(),
            value,
        }),
        None => Ok(()),
    }
}

/// The values that the chart shows and those that it withholds, as they would be printed.
fn values(answer: &TrendAnswer, spec: &TrendSpec) -> (BTreeSet<String>, BTreeSet<String>) {
    let unit = answer.measure.unit;
    let (mut shown, mut hidden) = (BTreeSet::new(), BTreeSet::new());
    for series in &answer.series {
        for held in series.points.iter().flatten() {
            let Some(estimate) = held.outcome.estimate() else {
                continue;
            };
            let printed = unit.format(estimate.value);
            if point::shown(&held.outcome, unit).is_err() {
                hidden.insert(printed);
            } else if !spec.hidden.contains(&series.key) {
                shown.insert(printed);
            }
        }
    }
    (shown, hidden)
}

/// What is left out of an outcome, where it holds a value that may not be seen.
fn withheld_of(
    outcome: &Outcome,
    unit: Unit,
    label: &str,
    period: Option<&Period>,
) -> Option<Withheld> {
    let reason = point::shown(outcome, unit).err()?;
    reason.hides_a_value().then(|| Withheld {
        series: label.to_owned(),
        period: period.map_or_else(String::new, Period::label),
        reason,
    })
}

/// Whether words contain a printed value as a number of its own: "6.4%" is not in "46.4%".
fn says(words: &str, value: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    words.match_indices(value).any(|(start, _)| {
        let before = words.get(..start).and_then(|text| text.chars().next_back());
        let after = words.get(start + value.len()..).and_then(|text| {
            let mut chars = text.chars();
            let first = chars.next()?;
            // A full stop or comma ends a sentence unless a digit follows.
            (first.is_ascii_digit() || chars.next().is_some_and(|c| c.is_ascii_digit()))
                .then_some(first)
        });
        !before.is_some_and(is_of_number) && !after.is_some_and(is_of_number)
    })
}

fn withheld(answer: &TrendAnswer, spec: &TrendSpec) -> Vec<Withheld> {
    let unit = answer.measure.unit;
    let mut withheld = Vec::new();
    for role in [SeriesRole::Asked, SeriesRole::Comparator] {
        let lines = answer
            .series
            .iter()
            .filter(|series| series.role == role && !spec.hidden.contains(&series.key));
        for series in lines {
            for (held, period) in series.points.iter().zip(&answer.periods) {
                let reason = held
                    .as_ref()
                    .and_then(|held| point::shown(&held.outcome, unit).err());
                if let Some(reason) = reason.filter(|reason| reason.hides_a_value()) {
                    withheld.push(Withheld {
                        series: series.label.clone(),
                        period: period.label(),
                        reason,
                    });
                }
            }
        }
    }
    withheld
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_value_is_found_as_a_number_of_its_own() {
        assert!(says("Only 6.4% feel safe", "6.4%"));
        assert!(says("It is 12.", "12"));
        assert!(says("12, then more", "12"));
        assert!(!says("46.4% feel safe", "6.4%"));
        assert!(!says("120 offences", "12"));
        assert!(!says("12.5", "12"));
        assert!(!says("1,012 offences", "12"));
    }
}
