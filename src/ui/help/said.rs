//! Terms in the language that is spoken: their names, questions and short answers in Welsh are in
//! `assets/help/terms.cy.ron`. The rest of each answer is the guide's, which is in English.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::terms::Term;
use crate::words::{Language, language};

const RON: &str = include_str!("../../../assets/help/terms.cy.ron");

/// What is said of a term beside its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The question that it answers: "What is a base?".
    pub asks: &'a str,
    /// The answer in a sentence or two.
    pub short: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    terms: Vec<Translated>,
}

/// A term in another language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translated {
    of: String,
    name: String,
    asks: String,
    short: String,
}

/// The terms in Welsh, by their names in English.
fn in_welsh() -> &'static HashMap<String, Translated> {
    static TERMS: LazyLock<HashMap<String, Translated>> =
        LazyLock::new(|| match ron::from_str::<File>(RON) {
            Ok(file) => {
                let terms = file.terms.into_iter();
                terms.map(|term| (term.of.clone(), term)).collect()
            }
            Err(error) => {
                tracing::error!(%error, "the Welsh terms in the program are damaged");
                HashMap::new()
            }
        });
    &TERMS
}

/// A term in the language that is spoken; in English where that lacks it.
pub(super) fn said(term: &Term) -> Said<'_> {
    let translated = match language() {
        Language::English => None,
        Language::Welsh => in_welsh().get(&term.name),
    };
    match translated {
        Some(Translated {
            name, asks, short, ..
        }) => Said { name, asks, short },
        None => Said {
            name: &term.name,
            asks: &term.asks,
            short: &term.short,
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::terms::terms;
    use super::*;

    #[test]
    fn welsh_has_every_term_in_other_words_and_as_short() {
        let file: File = ron::from_str(RON).unwrap();
        let english: Vec<&str> = terms().iter().map(|term| term.name.as_str()).collect();
        let welsh: Vec<&str> = file.terms.iter().map(|term| term.of.as_str()).collect();
        assert_eq!(welsh, english);
        let names: BTreeSet<&str> = file.terms.iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names.len(), file.terms.len(), "a name stands twice");
        for (term, welsh) in terms().iter().zip(&file.terms) {
            assert_ne!(term.name, welsh.name);
            assert!(welsh.asks.ends_with('?'), "{}", welsh.of);
            assert!(welsh.short.ends_with('.'), "{}", welsh.of);
            assert!(
                welsh.short.chars().count() < 280,
                "{} is not short",
                welsh.of
            );
            let said = [&*welsh.name, &*welsh.asks, &*welsh.short].concat();
            assert!(!said.contains(['\'', '"']), "{}", welsh.of);
        }
    }
}
