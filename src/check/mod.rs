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

use rayon::prelude::*;

use crate::import::{Reading, Workbook};

/// What disagrees in a workbook, by sheet, row and column.
pub fn check(workbook: &Workbook, reading: &Reading) -> Vec<Discrepancy> {
    let tables = table::tables(workbook, reading);
    let of_tables = || -> Vec<Discrepancy> {
        tables
            .par_iter()
            .flat_map_iter(|table| {
                let changes = change::check(table).into_iter();
                changes
                    .chain(share::check(table))
                    .chain(total::check(table))
                    .chain(period::check(table))
            })
            .collect()
    };
    let across = || -> Vec<Discrepancy> {
        let mut found = down::check(&tables, reading);
        found.extend(total::check_across(&tables));
        found.extend(twice::check(&tables, reading));
        found
    };
    let (mut found, across) = rayon::join(of_tables, across);
    found.extend(across);
    found.sort_by_key(|found| found.cell);
    found.dedup_by(|later, earlier| later.cell == earlier.cell);
    found
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
