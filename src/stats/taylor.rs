//! Taylor linearisation: the variance of a weighted share or mean under the design of the survey
//! (statistical specification 1.2), from the sums of every primary sampling unit (PSU).
//!
//! A respondent outside the cohort, or without a valid answer, leaves the estimate and stays in the design.

use std::collections::BTreeMap;

use super::weighted::{Sums, count};

/// What a stratum with one PSU, which has no variance of its own, contributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LonelyPsu {
    /// The square of its distance from the mean of all PSUs.
    #[default]
    Adjust,
    /// The mean of what the other strata contribute.
    Average,
    /// Nothing: it was certain to be chosen.
    Certainty,
    /// Nothing: it is left out.
    Remove,
}

/// The strata and PSUs of a whole wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The stratum of every PSU, counted from 0.
    stratum_of_psu: Vec<usize>,
    /// How many PSUs every stratum has.
    psus_of_stratum: Vec<usize>,
    lonely: LonelyPsu,
}

/// A share or mean and what every PSU contributes to its variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Linearised {
    /// The weighted share (0 to 1) or mean.
    pub estimate: f64,
    /// The sums of the cohort over all PSUs.
    pub sums: Sums,
    /// The linearised total of every PSU: Σ w(y − estimate) / Σw.
    pub psu_totals: Vec<f64>,
    /// PSUs with a respondent of the cohort less strata with one.
    pub degrees_of_freedom: usize,
}

/// A share or mean with its variance under the design.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DesignEstimate {
    /// The weighted share (0 to 1) or mean.
    pub estimate: f64,
    /// Its variance by linearisation.
    pub variance: f64,
    /// PSUs with a respondent of the cohort less strata with one; nought where no test can be made.
    pub degrees_of_freedom: usize,
    /// The sums of the cohort.
    pub sums: Sums,
}

impl DesignEstimate {
    /// The standard error.
    pub fn standard_error(&self) -> f64 {
        self.variance.sqrt()
    }

    /// The standard error relative to the estimate; `None` where that is nought.
    pub fn coefficient_of_variation(&self) -> Option<f64> {
        let relative = self.standard_error() / self.estimate;
        relative.is_finite().then_some(relative)
    }

    /// The design effect against a simple random sample with replacement of as many respondents; `None`
    /// where all gave the same answer or there are fewer than two.
    pub fn design_effect(&self) -> Option<f64> {
        self.sums.design_effect_of(self.variance)
    }
}

/// The difference of two estimates, with the variance that takes into account what they share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// The second less the first.
    pub difference: f64,
    /// The variance of the difference.
    pub variance: f64,
}

impl Contrast {
    /// The second less the first of two estimates of the same wave whose covariance is known: nought for
    /// cohorts without a common stratum or PSU, and for those that share nobody in a survey with weights
    /// only.
    pub fn of(first: &DesignEstimate, second: &DesignEstimate, covariance: f64) -> Self {
        Self {
            difference: second.estimate - first.estimate,
            variance: (first.variance + second.variance - 2.0 * covariance).max(0.0),
        }
    }

    /// The standard error of the difference.
    pub fn standard_error(&self) -> f64 {
        self.variance.sqrt()
    }
}

impl Design {
    /// The design of a survey with weights and nothing else: every respondent is a PSU, all are in one
    /// stratum.
    pub fn weights_only(respondents: usize) -> Self {
        Self::of_compact(vec![0; respondents], vec![respondents])
    }

    /// The design with the stratum of every PSU of the wave; strata may have any numbers.
    pub fn stratified(stratum_of_psu: &[usize]) -> Self {
        let mut places = BTreeMap::new();
        let mut psus_of_stratum: Vec<usize> = Vec::new();
        let mut compact = Vec::with_capacity(stratum_of_psu.len());
        for stratum in stratum_of_psu {
            let place = *places.entry(*stratum).or_insert_with(|| {
                psus_of_stratum.push(0);
                psus_of_stratum.len() - 1
            });
            if let Some(psus) = psus_of_stratum.get_mut(place) {
                *psus += 1;
            }
            compact.push(place);
        }
        Self::of_compact(compact, psus_of_stratum)
    }

    fn of_compact(stratum_of_psu: Vec<usize>, psus_of_stratum: Vec<usize>) -> Self {
        Self {
            stratum_of_psu,
            psus_of_stratum,
            lonely: LonelyPsu::default(),
        }
    }

    /// The same design with another treatment of strata with one PSU.
    #[must_use]
    pub fn with_lonely_psu(mut self, lonely: LonelyPsu) -> Self {
        self.lonely = lonely;
        self
    }

    /// How many PSUs the wave has.
    pub fn psus(&self) -> usize {
        self.stratum_of_psu.len()
    }

    /// How many strata have one PSU only: where there are any, the user is warned.
    pub fn lonely_strata(&self) -> usize {
        let lonely = self.psus_of_stratum.iter().filter(|psus| **psus == 1);
        lonely.count()
    }

    /// PSUs with a respondent of the cohort less strata with one. `occupied` says of every PSU whether it
    /// has one.
    pub fn degrees_of_freedom(&self, occupied: impl IntoIterator<Item = bool>) -> usize {
        let mut psus = 0;
        let mut strata = vec![false; self.psus_of_stratum.len()];
        for (stratum, occupied) in self.stratum_of_psu.iter().zip(occupied) {
            if occupied {
                psus += 1;
                if let Some(stratum) = strata.get_mut(*stratum) {
                    *stratum = true;
                }
            }
        }
        psus - strata.iter().filter(|occupied| **occupied).count()
    }

