//! Matrices of judgements (`MoRiLE` and the like): a priority a row, a criterion a column.

use super::found::{Candidate, ListHeading, cells_that};
use super::judgement_scales::{CriterionScale, is_extreme, is_judgement};
use super::{List, as_count, surroundings};
use crate::base::text::clean;
use crate::data::{Assessment, CellRef, Judgement, SheetIndex};
use crate::import::account::Mark;
use crate::import::columns::text_of;
use crate::import::findings::FindingKind;
use crate::import::grid::CellValue;
use crate::import::list_findings::ListFinding;
use crate::import::reader::Output;
use crate::import::roles::Surroundings;
use crate::import::view::{Kind, View};

/// How many priorities a review has at most.
const MOST_ROWS: u32 = 120;

/// The columns of a matrix.
#[derive(Clone, Debug)]
pub(crate) struct MatrixColumns {
    subject: u32,
    /// The number of the row in the order of the review.
    rank: Option<u32>,
    /// Arrows and asterisks.
    mark: Option<u32>,
    criteria: Vec<ListHeading>,
}

/// The criteria of structured reviews; those of the first kind stand in no table of figures.
const JUDGED: [&str; 14] = [
    "harm",
    "likelihood",
    "impact",
    "severity",
    "confidence",
    "vulnerability",
    "urgency",
    "knowledge",
    "capability",
    "capacity",
    "threat",
    "morile",
    "expectation",
    "reputational",
];
const OTHERS: [&str; 16] = [
    "frequency",
    "volume",
    "trend",
    "resource",
    "resources",
    "scale",
    "risk",
    "score",
    "overall",
    "priority",
    "concern",
    "total",
    "rating",
    "weighted",
    "scope",
    "prevalence",
];

const REMARKS: [&str; 7] = [
    "comment",
    "comments",
    "note",
    "notes",
    "remarks",
    "rationale",
    "narrative",
];

fn names_criterion(folded: &str) -> bool {
    says(folded, &JUDGED) || says(folded, &OTHERS)
}

fn says(folded: &str, words: &[&str]) -> bool {
    folded.split(' ').any(|part| words.contains(&part))
}

/// Whether headings can be those of a matrix: at least three criteria, one of them a judgement by its name.
pub(super) fn may_be(headings: &[ListHeading]) -> bool {
    let criteria = headings
        .iter()
        .filter(|heading| names_criterion(&heading.folded));
    let judged = headings
        .iter()
        .filter(|heading| says(&heading.folded, &JUDGED));
    criteria.count() >= 3 && judged.count() >= 1
}

