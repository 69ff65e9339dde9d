//! Columns of dates and months as people send them: real dates, `2023-05`, `14/05/2023 13:45` in the order
//! of the United Kingdom. A column that could be in American order is not read at all.

use jiff::civil::Date;

use crate::data::Period;
use crate::data::period::PeriodKind;
use crate::data::period_parse::{PeriodContext, parse_period};
use crate::import::view::{Kind, View};

/// When something happened: the month, and the day where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub month: Period,
    pub day: Option<Date>,
}

impl When {
    fn on(date: Date) -> Option<Self> {
        Some(Self {
            month: Period::month(date.year(), date.month()).filter(|_| is_likely(date.year()))?,
            day: Some(date),
        })
    }
}

/// Whether anything in a return can be of a year.
fn is_likely(year: i16) -> bool {
    (1980..=2100).contains(&year)
}

/// Why a column of dates is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Too few of its cells are dates.
    NoDates,
    /// Month and day may be the wrong way round.
    DayAndMonth,
}

/// Looks through a column of a body: whether its cells can be read as dates.
pub(super) fn judge(view: &View<'_>, column: u32, top: u32, bottom: u32) -> Result<(), Refusal> {
    let (mut filled, mut read) = (0_usize, 0_usize);
    let (mut only_american, mut written_days_small, mut written_days) = (0_usize, 0_usize, 0_usize);
    let (mut typed, mut typed_days_small) = (0_usize, 0_usize);
    for (_, stored) in view.grid.stored_between(column, top, bottom) {
        filled += 1;
        match view.kind_of(stored) {
            Kind::Date(date) => {
                typed += 1;
                typed_days_small += usize::from(date.day() <= 12);
                read += usize::from(When::on(date).is_some());
            }
            Kind::Text(text) => {
                let Some(text) = crate::import::columns::text_of(view, text) else {
                    continue;
                };
                if let Some((first, second, _)) = slashed(text) {
                    written_days += 1;
                    written_days_small += usize::from(first <= 12);
                    only_american += usize::from(first <= 12 && second > 12);
                }
                read += usize::from(of_text(text).is_some());
            }
            _ => {}
        }
    }
    // Excel set to American dates turns 03/04 into 4 March and leaves 25/04 as text.
    let is_turned_round =
        typed >= 3 && typed_days_small == typed && written_days >= 3 && written_days_small == 0;
    if only_american > 0 || is_turned_round {
        Err(Refusal::DayAndMonth)
    } else if filled == 0 || read * 10 < filled * 8 {
        Err(Refusal::NoDates)
    } else {
        Ok(())
    }
}

/// The date or month in a cell.
pub(super) fn read(view: &View<'_>, row: u32, column: u32) -> Option<When> {
    match view.kind(row, column) {
        Kind::Date(date) => When::on(date),
        Kind::Text(text) => of_text(crate::import::columns::text_of(view, text)?),
        _ => None,
    }
}

/// The date or month in a text.
pub(super) fn of_text(text: &str) -> Option<When> {
    let text = text.trim();
    if let Some((day, month, year)) = slashed(text) {
        return When::on(Date::new(year, month, day).ok()?);
    }
    // A time of day after the date tells nothing more: "2023-05-14T13:45:00", "14 May 2023 13:45".
    let date = text
        .find(':')
        .and_then(|colon| text.get(..colon)?.rfind([' ', 'T']))
        .and_then(|end| text.get(..end))
        .unwrap_or(text);
    let period = parse_period(date, &PeriodContext::default())?.period;
    match period.kind {
        PeriodKind::Day => When::on(period.start),
        PeriodKind::Month if is_likely(period.start.year()) => Some(When {
            month: period,
            day: None,
        }),
        _ => None,
    }
}

/// `14/05/2023`, `14-05-2023` or `14.05.23`, with or without a time: the numbers in their order.
fn slashed(text: &str) -> Option<(i8, i8, i16)> {
    let date = text.split([' ', 'T']).next()?;
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|mark| date.contains(*mark))?;
    let mut parts = date.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some()
        || !(is_number(first, 2) && is_number(second, 2) && is_number(year, 4))
        || !matches!(year.len(), 2 | 4)
    {
        return None;
    }
    let full: i16 = year.parse().ok()?;
    let full = if year.len() == 2 { 2000 + full } else { full };
    Some((first.parse().ok()?, second.parse().ok()?, full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_order_of_the_united_kingdom() {
        for (text, month, day) in [
            ("2023-05", "2023-05-01", None),
            ("May 2023", "2023-05-01", None),
            ("03/04/2023", "2023-04-01", Some("2023-04-03")),
            ("03/04/23", "2023-04-01", Some("2023-04-03")),
            ("25/12/2022 23:59", "2022-12-01", Some("2022-12-25")),
            ("2023-05-14T13:45:00", "2023-05-01", Some("2023-05-14")),
            ("2023-05-14 13:45:00", "2023-05-01", Some("2023-05-14")),
            ("14 May 2023", "2023-05-01", Some("2023-05-14")),
        ] {
            let when = of_text(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(when.month.start.to_string(), month, "{text}");
            assert_eq!(
                when.day.map(|day| day.to_string()).as_deref(),
                day,
                "{text}"
            );
        }
        for text in [
            "12/25/2022",
            "2023",
            "Q1 2023",
            "unknown",
            "31/02/2023",
            "2021/22",
            "",
        ] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }
}
