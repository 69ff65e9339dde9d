//! What titles and lines around a table say: the topic, the dimension after "by", the period, the unit,
//! the number of respondents.

use crate::base::text::{clean, fold};
use crate::data::Unit;
use crate::data::period_parse::{PeriodContext, PeriodReading, find_period};

use super::{text_marks, vocabulary};

/// A title, taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Title {
    /// The title as it stands, without note marks.
    pub text: String,
    /// What the table is about: without number, period, "by …" and places.
    pub topic: String,
    /// What stands after "by", each on its own.
    pub by: Vec<String>,
    pub period: Option<PeriodReading>,
    pub unit: Option<Unit>,
    pub base: Option<f64>,
}

/// Takes a title apart.
pub(crate) fn title(text: &str) -> Title {
    let cleaned = clean(text);
    let found = find_period(&cleaned, &PeriodContext::default());
    let mut body = cleaned.clone();
    if let Some((_, range)) = &found {
        body.replace_range(range.clone(), "");
    }
    let body = text_marks::strip(without_number(&body)).text;
    let (mut topic, mut by) = (body.clone(), Vec::new());
    if let Some((before, after)) = split_by(&body) {
        before.clone_into(&mut topic);
        let end = after.find([',', '.', ':', ';', '(']).unwrap_or(after.len());
        let after = after.get(..end).unwrap_or(after);
        by = after
            .split(" and ")
            .map(|part| {
                part.trim()
                    .trim_end_matches(" in")
                    .trim_end_matches(" for")
                    .to_owned()
            })
            .filter(|part| !part.is_empty())
            .collect();
    }
    Title {
        topic: tidy_topic(&topic),
        by,
        unit: unit_in(&body),
        base: base_in(&cleaned),
        text: text_marks::strip(&cleaned).text,
        period: found.map(|(reading, _)| reading),
    }
}

/// `Table P1: Police …`, `2.44 Feeling …`, `MYE2: Population …`.
pub(crate) fn without_number(text: &str) -> &str {
    let trimmed = text.trim_start();
    let folded_start: String = trimmed.chars().take(8).collect::<String>().to_lowercase();
    let numbered = ["table", "figure", "chart", "sheet", "tab "]
        .iter()
        .any(|word| folded_start.starts_with(word));
    if let Some((head, rest)) = trimmed.split_once(':')
        && (numbered && head.len() <= 14
            || head.len() <= 6 && head.bytes().any(|byte| byte.is_ascii_digit()))
    {
        return rest.trim_start();
    }
    if numbered {
        let mut words = trimmed.splitn(3, ' ');
        let (_, number, rest) = (words.next(), words.next(), words.next());
        if let (Some(number), Some(rest)) = (number, rest)
            && number.bytes().any(|byte| byte.is_ascii_digit())
        {
            return rest.trim_start_matches(['-', '–', '—', '.', ' ']);
        }
    }
    let digits = trimmed
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'_'))
        .count();
    let (number, rest) = trimmed.split_at_checked(digits).unwrap_or(("", trimmed));
    if number.bytes().any(|byte| byte.is_ascii_digit())
        && (number.contains(['.', '_']) && digits <= 5
            || (1..=2).contains(&digits) && rest.starts_with(['.', ')', ':']))
        && rest.starts_with([' ', '.', ')', ':'])
    {
        return rest.trim_start_matches(['.', ')', ':', ' ', '-', '–']);
    }
    trimmed
}

/// Splits at the " by " that introduces dimensions.
fn split_by(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(" by ").map(|at| at + from) {
        let before = text.get(..at)?;
        let after = text.get(at + 4..)?;
        let folded = fold(before);
        let passive = [
            "recorded",
            "reported",
            "published",
            "committed",
            "caused",
            "provided",
            "produced",
            "accompanied",
            "followed",
            "affected",
            "used",
            "made",
            "supplied",
            "told",
            "assaulted",
            "attacked",
            "collected",
        ]
        .iter()
        .any(|word| folded.ends_with(word));
        // "Crimes recorded by the police by district": the first "by" says by whom.
        if passive && !before.is_empty() && after.contains(" by ") {
            from = at + 4;
            continue;
        }
        return Some((before, after));
    }
    None
}

