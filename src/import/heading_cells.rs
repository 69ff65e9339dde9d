//! The cells of a row of headings: which stands over which column.

use super::text_marks;
use super::view::{Kind, View};

/// One cell of a row of headings.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) raw: String,
    pub(super) text: String,
    pub(super) marks: Vec<String>,
    pub(super) kind: Kind,
}

/// The headings of one row over the given columns; a heading that is not merged reaches as far as the next.
pub(super) fn cells(
    view: &View<'_>,
    row: u32,
    columns: &[u32],
    is_last: bool,
) -> Vec<Option<Cell>> {
    let has_spans = columns.iter().any(|column| {
        view.grid
            .merge_at(row, *column)
            .is_some_and(|merge| merge.right > merge.left)
    });
    let filled = columns
        .iter()
        .filter(|column| view.kind(row, **column) != Kind::Empty)
        .count();
    let reaches = (!has_spans && !is_last) || filled == 1 && columns.len() > 1;
    if !is_last && !has_spans && is_centred(view, row, columns, filled) {
        return vec![None; columns.len()];
    }
    let mut current: Option<Cell> = None;
    columns
        .iter()
        .map(|column| match view.label(row, *column) {
            Some(raw) => {
                let marked = text_marks::strip(&raw);
                let kind = match view.kind(row, *column) {
                    Kind::Empty => view
                        .grid
                        .merge_at(row, *column)
                        .map_or(Kind::Empty, |merge| view.kind(merge.top, merge.left)),
                    kind => kind,
                };
                let cell = Cell {
                    raw,
                    text: marked.text,
                    marks: marked.marks,
                    kind,
                };
                current = Some(cell.clone());
                Some(cell)
            }
            None if reaches => current.clone(),
            None => None,
        })
        .collect()
}

/// Whether the headings of a row stand over the middle of what they head, so that nobody can tell how far
/// they reach: the first is not over the first column.
pub(super) fn is_centred(view: &View<'_>, row: u32, columns: &[u32], filled: usize) -> bool {
    filled > 1
        && filled * 2 <= columns.len()
        && columns
            .first()
            .is_some_and(|first| view.kind(row, *first) == Kind::Empty)
        && columns
            .get(1)
            .is_some_and(|second| view.kind(row, *second) != Kind::Empty)
        || filled > 1
            && filled * 3 <= columns.len()
            && columns
                .first()
                .is_some_and(|first| view.kind(row, *first) == Kind::Empty)
            && columns
                .last()
                .is_some_and(|last| view.kind(row, *last) == Kind::Empty)
}
