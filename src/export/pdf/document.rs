//! What a PDF is made of, whatever it is for.

use crate::chart::contents::DataTable;
use crate::chart::{ChartTheme, Rgba, Scene};
use crate::export::guard::{Publishable, PublishableSlide};

/// A document: a chart, slides, or a report on upright A4 pages.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// The colours of its words.
    pub theme: ChartTheme,
    /// Whether it begins with its title and a list of its headings.
    pub has_contents: bool,
    /// Its parts, in the order in which they are read.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Part {
    /// A heading.
    Heading {
        /// 1 for a chapter; no level is left out.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Running text.
    Paragraph(String),
    /// A chart, no wider than the page allows.
    Figure(Box<Publishable>),
    /// A table with its header cells, in several bands where it is wide, on several pages where it is long.
    Table {
        /// What stands over it.
        title: String,
        /// Its cells.
        table: DataTable,
    },
    /// What follows begins on a new page.
    PageBreak,
    /// A page of its own.
    Slide(Slide),
}

/// A page of its own size.
#[derive(Clone, Debug)]
pub struct Slide {
    /// The width of the page.
    pub width_pt: f32,
    /// The height of the page.
    pub height_pt: f32,
    /// Behind everything.
    pub ground: Rgba,
    /// What stands on it, in the order in which it is read.
    pub parts: Vec<SlidePart>,
}

/// Something on a slide.
#[derive(Clone, Debug)]
pub enum SlidePart {
    /// Words laid out for the whole slide; no chart, since a chart leaves the program only as a [`Publishable`].
    /// Those of the title are its heading.
    Words(Box<Scene>),
    /// A slide of a story as it was laid out, from its upper left corner.
    Whole(Box<PublishableSlide>),
    /// A chart.
    Chart {
        /// The chart.
        chart: Box<Publishable>,
        /// Its left edge.
        left_pt: f32,
        /// Its top edge.
        top_pt: f32,
        /// Its width; its height follows.
        width_pt: f32,
    },
}
