//! The messages of a language, read once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::language::{Language, language};
use super::say::NAMES;
use crate::base::number;

/// A language with its messages.
struct Book {
    bundle: FluentBundle<FluentResource>,
    /// The messages into which nothing goes, in the order of [`NAMES`]; those of others are empty.
    plain: Vec<String>,
}

static ENGLISH: LazyLock<Book> = LazyLock::new(|| {
    let text = include_str!("../../assets/words/en-GB.ftl");
    Book::of(Language::English, text, |_, name| name.to_owned())
});

static WELSH: LazyLock<Book> = LazyLock::new(|| {
    let text = include_str!("../../assets/words/cy.ftl");
    Book::of(Language::Welsh, text, |index, _| {
        ENGLISH.plain.get(index).cloned().unwrap_or_default()
    })
});

impl Book {
    /// Reads a file; `lacking` says a message that it has not.
    fn of(language: Language, text: &str, lacking: impl Fn(usize, &str) -> String) -> Self {
        // A message that cannot be read is one that is lacking; a test holds that there is none.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Both languages go from left to right, and so does what goes into them.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(number::grouped(number.value, 0)),
            _ => None,
        }));
        bundle.add_resource_overriding(resource);
        let mut book = Self {
            bundle,
            plain: Vec::new(),
        };
        book.plain = NAMES
            .iter()
            .enumerate()
            .map(|(index, (name, parts))| match parts {
                [] => book
                    .message(name, None)
                    .unwrap_or_else(|| lacking(index, name)),
                _ => String::new(),
            })
            .collect();
        book
    }

    /// A message; `None` where there is none, or something that goes into it is missing.
    fn message(&self, name: &str, parts: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, parts, &mut errors);
        errors.is_empty().then(|| words.into_owned())
    }
}

fn book() -> &'static Book {
    match language() {
        Language::English => &ENGLISH,
        Language::Welsh => &WELSH,
    }
}

/// A message into which nothing goes, by its place among the [`NAMES`].
pub(super) fn plain(index: usize) -> &'static str {
    book().plain.get(index).map_or("", String::as_str)
}

/// A message with what goes into it.
pub(super) fn with<const N: usize>(
    name: &str,
    parts: [(&'static str, FluentValue<'_>); N],
) -> String {
    let parts: FluentArgs<'_> = parts.into_iter().collect();
    book()
        .message(name, Some(&parts))
        .or_else(|| ENGLISH.message(name, Some(&parts)))
        .unwrap_or_else(|| name.to_owned())
}
