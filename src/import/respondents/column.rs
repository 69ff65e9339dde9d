//! A column of respondents' entries: what it holds in numbers, and each entry coded by a list.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::text::clean;
use crate::data::survey::{Codes, Origin};
use crate::import::grid::{CellValue, Grid, Stored};
use jiff::civil::Date;

/// More different entries than this are not told apart.
const MOST_DISTINCT: usize = 400;

/// The rows of a sheet that are respondents; the upper bound is exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    pub(super) top: u32,
    pub(super) bottom: u32,
}

impl Rows {
    pub(super) fn len(self) -> usize {
        usize::try_from(self.bottom.saturating_sub(self.top)).unwrap_or(0)
    }

    fn place(self, row: u32) -> usize {
        usize::try_from(row.saturating_sub(self.top)).unwrap_or(usize::MAX)
    }
}

/// What stands in a cell, as far as a survey goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Entry<'g> {
    Blank,
    Text(&'g str),
    Number(f64),
    Date(Date),
    Bool(bool),
    Error,
}

/// The entry of a cell: numbers also where they are typed as text.
fn entry(grid: &Grid, stored: Stored) -> Entry<'_> {
    match grid.view(stored) {
        CellValue::Empty => Entry::Blank,
        CellValue::Number(number) => Entry::Number(number),
        CellValue::Date(date) => Entry::Date(date),
        CellValue::Bool(value) => Entry::Bool(value),
        CellValue::Error(_) => Entry::Error,
        CellValue::Text(text) => match text.trim() {
            "" => Entry::Blank,
            trimmed => number(trimmed, grid.decimal_comma())
                .map_or_else(|| Entry::Text(text), Entry::Number),
        },
    }
}

/// A number that is nothing but a number.
pub(super) fn number(text: &str, decimal_comma: bool) -> Option<f64> {
    let plain = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_plain = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        is_plain.then(|| text.parse::<f64>().ok()).flatten()
    };
    if decimal_comma && text.matches(',').count() == 1 {
        return plain(&text.replace(',', "."));
    }
    plain(text)
}

/// A number as a label says it.
pub(super) fn number_label(number: f64) -> String {
    format!("{number}")
}

/// A column and what stands in it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) index: u32,
    pub(super) origin: Origin,
    /// The heading over this and other columns, where there is one.
    pub(super) above: Option<String>,
    pub(super) filled: usize,
    pub(super) numbers: usize,
    pub(super) texts: usize,
    pub(super) dates: usize,
    pub(super) errors: usize,
    pub(super) all_integers: bool,
    pub(super) least: f64,
    pub(super) greatest: f64,
    /// The different labels (as first spelled) and how often each stands, by how they compare; whole numbers
    /// and yes or no of Excel are labels too.
    pub(super) labels: IndexMap<String, (String, usize)>,
    /// Whether there are more different entries than were told apart.
    pub(super) is_open: bool,
    /// The length of the longest text.
    pub(super) longest: usize,
}

impl Column {
    pub(super) fn read(
        grid: &Grid,
        (origin, above): (Origin, Option<String>),
        column: u32,
        rows: Rows,
    ) -> Self {
        let mut held = Self {
            index: column,
            origin,
            above,
            filled: 0,
            numbers: 0,
            texts: 0,
            dates: 0,
            errors: 0,
            all_integers: true,
            least: f64::INFINITY,
            greatest: f64::NEG_INFINITY,
            labels: IndexMap::new(),
            is_open: false,
            longest: 0,
        };
        let mut texts: HashMap<u32, usize> = HashMap::new();
        let mut integers: HashMap<i32, usize> = HashMap::new();
        for (_, stored) in grid.stored_between(column, rows.top, rows.bottom) {
            let entry = entry(grid, stored);
            match entry {
                Entry::Blank => continue,
                Entry::Number(number) => {
                    held.numbers += 1;
                    held.all_integers &= number.fract() == 0.0;
                    held.least = held.least.min(number);
                    held.greatest = held.greatest.max(number);
                    if let Some(integer) = integer(number) {
                        if let Some(place) = integers.get(&integer) {
                            held.count(*place);
                        } else if let Some(place) = held.add(number_label(number)) {
                            integers.insert(integer, place);
                        }
                    } else {
                        held.is_open = true;
                    }
                }
                Entry::Text(text) => {
                    held.texts += 1;
                    let Stored::Text(index) = stored else {
                        continue;
                    };
                    if let Some(place) = texts.get(&index) {
                        held.count(*place);
                    } else {
                        held.longest = held.longest.max(text.chars().count());
                        if let Some(place) = held.add(clean(text)) {
                            texts.insert(index, place);
                        }
                    }
                }
                Entry::Bool(value) => {
                    held.add(String::from(if value { "Yes" } else { "No" }));
                }
                Entry::Date(_) => held.dates += 1,
                Entry::Error => held.errors += 1,
            }
            held.filled += 1;
        }
        held
    }

