//! What is said of the movement between two reviews.

use std::cmp::Ordering;

use super::{
    MOST_NAMES, Moves, became, closing, fate_words, listed, moves_in_words, open_note, priorities,
    ranks_note, shift_of, shift_words,
};
use crate::analysis::AssessmentsAnswer;
use crate::analysis::assessments::{Review, Thread, ThreadKind};
use crate::base::text::fold;
use crate::chart::matrix::{Fate, MovementModel};
use crate::chart::wording::phrase;

/// How many links a sentence tells of.
const MOST_LINKS: usize = 3;

/// "5 of 12 priorities moved up; 2 are new; 3 dropped", or the review's title where there is no other.
pub fn movement_title(answer: &AssessmentsAnswer) -> String {
    let title = Moves::of(answer).map(|moves| moves.title());
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| answer.review.title.clone())
}

/// "Ranks of priorities in 2022 and 2023: Review of priorities".
pub fn movement_subtitle(answer: &AssessmentsAnswer) -> String {
    let review = &answer.review;
    match &answer.since {
        Some((earlier, _)) => format!(
            "{}: ranks in {} and in {}",
            review.title, earlier.label, review.label
        ),
        None => format!("{}: no earlier review to compare with", review.title),
    }
}

/// What ranks are, how priorities were linked, sources.
pub fn movement_footnote(answer: &AssessmentsAnswer) -> String {
    let review = &answer.review;
    let Some((earlier, movement)) = &answer.since else {
        return closing(&[review]).join(" ");
    };
    let mut parts = vec![String::from(
        "A rank is a place in the order of a review, 1 at the top; it can change because others come, go or split.",
    )];
    parts.extend(ranks_note(&[review, earlier]).map(str::to_owned));
    let declared = movement.threads.iter().filter(|thread| thread.is_declared);
    parts.push(match declared.count() {
        0 => String::from("Priorities are linked by equal names."),
        1 => String::from("Linked by equal names, one link declared."),
        several => format!(
            "Linked by equal names, {} links declared.",
            phrase::number_in_words(several)
        ),
    });
    parts.extend(open_note(movement));
    parts.extend(closing(&[earlier, review]));
    parts.join(" ")
}

/// What moved, what is new and dropped, what was split and merged, how many judgements differ.
pub fn movement_what_this_shows(answer: &AssessmentsAnswer) -> String {
    let (Some((earlier, movement)), Some(moves)) = (&answer.since, Moves::of(answer)) else {
        return String::from("There is no earlier review in this project to compare with.");
    };
    let later = &answer.review;
    let mut sentences = vec![format!(
        "Of {} in {}, {}.",
        priorities(moves.all),
        later.label,
        moves_in_words(Moves {
            dropped: 0,
            ..moves
        })
    )];
    let names = |review: &Review, places: &[usize]| -> Vec<String> {
        let subjects = places
            .iter()
            .filter_map(|place| review.subjects.get(*place));
        subjects.map(|subject| subject.name.clone()).collect()
    };
    let all_of = |kind, review: &Review, is_earlier: bool| {
        let threads = movement.threads.iter().filter(|thread| thread.kind == kind);
        let places: Vec<usize> = threads
            .flat_map(|thread| {
                if is_earlier {
                    thread.earlier.iter().copied()
                } else {
                    thread.later.iter().copied()
                }
            })
            .collect();
        names(review, &places)
    };
    for (words, found) in [
        ("New", all_of(ThreadKind::New, later, false)),
        ("Dropped", all_of(ThreadKind::Dropped, earlier, true)),
    ] {
        if !found.is_empty() {
            sentences.push(format!("{words}: {}.", listed(&found, MOST_NAMES)));
        }
    }
    let forks = movement.threads.iter();
    let forks =
        forks.filter(|thread| matches!(thread.kind, ThreadKind::Split | ThreadKind::Merged));
    sentences.extend(forks.take(MOST_LINKS).map(|thread| {
        let from = names(earlier, &thread.earlier);
        let to = names(later, &thread.later);
        format!("{}.", became(&from, &to, &earlier.label, &later.label))
    }));
    if movement.compared > 0 {
        let (mut higher, mut lower) = (0, 0);
        for difference in &movement.differences {
            match difference.order {
                Some(Ordering::Greater) => higher += 1,
                Some(Ordering::Less) => lower += 1,
                _ => {}
            }
        }
        let differ = movement.differences.len();
        let sides = [(higher, "on a higher step"), (lower, "on a lower one")];
        let sides: Vec<String> = sides
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        let sides = match sides.as_slice() {
            [] => String::new(),
            some => format!(": {}", some.join(", ")),
        };
        let verb = if differ == 1 { "differs" } else { "differ" };
        sentences.push(match differ {
            0 => format!(
                "None of {} judgements of the same priorities differs.",
                movement.compared
            ),
            _ => format!(
                "Of {} judgements of the same priorities, {differ} {verb}{sides}.",
                movement.compared
            ),
        });
    }
    sentences.join(" ")
}

