//! The order in which cohorts are to be looked at: by class, then by level and change together.

use super::answer::PriorityCohort;
use super::evidence::adverse_direction;
use crate::analysis::Direction;
use crate::data::Polarity;

/// Sorts the cohorts and numbers those with a class. Within a class the order is that of the sum of two
/// places among all that have one: by level and by change, both from the worst and as they are drawn; of
/// equals, the one that got worse more comes first. Those without a class follow by level.
pub(super) fn rank(cohorts: &mut [PriorityCohort], polarity: Polarity) {
    let sign = match adverse_direction(polarity) {
        Some(Direction::Up) => -1.0,
        _ => 1.0,
    };
    let level = |cohort: &PriorityCohort| cohort.plotted.map_or(f64::MAX, |at| sign * at.level);
    let change = |cohort: &PriorityCohort| cohort.plotted.map_or(f64::MAX, |at| sign * at.change);
    let place_among = |own: f64, all: &[f64]| all.iter().filter(|other| **other < own).count();
    let classed = |cohort: &PriorityCohort| class(cohort).is_some();
    let levels: Vec<f64> = cohorts
        .iter()
        .filter(|held| classed(held))
        .map(level)
        .collect();
    let changes: Vec<f64> = cohorts
        .iter()
        .filter(|held| classed(held))
        .map(change)
        .collect();
    cohorts.sort_by(|one, other| {
        let sum = |cohort: &PriorityCohort| {
            if classed(cohort) {
                place_among(level(cohort), &levels) + place_among(change(cohort), &changes)
            } else {
                0
            }
        };
        let order = |cohort: &PriorityCohort| (class(cohort).is_none(), class(cohort), sum(cohort));
        order(one).cmp(&order(other)).then_with(|| {
            if classed(one) {
                change(one).total_cmp(&change(other))
            } else {
                level(one).total_cmp(&level(other))
            }
        })
    });
    for (place, cohort) in cohorts
        .iter_mut()
        .filter(|held| class(held).is_some())
        .enumerate()
    {
        cohort.rank = Some(place + 1);
    }
}

fn class(cohort: &PriorityCohort) -> Option<super::evidence::EvidenceClass> {
    cohort.evidence.as_ref()?.class
}
