//! What is read and what is known beforehand: the questions that the rest of the program asks of the
//! grammar, and its answers.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::grammar::Grammar;
use super::tokens::Tokens;
use crate::data::observation::Status;
use crate::data::period::Period;

/// Which year an ambiguous label means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearReading {
    /// January to December.
    Calendar,
    /// April to March.
    Financial,
    /// Nobody has said; read as the calendar's, with a caution.
    #[default]
    Unknown,
}

/// What `2009-10` means: a month or a financial year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DashReading {
    /// A year and a month: `2009-10` is October 2009.
    Month,
    /// Two years: `2009-10` is the financial year.
    Years,
    /// Nobody has said: the financial year where the second part is the next year, with a caution where
    /// it could be a month; else the month.
    #[default]
    Unknown,
}

/// What is known of a label from what stands around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodContext {
    /// What `2023` means.
    #[serde(default)]
    pub bare_year: YearReading,
    /// What `Q1 2023` means; financial, the year is the one in which the financial year begins.
    #[serde(default)]
    pub quarter: YearReading,
    /// What `2009-10` means.
    #[serde(default)]
    pub year_dash: DashReading,
    /// The year that labels without one lie in: `Apr – Sept`, `Q2`, `FYTD (23rd Dec)`.
    #[serde(default)]
    pub in_year: Option<Period>,
    /// Whether `04/05` is a financial year, as `05/06` follows it.
    #[serde(default)]
    pub short_years: bool,
}

impl PeriodContext {
    /// What the labels of one header row or column say about each other.
    ///
    /// A year with a slash makes quarters financial, and the words "financial year" bare years too;
    /// "calendar year" does the opposite. A column with `2009-09` reads `2009-10` as a month, one with
    /// `2014-15` as a financial year. A column that mixes `2008/09` and `2018` leaves `2018` open.
    pub fn from_siblings(labels: &[&str]) -> Self {
        let mut context = Self::default();
        let (mut months, mut years) = (0_usize, 0_usize);
        let mut open: Vec<(i8, i8)> = Vec::new();
        context.short_years = are_short_years(labels);
        for label in labels {
            let clues = Grammar::new(Tokens::of(label), &context, false).clues();
            if clues.has_financial_year {
                context.quarter = YearReading::Financial;
            }
            match clues.named_year {
                YearReading::Financial => {
                    context.bare_year = YearReading::Financial;
                    context.quarter = YearReading::Financial;
                }
                YearReading::Calendar => {
                    context.bare_year = YearReading::Calendar;
                    if context.quarter == YearReading::Unknown {
                        context.quarter = YearReading::Calendar;
                    }
                }
                YearReading::Unknown => {}
            }
            match clues.dash {
                DashReading::Month => months += 1,
                DashReading::Years => years += 1,
                DashReading::Unknown => open.extend(clues.month_or_year),
            }
        }
        context.year_dash = match months.cmp(&years) {
            std::cmp::Ordering::Greater => DashReading::Month,
            std::cmp::Ordering::Less => DashReading::Years,
            // `2001-03` alone is a month; beside `2002-04` or `2012-14` it is a row of years.
            std::cmp::Ordering::Equal if are_rows_of_years(&open) => DashReading::Years,
            std::cmp::Ordering::Equal if !open.is_empty() && months == 0 => DashReading::Month,
            std::cmp::Ordering::Equal => DashReading::Unknown,
        };
        context
    }

    /// The same, for labels that lie in a year.
    #[must_use]
    pub const fn in_year(mut self, year: Period) -> Self {
        self.in_year = Some(year);
        self
    }
}

/// Whether labels are financial years of two digits each that follow each other: `04/05`, `05/06`.
fn are_short_years(labels: &[&str]) -> bool {
    let mut starts: Vec<u8> = Vec::new();
    let mut dashes = false;
    for label in labels {
        let label = label.trim().trim_start_matches('\'');
        let Some((first, second)) = label.split_once(['/', '-']) else {
            continue;
        };
        let digits = |part: &str| {
            let is_short = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            is_short.then(|| part.parse::<u8>().ok()).flatten()
        };
        let (Some(first), Some(second)) = (digits(first), digits(second)) else {
            continue;
        };
        if second != (first + 1) % 100 {
            return false;
        }
        dashes |= label.contains('-');
        starts.push(first);
    }
    let follow = starts
        .iter()
        .filter(|start| starts.contains(&((**start + 1) % 100)))
        .count();
    follow >= if dashes { 2 } else { 1 }
}

/// Whether years and the numbers after them are rows of equally many years: `2008-10`, `2009-11`.
fn are_rows_of_years(pairs: &[(i8, i8)]) -> bool {
    let Some((year, number)) = pairs.first() else {
        return false;
    };
    let span = number - year;
    pairs.iter().all(|(year, number)| number - year == span)
        && pairs.iter().any(|(other, _)| other != year)
}

