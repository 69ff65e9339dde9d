//! Names of measures: from labels, headings and the topic of the table, as many words as it takes to tell
//! what is measured, and no more.

use super::vocabulary;
use crate::base::text::fold;
use crate::data::measure::Theme;
use crate::data::{Measure, Unit};

/// What a name is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    /// The labels of the row, widest first.
    pub row: &'a [String],
    /// The headings of the column, widest first.
    pub column: &'a [String],
    /// The heading within the body under which the row stands, where the label alone is not unique.
    pub section: Option<&'a str>,
    /// What tells two rows of one place apart.
    pub qualifier: Option<&'a str>,
    pub topic: &'a str,
    pub unit: Unit,
    /// Whether all columns have this column's headings, so that they tell no measures apart.
    pub is_only: bool,
    /// Whether the lowest heading stands over several columns under different bands.
    pub needs_band: bool,
    /// Whether labels mean nothing without the topic: answers of a survey.
    pub needs_topic: bool,
    /// What to call it where nothing else is known.
    pub fallback: &'a str,
}

/// Builds the name.
pub(crate) fn name(parts: &Parts<'_>) -> String {
    let mut pieces: Vec<&str> = Vec::new();
    let add = |piece: &str| -> bool { !piece.trim().is_empty() };
    if let Some(section) = parts.section
        && add(section)
    {
        pieces.push(section);
    }
    for label in parts.row {
        if add(label) {
            pieces.push(label);
        }
    }
    let row_says = pieces.iter().any(|piece| !vocabulary::is_generic(piece));
    let column = column_pieces(parts, row_says);
    let has_column = !column.is_empty() && row_says;
    pieces.extend(column);
    let mut unique: Vec<&str> = Vec::new();
    let last = pieces.len().saturating_sub(1);
    for (at, piece) in pieces.into_iter().enumerate() {
        // "Not reported" of a row under "Not reported" of a column is said twice, to tell it from others.
        let tells_columns =
            at == last && has_column && !parts.is_only && !vocabulary::is_generic(piece);
        if tells_columns || unique.iter().all(|known| fold(known) != fold(piece)) {
            unique.push(piece);
        }
    }
    let mut name = unique.join(" › ");
    if parts.is_only
        && !name.is_empty()
        && fold(parts.topic).contains(&fold(&name))
        && !parts.needs_topic
    {
        // "Mid-year" under "Mid-year population estimates".
        parts.topic.clone_into(&mut name);
    } else if wants_topic(&name, parts) {
        name = if name.is_empty() {
            parts.topic.to_owned()
        } else {
            format!("{}: {name}", parts.topic)
        };
    }
    if name.is_empty() {
        parts.fallback.clone_into(&mut name);
    }
    if let Some(qualifier) = parts.qualifier {
        name = format!("{name} ({qualifier})");
    }
    plain_thousands(&name)
}

/// Whether a piece says how something is counted and nothing else: "Number of offences", "%".
fn says_only_unit(piece: &str) -> bool {
    vocabulary::unit_of(piece).is_some_and(|(_, only)| only || vocabulary::is_generic(piece))
}

/// Whether a heading says that figures follow, and nothing else.
fn is_trivial(piece: &str) -> bool {
    matches!(
        fold(piece).as_str(),
        "value"
            | "values"
            | "obs value"
            | "observation"
            | "figure"
            | "figures"
            | "result"
            | "amount"
            | "data"
            | "count"
            | "number"
            | "total number"
    )
}

