//! What leaves the program from its dialogs: a story as files, a presentation refreshed, the chart as a file. Laying
//! out, looking through and writing are jobs; nothing is written before what is to be known was on show.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::document::as_file_name;
use super::message::{FilePurpose, Message};
use super::picture::{self, Look};
use super::program::{Program, Screen};
use super::reveal;
use crate::base::progress::Progress;
use crate::base::text::file_name;
use crate::export::pptx::{FoundChanges, RefreshError};
use crate::export::story::{
    LookThroughError, Publication, PublishError, PublishOptions, PublishableStory, look_through,
};
use crate::project::story::StoryId;
use crate::ui::action::Action;
use crate::ui::kit::{Toast, Tone};
use crate::ui::publish::{
    ChartFileDraft, Ended, PublishDraft, PublishReview, RefreshReview, chart_file_ui, publish_ui,
    refresh_review_ui,
};
use crate::words::say;

/// The dialogs and what they are about.
#[derive(Debug, Default)]
pub(super) struct Publishing {
    /// The story that is about to be published.
    draft: Option<PublishDraft>,
    /// The same while it is laid out.
    checking: Option<PublishDraft>,
    /// The story laid out, until it is known where it goes.
    laid_out: Option<Arc<PublishableStory>>,
    /// The presentation that was looked through, and what its dialog says.
    refresh: Option<(RefreshReview, Arc<FoundChanges>)>,
    /// The chart that is about to be saved.
    chart: Option<ChartFileDraft>,
    /// How the last chart was saved.
    last_chart: ChartFileDraft,
    /// How the last story was published.
    last_story: PublishOptions,
}

impl Publishing {
    /// Whether a dialog is open, which has the keys.
    pub const fn has_dialog(&self) -> bool {
        self.draft.is_some() || self.refresh.is_some() || self.chart.is_some()
    }
}

impl Program {
    /// Asks how the story on show is to be published.
    pub(super) fn begin_publishing(&mut self) {
        let draft = self
            .open_story()
            .map(|story| PublishDraft::new(story, self.publishing.last_story));
        if draft.is_none() {
            self.note(Tone::Neutral, say::nothing_to_publish());
            self.show_stories();
            return;
        }
        self.screen = Screen::Story;
        self.publishing.draft = draft;
    }

    /// Asks as what the chart on show is to be saved.
    pub(super) fn begin_saving_chart(&mut self) {
        if self.answer_on_show().is_none() {
            self.note(Tone::Neutral, say::nothing_to_save_chart());
            return;
        }
        self.publishing.chart = Some(self.publishing.last_chart);
    }

    /// Asks which presentation is to be refreshed.
    pub(super) fn begin_refreshing_deck(&mut self) {
        if self.document.history.project().stories.is_empty() {
            self.note(Tone::Neutral, say::nothing_to_refresh());
            return;
        }
        self.ask_for_files(FilePurpose::RefreshDeck);
    }

    /// Draws the dialog that is open, and does what was answered.
    pub(super) fn publishing_ui(&mut self, ctx: &Context) {
        if let Some(mut draft) = self.publishing.draft.take() {
            match publish_ui(ctx, &mut draft) {
                Ended::No => self.publishing.draft = Some(draft),
                Ended::Left => self.publishing.laid_out = None,
                Ended::Back => {
                    draft.review = None;
                    self.publishing.laid_out = None;
                    self.publishing.draft = Some(draft);
                }
                Ended::Done if draft.review.is_some() => self.ask_where_to_publish(),
                Ended::Done => self.check_story(draft),
            }
        }
        if let Some((review, found)) = self.publishing.refresh.take() {
            match refresh_review_ui(ctx, &review) {
                Ended::No => self.publishing.refresh = Some((review, found)),
                Ended::Done => {
                    let title = say::job_refreshing(file_name(found.path()));
                    self.start(title, move |_| {
                        let result = found.write();
                        Message::DeckRefreshed(found.path().to_owned(), result)
                    });
                }
                Ended::Left | Ended::Back => {}
            }
        }
        if let Some(mut draft) = self.publishing.chart.take() {
            match chart_file_ui(ctx, &mut draft) {
                Ended::No => self.publishing.chart = Some(draft),
                Ended::Done => {
                    self.publishing.last_chart = draft;
                    self.ask_for_files(FilePurpose::SavePicture(draft.kind));
                }
                Ended::Left | Ended::Back => {}
            }
        }
    }

