//! Whether two names are two ways to write the same. What tells names apart (numbers, age bands, with and
//! without, excluding and including) always does.

use crate::base::text::{clean, fold};
use crate::data::synonyms::Synonyms;

/// With more words than this the order in which they stand matters.
const MOST_WORDS_IN_ANY_ORDER: usize = 5;

/// Words that stand for opposite groups: where two of one pair are in a name, who is which matters.
const OPPOSITES: [(&str, &str); 4] = [
    ("male", "female"),
    ("adult", "child"),
    ("victim", "offender"),
    ("police", "public"),
];

/// What is left of a name once the ways to write it are taken away: equal for two ways to write the same.
/// Empty where the name says nothing.
pub(in crate::analysis) fn signature(name: &str) -> String {
    let synonyms = Synonyms::built_in();
    let folded = fold(&spelt_out(name));
    let words = synonyms.words(&folded);
    let words: Vec<String> = words.iter().map(|word| singular(word)).collect();
    // Once more, since a plural may have hidden a phrase.
    let mut words = synonyms.words(&words.join(" "));
    if is_band(&words) {
        words.retain(|word| !matches!(word.as_str(), "to" | "age" | "aged" | "year" | "old"));
    }
    if let [whole, of, part] = words.as_slice()
        && of == "of"
    {
        // "Victims of crime" are "crime victims".
        words = vec![part.clone(), whole.clone()];
    }
    let held = |word: &str| words.iter().any(|held| held == word);
    let order_matters = words.len() > MOST_WORDS_IN_ANY_ORDER
        || words.iter().any(|word| synonyms.is_ordering(word))
        || words.iter().any(|word| starts_with_digit(word))
        || OPPOSITES
            .iter()
            .any(|(one, other)| held(one) && held(other));
    if !order_matters {
        words.sort_unstable();
    }
    words.join(" ")
}

/// A signature without the word for everything, which "Total theft" has and "Theft" has not.
pub(super) fn without_total(signature: &str) -> String {
    let words: Vec<&str> = signature
        .split(' ')
        .filter(|word| *word != "total")
        .collect();
    words.join(" ")
}

/// Marks that folding would lose, in words; note marks in brackets and raised figures are left out.
fn spelt_out(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 8);
    let mut depth = 0_usize;
    for c in clean(name).chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => {}
            '+' if text.ends_with(|before: char| before.is_ascii_digit()) => {
                text.push_str(" and over ");
            }
            '<' | '≤' => text.push_str(if c == '<' { " under " } else { " at most " }),
            '>' | '≥' => text.push_str(if c == '>' { " over " } else { " at least " }),
            '%' => text.push_str(" percent "),
            '£' => text.push_str(" pound "),
            c => text.push(c),
        }
    }
    text
}

/// A plain plural as its singular.
fn singular(word: &str) -> String {
    let is_plural = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "ous"]
            .iter()
            .any(|end| word.ends_with(end));
    if !is_plural {
        return word.to_owned();
    }
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

/// Whether words are an age band or the like: a number at least, and beside it only words of bands.
fn is_band(words: &[String]) -> bool {
    let of_band = |word: &String| {
        starts_with_digit(word)
            || matches!(
                word.as_str(),
                "to" | "age" | "aged" | "year" | "old" | "over" | "under"
            )
    };
    words.iter().any(|word| starts_with_digit(word)) && words.iter().all(of_band)
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_to_write_the_same() {
        for (one, other) in [
            ("All Crime", "Total recorded crime"),
            ("Total crime", "All recorded crimes"),
            ("ASB", "Anti-social behaviour"),
            ("Violence Against the Person", "VAP"),
            ("Criminal damage & arson", "Arson and criminal damage"),
            ("Burglary - residential", "Residential burglary"),
            ("Burglary [note 3]", "Burglary"),
            ("Robbery²", "Robberies"),
            ("Victims of crime", "Crime victims"),
            ("Theft from motor vehicles", "Theft from a vehicle"),
            ("Public order offences", "Public order"),
            ("16-24", "16 to 24"),
            ("Aged 16 to 24", "16–24 years"),
            ("65+", "65 and over"),
            ("65 or older", "65+"),
            ("Women", "Female"),
            ("Crime (excl. fraud)", "Crime excluding fraud"),
            ("Number of burglaries", "Burglary"),
        ] {
            assert_eq!(signature(one), signature(other), "{one} / {other}");
        }
    }

    #[test]
    fn what_tells_names_apart() {
        for (one, other) in [
            ("Violence with injury", "Violence without injury"),
            ("Crime excluding fraud", "Crime including fraud"),
            ("Crime excluding fraud", "Crime"),
            ("Theft from a vehicle", "Theft of a vehicle"),
            (
                "Male victims of female offenders",
                "Female victims of male offenders",
            ),
            (
                "Crime excluding fraud, including ASB",
                "Crime including fraud, excluding ASB",
            ),
            ("16-24", "16-34"),
            ("16-24", "24-16"),
            ("65+", "65"),
            ("Under 16", "16"),
            ("<16", "16"),
            ("Under 16", "16 and under"),
            ("Over 65", "65 and over"),
            ("Question 1", "Question 2"),
            ("Wave1", "Wave2"),
            ("Violence and sexual offences", "Sexual violence"),
            ("Hate crime", "Hate incidents"),
            ("Theft", "Other theft"),
            ("Domestic abuse", "Domestic violence"),
            ("Offences", "Offenders"),
            ("Non-domestic burglary", "Domestic burglary"),
            ("Safe after dark", "Safe during the day"),
            ("Safe", "Unsafe"),
        ] {
            assert_ne!(signature(one), signature(other), "{one} / {other}");
        }
    }
}
