//! The chart in words, for those who do not see it: kind, measure, range, main change, base.

use crate::chart::cast::Cast;
use crate::chart::point::GapReason;
use crate::chart::trend_model::TrendModel;

/// How many lines are described one by one.
const MOST_LINES: usize = 6;

/// The alternative text; the model's title, subtitle and footnote are written already.
pub fn alt_text(cast: &Cast<'_>, model: &TrendModel) -> String {
    let unit = cast.answer.measure.unit;
    let mut text = format!("Line chart: {}. {}", model.title, model.subtitle);
    if let (Some(first), Some(last)) = (model.periods.first(), model.periods.last()) {
        text.push_str(", ");
        if model.periods.len() > 1 {
            text = text + "from " + &first.label + " to ";
        }
        text.push_str(&last.label);
        text.push('.');
    }
    if model.is_empty() {
        let why = GapReason::why_nothing(&model.gap_reasons());
        return format!("{text} {why}.");
    }
    for member in cast.members.iter().take(MOST_LINES) {
        let values: Vec<f64> = cast
            .estimates(member.series)
            .map(|(_, estimate)| estimate.value)
            .collect();
        let label = &member.series.label;
        let described = match (values.first(), values.last()) {
            (Some(first), Some(last)) if values.len() > 1 => {
                let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
                let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                format!(
                    " {label}: {} at first, {} at last, between {} and {}.",
                    unit.format(*first),
                    unit.format(*last),
                    unit.format(lowest),
                    unit.format(highest)
                )
            }
            (Some(only), _) => format!(" {label}: {}.", unit.format(*only)),
            _ => format!(" {label}: no values."),
        };
        text.push_str(&described);
    }
    let others = cast.members.len().saturating_sub(MOST_LINES);
    if others > 0 {
        let noun = if others == 1 { "line" } else { "lines" };
        text = format!("{text} And {others} more {noun}.");
    }
    format!("{text} {} {}", model.what_this_shows, model.footnote)
}
