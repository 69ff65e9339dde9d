//! The words and numbers of three rankings. Office programs draw no such chart: it is a table there.

use super::{ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable};
use crate::chart::harm::{HarmModel, HarmRowModel};
use crate::chart::theme::ChartTheme;

impl Contents for HarmModel {
    fn contents(&self, _theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: table(self),
            native: None,
        }
    }
}

/// The offences from the most frequent, with value and rank in each ranking, the weight before the harm.
fn table(model: &HarmModel) -> DataTable {
    let mut columns = vec![DataColumn::label("Offence")];
    for (place, column) in model.columns.iter().enumerate() {
        if place == 1 {
            columns.push(DataColumn::values("Weight"));
        }
        columns.push(DataColumn::values(column.values.clone()));
        columns.push(DataColumn::values(format!(
            "Rank {}",
            lower(column.heading)
        )));
    }
    columns.push(DataColumn::values("Places up (+) or down, number to harm"));
    let row = |row: &HarmRowModel| {
        let mut cells = vec![DataCell::text(row.name.clone())];
        for (place, entry) in row.entries.iter().enumerate() {
            if place == 1 {
                cells.push(row.weight.clone());
            }
            cells.push(entry.figure.clone());
            cells.push(match &entry.rank {
                Some(rank) => DataCell::text(rank.clone()),
                None => DataCell::Empty,
            });
        }
        let moved = row.moves.first().copied().flatten();
        cells.push(match moved {
            Some(moved) => DataCell::text(places(moved.places)),
            None => DataCell::Empty,
        });
        cells
    };
    DataTable {
        rows: model.rows.iter().map(row).collect(),
        columns,
    }
}

fn lower(heading: &str) -> String {
    crate::base::text::lower_first(heading)
}

/// "+3", "0", "−2".
fn places(places: isize) -> String {
    let size = places.unsigned_abs();
    match places.signum() {
        1 => format!("+{size}"),
        -1 => format!("{}{size}", crate::base::number::MINUS),
        _ => String::from("0"),
    }
}
