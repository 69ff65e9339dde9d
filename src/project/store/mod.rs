//! The project's file: RON text in an envelope that names the format and its version.

mod boundaries;
mod checks;
mod columns;
mod damage;
mod error;
#[cfg(test)]
mod every_part;
mod kept;
mod limits;
mod locked;
mod outline;
mod printed;
mod read;
mod stories;
mod surveys;
mod v1;

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::lock::Lock;
use super::saving::remove_unlocked;
use super::{Project, View};
use crate::base::atomic_file::{self, Backup};
use crate::base::file_system::{Disk, FileSystem as _};
use checks::Checks;
pub use damage::{Changed, Lost, LostPart};
pub use error::{OpenError, SaveError};
pub use kept::NewerPart;
use limits::LARGEST_FILE;
pub use locked::{LOCKED_HEAD, is_locked, work_of_lock};
use outline::Part;
use read::{How, Outcome, Reader};

/// The name of the format, in every file.
const FORMAT: &str = "bellwether";

/// The newest version of the format, which this program writes.
pub const VERSION: u32 = 1;

/// How much of a file is searched for its format and version.
const HEAD_BYTES: usize = 4096;

/// The fields of the envelope.
const ENVELOPE: [&str; 4] = ["format", "version", checks::FIELD, "project"];

/// More fields than an envelope ever has.
const MOST_FIELDS: usize = 100;

/// How the project and the marks begin, as the program writes them.
const PROJECT: &str = "\n project: (";
const CHECKS: &str = "\n checks: (";

/// The file's outermost parentheses; the marks of its parts stand before the project.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Bellwether")]
struct Envelope<P> {
    format: String,
    version: u32,
    project: P,
}

/// A project as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The project.
    pub project: Project,
    /// Parts of the file that this program does not know, in the words of the file; saving keeps them as they are.
    pub unknown_parts: Vec<String>,
    /// Parts that could not be read. Where there are any, the project is not the file's: it is to be saved under
    /// another name.
    pub lost: Vec<Lost>,
    /// Parts that could be read and are not as the program wrote them: the file was changed by hand, or damaged so
    /// that it still reads.
    pub changed: Vec<Changed>,
}

impl Opened {
    /// The same, where nothing of it is lost.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] with the first part that could not be read.
    pub fn whole(self) -> Result<Self, OpenError> {
        match self.lost.first() {
            Some(lost) => Err(OpenError::Damaged {
                line: lost.line.unwrap_or(1),
                problem: lost.problem.clone(),
            }),
            None => Ok(self),
        }
    }
}

/// Opens a project's file that is not locked, as far as it can be read.
///
/// # Errors
/// [`OpenError`] where nothing of it can be; [`OpenError::Locked`] where it is locked.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_with(path, &Lock::open())
}

/// Opens a project's file, which may be locked with a passphrase; the project is then locked with it, too.
///
/// # Errors
/// [`OpenError`] where nothing of it can be read.
pub fn open_with(path: &Path, lock: &Lock) -> Result<Opened, OpenError> {
    let size = fs::metadata(path).map_err(OpenError::Read)?.len();
    if size > LARGEST_FILE {
        return Err(OpenError::TooLarge {
            megabytes: size >> 20,
        });
    }
    from_bytes(fs::read(path).map_err(OpenError::Read)?, lock)
}

/// Reads a project from the bytes of its file, which may be locked with a passphrase.
///
/// # Errors
/// [`OpenError`] where nothing of it can be read.
pub fn from_bytes(bytes: Vec<u8>, lock: &Lock) -> Result<Opened, OpenError> {
    if !locked::is_locked(&bytes) {
        return parse_bytes(bytes);
    }
    locked::work_of_lock(&bytes)?;
    let passphrase = lock.passphrase().ok_or(OpenError::Locked)?;
    let unlocked = locked::unlock(&bytes, passphrase)?;
    if locked::is_locked(&unlocked) {
        // Asking for a passphrase once more would never end.
        return Err(OpenError::LockedOtherwise);
    }
    let mut opened = parse_bytes(unlocked)?;
    opened.project.lock = lock.clone();
    Ok(opened)
}

