//! Two years of monthly counts.

use statrs::distribution::{ContinuousCDF, Normal};

use super::{percent, percent_interval, t_distribution};
use crate::stats::distributions::t_quantile;
use crate::stats::proportions::Z_95;
use crate::stats::quantiles::float;

/// How the counts of two years compare, their months taken in pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearOnYear {
    /// How much more than chance the months vary: 1 where chance is all.
    pub dispersion: f64,
    /// The months with events, less one.
    pub degrees_of_freedom: f64,
    /// The logarithm of later over earlier.
    pub log_ratio: f64,
    /// Its standard error, never less than that of chance.
    pub standard_error: f64,
    /// The standard error of chance alone.
    pub poisson_standard_error: f64,
    /// The logarithm in standard errors.
    pub statistic: f64,
    /// The two-sided p-value, by t where the months vary more than chance does, else by the normal.
    pub p_value: f64,
    /// The change in percent of the earlier year.
    pub percent: f64,
    /// The 95% interval of the change in percent; no upper end where it is beyond all bounds.
    pub percent_interval: (f64, Option<f64>),
}

impl YearOnYear {
    /// The 95% interval of a count whose months vary as these do: on the scale of logarithms, whose variance
    /// is the dispersion over the count, by t. `None` where the months vary no more than chance does, so that
    /// the limits of chance hold, and for a count of nought.
    ///
    /// ```
    /// use bellwether::stats::quasi_poisson::year_on_year;
    /// let months = [(66.0, 45.0), (85.0, 90.0), (95.0, 71.0), (114.0, 53.0), (68.0, 37.0), (22.0, 38.0)];
    /// let (lower, upper) = year_on_year(&months).unwrap().interval_of_count(334.0).unwrap();
    /// // Chance alone would give 299 to 372.
    /// assert!(lower < 260.0 && upper > 430.0);
    /// ```
    pub fn interval_of_count(&self, count: f64) -> Option<(f64, f64)> {
        let is_overdispersed = self.dispersion > 1.0 && count > 0.0 && count.is_finite();
        if !is_overdispersed {
            return None;
        }
        let quantile = t_quantile(0.975, self.degrees_of_freedom)?;
        let half = quantile * (self.dispersion / count).sqrt();
        Some((count * (-half).exp(), count * half.exp()))
    }
}

/// Compares two years by their months, each as (earlier, later), with an overdispersed log-linear model
/// with an effect of the month and of the year, in closed form.
///
/// The same as R's `glm(count ~ month + year, quasipoisson)` where the dispersion is above 1; below, it is
/// taken as 1. `None` where a year has no events, where fewer than two months have any, or where a count
/// is negative.
///
/// ```
/// use bellwether::stats::quasi_poisson::year_on_year;
/// let months = [(66.0, 45.0), (85.0, 90.0), (95.0, 71.0), (114.0, 53.0), (68.0, 37.0), (22.0, 38.0)];
/// let change = year_on_year(&months).unwrap();
/// assert!((change.percent + 25.8).abs() < 0.05);
/// // A fall by a quarter, and yet these months vary so much that it may be chance.
/// assert!(change.dispersion > 5.0 && change.p_value > 0.05);
/// ```
pub fn year_on_year(months: &[(f64, f64)]) -> Option<YearOnYear> {
    let usable = |count: f64| count >= 0.0 && count.is_finite();
    if !months
        .iter()
        .all(|(one, other)| usable(*one) && usable(*other))
    {
        return None;
    }
    let earlier: f64 = months.iter().map(|(earlier, _)| earlier).sum();
    let later: f64 = months.iter().map(|(_, later)| later).sum();
    let with_events = months.iter().filter(|(one, other)| one + other > 0.0);
    let degrees = float(with_events.clone().count().checked_sub(1)?);
    if degrees < 1.0 || earlier <= 0.0 || later <= 0.0 {
        return None;
    }
    let share = later / (earlier + later);
    let squares: f64 = with_events
        .map(|(one, other)| {
            let (of_one, of_other) = ((one + other) * (1.0 - share), (one + other) * share);
            (one - of_one).powi(2) / of_one + (other - of_other).powi(2) / of_other
        })
        .sum();
    let dispersion = squares / degrees;
    let log_ratio = (later / earlier).ln();
    let poisson_standard_error = (1.0 / earlier + 1.0 / later).sqrt();
    let standard_error = dispersion.max(1.0).sqrt() * poisson_standard_error;
    let statistic = log_ratio / standard_error;
    let (p_value, quantile) = if dispersion > 1.0 {
        t_distribution(statistic, degrees)?
    } else {
        (2.0 * Normal::standard().cdf(-statistic.abs()), Z_95)
    };
    Some(YearOnYear {
        dispersion,
        degrees_of_freedom: degrees,
        log_ratio,
        standard_error,
        poisson_standard_error,
        statistic,
        p_value,
        percent: percent(log_ratio),
        percent_interval: percent_interval(log_ratio, quantile * standard_error),
    })
}
