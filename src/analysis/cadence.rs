//! How long the periods of a series are: only periods of one cadence may stand on one line.

use serde::{Deserialize, Serialize};

use crate::data::{Period, PeriodKind};

/// The length of periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cadence {
    /// Single days: snapshots.
    Snapshots,
    /// So many days, of no whole number of months.
    Days(u32),
    /// So many whole months: 1, 3, 12.
    Months(u32),
}

impl Cadence {
    /// The cadence of a period.
    pub fn of(period: &Period) -> Self {
        match period.kind {
            PeriodKind::Day => Self::Snapshots,
            PeriodKind::Month => Self::Months(1),
            PeriodKind::CalendarQuarter | PeriodKind::FinancialQuarter => Self::Months(3),
            PeriodKind::CalendarYear | PeriodKind::FinancialYear | PeriodKind::YearEnding => {
                Self::Months(12)
            }
            PeriodKind::Span => match period.whole_months() {
                Some(months) => Self::Months(months),
                None => Self::Days(period.days()),
            },
        }
    }

    /// In words, as the sentence and the subtitle say it.
    pub fn words(self) -> String {
        match self {
            Self::Snapshots => String::from("on single days"),
            Self::Days(days) => format!("{days} days"),
            Self::Months(1) => String::from("monthly"),
            Self::Months(3) => String::from("quarterly"),
            Self::Months(12) => String::from("12 months"),
            Self::Months(months) => format!("{months} months"),
        }
    }
}
