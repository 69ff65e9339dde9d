//! The message: how many groups are both low and falling, as far as the tests say so.

use super::super::phrase;
use super::terms::Terms;
use crate::analysis::priority::{EvidenceClass, PriorityAnswer, PriorityCohort};

/// The most words of a title: one more than elsewhere, for there are two things to say.
const MOST_WORDS: usize = 11;

/// The title that the tests support, where it is short enough; else the name of the measure.
pub fn title(answer: &PriorityAnswer, shown: &[&PriorityCohort]) -> String {
    let candidates = match Terms::of(answer.measure.polarity) {
        Some(terms) => candidates(answer, shown, &terms),
        None => Vec::new(),
    };
    candidates
        .into_iter()
        .find(|title| title.split_whitespace().count() <= MOST_WORDS)
        .unwrap_or_else(|| answer.measure.name.clone())
}

/// Titles, the fullest first.
fn candidates(answer: &PriorityAnswer, shown: &[&PriorityCohort], terms: &Terms) -> Vec<String> {
    let of_class = |class: EvidenceClass| -> Vec<&PriorityCohort> {
        let is_of = |cohort: &&&PriorityCohort| {
            cohort.evidence.as_ref().and_then(|held| held.class) == Some(class)
        };
        shown.iter().filter(is_of).copied().collect()
    };
    let confirmed = of_class(EvidenceClass::Confirmed);
    let faster: Vec<&PriorityCohort> = confirmed
        .iter()
        .filter(|cohort| cohort.evidence.as_ref().is_some_and(|held| held.is_faster))
        .copied()
        .collect();
    let low = of_class(EvidenceClass::Low).len();
    let falling = of_class(EvidenceClass::Falling).len();
    let overall = answer
        .total
        .as_ref()
        .is_some_and(|total| total.change.direction == terms.adverse);
    let Terms {
        off_average,
        moving,
        moved,
        ..
    } = terms;
    let first = if overall {
        format!("{} overall; ", phrase::capital(moved))
    } else {
        String::new()
    };
    let with_first = |words: String| -> Vec<String> {
        if overall {
            vec![format!("{first}{words}"), phrase::capital(&words)]
        } else {
            vec![phrase::capital(&words)]
        }
    };
    if !faster.is_empty() {
        let who = subject(&faster);
        let whole = format!("{who} both {off_average} and {moving} faster than average");
        let short = format!("{who} {off_average} and {moving} faster");
        return vec![phrase::capital(&whole), phrase::capital(&short)];
    }
    if !confirmed.is_empty() {
        let who = subject(&confirmed);
        return with_first(format!("{who} {off_average} and {moving}"));
    }
    match (low, falling) {
        (0, 0) => {
            let is_tested = shown.iter().any(|cohort| cohort.evidence.is_some());
            if !is_tested {
                return Vec::new();
            }
            with_first(format!("no group is clearly {off_average} or {moving}"))
        }
        (0, falling) => with_first(format!(
            "{} {moving}, none clearly {off_average}",
            counted(falling)
        )),
        (low, 0) => with_first(format!(
            "{} {off_average}, none clearly {moving}",
            counted(low)
        )),
        _ => with_first(format!(
            "no group is clearly both {off_average} and {moving}"
        )),
    }
}

/// "eight groups are", or the only one by name: "16–24s are".
fn subject(cohorts: &[&PriorityCohort]) -> String {
    match cohorts {
        [only] if only.key.cohort.is_everyone() => format!("{} is", only.label),
        [only] if !only.is_pair => format!("{} are", phrase::group(&only.label)),
        _ => counted(cohorts.len()),
    }
}

/// "one group is", "eight groups are".
fn counted(count: usize) -> String {
    if count == 1 {
        String::from("one group is")
    } else {
        format!("{} groups are", phrase::number_in_words(count))
    }
}
