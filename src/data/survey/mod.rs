//! A survey respondent by respondent: coded columns, weights, and the weighted percentages that follow from
//! them. Nothing here tells who anybody is: numbers of respondents, names and texts typed are not kept.

mod codes;
mod question;
mod respondents;
mod sums;
mod tabulate;

pub use codes::{CodeSlice, Codes};
pub use question::{Answer, Answers, Net, Numbers, Question, Scale, Single, Tick};
pub use respondents::{Coded, Dimension, Origin, Survey, Weight};
pub use sums::Sums;
pub use tabulate::{Counts, Grouping, Indicator, IndicatorPart};
