//! What is said of one point under the pointer.

use super::phrase;
use crate::analysis::TrendAnswer;
use crate::base::number;
use crate::chart::point::{self, Caution, GapReason};

/// The lines of text about one point: whose and when, the value with its interval, the base, cautions, the
/// source's note and the cells. `None` where no source has a cell for it.
///
/// `series` is the place of the line in the answer, `period` that of the period.
pub fn hover_text(answer: &TrendAnswer, series: usize, period: usize) -> Option<Vec<String>> {
    let unit = answer.measure.unit;
    let series = answer.series.get(series)?;
    let outcome = &series.points.get(period)?.as_ref()?.outcome;
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
            lines.extend(estimate.note.clone());
        }
        Err(GapReason::BaseTooSmall) => lines.push(String::from("Not shown: base under 30")),
        Err(reason) => lines.push(format!("No value: {}", reason.words())),
    }
    lines.push(outcome.provenance().describe());
    Some(lines)
}
