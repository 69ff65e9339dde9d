//! What a person said of a table, from positions to texts and from texts to the positions of another
//! workbook. Whatever does not fit there without a doubt is not carried over, and said to be so.

use std::collections::BTreeSet;

use super::keys::{self, dice, key};
use super::layout::{ColumnSaid, RememberedTable, SettledConflict, TableSaid};
use super::places::{Phrase, find, find_verbatim, place_of};
use super::seen::{SeenTable, headings};
use crate::import::decisions::{ColumnDecision, TableAnchor, TableDecisions};
use crate::import::grid::Grid;

/// Between the cells of a row of headings.
const BETWEEN_CELLS: &str = " | ";

/// Rows of headings that share less than this are not the same.
const LEAST_LIKE_ROWS: f64 = 0.7;

/// How far below its place of before the heading of a table that was marked out is looked for.
const MOST_ROWS_SEARCHED: u32 = 5_000;

/// The texts of a row.
fn row_texts(grid: &Grid, row: u32) -> String {
    let mut texts: Vec<String> = Vec::new();
    for (column, _) in grid.row(row) {
        if let Some(label) = grid.label(row, column)
            && texts.last() != Some(&label)
        {
            texts.push(label);
        }
    }
    texts.join(BETWEEN_CELLS)
}

/// By what the cells of a row are known again.
fn row_keys(texts: &str) -> BTreeSet<String> {
    let keys = texts.split(BETWEEN_CELLS).map(key);
    keys.filter(|key| !key.is_empty()).collect()
}

/// The text in front of a row: the figures after it are another return's.
fn first_text(grid: &Grid, row: u32) -> Option<String> {
    let (column, _) = grid.row(row).next()?;
    grid.label(row, column)
}

/// What was said of a table, told by its texts. `seen` is the table as the program concluded it, where it
/// found one.
pub(super) fn remember(
    grid: &Grid,
    seen: Option<&SeenTable<'_>>,
    said: &TableDecisions,
) -> TableSaid {
    let rows = said.headings.clone().unwrap_or_else(|| {
        seen.map(|seen| seen.layout.headings.clone())
            .unwrap_or_default()
    });
    let columns = headings(grid, &rows, 0, grid.column_count());
    let own = columns_of(seen, said, &columns);
    let no_rows: &[Phrase] = &[];
    let labels = seen.map_or(no_rows, |seen| &seen.rows);
    let rows_left_out: Vec<_> = said
        .rows_left_out
        .iter()
        .filter_map(|row| place_of(labels, *row).filter(|place| !place.text.is_empty()))
        .collect();
    let without_label = said.rows_left_out.len() - rows_left_out.len();
    TableSaid {
        headings: said.headings.as_ref().map_or_else(Vec::new, |rows| {
            rows.iter().map(|row| row_texts(grid, *row)).collect()
        }),
        columns_between: said.columns_between.and_then(|(left, right)| {
            let last = right.checked_sub(1)?;
            Some((place_of(&columns, left)?, place_of(&columns, last)?))
        }),
        ends_with: said.bottom.and_then(|bottom| {
            let first = rows.last().map_or(0, |row| row + 1);
            (first..bottom).rev().find_map(|row| first_text(grid, row))
        }),
        columns: said
            .columns
            .iter()
            .filter_map(|(column, said)| {
                Some(ColumnSaid {
                    column: place_of(&own, *column)?,
                    role: said.role.clone(),
                    period: said.period,
                    unit: said.unit,
                })
            })
            .collect(),
        rows_left_out,
        rows_without_label: u32::try_from(without_label).unwrap_or(u32::MAX),
        area: said.area.clone(),
        unit: said.unit,
        scale: said.scale,
        bare_years: said.bare_years,
        conflict: said.conflicts.and_then(|keep| {
            let (row, count) = seen?.conflict.clone()?;
            Some(SettledConflict { keep, row, count })
        }),
        take: said.take,
    }
}

