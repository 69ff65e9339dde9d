//! Figures of groups over periods: which of them are withheld, so that no few are worked out from all that are shown
//! (statistical specification 4.3).
//!
//! Whoever has every chart of a measure knows, of each group and each period, how many were asked and how many of
//! them are counted; of everybody, too. Quarters add up to years, and groups to everybody. One pattern protects the
//! whole family: what is withheld in one chart is withheld in all of them.

use super::apart::RULE;
use super::linked::Linked;

/// Respondents who are counted, and those who are not.
pub type Pair = [u64; 2];

/// What is known of a measure by one grouping.
#[derive(Clone, Debug, Default)]
pub struct Family {
    /// By group and shortest period. Groups share nobody.
    pub groups: Vec<Vec<Pair>>,
    /// The periods for which figures are given, each by the shortest periods that make it up.
    pub windows: Vec<Vec<usize>>,
    /// The least base on which a figure of each group is shown.
    pub least_bases: Vec<u64>,
    /// Whether the figure of everybody is shown, by window; empty where there is none.
    pub everybody: Vec<bool>,
    /// Figures that are withheld elsewhere, by group and window.
    pub before: Vec<Vec<bool>>,
}

impl Family {
    /// What a figure counts.
    pub(super) fn pair(&self, group: usize, window: usize) -> Pair {
        let units = self.windows.get(window).map_or(&[][..], Vec::as_slice);
        let held = self.groups.get(group);
        let parts = units.iter().filter_map(|unit| held?.get(*unit));
        parts.fold([0, 0], |sum, part| [sum[0] + part[0], sum[1] + part[1]])
    }

    fn base(&self, group: usize, window: usize) -> u64 {
        self.pair(group, window).iter().sum()
    }

    /// Whether a figure would give away a few by itself.
    pub(super) fn is_small(&self, group: usize, window: usize) -> bool {
        is_small(self.pair(group, window))
    }

    /// The window of one shortest period.
    pub(super) fn window_of(&self, unit: usize) -> Option<usize> {
        self.windows.iter().position(|units| *units == [unit])
    }

    /// Which figures are withheld or not printed anyway, by group and window.
    pub fn hidden(&self) -> Vec<Vec<bool>> {
        let mut hidden: Vec<Vec<bool>> = (0..self.groups.len())
            .map(|group| {
                let least = self.least_bases.get(group).copied().unwrap_or(0);
                let windows = 0..self.windows.len();
                windows
                    .map(|window| {
                        let before = self.before.get(group).and_then(|held| held.get(window));
                        before == Some(&true)
                            || self.base(group, window) < least
                            || self.is_small(group, window)
                    })
                    .collect()
            })
            .collect();
        let mut steps: Vec<u8> = vec![0; self.groups.len()];
        loop {
            while self.cover_groups(&mut hidden) || self.cover_periods(&mut hidden) {}
            let told = Linked::of(self, &hidden).told();
            if told.is_empty() {
                return hidden;
            }
            // What two years leave of one another is told by neither rule: the shortest periods of the group go, then
            // all of it, then everything.
            for group in told {
                let step = steps.get(group).copied().unwrap_or(u8::MAX);
                let goes = |window: usize| {
                    step > 0
                        || self
                            .windows
                            .get(window)
                            .is_some_and(|units| units.len() == 1)
                };
                let all = step > 1;
                for (place, held) in hidden.iter_mut().enumerate() {
                    if place == group || all {
                        let windows = held.iter_mut().enumerate();
                        windows.for_each(|(window, flag)| *flag |= goes(window));
                    }
                }
                if let Some(step) = steps.get_mut(group) {
                    *step = step.saturating_add(1);
                }
                if all {
                    return hidden;
                }
            }
        }
    }

    /// Withholds a figure more in a period where those that are withheld are few together, or one of a few stands
    /// alone. Whether it did.
    fn cover_groups(&self, hidden: &mut [Vec<bool>]) -> bool {
        let mut has_changed = false;
        for window in 0..self.windows.len() {
            if self.everybody.get(window) != Some(&true) {
                continue;
            }
            let is_hidden =
                |group: &usize| hidden.get(*group).and_then(|held| held.get(window)) == Some(&true);
            let (unseen, seen): (Vec<usize>, Vec<usize>) = (0..self.groups.len())
                .filter(|group| self.base(*group, window) > 0)
                .partition(is_hidden);
            let sum = unseen.iter().fold([0, 0], |sum: Pair, group| {
                let held = self.pair(*group, window);
                [sum[0] + held[0], sum[1] + held[1]]
            });
            if unseen.is_empty() || !is_small(sum) {
                continue;
            }
            let next = seen
                .into_iter()
                .min_by_key(|group| self.base(*group, window));
            let flag = next.and_then(|group| hidden.get_mut(group)?.get_mut(window));
            if let Some(flag) = flag {
                *flag = true;
                has_changed = true;
            }
        }
        has_changed
    }

