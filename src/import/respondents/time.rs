//! When respondents were asked.

use std::collections::HashMap;

use indexmap::IndexMap;
use jiff::civil::{Date, date};

use super::column::{Column, Entry, Rows, code, code_by, key};
use super::findings::SurveyFinding;
use crate::base::text::{clean, fold};
use crate::data::Period;
use crate::data::period_parse::{PeriodContext, parse_period};
use crate::data::survey::{Coded, Codes};
use crate::import::grid::Grid;
use crate::import::vocabulary::{LabelHeading, label_heading};

/// The interviews by period.
pub(super) struct Fieldwork {
    pub(super) coded: Coded<Period>,
    /// Quarters that are covered in part.
    pub(super) partial: Vec<Period>,
}

/// The periods that a column names.
#[derive(Clone, Debug)]
pub(super) struct Periods {
    /// Each label, as labels are compared, and its period.
    pub(super) by_label: Vec<(String, Period)>,
    /// The first label that wants a look, and why.
    pub(super) caution: Option<(String, String)>,
}

/// How the days of a column are read where they stand there as text: as CSV files hold them.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    context: PeriodContext,
    /// The first text that wants a look, and why.
    pub(super) caution: Option<(String, String)>,
}

impl Days {
    fn read(&self, text: &str) -> Option<Date> {
        let reading = parse_period(text, &self.context)?;
        (reading.period.days() == 1).then_some(reading.period.start)
    }
}

/// How the days of interviews in a column are read, where it holds days and next to nothing else.
pub(super) fn days(column: &Column) -> Option<Days> {
    if column.dates * 10 >= column.filled * 9 && column.dates > 0 {
        return Some(Days::default());
    }
    if column.texts * 10 < column.filled * 9 || column.labels.is_empty() {
        return None;
    }
    let names: Vec<&str> = column.names().collect();
    let context = PeriodContext::from_siblings(&names);
    let days = Days {
        context,
        caution: None,
    };
    if !names.iter().all(|name| days.read(name).is_some()) {
        return None;
    }
    let caution = names.iter().find_map(|name| {
        let words = parse_period(name, &context)?.caution_words()?;
        Some(((*name).to_owned(), words))
    });
    Some(Days { context, caution })
}

/// The periods of a column's labels, where they all are periods.
pub(super) fn label_periods(column: &Column) -> Option<Periods> {
    let heading = fold(&column.origin.heading);
    let speaks_of_time = matches!(
        label_heading(&column.origin.heading),
        Some(LabelHeading::Period)
    ) || [
        "wave",
        "quarter",
        "fieldwork",
        "survey year",
        "period",
        "month",
    ]
    .iter()
    .any(|word| heading.split(' ').any(|part| part == *word) || heading == *word);
    if !speaks_of_time || column.is_open || column.labels.is_empty() || column.dates > 0 {
        return None;
    }
    let names: Vec<&str> = column.names().collect();
    let context = PeriodContext::from_siblings(&names);
    let mut caution = None;
    let by_label: Option<Vec<(String, Period)>> = names
        .iter()
        .map(|name| {
            let reading = parse_period(name, &context)?;
            if caution.is_none() {
                caution = reading
                    .caution_words()
                    .map(|words| ((*name).to_owned(), words));
            }
            Some((key(name), reading.period))
        })
        .collect();
    Some(Periods {
        by_label: by_label?,
        caution,
    })
}

