//! Charts, slides and reports as PDF: text as text in the bundled typeface, and everything tagged, so that it can
//! be read aloud in its order (PDF/UA-1, ISO 14289-1). The writer decides nothing about a chart: it draws the
//! scene as it was laid out.

mod cells;
mod document;
mod flow;
mod ink;
mod sheet;
mod tags;
mod write;

pub use document::{Document, Part, Slide, SlidePart};
pub use write::write;

use super::file::ExportError;
use super::guard::Publishable;
use crate::chart::ChartTheme;

/// A chart as a PDF of one page of its size.
///
/// # Errors
/// [`ExportError::Document`] where the PDF cannot be made.
pub fn chart(chart: &Publishable) -> Result<Vec<u8>, ExportError> {
    let (width_pt, height_pt) = (chart.scene().width, chart.scene().height);
    write(&Document {
        title: chart.scene().title.clone(),
        theme: ChartTheme::light(),
        has_contents: false,
        parts: vec![Part::Slide(Slide {
            width_pt,
            height_pt,
            ground: chart.scene().ground,
            parts: vec![SlidePart::Chart {
                chart: Box::new(chart.clone()),
                left_pt: 0.0,
                top_pt: 0.0,
                width_pt,
            }],
        })],
    })
}
