//! The message over a chart: ten words at most where it is active, else the measure's name.

use super::phrase;
use crate::analysis::{Direction, TrendSeries};
use crate::chart::cast::Cast;
use crate::project::trend_spec::TrendSpec;

/// The most words of an active title.
pub const MOST_WORDS: usize = 10;

/// The user's own title, or one written from the data.
pub fn title(cast: &Cast<'_>, spec: &TrendSpec) -> String {
    spec.title
        .as_deref()
        .map(str::trim)
        .filter(|own| !own.is_empty())
        .map_or_else(|| written(cast), str::to_owned)
}

/// The title that the data support: a change that is clear, or the neutral name of the measure.
pub fn written(cast: &Cast<'_>) -> String {
    let candidates = match cast.lead() {
        Some(lead) => of_one(cast, lead.series),
        None => of_many(cast),
    };
    candidates
        .into_iter()
        .find(|title| title.split_whitespace().count() <= MOST_WORDS)
        .unwrap_or_else(|| cast.answer.measure.name.clone())
}

/// Titles of one line, the fullest first.
fn of_one<'a>(cast: &Cast<'a>, series: &'a TrendSeries) -> Vec<String> {
    let answer = cast.answer;
    let unit = answer.measure.unit;
    let Some((change, verb)) = cast
        .clear_change(series)
        .and_then(|held| Some((&held.change, phrase::verb(held.change.direction)?)))
    else {
        return Vec::new();
    };
    let subject = phrase::subject(&answer.measure.name);
    let size = phrase::size_in_title(change, unit);
    let whom = phrase::of_whom(answer, series);
    let to = unit.format(change.to.value);
    let mut titles = vec![format!("{subject} {verb} {size}{whom}")];
    if !size.starts_with("from") {
        let name = if whom.is_empty() {
            &answer.place
        } else {
            &series.label
        };
        titles.push(format!("{name}: {verb} {size} to {to}"));
        titles.push(format!("{verb} {size} to {to}", verb = capital(verb)));
    }
    titles
}

/// Titles of several lines with none in front: in how many of them it rose or fell.
fn of_many(cast: &Cast<'_>) -> Vec<String> {
    let answer = cast.answer;
    let count_of = |direction: Direction| {
        cast.asked()
            .filter_map(|member| cast.clear_change(member.series))
            .filter(|held| held.change.direction == direction)
            .count()
    };
    let all = cast.asked().count();
    let kind = if phrase::is_by_area(answer) {
        "areas"
    } else {
        "groups"
    };
    let among = |count: usize| {
        if count == all {
            format!("in all {all} {kind}")
        } else {
            format!("in {count} of {all} {kind}")
        }
    };
    let subject = phrase::subject(&answer.measure.name);
    let message = match (count_of(Direction::Up), count_of(Direction::Down)) {
        (0, 0) => return Vec::new(),
        (0, fell) => format!("fell {}", among(fell)),
        (rose, 0) => format!("rose {}", among(rose)),
        (rose, fell) => format!("rose in {rose} {kind}, fell in {fell}"),
    };
    vec![format!("{subject} {message}"), capital(&message)]
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
