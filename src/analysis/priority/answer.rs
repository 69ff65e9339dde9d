//! The answer to who is to be looked at first.

use super::evidence::Evidence;
use super::plotted::Plotted;
use crate::analysis::breaks::NotComparable;
use crate::analysis::estimate::Precision;
use crate::analysis::{Cadence, Change, Estimate, MeasureKey, Outcome, SeriesKey};
use crate::data::{Measure, Period, Status, Unit};
use crate::stats::base_policy::{BaseTreatment, LEAST_BASE_WITHOUT_CAUTION};

/// Which cohorts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CohortScope {
    /// Each category of each dimension, and each area of the place asked about.
    pub singles: bool,
    /// Where categories of two dimensions meet.
    pub pairs: bool,
}

impl Default for CohortScope {
    fn default() -> Self {
        Self {
            singles: true,
            pairs: false,
        }
    }
}

/// Why no cohort can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// The measure is no percentage of respondents.
    NotOfRespondents,
    /// There is no figure for everybody that the cohorts could be compared with.
    NoTotal,
    /// There is no earlier period that does not overlap with the later one.
    NoEarlierPeriod,
    /// A break in the series of everybody lies between the two periods.
    NotComparable,
    /// No cohort has figures in this place.
    NoCohorts,
}

/// Who is to be looked at first.
#[derive(Clone, Debug)]
pub struct PriorityAnswer {
    /// The measure's key in the catalogue.
    pub key: MeasureKey,
    /// The measure.
    pub measure: Measure,
    /// The place asked about; empty where the source names none.
    pub place: String,
    /// The people asked about; `None` for everybody.
    pub people: Option<String>,
    /// How long the periods are.
    pub cadence: Option<Cadence>,
    /// The periods that can be chosen, in order.
    pub periods: Vec<Period>,
    /// The later period.
    pub now: Option<Period>,
    /// The earlier period.
    pub then: Option<Period>,
    /// Everybody.
    pub total: Option<PriorityTotal>,
    /// The cohorts of the scope: those with a class first, by class, then by level and change together.
    pub cohorts: Vec<PriorityCohort>,
    /// How many single cohorts there are, whether they are in the scope or not.
    pub singles: usize,
    /// How many pairs there are.
    pub pairs: usize,
    /// How many cohorts were tested against the rest, for change, and for both together.
    pub comparisons: usize,
    /// Whether the rest was worked out from published bases, which is an approximation.
    pub is_rest_approximate: bool,
    /// Why there is nothing to compare, where that is so.
    pub gap: Option<Gap>,
    /// The break in the series of everybody, where that is why.
    pub not_comparable: Option<NotComparable>,
}

/// Everybody, then and now.
#[derive(Clone, Debug)]
pub struct PriorityTotal {
    /// The level in the later period.
    pub now: Estimate,
    /// The level in the earlier period.
    pub then: Estimate,
    /// The change: a headline of its own, not adjusted.
    pub change: Change,
}

/// Whether a cohort was tested, and else why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Testing {
    /// It was.
    Tested,
    /// The base is under 100 in one of the periods.
    LowBase,
    /// A base is not known.
    NoBase,
    /// The series is broken between the periods.
    Broken,
    /// A value is missing or may not be shown.
    NoValue,
}

/// A cohort and what is known of it.
#[derive(Clone, Debug)]
pub struct PriorityCohort {
    /// Who, and where.
    pub key: SeriesKey,
    /// The name that tells it from the others.
    pub label: String,
    /// Whether it is where two groups meet.
    pub is_pair: bool,
    /// The level in the later period; `None` where no source has a cell for it.
    pub now: Option<Outcome>,
    /// The level in the earlier period.
    pub then: Option<Outcome>,
    /// Whether it was tested.
    pub testing: Testing,
    /// The tests and what follows from them; those of a cohort that was not tested decide nothing.
    pub evidence: Option<Evidence>,
    /// Where it is drawn; `None` where a value may not be seen.
    pub plotted: Option<Plotted>,
    /// Whether there are figures of it period by period.
    pub has_trend: bool,
    /// Its place among the cohorts to look at, from 1; `None` for those without a class.
    pub rank: Option<usize>,
}

impl Testing {
    /// Whether the levels of both periods allow tests.
    pub(super) fn of(now: Option<&Outcome>, then: Option<&Outcome>, is_broken: bool) -> Self {
        let showable = |outcome: Option<&Outcome>| outcome?.showable(Unit::Percent).cloned();
        let (Some(now), Some(then)) = (showable(now), showable(then)) else {
            return Self::NoValue;
        };
        let is_low = |estimate: &Estimate| {
            estimate.status == Status::LowBase
                || estimate.treatment(Unit::Percent) == BaseTreatment::LowBase
        };
        let base = |estimate: &Estimate| estimate.unweighted_base.or(estimate.effective_base);
        let (Some(one), Some(other)) = (base(&now), base(&then)) else {
            return Self::NoBase;
        };
        if [&now, &then]
            .iter()
            .any(|estimate| estimate.precision == Precision::Unknown)
        {
            Self::NoBase
        } else if one.min(other) < LEAST_BASE_WITHOUT_CAUTION || is_low(&now) || is_low(&then) {
            Self::LowBase
        } else if is_broken {
            Self::Broken
        } else {
            Self::Tested
        }
    }
}

impl PriorityCohort {
    /// The level in the later period, where it may be seen.
    pub fn level(&self) -> Option<&Estimate> {
        self.now.as_ref()?.showable(Unit::Percent)
    }

    /// The level in the earlier period, where it may be seen.
    pub fn earlier_level(&self) -> Option<&Estimate> {
        self.then.as_ref()?.showable(Unit::Percent)
    }

    /// The later level less the earlier, in percentage points, where both may be seen.
    pub fn difference(&self) -> Option<f64> {
        Some(self.level()?.value - self.earlier_level()?.value)
    }

    /// The smaller of the bases of both periods.
    pub fn least_base(&self) -> Option<f64> {
        let bases = [self.level(), self.earlier_level()];
        bases
            .into_iter()
            .flatten()
            .filter_map(|estimate| estimate.unweighted_base)
            .reduce(f64::min)
    }
}
