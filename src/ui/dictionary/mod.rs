//! The screen on which measures, places and groups of people are renamed, merged and corrected.

mod editor;
mod list;
mod proposed;
mod screen;
mod state;

pub use screen::{Defining, dictionary_ui};
pub use state::{DictionaryField, DictionaryState, DictionaryTab};
