//! The words of a chart of groups then and now: titles, sentences, footnotes.

use super::breakdown::measure_line;
use super::group_names::{self, GroupName, about_points, shortest_fitting};
use super::group_notes::{self, Noted};
use super::phrase;
use crate::analysis::group_changes::{GroupChangeRow, GroupChangesAnswer};
use crate::analysis::trend::PeriodChange;
use crate::analysis::{Change, Direction};
use crate::base::number;
use crate::data::Unit;

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 2;
/// From this part of the groups on, "almost all" of them have changed.
const ALMOST_ALL: f64 = 0.8;
/// With fewer groups than this, nothing is said of almost all of them.
const LEAST_FOR_ALMOST_ALL: usize = 4;

impl GroupChangeRow {
    /// Its name in sentences.
    pub(crate) fn name(&self) -> GroupName<'_> {
        GroupName {
            label: &self.label,
            dimension: &self.dimension,
        }
    }

    fn direction(&self) -> Option<Direction> {
        Some(self.change.as_ref()?.change.direction)
    }

    /// The size by which changes are ordered: in per cent where that may be printed, else in the unit.
    pub(crate) fn size(&self) -> Option<f64> {
        let change = &self.change.as_ref()?.change;
        Some(change.relative_percent.unwrap_or(change.difference))
    }
}

/// The groups that clearly fell or rose, those that changed most first.
fn clearly(answer: &GroupChangesAnswer, direction: Direction) -> Vec<&GroupChangeRow> {
    let mut rows: Vec<&GroupChangeRow> = answer
        .rows
        .iter()
        .filter(|row| row.direction() == Some(direction))
        .collect();
    let size = |row: &&GroupChangeRow| row.size().map_or(0.0, f64::abs);
    rows.sort_by(|one, other| size(other).total_cmp(&size(one)));
    rows
}

/// Whether the whole clearly changed, and in which direction.
fn of_whole(answer: &GroupChangesAnswer) -> Option<(&PeriodChange, &'static str)> {
    let (_, held) = answer.whole.as_ref()?;
    Some((held, phrase::verb(held.change.direction)?))
}

/// How far a fall or a rise of the whole is that of its groups.
fn reach(answer: &GroupChangesAnswer, count: usize) -> Option<&'static str> {
    let all = answer.comparisons;
    let share = f64::from(u32::try_from(count).ok()?) / f64::from(u32::try_from(all).ok()?.max(1));
    if all < LEAST_FOR_ALMOST_ALL {
        None
    } else if count == all {
        Some("all")
    } else if share >= ALMOST_ALL {
        Some("almost all")
    } else {
        None
    }
}

/// The message, in ten words at most.
pub fn title(answer: &GroupChangesAnswer) -> String {
    let (fell, rose) = (
        clearly(answer, Direction::Down),
        clearly(answer, Direction::Up),
    );
    let subject = phrase::subject(&answer.measure.name);
    let noun = |count| group_names::noun(answer.is_by_area, count);
    let (rows, verb) = match (fell.as_slice(), rose.as_slice()) {
        ([], []) => return of_the_whole_alone(answer),
        (fell, []) => (fell, "fell"),
        ([], rose) => (rose, "rose"),
        (fell, rose) => {
            let both = format!(
                "rose in {} {}, fell in {}",
                phrase::number_in_words(rose.len()),
                noun(rose.len()),
                phrase::number_in_words(fell.len())
            );
            let titles = vec![format!("{subject} {both}"), phrase::capital(&both)];
            return shortest_fitting(titles).unwrap_or_else(|| answer.measure.name.clone());
        }
    };
    let mut said: Vec<String> = Vec::new();
    let whole = of_whole(answer).filter(|(_, of_whole)| *of_whole == verb);
    if let Some(part) =
        reach(answer, rows.len()).filter(|_| whole.is_some() || answer.whole.is_none())
    {
        said.push(format!("{verb} in {part} {}", noun(2)));
    }
    let names: Vec<GroupName<'_>> = rows.iter().map(|row| row.name()).collect();
    let preposition = if answer.is_by_area { "in" } else { "among" };
    let counted = format!(
        "in {} of {} {}",
        phrase::number_in_words(names.len()),
        phrase::number_in_words(answer.comparisons),
        noun(answer.comparisons)
    );
    if let Some((held, _)) = whole {
        let size = phrase::size_in_title(&held.change, answer.measure.unit);
        said.push(format!("{verb} {size} overall, clearly {counted}"));
        said.push(format!("{verb} overall, and clearly {counted}"));
    } else {
        if names.len() <= 2 {
            let names = group_names::list(&names, 2);
            said.push(format!("{verb} {preposition} {names}"));
        }
        said.push(format!("{verb} clearly {counted}"));
    }
    let titles = said
        .iter()
        .map(|words| format!("{subject} {words}"))
        .chain(said.iter().map(|words| phrase::capital(words)))
        .collect();
    shortest_fitting(titles).unwrap_or_else(|| answer.measure.name.clone())
}

