//! Finds the tables of a sheet: where the body is, which rows above it are headings, which lines belong to
//! it. Knows cells as numbers and texts; not what the texts mean, but for the look of notes.

use super::grid::Merge;
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
    /// The columns, from the first with a label to the last with a value.
    pub left: u32,
    pub right: u32,
    /// The rows of headings, from the top.
    pub headings: Vec<u32>,
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
struct Row {
    filled: u32,
    values: u32,
    numbers: u32,
    dates: u32,
    texts: u32,
    first: u32,
    last: u32,
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

/// The tables of a sheet, from the top, left before right.
pub(crate) fn find(view: &View<'_>) -> Vec<Region> {
    let whole = Rect {
        top: 0,
        left: 0,
        bottom: view.grid.row_count(),
        right: view.grid.column_count(),
    };
    let mut regions = Vec::new();
    for rect in side_by_side(view, whole) {
        regions.extend(in_column(view, rect));
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
        regions.push(Region {
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

/// Whether the numbers of a row are years, months as `202108`, or ages in order: headings, not values.
fn are_heading_numbers(view: &View<'_>, rect: Rect, row: u32, profile: &Row) -> bool {
    let mut numbers = Vec::new();
    for column in rect.left..rect.right {
        match view.kind(row, column) {
            Kind::Number(number)
                if number.fract() == 0.0
                    && ((0.0..=130.0).contains(&number)
                        || (1950.0..=2100.0).contains(&number)
                        || (195_001.0..=210_012.0).contains(&number)) =>
            {
                numbers.push((column, number));
            }
            Kind::Number(_) | Kind::Error(_) => return false,
            _ => {}
        }
    }
    // Figures stand right above: this is one more row of them, whatever they look like.
    let above = row.checked_sub(1).map_or(0, |above| {
        numbers
            .iter()
            .filter(|(column, _)| matches!(view.kind(above, *column), Kind::Number(_)))
            .count()
    });
    if above * 2 >= numbers.len() && above > 0 {
        return false;
    }
    let is_year = |number: f64| (1950.0..=2100.0).contains(&number);
    let is_month = |number: f64| {
        (195_001.0..=210_012.0).contains(&number) && (1.0..=12.0).contains(&(number % 100.0))
    };
    let steps = || {
        numbers
            .iter()
            .zip(numbers.iter().skip(1))
            .map(|((_, a), (_, b))| b - a)
    };
    let below_differs = || {
        // A row of data under which the next row holds the like is data.
        numbers
            .iter()
            .any(|(column, number)| match view.kind(row + 1, *column) {
                Kind::Number(below) => {
                    !(is_year(below) && is_year(*number) || is_month(below) && is_month(*number))
                }
                _ => true,
            })
    };
    let all_years = numbers.iter().all(|(_, number)| is_year(*number));
    let all_months = numbers.iter().all(|(_, number)| is_month(*number));
    if numbers.len() == 1 {
        let over = numbers
            .first()
            .map(|(column, _)| view.kind(row + 1, *column));
        let differs =
            matches!(over, Some(Kind::Number(below)) if !is_year(below) && !is_month(below));
        let is_labelled = (rect.left..rect.right)
            .find_map(|column| view.grid.text(row, column))
            .is_some_and(|label| vocabulary::label_heading(label).is_some());
        return (all_years || all_months)
            && profile.values == 1
            && profile.texts >= 1
            && numbers.iter().all(|(column, _)| *column > rect.left)
            && (differs || is_labelled && matches!(over, Some(Kind::Number(_))));
    }
    let consecutive = |numbers: &[f64]| {
        let mut steps = numbers
            .iter()
            .zip(numbers.iter().skip(1))
            .map(|(a, b)| b - a);
        steps
            .next()
            .is_some_and(|first| same(first.abs(), 1.0) && steps.all(|step| same(step, first)))
    };
    let below: Vec<f64> = numbers
        .iter()
        .filter_map(|(column, _)| match view.kind(row + 1, *column) {
            Kind::Number(number) => Some(number),
            _ => None,
        })
        .collect();
    let own: Vec<f64> = numbers.iter().map(|(_, number)| *number).collect();
    // Years in a row over figures that look like years but do not follow each other.
    let stands_out = consecutive(&own) && !consecutive(&below);
    let mixed_or_repeated = steps().all(|step| step > 0.0) || steps().all(|step| step < 0.0);
    if (all_years || all_months) && (mixed_or_repeated || repeats(&numbers)) {
        return below_differs() || stands_out;
    }
    // Ages in single years, sizes of samples.
    numbers.len() >= 5
        && steps().all(|step| (step - 1.0).abs() < f64::EPSILON)
        && numbers
            .first()
            .is_some_and(|(_, first)| (0.0..=18.0).contains(first))
        && numbers.len() >= usize::try_from(profile.values).unwrap_or(0)
}

/// Whether two whole numbers are one.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < f64::EPSILON
}

/// `2021 2022 2021 2022`: years under wider headings.
fn repeats(numbers: &[(u32, f64)]) -> bool {
    let Some((_, first)) = numbers.first() else {
        return false;
    };
    let Some(period) = numbers
        .iter()
        .skip(1)
        .position(|(_, number)| same(*number, *first))
        .map(|at| at + 1)
    else {
        return false;
    };
    numbers.len().is_multiple_of(period)
        && numbers
            .iter()
            .zip(numbers.iter().skip(period))
            .all(|((_, a), (_, b))| same(*a, *b))
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
            if blanks > 0 && !continues(rect, at, row) {
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
