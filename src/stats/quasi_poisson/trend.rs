//! The trend of some years of monthly counts.

use super::{percent, percent_interval, t_distribution};
use crate::stats::quantiles::float;

/// Fewer months have no trend.
pub const LEAST_MONTHS_FOR_TREND: usize = 36;

/// From here on neighbouring months hang together so much that the interval is too narrow.
const LARGEST_AUTOCORRELATION: f64 = 0.3;

/// Why there is no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoTrend {
    /// There are fewer than 36 months with a count.
    #[error("a trend needs 36 months")]
    TooFewMonths,
    /// A count is negative or no number.
    #[error("a count is not a count")]
    NotACount,
    /// There are too few events for a trend to be found.
    #[error("there are too few events for a trend")]
    TooFewEvents,
    /// Every month is exactly as the others of its time of the year lead one to expect.
    #[error("the months do not vary")]
    NoVariation,
}

/// The trend of monthly counts, the time of the year taken into account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthlyTrend {
    /// The slope of the logarithm of the count, a month.
    pub slope_per_month: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// How much more than chance the months vary.
    pub dispersion: f64,
    /// The degrees of freedom of the t distribution.
    pub degrees_of_freedom: f64,
    /// The two-sided p-value.
    pub p_value: f64,
    /// The change in percent a year.
    pub annual_percent: f64,
    /// The 95% interval of the change in percent a year; no upper end where it is beyond all bounds.
    pub annual_percent_interval: (f64, Option<f64>),
    /// The autocorrelation of the residuals from one month to the next; `None` where there are none.
    pub lag_1_autocorrelation: Option<f64>,
}

impl MonthlyTrend {
    /// Whether neighbouring months hang together so much that the trend is less certain than it says.
    pub fn understates_uncertainty(&self) -> bool {
        let correlation = self.lag_1_autocorrelation;
        correlation.is_some_and(|correlation| correlation.abs() > LARGEST_AUTOCORRELATION)
    }
}

/// The trend of counts of months that follow one another, `None` for a month that is missing.
///
/// The same as R's `glm(count ~ t + factor(month), quasipoisson)`: the effects of the months are worked
/// out for every slope, and the slope by iteratively reweighted least squares (Newton's steps, which for
/// this model are the same).
///
/// # Errors
/// Where there are fewer than 36 months, too few events, no variation, or a number that is no count.
pub fn monthly_trend(series: &[Option<f64>]) -> Result<MonthlyTrend, NoTrend> {
    let model = Model::new(series)?;
    let degrees = model.degrees_of_freedom().ok_or(NoTrend::TooFewEvents)?;
    let slope = model.slope().ok_or(NoTrend::TooFewEvents)?;
    let residuals = model.residuals(slope);
    let squares = residuals.iter().map(|(_, residual)| residual * residual);
    let dispersion = squares.sum::<f64>() / degrees;
    let standard_error = (dispersion / model.fit(slope).information).sqrt();
    let (p_value, quantile) =
        t_distribution(slope / standard_error, degrees).ok_or(NoTrend::NoVariation)?;
    let yearly = 12.0 * slope;
    Ok(MonthlyTrend {
        slope_per_month: slope,
        standard_error,
        dispersion,
        degrees_of_freedom: degrees,
        p_value,
        annual_percent: percent(yearly),
        annual_percent_interval: percent_interval(yearly, 12.0 * quantile * standard_error),
        lag_1_autocorrelation: lag_1_autocorrelation(&residuals),
    })
}

/// The counts of each month of the year that has events, with their times.
struct Model {
    months: Vec<Vec<(f64, f64)>>,
}

/// The derivative of the likelihood by the slope, and the information on it.
struct Fit {
    score: f64,
    information: f64,
}

impl Model {
    fn new(series: &[Option<f64>]) -> Result<Self, NoTrend> {
        let counted = series.iter().flatten().count();
        if counted < LEAST_MONTHS_FOR_TREND {
            return Err(NoTrend::TooFewMonths);
        }
        if !series
            .iter()
            .flatten()
            .all(|count| *count >= 0.0 && count.is_finite())
        {
            return Err(NoTrend::NotACount);
        }
        // Times are counted from the middle, so that powers of the slope stay small.
        let middle = float(series.len()) / 2.0;
        let mut months = vec![Vec::new(); 12];
        for (index, count) in series.iter().enumerate() {
            if let (Some(count), Some(month)) = (count, months.get_mut(index % 12)) {
                month.push((float(index) - middle, *count));
            }
        }
        months.retain(|month| month.iter().any(|(_, count)| *count > 0.0));
        Ok(Self { months })
    }

    /// What a month of the year is expected to have, as (time, count, expected).
    fn expected(month: &[(f64, f64)], slope: f64) -> impl Iterator<Item = (f64, f64, f64)> {
        let total: f64 = month.iter().map(|(_, count)| count).sum();
        let growth: f64 = month.iter().map(|(time, _)| (slope * time).exp()).sum();
        let each = move |(time, count): &(f64, f64)| {
            (*time, *count, total * (slope * time).exp() / growth)
        };
        month.iter().map(each)
    }

    /// The likeliest slope; `None` where every slope has a likelier one.
    fn slope(&self) -> Option<f64> {
        const STEPS: usize = 200;
        // Longer steps overshoot where counts differ by orders of magnitude.
        const LONGEST_STEP: f64 = 0.5;
        let mut slope = 0.0;
        for _ in 0..STEPS {
            let fit = self.fit(slope);
            let step = fit.score / fit.information;
            if !step.is_finite() {
                return None;
            }
            slope += step.clamp(-LONGEST_STEP, LONGEST_STEP);
            if step.abs() <= 1e-13 {
                return Some(slope);
            }
        }
        None
    }

    fn fit(&self, slope: f64) -> Fit {
        let (mut score, mut information) = (0.0, 0.0);
        for month in &self.months {
            let (mut sum, mut first, mut second) = (0.0, 0.0, 0.0);
            for (time, count, expected) in Self::expected(month, slope) {
                score += time * (count - expected);
                sum += expected;
                first += time * expected;
                second += time * time * expected;
            }
            information += second - first * first / sum;
        }
        Fit { score, information }
    }

    /// The counts less the months and the slope.
    fn degrees_of_freedom(&self) -> Option<f64> {
        let counts: usize = self.months.iter().map(Vec::len).sum();
        let degrees = counts.checked_sub(self.months.len() + 1)?;
        (degrees > 0).then(|| float(degrees))
    }

    /// Pearson's residuals with their times, in order of time.
    fn residuals(&self, slope: f64) -> Vec<(f64, f64)> {
        let each = |month| Self::expected(month, slope);
        let all = self.months.iter().flat_map(|month| each(month));
        let residual =
            all.map(|(time, count, expected)| (time, (count - expected) / expected.sqrt()));
        let mut residuals: Vec<(f64, f64)> = residual.collect();
        residuals.sort_by(|one, other| one.0.total_cmp(&other.0));
        residuals
    }
}

/// Of months that follow one another directly.
fn lag_1_autocorrelation(residuals: &[(f64, f64)]) -> Option<f64> {
    let mean = residuals.iter().map(|(_, residual)| residual).sum::<f64>() / float(residuals.len());
    let squares: f64 = residuals
        .iter()
        .map(|(_, residual)| (residual - mean).powi(2))
        .sum();
    let product = |pair: &[(f64, f64)]| match pair {
        [one, other] if other.0 - one.0 < 1.5 => (one.1 - mean) * (other.1 - mean),
        _ => 0.0,
    };
    let products: f64 = residuals.windows(2).map(product).sum();
    (squares > 0.0).then(|| products / squares)
}
