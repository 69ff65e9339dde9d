//! A figure as it is printed in a cell: its value, and how exactly it is given.

use crate::base::number;
use crate::base::text::fold;
use crate::import::grid::{CellValue, Grid};
use crate::import::values::{self, parse_number};

/// Most decimals that are looked at; what lies beyond is the arithmetic of the sender's computer.
const MOST_DECIMALS: usize = 10;

/// Most decimals that are shown of a number whose format is not known.
pub(super) const MOST_SHOWN: usize = 4;

/// A printed figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// Its value; per cent as 0 to 100.
    pub value: f64,
    /// How many decimals are shown.
    pub decimals: usize,
    /// Whether it is shown as a percentage.
    pub percent: bool,
    /// Whether it is called percentage points.
    pub points: bool,
    /// Whether a sign stands before it.
    pub signed: bool,
    /// As it reads.
    pub text: String,
}

impl Figure {
    /// The decimals in which something worked out is set beside it.
    pub fn shown(&self) -> usize {
        self.decimals.min(MOST_SHOWN)
    }

    /// Half a unit of the last printed digit.
    pub fn half(&self) -> f64 {
        unit_of(self.decimals) / 2.0
    }

    /// Whether it is what lies between two bounds, within its rounding.
    pub fn is_within(&self, low: f64, high: f64) -> bool {
        let slack = self.half() + 1e-9 + 1e-7 * self.value.abs();
        self.value + slack >= low && self.value - slack <= high
    }

    /// Whether it is a value within its rounding.
    pub fn is(&self, value: f64) -> bool {
        self.is_within(value, value)
    }
}

/// One unit of the last of some decimals.
pub(super) fn unit_of(decimals: usize) -> f64 {
    10_f64.powi(-i32::try_from(decimals).unwrap_or(0))
}

/// The figure in a cell.
pub(super) fn read(grid: &Grid, row: u32, column: u32) -> Option<Figure> {
    match grid.value(row, column) {
        CellValue::Number(number) => {
            let style = grid.style(row, column);
            let value = if style.percent {
                values::percent_of_share(number)
            } else {
                number
            };
            let decimals = style
                .decimals
                .map_or_else(|| decimals_of(value), usize::from)
                .min(MOST_DECIMALS);
            let mut text = number::grouped(value, decimals.min(MOST_SHOWN));
            if style.percent {
                text.push('%');
            }
            Some(Figure {
                value,
                decimals,
                percent: style.percent,
                points: false,
                signed: value < 0.0,
                text,
            })
        }
        CellValue::Text(text) => of_text(text, grid.decimal_comma()),
        _ => None,
    }
}

/// The figure of a text: a number, "No change", "up 11%", "down 9%".
pub(super) fn of_text(text: &str, decimal_comma: bool) -> Option<Figure> {
    if matches!(fold(text).as_str(), "no change" | "unchanged") {
        return Some(Figure {
            value: 0.0,
            decimals: 0,
            percent: false,
            points: false,
            signed: false,
            text: text.to_owned(),
        });
    }
    let (body, falls) = direction(text);
    let read = parse_number(body, decimal_comma)?;
    let point = if decimal_comma { ',' } else { '.' };
    let decimals = body.split_once(point).map_or(0, |(_, after)| {
        after.chars().take_while(char::is_ascii_digit).count()
    });
    let value = match falls {
        Some(true) => -read.value.abs(),
        _ => read.value,
    };
    Some(Figure {
        value,
        decimals: decimals.min(MOST_DECIMALS),
        percent: read.percent,
        points: read.points,
        signed: falls.is_some()
            || body
                .trim_start_matches('(')
                .starts_with(['+', '-', '−', '–']),
        text: text.to_owned(),
    })
}

/// A percentage and a number in one cell, as `-16% (-1,905)` or `(10%, -79)`.
pub(super) fn pair(text: &str) -> Option<(Figure, Figure)> {
    let trimmed = text.trim();
    let inner = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(trimmed);
    let (first, second) = inner
        .split_once(" (")
        .or_else(|| inner.split_once(", "))
        .or_else(|| inner.split_once("; "))?;
    let first = of_text(first.trim(), false)?;
    let second = of_text(second.trim().trim_end_matches(')'), false)?;
    match (first.percent, second.percent) {
        (true, false) => Some((first, second)),
        (false, true) => Some((second, first)),
        _ => None,
    }
}

/// The number of a text that says in words or arrows which way it goes, and whether down.
fn direction(text: &str) -> (&str, Option<bool>) {
    for (words, falls) in [
        ("down ", true),
        ("Down ", true),
        ("▼", true),
        ("↓", true),
        ("up ", false),
        ("Up ", false),
        ("▲", false),
        ("↑", false),
    ] {
        if let Some(rest) = text.trim().strip_prefix(words) {
            return (rest.trim_start_matches("by ").trim_start(), Some(falls));
        }
    }
    (text, None)
}

/// The decimals of a number as it is stored.
pub(super) fn decimals_of(value: f64) -> usize {
    let shortest = format!("{value}");
    let decimals = shortest.split_once('.').map_or(0, |(_, after)| after.len());
    decimals.min(MOST_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_rounding_is_what_is_compared() {
        let printed = of_text("-24%", false).unwrap();
        assert_eq!((printed.value, printed.decimals), (-24.0, 0));
        assert!(printed.is(-24.49) && !printed.is(-19.5));
        assert!(of_text("+11.33%", false).unwrap().is(11.3275));
        assert!(!of_text("+11.33%", false).unwrap().is(11.3));
    }

    #[test]
    fn words_and_arrows_are_signs() {
        assert!(of_text("down 9%", false).unwrap().is(-9.0));
        assert!(of_text("▲ 12%", false).unwrap().is(12.0));
        assert!(of_text("No change", false).unwrap().is(0.0));
        assert_eq!(of_text("n/a", false), None);
    }

    #[test]
    fn a_cell_may_hold_both() {
        let (percent, number) = pair("(10%, -79)").unwrap();
        assert_eq!((percent.value, number.value), (10.0, -79.0));
        let (percent, number) = pair("+35% (+86)").unwrap();
        assert_eq!((percent.value, number.value), (35.0, 86.0));
        assert!(pair("1,905").is_none());
    }
}
