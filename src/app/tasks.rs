//! The background work that the program starts, each as a job that sends one message.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::explored::Explored;
use super::message::Message;
use crate::analysis::Question;
use crate::base::progress::Progress;
use crate::check;
use crate::data::gazetteer::Gazetteer;
use crate::import::decisions::Decisions;
use crate::import::{OpenedFile, ReadError};
use crate::project::Project;
use crate::project::store;
use crate::ui::import::CheckedReading;

/// Reads workbooks, one after the other; those that were begun before it was stopped are reported. A
/// list of codes and names among them makes its places known to those that follow.
pub fn read_workbooks(paths: Vec<PathBuf>, project: &Project, progress: &Progress) -> Message {
    let mut gazetteer = project.gazetteer();
    let mut read = Vec::with_capacity(paths.len());
    for path in paths {
        if progress.is_cancelled() {
            break;
        }
        let opened = OpenedFile::open(&path, progress).and_then(|file| {
            let checked =
                read_and_check(&file, &gazetteer, &Decisions::default(), project, progress)?;
            Ok((file, checked))
        });
        if let Ok((_, checked)) = &opened
            && !checked.reading.source.places.is_empty()
        {
            gazetteer = gazetteer.extended_with(&checked.reading.source.places);
        }
        read.push((path, opened));
    }
    Message::WorkbooksRead(read)
}

/// Reads a workbook again with what was said of it.
pub fn read_again(
    file: &OpenedFile,
    gazetteer: &Gazetteer,
    decisions: &Decisions,
    revision: u64,
    project: &Project,
    progress: &Progress,
) -> Message {
    Message::WorkbookReadAgain {
        id: file.id.clone(),
        revision,
        result: Box::new(read_and_check(
            file, gazetteer, decisions, project, progress,
        )),
    }
}

fn read_and_check(
    file: &OpenedFile,
    gazetteer: &Gazetteer,
    decisions: &Decisions,
    project: &Project,
    progress: &Progress,
) -> Result<CheckedReading, ReadError> {
    let reading = file.read(gazetteer, decisions, progress)?;
    progress.begin_stage("Checking the figures", 0);
    let discrepancies = check::check(&file.workbook, &reading);
    Ok(CheckedReading::new(reading, discrepancies, project))
}

/// Reads a project's file.
pub fn open_project(path: PathBuf) -> Message {
    let opened = store::open(&path);
    Message::ProjectRead(path, Box::new(opened))
}

/// Writes a project's file.
pub fn save_project(path: PathBuf, project: &Project, revision: u64) -> Message {
    let result = store::save(&path, project);
    Message::ProjectSaved {
        path,
        revision,
        result,
    }
}

/// Reads through the sources.
pub fn explore(project: &Project) -> Message {
    Message::Explored(Arc::new(Explored::of(project)))
}

/// Answers a question.
pub fn answer(explored: &Explored, question: Question) -> Message {
    let answered = explored.answer(&question).map(Arc::new);
    Message::Answered(question, answered)
}

/// Whether a file is a project, by its ending; everything else is tried as a workbook.
pub fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("bellwether") || ending.eq_ignore_ascii_case("ron")
    })
}
