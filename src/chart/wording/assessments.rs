//! What charts of reviews of priorities say. Ranks are counted; judgements are quoted; no step is turned into a
//! number.

use std::cmp::Ordering;

use super::phrase;
use super::source_note::{is_illustrative, source_note};
use crate::analysis::assessments::{Movement, Review, Shift, Thread, ThreadKind};
use crate::analysis::{AssessmentsAnswer, Provenance};
use crate::base::text::fold;
use crate::chart::contents::ChartWords;
use crate::chart::matrix::{Fate, GridModel, MatrixCell, MatrixModel, MovementModel, RankThen};
use crate::data::CellRef;

/// A title has no more words than this.
const MOST_WORDS: usize = 10;
/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 4;
/// How many links a sentence tells of.
const MOST_LINKS: usize = 3;

/// How many priorities of the later review moved which way, and what became of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// All priorities of the later review.
    pub all: usize,
    /// Those whose rank is higher up.
    pub up: usize,
    /// Those whose rank is further down.
    pub down: usize,
    /// Those that kept their rank.
    pub kept: usize,
    /// Those that the earlier review has not.
    pub new: usize,
    /// Those of the earlier review that the later has not.
    pub dropped: usize,
    /// Those of the later review of which nobody has said yet what they came of.
    pub open: usize,
}

impl Moves {
    /// The moves of an answer; `None` where there is no earlier review.
    pub fn of(answer: &AssessmentsAnswer) -> Option<Self> {
        let (earlier, movement) = answer.since.as_ref()?;
        let mut moves = Self {
            all: answer.review.subjects.len(),
            new: movement.later_in(ThreadKind::New),
            dropped: movement.earlier_in(ThreadKind::Dropped),
            open: movement.later_in(ThreadKind::Open),
            ..Self::default()
        };
        for thread in &movement.threads {
            match shift_of(thread, earlier, &answer.review) {
                Some(Shift::Up(_)) => moves.up += 1,
                Some(Shift::Down(_)) => moves.down += 1,
                Some(Shift::Kept) => moves.kept += 1,
                None => {}
            }
        }
        Some(moves)
    }

    /// "5 of 12 priorities moved up; 2 are new; 3 dropped".
    pub fn title(&self) -> String {
        let all = priorities(self.all);
        let mut parts = Vec::new();
        if self.kept == self.all {
            return match self.all {
                1 => String::from("The one priority kept its rank"),
                _ => format!("All {all} kept their rank"),
            };
        }
        match (self.up, self.down) {
            (0, 0) if self.kept > 0 => {
                parts.push(format!("{} of {all} kept their rank", self.kept));
            }
            (0, 0) => {}
            (0, down) => parts.push(format!("{down} of {all} moved down")),
            (up, _) => parts.push(format!("{up} of {all} moved up")),
        }
        match self.new {
            0 => {}
            new if parts.is_empty() => parts.push(format!("{new} of {all} {} new", is(new))),
            new => parts.push(format!("{new} {} new", is(new))),
        }
        if self.dropped > 0 {
            parts.push(format!("{} dropped", self.dropped));
        }
        if self.open > 0 {
            parts.push(format!("{} not yet linked", self.open));
        }
        parts.join("; ")
    }
}

const fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn priorities(count: usize) -> String {
    let noun = if count == 1 { "priority" } else { "priorities" };
    format!("{count} {noun}")
}

fn is_short(title: &str) -> bool {
    title.split(' ').count() <= MOST_WORDS
}

/// How the rank of a priority that is one in both reviews changed.
fn shift_of(thread: &Thread, earlier: &Review, later: &Review) -> Option<Shift> {
    match (
        thread.kind,
        thread.earlier.as_slice(),
        thread.later.as_slice(),
    ) {
        (ThreadKind::Same, [from], [to]) => {
            let (then, now) = (earlier.subjects.get(*from)?, later.subjects.get(*to)?);
            Some(Shift::between(then.rank, now.rank))
        }
        _ => None,
    }
}