/// Reads a project from the bytes of its file, as far as they can be read.
///
/// # Errors
/// [`OpenError`] where nothing of it can be.
pub fn parse_bytes(bytes: Vec<u8>) -> Result<Opened, OpenError> {
    match String::from_utf8(bytes) {
        Ok(text) => parse(&text),
        Err(broken) => {
            // Bytes that are no text become a sign that stands in no number; their part is told as changed or lost.
            let text = String::from_utf8_lossy(broken.as_bytes());
            let mut opened = read_envelope(&text)?.ok_or(OpenError::NotText)?;
            if opened.lost.is_empty() && opened.changed.is_empty() {
                opened.changed.push(Changed {
                    part: LostPart::Other,
                    name: String::new(),
                });
            }
            Ok(opened)
        }
    }
}

/// Reads a project from the text of its file, as far as it can be read.
///
/// # Errors
/// [`OpenError`] where nothing of it can be.
pub fn parse(text: &str) -> Result<Opened, OpenError> {
    read_envelope(text)?.ok_or(OpenError::NotAProject)
}

/// Reads the envelope and what it holds; `None` where it is none.
fn read_envelope(text: &str) -> Result<Option<Opened>, OpenError> {
    if locked::is_locked(text.as_bytes()) {
        return Err(OpenError::Locked);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // What a disk leaves behind the end of a file.
    let text = text.trim_end_matches(|c: char| c == '\0' || c.is_whitespace());
    match version_of(text) {
        Some(VERSION) => {}
        Some(version) => {
            return Err(OpenError::Newer {
                version,
                newest: VERSION,
            });
        }
        None => return Ok(None),
    }
    limits::look_through(text)?;
    let (project, outcome) = read_as(text, How::Brackets);
    let (project, outcome) = if outcome.lost.is_empty() {
        (project, outcome)
    } else {
        // A bracket or a quote may be gone: what lines tell counts where it is more.
        let (by_lines, mut other) = read_as(text, How::Lines);
        if other.read > outcome.read {
            if other.lost.is_empty() && other.changed.is_empty() {
                // Everything is there, and something is there besides.
                other.changed.push(Changed {
                    part: LostPart::Other,
                    name: String::new(),
                });
            }
            (by_lines, other)
        } else {
            (project, outcome)
        }
    };
    opened(text, project, outcome).map(Some)
}

/// The project as it was opened, unless nothing of it was.
fn opened(text: &str, mut project: Project, outcome: Outcome) -> Result<Opened, OpenError> {
    if let Some(first) = outcome.lost.first()
        && outcome.kept.is_empty()
        && !holds_anything(&project)
    {
        return Err(OpenError::Damaged {
            line: first
                .line
                .unwrap_or_else(|| outline::line_of(text, text.len())),
            problem: first.problem.clone(),
        });
    }
    let mut kept = outcome.kept;
    if kept.iter().any(NewerPart::is_instead)
        && let Ok(written) = project_text(&project)
    {
        NewerPart::note_written(&mut kept, &written);
    }
    project.newer = kept.into();
    Ok(Opened {
        unknown_parts: project.newer.iter().map(NewerPart::path).collect(),
        project,
        lost: outcome.lost,
        changed: outcome.changed,
    })
}

/// Whether a project holds more than a name and what the screen shows.
fn holds_anything(project: &Project) -> bool {
    let nothing = Project {
        name: project.name.clone(),
        view: View::clone(&project.view),
        ..Project::default()
    };
    *project != nothing
}

/// Reads the parts of a file in one way.
fn read_as(text: &str, how: How) -> (Project, Outcome) {
    let fields: Vec<Part> = outline::parts(text, &(0..text.len()))
        .take(MOST_FIELDS)
        .collect();
    let named = |name: &str| fields.iter().find(|field| field.name(text) == name);
    let project = named("project").map(|field| field.span.clone());
    let project = match how {
        How::Brackets => project,
        How::Lines => text
            .find(PROJECT)
            .map(|at| at + PROJECT.len() - 1..text.len()),
    };
    let checks = match how {
        How::Brackets => named(checks::FIELD).map(|field| field.span.clone()),
        How::Lines => text.find(CHECKS).and_then(|at| {
            let end = text.get(at..)?.find("\n )")?;
            Some(at + CHECKS.len() - 1..at + end + 3)
        }),
    };
    let checks = checks.map(|span| Checks::read(text, &span));
    let project = project.unwrap_or(text.len()..text.len());
    let mut reader = Reader::new(text, how, checks, &project);
    let read = v1::read_project(&mut reader, &project);
    if how == How::Brackets {
        reader.look_at_envelope(&fields, &ENVELOPE, &v1::FIELDS);
    }
    (read, reader.finish())
}

/// The text of a project's file: all that is ever written of a project is this. The same project always gives the same
/// text, unless it is locked: then nobody can read it without the passphrase, nor see whether two texts hold the same.
///
/// # Errors
/// [`SaveError`] where a value has no form in the file.
pub fn to_text(project: &Project) -> Result<String, SaveError> {
    let text = plain_text(project)?;
    match project.lock.passphrase() {
        None => Ok(text),
        Some(passphrase) => {
            locked::lock(&text, passphrase).map_err(|error| SaveError::Lock(error.to_string()))
        }
    }
}

/// The text of a project's file before it is locked.
fn plain_text(project: &Project) -> Result<String, SaveError> {
    let text = kept::put_back(project_text(project)?, &project.newer, |text| {
        parse(text).is_ok_and(|opened| opened.lost.is_empty())
    });
    let fields: Vec<Part> = outline::parts(&text, &(0..text.len())).collect();
    let found = fields.iter().find(|field| field.name(&text) == "project");
    let (Some(field), Some(at)) = (found, text.find(PROJECT)) else {
        return Ok(text);
    };
    let is_other = |field: &&Part| !ENVELOPE.contains(&field.name(&text));
    let others: Vec<&Part> = fields.iter().filter(is_other).collect();
    let checks = Checks::of(&text, &field.span, &others).to_text()?;
    let (before, after) = text.split_at(at + 1);
    Ok(format!("{before}{checks}{after}"))
}

/// The text of what this program knows of a project, without marks.
fn project_text(project: &Project) -> Result<String, SaveError> {
    envelope_text(v1::ProjectV1::from(project))
}

fn envelope_text(project: v1::ProjectV1) -> Result<String, SaveError> {
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version: VERSION,
        project,
    };
    let layout = ron::ser::PrettyConfig::new()
        .new_line("\n")
        .indentor(" ")
        .depth_limit(6);
    let mut text = ron::ser::to_string_pretty(&envelope, layout)?;
    text.push('\n');
    Ok(text)
}