    fn count(&mut self, place: usize) {
        if let Some((_, (_, count))) = self.labels.get_index_mut(place) {
            *count += 1;
        }
    }

    /// Counts a label; `None` where there are too many to tell apart.
    fn add(&mut self, label: String) -> Option<usize> {
        let key = key(&label);
        if let Some((place, _, (_, count))) = self.labels.get_full_mut(&key) {
            *count += 1;
            return Some(place);
        }
        if self.labels.len() >= MOST_DISTINCT {
            self.is_open = true;
            return None;
        }
        Some(self.labels.insert_full(key, (label, 1)).0)
    }

    /// The labels as they stand.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.labels.values().map(|(label, _)| label.as_str())
    }
}

/// How labels are compared: without regard to case and white space, and nothing else; `+` tells apart.
pub(super) fn key(label: &str) -> String {
    clean(label).to_lowercase()
}

/// A whole number of moderate size.
fn integer(number: f64) -> Option<i32> {
    if number.fract() != 0.0 || number.abs() > 1e9 {
        return None;
    }
    number_label(number).parse().ok()
}

/// Codes each respondent's entry in a column by the place of its label in a list; `code_of` says the place.
pub(super) fn code(
    grid: &Grid,
    column: u32,
    rows: Rows,
    mut code_of: impl FnMut(Entry<'_>) -> Option<u16>,
) -> Codes {
    let mut codes = Codes::none(rows.len());
    for (row, stored) in grid.stored_between(column, rows.top, rows.bottom) {
        if let Some(code) = code_of(entry(grid, stored)) {
            codes.set(rows.place(row), code);
        }
    }
    codes
}

/// Codes each respondent's entry by a table from labels (as [`key`] compares them) to places.
pub(super) fn code_by(
    grid: &Grid,
    column: u32,
    rows: Rows,
    places: &HashMap<String, u16>,
) -> Codes {
    let mut known: HashMap<String, Option<u16>> = HashMap::new();
    code(grid, column, rows, |entry| {
        let label = label(entry)?;
        if let Some(place) = known.get(label.as_ref()) {
            return *place;
        }
        let place = places.get(&key(&label)).copied();
        known.insert(label.into_owned(), place);
        place
    })
}

/// The numbers of a column, one a respondent.
pub(super) fn numbers(grid: &Grid, column: u32, rows: Rows) -> Vec<Option<f64>> {
    let mut numbers = vec![None; rows.len()];
    for (row, stored) in grid.stored_between(column, rows.top, rows.bottom) {
        if let Entry::Number(number) = entry(grid, stored)
            && let Some(held) = numbers.get_mut(rows.place(row))
        {
            *held = Some(number);
        }
    }
    numbers
}

/// An entry as a label; `None` where it is blank or an error.
pub(super) fn label(entry: Entry<'_>) -> Option<std::borrow::Cow<'_, str>> {
    use std::borrow::Cow;
    match entry {
        Entry::Text(text) => Some(Cow::Borrowed(text)),
        Entry::Number(number) => Some(Cow::Owned(number_label(number))),
        Entry::Bool(value) => Some(Cow::Borrowed(if value { "Yes" } else { "No" })),
        Entry::Date(date) => Some(Cow::Owned(date.to_string())),
        Entry::Blank | Entry::Error => None,
    }
}
