//! What is said of areas side by side: how many changed clearly, which ranks they may have, which peers
//! they are held against.

use super::{caption, districts_spoken, footnote, phrase, sentence};
use crate::analysis::districts::{self, DistrictRank, DistrictsAnswer, LargestChange, Ranking};
use crate::analysis::trend::PeriodChange;
use crate::analysis::{Direction, TrendSeries};
use crate::base::number;
use crate::chart::cast::Cast;
use crate::chart::trend_model::TrendModel;
use crate::data::{AreaKind, Period, Unit};
use crate::stats::ranks::RankFrom;
use crate::words::in_english;

/// The most words of an active title.
const MOST_WORDS: usize = super::title::MOST_WORDS;
/// How many areas are described one by one to those who do not see them.
const MOST_DESCRIBED: usize = 12;

/// Areas of a kind in words: one of them, and several.
pub const fn noun(kind: AreaKind) -> (&'static str, &'static str) {
    match kind {
        AreaKind::District => ("district", "districts"),
        AreaKind::CommunitySafetyPartnership => ("partnership", "partnerships"),
        AreaKind::Ward => ("ward", "wards"),
        AreaKind::PoliceForce => ("police force", "police forces"),
        AreaKind::County => ("county", "counties"),
        AreaKind::Region => ("region", "regions"),
        _ => ("area", "areas"),
    }
}

/// The title: how many changed clearly, or that none did; the measure's name where nothing was tested.
pub fn title(answer: &DistrictsAnswer, cast: &Cast<'_>) -> String {
    if answer.comparisons == 0 {
        return answer.trend.measure.name.clone();
    }
    let (one, several) = noun(answer.kind);
    let all = answer.districts.len();
    let changed = |direction: Direction| -> Vec<&TrendSeries> {
        let lines = answer.lines();
        lines
            .filter(|line| {
                cast.clear_change(line)
                    .is_some_and(|held| held.change.direction == direction)
            })
            .collect()
    };
    let (rose, fell) = (changed(Direction::Up), changed(Direction::Down));
    let total = phrase::number_in_words(all);
    let of_all = |lines: &[&TrendSeries], verb: &str| {
        let some = phrase::capital(&phrase::number_in_words(lines.len()));
        match lines {
            _ if lines.len() == all => format!("All {total} {several} {verb}"),
            [only] => format!("{some} of {total} {several} {verb}: {}", only.label),
            _ => format!("{some} of {total} {several} {verb}"),
        }
    };
    let message = match (rose.as_slice(), fell.as_slice()) {
        ([], []) => return format!("No {one} changed clearly"),
        ([], fell) => of_all(fell, "fell"),
        (rose, []) => of_all(rose, "rose"),
        (rose, fell) if rose.len() > fell.len() => format!(
            "{}, {} fell",
            of_all(rose, "rose").split(':').next().unwrap_or_default(),
            phrase::number_in_words(fell.len())
        ),
        (rose, fell) => format!(
            "{}, {} rose",
            of_all(fell, "fell").split(':').next().unwrap_or_default(),
            phrase::number_in_words(rose.len())
        ),
    };
    let both = !rose.is_empty() && !fell.is_empty();
    let most = largest(answer)
        .filter(|(found, _)| found.clear_of_others && !both && rose.len() + fell.len() > 1)
        .map(|(_, line)| format!("{message}; {} {} most", line.label, verb_of(line)));
    most.into_iter()
        .chain([message])
        .find(|title| title.split_whitespace().count() <= MOST_WORDS)
        .unwrap_or_else(|| answer.trend.measure.name.clone())
}

fn verb_of(line: &TrendSeries) -> &'static str {
    let direction = line.change.as_ref().map(|held| held.change.direction);
    direction.and_then(phrase::verb).unwrap_or("changed")
}

fn largest(answer: &DistrictsAnswer) -> Option<(LargestChange, &TrendSeries)> {
    let found = answer.largest?;
    Some((found, answer.lines().nth(found.district)?))
}

