//! Quantiles of a list of values.

/// The quantile of some values at a share of 0 to 1, by linear interpolation between the order statistics
/// (type 7 of Hyndman and Fan 1996, *The American Statistician* 50:361; what Excel's `QUARTILE.INC` gives).
///
/// `None` where there is no value, where one is not finite, or where the share is not within 0 to 1.
///
/// ```
/// use bellwether::stats::quantiles::quantile;
/// let values = [71.2, 80.4, 65.3, 90.1];
/// assert_eq!(quantile(&values, 0.0), Some(65.3));
/// assert!((quantile(&values, 0.5).unwrap() - 75.8).abs() < 1e-12);
/// ```
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&share) || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let position = float(last) * share;
    let below = (0..=last).rfind(|index| float(*index) <= position)?;
    let (low, high) = (sorted.get(below)?, sorted.get((below + 1).min(last))?);
    Some(low + (position - float(below)) * (high - low))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no list has 2 to the 53rd entries"
)]
pub(super) fn float(number: usize) -> f64 {
    number as f64
}
