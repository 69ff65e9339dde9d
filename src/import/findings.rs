//! What the reading of a workbook found worth saying: what was left out and why, what was concluded and
//! from what, and what is open. Nothing is dropped without one of these.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::list_findings::ListFinding;
use super::respondents::SurveyFinding;
use crate::data::cell::column_letters;
use crate::data::{CellRef, SheetIndex, Status};
use crate::words::in_english;

/// How much attention a finding wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// For the record.
    Note,
    /// Worth a look: something was concluded that could be otherwise.
    Caution,
    /// Waits for an answer: values were left out until somebody says how to read them.
    Question,
}

/// A rectangle of cells of one sheet, bounds inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellSpan {
    /// The first cell.
    pub first: CellRef,
    /// The last row, from 0.
    pub last_row: u32,
    /// The last column, from 0.
    pub last_column: u32,
}

impl CellSpan {
    /// One cell.
    pub const fn cell(cell: CellRef) -> Self {
        Self {
            first: cell,
            last_row: cell.row,
            last_column: cell.column,
        }
    }

    /// A rectangle, rows and columns from 0, bounds inclusive.
    pub const fn new(sheet: SheetIndex, top: u32, left: u32, bottom: u32, right: u32) -> Self {
        Self {
            first: CellRef::new(sheet, top, left),
            last_row: bottom,
            last_column: right,
        }
    }
}

impl fmt::Display for CellSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if (self.last_row, self.last_column) != (self.first.row, self.first.column) {
            write!(
                f,
                ":{}{}",
                column_letters(self.last_column),
                u64::from(self.last_row) + 1
            )?;
        }
        Ok(())
    }
}

