//! Charts as they are drawn: text widths, layout without collisions, wording, files.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says where"
)]

mod answers;
mod exports;
mod layouts;
mod respondents;
mod revisions;
mod snapshots;
mod survey_tables;
mod text_widths;
mod words;
