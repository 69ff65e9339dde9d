//! Proportions on an effective base: Wilson's interval, the pooled z-test and Newcombe's interval for a
//! difference (statistical specification 1.3 and 2.1).

use statrs::distribution::{ContinuousCDF, Normal};

/// The 97.5% quantile of the normal distribution.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// A proportion and the base on which it rests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The proportion, 0 to 1.
    pub share: f64,
    /// The effective base: the number of respondents of a simple random sample of the same precision.
    pub effective_base: f64,
}

/// Wilson's score interval for a proportion, as (lower, upper) within 0 to 1.
///
/// `quantile` is that of the normal or t distribution ([`Z_95`] for 95%). `None` where the share is not
/// between 0 and 1 or the base is not positive.
///
/// Source: Wilson (1927), *Journal of the American Statistical Association* 22:209.
///
/// ```
/// use bellwether::stats::proportions::{Sample, Z_95, wilson_interval};
/// let concern = Sample { share: 0.407, effective_base: 587.0 };
/// let (lower, upper) = wilson_interval(concern, Z_95).unwrap();
/// assert!((lower - 0.368).abs() < 0.001 && (upper - 0.447).abs() < 0.001);
/// ```
pub fn wilson_interval(sample: Sample, quantile: f64) -> Option<(f64, f64)> {
    let Sample {
        share,
        effective_base,
    } = sample;
    if !(0.0..=1.0).contains(&share) || effective_base <= 0.0 || !effective_base.is_finite() {
        return None;
    }
    let q2n = quantile * quantile / effective_base;
    let centre = (share + q2n / 2.0) / (1.0 + q2n);
    let half = quantile / (1.0 + q2n)
        * (share * (1.0 - share) / effective_base + q2n / (4.0 * effective_base)).sqrt();
    Some(((centre - half).max(0.0), (centre + half).min(1.0)))
}

/// A z statistic and its two-sided p-value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZTest {
    /// The statistic: later minus earlier, in standard errors.
    pub z: f64,
    /// The two-sided p-value.
    pub p_value: f64,
}

/// The pooled z-test of two independent proportions, without continuity correction.
///
/// `None` where the pooled proportion is 0 or 1 (there is no difference to test) or a base is not
/// positive. The same as R's `prop.test(correct = FALSE)` on counts that need not be whole.
///
/// ```
/// use bellwether::stats::proportions::{Sample, pooled_z};
/// let earlier = Sample { share: 0.631, effective_base: 1063.0 };
/// let later = Sample { share: 0.568, effective_base: 1041.0 };
/// assert!((pooled_z(earlier, later).unwrap().z + 2.948_989).abs() < 1e-6);
/// ```
pub fn pooled_z(earlier: Sample, later: Sample) -> Option<ZTest> {
    let (n1, n2) = (earlier.effective_base, later.effective_base);
    if n1 <= 0.0 || n2 <= 0.0 {
        return None;
    }
    let pooled = (n1 * earlier.share + n2 * later.share) / (n1 + n2);
    let variance = pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2);
    if variance <= 0.0 || !variance.is_finite() {
        return None;
    }
    let z = (later.share - earlier.share) / variance.sqrt();
    let normal = Normal::standard();
    Some(ZTest {
        z,
        p_value: 2.0 * normal.cdf(-z.abs()),
    })
}

/// Newcombe's hybrid score interval (method 10) at 95% for later minus earlier, two independent
/// proportions, as (lower, upper).
///
/// Source: Newcombe (1998), *Statistics in Medicine* 17:873.
pub fn newcombe_interval(earlier: Sample, later: Sample) -> Option<(f64, f64)> {
    newcombe_interval_at(earlier, later, Z_95)
}

/// [`newcombe_interval`] with the quantile of another level.
pub fn newcombe_interval_at(earlier: Sample, later: Sample, quantile: f64) -> Option<(f64, f64)> {
    let (lower1, upper1) = wilson_interval(earlier, quantile)?;
    let (lower2, upper2) = wilson_interval(later, quantile)?;
    let difference = later.share - earlier.share;
    let below = (later.share - lower2).hypot(upper1 - earlier.share);
    let above = (upper2 - later.share).hypot(earlier.share - lower1);
    Some((difference - below, difference + above))
}