fn tidy_topic(topic: &str) -> String {
    let mut parts: Vec<&str> = topic
        .split(", ")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    while parts.len() > 1
        && parts.last().is_some_and(|part| {
            let folded = fold(part);
            vocabulary::unit_of(part).is_some_and(|(_, only)| only)
                || folded.starts_with("number of")
                || [
                    "england",
                    "wales",
                    "scotland",
                    "great britain",
                    "uk",
                    "united kingdom",
                    "english regions",
                ]
                .iter()
                .any(|place| folded.starts_with(place))
        })
    {
        parts.pop();
    }
    let mut topic = parts.join(", ");
    loop {
        let trimmed = topic
            .trim_end_matches([' ', ',', ':', ';', '-', '–', '—', '(', '.', '/', '|'])
            .trim_start_matches([' ', ',', ':', ';', '-', '–', '—', ')', '.']);
        let shorter = [
            " for the",
            " in the",
            " for",
            " in",
            " the",
            " reported",
            " recorded",
            " at",
            " to",
            " from",
            " during",
            " and",
            " of",
            " CSEW",
            " as",
            " period",
            " England and Wales",
            " (provisional)",
        ]
        .iter()
        .find_map(|tail| trimmed.strip_suffix(tail))
        .unwrap_or(trimmed)
        .to_owned();
        if shorter == topic {
            return topic.replace("()", "").trim().to_owned();
        }
        topic = shorter;
    }
}

/// The unit that a title names: in its own words or in one of its parts.
pub(crate) fn unit_in(text: &str) -> Option<Unit> {
    let folded = fold(text);
    let whole = vocabulary::unit_of(text).map(|(unit, _)| unit);
    if matches!(
        whole,
        Some(Unit::Per1000 | Unit::Per100000 | Unit::PercentChange | Unit::PercentagePoints)
    ) {
        return whole;
    }
    for part in text.split([',', ';', '(', ')', ':', '–']) {
        let part = part.trim();
        if let Some((unit, only)) = vocabulary::unit_of(part)
            && (only
                || part.to_lowercase().starts_with("percentage")
                || part.starts_with('%')
                || fold(part).starts_with("number of"))
        {
            return Some(unit);
        }
    }
    if folded.starts_with("proportion")
        || folded.starts_with("per cent")
        || folded.starts_with("percentage")
        || text.contains('%')
    {
        return Some(Unit::Percent);
    }
    match whole {
        Some(Unit::Count) if folded.starts_with("number") || folded.starts_with("count") => {
            Some(Unit::Count)
        }
        _ => None,
    }
}

/// `n=587`, `587 respondents`, `Base: 1,200`.
fn base_in(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let number_at = |rest: &str| {
        let digits: String = rest
            .trim_start_matches([' ', '=', ':', '('])
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == ',')
            .filter(char::is_ascii_digit)
            .collect();
        digits.parse::<f64>().ok().filter(|number| *number >= 1.0)
    };
    for mark in [
        "n=",
        "n =",
        "base: ",
        "base=",
        "base size: ",
        "unweighted base: ",
        "sample size: ",
    ] {
        if let Some((before, rest)) = lower.split_once(mark)
            && !before.ends_with(char::is_alphanumeric)
            && let Some(number) = number_at(rest)
        {
            return Some(number);
        }
    }
    let words: Vec<&str> = lower
        .split([' ', '/', '(', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(2).find_map(|pair| match pair {
        [
            number,
            "respondents" | "respondents," | "interviews" | "responses",
        ] => number
            .replace(',', "")
            .parse::<f64>()
            .ok()
            .filter(|number| *number >= 1.0),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_taken_apart() {
        let read = title(
            "Table P1:  Police recorded crime by offence group and police force area, English regions and Wales, number of offences, year ending March 181,2,3",
        );
        assert_eq!(read.topic, "Police recorded crime");
        assert_eq!(read.by, ["offence group", "police force area"]);
        assert_eq!(read.unit, Some(Unit::Count));
        assert_eq!(read.period.unwrap().period.label(), "12 months to Mar 2018");
        let read = title(
            "Perceptions of safety when walking alone in their neighbourhood after dark by gender, 2021",
        );
        assert_eq!(read.by, ["gender"]);
        assert_eq!(
            read.topic,
            "Perceptions of safety when walking alone in their neighbourhood after dark"
        );
        let read = title(
            "Fly-tipping incidents reported by local authorities in England, 2012-13 to 2022-23",
        );
        assert_eq!(read.topic, "Fly-tipping incidents");
        assert_eq!(title("2.44 Feeling safe, 2021").topic, "Feeling safe");
        assert_eq!(
            title("NEIGHBOURHOOD AREA: Ashfield / Year to June 2022 / 587 respondents").base,
            Some(587.0)
        );
    }
}
