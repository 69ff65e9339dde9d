//! By what headings, labels and titles are known again: their words without note marks, and without the
//! periods and large numbers that differ from return to return.

use std::collections::BTreeSet;

use crate::base::text::{clean, fold};
use crate::data::Period;
use crate::data::period_parse::{PeriodContext, find_period, parse_period};
use crate::import::text_marks;

/// What stands in a key for one or more periods.
pub(super) const PERIOD: &str = "(period)";

/// Between the rows of a heading, and between the parts of a label.
pub(super) const BETWEEN: &str = " › ";

/// The key of a heading or a label.
pub(super) fn key(text: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(BETWEEN).map(key_of_part) {
        if !part.is_empty() && parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join(BETWEEN)
}

/// Whether a key holds a period, so that headings which are not the same may share it.
pub(super) fn names_period(key: &str) -> bool {
    key.contains(PERIOD)
}

/// Whether nothing but periods is said.
pub(super) fn is_only_period(key: &str) -> bool {
    !key.is_empty() && key.split(BETWEEN).all(|part| part == PERIOD)
}

/// Whether a text names its year, so that the same text always means the same period.
pub(super) fn names_year(text: &str) -> bool {
    fold(text).split(' ').any(is_year)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn key_of_part(part: &str) -> String {
    let mut text = text_marks::strip(part).text;
    // "Q2" and "April" are periods, too, where they stand alone.
    let alone = PeriodContext {
        in_year: Period::calendar_year(2000),
        ..PeriodContext::default()
    };
    if text.starts_with(char::is_alphabetic) && parse_period(&text, &alone).is_some() {
        return PERIOD.to_owned();
    }
    let mut has_period = false;
    for _ in 0..4 {
        let Some((_, range)) = find_period(&text, &PeriodContext::default()) else {
            break;
        };
        if range.is_empty() {
            break;
        }
        text.replace_range(range, " ");
        has_period = true;
    }
    let folded = fold(&without_thousands(&text));
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        if is_digits(word) && word.len() >= 3 {
            // "202108" is a month; "587" a number of respondents.
            has_period |= is_year(word)
                || word.len() == 6 && (word.starts_with("19") || word.starts_with("20"));
        } else if !word.is_empty() {
            words.push(word);
        }
    }
    let mut key = words.join(" ");
    if has_period {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(PERIOD);
    }
    key
}

/// "10,860" as "10860".
fn without_thousands(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    text.char_indices()
        .filter(|(at, c)| {
            !(*c == ',' && *at > 0 && is_digit(at - 1) && (1..=3).all(|next| is_digit(at + next)))
        })
        .map(|(_, c)| c)
        .collect()
}

/// The words of a title that say what it is about.
pub(super) fn title_words(title: &str) -> BTreeSet<String> {
    let title = crate::import::prose::without_number(&clean(title)).to_owned();
    key(&title)
        .split([' ', '›'])
        .filter(|word| !word.is_empty() && *word != PERIOD)
        .filter(|word| !matches!(*word, "the" | "of" | "in" | "and" | "by" | "for" | "a"))
        .map(str::to_owned)
        .collect()
}

/// How much two sets share, 0 to 1 (twice what both have, by the sum of their sizes); `None` where both
/// are empty.
pub(super) fn dice(a: &BTreeSet<String>, b: &BTreeSet<String>) -> Option<f64> {
    if a.is_empty() && b.is_empty() {
        return None;
    }
    Some(2.0 * count(a.intersection(b).count()) / (count(a.len()) + count(b.len())))
}

/// How much of the smaller of two sets the other has, too, 0 to 1; `None` where one is empty.
pub(super) fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> Option<f64> {
    let least = a.len().min(b.len());
    (least > 0).then(|| count(a.intersection(b).count()) / count(least))
}

pub(super) fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_notes_and_large_numbers_are_no_part_of_a_key() {
        for (text, wanted) in [
            ("Oct 2021 to Sept 2022", "(period)"),
            ("2019/20", "(period)"),
            ("202108", "(period)"),
            ("2021-10-01", "(period)"),
            ("Q2", "(period)"),
            ("April", "(period)"),
            ("Number › 2021", "number › (period)"),
            ("Base (n=1,204)", "base n"),
            ("16-24", "16 24"),
            ("65+", "65"),
            ("Aged 16 to 24", "aged 16 to 24"),
            ("ENGLAND AND WALES8", "england and wales"),
            ("% change for past year", "change for past year"),
            ("Public order ", "public order"),
            ("Quintile 1", "quintile 1"),
        ] {
            assert_eq!(key(text), wanted, "{text}");
        }
    }

    #[test]
    fn titles_are_known_by_their_words() {
        let old = title_words("Table 3: Recorded crime in Ashfield, year ending March 2018");
        let new = title_words("Table 4 - Recorded crime in Ashfield, year ending March 2019");
        assert_eq!(old, new);
        assert_eq!(old.len(), 3);
    }
}
