//! The project's file: RON text in an envelope that names the format and its version.

mod boundaries;
mod columns;
mod error;
mod printed;
mod stories;
mod surveys;
mod v1;

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Project;
use crate::base::atomic_file::{self, Backup};
pub use error::{OpenError, SaveError};

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

/// Opens a project's file.
///
/// # Errors
/// [`OpenError`], with line and column where the text is broken.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let size = fs::metadata(path).map_err(OpenError::Read)?.len();
    if size > LARGEST_FILE {
        return Err(OpenError::TooLarge {
            megabytes: size >> 20,
        });
    }
    let bytes = fs::read(path).map_err(OpenError::Read)?;
    let text = String::from_utf8(bytes).map_err(OpenError::NotText)?;
    parse(&text)
}

/// Reads a project from the text of its file.
///
/// # Errors
/// [`OpenError`], with line and column where the text is broken.
pub fn parse(text: &str) -> Result<Opened, OpenError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
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

/// The text of a project's file. The same project always gives the same text.
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
    Ok(text)
}

/// Writes a project's file whole or not at all; the previous one stays beside it as `.bak`.
///
/// # Errors
/// [`SaveError`]; the file is then as it was.
pub fn save(path: &Path, project: &Project) -> Result<(), SaveError> {
    let text = to_text(project)?;
    atomic_file::write(path, text.as_bytes(), Backup::Keep).map_err(SaveError::Write)
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
