//! Where the lines of a chart begin anew, because what stands before is not comparable, and in which words.

use super::cast::{Cast, Member};
use super::trend_model::BreakModel;
use super::wording::phrase;
use crate::analysis::breaks::{BreakOrigin, SeriesBreak};
use crate::data::Period;

/// How many lines are named before the rest is counted.
const MOST_NAMES: usize = 2;

/// A break in the series of lines that are shown.
#[derive(Clone, Debug)]
pub(super) struct ShownBreak<'a> {
    /// The break.
    pub held: &'a SeriesBreak,
    /// The place of the first period whose values are not comparable with those of the one before.
    pub place: usize,
    /// The lines that it parts; none where it parts all.
    pub labels: Vec<&'a str>,
}

/// The breaks that part values on show, each once, in order.
pub(super) fn shown_breaks<'a>(cast: &Cast<'a>) -> Vec<ShownBreak<'a>> {
    let periods = &cast.answer.periods;
    let mut found: Vec<(ShownBreak<'a>, usize)> = Vec::new();
    for member in &cast.members {
        for held in &member.series.breaks {
            let Some(place) = place_of(held, periods) else {
                continue;
            };
            if !has_values_around(cast, *member, place) {
                continue;
            }
            let label = member.series.label.as_str();
            let known = found
                .iter_mut()
                .find(|(known, _)| known.place == place && known.held.is_same(held));
            if let Some((known, _)) = known {
                known.labels.push(label);
                continue;
            }
            // Where a line has no value, there is nothing that the source could have marked.
            let is_marked = matches!(held.origin, BreakOrigin::Marked);
            let has_value = |member: &Member<'a>| {
                cast.estimates(member.series)
                    .any(|(period, _)| period == place)
            };
            let around = |member: &&Member<'a>| {
                has_values_around(cast, **member, place) && (!is_marked || has_value(member))
            };
            let all = cast.members.iter().filter(around).count();
            let labels = vec![label];
            found.push((
                ShownBreak {
                    held,
                    place,
                    labels,
                },
                all,
            ));
        }
    }
    found.sort_by_key(|(held, _)| held.place);
    let whole = |(mut held, all): (ShownBreak<'a>, usize)| {
        if held.labels.len() >= all {
            held.labels.clear();
        }
        held
    };
    found.into_iter().map(whole).collect()
}

/// The place of the first period whose values are not comparable with those of the one before.
fn place_of(held: &SeriesBreak, periods: &[Period]) -> Option<usize> {
    let pairs = periods.iter().zip(periods.iter().skip(1));
    let place = pairs
        .map(|(before, period)| held.lies_between(before, period))
        .position(|is_broken| is_broken)?;
    Some(place + 1)
}

/// Whether a line has values on both sides of a place.
fn has_values_around<'a>(cast: &Cast<'a>, member: Member<'a>, place: usize) -> bool {
    let values = |is_before: bool| {
        cast.estimates(member.series)
            .any(|(period, _)| (period < place) == is_before)
    };
    values(true) && values(false)
}

/// The breaks with their places along the axis and their words.
pub(super) fn break_models(cast: &Cast<'_>, places: &[f64]) -> Vec<BreakModel> {
    shown_breaks(cast)
        .into_iter()
        .filter_map(|shown| {
            let before = places.get(shown.place.checked_sub(1)?)?;
            let title = shown.held.reason.title();
            Some(BreakModel {
                x: f64::midpoint(*before, *places.get(shown.place)?),
                text: match shown.labels.as_slice() {
                    [] => title.to_owned(),
                    labels => {
                        let whose = phrase::list(labels, MOST_NAMES);
                        format!("{whose}: {}", phrase::inside(title))
                    }
                },
            })
        })
        .collect()
}
