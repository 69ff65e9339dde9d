//! Figure Check: works out again what the sender of a workbook typed (changes, shares, totals) and says
//! what disagrees, with the right value and the likely cause. It compares with the printed rounding, says
//! nothing where it is not sure what belongs together, and never changes anything.
//!
//! One rule a file: `change` and `down`, `share`, `total`, `period`, `twice`. Each looks at the cells of a
//! table (`table`) by the layout that the import concluded.

mod change;
mod compared;
mod discrepancy;
mod down;
mod figure;
mod period;
mod share;
mod slips;
mod table;
mod total;
mod twice;

pub use discrepancy::{Discrepancy, Why};

use std::sync::Arc;

use rayon::prelude::*;

use crate::data::PrintedFigure;
use crate::import::{Reading, Workbook};
use table::Table;

/// What was worked out again in a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examined {
    /// What disagrees, by sheet, row and column.
    pub discrepancies: Vec<Discrepancy>,
    /// The changes, shares and totals that could be worked out again, right or not, by sheet, row and column.
    pub printed: Vec<PrintedFigure>,
}

/// What disagrees in a workbook, by sheet, row and column.
pub fn check(workbook: &Workbook, reading: &Reading) -> Vec<Discrepancy> {
    examine(workbook, reading).discrepancies
}

/// Works out again what a workbook prints, keeps it with the source that was read, and returns what disagrees,
/// by sheet, row and column.
pub fn check_and_keep(workbook: &Workbook, reading: &mut Reading) -> Vec<Discrepancy> {
    let Examined {
        discrepancies,
        printed,
    } = examine(workbook, reading);
    Arc::make_mut(&mut reading.source).printed = printed;
    discrepancies
}

/// Works out again what a workbook prints.
pub fn examine(workbook: &Workbook, reading: &Reading) -> Examined {
    let tables = table::tables(workbook, reading);
    let of_tables = || -> Vec<Examined> { tables.par_iter().map(in_table).collect() };
    let across = || -> Examined {
        let mut found = Examined::default();
        for figure in down::judged(&tables, reading) {
            let table = tables.iter().find(|table| table.holds(figure.cell));
            found.add(table, figure);
        }
        found.discrepancies.extend(total::check_across(&tables));
        found.discrepancies.extend(twice::check(&tables, reading));
        found
    };
    let (of_tables, across) = rayon::join(of_tables, across);
    let mut all = Examined::default();
    for part in of_tables.into_iter().chain([across]) {
        all.discrepancies.extend(part.discrepancies);
        all.printed.extend(part.printed);
    }
    all.finish();
    all
}

/// What one table prints.
fn in_table(table: &Table<'_>) -> Examined {
    let mut found = Examined::default();
    for figure in change::judged(table) {
        found.add(Some(table), figure);
    }
    found.discrepancies.extend(change::signs(table));
    for figure in share::judged(table).into_iter().chain(total::judged(table)) {
        found.add(Some(table), figure);
    }
    found.discrepancies.extend(period::check(table));
    found
}

impl Examined {
    /// Keeps a figure, and what is wrong with it.
    fn add(&mut self, table: Option<&Table<'_>>, figure: PrintedFigure) {
        if let (Some(table), Some(why)) = (table, figure.why.clone()) {
            self.discrepancies.push(table.discrepancy(
                figure.cell,
                &figure.text,
                figure.worked_out.clone(),
                why,
                figure.rests_on.clone(),
            ));
        }
        self.printed.push(figure);
    }

    /// Puts everything in order, each cell once. A figure whose sign is not that of the number beside it is
    /// wrong, whatever else it is.
    fn finish(&mut self) {
        self.discrepancies.sort_by_key(|found| found.cell);
        self.discrepancies
            .dedup_by(|later, earlier| later.cell == earlier.cell);
        self.printed.sort_by_key(|figure| figure.cell);
        self.printed
            .dedup_by(|later, earlier| later.cell == earlier.cell);
        for found in &self.discrepancies {
            if let Why::SignsDisagree { .. } = found.why
                && let Ok(place) = self
                    .printed
                    .binary_search_by_key(&found.cell, |held| held.cell)
                && let Some(figure) = self.printed.get_mut(place)
                && figure.is_right()
            {
                figure.why = Some(found.why.clone());
                figure.worked_out.clone_from(&found.worked_out);
            }
        }
    }
}

/// Whether so few disagree that the others show what is meant.
fn few(wrong: usize, right: usize) -> bool {
    wrong <= (right / 20).max(1)
}

/// Whether a text is a label of a total.
fn is_total(text: &str) -> bool {
    let folded = crate::base::text::fold(text);
    matches!(
        folded.as_str(),
        "all" | "total" | "totals" | "overall" | "sum" | "persons" | "subtotal" | "sub total"
    ) || folded.starts_with("total ")
        || folded.starts_with("all ")
        || folded.starts_with("grand total")
        || folded.ends_with(" total")
}