    /// The same along the periods of a group: where a longer period leaves a few of its parts. What is withheld for
    /// that has another group withheld beside it, since alone it is what the others leave of everybody.
    fn cover_periods(&self, hidden: &mut [Vec<bool>]) -> bool {
        let mut wanted: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        for (group, held) in hidden.iter().enumerate() {
            for (window, units) in self.windows.iter().enumerate() {
                if units.len() < 2 || held.get(window) != Some(&false) {
                    continue;
                }
                let parts = units.iter().map(|unit| (*unit, self.window_of(*unit)));
                let is_hidden =
                    |part: Option<usize>| part.is_none_or(|part| held.get(part) == Some(&true));
                let (unseen, seen): (Vec<_>, Vec<_>) =
                    parts.partition(|(_, part)| is_hidden(*part));
                let sum = unseen.iter().fold([0, 0], |sum: Pair, (unit, _)| {
                    let own = self.groups.get(group).and_then(|units| units.get(*unit));
                    let own = own.copied().unwrap_or_default();
                    [sum[0] + own[0], sum[1] + own[1]]
                });
                if unseen.is_empty() || !is_small(sum) {
                    continue;
                }
                let seen = seen.into_iter().filter_map(|(_, part)| part);
                let least = seen.min_by_key(|part| self.base(group, *part));
                let beside = unseen.into_iter().filter_map(|(_, part)| part);
                wanted.push((group, least.unwrap_or(window), beside.collect()));
            }
        }
        for (group, window, beside) in &wanted {
            let partner = self.partner(hidden, *group, *window, beside);
            for group in [Some(*group), partner].into_iter().flatten() {
                if let Some(flag) = hidden.get_mut(group).and_then(|held| held.get_mut(*window)) {
                    *flag = true;
                }
            }
        }
        !wanted.is_empty()
    }

    /// The group that is withheld beside another in a period: one that is withheld beside it in other periods
    /// already, else that with the least base; `None` where none is needed.
    fn partner(
        &self,
        hidden: &[Vec<bool>],
        group: usize,
        window: usize,
        beside: &[usize],
    ) -> Option<usize> {
        let is_hidden = |other: usize, window: usize| {
            hidden.get(other).and_then(|held| held.get(window)) == Some(&true)
        };
        let others: Vec<usize> = (0..self.groups.len())
            .filter(|other| *other != group && self.base(*other, window) > 0)
            .collect();
        let is_needed = self.everybody.get(window) == Some(&true)
            && !others.iter().any(|other| is_hidden(*other, window));
        let stands_beside = |other: &usize| beside.iter().any(|at| is_hidden(*other, *at));
        let known = others.iter().copied().find(stands_beside);
        let least = || {
            let others = others.iter().copied();
            others.min_by_key(|other| self.base(*other, window))
        };
        is_needed.then(|| known.or_else(least)).flatten()
    }
}

/// Whether one of two numbers is of a few.
pub(super) fn is_small(pair: Pair) -> bool {
    pair.into_iter().any(|count| RULE.is_small(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarters(groups: &[[Pair; 4]]) -> Family {
        let mut windows: Vec<Vec<usize>> = (0..4).map(|unit| vec![unit]).collect();
        windows.push((0..4).collect());
        Family {
            groups: groups.iter().map(|units| units.to_vec()).collect(),
            everybody: vec![true; windows.len()],
            least_bases: vec![30; groups.len()],
            before: Vec::new(),
            windows,
        }
    }

    #[test]
    fn large_figures_are_all_shown() {
        let family = quarters(&[[[30, 40]; 4], [[60, 50]; 4]]);
        assert_eq!(family.hidden(), vec![vec![false; 5]; 2]);
    }

    #[test]
    fn a_few_in_one_quarter_take_another_group_and_another_quarter_with_them() {
        let few = [[30, 40], [3, 47], [20, 40], [30, 30]];
        let family = quarters(&[few, [[60, 50]; 4], [[70, 55]; 4]]);
        let hidden = family.hidden();
        assert!(hidden[0][1], "it is small itself");
        assert_eq!(hidden[0].iter().filter(|held| **held).count(), 2);
        assert!(
            hidden[1][1],
            "else it is what the others leave of everybody"
        );
        assert!(hidden.iter().all(|held| !held[4]), "years are as they were");
    }

    #[test]
    fn a_base_too_small_is_not_what_the_others_leave() {
        let family = quarters(&[[[2, 18]; 4], [[60, 50]; 4], [[70, 55]; 4]]);
        let hidden = family.hidden();
        let quarters = hidden[0].iter().zip(&hidden[1]).zip(&hidden[2]).take(4);
        for ((first, second), third) in quarters {
            assert!(*first);
            assert!(*second || *third);
        }
    }
}
