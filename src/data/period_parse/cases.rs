//! Periods as documents write them, and what they are: the table against which the reading is tested.

use jiff::civil::{Date, date};

use super::reading::{
    DashReading, PeriodCaution, PeriodContext, PeriodReading, YearReading, find_period,
    parse_period, period_of_date,
};
use crate::data::observation::Status;
use crate::data::period::{Period, PeriodKind};

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

fn read(text: &str) -> Option<PeriodReading> {
    parse_period(text, &PeriodContext::default())
}

fn days_of(reading: &PeriodReading) -> (Date, Date) {
    (reading.period.start, reading.period.last_day())
}

#[test]
fn what_is_not_a_period_is_not_read() {
    for text in [
        "",
        " ",
        "-",
        "12",
        "31",
        "2,023",
        "1850",
        "16-24",
        "16 to 24",
        "2023%",
        "£2023",
        "20231",
        "202313",
        "13/2023",
        "04/25/2023",
        "31/02/2023",
        "2023-02-30",
        "Q5 2023/24",
        "Q2",
        "April",
        "Apr – Sept",
        "FYTD (23rd Dec)",
        "2023/25 Q1",
        "to 2023",
        "year ending",
        "May contain",
        "March 2020 and March 2021",
        "2025 to 2021",
        "Ashfield 2021",
        "Table 3",
        "2022/2025/26",
        "[2021",
        "'",
        "2021/22 v 2020/21",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn notes_and_marks_after_a_period_are_kept_apart() {
    let cases: &[(&str, &str, &[&str], Status)] = &[
        (
            "Apr '12 to Mar '135, 6",
            "2013-03-31",
            &["5", "6"],
            Status::Ordinary,
        ),
        (
            "Apr '16 to Mar '175",
            "2017-03-31",
            &["5"],
            Status::Ordinary,
        ),
        (
            "year ending March 20181,2,3",
            "2018-03-31",
            &["1", "2", "3"],
            Status::Ordinary,
        ),
        (
            "year ending March 181,2,3",
            "2018-03-31",
            &["1", "2", "3"],
            Status::Ordinary,
        ),
        (
            "September 20191,2",
            "2019-09-30",
            &["1", "2"],
            Status::Ordinary,
        ),
        ("Sep 201912", "2019-09-30", &["12"], Status::Ordinary),
        ("2021/221", "2022-03-31", &["1"], Status::Ordinary),
        ("2017-184,5", "2018-03-31", &["4", "5"], Status::Ordinary),
        ("March 2018¹²", "2018-03-31", &["12"], Status::Ordinary),
        (
            "June 2025 [note 1][note 2]",
            "2025-06-30",
            &["1", "2"],
            Status::Ordinary,
        ),
        (
            "June 2025 [note 1, 3]",
            "2025-06-30",
            &["1", "3"],
            Status::Ordinary,
        ),
        (
            "2023/24 (provisional)",
            "2024-03-31",
            &[],
            Status::Provisional,
        ),
        ("2023/24 [p]", "2024-03-31", &[], Status::Provisional),
        ("2023/24p", "2024-03-31", &[], Status::Provisional),
        (
            "Q4 2023/24 [r] [note 7]",
            "2024-03-31",
            &["7"],
            Status::Revised,
        ),
        ("2023*", "2023-12-31", &["*"], Status::Ordinary),
    ];
    for (text, last, notes, status) in cases {
        let reading = read(text).unwrap_or_else(|| panic!("{text} is not read"));
        assert_eq!(reading.period.last_day(), day(last), "{text}");
        assert_eq!(reading.notes, *notes, "{text}");
        assert_eq!(reading.status, *status, "{text}");
    }
}

#[test]
fn fourteen_months_are_said_to_be_unusual() {
    let reading = read("Sept 2020 – Oct 2021").unwrap();
    assert_eq!(days_of(&reading), (date(2020, 9, 1), date(2021, 10, 31)));
    assert_eq!(
        reading.caution_words().unwrap(),
        "covers 14 months, perhaps Oct 2020 to Sep 2021 was meant"
    );
    let thirteen = read("Oct 2020 to Oct 2021").unwrap();
    assert!(
        thirteen
            .caution_words()
            .unwrap()
            .starts_with("covers 13 months, perhaps Nov 2020")
    );
    for usual in [
        "Apr 2021 to Feb 2022",
        "Apr–Nov 2014",
        "April 2007–March 2022",
        "Oct 21–Sep 22",
    ] {
        assert_eq!(read(usual).unwrap().caution, None, "{usual}");
    }
    let backwards = read("Oct 2022 to Sep 2022").unwrap();
    assert_eq!(
        backwards.caution_words().unwrap(),
        "ends before it begins, read as 12 months to Sep 2022"
    );
    assert_eq!(backwards.period.start, date(2021, 10, 1));
}

#[test]
fn what_can_be_read_in_two_ways_names_the_other() {
    let cases = [
        ("2021", Period::financial_year(2021)),
        ("Q1 2023", Period::financial_quarter(2023, 1)),
        ("FY24", Period::financial_year(2024)),
        ("2009-10", Period::month(2009, 10)),
        (
            "2009 to 2010",
            Period::span(date(2009, 1, 1), date(2010, 12, 31)),
        ),
        (
            "2008-12",
            Period::span(date(2008, 1, 1), date(2012, 12, 31)),
        ),
        (
            "October to March 2022",
            Period::span(date(2022, 10, 1), date(2023, 3, 31)),
        ),
    ];
    for (text, other) in cases {
        let caution = read(text).unwrap().caution;
        let other = other.unwrap();
        assert_eq!(caution, Some(PeriodCaution::Ambiguous { other }), "{text}");
    }
    let certain = [
        "2021/22",
        "2021-22",
        "2023-12",
        "Oct to Mar 2021/22",
        "calendar year 2021",
    ];
    for text in certain {
        assert_eq!(read(text).unwrap().caution, None, "{text}");
    }
    assert_eq!(
        read("2021").unwrap().caution_words().unwrap(),
        "could also mean Financial year ending March 2022"
    );
    assert_eq!(
        read("Spring 2022").unwrap().caution,
        Some(PeriodCaution::Season)
    );
}

#[test]
fn siblings_settle_what_a_label_leaves_open() {
    let in_context = |siblings: &[&str], text: &str| {
        let reading = parse_period(text, &PeriodContext::from_siblings(siblings)).unwrap();
        (reading.period, reading.caution)
    };
    let sure = |period: Option<Period>| (period.unwrap(), None);
    assert_eq!(
        in_context(&["2022/23", "Q4 2022/23", "Q1 2023"], "Q1 2023"),
        sure(Period::financial_quarter(2023, 1))
    );
    assert_eq!(
        in_context(&["2009-08", "2009-09", "2009-10"], "2009-10"),
        sure(Period::month(2009, 10))
    );
    assert_eq!(
        in_context(&["2009-10", "2010-11", "2012-13", "2013-14"], "2009-10"),
        sure(Period::financial_year(2009))
    );
    assert_eq!(
        in_context(&["Financial year", "2021", "2022"], "2021"),
        sure(Period::financial_year(2021))
    );
    assert_eq!(
        in_context(&["Calendar year", "2021"], "2021"),
        sure(Period::calendar_year(2021))
    );
    let mixed = in_context(&["2008/09", "2018", "2019"], "2018");
    assert_eq!(Some(mixed.0), Period::calendar_year(2018));
    assert!(
        mixed.1.is_some(),
        "a slash elsewhere does not settle a bare year"
    );
    assert_eq!(
        in_context(&["2001-03", "2002-04", "2012-14"], "2001-03"),
        sure(Period::span(day("2001-01-01"), day("2003-12-31")))
    );
    assert_eq!(
        in_context(&["2008-10", "2009-11", "2010-12"], "2010-12"),
        sure(Period::span(day("2010-01-01"), day("2012-12-31")))
    );
    assert_eq!(
        in_context(&["2010-10", "2010-11", "2010-12", "2011-01"], "2010-12"),
        sure(Period::month(2010, 12))
    );
    assert_eq!(
        in_context(&["04/05", "05/06", "18/19"], "18/19"),
        sure(Period::financial_year(2018))
    );
    let ages = PeriodContext::from_siblings(&["10-11", "16-24", "25-34"]);
    assert_eq!(parse_period("10-11", &ages), None);
    let dates = PeriodContext::from_siblings(&["2009-09-30", "2010-03-31"]);
    assert_eq!(dates.year_dash, DashReading::Unknown);
    assert_eq!(dates.quarter, YearReading::Unknown);
}

#[test]
fn labels_without_a_year_lie_in_the_one_that_is_known() {
    let context = PeriodContext::default().in_year(Period::financial_year(2022).unwrap());
    let cases = [
        ("Apr – Sept", "2022-04-01", "2022-09-30"),
        ("Oct to Mar", "2022-10-01", "2023-03-31"),
        ("January", "2023-01-01", "2023-01-31"),
        ("Q4", "2023-01-01", "2023-03-31"),
        ("FYTD (23rd Dec)", "2022-04-01", "2022-12-23"),
        ("31 Mar", "2023-03-31", "2023-03-31"),
    ];
    for (text, first, last) in cases {
        let reading = parse_period(text, &context).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(days_of(&reading), (day(first), day(last)), "{text}");
        assert_eq!(reading.caution, Some(PeriodCaution::YearAssumed), "{text}");
    }
    let title = "Residents may march in April, the last of Q4";
    assert_eq!(
        find_period(title, &context),
        None,
        "a title must write its year"
    );
}

#[test]
fn titles_and_file_names_give_their_period() {
    let cases = [
        (
            "Table P1: Police recorded crime by offence group, England and Wales, police force area, \
             year ending March 20181,2,3",
            Some(("year ending March 20181,2,3", "2017-04-01", "2018-03-31")),
        ),
        (
            "Table C2: Number of police recorded crimes for headline offences, year ending June 2025 \
             [note 1][note 2]",
            Some((
                "year ending June 2025 [note 1][note 2]",
                "2024-07-01",
                "2025-06-30",
            )),
        ),
        (
            "How safe adults felt walking alone after dark by gender, 2021",
            Some(("2021", "2021-01-01", "2021-12-31")),
        ),
        (
            "Police return Sep 22",
            Some(("Sep 22", "2022-09-01", "2022-09-30")),
        ),
        (
            "Police_return_Sep_22.xlsx",
            Some(("Sep_22", "2022-09-01", "2022-09-30")),
        ),
        (
            "Nottinghamshire 2021/22",
            Some(("2021/22", "2021-04-01", "2022-03-31")),
        ),
        (
            "Percentage change, year ending march 2017 compared with year ending March 20181,2,3",
            Some(("year ending March 20181,2,3", "2017-04-01", "2018-03-31")),
        ),
        (
            "Change for year ending March 2018 compared with selected periods from year ending March \
             20111,2",
            Some(("year ending March 2018", "2017-04-01", "2018-03-31")),
        ),
        (
            "Table P7: Anti-social behaviour incidents, year ending March 2008 to year ending March 20181,2",
            Some((
                "year ending March 2008 to year ending March 20181,2",
                "2007-04-01",
                "2018-03-31",
            )),
        ),
        ("The '95 percent confidence interval'", None),
        (
            "These tables were originally published on 25 April 2023",
            None,
        ),
        (
            "Fly-tipping incidents by local authority, 2012-13 to 2022-23 (published 31 March 2024)",
            Some(("2012-13 to 2022-23", "2012-04-01", "2023-03-31")),
        ),
        (
            "Published: 19 July 2018. Police workforce at 31 March 2018",
            Some(("31 March 2018", "2018-03-31", "2018-03-31")),
        ),
        (
            "Aged 16 to 24, 2001 to 2,005 people, by 2011 Census area, 2023",
            Some(("2023", "2023-01-01", "2023-12-31")),
        ),
        (
            "Ordre public: £2021 v E2022 and 2,023 or 2023.5, 2024%",
            None,
        ),
        ("Table 2_44: feeling safe, aged 16-24, may 12", None),
        (
            "Q1 How safe do you feel? Base: 1999",
            Some(("1999", "1999-01-01", "1999-12-31")),
        ),
        ("", None),
    ];
    for (title, expected) in cases {
        let found = find_period(title, &PeriodContext::default());
        let found = found.map(|(reading, place)| (&title[place], days_of(&reading)));
        let expected = expected.map(|(text, first, last)| (text, (day(first), day(last))));
        assert_eq!(found, expected, "{title}");
    }
}

#[test]
fn dates_a_month_apart_are_months_and_others_days() {
    let ends = [date(2023, 4, 30), date(2023, 5, 31), date(2023, 6, 30)];
    assert_eq!(period_of_date(ends[0], &ends), Period::month(2023, 4));
    let firsts = [date(2023, 12, 1), date(2024, 1, 1)];
    assert_eq!(period_of_date(firsts[1], &firsts), Period::month(2024, 1));
    let quarter_ends = [date(2023, 3, 31), date(2023, 6, 30), date(2023, 9, 30)];
    assert_eq!(
        period_of_date(quarter_ends[1], &quarter_ends),
        Period::day(quarter_ends[1])
    );
    let mixed = [date(2023, 4, 1), date(2023, 5, 2)];
    assert_eq!(period_of_date(mixed[0], &mixed), Period::day(mixed[0]));
    assert_eq!(period_of_date(mixed[0], &[]), Period::day(mixed[0]));
}