    /// The share or mean of a cohort, given the sums of its respondents in every PSU of the wave (of nobody
    /// where a PSU has none). `None` without respondents, or where there are not as many sums as PSUs.
    pub fn linearised(&self, psus: &[Sums]) -> Option<Linearised> {
        if psus.len() != self.psus() {
            return None;
        }
        let sums: Sums = psus.iter().copied().sum();
        let estimate = sums.mean()?;
        let weight = sums.weights.weight;
        let total = |psu: &Sums| (psu.weighted - estimate * psu.weights.weight) / weight;
        let occupied = psus.iter().map(|psu| psu.weights.unweighted_base > 0);
        Some(Linearised {
            estimate,
            sums,
            psu_totals: psus.iter().map(total).collect(),
            degrees_of_freedom: self.degrees_of_freedom(occupied),
        })
    }

    /// The share or mean of a cohort with its variance, given the sums of its respondents in every PSU.
    ///
    /// Source: Wolter (2007), *Introduction to Variance Estimation*, ch. 6; as R's `survey::svymean`.
    ///
    /// ```
    /// use bellwether::stats::taylor::Design;
    /// use bellwether::stats::weighted::Sums;
    /// // Two strata of two PSUs, each with two respondents of weight 1.
    /// let design = Design::stratified(&[0, 0, 1, 1]);
    /// let psu = |first, second| Sums::of_rows([(1.0, first), (1.0, second)]);
    /// let safe = design.estimate(&[psu(1.0, 1.0), psu(1.0, 0.0), psu(0.0, 0.0), psu(0.0, 1.0)]);
    /// let safe = safe.unwrap();
    /// assert_eq!((safe.estimate, safe.degrees_of_freedom), (0.5, 2));
    /// assert_eq!(safe.variance, 0.03125);
    /// ```
    pub fn estimate(&self, psus: &[Sums]) -> Option<DesignEstimate> {
        let linearised = self.linearised(psus)?;
        self.estimate_of(&linearised)
    }

    /// A linearised share or mean with its variance.
    pub fn estimate_of(&self, linearised: &Linearised) -> Option<DesignEstimate> {
        Some(DesignEstimate {
            estimate: linearised.estimate,
            variance: self.variance(&linearised.psu_totals)?,
            degrees_of_freedom: linearised.degrees_of_freedom,
            sums: linearised.sums,
        })
    }

    /// The second less the first of two estimates of the same wave, whose cohorts may overlap.
    pub fn contrast(&self, first: &Linearised, second: &Linearised) -> Option<Contrast> {
        if first.psu_totals.len() != second.psu_totals.len() {
            return None;
        }
        let pairs = first.psu_totals.iter().zip(&second.psu_totals);
        let totals: Vec<f64> = pairs.map(|(first, second)| second - first).collect();
        Some(Contrast {
            difference: second.estimate - first.estimate,
            variance: self.variance(&totals)?,
        })
    }

    /// The variance of a statistic with the given linearised total of every PSU.
    pub fn variance(&self, totals: &[f64]) -> Option<f64> {
        self.covariance(totals, totals)
    }

    /// The covariance of two statistics with the given linearised totals of every PSU:
    /// Σ over strata of m/(m−1) · Σ (t − t̄)(u − ū). `None` where there are not as many totals as PSUs, no
    /// PSU at all, or (with [`LonelyPsu::Average`]) no stratum of more than one.
    pub fn covariance(&self, first: &[f64], second: &[f64]) -> Option<f64> {
        if first.len() != self.psus() || second.len() != self.psus() || first.is_empty() {
            return None;
        }
        let (first_means, first_mean) = self.means(first);
        let (second_means, second_mean) = self.means(second);
        let mut products = vec![0.0; self.psus_of_stratum.len()];
        let psus = self.stratum_of_psu.iter().zip(first.iter().zip(second));
        for (stratum, (one, other)) in psus {
            let lonely = self.psus_of_stratum.get(*stratum) == Some(&1);
            let means = (first_means.get(*stratum)?, second_means.get(*stratum)?);
            let product = products.get_mut(*stratum)?;
            *product += match (lonely, self.lonely) {
                (false, _) => (one - means.0) * (other - means.1),
                (true, LonelyPsu::Adjust) => (one - first_mean) * (other - second_mean),
                (true, _) => 0.0,
            };
        }
        let mut covariance = 0.0;
        for (product, psus) in products.iter().zip(&self.psus_of_stratum) {
            covariance += product * correction(*psus);
        }
        let covariance = self.averaged(covariance)?;
        covariance.is_finite().then_some(covariance)
    }

    /// The sum over strata, with what strata of one PSU add to it by [`LonelyPsu::Average`].
    fn averaged(&self, sum: f64) -> Option<f64> {
        let (strata, lonely) = (self.psus_of_stratum.len(), self.lonely_strata());
        match self.lonely {
            LonelyPsu::Average if lonely == strata => None,
            LonelyPsu::Average => Some(sum * count(strata) / count(strata - lonely)),
            _ => Some(sum),
        }
    }

    /// The means of the totals in every stratum and over all.
    fn means(&self, totals: &[f64]) -> (Vec<f64>, f64) {
        let mut means = vec![0.0; self.psus_of_stratum.len()];
        let mut sum = 0.0;
        for (stratum, total) in self.stratum_of_psu.iter().zip(totals) {
            if let Some(mean) = means.get_mut(*stratum) {
                *mean += total;
            }
            sum += total;
        }
        for (mean, psus) in means.iter_mut().zip(&self.psus_of_stratum) {
            *mean /= count(*psus);
        }
        (means, sum / count(totals.len()))
    }
}

/// m/(m−1) for a stratum of m PSUs; 1 for a single one, whose contribution is a matter of choice.
pub(super) fn correction(psus: usize) -> f64 {
    if psus > 1 {
        count(psus) / count(psus - 1)
    } else {
        1.0
    }
}
