//! A layout as it is kept: plain data, told by texts. The texts stand as the workbook has them, so that
//! people can read the file; by what they are known again is worked out when they are compared.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::data::{Period, Status, Unit};
use crate::import::decisions::{BareYears, ColumnRole, Keep};
use crate::import::layout::Scale;
use crate::import::shorthand::Meaning;

/// What a partner's return looks like, and what was said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RememberedLayout {
    /// Under whose name it is kept.
    pub partner: String,
    /// The title of the workbook.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who publishes it, where it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The last day of which it had figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures_to: Option<Date>,
    /// What symbols were said to mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meanings: Vec<RememberedMeaning>,
    /// Its sheets, in their order.
    pub sheets: Vec<RememberedSheet>,
}

/// What a symbol was said to mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedMeaning {
    /// As it stands in the cells.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
    /// As what the program read it by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concluded: Option<Status>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RememberedSheet {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Whether it is left out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub leave_out: bool,
    /// Findings that somebody has looked at, without how often.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<String>,
    /// Its tables, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<RememberedTable>,
}

/// A table: its structure, and what was said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RememberedTable {
    /// Its title; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Its columns, those whose headings differ by periods alone taken together.
    pub columns: Vec<RememberedColumn>,
    /// The first labels of its rows, each once, without periods; none of tables that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<String>,
    /// Whether it has more rows than are listed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_more_rows: bool,
    /// What the program concluded of its figures.
    #[serde(default)]
    pub figures: Figures,
    /// The place that the program concluded for what names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// As what the program leaves it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
    /// Whether a person marked it out where the program found no table.
    #[serde(default, skip_serializing_if = "is_false")]
    pub marked_out: bool,
    /// What a person said of it.
    #[serde(default, skip_serializing_if = "TableSaid::is_empty")]
    pub said: TableSaid,
}

/// A column, or several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedColumn {
    /// The heading of the first; several rows joined by ` › `.
    pub heading: String,
    /// What the program concluded that it is.
    pub role: String,
    /// How many there are.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub times: u32,
}

/// What the program concluded of the figures of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Their units, each once.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// How percentages are taken; unclear where it is so for one column.
    #[serde(default)]
    pub scale: Scale,
    /// Whether all lie between −1.5 and 1.5, as shares do.
    #[serde(default)]
    pub are_small: bool,
}

/// What a person said of a table, told by its texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableSaid {
    /// The texts of its rows of headings, each row's joined by ` | `.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// The headings of its first and its last column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns_between: Option<(TextPlace, TextPlace)>,
    /// The text in front of the last row of its body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_with: Option<String>,
    /// What was said of columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnSaid>,
    /// The labels of rows that are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows_left_out: Vec<TextPlace>,
    /// Rows that are left out and have no label to know them by.
    #[serde(skip_serializing_if = "is_none_of_them")]
    pub rows_without_label: u32,
    /// The place of what names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The unit of what names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Whether percentages are shares of 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// What bare years mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bare_years: Option<BareYears>,
    /// Which of two different figures for the same thing holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<SettledConflict>,
    /// Whether the table is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub take: Option<bool>,
}

/// What was said of a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnSaid {
    /// Which.
    pub column: TextPlace,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<ColumnRole>,
    /// The period of its values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The unit of its values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
}

/// A heading or a label, and which of those that are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPlace {
    /// As it stands in the workbook.
    pub text: String,
    /// Which of them, from 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub number: u32,
    /// How many there are.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub of: u32,
}

/// Two figures for the same thing, of which a person said which holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettledConflict {
    /// Which.
    pub keep: Keep,
    /// The label of the row of the later.
    pub row: String,
    /// How many cells disagreed.
    pub count: u32,
}

impl TableSaid {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

const fn one() -> u32 {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
const fn is_one(number: &u32) -> bool {
    *number == 1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
const fn is_none_of_them(number: &u32) -> bool {
    *number == 0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
