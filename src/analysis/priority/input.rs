//! What is known of a cohort before anything is tested.

use crate::analysis::{Estimate, Outcome, SeriesKey};

/// A cohort with its level in both periods, and the level of everybody else.
#[derive(Clone, Debug)]
pub struct CohortInput {
    /// Who, and where.
    pub key: SeriesKey,
    /// The name that tells it from the others.
    pub label: String,
    /// The grouping in which it is one of several that exclude each other: a dimension, two of them, areas.
    pub grouping: String,
    /// Whether it is where two groups meet: "Female, 16-24".
    pub is_pair: bool,
    /// The level in the later period; `None` where no source has a cell for it.
    pub now: Option<Outcome>,
    /// The level in the earlier period.
    pub then: Option<Outcome>,
    /// Everybody but the cohort in the later period, where that can be told.
    pub rest_now: Option<Estimate>,
    /// Everybody but the cohort in the earlier period.
    pub rest_then: Option<Estimate>,
    /// The variance of how much more the level changed than that of the rest, in squared percentage points,
    /// where the respondents themselves are known; otherwise it follows from the four effective bases.
    pub relative_variance: Option<f64>,
    /// Whether the source says that the later level cannot be compared with the earlier.
    pub is_broken: bool,
}
