//! Which table of a workbook is which table of a remembered layout, and how sure that is.

use super::keys::{self, count, dice, overlap};
use super::layout::{RememberedLayout, RememberedTable};
use super::seen::{Keys, Seen, SeenTable};

/// Tables less alike than this are not the same.
const LEAST_LIKENESS: f64 = 0.6;
/// Tables whose titles share less than this are not the same, however alike their headings are: tables of
/// one workbook often have the same headings.
const LEAST_LIKE_TITLES: f64 = 0.5;
/// A workbook less alike than this is not of the layout.
pub(super) const LEAST_CONFIDENCE: f64 = 0.5;

/// A table known again: which of a sheet's of the layout, and which of the workbook's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// The sheet of the layout, from 0.
    pub(super) sheet: usize,
    /// The table of that sheet, from 0.
    pub(super) table: usize,
    /// The table of the workbook, from 0.
    pub(super) seen: usize,
    /// How alike they are, 0 to 1.
    pub(super) likeness: f64,
}

/// What of a layout was known again in a workbook.
pub(super) struct Matching {
    /// The tables, in the order of the layout.
    pub(super) pairs: Vec<Pair>,
    /// For each sheet of the layout, the sheet of the workbook, where one was found.
    pub(super) sheets: Vec<Option<usize>>,
    /// How sure it is that the workbook is of the layout, 0 to 1.
    pub(super) confidence: f64,
}

impl Matching {
    pub(super) fn of(
        layout: &RememberedLayout,
        seen: &Seen<'_>,
        title: &str,
        publisher: Option<&str>,
    ) -> Self {
        let pairs = pairs(layout, seen);
        let sheets = sheets(layout, seen, &pairs);
        let confidence = confidence(layout, seen, &pairs, title, publisher);
        Self {
            pairs,
            sheets,
            confidence,
        }
    }

    /// The table of the workbook that a table of the layout is.
    pub(super) fn seen_of(&self, sheet: usize, table: usize) -> Option<usize> {
        let pair = self
            .pairs
            .iter()
            .find(|pair| (pair.sheet, pair.table) == (sheet, table));
        pair.map(|pair| pair.seen)
    }

    /// Whether a table of the workbook is known.
    pub(super) fn knows(&self, seen: usize) -> bool {
        self.pairs.iter().any(|pair| pair.seen == seen)
    }
}

fn pairs(layout: &RememberedLayout, seen: &Seen<'_>) -> Vec<Pair> {
    let mut candidates: Vec<Pair> = Vec::new();
    for (sheet, remembered) in layout.sheets.iter().enumerate() {
        let name = keys::key(&remembered.name);
        for (index, table) in remembered.tables.iter().enumerate() {
            if table.marked_out {
                continue;
            }
            let known = Keys::of(table);
            for (at, other) in seen.tables.iter().enumerate() {
                let same_sheet = seen
                    .sheets
                    .get(other.sheet)
                    .is_some_and(|sheet| keys::key(sheet.name) == name);
                if let Some(likeness) = likeness(table, &known, other, same_sheet) {
                    candidates.push(Pair {
                        sheet,
                        table: index,
                        seen: at,
                        likeness,
                    });
                }
            }
        }
    }
    // The surest first; among equals the order in which they stand.
    candidates.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    let mut taken: Vec<Pair> = Vec::new();
    for candidate in candidates {
        let is_free = taken.iter().all(|pair| {
            pair.seen != candidate.seen
                && (pair.sheet, pair.table) != (candidate.sheet, candidate.table)
        });
        if is_free {
            taken.push(candidate);
        }
    }
    taken.sort_by_key(|pair| (pair.sheet, pair.table));
    taken
}

/// How alike two tables are; `None` where they are not the same.
fn likeness(
    remembered: &RememberedTable,
    known: &Keys,
    other: &SeenTable<'_>,
    same_sheet: bool,
) -> Option<f64> {
    let units = (&remembered.figures.units, &other.table.figures.units);
    // Numbers and rates under the same headings are different tables.
    let other_units = !units.0.is_empty()
        && !units.1.is_empty()
        && units.0.iter().all(|unit| !units.1.contains(unit));
    if other_units || remembered.left_out != other.table.left_out {
        return None;
    }
    let titles = dice(&known.title, &other.keys.title);
    if titles.is_some_and(|titles| titles < LEAST_LIKE_TITLES) {
        return None;
    }
    let parts = [
        (0.45, dice(&known.columns, &other.keys.columns)),
        (0.25, overlap(&known.rows, &other.keys.rows)),
        (0.2, titles),
        (0.1, Some(if same_sheet { 1.0 } else { 0.0 })),
    ];
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, part) in parts {
        if let Some(part) = part {
            sum += weight * part;
            weights += weight;
        }
    }
    let likeness = sum / weights;
    (likeness >= LEAST_LIKENESS).then_some(likeness)
}

/// The sheets that share tables, and those without known tables that share their name.
fn sheets(layout: &RememberedLayout, seen: &Seen<'_>, pairs: &[Pair]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; layout.sheets.len()];
    let mut shared: Vec<(usize, usize, usize, bool)> = Vec::new();
    for (old, sheet) in layout.sheets.iter().enumerate() {
        for (new, other) in seen.sheets.iter().enumerate() {
            let tables = pairs
                .iter()
                .filter(|pair| {
                    pair.sheet == old
                        && seen
                            .tables
                            .get(pair.seen)
                            .is_some_and(|table| table.sheet == new)
                })
                .count();
            let same_name = keys::key(&sheet.name) == keys::key(other.name);
            if tables > 0 || same_name {
                shared.push((tables, old, new, same_name));
            }
        }
    }
    shared
        .sort_by_key(|(tables, old, new, same_name)| (usize::MAX - tables, !same_name, *old, *new));
    for (_, old, new, _) in shared {
        if !found.contains(&Some(new))
            && let Some(place) = found.get_mut(old)
            && place.is_none()
        {
            *place = Some(new);
        }
    }
    found
}

fn confidence(
    layout: &RememberedLayout,
    seen: &Seen<'_>,
    pairs: &[Pair],
    title: &str,
    publisher: Option<&str>,
) -> f64 {
    // What is left out as a whole tells less.
    let weight = |table: &RememberedTable| if table.left_out.is_none() { 1.0 } else { 0.25 };
    let mut whole = 0.0;
    let mut known = 0.0;
    for (sheet, remembered) in layout.sheets.iter().enumerate() {
        for (index, table) in remembered.tables.iter().enumerate() {
            if table.marked_out {
                continue;
            }
            whole += weight(table);
            let pair = pairs
                .iter()
                .find(|pair| (pair.sheet, pair.table) == (sheet, index));
            known += pair.map_or(0.0, |pair| weight(table) * pair.likeness);
        }
    }
    for (at, table) in seen.tables.iter().enumerate() {
        if pairs.iter().all(|pair| pair.seen != at) {
            whole += 0.25 * weight(&table.table);
        }
    }
    if known <= 0.0 {
        return 0.0;
    }
    let names = keys::title_words(title);
    let titles = dice(&keys::title_words(&layout.title), &names).unwrap_or(1.0);
    let same_publisher = layout.publisher.as_deref() == publisher;
    0.85 * known / whole + 0.1 * titles + 0.05 * count(usize::from(same_publisher))
}
