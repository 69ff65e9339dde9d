//! How much of what a workbook brings, for reading.

use std::sync::Arc;

use crate::data::Source;
use crate::words::say;

/// A count with the word of what is counted.
type Counted = fn(usize) -> String;

fn counted_values(count: usize) -> String {
    say::count_values(count)
}

/// "57 values, 5 targets"; nothing of what the sources hold none of.
pub fn contents(sources: &[Arc<Source>]) -> Vec<String> {
    let sum = |of: fn(&Source) -> usize| sources.iter().map(|source| of(source)).sum::<usize>();
    [
        (
            sum(|source| source.observations.len()),
            counted_values as Counted,
        ),
        (sum(|source| source.targets.len()), |count| {
            say::count_targets(count)
        }),
        (sum(|source| source.assessments.len()), |count| {
            say::count_priorities(count)
        }),
        (sum(|source| source.places.len()), |count| {
            say::count_places(count)
        }),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| words(count))
    .collect()
}
