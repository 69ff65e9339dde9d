//! "Source: Police return.xlsx › Table 3 › B5:I9."

use std::collections::BTreeMap;

use super::phrase;
use crate::analysis::Provenance;
use crate::data::{CellRef, Source};

/// The sources of what a chart shows, each with the sheets and the rectangle around its cells.
pub fn source_note(shown: &[&Provenance]) -> Option<String> {
    let described: Vec<String> = sources(shown)
        .into_iter()
        .map(|source| describe_source(shown, source))
        .collect();
    let described: Vec<&str> = described.iter().map(String::as_str).collect();
    (!described.is_empty()).then(|| format!("Source: {}.", phrase::list(&described, 2)))
}

/// Whether any of the sources says that its figures are made up.
pub fn is_illustrative(shown: &[&Provenance]) -> bool {
    shown.iter().any(|held| held.source.is_illustrative)
}

fn sources<'a>(shown: &[&'a Provenance]) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for held in shown {
        let source = held.source.as_ref();
        if !sources.iter().any(|known| known.id == source.id) {
            sources.push(source);
        }
    }
    sources
}

fn describe_source(shown: &[&Provenance], source: &Source) -> String {
    // For each sheet, the corners of the rectangle around its cells.
    let mut sheets: BTreeMap<_, (CellRef, CellRef)> = BTreeMap::new();
    let of_source = shown.iter().filter(|held| held.source.id == source.id);
    for cell in of_source.flat_map(|held| &held.cells) {
        let (least, most) = sheets.entry(cell.sheet).or_insert((*cell, *cell));
        least.row = least.row.min(cell.row);
        least.column = least.column.min(cell.column);
        most.row = most.row.max(cell.row);
        most.column = most.column.max(cell.column);
    }
    let mut described = source.file_name.clone();
    let names: Vec<&str> = sheets
        .keys()
        .map(|sheet| source.sheet_name(*sheet))
        .collect();
    if !names.concat().is_empty() {
        described = format!("{described} › {}", phrase::list(&names, 2));
    }
    let mut corners = sheets.values();
    match (corners.next(), corners.next()) {
        (Some((least, most)), None) if least == most => format!("{described} › {least}"),
        (Some((least, most)), None) => format!("{described} › {least}:{most}"),
        _ => described,
    }
}
