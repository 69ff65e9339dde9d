//! Two groupings at once: which numbers of which groups of both are withheld, whichever table shows them.
//!
//! The same people stand in the two groupings crossed, in the table by the one among a group of the other, and the
//! other way round. Whoever has all of these tables has every number that one of them shows. So one pattern is made for
//! the numbers by both groupings and answer, and each table withholds what it says. It protects the small numbers in
//! each table by two of the three: by answer within a group of the one, within a group of the other, and by both
//! groupings for an answer (linked tables, seen to in turn until none asks for more; specification 4.3).

use super::apart::{RULE, sum};
use crate::stats::suppression::{CountTable, Place, suppress};

/// Respondents by group of the first grouping, group of the second, and answer.
pub(super) type Joint = Vec<Vec<Vec<u64>>>;

/// What is known of two groupings at once.
#[derive(Clone, Debug)]
pub(super) struct ByTwo {
    pub counts: Joint,
    /// Groups of both whose base is too small to be printed.
    pub unprinted: Vec<Vec<bool>>,
    /// What is withheld of the tables by each grouping alone, by group and answer.
    pub alone: [Vec<Vec<bool>>; 2],
    /// What is withheld anyway, since parts of these people are told apart from them.
    pub before: WithheldByTwo,
}

/// What is withheld of groups of both groupings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WithheldByTwo {
    /// Whole groups with their bases, by group of the first and of the second.
    whole: Vec<Vec<bool>>,
    /// Answers, likewise.
    answers: Vec<Vec<Vec<bool>>>,
}

/// One number: group of the first grouping, group of the second, answer.
type Spot = [usize; 3];

impl ByTwo {
    /// What is withheld. `net` are the answers taken together in a row of their own.
    pub fn withheld(&self, net: Option<&[bool]>) -> WithheldByTwo {
        let sets = self.sets(net);
        let mut start = self.nothing();
        start.take(&self.before);
        let seen = self.settled(start.clone(), &sets);
        let unprinted: Vec<Spot> = self
            .spots()
            .filter(|spot| self.is_unprinted(*spot))
            .collect();
        if unprinted.is_empty() {
            return seen;
        }
        // What is not printed may serve as cover, or need some itself; the way that leaves more is taken.
        for spot in unprinted {
            start.hide_whole(spot);
        }
        let covered = self.settled(start, &sets);
        let shown = |found: &WithheldByTwo| {
            let spots = self.spots();
            spots
                .filter(|spot| !found.hides(*spot) && !self.is_unprinted(*spot))
                .count()
        };
        if shown(&covered) > shown(&seen) {
            covered
        } else {
            seen
        }
    }

    /// The sets of answers whose sums are known: those of a net and the others, where these may be seen as two.
    fn sets(&self, net: Option<&[bool]>) -> Vec<Vec<usize>> {
        let is_of_net = |answer: &usize| net.is_some_and(|net| net.get(*answer) == Some(&true));
        let halves: (Vec<usize>, Vec<usize>) = (0..self.answers()).partition(is_of_net);
        let halves = vec![halves.0, halves.1];
        if halves.iter().all(|half| !half.is_empty()) {
            let sums = self.of_sets(&halves);
            if sums.settled(sums.nothing(), &[vec![0, 1]]) == sums.nothing() {
                return halves;
            }
        }
        vec![(0..self.answers()).collect()]
    }

    /// The pattern, from what is withheld anyway; answers within a set add up to what is known.
    fn settled(&self, mut found: WithheldByTwo, sets: &[Vec<usize>]) -> WithheldByTwo {
        loop {
            let before = found.clone();
            self.settle_bases(&mut found);
            for set in sets {
                for side in 0..2 {
                    for group in 0..self.groups(1 - side) {
                        self.settle_within(&mut found, side, group, set);
                    }
                }
                for answer in set {
                    self.settle_answer(&mut found, *answer);
                }
            }
            if found == before {
                return found;
            }
        }
    }

