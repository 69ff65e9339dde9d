//! Rounding of counts for publication (statistical specification 4.4).

use std::num::NonZeroU64;

/// A count to the nearest multiple of a base, halves upwards. Totals are rounded for themselves, so that
/// rounded parts may not add up to them; `None` where the result is too large for its type.
///
/// Formula: b·⌊x/b + ½⌋.
///
/// ```
/// use bellwether::stats::rounding::nearest_multiple;
/// use std::num::NonZeroU64;
/// let five = NonZeroU64::new(5).unwrap();
/// let rounded = [2, 3, 7, 8, 1234].map(|count| nearest_multiple(count, five).unwrap());
/// assert_eq!(rounded, [0, 5, 5, 10, 1235]);
/// ```
pub fn nearest_multiple(count: u64, base: NonZeroU64) -> Option<u64> {
    let (whole, rest) = (count / base, count % base);
    let up = rest >= base.get() - rest;
    whole.checked_add(u64::from(up))?.checked_mul(base.get())
}
