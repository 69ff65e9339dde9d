//! The words of groups in every period: heatmaps and small charts of groups.

use super::breakdown::{comparative, measure_line};
use super::group_names::{self, GroupName, shortest_fitting};
use super::group_notes::{self, Noted};
use super::phrase;
use crate::analysis::breakdown::Whole;
use crate::analysis::groups_over_time::{GroupLine, GroupPoint};
use crate::analysis::{Change, Direction, GroupsOverTime};
use crate::base::number;
use crate::chart::group_chart::table::{against_words, value_lines};
use crate::chart::point;
use crate::data::Unit;
use crate::project::HeatmapCells;

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 3;

impl GroupLine {
    /// Its name in sentences.
    pub(crate) fn name(&self) -> GroupName<'_> {
        GroupName {
            label: &self.label,
            dimension: &self.dimension,
        }
    }
}

/// What a cell without colour is, of differences.
pub const fn not_clear(kind: HeatmapCells) -> &'static str {
    match kind {
        HeatmapCells::OverYear => "no clear change",
        HeatmapCells::Values | HeatmapCells::AgainstRest => "not clearly different",
    }
}

fn compared(point: &GroupPoint, kind: HeatmapCells) -> Option<&Change> {
    match kind {
        HeatmapCells::Values => None,
        HeatmapCells::AgainstRest => point.against_rest.as_ref().map(|held| &held.comparison),
        HeatmapCells::OverYear => point.over_year.as_ref().map(|held| &held.change),
    }
}

/// The message, in ten words at most: who differs from the rest in every period, or in how many groups the
/// measure changed in the latest year; else the measure's name.
pub fn title(answer: &GroupsOverTime, kind: HeatmapCells) -> String {
    let title = match kind {
        HeatmapCells::Values => None,
        HeatmapCells::AgainstRest => always_different(answer),
        HeatmapCells::OverYear => latest_year(answer),
    };
    title.unwrap_or_else(|| answer.measure().name.clone())
}

/// The groups that were compared in two periods or more, and in each of them found on one side of the rest.
fn always(answer: &GroupsOverTime, side: Direction) -> Vec<GroupName<'_>> {
    let is_always = |group: &&GroupLine| {
        let points = group.points.iter().flatten();
        let found: Vec<Direction> = points
            .filter_map(|point| Some(point.against_rest.as_ref()?.comparison.direction))
            .collect();
        found.len() > 1 && found.iter().all(|direction| *direction == side)
    };
    let groups = answer.groups.iter().filter(is_always);
    groups.map(GroupLine::name).collect()
}

fn always_different(answer: &GroupsOverTime) -> Option<String> {
    let (below, above) = (
        always(answer, Direction::Down),
        always(answer, Direction::Up),
    );
    let is_above = below.is_empty();
    let names = if is_above { above } else { below };
    if names.is_empty() {
        return None;
    }
    let is_alone = names.len() == 1 && names.first().is_some_and(GroupName::is_singular);
    let predicate = comparative(&answer.measure().name).filter(|_| !answer.is_by_area);
    let counted = format!(
        "{} {}",
        phrase::number_in_words(names.len()),
        group_names::noun(answer.is_by_area, names.len())
    );
    let subjects = [
        group_names::list(&names, 2),
        group_names::list(&names, 1),
        counted,
    ];
    let titles = subjects.into_iter().map(|subject| {
        let said = if let Some((less, more)) = predicate {
            let predicate = if is_above { more } else { less };
            format!("{subject} {predicate} than others in every period")
        } else {
            let verb = if is_alone { "is" } else { "are" };
            let side = if is_above { "above" } else { "below" };
            format!("{subject} {verb} {side} the rest in every period")
        };
        phrase::capital(&said)
    });
    shortest_fitting(titles.collect())
}

/// How many changes of the latest period were found in a direction, and how many were tested.
fn in_latest(answer: &GroupsOverTime, side: Direction) -> (usize, usize) {
    let latest = answer.latest();
    let changes: Vec<Direction> = answer
        .groups
        .iter()
        .filter_map(|group| {
            let point = group.points.get(latest?)?.as_ref()?;
            let change = &point.over_year.as_ref()?.change;
            change.p_value.map(|_| change.direction)
        })
        .collect();
    let found = changes.iter().filter(|held| **held == side).count();
    (found, changes.len())
}

