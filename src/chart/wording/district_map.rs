//! The words of maps: what is in colour, what is not on them, whose boundaries they are.

use super::{districts, phrase};
use crate::analysis::Direction;
use crate::analysis::districts::{DistrictsAnswer, Ranking};
use crate::base::number;
use crate::chart::districts::compared;
use crate::chart::heatmap::HeatmapCell;
use crate::data::Unit;
use crate::project::MapShows;

/// What is said of a boundary of which there are no data.
pub const NOT_IN_DATA: &str = "Not among the areas of this chart";
/// The words of the key for boundaries of which there are no data.
pub const NO_DATA: &str = "no data";
/// The most names of areas in a sentence.
const MOST_NAMES: usize = 3;

/// What an area without colour is, of differences.
pub const fn not_clear(shows: MapShows) -> &'static str {
    match shows {
        MapShows::Changes => "no clear change",
        MapShows::Values | MapShows::AgainstRest => "not clearly different",
    }
}

/// The first and last period of the changes, where they are the same for all.
pub fn span(answer: &DistrictsAnswer) -> String {
    let changes = answer.lines().filter_map(|line| line.change.as_ref());
    let mut spans: Vec<String> = changes
        .map(|change| format!("{} to {}", change.from.label(), change.to.label()))
        .collect();
    spans.sort();
    spans.dedup();
    match spans.as_slice() {
        [only] => only.clone(),
        _ => String::from("first to last period of each area"),
    }
}

/// The same in a sentence: "between … and …".
fn between(answer: &DistrictsAnswer) -> String {
    let changes = answer.lines().filter_map(|line| line.change.as_ref());
    let mut spans: Vec<String> = changes.map(phrase::span).collect();
    spans.sort();
    spans.dedup();
    match spans.as_slice() {
        [only] => only.clone(),
        _ => String::from("between the first and the last period of each area"),
    }
}

/// The names of the areas that differ in a direction, the furthest first.
fn found(answer: &DistrictsAnswer, shows: MapShows, side: Direction) -> Vec<&str> {
    let mut found: Vec<(f64, &str)> = answer
        .lines()
        .enumerate()
        .filter_map(|(place, line)| {
            let change = compared(answer, shows, place)?;
            (change.direction == side).then_some((change.difference.abs(), &*line.label))
        })
        .collect();
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    found.into_iter().map(|(_, name)| name).collect()
}

/// The title of a map of areas against the others: which are clearly below or above them; else the measure.
pub fn against_title(answer: &DistrictsAnswer) -> String {
    let side = |direction| found(answer, MapShows::AgainstRest, direction);
    let (below, above) = (side(Direction::Down), side(Direction::Up));
    let all = answer.districts.len();
    let (one, several) = districts::noun(answer.kind);
    let said = |names: &[&str], side: &str| match names {
        [] => String::new(),
        [only] => format!("{only} is clearly {side} the others"),
        [first, second] => format!("{first} and {second} are clearly {side} the others"),
        names => format!(
            "{} of {} {several} are clearly {side} the others",
            phrase::capital(&phrase::number_in_words(names.len())),
            phrase::number_in_words(all)
        ),
    };
    let title = match (below.as_slice(), above.as_slice()) {
        ([], []) if answer.against_rest.iter().any(Option::is_some) => {
            format!("No {one} differs clearly from the others")
        }
        ([], above) => said(above, "above"),
        (below, []) => said(below, "below"),
        (below, above) => format!(
            "{} {several} are clearly below the others, {} above",
            phrase::capital(&phrase::number_in_words(below.len())),
            phrase::number_in_words(above.len())
        ),
    };
    let is_fitting =
        !title.is_empty() && title.split_whitespace().count() <= super::title::MOST_WORDS;
    if is_fitting {
        title
    } else {
        answer.trend.measure.name.clone()
    }
}

/// What is in the areas, after the subtitle.
pub fn what_is_shown(answer: &DistrictsAnswer, shows: MapShows) -> Option<String> {
    let of_percent = answer.trend.measure.unit == Unit::Percent;
    let size = if of_percent { "points" } else { "per cent" };
    Some(match shows {
        MapShows::Values => return None,
        MapShows::AgainstRest => format!("In {size}, each against all the others together"),
        MapShows::Changes => format!("Change in {size} {}", between(answer)),
    })
}

