//! The words of a chart of groups in one period: titles, sentences, footnotes.

use super::group_names::{self, GroupName, about_points, shortest_fitting};
use super::group_notes::{self, Noted};
use super::phrase;
use crate::analysis::Direction;
use crate::analysis::breakdown::{BreakdownAnswer, BreakdownRow};
use crate::base::number;
use crate::chart::point;
use crate::data::{Period, Polarity, Unit};

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 2;

impl BreakdownRow {
    /// Its name in sentences.
    pub(crate) fn name(&self) -> GroupName<'_> {
        GroupName {
            label: &self.label,
            dimension: &self.dimension,
        }
    }

    fn direction(&self) -> Option<Direction> {
        Some(self.against_rest.as_ref()?.comparison.direction)
    }
}

/// The groups that are clearly lower or higher than the rest, those furthest from it first.
fn clearly(answer: &BreakdownAnswer, direction: Direction) -> Vec<&BreakdownRow> {
    let mut rows: Vec<&BreakdownRow> = answer
        .rows
        .iter()
        .filter(|row| row.direction() == Some(direction))
        .collect();
    let distance = |row: &&BreakdownRow| {
        row.against_rest
            .as_ref()
            .map_or(0.0, |held| held.comparison.difference.abs())
    };
    rows.sort_by(|one, other| distance(other).total_cmp(&distance(one)));
    rows
}

/// The message, in ten words at most: who is clearly different from the rest, or that nobody is; else the
/// measure's name.
pub fn title(answer: &BreakdownAnswer) -> String {
    let measure = &answer.measure;
    let (lower, higher) = (
        clearly(answer, Direction::Down),
        clearly(answer, Direction::Up),
    );
    if lower.is_empty() && higher.is_empty() {
        return without_difference(answer);
    }
    // Spoken of is the side that is worse, where one is; else the one with more groups.
    let prefers_higher = match measure.polarity {
        Polarity::LowerIsBetter => true,
        Polarity::HigherIsBetter => false,
        Polarity::Neutral => higher.len() > lower.len(),
    };
    let is_higher = lower.is_empty() || (prefers_higher && !higher.is_empty());
    let rows = if is_higher { higher } else { lower };
    let predicate =
        comparative(&measure.name).map(|(less, more)| if is_higher { more } else { less });
    let names: Vec<GroupName<'_>> = rows.iter().map(|row| row.name()).collect();
    let counted = format!(
        "{} of {} {}",
        phrase::number_in_words(names.len()),
        phrase::number_in_words(answer.comparisons),
        group_names::noun(answer.is_by_area, answer.comparisons)
    );
    let subjects = [
        group_names::list(&names, 3),
        group_names::list(&names, 2),
        group_names::list(&names, 1),
        counted,
    ];
    let is_alone = names.len() == 1 && names.first().is_some_and(GroupName::is_singular);
    let titles = subjects
        .iter()
        .enumerate()
        .map(|(place, subject)| {
            let said = match predicate {
                Some(predicate) if answer.is_by_area && place < 3 => {
                    format!("people in {subject} {predicate} than others")
                }
                Some(predicate) if !answer.is_by_area => {
                    format!("{subject} {predicate} than others")
                }
                _ => {
                    let verb = if is_alone { "is" } else { "are" };
                    let side = if is_higher { "above" } else { "below" };
                    format!("{subject} {verb} {side} the rest")
                }
            };
            phrase::capital(&said)
        })
        .collect();
    shortest_fitting(titles).unwrap_or_else(|| measure.name.clone())
}

/// The title where no group is clearly different, or none could be tested.
fn without_difference(answer: &BreakdownAnswer) -> String {
    let noun = group_names::noun(answer.is_by_area, 1);
    if answer.comparisons > 1 {
        return format!("No {noun} is clearly different from the rest");
    }
    let most = answer
        .rows
        .iter()
        .filter_map(|row| Some((row, row.share_of_whole?)))
        .max_by(|(_, one), (_, other)| one.total_cmp(other));
    let title = most.map(|(row, share)| {
        let verb = if row.name().is_singular() {
            "accounts"
        } else {
            "account"
        };
        let said = format!(
            "{} {verb} for {}% of {}",
            row.name().in_sentence(),
            number::grouped(share, 0),
            phrase::inside(&answer.measure.name)
        );
        phrase::capital(&said)
    });
    shortest_fitting(title.into_iter().collect()).unwrap_or_else(|| answer.measure.name.clone())
}

/// What groups with less and with more of a measure do, for measures whose name says it.
pub(super) fn comparative(measure: &str) -> Option<(&'static str, &'static str)> {
    const WORDS: [(&str, &str, &str); 9] = [
        ("feel safe", "feel less safe", "feel safer"),
        ("feeling safe", "feel less safe", "feel safer"),
        (
            "confidence in",
            "have less confidence",
            "have more confidence",
        ),
        ("confident", "are less confident", "are more confident"),
        ("satisf", "are less satisfied", "are more satisfied"),
        ("trust", "have less trust", "have more trust"),
        ("worr", "worry less", "worry more"),
        ("agree", "agree less often", "agree more often"),
        ("aware", "are less aware", "are more aware"),
    ];
    let folded = crate::base::text::fold(measure);
    let found = WORDS.iter().find(|(start, ..)| folded.starts_with(start));
    found.map(|(_, less, more)| (*less, *more))
}

/// "% feeling safe outside after dark, 12 months to Dec 2021, Nottinghamshire".
pub fn subtitle(answer: &BreakdownAnswer, title: &str) -> String {
    let periods: Vec<String> = answer.period.iter().map(Period::label).collect();
    measure_line(
        &answer.measure,
        title,
        answer.people.as_deref(),
        &periods,
        &answer.place,
    )
}

