//! What a person says of a workbook where the program's own conclusions do not hold: which row is the
//! heading, what a column is, what a symbol means, what is to be left out. Plain data, to be undone, saved and
//! carried over to the next return; the reading takes it into account and changes nothing else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::findings::Finding;
use super::layout::{Role, Scale};
use super::shorthand::{self, Meaning};
use crate::data::{AreaKind, Period, PeriodKind, Unit};

/// Everything that was said of a workbook; nothing where it is read as the program concludes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// What symbols and texts in place of figures mean, anywhere in the workbook.
    pub meanings: Vec<SymbolMeaning>,
    /// What was said of single sheets, by their names.
    pub sheets: BTreeMap<String, SheetDecisions>,
    /// Findings that somebody has looked at and left as they are.
    pub accepted: Vec<Accepted>,
}

/// What a symbol means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SymbolMeaning {
    /// As it stands in the cells.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
}

/// A finding that somebody has looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The sheet's name.
    pub sheet: String,
    /// The finding in words, without its place.
    pub finding: String,
}

/// What was said of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetDecisions {
    /// Whether nothing of it is read.
    pub leave_out: bool,
    /// What was said of its tables.
    pub tables: Vec<TableDecisions>,
}

/// The cell by which a table is known: the first of its body, as the program found it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct TableAnchor {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// What was said of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableDecisions {
    /// Which table.
    pub anchor: TableAnchor,
    /// Its rows of headings, from 0.
    pub headings: Option<Vec<u32>>,
    /// Its columns, from 0; the second bound is exclusive.
    pub columns_between: Option<(u32, u32)>,
    /// One more than the last row of its body.
    pub bottom: Option<u32>,
    /// What was said of columns.
    pub columns: BTreeMap<u32, ColumnDecision>,
    /// Rows that are not read, from 0.
    pub rows_left_out: Vec<u32>,
    /// The period of what names none.
    pub period: Option<Period>,
    /// The place of what names none.
    pub area: Option<String>,
    /// The unit of what names none.
    pub unit: Option<Unit>,
    /// Whether percentages are shares of 1.
    pub scale: Option<Scale>,
    /// What bare years mean.
    pub bare_years: Option<BareYears>,
    /// What the headings over the values are.
    pub across: Option<Across>,
    /// Which of two different figures for the same thing holds.
    pub conflicts: Option<Keep>,
    /// Whether the table is read: not where it is left out, and even where it looks like something else.
    pub take: Option<bool>,
}

/// What was said of a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnDecision {
    /// What it is.
    pub role: Option<ColumnRole>,
    /// The period of its values.
    pub period: Option<Period>,
    /// The unit of its values.
    pub unit: Option<Unit>,
}

/// What a column can be said to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnRole {
    /// Figures.
    Values,
    /// Periods, or parts of them.
    Period,
    /// Names of places of a level.
    AreaName(AreaKind),
    /// Codes of places of a level.
    AreaCode(AreaKind),
    /// Groups of people in a dimension.
    Cohort(String),
    /// Names of measures, or parts of them.
    Measure,
    /// Answers to a question.
    Answer,
    /// Units.
    Unit,
    /// What the source says of the value in the row.
    Status,
    /// Remarks.
    Note,
    /// Numbers of respondents.
    Base,
    /// Changes that the sender worked out.
    PrintedChange,
    /// Not read.
    LeaveOut,
}

/// What a bare year ("2021") means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BareYears {
    /// January to December.
    Calendar,
    /// The financial year that begins in it: 2021 is 2021/22.
    FinancialFrom,
    /// The financial year that ends in it: 2021 is 2020/21.
    FinancialTo,
}

/// What the headings right over the values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Across {
    /// Periods.
    Periods,
    /// Places.
    Places,
    /// Groups of people.
    Groups,
    /// Measures.
    Measures,
}

/// Which of two different figures for the same thing holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keep {
    /// The one that stands first.
    First,
    /// The one that stands last.
    Last,
    /// Neither.
    Neither,
}

/// One thing said, with where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// What a symbol means, anywhere in the workbook.
    Meaning(String, Meaning),
    /// Whether a sheet is left out.
    LeaveOutSheet(String, bool),
    /// Something about a table: its sheet, its anchor, what.
    Table(String, TableAnchor, TableChange),
    /// A finding is left as it is.
    Accept(Accepted),
}