    /// Bases by both groupings; those by one alone are printed.
    fn settle_bases(&self, found: &mut WithheldByTwo) {
        let numbers: Vec<Vec<u64>> = self
            .counts
            .iter()
            .map(|row| row.iter().map(|held| sum(held)).collect())
            .collect();
        let seeds = self
            .spots()
            .filter(|spot| spot[2] == 0 && found.is_whole(*spot));
        let seeds: Vec<Place> = seeds
            .map(|[row, column, _]| Place::Cell { row, column })
            .collect();
        for place in places(&numbers, &seeds) {
            for spot in self
                .spots()
                .filter(|[first, second, _]| covers(place, *first, *second))
            {
                found.hide_whole(spot);
            }
        }
    }

    /// Answers by the groups of one grouping (the first, where `side` is 0) within a group of the other.
    fn settle_within(&self, found: &mut WithheldByTwo, side: usize, group: usize, set: &[usize]) {
        let Some(any) = set.first() else { return };
        let spot = |own: usize, answer: usize| match side {
            0 => [own, group, answer],
            _ => [group, own, answer],
        };
        let rows = (0..).zip(set);
        let rows = rows.filter(|(_, answer)| self.hides_alone(1 - side, group, **answer));
        let whole = (0..self.groups(side)).filter(|own| found.is_whole(spot(*own, *any)));
        let totals = rows.map(|(row, _)| Place::RowTotal(row));
        let totals = totals.chain(whole.map(Place::ColumnTotal)).collect();
        let spots = set.iter().map(|answer| {
            let own = 0..self.groups(side);
            own.map(|own| spot(own, *answer)).collect()
        });
        self.settle_table(found, &spots.collect::<Vec<_>>(), totals, true);
    }

    /// One answer by both groupings.
    fn settle_answer(&self, found: &mut WithheldByTwo, answer: usize) {
        let alone = |side: usize| {
            (0..self.groups(side)).filter(move |group| self.hides_alone(side, *group, answer))
        };
        let totals = alone(0).map(Place::RowTotal);
        let totals = totals.chain(alone(1).map(Place::ColumnTotal)).collect();
        let spots = (0..self.groups(0)).map(|first| {
            let seconds = 0..self.groups(1);
            seconds.map(|second| [first, second, answer]).collect()
        });
        self.settle_table(found, &spots.collect::<Vec<_>>(), totals, false);
    }

    /// One table, by its rows; `totals` are withheld of it. Where its columns are groups, one whose total would have to
    /// go is withheld with its base.
    fn settle_table(
        &self,
        found: &mut WithheldByTwo,
        spots: &[Vec<Spot>],
        totals: Vec<Place>,
        columns_are_groups: bool,
    ) {
        let numbers: Vec<Vec<u64>> = spots
            .iter()
            .map(|row| row.iter().map(|spot| self.count(*spot)).collect())
            .collect();
        let cells = || {
            let rows = spots.iter().enumerate();
            rows.flat_map(|(row, spots)| {
                let columns = spots.iter().enumerate();
                columns.map(move |(column, spot)| (row, column, *spot))
            })
        };
        let mut seeds = totals;
        let hidden = cells().filter(|(_, _, spot)| found.hides(*spot));
        seeds.extend(hidden.map(|(row, column, _)| Place::Cell { row, column }));
        for place in places(&numbers, &seeds) {
            if seeds.contains(&place) {
                continue;
            }
            let is_base = matches!(place, Place::ColumnTotal(_) | Place::GrandTotal);
            for (_, _, spot) in cells().filter(|(row, column, _)| covers(place, *row, *column)) {
                if is_base && columns_are_groups {
                    found.hide_whole(spot);
                } else {
                    found.hide(spot);
                }
            }
        }
    }

