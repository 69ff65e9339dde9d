//! All groups of a survey in two periods: what of them gives away a few, with what has to go along so that it cannot
//! be worked out from the other groups and everybody.

use std::collections::BTreeMap;

use super::figures::{Pair, is_small};
use super::table::count;
use crate::analysis::cohort_rule::OWN_GROUPS;
use crate::analysis::sensitive;
use crate::analysis::survey::{AllGroups, GroupThenAndNow, ShareEstimate, ThenAndNow};
use crate::data::Cohort;
use crate::stats::base_policy::BaseTreatment;

/// One of the two periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// The earlier.
    Then,
    /// The later.
    Now,
}

impl Time {
    /// Both, the earlier first.
    pub(super) const BOTH: [Self; 2] = [Self::Then, Self::Now];
}

/// Takes out of all groups what gives away a few; gives which were taken out, by group and period, the earlier first.
/// `before` says what is withheld elsewhere.
pub fn withhold_few(
    found: &mut AllGroups,
    before: impl Fn(&Cohort, Time) -> bool,
) -> Vec<[bool; 2]> {
    let mut taken = vec![[false; 2]; found.groups.len()];
    for (place, time) in Time::BOTH.into_iter().enumerate() {
        let withheld = withheld(&found.groups, time, &before);
        for ((group, is_withheld), taken) in found.groups.iter_mut().zip(withheld).zip(&mut taken) {
            if !is_withheld {
                continue;
            }
            if let Some(flag) = taken.get_mut(place) {
                *flag = true;
            }
            group.take_out(time);
        }
    }
    taken
}

impl<E> ThenAndNow<E> {
    /// Takes out what is known of one period.
    pub(super) fn take_out(&mut self, time: Time) {
        match time {
            Time::Then => self.then = None,
            Time::Now => self.now = None,
        }
        self.change = None;
    }
}

impl<E> GroupThenAndNow<E> {
    /// Takes out what is known of one period, with the rest, by which it would be told.
    pub(super) fn take_out(&mut self, time: Time) {
        self.group.take_out(time);
        self.rest.take_out(time);
        self.change_against_rest = None;
    }
}

fn share(group: &GroupThenAndNow, time: Time, is_rest: bool) -> Option<&ShareEstimate> {
    let side = if is_rest { &group.rest } else { &group.group };
    match time {
        Time::Then => side.then.as_ref(),
        Time::Now => side.now.as_ref(),
    }
}

fn pair(share: Option<&ShareEstimate>) -> Pair {
    share.map_or([0, 0], |share| {
        let counted = count(share.unweighted_count);
        [
            counted,
            count(share.unweighted_base).saturating_sub(counted),
        ]
    })
}

fn withheld(
    groups: &[GroupThenAndNow],
    time: Time,
    before: &impl Fn(&Cohort, Time) -> bool,
) -> Vec<bool> {
    let pairs: Vec<Pair> = groups
        .iter()
        .map(|group| pair(share(group, time, false)))
        .collect();
    let is_own = |group: &GroupThenAndNow| {
        group
            .cohort
            .traits()
            .iter()
            .any(|held| held.dimension == OWN_GROUPS)
    };
    let mut withheld: Vec<bool> = groups
        .iter()
        .zip(&pairs)
        .map(|(group, own)| {
            // Groups of the project's own are told apart from nobody but the rest.
            let leaves_few = is_own(group) && is_small(pair(share(group, time, true)));
            is_small(*own) || leaves_few || before(&group.cohort, time)
        })
        .collect();
    let unseen: Vec<bool> = groups
        .iter()
        .map(|group| {
            let policy = sensitive::base_policy(&group.cohort);
            let treatment = share(group, time, false).map(|share| share.treatment(policy));
            treatment.is_none_or(|held| held == BaseTreatment::Withheld)
        })
        .collect();
    let families = families(groups, is_own);
    loop {
        let mut has_changed = false;
        for members in &families {
            let is_unseen = |place: &usize| {
                withheld.get(*place) == Some(&true) || unseen.get(*place) == Some(&true)
            };
            let base = |place: &usize| pairs.get(*place).map_or(0, |pair| pair.iter().sum::<u64>());
            let held = members.iter().copied().filter(|place| base(place) > 0);
            let (hidden, seen): (Vec<usize>, Vec<usize>) = held.partition(is_unseen);
            let sum = hidden.iter().filter_map(|place| pairs.get(*place));
            let sum = sum.fold([0, 0], |sum: Pair, own| [sum[0] + own[0], sum[1] + own[1]]);
            if !is_small(sum) {
                continue;
            }
            if let Some(flag) = seen
                .into_iter()
                .min_by_key(base)
                .and_then(|place| withheld.get_mut(place))
            {
                *flag = true;
                has_changed = true;
            }
        }
        if !has_changed {
            return withheld;
        }
    }
}

/// What the groups of a family share: all of their traits but one, and the dimension of that.
type Shared<'g> = (Vec<(&'g str, &'g str)>, &'g str);

/// The groups that share nobody and together are everybody, or all of another group.
fn families(
    groups: &[GroupThenAndNow],
    is_own: impl Fn(&GroupThenAndNow) -> bool,
) -> Vec<Vec<usize>> {
    let mut families: BTreeMap<Shared<'_>, Vec<usize>> = BTreeMap::new();
    for (place, group) in groups
        .iter()
        .enumerate()
        .filter(|(_, group)| !is_own(group))
    {
        let traits = group.cohort.traits();
        for (index, own) in traits.iter().enumerate() {
            let others = traits
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index);
            let others = others.map(|(_, held)| (held.dimension.as_str(), held.category.as_str()));
            let key = (others.collect(), own.dimension.as_str());
            families.entry(key).or_default().push(place);
        }
    }
    families.into_values().collect()
}
