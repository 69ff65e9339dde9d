//! What the program remembers from one start to the next, apart from projects: recent files, theme, size.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, Zoned};

pub use super::kept::{Kept, Recent, WorkbookPlace};
use crate::base::atomic_file::{self, Backup};
use crate::data::SourceId;
use crate::project::layout_folder::LayoutFolder;
use crate::ui::welcome::RecentProject;
use crate::words::{self, Language, say};

/// How many recent projects are remembered.
const MOST_RECENT: usize = 12;
/// Of how many workbooks the place is remembered.
const MOST_WORKBOOKS: usize = 300;

/// The preferences, and where they are kept.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// What is kept.
    pub kept: Kept,
    /// The file; `None` keeps them for this run alone.
    path: Option<PathBuf>,
    /// The language of the system.
    system: Language,
}

impl Preferences {
    /// Preferences that are forgotten at the end.
    pub fn for_this_run() -> Self {
        Self::default()
    }

    /// The user's own. A file that is missing or damaged gives the defaults: nothing in it is worth
    /// stopping the program for.
    pub fn of_user() -> Self {
        let folders = directories::ProjectDirs::from("", "", "Bellwether");
        let path = folders.map(|folders| folders.config_dir().join("preferences.ron"));
        let kept = path
            .as_deref()
            .and_then(|path| fs::read_to_string(path).ok());
        let kept = kept.and_then(|text| Kept::parse(&text)).unwrap_or_default();
        let system = sys_locale::get_locale().unwrap_or_default();
        let system = Language::of_locale(&system);
        Self { kept, path, system }
    }

    /// The language of the window: what was chosen, else Welsh where the system speaks it, else English.
    pub fn language(&self) -> Language {
        self.kept.language.unwrap_or(self.system)
    }

    /// The user's own folder of layouts; none for preferences that are forgotten at the end.
    pub fn layout_folder(&self) -> Option<LayoutFolder> {
        self.path.as_ref().and_then(|_| LayoutFolder::of_user())
    }

    /// Puts a project at the head of the recent ones.
    pub fn note_recent(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.kept.recent.retain(|recent| recent.path != path);
        self.kept.recent.insert(
            0,
            Recent {
                path,
                at: Timestamp::now(),
            },
        );
        self.kept.recent.truncate(MOST_RECENT);
        self.save();
    }

    /// Remembers where a workbook lies.
    pub fn note_workbook(&mut self, source: &SourceId, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let places = &mut self.kept.workbooks;
        places.retain(|place| place.source != *source);
        let source = source.clone();
        places.insert(0, WorkbookPlace { source, path });
        places.truncate(MOST_WORKBOOKS);
        self.save();
    }

    /// Where a workbook lay when it was imported or found last.
    pub fn workbook(&self, source: &SourceId) -> Option<&Path> {
        let mut places = self.kept.workbooks.iter();
        let place = places.find(|place| place.source == *source)?;
        Some(&place.path)
    }

    /// Takes a project off the recent ones.
    pub fn forget_recent(&mut self, path: &Path) {
        self.kept.recent.retain(|recent| recent.path != path);
        self.save();
    }

    /// The recent projects for reading.
    pub fn recent(&self, now: &Zoned) -> Vec<RecentProject> {
        self.kept
            .recent
            .iter()
            .map(|recent| RecentProject {
                path: recent.path.clone(),
                when: when(&recent.at.to_zoned(now.time_zone().clone()), now),
            })
            .collect()
    }

    /// Writes the file. A failure loses a convenience, so that it is only noted.
    pub fn save(&self) {
        let Some(path) = &self.path else { return };
        let written = self
            .kept
            .to_text()
            .map_err(std::io::Error::other)
            .and_then(|text| {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder)?;
                }
                atomic_file::write(path, text.as_bytes(), Backup::Discard)
            });
        if let Err(error) = written {
            tracing::warn!(%error, "the preferences could not be saved");
        }
    }
}

/// A moment as people say it: "today, 09:12", "yesterday", "Tuesday", "3 March", "3 March 2024".
pub(super) fn when(then: &Zoned, now: &Zoned) -> String {
    let days = now
        .date()
        .since(then.date())
        .map_or(i32::MAX, |span| span.get_days());
    match days {
        0 => say::when_today(then.strftime("%H:%M").to_string()),
        1 => say::when_yesterday().to_owned(),
        2..=6 => say::when_weekday(then.weekday().to_monday_one_offset()),
        _ if then.year() == now.year() => say::DateInYear {
            day: then.day(),
            month: say::month_name(then.month()),
        }
        .say(),
        _ => words::date(then.date()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Zoned {
        text.parse().unwrap()
    }

    #[test]
    fn moments_are_said_as_people_say_them() {
        let now = at("2024-03-12T17:00[Europe/London]");
        for (then, words) in [
            ("2024-03-12T09:12[Europe/London]", "today, 09:12"),
            ("2024-03-11T23:59[Europe/London]", "yesterday"),
            ("2024-03-09T10:00[Europe/London]", "Saturday"),
            ("2024-03-03T10:00[Europe/London]", "3 March"),
            ("2023-03-03T10:00[Europe/London]", "3 March 2023"),
        ] {
            assert_eq!(when(&at(then), &now), words);
        }
    }

    #[test]
    fn a_project_stands_once_among_the_recent_ones() {
        let mut preferences = Preferences::for_this_run();
        for name in ["/a.bellwether", "/b.bellwether", "/a.bellwether"] {
            preferences.note_recent(Path::new(name));
        }
        let paths: Vec<_> = preferences
            .kept
            .recent
            .iter()
            .map(|recent| recent.path.clone())
            .collect();
        assert_eq!(
            paths,
            [
                PathBuf::from("/a.bellwether"),
                PathBuf::from("/b.bellwether")
            ]
        );
    }
}
