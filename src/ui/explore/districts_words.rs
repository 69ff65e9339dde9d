//! What the panel beside areas says of their order and of their peers, in the language that is spoken.

use crate::analysis::DistrictsAnswer;
use crate::analysis::districts::Ranking;
use crate::analysis::peers_mean::{Excess, PeersMean, PeersWeight};
use crate::base::number;
use crate::chart::wording::districts_spoken;
use crate::data::{AreaKind, PeriodKind, Unit};
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
    let first = districts_spoken::first_rank_means(answer);
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
        rank: districts_spoken::rank(&rank),
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
