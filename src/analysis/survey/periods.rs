//! Of which entries of a survey's period a span of time consists.

use crate::data::Period;
use crate::data::survey::Survey;

/// Why a survey has nothing of a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// It does not say when anybody was asked.
    #[error("the survey does not say when each was asked, so that no period can be chosen")]
    NoPeriods,
    /// The period is not made of whole periods of the survey.
    #[error("the survey has no “{wanted}”, nor periods that make it up; there are: {}", there.join("; "))]
    NotCovered {
        /// The period.
        wanted: String,
        /// The survey's periods.
        there: Vec<String>,
    },
}

/// The entries that make up a period: the one of the same days, or those that together cover its days, each
/// just once.
///
/// # Errors
/// [`PeriodError`] where there are none.
pub fn entries_of(survey: &Survey, wanted: &Period) -> Result<Vec<u16>, PeriodError> {
    let Some(periods) = &survey.period else {
        return match &survey.whole_period {
            Some(whole) if whole.covers_same_days(wanted) => Ok(Vec::new()),
            _ => Err(PeriodError::NoPeriods),
        };
    };
    let entries = || (0_u16..).zip(&periods.entries);
    if let Some((entry, _)) = entries().find(|(_, held)| held.covers_same_days(wanted)) {
        return Ok(vec![entry]);
    }
    let inside: Vec<(u16, &Period)> = entries()
        .filter(|(_, held)| held.start >= wanted.start && held.end <= wanted.end)
        .filter(|(_, held)| !survey.partial_periods.contains(held))
        .collect();
    let days: u32 = inside.iter().map(|(_, held)| held.days()).sum();
    let share_days = inside.iter().enumerate().any(|(place, (_, held))| {
        let later = inside.iter().skip(place + 1);
        later
            .into_iter()
            .any(|(_, other)| held.overlap_days(other) > 0)
    });
    if days == wanted.days() && !share_days {
        return Ok(inside.into_iter().map(|(entry, _)| entry).collect());
    }
    Err(PeriodError::NotCovered {
        wanted: wanted.label(),
        there: periods.entries.iter().map(Period::label).collect(),
    })
}
