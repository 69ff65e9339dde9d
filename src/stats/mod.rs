//! Statistics: numbers in, numbers out. Every function cites its source; none knows what its numbers
//! are about.

pub mod counts;
pub mod proportions;
