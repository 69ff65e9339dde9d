//! Spans of time: half-open, of a kind, in the calendar that UK statistics use (statistical
//! specification 10). How they are written and read is the matter of `period_label` and `period_parse`.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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

impl Period {
    /// One day; `None` for the calendar's very last (in the year 9999).
    pub fn day(date: Date) -> Option<Self> {
        Self::checked(date, date.tomorrow().ok()?, PeriodKind::Day)
    }

    /// A calendar month; `month` from 1 to 12.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::months_from(first_of(year, month)?, 1, PeriodKind::Month)
    }

    /// A quarter of the calendar year; `quarter` from 1 (January to March) to 4.
    pub fn calendar_quarter(year: i16, quarter: i8) -> Option<Self> {
        let first = first_of(year, quarter_month(quarter)?)?;
        Self::months_from(first, 3, PeriodKind::CalendarQuarter)
    }

    /// A quarter of the financial year that begins in April of `start_year`; `quarter` from 1 (April to
    /// June) to 4 (January to March of the next year).
    pub fn financial_quarter(start_year: i16, quarter: i8) -> Option<Self> {
        let first = first_of(start_year, quarter_month(quarter)?)?;
        let first = first.checked_add(3.months()).ok()?;
        Self::months_from(first, 3, PeriodKind::FinancialQuarter)
    }

    /// 1 January to 31 December.
    pub fn calendar_year(year: i16) -> Option<Self> {
        Self::months_from(first_of(year, 1)?, 12, PeriodKind::CalendarYear)
    }

    /// 1 April of `start_year` to 31 March of the next: `financial_year(2021)` is 2021/22.
    pub fn financial_year(start_year: i16) -> Option<Self> {
        Self::months_from(first_of(start_year, 4)?, 12, PeriodKind::FinancialYear)
    }

    /// The twelve months that end with a month.
    ///
    /// ```
    /// use bellwether::data::Period;
    /// let year = Period::year_ending(2020, 2).unwrap();
    /// assert_eq!((year.start.to_string(), year.days()), (String::from("2019-03-01"), 366));
    /// ```
    pub fn year_ending(year: i16, month: i8) -> Option<Self> {
        let end = first_of(year, month)?.checked_add(1.month()).ok()?;
        let start = end.checked_sub(12.months()).ok()?;
        Self::checked(start, end, PeriodKind::YearEnding)
    }

    /// The months of a financial year from April to a month, both included: what "year to date" means
    /// in the returns of public bodies.
    pub fn financial_year_to_date(year: i16, month: i8) -> Option<Self> {
        let last = first_of(year, month)?.last_of_month();
        Self::span(Self::financial_year_of(last)?.start, last)
    }

    /// From one day to another, both included, of the most specific kind that the days alone allow: one
    /// day, a calendar month, a calendar quarter, twelve whole months ending with some month, else a
    /// span. Never a financial quarter or year, nor a calendar year: those are kinds that somebody
    /// must have written ("Q1 2022/23", "2021/22", "2021").
    pub fn span(first_day: Date, last_day: Date) -> Option<Self> {
        let end = last_day.tomorrow().ok()?;
        let mut period = Self::checked(first_day, end, PeriodKind::Span)?;
        period.kind = match period.whole_months() {
            Some(1) => PeriodKind::Month,
            Some(3) if first_day.month() % 3 == 1 => PeriodKind::CalendarQuarter,
            Some(12) => PeriodKind::YearEnding,
            None if first_day == last_day => PeriodKind::Day,
            _ => PeriodKind::Span,
        };
        Some(period)
    }

    /// The last day.
    pub fn last_day(&self) -> Date {
        self.end.yesterday().unwrap_or(self.end)
    }

    /// How many days it has.
    pub fn days(&self) -> u32 {
        days_between(self.start, self.end)
    }

    /// How many months it has, where it consists of whole calendar months.
    pub fn whole_months(&self) -> Option<u32> {
        if self.start.day() != 1 || self.end.day() != 1 {
            return None;
        }
        u32::try_from(month_number(self.end) - month_number(self.start))
            .ok()
            .filter(|months| *months > 0)
    }

    /// The calendar months it consists of; empty where they are not whole.
    pub fn months(&self) -> Vec<Self> {
        let count = self.whole_months().unwrap_or(0);
        let nth = |index| {
            let first = self
                .start
                .checked_add(i64::from(index).try_months()?)
                .ok()?;
            Self::months_from(first, 1, PeriodKind::Month)
        };
        (0..count).filter_map(nth).collect()
    }

    /// Whether a day lies in it.
    pub fn contains(&self, date: Date) -> bool {
        self.start <= date && date < self.end
    }

    /// The days it shares with another period.
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let first = self.start.max(other.start);
        let last = self.last_day().min(other.last_day());
        (first <= last).then(|| Self::span(first, last)).flatten()
    }

    /// How many days it shares with another period.
    pub fn overlap_days(&self, other: &Self) -> u32 {
        days_between(self.start.max(other.start), self.end.min(other.end))
    }

    /// Whether it is the same time as another period, whatever either is called.
    pub fn covers_same_days(&self, other: &Self) -> bool {
        self.start == other.start && self.end == other.end
    }

    /// The same span one year earlier, of the same kind. Whole months stay whole (February 2021 has
    /// February 2020, with its 29 days); else 29 February has the 28th.
    pub fn previous_year(&self) -> Option<Self> {
        self.moved_by_months(-12)
    }

    /// The same span some months earlier or later, of the same kind where that still fits. Whole months
    /// stay whole; else days that a month does not have become its last.
    pub fn moved_by_months(&self, months: i32) -> Option<Self> {
        let by = i64::from(months).try_months()?;
        let start = self.start.checked_add(by).ok()?;
        let end = if self.whole_months().is_some() {
            self.end.checked_add(by).ok()?
        } else {
            self.last_day().checked_add(by).ok()?.tomorrow().ok()?
        };
        let keeps_kind = match self.kind {
            PeriodKind::Day | PeriodKind::Month | PeriodKind::YearEnding | PeriodKind::Span => true,
            PeriodKind::CalendarQuarter | PeriodKind::FinancialQuarter => months % 3 == 0,
            PeriodKind::CalendarYear | PeriodKind::FinancialYear => months % 12 == 0,
        };
        if keeps_kind {
            Self::checked(start, end, self.kind)
        } else {
            Self::span(start, end.yesterday().ok()?)
        }
    }

    /// The financial year in which a day lies.
    pub fn financial_year_of(date: Date) -> Option<Self> {
        Self::financial_year(financial_start_year(date))
    }

    /// The quarter of the financial year in which a day lies.
    pub fn financial_quarter_of(date: Date) -> Option<Self> {
        let quarter = (month_index_in_financial_year(date) - 1) / 3 + 1;
        Self::financial_quarter(financial_start_year(date), quarter)
    }

    /// The quarter of the calendar year in which a day lies.
    pub fn calendar_quarter_of(date: Date) -> Option<Self> {
        Self::calendar_quarter(date.year(), (date.month() - 1) / 3 + 1)
    }

    /// The number, 1 to 4, of the quarter of the financial year in which the period begins.
    pub fn number_of_financial_quarter(&self) -> i8 {
        (month_index_in_financial_year(self.start) - 1) / 3 + 1
    }

    /// The number, 1 to 4, of the quarter of the calendar year in which the period begins.
    pub fn number_of_calendar_quarter(&self) -> i8 {
        (self.start.month() - 1) / 3 + 1
    }

    /// `months` whole months from the first of a month.
    fn months_from(first: Date, months: i8, kind: PeriodKind) -> Option<Self> {
        Self::checked(
            first,
            first.checked_add(i64::from(months).try_months()?).ok()?,
            kind,
        )
    }

    /// A period that has at least one day.
    fn checked(start: Date, end: Date, kind: PeriodKind) -> Option<Self> {
        (start < end).then_some(Self { start, end, kind })
    }
}