/// Something said about a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableChange {
    /// These rows are its headings.
    Headings(Vec<u32>),
    /// A column is something.
    Column(u32, ColumnRole),
    /// The period of a column's values.
    ColumnPeriod(u32, Period),
    /// The unit of a column's values.
    ColumnUnit(u32, Unit),
    /// Rows are left out, or taken in again.
    Rows(Vec<u32>, RowChoice),
    /// The body ends before a row.
    Bottom(u32),
    /// The period of what names none.
    Period(Period),
    /// The place of what names none.
    Area(String),
    /// The unit of what names none.
    Unit(Unit),
    /// Whether percentages are shares of 1.
    Scale(Scale),
    /// What bare years mean.
    BareYears(BareYears),
    /// What the headings over the values are.
    Across(Across),
    /// Which of two different figures holds.
    Conflicts(Keep),
    /// Whether the table is read at all.
    Take(bool),
}

/// Whether rows are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowChoice {
    /// They are.
    TakeIn,
    /// They are not.
    LeaveOut,
}

impl Decisions {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes something into account; what was said before of the same thing no longer holds.
    pub fn decide(&mut self, decision: Decision) {
        match decision {
            Decision::Meaning(text, meaning) => {
                let symbol = shorthand::normal(&text);
                self.meanings
                    .retain(|known| shorthand::normal(&known.text) != symbol);
                self.meanings.push(SymbolMeaning { text, meaning });
            }
            Decision::LeaveOutSheet(sheet, leave_out) => {
                self.sheets.entry(sheet).or_default().leave_out = leave_out;
            }
            Decision::Table(sheet, anchor, change) => {
                let tables = &mut self.sheets.entry(sheet).or_default().tables;
                let index = tables
                    .iter()
                    .position(|table| table.anchor == anchor)
                    .unwrap_or(tables.len());
                if index == tables.len() {
                    tables.push(TableDecisions {
                        anchor,
                        ..TableDecisions::default()
                    });
                }
                if let Some(table) = tables.get_mut(index) {
                    table.change(change);
                }
            }
            Decision::Accept(accepted) => {
                if !self.accepted.contains(&accepted) {
                    self.accepted.push(accepted);
                }
            }
        }
    }

    /// Whether somebody has looked at a finding and left it as it is.
    pub fn accepts(&self, finding: &Finding) -> bool {
        !self.accepted.is_empty() && self.accepted.contains(&Accepted::of(finding))
    }

    /// What was said of a sheet.
    pub fn of_sheet(&self, sheet: &str) -> SheetDecisions {
        self.sheets.get(sheet).cloned().unwrap_or_default()
    }
}

impl Accepted {
    /// How a finding is known again.
    pub fn of(finding: &Finding) -> Self {
        Self {
            sheet: finding.sheet.clone(),
            finding: finding.kind.to_string(),
        }
    }
}

impl SheetDecisions {
    /// What was said of the table at an anchor.
    pub fn of_table(&self, anchor: TableAnchor) -> TableDecisions {
        let said = self.tables.iter().find(|table| table.anchor == anchor);
        said.cloned().unwrap_or_else(|| TableDecisions {
            anchor,
            ..TableDecisions::default()
        })
    }
}

impl TableDecisions {
    fn change(&mut self, change: TableChange) {
        match change {
            TableChange::Headings(rows) => self.headings = Some(rows),
            TableChange::Column(column, role) => {
                self.columns.entry(column).or_default().role = Some(role);
            }
            TableChange::ColumnPeriod(column, period) => {
                self.columns.entry(column).or_default().period = Some(period);
            }
            TableChange::ColumnUnit(column, unit) => {
                self.columns.entry(column).or_default().unit = Some(unit);
            }
            TableChange::Rows(rows, choice) => {
                self.rows_left_out.retain(|row| !rows.contains(row));
                if choice == RowChoice::LeaveOut {
                    self.rows_left_out.extend(rows);
                    self.rows_left_out.sort_unstable();
                }
            }
            TableChange::Bottom(bottom) => self.bottom = Some(bottom),
            TableChange::Period(period) => self.period = Some(period),
            TableChange::Area(area) => self.area = Some(area),
            TableChange::Unit(unit) => self.unit = Some(unit),
            TableChange::Scale(scale) => self.scale = Some(scale),
            TableChange::BareYears(years) => self.bare_years = Some(years),
            TableChange::Across(across) => self.across = Some(across),
            TableChange::Conflicts(keep) => self.conflicts = Some(keep),
            TableChange::Take(take) => self.take = Some(take),
        }
    }

