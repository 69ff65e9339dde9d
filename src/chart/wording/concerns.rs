//! What a list of concerns says. More or fewer are concerned only where the one rule on change says so; more
//! concern is never called good.

use super::group_names::GroupName;
use super::group_notes::{self, Noted};
use super::phrase;
use super::title::MOST_WORDS;
use crate::analysis::concerns::{ConcernRow, ConcernsAnswer};
use crate::analysis::{Change, Direction, Outcome};
use crate::base::number;
use crate::chart::concerns::{ConcernsModel, Rest};
use crate::chart::point::{self, Caution};
use crate::data::{Period, Unit};

/// Over the words that say how the area stands.
pub const AGAINST: &str = "Against the rest";

/// How many issues a sentence names.
const MOST_NAMES: usize = 2;

/// Whether more or fewer are concerned than before.
pub fn change_word(row: &ConcernRow) -> &'static str {
    match row.change.as_ref().map(|held| held.change.direction) {
        Some(Direction::Up) => "more",
        Some(Direction::Down) => "fewer",
        Some(Direction::NoClearChange) => "about the same",
        Some(Direction::NotTested) => "not tested",
        None if row.shown().is_none() => "",
        None if row.not_comparable.is_some() => "break in series",
        None => "no figure before",
    }
}

/// How the area stands against the wider one.
pub fn against_word(row: &ConcernRow) -> &'static str {
    match row
        .against_wider
        .as_ref()
        .map(|held| held.comparison.direction)
    {
        Some(Direction::Up) => "above",
        Some(Direction::Down) => "below",
        Some(Direction::NoClearChange) => "similar",
        None if row.shown().is_none() => "",
        Some(Direction::NotTested) | None => "not tested",
    }
}

/// Over the values of the area.
pub fn here(answer: &ConcernsAnswer) -> String {
    if answer.area.is_empty() {
        String::from("%")
    } else {
        answer.area.clone()
    }
}

/// The period with which all changes that are drawn compare; `None` where they do not all compare with one.
fn earlier(rows: &[ConcernRow]) -> Option<Period> {
    let mut periods = rows
        .iter()
        .filter_map(|row| Some(row.change.as_ref()?.from));
    let first = periods.next()?;
    periods
        .all(|other| other.covers_same_days(&first))
        .then_some(first)
}

/// Over the words that say what became of each issue.
pub fn change_heading(rows: &[ConcernRow]) -> String {
    match earlier(rows) {
        Some(period) => format!("Since {}", short(&period)),
        None => String::from("Since before"),
    }
}

/// A period in few words: "Jun 2021" for the year that ends then.
fn short(period: &Period) -> String {
    let label = period.label();
    match label.strip_prefix("12 months to ") {
        Some(month) => month.to_owned(),
        None => label,
    }
}

/// A period within a sentence: "the year to Jun 2022", "2021/22".
fn in_sentence(period: &Period) -> String {
    let label = period.label();
    match label.strip_prefix("12 months to ") {
        Some(month) => format!("the year to {month}"),
        None => label,
    }
}

/// The issues whose change has a direction.
fn that(rows: &[ConcernRow], direction: Direction) -> Vec<String> {
    let moved = rows.iter().filter(|row| {
        let change = row.change.as_ref();
        change.is_some_and(|held| held.change.direction == direction)
    });
    moved.map(|row| phrase::inside(&row.item.name)).collect()
}

fn list(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    phrase::list(&names, MOST_NAMES)
}

fn in_place(answer: &ConcernsAnswer) -> String {
    if answer.area.is_empty() {
        String::new()
    } else {
        format!(" in {}", answer.area)
    }
}

