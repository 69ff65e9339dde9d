//! "What this shows": one or two sentences of plain English.

use super::phrase;
use crate::analysis::trend::PeriodChange;
use crate::analysis::{Direction, TrendSeries};
use crate::chart::cast::Cast;

/// What the chart shows, in one or two sentences.
pub fn what_this_shows(cast: &Cast<'_>) -> String {
    let mut sentences = Vec::new();
    if let Some(lead) = cast.lead() {
        sentences.extend(about(cast, lead.series, false));
        let other = cast
            .comparator()
            .filter(|other| other.series.key != lead.series.key);
        if let Some(other) = other {
            sentences.extend(about(cast, other.series, true));
        }
    } else {
        if let Some(comparator) = cast.comparator() {
            sentences.extend(about(cast, comparator.series, false));
        }
        sentences.extend(counted(cast));
    }
    if sentences.is_empty() {
        sentences.extend(span_of_values(cast));
    }
    if sentences.is_empty() {
        return String::from("There are no values to compare.");
    }
    sentences.join(" ")
}

/// Between which values the lines lie in the latest period, where nothing can be said of change.
fn span_of_values(cast: &Cast<'_>) -> Option<String> {
    let unit = cast.answer.measure.unit;
    let latest = cast
        .asked()
        .filter_map(|line| Some((line.series, cast.latest(line.series)?)));
    let latest: Vec<_> = latest.collect();
    let period = latest.iter().map(|(_, (period, _))| *period).max()?;
    let mut values: Vec<(&str, f64)> = latest
        .iter()
        .filter(|(_, (at, _))| *at == period)
        .map(|(series, (_, estimate))| (series.label.as_str(), estimate.value))
        .collect();
    values.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let when = cast.answer.periods.get(period)?.label();
    match (values.first(), values.last()) {
        (Some((lowest, low)), Some((highest, high))) if values.len() > 1 => Some(format!(
            "Values range from {} ({lowest}) to {} ({highest}), {when}.",
            unit.format(*low),
            unit.format(*high),
        )),
        (Some((name, value)), _) => Some(format!("{name}: {} ({when}).", unit.format(*value))),
        _ => None,
    }
}

/// One line in a sentence; in short where it stands beside another.
fn about<'a>(cast: &Cast<'a>, series: &'a TrendSeries, in_short: bool) -> Option<String> {
    let answer = cast.answer;
    let name = if in_short {
        format!("For {} it", phrase::group(&series.label))
    } else {
        let whom = phrase::of_whom(answer, series);
        format!("{}{whom}", phrase::subject(&answer.measure.name))
    };
    if let Some(held) = cast.change(series) {
        return Some(of_change(&name, held, cast, in_short));
    }
    let (period, estimate) = cast.latest(series)?;
    let value = answer.measure.unit.format(estimate.value);
    let period = answer.periods.get(period)?.label();
    if let Some(held) = cast.not_comparable(series) {
        let (from, why) = (held.from.label(), held.why.why());
        return Some(format!(
            "{name} was {value} ({period}); it is not compared with {from}: {why}."
        ));
    }
    Some(format!("{name} was {value} ({period})."))
}

fn of_change(name: &str, held: &PeriodChange, cast: &Cast<'_>, in_short: bool) -> String {
    let unit = cast.answer.measure.unit;
    let change = &held.change;
    let (from, to) = (unit.format(change.from.value), unit.format(change.to.value));
    let when = phrase::span(held);
    match (change.direction, phrase::verb(change.direction)) {
        (_, Some(verb)) => {
            let size = phrase::size_in_sentence(change, unit);
            if in_short {
                return format!("{name} {verb} {size}.");
            }
            let comma = if size.contains(", ") { "," } else { "" };
            let evidence = match change.direction {
                // A test of two counts alone may overstate how sure one can be (specification 5.2).
                _ if !unit.rests_on_respondents() => "",
                Direction::Up => ", a statistically significant rise",
                _ => ", a statistically significant fall",
            };
            format!("{name} {verb} {size}{comma} {when}{evidence}.")
        }
        (Direction::NoClearChange, None) if in_short => {
            format!("{name} shows no statistically clear change ({from}, then {to}).")
        }
        (Direction::NoClearChange, None) => {
            format!("{name} shows no statistically clear change {when}: {from}, then {to}.")
        }
        _ => {
            let (before, after) = (held.from.label(), held.to.label());
            format!(
                "{name} was {from} in {before} and {to} in {after}; the difference was not tested."
            )
        }
    }
}

/// Of several lines, how many rose and fell clearly, and which.
fn counted(cast: &Cast<'_>) -> Option<String> {
    let kind = if phrase::is_by_area(cast.answer) {
        "areas"
    } else {
        "groups"
    };
    let all = cast.asked().count();
    let labels_of = |direction: Direction| -> Vec<&str> {
        cast.asked()
            .filter(|member| {
                cast.change(member.series)
                    .is_some_and(|held| held.change.direction == direction)
            })
            .map(|member| member.series.label.as_str())
            .collect()
    };
    let mut parts = Vec::new();
    for (direction, words) in [(Direction::Down, "fell"), (Direction::Up, "rose")] {
        let names = labels_of(direction);
        if !names.is_empty() {
            let these = phrase::list(&names, 3);
            parts.push(format!("{words} clearly in {} ({these})", names.len()));
        }
    }
    let unclear = labels_of(Direction::NoClearChange).len();
    if unclear > 0 {
        parts.push(format!("shows no statistically clear change in {unclear}"));
    }
    let broken = cast
        .asked()
        .filter(|member| cast.not_comparable(member.series).is_some());
    let broken = broken.count();
    if broken > 0 {
        parts.push(format!(
            "is not compared across a break in series in {broken}"
        ));
    }
    if parts.is_empty() {
        return None;
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Some(format!("Of {all} {kind}, it {}.", phrase::list(&parts, 3)))
}
