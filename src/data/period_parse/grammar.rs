//! The reading of one text: the longest period that begins at each place, which of them is the best, and
//! the notes and marks after it.

use std::ops::Range;

use super::points::{Written, is_note};
use super::reading::{DashReading, PeriodContext, PeriodReading, YearReading};
use super::tokens::Tokens;
use crate::data::observation::Status;
use crate::data::period::{Period, PeriodKind};

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
    /// The last two digits of the year and the number after it, which may be a month or a year.
    pub month_or_year: Option<(i8, i8)>,
}

/// How surely a reading is the period that a title speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A bare year.
    Year,
    /// A month, a day, a financial year.
    Plain,
    /// A range, or words that belong to periods only.
    Spelt,
}

/// A period, and how surely it is one.
pub(super) type Reading = Written<(Period, Strength)>;

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

    /// The best reading of a part of the text, with its place in bytes: of the surest the longest; of
    /// several as long the latest period, as in "2017/18 compared with 2016/17"; of bare years the last,
    /// as in "2011 Census areas, 2021".
    pub fn best(&self) -> Option<(PeriodReading, Range<usize>)> {
        let mut best: Option<(usize, Reading)> = None;
        let mut at = 0;
        while at < self.tokens.len() {
            let found = self.reading(at);
            let Some(reading) = found.filter(|found| self.is_apart(at, found)) else {
                at += 1;
                continue;
            };
            let next = reading.next;
            let better = best.as_ref().is_none_or(|(best_at, best)| {
                let rank = |at: usize, reading: &Reading| {
                    let (period, strength) = reading.value;
                    match strength {
                        Strength::Year => (strength, 0, None),
                        _ => (strength, length(at, reading), Some(period.end)),
                    }
                };
                rank(at, &reading) >= rank(*best_at, best)
            });
            if better && !self.is_aside(at) {
                best = Some((at, reading));
            }
            at = next.max(at + 1);
        }
        let (at, reading) = best?;
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
                && let Some(number) = self.tokens.small_number(at + 2)
            {
                let year = self
                    .tokens
                    .number(at)
                    .and_then(|year| year.get(2..)?.parse::<i8>().ok())
                    .unwrap_or_default();
                // 2009-05 can be no row of years, 2012-14 no month; 2001-03 can be either.
                match number {
                    1..=12 if number <= year => clues.dash = DashReading::Month,
                    1..=12 => clues.month_or_year = Some((year, number)),
                    13.. if number > year => clues.dash = DashReading::Years,
                    _ => {}
                }
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
            self.years_phrase(at),
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

/// How many tokens a reading has without its notes, of which the first has none of its own.
fn length(at: usize, reading: &Reading) -> usize {
    (reading.next - at).saturating_sub(reading.notes.len().saturating_sub(1) * 2)
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
