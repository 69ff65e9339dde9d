//! How a sheet is to be read, as plain data: which rows and columns are what. The roles that
//! `roles` concludes are written here; what a person changes is changed here; what the
//! project remembers is this; `apply` reads by nothing else.

use serde::{Deserialize, Serialize};

use super::decisions::{BareYears, Keep, TableAnchor};
use super::findings::FindingKind;
use crate::data::{AreaKind, Period, Status, Unit};

/// How one sheet is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetLayout {
    /// The sheet's name.
    pub sheet: String,
    /// Its tables, from the top, left before right.
    pub tables: Vec<TableLayout>,
}

/// How one table is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableLayout {
    /// The first cell of its body, as the program found it; by it the table is known.
    #[serde(default)]
    pub anchor: TableAnchor,
    /// The title, without note marks; empty where none was found.
    pub title: String,
    /// What the table is about, for names of measures that say little by themselves.
    pub topic: String,
    /// The first column, from 0.
    pub left: u32,
    /// One more than the last column.
    pub right: u32,
    /// The rows of headings, from 0.
    pub headings: Vec<u32>,
    /// The first row of the body, from 0.
    pub top: u32,
    /// One more than the last row of the body.
    pub bottom: u32,
    /// The columns, from the left.
    pub columns: Vec<ColumnLayout>,
    /// The columns that name the measure, the widest first.
    pub names: Vec<u32>,
    /// The period of values for which neither row nor column names one.
    pub period: Option<Period>,
    /// The place of values for which neither row nor column names one.
    pub area: Option<String>,
    /// The place of the whole that the title names, for rows about everybody among rows about places.
    #[serde(default)]
    pub whole: Option<String>,
    /// The unit of values for which neither row nor column names one.
    pub unit: Option<Unit>,
    /// The dimension of groups of people for which neither row nor column names one.
    pub dimension: Option<String>,
    /// The number of respondents that the title gives.
    pub base: Option<f64>,
    /// The level of place that the title names, which is the area where rows name several.
    pub level: Option<AreaKind>,
    /// Whether labels of rows are answers of a survey or the like, and mean nothing without the topic.
    pub needs_topic: bool,
    /// Whether other tables of the sheet have the same headings, so that title and bands tell them apart.
    #[serde(default)]
    pub tells_apart: bool,
    /// Rows of the body that a person left out, from 0.
    #[serde(default)]
    pub rows_left_out: Vec<u32>,
    /// What a person says that bare years mean.
    #[serde(default)]
    pub bare_years: Option<BareYears>,
    /// Which of two different figures for the same thing holds; neither unless a person says so.
    #[serde(default)]
    pub conflicts: Option<Keep>,
    /// Why the table is left out as a whole.
    pub left_out: Option<FindingKind>,
    /// What the rows of the body were read as, from the top; empty where the table is left out.
    #[serde(default)]
    pub rows: Vec<RowRun>,
}

/// How one column is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnLayout {
    /// The column, from 0.
    pub column: u32,
    /// Its heading, without note marks; several rows joined by ` › `.
    pub heading: String,
    /// What it is.
    pub role: Role,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// What told so, in users' words.
    pub reason: String,
}

/// Rows one below the other that are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRun {
    /// The first row, from 0.
    pub first: u32,
    /// The last row, from 0, inclusive.
    pub last: u32,
    /// What they are.
    pub role: RowRole,
}

/// What a row of the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowRole {
    /// Nothing stands in it.
    Blank,
    /// Values.
    Values,
    /// Numbers of respondents of the rows beside it.
    Base,
    /// Effective bases of the rows beside it.
    EffectiveBase,
    /// A heading of the rows below it.
    Section,
    /// The headings of the table once more.
    RepeatedHeadings,
    /// Changes that the sender worked out.
    PrintedChange,
    /// Shares that the sender worked out.
    PrintedShare,
    /// Significance, intervals, ranks and the like.
    AboutValues,
    /// 100% by definition.
    AddsToAll,
    /// A person left it out.
    LeftOut,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Role {
    /// Labels: periods, or parts of them (a year, a month).
    Period,
    /// Labels: names of places of a level.
    AreaName(AreaKind),
    /// Labels: codes of places of a level.
    AreaCode(AreaKind),
    /// Labels: groups of people in a dimension.
    Cohort(String),
    /// Labels: names of the dimensions to which the groups in the next column belong.
    Dimension,
    /// Labels: names of measures, or parts of them.
    Measure,
    /// Labels: answers to a question.
    Answer,
    /// Labels: units.
    Unit,
    /// Labels: what the source says of the value in the row.
    Status,
    /// Remarks.
    Note,
    /// The unweighted number of respondents of the rows.
    Base,
    /// The effective base of the rows.
    EffectiveBase,
    /// Changes that the sender worked out.
    PrintedChange,
    /// Shares that the sender worked out.
    PrintedShare,
    /// Significance, intervals, ranks and the like.
    AboutValues,
    /// Not used, and why.
    Unused(String),
    /// Values.
    Value(Box<ValueLayout>),
}

impl Role {
    /// Whether its labels say what a row is: when, where, who, what.
    pub const fn tells_rows_apart(&self) -> bool {
        matches!(
            self,
            Self::Period
                | Self::AreaName(_)
                | Self::Cohort(_)
                | Self::Dimension
                | Self::Measure
                | Self::Answer
        )
    }
}

/// What a column of values says of its values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ValueLayout {
    /// The parts of the name of the measure that the headings give, widest first.
    pub measure: Vec<String>,
    /// The period, where the headings give one.
    pub period: Option<Period>,
    /// What the heading says of all its values: provisional, revised.
    pub status: Status,
    /// The groups of people, as dimension and category.
    pub cohort: Vec<(String, String)>,
    /// The place that the headings name.
    pub area: Option<String>,
    /// The code of the place that the headings give.
    pub area_code: Option<String>,
    /// The unit that the headings name.
    pub unit: Option<Unit>,
    /// How figures are to be taken.
    pub scale: Scale,
    /// The column with the unweighted base.
    pub base: Option<u32>,
    /// The column with the effective base.
    pub effective_base: Option<u32>,
}

/// How figures are to be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// As they stand, unless a cell's own format says per cent.
    #[default]
    AsWritten,
    /// Shares of 1 that mean per cent.
    Share,
    /// Nobody knows: left out.
    Unclear,
}

impl TableLayout {
    /// The columns of values with what is known of them.
    pub fn values(&self) -> impl Iterator<Item = (&ColumnLayout, &ValueLayout)> {
        self.columns.iter().filter_map(|column| match &column.role {
            Role::Value(value) => Some((column, value.as_ref())),
            _ => None,
        })
    }

    /// The columns with a role.
    pub fn with_role(&self, test: impl Fn(&Role) -> bool) -> impl Iterator<Item = &ColumnLayout> {
        self.columns.iter().filter(move |column| test(&column.role))
    }
}
