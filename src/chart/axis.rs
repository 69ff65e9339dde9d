//! Which ticks get a label: as many as fit side by side, evenly, always the latest.

use super::geometry::{Rect, count};
use super::scale;
use super::scene::PlotArea;
use super::text_metrics::{Font, MeasureText};
use super::trend_model::TrendModel;
use crate::data::Unit;

/// A label of the horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodLabel {
    /// The place of its period in the model.
    pub period: usize,
    /// The left end of its text.
    pub left: f32,
    /// The width of its text.
    pub width: f32,
    /// Where its tick is.
    pub tick_x: f32,
}

/// The steps from label to label that readers count in without thinking, for periods that follow one
/// another by so many months: half-years and years for months and quarters.
const fn strides(months: i32) -> &'static [usize] {
    match months {
        1 => &[1, 2, 3, 6, 12, 24, 36, 60, 120, 240],
        3 => &[1, 2, 4, 8, 12, 20, 40, 80],
        6 => &[1, 2, 4, 10, 20, 40],
        _ => &[1, 2, 3, 5, 10, 20, 50, 100],
    }
}

/// The least number of months from period to period.
fn months_apart(model: &TrendModel) -> i32 {
    let apart = model
        .periods
        .iter()
        .zip(model.periods.iter().skip(1))
        .map(|(one, two)| two.x - one.x)
        .fold(f64::INFINITY, f64::min);
    [1, 3, 6]
        .into_iter()
        .find(|months| (apart - f64::from(*months)).abs() < 0.1)
        .unwrap_or(12)
}

/// The labels of the periods that are seen. Counted from the latest backwards at the smallest stride at
/// which none touches the next; texts are centred on their ticks, and moved inwards where they would
/// leave `bounds`.
pub fn period_labels(
    model: &TrendModel,
    plot: &PlotArea,
    bounds: Rect,
    font: Font,
    measure: &dyn MeasureText,
) -> Vec<PeriodLabel> {
    let gap = font.size_pt * 0.9;
    let (from, to) = plot.viewport.x;
    let tolerance = (to - from) * 1e-6;
    let mut seen: Vec<PeriodLabel> = Vec::new();
    for (period, held) in model.periods.iter().enumerate().rev() {
        if held.x < from - tolerance || held.x > to + tolerance {
            continue;
        }
        let width = measure.width(&held.axis_label, font);
        let tick_x = plot.x_to_pt(held.x);
        let left = (tick_x - width / 2.0)
            .min(bounds.right - width)
            .max(bounds.left);
        seen.push(PeriodLabel {
            period,
            left,
            width,
            tick_x,
        });
    }
    let total: f32 = seen.iter().map(|label| label.width + gap).sum();
    let room = bounds.width().max(1.0);
    strides(months_apart(model))
        .iter()
        .copied()
        // What cannot fit need not be tried.
        .filter(|stride| total / count(*stride) < 1.5 * room + count(*stride))
        .map(|stride| seen.iter().step_by(stride).cloned().collect::<Vec<_>>())
        .find(|labels| {
            labels
                .iter()
                .zip(labels.iter().skip(1))
                .all(|(later, earlier)| earlier.left + earlier.width + gap <= later.left)
        })
        .unwrap_or_else(|| seen.first().cloned().into_iter().collect())
}

/// A label of the vertical axis.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLabel {
    /// The value.
    pub value: f64,
    /// Its text.
    pub text: String,
}

/// The labels of the vertical axis between two bounds, on a plot of the given height.
pub fn value_labels(unit: Unit, bounds: (f64, f64), height: f32, font: Font) -> Vec<ValueLabel> {
    let most = (1..=8_u8)
        .rev()
        .find(|parts| height / f32::from(*parts) >= 2.2 * font.size_pt)
        .unwrap_or(1);
    let (ticks, step) = scale::ticks(bounds.0, bounds.1, u32::from(most), scale::least_step(unit));
    let decimals = scale::decimals_of_step(step);
    ticks
        .into_iter()
        .map(|value| ValueLabel {
            value,
            text: axis_text(unit, value, decimals),
        })
        .collect()
}

/// A value as the axis writes it: no plus before nought.
fn axis_text(unit: Unit, value: f64, decimals: usize) -> String {
    if value == 0.0 {
        match unit {
            Unit::PercentagePoints => return String::from("0 pp"),
            Unit::PercentChange => return String::from("0%"),
            _ => {}
        }
    }
    unit.format_with(value, decimals)
}
