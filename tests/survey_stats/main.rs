//! What must hold of the survey statistics whatever the respondents: properties that are tried on respondents
//! drawn at random.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says where"
)]

mod comparing;
mod estimating;
mod respondents;
mod tables;
mod tails;
