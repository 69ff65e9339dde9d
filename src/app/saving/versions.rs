//! The earlier versions of the project: listed, looked at, restored.

use std::io;
use std::path::Path;

use egui::Context;
use jiff::{Timestamp, Zoned};

use super::{FileQuestion, VersionsOnShow, moment, tasks};
use crate::app::program::{Asking, Program};
use crate::base::text::file_name;
use crate::project::Project;
use crate::project::differences::Differences;
use crate::project::saving::{Retention, Version, open_failure_words};
use crate::project::store::{OpenError, Opened};
use crate::ui::kit::Tone;
use crate::ui::saving::{VersionDetails, VersionRow, VersionsAnswer, VersionsReview, versions_ui};
use crate::words::{self, say};

impl Program {
    /// Lists the earlier versions.
    pub(in crate::app) fn show_versions(&mut self) {
        let Some(path) = self.document.path.clone() else {
            self.note(Tone::Neutral, say::versions_save_first());
            return;
        };
        self.start(say::job_listing_versions().to_owned(), move |_| {
            tasks::list_versions(&path)
        });
    }

    pub(super) fn take_versions(&mut self, listed: io::Result<Vec<Version>>) {
        let Some(path) = self.document.path.clone() else {
            return;
        };
        let versions = match listed {
            Ok(versions) => versions,
            Err(error) => {
                let text = open_failure_words(&path, &error);
                self.problem(say::versions_not_listed(), &text);
                return;
            }
        };
        let now = Zoned::now();
        let rows = versions.iter().map(|version| VersionRow {
            when: moment(version.saved, &now),
            size: size(version.length),
        });
        self.saving.versions = VersionsOnShow {
            review: VersionsReview {
                file: file_name(&path),
                rule: Retention::default().words(),
                rows: rows.collect(),
                selected: 0,
                details: None,
            },
            versions,
            opened: None,
        };
        self.asking = Some(Asking::File(FileQuestion::Versions));
        self.look_at_version(0);
    }

    /// Reads the version that was chosen.
    fn look_at_version(&mut self, at: usize) {
        let shown = &mut self.saving.versions;
        let Some(path) = shown.versions.get(at).map(|version| version.path.clone()) else {
            return;
        };
        shown.review.selected = at;
        shown.review.details = None;
        shown.opened = None;
        let now = self.document.history.project().clone();
        self.start(say::job_reading_version().to_owned(), move |_| {
            tasks::read_version(path, &now)
        });
    }

    pub(super) fn take_version(
        &mut self,
        path: &Path,
        read: Result<(Opened, Differences), OpenError>,
    ) {
        let shown = &mut self.saving.versions;
        let selected = shown.versions.get(shown.review.selected);
        if selected.is_none_or(|version| version.path != path) {
            return;
        }
        shown.review.details = Some(match read {
            Ok((opened, since)) => {
                let details = VersionDetails {
                    name: opened.project.name.clone(),
                    contents: contents(&opened.project),
                    since,
                };
                shown.opened = Some(opened);
                Ok(details)
            }
            Err(error) => Err(error.to_string()),
        });
    }

    pub(super) fn versions_ui(&mut self, ctx: &Context) {
        let Some(answer) = versions_ui(ctx, &self.saving.versions.review) else {
            return;
        };
        if let VersionsAnswer::Select(at) = answer {
            self.look_at_version(at);
            return;
        }
        self.asking = None;
        let shown = std::mem::take(&mut self.saving.versions);
        let version = shown.versions.get(shown.review.selected);
        let (Some(opened), Some(version)) = (shown.opened, version) else {
            return;
        };
        match answer {
            VersionsAnswer::Restore => self.restore(opened.project, version.saved),
            VersionsAnswer::OpenCopy if self.document.has_work_to_lose() => {
                // What is open stays: it has changes that no file holds.
                self.note(Tone::Warning, say::versions_save_or_restore());
            }
            VersionsAnswer::OpenCopy => self.open_as_copy(opened.project),
            VersionsAnswer::Select(_) | VersionsAnswer::Close => {}
        }
    }

    /// Puts an earlier version in the place of what is open: one step, which undo takes back. The file stays as it is
    /// until it is saved, and becomes a version then.
    fn restore(&mut self, project: Project, saved: Timestamp) {
        let when = || moment(saved, &Zoned::now());
        let step = words::in_english(|| format!("Restore the version of {}", when()));
        self.document.history.replace(project, step);
        self.note(Tone::Good, say::versions_restored(when()));
    }
}

/// "2 MB", "310 KB".
fn size(bytes: u64) -> String {
    let kilobytes = usize::try_from(bytes.div_ceil(1 << 10)).unwrap_or(usize::MAX);
    if kilobytes < 1 << 10 {
        say::size_kilobytes(kilobytes)
    } else {
        say::size_megabytes(kilobytes.div_ceil(1 << 10))
    }
}

/// What a project holds, a line each.
fn contents(project: &Project) -> Vec<String> {
    /// So many workbooks are named.
    const NAMED: usize = 6;
    let slides = project.stories.iter().map(|story| story.slides.len());
    let held = say::VersionsContents {
        slides: say::count_slides(slides.sum::<usize>()),
        stories: say::count_stories(project.stories.len()),
        values: say::count_values(project.observation_count()),
        workbooks: say::count_workbooks(project.sources.len()),
    };
    let mut lines = vec![held.say()];
    let names = project
        .sources
        .iter()
        .map(|source| source.file_name.clone());
    lines.extend(names.take(NAMED));
    if project.sources.len() > NAMED {
        lines.push(say::differences_more(project.sources.len() - NAMED));
    }
    lines
}