    /// Lays a story out in the background, to see what is to be known of its slides.
    fn check_story(&mut self, draft: PublishDraft) {
        let project = self.document.history.project().clone();
        let Some(story) = project.story(draft.story).cloned() else {
            return;
        };
        let (explored, options) = (self.explored_now(), draft.options);
        let id = draft.story;
        let title = say::job_laying_out(&*draft.name);
        let is_started = self.start(title, move |progress| {
            let brand = &project.brand;
            let laid_out = match explored {
                Some(explored) => {
                    PublishableStory::new(&story, &explored.catalogue, brand, options, progress)
                }
                None => {
                    PublishableStory::new(&story, &project.catalogue(), brand, options, progress)
                }
            };
            Message::StoryLaidOut(id, laid_out.map(Arc::new))
        });
        self.publishing.last_story = draft.options;
        self.publishing.checking = is_started.then_some(draft);
    }

    /// What was read of the sources, where it is that of the project as it is now.
    fn explored_now(&self) -> Option<Arc<super::Explored>> {
        (!self.is_exploring).then(|| self.explored.clone())
    }

    /// Takes in a story that was laid out: says what is to be known of it, else asks where it goes.
    pub(super) fn take_laid_out(
        &mut self,
        story: StoryId,
        laid_out: Result<Arc<PublishableStory>, PublishError>,
    ) {
        let checking = self.publishing.checking.take();
        let Some(mut draft) = checking.filter(|draft| draft.story == story) else {
            return;
        };
        match laid_out {
            Ok(laid_out) => {
                draft.review = PublishReview::of(&laid_out);
                self.publishing.laid_out = Some(laid_out);
                if draft.review.is_some() {
                    self.publishing.draft = Some(draft);
                } else {
                    self.ask_where_to_publish();
                }
            }
            Err(PublishError::Cancelled(_)) => self.note(Tone::Neutral, say::publish_stopped()),
            Err(error) => {
                let title = say::publish_cannot(&*draft.name);
                self.problem(&title, &error.to_string());
            }
        }
    }

    fn ask_where_to_publish(&mut self) {
        if let Some(laid_out) = &self.publishing.laid_out {
            let publication = laid_out.options().publication;
            self.ask_for_files(FilePurpose::Publish(publication));
        }
    }

    /// The name that is proposed for a story's file.
    pub(super) fn proposed_story_name(&self, publication: Publication) -> String {
        let laid_out = self.publishing.laid_out.as_ref();
        let name = laid_out.map_or("Story", |laid_out| laid_out.name());
        match publication.ending() {
            Some(ending) => format!("{}.{ending}", as_file_name(name)),
            None => as_file_name(name),
        }
    }

    /// Writes the story that was laid out to the file that was chosen, or into a folder of its name in the one chosen.
    pub(super) fn publish_to(&mut self, path: PathBuf) {
        let Some(laid_out) = self.publishing.laid_out.take() else {
            return;
        };
        let publication = laid_out.options().publication;
        let path = match publication.ending() {
            Some(ending) => ending_in(path, ending),
            None => path.join(as_file_name(laid_out.name())),
        };
        let title = say::job_publishing(file_name(&path));
        self.start(title, move |progress| {
            let result = laid_out.write(&path, progress);
            Message::StoryPublished(path, result)
        });
    }

    /// Nothing was chosen: the story is not published.
    pub(super) fn stop_publishing(&mut self) {
        self.publishing.laid_out = None;
    }

