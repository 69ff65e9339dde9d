//! What a target says in words: "at least 95%", "To reduce anti-social behaviour by 25%", "below the
//! national average". A number is taken where nothing else can be meant, and the words stay in any case.

use crate::base::text::clean;
use crate::data::Period;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::target::{Aim, Course};

/// A target's words, taken apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ambition {
    pub goal: Goal,
    pub course: Option<Course>,
    /// By when, where the words say so: "by March 2025".
    pub due: Option<Period>,
}

/// What is to be reached, before the unit of the measure is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Goal {
    #[default]
    Words,
    Reach(Amount),
    AtLeast(Amount),
    AtMost(Amount),
    /// A change, negative downwards.
    Change(Amount),
}

/// A number with what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub value: f64,
    pub of: AmountOf,
}

/// Of what a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountOf {
    Plain,
    Percent,
    Points,
}

impl Goal {
    /// The aim for a measure. `is_percent` says whether it is a percentage, where that is known.
    pub(super) fn aim(self, is_percent: Option<bool>) -> Aim {
        let value = |amount: Amount| match (amount.of, is_percent) {
            (AmountOf::Points, _) | (AmountOf::Percent, Some(false)) => None,
            // 0.95 of a percentage: 95%, or less than one per cent?
            (AmountOf::Plain, Some(true)) if amount.value.abs() <= 1.0 && amount.value != 0.0 => {
                None
            }
            _ => Some(amount.value),
        };
        match self {
            Self::Words => Aim::Words,
            Self::Reach(amount) => value(amount).map_or(Aim::Words, Aim::Reach),
            Self::AtLeast(amount) => value(amount).map_or(Aim::Words, Aim::AtLeast),
            Self::AtMost(amount) => value(amount).map_or(Aim::Words, Aim::AtMost),
            Self::Change(amount) => match (amount.of, is_percent) {
                (AmountOf::Points, Some(false)) => Aim::Words,
                (AmountOf::Points, _) => Aim::ChangeByPoints(amount.value),
                (AmountOf::Percent, Some(false)) => Aim::ChangeByPercent(amount.value),
                (AmountOf::Percent, _) | (AmountOf::Plain, Some(true)) => {
                    Aim::ChangeUnclear(amount.value)
                }
                (AmountOf::Plain, _) => Aim::ChangeByNumber(amount.value),
            },
        }
    }
}

/// Takes the words of a target apart.
pub(super) fn read(text: &str) -> Ambition {
    let mut words = clean(text).to_lowercase().replace(['−', '–'], "-");
    let due = take_due(&mut words);
    let course = course_of(&words);
    Ambition {
        goal: goal_of(&words, course).unwrap_or_default(),
        course,
        due,
    }
}

/// Takes "by March 2025" off the words.
fn take_due(words: &mut String) -> Option<Period> {
    let (reading, range) = find_period(words, &PeriodContext::default())?;
    let before = words.get(..range.start)?.trim_end();
    let mark = [
        " by the end of",
        " by end of",
        " by the end",
        " by end",
        " by",
        " before",
        " until",
        " during",
        " in",
        " for",
    ]
    .iter()
    .find(|mark| format!(" {before}").ends_with(*mark))?;
    let kept = before
        .len()
        .saturating_sub(mark.len() - usize::from(before.len() < mark.len()));
    let after = words.get(range.end..).unwrap_or_default();
    let rest = format!("{} {after}", before.get(..kept).unwrap_or_default());
    rest.trim().clone_into(words);
    Some(reading.period)
}

fn course_of(words: &str) -> Option<Course> {
    let says = |stems: &[&str]| {
        words
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let down = says(&[
        "reduc", "decreas", "cut", "lower", "fewer", "declin", "fall", "drop",
    ]);
    let up = says(&["increas", "rais", "grow", "rise", "higher"]);
    let same = says(&["maintain", "sustain", "hold", "keep", "stabil"]);
    match (down, up, same) {
        (true, false, false) => Some(Course::Reduce),
        (false, true, false) => Some(Course::Increase),
        (false, false, true) => Some(Course::Maintain),
        _ => None,
    }
}

fn goal_of(words: &str, course: Option<Course>) -> Option<Goal> {
    let numbers = numbers(words)?;
    let number = match numbers.as_slice() {
        [only] => *only,
        // "From 40% to 45%": the second is what is to be reached.
        [from, to] => {
            let before = words.get(..from.start)?.trim_end();
            let between = words.get(from.end..to.start)?.trim();
            (before.ends_with("from") && between == "to").then_some(*to)?
        }
        _ => return None,
    };
    let before = words.get(..number.start)?.trim();
    let after = words.get(number.end..)?.trim();
    let amount = number.amount;
    if let Some(limit) = limit_before(before) {
        // "Reduce by at least 5%" limits the change, and no value.
        let is_of_change = format!(" {before} ").contains(" by ");
        return (is_rest(after) && !is_of_change).then(|| limit.goal(amount));
    }
    if let Some(limit) = limit_after(after) {
        return before.is_empty().then(|| limit.goal(amount));
    }
    if let Some(change) = change(before, after, &number, course) {
        return Some(change);
    }
    let reaches = before.is_empty()
        || ends_with(
            before,
            &[
                "to",
                "at",
                "=",
                "target",
                "target of",
                "reach",
                "achieve",
                "maintain",
                "sustain",
            ],
        );
    (reaches && is_rest(after)).then_some(Goal::Reach(amount))
}

/// On which side of a number the target lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Limit {
    AtLeast,
    AtMost,
}

