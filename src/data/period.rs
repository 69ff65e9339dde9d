//! Spans of time: half-open, of a kind, in the calendar that UK statistics use (statistical
//! specification 10).

use serde::{Deserialize, Serialize};

use jiff::civil::Date;

/// A half-open span of days with a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The day after the last.
    pub end: Date,
    /// What kind of span it is.
    pub kind: PeriodKind,
}

/// What kind of span a period is. Two periods of the same days and different kinds ("2021/22" and "12
/// months to March 2022") are labelled differently but cover the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PeriodKind {
    /// One day: a census day, a snapshot.
    Day,
    /// A calendar month.
    Month,
    /// A quarter of the calendar year: January to March is the first.
    CalendarQuarter,
    /// A quarter of the financial year: April to June is the first.
    FinancialQuarter,
    /// 1 January to 31 December.
    CalendarYear,
    /// 1 April to 31 March.
    FinancialYear,
    /// Twelve months to the end of some month.
    YearEnding,
    /// Any other span.
    Span,
}