/// A period as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodReading {
    /// The period.
    pub period: Period,
    /// Why somebody should look at it.
    pub caution: Option<PeriodCaution>,
    /// The notes that the label refers to, as written: `1`, `2`.
    pub notes: Vec<String>,
    /// What the label says of the values: `(provisional)`, `[p]`.
    pub status: Status,
}

/// Why somebody should look at how a period was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PeriodCaution {
    /// It can be read in another way as well.
    Ambiguous {
        /// The other reading.
        other: Period,
    },
    /// It is longer or shorter than such periods are.
    UnusualLength {
        /// Its months.
        months: u32,
        /// What was perhaps meant.
        likely: Option<Period>,
    },
    /// It ends before it begins as written; the year of its beginning was taken to be wrong.
    Backwards,
    /// A season: the usual three months were taken.
    Season,
    /// The year is not written and was taken from what stands around.
    YearAssumed,
    /// "To date", without the date: the year is taken to its end.
    EndNotWritten,
}

impl PeriodReading {
    /// The caution in users' words, with the period it is about.
    pub fn caution_words(&self) -> Option<String> {
        let label = self.period.label();
        Some(match self.caution? {
            PeriodCaution::Backwards => format!("ends before it begins, read as {label}"),
            PeriodCaution::Season => format!("a season, read as {label}"),
            PeriodCaution::YearAssumed => format!("has no year, read as {label}"),
            caution => caution.to_string(),
        })
    }
}

impl fmt::Display for PeriodCaution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ambiguous { other } => write!(f, "could also mean {}", other.official_label()),
            Self::UnusualLength { months, likely } => {
                write!(f, "covers {months} months")?;
                match likely {
                    Some(likely) => write!(f, ", perhaps {} was meant", likely.first_to_last()),
                    None => Ok(()),
                }
            }
            Self::Backwards => f.write_str("ends before it begins"),
            Self::Season => f.write_str("a season: the usual three months were taken"),
            Self::YearAssumed => {
                f.write_str("has no year: it was taken from what stands around it")
            }
            Self::EndNotWritten => f.write_str("a year to date, without the date"),
        }
    }
}

/// Reads a text that is wholly a period, but for notes and marks after it. `None` where it is not, or
/// where its year is neither written nor known.
///
/// ```
/// use bellwether::data::period_parse::{PeriodContext, parse_period};
/// let reading = parse_period("Apr '12 to Mar '135, 6", &PeriodContext::default()).unwrap();
/// assert_eq!(reading.period.label(), "12 months to Mar 2013");
/// assert_eq!(reading.notes, ["5", "6"]);
/// ```
pub fn parse_period(text: &str, context: &PeriodContext) -> Option<PeriodReading> {
    Grammar::new(Tokens::of(text), context, false).whole()
}

/// Finds the period that a title or the name of a file speaks of, and where it stands in bytes: the most
/// specific one, not the day something was published, nor any number that looks like a year.
///
/// ```
/// use bellwether::data::period_parse::{PeriodContext, find_period};
/// let title = "Table P1: Police recorded crime, England and Wales, year ending March 20181,2";
/// let (reading, place) = find_period(title, &PeriodContext::default()).unwrap();
/// assert_eq!(reading.period.label(), "12 months to Mar 2018");
/// assert_eq!(&title[place], "year ending March 20181,2");
/// ```
pub fn find_period(text: &str, context: &PeriodContext) -> Option<(PeriodReading, Range<usize>)> {
    Grammar::new(Tokens::of(text), context, true).best()
}

/// The period that a date in a header or a column of dates stands for: the month, where the dates are
/// all firsts or all lasts of months and most follow each other by one month; else the day. Dates three
/// or twelve months apart stay days, as they may be snapshots ("as at 31 March") as well as the ends of
/// quarters and years: that is for somebody to say.
pub fn period_of_date(date: Date, siblings: &[Date]) -> Option<Period> {
    let mut dates: Vec<Date> = siblings.to_vec();
    dates.push(date);
    dates.sort_unstable();
    dates.dedup();
    let firsts = dates.iter().all(|date| date.day() == 1);
    let lasts = dates.iter().all(|date| date.day() == date.days_in_month());
    let month = |date: &Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let steps = dates.len().saturating_sub(1);
    let by_one = dates
        .iter()
        .zip(dates.iter().skip(1))
        .filter(|(before, after)| month(after) - month(before) == 1)
        .count();
    if (firsts || lasts) && by_one > 0 && by_one * 2 > steps {
        Period::month(date.year(), date.month())
    } else {
        Period::day(date)
    }
}
