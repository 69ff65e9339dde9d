//! `bellwether read` and `bellwether facts`.

use std::path::Path;

use super::arguments::{Facts, Format, Read};
use super::explain;
use super::failure::Failure;
use super::layouts;
use super::output::{self, FACT_HEADINGS, FINDING_HEADINGS};
use super::records;
use crate::analysis::dictionary::Words;
use crate::base::progress::Progress;
use crate::data::gazetteer::Gazetteer;
use crate::import::decisions::Decisions;
use crate::import::remembered::{self, Recognised, RememberedLayout};
use crate::import::{OpenedFile, Reading};
use crate::project::Project;
use crate::project::store;

/// Prints what is read from a workbook.
pub fn run(task: &Read) -> Result<(), Failure> {
    let layout = task.layout.as_deref().map(layouts::open).transpose()?;
    let Workbook {
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

/// A workbook as it was read.
pub struct Workbook {
    /// Its cells.
    pub file: OpenedFile,
    /// What was read.
    pub reading: Reading,
    /// The layout of which it is, where it is of one.
    pub recognised: Option<Recognised>,
}

/// Reads a workbook by the places that are known, and by the layout of which it is where it is of one.
pub fn read_workbook(
    path: &Path,
    gazetteer: &Gazetteer,
    layouts: &[RememberedLayout],
) -> Result<Workbook, Failure> {
    let progress = Progress::new();
    let file = OpenedFile::open(path, &progress)?;
    let mut reading = file.read(gazetteer, &Decisions::default(), &progress)?;
    let recognised = remembered::recognise(&file, &reading, layouts);
    if let Some(recognised) = &recognised
        && !recognised.decisions.is_empty()
    {
        reading = file.read(gazetteer, &recognised.decisions, &progress)?;
    }
    Ok(Workbook {
        file,
        reading,
        recognised,
    })
}

/// Opens a project. One of which parts cannot be read is refused, since what is told of the rest would be taken for
/// the whole; what else is to be said of it goes to standard error.
pub fn open_project(path: &Path) -> Result<Project, Failure> {
    let opened = store::open(path).map_err(|error| Failure::Open {
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