    /// What a column was said to be.
    pub fn role_of(&self, column: u32) -> Option<&ColumnRole> {
        self.columns.get(&column)?.role.as_ref()
    }
}

impl ColumnRole {
    /// The role of a column of labels or of none; `None` for figures, of which the headings say the rest.
    pub fn to_role(&self) -> Option<Role> {
        Some(match self {
            Self::Values => return None,
            Self::Period => Role::Period,
            Self::AreaName(level) => Role::AreaName(*level),
            Self::AreaCode(level) => Role::AreaCode(*level),
            Self::Cohort(dimension) => Role::Cohort(dimension.clone()),
            Self::Measure => Role::Measure,
            Self::Answer => Role::Answer,
            Self::Unit => Role::Unit,
            Self::Status => Role::Status,
            Self::Note => Role::Note,
            Self::Base => Role::Base,
            Self::PrintedChange => Role::PrintedChange,
            Self::LeaveOut => Role::Unused(String::from("you left it out")),
        })
    }

    /// The choice that a concluded role amounts to; `None` where nobody can choose it.
    pub fn of(role: &Role) -> Option<Self> {
        Some(match role {
            Role::Value(_) => Self::Values,
            Role::Period => Self::Period,
            Role::AreaName(level) => Self::AreaName(*level),
            Role::AreaCode(level) => Self::AreaCode(*level),
            Role::Cohort(dimension) => Self::Cohort(dimension.clone()),
            Role::Measure => Self::Measure,
            Role::Answer => Self::Answer,
            Role::Unit => Self::Unit,
            Role::Status => Self::Status,
            Role::Note => Self::Note,
            Role::Base => Self::Base,
            Role::PrintedChange => Self::PrintedChange,
            Role::Unused(_) => Self::LeaveOut,
            Role::Dimension | Role::EffectiveBase | Role::PrintedShare | Role::AboutValues => {
                return None;
            }
        })
    }
}

impl BareYears {
    /// The period that a bare year means, which was read as a calendar year; others stay what they are.
    pub fn read(self, period: Period) -> Period {
        if period.kind != PeriodKind::CalendarYear {
            return period;
        }
        let year = period.start.year();
        let meant = match self {
            Self::Calendar => None,
            Self::FinancialFrom => Period::financial_year(year),
            Self::FinancialTo => Period::financial_year(year - 1),
        };
        meant.unwrap_or(period)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Status;

    #[test]
    fn what_is_said_later_of_the_same_thing_holds() {
        let mut decisions = Decisions::default();
        decisions.decide(Decision::Meaning("..".into(), Meaning::Zero));
        decisions.decide(Decision::Meaning(
            "..".into(),
            Meaning::Status(Status::NotAvailable),
        ));
        assert_eq!(decisions.meanings.len(), 1);
        let anchor = TableAnchor { row: 4, column: 0 };
        for role in [ColumnRole::Measure, ColumnRole::LeaveOut] {
            let change = TableChange::Column(3, role);
            decisions.decide(Decision::Table("Sheet".into(), anchor, change));
        }
        let said = decisions.of_sheet("Sheet").of_table(anchor);
        assert_eq!(said.role_of(3), Some(&ColumnRole::LeaveOut));
        assert_eq!(decisions.of_sheet("Sheet").tables.len(), 1);
    }

    #[test]
    fn bare_years_mean_what_was_said() {
        let year = Period::calendar_year(2021).unwrap();
        assert_eq!(
            BareYears::FinancialFrom.read(year),
            Period::financial_year(2021).unwrap()
        );
        assert_eq!(
            BareYears::FinancialTo.read(year),
            Period::financial_year(2020).unwrap()
        );
        let month = Period::month(2021, 3).unwrap();
        assert_eq!(BareYears::FinancialTo.read(month), month);
    }
}