/// The title where no group changed clearly.
fn of_the_whole_alone(answer: &GroupChangesAnswer) -> String {
    let mut titles = Vec::new();
    if let Some((held, verb)) = of_whole(answer) {
        let subject = phrase::subject(&answer.measure.name);
        let size = phrase::size_in_title(&held.change, answer.measure.unit);
        titles.push(format!("{subject} {verb} {size} overall"));
        titles.push(phrase::capital(&format!("{verb} {size} overall")));
    } else if answer.comparisons > 1 {
        let noun = group_names::noun(answer.is_by_area, 1);
        titles.push(format!("No {noun} changed clearly"));
    }
    shortest_fitting(titles).unwrap_or_else(|| answer.measure.name.clone())
}

/// "% feeling safe outside after dark, 12 months to Dec 2020 and 12 months to Dec 2021, Nottinghamshire".
pub fn subtitle(answer: &GroupChangesAnswer, title: &str) -> String {
    let periods: Vec<String> = answer
        .periods
        .iter()
        .map(|(from, to)| format!("{} and {}", from.label(), to.label()))
        .collect();
    measure_line(
        &answer.measure,
        title,
        answer.people.as_deref(),
        &periods,
        &answer.place,
    )
}

/// What the chart shows; the change of everybody is said first.
pub fn what_this_shows(answer: &GroupChangesAnswer) -> String {
    let Some((from, to)) = &answer.periods else {
        return String::from("There are not two periods that can be compared.");
    };
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(whole_sentence(answer));
    let (fell, rose) = (
        clearly(answer, Direction::Down),
        clearly(answer, Direction::Up),
    );
    for (rows, noun) in [(&fell, "falls"), (&rose, "rises")] {
        if rows.is_empty() {
            continue;
        }
        let across = reach(answer, rows.len()).map_or_else(
            || format!("Clear {noun}"),
            |part| {
                let groups = group_names::noun(answer.is_by_area, 2);
                format!("Clear {noun} across {part} {groups}")
            },
        );
        sentences.push(format!("{across}: {}.", with_sizes(answer, rows)));
    }
    let unclear = answer
        .rows
        .iter()
        .filter(|row| row.direction() == Some(Direction::NoClearChange));
    let points = about_points(
        unclear
            .clone()
            .filter_map(|row| row.change.as_ref()?.change.smallest_detectable()),
    );
    let count = unclear.count();
    if fell.is_empty() && rose.is_empty() && answer.comparisons > 0 {
        let hardly = points.map_or_else(String::new, |points| {
            format!("; a change under {points} could hardly have been seen")
        });
        let noun = group_names::noun(answer.is_by_area, 1);
        sentences.push(format!(
            "No {noun} shows a statistically clear change{hardly}."
        ));
    } else if count > 0 {
        let noun = group_names::noun(answer.is_by_area, count);
        let count = phrase::number_in_words(count);
        sentences.push(format!("No statistically clear change in {count} {noun}."));
    }
    if sentences.is_empty() {
        return format!(
            "Values of {} and {}; the differences were not tested.",
            from.label(),
            to.label()
        );
    }
    sentences.join(" ")
}

