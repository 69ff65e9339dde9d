//! Taylor linearisation where every respondent is a PSU: the variance from sums alone, without another look
//! at the respondents (statistical specification 1.2). With strata, one set of sums for each; with weights
//! only, one set for the wave.

use super::taylor::{DesignEstimate, LonelyPsu, correction};
use super::weighted::{Sums, count};

/// A cohort in one stratum of a wave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StratumSums {
    /// The sums of the cohort's respondents in the stratum.
    pub cohort: Sums,
    /// All respondents of the wave in the stratum with a weight above nought, in the cohort or not.
    pub respondents_of_wave: usize,
}

/// The share or mean of a cohort in a survey with weights only. `None` without respondents, or where the
/// wave is said to have fewer than the cohort.
///
/// ```
/// use bellwether::stats::taylor_sums::weights_only;
/// use bellwether::stats::weighted::Sums;
/// let safe = Sums::of_rows([(1.0, 1.0), (1.0, 0.0), (2.0, 1.0)]);
/// let safe = weights_only(safe, 4).unwrap();
/// assert_eq!((safe.estimate, safe.degrees_of_freedom), (0.75, 2));
/// assert!((safe.variance - 4.0 / 3.0 * 0.875 / 16.0).abs() < 1e-15);
/// ```
pub fn weights_only(cohort: Sums, respondents_of_wave: usize) -> Option<DesignEstimate> {
    let wave = [StratumSums {
        cohort,
        respondents_of_wave,
    }];
    stratified(&wave, LonelyPsu::default())
}

/// The share or mean of a cohort in a survey with strata and weights, every stratum of the wave given.
pub fn stratified(strata: &[StratumSums], lonely: LonelyPsu) -> Option<DesignEstimate> {
    let overlap: Vec<Sums> = strata.iter().map(|stratum| stratum.cohort).collect();
    let variance = covariance(strata, strata, &overlap, lonely)?;
    let sums: Sums = overlap.iter().copied().sum();
    let bases = overlap.iter().map(|sums| sums.weights.unweighted_base);
    let occupied = bases.filter(|base| *base > 0).count();
    Some(DesignEstimate {
        estimate: sums.mean()?,
        variance: variance.max(0.0),
        degrees_of_freedom: sums.weights.unweighted_base - occupied,
        sums,
    })
}

/// The covariance of the same share or mean in two cohorts of a wave, given in the same strata in the same
/// order; `overlap` are the sums, by stratum, of those who are in both.
///
/// `None` where a cohort is empty, the strata do not agree, or (with [`LonelyPsu::Average`]) no stratum has
/// more than one respondent.
pub fn covariance(
    first: &[StratumSums],
    second: &[StratumSums],
    overlap: &[Sums],
    lonely: LonelyPsu,
) -> Option<f64> {
    if first.len() != second.len() || first.len() != overlap.len() {
        return None;
    }
    let all = |strata: &[StratumSums]| -> Sums { strata.iter().map(|of| of.cohort).sum() };
    let (first_sums, second_sums) = (all(first), all(second));
    let (first_mean, second_mean) = (first_sums.mean()?, second_sums.mean()?);
    let weights = first_sums.weights.weight * second_sums.weights.weight;
    let total = |of: &Sums, mean: f64| of.weighted - mean * of.weights.weight;
    let mut parts = Vec::with_capacity(overlap.len());
    for ((one, other), both) in first.iter().zip(second).zip(overlap) {
        let base = |of: &Sums| of.weights.unweighted_base;
        let largest = base(&one.cohort).max(base(&other.cohort));
        if one.respondents_of_wave != other.respondents_of_wave || largest > one.respondents_of_wave
        {
            return None;
        }
        let products = both.squares_weighted_squares
            - (first_mean + second_mean) * both.squares_weighted
            + first_mean * second_mean * both.weights.weight_squares;
        parts.push(StratumProducts {
            psus: one.respondents_of_wave,
            products: products / weights,
            totals: (
                total(&one.cohort, first_mean) / first_sums.weights.weight,
                total(&other.cohort, second_mean) / second_sums.weights.weight,
            ),
        });
    }
    covariance_of_strata(&parts, lonely)
}

/// What a stratum of PSUs adds to the covariance of two linearised statistics t and u.
#[derive(Clone, Copy, Debug)]
pub(super) struct StratumProducts {
    /// The PSUs of the wave in the stratum.
    pub(super) psus: usize,
    /// Σtu.
    pub(super) products: f64,
    /// Σt and Σu.
    pub(super) totals: (f64, f64),
}

/// The covariance Σ m/(m−1) · (Σtu − Σt Σu / m) over strata; `None` where it is not defined.
pub(super) fn covariance_of_strata(strata: &[StratumProducts], lonely: LonelyPsu) -> Option<f64> {
    let psus = count(strata.iter().map(|stratum| stratum.psus).sum());
    let means = (
        strata.iter().map(|stratum| stratum.totals.0).sum::<f64>() / psus,
        strata.iter().map(|stratum| stratum.totals.1).sum::<f64>() / psus,
    );
    let (mut covariance, mut lonely_strata, mut all_strata) = (0.0, 0, 0);
    for stratum in strata {
        let totals = stratum.totals;
        covariance += match (stratum.psus, lonely) {
            (1, LonelyPsu::Adjust) => (totals.0 - means.0) * (totals.1 - means.1),
            (0 | 1, _) => 0.0,
            (psus, _) => (stratum.products - totals.0 * totals.1 / count(psus)) * correction(psus),
        };
        lonely_strata += usize::from(stratum.psus == 1);
        all_strata += usize::from(stratum.psus > 0);
    }
    if lonely == LonelyPsu::Average {
        // Nought by nought where every stratum has one PSU.
        covariance *= count(all_strata) / count(all_strata - lonely_strata);
    }
    covariance.is_finite().then_some(covariance)
}
