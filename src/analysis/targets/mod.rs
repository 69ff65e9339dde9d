//! Targets: what the user wants of measures, kept in the project; where each stands by the data.

mod judge;
mod scorecard;
mod spec;
mod taken_over;

pub use judge::{Doubt, Verdict, judge};
pub use scorecard::{
    Baseline, Expected, Scorecard, ScorecardRow, ScorecardTime, Wanted, row, scorecard,
    trend_with_targets,
};
pub use spec::{
    BaselineSpec, Comparison, MilestoneSpec, Rule, TakenFrom, TargetAim, TargetId, TargetSpec,
};
pub use taken_over::{Offered, has_offers, offered};
