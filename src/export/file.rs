//! A chart as a file, of the kind that its name asks for.

use std::io;
use std::path::{Path, PathBuf};

use super::guard::Publishable;
use super::png::Picture;
use super::svg;
use crate::base::atomic_file::{self, Backup};

/// Why a chart was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The name asks for a kind of file that is not made.
    #[error("“{}” is not a kind of picture that can be made. Give the file a name that ends in .svg or .png.", .0.display())]
    UnknownKind(PathBuf),
    /// The picture would be too large to draw.
    #[error("The picture would be too large. Choose a smaller size or scale.")]
    TooLarge,
    /// The drawing failed.
    #[error("The picture could not be drawn ({0}). Save it as .svg instead.")]
    Drawing(String),
    /// The document could not be made.
    #[error("The PDF could not be made: {0}. Save the chart as .svg instead.")]
    Document(String),
    /// The user's own words contain a value that may not be shown.
    #[error(
        "“{words}” says {value}, which is withheld because few respondents are behind it or its source suppresses it. Change the words first."
    )]
    SaysWithheldValue {
        /// The words.
        words: String,
        /// The value, as printed.
        value: String,
    },
    /// The file could not be written.
    #[error(
        "“{}” could not be written: {error}. It may be open in another program, or the folder may be read-only.",
        path.display()
    )]
    Writing {
        /// The file.
        path: PathBuf,
        /// What the file system says.
        error: io::Error,
    },
}

/// Writes a chart to a file: SVG or PNG by the ending of its name. `scale` is the number of pixels to the
/// point of a PNG.
///
/// # Errors
/// Those of [`ExportError`]; the file is then as it was.
pub fn save(path: &Path, chart: &Publishable, scale: f32) -> Result<(), ExportError> {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .map(str::to_ascii_lowercase);
    let bytes = match ending.as_deref() {
        Some("svg") => svg::write(chart).into_bytes(),
        Some("png") => Picture::draw(chart, scale)?.png()?,
        _ => return Err(ExportError::UnknownKind(path.to_owned())),
    };
    atomic_file::write(path, &bytes, Backup::Discard).map_err(|error| ExportError::Writing {
        path: path.to_owned(),
        error,
    })
}
