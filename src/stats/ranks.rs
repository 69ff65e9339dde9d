//! Ranks, and how sure they are (statistical specification 5.5 and 9.3).

use std::cmp::Ordering;

use super::quantiles::{float, quantile};

/// Which end of a measure ranks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankFrom {
    /// The lowest value is 1st.
    Lowest,
    /// The highest value is 1st.
    Highest,
}

/// The place of a value among others: what "=4th highest of 15" is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the first; values that tie share the smallest number.
    pub place: usize,
    /// Whether another value ties with it.
    pub tied: bool,
    /// How many are ranked.
    pub of: usize,
}

/// The rank of every value, by competition ranking ("1 2 2 4"). `None` where a value is not finite.
///
/// ```
/// use bellwether::stats::ranks::{RankFrom, competition_ranks};
/// let ranks = competition_ranks(&[71.2, 80.4, 80.4, 65.3], RankFrom::Highest).unwrap();
/// let places: Vec<usize> = ranks.iter().map(|rank| rank.place).collect();
/// assert_eq!(places, [3, 1, 1, 4]);
/// assert!(ranks[1].tied && !ranks[0].tied);
/// ```
pub fn competition_ranks(values: &[f64], from: RankFrom) -> Option<Vec<Rank>> {
    if values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let rank = |value: &f64| {
        let before = values.iter().filter(|other| match from {
            RankFrom::Lowest => *other < value,
            RankFrom::Highest => *other > value,
        });
        Rank {
            place: before.count() + 1,
            tied: values.iter().filter(|other| ties(**other, *value)).count() > 1,
            of: values.len(),
        }
    };
    Some(values.iter().map(rank).collect())
}

/// Values tie where they are the same number; both are finite.
fn ties(one: f64, other: f64) -> bool {
    one.partial_cmp(&other) == Some(Ordering::Equal)
}

/// The quarter in which every value lies, 1 for the lowest: a value on a quartile belongs to the quarter
/// below it. `None` where a value is not finite or there is none.
pub fn quarters(values: &[f64]) -> Option<Vec<usize>> {
    let cuts = [0.25, 0.5, 0.75].map(|share| quantile(values, share));
    let [Some(first), Some(second), Some(third)] = cuts else {
        return None;
    };
    let below = |value: &f64| {
        [first, second, third]
            .iter()
            .filter(|cut| *cut < value)
            .count()
    };
    Some(values.iter().map(|value| below(value) + 1).collect())
}

/// Between which places a rank may plausibly lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlausibleRange {
    /// One more than those that are clearly before it.
    pub first: usize,
    /// Those in all less those that are clearly after it.
    pub last: usize,
}

/// The plausible range of every rank, from tests of all pairs with a false discovery rate of 5%.
///
/// `p_value` gives the p-value of the pair at two positions, the lower position first; a pair without a
/// test counts as not clearly different. `None` where a value is not finite.
///
/// ```
/// use bellwether::stats::ranks::{RankFrom, plausible_ranges};
/// // The third is clearly highest, the first two cannot be told apart.
/// let p = |one, other| Some(if (one, other) == (0, 1) { 0.6 } else { 0.001 });
/// let ranges = plausible_ranges(&[41.0, 43.0, 60.0], RankFrom::Highest, p).unwrap();
/// assert_eq!((ranges[0].first, ranges[0].last), (2, 3));
/// assert_eq!((ranges[2].first, ranges[2].last), (1, 1));
/// ```
pub fn plausible_ranges(
    values: &[f64],
    from: RankFrom,
    p_value: impl Fn(usize, usize) -> Option<f64>,
) -> Option<Vec<PlausibleRange>> {
    const RATE: f64 = 0.05;
    if values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let numbered = || values.iter().enumerate();
    let pairs =
        numbered().flat_map(|one| numbered().skip(one.0 + 1).map(move |other| (one, other)));
    let tested = pairs.filter_map(|(one, other)| Some((p_value(one.0, other.0)?, one, other)));
    let mut tested: Vec<_> = tested.collect();
    tested.sort_by(|one, other| one.0.total_cmp(&other.0));
    // Benjamini and Hochberg (1995): all up to the last that is under its line are clear.
    let line = |index: usize| RATE * float(index + 1) / float(tested.len());
    let last_clear = (0..tested.len())
        .rev()
        .find(|index| tested.get(*index).is_some_and(|(p, ..)| *p <= line(*index)));
    let mut ranges = vec![
        PlausibleRange {
            first: 1,
            last: values.len(),
        };
        values.len()
    ];
    let clear = tested.iter().take(last_clear.map_or(0, |last| last + 1));
    for (_, one, other) in clear.filter(|(_, one, other)| !ties(*one.1, *other.1)) {
        let one_is_before = (one.1 < other.1) == (from == RankFrom::Lowest);
        let (before, after) = if one_is_before {
            (one, other)
        } else {
            (other, one)
        };
        if let Some(range) = ranges.get_mut(after.0) {
            range.first += 1;
        }
        if let Some(range) = ranges.get_mut(before.0) {
            range.last -= 1;
        }
    }
    Some(ranges)
}
