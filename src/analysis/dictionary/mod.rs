//! The project's own words: what it calls measures, places and groups of people, and which of them it
//! takes for one. Imported data stay as they are; catalogue and answers are read through the dictionary.

mod definition;
mod listing;
mod near_names;
mod proposals;
mod term;
mod words;

pub(super) use near_names::signature;

pub use definition::{Definition, Dictionary, DictionaryError, TermEdit};
pub use listing::{Listing, Member, TermRow};
pub use proposals::{Evidence, Proposal, proposals};
pub use term::{AreaKey, CategoryKey, Term};
pub use words::{MeasureNames, SourceWords, Words};

/// Whether two names are two ways to write the same.
pub fn are_one_name(one: &str, other: &str) -> bool {
    let signature = near_names::signature(one);
    !signature.is_empty() && signature == near_names::signature(other)
}
