//! The project's file while the project is open: who has it open, what it held when it was read, saving it, what
//! somebody else did to it, and its earlier versions. Every look at the drive is a job.

mod changed;
mod message;
mod opening;
mod save;
mod tasks;
mod versions;

use std::path::PathBuf;

use egui::Context;
use jiff::{Timestamp, Zoned};

use super::program::Program;
use crate::project::saving::{Fingerprint, Hold, Holder, Version, WholeCopy};
use crate::project::store::Opened;
use crate::ui::saving::{ChangedReview, VersionsReview};
use crate::words::{self, say};
pub(super) use message::{SaveEnd, SavingMessage};

/// What is known of the file of a project that is open, or about to be.
#[derive(Debug)]
struct OpenFile {
    path: PathBuf,
    /// As long as this is held, others are told who has it open.
    hold: Option<Hold>,
    /// Whether the user chose to open it although somebody else has it open.
    is_shared: bool,
    /// What it held when it was read or saved; `None` where there was none.
    fingerprint: Option<Fingerprint>,
    /// Whether it is opened as a copy without a file.
    is_copy: bool,
}

/// A question about the file, with what the dialog says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileQuestion {
    /// Somebody has it open.
    InUse { path: PathBuf, holder: Holder },
    /// It is missing or damaged, and a whole copy was found.
    UseWhole {
        path: PathBuf,
        title: String,
        text: String,
    },
    /// It could not be saved.
    NotSaved { title: String, text: String },
    /// Somebody else changed it.
    Changed(Box<ChangedReview>),
    /// Its earlier versions.
    Versions,
}

/// What the program keeps of the project's file.
#[derive(Debug, Default)]
pub(super) struct Saving {
    /// Counts the documents that were open, so that the end of a job is not taken for another's.
    document: u64,
    file: Option<OpenFile>,
    opening: Option<OpenFile>,
    /// A copy that stands in for a file that is missing or damaged.
    whole: Option<Box<WholeCopy>>,
    is_under_way: bool,
    /// Where to save once the save under way is done.
    again: Option<PathBuf>,
    is_looking: bool,
    /// The change of somebody else that was told already, or is being dealt with.
    told: Option<Fingerprint>,
    /// Whether the next file dialog proposes a name of its own.
    proposes_copy: bool,
    versions: VersionsOnShow,
}

/// The versions in the dialog.
#[derive(Debug, Default)]
struct VersionsOnShow {
    review: VersionsReview,
    versions: Vec<Version>,
    /// The one that is chosen, once it is read.
    opened: Option<Opened>,
}

impl Saving {
    /// Waits for no job any more: one of them came to grief.
    pub(super) const fn forget_jobs(&mut self) {
        self.is_under_way = false;
        self.is_looking = false;
    }

    /// Lets go of the file of the document that is left.
    pub(super) fn leave_document(&mut self) {
        self.document += 1;
        self.file = None;
        self.told = None;
        self.again = None;
        self.is_under_way = false;
        self.versions = VersionsOnShow::default();
    }
}

impl Program {
    /// Draws a question about the file and does what is answered.
    pub(super) fn file_question_ui(&mut self, ctx: &Context, question: FileQuestion) {
        match question {
            FileQuestion::InUse { path, holder } => self.in_use_ui(ctx, path, &holder),
            FileQuestion::UseWhole { path, title, text } => {
                self.use_whole_ui(ctx, path, &title, &text);
            }
            FileQuestion::NotSaved { title, text } => self.not_saved_ui(ctx, &title, &text),
            FileQuestion::Changed(review) => self.changed_ui(ctx, &review),
            FileQuestion::Versions => self.versions_ui(ctx),
        }
    }
}

/// A moment with its time: "today, 09:12", "yesterday, 17:40", "3 March, 10:05", "3 March 2024, 10:05".
fn moment(then: Timestamp, now: &Zoned) -> String {
    let then = then.to_zoned(now.time_zone().clone());
    let time = then.strftime("%H:%M").to_string();
    let days = now.date().since(then.date());
    let day = match days.map_or(i32::MAX, |span| span.get_days()) {
        0 => return say::when_today(time),
        1 => return say::when_yesterday_at(time),
        _ if then.year() == now.year() => say::DateInYear {
            day: then.day(),
            month: say::month_name(then.month()),
        }
        .say(),
        _ => words::date(then.date()),
    };
    say::WhenDayAt { day, time }.say()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_their_time() {
        let now: Zoned = "2024-03-12T17:00[Europe/London]".parse().unwrap();
        for (then, words) in [
            ("2024-03-12T09:12Z", "today, 09:12"),
            ("2024-03-11T23:59Z", "yesterday, 23:59"),
            ("2024-03-03T10:00Z", "3 March, 10:00"),
            ("2023-06-03T10:00Z", "3 June 2023, 11:00"),
        ] {
            assert_eq!(moment(then.parse().unwrap(), &now), words);
        }
    }
}
