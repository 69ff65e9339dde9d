//! What the words of a note say of a break in series: whether they tell of one, why, and from when on.

use crate::base::text::fold;
use crate::data::period_parse::{PeriodContext, find_period, parse_period};
use crate::data::{BreakReason, Period, PeriodKind};

/// What a note tells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// Why.
    pub reason: BreakReason,
    /// The first period whose values are not comparable with those before; `None` where the words leave it
    /// open.
    pub from: Option<Period>,
    /// Whether the words say that it begins with the first day of the period; else something happened some time
    /// in it.
    pub is_a_beginning: bool,
    /// The sentence that says so.
    pub sentence: String,
    says_question: bool,
}

impl Told {
    /// Whether the words are about one question, of which a table may hold several.
    pub fn is_about_one_question(&self) -> bool {
        self.says_question
    }
}

/// Words that call values not comparable.
const NOT_COMPARABLE: [&str; 14] = [
    "not comparable",
    "not directly comparable",
    "not strictly comparable",
    "not fully comparable",
    "no longer comparable",
    "not be comparable",
    "not be directly comparable",
    "cannot be compared",
    "can not be compared",
    "should not be compared",
    "break in series",
    "break in the series",
    "break in the time series",
    "break in time series",
];
/// With what: without one of these the words may be about other places.
const IN_TIME: [&str; 13] = [
    "previous",
    "earlier",
    "prior",
    "before",
    "onwards",
    "since",
    "series",
    "from",
    "later",
    "past",
    "preceding",
    "last year",
    "between",
];
/// Words that take it back or leave it open.
const NO_BREAK: [&str; 8] = [
    "no break",
    "not a break",
    "not affected",
    "unaffected",
    "not changed",
    "does not affect",
    "do not affect",
    "remain comparable",
];
const OPEN: [&str; 12] = [
    "may not",
    "may be",
    "might",
    "could",
    "some forces",
    "one force",
    "one police force",
    "some areas",
    "some police forces",
    "certain",
    "other forces",
    "other areas",
];
const CHANGED: [&str; 11] = [
    "changed",
    "changes to",
    "change to",
    "change in",
    "change of",
    "revised",
    "amended",
    "reworded",
    "moved",
    "switched",
    "replaced",
];
const QUESTION: [&str; 6] = [
    "question wording",
    "wording of the question",
    "wording of this question",
    "the wording",
    "question was",
    "question changed",
];

/// What a note tells of a break in series; `None` where it tells of none.
pub(super) fn told(text: &str) -> Option<Told> {
    // Most texts are told apart by these alone.
    let lower = text.to_lowercase();
    let may_tell = [
        "compar",
        "break in",
        "wording",
        "reworded",
        "rules",
        "definition",
        "boundar",
        "face",
    ];
    if !may_tell.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let whole = fold(text);
    let mut open: Option<Told> = None;
    let mut start = 0;
    for end in ends_of_sentences(text) {
        let sentence = text.get(start..end)?;
        start = end;
        let said = fold(sentence);
        if has(&said, &NO_BREAK) {
            continue;
        }
        let is_not_comparable = has(&said, &NOT_COMPARABLE) && has(&said, &IN_TIME);
        let change = change_in(&said);
        if !is_not_comparable && change.is_none() {
            continue;
        }
        let reason = change
            .or_else(|| reason_in(&said))
            .or_else(|| reason_in(&whole))
            .unwrap_or_default();
        let found = (!has(&said, &OPEN)).then(|| from_in(sentence)).flatten();
        let told = Told {
            reason,
            from: found.map(|(period, _)| period),
            is_a_beginning: found.is_some_and(|(_, is_a_beginning)| is_a_beginning),
            sentence: sentence.trim().to_owned(),
            says_question: reason == BreakReason::Wording && has(&said, &QUESTION),
        };
        // Another sentence may say from when on.
        if told.from.is_some() {
            return Some(told);
        }
        open = open.or(Some(told));
    }
    open
}

fn has(said: &str, words: &[&str]) -> bool {
    words.iter().any(|word| said.contains(word))
}

/// Where the sentences of a text end, in bytes.
fn ends_of_sentences(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut begun = 0;
    for (at, mark) in text.match_indices(['.', ';', '\n']) {
        let next = at + mark.len();
        let rest = text.get(next..).unwrap_or_default();
        // "6. Following …" begins with a number, and "Apr. 2017" goes on.
        let goes_on = rest
            .trim_start()
            .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        if mark == "." && (!rest.starts_with(char::is_whitespace) || goes_on) || at - begun < 6 {
            continue;
        }
        ends.push(next);
        begun = next;
    }
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
}

