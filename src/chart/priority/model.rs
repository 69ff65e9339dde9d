//! The chart before it is laid out: which cohorts, where, how sure, and every word.

use std::sync::Arc;

use super::layout::layout;
use crate::analysis::priority::{EvidenceClass, PriorityAnswer, PriorityCohort, Testing};
use crate::analysis::{Direction, Interval, SeriesKey};
use crate::chart::scale;
use crate::chart::wording::priority as wording;
use crate::chart::{ChartSize, ChartTheme, MarkedChart, MeasureText, Scene};
use crate::data::Polarity;
use crate::project::PrioritySpec;

/// The height under which the window scrolls rather than squeezing the dots together, in points.
const LEAST_HEIGHT_PT: f32 = 460.0;

/// The chart before it is laid out. It holds nothing that may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PriorityModel {
    /// The message.
    pub title: String,
    /// What is measured, of whom, where and when, and what across and down mean.
    pub subtitle: String,
    /// Base, the rule, cautions, source.
    pub footnote: String,
    /// A few sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for screen readers.
    pub alt_text: String,
    /// What stands in place of the chart where nothing can be drawn.
    pub message: Option<String>,
    /// The words under the horizontal axis.
    pub level_title: String,
    /// Everybody.
    pub total: Option<TotalModel>,
    /// The corner that is shaded; `None` where the measure has no better side.
    pub corner: Option<Corner>,
    /// The cohorts, those to look at first first.
    pub dots: Vec<DotModel>,
    /// The dot whose error bars are drawn.
    pub selected: Option<usize>,
    /// The bounds of the levels, in per cent.
    pub level_bounds: (f64, f64),
    /// The bounds of the changes, in percentage points.
    pub change_bounds: (f64, f64),
}

/// Where everybody is.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalModel {
    /// The name: "All respondents".
    pub name: String,
    /// The level, in per cent.
    pub level: f64,
    /// The change, in percentage points.
    pub change: f64,
    /// "All respondents 56.8%, −6.3 pp".
    pub label: String,
}

/// The shaded corner: levels worse than everybody's, changes worse than everybody's and than none at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    /// Whether it is the upper right one, of measures of which less is better; else the lower left one.
    pub is_upper_right: bool,
    /// The level at its edge, in per cent.
    pub level: f64,
    /// The change at its edge, in percentage points.
    pub change: f64,
    /// "Lowest and falling fastest".
    pub label: String,
}

/// How a dot is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fill {
    /// The change is clear.
    Clear,
    /// It was tested and is not clear.
    NotClear,
    /// It was not tested.
    NotTested,
}

/// A cohort on the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct DotModel {
    /// Who, and where.
    pub key: Arc<SeriesKey>,
    /// The name.
    pub label: String,
    /// The level at which it is drawn, in per cent.
    pub level: f64,
    /// The change at which it is drawn, in percentage points.
    pub change: f64,
    /// The 95% interval of the level.
    pub level_interval: Option<(f64, f64)>,
    /// The 95% interval of the change.
    pub change_interval: Option<(f64, f64)>,
    /// The unweighted base of the later period, to which the dot's area is in proportion.
    pub base: Option<f64>,
    /// How it is filled.
    pub fill: Fill,
    /// Whether it is in the class of those to look at first.
    pub is_priority: bool,
    /// What stands beside it when it is pointed at.
    pub lines: Vec<String>,
}

impl PriorityModel {
    /// The model of an answer as a spec wants it, with the error bars of one cohort.
    pub fn new(answer: &PriorityAnswer, spec: &PrioritySpec, selected: Option<&SeriesKey>) -> Self {
        let shown: Vec<&PriorityCohort> = shown(answer, spec).collect();
        let dots: Vec<DotModel> = shown
            .iter()
            .filter_map(|cohort| DotModel::new(answer, cohort))
            .collect();
        let total = answer.total.as_ref().map(|total| TotalModel {
            name: wording::total_name(answer).to_owned(),
            level: total.now.value,
            change: total.change.difference,
            label: wording::total_label(answer, total),
        });
        let message = wording::message(answer, dots.is_empty());
        let total = total.filter(|_| message.is_none());
        let corner = total.as_ref().and_then(|total| corner(answer, total));
        let (level_bounds, change_bounds) = bounds(&dots, total.as_ref());
        let footnote = wording::footnote(answer, spec, &shown);
        let what_this_shows = wording::what_this_shows(answer, &shown);
        let title = wording::title(answer, &shown);
        let subtitle = wording::subtitle(answer);
        let alt_text = wording::alt_text(answer, &shown, &title, &what_this_shows, &footnote);
        Self {
            title,
            subtitle,
            footnote,
            what_this_shows,
            alt_text,
            level_title: wording::level_title(answer),
            selected: selected.and_then(|key| dots.iter().position(|dot| *dot.key == *key)),
            message,
            total,
            corner,
            dots,
            level_bounds,
            change_bounds,
        }
    }

