//! Finds the tables of a sheet: where the body is, which rows above it are headings, which lines belong to
//! it. Knows cells as numbers and texts; not what the texts mean, but for the look of notes.

use super::decisions::TableAnchor;
use super::grid::Merge;
use super::heading_numbers::are_heading_numbers;
use super::view::{Kind, View};
use super::vocabulary;

/// A rectangle; the upper bounds are exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rect {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

/// A table as found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Region {
    /// The first cell of the body as it was found, whatever a person says of it.
    pub anchor: TableAnchor,
    /// The columns, from the first with a label to the last with a value.
    pub left: u32,
    pub right: u32,
    /// The rows of headings, from the top.
    pub headings: Vec<u32>,
    /// How many of them are those of the table above, for columns that have none of their own.
    pub inherited: usize,
    /// The body; the upper bound is exclusive.
    pub top: u32,
    pub bottom: u32,
    /// The single lines between the table before and this one.
    pub lines: Vec<(u32, u32)>,
    /// Whether it is the first of its column of tables.
    pub is_first: bool,
}

/// The most rows of headings.
const MAX_HEADINGS: usize = 5;

/// What a row looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    pub(super) filled: u32,
    pub(super) values: u32,
    pub(super) numbers: u32,
    pub(super) dates: u32,
    pub(super) texts: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    heading_numbers: bool,
}

impl Row {
    const fn is_blank(&self) -> bool {
        self.filled == 0
    }

    const fn is_data(&self) -> bool {
        self.values > 0 && !self.heading_numbers
    }
}

/// The tables of a sheet, from the top, left before right; none in the rows that are taken, which are in
/// order and part the sheet.
pub(crate) fn find(view: &View<'_>, taken: &[std::ops::Range<u32>]) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut top = 0;
    let end = view.grid.row_count();
    for taken in taken.iter().chain([&(end..end)]) {
        let part = Rect {
            top,
            left: 0,
            bottom: taken.start.max(top),
            right: view.grid.column_count(),
        };
        top = taken.end.max(top);
        for rect in side_by_side(view, part) {
            regions.extend(in_column(view, rect));
        }
    }
    regions
}

/// Splits where an empty column stands between two blocks that each have labels and numbers.
fn side_by_side(view: &View<'_>, rect: Rect) -> Vec<Rect> {
    let mut blocks: Vec<(u32, u32)> = Vec::new();
    for column in rect.left..rect.right {
        let filled = view
            .grid
            .stored_between(column, rect.top, rect.bottom)
            .next()
            .is_some();
        match blocks.last_mut() {
            Some((_, end)) if filled && *end == column => *end = column + 1,
            _ if filled => blocks.push((column, column + 1)),
            _ => {}
        }
    }
    let mut cuts: Vec<u32> = Vec::new();
    for (left, right) in blocks.iter().skip(1) {
        if is_table_of_its_own(view, rect, *left, *right)
            && cuts_are_fair(view, rect, &blocks, *left)
        {
            cuts.push(*left);
        }
    }
    let mut rects = Vec::new();
    let mut left = rect.left;
    for cut in cuts.into_iter().chain([rect.right]) {
        rects.push(Rect {
            left,
            right: cut,
            ..rect
        });
        left = cut;
    }
    rects
}

/// Whether something on the left of a cut has numbers, too.
fn cuts_are_fair(view: &View<'_>, rect: Rect, blocks: &[(u32, u32)], cut: u32) -> bool {
    blocks
        .iter()
        .filter(|(left, _)| *left < cut)
        .any(|(left, right)| {
            (*left..*right).any(|column| {
                view.grid
                    .stored_between(column, rect.top, rect.bottom)
                    .any(|(_, stored)| matches!(view.kind_of(stored), Kind::Number(_)))
            })
        })
}