/// The title: what rose and what fell, or the neutral name of the list.
pub fn title(answer: &ConcernsAnswer, rows: &[ConcernRow]) -> String {
    let (rose, fell) = (that(rows, Direction::Up), that(rows, Direction::Down));
    let place = in_place(answer);
    let fits = |title: &String| title.split_whitespace().count() <= MOST_WORDS;
    let counted = |names: &[String]| {
        let noun = if names.len() == 1 {
            "concern"
        } else {
            "concerns"
        };
        format!("{} {noun}", phrase::number_in_words(names.len()))
    };
    let candidates = match (rose.as_slice(), fell.as_slice()) {
        ([], []) => Vec::new(),
        (rose, []) => vec![
            format!("Concern about {} rose{place}", list(rose)),
            format!("Concern about {} rose", list(rose)),
            format!("{} rose{place}", phrase::capital(&counted(rose))),
        ],
        ([], fell) => vec![
            format!("Concern about {} fell{place}", list(fell)),
            format!("Concern about {} fell", list(fell)),
            format!("{} fell{place}", phrase::capital(&counted(fell))),
        ],
        (rose, fell) => vec![
            format!(
                "Concern about {} rose, about {} fell",
                list(rose),
                list(fell)
            ),
            format!(
                "{} rose, {} fell{place}",
                phrase::capital(&counted(rose)),
                phrase::number_in_words(fell.len())
            ),
            format!(
                "{} rose, {} fell",
                phrase::capital(&counted(rose)),
                phrase::number_in_words(fell.len())
            ),
        ],
    };
    let neutral = format!("Top concerns{place}");
    candidates.into_iter().find(fits).unwrap_or(neutral)
}

/// The bases of the values that may be seen.
fn bases(rows: &[ConcernRow]) -> Option<(f64, f64)> {
    let bases = rows.iter().filter_map(|row| row.shown()?.unweighted_base);
    let least = bases.clone().reduce(f64::min)?;
    Some((least, bases.reduce(f64::max)?))
}

/// Unit, people, base, period, place: "% of respondents, 587 respondents, year to Jun 2022, Ashfield".
pub fn subtitle(answer: &ConcernsAnswer, rows: &[ConcernRow]) -> String {
    let mut parts = vec![String::from("% naming each issue")];
    parts.extend(answer.people.clone());
    parts.push(match bases(rows) {
        Some((least, most)) if least < most => format!(
            "{} to {} respondents",
            number::grouped(least, 0),
            number::grouped(most, 0)
        ),
        Some((only, _)) => format!("{} respondents", number::grouped(only, 0)),
        None => String::from("base not given"),
    });
    if let Some(period) = &answer.period {
        let words = in_sentence(period);
        parts.push(words.strip_prefix("the ").unwrap_or(&words).to_owned());
    }
    if !answer.area.is_empty() {
        parts.push(answer.area.clone());
    }
    parts.join(", ")
}

/// "and 7 more, 4.8% or less"; `None` where every issue is drawn.
pub fn rest(rest: &Rest) -> Option<String> {
    let with = match rest.with_value {
        0 => None,
        1 => Some(format!("1 more: {}", Unit::Percent.format(rest.highest))),
        more => Some(format!(
            "{more} more, {} or less",
            Unit::Percent.format(rest.highest)
        )),
    };
    let without = match rest.without_value {
        0 => None,
        more => Some(format!("{more} not shown")),
    };
    match (with, without) {
        (None, None) => None,
        (Some(with), None) => Some(format!("And {with}")),
        (None, Some(without)) => Some(format!("And {without}")),
        (Some(with), Some(without)) => Some(format!("And {with}, and {without}")),
    }
}

