//! What the panel beside areas says of their order and of their peers, in the language that is spoken.

use crate::analysis::DistrictsAnswer;
use crate::analysis::districts::{DistrictRank, Ranking, rank_from};
use crate::analysis::peers_mean::{Excess, PeersMean, PeersWeight};
use crate::base::number;
use crate::data::{AreaKind, PeriodKind, Polarity, Unit};
use crate::stats::ranks::RankFrom;
use crate::words::say;

/// "7 districts".
pub(super) fn counted(kind: AreaKind, count: usize) -> String {
    match kind {
        AreaKind::District => say::count_districts(count),
        AreaKind::CommunitySafetyPartnership => say::peers_count_partnerships(count),
        AreaKind::Ward => say::count_wards(count),
        AreaKind::PoliceForce => say::peers_count_forces(count),
        AreaKind::County => say::count_counties(count),
        AreaKind::Region => say::count_regions(count),
        _ => say::count_areas(count),
    }
}

/// The rank in words: its plausible range where pairs were tested, "5th to 7th"; else its place, with "="
/// where others tie, "=4th".
pub(super) fn rank_words(rank: &DistrictRank) -> String {
    match rank.range {
        Some(range) if range.first != range.last => say::RankingRange {
            first: ordinal(range.first),
            last: ordinal(range.last),
        }
        .say(),
        Some(range) => ordinal(range.first),
        None if rank.place.tied => say::ranking_tied(ordinal(rank.place.place)),
        None => ordinal(rank.place.place),
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
fn first_rank_means(answer: &DistrictsAnswer) -> &'static str {
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

/// The heading of the ranking: "Latest year, ranked".
pub(super) fn ranking_title(answer: &DistrictsAnswer) -> &'static str {
    let Ranking::ByValue { period, .. } = answer.ranking else {
        return say::ranking_latest_values();
    };
    match answer.trend.periods.get(period).map(|period| period.kind) {
        Some(PeriodKind::Month) => say::ranking_latest_month(),
        Some(PeriodKind::CalendarQuarter | PeriodKind::FinancialQuarter) => {
            say::ranking_latest_quarter()
        }
        Some(PeriodKind::CalendarYear | PeriodKind::FinancialYear | PeriodKind::YearEnding) => {
            say::ranking_latest_year()
        }
        _ => say::ranking_latest_period(),
    }
}

/// How the ranking is to be read: what the first rank means, and how sure ranks are.
pub(super) fn ranking_words(answer: &DistrictsAnswer, own: Option<usize>) -> String {
    let first = first_rank_means(answer);
    match answer.ranking {
        Ranking::CountsAreNotRanked => say::ranking_counts().to_owned(),
        Ranking::TooFew => say::ranking_too_few().to_owned(),
        Ranking::ByValue { pairs: 0, .. } => say::ranking_not_tested(first),
        Ranking::ByValue { .. } => {
            let example = own
                .or_else(|| widest_range(answer))
                .and_then(|district| rank_example(answer, district));
            match example {
                Some(example) => say::RankingOverlapsAs { example, first }.say(),
                None => say::ranking_overlaps(first),
            }
        }
    }
}

/// "Ashfield is 5th to 7th of 8".
fn rank_example(answer: &DistrictsAnswer, district: usize) -> Option<String> {
    let rank = answer.districts.get(district)?.rank?;
    let line = answer.lines().nth(district)?;
    let words = say::RankingOfArea {
        area: &*line.label,
        rank: rank_words(&rank),
        count: rank.place.of,
    };
    Some(words.say())
}

/// The area whose rank is the least sure.
fn widest_range(answer: &DistrictsAnswer) -> Option<usize> {
    let width = |place: &usize| {
        let rank = answer.districts.get(*place).and_then(|held| held.rank);
        let range = rank.and_then(|rank| rank.range);
        range.map_or(0, |range| range.last - range.first)
    };
    (0..answer.districts.len()).rev().max_by_key(width)
}

/// The peers' means as rows: what each is of, and its value.
pub(super) fn peers_rows(mean: &PeersMean, answer: &DistrictsAnswer) -> Vec<(String, String)> {
    let unit = answer.trend.measure.unit;
    // The panel is narrow: of what kind the others are is said over it.
    let of = if mean.is_of_others {
        say::peers_mean_of_others(mean.areas)
    } else {
        say::peers_mean_of_all(counted(answer.kind, mean.areas))
    };
    let mut rows = vec![(of, unit.format(mean.simple))];
    if let Some((weighted, weight)) = mean.weighted {
        let by = match weight {
            PeersWeight::Respondents => say::peers_mean_by_respondents(),
            PeersWeight::People => say::peers_mean_by_people(),
        };
        rows.push((by.to_owned(), unit.format(weighted)));
    }
    rows
}

/// How the means of [`peers_rows`] are made.
pub(super) fn peers_explained(mean: &PeersMean) -> &'static str {
    match mean.weighted {
        Some((_, PeersWeight::Respondents)) => say::peers_mean_both_respondents(),
        Some((_, PeersWeight::People)) => say::peers_mean_both_people(),
        None => say::peers_mean_simple(),
    }
}

/// How much an area has beyond its peers: "2.4 per 1,000 more, about 288".
pub(super) fn excess_words(excess: &Excess, unit: Unit) -> String {
    let rate = unit.format(excess.rate.abs());
    let events = number::grouped(excess.events.abs().round(), 0);
    if excess.rate < 0.0 {
        say::PeersExcessLess { events, rate }.say()
    } else {
        say::PeersExcessMore { events, rate }.say()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::wording::districts as wording;
    use crate::stats::ranks::{PlausibleRange, Rank};

    #[test]
    fn ranks_are_as_charts_have_them() {
        for place in 1..=43 {
            for (tied, range) in [(false, None), (true, None), (false, Some(2))] {
                let rank = DistrictRank {
                    place: Rank {
                        place,
                        tied,
                        of: 50,
                    },
                    range: range.map(|width| PlausibleRange {
                        first: place,
                        last: place + width,
                    }),
                };
                assert_eq!(rank_words(&rank), wording::rank_words(&rank));
            }
        }
    }

    #[test]
    fn an_excess_is_in_events_as_well() {
        let excess = |rate, events| Excess { rate, events };
        assert_eq!(
            excess_words(&excess(2.4, 288.2), Unit::Per1000),
            format!("{} more, about 288", Unit::Per1000.format(2.4))
        );
        assert_eq!(
            excess_words(&excess(-1.1, -1_432.0), Unit::Per1000),
            format!("{} less, about 1,432", Unit::Per1000.format(1.1))
        );
    }
}