/// The change of everybody, in the words of the trend.
fn whole_sentence(answer: &GroupChangesAnswer) -> Option<String> {
    let (whole, held) = answer.whole.as_ref()?;
    let unit = answer.measure.unit;
    let whom = if answer.is_by_area {
        format!("in {}", whole.label)
    } else {
        format!("among {}", phrase::group(&whole.label))
    };
    let name = format!("{} {whom}", phrase::subject(&answer.measure.name));
    let (from, to) = (
        unit.format(held.change.from.value),
        unit.format(held.change.to.value),
    );
    let when = phrase::span(held);
    Some(match held.change.direction {
        Direction::NoClearChange => {
            format!("{name} shows no statistically clear change {when}: {from}, then {to}.")
        }
        Direction::NotTested => {
            format!("{name} was {from}, then {to} ({when}); the difference was not tested.")
        }
        direction => {
            let verb = phrase::verb(direction)?;
            let size = phrase::size_in_sentence(&held.change, unit);
            let comma = if size.contains(", ") { "," } else { "" };
            format!("{name} {verb} {size}{comma} {when}.")
        }
    })
}

/// "16–24s (14.6 points, to 46.4%), women (8.4 points, to 46.9%) and 2 more".
fn with_sizes(answer: &GroupChangesAnswer, rows: &[&GroupChangeRow]) -> String {
    let unit = answer.measure.unit;
    let said: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let change = &row.change.as_ref()?.change;
            let size = phrase::size_in_title(change, unit);
            let to = unit.format(change.to.value);
            let size = if size.starts_with("from") {
                size
            } else {
                format!("{size}, to {to}")
            };
            Some(format!("{} ({size})", row.name().in_sentence()))
        })
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    phrase::list(&said, MOST_NAMES)
}

/// A change beside its row, with its sign: "−6.3 pp", "+11.3% (+1,105)", "−7".
pub fn size_with_sign(change: &Change, unit: Unit) -> String {
    match (unit, change.relative_percent) {
        (Unit::Percent | Unit::PercentagePoints, _) => {
            Unit::PercentagePoints.format(change.difference)
        }
        (Unit::Count, Some(percent)) => format!(
            "{}% ({})",
            number::signed(percent, 1),
            number::signed(change.difference, 0)
        ),
        (_, Some(percent)) => format!("{}%", number::signed(percent, 1)),
        _ => number::signed(change.difference, unit.decimals()),
    }
}

/// Base, what is tested, cautions, source.
pub fn footnote(answer: &GroupChangesAnswer, is_cut: bool) -> String {
    let unit = answer.measure.unit;
    let groups: Vec<Noted<'_>> = answer
        .rows
        .iter()
        .filter(|row| row.from.is_some() || row.to.is_some())
        .map(|row| Noted {
            name: row.name(),
            outcomes: row.from.iter().chain(&row.to).collect(),
        })
        .collect();
    let whole = answer.whole.as_ref().map(|(whole, _)| whole);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(group_notes::base(unit, whole, &groups));
    if answer.comparisons > 0 {
        let family = group_notes::family(answer.comparisons);
        parts.push(format!("Filled: a clear change ({family})."));
    }
    if unit == Unit::Count && answer.comparisons > 0 {
        parts.push(String::from(
            "Rises and falls are tested against chance alone, which may overstate certainty.",
        ));
    }
    let dimensions = answer.rows.iter().map(|row| row.dimension.as_str());
    parts.extend(group_notes::closing(
        unit,
        whole,
        &groups,
        dimensions,
        &answer.notes,
        is_cut,
    ));
    parts.join(" ")
}
