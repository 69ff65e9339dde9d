//! Quarters, of the financial year where they are written with one, else as their siblings say.

use super::grammar::Grammar;
use super::points::{Point, Written};
use super::reading::{PeriodCaution, YearReading};
use crate::data::period::Period;

impl Grammar<'_> {
    /// A quarter: `Q2 2023/24`, `2023/24 Q2`, `Quarter 2 of 2023`, `second quarter 2023/24`, or without
    /// its year.
    pub(super) fn quarter(&self, at: usize) -> Option<Written<Point>> {
        if let Some((quarter, next)) = self.quarter_number(at) {
            let place = self.tokens.skip_mark(next, &['-', ',', '/', ':']);
            let place = self.tokens.skip_word(place, &["of", "fy"]);
            if let Some(year) = self.financial_year(place, true) {
                let period = Period::financial_quarter(year.value, quarter)?;
                return Some(year.map(|_| Point::Whole(period)));
            }
            return match self.year(place, true) {
                Some(year) => self.quarter_of_year(quarter, year),
                None => Some(Written::new(Point::QuarterOnly(quarter), next)),
            };
        }
        if let Some(year) = self.financial_year(at, false) {
            let place = self.tokens.skip_mark(year.next, &['-', ',', '/', ':']);
            let (quarter, next) = self.quarter_number(place)?;
            let period = Period::financial_quarter(year.value, quarter)?;
            return Some(Written {
                next,
                ..year.map(|_| Point::Whole(period))
            });
        }
        let year = self.year(at, false)?;
        let place = self.tokens.skip_mark(year.next, &['-', ',', '/', ':']);
        let (quarter, next) = self.quarter_number(place)?;
        self.quarter_of_year(quarter, Written { next, ..year })
    }

    /// The quarter of a bare year, as the siblings say it is meant.
    fn quarter_of_year(&self, quarter: i8, year: Written<i16>) -> Option<Written<Point>> {
        let calendar = Period::calendar_quarter(year.value, quarter)?;
        let financial = Period::financial_quarter(year.value, quarter)?;
        let (period, caution) = match self.context.quarter {
            YearReading::Calendar => (calendar, None),
            YearReading::Financial => (financial, None),
            YearReading::Unknown => (
                calendar,
                Some(PeriodCaution::Ambiguous { other: financial }),
            ),
        };
        Some(Written {
            caution,
            ..year.map(|_| Point::Whole(period))
        })
    }

    /// `Q2`, `Qtr 2`, `Quarter 2`, `second quarter`, `2nd quarter`.
    fn quarter_number(&self, at: usize) -> Option<(i8, usize)> {
        const WORDS: [&str; 3] = ["q", "qtr", "quarter"];
        let in_words = match self.tokens.word(at) {
            Some("first") => Some(1),
            Some("second") => Some(2),
            Some("third") => Some(3),
            Some("fourth") => Some(4),
            _ => None,
        };
        if let Some(quarter) = in_words {
            return Some((quarter, self.tokens.after_word(at + 1, &WORDS)?));
        }
        if let Some(next) = self.tokens.after_word(at, &WORDS) {
            let quarter = self.tokens.small_number(next)?;
            return (1..=4).contains(&quarter).then_some((quarter, next + 1));
        }
        let quarter = self.tokens.small_number(at)?;
        let after = self.skip_ordinal(at + 1);
        let next = self.tokens.after_word(after, &WORDS)?;
        (after > at + 1 && (1..=4).contains(&quarter)).then_some((quarter, next))
    }
}
