//! A sheet's cells as Excel shows them.

use crate::base::number;
use crate::import::grid::{CellStyle, CellValue, Grid};

/// The rows that decide how wide a column is.
const SAMPLE: u32 = 120;
/// The narrowest and the widest column, in points.
const WIDTHS: (f32, f32) = (72.0, 236.0);
/// The width of a small letter, that of a digit or a capital, and the distance to both edges, in points.
const SMALL: f32 = 7.0;
const WIDE: f32 = 8.6;
const PADDING: f32 = 18.0;

/// What a cell shows; empty for an empty one.
pub fn shown(value: CellValue<'_>, style: CellStyle) -> String {
    match value {
        CellValue::Empty => String::new(),
        CellValue::Text(text) | CellValue::Error(text) => text.to_owned(),
        CellValue::Date(date) => date.strftime("%d/%m/%Y").to_string(),
        CellValue::Bool(true) => String::from("TRUE"),
        CellValue::Bool(false) => String::from("FALSE"),
        CellValue::Number(value) => {
            let decimals = style.decimals.map(usize::from);
            if style.percent {
                return format!("{}%", number::rounded(value * 100.0, decimals.unwrap_or(0)));
            }
            let pounds = if style.pounds { "£" } else { "" };
            let digits = match decimals {
                Some(decimals) => number::rounded(value, decimals),
                None => plain(value),
            };
            format!("{pounds}{digits}")
        }
    }
}

/// A number without a format: as many digits as Excel shows.
fn plain(value: f64) -> String {
    let short = format!("{value}");
    let fraction = short.split_once('.').map_or(0, |(_, digits)| digits.len());
    if fraction > 6 {
        number::rounded(value, 6)
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        short
    }
}

/// Whether a cell's text stands at the right.
pub const fn is_right_aligned(value: CellValue<'_>) -> bool {
    matches!(value, CellValue::Number(_) | CellValue::Date(_))
}

/// Whether a text in place of a number looks like one.
pub fn begins_a_number(text: &str) -> bool {
    let first = text.chars().find(|letter| !"+-−–£<>~(".contains(*letter));
    first.is_some_and(|letter| letter.is_ascii_digit())
}

/// How wide a column is to be, in points, by its first cells.
pub fn width(grid: &Grid, column: u32) -> f32 {
    let longest = grid
        .column_between(column, 0, SAMPLE)
        // A title reaches over the columns beside it.
        .filter(|(row, _)| grid.row(*row).take(2).count() > 1)
        .map(|(row, value)| likely_width(&shown(value, grid.style(row, column))))
        .fold(0.0, f32::max);
    (longest + PADDING).clamp(WIDTHS.0, WIDTHS.1).round()
}

/// About how wide a text is, in points.
fn likely_width(text: &str) -> f32 {
    text.chars()
        .map(|letter| {
            if letter.is_ascii_digit() || letter.is_uppercase() {
                WIDE
            } else {
                SMALL
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_their_format_says() {
        let style = |percent, decimals| CellStyle {
            percent,
            decimals,
            ..CellStyle::default()
        };
        let text = |value, style| shown(CellValue::Number(value), style);
        assert_eq!(text(0.9345, style(true, Some(1))), "93.5%");
        assert_eq!(text(10_860.0, style(false, None)), "10860");
        assert_eq!(text(41.023_923_970_397, style(false, None)), "41.023924");
        assert_eq!(text(2.5, style(false, Some(2))), "2.50");
    }
}
