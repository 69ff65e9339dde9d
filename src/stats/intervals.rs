//! Confidence intervals of a weighted share or mean (statistical specification 1.3 and 1.4).

use super::distributions::{beta_quantile, normal_quantile, t_quantile};
use super::proportions::{Sample, wilson_interval};
use super::taylor::DesignEstimate;
use super::weighted::count;

/// Shares nearer to 0% or 100% than this are those: the rest is rounding.
const NEGLIGIBLE_SHARE: f64 = 1e-12;

/// How the interval of a share is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntervalMethod {
    /// Wilson's on Kish's effective base: the default where there are only weights.
    WilsonKish,
    /// Wilson's on the base that the variance under the design implies, with Student's t: the default where
    /// strata or PSUs are declared. As R's `svyciprop(method = "wilson")`.
    WilsonTaylor,
    /// Symmetric on the scale of log odds, as SPSS complex samples.
    Logit,
    /// Korn and Graubard (1998), *Survey Methodology* 24:193: conservative, the practice of the US National
    /// Center for Health Statistics.
    KornGraubard,
    /// Share ± t · standard error, for compatibility only: it may leave 0 to 1.
    Wald,
}

/// A confidence interval and how it was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareInterval {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
    /// The method that was used: [`IntervalMethod::WilsonKish`] where the one asked for is not defined.
    pub method: IntervalMethod,
}

/// The interval of a share at a level such as 0.95.
///
/// At 0% and 100%, with one respondent, without a variance or a degree of freedom, it falls back to
/// [`IntervalMethod::WilsonKish`], and the result says so. `None` where the estimate is no share or the level
/// is not between 0 and 1.
///
/// ```
/// use bellwether::stats::intervals::{IntervalMethod, share_interval};
/// use bellwether::stats::taylor_sums::weights_only;
/// use bellwether::stats::weighted::Sums;
/// let all_agree = weights_only(Sums::of_rows([(1.37, 1.0)]), 1).unwrap();
/// let interval = share_interval(&all_agree, IntervalMethod::Logit, 0.95).unwrap();
/// assert_eq!(interval.method, IntervalMethod::WilsonKish);
/// assert!((interval.lower - 0.206_549_314).abs() < 1e-9 && interval.upper == 1.0);
/// ```
pub fn share_interval(
    estimate: &DesignEstimate,
    method: IntervalMethod,
    level: f64,
) -> Option<ShareInterval> {
    let sample = estimate.sums.sample()?;
    let by_design = match method {
        IntervalMethod::WilsonKish => None,
        method => limits_by_design(estimate, sample.share, method, level),
    };
    if let Some((lower, upper)) = by_design {
        return Some(ShareInterval {
            lower,
            upper,
            method,
        });
    }
    let (lower, upper) = wilson_interval(sample, normal_quantile(upper_tail(level)?)?)?;
    Some(ShareInterval {
        lower,
        upper,
        method: IntervalMethod::WilsonKish,
    })
}

/// The sample of simple random sampling that has the variance of the design: N = p(1−p)/v. `None` where that
/// is not defined: at 0% and 100%, with one respondent, without a variance or a degree of freedom.
pub fn design_sample(estimate: &DesignEstimate) -> Option<Sample> {
    let share = estimate.sums.sample()?.share;
    let several = estimate.sums.weights.unweighted_base > 1 && estimate.degrees_of_freedom > 0;
    let inner = share > NEGLIGIBLE_SHARE && share < 1.0 - NEGLIGIBLE_SHARE;
    let effective_base = share * (1.0 - share) / estimate.variance;
    let defined = several && inner && estimate.variance > 0.0 && effective_base.is_finite();
    defined.then_some(Sample {
        share,
        effective_base,
    })
}

/// The interval of a mean: mean ± t · standard error, at a level such as 0.95. `None` without a degree of
/// freedom.
pub fn mean_interval(estimate: &DesignEstimate, level: f64) -> Option<(f64, f64)> {
    let t = quantile(estimate, level)?;
    let half = t * estimate.standard_error();
    Some((estimate.estimate - half, estimate.estimate + half))
}

fn limits_by_design(
    estimate: &DesignEstimate,
    share: f64,
    method: IntervalMethod,
    level: f64,
) -> Option<(f64, f64)> {
    let sample = design_sample(estimate)?;
    let t = quantile(estimate, level)?;
    let error = estimate.standard_error();
    let limits = match method {
        IntervalMethod::WilsonKish => return None,
        IntervalMethod::WilsonTaylor => wilson_interval(sample, t)?,
        IntervalMethod::Logit => {
            let centre = (share / (1.0 - share)).ln();
            let half = t * error / (share * (1.0 - share));
            let logistic = |x: f64| 1.0 / (1.0 + (-x).exp());
            (logistic(centre - half), logistic(centre + half))
        }
        IntervalMethod::KornGraubard => {
            let base = count(estimate.sums.weights.unweighted_base);
            let of_simple = t_quantile(upper_tail(level)?, base - 1.0)?;
            let base = sample.effective_base * (of_simple / t) * (of_simple / t);
            let tail = upper_tail(level)?;
            let (success, failure) = (base * share, base * (1.0 - share));
            (
                beta_quantile(1.0 - tail, success, failure + 1.0)?,
                beta_quantile(tail, success + 1.0, failure)?,
            )
        }
        IntervalMethod::Wald => (share - t * error, share + t * error),
    };
    (limits.0.is_finite() && limits.1.is_finite()).then_some(limits)
}

/// Student's quantile for a two-sided interval of an estimate.
fn quantile(estimate: &DesignEstimate, level: f64) -> Option<f64> {
    t_quantile(upper_tail(level)?, count(estimate.degrees_of_freedom))
}

/// 0.975 for 0.95.
fn upper_tail(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then_some(f64::midpoint(1.0, level))
}