/// The rules, the base of the wider area, cautions and sources.
pub fn footnote(answer: &ConcernsAnswer, rows: &[ConcernRow], others: &Rest) -> String {
    let mut parts: Vec<String> = Vec::new();
    let is_of_several = rows
        .iter()
        .filter_map(|row| Some(row.shown()?.value))
        .sum::<f64>()
        > 101.0;
    if is_of_several {
        parts.push(String::from("Each respondent could name several."));
    }
    if answer.changes_tested > 0 {
        let since = match earlier(rows) {
            Some(period) => format!("from {}", in_sentence(&period)),
            None => String::from("from the period before"),
        };
        parts.push(format!(
            "More, fewer: a clear change {since}; else about the same ({}).",
            group_notes::family(answer.changes_tested)
        ));
    } else if rows.iter().any(|row| row.shown().is_some()) {
        parts.push(String::from(
            if rows.iter().any(|row| row.change.is_some()) {
                "Changes could not be tested: a base is not given."
            } else {
                "No figures of a comparable period before: nothing is said of change."
            },
        ));
    }
    if let Some(wider) = &answer.wider {
        let base = rows.iter().find_map(|row| {
            let wider = row.wider.as_ref()?;
            wider.showable(Unit::Percent)?.unweighted_base
        });
        let base = base.map_or_else(String::new, |base| {
            format!(" (n = {})", number::grouped(base, 0))
        });
        parts.push(format!("Upright line: {wider}{base}."));
        if answer.wider_tested > 0 {
            parts.push(format!(
                "Above, below: clearly different from the rest of {wider} ({}).",
                group_notes::family(answer.wider_tested)
            ));
        }
    }
    if rows.iter().any(|row| {
        row.shown()
            .is_some_and(|estimate| estimate.interval.is_some())
    }) {
        parts.push(String::from("Lines on bars: 95% confidence interval."));
    }
    if others.with_value + others.without_value > 0 {
        parts.extend(rest(others).map(|words| format!("{words}.")));
    }
    let noted: Vec<Noted<'_>> = rows
        .iter()
        .map(|row| Noted {
            name: GroupName {
                label: &row.item.name,
                dimension: "",
            },
            outcomes: row.wider.iter().chain(&row.outcome).collect(),
        })
        .collect();
    let none = std::iter::empty();
    parts.extend(group_notes::closing(
        Unit::Percent,
        None,
        &noted,
        none,
        &answer.notes,
        false,
    ));
    parts.join(" ")
}

/// Which is named most, what rose and fell, and how it stands against the wider area.
pub fn what_this_shows(answer: &ConcernsAnswer, rows: &[ConcernRow]) -> String {
    let Some((first, estimate)) = rows.first().and_then(|row| Some((row, row.shown()?))) else {
        return String::from("There is no value that may be shown.");
    };
    let when = answer.period.as_ref();
    let when = when.map_or_else(String::new, |period| format!(" in {}", in_sentence(period)));
    let mut sentences = vec![format!(
        "Named most{}{when}: {} ({}).",
        in_place(answer),
        phrase::inside(&first.item.name),
        Unit::Percent.format(estimate.value)
    )];
    let changes = [
        (Direction::Up, "More are concerned about"),
        (Direction::Down, "Fewer are concerned about"),
    ];
    let mut is_any = false;
    for (direction, words) in changes {
        let names = that(rows, direction);
        if !names.is_empty() {
            is_any = true;
            sentences.push(format!("{words} {}.", list(&names)));
        }
    }
    if !is_any && answer.changes_tested > 0 {
        sentences.push(String::from("No issue changed clearly."));
    }
    if let Some(wider) = &answer.wider {
        let stands = |direction: Direction| -> Vec<String> {
            let held = rows.iter().filter(|row| {
                let against = row.against_wider.as_ref();
                against.is_some_and(|held| held.comparison.direction == direction)
            });
            held.map(|row| phrase::inside(&row.item.name)).collect()
        };
        for (direction, words) in [
            (Direction::Up, "Higher than in the rest of"),
            (Direction::Down, "Lower than in the rest of"),
        ] {
            let names = stands(direction);
            if !names.is_empty() {
                sentences.push(format!("{words} {wider}: {}.", list(&names)));
            }
        }
    }
    sentences.join(" ")
}

