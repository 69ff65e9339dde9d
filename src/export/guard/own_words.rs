//! The user's own words, held against what a chart withholds.

use std::collections::BTreeSet;

use super::{refuse_withheld, says};
use crate::analysis::{Answer, Outcome};
use crate::chart::{TrendSpec, point};
use crate::data::Unit;
use crate::export::ExportError;
use crate::project::View;

/// Refuses words that contain a value which a chart withholds and shows nowhere.
pub(super) fn refuse_withheld_by(
    answer: &Answer,
    view: &View,
    words: &str,
) -> Result<(), ExportError> {
    let mut held = Held::default();
    match answer {
        Answer::Trend(answer) => return refuse_withheld(answer, &view.trend, words),
        Answer::GroupsOverTime(answer) => {
            return refuse_withheld(&answer.trend, &TrendSpec::default(), words);
        }
        Answer::Districts(answer) => {
            return refuse_withheld(&answer.trend, &TrendSpec::default(), words);
        }
        Answer::Breakdown(answer) => {
            let outcomes = answer.rows.iter().map(|row| row.outcome.as_ref());
            held.take(outcomes, answer.measure.unit);
        }
        Answer::Change(answer) => {
            let rows = answer.rows.iter();
            let outcomes = rows.flat_map(|row| [row.from.as_ref(), row.to.as_ref()]);
            held.take(outcomes, answer.measure.unit);
        }
        Answer::ChangeTable(answer) => {
            for row in &answer.rows {
                let outcomes = [row.from.as_ref(), row.to.as_ref()];
                held.take(outcomes.into_iter(), row.measure.unit);
            }
        }
        Answer::Concerns(answer) => {
            let rows = answer.rows.iter();
            let outcomes = rows.flat_map(|row| [row.outcome.as_ref(), row.wider.as_ref()]);
            held.take(outcomes, Unit::Percent);
        }
        Answer::Harm(answer) => {
            for row in &answer.rows {
                held.take(std::iter::once(Some(&row.count)), Unit::Count);
                let concern = row.concern.as_ref().map(|concern| &concern.outcome);
                held.take(std::iter::once(concern), Unit::Percent);
            }
        }
        Answer::PriorityCohorts(answer) => {
            let cohorts = answer.cohorts.iter();
            let outcomes = cohorts.flat_map(|held| [held.then.as_ref(), held.now.as_ref()]);
            held.take(outcomes, Unit::Percent);
        }
        Answer::Scorecard(answer) => {
            for row in &answer.rows {
                let outcomes = row.points.iter().map(|(_, point)| Some(&point.outcome));
                held.take(outcomes, row.measure.unit);
            }
        }
        // What may not be shown of respondents is taken out of these answers before they get here; a review of
        // priorities has judgements in words, of which none is withheld.
        Answer::CrossTab(_) | Answer::Answers(_) | Answer::Matrix(_) => {}
    }
    let said = held
        .hidden
        .into_iter()
        .find(|value| !held.shown.contains(value) && says(words, value));
    match said {
        Some(value) => Err(ExportError::SaysWithheldValue {
            words: words.to_owned(),
            value,
        }),
        None => Ok(()),
    }
}

/// Values as they would be printed.
#[derive(Default)]
struct Held {
    shown: BTreeSet<String>,
    hidden: BTreeSet<String>,
}

impl Held {
    fn take<'a>(&mut self, outcomes: impl Iterator<Item = Option<&'a Outcome>>, unit: Unit) {
        for outcome in outcomes.flatten() {
            let Some(estimate) = outcome.estimate() else {
                continue;
            };
            let printed = unit.format(estimate.value);
            if point::shown(outcome, unit).is_err() {
                self.hidden.insert(printed);
            } else {
                self.shown.insert(printed);
            }
        }
    }
}
