//! How parts make periods: "year ending …", "… to …", "6 months to …", and which of the readings of a
//! text is the best.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::observation::Status;
use super::period::{Period, PeriodKind};
use super::period_grammar::{Point, Written, is_note};
use super::period_parse::{DashReading, PeriodCaution, PeriodContext, PeriodReading, YearReading};
use super::period_tokens::Tokens;

/// Reads the periods of one text.
pub(super) struct Grammar<'a> {
    pub tokens: Tokens<'a>,
    pub context: &'a PeriodContext,
    /// Whether the text is more than a period, so that what could be anything is not taken for one.
    pub within_text: bool,
}

/// What a label says about its siblings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clues {
    /// A financial year stands in it: `2023/24`.
    pub has_financial_year: bool,
    /// It names the kind of year.
    pub named_year: YearReading,
    /// What `2009-10` must be, from `2009-09` or `2013-14`.
    pub dash: DashReading,
}

/// How surely a reading is the period that a title speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The day it was published.
    Aside,
    /// A bare year.
    Year,
    /// A month, a day, a financial year.
    Plain,
    /// A range, or words that belong to periods only.
    Spelt,
}

/// A period, and how surely it is one.
pub(super) type Reading = Written<(Period, Strength)>;

/// Words after which the end of a period stands.
const ENDING: [&str; 5] = ["ending", "ended", "end", "to", "until"];

impl<'a> Grammar<'a> {
    /// A grammar for one text.
    pub fn new(tokens: Tokens<'a>, context: &'a PeriodContext, within_text: bool) -> Self {
        Self {
            tokens,
            context,
            within_text,
        }
    }

    /// The period that the whole text is.
    pub fn whole(&self) -> Option<PeriodReading> {
        const LEAD: [&str; 10] = [
            "the", "for", "in", "from", "between", "during", "period", "as", "at", "on",
        ];
        let mut start = 0;
        while let Some(next) = self.tokens.after_word(start, &LEAD) {
            start = self.tokens.skip_mark(next, &[':']);
        }
        let reading = self.reading(start)?;
        let (reading, next) = self.with_marks(reading);
        let next = self.tokens.skip_mark(next, &['.', ',', ':', ';']);
        (next == self.tokens.len()).then_some(reading)
    }

    /// The best reading of a part of the text, with its place in bytes.
    pub fn best(&self) -> Option<(PeriodReading, Range<usize>)> {
        let mut best: Option<(Strength, usize, usize, Reading)> = None;
        let mut at = 0;
        while at < self.tokens.len() {
            let Some(reading) = self.reading(at).filter(|found| self.is_apart(at, found)) else {
                at += 1;
                continue;
            };
            let strength = if self.is_aside(at) {
                Strength::Aside
            } else {
                reading.value.1
            };
            let length = reading.next - at;
            // Of several bare years the last, "2011 Census areas, 2021"; else the first of the longest.
            let better =
                best.as_ref()
                    .is_none_or(|(best_strength, best_length, ..)| {
                        match strength.cmp(best_strength) {
                            std::cmp::Ordering::Greater => true,
                            std::cmp::Ordering::Less => false,
                            std::cmp::Ordering::Equal if strength == Strength::Year => true,
                            std::cmp::Ordering::Equal => length > *best_length,
                        }
                    });
            let next = reading.next;
            if better {
                best = Some((strength, length, at, reading));
            }
            at = next.max(at + 1);
        }
        let (.., at, reading) = best?;
        let (reading, next) = self.with_marks(reading);
        Some((reading, self.tokens.range(at, next)?))
    }