fn latest_year(answer: &GroupsOverTime) -> Option<String> {
    let (fell, tested) = in_latest(answer, Direction::Down);
    let (rose, _) = in_latest(answer, Direction::Up);
    let of = |count| {
        format!(
            "{} of {} {}",
            phrase::number_in_words(count),
            phrase::number_in_words(tested),
            group_names::noun(answer.is_by_area, tested)
        )
    };
    let subject = phrase::subject(&answer.measure().name);
    let said = match (fell, rose) {
        (0, 0) if tested > 0 => {
            let noun = group_names::noun(answer.is_by_area, 1);
            return Some(format!("No {noun} clearly changed in the latest year"));
        }
        (0, 0) => return None,
        (fell, 0) => format!("fell in {} in the latest year", of(fell)),
        (0, rose) => format!("rose in {} in the latest year", of(rose)),
        (fell, rose) => format!(
            "rose in {}, fell in {} in the latest year",
            phrase::number_in_words(rose),
            phrase::number_in_words(fell)
        ),
    };
    shortest_fitting(vec![format!("{subject} {said}"), phrase::capital(&said)])
}

/// "% feeling safe outside after dark, 12 months to Dec 2017 to 12 months to Dec 2021, Nottinghamshire; …".
pub fn subtitle(answer: &GroupsOverTime, kind: HeatmapCells, title: &str) -> String {
    let periods = match (answer.periods().first(), answer.periods().last()) {
        (Some(first), Some(last)) if first != last => {
            vec![format!("{} to {}", first.label(), last.label())]
        }
        (Some(only), _) => vec![only.label()],
        _ => Vec::new(),
    };
    let line = measure_line(
        answer.measure(),
        title,
        answer.trend.people.as_deref(),
        &periods,
        answer.place(),
    );
    let of_percent = answer.measure().unit == Unit::Percent;
    match kind {
        HeatmapCells::Values => line,
        HeatmapCells::AgainstRest => format!("{line}; cells: points from the rest of the period"),
        HeatmapCells::OverYear if of_percent => {
            format!("{line}; cells: change on the year in points")
        }
        HeatmapCells::OverYear => format!("{line}; cells: change on the year in per cent"),
    }
}

/// What the chart shows, in a few sentences.
pub fn what_this_shows(answer: &GroupsOverTime, kind: HeatmapCells) -> String {
    let mut sentences: Vec<String> = Vec::new();
    match kind {
        HeatmapCells::Values => sentences.extend(range(answer)),
        HeatmapCells::AgainstRest => {
            for (side, word) in [(Direction::Down, "lower"), (Direction::Up, "higher")] {
                let names = always(answer, side);
                if !names.is_empty() {
                    let names = group_names::list(&names, MOST_NAMES);
                    sentences.push(format!(
                        "Clearly {word} than the rest in every period: {names}."
                    ));
                }
            }
            sentences.push(counted(
                answer,
                kind,
                ["clearly lower", "clearly higher"],
                "compared with the rest",
            ));
        }
        HeatmapCells::OverYear => sentences.push(counted(
            answer,
            kind,
            ["a clear fall", "a clear rise"],
            "compared with a year before",
        )),
    }
    if sentences.is_empty() {
        return String::from("There are no values to compare.");
    }
    sentences.join(" ")
}

/// "Of 48 values compared with the rest, 12 are clearly lower and 6 clearly higher."
fn counted(
    answer: &GroupsOverTime,
    kind: HeatmapCells,
    [less, more]: [&str; 2],
    how: &str,
) -> String {
    let found = |side: Direction| {
        let points = answer.groups.iter().flat_map(|group| group.points.iter());
        let compared = points
            .flatten()
            .filter_map(|point| compared(point, kind))
            .filter(|change| change.direction == side);
        number::count(compared.count())
    };
    let tested = match kind {
        HeatmapCells::OverYear => answer.changes,
        HeatmapCells::Values | HeatmapCells::AgainstRest => answer.comparisons,
    };
    let what = match kind {
        HeatmapCells::OverYear => "show",
        HeatmapCells::Values | HeatmapCells::AgainstRest => "are",
    };
    format!(
        "Of {} values {how}, {} {what} {less} and {} {more}.",
        number::count(tested),
        found(Direction::Down),
        found(Direction::Up)
    )
}

/// From the lowest to the highest value, which are not tested against one another.
fn range(answer: &GroupsOverTime) -> Option<String> {
    let unit = answer.measure().unit;
    let mut values: Vec<(f64, String)> = Vec::new();
    for group in &answer.groups {
        for (point, period) in group.points.iter().zip(answer.periods()) {
            let shown = point
                .as_ref()
                .map(|point| point::shown(&point.outcome, unit));
            if let Some(Ok(estimate)) = shown {
                let whose = format!("{}, {}", group.name().in_sentence(), period.label());
                values.push((estimate.value, whose));
            }
        }
    }
    values.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (lowest, highest) = (values.first()?, values.last()?);
    if values.len() < 2 {
        return Some(format!(
            "The one value is {} ({}).",
            unit.format(lowest.0),
            lowest.1
        ));
    }
    Some(format!(
        "Values range from {} ({}) to {} ({}); they are not tested against one another here.",
        unit.format(lowest.0),
        lowest.1,
        unit.format(highest.0),
        highest.1
    ))
}

