//! Periods as documents write them, and what they are: the table against which the reading is tested.

use jiff::civil::{Date, date};

use super::observation::Status;
use super::period::{Period, PeriodKind};
use super::period_parse::{
    DashReading, PeriodCaution, PeriodContext, YearReading, find_period, parse_period,
    period_of_date,
};

use PeriodKind::{
    CalendarQuarter, CalendarYear, Day, FinancialQuarter, FinancialYear, Month, Span, YearEnding,
};

/// What is written, its first and last day, and its kind.
const WRITTEN: &[(&str, &str, &str, PeriodKind)] = &[
    ("Apr-23", "2023-04-01", "2023-04-30", Month),
    ("April 2023", "2023-04-01", "2023-04-30", Month),
    ("Sept 2022", "2022-09-01", "2022-09-30", Month),
    ("Sept. 2022", "2022-09-01", "2022-09-30", Month),
    ("Sep 22", "2022-09-01", "2022-09-30", Month),
    ("SEP22", "2022-09-01", "2022-09-30", Month),
    ("Sep ’22", "2022-09-01", "2022-09-30", Month),
    ("July 2020", "2020-07-01", "2020-07-31", Month),
    ("Feb-24", "2024-02-01", "2024-02-29", Month),
    ("2023-04", "2023-04-01", "2023-04-30", Month),
    ("2022-02", "2022-02-01", "2022-02-28", Month),
    ("2023-12", "2023-12-01", "2023-12-31", Month),
    ("202304", "2023-04-01", "2023-04-30", Month),
    ("202108", "2021-08-01", "2021-08-31", Month),
    ("04/2023", "2023-04-01", "2023-04-30", Month),
    ("01/04/2023", "2023-04-01", "2023-04-01", Day),
    ("31/12/2023", "2023-12-31", "2023-12-31", Day),
    ("1.4.23", "2023-04-01", "2023-04-01", Day),
    ("2023-04-01", "2023-04-01", "2023-04-01", Day),
    ("2010-11-05", "2010-11-05", "2010-11-05", Day),
    ("2023-04-01T00:00:00", "2023-04-01", "2023-04-01", Day),
    ("1999-12-31 00:00", "1999-12-31", "1999-12-31", Day),
    ("20230401", "2023-04-01", "2023-04-01", Day),
    ("30 September 2006", "2006-09-30", "2006-09-30", Day),
    ("01-Apr-23", "2023-04-01", "2023-04-01", Day),
    ("as at 31 March 2018", "2018-03-31", "2018-03-31", Day),
    ("October 1st, 2021", "2021-10-01", "2021-10-01", Day),
    ("mid-2019", "2019-06-30", "2019-06-30", Day),
    ("2023/24", "2023-04-01", "2024-03-31", FinancialYear),
    ("2023-24", "2023-04-01", "2024-03-31", FinancialYear),
    ("2023–24", "2023-04-01", "2024-03-31", FinancialYear),
    ("2022/2023", "2022-04-01", "2023-03-31", FinancialYear),
    ("2012-13", "2012-04-01", "2013-03-31", FinancialYear),
    ("2001/02", "2001-04-01", "2002-03-31", FinancialYear),
    ("1999/00", "1999-04-01", "2000-03-31", FinancialYear),
    ("FY23/24", "2023-04-01", "2024-03-31", FinancialYear),
    ("FY 2023/24", "2023-04-01", "2024-03-31", FinancialYear),
    ("FY24", "2023-04-01", "2024-03-31", FinancialYear),
    (
        "Financial year 2021/22",
        "2021-04-01",
        "2022-03-31",
        FinancialYear,
    ),
    (
        "financial year ending March 2021",
        "2020-04-01",
        "2021-03-31",
        FinancialYear,
    ),
    (
        "financial year ending 31 March 2021",
        "2020-04-01",
        "2021-03-31",
        FinancialYear,
    ),
    ("FYE 2021", "2020-04-01", "2021-03-31", FinancialYear),
    ("2009 to 2010", "2009-04-01", "2010-03-31", FinancialYear),
    ("2023", "2023-01-01", "2023-12-31", CalendarYear),
    (
        "calendar year 2021",
        "2021-01-01",
        "2021-12-31",
        CalendarYear,
    ),
    ("Q2 2023/24", "2023-07-01", "2023-09-30", FinancialQuarter),
    ("2023/24 Q2", "2023-07-01", "2023-09-30", FinancialQuarter),
    ("Q4 2022-23", "2023-01-01", "2023-03-31", FinancialQuarter),
    ("Q1 FY23/24", "2023-04-01", "2023-06-30", FinancialQuarter),
    (
        "Quarter 3, 2021/22",
        "2021-10-01",
        "2021-12-31",
        FinancialQuarter,
    ),
    (
        "Q1 2022/23 (Apr–Jun)",
        "2022-04-01",
        "2022-06-30",
        FinancialQuarter,
    ),
    (
        "Apr–Jun 2022 (Q1 2022/23)",
        "2022-04-01",
        "2022-06-30",
        FinancialQuarter,
    ),
    (
        "July to September 2023 (Q2)",
        "2023-07-01",
        "2023-09-30",
        FinancialQuarter,
    ),
    ("Q1 2023", "2023-01-01", "2023-03-31", CalendarQuarter),
    ("2023Q3", "2023-07-01", "2023-09-30", CalendarQuarter),
    ("Jul–Sep 2023", "2023-07-01", "2023-09-30", CalendarQuarter),
    ("Jul-Sep 23", "2023-07-01", "2023-09-30", CalendarQuarter),
    (
        "July to September 2023",
        "2023-07-01",
        "2023-09-30",
        CalendarQuarter,
    ),
    (
        "January to March 2022",
        "2022-01-01",
        "2022-03-31",
        CalendarQuarter,
    ),
    (
        "Oct–Dec 2023/24",
        "2023-10-01",
        "2023-12-31",
        CalendarQuarter,
    ),
    (
        "quarter to June 2023",
        "2023-04-01",
        "2023-06-30",
        CalendarQuarter,
    ),
    ("YE Sep 2023", "2022-10-01", "2023-09-30", YearEnding),
    ("Y/E Sept 23", "2022-10-01", "2023-09-30", YearEnding),
    (
        "Year ending September 2023",
        "2022-10-01",
        "2023-09-30",
        YearEnding,
    ),
    (
        "year ending 30 September 2023",
        "2022-10-01",
        "2023-09-30",
        YearEnding,
    ),
    ("Year to June 2022", "2021-07-01", "2022-06-30", YearEnding),
    (
        "year to December 2021",
        "2021-01-01",
        "2021-12-31",
        YearEnding,
    ),
    (
        "12 months to Sep 2023",
        "2022-10-01",
        "2023-09-30",
        YearEnding,
    ),
    (
        "12 months to September 2014",
        "2013-10-01",
        "2014-09-30",
        YearEnding,
    ),
    (
        "Rolling 12 months to the end of Feb 2020",
        "2019-03-01",
        "2020-02-29",
        YearEnding,
    ),
    (
        "Oct 2022 – Sep 2023",
        "2022-10-01",
        "2023-09-30",
        YearEnding,
    ),
    ("Oct-22 to Sep-23", "2022-10-01", "2023-09-30", YearEnding),
    (
        "Oct 2021 to Sept 2022",
        "2021-10-01",
        "2022-09-30",
        YearEnding,
    ),
    (
        "Oct 2021 − Sept 2022",
        "2021-10-01",
        "2022-09-30",
        YearEnding,
    ),
    (
        "1st October 2021 and 30th September 2022",
        "2021-10-01",
        "2022-09-30",
        YearEnding,
    ),
    (
        "between April 2021 and March 2022",
        "2021-04-01",
        "2022-03-31",
        YearEnding,
    ),
    (
        "01/10/2021 - 30/09/2022",
        "2021-10-01",
        "2022-09-30",
        YearEnding,
    ),
    ("Apr '07 to Mar '08", "2007-04-01", "2008-03-31", YearEnding),
    ("Dec 13 to Nov 2014", "2013-12-01", "2014-11-30", YearEnding),
    ("April to November 2014", "2014-04-01", "2014-11-30", Span),
    ("6 months to Dec 2023", "2023-07-01", "2023-12-31", Span),
    (
        "six months ending December 2023",
        "2023-07-01",
        "2023-12-31",
        Span,
    ),
    ("April 2007–March 2022", "2007-04-01", "2022-03-31", Span),
    ("Oct 2021 to Mar 2022", "2021-10-01", "2022-03-31", Span),
    ("October to March 2022", "2021-10-01", "2022-03-31", Span),
    ("2018/19 to 2021/22", "2018-04-01", "2022-03-31", Span),
    ("Q1 to Q3 2023/24", "2023-04-01", "2023-12-31", Span),
    ("2015-18", "2015-01-01", "2018-12-31", Span),
    ("2021-25", "2021-01-01", "2025-12-31", Span),
    ("2021 to 2025", "2021-01-01", "2025-12-31", Span),
    ("1 to 15 March 2022", "2022-03-01", "2022-03-15", Span),
    ("1–31 March 2022", "2022-03-01", "2022-03-31", Month),
    ("1 Apr to 23 Dec 2022", "2022-04-01", "2022-12-23", Span),
    ("Week ending 7 May 2023", "2023-05-01", "2023-05-07", Span),
    ("w/c 1 May 2023", "2023-05-01", "2023-05-07", Span),
    ("FYTD Sep 2023", "2023-04-01", "2023-09-30", Span),
    ("Spring 2022", "2022-03-01", "2022-05-31", Span),
    ("Winter 2022/23", "2022-12-01", "2023-02-28", Span),
];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn every_written_form_is_read() {
    let mut wrong = Vec::new();
    for (text, first, last, kind) in WRITTEN {
        let expected = Period {
            start: day(first),
            end: day(last).tomorrow().unwrap(),
            kind: *kind,
        };
        let read = parse_period(text, &PeriodContext::default());
        if read.as_ref().map(|reading| reading.period) != Some(expected) {
            wrong.push(format!("{text}: {read:?}"));
        }
        // Six figures in a sentence are as often a count.
        let figures_only = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() > 4;
        let title = format!("Table 3: Burglary by district, {text}, Nottinghamshire");
        let found = find_period(&title, &PeriodContext::default());
        if !figures_only && found.as_ref().map(|(reading, _)| reading.period) != Some(expected) {
            wrong.push(format!("{title}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
