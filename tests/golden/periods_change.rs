//! Periods and the language of change.

use bellwether::base::number::{MINUS, rounded, signed};
use bellwether::data::Period;
use bellwether::data::period::{days_in_financial_year, month_index_in_financial_year};
use bellwether::data::period_parse::{PeriodContext, parse_period};
use bellwether::stats::change::{CountChange, percentage_points, relative_change_percent};
use jiff::civil::Date;

use crate::cases::{self, Case, Check};

/// The kinds of cases run here.
pub const KINDS: &[(&str, Check)] = &[
    ("date_to_period", date_to_period),
    ("year_ending", year_ending),
    ("percentage_point_vs_percent", percentage_point_vs_percent),
    ("count_change", count_change),
    ("display_rounding", display_rounding),
];

#[test]
fn periods_and_changes_are_as_published() {
    cases::run(KINDS);
}

fn date_to_period(case: &Case<'_>) -> Result<(), String> {
    let date: Date = case
        .text("/date")?
        .parse()
        .map_err(|error| format!("{error}"))?;
    let year = Period::financial_year_of(date).ok_or("no financial year")?;
    case.same("/expected/financial_year", year.label())?;
    case.same("/expected/fy_start", year.start.to_string())?;
    case.same("/expected/fy_end", year.last_day().to_string())?;
    let quarter = Period::financial_quarter_of(date).ok_or("no financial quarter")?;
    let number = quarter.number_of_financial_quarter();
    case.same("/expected/fy_quarter", number)?;
    case.same("/expected/fy_quarter_start", quarter.start.to_string())?;
    case.same("/expected/fy_quarter_end", quarter.last_day().to_string())?;
    let quarter = Period::calendar_quarter_of(date).ok_or("no calendar quarter")?;
    let number = quarter.number_of_calendar_quarter();
    case.same("/expected/calendar_quarter", number)?;
    let index = month_index_in_financial_year(date);
    case.same("/expected/month_index_in_fy", index)?;
    let month = Period::month(date.year(), date.month()).ok_or("no month")?;
    case.same("/expected/days_in_month", month.days())?;
    case.same("/expected/days_in_fy", days_in_financial_year(date))
}

fn year_ending(case: &Case<'_>) -> Result<(), String> {
    let text = case.text("/month")?;
    let month = parse_period(text, &PeriodContext::default()).ok_or("no month")?;
    let (year, number) = (month.period.start.year(), month.period.start.month());
    let period = Period::year_ending(year, number).ok_or("no year")?;
    case.same("/expected/start", period.start.to_string())?;
    case.same("/expected/end", period.last_day().to_string())?;
    case.same("/expected/days", period.days())?;
    case.same("/expected/label", period.official_label())?;
    case.same("/expected/months", month_names(&period))?;

    let before = period.previous_year().ok_or("no year before")?;
    case.same("/expected/previous_year_start", before.start.to_string())?;
    case.same("/expected/previous_year_end", before.last_day().to_string())?;
    let last_before = month_names(&before).pop().ok_or("no months")?;
    case.same("/expected/first_non_overlapping_month", last_before)?;

    let rolling = period.moved_by_months(-1).ok_or("no point before")?;
    let shared = period
        .overlap(&rolling)
        .and_then(|days| days.whole_months());
    case.same("/expected/previous_rolling_point_overlap_months", shared)?;

    let to_date = Period::financial_year_to_date(year, number).ok_or("no year to date")?;
    case.same("/expected/fytd_months", month_names(&to_date))
}

fn month_names(period: &Period) -> Vec<String> {
    let months = period.months();
    let name = |month: &Period| month.start.strftime("%Y-%m").to_string();
    months.iter().map(name).collect()
}

fn percentage_point_vs_percent(case: &Case<'_>) -> Result<(), String> {
    let earlier = case.number("/earlier_pct")?;
    let later = case.number("/later_pct")?;
    let points = percentage_points(earlier, later);
    case.close("/expected/change_percentage_points", Some(points))?;
    let relative = relative_change_percent(earlier, later);
    case.close("/expected/relative_change_percent", relative)?;
    case.same("/expected/display_pp", with_hyphen(&signed(points, 1)))
}

fn count_change(case: &Case<'_>) -> Result<(), String> {
    let change = CountChange::between(case.number("/earlier")?, case.number("/later")?);
    case.close("/expected/change", Some(change.change))?;
    case.close("/expected/pct_change", change.percent)?;
    case.same("/expected/show_pct", change.shows_percent)?;
    case.same("/expected/display", with_hyphen(&change.to_string()))
}

fn display_rounding(case: &Case<'_>) -> Result<(), String> {
    let decimals = case.at("/decimals")?.as_u64();
    let decimals = decimals.and_then(|decimals| usize::try_from(decimals).ok());
    let value = case.number("/value")?;
    let printed = rounded(value, decimals.ok_or("no decimals")?);
    case.same("/expected", printed)
}

/// The vectors have a hyphen where the program prints a minus sign.
fn with_hyphen(text: &str) -> String {
    text.replace(MINUS, "-")
}
