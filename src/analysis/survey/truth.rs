//! Conditions on respondents, worked out once for each respondent whatever is then counted.

use super::plan::{Column, Condition};
use crate::data::survey::{Answers, CodeSlice, Codes, Survey};

/// It does not hold.
pub const NO: u8 = 0;
/// Nobody knows.
pub const UNKNOWN: u8 = 1;
/// It holds.
pub const YES: u8 = 2;

/// The codes of a column, and how many entries it has; `None` where the survey has no such column.
pub fn codes_of(survey: &Survey, column: Column) -> Option<(&Codes, usize)> {
    match column {
        Column::Dimension(index) => {
            let dimension = survey.dimensions.get(index)?;
            Some((&dimension.groups.codes, dimension.groups.entries.len()))
        }
        Column::Area => {
            let area = survey.area.as_ref()?;
            Some((&area.codes, area.entries.len()))
        }
        Column::Answers(index) => match &survey.questions.get(index)?.answers {
            Answers::Single(single) => Some((&single.codes, single.answers.len())),
            _ => None,
        },
        Column::Option { question, option } => match &survey.questions.get(question)?.answers {
            Answers::Several(ticks) => Some((&ticks.get(option)?.ticked, 2)),
            _ => None,
        },
    }
}

/// For each respondent whether a condition holds: [`YES`], [`NO`] or [`UNKNOWN`]. `None` where the survey has
/// not the columns.
pub fn truths(survey: &Survey, condition: &Condition) -> Option<Vec<u8>> {
    match condition {
        Condition::Is { column, entries } => is_one_of(survey, *column, entries),
        Condition::Not(condition) => {
            let mut truths = truths(survey, condition)?;
            for truth in &mut truths {
                *truth = YES - *truth;
            }
            Some(truths)
        }
        Condition::All(conditions) => joined(survey, conditions, YES, u8::min),
        Condition::Any(conditions) => joined(survey, conditions, NO, u8::max),
    }
}

fn joined(
    survey: &Survey,
    conditions: &[Condition],
    of_none: u8,
    join: fn(u8, u8) -> u8,
) -> Option<Vec<u8>> {
    let mut all = vec![of_none; survey.respondents];
    for condition in conditions {
        for (held, more) in all.iter_mut().zip(truths(survey, condition)?) {
            *held = join(*held, more);
        }
    }
    Some(all)
}

fn is_one_of(survey: &Survey, column: Column, entries: &[u16]) -> Option<Vec<u8>> {
    let (codes, size) = codes_of(survey, column)?;
    let mut table = vec![NO; size];
    if let Column::Answers(question) = column
        && let Answers::Single(single) = &survey.questions.get(question)?.answers
    {
        // Who does not know or does not say is in no group of answers, nor in its contrary.
        for (truth, answer) in table.iter_mut().zip(&single.answers) {
            if !answer.is_in_base {
                *truth = UNKNOWN;
            }
        }
    }
    for entry in entries {
        if let Some(truth) = table.get_mut(usize::from(*entry)) {
            *truth = YES;
        }
    }
    let truth = |code: usize| table.get(code).copied().unwrap_or(UNKNOWN);
    Some(match codes.as_slice() {
        CodeSlice::Narrow(codes) => {
            // The last byte says nothing, however long the list is.
            let all: Vec<u8> = (0..usize::from(u8::MAX)).map(truth).collect();
            let of = |code: &u8| all.get(usize::from(*code)).copied().unwrap_or(UNKNOWN);
            codes.iter().map(of).collect()
        }
        CodeSlice::Wide(codes) => codes.iter().map(|code| truth(usize::from(*code))).collect(),
    })
}

/// Who a condition holds for: entry 0 for them, none for everybody else. `None` where the survey has not the
/// columns.
pub fn members(survey: &Survey, condition: &Condition) -> Option<Codes> {
    let truths = truths(survey, condition)?.into_iter();
    Some(truths.map(|truth| (truth == YES).then_some(0)).collect())
}
