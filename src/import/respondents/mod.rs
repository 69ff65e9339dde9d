//! Sheets with one row a respondent become a [`Survey`]: what each column is, is concluded from its
//! heading, its entries and the workbook's codebook; what could tell who somebody is is left out, and so
//! is what is not understood, each with a finding.

mod answers;
mod codebook;
mod column;
mod fieldwork;
mod findings;
mod labels;
mod people;
mod personal;
mod read;
mod roles;
mod scales;
mod ticks;
mod time;
mod weights;

pub(crate) use codebook::Codebook;
pub use findings::SurveyFinding;
pub(crate) use read::{Outcome, Sheet, read};
