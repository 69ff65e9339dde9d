//! Presentations: whole packages, charts that say the numbers they are given, and refreshes that leave alone
//! what is not theirs.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where"
)]

mod decks;
mod packages;
mod refreshes;
mod stories;
