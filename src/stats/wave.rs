//! A wave of a survey respondent by respondent: which PSU and stratum each belongs to (statistical
//! specification 1.2).

use std::collections::BTreeMap;

use super::taylor::{Design, DesignEstimate, Linearised};
use super::weighted::Sums;

/// Why the design of a wave cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WaveError {
    /// A weight is negative or not a number.
    #[error("the weight of respondent {} is not a number of nought or more", row + 1)]
    Weight {
        /// The respondent's position, from 0.
        row: usize,
    },
    /// There are not as many strata or PSUs as weights.
    #[error("not every respondent has a weight, a stratum and a sampling unit")]
    Lengths,
    /// No respondent has a weight above nought.
    #[error("no respondent has a weight above nought")]
    Empty,
}

/// All respondents of a wave.
#[derive(Clone, Debug)]
pub struct Wave<'a> {
    weights: &'a [f64],
    /// The PSU of every respondent, from 0; none for those of weight nought.
    psu_of_row: Vec<Option<usize>>,
    design: Design,
}

impl<'a> Wave<'a> {
    /// The wave with the weight of every respondent and, where they are declared, stratum and PSU. A PSU is
    /// known by its stratum and its own number together. Respondents of weight nought are left out.
    pub fn new(
        weights: &'a [f64],
        strata: Option<&[usize]>,
        psus: Option<&[usize]>,
    ) -> Result<Self, WaveError> {
        let agrees = |labels: Option<&[usize]>| labels.is_none_or(|of| of.len() == weights.len());
        if !agrees(strata) || !agrees(psus) {
            return Err(WaveError::Lengths);
        }
        let invalid = |weight: &f64| !(weight.is_finite() && *weight >= 0.0);
        if let Some(row) = weights.iter().position(invalid) {
            return Err(WaveError::Weight { row });
        }
        let label = |of: Option<&[usize]>, row: usize| of.and_then(|of| of.get(row)).copied();
        let mut places = BTreeMap::new();
        let mut stratum_of_psu = Vec::new();
        let mut psu_of_row = Vec::with_capacity(weights.len());
        for (row, weight) in weights.iter().enumerate() {
            if *weight <= 0.0 {
                psu_of_row.push(None);
                continue;
            }
            let stratum = label(strata, row).unwrap_or(0);
            let place = match label(psus, row) {
                None => stratum_of_psu.len(),
                Some(psu) => *places.entry((stratum, psu)).or_insert(stratum_of_psu.len()),
            };
            if place == stratum_of_psu.len() {
                stratum_of_psu.push(stratum);
            }
            psu_of_row.push(Some(place));
        }
        if stratum_of_psu.is_empty() {
            return Err(WaveError::Empty);
        }
        Ok(Self {
            weights,
            psu_of_row,
            design: Design::stratified(&stratum_of_psu),
        })
    }

    /// The strata and PSUs.
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// The same wave with a design that treats strata of one PSU in another way.
    #[must_use]
    pub fn with_lonely_psu(mut self, lonely: super::taylor::LonelyPsu) -> Self {
        self.design = self.design.with_lonely_psu(lonely);
        self
    }

    /// The sums of every PSU for a cohort: `answers` are those of the respondents in order, `None` for one
    /// who is outside the cohort or gave no valid answer. `None` where there are not as many as respondents.
    pub fn psu_sums(&self, answers: &[Option<f64>]) -> Option<Vec<Sums>> {
        if answers.len() != self.weights.len() {
            return None;
        }
        let mut psus = vec![Sums::default(); self.design.psus()];
        let rows = self.weights.iter().zip(&self.psu_of_row).zip(answers);
        for ((weight, psu), answer) in rows {
            let sums = psu.and_then(|psu| psus.get_mut(psu));
            if let (Some(sums), Some(answer)) = (sums, answer) {
                sums.include(*weight, *answer);
            }
        }
        Some(psus)
    }

    /// The share or mean of a cohort, linearised; `None` without respondents.
    pub fn linearised(&self, answers: &[Option<f64>]) -> Option<Linearised> {
        self.design.linearised(&self.psu_sums(answers)?)
    }

    /// The share or mean of a cohort with its variance; `None` without respondents.
    ///
    /// ```
    /// use bellwether::stats::wave::Wave;
    /// let wave = Wave::new(&[1.0, 1.0, 2.0, 0.5], None, None)?;
    /// let safe = wave.estimate(&[Some(1.0), Some(0.0), Some(1.0), None]).unwrap();
    /// assert_eq!((safe.estimate, safe.degrees_of_freedom), (0.75, 2));
    /// # Ok::<(), bellwether::stats::wave::WaveError>(())
    /// ```
    pub fn estimate(&self, answers: &[Option<f64>]) -> Option<DesignEstimate> {
        self.design.estimate(&self.psu_sums(answers)?)
    }
}