/// The headings of the columns of a table alone, whatever stands beside it.
fn columns_of(seen: Option<&SeenTable<'_>>, said: &TableDecisions, all: &[Phrase]) -> Vec<Phrase> {
    let between = said
        .columns_between
        .or_else(|| seen.map(|seen| (seen.layout.left, seen.layout.right)));
    let Some((left, right)) = between else {
        return all.to_vec();
    };
    all.iter()
        .filter(|text| (left..right).contains(&text.at))
        .cloned()
        .collect()
}

/// What holds of a table of another workbook, and what could not be carried over.
pub(super) struct Carried {
    pub(super) said: TableDecisions,
    pub(super) not_carried: Vec<String>,
}

/// What was said of a table, for the table of another workbook that it is.
pub(super) fn carry(remembered: &RememberedTable, seen: &SeenTable<'_>) -> Carried {
    let said = &remembered.said;
    let mut carried = Carried::at(seen.layout.anchor);
    let mut rows = seen.layout.headings.clone();
    if !said.headings.is_empty() {
        let first = rows.first().copied().unwrap_or(seen.layout.top);
        let from = first.saturating_sub(10);
        let Some(found) = find_rows(seen.grid, &said.headings, from, seen.layout.bottom) else {
            // Nothing else was said of the table as the program concludes it.
            carried.not_carried.push(String::from("its headings"));
            carried.said.take = said.take.filter(|take| !take);
            return carried;
        };
        rows.clone_from(&found);
        carried.said.headings = Some(found);
    }
    carried.shape(said, seen.grid, &rows);
    carried.columns(said, seen.grid, &rows, Some(seen));
    carried.rows(said, &seen.rows);
    carried.figures(remembered, seen);
    carried.said.bare_years = said.bare_years;
    carried.said.take = said.take;
    if let Some(area) = &said.area {
        let same_title = keys::title_words(&remembered.title) == seen.keys.title;
        if same_title && remembered.area == seen.table.area {
            carried.said.area = Some(area.clone());
        } else {
            carried.not_carried.push(format!("the place (“{area}”)"));
        }
    }
    if let Some(settled) = &said.conflict
        && let Some((row, count)) = &seen.conflict
        && key(row) == key(&settled.row)
        && *count == settled.count
    {
        carried.said.conflicts = Some(settled.keep);
    }
    carried
}

/// What was said of a table that the program does not find, for a sheet of another workbook.
pub(super) fn carry_marked_out(remembered: &RememberedTable, grid: &Grid) -> Option<Carried> {
    let said = &remembered.said;
    let rows = find_rows(
        grid,
        &said.headings,
        0,
        grid.row_count().min(MOST_ROWS_SEARCHED),
    )?;
    let last = *rows.last()?;
    let column = grid.row(last).next().map_or(0, |(column, _)| column);
    let mut carried = Carried::at(TableAnchor {
        row: last + 1,
        column,
    });
    carried.said.headings = Some(rows.clone());
    carried.shape(said, grid, &rows);
    carried.columns(said, grid, &rows, None);
    carried.rows(said, &[]);
    carried.said.bare_years = said.bare_years;
    carried.said.take = said.take;
    // Nothing tells whether these still hold.
    for (is_said, what) in [
        (said.area.is_some(), "the place"),
        (said.unit.is_some(), "the unit"),
        (said.scale.is_some(), "percentages"),
    ] {
        if is_said {
            carried.not_carried.push(what.to_owned());
        }
    }
    Some(carried)
}

impl Carried {
    fn at(anchor: TableAnchor) -> Self {
        Self {
            said: TableDecisions {
                anchor,
                ..TableDecisions::default()
            },
            not_carried: Vec::new(),
        }
    }

