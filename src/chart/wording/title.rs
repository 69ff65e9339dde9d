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
        if !name.is_empty() {
            titles.push(format!("{name}: {verb} {size} to {to}"));
        }
        titles.push(format!("{} {size} to {to}", phrase::capital(verb)));
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
    vec![
        format!("{subject} {message}"),
        without_subject(cast, all, kind),
    ]
}

/// "Two of eight areas fell: Mansfield and Nottingham", for measures whose name is long.
fn without_subject(cast: &Cast<'_>, all: usize, kind: &str) -> String {
    let changed = |direction: Direction| -> Vec<&str> {
        cast.asked()
            .filter(|member| {
                cast.clear_change(member.series)
                    .is_some_and(|held| held.change.direction == direction)
            })
            .map(|member| member.series.label.as_str())
            .collect()
    };
    let (rose, fell) = (changed(Direction::Up), changed(Direction::Down));
    let all_in_words = phrase::number_in_words(all);
    let of_all = |names: &[&str], verb: &str| {
        let some = phrase::number_in_words(names.len());
        let whole = format!("{} of {all_in_words} {kind} {verb}", phrase::capital(&some));
        if names.len() == all {
            format!("All {all_in_words} {kind} {verb}")
        } else if names.len() <= 2 {
            format!("{whole}: {}", phrase::list(names, 2))
        } else {
            whole
        }
    };
    match (rose.as_slice(), fell.as_slice()) {
        ([], fell) => of_all(fell, "fell"),
        (rose, []) => of_all(rose, "rose"),
        (rose, fell) => format!(
            "Of {all_in_words} {kind}, {} rose and {} fell",
            phrase::number_in_words(rose.len()),
            phrase::number_in_words(fell.len())
        ),
    }
}
