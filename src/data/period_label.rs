//! How periods are written: one house form for sentences, one for chart axes, and the form of the
//! Office for National Statistics. What is written here reads back through `period_parse`.

use jiff::civil::Date;

use super::period::{Period, PeriodKind, financial_start_year};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?))
        .copied()
        .unwrap_or("")
}

/// The first three letters of a month's name.
pub fn short_month_name(month: i8) -> &'static str {
    month_name(month).get(..3).unwrap_or("")
}

/// Whether a word, in small letters, is the name of a month, in full or as it is shortened ("sept" too).
pub fn is_month_name(word: &str) -> bool {
    word == "sept"
        || MONTHS.iter().any(|name| {
            let name = name.to_lowercase();
            word == name || Some(word) == name.get(..3)
        })
}

impl Period {
    /// The house form, for sentences, captions and footnotes.
    ///
    /// ```
    /// use bellwether::data::Period;
    /// assert_eq!(Period::year_ending(2022, 6).unwrap().label(), "12 months to Jun 2022");
    /// assert_eq!(Period::financial_year(2021).unwrap().label(), "2021/22");
    /// assert_eq!(Period::financial_quarter(2022, 1).unwrap().label(), "Apr–Jun 2022 (Q1 2022/23)");
    /// ```
    pub fn label(&self) -> String {
        let last = self.last_day();
        match self.kind {
            PeriodKind::Day => {
                let (day, month) = (self.start.day(), month_name(self.start.month()));
                format!("{day} {month} {}", self.start.year())
            }
            PeriodKind::Month => month_and_year(self.start, month_name),
            PeriodKind::CalendarQuarter => self.months_of_one_year(),
            PeriodKind::FinancialQuarter => format!(
                "{} (Q{} {})",
                self.months_of_one_year(),
                self.number_of_financial_quarter(),
                financial_year_label(financial_start_year(self.start)),
            ),
            PeriodKind::CalendarYear => self.start.year().to_string(),
            PeriodKind::FinancialYear => financial_year_label(financial_start_year(self.start)),
            PeriodKind::YearEnding => {
                format!("12 months to {}", month_and_year(last, short_month_name))
            }
            PeriodKind::Span => self.span_label(),
        }
    }

    /// The short form, for the axes of charts: a month, a quarter and a rolling year are named by their
    /// last month ("Dec 21"), years by themselves.
    pub fn axis_label(&self) -> String {
        let last = self.last_day();
        match self.kind {
            PeriodKind::Day => format!("{} {}", self.start.day(), short_month(self.start)),
            PeriodKind::Month
            | PeriodKind::CalendarQuarter
            | PeriodKind::FinancialQuarter
            | PeriodKind::YearEnding => short_month(last),
            PeriodKind::CalendarYear | PeriodKind::FinancialYear => self.label(),
            PeriodKind::Span if self.start.year() == last.year() => format!(
                "{}–{}",
                short_month_name(self.start.month()),
                short_month(last)
            ),
            PeriodKind::Span => format!("{}–{}", short_month(self.start), short_month(last)),
        }
    }

    /// The form of the Office for National Statistics: "Year ending September 2023", "July to September
    /// 2021", "Financial year ending March 2021".
    pub fn official_label(&self) -> String {
        let last = self.last_day();
        match self.kind {
            PeriodKind::YearEnding => {
                format!("Year ending {}", month_and_year(last, month_name))
            }
            PeriodKind::FinancialYear => {
                format!("Financial year ending {}", month_and_year(last, month_name))
            }
            PeriodKind::CalendarQuarter | PeriodKind::FinancialQuarter => format!(
                "{} to {}",
                month_name(self.start.month()),
                month_and_year(last, month_name)
            ),
            PeriodKind::Span if self.whole_months().is_some() => {
                if self.start.year() == last.year() {
                    let first = month_name(self.start.month());
                    format!("{first} to {}", month_and_year(last, month_name))
                } else {
                    let first = month_and_year(self.start, month_name);
                    format!("{first} to {}", month_and_year(last, month_name))
                }
            }
            _ => self.label(),
        }
    }

    /// "Oct 2020 to Sep 2021", whatever kind of period it is.
    pub fn first_to_last(&self) -> String {
        Self {
            kind: PeriodKind::Span,
            ..*self
        }
        .span_label()
    }

    /// "Jul–Sep 2023".
    fn months_of_one_year(&self) -> String {
        let last = self.last_day();
        format!(
            "{}–{}",
            short_month_name(self.start.month()),
            month_and_year(last, short_month_name)
        )
    }

    /// "Oct 2021 to Mar 2022", "Apr to Nov 2014", "1 Apr to 23 Dec 2022".
    fn span_label(&self) -> String {
        let (first, last) = (self.start, self.last_day());
        let whole = self.whole_months().is_some();
        let day_of = |date: Date| {
            let month = short_month_name(date.month());
            if whole {
                String::from(month)
            } else {
                format!("{} {month}", date.day())
            }
        };
        let (from, to) = (day_of(first), day_of(last));
        if first.year() == last.year() {
            format!("{from} to {to} {}", last.year())
        } else {
            format!("{from} {} to {to} {}", first.year(), last.year())
        }
    }
}

/// "2021/22".
pub fn financial_year_label(start_year: i16) -> String {
    let next = start_year.saturating_add(1).rem_euclid(100);
    format!("{start_year}/{next:02}")
}

/// A month with its year, the month named by `name`.
fn month_and_year(date: Date, name: fn(i8) -> &'static str) -> String {
    format!("{} {}", name(date.month()), date.year())
}

/// "Dec 21".
fn short_month(date: Date) -> String {
    let year = date.year().rem_euclid(100);
    format!("{} {year:02}", short_month_name(date.month()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_kind_has_its_three_forms() {
        let span = |first, last| Period::span(first, last);
        let cases = [
            (
                Period::day(date(2006, 9, 30)),
                ["30 September 2006", "30 Sep 06", "30 September 2006"],
            ),
            (
                Period::month(2022, 4),
                ["April 2022", "Apr 22", "April 2022"],
            ),
            (
                Period::calendar_quarter(2022, 1),
                ["Jan–Mar 2022", "Mar 22", "January to March 2022"],
            ),
            (
                Period::financial_quarter(2022, 4),
                [
                    "Jan–Mar 2023 (Q4 2022/23)",
                    "Mar 23",
                    "January to March 2023",
                ],
            ),
            (Period::calendar_year(2021), ["2021", "2021", "2021"]),
            (
                Period::financial_year(1999),
                ["1999/00", "1999/00", "Financial year ending March 2000"],
            ),
            (
                Period::year_ending(2021, 12),
                [
                    "12 months to Dec 2021",
                    "Dec 21",
                    "Year ending December 2021",
                ],
            ),
            (
                span(date(2021, 10, 1), date(2022, 3, 31)),
                [
                    "Oct 2021 to Mar 2022",
                    "Oct 21–Mar 22",
                    "October 2021 to March 2022",
                ],
            ),
            (
                span(date(2014, 4, 1), date(2014, 11, 30)),
                ["Apr to Nov 2014", "Apr–Nov 14", "April to November 2014"],
            ),
            (
                span(date(2022, 4, 1), date(2022, 12, 23)),
                ["1 Apr to 23 Dec 2022", "Apr–Dec 22", "1 Apr to 23 Dec 2022"],
            ),
        ];
        for (period, [label, axis, official]) in cases {
            let period = period.unwrap();
            assert_eq!(period.label(), label);
            assert_eq!(period.axis_label(), axis);
            assert_eq!(period.official_label(), official);
        }
    }
}
