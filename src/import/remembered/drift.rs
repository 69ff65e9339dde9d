//! What differs between a return and the one that is remembered, in words for people.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::import::findings::CellSpan;

/// One difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drift {
    /// The sheet: of the workbook, or of the layout where it is gone; empty for a CSV file.
    pub sheet: String,
    /// The table's title, where the difference is within a table; empty where it has none.
    pub table: String,
    /// The cells of the workbook that it is about; `None` where they are gone, or it is about a sheet.
    pub at: Option<CellSpan>,
    /// What differs.
    pub kind: DriftKind,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum DriftKind {
    /// It has another name, heading or title.
    Renamed {
        /// What.
        part: Part,
        /// As it was.
        from: String,
        /// As it is.
        to: String,
    },
    /// It stands elsewhere among the others, or in another sheet.
    Moved {
        /// What.
        part: Part,
        /// Its name.
        name: String,
        /// The sheet in which it stood, where that is another.
        from: Option<String>,
        /// How many more of the same table did, too.
        more: usize,
    },
    /// It was not there.
    New {
        /// What.
        part: Part,
        /// Its name.
        name: String,
        /// How many more of the same table were not there.
        more: usize,
    },
    /// It is not there any more.
    Gone {
        /// What.
        part: Part,
        /// Its name.
        name: String,
        /// How many more of the same table are gone.
        more: usize,
    },
    /// Something that a person said of the old return does not fit this one.
    NotCarriedOver {
        /// What.
        what: String,
    },
    /// There are figures of later periods.
    NewPeriods {
        /// How many.
        count: usize,
    },
}

/// A part of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// A sheet.
    Sheet,
    /// A table.
    Table,
    /// A column of a table.
    Column,
    /// A row of a table.
    Row,
}

impl Part {
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Sheet => ("sheet", "sheets"),
            Self::Table => ("table", "tables"),
            Self::Column => ("column", "columns"),
            Self::Row => ("row", "rows"),
        }
    }
}

impl Drift {
    /// Whether it is for the record alone: later periods are what a return is sent for.
    pub const fn is_note(&self) -> bool {
        matches!(self.kind, DriftKind::NewPeriods { .. })
    }
}

/// "the row “A” is", "the rows “A” and 3 more are".
struct Subject<'d>(Part, &'d str, usize, (&'static str, &'static str));

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(part, name, more, (singular, plural)) = self;
        let (one, several) = part.words();
        match (name.is_empty(), more) {
            (true, 0) => write!(f, "a {one} without a name {singular}"),
            (false, 0) => write!(f, "the {one} “{name}” {singular}"),
            (true, more) => write!(f, "{} {several} without names {plural}", more + 1),
            (false, more) => write!(f, "the {several} “{name}” and {more} more {plural}"),
        }
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Renamed { part, from, to } => {
                write!(f, "the {} “{from}” is now called “{to}”", part.words().0)
            }
            Self::Moved {
                part,
                name,
                from: Some(from),
                more,
            } => write!(
                f,
                "{} moved here from the sheet “{from}”",
                Subject(*part, name, *more, ("has", "have"))
            ),
            Self::Moved {
                part,
                name,
                from: None,
                more,
            } => write!(f, "{} moved", Subject(*part, name, *more, ("has", "have"))),
            Self::New { part, name, more } => {
                write!(f, "{} new", Subject(*part, name, *more, ("is", "are")))
            }
            Self::Gone { part, name, more } => {
                write!(f, "{} gone", Subject(*part, name, *more, ("is", "are")))
            }
            Self::NotCarriedOver { what } => {
                write!(
                    f,
                    "what you said of {what} does not fit this workbook: it is read as the program concludes"
                )
            }
            Self::NewPeriods { count: 1 } => f.write_str("one new period"),
            Self::NewPeriods { count } => write!(f, "{count} new periods"),
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.sheet.as_str(), &self.at) {
            ("", None) => {}
            ("", Some(at)) => write!(f, "{at}: ")?,
            (sheet, None) => write!(f, "{sheet}: ")?,
            (sheet, Some(at)) => write!(f, "{sheet} › {at}: ")?,
        }
        write!(f, "{}", self.kind)
    }
}
