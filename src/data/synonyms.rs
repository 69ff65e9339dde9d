//! The words of the field that mean the same: abbreviations and their long forms, "all" and "total". The
//! facts are in `assets/words/synonyms.ron`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::text::fold;

/// What says the same in other words.
#[derive(Debug, Default)]
pub struct Synonyms {
    /// The phrases by their first words, the longest first.
    phrases: HashMap<String, Vec<Phrase>>,
    /// Words after which the order of a name matters.
    ordering: HashSet<String>,
}

/// A phrase that other words stand for, or none.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    meaning: Option<String>,
}

/// The file of synonyms.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    /// Phrases that mean the same; the first of each stands for all.
    groups: Vec<Vec<String>>,
    /// Phrases that may be left out of a name without changing what it means.
    silent: Vec<String>,
    /// Words after which the order of a name matters.
    ordering: Vec<String>,
}

impl Synonyms {
    /// Those that come with the program.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Synonyms> = LazyLock::new(|| {
            Synonyms::from_ron(include_str!("../../assets/words/synonyms.ron")).unwrap_or_else(
                |error| {
                    // The file is part of the program and a test reads it; without it fewer names are near.
                    tracing::error!(%error, "the built-in synonyms cannot be read");
                    Synonyms::default()
                },
            )
        });
        &BUILT_IN
    }

    /// Reads a list of synonyms; phrases are folded, the longest first where several could fit.
    ///
    /// # Errors
    /// Where it is not such a list.
    pub fn from_ron(text: &str) -> Result<Self, Box<ron::error::SpannedError>> {
        let read: Entries = ron::from_str(text)?;
        let mut synonyms = Self {
            phrases: HashMap::new(),
            ordering: read.ordering.iter().map(|word| fold(word)).collect(),
        };
        for group in &read.groups {
            let meaning = group.first().map(|first| fold(first));
            for phrase in group {
                synonyms.add(phrase, meaning.clone());
            }
        }
        for phrase in &read.silent {
            synonyms.add(phrase, None);
        }
        Ok(synonyms)
    }

    fn add(&mut self, phrase: &str, meaning: Option<String>) {
        let words: Vec<String> = fold(phrase).split(' ').map(str::to_owned).collect();
        if let Some(first) = words.first() {
            let held = self.phrases.entry(first.clone()).or_default();
            let at = held.partition_point(|other| other.words.len() >= words.len());
            held.insert(at, Phrase { words, meaning });
        }
    }

    /// The words of a folded name, each phrase of a group as its first phrase and silent phrases left out.
    ///
    /// ```
    /// use bellwether::data::synonyms::Synonyms;
    /// let words = Synonyms::built_in().words("anti social behaviour");
    /// assert_eq!(words, Synonyms::built_in().words("asb"));
    /// ```
    pub fn words(&self, folded: &str) -> Vec<String> {
        let words: Vec<&str> = folded.split_ascii_whitespace().collect();
        let mut said = Vec::with_capacity(words.len());
        let mut rest = words.as_slice();
        while let Some((first, tail)) = rest.split_first() {
            if let Some((length, meaning)) = self.longest(rest) {
                said.extend(meaning.map(str::to_owned));
                rest = rest.get(length..).unwrap_or_default();
            } else {
                said.push((*first).to_owned());
                rest = tail;
            }
        }
        said
    }

    /// Whether the order of a name's words matters from this word on.
    pub fn is_ordering(&self, word: &str) -> bool {
        self.ordering.contains(word)
    }

    /// The longest phrase with which words begin: its length in words and what stands for it.
    fn longest(&self, words: &[&str]) -> Option<(usize, Option<&str>)> {
        let phrases = self.phrases.get(*words.first()?)?;
        let fits = |phrase: &&Phrase| {
            words.len() >= phrase.words.len()
                && phrase
                    .words
                    .iter()
                    .zip(words)
                    .all(|(one, other)| one == other)
        };
        let phrase = phrases.iter().find(fits)?;
        Some((phrase.words.len(), phrase.meaning.as_deref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_can_be_read_and_no_phrase_stands_twice() {
        let read: Entries = ron::from_str(include_str!("../../assets/words/synonyms.ron")).unwrap();
        let mut phrases: Vec<&String> = read.groups.iter().flatten().chain(&read.silent).collect();
        let count = phrases.len();
        phrases.sort();
        phrases.dedup();
        assert_eq!(phrases.len(), count);
    }

    #[test]
    fn the_longest_phrase_counts() {
        let synonyms = Synonyms::built_in();
        assert_eq!(
            synonyms.words("violence against the person"),
            synonyms.words("vap")
        );
        assert_ne!(
            synonyms.words("violence against women and girls"),
            synonyms.words("violence against women")
        );
    }
}
