//! `bellwether read` and `bellwether facts`.

use std::path::Path;
use std::sync::Arc;

use super::arguments::{Facts, Format, Read};
use super::explain;
use super::failure::Failure;
use super::layouts;
use super::output::{self, FACT_HEADINGS, FINDING_HEADINGS};
use super::passphrase;
use super::records;
use super::under_way;
use crate::analysis::dictionary::Words;
use crate::data::gazetteer::Gazetteer;
use crate::export::guard::{printable, printable_of};
use crate::import::apart::{self, ReadWorkbook};
use crate::import::remembered::RememberedLayout;
use crate::project::store::{self, OpenError};
use crate::project::{Lock, Project};

/// Prints what is read from a workbook.
pub fn run(task: &Read) -> Result<(), Failure> {
    let layout = task.layout.as_deref().map(layouts::open).transpose()?;
    let ReadWorkbook {
        file,
        reading,
        recognised,
    } = read_workbook(&task.workbook, Gazetteer::built_in(), layout.as_slice())?;
    match (&layout, &recognised) {
        (Some(_), Some(recognised)) => layouts::tell_drift(recognised),
        (Some(layout), None) => {
            return Err(Failure::OtherLayout {
                workbook: task.workbook.clone(),
                partner: layout.partner.clone(),
            });
        }
        (None, _) => {}
    }
    if let Some(path) = &task.save_layout {
        let known = layout.as_ref().map(|layout| layout.partner.as_str());
        let partner = task.partner.as_deref().or(known).ok_or_else(|| {
            Failure::Usage(String::from(
                "a layout is remembered under a partner's name: give it with --partner",
            ))
        })?;
        let decisions = recognised
            .map(|recognised| recognised.decisions)
            .unwrap_or_default();
        let remembered = RememberedLayout::of(partner, &file, &reading, &decisions);
        layouts::save(path, &remembered)?;
    }
    if task.explain {
        return explain::print(&file, &reading, task.format);
    }
    let source = &reading.source;
    let printable = printable_of(source);
    let facts = printable
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
    let own = Project {
        groups: Arc::default(),
        ..project.clone()
    };
    let printable = printable(&own.catalogue());
    let sources = project.sources.iter().zip(&words.sources).zip(&printable);
    let facts = sources.flat_map(|((source, words), observations)| {
        observations
            .iter()
            .map(|observation| output::fact_in_words(source, words, observation))
    });
    let headings: Vec<&str> = std::iter::once("source").chain(FACT_HEADINGS).collect();
    output::print(facts, &headings, task.format)
}

/// Reads a workbook by the places that are known, and by the layout of which it is where it is of one.
pub fn read_workbook(
    path: &Path,
    gazetteer: &Gazetteer,
    layouts: &[RememberedLayout],
) -> Result<ReadWorkbook, Failure> {
    let read = under_way::show(|progress| apart::read(path, gazetteer, layouts, progress))?;
    if let Some(reason) = apart::here_because() {
        eprintln!(
            "bellwether: the workbook was read without a process of its own, since that could not be started: {reason}"
        );
    }
    Ok(read)
}

/// Opens a project. One of which parts cannot be read is refused, since what is told of the rest would be taken for
/// the whole; what else is to be said of it goes to standard error.
pub fn open_project(path: &Path) -> Result<Project, Failure> {
    let opened = match store::open(path) {
        Err(OpenError::Locked) => store::open_with(path, &Lock::with(passphrase::ask(path)?)),
        opened => opened,
    };
    let opened = opened.map_err(|error| Failure::Open {
        path: path.to_owned(),
        error,
    })?;
    if !opened.lost.is_empty() {
        return Err(Failure::Damaged {
            path: path.to_owned(),
            lost: opened.lost,
        });
    }
    for changed in &opened.changed {
        eprintln!(
            "bellwether: {}: {changed} was changed outside of Bellwether, or is damaged",
            path.display()
        );
    }
    for part in &opened.unknown_parts {
        eprintln!(
            "bellwether: {}: “{part}” was made by a newer Bellwether; it is not shown, and stays in the file",
            path.display()
        );
    }
    Ok(opened.project)
}