    /// The same with answers added up by set.
    fn of_sets(&self, sets: &[Vec<usize>]) -> Self {
        let add = |counts: &Vec<u64>| -> Vec<u64> {
            let of = |set: &Vec<usize>| set.iter().filter_map(|answer| counts.get(*answer)).sum();
            sets.iter().map(of).collect()
        };
        let alone = self.alone.each_ref().map(|groups| {
            let hides = |flags: &Vec<bool>| {
                // What is withheld on one side alone leaves the sums as they are.
                let hides_of =
                    |set: &Vec<usize>| set.iter().any(|answer| flags.get(*answer) == Some(&true));
                vec![sets.iter().all(hides_of); sets.len()]
            };
            groups.iter().map(hides).collect()
        });
        Self {
            counts: self
                .counts
                .iter()
                .map(|row| row.iter().map(add).collect())
                .collect(),
            unprinted: self.unprinted.clone(),
            alone,
            before: WithheldByTwo::default(),
        }
    }

    fn nothing(&self) -> WithheldByTwo {
        let (first, second) = (self.groups(0), self.groups(1));
        WithheldByTwo {
            whole: vec![vec![false; second]; first],
            answers: vec![vec![vec![false; self.answers()]; second]; first],
        }
    }

    fn groups(&self, side: usize) -> usize {
        match side {
            0 => self.counts.len(),
            _ => self.counts.first().map_or(0, Vec::len),
        }
    }

    fn answers(&self) -> usize {
        self.counts.iter().flatten().next().map_or(0, Vec::len)
    }

    /// Every number.
    fn spots(&self) -> impl Iterator<Item = Spot> + '_ {
        let answers = self.answers();
        (0..self.groups(0)).flat_map(move |first| {
            (0..self.groups(1))
                .flat_map(move |second| (0..answers).map(move |answer| [first, second, answer]))
        })
    }

    fn count(&self, [first, second, answer]: Spot) -> u64 {
        let held = self
            .counts
            .get(first)
            .and_then(|row| row.get(second)?.get(answer));
        held.copied().unwrap_or(0)
    }

    fn is_unprinted(&self, [first, second, _]: Spot) -> bool {
        self.unprinted.get(first).and_then(|row| row.get(second)) == Some(&true)
    }

    fn hides_alone(&self, side: usize, group: usize, answer: usize) -> bool {
        let groups = self.alone.get(side);
        groups.and_then(|groups| groups.get(group)?.get(answer)) == Some(&true)
    }
}

impl WithheldByTwo {
    /// Adds what is withheld elsewhere of the same groups.
    pub fn take(&mut self, other: &Self) {
        if self.whole.is_empty() {
            *self = other.clone();
            return;
        }
        let whole = self
            .whole
            .iter_mut()
            .flatten()
            .zip(other.whole.iter().flatten());
        whole.for_each(|(own, other)| *own |= other);
        let answers = self.answers.iter_mut().flatten().flatten();
        let others = other.answers.iter().flatten().flatten();
        answers.zip(others).for_each(|(own, other)| *own |= other);
    }

    /// Whether a number is withheld.
    pub fn hides(&self, spot: Spot) -> bool {
        let [first, second, answer] = spot;
        let held = self
            .answers
            .get(first)
            .and_then(|row| row.get(second)?.get(answer));
        self.is_whole(spot) || held == Some(&true)
    }

    /// Whether a group is withheld with its base.
    pub fn is_whole(&self, [first, second, _]: Spot) -> bool {
        self.whole.get(first).and_then(|row| row.get(second)) == Some(&true)
    }

    fn hide(&mut self, [first, second, answer]: Spot) {
        let answers = self
            .answers
            .get_mut(first)
            .and_then(|row| row.get_mut(second));
        if let Some(flag) = answers.and_then(|held| held.get_mut(answer)) {
            *flag = true;
        }
    }

    fn hide_whole(&mut self, [first, second, _]: Spot) {
        let whole = self.whole.get_mut(first);
        if let Some(flag) = whole.and_then(|row| row.get_mut(second)) {
            *flag = true;
        }
    }
}