fn is_table_of_its_own(view: &View<'_>, rect: Rect, left: u32, right: u32) -> bool {
    if right - left < 2 {
        return false;
    }
    let mut rows_with_numbers: Vec<u32> = Vec::new();
    for column in left + 1..right {
        rows_with_numbers.extend(
            view.grid
                .stored_between(column, rect.top, rect.bottom)
                .filter(|(_, stored)| matches!(view.kind_of(*stored), Kind::Number(_)))
                .map(|(row, _)| row),
        );
    }
    rows_with_numbers.sort_unstable();
    rows_with_numbers.dedup();
    let labelled = rows_with_numbers
        .iter()
        .filter(|row| matches!(view.kind(**row, left), Kind::Text(_) | Kind::Date(_)))
        .count();
    rows_with_numbers.len() >= 2 && labelled * 10 >= rows_with_numbers.len() * 7
}

/// The tables below each other in a part of a sheet.
fn in_column(view: &View<'_>, rect: Rect) -> Vec<Region> {
    let rows = profiles(view, rect);
    let at = |row: u32| -> Row {
        row.checked_sub(rect.top)
            .and_then(|row| usize::try_from(row).ok())
            .and_then(|row| rows.get(row))
            .copied()
            .unwrap_or_default()
    };
    let mut regions: Vec<Region> = Vec::new();
    let mut row = rect.top;
    let mut after = rect.top;
    while row < rect.bottom {
        if !at(row).is_data() {
            row += 1;
            continue;
        }
        let columns = value_columns(view, rect, &at, row);
        let bottom = body_end(view, rect, &at, row, &columns);
        let headings = headings_above(view, rect, &at, row, after, &columns);
        let first_heading = headings.first().copied().unwrap_or(row);
        let lines = (after..first_heading)
            .filter(|line| !at(*line).is_blank())
            .flat_map(|line| {
                view.grid
                    .row(line)
                    .filter(|(column, _)| (rect.left..rect.right).contains(column))
                    .map(move |(column, _)| (line, column))
                    .collect::<Vec<_>>()
            })
            .collect();
        if headings.is_empty() && is_prose(view, rect, row, bottom) {
            row = bottom;
            continue;
        }
        let from_above = inherited(view, regions.last(), &at, &headings, after, &columns);
        let inherited = from_above.len();
        let headings = from_above.into_iter().chain(headings).collect();
        regions.push(Region {
            anchor: TableAnchor {
                row,
                column: rect.left,
            },
            inherited,
            left: rect.left,
            right: rect.right,
            headings,
            top: row,
            bottom,
            lines,
            is_first: regions.is_empty(),
        });
        after = bottom;
        row = bottom;
    }
    regions
}

/// The headings of the table right above, where a table's own stand over few of its columns and those
/// above over the others: totals first, then headings of the labels, then the rows.
fn inherited(
    view: &View<'_>,
    above: Option<&Region>,
    at: &dyn Fn(u32) -> Row,
    own: &[u32],
    after: u32,
    columns: &[u32],
) -> Vec<u32> {
    let Some(above) = above.filter(|above| above.bottom == after) else {
        return Vec::new();
    };
    let first = own.first().copied().unwrap_or(after);
    let is_headed = |rows: &[u32], column: u32| {
        rows.iter().any(|row| {
            view.kind(*row, column) != Kind::Empty || view.grid.merge_at(*row, column).is_some()
        })
    };
    let bare: Vec<u32> = columns
        .iter()
        .copied()
        .filter(|column| !is_headed(own, *column))
        .collect();
    let are_headed_above = bare
        .iter()
        .all(|column| is_headed(&above.headings, *column));
    let lines = (after..first).any(|row| !at(row).is_blank());
    // A section of the table above is no row of headings.
    let first_value = columns.first().copied().unwrap_or(0);
    let names_columns = own.iter().any(|row| {
        (above.left..first_value)
            .filter(|column| view.kind(*row, *column) != Kind::Empty)
            .count()
            > 1
    });
    if !names_columns || lines || bare.len() * 2 <= columns.len() || !are_headed_above {
        return Vec::new();
    }
    above.headings.clone()
}