    /// Its width and its end.
    fn shape(&mut self, said: &TableSaid, grid: &Grid, rows: &[u32]) {
        if let Some((first, last)) = &said.columns_between {
            let columns = headings(grid, rows, 0, grid.column_count());
            match (find(&columns, first), find(&columns, last)) {
                (Some(left), Some(last)) if left <= last => {
                    self.said.columns_between = Some((left, last + 1));
                }
                _ => self.not_carried.push(String::from("its width")),
            }
        }
        if let Some(texts) = &said.ends_with {
            let first = rows.last().map_or(0, |row| row + 1);
            let wanted = key(texts);
            let mut found = (first
                ..grid
                    .row_count()
                    .min(first.saturating_add(MOST_ROWS_SEARCHED)))
                .filter(|row| {
                    !wanted.is_empty()
                        && first_text(grid, *row).is_some_and(|text| key(&text) == wanted)
                });
            match (found.next(), found.next()) {
                (Some(row), None) => self.said.bottom = Some(row + 1),
                _ => self.not_carried.push(String::from("its end")),
            }
        }
    }

    fn columns(
        &mut self,
        said: &TableSaid,
        grid: &Grid,
        rows: &[u32],
        seen: Option<&SeenTable<'_>>,
    ) {
        let all = headings(grid, rows, 0, grid.column_count());
        let own = columns_of(seen, &self.said, &all);
        for of_column in &said.columns {
            let heading = &of_column.column.text;
            let Some(column) = find(&own, &of_column.column) else {
                // The column of a period that is over needs no word.
                if !keys::is_only_period(&key(heading)) {
                    self.not_carried.push(format!("the column “{heading}”"));
                }
                continue;
            };
            let period = of_column.period.filter(|_| {
                keys::names_year(heading) && find_verbatim(&own, &of_column.column).is_some()
            });
            if of_column.period.is_some() && period.is_none() {
                self.not_carried.push(format!("the period of “{heading}”"));
            }
            self.said.columns.insert(
                column,
                ColumnDecision {
                    role: of_column.role.clone(),
                    period,
                    unit: of_column.unit,
                },
            );
        }
    }

    fn rows(&mut self, said: &TableSaid, labels: &[Phrase]) {
        for label in &said.rows_left_out {
            match find(labels, label) {
                Some(row) => self.said.rows_left_out.push(row),
                // A row that is gone needs no word, one that now stands more often does.
                None if labels.iter().any(|text| text.key == key(&label.text))
                    || labels.is_empty() =>
                {
                    self.not_carried.push(format!("the row “{}”", label.text));
                }
                None => {}
            }
        }
        if said.rows_without_label > 0 {
            self.not_carried.push(String::from("rows without a label"));
        }
        self.said.rows_left_out.sort_unstable();
    }

    /// Units and percentages: only of figures of which the program concludes what it did before.
    fn figures(&mut self, remembered: &RememberedTable, seen: &SeenTable<'_>) {
        let said = &remembered.said;
        let (before, now) = (&remembered.figures, &seen.table.figures);
        if let Some(unit) = said.unit {
            if before.units == now.units && before.are_small == now.are_small {
                self.said.unit = Some(unit);
            } else {
                self.not_carried.push(String::from("the unit"));
            }
        }
        if let Some(scale) = said.scale {
            if before.scale == now.scale && before.are_small == now.are_small {
                self.said.scale = Some(scale);
            } else {
                self.not_carried.push(String::from("percentages"));
            }
        }
    }
}

/// Rows one below the other with these texts, or nearly: columns come and go. `None` where they stand
/// nowhere or more than once.
fn find_rows(grid: &Grid, texts: &[String], from: u32, to: u32) -> Option<Vec<u32>> {
    let wanted: Vec<BTreeSet<String>> = texts.iter().map(|texts| row_keys(texts)).collect();
    let agree = |row: u32, wanted: &BTreeSet<String>| {
        dice(&row_keys(&row_texts(grid, row)), wanted).is_some_and(|like| like >= LEAST_LIKE_ROWS)
    };
    let mut found = (from..to).filter(|row| {
        (*row..)
            .zip(&wanted)
            .all(|(row, wanted)| agree(row, wanted))
    });
    let only = found.next().filter(|_| !wanted.is_empty())?;
    let many = found.next().is_some();
    (!many).then(|| (only..).take(wanted.len()).collect())
}