/// Interviews by the periods that a column names; months become quarters.
pub(super) fn by_label(
    grid: &Grid,
    column: &Column,
    rows: Rows,
    periods: &[(String, Period)],
) -> Fieldwork {
    let are_short = periods
        .iter()
        .all(|(_, period)| period.whole_months().is_some_and(|months| months == 1));
    let months: Vec<Period> = periods.iter().map(|(_, period)| *period).collect();
    let unit = |period: Period| {
        if are_short {
            Period::calendar_quarter_of(period.start).unwrap_or(period)
        } else {
            period
        }
    };
    let mut entries: Vec<Period> = periods.iter().map(|(_, period)| unit(*period)).collect();
    entries.sort_by_key(|period| (period.start, period.end));
    entries.dedup();
    let places: HashMap<String, u16> = periods
        .iter()
        .filter_map(|(label, period)| {
            let place = entries.iter().position(|held| *held == unit(*period))?;
            Some((label.clone(), u16::try_from(place).ok()?))
        })
        .collect();
    let partial = if are_short {
        entries
            .iter()
            .copied()
            .filter(|quarter| {
                quarter
                    .months()
                    .iter()
                    .any(|month| !months.iter().any(|held| held.covers_same_days(month)))
            })
            .collect()
    } else {
        Vec::new()
    };
    Fieldwork {
        coded: Coded {
            origin: column.origin.clone(),
            entries,
            codes: code_by(grid, column.index, rows, &places),
        },
        partial,
    }
}

/// Interviews by the quarter in which their days lie, or all in one period where they took a hundred days
/// or less.
pub(super) fn by_date(
    grid: &Grid,
    column: &Column,
    rows: Rows,
    read_as: &Days,
    found: &mut Vec<SurveyFinding>,
) -> Option<Fieldwork> {
    let today = jiff::Zoned::now().date();
    let mut days: Vec<Option<Date>> = Vec::with_capacity(rows.len());
    let mut odd: Option<(Date, u32)> = None;
    let mut codes_of_days: IndexMap<Date, ()> = IndexMap::new();
    let mut texts: HashMap<String, Option<Date>> = HashMap::new();
    let day_codes: Codes = code(grid, column.index, rows, |entry| {
        let day = match entry {
            Entry::Date(day) => day,
            Entry::Text(text) => match texts.get(text) {
                Some(known) => (*known)?,
                None => {
                    (*texts
                        .entry(text.to_owned())
                        .or_insert(read_as.read(&clean(text))))?
                }
            },
            _ => return None,
        };
        if day < date(1980, 1, 1) || day > today {
            odd = Some(odd.map_or((day, 1), |(first, count)| (first, count + 1)));
            return None;
        }
        u16::try_from(codes_of_days.insert_full(day, ()).0).ok()
    });
    for code in day_codes.iter() {
        days.push(
            code.and_then(|code| codes_of_days.get_index(usize::from(code)))
                .map(|(day, ())| *day),
        );
    }
    if let Some((first, count)) = odd {
        found.push(SurveyFinding::EntryUnknown {
            heading: column.origin.heading.clone(),
            entry: first.to_string(),
            count,
            reason: String::from("cannot be the day of an interview"),
        });
    }
    let (first, last) = (*days.iter().flatten().min()?, *days.iter().flatten().max()?);
    let one_wave = first
        .until(last)
        .ok()
        .is_some_and(|span| span.get_days() <= 100);
    let months =
        Period::month(first.year(), first.month()).zip(Period::month(last.year(), last.month()));
    let whole = months.and_then(|(first, last)| Period::span(first.start, last.last_day()));
    let unit = |day: Date| {
        if one_wave {
            whole
        } else {
            Period::calendar_quarter_of(day)
        }
    };
    let mut entries: Vec<Period> = days.iter().flatten().filter_map(|day| unit(*day)).collect();
    entries.sort_by_key(|period| (period.start, period.end));
    entries.dedup();
    let place = |day: Date| {
        let period = unit(day)?;
        let place = entries
            .binary_search_by_key(&(period.start, period.end), |held| (held.start, held.end))
            .ok()?;
        u16::try_from(place).ok()
    };
    let codes: Codes = days.iter().map(|day| place((*day)?)).collect();
    let mut partial: Vec<Period> = Vec::new();
    if !one_wave {
        // The first and the last quarter are whole where their outer months have interviews.
        for (quarter, day, edge) in [(entries.first(), first, 0), (entries.last(), last, 2)] {
            if let Some(quarter) = quarter
                && let Some(month) = quarter.months().get(edge)
                && !month.contains(day)
            {
                partial.push(*quarter);
            }
        }
    }
    Some(Fieldwork {
        coded: Coded {
            origin: column.origin.clone(),
            entries,
            codes,
        },
        partial,
    })
}