fn profiles(view: &View<'_>, rect: Rect) -> Vec<Row> {
    let height = usize::try_from(rect.bottom.saturating_sub(rect.top)).unwrap_or(0);
    let mut rows = vec![Row::default(); height];
    for column in rect.left..rect.right {
        for (row, stored) in view.grid.stored_between(column, rect.top, rect.bottom) {
            let Some(profile) = usize::try_from(row - rect.top)
                .ok()
                .and_then(|row| rows.get_mut(row))
            else {
                continue;
            };
            if profile.filled == 0 {
                profile.first = column;
            }
            profile.last = column;
            profile.filled += 1;
            match view.kind_of(stored) {
                Kind::Number(_) | Kind::Error(_) => {
                    profile.values += 1;
                    profile.numbers += 1;
                }
                Kind::Shorthand(_) => profile.values += 1,
                Kind::Date(_) => profile.dates += 1,
                _ => profile.texts += 1,
            }
        }
    }
    for (index, profile) in rows.iter_mut().enumerate() {
        if profile.values == 0 {
            continue;
        }
        let Ok(index) = u32::try_from(index) else {
            continue;
        };
        if profile.numbers > 0 && profile.numbers <= 400 {
            profile.heading_numbers = are_heading_numbers(view, rect, rect.top + index, profile);
        }
        // "Under 18" is shorthand among figures; among words it is a heading.
        if profile.numbers == 0 && profile.texts > 0 && are_ages(view, rect, rect.top + index) {
            profile.values = 0;
        }
        // A symbol alone, or before the text that explains it, makes no data.
        if profile.numbers == 0
            && profile.filled <= 2
            && matches!(
                view.kind(rect.top + index, profile.first),
                Kind::Shorthand(_)
            )
        {
            profile.values = 0;
        }
    }
    rows
}

/// Whether all the shorthand of a row are groups of ages.
fn are_ages(view: &View<'_>, rect: Rect, row: u32) -> bool {
    (rect.left..rect.right)
        .filter(|column| matches!(view.kind(row, *column), Kind::Shorthand(_)))
        .all(|column| {
            view.grid
                .text(row, column)
                .is_some_and(vocabulary::is_age_label)
        })
}

/// The columns that hold numbers in the first rows of a body.
fn value_columns(view: &View<'_>, rect: Rect, at: &dyn Fn(u32) -> Row, top: u32) -> Vec<u32> {
    let mut sample = Vec::new();
    let mut row = top;
    while row < rect.bottom && sample.len() < 12 && row < top + 40 {
        if at(row).is_data() {
            sample.push(row);
        } else if at(row).filled > 2 {
            break;
        }
        row += 1;
    }
    (rect.left..rect.right)
        .filter(|column| {
            let kinds = sample.iter().map(|row| view.kind(*row, *column));
            let (mut values, mut others) = (0, 0);
            for kind in kinds {
                match kind {
                    Kind::Empty => {}
                    kind if kind.is_value() => values += 1,
                    _ => others += 1,
                }
            }
            values > others
        })
        .collect()
}

/// The row after the last of a body.
fn body_end(
    view: &View<'_>,
    rect: Rect,
    at: &dyn Fn(u32) -> Row,
    top: u32,
    columns: &[u32],
) -> u32 {
    let mut end = top + 1;
    let mut row = top + 1;
    let mut blanks = 0;
    while row < rect.bottom {
        let profile = at(row);
        if profile.is_blank() {
            blanks += 1;
            if blanks > 8 {
                break;
            }
            row += 1;
            continue;
        }
        if profile.is_data() {
            if blanks > 2 && !same_shape(view, rect, row, columns) {
                break;
            }
            end = row + 1;
            blanks = 0;
            row += 1;
            continue;
        }
        // A row without numbers: data with blanks, a heading within the table, or the end of it.
        if profile.heading_numbers {
            break;
        }
        let over_values = columns
            .iter()
            .filter(|column| matches!(view.kind(row, **column), Kind::Text(_) | Kind::Date(_)))
            .count();
        if over_values > 0 && !(columns.len() > 4 && over_values == 1 && profile.filled > 3) {
            break;
        }
        if profile.filled > 1 {
            if blanks > 0 && (!continues(rect, at, row) || heads_next(view, rect, at, row)) {
                break;
            }
            // Labels in several columns and no value: a row of a long table whose value is missing.
            end = row + 1;
            blanks = 0;
            row += 1;
            continue;
        }
        if !is_section(view, rect, at, row, columns) {
            break;
        }
        blanks = 0;
        row += 1;
    }
    end
}

