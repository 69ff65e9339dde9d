//! Groups that may overlap: which of them are told apart from another column by so few that these could be
//! told.

use super::apart::{Counts, RULE, sum};

/// What two columns have in common, by answer.
#[derive(Clone, Debug)]
pub(super) struct Overlap {
    /// The group's place among the groups.
    pub group: usize,
    /// Who is in the other column, by answer.
    pub other: Vec<u64>,
    /// Who is in both, by answer.
    pub both: Vec<u64>,
}

/// The groups that are a part of another column, or hold it, and differ from it by 1 to 4 respondents, of all
/// or of those who gave an answer: one taken from the other would tell them (specification 4.3).
pub(super) fn telling(groups: &[Vec<u64>], overlaps: &[Overlap]) -> Vec<bool> {
    let mut telling = vec![false; groups.len()];
    for overlap in overlaps {
        let Some(own) = groups.get(overlap.group) else {
            continue;
        };
        let both = sum(&overlap.both);
        let differs_by_few = |whole: &[u64]| {
            let few = |(whole, both): (&u64, &u64)| RULE.is_small(whole.saturating_sub(*both));
            RULE.is_small(sum(whole).saturating_sub(both))
                || whole.iter().zip(&overlap.both).any(few)
        };
        let is_part = both == sum(own) && differs_by_few(&overlap.other);
        let is_whole = both == sum(&overlap.other) && differs_by_few(own);
        if (is_part || is_whole)
            && let Some(held) = telling.get_mut(overlap.group)
        {
            *held = true;
        }
    }
    telling
}

/// A group as a table of its own: itself and the rest of everybody, who stand first in the tables.
pub(super) fn and_the_rest(tables: &[Counts], group: usize) -> Vec<Counts> {
    let of = |table: &Counts| {
        let (all, own) = (table.first()?, table.get(group + 1)?);
        let rest = all
            .iter()
            .zip(own)
            .map(|(all, own)| all.saturating_sub(*own));
        Some(vec![own.clone(), rest.collect()])
    };
    tables.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_leaves_a_few_is_told() {
        let overlap = |other: [u64; 2], both: [u64; 2]| Overlap {
            group: 0,
            other: other.to_vec(),
            both: both.to_vec(),
        };
        let groups = [vec![40, 20]];
        for (other, both, expected) in [
            ([80, 40], [40, 20], false),
            ([80, 21], [40, 20], true),
            ([41, 22], [40, 20], true),
            ([40, 20], [40, 20], false),
            ([30, 18], [30, 18], true),
            ([30, 15], [30, 15], false),
            // Neither is a part of the other.
            ([41, 22], [39, 20], false),
        ] {
            assert_eq!(
                telling(&groups, &[overlap(other, both)]),
                [expected],
                "{other:?}"
            );
        }
    }
}
