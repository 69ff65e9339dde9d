//! What the ranking and the funnel of areas say: quarters, the mean of peers, who lies outside which limits.

use super::districts::noun;
use super::phrase;
use crate::analysis::DistrictsAnswer;
use crate::analysis::district_funnel::DistrictFunnel;
use crate::analysis::districts::Ranking;
use crate::analysis::peers_mean::{PeersMean, PeersWeight};
use crate::base::number;
use crate::data::Unit;
use crate::stats::funnel::FunnelPlace;

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 3;

/// The quarters of the ranked values, the lowest first.
pub const QUARTERS: [&str; 4] = [
    "Lowest quarter",
    "Second lowest",
    "Second highest",
    "Highest quarter",
];

/// The areas of which there is a mean: "the other 7 districts", "all 8 districts".
pub fn mean_of(mean: &PeersMean, answer: &DistrictsAnswer) -> String {
    let (one, several) = noun(answer.kind);
    match (mean.is_of_others, mean.areas) {
        (true, 1) => format!("the other {one}"),
        (true, areas) => format!("the other {areas} {several}"),
        (false, areas) => format!("all {areas} {several}"),
    }
}

/// The name of the line at the peers' mean: "Mean of the other 7 districts: 60.4%".
pub fn mean_line(mean: &PeersMean, answer: &DistrictsAnswer, is_weighted: bool) -> String {
    let value = answer.trend.measure.unit.format(mean.wanted(is_weighted));
    let by = match mean.weighted.filter(|_| is_weighted) {
        Some((_, weight)) => format!(" {}", weight_words(weight)),
        None => String::new(),
    };
    format!("Mean of {}{by}: {value}", mean_of(mean, answer))
}

/// What areas count by: "by people".
pub const fn weight_words(weight: PeersWeight) -> &'static str {
    match weight {
        PeersWeight::Respondents => "by respondents",
        PeersWeight::People => "by people",
    }
}

/// How the mean that is drawn is made, for the footnote.
pub fn mean_note(mean: &PeersMean, is_weighted: bool) -> &'static str {
    match mean.weighted.filter(|_| is_weighted) {
        Some((_, PeersWeight::Respondents)) => {
            "Weighted mean: each area counts by its respondents."
        }
        Some((_, PeersWeight::People)) => "Weighted mean: each area counts by its people.",
        None => "Simple mean: each area counts once.",
    }
}

/// What the ranking of peers that the user chose is of.
pub fn among(answer: &DistrictsAnswer) -> Option<String> {
    let areas = answer.districts.len();
    answer
        .is_of_peers
        .then(|| format!("Among {areas} {} that were chosen.", noun(answer.kind).1))
}

/// What the ranks do not tell where no two values could be tested.
pub fn not_tested(answer: &DistrictsAnswer) -> Option<String> {
    matches!(answer.ranking, Ranking::ByValue { pairs: 0, .. })
        .then(|| String::from("No test can be made of these differences: the order may be chance."))
}

/// Why there is no ranking, where one was asked for.
pub fn no_ranking(answer: &DistrictsAnswer) -> &'static str {
    match answer.ranking {
        Ranking::CountsAreNotRanked => "No ranking of numbers: more happens where more people are.",
        _ => "There are too few values to rank.",
    }
}

/// Why there is no funnel, where one was asked for.
pub fn no_funnel(answer: &DistrictsAnswer) -> &'static str {
    match answer.trend.measure.unit {
        Unit::Percent => "No funnel: it needs three areas with a known base.",
        _ => {
            "No funnel: it is for percentages of respondents; recorded rates differ in kind from place to place."
        }
    }
}

/// The areas that lie in one of some places, by name.
fn at<'a>(
    funnel: &DistrictFunnel,
    answer: &'a DistrictsAnswer,
    places: &[FunnelPlace],
) -> Vec<&'a str> {
    let lines: Vec<&str> = answer.lines().map(|line| line.label.as_str()).collect();
    let found = funnel
        .points
        .iter()
        .filter(|point| places.contains(&point.place));
    found
        .filter_map(|point| lines.get(point.district).copied())
        .collect()
}

