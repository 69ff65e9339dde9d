//! Surveys respondent by respondent: any question by any groups of people, areas and periods.
//!
//! A [`CellPlan`] says which sums are wanted; [`FillCells`] fills them, for columns in memory in one pass
//! ([`Respondents`]); everything after that is computed from the sums alone: shares and means with interval,
//! bases and method, their differences with a test.

mod banner;
mod cells;
mod crosstab;
mod design;
mod estimand;
mod estimate;
mod find;
mod pairs;
mod pass;
mod periods;
mod plan;
mod policy;
mod respondents;
mod rolling;
mod subject;
mod tables;
mod truth;

pub use banner::{BannerGroups, BannerPart, CROSS, EntryLabels};
pub use cells::{AnswerTable, Cells, Counted, NumberTable, PartSums};
pub use crosstab::{
    CrossTab, CrossTabAsked, CrossTabCell, CrossTabColumn, CrossTabPart, CrossTabRow, Nesting,
    RowKind, crosstab,
};
pub use design::{Association, SampleDesign, SampleKind};
pub use estimand::{Estimand, Estimated, MeanSubject};
pub use estimate::{Difference, MeanEstimate, ShareEstimate, Tier};
pub(in crate::analysis) use find::{Named, columns, entries};
pub use find::{NotFound, find_column, find_entry, find_question, in_words};
pub use pairs::{AllGroups, GroupThenAndNow, GroupsAsked, ThenAndNow, all_groups};
pub use periods::{PeriodError, entries_of};
pub use plan::{Axis, CellPlan, Column, Condition, FillCells, Item, PlanError};
pub use policy::{policy_of_condition, stricter};
pub use respondents::Respondents;
pub use subject::{Subject, SurveySubject, subjects_of};
pub use truth::members;
