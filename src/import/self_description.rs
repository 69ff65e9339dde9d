//! What a workbook says of itself: its title, its publisher, what its symbols mean, whether its figures are
//! illustrative.

use super::grid::{CellValue, Grid};
use super::shorthand::Key;
use super::view;
use super::workbook::Workbook;
use super::{prose, text_marks, vocabulary};
use crate::base::text::fold;

pub(super) fn grids(workbook: &Workbook) -> impl Iterator<Item = &Grid> {
    workbook
        .sheets
        .iter()
        .filter_map(|sheet| sheet.grid.as_ref().ok())
}

/// What the notes of all sheets explain; sheets of data with many texts are no notes.
pub(super) fn workbook_key(workbook: &Workbook) -> Key {
    let mut key = Key::default();
    for grid in grids(workbook).filter(|grid| grid.texts().len() < 5_000) {
        key.fall_back_to(&view::own_key(grid));
    }
    key
}

/// Whether a workbook's title stands among some rows; titles are looked for at the top of sheets alone.
pub(super) fn holds_title(grid: &Grid, rows: std::ops::Range<u32>, title: &str) -> bool {
    !title.is_empty()
        && (rows.start..rows.end.min(20)).any(|row| {
            grid.row(row).any(|(_, value)| {
                matches!(value, CellValue::Text(text) if text_marks::strip(text).text == title)
            })
        })
}

/// The first line of a sheet that says what it is about.
pub(super) fn sheet_title(grid: &Grid) -> Option<String> {
    (0..grid.row_count().min(15)).find_map(|row| {
        let (_, value) = grid.row(row).next()?;
        match value {
            CellValue::Text(text)
                if (9..5_000).contains(&text.len())
                    && grid.row(row).count() <= 2
                    && (!vocabulary::is_note_line(text)
                        || prose::without_number(text).len() < text.len()) =>
            {
                Some(text.to_owned())
            }
            _ => None,
        }
    })
}

/// The title of the first sheet; "Title:" with the title beside it counts as well.
pub(super) fn workbook_title(workbook: &Workbook) -> String {
    for grid in grids(workbook).take(2) {
        for row in 0..grid.row_count().min(12) {
            if grid.text(row, 0).is_some_and(|text| fold(text) == "title")
                && let Some(title) = grid.text(row, 1)
            {
                return text_marks::strip(title).text;
            }
        }
    }
    // The description of a picture is a title, too, to who reads cells: it has no spaces.
    let titles: Vec<String> = grids(workbook).take(3).filter_map(sheet_title).collect();
    let first = titles
        .iter()
        .find(|title| title.trim().contains(' '))
        .or_else(|| titles.first());
    // A second sheet may give the same title in full, with its period.
    let full = first.and_then(|first| {
        titles
            .iter()
            .find(|title| title.len() > first.len() && title.starts_with(first.trim()))
    });
    full.or(first)
        .map(|title| text_marks::strip(title).text)
        .unwrap_or_default()
}

/// The publisher: named by a label, or known.
pub(super) fn publisher(workbook: &Workbook) -> Option<String> {
    const KNOWN: &[&str] = &[
        "Office for National Statistics",
        "Home Office",
        "Ministry of Justice",
        "Department for Environment, Food",
        "Defra",
        "Scottish Government",
        "Welsh Government",
        "NHS England",
        "NHS Digital",
        "Metropolitan Police",
        "Greater London Authority",
        "Department for Transport",
        "Youth Justice Board",
        "Nottinghamshire Police",
        "Nottinghamshire County Council",
        "National Records of Scotland",
        "Police Service of Northern Ireland",
    ];
    for grid in grids(workbook) {
        for row in 0..grid.row_count().min(120) {
            for column in 0..grid.column_count().min(3) {
                let Some(text) = grid.text(row, column).filter(|text| text.len() < 400) else {
                    continue;
                };
                let folded = fold(text);
                if matches!(
                    folded.as_str(),
                    "publisher" | "published by" | "produced by" | "author"
                ) && let Some(name) = grid.text(row, column + 1)
                {
                    return Some(name.to_owned());
                }
                for label in ["Publisher:", "Published by", "Produced by"] {
                    if let Some(name) = text.strip_prefix(label) {
                        let name = name.trim_start_matches([':', ' ']);
                        let end = name.find([',', '.', ';']).unwrap_or(name.len());
                        if let Some(name) = name.get(..end).filter(|name| !name.is_empty()) {
                            return Some(name.to_owned());
                        }
                    }
                }
                let says_so = folded.starts_with("source") || folded.starts_with("copyright");
                if let Some(known) = KNOWN.iter().find(|known| {
                    text.contains(**known) && says_so || row < 10 && folded == fold(known)
                }) {
                    return Some((*known).to_owned());
                }
            }
        }
    }
    None
}

pub(super) fn is_illustrative(workbook: &Workbook) -> bool {
    grids(workbook)
        .filter(|grid| grid.texts().len() < 20_000)
        .any(|grid| {
            grid.texts().any(|text| {
                let folded = fold(text);
                folded.contains("illustrative not published")
                    || folded.contains("figures are illustrative")
                    || folded.contains("illustrative figures")
                    || folded.contains("illustrative data")
            })
        })
}