/// A change that by itself makes values not comparable.
fn change_in(said: &str) -> Option<BreakReason> {
    if !has(said, &CHANGED) {
        return None;
    }
    let is_new_mode = said.contains("face to face")
        && has(said, &["online", "telephone", "video", "self completion"]);
    if has(said, &QUESTION) || said.contains("reworded") {
        Some(BreakReason::Wording)
    } else if is_new_mode
        || has(
            said,
            &["mode of collection", "survey mode", "mode of interview"],
        )
    {
        Some(BreakReason::Mode)
    } else if has(said, &["counting rules", "recording rules"]) {
        Some(BreakReason::CountingRules)
    } else if has(said, &["definition of", "the definition", "definitions of"]) {
        Some(BreakReason::Definition)
    } else if has(
        said,
        &[
            "boundary change",
            "boundaries changed",
            "boundary of",
            "boundaries of",
        ],
    ) {
        Some(BreakReason::Boundary)
    } else {
        None
    }
}

/// What words give as the reason.
fn reason_in(said: &str) -> Option<BreakReason> {
    const REASONS: [(BreakReason, &[&str]); 5] = [
        (
            BreakReason::Wording,
            &["wording", "reworded", "question change"],
        ),
        (
            BreakReason::Mode,
            &[
                "face to face",
                "telephone",
                "mode of",
                "online",
                "survey mode",
            ],
        ),
        (
            BreakReason::CountingRules,
            &["counting rules", "recording", "crime data integrity"],
        ),
        (BreakReason::Definition, &["definition"]),
        (BreakReason::Boundary, &["boundary", "boundaries"]),
    ];
    let found = REASONS.iter().find(|(_, words)| has(said, words));
    found.map(|(reason, _)| *reason)
}

/// From when on, and whether that is said to be the beginning; `None` where the words leave it open.
fn from_in(sentence: &str) -> Option<(Period, bool)> {
    // The date of a revision is else taken for one of publishing.
    let sentence = &sentence.replace("revised", "amended");
    let mut found: Vec<(usize, usize, Period)> = Vec::new();
    periods_in(sentence, 0, &mut found);
    found.sort_by_key(|(at, ..)| *at);
    let before = |at: usize| fold(sentence.get(..at).unwrap_or_default());
    let after = |end: usize| fold(sentence.get(end..).unwrap_or_default());
    let ends_in = |said: &str, words: &[&str]| {
        words
            .iter()
            .any(|word| said == *word || said.ends_with(&format!(" {word}")))
    };
    let (at, end, period) = match found.as_slice() {
        [one] => *one,
        // "between 2018/19 and 2019/20", "from 2020 and 2021".
        [first, second] => {
            let between = fold(sentence.get(first.1..second.0).unwrap_or_default());
            if between != "and" {
                return None;
            }
            let said = before(first.0);
            if ends_in(&said, &["between"]) {
                return (first.2.end == second.2.start).then_some((second.2, true));
            }
            let is_with_before = has(&after(second.1), &["previous", "earlier", "preceding"]);
            return (is_with_before && first.2.end == second.2.start).then_some((first.2, true));
        }
        _ => return None,
    };
    let (said, follows) = (before(at), after(end));
    let said = said.strip_suffix(" the").unwrap_or(&said);
    let goes_on = [
        "onwards",
        "and onwards",
        "onward",
        "and later",
        "and after",
        "and subsequent",
    ];
    let goes_on = goes_on.iter().any(|word| follows.starts_with(word));
    let is_up_to = follows.starts_with("and earlier")
        || follows.starts_with("and before")
        || ends_in(
            said,
            &["until", "up to", "after", "through", "to", "with", "than"],
        ) && !ends_in(said, &["prior to", "previous to"]);
    if is_up_to {
        return None;
    }
    if goes_on
        || ends_in(
            said,
            &["prior to", "previous to", "before", "from", "since"],
        )
    {
        return Some((period, true));
    }
    if ends_in(said, &["in", "during", "at", "for", "of"]) || said.is_empty() {
        let is_exact = matches!(period.kind, PeriodKind::Day | PeriodKind::Month);
        return Some((period, is_exact));
    }
    None
}

