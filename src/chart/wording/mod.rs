//! What charts say: titles, captions, footnotes, sentences, alt text. Everything follows from the one
//! rule on change ([`Change::direction`](crate::analysis::Change)); a rise or a fall is named only where
//! that rule finds one, percentage points are never called per cent, and what may not be shown is not
//! said either.

pub mod alt_text;
pub mod answer_scale;
pub mod assessments;
pub mod breakdown;
pub mod caption;
pub mod change_table;
pub mod concerns;
pub mod cross_tab;
pub mod design_effect;
pub mod district_map;
pub mod district_ranking;
pub mod districts;
pub mod districts_spoken;
pub mod figure_check;
pub mod footnote;
pub mod group_changes;
pub mod group_names;
pub mod group_notes;
pub mod harm;
pub mod heatmap;
pub mod hover;
pub mod own_groups;
pub mod phrase;
pub mod priority;
pub mod scorecard;
pub mod sentence;
pub mod source_note;
pub mod targets_spoken;
pub mod title;

pub use hover::{hover_text, revision_text};
