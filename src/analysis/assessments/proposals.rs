//! What may have become of priorities whose names are gone, by words that their names share with names that
//! are new. Proposed only: nothing is linked before the user says so.

use super::movement::{Thread, ThreadKind};
use super::review::Review;
use crate::analysis::dictionary::are_one_name;
use crate::base::text::fold;

/// Words that stand in the names of all sorts of priorities.
const COMMON: [&str; 24] = [
    "abuse",
    "activity",
    "against",
    "and",
    "behaviour",
    "class",
    "crime",
    "crimes",
    "enabled",
    "from",
    "harm",
    "including",
    "incl",
    "offence",
    "offences",
    "offending",
    "other",
    "public",
    "related",
    "serious",
    "the",
    "violence",
    "violent",
    "with",
];
/// Shorter words tell nothing.
const SHORTEST: usize = 4;

/// Whether two names share a word that tells what they are about, or are two ways to write the same.
fn are_alike(one: &str, other: &str) -> bool {
    let (folded, others) = (fold(one), fold(other));
    let telling = |word: &&str| word.chars().count() >= SHORTEST && !COMMON.contains(word);
    are_one_name(one, other)
        || folded
            .split(' ')
            .filter(telling)
            .any(|word| others.split(' ').any(|held| held == word))
}

/// The priorities without a successor and without a predecessor, as threads: those that share words are
/// proposed to be linked, the others are dropped and new.
pub(super) fn threads(
    earlier: &Review,
    later: &Review,
    gone: &[usize],
    come: &[usize],
) -> Vec<Thread> {
    let name = |review: &Review, place: usize| {
        let subject = review.subjects.get(place);
        subject.map_or_else(String::new, |subject| subject.name.clone())
    };
    let alike = |from: usize, to: usize| are_alike(&name(earlier, from), &name(later, to));
    let mut threads = Vec::new();
    let mut left: Vec<usize> = come.to_vec();
    let mut waiting: Vec<usize> = gone.to_vec();
    while let Some(first) = waiting.first().copied() {
        // Everything that hangs together with it by shared words.
        let (mut from, mut to) = (vec![first], Vec::new());
        loop {
            let more: Vec<usize> = left
                .iter()
                .copied()
                .filter(|place| !to.contains(place) && from.iter().any(|one| alike(*one, *place)))
                .collect();
            to.extend(more.iter().copied());
            let back: Vec<usize> = waiting
                .iter()
                .copied()
                .filter(|place| !from.contains(place) && to.iter().any(|one| alike(*place, *one)))
                .collect();
            from.extend(back.iter().copied());
            if more.is_empty() && back.is_empty() {
                break;
            }
        }
        waiting.retain(|place| !from.contains(place));
        left.retain(|place| !to.contains(place));
        from.sort_unstable();
        to.sort_unstable();
        let kind = if to.is_empty() {
            ThreadKind::Dropped
        } else {
            ThreadKind::Open
        };
        threads.push(Thread {
            earlier: from,
            later: to,
            kind,
            is_declared: false,
        });
    }
    threads.extend(left.into_iter().map(|place| Thread {
        earlier: Vec::new(),
        later: vec![place],
        kind: ThreadKind::New,
        is_declared: false,
    }));
    threads
}

#[cfg(test)]
mod tests {
    use super::are_alike;

    #[test]
    fn names_are_alike_by_words_that_tell_something() {
        for (one, other, wanted) in [
            (
                "Cyber and financial crime",
                "Cyber-related harm / abuse",
                true,
            ),
            (
                "Cyber and financial crime",
                "Financial crime incl. cyber-related",
                true,
            ),
            ("Hate crime", "Financial crime incl. cyber-related", false),
            (
                "Public space violence",
                "Domestic violence and abuse",
                false,
            ),
            ("Burglary (residential)", "Residential burglary", true),
            (
                "Extremism and radicalisation",
                "Stalking and harassment",
                false,
            ),
            ("", "", false),
        ] {
            assert_eq!(are_alike(one, other), wanted, "{one} | {other}");
        }
    }
}
