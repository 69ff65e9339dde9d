//! Questions with one answer, and numbers.

use std::collections::HashMap;

use super::column::{Rows, code_by, key, numbers};
use super::findings::SurveyFinding;
use super::labels::{Label, Labels};
use super::roles::Candidate;
use super::scales::{self, is_outside_base};
use crate::data::survey::{Answer, Answers, Numbers, Question, Scale, Single};
use crate::import::grid::Grid;

/// A question with one answer; `None` where everybody gives the same.
pub(super) fn single(
    grid: &Grid,
    candidate: &Candidate<'_>,
    labels: &Labels,
    rows: Rows,
    found: &mut Vec<SurveyFinding>,
) -> Option<Question> {
    let heading = &candidate.column.origin.heading;
    // 1 and 0 are yes and no wherever both stand and nothing else does.
    let is_one_or_zero = labels.are_bare_numbers;
    let worded: Vec<Label> = labels
        .list
        .iter()
        .cloned()
        .map(|mut label| {
            if is_one_or_zero {
                label.shown = String::from(if label.raw == "1" { "Yes" } else { "No" });
            }
            label
        })
        .collect();
    let valid = || worded.iter().filter(|label| !is_outside_base(&label.shown));
    let (mut names, mut places) = Labels::ordered(valid());
    if names.len() < 2 {
        return None;
    }
    if is_one_or_zero {
        found.push(SurveyFinding::OneIsYes {
            heading: heading.clone(),
        });
    }
    let plain: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut scale: Option<Scale> = None;
    let mut net = None;
    if let Some((known, steps)) = scales::recognise(&plain) {
        let mut order: Vec<(String, usize, usize)> = names
            .iter()
            .cloned()
            .zip(steps)
            .enumerate()
            .map(|(place, (name, step))| (name, step, place))
            .collect();
        order.sort_by_key(|(_, step, _)| *step);
        let moved: HashMap<usize, u16> = (0..)
            .zip(&order)
            .map(|(new, (_, _, old))| (*old, new))
            .collect();
        let again = |place: u16| moved.get(&usize::from(place)).copied().unwrap_or(place);
        places = valid()
            .filter_map(|label| Some((label.key.clone(), again(*places.get(&label.key)?))))
            .collect();
        let steps: Vec<(&str, usize)> = order
            .iter()
            .map(|(name, step, _)| (name.as_str(), *step))
            .collect();
        net = scales::net(known, &steps);
        scale = Some(known);
        names = order.into_iter().map(|(name, ..)| name).collect();
    }
    let mut answers: Vec<Answer> = names
        .into_iter()
        .map(|label| Answer {
            label,
            is_in_base: true,
        })
        .collect();
    for label in worded.iter().filter(|label| is_outside_base(&label.shown)) {
        let same = answers
            .iter()
            .position(|answer| key(&answer.label) == key(&label.shown));
        let place = same.unwrap_or_else(|| {
            answers.push(Answer {
                label: label.shown.clone(),
                is_in_base: false,
            });
            answers.len() - 1
        });
        places.insert(label.key.clone(), u16::try_from(place).unwrap_or(u16::MAX));
    }
    Some(Question {
        name: candidate.spoken(),
        wording: candidate
            .variable
            .and_then(|variable| variable.text.clone()),
        answers: Answers::Single(Single {
            origin: candidate.column.origin.clone(),
            scale,
            net,
            codes: code_by(grid, candidate.column.index, rows, &places),
            answers,
        }),
    })
}

/// A question whose answers are numbers.
pub(super) fn number(grid: &Grid, candidate: &Candidate<'_>, rows: Rows) -> Question {
    Question {
        name: candidate.spoken(),
        wording: candidate
            .variable
            .and_then(|variable| variable.text.clone()),
        answers: Answers::Number(Numbers {
            origin: candidate.column.origin.clone(),
            values: numbers(grid, candidate.column.index, rows),
        }),
    }
}
