//! Statistics: numbers in, numbers out. Every function cites its source; none knows what its numbers
//! are about.

pub mod base_policy;
pub mod change;
pub mod counts;
pub mod poisson_interval;
pub mod proportions;
