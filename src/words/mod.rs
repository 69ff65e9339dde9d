//! Every word of the window, in the language that is spoken: `assets/words/en-GB.ftl` holds them in English, `cy.ftl` in
//! Welsh, as Project Fluent writes messages. It knows nothing of what the words are about.
//!
//! Each message of the English file is a function of `say` that takes what goes into the message (`build.rs`), so
//! that a missing one, one with something missing and one that nobody uses do not compile. What Welsh lacks is said in
//! English.

mod book;
mod dates;
mod language;
pub(crate) mod say;

pub use dates::date;
pub use language::{Language, in_english, language, speak};
