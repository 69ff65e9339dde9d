//! What each cell of a sheet was read as, for showing a person the sheet with its reading.

use super::account::Mark;
use super::grid::Grid;
use super::layout::{ColumnLayout, Role, TableLayout};
use super::report::Reading;
use super::text_marks;
use crate::data::period_parse::{PeriodContext, parse_period};

/// What a cell was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CellRole {
    /// The title of a table.
    Title,
    /// A period, or a part of one.
    Period,
    /// A place, by name or code.
    Area,
    /// A group of people.
    Cohort,
    /// The name of a measure, an answer, a unit.
    Measure,
    /// A number of respondents.
    Base,
    /// A value.
    Value,
    /// Shorthand in place of a value.
    Marked,
    /// A note or a source.
    Note,
    /// Left out; a finding says why.
    LeftOut,
}

impl Reading {
    /// What a cell of a sheet was read as; `None` where it is empty. `sheet` counts from 0; `grid` is that
    /// sheet's.
    pub fn cell_role(&self, sheet: usize, grid: &Grid, row: u32, column: u32) -> Option<CellRole> {
        let mark = self.marks.get(sheet)?.get(grid, row, column)?;
        let tables = || {
            self.layouts
                .get(sheet)
                .into_iter()
                .flat_map(|held| &held.tables)
        };
        Some(match mark {
            Mark::Value | Mark::Answer => CellRole::Value,
            Mark::Status => CellRole::Marked,
            Mark::LeftOut => CellRole::LeftOut,
            Mark::Label => tables()
                .find(|table| table.holds(row, column))
                .map_or(CellRole::Note, |table| label_role(table, grid, row, column)),
            Mark::Note | Mark::Open => {
                let is_title = grid.text(row, column).is_some_and(|text| {
                    let bare = text_marks::strip(text).text;
                    tables().any(|table| !table.title.is_empty() && table.title.starts_with(&bare))
                });
                if is_title {
                    CellRole::Title
                } else {
                    CellRole::Note
                }
            }
        })
    }
}

impl TableLayout {
    /// Whether a cell lies in its headings or its body.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.left..self.right).contains(&column)
            && ((self.top..self.bottom).contains(&row) || self.headings.contains(&row))
    }

    /// How a column is read.
    pub fn column(&self, column: u32) -> Option<&ColumnLayout> {
        self.columns.iter().find(|held| held.column == column)
    }
}

fn label_role(table: &TableLayout, grid: &Grid, row: u32, column: u32) -> CellRole {
    let Some(role) = table.column(column).map(|held| &held.role) else {
        return CellRole::Measure;
    };
    match role {
        Role::Period => CellRole::Period,
        Role::AreaName(_) | Role::AreaCode(_) => CellRole::Area,
        Role::Cohort(_) | Role::Dimension => CellRole::Cohort,
        Role::Measure | Role::Answer | Role::Unit => CellRole::Measure,
        Role::Base | Role::EffectiveBase => CellRole::Base,
        Role::Status | Role::Note => CellRole::Note,
        Role::PrintedChange | Role::PrintedShare | Role::AboutValues | Role::Unused(_) => {
            CellRole::LeftOut
        }
        Role::Value(_) if !table.headings.contains(&row) => CellRole::Base,
        Role::Value(value) => {
            let text = grid
                .text(row, column)
                .map(|text| text_marks::strip(text).text);
            let says = |said: Option<&str>| said.is_some() && text.as_deref() == said;
            let is_period = match &text {
                Some(text) => parse_period(text, &PeriodContext::default()).is_some(),
                // A year or a date.
                None => true,
            };
            if value.period.is_some() && is_period {
                CellRole::Period
            } else if says(value.area.as_deref()) || says(value.area_code.as_deref()) {
                CellRole::Area
            } else if value
                .cohort
                .iter()
                .any(|(_, category)| says(Some(category)))
            {
                CellRole::Cohort
            } else if value.measure.is_empty() && value.period.is_some() {
                CellRole::Period
            } else {
                CellRole::Measure
            }
        }
    }
}
