//! Which groups of people are to be looked at first: those whose level is worse than that of the rest and
//! that got worse since, with the evidence for both (statistical specification 9.1).
//!
//! Where the figures come from is the matter of `observed` (tables) and `respondents` (surveys); everything after that starts from
//! [`CohortInput`], whoever filled it.

mod answer;
mod ask;
mod evidence;
mod input;
mod observed;
mod plotted;
mod rank;
mod respondents;

pub use answer::{CohortScope, Gap, PriorityAnswer, PriorityCohort, PriorityTotal, Testing};
pub use ask::priority;
pub use evidence::{Evidence, EvidenceClass, Relative};
pub use input::{CohortInput, RespondentTests};
pub use plotted::Plotted;