/// The title of the map: which areas are clearly at an end, else the measure's name.
pub fn map_title(answer: &DistrictsAnswer) -> String {
    let clearly_at = |last: bool| {
        let all = answer.districts.iter().filter(|held| held.rank.is_some());
        let place = if last { all.count() } else { 1 };
        let found = answer.districts.iter().position(|held| {
            let range = held.rank.and_then(|rank| rank.range);
            range.is_some_and(|range| range.first == place && range.last == place)
        });
        found.and_then(|district| answer.lines().nth(district))
    };
    let (first, last) = match districts::rank_from(answer.trend.measure.polarity) {
        RankFrom::Highest => ("highest", "lowest"),
        RankFrom::Lowest => ("lowest", "highest"),
    };
    let title = match (clearly_at(false), clearly_at(true)) {
        (Some(one), Some(other)) => format!(
            "{} is clearly {first}, {} clearly {last}",
            one.label, other.label
        ),
        (Some(one), None) => format!("{} is clearly {first}", one.label),
        (None, Some(one)) => format!("{} is clearly {last}", one.label),
        (None, None) => answer.trend.measure.name.clone(),
    };
    if title.split_whitespace().count() <= MOST_WORDS {
        title
    } else {
        answer.trend.measure.name.clone()
    }
}

/// The line under the title, with what the dashed line is.
pub fn subtitle(answer: &DistrictsAnswer, cast: &Cast<'_>, title: &str) -> String {
    let what = caption::subtitle(cast, title);
    match answer.wider() {
        Some(wider) => format!("{what}. Dashed: {}", wider.label),
        None => what,
    }
}

/// The footnote: bases, cautions, the family of tests, source; `has_axis` says whether values stand along an
/// axis.
pub fn footnote(
    answer: &DistrictsAnswer,
    cast: &Cast<'_>,
    model: &TrendModel,
    has_axis: bool,
) -> String {
    let mut parts: Vec<String> = base(answer, cast).into_iter().collect();
    if answer.ranking == Ranking::CountsAreNotRanked {
        parts.push(String::from(
            "In alphabetical order: numbers are not ranked, since more happens where more people are.",
        ));
    }
    parts.extend(footnote::after_base(cast, model, has_axis));
    parts.join(" ")
}

/// "Base: 4,412 respondents in the year to Dec 2021 (418 to 1,312 a district)."
fn base(answer: &DistrictsAnswer, cast: &Cast<'_>) -> Option<String> {
    if !answer.trend.measure.unit.rests_on_respondents() {
        return None;
    }
    let latest = |line: &TrendSeries| {
        let line = cast
            .members
            .iter()
            .find(|held| held.series.key == line.key)?;
        let (period, estimate) = cast.latest(line.series)?;
        Some((period, estimate.unweighted_base?))
    };
    let bases: Vec<(usize, f64)> = answer.lines().filter_map(latest).collect();
    let printed = |base: f64| number::grouped(base, 0);
    let least = bases.iter().map(|(_, base)| *base).reduce(f64::min);
    let most = bases.iter().map(|(_, base)| *base).reduce(f64::max);
    let (Some(least), Some(most)) = (least, most) else {
        let has_values = answer.lines().any(|line| {
            let mut members = cast.members.iter();
            members.any(|held| held.series.key == line.key && cast.latest(held.series).is_some())
        });
        return has_values.then(|| String::from("Base not given: no interval, no test of change."));
    };
    let one = noun(answer.kind).0;
    let each = range(&printed(least), &printed(most));
    let when = |period: usize| {
        let label = answer.trend.periods.get(period).map(Period::label);
        match label
            .as_deref()
            .map(|label| (label, label.strip_prefix("12 months to ")))
        {
            Some((_, Some(month))) => format!(" in the year to {month}"),
            Some((label, None)) => format!(" in {label}"),
            None => String::new(),
        }
    };
    let latest_period = bases.iter().map(|(period, _)| *period).max().unwrap_or(0);
    Some(match answer.wider().and_then(latest) {
        Some((period, all)) if period == latest_period => format!(
            "Base: {} respondents{} ({each} a {one}).",
            printed(all),
            when(period)
        ),
        _ => format!("Base: {each} respondents a {one}{}.", when(latest_period)),
    })
}

fn range(least: &str, most: &str) -> String {
    if least == most {
        least.to_owned()
    } else {
        format!("{least} to {most}")
    }
}

/// What the chart shows, in a few sentences.
pub fn what_this_shows(answer: &DistrictsAnswer, cast: &Cast<'_>, own: Option<usize>) -> String {
    let mut sentences = vec![sentence::what_this_shows(cast)];
    if let Some((found, line)) = largest(answer)
        && let Some(held) = cast.clear_change(line)
    {
        let size = held.change.magnitude(answer.trend.measure.unit);
        sentences.push(if found.clear_of_others {
            format!(
                "{} {} most ({size}), clearly more than the others on average.",
                line.label,
                verb_of(line)
            )
        } else {
            let noun = if held.change.direction == Direction::Down {
                "fall"
            } else {
                "rise"
            };
            format!(
                "The largest observed {noun} is in {} ({size}), not clearly different from the others.",
                line.label
            )
        });
    }
    sentences.extend(own.and_then(|own| rank_sentence(answer, own)));
    sentences.join(" ")
}