/// Base, what is coloured and tested, cautions, source.
pub fn footnote(answer: &GroupsOverTime, kind: HeatmapCells, has_uncompared: bool) -> String {
    let unit = answer.measure().unit;
    let whole_at = |place: Option<usize>| {
        let whole = answer.whole.as_ref()?;
        let point = whole.points.get(place?)?.as_ref()?;
        Some(Whole {
            key: whole.key.clone(),
            label: whole.label.clone(),
            outcome: point.outcome.clone(),
        })
    };
    let latest = answer.latest();
    let whole = whole_at(latest);
    let at_latest: Vec<Noted<'_>> = answer
        .groups
        .iter()
        .filter_map(|group| {
            let point = group.points.get(latest?)?.as_ref()?;
            Some(Noted {
                name: group.name(),
                outcomes: vec![&point.outcome],
            })
        })
        .collect();
    let all: Vec<Noted<'_>> = answer
        .groups
        .iter()
        .map(|group| Noted {
            name: group.name(),
            outcomes: group
                .points
                .iter()
                .flatten()
                .map(|point| &point.outcome)
                .collect(),
        })
        .collect();
    let mut parts: Vec<String> = Vec::new();
    if let Some(base) = group_notes::base(unit, whole.as_ref(), &at_latest) {
        let period = latest.and_then(|latest| answer.periods().get(latest));
        parts.push(match period {
            Some(period) if answer.periods().len() > 1 => {
                let base = base.strip_suffix('.').unwrap_or(&base);
                format!("{base}, in {}.", period.label())
            }
            _ => base,
        });
    }
    let (family, what) = match kind {
        HeatmapCells::Values => (0, ""),
        HeatmapCells::AgainstRest => (
            answer.comparisons,
            "clearly different from the rest of the period",
        ),
        HeatmapCells::OverYear => (
            answer.changes,
            "clearly different from the same period a year before",
        ),
    };
    if family > 0 {
        let family = group_notes::family(family);
        parts.push(format!("Coloured: {what} ({family})."));
    }
    let is_approximate = |point: &GroupPoint| {
        let held = point.against_rest.as_ref();
        held.is_some_and(|held| held.basis.is_approximate())
    };
    let mut points = answer.groups.iter().flat_map(|group| group.points.iter());
    if kind == HeatmapCells::AgainstRest
        && points.any(|point| point.as_ref().is_some_and(is_approximate))
    {
        parts.push(String::from(
            "The rest is approximate: worked out from unweighted bases.",
        ));
    }
    if has_uncompared {
        parts.push(String::from("–: not compared."));
    }
    let dimensions = answer.groups.iter().map(|group| group.dimension.as_str());
    parts.extend(group_notes::closing(
        unit,
        whole.as_ref(),
        &all,
        dimensions,
        &answer.trend.notes,
        false,
    ));
    parts.join(" ")
}

/// What is said of a cell where it is pointed at: whose and when, the value with its interval and base, how
/// it compares, its place in the workbook. Empty where no source has a cell.
pub fn lines(
    answer: &GroupsOverTime,
    kind: HeatmapCells,
    group: &GroupLine,
    period: usize,
) -> Vec<String> {
    let held = group.points.get(period).and_then(Option::as_ref);
    let (Some(point), Some(when)) = (held, answer.periods().get(period)) else {
        return Vec::new();
    };
    let mut lines = vec![format!("{}, {}", group.name().full(), when.label())];
    lines.extend(value_lines(&point.outcome, answer.measure().unit));
    if point::shown(&point.outcome, answer.measure().unit).is_ok() {
        if let Some(held) = &point.against_rest {
            lines.push(against_words(held.comparison.direction, &held.comparison));
        }
        match &point.over_year {
            Some(held) => lines.push(over_year_words(&held.change, answer.measure().unit)),
            None if kind == HeatmapCells::OverYear => {
                lines.push(String::from("Not compared with a year before"));
            }
            None => {}
        }
    }
    lines.push(point.outcome.provenance().describe());
    lines
}

/// "A clear fall on the year: 6.3 points".
fn over_year_words(change: &Change, unit: Unit) -> String {
    let size = phrase::size_in_title(change, unit);
    match change.direction {
        Direction::Up => format!("A clear rise on the year: {size}"),
        Direction::Down => format!("A clear fall on the year: {size}"),
        Direction::NoClearChange => String::from("No clear change on the year"),
        Direction::NotTested => String::from("The change on the year was not tested"),
    }
}
