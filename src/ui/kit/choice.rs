//! One line of a menu or of the palette.

use std::borrow::Cow;

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice<'a> {
    pub(super) title: Cow<'a, str>,
    pub(super) detail: Cow<'a, str>,
    pub(super) shortcut: Cow<'a, str>,
    pub(super) section: Cow<'a, str>,
    pub(super) found_by: Cow<'a, str>,
}

impl<'a> Choice<'a> {
    /// A choice by its words, which are also its accessible name.
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// More words in grey after the title; they are searched too.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Cow<'a, str>>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Other names by which it is found as well, though they are not shown; one a line.
    #[must_use]
    pub fn found_by(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.found_by = words.into();
        self
    }

    /// The keys that do the same, at the right.
    #[must_use]
    pub fn shortcut(mut self, shortcut: impl Into<Cow<'a, str>>) -> Self {
        self.shortcut = shortcut.into();
        self
    }

    /// The heading under which it stands; choices of one section follow each other.
    #[must_use]
    pub fn section(mut self, section: impl Into<Cow<'a, str>>) -> Self {
        self.section = section.into();
        self
    }
}

impl<'a> From<&'a str> for Choice<'a> {
    fn from(title: &'a str) -> Self {
        Self::new(title)
    }
}

impl From<String> for Choice<'_> {
    fn from(title: String) -> Self {
        Self::new(title)
    }
}
