//! Counts of events: the exact test of two counts (statistical specification 5.2, method 2).

use statrs::distribution::{Binomial, DiscreteCDF};

/// The smallest earlier count of which a change in per cent is printed.
pub const LEAST_BASE_FOR_PERCENT: f64 = 50.0;

/// The two-sided p-value of two Poisson counts over exposures (days, or people), by the conditional
/// binomial distribution, twice the smaller tail.
///
/// `None` where both are 0, where a count is negative or not whole, or an exposure is not positive.
///
/// ```
/// use bellwether::stats::counts::exact_two_counts;
/// // 94 and 108 possessions of weapons in two years: chance may well explain it.
/// let p = exact_two_counts(94.0, 108.0, 365.0, 365.0).unwrap();
/// assert!((p - 0.36).abs() < 0.005);
/// ```
pub fn exact_two_counts(
    earlier: f64,
    later: f64,
    earlier_exposure: f64,
    later_exposure: f64,
) -> Option<f64> {
    let (first, second) = (whole_count(earlier)?, whole_count(later)?);
    let total = first.checked_add(second)?;
    if total == 0 || !(earlier_exposure > 0.0 && later_exposure > 0.0) {
        return None;
    }
    let share = later_exposure / (earlier_exposure + later_exposure);
    let distribution = Binomial::new(share, total).ok()?;
    let at_most = distribution.cdf(second);
    let at_least = match second.checked_sub(1) {
        Some(below) => distribution.sf(below),
        None => 1.0,
    };
    Some((2.0 * at_most.min(at_least)).min(1.0))
}

/// A count held as `f64`, where it is one.
fn whole_count(value: f64) -> Option<u64> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    if !(0.0..=LARGEST_EXACT).contains(&value) || value.fract() != 0.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be a whole number that both types hold"
    )]
    Some(value as u64)
}
