//! What charts say: titles, captions, footnotes, sentences, alt text. Everything follows from the one
//! rule on change ([`Change::direction`](crate::analysis::Change)); a rise or a fall is named only where
//! that rule finds one, percentage points are never called per cent, and what may not be shown is not
//! said either.

pub mod alt_text;
pub mod caption;
pub mod footnote;
pub mod hover;
pub mod phrase;
pub mod priority;
pub mod sentence;
mod source_note;
pub mod title;

pub use hover::{hover_text, revision_text};
