//! Periods with words of their own: "year ending …", "6 months to …", "week commencing …", seasons.

use jiff::ToSpan;
use jiff::civil::Date;

use super::grammar::{Grammar, Reading, Strength};
use super::points::{Point, Written};
use super::reading::{PeriodCaution, YearReading};
use crate::data::period::{Period, PeriodKind};

/// Words after which the end of a period stands.
const ENDING: [&str; 5] = ["ending", "ended", "end", "to", "until"];

impl Grammar<'_> {
    /// "Year ending …", "Financial year …", "Calendar year …".
    pub(super) fn year_phrase(&self, at: usize) -> Option<Reading> {
        let (flavour, mut next) = match self.tokens.word(at)? {
            "financial" | "fiscal" => (YearReading::Financial, at + 1),
            "calendar" => (YearReading::Calendar, at + 1),
            "fye" | "fy" => (YearReading::Financial, at),
            "cy" => (YearReading::Calendar, at),
            "rolling" | "full" | "whole" => (YearReading::Unknown, at + 1),
            _ => (YearReading::Unknown, at),
        };
        let mut ending = true;
        match self.tokens.word(next)? {
            "ye" | "fye" => next += 1,
            "y" => {
                let letter = self.tokens.after_mark(next + 1, '/')?;
                next = self.tokens.after_word(letter, &["e"])?;
            }
            "year" | "years" | "yr" | "fy" | "cy" => {
                let after = self.ending(next + 1);
                ending = after.is_some();
                next = after.unwrap_or(next + 1);
            }
            _ => return None,
        }
        if !ending {
            return self.named_year(flavour, self.tokens.skip_mark(next, &[':', '-']));
        }
        let point = self.point(self.tokens.skip_mark(next, &[':']))?;
        let period = match point.value {
            Point::Month { year, month, .. } => match (flavour, month) {
                (YearReading::Financial, 3) => Period::financial_year(year - 1)?,
                (YearReading::Calendar, 12) => Period::calendar_year(year)?,
                _ => Period::year_ending(year, month)?,
            },
            Point::Day(last) => {
                let first = last.tomorrow().ok()?.checked_sub(1.year()).ok()?;
                let period = Period::span(first, last)?;
                match (flavour, period.whole_months(), last.month()) {
                    (YearReading::Financial, Some(12), 3) => {
                        Period::financial_year(last.year() - 1)?
                    }
                    _ => period,
                }
            }
            Point::Year(year) if flavour == YearReading::Financial => {
                Period::financial_year(year - 1)?
            }
            _ => return None,
        };
        Some(point.map(|_| (period, Strength::Spelt)))
    }

    /// The year after "financial year", "FY" or "calendar year".
    fn named_year(&self, flavour: YearReading, at: usize) -> Option<Reading> {
        if let Some(year) = self.financial_year(at, flavour == YearReading::Financial) {
            let period = Period::financial_year(year.value)?;
            let allowed = flavour != YearReading::Calendar;
            return allowed.then(|| year.map(|_| (period, Strength::Spelt)));
        }
        let year = self.year(at, flavour != YearReading::Unknown)?;
        let (period, caution) = match flavour {
            YearReading::Calendar => (Period::calendar_year(year.value)?, None),
            // FY24 is 2023/24 where years are named by their end, as accountants do; a year in four
            // figures is as often the one in which it begins.
            YearReading::Financial => {
                let ends = Period::financial_year(year.value - 1)?;
                let begins = Period::financial_year(year.value)?;
                (ends, Some(PeriodCaution::Ambiguous { other: begins }))
            }
            YearReading::Unknown => self.bare_year(year.value)?,
        };
        Some(Written {
            caution,
            ..year.map(|_| (period, Strength::Spelt))
        })
    }

    /// The place after words such as "ending", "to the end of", "up to".
    fn ending(&self, at: usize) -> Option<usize> {
        let next = self.tokens.skip_word(at, &["up"]);
        let next = self.tokens.after_word(next, &ENDING)?;
        let next = self.tokens.skip_word(next, &["the"]);
        let next = self.tokens.skip_word(next, &["end", "ending"]);
        Some(self.tokens.skip_word(next, &["of", "in", "on"]))
    }

    /// "12 months to …", "three months ending …", "quarter to …".
    pub(super) fn months_phrase(&self, at: usize) -> Option<Reading> {
        let start = self.tokens.skip_word(at, &["rolling", "latest", "last"]);
        let (count, next) = match self.tokens.word(start) {
            Some("quarter" | "qtr") => (3, start + 1),
            Some("month") => (1, start + 1),
            word => {
                let count = match word {
                    Some("three") => 3,
                    Some("six") => 6,
                    Some("nine") => 9,
                    Some("twelve") => 12,
                    Some("eighteen") => 18,
                    Some(_) => return None,
                    None => self.tokens.small_number(start).filter(|count| *count > 0)?,
                };
                let next = self.tokens.skip_mark(start + 1, &['-']);
                let months = ["months", "month", "mths", "mth", "mnths", "m"];
                (count, self.tokens.after_word(next, &months)?)
            }
        };
        let next = self.tokens.skip_word(next, &["rolling", "period", "total"]);
        let point = self.point(self.ending(next)?)?;
        let last = match point.value {
            Point::Month { year, month, .. } => Date::new(year, month, 1).ok()?.last_of_month(),
            Point::Day(day) => day,
            _ => return None,
        };
        let first = last
            .tomorrow()
            .ok()?
            .checked_sub(i64::from(count).months())
            .ok()?;
        let period = Period::span(first, last)?;
        Some(point.map(|_| (period, Strength::Spelt)))
    }

    /// "Week ending 5 May 2023", "w/c 1 May 2023".
    pub(super) fn week_phrase(&self, at: usize) -> Option<Reading> {
        let (begins, next) = match self.tokens.word(at)? {
            "week" => {
                let next = self
                    .tokens
                    .skip_word(at + 1, &["beginning", "commencing", "starting"]);
                match self.ending(next) {
                    Some(after) if next == at + 1 => (false, after),
                    _ if next > at + 1 => (true, next),
                    _ => return None,
                }
            }
            "w" => {
                let letter = self.tokens.after_mark(at + 1, '/')?;
                let begins = match self.tokens.word(letter)? {
                    "c" | "b" => true,
                    "e" => false,
                    _ => return None,
                };
                (begins, letter + 1)
            }
            _ => return None,
        };
        let point = self.point(next)?;
        let Point::Day(day) = point.value else {
            return None;
        };
        let period = if begins {
            Period::span(day, day.checked_add(6.days()).ok()?)?
        } else {
            Period::span(day.checked_sub(6.days()).ok()?, day)?
        };
        Some(point.map(|_| (period, Strength::Spelt)))
    }

    /// "FYTD Sep 2023", "FYTD (23rd Dec)", "2022/23 YTD".
    pub(super) fn to_date(&self, at: usize) -> Option<Reading> {
        if let Some(year) = self.financial_year(at, false) {
            let next = self.year_to_date_words(year.next)?;
            let caution = Some(PeriodCaution::EndNotWritten);
            let period = Period::financial_year(year.value)?;
            let year = year.map(|_| (period, Strength::Spelt));
            return Some(Written {
                caution,
                next,
                ..year
            });
        }
        let next = self.year_to_date_words(at)?;
        let open = self.tokens.after_mark(next, '(');
        let next = self.tokens.skip_word(open.unwrap_or(next), &["as"]);
        let next = self.tokens.skip_word(next, &["up"]);
        let next = self.tokens.skip_word(next, &["to", "at"]);
        let mut point = self.point(next)?;
        if open.is_some() {
            point.next = self.tokens.after_mark(point.next, ')')?;
        }
        let (last, caution) = match point.value {
            Point::Day(day) => (day, None),
            Point::Month { year, month, .. } => {
                (Date::new(year, month, 1).ok()?.last_of_month(), None)
            }
            without_year => {
                let period = self.in_known_year(without_year)?;
                (period.last_day(), Some(PeriodCaution::YearAssumed))
            }
        };
        let period = Period::span(Period::financial_year_of(last)?.start, last)?;
        Some(Written {
            caution,
            ..point.map(|_| (period, Strength::Spelt))
        })
    }

    /// The place after "FYTD", "YTD", "year to date", "to date".
    fn year_to_date_words(&self, at: usize) -> Option<usize> {
        if let Some(next) = self.tokens.after_word(at, &["fytd", "ytd"]) {
            return Some(next);
        }
        let next = self.tokens.skip_word(at, &["financial", "fiscal"]);
        let next = self.tokens.skip_word(next, &["year"]);
        self.tokens
            .after_word(self.tokens.after_word(next, &["to"])?, &["date"])
    }

    /// "Spring 2022": March to May; the winter of a year begins in its December.
    pub(super) fn season(&self, at: usize) -> Option<Reading> {
        let month = match self.tokens.word(at)? {
            "spring" => 3,
            "summer" => 6,
            "autumn" => 9,
            "winter" => 12,
            _ => return None,
        };
        let year = match self.financial_year(at + 1, false) {
            Some(year) => year,
            None => self.year(at + 1, false)?,
        };
        let first = Date::new(year.value, month, 1).ok()?;
        let last = first.checked_add(2.months()).ok()?.last_of_month();
        let period = Period::span(first, last)?;
        let caution = Some(PeriodCaution::Season);
        Some(Written {
            caution,
            ..year.map(|_| (period, Strength::Spelt))
        })
    }

    /// "Mid-2019", "mid-year 2019": the day of the population estimates, 30 June.
    pub(super) fn middle_of_year(&self, at: usize) -> Option<Reading> {
        let next = self.tokens.after_word(at, &["mid"])?;
        let next = self.tokens.skip_mark(next, &['-']);
        let next = self.tokens.skip_word(next, &["year"]);
        let next = self
            .tokens
            .skip_word(next, &["estimate", "estimates", "population"]);
        let year = self.year(self.tokens.skip_mark(next, &['-']), false)?;
        let period = Period::day(Date::new(year.value, 6, 30).ok()?)?;
        Some(year.map(|_| (period, Strength::Spelt)))
    }

    /// One point that is a period by itself.
    pub(super) fn single(&self, at: usize) -> Option<Reading> {
        let point = self.point(at)?;
        let mut caution = point.caution;
        let (period, strength) = match point.value {
            Point::Day(day) => (Period::day(day)?, Strength::Plain),
            Point::Month { year, month, .. } => (Period::month(year, month)?, Strength::Plain),
            Point::Whole(period) => (period, Strength::Plain),
            // 20231 is a count rather than a year with a note.
            Point::Year(_) if !point.notes.is_empty() => return None,
            // '95 percent' in quotation marks is no year.
            Point::Year(_) if self.within_text && self.tokens.mark(at) == Some('\'') => {
                return None;
            }
            Point::Year(year) => {
                let (period, open) = self.bare_year(year)?;
                caution = open;
                (period, Strength::Year)
            }
            without_year => {
                let period = self
                    .in_known_year(without_year)
                    .filter(|_| !self.within_text)?;
                caution = Some(PeriodCaution::YearAssumed);
                (period, Strength::Plain)
            }
        };
        Some(Written {
            caution,
            ..point.map(|_| (period, strength))
        })
    }

    /// The period of a point without its year, in the year that is known from around.
    pub(super) fn in_known_year(&self, point: Point) -> Option<Period> {
        let year = self.context.in_year?;
        match point {
            Point::MonthOnly(month) => {
                let month = |of: i16| Period::month(of, month);
                [year.start.year(), year.last_day().year()]
                    .into_iter()
                    .filter_map(month)
                    .find(|month| year.overlap_days(month) == month.days())
            }
            Point::DayOfMonth { day, month } => [year.start.year(), year.last_day().year()]
                .into_iter()
                .filter_map(|of| Date::new(of, month, day).ok())
                .find(|day| year.contains(*day))
                .and_then(Period::day),
            Point::QuarterOnly(quarter) if year.kind == PeriodKind::FinancialYear => {
                Period::financial_quarter(year.start.year(), quarter)
            }
            Point::QuarterOnly(quarter) if year.kind == PeriodKind::CalendarYear => {
                Period::calendar_quarter(year.start.year(), quarter)
            }
            _ => None,
        }
    }

    /// The financial or calendar year that a bare year means.
    pub(super) fn bare_year(&self, year: i16) -> Option<(Period, Option<PeriodCaution>)> {
        let calendar = Period::calendar_year(year)?;
        let financial = Period::financial_year(year)?;
        Some(match self.context.bare_year {
            YearReading::Calendar => (calendar, None),
            YearReading::Financial => (financial, None),
            YearReading::Unknown => (
                calendar,
                Some(PeriodCaution::Ambiguous { other: financial }),
            ),
        })
    }
}
