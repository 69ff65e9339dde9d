//! What the three rankings by number, harm and concern say. Ranks are described, not tested, and that is said.

use super::phrase;
use super::source_note::{is_illustrative, source_note};
use super::title::MOST_WORDS;
use crate::analysis::Provenance;
use crate::analysis::harm::{HarmAnswer, HarmRow, LEAST_MOVE, MatchedBy};
use crate::base::number;
use crate::chart::harm::HarmModel;
use crate::chart::point::{self, Caution};
use crate::data::{Period, Unit};
use crate::words::{in_english, say};

/// In the place of a rank by harm.
pub const NO_WEIGHT: &str = "no weight";
/// In the place of a share of those concerned.
pub const NO_CONCERN: &str = "not asked";

/// How many names a note gives before it counts the rest.
const MOST_NAMES: usize = 3;

/// The decimals with which harm and weights are printed: none from 100 on.
pub fn harm_decimals(value: f64) -> usize {
    let is_whole = value.abs() >= 100.0 || value.fract().abs() < 1e-9;
    usize::from(!is_whole)
}

/// Harm as printed; it has the unit of the weights.
pub fn harm_printed(harm: f64) -> String {
    number::grouped(harm, harm_decimals(harm))
}

fn in_sentence(period: &Period) -> String {
    let label = period.label();
    match label.strip_prefix("12 months to ") {
        Some(month) => format!("year to {month}"),
        None => label,
    }
}

/// The offences that move much from number to harm: up, or down; the furthest first.
fn movers(answer: &HarmAnswer, is_up: bool) -> Vec<&HarmRow> {
    let mut movers: Vec<(&HarmRow, isize)> = answer
        .rows
        .iter()
        .filter(|row| answer.moves_much(row, 0))
        .filter_map(|row| Some((row, row.moves.first().copied().flatten()?)))
        .filter(|(_, moved)| (*moved > 0) == is_up)
        .collect();
    movers.sort_by_key(|(_, moved)| std::cmp::Reverse(moved.unsigned_abs()));
    movers.into_iter().map(|(row, _)| row).collect()
}

/// The title: who ranks higher by harm than by number, else the neutral name.
pub fn title(answer: &HarmAnswer) -> String {
    let fits = |title: &String| title.split_whitespace().count() <= MOST_WORDS;
    let (up, down) = (movers(answer, true), movers(answer, false));
    let neutral = match answer.concerns {
        Some(_) => "Offences by number, by harm and by concern",
        None => "Offences by number and by harm",
    };
    let candidates = match (up.as_slice(), down.as_slice()) {
        ([], []) => Vec::new(),
        ([], [first, ..]) => vec![format!(
            "{} ranks lower by harm than by number",
            phrase::capital(&first.name)
        )],
        ([first], _) => vec![format!(
            "{} ranks higher by harm than by number",
            phrase::capital(&first.name)
        )],
        (several, _) => vec![format!(
            "{} offences rank higher by harm than by number",
            phrase::capital(&phrase::number_in_words(several.len()))
        )],
    };
    let found = candidates.into_iter().find(fits);
    found.unwrap_or_else(|| String::from(neutral))
}

/// Place, period, table, and how harm is made.
pub fn subtitle(answer: &HarmAnswer) -> String {
    let mut parts = vec![String::from("Harm = number × weight")];
    if !answer.table.area.is_empty() {
        parts.push(answer.table.area.clone());
    }
    parts.extend(answer.table.period.as_ref().map(in_sentence));
    parts.push(format!("weights: {}", answer.weights.name));
    parts.join(", ")
}

fn names(rows: &[&HarmRow]) -> String {
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    phrase::list(&names, MOST_NAMES)
}

