//! Periods written as their beginning and their end: "Oct 2021 to Sept 2022", "1–31 March 2022",
//! "2015-18".

use jiff::civil::Date;

use super::grammar::{Grammar, Reading, Strength};
use super::points::{Point, Written};
use super::reading::PeriodCaution;
use crate::data::period::{Period, PeriodKind};

/// A period with what is to be said of it.
type Judged = (Period, Option<PeriodCaution>);

impl Grammar<'_> {
    /// Two points with a dash or "to" between them.
    pub(super) fn range(&self, at: usize) -> Option<Reading> {
        let left = self.left_point(at).filter(|left| left.notes.is_empty())?;
        let (is_and, next) = if let Some(next) = self.tokens.after_mark(left.next, '-') {
            (false, next)
        } else if let Some(next) = self
            .tokens
            .after_word(left.next, &["to", "until", "through"])
        {
            (false, next)
        } else {
            (true, self.tokens.after_word(left.next, &["and"])?)
        };
        let next = self.tokens.skip_word(next, &["the"]);
        let next = self.tokens.skip_word(next, &["end"]);
        let next = self.tokens.skip_word(next, &["of"]);
        let right = self.point(next)?;
        // "March 2020 and March 2021" are two periods; "1 March 2020 and 28 February 2021" is one.
        let after_between = at
            .checked_sub(1)
            .is_some_and(|before| self.tokens.word(before) == Some("between"));
        let days = matches!(left.value, Point::Day(_) | Point::DayOfMonth { .. })
            && matches!(right.value, Point::Day(_));
        if is_and && !after_between && !days {
            return None;
        }
        let (period, caution) = self.joined(left.value, right.value)?;
        Some(Written {
            caution,
            ..right.map(|_| (period, Strength::Spelt))
        })
    }

    /// "Year ending March 2008 to year ending March 2018": all those years together.
    pub(super) fn years_phrase(&self, at: usize) -> Option<Reading> {
        let left = self.year_phrase(at).filter(|left| left.notes.is_empty())?;
        let next = match self.tokens.after_mark(left.next, '-') {
            Some(next) => next,
            None => self.tokens.after_word(left.next, &["to"])?,
        };
        let right = self.year_phrase(self.tokens.skip_word(next, &["the"]))?;
        let (first, last) = (left.value.0, right.value.0);
        let period = Period::span(first.start, last.last_day())?;
        let follows = first.last_day() < last.last_day();
        follows.then(|| right.map(|_| (period, Strength::Spelt)))
    }

    /// The first point of a range, which may be the bare day of a month.
    fn left_point(&self, at: usize) -> Option<Written<Point>> {
        if let Some(day) = self.tokens.small_number(at) {
            let next = self.skip_ordinal(at + 1);
            let followed = self.tokens.mark(next) == Some('-')
                || self.tokens.after_word(next, &["to", "and"]).is_some();
            if followed
                && let Some(right) = self.point(next + 1)
                && matches!(right.value, Point::Day(_))
                && self.tokens.mark(right.next) != Some('-')
                && (1..=31).contains(&day)
            {
                return Some(Written::new(Point::DayOnly(day), next));
            }
        }
        self.point(at)
    }

    /// The period from one point to another.
    fn joined(&self, left: Point, right: Point) -> Option<Judged> {
        match (left, right) {
            (Point::Year(first), Point::Year(last)) => years(first, last),
            (Point::Year(_), _) | (_, Point::Year(_) | Point::DayOnly(_)) => None,
            (Point::QuarterOnly(first), Point::Whole(last)) => {
                let begins = match last.kind {
                    PeriodKind::FinancialQuarter => {
                        let year = Period::financial_year_of(last.start)?;
                        Period::financial_quarter(year.start.year(), first)?
                    }
                    _ => Period::calendar_quarter(last.start.year(), first)?,
                };
                Some((Period::span(begins.start, last.last_day())?, None))
            }
            (Point::MonthOnly(_) | Point::DayOfMonth { .. } | Point::QuarterOnly(_), right)
                if without_year(right) =>
            {
                let first = self.in_known_year(left)?.start;
                let last = self.in_known_year(right)?.last_day();
                Some((Period::span(first, last)?, Some(PeriodCaution::YearAssumed)))
            }
            (left, right) if without_year(right) => forwards(left, right),
            (left, right) if without_year(left) => backwards(left, right),
            (left, right) => between(first_day(left)?, last_day(right)?),
        }
    }
}

/// Whether a point needs another for its year.
fn without_year(point: Point) -> bool {
    matches!(
        point,
        Point::MonthOnly(_) | Point::DayOfMonth { .. } | Point::DayOnly(_) | Point::QuarterOnly(_)
    )
}

