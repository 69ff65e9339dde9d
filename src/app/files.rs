//! File dialogs: the platform's own, never on the thread of the interface.

use std::path::PathBuf;
use std::pin::Pin;

use super::dialogs::{self, DialogError};
use super::message::{FilePurpose, Message};
use crate::export::FileKind;
use crate::export::story::Publication;
use crate::jobs::{Finished, Jobs, Waker};
use crate::words::say;

/// The endings of workbooks.
const WORKBOOKS: [&str; 8] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];
/// The endings of projects.
const PROJECTS: [&str; 2] = ["bellwether", "ron"];

/// The endings of boundaries.
const BOUNDARIES: [&str; 2] = ["geojson", "json"];

/// The files of a dialog, once it is closed.
type Chosen = Pin<Box<dyn Future<Output = Vec<rfd::FileHandle>> + Send>>;

/// Asks the user for files.
pub struct Files {
    jobs: Jobs<Message>,
    /// The answers of a test, in place of dialogs.
    scripted: Option<Vec<Vec<PathBuf>>>,
}

impl Files {
    /// The platform's dialogs.
    pub fn by_dialog(waker: Waker) -> Self {
        Self {
            jobs: Jobs::new(waker),
            scripted: None,
        }
    }

    /// Answers given beforehand, the first first; for tests and pictures.
    pub fn scripted(waker: Waker, mut answers: Vec<Vec<PathBuf>>) -> Self {
        answers.reverse();
        Self {
            jobs: Jobs::new(waker),
            scripted: Some(answers),
        }
    }

    /// Opens a dialog; what is chosen comes as a `Message::FilesChosen`. A second one is not opened
    /// over the first.
    ///
    /// # Errors
    /// Where this computer shows no dialogs, or gives no thread to wait with.
    pub fn ask(&mut self, purpose: FilePurpose, proposed_name: &str) -> Result<(), DialogError> {
        if !self.jobs.running().is_empty() {
            return Ok(());
        }
        if let Some(answers) = &mut self.scripted {
            let chosen = answers.pop().unwrap_or_default();
            self.jobs.start("Scripted answer", move |_| {
                Message::FilesChosen(purpose, chosen)
            })?;
            return Ok(());
        }
        dialogs::check()?;
        // The dialog is made here, on the main thread, as macOS wants it; waiting for it is not.
        let dialog = rfd::AsyncFileDialog::new().set_title(title(purpose));
        let dialog = match purpose {
            FilePurpose::OpenProject => dialog.add_filter(say::files_projects(), &PROJECTS),
            FilePurpose::Import | FilePurpose::FindWorkbook | FilePurpose::HarmWeights => dialog
                .add_filter(say::files_workbooks(), &WORKBOOKS)
                .add_filter(say::files_all(), &["*"]),
            FilePurpose::Boundaries => dialog
                .add_filter(say::files_boundaries(), &BOUNDARIES)
                .add_filter(say::files_all(), &["*"]),
            FilePurpose::SaveProject | FilePurpose::ShareCopy => dialog
                .add_filter(say::files_project(), &["bellwether"])
                .set_file_name(proposed_name),
            FilePurpose::ChooseLogo => dialog.add_filter(say::files_logos(), &["png", "svg"]),
            FilePurpose::SavePicture(wanted) => std::iter::once(wanted)
                .chain(FileKind::ALL.into_iter().filter(|kind| *kind != wanted))
                .fold(dialog, |dialog, kind| {
                    dialog.add_filter(kind.words(), &[kind.ending()])
                })
                .set_file_name(proposed_name),
            FilePurpose::Publish(publication) => match publication.ending() {
                Some(ending) => dialog
                    .add_filter(publication.words(), &[ending])
                    .set_file_name(proposed_name),
                None => dialog,
            },
            FilePurpose::RefreshDeck => dialog.add_filter(say::files_presentations(), &["pptx"]),
        };
        let chosen: Chosen = match purpose {
            FilePurpose::OpenProject
            | FilePurpose::Boundaries
            | FilePurpose::FindWorkbook
            | FilePurpose::RefreshDeck
            | FilePurpose::ChooseLogo
            | FilePurpose::HarmWeights => {
                let file = dialog.pick_file();
                Box::pin(async { file.await.into_iter().collect() })
            }
            FilePurpose::Import => {
                let files = dialog.pick_files();
                Box::pin(async { files.await.unwrap_or_default() })
            }
            FilePurpose::Publish(Publication::Folder) => {
                let folder = dialog.pick_folder();
                Box::pin(async { folder.await.into_iter().collect() })
            }
            FilePurpose::SaveProject
            | FilePurpose::ShareCopy
            | FilePurpose::SavePicture(_)
            | FilePurpose::Publish(_) => {
                let file = dialog.save_file();
                Box::pin(async { file.await.into_iter().collect() })
            }
        };
        self.jobs.start("File dialog", move |_| {
            let files = pollster::block_on(chosen);
            Message::FilesChosen(
                purpose,
                files.iter().map(|file| file.path().to_owned()).collect(),
            )
        })?;
        Ok(())
    }

    /// What was chosen since the last call.
    pub fn poll(&mut self) -> Vec<Message> {
        let finished = self.jobs.poll();
        finished
            .into_iter()
            .filter_map(|finished| match finished {
                Finished::Done(message) => Some(message),
                Finished::Panicked { .. } => None,
            })
            .collect()
    }
}

fn title(purpose: FilePurpose) -> &'static str {
    match purpose {
        FilePurpose::OpenProject => say::ask_open_project(),
        FilePurpose::Import => say::ask_import(),
        FilePurpose::Boundaries => say::ask_boundaries(),
        FilePurpose::HarmWeights => say::ask_harm_weights(),
        FilePurpose::FindWorkbook => say::ask_find_workbook(),
        FilePurpose::SaveProject => say::ask_save_project(),
        FilePurpose::ShareCopy => say::ask_share_copy(),
        FilePurpose::SavePicture(_) => say::ask_save_chart(),
        FilePurpose::Publish(Publication::Folder) => say::ask_publish_folder(),
        FilePurpose::Publish(_) => say::ask_publish(),
        FilePurpose::RefreshDeck => say::ask_refresh_deck(),
        FilePurpose::ChooseLogo => say::ask_logo(),
    }
}
