//! The matrix of a review before it is laid out.

use crate::analysis::AssessmentsAnswer;
use crate::analysis::assessments::{Movement, Review, ReviewSubject, Shift, ThreadKind};
use crate::chart::contents::{ChartWords, DataCell, DataColumn, DataTable, Shorthand};
use crate::chart::wording::assessments as wording;

/// The matrix of a review: a priority a row, a criterion a column.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixModel {
    /// Title, subtitle, footnote and the chart in words.
    pub words: ChartWords,
    /// What the column of ranks then is called; `None` where there is no earlier review.
    pub then: Option<String>,
    /// Whether the workbook prints marks beside priorities.
    pub has_marks: bool,
    /// The criteria, from left to right.
    pub criteria: Vec<String>,
    /// The priorities, in the order of the review.
    pub rows: Vec<MatrixRow>,
}

/// A priority.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Its rank.
    pub rank: u32,
    /// Its name.
    pub name: String,
    /// What the workbook prints beside it: a judgement, not the arithmetic of ranks.
    pub mark: PrintedMark,
    /// Its rank in the earlier review.
    pub then: RankThen,
    /// What is judged of it, by criterion.
    pub cells: Vec<MatrixCell>,
    /// What is said of each cell where it is pointed at, line by line.
    pub lines: Vec<Vec<String>>,
}

/// A mark that a workbook prints beside a priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedMark {
    /// None.
    None,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// An arrow to the right.
    Level,
    /// Something else.
    Other(String),
}

/// Where a priority stood in the earlier review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RankThen {
    /// There is no earlier review.
    NotCompared,
    /// At a rank, from which it moved.
    Ranked(u32, Shift),
    /// Nowhere by itself: it was a part of another, or others were parts of it, at these ranks.
    Apart(ThreadKind, Vec<u32>),
}

/// What is judged of a priority by a criterion.
#[derive(Clone, Debug, PartialEq)]
pub enum MatrixCell {
    /// Nothing.
    NotJudged,
    /// Something, in its own words.
    Judged {
        /// The words.
        words: String,
        /// The step from 0 and how many steps the scale has; `None` where the scale is not known.
        step: Option<(usize, usize)>,
    },
}

impl PrintedMark {
    /// What a mark is.
    pub fn of(mark: &str) -> Self {
        match mark.trim_matches(|c: char| c.is_whitespace() || c == '\u{fe0f}') {
            "" => Self::None,
            "⬆" | "↑" | "▲" | "⇧" | "🡅" | "🡱" | "△" => Self::Up,
            "⬇" | "↓" | "▼" | "⇩" | "🡇" | "🡳" | "▽" => Self::Down,
            "➔" | "→" | "➡" | "⇨" | "►" | "▶" | "↔" | "⬌" | "➜" | "🡆" | "🡲" => {
                Self::Level
            }
            other => Self::Other(other.to_owned()),
        }
    }

    /// In words; empty where there is none.
    pub fn words(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Up => String::from("arrow up"),
            Self::Down => String::from("arrow down"),
            Self::Level => String::from("arrow level"),
            Self::Other(mark) => mark.clone(),
        }
    }
}

impl RankThen {
    fn of(place: usize, review: &Review, since: Option<&(Review, Movement)>) -> Self {
        let Some((earlier, movement)) = since else {
            return Self::NotCompared;
        };
        let Some(thread) = movement.of_later(place) else {
            return Self::NotCompared;
        };
        let rank = |place: &usize| earlier.subjects.get(*place).map(|subject| subject.rank);
        let ranks: Vec<u32> = thread.earlier.iter().filter_map(rank).collect();
        let now = review.subjects.get(place).map(|subject| subject.rank);
        match (thread.kind, ranks.as_slice(), now) {
            (ThreadKind::Same, [then], Some(now)) => {
                Self::Ranked(*then, Shift::between(*then, now))
            }
            _ => Self::Apart(thread.kind, ranks),
        }
    }
}

impl MatrixModel {
    /// The matrix of an answer's review.
    pub fn new(answer: &AssessmentsAnswer) -> Self {
        let review = &answer.review;
        let since = answer.since.as_ref();
        let rows: Vec<MatrixRow> = review
            .subjects
            .iter()
            .enumerate()
            .map(|(place, subject)| {
                let then = RankThen::of(place, review, since);
                MatrixRow {
                    rank: subject.rank,
                    name: subject.name.clone(),
                    mark: PrintedMark::of(&subject.mark),
                    cells: cells(subject),
                    lines: (0..review.criteria.len())
                        .map(|criterion| wording::cell_lines(answer, place, criterion, &then))
                        .collect(),
                    then,
                }
            })
            .collect();
        let mut model = Self {
            words: ChartWords {
                title: wording::matrix_title(review),
                subtitle: wording::matrix_subtitle(review),
                footnote: wording::matrix_footnote(answer),
                what_this_shows: wording::matrix_what_this_shows(answer),
                alt_text: String::new(),
            },
            then: since.map(|(earlier, _)| format!("Rank, {}", earlier.label)),
            has_marks: rows.iter().any(|row| row.mark != PrintedMark::None),
            criteria: review
                .criteria
                .iter()
                .map(|criterion| criterion.name.clone())
                .collect(),
            rows,
        };
        model.words.alt_text = wording::matrix_alt_text(&model);
        model
    }

    /// The rows as a table.
    pub(super) fn table(&self) -> DataTable {
        let mut columns = vec![DataColumn::label("Rank"), DataColumn::label("Priority")];
        if self.has_marks {
            columns.push(DataColumn::values("Printed mark"));
        }
        columns.extend(self.then.iter().map(DataColumn::values));
        columns.extend(self.criteria.iter().map(DataColumn::values));
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![rank(row.rank), DataCell::text(&row.name)];
            if self.has_marks {
                cells.push(match row.mark.words().as_str() {
                    "" => DataCell::Empty,
                    words => DataCell::text(words),
                });
            }
            if self.then.is_some() {
                cells.push(DataCell::text(wording::then_words(&row.then)));
            }
            cells.extend(row.cells.iter().map(|cell| match cell {
                MatrixCell::NotJudged => DataCell::Shorthand(Shorthand::NotAvailable),
                MatrixCell::Judged { words, .. } => DataCell::text(words),
            }));
            cells
        });
        DataTable {
            rows: rows.collect(),
            columns,
        }
    }
}

/// A rank as a cell of a table.
pub(super) fn rank(rank: u32) -> DataCell {
    DataCell::Number {
        value: f64::from(rank),
        decimals: 0,
    }
}

fn cells(subject: &ReviewSubject) -> Vec<MatrixCell> {
    let judgements = subject.judgements.iter();
    judgements
        .map(|judgement| match judgement {
            None => MatrixCell::NotJudged,
            Some(judgement) => MatrixCell::Judged {
                words: judgement.words.clone(),
                step: judgement.step.map(|step| {
                    let place = usize::from(step.place).saturating_sub(1);
                    (place, usize::from(step.of))
                }),
            },
        })
        .collect()
}