/// Concludes the columns. `None` where fewer than three columns hold judgements, or one holds figures.
pub(super) fn conclude(view: &View<'_>, candidate: &Candidate) -> Option<MatrixColumns> {
    if candidate.bottom - candidate.top > MOST_ROWS {
        return None;
    }
    let share = |column: u32, test: &dyn Fn(Kind) -> bool| {
        let (filled, fitting) = cells_that(view, candidate, column, test);
        filled > 0 && fitting * 10 >= filled * 8
    };
    let is_word = |kind: Kind| matches!(kind, Kind::Text(text) if text_of(view, text).is_some_and(|text| is_judgement(text) || scored(text).is_some()));
    // Numbers are judgements only under criteria, on scales to ten, and never with decimals.
    let is_step = |kind: Kind| matches!(kind, Kind::Number(number) if number.fract() == 0.0 && (0.0..=10.0).contains(&number));
    let mut criteria: Vec<ListHeading> = Vec::new();
    let (mut worded, mut numbered) = (0, 0);
    for heading in &candidate.headings {
        if says(&heading.folded, &REMARKS) {
            continue;
        }
        let named = names_criterion(&heading.folded);
        if share(heading.column, &is_word) {
            worded += 1;
        } else if named && share(heading.column, &is_step) {
            numbered += usize::from(!is_overall(heading));
        } else if !(named
            && is_overall(heading)
            && share(heading.column, &|kind| matches!(kind, Kind::Number(_))))
        {
            continue;
        }
        criteria.push(heading.clone());
    }
    let judged = criteria
        .iter()
        .filter(|heading| says(&heading.folded, &JUDGED))
        .count();
    let is_matrix = worded >= 3 || worded + numbered >= 3 && judged >= 2;
    let taken = |column: u32| criteria.iter().any(|heading| heading.column == column);
    let left = candidate.left().saturating_sub(2);
    let others: Vec<u32> = (left..candidate.right())
        .filter(|column| !taken(*column))
        .collect();
    let has_figures = others.iter().any(|column| {
        let heading = candidate
            .headings
            .iter()
            .find(|heading| heading.column == *column);
        !heading.is_none_or(|heading| is_rank(&heading.folded))
            && share(*column, &|kind| matches!(kind, Kind::Number(_)))
    });
    if !is_matrix || has_figures {
        return None;
    }
    let first_criterion = criteria.first()?.column;
    let texts = |column: &u32| share(*column, &|kind| matches!(kind, Kind::Text(_)));
    let is_long = |column: &u32| {
        view.grid
            .stored_between(*column, candidate.top, candidate.bottom)
            .any(|(row, _)| {
                view.grid
                    .text(row, *column)
                    .is_some_and(|text| text.chars().count() > 3)
            })
    };
    let before = || {
        others
            .iter()
            .copied()
            .filter(|column| *column < first_criterion)
    };
    let subject = before().find(|column| texts(column) && is_long(column))?;
    let numbers = |column: &u32| {
        share(
            *column,
            &|kind| matches!(kind, Kind::Number(number) if number.fract() == 0.0 && number > 0.0),
        )
    };
    Some(MatrixColumns {
        subject,
        rank: before().find(|column| *column != subject && numbers(column)),
        mark: before().find(|column| *column != subject && !numbers(column) && !is_long(column)),
        criteria,
    })
}

fn is_overall(heading: &ListHeading) -> bool {
    says(
        &heading.folded,
        &[
            "score", "overall", "total", "weighted", "rating", "priority", "morile",
        ],
    )
}

fn is_rank(folded: &str) -> bool {
    matches!(
        folded,
        "rank" | "no" | "number" | "ref" | "id" | "order" | "position" | "priority" | "priority no"
    )
}

/// `4 – High`: the number, and the word.
fn scored(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    let word = rest
        .trim_start_matches([' ', '-', '–', '—', ':', '.', '('])
        .trim_end_matches(')');
    let value: f64 = number.parse().ok()?;
    (digits <= 2 && word.len() < rest.len() && is_judgement(word)).then_some((value, word))
}