/// All periods that a text speaks of, with their places.
fn periods_in(text: &str, offset: usize, found: &mut Vec<(usize, usize, Period)>) {
    let Some((reading, range)) = find_period(text, &PeriodContext::default()) else {
        return;
    };
    let (before, after) = (text.get(..range.start), text.get(range.end..));
    if let (Some(before), Some(after), false) = (before, after, range.is_empty()) {
        let place = (offset + range.start, offset + range.end);
        match two_in(text.get(range).unwrap_or_default()) {
            Some((at, first, second)) => {
                found.push((place.0, place.0 + at, first));
                found.push((place.0 + at + AND.len(), place.1, second));
            }
            None => found.push((place.0, place.1, reading.period)),
        }
        periods_in(before, offset, found);
        periods_in(after, place.1, found);
    }
}

const AND: &str = " and ";

/// The two periods of "2018/19 and 2019/20", which can be read as one from the first to the second, with where
/// the first ends.
fn two_in(words: &str) -> Option<(usize, Period, Period)> {
    let at = words.find(AND)?;
    let (first, second) = (words.get(..at)?, words.get(at + AND.len()..)?);
    let read = |words: &str| Some(parse_period(words, &PeriodContext::default())?.period);
    Some((at, read(first)?, read(second)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use BreakReason::{CountingRules, Definition, Mode, Other, Wording};

    #[test]
    fn what_notes_say() {
        let cases: [(&str, BreakReason, Option<&str>, bool); 17] = [
            (
                "6. Following a different approach to recording anti-social behaviour incidents data, figures for the year ending March 2012 and onwards are not directly comparable with previous years; see Chapter 5 of the User Guide for more information.",
                CountingRules,
                Some("12 months to Mar 2012"),
                true,
            ),
            (
                "All face to face interviewing was suspended and replaced with telephone interviewing. As a consequence the results from 2020 and 2021 are not directly comparable to SHS results from previous years.",
                Mode,
                None,
                false,
            ),
            (
                "Question wording changed in 2019/20",
                Wording,
                Some("2019/20"),
                false,
            ),
            (
                "The wording of this question changed from 2019/20.",
                Wording,
                Some("2019/20"),
                true,
            ),
            (
                "Counting rules changed from April 2017",
                CountingRules,
                Some("April 2017"),
                true,
            ),
            (
                "Counting rules were revised in April 2017.",
                CountingRules,
                Some("April 2017"),
                true,
            ),
            (
                "The survey moved from face-to-face to online interviews in April 2020.",
                Mode,
                Some("April 2020"),
                true,
            ),
            (
                "Data prior to April 2017 are not comparable.",
                Other,
                Some("April 2017"),
                true,
            ),
            (
                "Figures before 2015/16 are not comparable with later years.",
                Other,
                Some("2015/16"),
                true,
            ),
            (
                "There is a break in the series between 2018/19 and 2019/20.",
                Other,
                Some("2019/20"),
                true,
            ),
            (
                "Break in series from 2019/20: new definition",
                Definition,
                Some("2019/20"),
                true,
            ),
            (
                "The definition of hate crime was amended in 2020.",
                Definition,
                Some("2020"),
                false,
            ),
            ("Not comparable with previous years", Other, None, false),
            (
                "Figures after 2018/19 are not comparable with earlier figures.",
                Other,
                None,
                false,
            ),
            (
                "Figures may not be comparable with 2018/19 and earlier.",
                Other,
                None,
                false,
            ),
            (
                "Greater Manchester Police reviewed their recording of offences in December 2017. Previous data have not been revised and the data are therefore not comparable.",
                CountingRules,
                None,
                false,
            ),
            (
                "Counting rules were amended; figures are not comparable with those before.",
                CountingRules,
                None,
                false,
            ),
        ];
        for (note, reason, from, is_a_beginning) in cases {
            let told = told(note).unwrap_or_else(|| panic!("nothing told: {note}"));
            assert_eq!(told.reason, reason, "{note}");
            if note.starts_with("All face") {
                // Two years that are both not comparable with those before them: from the first on.
                assert_eq!(told.from.map(|from| from.label()).as_deref(), Some("2020"));
                continue;
            }
            let label = told.from.map(|from| from.label());
            assert_eq!(label.as_deref(), from, "{note}");
            assert_eq!(told.is_a_beginning, is_a_beginning, "{note}");
        }
    }

    #[test]
    fn other_notes_tell_of_no_break() {
        for note in [
            "One police force (Surrey) include unbroken bottle offences. As such, data for these forces are not directly comparable to data for other forces.",
            "The counting rules have not changed since 2015/16.",
            "Comparable data not available",
            "Figures are not comparable with Scotland",
            "There is no break in series in 2019/20",
            "Compared with the previous year, burglary fell by 4%",
            "The definition of hate crime is given in the User Guide",
            "Boundaries are those of April 2023",
        ] {
            assert_eq!(told(note), None, "{note}");
        }
    }
}
