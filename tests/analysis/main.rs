//! Questions and their answers: what stands on one line, which of two values counts, what may be said
//! of a change.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test that cannot go on says where"
)]

mod answers;
mod breakdown;
mod breaks;
mod change_table;
mod changes;
mod concerns;
mod dictionary;
mod disclosure;
mod districts;
mod harm;
mod priority;
#[path = "../chart/priority_answers.rs"]
mod priority_answers;
mod priority_respondents;
mod refresh;
mod respondent_figures;
#[path = "../chart/respondents.rs"]
mod respondents;
mod shown_as;
mod survey_golden;
mod survey_large;
mod table;
mod targets;
