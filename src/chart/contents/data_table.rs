//! The values of a chart as a table.

use crate::analysis::Outcome;
use crate::base::number;
use crate::chart::point;
use crate::data::Unit;

/// The values of a chart as a table: the first columns say whose a row's values are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// The columns, from left to right.
    pub columns: Vec<DataColumn>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<Vec<DataCell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataColumn {
    /// Its heading, with the unit: "Feel safe after dark, City (%)".
    pub heading: String,
    /// Whether it says whose the values of a row are.
    pub is_label: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum DataCell {
    /// Nothing is meant to be here.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number, unrounded, with the decimals with which it is shown.
    Number {
        /// The number, in the unit of its column.
        value: f64,
        /// The decimals with which it is shown (statistical specification 10.5).
        decimals: usize,
    },
    /// A mark of official statistics in the place of a number.
    Shorthand(Shorthand),
}

/// What a mark in the place of a number, or beside it, means: those of the Government Analysis Function
/// ("Symbols in tables: definitions and help").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shorthand {
    /// `[c]`: confidential.
    Confidential,
    /// `[u]`: low reliability, or too small a base.
    LowReliability,
    /// `[x]`: not available.
    NotAvailable,
    /// `[z]`: not applicable.
    NotApplicable,
}

impl DataCell {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// A value with the decimals of its unit.
    pub const fn value(value: f64, unit: Unit) -> Self {
        Self::Number {
            value,
            decimals: unit.decimals(),
        }
    }

    /// A number that is told no more exactly than it is printed, so that nobody works out from its further
    /// decimals how many respondents are behind it.
    pub fn as_printed(value: f64, decimals: usize) -> Self {
        let places = i32::try_from(decimals).unwrap_or(0);
        let factor = 10_f64.powi(places);
        Self::Number {
            value: (value * factor).round() / factor,
            decimals,
        }
    }

    /// A number of respondents.
    pub fn base(respondents: usize) -> Self {
        Self::Number {
            value: f64::from(u32::try_from(respondents).unwrap_or(u32::MAX)),
            decimals: 0,
        }
    }

    /// The value of an outcome, or what stands in its place; "not available" where no source has a cell for it.
    pub fn of(outcome: Option<&Outcome>, unit: Unit) -> Self {
        match outcome.map(|outcome| point::shown(outcome, unit)) {
            Some(Ok(estimate)) => Self::value(estimate.value, unit),
            Some(Err(reason)) => Self::Shorthand(Shorthand::from(reason)),
            None => Self::Shorthand(Shorthand::NotAvailable),
        }
    }

    /// The cell for reading: the number with its decimals, the words, the mark.
    pub fn printed(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) => words.clone(),
            Self::Number { value, decimals } => number::grouped(*value, *decimals),
            Self::Shorthand(mark) => mark.mark().to_owned(),
        }
    }
}

impl Shorthand {
    /// The mark.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Confidential => "[c]",
            Self::LowReliability => "[u]",
            Self::NotAvailable => "[x]",
            Self::NotApplicable => "[z]",
        }
    }

    /// What it means, for the key of a table.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Confidential => "withheld, so that nobody can be recognised",
            Self::LowReliability => "not shown: too few respondents, or too unreliable",
            Self::NotAvailable => "not available",
            Self::NotApplicable => "not applicable",
        }
    }
}

impl DataColumn {
    /// A column that says whose the values of a row are.
    pub fn label(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            is_label: true,
        }
    }

    /// A column of values.
    pub fn values(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            is_label: false,
        }
    }
}

impl DataTable {
    /// The marks that stand in it, each once.
    pub fn shorthands(&self) -> Vec<Shorthand> {
        let cells = self.rows.iter().flatten();
        let mut marks: Vec<Shorthand> = cells
            .filter_map(|cell| match cell {
                DataCell::Shorthand(mark) => Some(*mark),
                _ => None,
            })
            .collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}
