//! Pages with everything at its place, before they are drawn.

use crate::chart::contents::DataTable;
use crate::chart::scene::TextRun;
use crate::chart::{Rect, Rgba, Scene};
use crate::project::Logo;

/// A page.
pub(super) struct Sheet<'a> {
    pub width: f32,
    pub height: f32,
    pub ground: Option<Rgba>,
    pub items: Vec<Item<'a>>,
    /// The words at its foot, which are not read aloud.
    pub footer: Vec<TextRun>,
    /// The logo at its foot.
    pub logo: Option<(Logo, Rect)>,
}

/// Something on a page.
pub(super) enum Item<'a> {
    /// Words; those of one block belong together, on several pages, too.
    Words {
        block: usize,
        role: WordsRole,
        runs: Vec<TextRun>,
    },
    /// An entry of the list of headings.
    Entry {
        runs: Vec<TextRun>,
        /// What can be clicked.
        rect: Rect,
        /// The heading, by its place among all.
        heading: usize,
    },
    /// A chart; its title is a heading of the level.
    Chart {
        scene: &'a Scene,
        left: f32,
        top: f32,
        scale: f32,
        level: u8,
    },
    /// Words laid out as a scene; those of its title are a heading.
    Scene(&'a Scene),
    /// Some rows of a table; those of one block belong together.
    Rows {
        block: usize,
        table: &'a DataTable,
        rows: Vec<Row>,
    },
}

/// What words are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum WordsRole {
    /// The title of the document.
    Title,
    /// A heading.
    Heading { level: u8, text: String },
    /// Running text.
    Paragraph,
}

/// A row of a table.
pub(super) struct Row {
    pub kind: RowKind,
    /// The runs of each cell, and the place of the cell's column in the table.
    pub cells: Vec<(usize, Vec<TextRun>)>,
    /// The line under it.
    pub rule: (f32, f32, f32),
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// The headings.
    Head,
    /// The headings again, on a further page.
    HeadAgain,
    /// Values.
    Body,
}
