//! Whether a message that was kept is still true: what it states (figures, periods, rises and falls) is held
//! against what the rules say of the data today.

mod check;
mod facts;

pub use check::{MessageCheck, Stated};
pub use facts::{facts, states};