/// The chart of movement in words.
pub fn movement_alt_text(model: &MovementModel) -> String {
    let mut text = format!(
        "Movement of ranks: {}. {}.",
        model.words.title, model.words.subtitle
    );
    if let Some((earlier, later)) = &model.reviews {
        for end in &model.later {
            let fate = fate_words(end.fate, false);
            text = format!(
                "{text} {} in {later}: {}, {}.",
                end.name,
                end.rank,
                phrase::inside(&fate)
            );
        }
        for end in &model.earlier {
            if matches!(
                end.fate,
                Fate::Other(ThreadKind::Dropped | ThreadKind::Open)
            ) {
                let fate = fate_words(end.fate, true);
                text = format!(
                    "{text} {} in {earlier}: {}, {}.",
                    end.name,
                    end.rank,
                    phrase::inside(&fate)
                );
            }
        }
    }
    format!(
        "{text} {} {}",
        model.words.what_this_shows, model.words.footnote
    )
}

/// What is said of a priority of one of two reviews where it is pointed at.
pub fn end_lines(
    answer: &AssessmentsAnswer,
    review: &Review,
    place: usize,
    thread: &Thread,
    is_earlier: bool,
) -> Vec<String> {
    let (Some((earlier, movement)), Some(subject)) = (&answer.since, review.subjects.get(place))
    else {
        return Vec::new();
    };
    let later = &answer.review;
    let mut lines = vec![
        subject.name.clone(),
        format!("Rank in {}: {}", review.label, subject.rank),
    ];
    let names = |review: &Review, places: &[usize]| -> Vec<String> {
        let subjects = places
            .iter()
            .filter_map(|place| review.subjects.get(*place));
        subjects
            .map(|subject| format!("{} ({})", subject.name, subject.rank))
            .collect()
    };
    match (thread.kind, shift_of(thread, earlier, later)) {
        (_, Some(shift)) => {
            let (other, places) = if is_earlier {
                (later, &thread.later)
            } else {
                (earlier, &thread.earlier)
            };
            let held = places.first().and_then(|place| other.subjects.get(*place));
            if let Some(held) = held {
                lines.push(format!("Rank in {}: {}", other.label, held.rank));
                if fold(&held.name) != fold(&subject.name) {
                    lines.push(format!("In {} it is {}", other.label, held.name));
                }
            }
            lines.push(format!("Movement: {}", shift_words(shift)));
        }
        (ThreadKind::Open, _) => {
            lines.push(String::from(
                "Not linked yet: names of both reviews are alike",
            ));
        }
        (ThreadKind::New | ThreadKind::Dropped, _) => {
            lines.push(fate_words(Fate::Other(thread.kind), is_earlier));
        }
        _ => lines.push(became(
            &names(earlier, &thread.earlier),
            &names(later, &thread.later),
            &earlier.label,
            &later.label,
        )),
    }
    let own = movement.differences.iter().filter(|difference| {
        let held = if is_earlier {
            difference.earlier_subject
        } else {
            difference.later_subject
        };
        held == place
    });
    lines.extend(own.map(|difference| {
        format!(
            "{}: {} to {}",
            difference.criterion, difference.earlier.words, difference.later.words
        )
    }));
    if !subject.mark.is_empty() {
        let mark = crate::chart::matrix::PrintedMark::of(&subject.mark).words();
        lines.push(format!("Printed mark: {mark}"));
    }
    lines.push(review.source.describe_cell(subject.cell));
    lines
}