impl Limit {
    const fn goal(self, amount: Amount) -> Goal {
        match self {
            Self::AtLeast => Goal::AtLeast(amount),
            Self::AtMost => Goal::AtMost(amount),
        }
    }
}

fn ends_with(before: &str, ends: &[&str]) -> bool {
    ends.iter()
        .any(|end| before == *end || before.ends_with(&format!(" {end}")))
}

/// "At least", "≤", "no more than" before a number.
fn limit_before(before: &str) -> Option<Limit> {
    if ends_with(
        before,
        &["≥", ">=", "at least", "minimum of", "minimum", "min"],
    ) {
        return Some(Limit::AtLeast);
    }
    if ends_with(
        before,
        &["≤", "<=", "at most", "maximum of", "maximum", "max"],
    ) {
        return Some(Limit::AtMost);
    }
    let above = [
        ">",
        "more than",
        "greater than",
        "higher than",
        "above",
        "over",
        "exceed",
        "exceeding",
    ];
    let below = [
        "<",
        "less than",
        "fewer than",
        "lower than",
        "below",
        "under",
    ];
    let found = |words: &[&'static str], limit| {
        let word = words.iter().find(|word| ends_with(before, &[**word]))?;
        Some((before.strip_suffix(*word)?.trim_end(), limit))
    };
    let (rest, limit) = found(&above, Limit::AtLeast).or_else(|| found(&below, Limit::AtMost))?;
    let is_denied = ends_with(rest, &["no", "not", "not to", "never", "nor"]);
    Some(match (limit, is_denied) {
        (Limit::AtLeast, false) | (Limit::AtMost, true) => Limit::AtLeast,
        (Limit::AtMost, false) | (Limit::AtLeast, true) => Limit::AtMost,
    })
}

/// "Or above", "or less" behind a number.
fn limit_after(after: &str) -> Option<Limit> {
    match after {
        "+" | "or more" | "or above" | "or higher" | "or over" | "or better" | "and above"
        | "minimum" => Some(Limit::AtLeast),
        "or less" | "or fewer" | "or below" | "or lower" | "or under" | "maximum" => {
            Some(Limit::AtMost)
        }
        _ => None,
    }
}

/// "Reduce by 10%", "10% reduction", "reduction of 10%", "-10%". Words alone
/// where it is a change of which the direction, or what it is of, is not said.
fn change(before: &str, after: &str, number: &Found, course: Option<Course>) -> Option<Goal> {
    let up = Goal::Change(number.amount);
    let down = Goal::Change(Amount {
        value: -number.amount.value,
        ..number.amount
    });
    let follows = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let certain = |goal: Goal, is_certain: bool| Some(if is_certain { goal } else { Goal::Words });
    let is_alone = before.is_empty() || ends_with(before, &["a"]);
    if ends_with(before, &["by"]) {
        return match course {
            Some(Course::Reduce) => certain(down, is_rest(after)),
            Some(Course::Increase) => certain(up, is_rest(after)),
            _ => Some(Goal::Words),
        };
    }
    if follows(&["reduction", "decrease", "cut", "fall"]) {
        return certain(down, is_alone);
    }
    if follows(&["increase", "rise", "growth"]) {
        return certain(up, is_alone);
    }
    if ends_with(before, &["reduction of", "decrease of", "cut of"]) {
        return certain(down, is_rest(after));
    }
    if ends_with(before, &["increase of", "rise of"]) {
        return certain(up, is_rest(after));
    }
    if number.is_signed {
        return certain(up, before.is_empty() && is_rest(after));
    }
    None
}

/// Whether what stands behind a number leaves it what it is.
fn is_rest(after: &str) -> bool {
    let after = after.trim_start_matches([',', '.', ';', ')']).trim();
    after.is_empty()
        || [
            "of ",
            "on ",
            "against ",
            "compared ",
            "from the ",
            "from baseline",
        ]
        .iter()
        .any(|word| after.starts_with(word))
}

/// A number in a text, with where it stands in bytes.
#[derive(Clone, Copy, Debug)]
struct Found {
    start: usize,
    end: usize,
    amount: Amount,
    is_signed: bool,
}

