//! `bellwether check`.

use serde::Serialize;

use super::arguments::Check;
use super::failure::Failure;
use super::output;
use super::read::read_workbook;
use crate::check::{self, Discrepancy};
use crate::data::gazetteer::Gazetteer;

/// A discrepancy as it is printed. The names of the fields are the columns.
#[derive(Debug, Serialize)]
struct CheckRow<'a> {
    sheet: &'a str,
    cell: String,
    printed: &'a str,
    worked_out: &'a str,
    why: String,
}

/// The columns of discrepancies.
const HEADINGS: [&str; 5] = ["sheet", "cell", "printed", "worked_out", "why"];

/// Prints which of a sender's own figures disagree with the cells they rest on.
pub fn run(task: &Check) -> Result<(), Failure> {
    let read = read_workbook(&task.workbook, Gazetteer::built_in(), &[])?;
    let found = check::check(&read.file.workbook, &read.reading);
    output::print(found.iter().map(row), &HEADINGS, task.format)
}

fn row(found: &Discrepancy) -> CheckRow<'_> {
    CheckRow {
        sheet: &found.sheet,
        cell: found.cell.to_string(),
        printed: &found.printed,
        worked_out: &found.worked_out,
        why: found.why.to_string(),
    }
}
