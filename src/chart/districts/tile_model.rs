//! The map of tiles before it is laid out: which area has which tile, and which step of the scale.

use crate::analysis::districts::{DistrictsAnswer, Ranking};
use crate::chart::point::{self, GapReason};
use crate::chart::scale;
use crate::data::{Gazetteer, Period, TileMap, Unit};

/// The most steps of the scale of colours.
const MOST_STEPS: u32 = 5;

/// A map of tiles before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct TilesModel {
    /// How many columns and rows there are.
    pub size: (u8, u8),
    /// The tiles.
    pub tiles: Vec<TileModel>,
    /// The steps of the scale of colours, lowest first: "50% to 55%".
    pub steps: Vec<String>,
    /// The period whose values are mapped.
    pub period: String,
}

/// A tile.
#[derive(Clone, Debug, PartialEq)]
pub struct TileModel {
    /// The column and row.
    pub place: (u8, u8),
    /// The place of its area among the areas; `None` where the data have none for it.
    pub district: Option<usize>,
    /// The area's name.
    pub name: String,
    /// The value as printed, with its step of the scale, or why there is none.
    pub value: Result<(String, usize), GapReason>,
    /// The value as a number, where there is one.
    pub number: Option<f64>,
}

impl TilesModel {
    /// The map of an answer; `None` where no map has all of its areas, or where numbers would be mapped.
    pub fn new(answer: &DistrictsAnswer) -> Option<Self> {
        let Ranking::ByValue { period, .. } = answer.ranking else {
            return None;
        };
        let districts = answer.districts.iter();
        let codes: Vec<Option<&str>> = districts.map(|held| held.code.as_deref()).collect();
        let map = TileMap::of_areas(&codes)?;
        let unit = answer.trend.measure.unit;
        let held: Vec<Result<f64, GapReason>> = answer
            .lines()
            .map(|line| match line.points.get(period) {
                Some(Some(held)) => point::shown(&held.outcome, unit).map(|shown| shown.value),
                _ => Err(GapReason::NotAvailable),
            })
            .collect();
        let values: Vec<f64> = held.iter().flatten().copied().collect();
        let steps = Steps::of(unit, &values);
        let tiles = map
            .tiles
            .iter()
            .map(|tile| {
                let district = codes.iter().position(|code| *code == Some(&*tile.code));
                let name = match district.and_then(|place| answer.lines().nth(place)) {
                    Some(line) => line.label.clone(),
                    None => Gazetteer::built_in()
                        .place(&tile.code)
                        .map_or_else(|| tile.code.clone(), |place| place.area.name.clone()),
                };
                let value = district.and_then(|place| held.get(place).copied());
                let number = value.and_then(Result::ok);
                TileModel {
                    number,
                    place: (tile.column, tile.row),
                    district,
                    name,
                    value: value
                        .unwrap_or(Err(GapReason::NotAvailable))
                        .map(|value| (unit.format(value), steps.step_of(value))),
                }
            })
            .collect();
        Some(Self {
            size: map.size(),
            tiles,
            steps: steps.words(unit),
            period: answer
                .trend
                .periods
                .get(period)
                .map_or_else(String::new, Period::label),
        })
    }
}

/// The bounds of the steps of a scale, at round numbers.
struct Steps {
    bounds: Vec<f64>,
    step: f64,
}

impl Steps {
    fn of(unit: Unit, values: &[f64]) -> Self {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if lowest > highest {
            return Self {
                bounds: Vec::new(),
                step: 1.0,
            };
        }
        // A step less than a point of a percentage would colour what is alike in different colours.
        let least = if unit == Unit::Percent { 1.0 } else { 0.0 };
        let mut most = MOST_STEPS;
        loop {
            let step = scale::nice_step(highest - lowest, most).max(least);
            let bounds = bounds(lowest, highest, step);
            if bounds.len() <= 6 || most == 1 {
                return Self { bounds, step };
            }
            most -= 1;
        }
    }

    /// The step of a value: a value at a bound belongs to the step above it, at the last bound to the last.
    fn step_of(&self, value: f64) -> usize {
        let above = self
            .bounds
            .iter()
            .filter(|bound| value >= **bound - 1e-9 * self.step)
            .count();
        let last = self.bounds.len().saturating_sub(2);
        above.saturating_sub(1).min(last)
    }

    fn words(&self, unit: Unit) -> Vec<String> {
        let decimals = scale::decimals_of_step(self.step);
        let print = |value: f64| unit.format_with(value, decimals);
        self.bounds
            .windows(2)
            .filter_map(|pair| match pair {
                [lower, upper] => Some(format!("{} to {}", print(*lower), print(*upper))),
                _ => None,
            })
            .collect()
    }
}

/// The multiples of a step from the one at or below the lowest value to the one at or above the highest.
fn bounds(lowest: f64, highest: f64, step: f64) -> Vec<f64> {
    let first = (lowest / step + 1e-9).floor();
    let last = (highest / step - 1e-9).ceil().max(first + 1.0);
    let mut bounds = Vec::new();
    let mut at = first;
    while at <= last + 0.5 && bounds.len() < 64 {
        bounds.push(at * step);
        at += 1.0;
    }
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_has_few_steps_at_round_numbers() {
        let steps = Steps::of(Unit::Percent, &[52.3, 69.8, 60.0]);
        assert_eq!(
            steps.words(Unit::Percent),
            ["50% to 55%", "55% to 60%", "60% to 65%", "65% to 70%"]
        );
        assert_eq!(steps.step_of(52.3), 0);
        assert_eq!(steps.step_of(60.0), 2, "a bound belongs to the step above");
        assert_eq!(steps.step_of(69.8), 3);
        for values in [vec![1.0, 99.0], vec![3.1, 4.2], vec![0.02, 0.91], vec![7.0]] {
            let steps = Steps::of(Unit::Per1000, &values);
            let words = steps.words(Unit::Per1000);
            assert!((1..=5).contains(&words.len()), "{values:?}: {words:?}");
            assert!(
                values
                    .iter()
                    .all(|value| steps.step_of(*value) < words.len())
            );
        }
    }

    #[test]
    fn alike_percentages_share_a_colour() {
        let steps = Steps::of(Unit::Percent, &[60.2, 60.4]);
        assert_eq!(steps.words(Unit::Percent), ["60% to 61%"]);
    }

    #[test]
    fn without_values_there_are_no_steps() {
        assert!(
            Steps::of(Unit::Percent, &[])
                .words(Unit::Percent)
                .is_empty()
        );
    }
}
