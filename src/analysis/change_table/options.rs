//! What a change table can be asked for, with what its sources hold.

use std::collections::HashSet;

use crate::analysis::catalogue::{Catalogue, MeasureKey};
use crate::data::measure::Theme;
use crate::data::{AreaKind, Period, SheetIndex, Source};

use super::scope::RowsOf;

/// What can be chosen in the sentence over a change table.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Tables and themes of two measures and more.
    pub rows: Vec<RowsOption>,
    /// Whether the measures belong to groups, which rows can be.
    pub has_groups: bool,
    /// The kinds of areas that rows can be.
    pub kinds: Vec<AreaKind>,
    /// The measures that rows of areas can be about, with their names.
    pub measures: Vec<(MeasureKey, String)>,
    /// The areas of the measures, by name, each with its other names, one a line.
    pub areas: Vec<(String, String)>,
    /// The periods for which there are values, in order.
    pub periods: Vec<Period>,
    /// The periods with which the later one can be compared, in order.
    pub baselines: Vec<Period>,
    /// Whether there are values a year before.
    pub has_year_before: bool,
    /// The period of the same length that ended last before the later one.
    pub period_before: Option<Period>,
}

/// A table or theme that can be chosen.
#[derive(Clone, Debug)]
pub struct RowsOption {
    /// What it is.
    pub rows: RowsOf,
    /// What it is called.
    pub name: String,
    /// The workbook of a table; empty for a theme.
    pub workbook: String,
    /// The measures, in their order.
    pub(super) keys: Vec<MeasureKey>,
}

/// The tables and themes of a catalogue, tables first in the order of their import.
pub(super) fn row_options(catalogue: &Catalogue) -> Vec<RowsOption> {
    let tables = catalogue.sources().iter().flat_map(|source| {
        let tables = sheets(catalogue, source).into_iter();
        tables.map(|(sheet, keys)| {
            let name = source.sheet_name(sheet).trim();
            RowsOption {
                rows: RowsOf::Table {
                    source: source.id.clone(),
                    sheet,
                },
                name: if name.is_empty() {
                    source.file_name.clone()
                } else {
                    name.to_owned()
                },
                workbook: source.file_name.clone(),
                keys,
            }
        })
    });
    let themes = Theme::ALL.into_iter().map(|theme| RowsOption {
        rows: RowsOf::Theme(theme),
        name: theme.title().to_owned(),
        workbook: String::new(),
        keys: catalogue
            .measures()
            .filter(|(_, entry)| entry.measure.theme == theme)
            .map(|(key, _)| key.clone())
            .collect(),
    });
    tables
        .chain(themes)
        .filter(|option| option.keys.len() > 1)
        .collect()
}

/// The measures of each sheet, in the order of their first cells.
fn sheets(catalogue: &Catalogue, source: &Source) -> Vec<(SheetIndex, Vec<MeasureKey>)> {
    let mut seen: HashSet<(SheetIndex, u32)> = HashSet::new();
    let mut sheets: Vec<(SheetIndex, Vec<MeasureKey>)> = Vec::new();
    let mut last = None;
    for observation in &source.observations {
        let here = (observation.cell.sheet, observation.measure);
        if last.replace(here) == Some(here) || !seen.insert(here) {
            continue;
        }
        let Some(measure) = source.measure(observation) else {
            continue;
        };
        let own = MeasureKey::of(measure);
        let key = catalogue.key_of(&own);
        if catalogue
            .entry(key)
            .is_none_or(|entry| entry.names.is_hidden)
        {
            continue;
        }
        let place = sheets.iter().position(|(sheet, _)| *sheet == here.0);
        match place.and_then(|place| sheets.get_mut(place)) {
            Some((_, keys)) if !keys.contains(key) => keys.push(key.clone()),
            Some(_) => {}
            None => sheets.push((here.0, vec![key.clone()])),
        }
    }
    sheets
}

/// The table or theme that a measure is shown in where nothing else was asked for: one whose sender printed
/// changes, else the newest, else its theme.
pub(super) fn of_measure<'a>(
    catalogue: &Catalogue,
    options: &'a [RowsOption],
    key: &MeasureKey,
) -> Option<&'a RowsOption> {
    let key = catalogue.key_of(key);
    let holding = options
        .iter()
        .enumerate()
        .filter(|(_, option)| option.keys.contains(key));
    holding
        .max_by_key(|(place, option)| match &option.rows {
            RowsOf::Table { source, sheet } => {
                let held = catalogue.sources().iter().find(|held| held.id == *source);
                let has_printed = held.is_some_and(|held| {
                    held.printed
                        .iter()
                        .any(|figure| figure.says.is_change() && figure.cell.sheet == *sheet)
                });
                // Of several that print changes, the one with most measures.
                (2, usize::from(has_printed) * option.keys.len(), *place)
            }
            RowsOf::Theme(_) => (1, 0, *place),
        })
        .map(|(_, option)| option)
}
