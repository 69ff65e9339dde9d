//! Finds the lists of a sheet by their rows of headings.

use super::{List, ListKind, incident_columns, lookup, matrix, target_columns};
use crate::base::text::{clean, fold};
use crate::import::grid::CellValue;
use crate::import::places::Places;
use crate::import::records;
use crate::import::roles::Surroundings;
use crate::import::view::{Kind, View};
use crate::import::vocabulary;

/// How many rows of a sheet are looked at for headings; long sheets have theirs at the top.
const ROWS_LOOKED_AT: u32 = 2_000;
const ROWS_OF_LONG_SHEETS: u32 = 40;
/// How many columns a list has at most.
const MOST_COLUMNS: u32 = 200;

/// The heading of a column of a list.
#[derive(Clone, Debug)]
pub(crate) struct ListHeading {
    pub column: u32,
    /// As it stands, cleaned.
    pub text: String,
    /// Folded, `LookUp_BoroughName` taken apart.
    pub folded: String,
}

/// A row that may be headings, and the body under it; the upper bounds are exclusive.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub top: u32,
    pub bottom: u32,
    pub headings: Vec<ListHeading>,
}

impl Candidate {
    pub(super) fn left(&self) -> u32 {
        self.headings.first().map_or(0, |heading| heading.column)
    }

    pub(super) fn right(&self) -> u32 {
        self.headings.last().map_or(0, |heading| heading.column + 1)
    }

    /// The column with a heading that a test fits, the first of them.
    pub(super) fn column(&self, test: impl Fn(&str) -> bool) -> Option<&ListHeading> {
        self.headings.iter().find(|heading| test(&heading.folded))
    }
}

/// The lists of a sheet, from the top.
pub(super) fn find(view: &View<'_>, places: &Places<'_>, around: &Surroundings) -> Vec<List> {
    let is_about_notes = records::is_about_notes(&around.sheet_name);
    let mut lists: Vec<List> = lookup::find(view.grid)
        .into_iter()
        .map(|found| List {
            heading: found.heading,
            top: found.top,
            bottom: found.bottom,
            left: found.left,
            right: found.right,
            kind: ListKind::Lookup(found),
        })
        .collect();
    if is_about_notes {
        return lists;
    }
    let rows = view.grid.row_count();
    let last = if rows > ROWS_LOOKED_AT {
        ROWS_OF_LONG_SHEETS
    } else {
        rows
    };
    let mut row = 0;
    while row < last {
        if let Some(list) = lists
            .iter()
            .find(|list| (list.heading..list.bottom).contains(&row))
        {
            row = list.bottom;
            continue;
        }
        let found = headings(view, row).and_then(|headings| list_at(view, row, headings, places));
        match found {
            Some(next) => {
                row = next.bottom;
                lists.push(next);
            }
            None => row += 1,
        }
    }
    lists.sort_by_key(|list| list.heading);
    lists
}

/// The list under a row of headings.
fn list_at(
    view: &View<'_>,
    row: u32,
    headings: Vec<ListHeading>,
    places: &Places<'_>,
) -> Option<List> {
    let may_be_incidents = incident_columns::may_be(&headings);
    let may_be_targets = target_columns::may_be(&headings);
    let may_be_matrix = matrix::may_be(&headings);
    if !(may_be_incidents || may_be_targets || may_be_matrix) {
        return None;
    }
    let mut candidate = Candidate {
        top: row + 1,
        bottom: row + 1,
        headings,
    };
    let left = candidate.left().saturating_sub(2);
    candidate.bottom = body_end(view, candidate.top, left, candidate.right());
    if candidate.bottom <= candidate.top {
        return None;
    }
    let kind = if may_be_incidents
        && let Some(columns) = incident_columns::conclude(view, &candidate, places)
    {
        ListKind::Incidents(columns)
    } else if may_be_targets
        && let Some(columns) = target_columns::conclude(view, &candidate, places)
    {
        ListKind::Targets(columns)
    } else if may_be_matrix && let Some(columns) = matrix::conclude(view, &candidate) {
        ListKind::Matrix(columns)
    } else {
        return None;
    };
    Some(List {
        heading: row,
        top: candidate.top,
        bottom: candidate.bottom,
        left: first_column(view, &candidate),
        right: candidate.right(),
        kind,
    })
}

/// The first column with something in the body, at most two before the first heading: ranks and arrows
/// often have none.
fn first_column(view: &View<'_>, candidate: &Candidate) -> u32 {
    let left = candidate.left();
    (left.saturating_sub(2)..left)
        .find(|column| {
            let mut cells = view
                .grid
                .stored_between(*column, candidate.top, candidate.bottom);
            cells.next().is_some()
        })
        .unwrap_or(left)
}

/// The headings of a row: at least three texts (years count as such) side by side, none of them long.
fn headings(view: &View<'_>, row: u32) -> Option<Vec<ListHeading>> {
    let mut headings: Vec<ListHeading> = Vec::new();
    let mut texts = 0;
    for column in 0..view.grid.column_count().min(MOST_COLUMNS) {
        let text = match view.grid.filled(row, column) {
            CellValue::Text(text) => {
                texts += 1;
                clean(text)
            }
            CellValue::Number(number) if (1900.0..=2100.0).contains(&number) => format!("{number}"),
            CellValue::Date(date) => date.to_string(),
            CellValue::Empty => continue,
            _ => return None,
        };
        if text.chars().count() > 120 {
            return None;
        }
        let folded = fold(&vocabulary::split_words(&text));
        if folded.is_empty() {
            continue;
        }
        headings.push(ListHeading {
            column,
            text,
            folded,
        });
    }
    (texts >= 3).then_some(headings)
}

/// The row after the last of a body: it ends where two rows are blank, or where a note or another
/// heading follows a blank one. A single text within is a heading of rows below it.
fn body_end(view: &View<'_>, top: u32, left: u32, right: u32) -> u32 {
    let filled = |row: u32| {
        (left..right)
            .filter(|column| view.grid.stored(row, *column).is_some())
            .count()
    };
    let mut end = top;
    let mut row = top;
    while row < view.grid.row_count() {
        match filled(row) {
            0 => {
                if filled(row + 1) < 2
                    || headings(view, row + 1).is_some_and(|next| is_headed(&next))
                {
                    break;
                }
            }
            1 => {
                let is_note = (left..right)
                    .find_map(|column| view.grid.text(row, column))
                    .is_some_and(|text| vocabulary::is_note_line(text) || text.len() > 90);
                if is_note || filled(row + 1) < 2 {
                    break;
                }
            }
            _ => end = row + 1,
        }
        row += 1;
    }
    end
}

/// Whether headings are those of a list of some kind.
fn is_headed(headings: &[ListHeading]) -> bool {
    incident_columns::may_be(headings)
        || target_columns::may_be(headings)
        || matrix::may_be(headings)
}

/// How many cells of a column of a body hold something, and how many of them fit a test.
pub(super) fn cells_that(
    view: &View<'_>,
    candidate: &Candidate,
    column: u32,
    test: impl Fn(Kind) -> bool,
) -> (usize, usize) {
    let (mut filled, mut fitting) = (0, 0);
    for (_, stored) in view
        .grid
        .stored_between(column, candidate.top, candidate.bottom)
    {
        filled += 1;
        fitting += usize::from(test(view.kind_of(stored)));
    }
    (filled, fitting)
}
