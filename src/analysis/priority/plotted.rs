//! Where cohorts are drawn: the levels of a grouping of five or more are drawn towards their mean as far as
//! they are uncertain, so that small ones do not stand out by chance (statistical specification 9.2).

use indexmap::IndexMap;

use super::answer::Testing;
use super::input::CohortInput;
use crate::analysis::{Change, Estimate, Interval};
use crate::data::Unit;
use crate::stats::proportions::Z_95;
use crate::stats::shrinkage::{BetweenVariance, GroupValue, Shrunken, shrink};

/// The place of a cohort on the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plotted {
    /// The level in the later period, in per cent.
    pub level: f64,
    /// The change since the earlier one, in percentage points.
    pub change: f64,
    /// The 95% interval of the level, where its base is known.
    pub level_interval: Option<Interval>,
    /// The 95% interval of the change.
    pub change_interval: Option<Interval>,
    /// Whether the level is drawn towards the mean of its grouping.
    pub is_shrunken: bool,
}

/// The place of each cohort whose values may be seen, in their order.
pub(super) fn plotted(inputs: &[CohortInput], testing: &[Testing]) -> Vec<Option<Plotted>> {
    let mut places: Vec<Option<Plotted>> = inputs.iter().map(own_place).collect();
    let mut groupings: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (index, (input, testing)) in inputs.iter().zip(testing).enumerate() {
        if matches!(testing, Testing::Tested | Testing::LowBase) {
            groupings.entry(&input.grouping).or_default().push(index);
        }
    }
    for members in groupings.values() {
        for (index, shrunken) in shrunken(inputs, members).unwrap_or_default() {
            if let Some(place) = places.get_mut(index) {
                *place = Some(shrunken);
            }
        }
    }
    places
}

fn levels(input: &CohortInput) -> Option<(&Estimate, &Estimate)> {
    let showable = |outcome: &Option<crate::analysis::Outcome>| -> Option<Estimate> {
        outcome.as_ref()?.showable(Unit::Percent).cloned()
    };
    showable(&input.now)?;
    showable(&input.then)?;
    Some((
        input.then.as_ref()?.estimate()?,
        input.now.as_ref()?.estimate()?,
    ))
}

fn own_place(input: &CohortInput) -> Option<Plotted> {
    let (then, now) = levels(input)?;
    Some(Plotted {
        level: now.value,
        change: now.value - then.value,
        level_interval: now.interval,
        change_interval: Change::between(Unit::Percent, then, now, (1.0, 1.0)).interval,
        is_shrunken: false,
    })
}

/// The places of the groups of one grouping; `None` where there are too few to shrink, or a base is unknown.
fn shrunken(inputs: &[CohortInput], members: &[usize]) -> Option<Vec<(usize, Plotted)>> {
    let mut shares = Vec::with_capacity(members.len());
    for index in members {
        let (_, now) = levels(inputs.get(*index)?)?;
        shares.push(GroupValue::of_share(
            now.value / 100.0,
            now.effective_base?,
        )?);
    }
    let shares = shrink(&shares, BetweenVariance::PauleMandel)?;
    let drawn = members.iter().zip(&shares.groups).map(|(index, share)| {
        let place = Plotted {
            level: 100.0 * share.value,
            level_interval: Some(interval(share)),
            is_shrunken: true,
            ..own_place(inputs.get(*index)?)?
        };
        Some((*index, place))
    });
    drawn.collect()
}

/// The 95% interval of a shrunken share, in per cent.
fn interval(shrunken: &Shrunken) -> Interval {
    let half = Z_95 * shrunken.standard_error;
    Interval {
        lower: 100.0 * (shrunken.value - half),
        upper: 100.0 * (shrunken.value + half),
    }
}