/// The numbers of a text; `None` where one of them is part of a word ("1st", "24/7", "12-month").
fn numbers(words: &str) -> Option<Vec<Found>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = words
        .get(at..)?
        .find(|c: char| c.is_ascii_digit())
        .map(|start| start + at)
    {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        let tail = words.get(start..)?;
        let length = tail.find(|c: char| !is_part(c)).unwrap_or(tail.len());
        let digits = tail.get(..length)?.trim_end_matches([',', '.']);
        let mut end = start + digits.len();
        let value: f64 = digits.replace(',', "").parse().ok()?;
        let before = words.get(..start)?;
        let sign = before
            .chars()
            .next_back()
            .filter(|c| matches!(c, '-' | '+'));
        let lead = sign.map_or(before, |sign| before.trim_end_matches(sign));
        if sign.is_some() && !lead.is_empty() && !lead.ends_with(' ')
            || lead.ends_with(|c: char| c.is_alphabetic() || c == '/')
        {
            return None;
        }
        let mut of = AmountOf::Plain;
        let rest = words.get(end..)?;
        let spaced = rest.trim_start();
        let units = [
            ("percentage points", AmountOf::Points),
            ("percentage point", AmountOf::Points),
            ("% points", AmountOf::Points),
            ("%pts", AmountOf::Points),
            ("ppts", AmountOf::Points),
            ("pp", AmountOf::Points),
            ("per cent", AmountOf::Percent),
            ("percent", AmountOf::Percent),
            ("%", AmountOf::Percent),
        ];
        if let Some((unit, kind)) = units.iter().find(|(unit, _)| spaced.starts_with(unit)) {
            of = *kind;
            end += rest.len() - spaced.len() + unit.len();
        } else if rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '-' | ':')) {
            return None;
        }
        let signed = if sign == Some('-') { -value } else { value };
        found.push(Found {
            start: start - sign.map_or(0, char::len_utf8),
            end,
            amount: Amount { value: signed, of },
            is_signed: sign.is_some(),
        });
        at = end;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_aims_where_nothing_else_can_be_meant() {
        for (text, is_percent, aim) in [
            ("≥ 95%", Some(true), Aim::AtLeast(95.0)),
            ("at least 95 per cent", None, Aim::AtLeast(95.0)),
            ("95% or above", Some(true), Aim::AtLeast(95.0)),
            ("95%+", Some(true), Aim::AtLeast(95.0)),
            ("No more than 1,200", Some(false), Aim::AtMost(1200.0)),
            ("<5", Some(false), Aim::AtMost(5.0)),
            ("not less than 40", Some(false), Aim::AtLeast(40.0)),
            ("should not exceed 100", Some(false), Aim::AtMost(100.0)),
            ("Increase by at least 2%", Some(true), Aim::Words),
            ("Reduce by no more than 5%", Some(false), Aim::Words),
            ("57.4%", None, Aim::Reach(57.4)),
            ("Increase to 60%", Some(true), Aim::Reach(60.0)),
            ("Increase from 55.4% to 57.4%", Some(true), Aim::Reach(57.4)),
            (
                "To reduce anti-social behaviour by 25%",
                Some(false),
                Aim::ChangeByPercent(-25.0),
            ),
            (
                "Reduce by 10% by March 2025",
                Some(false),
                Aim::ChangeByPercent(-10.0),
            ),
            ("10% reduction", Some(false), Aim::ChangeByPercent(-10.0)),
            ("-10%", Some(false), Aim::ChangeByPercent(-10.0)),
            (
                "Increase by 2 percentage points",
                Some(true),
                Aim::ChangeByPoints(2.0),
            ),
            ("Reduce by 50", Some(false), Aim::ChangeByNumber(-50.0)),
            (
                "To reduce hate crime repeat victimisation by 10%",
                Some(true),
                Aim::ChangeUnclear(-10.0),
            ),
            ("reduce by 10%", None, Aim::ChangeUnclear(-10.0)),
            ("below the national average", Some(true), Aim::Words),
            ("To reduce crime", Some(false), Aim::Words),
            ("1st quartile", Some(true), Aim::Words),
            ("90-95%", Some(true), Aim::Words),
            ("90% of calls in 10 seconds", Some(true), Aim::Words),
            ("Improve by 10%", Some(true), Aim::Words),
            ("40 per month", Some(false), Aim::Words),
            ("0.95", Some(true), Aim::Words),
            ("10%", Some(false), Aim::Words),
            ("", None, Aim::Words),
        ] {
            assert_eq!(read(text).goal.aim(is_percent), aim, "{text}");
        }
        let reading = read("Reduce by 10% by March 2025");
        assert_eq!(reading.course, Some(Course::Reduce));
        assert_eq!(reading.due.unwrap().label(), "March 2025");
        assert_eq!(
            read("To maintain substance misuse performance").course,
            Some(Course::Maintain)
        );
    }
}
