//! What publishers put where a number is missing or doubtful: `[c]`, `..`, `-`, "Awaiting data". A
//! workbook's own key wins over what is usual; nothing here is ever read as zero unless the key says so.

use crate::data::Status;

/// What a symbol means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Meaning {
    /// There is no number, or it has a status.
    Status(Status),
    /// The key says that it is zero.
    Zero,
    /// It says something of significance, not of the number.
    Significance,
    /// It is a remark in place of a number, and stands for none.
    Remark,
}

/// The symbols that a workbook explains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    entries: Vec<(String, Meaning)>,
}

impl Key {
    /// What a symbol means by this key.
    pub fn meaning(&self, symbol: &str) -> Option<Meaning> {
        let symbol = normal(symbol);
        self.entries
            .iter()
            .find(|(known, _)| *known == symbol)
            .or_else(|| {
                // A key may explain "c" where cells hold "[c]", and the other way round.
                let bare = symbol.trim_matches(['[', ']']);
                self.entries
                    .iter()
                    .find(|(known, _)| known.trim_matches(['[', ']']) == bare && !bare.is_empty())
            })
            .map(|(_, meaning)| *meaning)
    }

    /// Adds what a line of prose explains: "`[x]` indicates data are unavailable", ".. denotes not
    /// available", ": Data not available". The first explanation of a symbol stays.
    pub fn learn(&mut self, prose: &str) {
        for (symbol, meaning) in explanations(prose) {
            let symbol = normal(&symbol);
            if !self.entries.iter().any(|(known, _)| *known == symbol) {
                self.entries.push((symbol, meaning));
            }
        }
    }

    /// Takes a person's word for what a symbol means, whatever else explains it.
    pub fn set(&mut self, symbol: &str, meaning: Meaning) {
        let symbol = normal(symbol);
        self.entries.retain(|(known, _)| *known != symbol);
        self.entries.push((symbol, meaning));
    }

    /// Adds the entries of another key for symbols that this one does not explain.
    pub fn fall_back_to(&mut self, other: &Self) {
        for (symbol, meaning) in &other.entries {
            if !self.entries.iter().any(|(known, _)| known == symbol) {
                self.entries.push((symbol.clone(), *meaning));
            }
        }
    }
}

/// Whether a text is a dash, whose meaning differs from publisher to publisher.
pub fn is_dash(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−'))
}

/// What a cell's text says instead of a number: by the key, else as is usual.
pub fn read(text: &str, key: &Key) -> Option<Meaning> {
    if text.len() > 60 {
        return None;
    }
    key.meaning(text)
        .or_else(|| usual(text).map(Meaning::Status))
}

/// What a mark behind a number (`[p]`, `r`, `*`) says of it.
pub fn of_mark(mark: &str, key: &Key) -> Option<Status> {
    match key.meaning(mark) {
        Some(Meaning::Status(status)) => Some(status),
        Some(_) => None,
        None => match normal(mark).trim_matches(['[', ']']) {
            "p" => Some(Status::Provisional),
            "r" => Some(Status::Revised),
            "e" => Some(Status::Estimated),
            "b" => Some(Status::Break),
            "u" => Some(Status::LowReliability),
            _ => None,
        },
    }
}