/// The rules, what is missing where, how names were matched, weights and sources.
pub fn footnote(answer: &HarmAnswer) -> String {
    let mut parts = vec![rule(answer)];
    parts.push(String::from("Ranks may be chance: they are not tested."));
    let all: Vec<&HarmRow> = answer.rows.iter().collect();
    let without = |has: &dyn Fn(&HarmRow) -> bool| -> Vec<&HarmRow> {
        all.iter().copied().filter(|row| !has(row)).collect()
    };
    parts.push(weights_note(answer));
    let no_weight = without(&|row| row.harm.is_some());
    if !no_weight.is_empty() {
        parts.push(counted(&no_weight, "No weight"));
    }
    match &answer.concerns {
        Some(column) => {
            let no_concern = without(&|row| row.concern.is_some());
            if !no_concern.is_empty() {
                parts.push(counted(&no_concern, "Not among the concerns"));
            }
            let mut of = vec![String::from("Concern: % naming it")];
            of.extend(Some(column.area.clone()).filter(|area| !area.is_empty()));
            of.extend(column.period.as_ref().map(in_sentence));
            parts.push(format!("{}.", of.join(", ")));
        }
        None => parts.push(String::from("No workbook has a list of concerns.")),
    }
    parts.extend(low_bases(answer));
    if answer.overlapping > 0 {
        parts.push(String::from(
            "A group of offences and its parts are not ranked together.",
        ));
    }
    if answer.without_number > 0 {
        parts.push(format!(
            "Without a number to be shown: {}.",
            number::count(answer.without_number)
        ));
    }
    parts.extend(matched(answer));
    let provenances: Vec<&Provenance> = answer
        .rows
        .iter()
        .flat_map(|row| {
            let concern = row.concern.as_ref().map(|held| held.outcome.provenance());
            std::iter::once(row.count.provenance()).chain(concern)
        })
        .collect();
    parts.extend(source_note(&provenances));
    if answer.weights.is_illustrative || is_illustrative(&provenances) {
        parts.push(String::from("Illustrative figures."));
    }
    parts.join(" ")
}

/// "No weight: arson.", "No weight: 12 offences."; the chart shows which.
fn counted(rows: &[&HarmRow], words: &str) -> String {
    if rows.len() > MOST_NAMES {
        format!("{words}: {} offences.", number::count(rows.len()))
    } else {
        format!("{words}: {}.", names(rows))
    }
}

/// What makes a move much.
fn rule(answer: &HarmAnswer) -> String {
    let [to_harm, to_concern] = answer.much;
    let is_told = |row: &HarmRow| row.moves.get(1).copied().flatten().is_some();
    let places =
        if to_concern != to_harm && answer.rows.iter().filter(|row| is_told(row)).count() > 1 {
            format!("{to_harm} places or more, by concern {to_concern} or more")
        } else {
            format!("{to_harm} places or more")
        };
    format!("Coloured: up or down {places} (a quarter of those in both, at least {LEAST_MOVE}).")
}

/// Which concerns rest on few.
fn low_bases(answer: &HarmAnswer) -> Option<String> {
    let low: Vec<&str> = answer
        .rows
        .iter()
        .filter_map(|row| {
            let concern = row.concern.as_ref()?;
            let estimate = point::shown(&concern.outcome, Unit::Percent).ok()?;
            Caution::of(estimate, Unit::Percent)?;
            Some(concern.item.name.as_str())
        })
        .collect();
    (!low.is_empty()).then(|| format!("Concern on a low base: {}.", phrase::list(&low, MOST_NAMES)))
}

/// The names that do not match letter by letter: of weights, and of concerns that somebody chose.
fn matched(answer: &HarmAnswer) -> Option<String> {
    let mut pairs: Vec<String> = Vec::new();
    for row in &answer.rows {
        if let Some(found) = &row.weight
            && found.by == MatchedBy::Wording
        {
            pairs.push(format!("{} with “{}”", row.name, found.weight.offence));
        }
        if let Some(concern) = row.concern.as_ref().filter(|concern| concern.is_chosen) {
            pairs.push(format!("{} with “{}”", row.name, concern.item.name));
        }
    }
    let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
    (!pairs.is_empty()).then(|| format!("Matched: {}.", phrase::list(&pairs, MOST_NAMES)))
}

/// Where the weights come from.
fn weights_note(answer: &HarmAnswer) -> String {
    let weights = &answer.weights;
    if weights.sheet.is_empty() {
        format!("Weights: {}.", weights.file_name)
    } else {
        format!("Weights: {} › {}.", weights.file_name, weights.sheet)
    }
}

/// The offence that is first in a ranking, where one alone is.
fn first(answer: &HarmAnswer, column: usize) -> Option<&HarmRow> {
    answer.rows.iter().find(|row| {
        let rank = row.ranks.get(column).copied().flatten();
        rank.is_some_and(|rank| rank.place == 1 && !rank.tied && rank.of > 1)
    })
}

