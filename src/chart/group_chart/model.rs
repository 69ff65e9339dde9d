//! A chart of groups side by side before it is laid out: which rows, which values may be shown, every word.

use super::layout::layout;
use super::slope;
use crate::analysis::change::Tone;
use crate::analysis::{Change, Direction, SeriesKey};
use crate::chart::contents::{DataCell, DataColumn};
use crate::chart::marked::MarkedChart;
use crate::chart::point::{Caution, GapReason};
use crate::chart::scale;
use crate::chart::scene::Scene;
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::data::{Polarity, Unit};

/// A chart of groups side by side. It holds nothing that may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupChart {
    /// The unit of all values.
    pub unit: Unit,
    /// The message, or the measure's name where nothing is clear.
    pub title: String,
    /// What is measured, of whom, when and where.
    pub subtitle: String,
    /// Base, interval, what is tested, cautions, source.
    pub footnote: String,
    /// Some sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for screen readers.
    pub alt_text: String,
    /// The groups, from top to bottom.
    pub rows: Vec<GroupRow>,
    /// Everybody's line.
    pub reference: Option<Reference>,
    /// What the dots mean.
    pub key: Vec<KeyEntry>,
    /// The heading over the words at the right.
    pub words_heading: String,
    /// The name of the earlier of two periods; `None` on charts of one.
    pub earlier_period: Option<String>,
    /// The name of the later of two periods; `None` on charts of one.
    pub later_period: Option<String>,
    /// What the figures of the rows are.
    pub columns: Vec<DataColumn>,
    /// The figures of everybody's line.
    pub reference_figures: Vec<DataCell>,
    /// Whether then and now are joined by lines from left to right, and not in rows.
    pub is_slope: bool,
}

/// A row of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// What it stands for.
    pub key: SeriesKey,
    /// The heading under which it stands; empty where there are no headings.
    pub section: String,
    /// Its name.
    pub label: String,
    /// Its dots.
    pub marks: RowMarks,
    /// What stands at the right of its dots.
    pub value_text: String,
    /// What stands beside it when it is pointed at, line by line.
    pub lines: Vec<String>,
    /// Its figures, one for each of the chart's columns.
    pub figures: Vec<DataCell>,
}

/// The dots of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowMarks {
    /// No value that may be shown.
    Missing(Option<GapReason>),
    /// A value of one period.
    Now {
        /// The value.
        value: f64,
        /// Its 95% interval, where one is drawn.
        interval: Option<(f64, f64)>,
        /// Why the dot is hollow, if it is.
        caution: Option<Caution>,
        /// Whether it is clearly different from the rest.
        verdict: Verdict,
    },
    /// Values of two periods.
    ThenAndNow {
        /// The earlier value.
        from: f64,
        /// The later value.
        to: f64,
        /// Whether the change is clear.
        verdict: Verdict,
    },
}

/// What the one rule on change finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Clearly higher, or risen.
    Up(Tone),
    /// Clearly lower, or fallen.
    Down(Tone),
    /// Tested, and not clearly different.
    NotClear,
    /// Not tested.
    NotTested,
}

impl Verdict {
    /// The verdict of a comparison on a measure of which more is good or bad.
    pub const fn of(comparison: &Change, polarity: Polarity) -> Self {
        match comparison.direction {
            Direction::Up => Self::Up(comparison.tone(polarity)),
            Direction::Down => Self::Down(comparison.tone(polarity)),
            Direction::NoClearChange => Self::NotClear,
            Direction::NotTested => Self::NotTested,
        }
    }

    /// What was found, of a group against the rest.
    pub const fn against_rest(self) -> &'static str {
        match self {
            Self::Up(_) => "clearly higher than the rest",
            Self::Down(_) => "clearly lower than the rest",
            Self::NotClear => "not clearly different",
            Self::NotTested => "not compared",
        }
    }

    /// What was found, of a change.
    pub const fn of_change(self) -> &'static str {
        match self {
            Self::Up(_) => "clear rise",
            Self::Down(_) => "clear fall",
            Self::NotClear => "no clear change",
            Self::NotTested => "not tested",
        }
    }

    /// Whether the test found a difference.
    pub const fn is_clear(self) -> bool {
        matches!(self, Self::Up(_) | Self::Down(_))
    }
}

/// Everybody's line across the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Whose it is: "All respondents".
    pub name: String,
    /// Whose it is, with the value: "All respondents 56.8%".
    pub label: String,
    /// The value.
    pub value: f64,
}

/// What a dot means.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// The dot.
    pub mark: KeyMark,
    /// Its words.
    pub words: String,
}

/// A dot of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyMark {
    /// That of a verdict.
    Verdict(Verdict),
    /// Hollow: to be treated with caution.
    Caution,
    /// The earlier of two values.
    Then,
}

impl GroupChart {
    /// Whether there is no value to draw.
    pub fn is_empty(&self) -> bool {
        self.values().next().is_none()
    }

    /// Every value that is drawn on the axis.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        self.rows.iter().flat_map(|row| match row.marks {
            RowMarks::Missing(_) => vec![],
            RowMarks::Now {
                value, interval, ..
            } => {
                let ends = interval.map(|(lower, upper)| [lower, upper]);
                let ends = ends.into_iter().flatten();
                ends.chain([value]).collect()
            }
            RowMarks::ThenAndNow { from, to, .. } => vec![from, to],
        })
    }

    /// The bounds of the axis.
    pub fn bounds(&self) -> (f64, f64) {
        let all = || {
            self.values()
                .chain(self.reference.as_ref().map(|held| held.value))
        };
        let lowest = all().fold(f64::INFINITY, f64::min);
        let highest = all().fold(f64::NEG_INFINITY, f64::max);
        if lowest <= highest {
            scale::vertical_bounds(self.unit, lowest, highest)
        } else {
            scale::vertical_bounds(self.unit, 0.0, 0.0)
        }
    }

    /// Whether the axis begins elsewhere than at nought.
    pub fn is_cut(&self) -> bool {
        let (lower, upper) = self.bounds();
        !self.is_slope && !self.is_empty() && (lower > 0.0 || upper < 0.0)
    }

    /// The first row with a clear difference, else the first with a value, else the first.
    pub fn first_telling_row(&self) -> Option<usize> {
        let is_clear = |row: &GroupRow| match row.marks {
            RowMarks::Now { verdict, .. } | RowMarks::ThenAndNow { verdict, .. } => {
                verdict.is_clear()
            }
            RowMarks::Missing(_) => false,
        };
        let has_value = |row: &GroupRow| !matches!(row.marks, RowMarks::Missing(_));
        let rows = &self.rows;
        let place = rows.iter().position(is_clear);
        let place = place.or_else(|| rows.iter().position(has_value));
        place.or_else(|| (!rows.is_empty()).then_some(0))
    }

    /// The place of the row that stands for a group.
    pub fn row_of(&self, key: &SeriesKey) -> Option<usize> {
        self.rows.iter().position(|row| row.key == *key)
    }
}

impl MarkedChart for GroupChart {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        if self.is_slope {
            slope::layout(self, size, theme, measure)
        } else {
            layout(self, size, theme, measure)
        }
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn mark_count(&self) -> usize {
        self.rows.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.rows
            .get(mark)
            .map(|row| row.lines.clone())
            .unwrap_or_default()
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        if self.is_slope {
            slope::least_height(self)
        } else {
            super::layout::least_height(self)
        }
    }
}
