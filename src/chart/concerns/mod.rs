//! The chart of concerns: a bar for each issue from the most named, with the force beside it, whether more or
//! fewer are concerned than before, and how it stands against the force.

mod layout;
mod model;

pub use model::{ConcernRowModel, ConcernsModel, Rest, StandingModel, WiderModel};
