//! Offences ranked by their number, by the harm that they do (number by weight) and by how many people are
//! concerned about them. The weights are the user's own; none come with the program.

mod answer;
mod matching;
mod spec;

pub use answer::{ConcernColumn, HarmAnswer, HarmConcern, HarmQuestion, HarmRow, LEAST_MOVE};
pub use matching::{MatchedBy, WeightMatch, WeightsReport, weights_report};
pub use spec::{ConcernKey, ConcernMatch, HarmSpec};
