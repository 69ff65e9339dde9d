//! How the sample of a survey was drawn, as far as the survey declares it, and what follows for the variance
//! of anything that is estimated from its sums.

use crate::stats::taylor::{Contrast, Design, DesignEstimate, Linearised, LonelyPsu};
use crate::stats::taylor_sums::{self, StratumSums};
use crate::stats::weighted::Sums;

use super::cells::PartSums;
use crate::stats::crosstab::Crosstab;
use crate::stats::rao_scott::{self, RaoScott, StratumTable};

/// What is known of how respondents were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SampleKind {
    /// Weights at most: every respondent stands for themselves.
    #[default]
    Weights,
    /// Strata: every respondent stands for themselves within a stratum.
    Strata,
    /// Clusters, perhaps in strata.
    Clusters,
}

/// The units of a sample (strata or clusters) and how many respondents each has in each slice of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SampleDesign {
    /// What the units are.
    pub kind: SampleKind,
    /// For each unit the number of its stratum.
    pub(super) strata: Vec<usize>,
    /// How many slices there are.
    pub(super) slices: usize,
    /// Respondents with a weight above nought, whatever they answered, by unit and slice.
    pub(super) respondents: Vec<usize>,
}

/// Whether answers depend on groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    /// Rao and Scott's test under the design of the survey.
    pub test: RaoScott,
    /// Cramér's V of the weighted shares: 0.1 small, 0.3 medium, 0.5 large.
    pub cramers_v: Option<f64>,
    /// Whether so many cells expect fewer than five respondents that the test is to be taken with caution.
    pub has_small_expected: bool,
}

/// The cells of tables of the same size added up.
fn sum_of(tables: &[Crosstab]) -> Option<Crosstab> {
    let (first, others) = tables.split_first()?;
    let mut cells = first.cells().to_vec();
    for table in others {
        for (sum, cell) in cells.iter_mut().zip(table.cells()) {
            *sum += *cell;
        }
    }
    Crosstab::new(first.row_levels(), first.column_levels(), cells)
}

impl SampleDesign {
    /// How many units there are.
    pub(super) fn units(&self) -> usize {
        self.strata.len().max(1)
    }

    /// Respondents of a unit over some slices.
    pub(super) fn respondents_of(&self, unit: usize, slices: &[usize]) -> usize {
        let count = |slice: &usize| {
            let place = unit * self.slices + slice;
            let count = (*slice < self.slices).then(|| self.respondents.get(place));
            count.flatten().copied().unwrap_or(0)
        };
        slices.iter().map(count).sum()
    }

    /// All respondents of some slices with a weight above nought.
    pub fn respondents(&self, slices: &[usize]) -> usize {
        let units = 0..self.units();
        units.map(|unit| self.respondents_of(unit, slices)).sum()
    }

    /// The estimate of a share or mean in a part of some slices, with its variance by linearisation; `None`
    /// where nobody is in it.
    pub fn estimate(&self, slices: &[usize], part: &PartSums) -> Option<DesignEstimate> {
        match self.kind {
            SampleKind::Weights => taylor_sums::weights_only(part.whole, self.respondents(slices)),
            SampleKind::Strata => {
                taylor_sums::stratified(&self.by_stratum(slices, part), LonelyPsu::default())
            }
            SampleKind::Clusters => {
                let (design, linearised) = self.linearised(slices, part)?;
                design.estimate_of(&linearised)
            }
        }
    }

    /// The second less the first of two shares or means of the same slices, with the variance of the
    /// difference. `overlap` are the sums of those who are in both parts, of nobody where there are none.
    pub fn contrast(
        &self,
        slices: &[usize],
        first: &PartSums,
        second: &PartSums,
        overlap: &PartSums,
    ) -> Option<Contrast> {
        if self.kind == SampleKind::Clusters {
            let (design, first) = self.linearised(slices, first)?;
            let (_, second) = self.linearised(slices, second)?;
            return design.contrast(&first, &second);
        }
        let one = self.estimate(slices, first)?;
        let other = self.estimate(slices, second)?;
        let both = if self.kind == SampleKind::Strata {
            self.by_stratum(slices, overlap)
                .iter()
                .map(|stratum| stratum.cohort)
                .collect()
        } else {
            vec![overlap.whole]
        };
        let covariance = taylor_sums::covariance(
            &self.by_stratum(slices, first),
            &self.by_stratum(slices, second),
            &both,
            LonelyPsu::default(),
        )?;
        Some(Contrast {
            difference: other.estimate - one.estimate,
            variance: (one.variance + other.variance - 2.0 * covariance).max(0.0),
        })
    }

    /// The sums of a part by stratum; with weights alone all is one stratum.
    fn by_stratum(&self, slices: &[usize], part: &PartSums) -> Vec<StratumSums> {
        if self.kind == SampleKind::Weights || self.units() == 1 {
            return vec![StratumSums {
                cohort: part.whole,
                respondents_of_wave: self.respondents(slices),
            }];
        }
        let stratum = |unit: usize| StratumSums {
            cohort: part.units.get(unit).copied().unwrap_or_default(),
            respondents_of_wave: self.respondents_of(unit, slices),
        };
        (0..self.units()).map(stratum).collect()
    }

    /// The clusters that have a respondent in some slices, and their design.
    fn clusters(&self, slices: &[usize]) -> (Vec<usize>, Design) {
        let present: Vec<usize> = (0..self.units())
            .filter(|unit| self.respondents_of(*unit, slices) > 0)
            .collect();
        let strata: Vec<usize> = present
            .iter()
            .filter_map(|unit| self.strata.get(*unit).copied())
            .collect();
        let design = Design::stratified(&strata);
        (present, design)
    }

    /// The test of a table of answers by groups over some slices, from the table of each unit (rows are
    /// answers), and the strength of the association; `None` where the table is too empty to be tested.
    pub(super) fn association(&self, slices: &[usize], units: &[Crosstab]) -> Option<Association> {
        let whole = sum_of(units)?;
        let test = match self.kind {
            SampleKind::Weights => rao_scott::weights_only(&whole, self.respondents(slices)),
            SampleKind::Strata => {
                let strata = units.iter().enumerate().map(|(unit, table)| StratumTable {
                    table: table.clone(),
                    respondents_of_wave: self.respondents_of(unit, slices),
                });
                rao_scott::by_strata(&strata.collect::<Vec<_>>(), LonelyPsu::default())
            }
            SampleKind::Clusters => {
                let (present, design) = self.clusters(slices);
                let tables = present.iter().filter_map(|unit| units.get(*unit).cloned());
                rao_scott::by_design(&design, &tables.collect::<Vec<_>>())
            }
        };
        Some(Association {
            test: test?,
            cramers_v: whole.cramers_v(),
            has_small_expected: whole
                .unweighted_pearson()
                .is_some_and(|pearson| pearson.has_small_expected()),
        })
    }

    /// The clusters that have a respondent in some slices, and what each contributes.
    fn linearised(&self, slices: &[usize], part: &PartSums) -> Option<(Design, Linearised)> {
        let (present, design) = self.clusters(slices);
        let sums: Vec<Sums> = if self.units() == 1 {
            vec![part.whole]
        } else {
            present
                .iter()
                .map(|unit| part.units.get(*unit).copied().unwrap_or_default())
                .collect()
        };
        let linearised = design.linearised(&sums)?;
        Some((design, linearised))
    }
}
