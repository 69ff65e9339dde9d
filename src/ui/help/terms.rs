//! The words of statistics that stand in the window and on charts, each with its answer: `assets/help/terms.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

const RON: &str = include_str!("../../../assets/help/terms.ron");

/// What stands over the terms in the guide.
const PREFACE: &str = "# What the words mean\n\n\
    The words of statistics that stand in the window and on charts. Click one where it has a dotted line, and its short \
    answer opens beside it.\n";

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word itself.
    pub name: String,
    /// The question that it answers: "What is a base?".
    pub asks: String,
    /// How it stands in the window and on charts, apart from its name.
    pub labels: Vec<String>,
    /// The answer in a sentence or two.
    pub short: String,
    /// The rest of the answer.
    pub more: String,
    /// Other terms, by their names.
    pub see: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    terms: Vec<Term>,
}

impl Term {
    /// Its address within the page of terms.
    pub fn slug(&self) -> String {
        slug(&self.name)
    }
}

/// Every term, in the order of the file.
pub fn terms() -> &'static [Term] {
    static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| match ron::from_str::<File>(RON) {
        Ok(file) => file.terms,
        Err(error) => {
            tracing::error!(%error, "the terms in the program are damaged");
            Vec::new()
        }
    });
    &TERMS
}

/// The term of a name, or of words that stand for it in the window.
pub fn find(words: &str) -> Option<&'static Term> {
    let is_it = |held: &str| held.eq_ignore_ascii_case(words);
    let by_name = terms().iter().find(|term| is_it(&term.name));
    by_name.or_else(|| {
        let mut terms = terms().iter();
        terms.find(|term| term.labels.iter().any(|label| is_it(label)))
    })
}

/// The address of a heading within its page: lower case, hyphens for spaces, without other signs.
pub(super) fn slug(heading: &str) -> String {
    let letters = heading.to_lowercase();
    let letters = letters.chars().filter_map(|sign| match sign {
        ' ' | '-' => Some('-'),
        sign if sign.is_alphanumeric() => Some(sign),
        _ => None,
    });
    letters.collect()
}

/// The page of terms, in alphabetical order, as Markdown.
pub(super) fn markdown() -> String {
    let mut sorted: Vec<&Term> = terms().iter().collect();
    sorted.sort_by_key(|term| term.name.to_lowercase());
    let mut parts = vec![String::from(PREFACE)];
    for term in sorted {
        let (name, short, more) = (&term.name, &term.short, &term.more);
        parts.push(format!("\n## {name}\n\n**{short}**\n\n{more}\n"));
        let see: Vec<String> = term
            .see
            .iter()
            .map(|name| format!("[{name}](#{})", slug(name)))
            .collect();
        if !see.is_empty() {
            parts.push(format!("\nSee also {}.\n", see.join(", ")));
        }
    }
    parts.concat()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_term_is_whole_and_leads_to_terms_that_are_there() {
        let file: File = ron::from_str(RON).unwrap();
        assert_eq!(file.terms.len(), terms().len());
        let names: BTreeSet<&str> = terms().iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names.len(), terms().len(), "a name stands twice");
        for term in terms() {
            let sentences = term.short.matches(". ").count() + 1;
            assert!(sentences <= 3, "{} is not short", term.name);
            assert!(term.short.len() < 260, "{} is not short", term.name);
            assert!(
                term.short.ends_with('.') && term.more.ends_with('.'),
                "{}",
                term.name
            );
            assert!(term.asks.ends_with('?'), "{}", term.name);
            for see in &term.see {
                assert!(names.contains(see.as_str()), "{} leads to {see}", term.name);
            }
        }
    }

    #[test]
    fn no_word_stands_for_two_terms_and_no_answer_uses_words_of_the_trade() {
        let mut labels = BTreeSet::new();
        for term in terms() {
            for label in &term.labels {
                assert!(labels.insert(label.to_lowercase()), "{label} stands twice");
            }
            let said = format!("{} {}", term.short, term.more).to_lowercase();
            for jargon in [
                "heteroscedastic",
                "null hypothesis",
                "linearis",
                "estimand",
                "pivot",
            ] {
                assert!(!said.contains(jargon), "{}: {jargon}", term.name);
            }
        }
    }

    #[test]
    fn terms_are_found_by_what_stands_on_the_screen() {
        for (words, name) in [
            ("Respondents (base)", "Base"),
            ("95% interval", "95% interval"),
            ("VS THE REST", "The rest"),
            ("[c]", "Withheld"),
        ] {
            assert_eq!(find(words).map(|term| term.name.as_str()), Some(name));
        }
        assert_eq!(find("flux capacitor"), None);
    }

    #[test]
    fn addresses_are_those_that_web_pages_of_markdown_have() {
        for (heading, address) in [
            ("95% interval", "95-interval"),
            ("Rate per 1,000", "rate-per-1000"),
            ("p-value", "p-value"),
            ("Rao–Scott test", "raoscott-test"),
        ] {
            assert_eq!(slug(heading), address);
        }
    }
}
