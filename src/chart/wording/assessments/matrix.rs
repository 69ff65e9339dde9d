//! What the matrix of a review says.

use super::{
    Moves, closing, is_short, moves_in_words, open_note, priorities, ranks_note, then_words,
};
use crate::analysis::AssessmentsAnswer;
use crate::analysis::assessments::{Movement, Review, ThreadKind};
use crate::chart::matrix::{MatrixCell, MatrixModel, RankThen};
use crate::chart::wording::phrase;

/// Who ranks first, or the review's title.
pub fn matrix_title(review: &Review) -> String {
    let all = review.subjects.len();
    let title = review.subjects.first().map(|first| {
        let all = priorities(all);
        format!("{} ranks first of {all}", first.name)
    });
    title
        .filter(|title| all > 1 && review.has_printed_ranks && is_short(title))
        .unwrap_or_else(|| review.title.clone())
}

/// "Review of priorities, 2023: 12 priorities judged by 7 criteria".
pub fn matrix_subtitle(review: &Review) -> String {
    let criteria = match review.criteria.len() {
        1 => String::from("1 criterion"),
        several => format!("{several} criteria"),
    };
    format!(
        "{}: {} judged by {criteria}",
        review.title,
        priorities(review.subjects.len())
    )
}

/// What steps and marks mean, what is compared, sources.
pub fn matrix_footnote(answer: &AssessmentsAnswer) -> String {
    let review = &answer.review;
    let mut parts = vec![String::from(
        "Judgements of the review; the steps of a scale have an order and no distance.",
    )];
    parts.extend(ranks_note(&[review]).map(str::to_owned));
    let has_marks = review
        .subjects
        .iter()
        .any(|subject| !subject.mark.is_empty());
    if has_marks {
        parts.push(String::from(
            "Printed marks are the review’s own judgement, not the change of ranks.",
        ));
    }
    let mut reviews = vec![review];
    if let Some((earlier, movement)) = &answer.since {
        parts.extend(open_note(movement));
        reviews.push(earlier);
    }
    parts.extend(closing(&reviews));
    parts.join(" ")
}

/// What stands out in a matrix: who is judged on the highest step by most criteria is for readers to say; told
/// are the first ranks and what moved.
pub fn matrix_what_this_shows(answer: &AssessmentsAnswer) -> String {
    let review = &answer.review;
    let first: Vec<&str> = review
        .subjects
        .iter()
        .take(3)
        .map(|subject| subject.name.as_str())
        .collect();
    let mut sentences = vec![match first.as_slice() {
        [only] => format!("The review has one priority: {only}."),
        several => format!("At the top of the review: {}.", phrase::list(several, 3)),
    }];
    if let (Some(moves), Some((earlier, _))) = (Moves::of(answer), &answer.since) {
        sentences.push(format!(
            "Since {}: {}.",
            earlier.label,
            moves_in_words(moves)
        ));
    }
    sentences.join(" ")
}

/// The matrix in words, row by row.
pub fn matrix_alt_text(model: &MatrixModel) -> String {
    let mut text = format!("Matrix: {}. {}.", model.words.title, model.words.subtitle);
    for row in &model.rows {
        let cells = row.cells.iter().zip(&model.criteria);
        let said: Vec<String> = cells
            .map(|(cell, criterion)| match cell {
                MatrixCell::NotJudged => format!("{criterion} not judged"),
                MatrixCell::Judged { words, .. } => format!("{criterion} {words}"),
            })
            .collect();
        text = format!("{text} {} {}: {}.", row.rank, row.name, said.join(", "));
    }
    format!(
        "{text} {} {}",
        model.words.what_this_shows, model.words.footnote
    )
}

/// What is said of a cell where it is pointed at.
pub fn cell_lines(
    answer: &AssessmentsAnswer,
    place: usize,
    criterion: usize,
    then: &RankThen,
) -> Vec<String> {
    let review = &answer.review;
    let held = (review.subjects.get(place), review.criteria.get(criterion));
    let (Some(subject), Some(named)) = held else {
        return Vec::new();
    };
    let mut lines = vec![format!("{}. {}", subject.rank, subject.name)];
    let judgement = subject.judgements.get(criterion).and_then(Option::as_ref);
    lines.push(judgement.map_or_else(
        || format!("{}: not judged", named.name),
        |judgement| format!("{}: {}", named.name, judgement.words),
    ));
    if let Some(step) = judgement.and_then(|judgement| judgement.step) {
        lines.push(format!("Step: {} of {}", step.place, step.of));
    }
    if let Some((earlier, movement)) = &answer.since {
        let was = before(earlier, movement, place, &named.name);
        lines.extend(was.map(|was| format!("{}: {was}", earlier.label)));
        lines.push(format!("Rank, {}: {}", earlier.label, then_words(then)));
    }
    if !subject.mark.is_empty() {
        let mark = crate::chart::matrix::PrintedMark::of(&subject.mark).words();
        lines.push(format!("Printed mark: {mark}"));
    }
    let cell = judgement.map_or(subject.cell, |judgement| judgement.cell);
    lines.push(review.source.describe_cell(cell));
    lines
}

/// What the earlier review judged of a priority that is one in both.
fn before<'a>(
    earlier: &'a Review,
    movement: &Movement,
    place: usize,
    criterion: &str,
) -> Option<&'a str> {
    let thread = movement.of_later(place)?;
    let (ThreadKind::Same, [from]) = (thread.kind, thread.earlier.as_slice()) else {
        return None;
    };
    let criterion = earlier.criterion_named(criterion)?;
    let judged = earlier.subjects.get(*from)?.judgements.get(criterion)?;
    judged.as_ref().map(|judgement| judgement.words.as_str())
}
