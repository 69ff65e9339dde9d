//! The project's file: RON text in an envelope that names the format and its version.

mod boundaries;
mod columns;
mod error;
mod locked;
mod printed;
mod stories;
mod surveys;
mod v1;

use std::fs;
use std::io::Read as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Project;
use super::lock::Lock;
use super::saving::remove_unlocked;
use crate::base::atomic_file::{self, Backup};
use crate::base::file_system::Disk;
pub use error::{OpenError, SaveError};
pub use locked::is_locked;

/// The name of the format, in every file.
const FORMAT: &str = "bellwether";

/// The newest version of the format, which this program writes.
pub const VERSION: u32 = 1;

/// The largest file that is opened, in bytes; a project of ten million values is smaller.
const LARGEST_FILE: u64 = 1 << 30;

/// How much of a file is searched for its format and version.
const HEAD_BYTES: usize = 4096;

/// The file's outermost parentheses.
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
    /// Parts of the file that this program does not know and that saving would leave out.
    pub unknown_parts: Vec<String>,
}

/// Opens a project's file that is not locked.
///
/// # Errors
/// [`OpenError`], with line and column where the text is broken; [`OpenError::Locked`] where it is locked.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_with(path, &Lock::open())
}

/// Opens a project's file, which may be locked with a passphrase; the project is then locked with it, too.
///
/// # Errors
/// [`OpenError`], with line and column where the text is broken.
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
/// [`OpenError`], with line and column where the text is broken.
pub fn from_bytes(bytes: Vec<u8>, lock: &Lock) -> Result<Opened, OpenError> {
    if !locked::is_locked(&bytes) {
        let text = String::from_utf8(bytes).map_err(OpenError::NotText)?;
        return parse(&text);
    }
    let passphrase = lock.passphrase().ok_or(OpenError::Locked)?;
    let plain = locked::unlock(&bytes, passphrase)?;
    let text = String::from_utf8(plain).map_err(OpenError::NotText)?;
    let mut opened = parse(&text)?;
    opened.project.lock = lock.clone();
    Ok(opened)
}

/// Reads a project from the text of its file.
///
/// # Errors
/// [`OpenError`], with line and column where the text is broken.
pub fn parse(text: &str) -> Result<Opened, OpenError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if locked::is_locked(text.as_bytes()) {
        return Err(OpenError::Locked);
    }
    match version_of(text)? {
        1 => {}
        newer => {
            return Err(OpenError::Newer {
                version: newer,
                newest: VERSION,
            });
        }
    }
    let mut unknown_parts = Vec::new();
    let mut deserializer = ron::Deserializer::from_str(text).map_err(OpenError::from)?;
    let envelope: Envelope<v1::ProjectV1> = serde_ignored::deserialize(&mut deserializer, |part| {
        unknown_parts.push(part.to_string());
    })
    .and_then(|envelope| deserializer.end().map(|()| envelope))
    .map_err(|error| OpenError::from(deserializer.span_error(error)))?;
    let project = envelope.project.into_project()?;
    Ok(Opened {
        project,
        unknown_parts,
    })
}

/// The text of a project's file: all that is ever written of a project is this. The same project always gives the same
/// text, unless it is locked: then nobody can read it without the passphrase, nor see whether two texts hold the same.
///
/// # Errors
/// [`SaveError`] where a value has no form in the file.
pub fn to_text(project: &Project) -> Result<String, SaveError> {
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version: VERSION,
        project: v1::ProjectV1::from(project),
    };
    let layout = ron::ser::PrettyConfig::new()
        .new_line("\n")
        .indentor(" ")
        .depth_limit(6);
    let mut text = ron::ser::to_string_pretty(&envelope, layout)?;
    text.push('\n');
    match project.lock.passphrase() {
        None => Ok(text),
        Some(passphrase) => {
            locked::lock(&text, passphrase).map_err(|error| SaveError::Lock(error.to_string()))
        }
    }
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
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(64).read_to_end(&mut head));
    read.is_ok() && locked::is_locked(&head)
}

/// The version in the envelope's first lines, so that a newer file is told from a broken one.
fn version_of(text: &str) -> Result<u32, OpenError> {
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
        (true, Some(version)) if version > 0 => Ok(version),
        _ => Err(OpenError::NotAProject),
    }
}
