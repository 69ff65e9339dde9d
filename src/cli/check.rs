//! `bellwether check`.

use serde::Serialize;

use super::arguments::Check;
use super::failure::Failure;
use super::output;
use crate::base::progress::Progress;
use crate::check::{self, Discrepancy};
use crate::data::gazetteer::Gazetteer;
use crate::import::OpenedFile;
use crate::import::decisions::Decisions;

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
    let progress = Progress::new();
    let file = OpenedFile::open(&task.workbook, &progress)?;
    let reading = file.read(Gazetteer::built_in(), &Decisions::default(), &progress)?;
    let found = check::check(&file.workbook, &reading);
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