    /// Whether there is nothing to draw.
    pub const fn is_empty(&self) -> bool {
        self.message.is_some()
    }
}

/// The cohorts that are drawn: all whose values may be seen, without those on bases that are hidden.
pub fn shown<'a>(
    answer: &'a PriorityAnswer,
    spec: &'a PrioritySpec,
) -> impl Iterator<Item = &'a PriorityCohort> {
    let least = spec.hidden_bases.least_base();
    answer
        .cohorts
        .iter()
        .filter(|cohort| cohort.plotted.is_some())
        .filter(move |cohort| cohort.least_base().is_none_or(|base| base >= least))
}

impl DotModel {
    fn new(answer: &PriorityAnswer, cohort: &PriorityCohort) -> Option<Self> {
        let at = cohort.plotted?;
        let pair = |interval: Option<Interval>| interval.map(|held| (held.lower, held.upper));
        let evidence = cohort.evidence.as_ref();
        let fill = match evidence.map(|evidence| evidence.change.direction) {
            Some(Direction::Up | Direction::Down) => Fill::Clear,
            _ if cohort.testing == Testing::Tested => Fill::NotClear,
            _ => Fill::NotTested,
        };
        Some(Self {
            key: Arc::new(cohort.key.clone()),
            label: cohort.label.clone(),
            level: at.level,
            change: at.change,
            level_interval: pair(at.level_interval),
            change_interval: pair(at.change_interval),
            base: cohort.level()?.unweighted_base,
            fill,
            is_priority: evidence.and_then(|evidence| evidence.class)
                == Some(EvidenceClass::Confirmed),
            lines: wording::mark_lines(answer, cohort),
        })
    }
}

fn corner(answer: &PriorityAnswer, total: &TotalModel) -> Option<Corner> {
    let is_upper_right = match answer.measure.polarity {
        Polarity::HigherIsBetter => false,
        Polarity::LowerIsBetter => true,
        Polarity::Neutral => return None,
    };
    Some(Corner {
        is_upper_right,
        level: total.level,
        change: if is_upper_right {
            total.change.max(0.0)
        } else {
            total.change.min(0.0)
        },
        label: wording::corner_label(answer.measure.polarity),
    })
}

/// Bounds at round numbers with some room around all dots; no change at all is always within.
fn bounds(dots: &[DotModel], total: Option<&TotalModel>) -> ((f64, f64), (f64, f64)) {
    let levels = dots.iter().map(|dot| dot.level);
    let levels = levels.chain(total.map(|total| total.level));
    let changes = dots.iter().map(|dot| dot.change);
    let changes = changes.chain(total.map(|total| total.change)).chain([0.0]);
    (
        round_bounds(levels, Some((0.0, 100.0))),
        round_bounds(changes, None),
    )
}

fn round_bounds(values: impl Iterator<Item = f64>, within: Option<(f64, f64)>) -> (f64, f64) {
    /// The part of the span that is left free on both sides, and the least span, in points.
    const ROOM: f64 = 0.06;
    const LEAST_SPAN: f64 = 4.0;
    let (mut lower, mut upper) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values {
        lower = lower.min(value);
        upper = upper.max(value);
    }
    if lower > upper {
        return (0.0, 1.0);
    }
    let span = (upper - lower).max(LEAST_SPAN);
    let middle = f64::midpoint(lower, upper);
    let step = scale::nice_step(span, 8);
    // Nought is an edge of its own: what lies at it needs no room beyond.
    let edge = |value: f64, outwards: f64| {
        if value == 0.0 {
            0.0
        } else {
            value + outwards * ROOM * span
        }
    };
    let mut lower = (edge(lower.min(middle - span / 2.0), -1.0) / step).floor() * step;
    let mut upper = (edge(upper.max(middle + span / 2.0), 1.0) / step).ceil() * step;
    if let Some((least, most)) = within {
        (lower, upper) = (lower.max(least), upper.min(most));
    }
    (lower, upper)
}

impl MarkedChart for PriorityModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        layout(self, size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn mark_count(&self) -> usize {
        self.dots.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.dots
            .get(mark)
            .map(|dot| dot.lines.clone())
            .unwrap_or_default()
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        LEAST_HEIGHT_PT
    }
}
