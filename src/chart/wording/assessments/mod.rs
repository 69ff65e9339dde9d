//! What charts of reviews of priorities say. Ranks are counted; judgements are quoted; no step is turned into a
//! number.

mod grid;
mod matrix;
mod movement;

pub use grid::{grid_lines, grid_words, no_grid};
pub use matrix::{
    cell_lines, matrix_alt_text, matrix_footnote, matrix_subtitle, matrix_title,
    matrix_what_this_shows,
};
pub use movement::{
    end_lines, movement_alt_text, movement_footnote, movement_subtitle, movement_title,
    movement_what_this_shows,
};

use super::phrase;
use super::source_note::{is_illustrative, source_note};
use crate::analysis::assessments::{Movement, Review, Shift, Thread, ThreadKind};
use crate::analysis::{AssessmentsAnswer, Provenance};
use crate::chart::matrix::{Fate, RankThen};
use crate::data::CellRef;
use crate::words::{in_english, say};

/// A title has no more words than this.
const MOST_WORDS: usize = 10;

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 4;

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

/// That some names are alike and nobody has said what became of them.
fn open_note(movement: &Movement) -> Option<String> {
    let open = movement.earlier_in(ThreadKind::Open) + movement.later_in(ThreadKind::Open);
    (open > 0).then(|| {
        format!("{open} with names that are alike are not linked yet: nobody has said what became of what.")
    })
}

fn listed(names: &[String], most: usize) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    phrase::list(&names, most)
}

/// "Cyber and financial crime (2022) became Cyber and Financial crime (2023)", in English.
pub fn became(from: &[String], to: &[String], earlier: &str, later: &str) -> String {
    in_english(|| became_spoken(from, to, earlier, later))
}

/// What became of priorities from one review to another, in the language that is spoken.
pub fn became_spoken(from: &[String], to: &[String], earlier: &str, later: &str) -> String {
    match (from, to) {
        ([], to) => say::LineageNew {
            count: to.len(),
            names: listed_spoken(to),
            review: later,
        }
        .say(),
        (from, []) => say::LineageDropped {
            count: from.len(),
            names: listed_spoken(from),
            review: earlier,
        }
        .say(),
        (from, to) => say::LineageBecame {
            from: listed_spoken(from),
            earlier,
            to: listed_spoken(to),
            later,
        }
        .say(),
    }
}

/// Some names, and how many more there are.
fn listed_spoken(names: &[String]) -> String {
    let shown = names.get(..MOST_NAMES.min(names.len())).unwrap_or(names);
    let count = names.len() - shown.len();
    match (shown, count) {
        ([only], 0) => only.clone(),
        ([first @ .., last], 0) => {
            let names = first.join(", ");
            say::LineageNames { last, names }.say()
        }
        (all, count) => {
            let names = all.join(", ");
            say::LineageMoreNames { count, names }.say()
        }
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
