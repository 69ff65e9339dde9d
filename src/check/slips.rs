//! Slips of the hand: digits that differ or are swapped, a decimal point in the wrong place.

use super::discrepancy::Why;
use super::figure::Figure;
use crate::base::number;

/// Whether two whole numbers differ by one digit other than the last, which rounding may change, or by
/// two neighbours swapped.
pub(super) fn of_digits(printed: f64, right: f64) -> Option<Why> {
    if printed.fract() != 0.0 || right.fract() != 0.0 {
        return None;
    }
    let printed = number::rounded(printed, 0);
    let right = number::rounded(right, 0);
    if printed.len() != right.len() || printed.len() < 2 {
        return None;
    }
    let pairs: Vec<(usize, (u8, u8))> = printed.bytes().zip(right.bytes()).enumerate().collect();
    let different: Vec<&(usize, (u8, u8))> = pairs.iter().filter(|(_, (a, b))| a != b).collect();
    match different.as_slice() {
        [(at, _)] if at + 1 < printed.len() => Some(Why::DigitSlip),
        [(first, (a, b)), (second, (c, d))] if first + 1 == *second && a == d && b == c => {
            Some(Why::DigitsSwapped)
        }
        _ => None,
    }
}

/// Whether a figure is right but for the place of its decimal point.
pub(super) fn of_point(printed: &Figure, right: f64) -> bool {
    right.abs() > 1e-9
        && [10.0, 100.0, 1_000.0].into_iter().any(|factor| {
            printed.is(right * factor) && (right * factor).abs() >= 5.0
                || (printed.value * factor - right).abs() <= printed.half() * factor
                    && printed.half() * factor <= 0.06 * right.abs()
        })
}