/// The month's place in the financial year: April is 1, March is 12.
pub fn month_index_in_financial_year(date: Date) -> i8 {
    (date.month() + 8) % 12 + 1
}

/// The year in which the financial year of a day begins.
pub fn financial_start_year(date: Date) -> i16 {
    if date.month() >= 4 {
        date.year()
    } else {
        date.year() - 1
    }
}

/// How many days the financial year has in which a day lies: 366 where it holds a 29 February.
pub fn days_in_financial_year(date: Date) -> u32 {
    Period::financial_year_of(date).map_or(365, |year| year.days())
}

/// The first day of a month.
fn first_of(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// The first month of a quarter of the calendar year.
fn quarter_month(quarter: i8) -> Option<i8> {
    (1..=4).contains(&quarter).then(|| quarter * 3 - 2)
}

/// Months since the beginning of the calendar.
fn month_number(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month())
}

/// The days from one day to another; 0 where the second is not later.
fn days_between(from: Date, to: Date) -> u32 {
    from.until(to)
        .ok()
        .and_then(|span| u32::try_from(span.get_days()).ok())
        .unwrap_or(0)
}

/// Months as a span, where jiff can count so many.
trait TryMonths {
    fn try_months(self) -> Option<jiff::Span>;
}

impl TryMonths for i64 {
    fn try_months(self) -> Option<jiff::Span> {
        jiff::Span::new().try_months(self).ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_alone_decide_the_kind_of_a_span() {
        let kind = |first: (i16, i8, i8), last: (i16, i8, i8)| {
            Period::span(
                date(first.0, first.1, first.2),
                date(last.0, last.1, last.2),
            )
            .unwrap()
            .kind
        };
        assert_eq!(kind((2024, 2, 29), (2024, 2, 29)), PeriodKind::Day);
        assert_eq!(kind((2024, 2, 1), (2024, 2, 29)), PeriodKind::Month);
        assert_eq!(kind((2023, 2, 1), (2023, 3, 1)), PeriodKind::Span);
        assert_eq!(
            kind((2023, 7, 1), (2023, 9, 30)),
            PeriodKind::CalendarQuarter
        );
        assert_eq!(kind((2023, 8, 1), (2023, 10, 31)), PeriodKind::Span);
        assert_eq!(kind((2022, 4, 1), (2023, 3, 31)), PeriodKind::YearEnding);
        assert_eq!(kind((2022, 1, 1), (2022, 12, 31)), PeriodKind::YearEnding);
        assert_eq!(Period::span(date(2023, 1, 2), date(2023, 1, 1)), None);
    }

    #[test]
    fn a_year_earlier_keeps_whole_months_and_survives_leap_days() {
        let february = Period::month(2021, 2).unwrap().previous_year().unwrap();
        assert_eq!(february.last_day(), date(2020, 2, 29));
        let leap_day = Period::day(date(2020, 2, 29)).unwrap();
        assert_eq!(leap_day.previous_year(), Period::day(date(2019, 2, 28)));
        let before_it = Period::day(date(2020, 2, 28)).unwrap();
        assert_eq!(before_it.previous_year(), Period::day(date(2019, 2, 28)));
        let to_date = Period::span(date(2022, 4, 1), date(2022, 12, 23)).unwrap();
        let earlier = to_date.previous_year().unwrap();
        assert_eq!(
            (earlier.start, earlier.last_day()),
            (date(2021, 4, 1), date(2021, 12, 23))
        );
    }

    #[test]
    fn adjacent_rolling_years_share_eleven_months() {
        let year = Period::year_ending(2023, 9).unwrap();
        let before = year.moved_by_months(-1).unwrap();
        assert_eq!(before, Period::year_ending(2023, 8).unwrap());
        assert_eq!(year.overlap(&before).unwrap().whole_months(), Some(11));
        assert_eq!(year.overlap_days(&year.previous_year().unwrap()), 0);
        assert_eq!(year.overlap(&year.previous_year().unwrap()), None);
    }

    #[test]
    fn inputs_that_are_no_period_are_refused() {
        assert_eq!(Period::month(2023, 13), None);
        assert_eq!(Period::calendar_quarter(2023, 0), None);
        assert_eq!(Period::financial_quarter(2023, 5), None);
        assert_eq!(Period::calendar_year(i16::MAX), None);
        assert_eq!(Period::year_ending(2023, 0), None);
        assert_eq!(Period::day(Date::MAX), None);
        assert_eq!(Period::financial_year(9999), None);
    }

    proptest! {
        #[test]
        fn every_day_lies_in_its_financial_year_and_quarter(days in 0i64..73_000) {
            let day = date(1900, 1, 1).checked_add(days.days()).unwrap();
            let year = Period::financial_year_of(day).unwrap();
            let quarter = Period::financial_quarter_of(day).unwrap();
            prop_assert!(year.contains(day) && quarter.contains(day));
            prop_assert_eq!(year.overlap_days(&quarter), quarter.days());
            prop_assert!(Period::calendar_quarter_of(day).unwrap().covers_same_days(&quarter));
            prop_assert_eq!(year.whole_months(), Some(12));
        }
    }
}
