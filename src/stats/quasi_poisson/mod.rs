//! Log-linear models of monthly counts whose months vary more than chance does: repeat offenders,
//! operations and recording drives come in bunches (statistical specification 5.2 and 5.3; Wedderburn 1974,
//! *Biometrika* 61:439).

mod trend;
mod year_on_year;

pub use trend::{LEAST_MONTHS_FOR_TREND, MonthlyTrend, NoTrend, monthly_trend};
pub use year_on_year::{YearOnYear, year_on_year};

use statrs::distribution::{ContinuousCDF, StudentsT};

/// A t statistic's two-sided p-value and the 97.5% quantile. The degrees of freedom are months, so few
/// that the quantile is good to 12 digits.
fn t_distribution(statistic: f64, degrees: f64) -> Option<(f64, f64)> {
    if !statistic.is_finite() {
        return None;
    }
    let distribution = StudentsT::new(0.0, 1.0, degrees).ok()?;
    let p_value = 2.0 * distribution.cdf(-statistic.abs());
    Some((p_value, distribution.inverse_cdf(0.975)))
}

/// A difference of logarithms as a change in percent.
fn percent(log_ratio: f64) -> f64 {
    100.0 * log_ratio.exp_m1()
}

/// An interval of logarithms around a difference as one of changes in percent; a limit that no number
/// can hold is none.
fn percent_interval(log_ratio: f64, half: f64) -> (f64, Option<f64>) {
    let upper = Some(percent(log_ratio + half)).filter(|upper| upper.is_finite());
    (percent(log_ratio - half), upper)
}
