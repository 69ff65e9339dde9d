//! Statistics: numbers in, numbers out. Every function cites its source; none knows what its numbers
//! are about.

pub mod base_policy;
pub mod change;
pub mod column_letters;
pub mod comparisons;
pub mod counts;
pub mod distributions;
pub mod intervals;
pub mod multiplicity;
pub mod proportions;
pub mod scale_means;
pub mod taylor;
pub mod taylor_sums;
pub mod wave;
pub mod weighted;
