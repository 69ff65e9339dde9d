//! The text of a crash report, and where it is kept.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::app::run::{Marker, RunFolder, Stage};
use crate::base::atomic_file::{self, Backup};

/// The ending of reports.
pub const REPORT: &str = "txt";

/// What the report of a run says that ended without a word.
pub const ENDED: &str = "the program ended without closing";

/// A crash report: what is said in it is the program's own.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What happened.
    pub what: String,
    /// Where in the program, where that is known.
    pub place: String,
    /// What drew the window.
    pub renderer: String,
    /// For how long the program had run, in seconds, where that is known.
    pub seconds: Option<i64>,
    /// What was done last, the latest last.
    pub trail: Vec<String>,
    /// The functions that were under way, the innermost first.
    pub backtrace: String,
    /// The address of a known function, by which those of stripped programs are resolved.
    pub base_address: usize,
}

impl Report {
    /// The report as a text.
    pub fn text(&self) -> String {
        let or_unknown =
            |words: &str| if words.is_empty() { "not known" } else { words }.to_owned();
        let mut lines = vec![
            String::from("Bellwether crash report"),
            String::new(),
            String::from(
                "It holds nothing of your projects or workbooks, and it is sent nowhere: pass it on if you want to.",
            ),
            String::new(),
            format!("Version: {}", env!("CARGO_PKG_VERSION")),
            format!(
                "When: {}",
                Timestamp::now().strftime("%Y-%m-%d %H:%M:%S UTC")
            ),
            format!(
                "System: {} ({})",
                std::env::consts::OS,
                std::env::consts::ARCH
            ),
            format!("Renderer: {}", or_unknown(&self.renderer)),
            match self.seconds {
                Some(seconds) => format!("Had run for: {}", duration(seconds)),
                None => String::from("Had run for: not known"),
            },
            format!("What happened: {}", or_unknown(&self.what)),
            format!("Where: {}", or_unknown(&self.place)),
            String::new(),
            String::from("What was done last, the latest last:"),
        ];
        if self.trail.is_empty() {
            lines.push(String::from("  not known"));
        }
        lines.extend(self.trail.iter().map(|done| format!("  {done}")));
        if !self.backtrace.is_empty() {
            lines.push(String::new());
            lines.push(format!(
                "Functions under way, the innermost first (install is at {:#x}):",
                self.base_address
            ));
            lines.push(self.backtrace.trim_end().to_owned());
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// Writes the report, whole or not at all.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        atomic_file::write(path, self.text().as_bytes(), Backup::Discard)
    }
}

/// A length of time as it is read: "25 s", "30 min", "2 h 5 min".
fn duration(seconds: i64) -> String {
    match (seconds / 3600, seconds / 60 % 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Where the report of a run is kept.
pub fn report_path(folder: &RunFolder, marker: &Marker) -> PathBuf {
    let stamp = marker.began.strftime("%Y%m%d-%H%M%S");
    let name = format!("crash-{stamp}-{}.{REPORT}", marker.process);
    folder.path().join(name)
}

/// The report of a run that ended without a word: killed, the power cut, or the driver of the screen failed.
pub fn ended_without_a_word(marker: &Marker) -> Report {
    let place = match marker.stage {
        Stage::Beginning => String::from("before a window was opened"),
        Stage::Trying(renderer) => format!("opening the window with {}", renderer.words()),
        Stage::Running(_) => String::from("with the window open"),
    };
    Report {
        what: format!("{ENDED}: it was stopped from outside, the power went, or a driver failed"),
        place,
        renderer: marker.renderer.clone(),
        ..Report::default()
    }
}
