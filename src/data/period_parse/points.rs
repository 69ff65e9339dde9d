//! The parts of which written periods are made: years, financial years, months, days and quarters. A
//! part is a [`Point`]; how points make periods is the matter of `phrases` and `ranges`.

use jiff::civil::Date;

use super::grammar::Grammar;
use super::reading::{DashReading, PeriodCaution};
use crate::data::period::Period;

/// A part of a written period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Point {
    /// A day.
    Day(Date),
    /// A day without its year.
    DayOfMonth { day: i8, month: i8 },
    /// The day of a month that is not written: the 1 of "1–31 March 2022".
    DayOnly(i8),
    /// A month; whether its year was written as a financial one.
    Month {
        year: i16,
        month: i8,
        in_financial_year: bool,
    },
    /// A month without its year.
    MonthOnly(i8),
    /// A bare year.
    Year(i16),
    /// A quarter without its year.
    QuarterOnly(i8),
    /// What is a period by itself: a financial year, a quarter.
    Whole(Period),
}

/// A value with the notes that were glued to it and the place after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written<T> {
    pub value: T,
    pub caution: Option<PeriodCaution>,
    pub notes: Vec<String>,
    pub next: usize,
}

impl<T> Written<T> {
    pub fn new(value: T, next: usize) -> Self {
        Self {
            value,
            caution: None,
            notes: Vec::new(),
            next,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Written<U> {
        Written {
            value: change(self.value),
            caution: self.caution,
            notes: self.notes,
            next: self.next,
        }
    }
}

/// The month that a word names, 1 to 12.
pub(super) fn month_of_word(word: &str) -> Option<i8> {
    (1..=12).find(|month| {
        let name = crate::data::period_label::month_name(*month);
        word.eq_ignore_ascii_case(name)
            || name
                .get(..3)
                .is_some_and(|short| word.eq_ignore_ascii_case(short))
            || (*month == 9 && word == "sept")
    })
}

/// Whether a year of four digits is one that statistics are about.
fn is_plausible(year: i16) -> bool {
    (1900..=2099).contains(&year)
}

/// The year that two digits mean: 70 to 99 of the last century.
fn full_year(two_digits: i16) -> i16 {
    if two_digits >= 70 {
        1900 + two_digits
    } else {
        2000 + two_digits
    }
}

/// The first digits of a run, and those after them as a note; `None` where they can be none.
fn split_digits(digits: &str, at: usize) -> Option<(i16, Option<String>)> {
    let (value, rest) = digits.split_at_checked(at)?;
    let value = value.parse().ok()?;
    match rest {
        "" => Some((value, None)),
        rest if is_note(rest) => Some((value, Some(String::from(rest)))),
        _ => None,
    }
}

/// Whether digits can be the number of a note.
pub(super) fn is_note(digits: &str) -> bool {
    (1..=2).contains(&digits.len()) && !digits.starts_with('0')
}

impl Grammar<'_> {
    /// A year of four digits or, where allowed or after an apostrophe, two, with notes glued to it.
    pub(super) fn year(&self, at: usize, two_digits: bool) -> Option<Written<i16>> {
        if let Some(after) = self.tokens.after_mark(at, '\'') {
            let digits = self.tokens.number(after)?;
            let (year, note) = split_digits(digits, 2)?;
            return Some(self.with_notes(full_year(year), note, after + 1));
        }
        let digits = self.tokens.number(at)?;
        let four = split_digits(digits, 4).filter(|(year, _)| is_plausible(*year));
        if let Some((year, note)) = four {
            return Some(self.with_notes(year, note, at + 1));
        }
        let (year, note) = split_digits(digits, 2).filter(|_| two_digits)?;
        Some(self.with_notes(full_year(year), note, at + 1))
    }

    /// A value with the note glued to it and the notes that a comma joins to that one.
    fn with_notes<T>(&self, value: T, note: Option<String>, next: usize) -> Written<T> {
        let mut written = Written::new(value, next);
        let Some(note) = note else {
            return written;
        };
        written.notes.push(note);
        while self.tokens.mark(written.next) == Some(',')
            && let Some(digits) = self.tokens.number(written.next + 1)
            && is_note(digits)
            && (self.tokens.is_glued(written.next + 1)
                || self.tokens.word(written.next + 2).is_none())
        {
            written.notes.push(String::from(digits));
            written.next += 2;
        }
        written
    }

    /// The second of two years, the first of which is known: all four digits or the last two.
    fn second_year(&self, at: usize) -> Option<(Written<i16>, usize)> {
        let digits = self.tokens.number(at)?;
        let four = split_digits(digits, 4).filter(|(year, _)| is_plausible(*year));
        if let Some((year, note)) = four {
            return Some((self.with_notes(year, note, at + 1), 4));
        }
        let (year, note) = split_digits(digits, 2)?;
        Some((self.with_notes(year, note, at + 1), 2))
    }

    /// A financial year as two years: `2023/24`, `2023-24`, `2022/2023`, and where `short` is allowed
    /// `23/24`. The value is the year in which it begins.
    pub(super) fn financial_year(&self, at: usize, short: bool) -> Option<Written<i16>> {
        let at = self.tokens.skip_word(at, &["fy"]);
        let at = self.tokens.skip_mark(at, &['\'']);
        let digits = self.tokens.number(at)?;
        let first: i16 = match digits.len() {
            4 => digits.parse().ok().filter(|year| is_plausible(*year))?,
            2 if short => full_year(digits.parse().ok()?),
            _ => return None,
        };
        let mark = self
            .tokens
            .mark(at + 1)
            .filter(|m| matches!(m, '/' | '-'))?;
        let place = self.tokens.skip_mark(at + 2, &['\'']);
        let (second, digits_read) = self.second_year(place)?;
        let next = first + 1;
        let follows = if digits_read == 4 {
            second.value == next
        } else {
            second.value == next % 100
        };
        // 2010-11-05 is a day.
        let goes_on = self.tokens.mark(second.next) == Some(mark)
            && self.tokens.is_glued(second.next)
            && self.tokens.is_glued(second.next + 1)
            && self.tokens.number(second.next + 1).is_some();
        (follows && !goes_on).then(|| second.map(|_| first))
    }

    /// What a year, a dash or slash and another number mean: a financial year, a month, or a row of
    /// years.
    pub(super) fn year_and_number(&self, at: usize) -> Option<Written<Point>> {
        if self.context.short_years
            && self
                .tokens
                .number(at)
                .is_some_and(|digits| digits.len() == 2)
            && let Some(year) = self.financial_year(at, true)
        {
            let whole = Point::Whole(Period::financial_year(year.value)?);
            return Some(year.map(|_| whole));
        }
        let first: i16 = self
            .tokens
            .number(at)
            .filter(|digits| digits.len() == 4)?
            .parse()
            .ok()
            .filter(|year| is_plausible(*year))?;
        let mark = self
            .tokens
            .mark(at + 1)
            .filter(|m| matches!(m, '/' | '-'))?;
        let place = self.tokens.skip_mark(at + 2, &['\'']);
        let (second, digits_read) = self.second_year(place)?;
        let years = |from: i16, to: i16| {
            let first_day = Date::new(from, 1, 1).ok()?;
            Period::span(first_day, Date::new(to, 12, 31).ok()?)
        };
        let number = second.value;
        let (value, caution) = if let Some(year) = self.financial_year(at, false) {
            let financial = Period::financial_year(year.value)?;
            let as_month = (digits_read == 2 && mark == '-' && second.notes.is_empty())
                .then(|| Period::month(first, i8::try_from(number).ok()?))
                .flatten();
            match (as_month, self.context.year_dash) {
                (Some(month), DashReading::Month) => (month, None),
                (Some(other), DashReading::Unknown) => {
                    (financial, Some(PeriodCaution::Ambiguous { other }))
                }
                _ if digits_read == 4 && mark == '-' => {
                    let caution =
                        years(first, number).map(|other| PeriodCaution::Ambiguous { other });
                    (financial, caution)
                }
                _ => (financial, None),
            }
        } else if digits_read == 4 {
            (years(first, number)?, None)
        } else {
            let last = first - first % 100 + number;
            let row = (last > first + 1).then(|| years(first, last)).flatten();
            let month = Period::month(first, i8::try_from(number).ok()?);
            match (month, row) {
                (Some(_), Some(row)) if self.context.year_dash == DashReading::Years => (row, None),
                (Some(month), Some(other)) if self.context.year_dash == DashReading::Unknown => {
                    (month, Some(PeriodCaution::Ambiguous { other }))
                }
                (Some(month), _) => (month, None),
                (None, row) => (row?, None),
            }
        };
        Some(Written {
            value: Point::Whole(value),
            caution,
            notes: second.notes,
            next: second.next,
        })
    }

    /// A day in figures: `01/04/2023` (the day first), `1.4.23`, `2023-04-01`, `20230401`; a time after it
    /// is passed over.
    fn day_in_figures(&self, at: usize) -> Option<Written<Date>> {
        let digits = self.tokens.number(at)?;
        if digits.len() == 8 && !self.within_text {
            let (year, rest) = digits.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            let year = year.parse().ok().filter(|year| is_plausible(*year))?;
            let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            return Some(Written::new(date, at + 1));
        }
        let mark = self
            .tokens
            .mark(at + 1)
            .filter(|m| matches!(m, '/' | '-' | '.'))?;
        let middle = self.tokens.small_number(at + 2)?;
        let after = self.tokens.after_mark(at + 3, mark)?;
        if digits.len() == 4 {
            let year = digits.parse().ok().filter(|year| is_plausible(*year))?;
            let date = Date::new(year, middle, self.tokens.small_number(after)?).ok()?;
            return Some(Written::new(date, self.skip_time(after + 1)));
        }
        let day = self.tokens.small_number(at)?;
        let year = self.year(after, true)?;
        let date = Date::new(year.value, middle, day).ok()?;
        let next = self.skip_time(year.next);
        Some(Written {
            next,
            ..year.map(|_| date)
        })
    }

    /// The place after a time of day, where one stands there.
    fn skip_time(&self, at: usize) -> usize {
        let mut next = self.tokens.skip_word(at, &["t"]);
        let Some(_hour) = self.tokens.small_number(next) else {
            return at;
        };
        let mut parts = 0;
        next += 1;
        while matches!(self.tokens.mark(next), Some(':' | '.'))
            && self.tokens.number(next + 1).is_some()
        {
            next += 2;
            parts += 1;
        }
        if parts == 0 {
            return at;
        }
        self.tokens.skip_word(next, &["z"])
    }

    /// The place after `st`, `nd`, `rd` or `th` glued to a number.
    pub(super) fn skip_ordinal(&self, at: usize) -> usize {
        if self.tokens.is_glued(at) {
            self.tokens.skip_word(at, &["st", "nd", "rd", "th"])
        } else {
            at
        }
    }

    /// A day with its month in words: `1st October 2021`, `01-Apr-23`, `23rd Dec`, `October 1, 2021`.
    fn day_in_words(&self, at: usize) -> Option<Written<Point>> {
        if let Some(day) = self.tokens.small_number(at) {
            let next = self.skip_ordinal(at + 1);
            let next = self.tokens.skip_word(next, &["of"]);
            let next = self.tokens.skip_mark(next, &['-', '/']);
            let month = month_of_word(self.tokens.word(next)?)?;
            let next = self.tokens.skip_mark(next + 1, &['.']);
            let place = self.tokens.skip_mark(next, &['-', ',', '/']);
            let Some(year) = self.year(place, true) else {
                let exists = Date::new(2000, month, day).is_ok();
                return exists.then(|| Written::new(Point::DayOfMonth { day, month }, next));
            };
            let date = Date::new(year.value, month, day).ok()?;
            return Some(year.map(|_| Point::Day(date)));
        }
        let month = month_of_word(self.tokens.word(at)?)?;
        let day = self.tokens.small_number(at + 1)?;
        let next = self.skip_ordinal(at + 2);
        let next = self.tokens.skip_mark(next, &[',']);
        self.tokens
            .number(next)
            .filter(|digits| digits.len() >= 4)?;
        let year = self.year(next, false)?;
        let date = Date::new(year.value, month, day).ok()?;
        Some(year.map(|_| Point::Day(date)))
    }

    /// A month: `Apr-23`, `April 2023`, `Sep '22`, `04/2023`, `202304`, `March 2021/22`, or without its
    /// year.
    fn month(&self, at: usize) -> Option<Written<Point>> {
        let in_year = |month, year| Point::Month {
            year,
            month,
            in_financial_year: false,
        };
        if let Some(month) = self.tokens.small_number(at) {
            let next = self.tokens.skip_mark(at + 1, &['/', '-']);
            let four = self.tokens.number(next)?.len() >= 4;
            if next == at + 1 || !four || !(1..=12).contains(&month) {
                return None;
            }
            return Some(self.year(next, false)?.map(|year| in_year(month, year)));
        }
        if let Some(digits) = self.tokens.number(at) {
            let (year, month) = digits.split_at_checked(4).filter(|_| digits.len() == 6)?;
            let year = year.parse().ok().filter(|year| is_plausible(*year))?;
            let month = month
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            return (!self.within_text).then(|| Written::new(in_year(month, year), at + 1));
        }
        let month = month_of_word(self.tokens.word(at)?)?;
        let next = self.tokens.skip_mark(at + 1, &['.']);
        let place = self.tokens.skip_mark(next, &['-', ',', '/']);
        if let Some(financial) = self.financial_year(place, false) {
            return Some(financial.map(|start| Point::Month {
                year: if month >= 4 { start } else { start + 1 },
                month,
                in_financial_year: true,
            }));
        }
        // In running text "may 12" and "march 20" are not months.
        let two_digits = !self.within_text || self.tokens.is_capital(at);
        match self.year(place, two_digits) {
            Some(year) => Some(year.map(|year| in_year(month, year))),
            None => Some(Written::new(Point::MonthOnly(month), next)),
        }
    }

    /// The part that begins at a place, the longest that can be read there.
    pub(super) fn point(&self, at: usize) -> Option<Written<Point>> {
        let day = self.day_in_figures(at).map(|day| day.map(Point::Day));
        let readings = [
            day,
            self.day_in_words(at),
            self.quarter(at),
            self.year_and_number(at),
            self.month(at),
            self.year(at, false).map(|year| year.map(Point::Year)),
        ];
        let mut longest: Option<Written<Point>> = None;
        for reading in readings.into_iter().flatten() {
            if longest.as_ref().is_none_or(|best| reading.next > best.next) {
                longest = Some(reading);
            }
        }
        longest
    }
}