/// Whether rows with a number in them are a numbered list or text, not figures.
fn is_prose(view: &View<'_>, rect: Rect, top: u32, bottom: u32) -> bool {
    let (mut numbers, mut long, mut texts) = (0_usize, 0_usize, 0_usize);
    for row in top..bottom.min(top + 200) {
        for column in rect.left..rect.right {
            match view.kind(row, column) {
                Kind::Number(_) => numbers += 1,
                Kind::Text(_) => {
                    texts += 1;
                    long += usize::from(
                        view.grid
                            .text(row, column)
                            .is_some_and(|text| text.len() > 60),
                    );
                }
                _ => {}
            }
        }
    }
    long * 2 > texts || numbers < 2
}

/// Whether a row of words after a blank one heads the next: words over words, and words over figures.
fn heads_next(view: &View<'_>, rect: Rect, at: &dyn Fn(u32) -> Row, row: u32) -> bool {
    let over = |test: &dyn Fn(Kind) -> bool| {
        (rect.left..rect.right).any(|column| {
            matches!(view.kind(row, column), Kind::Text(_)) && test(view.kind(row + 1, column))
        })
    };
    at(row + 1).is_data()
        && over(&|below| matches!(below, Kind::Text(_)))
        && over(&|below| below.is_value())
}

/// Whether data follow within two rows.
fn continues(rect: Rect, at: &dyn Fn(u32) -> Row, row: u32) -> bool {
    (row + 1..(row + 3).min(rect.bottom)).any(|next| at(next).is_data())
}

/// Whether a single label is a heading of the rows that follow it.
fn is_section(
    view: &View<'_>,
    rect: Rect,
    at: &dyn Fn(u32) -> Row,
    row: u32,
    columns: &[u32],
) -> bool {
    let column = at(row).first;
    let Some(text) = view.grid.text(row, column) else {
        return false;
    };
    if text.len() > 90
        || vocabulary::is_note_line(text)
        || text.starts_with("Table ")
        || columns.contains(&column)
    {
        return false;
    }
    let mut next = row + 1;
    let mut blanks = 0;
    while next < rect.bottom {
        let profile = at(next);
        if profile.is_blank() {
            blanks += 1;
            if blanks > 1 {
                return false;
            }
        } else if profile.is_data() {
            return same_shape(view, rect, next, columns);
        } else if profile.filled > 1 || profile.heading_numbers || next > row + 3 {
            return false;
        }
        next += 1;
    }
    false
}

/// Whether a row has its values where the table has them.
fn same_shape(view: &View<'_>, rect: Rect, row: u32, columns: &[u32]) -> bool {
    let values: Vec<u32> = (rect.left..rect.right)
        .filter(|column| view.kind(row, *column).is_value())
        .collect();
    let inside = values
        .iter()
        .filter(|column| columns.contains(column))
        .count();
    inside * 2 >= values.len() && inside > 0
}

