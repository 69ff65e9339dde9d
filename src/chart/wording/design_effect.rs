//! What footnotes say where a design effect is assumed, since a table gives a base and nothing more.

use super::phrase;
use crate::analysis::estimate::Precision;
use crate::base::number;

/// How many design effects are named.
const MOST_NAMED: usize = 3;

/// "Intervals and tests assume a design effect of 1.5.", where any of the estimates drawn rests on an assumed
/// one.
pub fn assumed(precisions: impl Iterator<Item = Precision>) -> Option<String> {
    let mut assumed: Vec<f64> = precisions
        .filter_map(|precision| match precision {
            Precision::DesignEffectAssumed(effect) => Some(effect),
            _ => None,
        })
        .collect();
    assumed.sort_by(f64::total_cmp);
    assumed.dedup();
    let effects: Vec<String> = assumed
        .iter()
        .map(|effect| number::grouped(*effect, 1))
        .collect();
    let effects: Vec<&str> = effects.iter().map(String::as_str).collect();
    (!effects.is_empty()).then(|| {
        format!(
            "Intervals and tests assume a design effect of {}.",
            phrase::list(&effects, MOST_NAMED)
        )
    })
}
