//! What is known of a cohort before anything is tested.

use crate::analysis::survey::Difference;
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
    /// The tests by the respondents themselves, where they are known; otherwise they follow from shares and
    /// effective bases.
    pub tests: Option<RespondentTests>,
    /// Whether there are figures of it period by period.
    pub has_trend: bool,
    /// Whether the source says that the later level cannot be compared with the earlier.
    pub is_broken: bool,
}

/// The tests of a cohort by the respondents themselves; differences of shares, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct RespondentTests {
    /// The cohort now less the rest now.
    pub level: Option<Difference>,
    /// The cohort now less the cohort then.
    pub change: Option<Difference>,
    /// The change of the cohort less that of the rest.
    pub relative: Option<Difference>,
}
