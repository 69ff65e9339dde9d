//! Windows of time that share quarters: the difference of two of them under the variance that takes into
//! account who is in both (statistical specification 2.6).

use super::cells::PartSums;
use super::design::{SampleDesign, SampleKind};
use super::estimate::Difference;
use crate::stats::comparisons;
use crate::stats::taylor::LonelyPsu;
use crate::stats::taylor::{Contrast, Design};
use crate::stats::taylor_sums::{self, StratumSums};
use crate::stats::weighted::Sums;

impl SampleDesign {
    /// The share or mean of the later window less that of the earlier. The windows are sets of slices, and
    /// `parts` the sums of each slice of the plan; every slice is a stratum of its own.
    pub fn rolling(
        &self,
        earlier: &[usize],
        later: &[usize],
        parts: &[PartSums],
    ) -> Option<Difference> {
        let contrast = if self.kind == SampleKind::Clusters {
            self.rolling_of_clusters(earlier, later, parts)?
        } else {
            self.rolling_of_respondents(earlier, later, parts)?
        };
        let test = comparisons::contrast_test(&contrast);
        Some(Difference::of(contrast.difference, test))
    }

    /// Every slice and unit of either window: whether it is in the earlier and in the later one, its sums,
    /// its respondents, and its stratum.
    fn units_of_slices(
        &self,
        earlier: &[usize],
        later: &[usize],
        parts: &[PartSums],
    ) -> Vec<(bool, bool, Sums, usize, usize)> {
        let strata = self.strata.iter().max().map_or(1, |most| most + 1);
        let mut all = Vec::new();
        for (slice, part) in parts.iter().enumerate() {
            let (first, second) = (earlier.contains(&slice), later.contains(&slice));
            if !first && !second {
                continue;
            }
            for unit in 0..self.units() {
                let sums = if self.units() == 1 {
                    part.whole
                } else {
                    part.units.get(unit).copied().unwrap_or_default()
                };
                let respondents = self.respondents_of(unit, &[slice]);
                let stratum = self.strata.get(unit).copied().unwrap_or(0);
                if respondents > 0 {
                    all.push((first, second, sums, respondents, slice * strata + stratum));
                }
            }
        }
        all
    }

    fn rolling_of_respondents(
        &self,
        earlier: &[usize],
        later: &[usize],
        parts: &[PartSums],
    ) -> Option<Contrast> {
        let units = self.units_of_slices(earlier, later, parts);
        let strata = |is_in: &dyn Fn(bool, bool) -> bool| -> Vec<StratumSums> {
            let units = units.iter();
            units
                .map(|(first, second, sums, respondents, _)| StratumSums {
                    cohort: if is_in(*first, *second) {
                        *sums
                    } else {
                        Sums::default()
                    },
                    respondents_of_wave: *respondents,
                })
                .collect()
        };
        let (one, other) = (strata(&|first, _| first), strata(&|_, second| second));
        let both: Vec<Sums> = strata(&|first, second| first && second)
            .iter()
            .map(|stratum| stratum.cohort)
            .collect();
        let lonely = LonelyPsu::default();
        let first = taylor_sums::stratified(&one, lonely)?;
        let second = taylor_sums::stratified(&other, lonely)?;
        let covariance = taylor_sums::covariance(&one, &other, &both, lonely)?;
        Some(Contrast {
            difference: second.estimate - first.estimate,
            variance: (first.variance + second.variance - 2.0 * covariance).max(0.0),
        })
    }

    fn rolling_of_clusters(
        &self,
        earlier: &[usize],
        later: &[usize],
        parts: &[PartSums],
    ) -> Option<Contrast> {
        let units = self.units_of_slices(earlier, later, parts);
        let strata: Vec<usize> = units.iter().map(|unit| unit.4).collect();
        let design = Design::stratified(&strata);
        let sums = |is_in: &dyn Fn(bool, bool) -> bool| -> Vec<Sums> {
            let units = units.iter();
            units
                .map(|(first, second, sums, ..)| {
                    if is_in(*first, *second) {
                        *sums
                    } else {
                        Sums::default()
                    }
                })
                .collect()
        };
        let first = design.linearised(&sums(&|first, _| first))?;
        let second = design.linearised(&sums(&|_, second| second))?;
        design.contrast(&first, &second)
    }
}
