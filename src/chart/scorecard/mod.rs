//! The scorecard: targets against the data, a row each, with where each stands as word, shape and colour.

mod layout;
mod model;
mod status;

pub use model::{RowModel, ScorecardModel};
pub use status::Standing;