/// The title of a funnel: who lies outside the 99.8% limits, else that nobody does.
pub fn funnel_title(funnel: &DistrictFunnel, answer: &DistrictsAnswer) -> String {
    let lower = at(funnel, answer, &[FunnelPlace::Lower]);
    let higher = at(funnel, answer, &[FunnelPlace::Higher]);
    let several = noun(answer.kind).1;
    let named = match (higher.as_slice(), lower.as_slice()) {
        ([], []) => return format!("No {} stands out from the average", noun(answer.kind).0),
        (higher, []) => format!("{} above average", stands(higher)),
        ([], lower) => format!("{} below average", stands(lower)),
        (higher, lower) => format!(
            "{} above average, {} below",
            stands(higher),
            phrase::list(lower, MOST_NAMES)
        ),
    };
    let is_short = named.split_whitespace().count() <= super::title::MOST_WORDS;
    if is_short {
        return named;
    }
    let outside = higher.len() + lower.len();
    format!(
        "{} of {} {several} differ from the average",
        phrase::capital(&phrase::number_in_words(outside)),
        phrase::number_in_words(funnel.points.len())
    )
}

fn stands(names: &[&str]) -> String {
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", phrase::list(names, MOST_NAMES))
}

/// What the lines of a funnel are, after the subtitle.
pub fn funnel_lines(funnel: &DistrictFunnel) -> String {
    let average = Unit::Percent.format(100.0 * funnel.target);
    format!("Line: average of all, {average}. Dashed: 95% limits. Dotted: 99.8% limits")
}

/// The title of the axis along which areas lie by the size of their sample.
pub const BASE_AXIS: &str = "Effective base: respondents after allowing for weighting";

/// Who lies outside which limits, in plain English.
pub fn funnel_shows(funnel: &DistrictFunnel, answer: &DistrictsAnswer) -> String {
    let different = at(funnel, answer, &[FunnelPlace::Lower, FunnelPlace::Higher]);
    let possible = [FunnelPlace::PossiblyLower, FunnelPlace::PossiblyHigher];
    let possible = at(funnel, answer, &possible);
    let mut sentences = Vec::new();
    if !different.is_empty() {
        sentences.push(format!(
            "Outside the 99.8% limits, so different from the average: {}.",
            phrase::list(&different, MOST_NAMES)
        ));
    }
    if !possible.is_empty() {
        sentences.push(format!(
            "Between the 95% and the 99.8% limits, so possibly different: {}.",
            phrase::list(&possible, MOST_NAMES)
        ));
    }
    let within = funnel.points.len() - different.len() - possible.len();
    if within == funnel.points.len() {
        sentences.push(String::from(
            "All lie within the limits: chance alone may set them apart.",
        ));
    } else if within > 0 {
        let others = phrase::number_in_words(within);
        let verb = if within == 1 { "lies" } else { "lie" };
        sentences.push(format!(
            "{} {verb} within the limits: chance alone may explain it.",
            phrase::capital(&others)
        ));
    }
    sentences.join(" ")
}

/// What the limits allow for, and how many areas would be outside by chance.
pub fn funnel_note(funnel: &DistrictFunnel, answer: &DistrictsAnswer) -> String {
    let several = noun(answer.kind).1;
    let expected = number::grouped(funnel.expected_outside_95(), 1);
    let mut notes = vec![format!(
        "By chance alone {expected} of {} {several} would lie outside the 95% limits.",
        funnel.points.len()
    )];
    if let Some(dispersion) = funnel.dispersion() {
        notes.push(format!(
            "The areas vary {} times as much as by chance (overdispersion), for which the limits allow.",
            number::grouped(dispersion, 1)
        ));
    }
    if funnel.without_place > 0 {
        let count = funnel.without_place;
        let noun = if count == 1 {
            noun(answer.kind).0
        } else {
            several
        };
        notes.push(format!(
            "Not shown, without a known base or value: {count} {noun}."
        ));
    }
    notes.join(" ")
}

/// Where an area lies in a funnel, in words.
pub const fn place_words(place: FunnelPlace) -> &'static str {
    match place {
        FunnelPlace::Within => "within the limits",
        FunnelPlace::PossiblyLower => "possibly below the average",
        FunnelPlace::PossiblyHigher => "possibly above the average",
        FunnelPlace::Lower => "below the average",
        FunnelPlace::Higher => "above the average",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_says_how_it_is_made() {
        let mean = |weighted| PeersMean {
            simple: 60.0,
            weighted,
            areas: 7,
            is_of_others: true,
        };
        let people = mean(Some((58.0, PeersWeight::People)));
        assert!(mean_note(&people, true).contains("by its people"));
        assert!(mean_note(&people, false).contains("counts once"));
        assert!(mean_note(&mean(None), true).contains("counts once"));
        assert!((people.wanted(true) - 58.0).abs() < 1e-9);
        assert!((mean(None).wanted(true) - 60.0).abs() < 1e-9);
    }
}
