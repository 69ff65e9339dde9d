//! `bellwether read` and `bellwether facts`.

use std::path::Path;

use super::arguments::{Facts, Format, Read};
use super::failure::Failure;
use super::output::{self, FACT_HEADINGS, FINDING_HEADINGS};
use super::records;
use crate::analysis::dictionary::Words;
use crate::base::progress::Progress;
use crate::data::gazetteer::Gazetteer;
use crate::import::{self, Reading};
use crate::project::Project;
use crate::project::store;

/// Prints what is read from a workbook.
pub fn run(task: &Read) -> Result<(), Failure> {
    let reading = read_workbook(&task.workbook, Gazetteer::built_in())?;
    let source = &reading.source;
    let facts = source
        .observations
        .iter()
        .map(|observation| output::fact(source, observation));
    let findings = reading
        .findings
        .iter()
        .map(|finding| output::found_row(finding));
    match (task.format, task.findings) {
        (Format::Json, _) => output::print_reading(
            facts,
            records::targets(source),
            records::assessments(source),
            findings,
        ),
        (Format::Csv, true) => output::print(findings, &FINDING_HEADINGS, Format::Csv),
        (Format::Csv, false) => output::print(facts, &FACT_HEADINGS, Format::Csv),
    }
}

/// Prints the observations of a project, in its words.
pub fn facts(task: &Facts) -> Result<(), Failure> {
    let project = open_project(&task.project)?;
    let words = Words::of(&project.sources, &project.dictionary);
    let sources = project.sources.iter().zip(&words.sources);
    let facts = sources.flat_map(|(source, words)| {
        source
            .observations
            .iter()
            .map(|observation| output::fact_in_words(source, words, observation))
    });
    let headings: Vec<&str> = std::iter::once("source").chain(FACT_HEADINGS).collect();
    output::print(facts, &headings, task.format)
}

/// Reads a workbook by the places that are known.
pub fn read_workbook(path: &Path, gazetteer: &Gazetteer) -> Result<Reading, Failure> {
    Ok(import::read_file(path, gazetteer, &Progress::new())?)
}

/// Opens a project; parts that would be lost are named on standard error.
pub fn open_project(path: &Path) -> Result<Project, Failure> {
    let opened = store::open(path).map_err(|error| Failure::Open {
        path: path.to_owned(),
        error,
    })?;
    for part in &opened.unknown_parts {
        eprintln!(
            "bellwether: {}: “{part}” is not known to this version and is left out",
            path.display()
        );
    }
    Ok(opened.project)
}