/// What a map of areas against the others shows, in a few sentences.
pub fn against_shows(answer: &DistrictsAnswer) -> String {
    let mut sentences = Vec::new();
    for (side, word) in [(Direction::Down, "lower"), (Direction::Up, "higher")] {
        let names = found(answer, MapShows::AgainstRest, side);
        if !names.is_empty() {
            let names = phrase::list(&names, MOST_NAMES);
            sentences.push(format!("Clearly {word} than the others: {names}."));
        }
    }
    let tested = answer.against_rest.iter().flatten().count();
    let clear = found(answer, MapShows::AgainstRest, Direction::Up).len()
        + found(answer, MapShows::AgainstRest, Direction::Down).len();
    let one = districts::noun(answer.kind).0;
    match (tested, clear) {
        (0, _) => sentences.push(String::from("None could be tested against the others.")),
        (_, 0) => sentences.push(format!("No {one} is clearly different from the others.")),
        (tested, clear) if clear < tested => sentences.push(format!(
            "{} of {} tested differ clearly.",
            phrase::capital(&phrase::number_in_words(clear)),
            phrase::number_in_words(tested)
        )),
        _ => {}
    }
    sentences.join(" ")
}

/// What comes before the other notes: what is in colour, how sure that is, what is marked.
pub fn first_notes(
    answer: &DistrictsAnswer,
    shows: MapShows,
    cells: &[HeatmapCell],
) -> Vec<String> {
    let mut notes = Vec::new();
    let family = |count: usize| super::group_notes::family(count);
    let tested = answer.against_rest.iter().flatten();
    match shows {
        MapShows::Values => {}
        MapShows::AgainstRest => {
            notes.push(format!(
                "In colour: clearly different from all the others together ({}).",
                family(tested.clone().count())
            ));
            if tested.clone().any(|held| held.basis.is_approximate()) {
                notes.push(String::from(
                    "The others are approximate: worked out from unweighted bases.",
                ));
            }
        }
        // Of how many comparisons stands with the other notes on changes.
        MapShows::Changes => notes.push(String::from("In colour: clear changes.")),
    }
    if cells
        .iter()
        .any(|cell| matches!(cell, HeatmapCell::NotCompared))
    {
        notes.push(String::from("–: not compared."));
    }
    notes
}

/// What comes after the other notes: which areas are not on the map, whose boundaries these are.
pub fn last_notes(answer: &DistrictsAnswer) -> Vec<String> {
    let Some(held) = &answer.boundaries else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    let without = held.without(answer.districts.len());
    let names: Vec<&str> = without
        .iter()
        .filter_map(|place| answer.lines().nth(*place))
        .map(|line| line.label.as_str())
        .collect();
    if !names.is_empty() {
        notes.push(format!(
            "Not on the map, since its boundaries have no such area: {}.",
            phrase::list(&names, MOST_NAMES)
        ));
    }
    let source = held.boundaries.attribution.trim();
    notes.push(if source.is_empty() {
        format!("Boundaries: {}.", held.boundaries.file_name)
    } else {
        format!("Boundaries: {}.", source.trim_end_matches('.'))
    });
    notes
}

/// How many areas are drawn without their name for want of room.
pub fn unnamed((one, several): (&str, &str), count: usize) -> String {
    let noun = if count == 1 { one } else { several };
    format!("{} {noun} without room for a name", number::count(count))
}

/// Why there is no map, where one was asked for.
pub fn no_map(answer: &DistrictsAnswer) -> String {
    if answer.ranking == Ranking::CountsAreNotRanked {
        return districts::no_map(answer);
    }
    let several = districts::noun(answer.kind).1;
    match &answer.boundaries {
        Some(held) => format!(
            "No map: fewer than two of these {several} are among the areas of {}.",
            held.boundaries.file_name
        ),
        None => format!("No map: no boundaries of these {several} are loaded."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_without_a_name_are_counted() {
        let nouns = ("district", "districts");
        assert_eq!(unnamed(nouns, 1), "1 district without room for a name");
        assert_eq!(
            unnamed(nouns, 1_204),
            "1,204 districts without room for a name"
        );
    }
}
