//! What people are concerned about: issues of which each could name several, or a published table of them. Each
//! issue against the year before, and against the force of which the area is part.

mod answer;
mod set;

pub use answer::{ConcernRow, ConcernsAnswer, ConcernsQuestion};
pub use set::{ConcernItem, ConcernSet};
