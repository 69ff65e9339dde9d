//! Takes in what background jobs found.

use std::path::{Path, PathBuf};

use egui::Context;

use super::message::Message;
use super::opening::Told;
use super::program::{Program, Screen};
use crate::base::text::file_name;
use crate::import::ReadError;
use crate::import::harm_weights::{WeightsError, WeightsReading};
use crate::jobs::Finished;
use crate::project::store::{OpenError, Opened};
use crate::ui::action::Action;
use crate::ui::explore::HarmDraft;
use crate::ui::kit::{Toast, Tone};
use crate::words::say;

impl Program {
    /// Takes in the end of a job.
    pub(super) fn take_in(&mut self, ctx: &Context, finished: Finished<Message>) {
        match finished {
            Finished::Done(Message::WorkbooksRead(read)) => self.take_workbooks(read),
            Finished::Done(Message::WorkbookReadAgain {
                id,
                revision,
                result,
            }) => self.take_read_again(&id, revision, *result),
            Finished::Done(Message::WeightsRead(path, read)) => self.take_weights(&path, *read),
            Finished::Done(Message::RowsRead(read)) => self.take_rows(*read),
            Finished::Done(Message::LayoutsSaved(Ok(())) | Message::FolderShown(_, Ok(()))) => {}
            Finished::Done(Message::LayoutsSaved(Err(error))) => {
                // The project remembers it all the same.
                self.note(Tone::Warning, error.to_string());
            }
            Finished::Done(Message::ProjectRead(path, opened)) => self.take_project(path, *opened),
            Finished::Done(Message::CopyMade(copy)) => self.take_copy(copy),
            Finished::Done(Message::CopySaved(path, saved)) => self.take_copy_saved(path, saved),
            Finished::Done(Message::ProjectSaved(end)) => self.take_saved(ctx, *end),
            Finished::Done(Message::Saving(message)) => self.take_saving(message),
            Finished::Done(Message::Explored(explored)) => {
                self.take_explored(explored);
            }
            Finished::Done(Message::StoryAnswered(answers)) => {
                for (asked, answer) in answers {
                    self.take_answer(asked, answer);
                }
            }
            Finished::Done(Message::StoryMade(story)) => self.take_story(*story),
            Finished::Done(Message::Answered(question, answer)) => {
                self.take_answer(question, answer);
            }
            Finished::Done(Message::PictureSaved(path, Ok(()))) => {
                self.tell_written(say::saved(file_name(&path)), path);
            }
            Finished::Done(Message::PictureSaved(path, Err(error))) => {
                self.problem(&say::written_not(file_name(&path)), &error.to_string());
            }
            Finished::Done(Message::BoundariesRead(path, read)) => {
                self.take_boundaries(&path, *read);
            }
            Finished::Done(Message::StoryLaidOut(story, laid_out)) => {
                self.take_laid_out(story, laid_out);
            }
            Finished::Done(Message::StoryPublished(path, result)) => {
                self.take_published(path, result);
            }
            Finished::Done(Message::DeckLookedThrough(path, found)) => {
                self.take_looked_through(&path, found);
            }
            Finished::Done(Message::DeckRefreshed(path, result)) => {
                self.take_refreshed_deck(path, result);
            }
            Finished::Done(Message::FolderShown(path, Err(_))) => {
                let text = say::folder_not_shown(path.display().to_string());
                self.note(Tone::Warning, text);
            }
            Finished::Done(Message::PictureDrawn(drawn)) => self.take_picture(ctx, drawn),
            Finished::Done(Message::LogoRead(read)) => self.take_logo(read),
            Finished::Done(Message::FilesChosen(purpose, paths)) => {
                self.take_chosen(ctx, purpose, paths);
            }
            Finished::Panicked { title } => {
                self.saving.forget_jobs();
                self.problem(say::job_broken_title(), &say::job_broken(title));
            }
        }
    }

    /// Shows what was read of a set of harm weights, before it is taken in.
    fn take_weights(&mut self, path: &Path, read: Result<WeightsReading, WeightsError>) {
        match read {
            Ok(reading) => {
                let draft = HarmDraft::new(reading, &self.explored.catalogue);
                self.explore.harm_draft = Some(draft);
                self.screen = Screen::Explore;
            }
            Err(error) => self.problem(&say::weights_none(file_name(path)), &error.to_string()),
        }
    }

    pub(super) fn tell_problems(&mut self, problems: &[(PathBuf, ReadError)]) {
        match problems {
            [(path, error)] => {
                self.problem(&say::import_failed(file_name(path)), &error.to_string());
            }
            several => {
                let lines: Vec<String> = several
                    .iter()
                    .map(|(path, error)| format!("{}: {error}", file_name(path)))
                    .collect();
                self.problem(
                    &say::import_failed_several(say::count_workbooks(several.len())),
                    &lines.join("\n\n"),
                );
            }
        }
    }

    fn take_project(&mut self, path: PathBuf, opened: Result<Opened, OpenError>) {
        match opened {
            Ok(opened) => {
                let is_copy = opened.project.shared.is_some();
                let told = Told::of(&opened, &file_name(&path));
                match (told.problem, opened.lost.is_empty()) {
                    (Some(problem), false) => self.open_damaged(opened.project, path, problem),
                    (problem, _) => {
                        self.open_read(opened.project, path);
                        if let Some((title, text)) = problem {
                            self.problem(&title, &text);
                        }
                    }
                }
                if is_copy {
                    self.show_shared_note();
                }
                if let Some(text) = told.note {
                    self.toasts
                        .push(Toast::new(Tone::Warning, text).seconds(20.0));
                }
            }
            Err(error @ (OpenError::Locked | OpenError::WrongPassphrase)) => {
                self.ask_for_passphrase(path, &error);
            }
            Err(error) => {
                let text = if is_gone(&error) {
                    self.preferences.forget_recent(&path);
                    say::open_gone(path.display().to_string())
                } else {
                    error.to_string()
                };
                self.tell_not_opened(path, &error, text);
            }
        }
    }

    /// Opens a file or imports it, as at the start with files on the command line.
    pub fn open_at_start(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.act(ctx, Action::TakeFiles(paths));
        }
    }
}

/// Whether a file is no longer there.
fn is_gone(error: &OpenError) -> bool {
    matches!(error, OpenError::Read(error) if error.kind() == std::io::ErrorKind::NotFound)
}
