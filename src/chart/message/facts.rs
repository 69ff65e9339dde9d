//! What words state that can be held against data: figures as they are printed, periods, rises and falls.

use crate::base::number;

/// Words that state which way something went or stands, each with the one word for all of its kind.
const DIRECTIONS: [(&str, &[&str]); 7] = [
    (
        "rise",
        &[
            "rose",
            "rise",
            "rises",
            "risen",
            "rising",
            "up",
            "grew",
            "grown",
            "increase",
            "increased",
            "increases",
            "increasing",
            "doubled",
            "climbed",
        ],
    ),
    (
        "fall",
        &[
            "fell",
            "fall",
            "falls",
            "fallen",
            "falling",
            "down",
            "drop",
            "dropped",
            "decrease",
            "decreased",
            "decreases",
            "decreasing",
            "declined",
            "decline",
            "halved",
        ],
    ),
    ("above", &["above", "higher"]),
    ("below", &["below", "lower"]),
    ("lowest", &["lowest"]),
    ("highest", &["highest"]),
    (
        "no clear change",
        &["unchanged", "steady", "stable", "similar"],
    ),
];

/// Pairs of which the one denies the other.
const OPPOSITES: [(&str, &str); 2] = [("rise", "fall"), ("above", "below")];

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// What words state, each thing once, in its plainest form: `56.8%`, `6.3 pp`, `dec 2021`, `2021/22`,
/// `5 of 8`, `fall`.
pub fn facts(words: &str) -> Vec<String> {
    let tokens = tokens(words);
    let mut facts: Vec<String> = Vec::new();
    let mut state = |fact: String| {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    };
    let at = |place: usize| tokens.get(place).map_or("", String::as_str);
    let mut place = 0;
    while place < tokens.len() {
        let (token, next) = (at(place), at(place + 1));
        let part = at(place + 2);
        let whole = if matches!(part, "the" | "all") {
            at(place + 3)
        } else {
            part
        };
        let mut used = 1;
        if token == "no" && next == "clear" {
            state(String::from("no clear change"));
            used = 3;
        } else if token == "no" && next == "statistically" && part == "clear" {
            state(String::from("no clear change"));
            used = 4;
        } else if next == "of"
            && let (Some(some), Some(all)) = (whole_number(token), whole_number(whole))
        {
            state(format!("{some} of {all}"));
            used = if whole == part { 3 } else { 4 };
        } else if let Some(month) = month(token)
            && is_year(next)
        {
            state(format!("{month} {next}"));
            used = 2;
        } else if token.contains(|c: char| c.is_ascii_digit()) {
            match (next, part) {
                ("pp" | "points" | "point", _) => {
                    state(format!("{token} pp"));
                    used = 2;
                }
                ("percentage", "points" | "point") => {
                    state(format!("{token} pp"));
                    used = 3;
                }
                ("per", "cent") => {
                    state(format!("{token}%"));
                    used = 3;
                }
                _ => state(token.to_owned()),
            }
        } else if let Some(direction) = direction(token) {
            state(direction.to_owned());
        }
        place += used;
    }
    facts
}

/// Whether a fact is among those stated, or is one of them rounded further.
pub fn states(stated: &[String], fact: &str) -> bool {
    stated
        .iter()
        .any(|held| held == fact || is_rounded(held, fact))
}

/// Whether a fact is only about a rise, a level or the like, and not a figure.
pub(super) fn is_direction(fact: &str) -> bool {
    DIRECTIONS.iter().any(|(direction, _)| *direction == fact)
}

/// What a fact denies: a rise a fall, and so on.
pub(super) fn opposite(fact: &str) -> Option<&'static str> {
    OPPOSITES.iter().find_map(|(one, other)| {
        if *one == fact {
            Some(*other)
        } else if *other == fact {
            Some(*one)
        } else {
            None
        }
    })
}

