//! Boundaries of areas: read in the background, kept in the project, drawn at once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::message::Message;
use super::program::{Program, Screen};
use crate::base::text::file_name;
use crate::import::boundaries::{
    BoundaryError, BoundaryNote, BoundaryReading, is_boundary_file, read_boundary_file,
};
use crate::project::{BoundaryEdit, DistrictsArrangement, DistrictsSpec, Edit};
use crate::ui::explore::ExploreTab;
use crate::ui::kit::{Toast, Tone};
use crate::words::say;

impl Program {
    /// Reads boundaries in the background.
    pub(super) fn load_boundaries(&mut self, path: PathBuf) {
        let title = say::job_reading(file_name(&path));
        self.start(title, move |_| {
            let read = read_boundary_file(&path);
            Message::BoundariesRead(path, Box::new(read))
        });
    }

    /// Takes the files of boundaries among files that were dropped, and leaves the others.
    pub(super) fn take_boundary_files(&mut self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        let (boundaries, others): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| is_boundary_file(path));
        for path in boundaries {
            self.load_boundaries(path);
        }
        others
    }

    /// Keeps boundaries in the project and shows the map.
    pub(super) fn take_boundaries(
        &mut self,
        path: &Path,
        read: Result<BoundaryReading, BoundaryError>,
    ) {
        let reading = match read {
            Ok(reading) => reading,
            Err(error) => {
                let title = say::boundaries_not_loaded(file_name(path));
                self.problem(&title, &error.to_string());
                return;
            }
        };
        let loaded = say::BoundariesLoaded {
            count: reading.boundaries.areas.len(),
            file: &*reading.boundaries.file_name,
        };
        let mut words = loaded.say();
        let notes: Vec<String> = reading.notes.iter().map(BoundaryNote::words).collect();
        let tone = if notes.is_empty() {
            Tone::Good
        } else {
            words = say::BoundariesLoadedNotes {
                loaded: words,
                notes: notes.join(". "),
            }
            .say();
            Tone::Warning
        };
        self.toasts.push(Toast::new(tone, words).seconds(12.0));
        let name = reading.boundaries.file_name.clone();
        let keep = BoundaryEdit::Keep(Arc::new(reading.boundaries));
        let shown = DistrictsSpec {
            arrangement: DistrictsArrangement::Map,
            ..self.document.history.project().view.districts.clone()
        };
        self.edit_together(
            format!("Load the boundaries “{name}”"),
            vec![Edit::Boundaries(keep), Edit::SetDistricts(shown)],
        );
        if self.screen == Screen::Welcome || self.screen == Screen::Explore {
            self.explore.choose_tab(ExploreTab::Districts);
            self.screen = Screen::Explore;
        }
    }
}
