//! One coloured cell, wherever it stands: in a heatmap, or as an area of a map.

use super::model::{HeatmapCell, HeatmapFill};
use crate::analysis::{Change, Direction};
use crate::base::number::{self, grouped};
use crate::chart::colour_steps::{Steps, signed};
use crate::data::Unit;

/// The unit of differences of a measure.
pub fn difference_unit(measured: Unit) -> Unit {
    match measured {
        Unit::Percent => Unit::PercentagePoints,
        Unit::Count | Unit::Per1000 | Unit::Per100000 | Unit::Pounds => Unit::PercentChange,
        unit => unit,
    }
}

/// A difference in points of a percentage, of counts and rates in per cent of what was before, where that
/// may be printed.
pub fn difference_of(measured: Unit, change: &Change) -> Option<f64> {
    match measured {
        Unit::Count | Unit::Per1000 | Unit::Per100000 | Unit::Pounds => change.relative_percent,
        _ => Some(change.difference),
    }
}

/// The cell of a value.
pub fn level_cell(unit: Unit, value: f64, steps: &Steps, is_cautious: bool) -> HeatmapCell {
    let short = |decimals| match unit {
        Unit::Percent => grouped(value, decimals),
        _ => unit.format_with(value, decimals),
    };
    HeatmapCell::Value {
        value,
        text: unit.format(value),
        shorter: [short(unit.decimals()), short(least_decimals(unit))],
        fill: HeatmapFill::Level(step_of(unit, value, steps)),
        is_cautious,
    }
}

/// The cell of a difference: coloured where it is clear, and none where it was not tested.
pub fn difference_cell(
    unit: Unit,
    value: f64,
    direction: Direction,
    steps: &Steps,
    is_cautious: bool,
) -> HeatmapCell {
    let step = step_of(unit, value.abs(), steps);
    let fill = match direction {
        Direction::Up => HeatmapFill::Above(step),
        Direction::Down => HeatmapFill::Below(step),
        Direction::NoClearChange => HeatmapFill::NotClear,
        Direction::NotTested => return HeatmapCell::NotCompared,
    };
    let short = |decimals| match grouped(value, decimals).as_str() {
        // What rounds to nought has no sign.
        "0" => String::from("0"),
        _ => number::signed(value, decimals),
    };
    HeatmapCell::Value {
        value,
        text: signed(unit, value, unit.decimals()),
        shorter: [short(unit.decimals()), short(least_decimals(unit))],
        fill,
        is_cautious,
    }
}

/// The step of a number as printed, so that the colour of a cell is never another than its figure says.
fn step_of(unit: Unit, size: f64, steps: &Steps) -> usize {
    let printed: f64 = number::rounded(size, unit.decimals())
        .parse()
        .unwrap_or(size);
    steps.step_of(printed)
}

/// Means and rates tell nothing without a decimal.
fn least_decimals(unit: Unit) -> usize {
    match unit {
        Unit::MeanScore | Unit::Per1000 | Unit::Per100000 | Unit::Unknown => unit.decimals().min(1),
        _ => 0,
    }
}
