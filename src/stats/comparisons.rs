//! Differences of weighted shares and means (statistical specification 2): between waves, of a cohort from
//! the rest and from the total, of overlapping cohorts, and of differences.

use super::distributions::{normal_two_sided, t_quantile, t_two_sided};
use super::intervals::design_sample;
use super::proportions::{Sample, newcombe_interval_at};
use super::taylor::{Contrast, DesignEstimate};
use super::weighted::count;

/// A difference with its standard error and test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DifferenceTest {
    /// The second less the first.
    pub difference: f64,
    /// The standard error of the difference, above nought.
    pub standard_error: f64,
    /// The difference in standard errors.
    pub statistic: f64,
    /// The degrees of freedom of Student's t; `None` where the statistic is held against the normal
    /// distribution.
    pub degrees_of_freedom: Option<f64>,
    /// The two-sided p-value.
    pub p_value: f64,
}

impl DifferenceTest {
    /// The interval difference ± quantile · standard error at a level such as 0.95: for means, and for
    /// differences of differences. Shares have [`super::proportions::newcombe_interval`] and
    /// [`newcombe_by_design`].
    pub fn interval(&self, level: f64) -> Option<(f64, f64)> {
        let tail = f64::midpoint(1.0, level);
        let quantile = match self.degrees_of_freedom {
            Some(degrees) => t_quantile(tail, degrees)?,
            None => super::distributions::normal_quantile(tail)?,
        };
        let half = quantile * self.standard_error;
        Some((self.difference - half, self.difference + half))
    }

    fn new(difference: f64, variance: f64, degrees_of_freedom: Option<f64>) -> Option<Self> {
        let standard_error = variance.sqrt();
        let statistic = difference / standard_error;
        if !(variance > 0.0 && statistic.is_finite()) {
            return None;
        }
        let p_value = match degrees_of_freedom {
            Some(degrees) => t_two_sided(statistic, degrees)?,
            None => normal_two_sided(statistic)?,
        };
        Some(Self {
            difference,
            standard_error,
            statistic,
            degrees_of_freedom,
            p_value,
        })
    }
}

/// The change of a share or mean between two waves, which are independent samples with a design each.
/// `None` without a variance or a degree of freedom. Not to be used where the same people answered twice.
///
/// ```
/// use bellwether::stats::comparisons::design_t_test;
/// use bellwether::stats::taylor_sums::weights_only;
/// use bellwether::stats::weighted::Sums;
/// let wave = |safe: usize| {
///     let answers = (0..200).map(|row| (1.0, f64::from(row < safe)));
///     weights_only(Sums::of_rows(answers), 200).unwrap()
/// };
/// let change = design_t_test(&wave(110), &wave(130)).unwrap();
/// assert!((change.difference - 0.1).abs() < 1e-12);
/// assert!((change.statistic - 2.0468).abs() < 1e-4);
/// assert_eq!(change.degrees_of_freedom, Some(398.0));
/// ```
pub fn design_t_test(earlier: &DesignEstimate, later: &DesignEstimate) -> Option<DifferenceTest> {
    let degrees = earlier.degrees_of_freedom + later.degrees_of_freedom;
    if earlier.degrees_of_freedom == 0 || later.degrees_of_freedom == 0 {
        return None;
    }
    DifferenceTest::new(
        later.estimate - earlier.estimate,
        earlier.variance + later.variance,
        Some(count(degrees)),
    )
}

/// The interval for the change of a share between two waves with a design each: Newcombe's, of Wilson's
/// limits on the bases that the designs imply and Student's t with the degrees of freedom of both. `None`
/// where one of the shares has no such base; then [`super::proportions::newcombe_interval`] on the effective
/// bases serves.
pub fn newcombe_by_design(
    earlier: &DesignEstimate,
    later: &DesignEstimate,
    level: f64,
) -> Option<(f64, f64)> {
    let degrees = earlier.degrees_of_freedom + later.degrees_of_freedom;
    let quantile = t_quantile(f64::midpoint(1.0, level), count(degrees))?;
    newcombe_interval_at(design_sample(earlier)?, design_sample(later)?, quantile)
}

/// The standard error of the difference of two independent shares, each with its own variance p(1−p)/N.
pub fn unpooled_standard_error(first: Sample, second: Sample) -> Option<f64> {
    let error = (variance_of(first)? + variance_of(second)?).sqrt();
    error.is_finite().then_some(error)
}