fn usual(text: &str) -> Option<Status> {
    use Status::{
        AwaitingData, Break, CellError, Estimated, LowReliability, NearZero, NotApplicable,
        NotAvailable, Provisional, Revised, Suppressed,
    };
    let text = normal(text);
    if is_dash(&text) {
        return Some(NotAvailable);
    }
    Some(match text.as_str() {
        "[c]" | "c" | ":c" | "*" | "**" | "***" | "~" | "s" | "s*" | "[s]" | "supp"
        | "suppressed" | "withheld" | "confidential" | "redacted" | "[supp]" => Suppressed,
        "[x]"
        | "x"
        | ".."
        | "..."
        | "…"
        | "."
        | ":"
        | "::"
        | "!"
        | "na"
        | "nan"
        | "n/a"
        | "n.a."
        | "n.a"
        | "n\\a"
        | "[n/a]"
        | "[na]"
        | "not available"
        | "data not available"
        | "comparable data not available"
        | "no data"
        | "data unavailable"
        | "unavailable"
        | "not recorded"
        | "not collected"
        | "not provided"
        | "not known"
        | "no return"
        | "not returned"
        | "not published"
        | "missing"
        | "null"
        | "-9"
        | "#"
        | "no data available"
        | "not asked"
        | "not supplied"
        | "[w]" => NotAvailable,
        "[z]" | "z" | ":z" | "+" | "not applicable" => NotApplicable,
        "[u]" | "u" | ":u" | "unreliable" | "low reliability" | "base too small" | "small base"
        | "low base" => LowReliability,
        "[low]" | "[k]" | "k" | "<0.5" | "<0.5%" | "<1" | "<1%" | "<0.1" | "<0.1%" | "<0.05"
        | "0~" => NearZero,
        "[e]" => Estimated,
        "[p]" => Provisional,
        "[r]" => Revised,
        "[b]" => Break,
        "awaiting data" | "awaiting" | "tbc" | "to be confirmed" | "data awaited" | "data due"
        | "pending" | "not yet available" | "awaited" | "to follow" | "due" => AwaitingData,
        "#ref!" | "#n/a" | "#value!" | "#div/0!" | "#name?" | "#num!" | "#null!" => CellError,
        _ => return less_than(&text),
    })
}

/// `<5`, `≤ 4`, "fewer than 10".
fn less_than(text: &str) -> Option<Status> {
    let rest = ["<", "≤", "&lt;", "fewer than ", "less than ", "under "]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))?;
    let number: f64 = rest
        .trim_start_matches('=')
        .trim()
        .trim_end_matches('%')
        .parse()
        .ok()?;
    Some(if number <= 1.0 {
        Status::NearZero
    } else {
        Status::Suppressed
    })
}

/// A symbol as symbols are compared: dashes alike, small letters.
pub(super) fn normal(text: &str) -> String {
    let mut normal: String = text
        .trim()
        .chars()
        .map(|c| {
            if matches!(c, '–' | '—' | '−') {
                '-'
            } else {
                c
            }
        })
        .flat_map(char::to_lowercase)
        .collect();
    if normal.starts_with('<') {
        normal.retain(|c| c != ' ');
    }
    normal
}

/// The symbols that a line explains, with their meanings.
fn explanations(prose: &str) -> Vec<(String, Meaning)> {
    let mut found = Vec::new();
    let chars: Vec<char> = prose.chars().collect();
    let mut at = skip_lead(&chars);
    let mut may_be_bare = true;
    while at < chars.len() {
        let rest = chars.get(at..).unwrap_or_default();
        if let Some((symbol, length)) = symbol_at(rest, may_be_bare) {
            let after: String = rest.iter().skip(length).collect();
            if let Some(meaning) = explained(&symbol, &after) {
                found.push((symbol, meaning));
            }
            at += length;
            may_be_bare = false;
            continue;
        }
        // A symbol without brackets or quotes is one only at the start of a clause.
        may_be_bare = matches!(rest.first(), Some(';' | ',' | '|' | '\n'))
            || (may_be_bare && rest.first().is_some_and(|c| c.is_whitespace()))
            || (matches!(rest, ['.', ' ', ..]));
        at += 1;
    }
    found
}

/// Passes over "Key:", "Notes:", "10. ", "1) ".
fn skip_lead(chars: &[char]) -> usize {
    let text: String = chars.iter().take(24).collect();
    let lower = text.to_lowercase();
    for lead in [
        "key:",
        "notes:",
        "note:",
        "symbols:",
        "shorthand:",
        "key to symbols:",
    ] {
        if lower.starts_with(lead) {
            return lead.chars().count();
        }
    }
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    match chars.get(digits) {
        Some('.' | ')') if (1..=2).contains(&digits) => digits + 1,
        _ => 0,
    }
}

