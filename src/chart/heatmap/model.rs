//! A heatmap before it is laid out: which rows and cells, which values may be shown, every word.

use super::cells;
use super::layout::{layout, least_height};
use crate::analysis::groups_over_time::GroupLine;
use crate::analysis::{GroupsOverTime, SeriesKey};
use crate::chart::colour::Rgba;
use crate::chart::colour_steps::{sequential, shade, side};
use crate::chart::marked::MarkedChart;
use crate::chart::point::GapReason;
use crate::chart::scene::Scene;
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::chart::wording::heatmap as wording;
use crate::data::{Polarity, Unit};
use crate::project::{GroupOrder, GroupSpec, HeatmapCells};

/// A heatmap. It holds nothing that may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatmapModel {
    /// The unit of what stands in the cells.
    pub unit: Unit,
    /// The message, or the measure's name where nothing is clear.
    pub title: String,
    /// What is measured, of whom, when and where, and what stands in the cells.
    pub subtitle: String,
    /// Base, what is tested, cautions, source.
    pub footnote: String,
    /// Some sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for screen readers.
    pub alt_text: String,
    /// The periods, in order: whole, and as they stand over the columns.
    pub periods: Vec<(String, String)>,
    /// The rows, from top to bottom.
    pub rows: Vec<HeatmapRow>,
    /// The scale of colours.
    pub scale: HeatmapScale,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatmapRow {
    /// What it stands for.
    pub key: SeriesKey,
    /// The heading under which it stands; empty where there are no headings.
    pub section: String,
    /// Its name.
    pub label: String,
    /// A cell for each period.
    pub cells: Vec<HeatmapCell>,
    /// What is said of each cell where it is pointed at, line by line; empty where there is none.
    pub lines: Vec<Vec<String>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum HeatmapCell {
    /// No source has one.
    Absent,
    /// There is one, and no value that may be shown.
    Gap(GapReason),
    /// There is a value, and nothing that it can be compared with.
    NotCompared,
    /// A value or a difference.
    Value {
        /// The number, in the unit of the heatmap.
        value: f64,
        /// The number as printed.
        text: String,
        /// The number as printed where there is less room: without its unit, then without decimals.
        shorter: [String; 2],
        /// Its colour.
        fill: HeatmapFill,
        /// Whether it is to be treated with caution.
        is_cautious: bool,
    },
}

/// The colour of a cell: a step of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeatmapFill {
    /// A step from little to much.
    Level(usize),
    /// Clearly more, by a step.
    Above(usize),
    /// Clearly less, by a step.
    Below(usize),
    /// Tested, and not clearly different.
    NotClear,
}

/// A scale of colours, with its steps in words.
#[derive(Clone, Debug, PartialEq)]
pub enum HeatmapScale {
    /// From little to much, lowest first.
    Levels(Vec<String>),
    /// Around nought.
    Differences {
        /// The steps above nought, nearest first; also how many there are below.
        above: Vec<String>,
        /// The steps below nought, nearest first.
        below: Vec<String>,
        /// Whether more is better.
        polarity: Polarity,
        /// What a cell without colour is.
        not_clear: String,
    },
}

impl HeatmapScale {
    /// The colour of a cell's fill; `None` of what is not clear.
    pub(in crate::chart) fn fill(&self, theme: &ChartTheme, fill: HeatmapFill) -> Option<Rgba> {
        match (self, fill) {
            (Self::Levels(steps), HeatmapFill::Level(step)) => {
                Some(sequential(theme, step, steps.len()))
            }
            (
                Self::Differences {
                    above, polarity, ..
                },
                HeatmapFill::Above(step),
            ) => Some(shade(
                theme,
                side(theme, *polarity, true),
                step,
                above.len(),
            )),
            (
                Self::Differences {
                    below, polarity, ..
                },
                HeatmapFill::Below(step),
            ) => Some(shade(
                theme,
                side(theme, *polarity, false),
                step,
                below.len(),
            )),
            _ => None,
        }
    }
}

