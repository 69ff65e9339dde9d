//! The questions that charts answer: a measure over periods for some areas and cohorts, as estimates
//! with interval, base, status and provenance, in the project's words. It knows imported data and statistics, and nothing of
//! how answers are drawn or worded.

pub mod against_rest;
pub mod answer;
pub mod answer_scale;
pub mod asked;
pub mod breakdown;
pub mod breaks;
pub mod cadence;
pub mod catalogue;
pub mod change;
pub mod change_table;
pub mod cohort_rule;
pub mod cross_tab;
pub mod dictionary;
pub mod disclosure;
pub mod district_funnel;
pub mod districts;
pub mod estimate;
pub mod group_changes;
mod group_order;
pub mod groups;
pub mod groups_over_time;
mod monthly_counts;
pub mod overview;
pub mod peers_mean;
pub mod priority;
pub mod question;
pub mod refresh;
mod resolve;
mod respondent_figures;
pub mod sensitive;
pub mod shown_as;
pub mod small_counts;
pub mod survey;
pub mod survey_view;
pub mod targets;
pub mod trend;
mod vintages;

pub use answer::{answer, first_question};
pub use asked::{Answer, Asked};
pub use breakdown::BreakdownAnswer;
pub use cadence::Cadence;
pub use catalogue::{Catalogue, MeasureKey};
pub use change::{Change, Direction};
pub use change_table::{ChangeTableAnswer, ChangeTableScope};
pub use dictionary::Dictionary;
pub use districts::{DistrictsAnswer, DistrictsQuestion};
pub use estimate::{Estimate, Interval, Outcome, Provenance};
pub use group_changes::GroupChangesAnswer;
pub use groups::GroupQuestion;
pub use groups_over_time::GroupsOverTime;
pub use priority::{CohortScope, PriorityAnswer};
pub use question::{Comparator, PeriodRange, Question, Split};
pub use shown_as::ShownAs;
pub use trend::{SeriesKey, SeriesRole, TrendAnswer, TrendPoint, TrendSeries};