/// "Ashfield is 5th to 7th of 8."
pub fn rank_sentence(answer: &DistrictsAnswer, district: usize) -> Option<String> {
    let rank = answer.districts.get(district)?.rank?;
    let name = &answer.lines().nth(district)?.label;
    Some(format!(
        "{name} is {} of {}.",
        rank_words(&rank),
        rank.place.of
    ))
}

/// The rank in words: "5th to 7th", "=4th".
pub fn rank_words(rank: &DistrictRank) -> String {
    in_english(|| districts_spoken::rank(rank))
}

/// What the first rank means: "1 = safest", "1 = lowest rate".
pub fn first_rank_means(answer: &DistrictsAnswer) -> &'static str {
    in_english(|| districts_spoken::first_rank_means(answer))
}

/// The change of an area beside its value, without its arrow: "4.6 pp", "no clear change", "+2.1 pp, not
/// tested".
pub fn change_words(held: &PeriodChange, unit: Unit) -> String {
    let change = &held.change;
    let magnitude = change.magnitude(unit);
    match change.direction {
        Direction::Up | Direction::Down => magnitude,
        Direction::NoClearChange => String::from("no clear change"),
        Direction::NotTested if change.difference == 0.0 => String::from("as before"),
        Direction::NotTested => {
            let sign = if change.difference < 0.0 {
                number::MINUS
            } else {
                '+'
            };
            format!("{sign}{magnitude}, not tested")
        }
    }
}

/// The change of an area as a line of its own: "Fell 4.6 pp between … and …".
pub fn change_line(held: &PeriodChange, unit: Unit) -> String {
    let words = change_words(held, unit);
    let words = match phrase::verb(held.change.direction) {
        Some(verb) => format!("{verb} {words}"),
        None => words,
    };
    format!("{} {}", phrase::capital(&words), phrase::span(held))
}

/// How many areas a picture leaves out.
pub fn left_out((one, several): (&str, &str), count: usize) -> String {
    let noun = if count == 1 { one } else { several };
    format!("Not shown for want of room: {count} more {noun}.")
}

/// What marks the tiles of areas of which there is nothing.
pub const NO_DATA: &str = "[x]\u{a0}no values in these workbooks.";

/// Why there is no map, where one was asked for.
pub fn no_map(answer: &DistrictsAnswer) -> String {
    if answer.ranking == Ranking::CountsAreNotRanked {
        return String::from("No map of numbers: it would show where people live.");
    }
    let maps: Vec<&str> = crate::data::TileMap::built_in()
        .iter()
        .map(|map| map.of.as_str())
        .collect();
    format!(
        "There is a map of tiles for {} only.",
        phrase::list(&maps, 3)
    )
}

/// The chart in words, for those who do not see it: title, subtitle, sentences and footnote, and between
/// them what is said of each area.
pub fn alt_text<'a>(
    kind: &str,
    answer: &DistrictsAnswer,
    [title, subtitle, shows, footnote]: [&str; 4],
    areas: impl ExactSizeIterator<Item = &'a [String]>,
) -> String {
    let count = areas.len();
    let mut text = format!(
        "{kind} of {count} {}: {title}. {subtitle}.",
        noun(answer.kind).1
    );
    for lines in areas.take(MOST_DESCRIBED) {
        text = format!("{text} {}.", lines.join(", "));
    }
    let others = count.saturating_sub(MOST_DESCRIBED);
    if others > 0 {
        text = format!("{text} And {others} more.");
    }
    format!("{text} {shows} {footnote}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::ranks::{PlausibleRange, Rank};

    #[test]
    fn ranks_say_how_sure_they_are() {
        let rank = |place, tied, range: Option<(usize, usize)>| DistrictRank {
            place: Rank {
                place,
                tied,
                of: 15,
            },
            range: range.map(|(first, last)| PlausibleRange { first, last }),
        };
        for (rank, wanted) in [
            (rank(6, false, Some((5, 7))), "5th to 7th"),
            (rank(1, false, Some((1, 1))), "1st"),
            (rank(4, true, None), "=4th"),
            (rank(4, false, None), "4th"),
        ] {
            assert_eq!(rank_words(&rank), wanted);
        }
    }

    #[test]
    fn what_a_picture_leaves_out_is_counted() {
        assert_eq!(
            left_out(noun(AreaKind::Ward), 31),
            "Not shown for want of room: 31 more wards."
        );
        assert_eq!(
            left_out(noun(AreaKind::District), 1),
            "Not shown for want of room: 1 more district."
        );
    }
}