/// The rows of headings above a body, from the top.
fn headings_above(
    view: &View<'_>,
    rect: Rect,
    at: &dyn Fn(u32) -> Row,
    top: u32,
    after: u32,
    columns: &[u32],
) -> Vec<u32> {
    let mut headings: Vec<u32> = Vec::new();
    let mut row = top;
    let mut blanks = 0;
    while row > after && headings.len() < MAX_HEADINGS {
        row -= 1;
        let profile = at(row);
        if profile.is_blank() {
            blanks += 1;
            let above = row.checked_sub(1).filter(|above| *above >= after);
            let goes_on = blanks == 1
                && above.is_some_and(|above| {
                    over_values(view, above, columns) > usize::from(!headings.is_empty())
                        || is_band_of_changes(view, above, columns)
                });
            if goes_on {
                continue;
            }
            break;
        }
        if profile.is_data() && !profile.heading_numbers {
            break;
        }
        if !is_heading(view, rect, &profile, row, columns, &headings, at, after) {
            break;
        }
        headings.push(row);
    }
    headings.reverse();
    headings
}

/// Whether the only heading of a row over values says that changes stand under it.
fn is_band_of_changes(view: &View<'_>, row: u32, columns: &[u32]) -> bool {
    columns.iter().any(|column| {
        view.grid
            .text(row, *column)
            .is_some_and(|text| vocabulary::special(text) == Some(vocabulary::Special::Change))
    })
}

/// How many headings a row has over the columns of values, merged ones counted once.
fn over_values(view: &View<'_>, row: u32, columns: &[u32]) -> usize {
    columns
        .iter()
        .filter(|column| !matches!(view.kind(row, **column), Kind::Empty))
        .count()
}

#[expect(
    clippy::too_many_arguments,
    reason = "one question about one row, in its surroundings"
)]
fn is_heading(
    view: &View<'_>,
    rect: Rect,
    profile: &Row,
    row: u32,
    columns: &[u32],
    below: &[u32],
    at: &dyn Fn(u32) -> Row,
    after: u32,
) -> bool {
    let over = over_values(view, row, columns);
    // A numbered or long line over the labels is a title, whatever stands beside it.
    if profile.first == rect.left && profile.first < columns.first().copied().unwrap_or(0) {
        let title = view.grid.text(row, profile.first).unwrap_or_default();
        let numbered = super::prose::without_number(title).len() < title.len() && title.len() > 20;
        if numbered || title.len() > 70 {
            return false;
        }
    }
    let merged = |merge: &&Merge| merge.top == row && merge.right > merge.left;
    let spans = view
        .grid
        .merge_at(row, profile.first)
        .filter(merged)
        .is_some_and(|merge| merge.left > rect.left && merge.right > merge.left);
    let length = view.grid.text(row, profile.first).map_or(0, str::len);
    if profile.filled == 1 {
        if length > 90
            || view
                .grid
                .text(row, profile.first)
                .is_some_and(vocabulary::is_note_line)
        {
            return false;
        }
        if over == 1 || spans {
            // A single heading over values: a unit, a band, or the only column of values.
            return columns.len() == 1 || spans || profile.first > rect.left;
        }
        // A lone label over the labels, where the headings of the values stand one row higher.
        return below.is_empty()
            && length <= 40
            && row
                .checked_sub(1)
                .filter(|above| *above >= after)
                .is_some_and(|above| {
                    over_values(view, above, columns) > 0
                        && at(above).filled > 1
                        && !at(above).is_data()
                });
    }
    // A remark set to the right of a title is no heading: "England and Wales … Adults aged 16 and over".
    if over == 1 && !spans && !below.is_empty() && columns.len() > 1 {
        let only = columns
            .iter()
            .find(|column| !matches!(view.kind(row, **column), Kind::Empty));
        let is_last = only == columns.last();
        let merge = only.and_then(|column| view.grid.merge_at(row, *column));
        if is_last && merge.is_none() && profile.first < columns.first().copied().unwrap_or(0) {
            return false;
        }
    }
    if over == 0 && !spans {
        // Headings of labels only: the headings of the values stand elsewhere.
        let wide = profile.filled >= 2 && length <= 60;
        return wide
            && (columns.is_empty()
                || below.is_empty()
                || at(row).first < columns.first().copied().unwrap_or(0))
            && {
                let covered = below
                    .iter()
                    .any(|heading| over_values(view, *heading, columns) > 0);
                !covered || profile.filled >= 2
            };
    }
    true
}