/// From one bare year to another. Two that follow each other are a financial year in the style of the
/// government's titles ("Fly-tipping, 2022 to 2023"), though they could be two years.
fn years(first: i16, last: i16) -> Option<Judged> {
    let span = Period::span(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?)?;
    if first == last {
        return None;
    }
    if first + 1 == last {
        let caution = PeriodCaution::Ambiguous { other: span };
        return Some((Period::financial_year(first)?, Some(caution)));
    }
    Some((span, None))
}

/// The first day of a point that has its year.
fn first_day(point: Point) -> Option<Date> {
    match point {
        Point::Day(day) => Some(day),
        Point::Month { year, month, .. } => Date::new(year, month, 1).ok(),
        Point::Whole(period) => Some(period.start),
        _ => None,
    }
}

/// The last day of a point that has its year.
fn last_day(point: Point) -> Option<Date> {
    match point {
        Point::Day(day) => Some(day),
        Point::Month { year, month, .. } => Some(Date::new(year, month, 1).ok()?.last_of_month()),
        Point::Whole(period) => Some(period.last_day()),
        _ => None,
    }
}

/// "Apr 2022 to Sep": the end is the next one after the beginning.
fn forwards(left: Point, right: Point) -> Option<Judged> {
    let first = first_day(left)?;
    let last = [first.year(), first.year().checked_add(1)?]
        .into_iter()
        .filter_map(|year| match right {
            Point::MonthOnly(month) => Some(Date::new(year, month, 1).ok()?.last_of_month()),
            Point::DayOfMonth { day, month } => Date::new(year, month, day).ok(),
            _ => None,
        })
        .find(|last| *last > first)?;
    Some((Period::span(first, last)?, None))
}

/// "Apr to Sep 2022": the beginning is the last one before the end. Where that lies in the year before,
/// the year can also be meant as that of the beginning, unless it is a financial one.
fn backwards(left: Point, right: Point) -> Option<Judged> {
    let last = last_day(right)?;
    if let Point::DayOnly(day) = left {
        let first = Date::new(last.year(), last.month(), day).ok()?;
        return Some((Period::span(first, last)?, None));
    }
    let first = [last.year(), last.year().checked_sub(1)?]
        .into_iter()
        .filter_map(|year| match left {
            Point::MonthOnly(month) => Date::new(year, month, 1).ok(),
            Point::DayOfMonth { day, month } => Date::new(year, month, day).ok(),
            _ => None,
        })
        .find(|first| *first <= last)?;
    let period = Period::span(first, last)?;
    let is_financial = matches!(
        right,
        Point::Month {
            in_financial_year: true,
            ..
        }
    );
    let caution = (first.year() < last.year() && !is_financial)
        .then(|| period.moved_by_months(12))
        .flatten()
        .map(|other| PeriodCaution::Ambiguous { other });
    Some((period, caution))
}

/// From one day to another, both with their years; one that ends before it begins is taken to have the
/// wrong year at its beginning.
fn between(first: Date, last: Date) -> Option<Judged> {
    if first <= last {
        let period = Period::span(first, last)?;
        return Some((period, unusual_length(&period)));
    }
    let first = [last.year(), last.year().checked_sub(1)?]
        .into_iter()
        .filter_map(|year| Date::new(year, first.month(), first.day()).ok())
        .find(|first| *first < last)?;
    Some((Period::span(first, last)?, Some(PeriodCaution::Backwards)))
}

/// What is to be said of a span whose months are one or two off a whole number of years, as when the
/// names of two months were exchanged: "Sept 2020 – Oct 2021".
fn unusual_length(period: &Period) -> Option<PeriodCaution> {
    let months = period.whole_months()?;
    let year_to_date = matches!(period.start.month(), 1 | 4);
    let is_unusual = match months {
        0..=10 => false,
        11 => !year_to_date,
        months => !months.is_multiple_of(12),
    };
    is_unusual.then(|| {
        let last = period.last_day();
        let exchanged = Date::new(period.start.year(), last.month(), 1)
            .ok()
            .zip(Date::new(last.year(), period.start.month(), 1).ok())
            .and_then(|(first, last)| Period::span(first, last.last_of_month()))
            .filter(|likely| likely.whole_months() == Some(12));
        let likely = exchanged.or_else(|| {
            matches!(months, 11 | 13)
                .then(|| Period::year_ending(last.year(), last.month()))
                .flatten()
        });
        PeriodCaution::UnusualLength { months, likely }
    })
}