/// Something worth saying, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The sheet's name; empty for a CSV file.
    pub sheet: String,
    /// The cells it is about; `None` where it is about the whole sheet or file.
    pub at: Option<CellSpan>,
    /// What was found.
    pub kind: FindingKind,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FindingKind {
    /// Shorthand was read as a status, so many times.
    Shorthand {
        /// As it stands in the cell.
        text: String,
        /// What it was read as.
        status: Status,
        /// How often.
        count: u32,
    },
    /// A dash that no key of the workbook explains.
    DashUnexplained {
        /// How often.
        count: u32,
    },
    /// A symbol that the workbook's key calls zero.
    ZeroByKey {
        /// As it stands in the cell.
        text: String,
        /// How often.
        count: u32,
    },
    /// A column or row of changes that the sender worked out.
    PrintedChange {
        /// Its heading.
        heading: String,
    },
    /// A column or row of shares that the sender worked out.
    PrintedShare {
        /// Its heading.
        heading: String,
    },
    /// A column or row that describes the values beside it: significance, intervals, ranks, weighted bases.
    AboutValues {
        /// Its heading.
        heading: String,
    },
    /// A row of 100%.
    AddsToAll {
        /// Its label.
        label: String,
    },
    /// A column that holds no values for charts: codes, remarks, the same word in each row.
    ColumnUnused {
        /// Its heading.
        heading: String,
        /// Why.
        reason: String,
    },
    /// The period was taken from the sheet's name, the workbook's title or the like.
    PeriodFrom {
        /// The period, for reading.
        period: String,
        /// "the sheet's name".
        place: String,
    },
    /// No period was found for a table.
    NoPeriod,
    /// A period that wants a look.
    PeriodCaution {
        /// As written.
        text: String,
        /// What is odd.
        words: String,
    },
    /// A period column or heading holds something that is no period.
    NotAPeriod {
        /// As written.
        text: String,
        /// How many rows.
        count: u32,
    },
    /// Shares between 0 and 1 were read as percentages.
    SharesAsPercent {
        /// The column's heading or the table's title.
        heading: String,
    },
    /// Percentages that are all below 1: shares of 1, or less than one per cent?
    PercentScaleUnclear {
        /// The column's heading or the table's title.
        heading: String,
    },
    /// Nothing says what unit values have.
    UnitUnknown {
        /// The first such measure.
        measure: String,
        /// How many measures of the table.
        count: u32,
    },
    /// Two different values for the same thing.
    Conflict {
        /// What both claim to be.
        what: String,
        /// Where the first stands.
        first: CellRef,
        /// How many cells the table leaves out for this reason.
        count: u32,
    },
    /// A figure that two tables give differently.
    StatedTwice {
        /// What both claim to be.
        what: String,
        /// Sheet and cell of the other.
        other: String,
        /// How many such figures the two sheets share.
        count: u32,
    },
    /// A heading that stands over the middle of what it heads.
    HeadingUnclear {
        /// The heading.
        heading: String,
    },
    /// The same values again.
    Repeated {
        /// The column's heading or the table's title.
        heading: String,
        /// How many.
        count: u32,
    },
    /// A sheet with one row a respondent.
    Respondents {
        /// What told so.
        reason: String,
    },
    /// A sheet that was read respondent by respondent, or the codebook of one.
    Survey(SurveyFinding),
    /// A sheet with one row an incident.
    Incidents {
        /// What told so.
        reason: String,
    },
    /// Something in a list that was read in its own way.
    List(ListFinding),
    /// A note tells of a break in series, in words that are clear: nothing is compared across it.
    BreakNoted {
        /// The note.
        words: String,
        /// From which period on, for reading.
        from: String,
        /// Of how many measures.
        count: u32,
    },
    /// A note may tell of a break in series; of what or from when on is not clear.
    BreakUnclear {
        /// The note.
        words: String,
    },
    /// A list of codes and names.
    Lookup,
    /// A table of targets.
    Targets,
    /// A table of judgements on scales: a matrix of priorities.
    Matrix,
    /// A table for working out margins of error.
    MarginsOfError,
    /// Numbers in a sheet of notes.
    InNotes,
    /// Numbers without headings.
    NoHeadings,
    /// Numbers outside any table.
    LooseNumbers {
        /// How many.
        count: u32,
    },
    /// The text of a value cell could not be read.
    NotUnderstood {
        /// As it stands in the cell.
        text: String,
        /// How many such cells the column holds.
        count: u32,
    },
    /// Errors of Excel.
    ExcelErrors {
        /// The first.
        error: String,
        /// How many.
        count: u32,
    },
    /// A place's name that several places share.
    AreaAmbiguous {
        /// The name.
        name: String,
        /// As what it was read.
        read_as: String,
    },
    /// Two different values for the same thing, of which a person said which holds.
    ConflictSettled {
        /// How many pairs.
        count: u32,
    },
    /// A person left the table out.
    TableLeftOut,
    /// A person left rows out.
    RowsLeftOut,
    /// A person left the sheet out.
    SheetLeftOut,
    /// The table's rows have labels of which nothing is known.
    RowsUnclear,
    /// The sheet is hidden, and was read nonetheless.
    HiddenSheet,
    /// The sheet has no cells: a chart, a macro sheet.
    NoCells,
    /// The sheet could not be read.
    SheetDamaged {
        /// What the reader said.
        reason: String,
    },
}

