//! The line under the title: measure, unit, people, place and form of the periods.

use super::phrase;
use crate::analysis::ShownAs;
use crate::chart::cast::Cast;
use crate::data::{Period, PeriodKind, Unit};

/// The subtitle: "% feeling safe outside after dark, 12 months to each quarter, Nottinghamshire". Where the
/// title is the measure's name, it is not said twice.
pub fn subtitle(cast: &Cast<'_>, title: &str) -> String {
    let answer = cast.answer;
    let subject = phrase::subject(&answer.measure.name);
    let is_named = title == answer.measure.name;
    let mut parts = vec![match answer.measure.unit {
        Unit::Percent if answer.shown_as == ShownAs::RollingYear => {
            let share = if is_named {
                String::from("% of respondents")
            } else {
                format!("% {}", phrase::inside(&subject))
            };
            format!("{share}, {}", answer.shown_as.words())
        }
        _ if answer.shown_as != ShownAs::AsGiven => {
            let how = answer.shown_as.words_in(answer.measure.unit);
            if is_named {
                phrase::capital(how)
            } else {
                format!("{}, {how}", answer.measure.name)
            }
        }
        Unit::Percent if is_named => String::from("% of respondents"),
        unit if is_named => phrase::capital(unit.words()),
        Unit::Percent => format!("% {}", phrase::inside(&subject)),
        Unit::Unknown => answer.measure.name.clone(),
        unit => format!("{}, {}", answer.measure.name, unit.words()),
    }];
    if let Some(people) = &answer.people {
        parts.push(people.clone());
    }
    parts.extend(period_form(&answer.periods).filter(|_| !answer.shown_as.says_periods()));
    if !answer.place.is_empty() {
        parts.push(answer.place.clone());
    }
    parts.join(", ")
}

/// How the periods follow one another, in words; `None` where they are of several kinds.
fn period_form(periods: &[Period]) -> Option<String> {
    let kind = periods.first()?.kind;
    if let [only] = periods {
        return Some(only.label());
    }
    if periods.iter().any(|period| period.kind != kind) {
        return None;
    }
    let words = match kind {
        PeriodKind::Month => "by month",
        PeriodKind::CalendarQuarter | PeriodKind::FinancialQuarter => "by quarter",
        PeriodKind::CalendarYear => "calendar years",
        PeriodKind::FinancialYear => "financial years",
        PeriodKind::YearEnding => match least_step(periods) {
            Some(1) => "12 months to each month",
            Some(3) => "12 months to each quarter",
            _ => "12 months to each date",
        },
        PeriodKind::Day | PeriodKind::Span => return None,
    };
    Some(words.to_owned())
}

/// The least number of months between the ends of two periods that follow one another.
fn least_step(periods: &[Period]) -> Option<i32> {
    let month = |period: &Period| i32::from(period.end.year()) * 12 + i32::from(period.end.month());
    periods
        .iter()
        .zip(periods.iter().skip(1))
        .map(|(one, two)| month(two) - month(one))
        .min()
}
