//! The parts of sentences: names of measures and groups, sizes of changes, spans of time.

use crate::analysis::trend::PeriodChange;
use crate::analysis::{Change, Direction, SeriesRole, TrendAnswer, TrendSeries};
use crate::base::number;
use crate::data::{PeriodKind, Unit};
use crate::stats::counts;

/// A measure as the subject of a sentence: "Feel safe after dark" becomes "Feeling safe after dark".
pub fn subject(name: &str) -> String {
    const VERBS: &[(&str, &str)] = &[
        ("Feel", "Feeling"),
        ("Agree", "Agreeing"),
        ("Think", "Thinking"),
        ("Believe", "Believing"),
        ("Say", "Saying"),
        ("Trust", "Trusting"),
        ("Worry", "Worrying"),
        ("Know", "Knowing"),
        ("Have", "Having"),
    ];
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    match VERBS.iter().find(|(verb, _)| *verb == first) {
        Some((_, gerund)) if !rest.is_empty() => format!("{gerund} {rest}"),
        _ => name.to_owned(),
    }
}

/// A phrase as it stands inside a sentence: without its capital, unless that belongs to a name that is
/// written in capitals ("ASB incidents").
pub fn inside(phrase: &str) -> String {
    let mut chars = phrase.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            let mut lowered: String = first.to_lowercase().collect();
            lowered.push(second);
            lowered.extend(chars);
            lowered
        }
        _ => phrase.to_owned(),
    }
}

/// A phrase with a capital.
pub fn capital(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// A number up to ten in words, a larger one in digits.
pub fn number_in_words(count: usize) -> String {
    const WORDS: [&str; 11] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    WORDS.get(count).map_or_else(
        || number::grouped(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), 0),
        |word| (*word).to_owned(),
    )
}

/// Of whom or where a line speaks: " among 16–24s", " in Ashfield", or nothing where the answer has only
/// this line.
pub fn of_whom(answer: &TrendAnswer, series: &TrendSeries) -> String {
    let lines = answer
        .series
        .iter()
        .filter(|held| held.role == SeriesRole::Asked)
        .count();
    if lines < 2 && series.role == SeriesRole::Asked {
        String::new()
    } else if series.key.cohort.is_everyone() && !series.key.area.is_empty() && is_by_area(answer) {
        format!(" in {}", series.label)
    } else {
        format!(" among {}", group(&series.label))
    }
}

/// Whether the lines asked for are areas.
pub fn is_by_area(answer: &TrendAnswer) -> bool {
    let mut areas = answer
        .series
        .iter()
        .filter(|series| series.role == SeriesRole::Asked)
        .map(|series| series.key.area.as_str());
    let first = areas.next();
    areas.any(|area| Some(area) != first)
}

/// A group of people inside a sentence.
pub fn group(label: &str) -> String {
    const ADJECTIVES: &[&str] = &["Female", "Male", "Disabled", "Non-disabled", "Not disabled"];
    const NOUNS: &[&str] = &[
        "All",
        "Carers",
        "Everyone",
        "Females",
        "Households",
        "Males",
        "Men",
        "Older",
        "Owners",
        "People",
        "Renters",
        "Residents",
        "Students",
        "Tenants",
        "Victims",
        "Women",
        "Younger",
    ];
    let first = label.split(' ').next().unwrap_or("");
    if ADJECTIVES.contains(&label) {
        format!("{} respondents", inside(label))
    } else if NOUNS.contains(&first) {
        inside(label)
    } else if is_age_band(label) {
        format!("{label}s")
    } else if label.starts_with(|c: char| c.is_ascii_digit()) {
        format!("people aged {label}")
    } else {
        label.to_owned()
    }
}

/// Whether a label is a band of ages: "16–24", "16-24".
fn is_age_band(label: &str) -> bool {
    label
        .split_once(['-', '–'])
        .is_some_and(|(from, to)| [from, to].iter().all(|age| is_digits(age.trim())))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "rose" or "fell", where the rule finds a change.
pub const fn verb(direction: Direction) -> Option<&'static str> {
    match direction {
        Direction::Up => Some("rose"),
        Direction::Down => Some("fell"),
        Direction::NoClearChange | Direction::NotTested => None,
    }
}

