//! Statistics: numbers in, numbers out. Every function cites its source; none knows what its numbers
//! are about.

pub mod base_policy;
pub mod change;
pub mod counts;
pub mod funnel;
pub mod peers;
pub mod proportions;
pub mod quantiles;
pub mod quasi_poisson;
pub mod ranks;
pub mod rates;
pub mod rounding;
pub mod shrinkage;
pub mod standardised_rates;
pub mod suppression;

#[cfg(test)]
mod edge_cases;
#[cfg(test)]
mod properties;
