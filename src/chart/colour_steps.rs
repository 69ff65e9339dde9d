//! Scales of colours in few steps at round numbers, and the hatching of what has no value.

use super::canvas::Canvas;
use super::colour::Rgba;
use super::geometry::{Point, Rect, count};
use super::scale;
use super::scene::{Line, Node, Stroke};
use super::theme::{ChartTheme, TEXT_CONTRAST, ThemeKind};
use crate::base::number;
use crate::data::{Polarity, Unit};

/// The most steps of a scale.
const MOST_STEPS: u32 = 6;
/// How much of the accent the lowest and the highest step have.
const PALEST: f64 = 0.18;
const STRONGEST: f64 = 1.0;

/// The bounds of the steps of a scale, at round numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Steps {
    bounds: Vec<f64>,
    step: f64,
}

impl Steps {
    /// The steps for values: at most six.
    pub fn of(unit: Unit, values: &[f64]) -> Self {
        Self::at_most(MOST_STEPS, unit, values)
    }

    /// The steps for values: about so many, at most six.
    pub fn at_most(most: u32, unit: Unit, values: &[f64]) -> Self {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if lowest > highest {
            return Self {
                bounds: Vec::new(),
                step: 1.0,
            };
        }
        // A step less than a point of a percentage would colour what is alike in different colours.
        let least = match unit {
            Unit::Percent | Unit::PercentagePoints | Unit::PercentChange => 1.0,
            _ => 0.0,
        };
        let mut most = most.clamp(1, MOST_STEPS);
        loop {
            let step = scale::nice_step(highest - lowest, most).max(least);
            let bounds = bounds(lowest, highest, step);
            let fits = u32::try_from(bounds.len()).is_ok_and(|bounds| bounds <= MOST_STEPS + 1);
            if fits || most == 1 {
                return Self { bounds, step };
            }
            most -= 1;
        }
    }

    /// The step of a value: a value at a bound belongs to the step above it, at the last bound to the last.
    pub fn step_of(&self, value: f64) -> usize {
        let above = self
            .bounds
            .iter()
            .filter(|bound| value >= **bound - 1e-9 * self.step)
            .count();
        let last = self.bounds.len().saturating_sub(2);
        above.saturating_sub(1).min(last)
    }

    /// The steps above nought in words, and those below it, nearest to it first: "+5 to +10 pp",
    /// "−5 to −10 pp".
    pub fn signed_words(&self, unit: Unit) -> [Vec<String>; 2] {
        let decimals = scale::decimals_of_step(self.step);
        [1.0, -1.0].map(|sign| {
            let pairs = self.bounds.windows(2);
            let words = pairs.filter_map(|pair| match pair {
                [lower, upper] => {
                    let lower = if lower.abs() < 1e-9 * self.step {
                        String::from("0")
                    } else {
                        number::signed(sign * lower, decimals)
                    };
                    Some(format!(
                        "{lower} to {}",
                        signed(unit, sign * upper, decimals)
                    ))
                }
                _ => None,
            });
            words.collect()
        })
    }

    /// The steps in words, lowest first: "50% to 55%".
    pub fn words(&self, unit: Unit) -> Vec<String> {
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

/// A difference with its sign: "+5 pp", "−120".
pub(super) fn signed(unit: Unit, value: f64, decimals: usize) -> String {
    match unit {
        Unit::PercentagePoints | Unit::PercentChange => unit.format_with(value, decimals),
        _ => number::signed(value, decimals),
    }
}

/// The colour of a step of a scale from little to much: more of the accent for more.
pub(super) fn sequential(theme: &ChartTheme, step: usize, steps: usize) -> Rgba {
    shade(theme, theme.category(0).line, step, steps)
}

/// The colour of a step away from the middle of a scale that has two sides: more of the side's colour the
/// further.
pub(super) fn shade(theme: &ChartTheme, towards: Rgba, step: usize, steps: usize) -> Rgba {
    let last = steps.saturating_sub(1).max(1);
    let share = f64::from(count(step.min(last))) / f64::from(count(last));
    let share = if steps == 1 { 0.5 } else { share };
    theme
        .ground
        .mixed(towards, PALEST + share * (STRONGEST - PALEST))
}

/// Ink or ground: what is read better on a colour.
pub(super) fn readable(theme: &ChartTheme, fill: Rgba) -> Rgba {
    let ink = if theme.ink.contrast(fill) >= theme.ground.contrast(fill) {
        theme.ink
    } else {
        theme.ground
    };
    ink.readable_on(fill, TEXT_CONTRAST)
}

/// The colour of a side of nought: teal for better and magenta for worse, navy and orange where neither is;
/// on paper shades of black, whose side the sign tells.
pub(super) fn side(theme: &ChartTheme, polarity: Polarity, is_above: bool) -> Rgba {
    if theme.kind == ThemeKind::Print {
        return theme.category(1).line;
    }
    let colours = match (polarity, is_above) {
        (Polarity::HigherIsBetter, true) | (Polarity::LowerIsBetter, false) => theme.good,
        (Polarity::HigherIsBetter, false) | (Polarity::LowerIsBetter, true) => theme.bad,
        (Polarity::Neutral, true) => theme.category(0),
        (Polarity::Neutral, false) => theme.category(3),
    };
    colours.line
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

/// Lines from bottom left to top right across a rectangle, and its edge.
pub(super) fn hatching(canvas: &Canvas<'_>, place: Rect) -> Vec<Node> {
    let stroke = Stroke::solid(canvas.scale, canvas.theme.baseline);
    let step = 9.0 * canvas.scale;
    let (width, height) = (place.width(), place.height());
    let mut lines = Vec::new();
    let mut at = step;
    // `at` is where the line meets the bottom edge, counted from the left, or would beyond it.
    while at < width + height {
        let from = Point::new(
            place.left + (at - height).max(0.0),
            place.top + (height - at).max(0.0),
        );
        let to = Point::new(
            place.left + at.min(width),
            place.bottom - (at - width).max(0.0),
        );
        let points = vec![
            Point::new(from.x, place.top + place.bottom - from.y),
            Point::new(to.x, place.top + place.bottom - to.y),
        ];
        lines.push(Node::Line(Line { points, stroke }));
        at += step;
    }
    lines.push(Node::Line(Line {
        points: vec![
            Point::new(place.left, place.top),
            Point::new(place.right, place.top),
            Point::new(place.right, place.bottom),
            Point::new(place.left, place.bottom),
            Point::new(place.left, place.top),
        ],
        stroke,
    }));
    lines
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
            assert!((1..=6).contains(&words.len()), "{values:?}: {words:?}");
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
    fn steps_on_both_sides_of_nought_have_their_signs() {
        let steps = Steps::at_most(3, Unit::PercentagePoints, &[2.4, 14.0]);
        let [above, below] = steps.signed_words(Unit::PercentagePoints);
        assert_eq!(above, ["0 to +5 pp", "+5 to +10 pp", "+10 to +15 pp"]);
        assert_eq!(below, ["0 to −5 pp", "−5 to −10 pp", "−10 to −15 pp"]);
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