/// The words in lower case, without the marks around them; signs of numbers and the plural of age bands fall
/// away, since sentences say them in other ways.
fn tokens(words: &str) -> Vec<String> {
    let is_mark = |c: char| {
        matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '('
                | ')'
                | '['
                | ']'
                | '“'
                | '”'
                | '"'
                | '‘'
                | '’'
                | '\''
        )
    };
    let words = words.to_lowercase().replace(['–', '—', '−'], "-");
    words
        .split_whitespace()
        .map(|word| {
            let word = word.trim_matches(is_mark);
            let word = word.strip_suffix("’s").unwrap_or(word);
            if !word.contains(|c: char| c.is_ascii_digit()) {
                return word.to_owned();
            }
            let number = word.trim_start_matches(['-', '+', '<', '>', '≈', '~']);
            let singular = number.strip_suffix('s');
            let singular = singular.filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
            singular.unwrap_or(number).to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn direction(token: &str) -> Option<&'static str> {
    let found = DIRECTIONS.iter().find(|(_, words)| words.contains(&token));
    found.map(|(direction, _)| *direction)
}

fn month(token: &str) -> Option<&'static str> {
    let start = token.get(..3)?;
    let is_month = token.len() == 3 || matches!(token.len(), 4..=9);
    let named = MONTHS.iter().find(|month| **month == start)?;
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "sept",
    ];
    (is_month && (token.len() == 3 || full.contains(&token))).then_some(*named)
}

fn is_year(token: &str) -> bool {
    token.len() == 4 && token.chars().all(|c| c.is_ascii_digit())
}

/// A number of things, in words or digits.
fn whole_number(token: &str) -> Option<usize> {
    let in_words = NUMBERS.iter().position(|word| *word == token);
    in_words.or_else(|| token.parse().ok())
}

/// A figure taken apart: what stands before and after its digits, its value, its decimals.
fn figure(fact: &str) -> Option<(&str, f64, usize, &str)> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = fact.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = fact.split_at(start);
    let end = rest.find(|c| !is_of_number(c)).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    if after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let plain = digits.replace(',', "");
    let decimals = plain.split_once('.').map_or(0, |(_, part)| part.len());
    Some((before, plain.parse().ok()?, decimals, after))
}

/// Whether a fact is a stated figure with fewer decimals: "57%" of "56.8%".
fn is_rounded(stated: &str, fact: &str) -> bool {
    let (Some(held), Some(said)) = (figure(stated), figure(fact)) else {
        return false;
    };
    held.0 == said.0
        && held.3 == said.3
        && held.2 > said.2
        && number::rounded(held.1, said.2) == number::rounded(said.1, said.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_state_figures_periods_and_directions() {
        let cases: [(&str, &[&str]); 9] = [
            (
                "Feeling safe fell 6.3 pp among 16–24s",
                &["fall", "6.3 pp", "16-24"],
            ),
            ("It has fallen by 6.3 points.", &["fall", "6.3 pp"]),
            (
                "Down −19.5% in the year to December 2021",
                &["fall", "19.5%", "dec 2021"],
            ),
            ("Five of the eight districts rose", &["5 of 8", "rise"]),
            (
                "There is no clear change since 2021/22",
                &["no clear change", "2021/22"],
            ),
            ("57 per cent, lower than in Mansfield", &["57%", "below"]),
            ("People may march in May", &[]),
            (
                "It shows no statistically clear change",
                &["no clear change"],
            ),
            ("Streets feel less safe", &[]),
        ];
        for (words, expected) in cases {
            assert_eq!(facts(words), expected, "{words}");
        }
    }

    #[test]
    fn a_figure_is_stated_as_it_is_or_rounded_further() {
        let stated = facts("56.8% of 1,204 feel safe, 6.3 pp fewer");
        for (fact, is_stated) in [
            ("56.8%", true),
            ("57%", true),
            ("56%", false),
            ("56.80%", false),
            ("6 pp", true),
            ("6%", false),
            ("1,204", true),
            ("1204", false),
        ] {
            assert_eq!(states(&stated, fact), is_stated, "{fact}");
        }
    }
}