/// A symbol at the start of some text, and how many characters it takes with its quotes.
fn symbol_at(chars: &[char], may_be_bare: bool) -> Option<(String, usize)> {
    let first = *chars.first()?;
    if first == '[' {
        let close = chars.iter().take(7).position(|c| *c == ']')?;
        let symbol: String = chars.iter().take(close + 1).collect();
        return (close > 1 && !symbol.contains("note")).then_some((symbol, close + 1));
    }
    if matches!(first, '\'' | '"' | '“' | '‘') {
        let close = chars
            .iter()
            .take(6)
            .skip(1)
            .position(|c| matches!(c, '\'' | '"' | '”' | '’'))?;
        let symbol: String = chars.iter().skip(1).take(close).collect();
        return (close > 0 && symbol.chars().all(|c| !c.is_alphanumeric() || close == 1))
            .then_some((symbol, close + 2));
    }
    if !may_be_bare {
        return None;
    }
    let is_symbol = |c: &char| {
        matches!(
            c,
            '.' | ':' | '-' | '–' | '—' | '*' | '~' | '+' | '!' | '#' | '…' | '†'
        )
    };
    let length = chars.iter().take_while(|c| is_symbol(c)).count();
    if (1..=3).contains(&length)
        && chars
            .get(length)
            .is_some_and(|c| c.is_whitespace() || *c == '=')
    {
        return Some((chars.iter().take(length).collect(), length));
    }
    let is_letter = matches!(
        first,
        'c' | 'x' | 'z' | 'u' | 'k' | 'p' | 'r' | 'e' | 's' | 'S'
    );
    let next: String = chars.iter().skip(1).take(3).collect();
    (is_letter && (next.trim_start().starts_with('=') || next.starts_with(" - ")))
        .then(|| (first.to_string(), 1))
}

/// The meaning that follows a symbol.
fn explained(symbol: &str, after: &str) -> Option<Meaning> {
    const VERBS: &[&str] = &[
        "denotes",
        "denote",
        "indicates",
        "indicate",
        "means",
        "represents",
        "refers to",
        "signifies",
        "shows",
        "stands for",
        "is used",
        "used to",
        "used where",
        "used when",
        "is shown",
        "are shown",
        "is where",
    ];
    let after = after.trim_start();
    let lower = after.to_lowercase();
    let is_explicit = after.starts_with(['=', ':', '-', '–', '—'])
        || VERBS.iter().any(|verb| lower.starts_with(verb));
    let end = ["; ", "[", ". ", "|"]
        .iter()
        .filter_map(|stop| after.find(stop))
        .min()
        .unwrap_or(after.len());
    let clause = lower.get(..end).unwrap_or(&lower);
    let words = clause.split_whitespace().count();
    if !is_explicit && (words > 8 || symbol.starts_with('[') || words == 0) {
        return None;
    }
    meaning_of(clause)
}

