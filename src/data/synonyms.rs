//! The words of the field that mean the same: abbreviations and their long forms, "all" and "total". The
//! facts are in `assets/words/synonyms.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::text::fold;

/// What says the same in other words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
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
        let mut read: Self = ron::from_str(text)?;
        let phrases = read.groups.iter_mut().flatten();
        for phrase in phrases.chain(&mut read.silent).chain(&mut read.ordering) {
            *phrase = fold(phrase);
        }
        Ok(read)
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
            match self.longest(rest) {
                Some((length, meaning)) => {
                    said.extend(meaning.map(str::to_owned));
                    rest = rest.get(length..).unwrap_or_default();
                }
                None => {
                    said.push((*first).to_owned());
                    rest = tail;
                }
            }
        }
        said
    }

    /// Whether the order of a name's words matters from this word on.
    pub fn is_ordering(&self, word: &str) -> bool {
        self.ordering.iter().any(|held| held == word)
    }

    /// The longest phrase with which words begin: its length in words and what stands for it.
    fn longest(&self, words: &[&str]) -> Option<(usize, Option<&str>)> {
        let grouped = self.groups.iter().flat_map(|group| {
            let first = group.first().map(String::as_str);
            group.iter().map(move |phrase| (phrase, first))
        });
        let silent = self.silent.iter().map(|phrase| (phrase, None));
        grouped
            .chain(silent)
            .filter_map(|(phrase, meaning)| {
                let length = phrase.split(' ').count();
                let fits = words.len() >= length
                    && phrase.split(' ').zip(words).all(|(a, b)| a == *b);
                fits.then_some((length, meaning))
            })
            .max_by_key(|(length, _)| *length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_can_be_read_and_no_phrase_stands_twice() {
        let read =
            Synonyms::from_ron(include_str!("../../assets/words/synonyms.ron")).expect("RON");
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
