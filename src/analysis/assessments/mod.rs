//! Structured reviews of priorities (`MoRiLE` and the like): the matrices of judgements that workbooks hold,
//! and what moved from one review to another. Judgements stand on scales whose steps have an order and no
//! distance: nothing here adds, averages or subtracts them.

mod answer;
mod held;
mod lineage;
mod movement;
mod proposals;
mod review;

pub use answer::{AssessmentsAnswer, AssessmentsQuestion, ReviewLabel};
pub use lineage::{Lineage, LineageLink};
pub use movement::{CellDifference, Movement, Shift, Thread, ThreadKind};
pub use review::{Criterion, Review, ReviewKey, ReviewSubject, reviews};