    /// What the text says about its siblings.
    pub fn clues(&self) -> Clues {
        let mut clues = Clues::default();
        for at in 0..self.tokens.len() {
            if let Some(year) = self.financial_year(at, false) {
                let slash = self.tokens.mark(at + 1) == Some('/');
                clues.has_financial_year |= slash || self.tokens.word(at) == Some("fy");
                // 2013-14 can be nothing else; 2009-10 can.
                if !slash && !(1..=12).contains(&((year.value + 1) % 100)) {
                    clues.dash = DashReading::Years;
                }
            } else if self.tokens.mark(at + 1) == Some('-')
                && self.tokens.mark(at + 3) != Some('-')
                && self.tokens.number(at).is_some_and(|year| year.len() == 4)
                && self
                    .tokens
                    .small_number(at + 2)
                    .is_some_and(|month| (1..=12).contains(&month))
            {
                clues.dash = DashReading::Month;
            }
            let named = self
                .tokens
                .after_word(at + 1, &["year", "years", "yr"])
                .is_some();
            match self.tokens.word(at) {
                Some("financial" | "fiscal") if named => {
                    clues.named_year = YearReading::Financial;
                }
                Some("calendar") if named => clues.named_year = YearReading::Calendar,
                _ => {}
            }
        }
        clues
    }

    /// The longest reading that begins at a place, with a gloss in brackets that says the same.
    fn reading(&self, at: usize) -> Option<Reading> {
        let readings = [
            self.year_phrase(at),
            self.months_phrase(at),
            self.week_phrase(at),
            self.to_date(at),
            self.season(at),
            self.middle_of_year(at),
            self.range(at),
            self.single(at),
        ];
        let mut longest: Option<Reading> = None;
        for reading in readings.into_iter().flatten() {
            if longest.as_ref().is_none_or(|best| reading.next > best.next) {
                longest = Some(reading);
            }
        }
        Some(self.with_gloss(longest?))
    }

