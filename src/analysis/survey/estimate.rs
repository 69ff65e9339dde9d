//! Shares and means as they are estimated from sums, with interval, bases and the method by which they came
//! about; and their differences, each with its test.

use super::cells::PartSums;
use super::design::{SampleDesign, SampleKind};
use crate::analysis::change::{ALPHA, Direction};
use crate::analysis::estimate::{Estimate, Interval, Precision, Provenance};
use crate::data::Status;
use crate::stats::base_policy::{BasePolicy, BaseTreatment};
use crate::stats::comparisons::{self, DifferenceTest};
use crate::stats::intervals::{self, IntervalMethod};
use crate::stats::proportions::{self, Sample};
use crate::stats::taylor::{Contrast, DesignEstimate};

/// The level of every interval.
const LEVEL: f64 = 0.95;

/// On what the precision of a survey's estimate rests (statistical specification 0.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Declared strata or clusters: linearisation.
    A,
    /// Weights at most: Kish's effective base.
    B,
}

/// A weighted share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareEstimate {
    /// The share, 0 to 1.
    pub share: f64,
    /// Its 95% interval, 0 to 1.
    pub interval: (f64, f64),
    /// How the interval was made.
    pub method: IntervalMethod,
    /// On what the precision rests.
    pub tier: Tier,
    /// Respondents in the base.
    pub unweighted_base: usize,
    /// Respondents counted.
    pub unweighted_count: usize,
    /// The weighted base.
    pub weighted_base: f64,
    /// The weights of those counted.
    pub weighted_count: f64,
    /// The base of a simple random sample of the same precision: by the design in tier A where that is
    /// defined, else by Kish.
    pub effective_base: f64,
    /// The variance by linearisation, and the degrees of freedom.
    pub design: DesignEstimate,
}

/// A weighted mean of scores or numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanEstimate {
    /// The mean.
    pub mean: f64,
    /// Its 95% interval; `None` without a degree of freedom.
    pub interval: Option<(f64, f64)>,
    /// On what the precision rests.
    pub tier: Tier,
    /// Respondents in the base.
    pub unweighted_base: usize,
    /// The weighted base.
    pub weighted_base: f64,
    /// Kish's effective base.
    pub effective_base: f64,
    /// The variance by linearisation, and the degrees of freedom.
    pub design: DesignEstimate,
}

/// The difference of two shares or means, with its test where one can be made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The second less the first: of shares, 0 to 1.
    pub difference: f64,
    /// Its 95% interval.
    pub interval: Option<(f64, f64)>,
    /// The two-sided p-value.
    pub p_value: Option<f64>,
}

impl SampleDesign {
    /// The tier of everything estimated from it.
    pub const fn tier(&self) -> Tier {
        match self.kind {
            SampleKind::Weights => Tier::B,
            SampleKind::Strata | SampleKind::Clusters => Tier::A,
        }
    }

    /// The share of a part over some slices; `None` where nobody is in its base.
    pub fn share(&self, slices: &[usize], part: &PartSums) -> Option<ShareEstimate> {
        let design = self.estimate(slices, part)?;
        let kish = part.whole.sample()?;
        let tier = self.tier();
        let (method, sample) = match tier {
            Tier::A => (
                IntervalMethod::WilsonTaylor,
                intervals::design_sample(&design).unwrap_or(kish),
            ),
            Tier::B => (IntervalMethod::WilsonKish, kish),
        };
        let interval = intervals::share_interval(&design, method, LEVEL)?;
        Some(ShareEstimate {
            share: kish.share,
            interval: (interval.lower, interval.upper),
            method: interval.method,
            tier,
            unweighted_base: part.whole.weights.unweighted_base,
            unweighted_count: part.counted,
            weighted_base: part.whole.weights.weight,
            weighted_count: part.whole.weighted,
            effective_base: sample.effective_base,
            design,
        })
    }

    /// The mean of a part over some slices; `None` where nobody is in its base.
    pub fn mean(&self, slices: &[usize], part: &PartSums) -> Option<MeanEstimate> {
        let design = self.estimate(slices, part)?;
        Some(MeanEstimate {
            mean: design.estimate,
            interval: intervals::mean_interval(&design, LEVEL),
            tier: self.tier(),
            unweighted_base: part.whole.weights.unweighted_base,
            weighted_base: part.whole.weights.weight,
            effective_base: part.whole.weights.effective_base()?,
            design,
        })
    }

    /// The second less the first of two groups of the same slices that may share respondents, by the
    /// variance that takes those into account. `overlap` are the sums of those who are in both.
    pub fn overlapping(
        &self,
        slices: &[usize],
        first: &PartSums,
        second: &PartSums,
        overlap: &PartSums,
    ) -> Option<Difference> {
        let contrast = self.contrast(slices, first, second, overlap)?;
        let test = comparisons::contrast_test(&contrast);
        Some(Difference::of(contrast.difference, test))
    }
}

