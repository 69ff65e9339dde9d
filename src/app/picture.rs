//! The chart as a file, the same from the window and from the command line.

use std::path::Path;

use crate::analysis::Answer;
use crate::chart::{ChartSize, ChartTheme, Inter};
use crate::export::{self, ExportError, Publishable};
use crate::project::View;

/// The size of a picture where nobody says otherwise: a 16:9 slide.
pub const DEFAULT_SIZE: ChartSize = ChartSize::SLIDE;

/// Pixels for each point of a PNG.
const PNG_SCALE: f32 = 2.0;

/// Writes the chart of an answer as SVG or PNG, by the ending of the file's name.
///
/// # Errors
/// [`ExportError`]; the file is then as it was.
pub fn write(
    answer: &Answer,
    view: &View,
    size: ChartSize,
    path: &Path,
) -> Result<(), ExportError> {
    let (theme, measure) = (ChartTheme::light(), Inter::bundled());
    let chart = Publishable::new(answer, view, size, &theme, measure)?;
    export::save(path, &chart, PNG_SCALE)
}
