//! Which language is spoken.

use std::cell::Cell;

/// A language of the window.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Language {
    /// English as it is written in Britain.
    #[default]
    English,
    /// Cymraeg.
    Welsh,
}

impl Language {
    /// The language of a locale as systems name them: "cy-GB", `cy_GB.UTF-8`; English where it is neither.
    ///
    /// ```
    /// use bellwether::words::Language;
    /// assert_eq!(Language::of_locale("cy-GB"), Language::Welsh);
    /// assert_eq!(Language::of_locale("cy_GB.UTF-8"), Language::Welsh);
    /// assert_eq!(Language::of_locale("fr-FR"), Language::English);
    /// ```
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("cy") {
            Self::Welsh
        } else {
            Self::English
        }
    }

    /// The language that is not this one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Welsh,
            Self::Welsh => Self::English,
        }
    }

    /// Its tag, as standards write it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// Speaks a language from now on, on this thread: the window says at the beginning of each frame which it is. Other
/// threads speak English, so that what is printed, saved or handed on never depends on it.
pub fn speak(language: Language) {
    SPOKEN.set(language);
}

/// The language that is spoken on this thread.
pub fn language() -> Language {
    SPOKEN.get()
}

/// What is said in English, whichever language is spoken: for what is printed, kept, or known again by its words.
pub fn in_english<T>(said: impl FnOnce() -> T) -> T {
    let spoken = SPOKEN.replace(Language::English);
    let said = said();
    SPOKEN.set(spoken);
    said
}