impl MeanEstimate {
    /// What is to be done with it, from its bases.
    pub fn treatment(&self, policy: BasePolicy) -> BaseTreatment {
        policy.treatment(
            Some(as_number(self.unweighted_base)),
            Some(self.effective_base),
        )
    }
}

impl ShareEstimate {
    /// The share on its effective base.
    pub const fn sample(&self) -> Sample {
        Sample {
            share: self.share,
            effective_base: self.effective_base,
        }
    }

    /// What is to be done with it, from its bases.
    pub fn treatment(&self, policy: BasePolicy) -> BaseTreatment {
        policy.treatment(
            Some(as_number(self.unweighted_base)),
            Some(self.effective_base),
        )
    }

    /// The same on 0 to 100, as charts take it.
    pub fn as_estimate(&self, provenance: Provenance) -> Estimate {
        Estimate {
            value: 100.0 * self.share,
            interval: Some(Interval {
                lower: 100.0 * self.interval.0,
                upper: 100.0 * self.interval.1,
            }),
            unweighted_base: Some(as_number(self.unweighted_base)),
            effective_base: Some(self.effective_base),
            precision: match self.tier {
                Tier::A => Precision::Design(self.design),
                Tier::B => Precision::EffectiveBaseGiven,
            },
            base_policy: BasePolicy::DEFAULT,
            status: Status::Ordinary,
            note: None,
            provenance,
        }
    }
}

impl Difference {
    /// The difference of two shares that have no respondent in common: of two waves, or of a group and the
    /// rest (statistical specification 2.1 to 2.3).
    pub fn between(first: &ShareEstimate, second: &ShareEstimate) -> Self {
        let design = |share: &ShareEstimate| (share.tier == Tier::A).then_some(share.design);
        Self::of_samples(
            (first.sample(), design(first)),
            (second.sample(), design(second)),
        )
    }

    /// The difference of two independent shares on their effective bases, each with its variance under the
    /// design of its survey where that declares one: by the design where both have one for which a test and an
    /// interval are defined, else by pooled z and Newcombe's interval.
    pub fn of_samples(
        (first, design): (Sample, Option<DesignEstimate>),
        (second, other_design): (Sample, Option<DesignEstimate>),
    ) -> Self {
        let by_design = design.zip(other_design).and_then(|(one, other)| {
            let test = comparisons::design_t_test(&one, &other)?;
            let interval = comparisons::newcombe_by_design(&one, &other, LEVEL)?;
            Some((Some(interval), Some(test.p_value)))
        });
        let (interval, p_value) = by_design.unwrap_or_else(|| {
            (
                proportions::newcombe_interval(first, second),
                proportions::pooled_z(first, second).map(|test| test.p_value),
            )
        });
        Self {
            difference: second.share - first.share,
            interval,
            p_value,
        }
    }

    /// The difference of two means that have no respondent in common, by Student's t (statistical specification
    /// 1.4 and 2.2).
    pub fn between_means(first: &MeanEstimate, second: &MeanEstimate) -> Self {
        let test = comparisons::design_t_test(&first.design, &second.design);
        Self::of(second.mean - first.mean, test)
    }

    /// The difference of two differences: by how much more a group rose than the rest. `earlier` and `later`
    /// are the differences of the group from the rest in two independent waves.
    pub fn in_differences(earlier: &Contrast, later: &Contrast) -> Self {
        let test = comparisons::difference_in_differences(earlier, later);
        Self::of(later.difference - earlier.difference, test)
    }

    pub(super) fn of(difference: f64, test: Option<DifferenceTest>) -> Self {
        Self {
            difference,
            interval: test.and_then(|test| test.interval(LEVEL)),
            p_value: test.map(|test| test.p_value),
        }
    }

    /// What may be said of it: clear only where the p-value, adjusted for the other comparisons of its
    /// family, is under 5% and the interval leaves out nought.
    pub fn direction(&self, adjusted_p_value: Option<f64>) -> Direction {
        let (Some(p_value), Some((lower, upper))) = (adjusted_p_value, self.interval) else {
            return if self.p_value.is_none() && self.interval.is_none() {
                Direction::NotTested
            } else {
                Direction::NoClearChange
            };
        };
        if p_value < ALPHA && lower > 0.0 {
            Direction::Up
        } else if p_value < ALPHA && upper < 0.0 {
            Direction::Down
        } else {
            Direction::NoClearChange
        }
    }
}

/// A number of respondents as a base; no survey has so many that it would round.
#[expect(
    clippy::cast_precision_loss,
    reason = "no survey has the 2⁵³ respondents from which this would round"
)]
pub(super) const fn as_number(respondents: usize) -> f64 {
    respondents as f64
}
