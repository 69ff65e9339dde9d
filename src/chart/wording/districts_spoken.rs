//! The order of areas in words, in the language that is spoken; charts and files have them in English from
//! [`super::districts`].

use crate::analysis::DistrictsAnswer;
use crate::analysis::districts::{DistrictRank, rank_from};
use crate::data::{Polarity, Unit};
use crate::stats::ranks::RankFrom;
use crate::words::say;

/// The rank in words: its plausible range where pairs were tested, "5th to 7th"; else its place, with "="
/// where others tie, "=4th".
pub fn rank(held: &DistrictRank) -> String {
    match held.range {
        Some(range) if range.first != range.last => say::RankingRange {
            first: ordinal(range.first),
            last: ordinal(range.last),
        }
        .say(),
        Some(range) => ordinal(range.first),
        None if held.place.tied => say::ranking_tied(ordinal(held.place.place)),
        None => ordinal(held.place.place),
    }
}

/// 1st, 2nd, 3rd, 4th, 11th.
fn ordinal(number: usize) -> String {
    match (number % 10, number % 100) {
        (_, 11..=13) => say::ranking_th(number),
        (1, _) => say::ranking_st(number),
        (2, _) => say::ranking_nd(number),
        (3, _) => say::ranking_rd(number),
        _ => say::ranking_th(number),
    }
}

/// What the first rank means: "1 = safest", "1 = lowest rate".
pub fn first_rank_means(answer: &DistrictsAnswer) -> &'static str {
    let measure = &answer.trend.measure;
    let is_of_safety = measure
        .name
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("safe") || word.eq_ignore_ascii_case("safety"));
    let is_rate = matches!(measure.unit, Unit::Per1000 | Unit::Per100000);
    match rank_from(measure.polarity) {
        RankFrom::Highest if is_of_safety && measure.polarity != Polarity::Neutral => {
            say::ranking_safest_first()
        }
        RankFrom::Highest if is_rate => say::ranking_highest_rate_first(),
        RankFrom::Highest => say::ranking_highest_first(),
        RankFrom::Lowest if is_rate => say::ranking_lowest_rate_first(),
        RankFrom::Lowest => say::ranking_lowest_first(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_english() {
        for (number, wanted) in [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (12, "12th"),
            (21, "21st"),
            (43, "43rd"),
        ] {
            assert_eq!(ordinal(number), wanted);
        }
    }
}
