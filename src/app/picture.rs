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
    let chart = match answer {
        Answer::Trend(answer) => Publishable::trend(answer, &view.trend, size, &theme, measure)?,
        Answer::Breakdown(answer) => {
            Publishable::breakdown(answer, &view.groups, size, &theme, measure)
        }
        Answer::Change(answer) => {
            Publishable::group_changes(answer, &view.groups, size, &theme, measure)
        }
        Answer::CrossTab(answer) => {
            Publishable::cross_tab(answer, &view.cross_tab, size, &theme, measure)
        }
        Answer::Answers(answer) => Publishable::scale(answer, view, size, &theme, measure),
        Answer::Districts(answer) => {
            Publishable::districts(answer, &view.districts, size, &theme, measure)
        }
        Answer::Scorecard(answer) => {
            Publishable::scorecard(answer, &view.scorecard, size, &theme, measure)
        }
        Answer::ChangeTable(answer) => {
            Publishable::change_table(answer, &view.change_table, size, &theme, measure)
        }
        Answer::PriorityCohorts(answer) => {
            Publishable::priority(answer, &view.priority, size, &theme, measure)
        }
    };
    export::save(path, &chart, PNG_SCALE)
}
