//! The interval of a count of events (statistical specification 5.1): what chance alone may bring.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::proportions::Z_95;

/// From this count on Byar's approximation is used, which then is within 0.2% of the exact limits.
const LEAST_FOR_BYAR: f64 = 10.0;

/// The 95% interval of a Poisson count, as (lower, upper): exact under 10, Byar's approximation from 10 on.
///
/// `None` where the count is negative or not a number.
///
/// Source: Breslow and Day (1987), *Statistical Methods in Cancer Research* II, 69; as in the technical
/// guidance of Fingertips.
///
/// ```
/// use bellwether::stats::poisson_interval::poisson_interval;
/// let (lower, upper) = poisson_interval(240.0).unwrap();
/// assert!((lower - 210.6).abs() < 0.05 && (upper - 272.4).abs() < 0.05);
/// assert_eq!(poisson_interval(0.0).unwrap().0, 0.0);
/// ```
pub fn poisson_interval(count: f64) -> Option<(f64, f64)> {
    if !(count.is_finite() && count >= 0.0) {
        return None;
    }
    if count >= LEAST_FOR_BYAR {
        let limit = |count: f64, sign: f64| {
            let term = 1.0 - 1.0 / (9.0 * count) + sign * Z_95 / (3.0 * count.sqrt());
            count * term.powi(3)
        };
        return Some((limit(count, -1.0), limit(count + 1.0, 1.0)));
    }
    let quantile = |share: f64, freedom: f64| {
        let distribution = ChiSquared::new(freedom).ok()?;
        Some(distribution.inverse_cdf(share) / 2.0)
    };
    let lower = if count > 0.0 {
        quantile(0.025, 2.0 * count)?
    } else {
        0.0
    };
    Some((lower, quantile(0.975, 2.0 * count + 2.0)?))
}