impl FindingKind {
    /// A short name that stays the same from version to version.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shorthand { .. } => "shorthand",
            Self::DashUnexplained { .. } => "dash",
            Self::ZeroByKey { .. } => "zero-by-key",
            Self::PrintedChange { .. } => "printed-change",
            Self::PrintedShare { .. } => "printed-share",
            Self::AboutValues { .. } => "about-values",
            Self::AddsToAll { .. } => "adds-to-all",
            Self::ColumnUnused { .. } => "column-unused",
            Self::PeriodFrom { .. } => "period-from",
            Self::NoPeriod => "no-period",
            Self::PeriodCaution { .. } => "period-caution",
            Self::NotAPeriod { .. } => "not-a-period",
            Self::SharesAsPercent { .. } => "shares-as-percent",
            Self::PercentScaleUnclear { .. } => "percent-scale",
            Self::UnitUnknown { .. } => "unit-unknown",
            Self::Conflict { .. } => "conflict",
            Self::Repeated { .. } => "repeated",
            Self::Respondents { .. } => "respondents",
            Self::Survey(finding) => finding.code(),
            Self::Incidents { .. } => "incidents",
            Self::List(finding) => finding.code(),
            Self::BreakNoted { .. } => "break-noted",
            Self::BreakUnclear { .. } => "break-unclear",
            Self::Lookup => "lookup",
            Self::Targets => "targets",
            Self::Matrix => "matrix",
            Self::MarginsOfError => "margins-of-error",
            Self::InNotes => "in-notes",
            Self::StatedTwice { .. } => "stated-twice",
            Self::HeadingUnclear { .. } => "heading-unclear",
            Self::NoHeadings => "no-headings",
            Self::LooseNumbers { .. } => "loose-numbers",
            Self::NotUnderstood { .. } => "not-understood",
            Self::ExcelErrors { .. } => "excel-errors",
            Self::AreaAmbiguous { .. } => "area-ambiguous",
            Self::ConflictSettled { .. } => "conflict-settled",
            Self::TableLeftOut => "table-left-out",
            Self::RowsLeftOut => "rows-left-out",
            Self::SheetLeftOut => "sheet-left-out",
            Self::RowsUnclear => "rows-unclear",
            Self::HiddenSheet => "hidden-sheet",
            Self::NoCells => "no-cells",
            Self::SheetDamaged { .. } => "sheet-damaged",
        }
    }

    /// How much attention it wants.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Survey(finding) => finding.severity(),
            Self::List(finding) => finding.severity(),
            Self::Shorthand { .. }
            | Self::ZeroByKey { .. }
            | Self::PrintedChange { .. }
            | Self::PrintedShare { .. }
            | Self::AboutValues { .. }
            | Self::AddsToAll { .. }
            | Self::ColumnUnused { .. }
            | Self::Repeated { .. }
            | Self::Lookup
            | Self::MarginsOfError
            | Self::NoCells
            | Self::InNotes
            | Self::ConflictSettled { .. }
            | Self::TableLeftOut
            | Self::RowsLeftOut
            | Self::SheetLeftOut
            | Self::HiddenSheet => Severity::Note,
            Self::BreakNoted { .. }
            | Self::BreakUnclear { .. }
            | Self::DashUnexplained { .. }
            | Self::PeriodFrom { .. }
            | Self::PeriodCaution { .. }
            | Self::SharesAsPercent { .. }
            | Self::UnitUnknown { .. }
            | Self::AreaAmbiguous { .. }
            | Self::Respondents { .. }
            | Self::Incidents { .. }
            | Self::Targets
            | Self::Matrix
            | Self::LooseNumbers { .. }
            | Self::ExcelErrors { .. }
            | Self::RowsUnclear
            | Self::StatedTwice { .. }
            | Self::NoHeadings => Severity::Caution,
            Self::NoPeriod
            | Self::NotAPeriod { .. }
            | Self::PercentScaleUnclear { .. }
            | Self::HeadingUnclear { .. }
            | Self::Conflict { .. }
            | Self::NotUnderstood { .. }
            | Self::SheetDamaged { .. } => Severity::Question,
        }
    }
}

/// Words behind the place that they are about: a sheet, which a CSV file has not, and cells.
pub(super) fn at_place(sheet: &str, at: Option<CellSpan>, words: &str) -> String {
    match (sheet, at) {
        ("", None) => words.to_owned(),
        ("", Some(at)) => format!("{at}: {words}"),
        (sheet, None) => format!("{sheet}: {words}"),
        (sheet, Some(at)) => format!("{sheet} › {at}: {words}"),
    }
}

impl Finding {
    /// A short name that stays the same from version to version.
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// How much attention it wants.
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Its place and what was found there, in the language that is spoken.
    pub fn words(&self) -> String {
        at_place(&self.sheet, self.at, &self.kind.words())
    }
}

impl fmt::Display for FindingKind {
    /// In English, by which a finding is known again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}
