//! Charts as they are drawn: text widths, layout without collisions, wording, files.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where"
)]

mod answers;
mod brand;
mod breaks;

mod change_table;
mod concerns;
mod contents;
mod districts;
mod exports;
mod files;
mod gallery;
mod gallery_cases;
mod gallery_hashes;
mod groups;
mod harm;
mod layouts;
mod maps;
mod matrix;
mod over_time;
mod priority;
mod priority_answers;
mod respondents;
mod revisions;
mod scorecard;
mod slides;
mod snapshots;
mod survey_tables;
mod text_widths;
mod words;