/// Writes a project's file whole or not at all; the previous one stays beside it as `.bak`, unless the project is
/// locked and that one is not.
///
/// # Errors
/// [`SaveError`]; the file is then as it was.
pub fn save(path: &Path, project: &Project) -> Result<(), SaveError> {
    let bytes = to_text(project)?.into_bytes();
    let backup = if project.lock.is_locked() && !is_locked_file(path) {
        Backup::Discard
    } else {
        Backup::Keep
    };
    atomic_file::write(path, &bytes, backup).map_err(SaveError::Write)?;
    if project.lock.is_locked() {
        remove_unlocked(&Disk, path)
            .map_err(|(path, error)| SaveError::Unlocked { path, error })?;
    }
    Ok(())
}

/// Whether a file is there and is locked.
pub fn is_locked_file(path: &Path) -> bool {
    Disk.read_head(path, LOCKED_HEAD)
        .is_ok_and(|head| locked::is_locked(&head))
}

/// The version in the envelope's first lines, so that a newer file is told from a broken one; `None` where it is
/// none of ours. Of a damaged head enough is that one line of it is whole.
fn version_of(text: &str) -> Option<u32> {
    let head: String = text
        .chars()
        .take(HEAD_BYTES)
        .filter(|c| !c.is_whitespace())
        .collect();
    let is_ours = head.contains(&format!("format:\"{FORMAT}\""));
    let version = head.split_once("version:").and_then(|(_, rest)| {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end)?.parse().ok()
    });
    match (is_ours, version) {
        (true, Some(version)) if version > 0 => Some(version),
        (true, None) | (false, Some(VERSION)) if text.contains(PROJECT) => Some(VERSION),
        _ => None,
    }
}
