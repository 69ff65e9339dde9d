//! What moved between two reviews before it is laid out.

use super::matrix_model::{PrintedMark, rank};
use crate::analysis::AssessmentsAnswer;
use crate::analysis::assessments::{Movement, Review, Shift, Thread, ThreadKind};
use crate::chart::contents::{ChartWords, DataCell, DataColumn, DataTable};
use crate::chart::wording::assessments as wording;

/// The ranks of two reviews, and what became of what.
#[derive(Clone, Debug, PartialEq)]
pub struct MovementModel {
    /// Title, subtitle, footnote and the chart in words.
    pub words: ChartWords,
    /// What stands over the two columns: the earlier review, the later one. `None` without an earlier one.
    pub reviews: Option<(String, String)>,
    /// The priorities of the earlier review, in its order.
    pub earlier: Vec<MovementEnd>,
    /// Those of the later one.
    pub later: Vec<MovementEnd>,
    /// The lines between them.
    pub lines: Vec<MovementLine>,
    /// The judgements that differ, in words.
    pub differences: Vec<[String; 4]>,
}

/// A priority in one of two reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementEnd {
    /// Its rank.
    pub rank: u32,
    /// Its name.
    pub name: String,
    /// What became of it, or what it came of.
    pub fate: Fate,
    /// The mark that the later review prints beside it.
    pub mark: PrintedMark,
    /// What is said of it where it is pointed at, line by line.
    pub lines: Vec<String>,
}

/// What became of a priority, or what it came of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It is one priority in both reviews.
    Moved(Shift),
    /// It is new, dropped, part of a split or a merger, or nobody has said.
    Other(ThreadKind),
}

/// A line from a priority to what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MovementLine {
    /// The place of the earlier one.
    pub from: usize,
    /// The place of the later one.
    pub to: usize,
    /// How it moved; of a split and of a merger only that it is one.
    pub fate: Fate,
}

impl Fate {
    fn of(thread: &Thread, earlier: &Review, later: &Review) -> Self {
        let rank = |review: &Review, places: &[usize]| {
            let place = places.first()?;
            review.subjects.get(*place).map(|subject| subject.rank)
        };
        if thread.kind == ThreadKind::Same
            && let Some(then) = rank(earlier, &thread.earlier)
            && let Some(now) = rank(later, &thread.later)
        {
            return Self::Moved(Shift::between(then, now));
        }
        Self::Other(thread.kind)
    }
}

impl MovementModel {
    /// What moved since the earlier review of an answer.
    pub fn new(answer: &AssessmentsAnswer) -> Self {
        let later = &answer.review;
        let words = ChartWords {
            title: wording::movement_title(answer),
            subtitle: wording::movement_subtitle(answer),
            footnote: wording::movement_footnote(answer),
            what_this_shows: wording::movement_what_this_shows(answer),
            alt_text: String::new(),
        };
        let mut model = Self {
            words,
            reviews: None,
            earlier: Vec::new(),
            later: Vec::new(),
            lines: Vec::new(),
            differences: Vec::new(),
        };
        if let Some((earlier, movement)) = &answer.since {
            model.reviews = Some((earlier.label.clone(), later.label.clone()));
            model.earlier = ends(answer, earlier, movement, true);
            model.later = ends(answer, later, movement, false);
            for thread in &movement.threads {
                if thread.kind == ThreadKind::Open {
                    continue;
                }
                let fate = Fate::of(thread, earlier, later);
                for from in &thread.earlier {
                    let lines = thread.later.iter().map(|to| MovementLine {
                        from: *from,
                        to: *to,
                        fate,
                    });
                    model.lines.extend(lines);
                }
            }
            let differences = movement.differences.iter();
            model.differences = differences
                .filter_map(|difference| {
                    let subject = later.subjects.get(difference.later_subject)?;
                    Some([
                        subject.name.clone(),
                        difference.criterion.clone(),
                        difference.earlier.words.clone(),
                        difference.later.words.clone(),
                    ])
                })
                .collect();
        }
        model.words.alt_text = wording::movement_alt_text(&model);
        model
    }

    /// A row for each priority of both reviews: where it stood, where it stands, what became of it, and which
    /// judgements differ.
    pub(super) fn table(&self) -> DataTable {
        let Some((earlier, later)) = &self.reviews else {
            return DataTable::default();
        };
        let columns = vec![
            DataColumn::label("Priority"),
            DataColumn::values(format!("Rank, {earlier}")),
            DataColumn::values(format!("Rank, {later}")),
            DataColumn::values("What became of it"),
            DataColumn::values("Judgements that differ"),
        ];
        let differences = |name: &str| {
            let own = self.differences.iter().filter(|held| held[0] == name);
            let words: Vec<String> = own
                .map(|[_, criterion, then, now]| format!("{criterion}: {then} to {now}"))
                .collect();
            if words.is_empty() {
                DataCell::Empty
            } else {
                DataCell::Text(words.join("; "))
            }
        };
        let ranks_then = |to: usize| {
            let lines = self.lines.iter().filter(|line| line.to == to);
            let ranks: Vec<u32> = lines
                .filter_map(|line| Some(self.earlier.get(line.from)?.rank))
                .collect();
            match ranks.as_slice() {
                [] => DataCell::Empty,
                [only] => rank(*only),
                several => {
                    let several: Vec<String> = several.iter().map(u32::to_string).collect();
                    DataCell::Text(several.join(", "))
                }
            }
        };
        let mut rows: Vec<Vec<DataCell>> = Vec::new();
        for (place, end) in self.later.iter().enumerate() {
            rows.push(vec![
                DataCell::text(&end.name),
                ranks_then(place),
                rank(end.rank),
                DataCell::text(wording::fate_words(end.fate, false)),
                differences(&end.name),
            ]);
        }
        let gone = self.earlier.iter().filter(|end| {
            matches!(
                end.fate,
                Fate::Other(ThreadKind::Dropped | ThreadKind::Open)
            )
        });
        rows.extend(gone.map(|end| {
            vec![
                DataCell::text(&end.name),
                rank(end.rank),
                DataCell::Empty,
                DataCell::text(wording::fate_words(end.fate, true)),
                DataCell::Empty,
            ]
        }));
        DataTable { columns, rows }
    }
}

/// The priorities of a review.
fn ends(
    answer: &AssessmentsAnswer,
    review: &Review,
    movement: &Movement,
    is_earlier: bool,
) -> Vec<MovementEnd> {
    let Some((earlier, _)) = &answer.since else {
        return Vec::new();
    };
    let subjects = review.subjects.iter().enumerate();
    subjects
        .filter_map(|(place, subject)| {
            let thread = if is_earlier {
                movement.of_earlier(place)
            } else {
                movement.of_later(place)
            }?;
            let fate = Fate::of(thread, earlier, &answer.review);
            Some(MovementEnd {
                rank: subject.rank,
                name: subject.name.clone(),
                fate,
                mark: PrintedMark::of(&subject.mark),
                lines: wording::end_lines(answer, review, place, thread, is_earlier),
            })
        })
        .collect()
}
