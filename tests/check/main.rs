//! Figure Check on the samples, on the workbook of seeded errors, on typed tables and on real workbooks.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod published;
mod real;
mod seeded;
mod typed;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bellwether::base::progress::Progress;
use bellwether::check::{Discrepancy, check, check_and_keep};
use bellwether::data::Source;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::OpenedFile;
use bellwether::import::decisions::Decisions;

/// What disagrees in a workbook.
fn found_in(path: &Path) -> Vec<Discrepancy> {
    let progress = Progress::new();
    let file = OpenedFile::open(path, &progress)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let reading = file
        .read(Gazetteer::built_in(), &Decisions::default(), &progress)
        .unwrap();
    check(&file.workbook, &reading)
}

/// A workbook's source with what it prints.
fn kept_in(path: &Path) -> Arc<Source> {
    let progress = Progress::new();
    let file = OpenedFile::open(path, &progress).unwrap();
    let mut reading = file
        .read(Gazetteer::built_in(), &Decisions::default(), &progress)
        .unwrap();
    check_and_keep(&file.workbook, &mut reading);
    reading.source
}

/// A sample workbook.
fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

/// Cell, printed, worked out and the code of the cause, as a test writes them.
type Expected<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Cell, printed, worked out and the code of the cause, of one sheet.
fn rows<'a>(found: &'a [Discrepancy], sheet: &str) -> Vec<(String, &'a str, &'a str, &'a str)> {
    let of_sheet = found.iter().filter(|found| found.sheet == sheet);
    let rows = of_sheet.map(|found| {
        (
            found.cell.to_string(),
            found.printed.as_str(),
            found.worked_out.as_str(),
            found.why.code(),
        )
    });
    rows.collect()
}

/// The rows as owned texts are compared with.
fn owned<'a>(rows: &[Expected<'a>]) -> Vec<(String, &'a str, &'a str, &'a str)> {
    rows.iter()
        .map(|(cell, printed, right, why)| ((*cell).to_owned(), *printed, *right, *why))
        .collect()
}