/// Reads the rows of a matrix.
pub(super) fn read(
    view: &View<'_>,
    sheet: SheetIndex,
    list: &List,
    columns: &MatrixColumns,
    around: &Surroundings,
    assessments: &mut Vec<Assessment>,
    out: &mut Output<'_>,
) {
    let grid = view.grid;
    let lines = surroundings::lines_above(view, list);
    let review = surroundings::title(&lines, around);
    let period = surroundings::period(&lines, around);
    let words = |row: u32, column: u32| {
        view.label(row, column)
            .map(|text| clean(&text))
            .filter(|text| !text.is_empty())
    };
    let has_extremes = columns.criteria.iter().any(|heading| {
        (list.top..list.bottom)
            .any(|row| words(row, heading.column).is_some_and(|text| is_extreme(&text)))
    });
    let scales: Vec<CriterionScale> = columns
        .criteria
        .iter()
        .map(|heading| {
            let texts: Vec<String> = (list.top..list.bottom)
                .filter_map(|row| words(row, heading.column))
                .collect();
            CriterionScale::of(
                texts
                    .iter()
                    .map(|text| scored(text).map_or(text.as_str(), |(_, word)| word)),
                has_extremes,
            )
        })
        .collect();
    let first = assessments.len();
    let mut unused = 0;
    for row in list.top..list.bottom {
        let Some(subject) = words(row, columns.subject) else {
            if grid.row(row).next().is_some() {
                unused += 1;
                out.marks
                    .fill(grid, row..row + 1, list.left..list.right, Mark::LeftOut);
            }
            continue;
        };
        let judgements: Vec<Judgement> = columns
            .criteria
            .iter()
            .zip(&scales)
            .filter_map(|(heading, scale)| {
                let text = words(row, heading.column)?;
                let number = match grid.value(row, heading.column) {
                    CellValue::Number(number) => Some(number),
                    _ => scored(&text).map(|(number, _)| number),
                };
                Some(Judgement {
                    criterion: heading.text.clone(),
                    step: scale.step(scored(&text).map_or(text.as_str(), |(_, word)| word)),
                    words: text,
                    score: number,
                    cell: CellRef::new(sheet, row, heading.column),
                })
            })
            .collect();
        if judgements.is_empty() {
            continue;
        }
        let rank = columns
            .rank
            .and_then(|column| match grid.value(row, column) {
                CellValue::Number(number) => format!("{number}").parse().ok(),
                _ => None,
            });
        assessments.push(Assessment {
            subject,
            rank,
            mark: columns
                .mark
                .and_then(|column| words(row, column))
                .unwrap_or_default(),
            review: review.clone(),
            period,
            judgements,
            cell: CellRef::new(sheet, row, columns.subject),
        });
    }
    if let Some(read) = assessments.get_mut(first..) {
        take_ranks_off(read);
    }
    columns.mark_cells(view, list, out);
    out.remarks.push(list.found(ListFinding::MatrixRead {
        subjects: as_count(assessments.len() - first),
        criteria: as_count(columns.criteria.len()),
    }));
    if unused > 0 {
        out.remarks
            .push(list.found(ListFinding::RowsUnused { count: unused }));
    }
    for (heading, scale) in columns.criteria.iter().zip(&scales) {
        let is_worded = (list.top..list.bottom)
            .any(|row| matches!(view.kind(row, heading.column), Kind::Text(_)));
        if is_worded && !scale.is_known() {
            out.remarks.push(list.remark_column(
                heading.column,
                FindingKind::List(ListFinding::ScaleUnknown {
                    criterion: heading.text.clone(),
                }),
            ));
        }
    }
}

impl MatrixColumns {
    /// Marks the cells of the matrix; columns of words that judge nothing are remarks.
    fn mark_cells(&self, view: &View<'_>, list: &List, out: &mut Output<'_>) {
        let used = self.criteria.iter().map(|heading| heading.column);
        for column in used.chain([self.subject]).chain(self.rank).chain(self.mark) {
            out.marks.fill(
                view.grid,
                list.top..list.bottom,
                column..column + 1,
                Mark::Label,
            );
        }
        out.marks.fill(
            view.grid,
            list.heading..list.top,
            list.left..list.right,
            Mark::Label,
        );
        out.marks.fill(
            view.grid,
            list.top..list.bottom,
            list.left..list.right,
            Mark::Note,
        );
    }
}

/// Takes the ranks off subjects that all begin with theirs: `1 Violence`, `2 Burglary`.
fn take_ranks_off(assessments: &mut [Assessment]) {
    let split = |subject: &str| -> Option<(u32, String)> {
        let (number, rest) = subject.split_once(' ')?;
        let rank = number.trim_end_matches(['.', ')', ':']).parse().ok()?;
        Some((rank, rest.trim().to_owned()))
    };
    let ranks: Vec<Option<(u32, String)>> = assessments
        .iter()
        .map(|held| split(&held.subject).filter(|_| held.rank.is_none()))
        .collect();
    let are_in_order = ranks.len() > 1
        && ranks
            .iter()
            .zip(1_u32..)
            .all(|(found, place)| found.as_ref().is_some_and(|(rank, _)| *rank == place));
    if !are_in_order {
        return;
    }
    for (held, found) in assessments.iter_mut().zip(ranks) {
        if let Some((rank, subject)) = found {
            held.rank = Some(rank);
            held.subject = subject;
        }
    }
}