impl HeatmapModel {
    /// The heatmap of an answer as a spec wants it; where no difference was tested, the values.
    pub fn new(answer: &GroupsOverTime, spec: &GroupSpec) -> Self {
        let kind = cells::offered(answer, spec.heatmap_cells);
        let by_dimension = spec.breakdown_order == GroupOrder::ByDimension;
        let steps = cells::Scale::of(answer, kind);
        let mut groups: Vec<&GroupLine> = answer
            .groups
            .iter()
            .filter(|group| group.points.iter().any(Option::is_some))
            .collect();
        if !by_dimension {
            // By the latest value, the highest first; what has none last.
            let value = |group: &GroupLine| {
                answer
                    .latest()
                    .and_then(|latest| cells::number_of(answer, kind, group, latest))
                    .unwrap_or(f64::NEG_INFINITY)
            };
            groups.sort_by(|one, other| value(other).total_cmp(&value(one)));
        }
        let is_level = answer.measure().unit.is_level();
        let whole = answer.whole.iter();
        let whole = whole.filter(|_| kind == HeatmapCells::Values && is_level);
        let rows: Vec<HeatmapRow> = whole
            .chain(groups)
            .map(|group| steps.row(group, by_dimension))
            .collect();
        let title = wording::title(answer, kind);
        let mut model = Self {
            unit: cells::unit(answer, kind),
            subtitle: wording::subtitle(answer, kind, &title),
            title,
            footnote: String::new(),
            what_this_shows: wording::what_this_shows(answer, kind),
            alt_text: String::new(),
            periods: answer
                .periods()
                .iter()
                .map(|period| (period.label(), period.axis_label()))
                .collect(),
            rows,
            scale: steps.words(),
        };
        let has_uncompared = model
            .cells()
            .any(|cell| matches!(cell, HeatmapCell::NotCompared));
        model.footnote = wording::footnote(answer, kind, has_uncompared);
        model.alt_text = model.in_words();
        model
    }

    /// Every cell, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &HeatmapCell> {
        self.rows.iter().flat_map(|row| row.cells.iter())
    }

    /// Whether there is no value to draw.
    pub fn is_empty(&self) -> bool {
        !self
            .cells()
            .any(|cell| matches!(cell, HeatmapCell::Value { .. }))
    }

    /// The row and the period that a mark stands for.
    pub fn place_of(&self, mark: usize) -> Option<(&SeriesKey, usize)> {
        let columns = self.periods.len();
        let row = self.rows.get(mark.checked_div(columns)?)?;
        Some((&row.key, mark.checked_rem(columns)?))
    }

    /// The mark of a group in a period.
    pub fn mark_of(&self, key: &SeriesKey, period: usize) -> Option<usize> {
        let row = self.rows.iter().position(|row| row.key == *key)?;
        (period < self.periods.len()).then(|| row * self.periods.len() + period)
    }

    /// The chart in words, row by row.
    fn in_words(&self) -> String {
        let mut text = format!("Heatmap: {}. {}.", self.title, self.subtitle);
        if self.is_empty() {
            text.push_str(" No values for this choice.");
        }
        for row in &self.rows {
            let cells = row.cells.iter().zip(&self.periods);
            let said: Vec<String> = cells
                .filter_map(|(cell, (period, _))| Some(format!("{period} {}", cell.words()?)))
                .collect();
            text = format!("{text} {}: {}.", row.label, said.join(", "));
        }
        format!("{text} {} {}", self.what_this_shows, self.footnote)
    }
}

impl HeatmapCell {
    /// What stands in it, with why there is nothing and what was found; `None` where there is no cell.
    pub fn words(&self) -> Option<String> {
        Some(match self {
            Self::Absent => return None,
            Self::Gap(reason) => reason.words().to_owned(),
            Self::NotCompared => String::from("not compared"),
            Self::Value { text, fill, .. } => match fill {
                HeatmapFill::NotClear => format!("{text} (not clear)"),
                _ => text.clone(),
            },
        })
    }
}

impl HeatmapCell {
    /// Whether it has a number.
    pub const fn has_value(&self) -> bool {
        matches!(self, Self::Value { .. })
    }

    /// Whether it has a number that is to be treated with caution.
    pub const fn is_cautious(&self) -> bool {
        matches!(
            self,
            Self::Value {
                is_cautious: true,
                ..
            }
        )
    }

    /// What is printed in it where there is room: the number, or the mark for why there is none.
    pub fn printed(&self) -> String {
        match self {
            Self::Absent => String::new(),
            Self::Gap(reason) => reason.mark().to_owned(),
            Self::NotCompared => String::from("–"),
            Self::Value { text, .. } => text.clone(),
        }
    }
}

impl MarkedChart for HeatmapModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        layout(self, size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        least_height(self)
    }

    fn mark_count(&self) -> usize {
        self.rows.len() * self.periods.len()
    }

    fn marks_in_a_row(&self) -> usize {
        self.periods.len().max(1)
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        let columns = self.periods.len().max(1);
        let row = self.rows.get(mark / columns);
        let lines = row.and_then(|row| row.lines.get(mark % columns));
        lines.cloned().unwrap_or_default()
    }
}