/// Measure with unit, people, periods and place, of charts that show groups side by side.
pub(super) fn measure_line(
    measure: &crate::data::Measure,
    title: &str,
    people: Option<&str>,
    periods: &[String],
    place: &str,
) -> String {
    let is_named = title == measure.name;
    let mut parts = vec![match measure.unit {
        Unit::Percent if is_named => String::from("% of respondents"),
        unit if is_named => phrase::capital(unit.words()),
        Unit::Percent => format!("% {}", phrase::inside(&phrase::subject(&measure.name))),
        Unit::Unknown => measure.name.clone(),
        unit => format!("{}, {}", measure.name, unit.words()),
    }];
    parts.extend(people.map(str::to_owned));
    parts.extend(periods.iter().cloned());
    if !place.is_empty() {
        parts.push(place.to_owned());
    }
    parts.join(", ")
}

/// What the chart shows, in two or three sentences.
pub fn what_this_shows(answer: &BreakdownAnswer) -> String {
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(of_whole(answer));
    for (direction, word) in [(Direction::Down, "lower"), (Direction::Up, "higher")] {
        let rows = clearly(answer, direction);
        if !rows.is_empty() {
            sentences.push(format!(
                "Clearly {word} than the rest: {}.",
                with_distances(answer, &rows)
            ));
        }
    }
    if sentences.len() < 2 {
        sentences.extend(of_no_difference(answer));
    }
    if sentences.is_empty() {
        return String::from("There are no values to compare.");
    }
    sentences.join(" ")
}

fn of_whole(answer: &BreakdownAnswer) -> Option<String> {
    let whole = answer.whole.as_ref()?;
    let unit = answer.measure.unit;
    let value = unit.format(point::shown(&whole.outcome, unit).ok()?.value);
    let when = answer.period.map(|period| period.label())?;
    let whom = if answer.is_by_area {
        format!("in {}", whole.label)
    } else {
        format!("among {}", phrase::group(&whole.label))
    };
    let subject = phrase::subject(&answer.measure.name);
    Some(format!("{subject} was {value} {whom} ({when})."))
}

/// "women (46.9%, 20.1 points from the rest), 16–24s (46.4%, 11.8 points) and 2 more".
fn with_distances(answer: &BreakdownAnswer, rows: &[&BreakdownRow]) -> String {
    let unit = answer.measure.unit;
    let said: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let comparison = &row.against_rest.as_ref()?.comparison;
            Some(format!(
                "{} ({}, by {} points)",
                row.name().in_sentence(),
                unit.format(comparison.to.value),
                number::grouped(comparison.difference.abs(), 1)
            ))
        })
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    phrase::list(&said, MOST_NAMES)
}

fn of_no_difference(answer: &BreakdownAnswer) -> Option<String> {
    let comparisons = answer
        .rows
        .iter()
        .filter_map(|row| Some(&row.against_rest.as_ref()?.comparison));
    if let Some(points) =
        about_points(comparisons.filter_map(crate::analysis::Change::smallest_detectable))
    {
        let compared = match answer.comparisons {
            1 => String::from("The one group compared is not clearly different from the rest"),
            several => format!(
                "None of the {} {} compared is clearly different from the rest",
                phrase::number_in_words(several),
                group_names::noun(answer.is_by_area, several)
            ),
        };
        return Some(format!(
            "{compared}; a difference under {points} could hardly have been seen."
        ));
    }
    range(answer)
}

/// From the lowest to the highest value, where nothing is tested.
fn range(answer: &BreakdownAnswer) -> Option<String> {
    let unit = answer.measure.unit;
    let mut values: Vec<(GroupName<'_>, f64)> = answer
        .rows
        .iter()
        .filter_map(|row| {
            let shown = point::shown(row.outcome.as_ref()?, unit).ok()?;
            Some((row.name(), shown.value))
        })
        .collect();
    values.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let (lowest, highest) = (values.first()?, values.last()?);
    let words = format!(
        "Values range from {} ({}) to {} ({}), which were not tested against one another.",
        unit.format(lowest.1),
        lowest.0.in_sentence(),
        unit.format(highest.1),
        highest.0.in_sentence()
    );
    (values.len() > 1).then_some(words)
}

/// What a footnote has to know of the drawing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawn {
    /// Whether intervals are drawn.
    pub intervals: bool,
    /// Whether the axis begins elsewhere than at nought.
    pub is_cut: bool,
}

/// Base, interval, what is tested, cautions, source.
pub fn footnote(answer: &BreakdownAnswer, drawn: Drawn) -> String {
    let unit = answer.measure.unit;
    let groups: Vec<Noted<'_>> = answer
        .rows
        .iter()
        .filter(|row| row.outcome.is_some())
        .map(|row| Noted {
            name: row.name(),
            outcomes: row.outcome.iter().collect(),
        })
        .collect();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(group_notes::base(unit, answer.whole.as_ref(), &groups));
    if drawn.intervals {
        parts.push(String::from("Bars: 95% confidence interval."));
    }
    if answer.comparisons > 0 {
        let family = group_notes::family(answer.comparisons);
        parts.push(format!(
            "Coloured: clearly different from the rest ({family})."
        ));
    }
    let is_approximate = |row: &BreakdownRow| {
        let held = row.against_rest.as_ref();
        held.is_some_and(|held| held.basis.is_approximate())
    };
    if answer.rows.iter().any(is_approximate) {
        parts.push(String::from(
            "The rest is approximate: worked out from unweighted bases.",
        ));
    }
    let dimensions = answer.rows.iter().map(|row| row.dimension.as_str());
    parts.extend(group_notes::closing(
        unit,
        answer.whole.as_ref(),
        &groups,
        dimensions,
        &answer.notes,
        drawn.is_cut,
    ));
    parts.join(" ")
}
