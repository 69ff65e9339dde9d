//! The chart as a file, a picture or cells, the same from the window and from the command line.

use std::path::Path;

use crate::analysis::Answer;
use crate::chart::{ChartSize, ChartTheme, Inter, ThemeKind};
use crate::export::png::{FOR_DOCUMENTS, Picture};
use crate::export::{self, ExportError, Publishable};
use crate::project::{Brand, View};

/// The size of a picture where nobody says otherwise: a 16:9 slide.
pub const DEFAULT_SIZE: ChartSize = ChartSize::SLIDE;

/// How a chart leaves the program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Its size.
    pub size: ChartSize,
    /// Its colours.
    pub theme: ThemeKind,
    /// Pixels to the point of pictures.
    pub scale: f32,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            size: DEFAULT_SIZE,
            theme: ThemeKind::Light,
            scale: FOR_DOCUMENTS,
        }
    }
}

/// The chart of an answer as it may leave the program.
///
/// # Errors
/// [`ExportError::SaysWithheldValue`].
pub fn publishable(
    answer: &Answer,
    (view, brand): (&View, &Brand),
    look: Look,
) -> Result<Publishable, ExportError> {
    let theme = ChartTheme::branded(look.theme, brand);
    Publishable::new(answer, view, look.size, &theme, Inter::bundled())
}

/// Writes the chart of an answer to a file, of the kind that the ending of its name asks for.
///
/// # Errors
/// [`ExportError`]; the file is then as it was.
pub fn write(
    answer: &Answer,
    asked: (&View, &Brand),
    look: Look,
    path: &Path,
) -> Result<(), ExportError> {
    let chart = publishable(answer, asked, look)?;
    export::save(path, &chart, look.scale)
}

/// Draws the chart of an answer for the clipboard.
///
/// # Errors
/// [`ExportError`].
pub fn draw(answer: &Answer, asked: (&View, &Brand), look: Look) -> Result<Picture, ExportError> {
    Picture::draw(&publishable(answer, asked, look)?, look.scale)
}

/// The values of the chart of an answer as cells to paste.
///
/// # Errors
/// [`ExportError::SaysWithheldValue`].
pub fn cells(answer: &Answer, asked: (&View, &Brand), look: Look) -> Result<String, ExportError> {
    Ok(export::cells(&publishable(answer, asked, look)?))
}