fn column_pieces<'a>(parts: &Parts<'a>, row_says: bool) -> Vec<&'a str> {
    let all: Vec<&str> = parts.column.iter().map(String::as_str).collect();
    let content: Vec<&str> = all
        .iter()
        .copied()
        .filter(|piece| {
            let is_pure = vocabulary::unit_of(piece).is_some_and(|(_, only)| only);
            !is_pure
                && !(says_only_unit(piece) && (row_says || parts.needs_band))
                && !(row_says && is_trivial(piece))
        })
        .collect();
    let Some((leaf, bands)) = content.split_last() else {
        let is_percent = |piece: &&&str| {
            vocabulary::unit_of(piece).is_some_and(|(unit, only)| only && unit == Unit::Percent)
        };
        return if row_says
            || !parts.topic.is_empty() && all.last().is_some_and(|piece| is_percent(&piece))
        {
            Vec::new()
        } else {
            all.last().copied().into_iter().collect()
        };
    };
    let known = |text: &str| Measure::named(text, parts.unit).theme != Theme::Other;
    let takes_bands = parts.needs_band
        || leaf.parse::<f64>().is_ok()
        || vocabulary::is_generic(leaf)
        || !known(leaf) && bands.iter().any(|band| known(band));
    let mut pieces: Vec<&str> = if takes_bands {
        bands
            .iter()
            .copied()
            .filter(|band| !vocabulary::is_generic(band))
            .collect()
    } else {
        Vec::new()
    };
    pieces.push(leaf);
    pieces
}

fn wants_topic(name: &str, parts: &Parts<'_>) -> bool {
    if parts.topic.is_empty() || fold(name).contains(&fold(parts.topic)) {
        return false;
    }
    if name.is_empty() || vocabulary::is_generic(name) || parts.needs_topic {
        return true;
    }
    if fold(name).contains("population") || fold(name).contains("household figures") {
        return false;
    }
    let of_name = Measure::named(name, parts.unit).theme;
    let of_topic = Measure::named(parts.topic, parts.unit).theme;
    of_topic != Theme::Other && (parts.unit == Unit::Percent || of_topic != of_name)
}

/// `per 1,000` as `per 1000`: the comma of a rate's denominator separates no words.
fn plain_thousands(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut plain = String::with_capacity(name.len());
    for (index, c) in chars.iter().enumerate() {
        let digit = |at: Option<usize>| {
            at.and_then(|at| chars.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        let between = *c == ','
            && digit(index.checked_sub(1))
            && (1..=3).all(|ahead| digit(Some(index + ahead)))
            && !digit(Some(index + 4));
        if !between {
            plain.push(*c);
        }
    }
    plain
}

/// "Population", for all the ways to say that the people of a place are counted: "Mid-year population
/// estimate", "Estimated Population".
pub(crate) fn population(words: &str, unit: Unit) -> Option<String> {
    const BESIDE: [&str; 14] = [
        "estimate",
        "estimates",
        "estimated",
        "mid",
        "year",
        "resident",
        "usual",
        "total",
        "ons",
        "number",
        "of",
        "people",
        "in",
        "the",
    ];
    let folded = fold(words);
    let mut parts = folded.split(' ');
    let is_beside = |part: &str| {
        part == "population" || BESIDE.contains(&part) || part.len() == 4 && part.starts_with("20")
    };
    let says_so = unit == Unit::Count && folded.split(' ').any(|part| part == "population");
    (says_so && parts.all(is_beside)).then(|| String::from("Population"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'a>(row: &'a [String], column: &'a [String], topic: &'a str, unit: Unit) -> Parts<'a> {
        Parts {
            row,
            column,
            section: None,
            qualifier: None,
            topic,
            unit,
            is_only: true,
            needs_band: false,
            needs_topic: false,
            fallback: "Value",
        }
    }

    #[test]
    fn names_say_enough_and_no_more() {
        let owned = |texts: &[&str]| -> Vec<String> {
            texts.iter().map(|text| (*text).to_owned()).collect()
        };
        let column = owned(&["Victim-based crime", "Homicide"]);
        assert_eq!(
            name(&parts(&[], &column, "Police recorded crime", Unit::Count)),
            "Homicide"
        );
        let column = owned(&["Rate per 1,000 population"]);
        assert_eq!(
            name(&parts(
                &[],
                &column,
                "Anti-social behaviour incidents",
                Unit::Per1000
            )),
            "Anti-social behaviour incidents: Rate per 1000 population"
        );
        let row = owned(&["Arson and criminal damage", "Arson"]);
        assert_eq!(
            name(&parts(&row, &[], "", Unit::Count)),
            "Arson and criminal damage › Arson"
        );
        let row = owned(&["Burglary"]);
        let column = owned(&["Number"]);
        assert_eq!(
            name(&parts(&row, &column, "Police return", Unit::Count)),
            "Burglary"
        );
    }
}
