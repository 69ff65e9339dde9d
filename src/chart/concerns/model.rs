//! A list of concerns before it is laid out, with every word written and nothing in it that may not be shown.

use super::layout;
use crate::analysis::change::Tone;
use crate::analysis::concerns::{ConcernRow, ConcernsAnswer};
use crate::analysis::{Direction, Outcome};
use crate::chart::contents::{DataCell, Shorthand};
use crate::chart::marked::MarkedChart;
use crate::chart::point::{self, Caution, GapReason};
use crate::chart::scene::Scene;
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::chart::wording::concerns as words;
use crate::data::{Polarity, Unit};
use crate::project::ConcernsSpec;

/// A list of concerns before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ConcernsModel {
    /// The message, or the neutral name of the list.
    pub title: String,
    /// Unit, base, period, place.
    pub subtitle: String,
    /// The rules, base, cautions, source.
    pub footnote: String,
    /// One or two sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for those who do not see it.
    pub alt_text: String,
    /// What stands over the columns.
    pub headings: Headings,
    /// The issues that are drawn, from the most named.
    pub rows: Vec<ConcernRowModel>,
    /// The issues that are not.
    pub rest: Rest,
}

/// What stands over the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headings {
    /// Over the values of the area.
    pub here: String,
    /// Over those of the wider area, where it stands beside it.
    pub wider: Option<String>,
    /// Over what became of it; `None` where nothing is held from before.
    pub change: Option<String>,
    /// Over how it stands against the wider area; `None` where that could not be tested for any.
    pub against: Option<String>,
}

/// An issue.
#[derive(Clone, Debug, PartialEq)]
pub struct ConcernRowModel {
    /// Its name.
    pub name: String,
    /// The share of those who name it, in per cent, or why there is none to be shown.
    pub value: Result<f64, GapReason>,
    /// The same as printed.
    pub printed: String,
    /// The 95% interval.
    pub interval: Option<(f64, f64)>,
    /// Why its bar is hollow.
    pub caution: Option<Caution>,
    /// How many were asked.
    pub base: Option<f64>,
    /// The wider area.
    pub wider: Option<WiderModel>,
    /// Whether more or fewer name it than before.
    pub change: StandingModel,
    /// How it stands against the wider area.
    pub against: StandingModel,
    /// The change in percentage points, where there is one.
    pub points: Option<f64>,
    /// What is said of it where it is pointed at.
    pub lines: Vec<String>,
}

/// A value of the wider area.
#[derive(Clone, Debug, PartialEq)]
pub struct WiderModel {
    /// The share in per cent, or why there is none to be shown.
    pub value: Result<f64, GapReason>,
    /// The same as printed.
    pub printed: String,
}

/// A three-way standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingModel {
    /// Up or down, where that is clear.
    pub is_up: Option<bool>,
    /// Whether it is welcome.
    pub tone: Tone,
    /// Its word: "more", "about the same", "fewer".
    pub word: &'static str,
}

/// Issues that are not drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rest {
    /// How many have a value to be shown.
    pub with_value: usize,
    /// The highest of those, in per cent.
    pub highest: f64,
    /// How many have none to be shown.
    pub without_value: usize,
}

impl Rest {
    /// With one issue more.
    fn add(&mut self, value: Result<f64, GapReason>) {
        match value {
            Ok(value) => {
                self.with_value += 1;
                self.highest = self.highest.max(value);
            }
            Err(_) => self.without_value += 1,
        }
    }
}

/// An outcome that may be shown, or why there is none.
fn value_of(outcome: Option<&Outcome>) -> (Result<f64, GapReason>, String) {
    let shown = outcome.map_or(Err(GapReason::NotAvailable), |outcome| {
        point::shown(outcome, Unit::Percent)
    });
    match shown {
        Ok(estimate) => (Ok(estimate.value), Unit::Percent.format(estimate.value)),
        Err(reason) => (Err(reason), reason.mark().to_owned()),
    }
}

