//! What is said of one point under the pointer.

use super::phrase;
use crate::analysis::{TrendAnswer, TrendPoint, refresh};
use crate::base::number;
use crate::chart::point::{self, Caution, GapReason};
use crate::data::Unit;
use crate::words::{in_english, say};

/// The lines of text about one point: whose and when, the value with its interval, the base, cautions, the
/// source's note and the cells. `None` where no source has a cell for it.
///
/// `series` is the place of the line in the answer, `period` that of the period.
pub fn hover_text(answer: &TrendAnswer, series: usize, period: usize) -> Option<Vec<String>> {
    let unit = answer.measure.unit;
    let series = answer.series.get(series)?;
    let held = series.points.get(period)?.as_ref()?;
    let outcome = &held.outcome;
    let mut lines = vec![format!(
        "{}, {}",
        series.label,
        answer.periods.get(period)?.label()
    )];
    match point::shown(outcome, unit) {
        Ok(estimate) => {
            let value = unit.format(estimate.value);
            lines.push(match estimate.interval {
                Some(interval) => format!(
                    "{value} (95% interval {} to {})",
                    unit.format(interval.lower),
                    unit.format(interval.upper)
                ),
                None => value,
            });
            if let Some(base) = estimate.unweighted_base {
                lines.push(format!("Base {}", number::grouped(base, 0)));
            } else if unit.rests_on_respondents() {
                lines.push(String::from("Base not given"));
            }
            let words = match Caution::of(estimate, unit) {
                Some(caution) => caution.words(),
                None => estimate.status.words(),
            };
            if !words.is_empty() {
                lines.push(phrase::capital(words));
            }
            lines.extend(in_english(|| revision_text(held, unit)));
            lines.extend(estimate.note.clone());
        }
        Err(GapReason::BaseTooSmall) => lines.push(String::from("Not shown: base under 30")),
        Err(GapReason::SensitiveBaseTooSmall) => {
            lines.push(String::from("Not shown: base under 50"));
        }
        Err(reason) => lines.push(format!("No value: {}", reason.words())),
    }
    lines.push(outcome.provenance().describe());
    Some(lines)
}

/// "Revised from 1,234 (first published in Police return.xlsx › Table 3 › B5)", with the values between, in the
/// language that is spoken.
/// `None` where nobody revised the value, or nothing of what was before may be shown.
pub fn revision_text(held: &TrendPoint, unit: Unit) -> Option<String> {
    let current = held.outcome.estimate()?;
    let first = held.revised_from().first()?;
    let told: Vec<String> = point::revised_from(held, unit)
        .into_iter()
        .map(|estimate| {
            let is_first = std::ptr::eq(estimate, first);
            let (value, _) = refresh::told_apart(unit, estimate.value, current.value);
            let place = estimate.provenance.describe();
            if is_first {
                say::RevisedFirst { place, value }.say()
            } else {
                say::RevisedThen { place, value }.say()
            }
        })
        .collect();
    (!told.is_empty()).then(|| say::revised_from(told.join(", ")))
}
