//! Groups of people by rule: "women aged 16 to 24 in the City" is `Sex=Female & Age=16-24 & Area=Nottingham`.
//! A rule speaks in names; which respondents it means is worked out for each survey that knows them.

mod choices;
mod fitting;
mod lines;
mod named;
mod parse;
mod rule;

pub use choices::{ColumnChoices, ColumnKind, choices};
pub use fitting::{Fitting, FittingCount, fitting};
pub use lines::{Join, RuleLine, RuleLines};
pub use named::{NamedCohort, OWN_GROUPS, with_own_groups};
pub use parse::RuleError;
pub use rule::CohortRule;
