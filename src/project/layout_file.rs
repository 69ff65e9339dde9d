//! The file of one remembered layout: RON text in an envelope that names the format and its version.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::base::atomic_file::{self, Backup};
use crate::import::remembered::RememberedLayout;

/// The name of the format, in every file.
const FORMAT: &str = "bellwether-layout";

/// The newest version of the format, which this program writes.
pub const VERSION: u32 = 1;

/// The largest file that is opened, in bytes; a layout of sixty tables is a hundredth of it.
const LARGEST_FILE: u64 = 32 << 20;

/// The file's outermost parentheses.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Layout")]
struct Envelope<L> {
    format: String,
    version: u32,
    layout: L,
}

/// What tells a file's kind before the rest is looked at.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Why a layout could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LayoutError {
    /// The file system gives no answer.
    #[error(
        "The layout could not be read: {0}. Check that the file is still there and that you may read it."
    )]
    Read(#[source] io::Error),
    /// Text of another kind, or none.
    #[error("This is not a layout that Bellwether has saved.")]
    NotALayout,
    /// Larger than any layout.
    #[error("The file has {megabytes} MB, more than a layout can have.")]
    TooLarge {
        /// Its size.
        megabytes: u64,
    },
    /// Made by a later program.
    #[error(
        "This layout was saved by a newer Bellwether (file version {version}; this one reads up to {VERSION}). Ask for the newer program."
    )]
    Newer {
        /// The file's version.
        version: u32,
    },
    /// Broken text.
    #[error("The layout is damaged at line {line}, column {column}: {problem}.")]
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        problem: String,
    },
    /// A value has no form in the file.
    #[error("The layout could not be written as text: {0}")]
    Encode(#[from] ron::Error),
    /// The file system refuses.
    #[error(
        "The layout could not be written: {0}. Check that the drive is there, has space, and that you may write to it."
    )]
    Write(#[source] io::Error),
}

impl From<ron::error::SpannedError> for LayoutError {
    fn from(error: ron::error::SpannedError) -> Self {
        Self::Damaged {
            line: error.span.start.line,
            column: error.span.start.col,
            problem: error.code.to_string(),
        }
    }
}

/// Opens the file of a layout.
///
/// # Errors
/// [`LayoutError`], with line and column where the text is broken.
pub fn open(path: &Path) -> Result<RememberedLayout, LayoutError> {
    let size = fs::metadata(path).map_err(LayoutError::Read)?.len();
    if size > LARGEST_FILE {
        return Err(LayoutError::TooLarge {
            megabytes: size >> 20,
        });
    }
    let bytes = fs::read(path).map_err(LayoutError::Read)?;
    match String::from_utf8(bytes) {
        Ok(text) => parse(&text),
        Err(_not_text) => Err(LayoutError::NotALayout),
    }
}

/// Reads a layout from the text of its file.
///
/// # Errors
/// [`LayoutError`], with line and column where the text is broken.
pub fn parse(text: &str) -> Result<RememberedLayout, LayoutError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.contains(FORMAT) {
        return Err(LayoutError::NotALayout);
    }
    let head: Head = ron::from_str(text)?;
    if head.format != FORMAT || head.version == 0 {
        return Err(LayoutError::NotALayout);
    }
    if head.version > VERSION {
        return Err(LayoutError::Newer {
            version: head.version,
        });
    }
    let envelope: Envelope<RememberedLayout> = ron::from_str(text)?;
    Ok(envelope.layout)
}

/// The text of a layout's file. The same layout always gives the same text.
///
/// # Errors
/// [`LayoutError`] where a value has no form in the file.
pub fn to_text(layout: &RememberedLayout) -> Result<String, LayoutError> {
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version: VERSION,
        layout,
    };
    let style = ron::ser::PrettyConfig::new()
        .new_line("\n")
        .indentor(" ")
        .depth_limit(6);
    let mut text = ron::ser::to_string_pretty(&envelope, style)?;
    text.push('\n');
    Ok(text)
}

/// Writes a layout's file whole or not at all.
///
/// # Errors
/// [`LayoutError`]; the file is then as it was.
pub fn save(path: &Path, layout: &RememberedLayout) -> Result<(), LayoutError> {
    let text = to_text(layout)?;
    atomic_file::write(path, text.as_bytes(), Backup::Discard).map_err(LayoutError::Write)
}