    /// "Year ending …", "Financial year …", "Calendar year …".
    fn year_phrase(&self, at: usize) -> Option<Reading> {
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
    fn months_phrase(&self, at: usize) -> Option<Reading> {
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
    fn week_phrase(&self, at: usize) -> Option<Reading> {
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
    fn to_date(&self, at: usize) -> Option<Reading> {
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
    fn season(&self, at: usize) -> Option<Reading> {
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
    fn middle_of_year(&self, at: usize) -> Option<Reading> {
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
    fn single(&self, at: usize) -> Option<Reading> {
        let point = self.point(at)?;
        let mut caution = point.caution;
        let (period, strength) = match point.value {
            Point::Day(day) => (Period::day(day)?, Strength::Plain),
            Point::Month { year, month, .. } => (Period::month(year, month)?, Strength::Plain),
            Point::Whole(period) => (period, Strength::Plain),
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
        let (year, is_financial) = self.known_year()?;
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
            Point::QuarterOnly(quarter) if is_financial => {
                Period::financial_quarter(year.start.year(), quarter)
            }
            Point::QuarterOnly(quarter) if year.kind == PeriodKind::CalendarYear => {
                Period::calendar_quarter(year.start.year(), quarter)
            }
            _ => None,
        }
    }

    /// Takes up brackets after a period that say the same in other words: "Q1 2022/23 (Apr–Jun)".
    fn with_gloss(&self, mut reading: Reading) -> Reading {
        let (period, strength) = reading.value;
        let Some(inside) = self.tokens.after_mark(reading.next, '(') else {
            return reading;
        };
        let Some(year) = Period::financial_year_of(period.start) else {
            return reading;
        };
        let context = PeriodContext {
            quarter: YearReading::Financial,
            ..self.context.in_year(year)
        };
        let inner = Grammar {
            tokens: self.tokens.clone(),
            context: &context,
            within_text: false,
        };
        let gloss = [inner.range(inside), inner.single(inside)]
            .into_iter()
            .flatten()
            .max_by_key(|gloss| gloss.next);
        if let Some(gloss) = gloss
            && gloss.value.0.covers_same_days(&period)
            && let Some(next) = self.tokens.after_mark(gloss.next, ')')
        {
            let kind = match (period.kind, gloss.value.0.kind) {
                (PeriodKind::CalendarQuarter, PeriodKind::FinancialQuarter) => {
                    PeriodKind::FinancialQuarter
                }
                (PeriodKind::YearEnding, PeriodKind::FinancialYear) => PeriodKind::FinancialYear,
                (kind, _) => kind,
            };
            reading.value = (Period { kind, ..period }, strength);
            reading.next = next;
        }
        reading
    }

    /// Takes up the marks after a period, `[note 3]`, `(provisional)`, `[p]`, `*`, and gives the place
    /// after them.
    fn with_marks(&self, reading: Reading) -> (PeriodReading, usize) {
        let mut next = reading.next;
        let mut read = PeriodReading {
            period: reading.value.0,
            caution: reading.caution,
            notes: reading.notes,
            status: Status::Ordinary,
        };
        loop {
            let before = next;
            if let Some(digits) = self.tokens.raised(next) {
                read.notes.push(String::from(digits));
                next = self.tokens.skip_mark(next + 1, &[',']);
                if self.tokens.raised(next).is_none() {
                    next = before + 1;
                }
            } else if self.tokens.mark(next) == Some('*') {
                read.notes.push(String::from("*"));
                next += 1;
            } else if let Some(after) = self.bracketed_mark(next, &mut read) {
                next = after;
            } else if self.tokens.is_glued(next)
                && let Some(status) = self.tokens.word(next).and_then(status_of_word)
            {
                read.status = status;
                next += 1;
            }
            if next == before {
                return (read, next);
            }
        }
    }

    /// The place after a note or status in brackets.
    fn bracketed_mark(&self, at: usize, read: &mut PeriodReading) -> Option<usize> {
        let close = match self.tokens.mark(at)? {
            '[' => ']',
            '(' => ')',
            _ => return None,
        };
        if let Some(status) = self.tokens.word(at + 1).and_then(status_of_word) {
            let next = self
                .tokens
                .skip_word(at + 2, &["data", "figures", "estimate"]);
            let next = self.tokens.after_mark(next, close)?;
            read.status = status;
            return Some(next);
        }
        let mut next = self.tokens.skip_word(at + 1, &["note", "notes"]);
        let named = next > at + 1 || close == ']';
        let mut notes = Vec::new();
        while let Some(digits) = self.tokens.number(next).filter(|digits| is_note(digits)) {
            notes.push(String::from(digits));
            next = self.tokens.skip_mark(next + 1, &[',', '&']);
            next = self.tokens.skip_word(next, &["and"]);
        }
        let next = self.tokens.after_mark(next, close)?;
        (named && !notes.is_empty()).then(|| {
            read.notes.append(&mut notes);
            next
        })
    }

    /// Whether a reading in a text stands apart from what is around it, and is no part of another number
    /// or name.
    fn is_apart(&self, at: usize, reading: &Reading) -> bool {
        let is_number = self.tokens.number(at).is_some();
        let before = at.checked_sub(1).filter(|_| self.tokens.is_glued(at));
        let free_before = before.is_none_or(|before| {
            let after_number = self.tokens.is_glued(before)
                && before
                    .checked_sub(1)
                    .is_some_and(|at| self.tokens.number(at).is_some());
            match self.tokens.mark(before) {
                Some('£' | '$' | '€' | '#' | '<' | '>' | '+') => !is_number,
                Some('.' | ',' | '/' | '-') => !(is_number && after_number),
                Some(_) => true,
                None => false,
            }
        });
        let next = reading.next;
        let free_after = !self.tokens.is_glued(next)
            || match self.tokens.mark(next) {
                Some('%' | '+') => false,
                Some('.' | ',' | '/') => {
                    !(self.tokens.is_glued(next + 1) && self.tokens.number(next + 1).is_some())
                }
                Some(_) => true,
                None => {
                    self.tokens.raised(next).is_some()
                        || self.tokens.word(next).and_then(status_of_word).is_some()
                }
            };
        free_before && free_after
    }

    /// Whether what stands at a place is the day of something else: "Published: 19 July 2018".
    fn is_aside(&self, at: usize) -> bool {
        const ASIDES: [&str; 11] = [
            "published",
            "publication",
            "released",
            "release",
            "updated",
            "issued",
            "extracted",
            "revised",
            "accessed",
            "printed",
            "created",
        ];
        let from = at.saturating_sub(3);
        (from..at).any(|before| self.tokens.after_word(before, &ASIDES).is_some())
    }
}

/// The status that a word or letter beside a period gives its values.
fn status_of_word(word: &str) -> Option<Status> {
    match word {
        "p" | "prov" | "provisional" => Some(Status::Provisional),
        "r" | "revised" => Some(Status::Revised),
        "e" | "est" | "estimate" | "estimated" => Some(Status::Estimated),
        "b" => Some(Status::Break),
        _ => None,
    }
}
