//! What a refresh changes, slide by slide in few words.

use super::note::{RefreshNote, Refreshed};

/// What a refresh changes on a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideChanges {
    /// Its number as PowerPoint shows it, from 1.
    pub slide: usize,
    /// "12 values, the title; the footnote is kept because somebody wrote it".
    pub words: String,
    /// Whether something on it stays as it is that the data would have otherwise.
    pub is_kept: bool,
    /// Each change in its own words.
    pub details: Vec<String>,
}

impl SlideChanges {
    /// The slides on which something changes or is to be known, in their order.
    pub fn of(notes: &[RefreshNote]) -> Vec<Self> {
        let mut slides: Vec<usize> = notes.iter().map(|note| note.slide).collect();
        slides.sort_unstable();
        slides.dedup();
        let of_slide = |slide: usize| {
            let notes: Vec<&RefreshNote> =
                notes.iter().filter(|note| note.slide == slide).collect();
            Self {
                slide,
                words: words(&notes),
                is_kept: notes.iter().any(|note| note.what.is_kept()),
                details: notes.iter().map(|note| note.words()).collect(),
            }
        };
        slides.into_iter().map(of_slide).collect()
    }
}

fn words(notes: &[&RefreshNote]) -> String {
    let of = |what: Refreshed| notes.iter().filter(move |note| note.what == what);
    let named =
        |what: Refreshed| -> Vec<String> { of(what).map(|note| lower(&note.name)).collect() };
    let mut changed = Vec::new();
    for (what, one, several) in [
        (Refreshed::Value, "value", "values"),
        (Refreshed::Cell, "cell of its table", "cells of its table"),
    ] {
        match of(what).count() {
            0 => {}
            1 => changed.push(format!("1 {one}")),
            count => changed.push(format!("{count} {several}")),
        }
    }
    changed.extend(named(Refreshed::Words));
    changed.extend(named(Refreshed::Picture));
    let mut parts = Vec::new();
    if !changed.is_empty() {
        parts.push(changed.join(", "));
    }
    for name in named(Refreshed::WordsKept) {
        parts.push(format!("{name} kept because somebody wrote it"));
    }
    for name in named(Refreshed::Left) {
        parts.push(format!(
            "{name} left as it is, since it was made into something else"
        ));
    }
    for name in named(Refreshed::Lost) {
        parts.push(format!("{name} not found again"));
    }
    let whole = notes.iter().filter(|note| note.what.is_of_slide());
    parts.extend(whole.map(|note| note.words()));
    parts.join("; ")
}

/// "The title" within a sentence.
fn lower(name: &str) -> String {
    name.strip_prefix("The ")
        .map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(slide: usize, what: Refreshed, name: &str) -> RefreshNote {
        RefreshNote {
            slide,
            what,
            name: name.to_owned(),
            from: String::from("a"),
            to: String::from("b"),
        }
    }

    #[test]
    fn a_slide_is_told_in_one_line() {
        let notes = [
            note(3, Refreshed::WordsKept, "The title"),
            note(3, Refreshed::Value, "Men, 2023"),
            note(3, Refreshed::Value, "Women, 2023"),
            note(1, Refreshed::Words, "The footnote"),
            note(5, Refreshed::OfAnotherStory, ""),
        ];
        let changes = SlideChanges::of(&notes);
        let told: Vec<(usize, &str, bool)> = changes
            .iter()
            .map(|held| (held.slide, &*held.words, held.is_kept))
            .collect();
        assert_eq!(
            told,
            [
                (1, "the footnote", false),
                (
                    3,
                    "2 values; the title kept because somebody wrote it",
                    true
                ),
                (
                    5,
                    "it was published from another project or a story that is gone, and is left as it is",
                    true
                ),
            ]
        );
        assert_eq!(changes[1].details.len(), 3);
    }
}
