//! What stands in a copy to share: what it holds, and what was left out of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a copy to share holds and leaves out, in words for whoever opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedNote {
    /// The day it was made.
    pub made_on: Date,
    /// What it holds, a line each.
    pub holds: Vec<String>,
    /// What was left out, a line each.
    pub leaves_out: Vec<String>,
}