    /// Takes in the end of a publication.
    pub(super) fn take_published(&mut self, path: PathBuf, result: Result<(), PublishError>) {
        match result {
            Ok(()) => self.tell_written(say::publish_done(file_name(&path)), path),
            Err(PublishError::Cancelled(_)) => self.note(Tone::Neutral, say::publish_stopped()),
            Err(error) => {
                let title = say::written_not(file_name(&path));
                self.problem(&title, &error.to_string());
            }
        }
    }

    /// Looks a presentation through in the background.
    pub(super) fn look_through_deck(&mut self, path: PathBuf) {
        let project = self.document.history.project().clone();
        let (explored, options) = (self.explored_now(), self.publishing.last_story);
        let title = say::job_looking_through(file_name(&path));
        self.start(title, move |progress: &Progress| {
            let (stories, brand) = (&project.stories, &project.brand);
            let found = if let Some(held) = explored {
                look_through(&path, stories, &held.catalogue, brand, options, progress)
            } else {
                let catalogue = project.catalogue();
                look_through(&path, stories, &catalogue, brand, options, progress)
            };
            Message::DeckLookedThrough(path, found.map(Arc::new))
        });
    }

    /// Takes in what was found in a presentation.
    pub(super) fn take_looked_through(
        &mut self,
        path: &Path,
        found: Result<Arc<FoundChanges>, LookThroughError>,
    ) {
        match found {
            Ok(found) => self.publishing.refresh = Some((RefreshReview::of(&found), found)),
            Err(LookThroughError::Publish(PublishError::Cancelled(_))) => {
                self.note(Tone::Neutral, say::refresh_stopped());
            }
            Err(error) => {
                let title = say::refresh_cannot(file_name(path));
                self.problem(&title, &error.to_string());
            }
        }
    }

    /// Takes in the end of a refresh.
    pub(super) fn take_refreshed_deck(&mut self, path: PathBuf, result: Result<(), RefreshError>) {
        match result {
            Ok(()) => self.tell_written(say::refresh_done(file_name(&path)), path),
            Err(error) => {
                let title = say::refresh_failed(file_name(&path));
                self.problem(&title, &error.to_string());
            }
        }
    }

    /// Writes the chart to a file in the background.
    pub(super) fn save_picture(&mut self, path: PathBuf) {
        let Some((answer, view, brand)) = self.chart_on_show() else {
            return;
        };
        let draft = self.publishing.last_chart;
        let look = Look {
            size: draft.size,
            theme: draft.theme,
            scale: draft.scale,
        };
        let title = say::job_writing(file_name(&path));
        self.start(title, move |_| {
            let result = picture::write(&answer, (&view, &brand), look, &path);
            Message::PictureSaved(path, result)
        });
    }

    /// Says that a file was written, and offers to show it.
    pub(super) fn tell_written(&mut self, words: String, path: PathBuf) {
        let show = Action::ShowInFolder(path);
        self.toasts
            .push(Toast::new(Tone::Good, words).action(say::folder_show(), show));
    }

    /// Shows a file in its folder.
    pub(super) fn show_in_folder(&mut self, path: PathBuf) {
        self.start(say::job_opening_folder().to_owned(), move |_| {
            let shown = reveal::show_in_folder(&path);
            Message::FolderShown(path, shown)
        });
    }
}

/// A path with an ending, whatever full stops its name has.
fn ending_in(path: PathBuf, ending: &str) -> PathBuf {
    let has_it = path
        .extension()
        .is_some_and(|held| held.eq_ignore_ascii_case(ending));
    if has_it {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_a_name_is_no_ending() {
        let ended = |name: &str| ending_in(PathBuf::from(name), "pptx");
        assert_eq!(ended("Panel 28.3"), PathBuf::from("Panel 28.3.pptx"));
        assert_eq!(ended("Panel.PPTX"), PathBuf::from("Panel.PPTX"));
    }
}
