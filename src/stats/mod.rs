//! Statistics: numbers in, numbers out. Every function cites its source; none knows what its numbers
//! are about.

pub mod base_policy;
pub mod change;
pub mod column_letters;
pub mod comparisons;
pub mod contingency;
pub mod counts;
pub mod crosstab;
pub mod distributions;
pub mod funnel;
pub mod intervals;
mod matrix;
pub mod multiplicity;
pub mod peers;
pub mod proportions;
pub mod quantiles;
pub mod quasi_poisson;
pub mod ranks;
pub mod rao_scott;
pub mod rates;
pub mod rounding;
pub mod scale_means;
pub mod shrinkage;
pub mod standardised_rates;
pub mod suppression;
pub mod taylor;
pub mod taylor_sums;
pub mod wave;
pub mod weighted;

#[cfg(test)]
mod edge_cases;
#[cfg(test)]
mod properties;
