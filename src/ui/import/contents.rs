//! How much of what a workbook brings, for reading.

use std::sync::Arc;

use crate::base::number;
use crate::data::Source;

/// "57 values, 5 targets"; nothing of what the sources hold none of.
pub fn contents(sources: &[Arc<Source>]) -> Vec<String> {
    let sum = |of: fn(&Source) -> usize| sources.iter().map(|source| of(source)).sum::<usize>();
    [
        (sum(|source| source.observations.len()), "value", "values"),
        (sum(|source| source.targets.len()), "target", "targets"),
        (
            sum(|source| source.assessments.len()),
            "priority",
            "priorities",
        ),
        (sum(|source| source.places.len()), "place", "places"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, several)| {
        let word = if count == 1 { one } else { several };
        format!("{} {word}", number::count(count))
    })
    .collect()
}
