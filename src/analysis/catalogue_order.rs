//! What comes before what in the catalogue: periods by their ends, members that were merged by their rank.

use crate::data::Period;

/// Where an observation stands among those of merged measures, areas and cohorts: where they differ, the
/// value of the lowest counts. It is the lowest of all where nothing is merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The measure's place among its members.
    pub measure: u32,
    /// The area's place among its members.
    pub area: u32,
    /// Less for a cohort whose categories stand first among their members.
    pub cohort: u64,
}

/// Orders periods by their last day, then by their first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PeriodByEnd(pub Period);

impl PartialOrd for PeriodByEnd {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PeriodByEnd {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |period: &Self| (period.0.end, period.0.start);
        key(self).cmp(&key(other))
    }
}
