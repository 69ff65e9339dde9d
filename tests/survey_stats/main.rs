//! What must hold of the survey statistics whatever the respondents: properties that are tried on respondents
//! drawn at random.

mod comparing;
mod estimating;
mod respondents;
mod tables;
mod tails;