/// What is first in each ranking, and who goes up or down by harm.
pub fn what_this_shows(answer: &HarmAnswer) -> String {
    let mut sentences = Vec::new();
    if let Some(row) = first(answer, 0)
        && let Some(value) = row.shown_count()
    {
        sentences.push(format!(
            "Most frequent: {} ({}).",
            phrase::inside(&row.name),
            Unit::Count.format(value)
        ));
    }
    if let Some(row) = first(answer, 1) {
        sentences.push(format!(
            "Most harm by these weights: {}.",
            phrase::inside(&row.name)
        ));
    }
    if let Some(row) = first(answer, 2)
        && let Some(value) = row.shown_concern()
    {
        sentences.push(format!(
            "Of these most named as a concern: {} ({}).",
            phrase::inside(&row.name),
            Unit::Percent.format(value)
        ));
    }
    for (is_up, words) in [
        (true, "Higher by harm than by number"),
        (false, "Lower by harm than by number"),
    ] {
        let movers = movers(answer, is_up);
        if !movers.is_empty() {
            sentences.push(format!("{words}: {}.", names(&movers)));
        }
    }
    sentences.join(" ")
}

/// "up 4 places", "down 1 place", "the same place".
fn moved(places: isize) -> String {
    let size = places.unsigned_abs();
    match places.signum() {
        1 => say::harm_up(size),
        -1 => say::harm_down(size),
        _ => say::harm_same_place().to_owned(),
    }
}

fn with_rank(value: String, row: &HarmRow, column: usize) -> String {
    let rank = match row.ranks.get(column).copied().flatten() {
        Some(rank) => {
            let (place, count) = (rank.place, rank.of);
            if rank.tied {
                say::HarmJointRankOf { count, place }.say()
            } else {
                say::HarmRankOf { count, place }.say()
            }
        }
        None => say::harm_no_rank().to_owned(),
    };
    say::HarmWithRank { rank, value }.say()
}

/// What is said of an offence, as names and values, in the language that is spoken.
pub fn panel_rows(answer: &HarmAnswer, row: &HarmRow) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    if let Some(value) = row.shown_count() {
        let value = with_rank(Unit::Count.format(value), row, 0);
        rows.push((say::harm_number(), value));
    }
    match (&row.weight, row.harm) {
        (Some(found), Some(harm)) => {
            rows.push((say::harm_weight(), harm_printed(found.weight.weight)));
            rows.push((say::harm_harm(), with_rank(harm_printed(harm), row, 1)));
        }
        _ => rows.push((say::harm_weight(), say::harm_none().to_owned())),
    }
    if answer.concerns.is_some() {
        let words = match row.concern.as_ref() {
            Some(concern) => match point::shown(&concern.outcome, Unit::Percent) {
                Ok(estimate) => with_rank(Unit::Percent.format(estimate.value), row, 2),
                Err(reason) => reason.spoken().to_owned(),
            },
            None => say::harm_not_asked().to_owned(),
        };
        rows.push((say::harm_concerned(), words));
    }
    for (step, name) in [say::harm_number_to_harm(), say::harm_harm_to_concern()]
        .into_iter()
        .enumerate()
    {
        if let Some(places) = row.moves.get(step).copied().flatten() {
            rows.push((name, moved(places)));
        }
    }
    rows
}

/// What is said of an offence that is pointed at.
pub fn hover(answer: &HarmAnswer, row: &HarmRow) -> Vec<String> {
    let mut lines = vec![row.name.clone()];
    let rows = in_english(|| panel_rows(answer, row));
    lines.extend(
        rows.into_iter()
            .map(|(name, value)| format!("{name}: {value}")),
    );
    if let Some(found) = &row.weight {
        lines.push(format!(
            "Weight from {}",
            answer.weights.place(&found.weight)
        ));
    }
    lines.push(row.count.provenance().describe());
    lines
}

/// The chart in words.
pub fn alt_text(model: &HarmModel) -> String {
    let mut text = format!(
        "Rankings side by side: {}. {}.",
        model.title, model.subtitle
    );
    for row in &model.rows {
        let places = model.columns.iter().zip(&row.entries);
        let said: Vec<String> = places
            .map(|(column, entry)| {
                let heading = crate::base::text::lower_first(column.heading);
                match &entry.rank {
                    Some(rank) => format!("{rank} {heading}"),
                    None => format!("no rank {heading}"),
                }
            })
            .collect();
        text = format!("{text} {}: {}.", row.name, said.join(", "));
    }
    format!("{text} {} {}", model.what_this_shows, model.footnote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_and_harm_are_told_in_words() {
        for (places, words) in [
            (3, "up 3 places"),
            (1, "up 1 place"),
            (0, "the same place"),
            (-2, "down 2 places"),
        ] {
            assert_eq!(moved(places), words);
        }
        for (harm, printed) in [
            (12_345.6, "12,346"),
            (12.25, "12.3"),
            (12.0, "12"),
            (0.5, "0.5"),
        ] {
            assert_eq!(harm_printed(harm), printed);
        }
    }
}
