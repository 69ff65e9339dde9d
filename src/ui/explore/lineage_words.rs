//! What became of priorities, in the language that is spoken.

use crate::words::say;

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 4;

/// What became of priorities between two reviews, as [`crate::chart::wording::assessments::became`] says it in English.
pub(super) fn became_words(from: &[String], to: &[String], earlier: &str, later: &str) -> String {
    match (from, to) {
        ([], to) => say::LineageNew {
            count: to.len(),
            names: listed(to),
            review: later,
        }
        .say(),
        (from, []) => say::LineageDropped {
            count: from.len(),
            names: listed(from),
            review: earlier,
        }
        .say(),
        (from, to) => say::LineageBecame {
            from: listed(from),
            earlier,
            to: listed(to),
            later,
        }
        .say(),
    }
}

fn listed(names: &[String]) -> String {
    let shown = names.get(..MOST_NAMES.min(names.len())).unwrap_or(names);
    let count = names.len() - shown.len();
    match (shown, count) {
        ([only], 0) => only.clone(),
        ([first @ .., last], 0) => {
            let names = first.join(", ");
            say::LineageNames { names, last }.say()
        }
        (all, count) => {
            let names = all.join(", ");
            say::LineageMoreNames { names, count }.say()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::wording::assessments::became;

    #[test]
    fn english_is_as_charts_have_it() {
        let names = ["Arson", "Fraud", "Cyber", "Drugs", "Knife crime", "Theft"].map(str::to_owned);
        for from in 0..=names.len() {
            for to in 0..=names.len() {
                let (from, to) = (&names[..from], &names[..to]);
                if from.is_empty() && to.is_empty() {
                    continue;
                }
                assert_eq!(
                    became_words(from, to, "2022", "2023"),
                    became(from, to, "2022", "2023")
                );
            }
        }
    }
}