fn meaning_of(clause: &str) -> Option<Meaning> {
    use Status::{
        AwaitingData, Break, Estimated, LowReliability, NearZero, NotApplicable, NotAvailable,
        Provisional, Revised, Suppressed,
    };
    const WORDS: &[(&[&str], Meaning)] = &[
        (&["significan"], Meaning::Significance),
        (
            &["not applicable", "inapplicable"],
            Meaning::Status(NotApplicable),
        ),
        (
            &[
                "less than 0.",
                "less than half",
                "round to zero",
                "rounds to zero",
                "rounded to zero",
                "negligible",
                "zero when rounded",
                "greater than zero",
                "less than 1%",
                "less than one per cent",
                "low figure",
            ],
            Meaning::Status(NearZero),
        ),
        (
            &[
                "reliab",
                "base",
                "sample size",
                "too small",
                "small sample",
                "number of respondents",
            ],
            Meaning::Status(LowReliability),
        ),
        (
            &[
                "confiden",
                "suppress",
                "disclos",
                "withheld",
                "fewer than",
                "less than",
                "small number",
                "redact",
                "low number",
                "under 5",
                "between 1 and",
            ],
            Meaning::Status(Suppressed),
        ),
        (
            &["awaiting", "not yet", "to follow"],
            Meaning::Status(AwaitingData),
        ),
        (
            &[
                "not available",
                "unavailable",
                "no data",
                "missing",
                "not collected",
                "not provided",
                "not recorded",
                "calculated",
                "not published",
                "not returned",
                "no return",
                "not asked",
                "not supplied",
                "not comparable data",
                "data not",
                "not submitted",
                "no information",
                "not known",
                "not held",
            ],
            Meaning::Status(NotAvailable),
        ),
        (&["provisional"], Meaning::Status(Provisional)),
        (&["revis"], Meaning::Status(Revised)),
        (&["estimat", "imput"], Meaning::Status(Estimated)),
        (
            &["break", "discontinu", "not comparable"],
            Meaning::Status(Break),
        ),
        (&["nil", "zero", "no incidents", "no cases"], Meaning::Zero),
    ];
    WORDS
        .iter()
        .find(|(words, _)| words.iter().any(|word| clause.contains(word)))
        .map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(prose: &[&str]) -> Key {
        let mut key = Key::default();
        for line in prose {
            key.learn(line);
        }
        key
    }

    #[test]
    fn usual_meanings() {
        let none = Key::default();
        for (text, status) in [
            ("[c]", Status::Suppressed),
            ("..", Status::NotAvailable),
            (" : ", Status::NotAvailable),
            ("<5", Status::Suppressed),
            ("< 0.5", Status::NearZero),
            ("[U]", Status::LowReliability),
            ("Awaiting data", Status::AwaitingData),
            ("Comparable data not available", Status::NotAvailable),
            ("–", Status::NotAvailable),
            ("[low]", Status::NearZero),
            ("#REF!", Status::CellError),
        ] {
            assert_eq!(read(text, &none), Some(Meaning::Status(status)), "{text}");
        }
        for text in ["No change", "Ashfield", "12", "", "safe"] {
            assert_eq!(read(text, &none), None, "{text}");
        }
    }

    #[test]
    fn the_files_own_key_wins() {
        let key = key(&[
            "Some shorthand is used in this table.  [x] indicates data are unavailable. [c] = confidential",
            "1. '-' denotes nil",
            "* = less than 0.5% but greater than zero; ~ represents fewer than 5 incidents",
            ": Data not available",
        ]);
        assert_eq!(
            key.meaning("[x]"),
            Some(Meaning::Status(Status::NotAvailable))
        );
        assert_eq!(
            key.meaning("[C]"),
            Some(Meaning::Status(Status::Suppressed))
        );
        assert_eq!(key.meaning("–"), Some(Meaning::Zero));
        assert_eq!(key.meaning("*"), Some(Meaning::Status(Status::NearZero)));
        assert_eq!(key.meaning("~"), Some(Meaning::Status(Status::Suppressed)));
        assert_eq!(
            key.meaning(":"),
            Some(Meaning::Status(Status::NotAvailable))
        );
    }

    #[test]
    fn prose_is_no_key() {
        let key = key(&[
            "- Ealing: the number of fines has been revised since the first release of these statistics in January",
            "10. '+' Rates for London Region include 'City of London'.",
            "Note: North Wales Police revised its figures.",
        ]);
        assert_eq!(key, Key::default());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_left(text in ".{0,80}") {
            let mut key = Key::default();
            key.learn(&text);
            let _ = read(&text, &key);
        }
    }
}
