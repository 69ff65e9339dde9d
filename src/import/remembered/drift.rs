//! What differs between a return and the one that is remembered, in words for people.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::import::findings::{CellSpan, at_place};
use crate::words::{in_english, say};

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
    /// Its name in the messages.
    const fn name(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Table => "table",
            Self::Column => "column",
            Self::Row => "row",
        }
    }
}

impl Drift {
    /// Whether it is for the record alone: later periods are what a return is sent for.
    pub const fn is_note(&self) -> bool {
        matches!(self.kind, DriftKind::NewPeriods { .. })
    }
}

/// "the row “A”", "the rows “A” and 3 more".
fn parts(part: Part, name: &str, more: usize) -> String {
    let part = part.name();
    match (name.is_empty(), more) {
        (true, 0) => say::drift_one_bare(part),
        (false, 0) => say::DriftOne { name, part }.say(),
        (true, more) => say::DriftSeveralBare {
            count: more + 1,
            part,
        }
        .say(),
        (false, more) => say::DriftSeveral { more, name, part }.say(),
    }
}

impl DriftKind {
    /// What differs, as a sentence without its capital, in the language that is spoken.
    pub fn words(&self) -> String {
        match self {
            Self::Renamed { part, from, to } => say::DriftRenamed {
                what: parts(*part, from, 0),
                name: to,
            }
            .say(),
            Self::Moved {
                part,
                name,
                from: Some(from),
                more,
            } => say::DriftMovedFrom {
                what: parts(*part, name, *more),
                count: more + 1,
                from,
            }
            .say(),
            Self::Moved {
                part,
                name,
                from: None,
                more,
            } => say::DriftMoved {
                what: parts(*part, name, *more),
                count: more + 1,
            }
            .say(),
            Self::New { part, name, more } => say::DriftNew {
                what: parts(*part, name, *more),
                count: more + 1,
            }
            .say(),
            Self::Gone { part, name, more } => say::DriftGone {
                what: parts(*part, name, *more),
                count: more + 1,
            }
            .say(),
            Self::NotCarriedOver { what } => say::drift_not_carried(what),
            Self::NewPeriods { count } => say::drift_periods(*count),
        }
    }
}

impl Drift {
    /// The place and what differs there, in the language that is spoken.
    pub fn words(&self) -> String {
        at_place(&self.sheet, self.at, &self.kind.words())
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}