impl ConcernRowModel {
    fn new(row: &ConcernRow, answer: &ConcernsAnswer) -> Self {
        let (value, printed) = value_of(row.outcome.as_ref());
        let shown = row.shown();
        let interval = shown.and_then(|estimate| estimate.interval);
        let change = row.change.as_ref();
        let polarity = Polarity::LowerIsBetter;
        let wider = answer.wider.as_ref().map(|_| {
            let (value, printed) = value_of(row.wider.as_ref());
            WiderModel { value, printed }
        });
        let against = row.against_wider.as_ref();
        let standing = |direction: Option<Direction>, word, tone| StandingModel {
            is_up: match direction {
                Some(Direction::Up) => Some(true),
                Some(Direction::Down) => Some(false),
                _ => None,
            },
            tone,
            word,
        };
        let direction = change.map(|held| held.change.direction);
        let stands = against.map(|held| held.comparison.direction);
        Self {
            name: row.item.name.clone(),
            value,
            printed,
            interval: interval.map(|interval| (interval.lower, interval.upper)),
            caution: shown.and_then(|estimate| Caution::of(estimate, Unit::Percent)),
            base: shown.and_then(|estimate| estimate.unweighted_base),
            wider,
            change: standing(
                direction,
                words::change_word(row),
                change.map_or(Tone::Neutral, |held| held.change.tone(polarity)),
            ),
            against: standing(
                stands,
                words::against_word(row),
                against.map_or(Tone::Neutral, |held| held.comparison.tone(polarity)),
            ),
            points: change.map(|held| held.change.difference),
            lines: words::hover(row, answer),
        }
    }

    /// The value as a cell of a table.
    pub fn figure(&self) -> DataCell {
        figure(self.value)
    }
}

impl WiderModel {
    /// The value as a cell of a table.
    pub fn figure(&self) -> DataCell {
        figure(self.value)
    }
}

/// A share is told no more exactly than it is printed.
fn figure(value: Result<f64, GapReason>) -> DataCell {
    match value {
        Ok(value) => DataCell::as_printed(value, Unit::Percent.decimals()),
        Err(reason) => DataCell::Shorthand(Shorthand::from(reason)),
    }
}

impl ConcernsModel {
    /// The model of an answer as a spec wants it.
    pub fn new(answer: &ConcernsAnswer, spec: &ConcernsSpec) -> Self {
        let (drawn, others) = answer
            .rows
            .split_at(spec.most.max(1).min(answer.rows.len()));
        let rows: Vec<ConcernRowModel> = drawn
            .iter()
            .map(|row| ConcernRowModel::new(row, answer))
            .collect();
        let mut rest = Rest::default();
        for row in others {
            rest.add(value_of(row.outcome.as_ref()).0);
        }
        let title = words::title(answer, drawn);
        let has_change = drawn.iter().any(|row| row.change.is_some());
        let has_against = drawn.iter().any(|row| row.against_wider.is_some());
        let headings = Headings {
            here: words::here(answer),
            wider: answer.wider.clone(),
            change: has_change.then(|| words::change_heading(drawn)),
            against: has_against.then(|| String::from(words::AGAINST)),
        };
        let mut model = Self {
            subtitle: words::subtitle(answer, drawn),
            footnote: words::footnote(answer, drawn, &rest),
            what_this_shows: words::what_this_shows(answer, drawn),
            title,
            alt_text: String::new(),
            headings,
            rows,
            rest,
        };
        model.alt_text = words::alt_text(&model);
        model
    }

    /// What is said of the issues from a place on, and of those that the model does not draw.
    pub fn rest_words(&self, from: usize) -> Option<String> {
        let mut rest = self.rest.clone();
        for row in self.rows.iter().skip(from) {
            rest.add(row.value);
        }
        words::rest(&rest)
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.value.is_err())
    }
}

impl MarkedChart for ConcernsModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        layout::layout(self, size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        layout::least_height(self.rows.len())
    }

    fn mark_count(&self) -> usize {
        self.rows.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        let row = self.rows.get(mark);
        row.map_or_else(Vec::new, |row| row.lines.clone())
    }
}
