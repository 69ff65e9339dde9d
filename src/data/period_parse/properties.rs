//! What holds for every text and every period: the reading never fails, and what is printed reads back.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::reading::{PeriodContext, find_period, parse_period};
use crate::data::period::Period;

/// Any period that a constructor makes, in the years that are read.
fn any_period() -> impl Strategy<Value = Period> {
    let dates = || (0i64..62_000).prop_map(|days| date(1910, 1, 1) + days.days());
    let year = || 1910i16..2080;
    prop_oneof![
        dates().prop_map(Period::day),
        (year(), 1i8..=12).prop_map(|(year, month)| Period::month(year, month)),
        (year(), 1i8..=4).prop_map(|(year, quarter)| Period::calendar_quarter(year, quarter)),
        (year(), 1i8..=4).prop_map(|(year, quarter)| Period::financial_quarter(year, quarter)),
        year().prop_map(Period::calendar_year),
        year().prop_map(Period::financial_year),
        (year(), 1i8..=12).prop_map(|(year, month)| Period::year_ending(year, month)),
        (dates(), 0i64..3000).prop_map(|(first, days)| Period::span(first, first + days.days())),
        (year(), 1i8..=12, 1i32..40).prop_map(|(year, month, months)| {
            let first = date(year, month, 1);
            Period::span(first, (first + (months - 1).months()).last_of_month())
        }),
    ]
    .prop_map(|period| period.expect("the years are those of the calendar"))
}

proptest! {
    #[test]
    fn no_text_makes_the_reading_fail(text in ".{0,60}") {
        let financial = PeriodContext::default().in_year(Period::financial_year(2022).unwrap());
        for context in [PeriodContext::from_siblings(&[&text]), financial] {
            parse_period(&text, &context);
            if let Some((_, place)) = find_period(&text, &context) {
                prop_assert!(text.get(place).is_some());
            }
        }
    }

    #[test]
    fn no_row_of_tokens_makes_the_reading_fail(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "2021", "22", "9999", "1900", "2099", "31", "29", "Feb", "Sept", "Q4", "to", "-", "/", "year",
                "ending", "FY", "'", "12", "months", "week", "(", ")", "[", "]", "note", ",", "and", "spring",
                "mid", "fytd", "99", "00", "0", "w", "c", "to date", "¹", " ", " ", "st", "20231231", "235959",
            ]),
            0..12,
        )
    ) {
        let text = parts.concat();
        let context = PeriodContext::from_siblings(&[&text]);
        for context in [context, context.in_year(Period::financial_year(2099).unwrap())] {
            parse_period(&text, &context);
            if let Some((_, place)) = find_period(&text, &context) {
                prop_assert!(text.get(place).is_some());
            }
        }
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same_days(period in any_period()) {
        for printed in [period.label(), period.official_label(), period.first_to_last()] {
            let reading = parse_period(&printed, &PeriodContext::default());
            let same = reading.as_ref().is_some_and(|read| read.period.covers_same_days(&period));
            prop_assert!(same, "{} reads as {:?}", printed, reading);
        }
        let kind = parse_period(&period.label(), &PeriodContext::default()).unwrap().period.kind;
        prop_assert_eq!(kind, period.kind);
    }

    #[test]
    fn other_ways_to_write_a_month_and_a_year_read_back(year in 1970i16..2069, month in 1i8..=12) {
        let first = date(year, month, 1);
        for format in ["%b-%y", "%b %y", "%B %Y", "%b’%y", "%m/%Y", "%Y%m", "%b_%Y", "%b%Y", "%B, %Y"] {
            let text = first.strftime(format).to_string();
            let read = parse_period(&text, &PeriodContext::default()).map(|read| read.period);
            prop_assert_eq!(read, Period::month(year, month), "{}", text);
        }
        let ends = first.last_of_month();
        for format in ["YE %b %Y", "year to %d %B %Y", "12 months ending %b-%y", "Y/E %d/%m/%Y"] {
            let text = ends.strftime(format).to_string();
            let read = parse_period(&text, &PeriodContext::default()).map(|read| read.period);
            prop_assert_eq!(read, Period::year_ending(year, month), "{}", text);
        }
    }
}
