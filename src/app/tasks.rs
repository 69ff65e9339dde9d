//! The background work that the program starts, each as a job that sends one message.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::explored::Explored;
use super::message::Message;
use super::source_rows::{RowsFound, RowsRead};
use crate::analysis::Asked;
use crate::base::progress::Progress;
use crate::check;
use crate::data::SourceId;
use crate::data::gazetteer::Gazetteer;
use crate::export::guard::filled;
use crate::export::logo::{self, LogoError};
use crate::import::apart::{self, ReadWorkbook};
use crate::import::decisions::Decisions;
use crate::import::harm_weights::read_harm_weights;
use crate::import::remembered::{Recognised, RememberedLayout};
use crate::import::{OpenedFile, Reading, workbook};
use crate::project::layout_folder::{self, LayoutFolder};
use crate::project::store;
use crate::project::story::StoryTemplate;
use crate::project::{Lock, Project};
use crate::ui::import::{CheckedReading, RowsWanted};

/// Reads workbooks, one after the other; those that were begun before it was stopped are reported. A
/// list of codes and names among them makes its places known to those that follow.
pub fn read_workbooks(
    paths: Vec<PathBuf>,
    project: &Project,
    folder: Option<&LayoutFolder>,
    progress: &Progress,
) -> Message {
    let mut gazetteer = project.gazetteer();
    let layouts = known_layouts(project, folder);
    let layouts = layouts.as_slice();
    let mut read = Vec::with_capacity(paths.len());
    for path in paths {
        if progress.is_cancelled() {
            break;
        }
        let opened = apart::read(&path, &gazetteer, layouts, progress)
            .map(|read| checked(read, project, progress));
        if let Ok(opened) = &opened {
            let places = &opened.1.reading.source.places;
            if !places.is_empty() {
                gazetteer = gazetteer.extended_with(places);
            }
        }
        read.push((path, opened));
    }
    Message::WorkbooksRead(read)
}

/// The layouts of the project and of the user's own folder.
fn known_layouts(project: &Project, folder: Option<&LayoutFolder>) -> Vec<RememberedLayout> {
    // Files in the folder that cannot be read are none of this import's business.
    let (of_folder, _) = folder.map(LayoutFolder::load_all).unwrap_or_default();
    let known = layout_folder::known_layouts(&project.layouts, of_folder);
    known.into_iter().map(|known| known.layout).collect()
}

/// Looks for the workbook of a value in the given places, the first first, and reads the one that is what was
/// imported, byte by byte.
pub fn read_rows(
    wanted: RowsWanted,
    places: &[PathBuf],
    project: &Project,
    folder: Option<&LayoutFolder>,
    progress: &Progress,
) -> Message {
    let mut found = RowsFound::Nowhere;
    for path in places.iter().filter(|path| path.is_file()) {
        let is_it = |bytes: Vec<u8>| SourceId::of_bytes(&bytes) == wanted.source;
        let read = match workbook::load(path).map(is_it) {
            Ok(true) => {
                let layouts = known_layouts(project, folder);
                apart::read(path, &project.gazetteer(), &layouts, progress)
            }
            Ok(false) => {
                found = RowsFound::Differs(path.clone());
                continue;
            }
            Err(error) => Err(error),
        };
        if read
            .as_ref()
            .is_ok_and(|read| read.file.id != wanted.source)
        {
            found = RowsFound::Differs(path.clone());
            continue;
        }
        let read = read.map(|mut read| {
            // It may have been renamed since it was imported.
            read.file.file_name.clone_from(&wanted.file_name);
            checked(read, project, progress)
        });
        found = RowsFound::Workbook(path.clone(), read);
        if matches!(found, RowsFound::Workbook(_, Ok(_))) {
            break;
        }
    }
    Message::RowsRead(Box::new(RowsRead { wanted, found }))
}

/// A workbook that was read, with what Figure Check says of it.
fn checked(
    read: ReadWorkbook,
    project: &Project,
    progress: &Progress,
) -> Box<(OpenedFile, CheckedReading, Option<Recognised>)> {
    let ReadWorkbook {
        file,
        reading,
        recognised,
    } = read;
    let concluded = Decisions::default();
    let known = recognised.as_ref().map(|known| &known.decisions);
    let decisions = known.unwrap_or(&concluded);
    let checked = check(&file, decisions, reading, project, progress);
    Box::new((file, checked, recognised))
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
        result: Box::new(
            file.read(gazetteer, decisions, progress)
                .map(|reading| check(file, decisions, reading, project, progress)),
        ),
    }
}

fn check(
    file: &OpenedFile,
    decisions: &Decisions,
    mut reading: Reading,
    project: &Project,
    progress: &Progress,
) -> CheckedReading {
    progress.begin_stage("Checking the figures", 0);
    let discrepancies = check::check_and_keep(&file.workbook, &mut reading);
    CheckedReading::new(file, decisions, reading, discrepancies, project)
}

/// Reads a set of harm weights.
pub fn read_weights(path: PathBuf, progress: &Progress) -> Message {
    let today = jiff::Zoned::now().date();
    let read = read_harm_weights(&path, today, progress);
    Message::WeightsRead(path, Box::new(read))
}

/// Writes layouts to the user's own folder.
pub fn save_layouts(folder: &LayoutFolder, layouts: &[RememberedLayout]) -> Message {
    let saved = layouts
        .iter()
        .try_for_each(|layout| folder.save(layout).map(|_path| ()));
    Message::LayoutsSaved(saved)
}

/// Reads a project's file.
pub fn open_project(path: PathBuf) -> Message {
    let opened = store::open(&path);
    Message::ProjectRead(path, Box::new(opened))
}

/// Reads a locked project's file.
pub fn open_locked_project(path: PathBuf, lock: &Lock) -> Message {
    let opened = store::open_with(&path, lock);
    Message::ProjectRead(path, Box::new(opened))
}

/// Reads through the sources.
pub fn explore(project: &Project) -> Message {
    Message::Explored(Arc::new(Explored::of(project)))
}

/// Answers a question.
pub fn answer(explored: &Explored, asked: Asked) -> Message {
    let answer = asked.answer(&explored.catalogue);
    Message::Answered(asked, answer)
}

/// Answers what the slides of a story ask.
pub fn answer_slides(explored: &Explored, asked: Vec<Asked>, progress: &Progress) -> Message {
    let mut answers = Vec::with_capacity(asked.len());
    for asked in asked {
        if progress.is_cancelled() {
            break;
        }
        let answer = asked.answer(&explored.catalogue);
        answers.push((asked, answer));
    }
    Message::StoryAnswered(answers)
}

/// Makes a story from a template.
pub fn make_story(
    explored: &Explored,
    template: StoryTemplate,
    name: &str,
    place: Option<&str>,
) -> Message {
    let story = template.story(name, place, &explored.catalogue);
    Message::StoryMade(Box::new(filled(story, &explored.catalogue)))
}

/// Reads a file as a logo; no more of it than a logo may have.
pub fn read_logo(path: &Path) -> Message {
    let most = u64::try_from(logo::MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let file = File::open(path);
    let read = file.and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    Message::LogoRead(match read {
        Ok(_) => logo::read(&bytes),
        Err(_) => Err(LogoError::Unreadable),
    })
}

/// Whether a file is a project, by its ending; everything else is tried as a workbook.
pub fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("bellwether") || ending.eq_ignore_ascii_case("ron")
    })
}