fn provenance(review: &Review, cells: Vec<CellRef>) -> Provenance {
    Provenance {
        source: review.source.clone(),
        cells,
    }
}

/// All cells of a review.
fn whole(review: &Review) -> Provenance {
    let subjects = review.subjects.iter();
    let cells = subjects.flat_map(|subject| {
        let judged = subject.judgements.iter().flatten();
        std::iter::once(subject.cell).chain(judged.map(|judgement| judgement.cell))
    });
    provenance(review, cells.collect())
}

/// What closes every footnote: whether figures are made up, and the sources.
fn closing(reviews: &[&Review]) -> Vec<String> {
    let held: Vec<Provenance> = reviews.iter().map(|review| whole(review)).collect();
    let held: Vec<&Provenance> = held.iter().collect();
    let mut parts = Vec::new();
    if is_illustrative(&held) {
        parts.push(String::from("Illustrative, not published."));
    }
    parts.extend(source_note(&held));
    parts
}

/// How ranks came about.
fn ranks_note(reviews: &[&Review]) -> Option<&'static str> {
    let all_printed = reviews.iter().all(|review| review.has_printed_ranks);
    (!all_printed).then_some("Where the review prints no ranks, they are the order of its rows.")
}

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

/// "2 moved up, 4 moved down, 2 kept their rank, 2 are new; 3 were dropped".
fn moves_in_words(moves: Moves) -> String {
    let mut parts: Vec<String> = [
        (moves.up, "moved up"),
        (moves.down, "moved down"),
        (moves.kept, "kept the rank"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{count} {words}"))
    .collect();
    if moves.new > 0 {
        parts.push(format!("{} {} new", moves.new, is(moves.new)));
    }
    if moves.dropped > 0 {
        let were = if moves.dropped == 1 { "was" } else { "were" };
        parts.push(format!("{} {were} dropped", moves.dropped));
    }
    if moves.open > 0 {
        parts.push(format!("{} {} not linked yet", moves.open, is(moves.open)));
    }
    parts.join(", ")
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

/// Where a priority stood, for a column of its own.
pub fn then_words(then: &RankThen) -> String {
    let ranks = |ranks: &[u32]| {
        let ranks: Vec<String> = ranks.iter().map(u32::to_string).collect();
        ranks.join(", ")
    };
    match then {
        RankThen::NotCompared => String::new(),
        RankThen::Ranked(rank, shift) => format!("{rank}, {}", shift_words(*shift)),
        RankThen::Apart(ThreadKind::Split, from) => format!("part of {}", ranks(from)),
        RankThen::Apart(ThreadKind::Merged, from) => format!("{} together", ranks(from)),
        RankThen::Apart(ThreadKind::Open, _) => String::from("not linked"),
        RankThen::Apart(..) => String::from("new"),
    }
}

/// "up 1", "down 4", "unchanged".
pub fn shift_words(shift: Shift) -> String {
    match shift {
        Shift::Up(places) => format!("up {places}"),
        Shift::Down(places) => format!("down {places}"),
        Shift::Kept => String::from("unchanged"),
    }
}

/// What became of a priority, or what it came of, for a table.
pub fn fate_words(fate: Fate, is_earlier: bool) -> String {
    match fate {
        Fate::Moved(shift) => phrase::capital(&shift_words(shift)),
        Fate::Other(kind) => String::from(match kind {
            ThreadKind::Split if is_earlier => "Split",
            ThreadKind::Split => "Part of one that was split",
            ThreadKind::Merged if is_earlier => "Merged",
            ThreadKind::Merged => "Merged from several",
            ThreadKind::New => "New",
            ThreadKind::Dropped => "Dropped",
            ThreadKind::Open => "Not linked yet",
            ThreadKind::Same => "",
        }),
    }
}

/// What stands after a name in the chart of movement; empty where its line says it.
pub const fn fate_tag(fate: Fate) -> &'static str {
    match fate {
        Fate::Moved(_) => "",
        Fate::Other(kind) => match kind {
            ThreadKind::New => "new",
            ThreadKind::Dropped => "dropped",
            ThreadKind::Open => "not linked",
            ThreadKind::Split => "split",
            ThreadKind::Merged => "merged",
            ThreadKind::Same => "",
        },
    }
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

/// That some names are alike and nobody has said what became of them.
fn open_note(movement: &Movement) -> Option<String> {
    let open = movement.earlier_in(ThreadKind::Open) + movement.later_in(ThreadKind::Open);
    (open > 0).then(|| {
        format!("{open} with names that are alike are not linked yet: nobody has said what became of what.")
    })
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

fn listed(names: &[String], most: usize) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    phrase::list(&names, most)
}

/// "Cyber and financial crime (2022) became Cyber and Financial crime (2023)".
pub fn became(from: &[String], to: &[String], earlier: &str, later: &str) -> String {
    match (from, to) {
        ([], to) => format!("{} ({later}) {} new", listed(to, MOST_NAMES), is(to.len())),
        (from, []) => {
            let was = if from.len() == 1 { "was" } else { "were" };
            format!("{} ({earlier}) {was} dropped", listed(from, MOST_NAMES))
        }
        (from, to) => format!(
            "{} ({earlier}) became {} ({later})",
            listed(from, MOST_NAMES),
            listed(to, MOST_NAMES)
        ),
    }
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

/// What is said of a priority of the grid where it is pointed at.
pub fn grid_lines(review: &Review, place: usize, criteria: [usize; 2]) -> Vec<String> {
    let Some(subject) = review.subjects.get(place) else {
        return Vec::new();
    };
    let mut lines = vec![format!("{}. {}", subject.rank, subject.name)];
    for criterion in criteria {
        let named = review.criteria.get(criterion);
        let judged = subject.judgements.get(criterion).and_then(Option::as_ref);
        if let (Some(named), Some(judgement)) = (named, judged) {
            lines.push(format!("{}: {}", named.name, judgement.words));
            lines.push(review.source.describe_cell(judgement.cell));
        }
    }
    lines
}

/// The words of a review that has no two criteria with an order.
pub fn no_grid(review: &Review) -> ChartWords {
    let why = "A grid needs two criteria whose steps have an order";
    ChartWords {
        title: review.title.clone(),
        subtitle: String::from(why),
        footnote: closing(&[review]).join(" "),
        what_this_shows: format!("{why}."),
        alt_text: format!("{}. {why}.", review.title),
    }
}

/// The words of a grid.
pub fn grid_words(review: &Review, model: &GridModel) -> ChartWords {
    let Some((across, up)) = &model.axes else {
        return no_grid(review);
    };
    let tops = (
        across.steps.len().saturating_sub(1),
        up.steps.len().saturating_sub(1),
    );
    let highest: Vec<&str> = model
        .subjects
        .iter()
        .filter(|subject| (subject.across, subject.up) == tops)
        .map(|subject| subject.name.as_str())
        .collect();
    let both = format!("{} and {}", across.name, up.name);
    let neutral = format!("{} by {}", up.name, across.name);
    let title = match highest.as_slice() {
        [] => neutral.clone(),
        [only] => format!("{only} is highest on both"),
        several => format!(
            "{} of {} are highest on both",
            several.len(),
            priorities(model.subjects.len())
        ),
    };
    let title = Some(title)
        .filter(|title| is_short(title))
        .unwrap_or(neutral);
    let what = if highest.is_empty() {
        format!("No priority stands on the highest step of both {both}.")
    } else {
        format!(
            "On the highest step of both {both}: {}.",
            phrase::list(&highest, MOST_NAMES)
        )
    };
    let mut parts = vec![String::from(
        "Numbers are ranks of the review. The steps have an order and no distance, so that cells are not shaded.",
    )];
    parts.extend(ranks_note(&[review]).map(str::to_owned));
    if !model.not_placed.is_empty() {
        parts.push(format!(
            "Not judged by both: {}.",
            listed(&model.not_placed, MOST_NAMES)
        ));
    }
    parts.extend(closing(&[review]));
    let footnote = parts.join(" ");
    let subtitle = format!("{}: {} and {}", review.title, up.name, across.name);
    let placed: Vec<String> = model
        .subjects
        .iter()
        .map(|subject| {
            let step = |steps: &[String], place: usize| {
                steps
                    .get(place)
                    .map_or_else(String::new, |words| phrase::inside(words))
            };
            format!(
                "{} {}: {} {}, {} {}.",
                subject.rank,
                subject.name,
                across.name,
                step(&across.steps, subject.across),
                up.name,
                step(&up.steps, subject.up)
            )
        })
        .collect();
    let alt_text = format!(
        "Grid: {title}. {subtitle}. {} {what} {footnote}",
        placed.join(" ")
    );
    ChartWords {
        title,
        subtitle,
        footnote,
        what_this_shows: what,
        alt_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_count_what_moved() {
        let moves = |all, up, down, kept, new, dropped, open| Moves {
            all,
            up,
            down,
            kept,
            new,
            dropped,
            open,
        };
        for (held, wanted) in [
            (
                moves(12, 5, 3, 2, 2, 3, 0),
                "5 of 12 priorities moved up; 2 are new; 3 dropped",
            ),
            (
                moves(12, 0, 4, 7, 1, 0, 0),
                "4 of 12 priorities moved down; 1 is new",
            ),
            (
                moves(12, 0, 0, 12, 0, 0, 0),
                "All 12 priorities kept their rank",
            ),
            (moves(1, 0, 0, 1, 0, 0, 0), "The one priority kept its rank"),
            (
                moves(4, 0, 0, 3, 1, 2, 0),
                "3 of 4 priorities kept their rank; 1 is new; 2 dropped",
            ),
            (
                moves(3, 0, 0, 0, 3, 2, 0),
                "3 of 3 priorities are new; 2 dropped",
            ),
            (
                moves(12, 2, 4, 2, 2, 3, 2),
                "2 of 12 priorities moved up; 2 are new; 3 dropped; 2 not yet linked",
            ),
        ] {
            assert_eq!(held.title(), wanted);
        }
    }

    #[test]
    fn what_became_of_what_is_a_sentence() {
        let owned =
            |names: &[&str]| -> Vec<String> { names.iter().map(|&name| name.into()).collect() };
        for (from, to, wanted) in [
            (
                &["Cyber & financial"][..],
                &["Cyber", "Financial"][..],
                "Cyber & financial (2022) became Cyber and Financial (2023)",
            ),
            (
                &["Guns", "Knives"],
                &["Weapons"],
                "Guns and Knives (2022) became Weapons (2023)",
            ),
            (&[], &["Shoplifting"], "Shoplifting (2023) is new"),
            (&["Burglary"], &[], "Burglary (2022) was dropped"),
        ] {
            assert_eq!(became(&owned(from), &owned(to), "2022", "2023"), wanted);
        }
    }

    #[test]
    fn where_a_priority_stood() {
        for (then, wanted) in [
            (RankThen::Ranked(5, Shift::Up(1)), "5, up 1"),
            (RankThen::Ranked(3, Shift::Down(4)), "3, down 4"),
            (RankThen::Ranked(1, Shift::Kept), "1, unchanged"),
            (RankThen::Apart(ThreadKind::Split, vec![4]), "part of 4"),
            (
                RankThen::Apart(ThreadKind::Merged, vec![2, 5]),
                "2, 5 together",
            ),
            (RankThen::Apart(ThreadKind::New, vec![]), "new"),
            (RankThen::Apart(ThreadKind::Open, vec![]), "not linked"),
            (RankThen::NotCompared, ""),
        ] {
            assert_eq!(then_words(&then), wanted);
        }
    }
}