/// The size of a change in a title, where space is short: "6.3 points", "11.3%", "from 31 to 45".
pub fn size_in_title(change: &Change, unit: Unit) -> String {
    match (unit, change.relative_percent) {
        (Unit::Percent | Unit::PercentagePoints, _) => {
            format!("{} points", number::grouped(change.difference.abs(), 1))
        }
        (_, Some(percent)) => format!("{}%", number::grouped(percent.abs(), 1)),
        _ => format!(
            "from {} to {}",
            unit.format(change.from.value),
            unit.format(change.to.value)
        ),
    }
}

/// The size of a change in a sentence, with both values: "6.3 percentage points, from 63.1% to 56.8%";
/// "11.3% (from 9,755 to 10,860)"; "from 31 to 45", for counts of which no per cent is printed.
pub fn size_in_sentence(change: &Change, unit: Unit) -> String {
    let (from, to) = (unit.format(change.from.value), unit.format(change.to.value));
    match (unit, change.relative_percent) {
        (Unit::Percent, _) => {
            let points = number::grouped(change.difference.abs(), 1);
            format!("{points} percentage points, from {from} to {to}")
        }
        (Unit::Count, Some(percent)) if change.from.value >= counts::LEAST_BASE_FOR_PERCENT => {
            format!(
                "{}% (from {from} to {to})",
                number::grouped(percent.abs(), 1)
            )
        }
        (Unit::Count, _) => format!("from {from} to {to}"),
        (_, Some(percent)) => {
            format!(
                "{}% (from {from} to {to})",
                number::grouped(percent.abs(), 1)
            )
        }
        _ => format!("from {from} to {to}"),
    }
}

/// When a change took place: "in the year to Dec 2021", "between 2020/21 and 2021/22".
pub fn span(change: &PeriodChange) -> String {
    let is_rolling = change.to.kind == PeriodKind::YearEnding;
    if is_rolling && change.to.previous_year() == Some(change.from) {
        let label = change.to.label();
        let month = label.strip_prefix("12 months to ").unwrap_or(&label);
        format!("in the year to {month}")
    } else if is_rolling {
        format!(
            "between the {} and the {}",
            change.from.label(),
            change.to.label()
        )
    } else {
        format!("between {} and {}", change.from.label(), change.to.label())
    }
}

/// Names in a row: "Women", "Women and 16–24", "Women, 16–24 and 2 more".
pub fn list(names: &[&str], most: usize) -> String {
    let shown = names.get(..most.min(names.len())).unwrap_or(names);
    let rest = names.len() - shown.len();
    match (shown, rest) {
        ([], _) => String::new(),
        ([only], 0) => (*only).to_owned(),
        ([first @ .., last], 0) => format!("{} and {last}", first.join(", ")),
        (all, more) => format!("{} and {more} more", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_become_subjects() {
        for (name, wanted) in [
            (
                "Feel safe outside after dark",
                "Feeling safe outside after dark",
            ),
            ("All recorded crime", "All recorded crime"),
            ("Feel", "Feel"),
            ("Trust in police", "Trusting in police"),
        ] {
            assert_eq!(subject(name), wanted);
        }
        assert_eq!(inside("Anti-social behaviour"), "anti-social behaviour");
        assert_eq!(inside("ASB incidents"), "ASB incidents");
        assert_eq!(inside("Écoles"), "écoles");
    }

    #[test]
    fn groups_keep_the_capitals_of_names() {
        for (label, wanted) in [
            ("Women", "women"),
            ("16–24", "16–24s"),
            ("65+", "people aged 65+"),
            ("Asian or Asian British", "Asian or Asian British"),
            ("Female", "female respondents"),
            ("LGBTQ+", "LGBTQ+"),
            ("All respondents", "all respondents"),
        ] {
            assert_eq!(group(label), wanted);
        }
    }

    #[test]
    fn lists_end_in_a_count_of_the_rest() {
        assert_eq!(list(&["a"], 3), "a");
        assert_eq!(list(&["a", "b"], 3), "a and b");
        assert_eq!(list(&["a", "b", "c"], 3), "a, b and c");
        assert_eq!(list(&["a", "b", "c", "d"], 2), "a, b and 2 more");
        assert_eq!(list(&[], 2), "");
    }
}