/// The value of an outcome with its interval and base, or why there is none.
fn value_lines(outcome: Option<&Outcome>) -> Vec<String> {
    let Some(outcome) = outcome else {
        return vec![String::from("No value: not available")];
    };
    match point::shown(outcome, Unit::Percent) {
        Ok(estimate) => {
            let value = Unit::Percent.format(estimate.value);
            let mut lines = vec![match estimate.interval {
                Some(interval) => format!(
                    "{value} (95% interval {} to {})",
                    Unit::Percent.format(interval.lower),
                    Unit::Percent.format(interval.upper)
                ),
                None => value,
            }];
            lines.push(match estimate.unweighted_base {
                Some(base) => format!("Base {}", number::grouped(base, 0)),
                None => String::from("Base not given"),
            });
            if let Some(caution) = Caution::of(estimate, Unit::Percent) {
                lines.push(phrase::capital(caution.words()));
            }
            lines.extend(estimate.note.clone());
            lines
        }
        Err(reason) => vec![format!("No value: {}", reason.words())],
    }
}

fn points(change: &Change) -> String {
    Unit::PercentagePoints.format(change.difference)
}

/// What is said of an issue that is pointed at.
pub fn hover(row: &ConcernRow, answer: &ConcernsAnswer) -> Vec<String> {
    let mut lines = vec![match &answer.period {
        Some(period) => format!("{}, {}", row.item.name, period.label()),
        None => row.item.name.clone(),
    }];
    lines.extend(value_lines(row.outcome.as_ref()));
    if let Some(held) = &row.change {
        let since = in_sentence(&held.from);
        let size = points(&held.change);
        lines.push(match held.change.direction {
            Direction::Up => format!("More are concerned than in {since}: {size}"),
            Direction::Down => format!("Fewer are concerned than in {since}: {size}"),
            Direction::NoClearChange => {
                format!("About the same as in {since}: {size}, which may be chance")
            }
            Direction::NotTested => format!("{size} from {since}, not tested"),
        });
    } else if row.not_comparable.is_some() {
        lines.push(String::from(
            "Not compared with before: a break in the series lies between",
        ));
    }
    if let Some(wider) = &answer.wider {
        let outcome = row.wider.as_ref();
        let shown = outcome.and_then(|outcome| outcome.showable(Unit::Percent));
        if let Some(estimate) = shown {
            lines.push(format!("{wider}: {}", Unit::Percent.format(estimate.value)));
        }
        if let Some(held) = &row.against_wider {
            let rest = Unit::Percent.format(held.comparison.from.value);
            lines.push(match held.comparison.direction {
                Direction::Up => format!("Above the rest of {wider} ({rest})"),
                Direction::Down => format!("Below the rest of {wider} ({rest})"),
                _ => format!("Similar to the rest of {wider} ({rest})"),
            });
        }
    }
    if let Some(outcome) = &row.outcome {
        lines.push(outcome.provenance().describe());
    }
    lines
}

/// The chart in words.
pub fn alt_text(model: &ConcernsModel) -> String {
    let mut text = format!("Bar chart: {}. {}.", model.title, model.subtitle);
    if model.is_empty() {
        text.push_str(" No values for this choice.");
        return text;
    }
    for row in &model.rows {
        let mut said = vec![row.printed.clone()];
        if let Some(wider) = &row.wider
            && wider.value.is_ok()
            && let Some(name) = &model.headings.wider
        {
            said.push(format!("{name} {}", wider.printed));
        }
        let is_said = model.headings.change.is_some() && !row.change.word.is_empty();
        said.extend(is_said.then(|| row.change.word.to_owned()));
        text = format!("{text} {}: {}.", row.name, said.join(", "));
    }
    format!("{text} {} {}", model.what_this_shows, model.footnote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_drawn_is_counted() {
        let held = |with_value, highest, without_value| {
            rest(&Rest {
                with_value,
                highest,
                without_value,
            })
        };
        assert_eq!(held(0, 0.0, 0), None);
        for (with, highest, without, words) in [
            (7, 4.83, 0, "And 7 more, 4.8% or less"),
            (1, 4.0, 0, "And 1 more: 4.0%"),
            (0, 0.0, 2, "And 2 not shown"),
            (3, 12.0, 1, "And 3 more, 12.0% or less, and 1 not shown"),
        ] {
            assert_eq!(held(with, highest, without).as_deref(), Some(words));
        }
    }
}