/// The smallest difference of two shares that a test at 5% would detect four times out of five, on bases
/// such as theirs: (z₀.₉₇₅ + z₀.₈) · √(p̄(1−p̄)(1/N₁ + 1/N₂)). `None` where both are 0% or 100%.
pub fn minimum_detectable_change(first: Sample, second: Sample) -> Option<f64> {
    const QUANTILES: f64 = 2.8016;
    let (n1, n2) = (first.effective_base, second.effective_base);
    let pooled = (n1 * first.share + n2 * second.share) / (n1 + n2);
    let change = QUANTILES * (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
    (n1 > 0.0 && n2 > 0.0 && change > 0.0 && change.is_finite()).then_some(change)
}

/// The difference of a cohort from the total of which it is part, given its difference from the rest and the
/// cohort's share of the weighted base: (1−f) · (cohort − rest), exactly. A standard error from the rest is
/// scaled in the same way, within some per cent; the p-value is that of the comparison with the rest.
pub fn from_rest_to_total(value: f64, weighted_share_of_total: f64) -> f64 {
    (1.0 - weighted_share_of_total) * value
}

/// A published share with its bases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedShare {
    /// The share with its effective base.
    pub sample: Sample,
    /// The weighted base; the unweighted one where that is all there is.
    pub weighted_base: f64,
}

/// The rest of a total without a cohort that is part of it, derived from what is published of both. Its base
/// is an approximation and is to be called one. `None` where the cohort is all of the total, or the figures
/// cannot belong together.
///
/// ```
/// use bellwether::stats::comparisons::{PublishedShare, rest_of_total};
/// use bellwether::stats::proportions::Sample;
/// let published = |share, base| PublishedShare {
///     sample: Sample { share, effective_base: base },
///     weighted_base: base,
/// };
/// let rest = rest_of_total(published(0.6, 1000.0), published(0.5, 400.0)).unwrap();
/// assert!((rest.share - 400.0 / 600.0).abs() < 1e-12);
/// assert_eq!(rest.effective_base, 600.0);
/// ```
pub fn rest_of_total(total: PublishedShare, cohort: PublishedShare) -> Option<Sample> {
    // Published percentages are rounded, so that a rest of nobody or everybody may come out slightly beyond.
    const ROUNDING: f64 = 0.005;
    let weight = total.weighted_base - cohort.weighted_base;
    let successes =
        total.weighted_base * total.sample.share - cohort.weighted_base * cohort.sample.share;
    let share = successes / weight;
    let effective_base = total.sample.effective_base - cohort.sample.effective_base;
    let possible = (-ROUNDING..=1.0 + ROUNDING).contains(&share);
    let defined = weight > 0.0 && effective_base > 0.0 && effective_base.is_finite();
    (possible && defined).then_some(Sample {
        share: share.clamp(0.0, 1.0),
        effective_base,
    })
}

/// The test of two cohorts of a wave that overlap, on effective bases: variance
/// p̄(1−p̄)(1/e₁ + 1/e₂ − 2e₀/(e₁e₂)) with e₀ that of the overlap, and e₁ + e₂ − e₀ − 2 degrees of freedom.
/// `None` where the pooled share is 0% or 100%, or the overlap is all of both.
///
/// Source: the column proportions test with overlap of market research tabulation (Quantum, UNICOM).
pub fn overlapping_cohorts(
    first: Sample,
    second: Sample,
    effective_base_of_overlap: f64,
) -> Option<DifferenceTest> {
    let (e1, e2, e0) = (
        first.effective_base,
        second.effective_base,
        effective_base_of_overlap,
    );
    if !(e1 > 0.0 && e2 > 0.0 && e0 >= 0.0) {
        return None;
    }
    let pooled = (e1 * first.share + e2 * second.share) / (e1 + e2);
    let variance = pooled * (1.0 - pooled) * (1.0 / e1 + 1.0 / e2 - 2.0 * e0 / (e1 * e2));
    let degrees = e1 + e2 - e0 - 2.0;
    DifferenceTest::new(second.share - first.share, variance, Some(degrees))
}

/// The test of a contrast under the design (cohorts of a wave that overlap, rolling windows that share
/// quarters), held against the normal distribution. `None` without a variance.
pub fn contrast_test(contrast: &Contrast) -> Option<DifferenceTest> {
    DifferenceTest::new(contrast.difference, contrast.variance, None)
}

/// Whether a gap changed between two independent waves: the contrast of cohort less rest in each, later less
/// earlier. Positive where the cohort moved up relative to the rest.
pub fn difference_in_differences(earlier: &Contrast, later: &Contrast) -> Option<DifferenceTest> {
    DifferenceTest::new(
        later.difference - earlier.difference,
        earlier.variance + later.variance,
        None,
    )
}

/// [`difference_in_differences`] of published shares, each a pair of reference and cohort: the variance is
/// the sum of four p(1−p)/N.
pub fn difference_in_differences_of_samples(
    earlier: (Sample, Sample),
    later: (Sample, Sample),
) -> Option<DifferenceTest> {
    let contrast = |(reference, cohort): (Sample, Sample)| {
        Some(Contrast {
            difference: cohort.share - reference.share,
            variance: variance_of(reference)? + variance_of(cohort)?,
        })
    };
    difference_in_differences(&contrast(earlier)?, &contrast(later)?)
}

/// p(1−p)/N.
fn variance_of(sample: Sample) -> Option<f64> {
    let Sample {
        share,
        effective_base,
    } = sample;
    let defined = (0.0..=1.0).contains(&share) && effective_base > 0.0;
    defined.then(|| share * (1.0 - share) / effective_base)
}
