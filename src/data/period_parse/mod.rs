//! Reading periods as people write them: in a cell, a header, a title or the name of a file. The forms
//! are those of the statistical specification (10.2) and of the returns that partners send; what can be
//! read in two ways is settled by its siblings, or said to be open.

mod grammar;
mod phrases;
mod points;
mod quarters;
mod ranges;
mod reading;
mod tokens;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;

pub use reading::{
    DashReading, PeriodCaution, PeriodContext, PeriodReading, YearReading, find_period,
    parse_period, period_of_date,
};