/// What a table withholds, with what is withheld anyway.
fn places(numbers: &[Vec<u64>], seeds: &[Place]) -> Vec<Place> {
    let table = CountTable::new(numbers);
    table.map_or_else(Vec::new, |table| {
        suppress(&table, RULE, seeds).all().collect()
    })
}

/// Whether a cell is what a place withholds. A total is printed elsewhere: where it would have to go, all that it sums
/// goes instead.
fn covers(place: Place, row: usize, column: usize) -> bool {
    match place {
        Place::Cell {
            row: own,
            column: other,
        } => (own, other) == (row, column),
        Place::RowTotal(own) => own == row,
        Place::ColumnTotal(own) => own == column,
        Place::GrandTotal => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two groupings of three groups and answers of each pair.
    fn by_two(answers: impl Fn(usize, usize) -> Vec<u64>) -> ByTwo {
        let of = |first: usize| (0..3).map(|second| answers(first, second)).collect();
        let counts: Joint = (0..3).map(of).collect();
        let answers = counts
            .first()
            .and_then(|row| row.first())
            .map_or(0, Vec::len);
        ByTwo {
            counts,
            unprinted: vec![vec![false; 3]; 3],
            alone: [vec![vec![false; answers]; 3], vec![vec![false; answers]; 3]],
            before: WithheldByTwo::default(),
        }
    }

    fn hidden(by_two: &ByTwo, found: &WithheldByTwo) -> Vec<Spot> {
        by_two.spots().filter(|spot| found.hides(*spot)).collect()
    }

    #[test]
    fn large_numbers_are_all_shown() {
        let plain = by_two(|_, _| vec![40, 60, 30]);
        assert_eq!(plain.withheld(None), plain.nothing());
    }

    #[test]
    fn a_small_answer_is_covered_in_every_table_of_two_of_the_three() {
        let small = by_two(|first, second| match (first, second) {
            (1, 1) => vec![40, 3, 30],
            _ => vec![40, 60, 30],
        });
        let spots = hidden(&small, &small.withheld(None));
        assert!(spots.contains(&[1, 1, 1]));
        // No number stands alone in a line of any of the tables.
        for spot in &spots {
            for axis in 0..3 {
                let in_line = spots.iter().filter(|other| {
                    (0..3).all(|other_axis| {
                        other_axis == axis || other[other_axis] == spot[other_axis]
                    })
                });
                assert!(in_line.count() > 1, "{spot:?} along {axis} in {spots:?}");
            }
        }
        assert!(spots.len() < 27, "{spots:?}");
    }

    #[test]
    fn the_other_side_of_a_net_stays() {
        let small = by_two(|first, second| match (first, second) {
            (1, 1) => vec![40, 50, 3, 30],
            _ => vec![40, 60, 30, 30],
        });
        let net = [true, true, false, false];
        let spots = hidden(&small, &small.withheld(Some(&net)));
        assert!(
            !spots.is_empty() && spots.iter().all(|spot| spot[2] > 1),
            "{spots:?}"
        );
    }

    #[test]
    fn a_small_base_goes_with_others() {
        let small = by_two(|first, second| match (first, second) {
            (2, 0) => vec![1, 1],
            _ => vec![40, 60],
        });
        let found = small.withheld(None);
        assert!(found.is_whole([2, 0, 0]));
        let row = (0..3)
            .filter(|second| found.is_whole([2, *second, 0]))
            .count();
        let column = (0..3)
            .filter(|first| found.is_whole([*first, 0, 0]))
            .count();
        assert!(row > 1 && column > 1, "{found:?}");
    }

    #[test]
    fn what_parts_of_the_time_withhold_stays_withheld() {
        let mut plain = by_two(|_, _| vec![40, 60]);
        let mut before = plain.nothing();
        before.hide([0, 0, 0]);
        plain.before.take(&before);
        assert!(hidden(&plain, &plain.withheld(None)).contains(&[0, 0, 0]));
    }
}
