//! The values of a chart as a table.

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
#[derive(Clone, Debug, PartialEq)]
pub enum DataCell {
    /// Nothing is meant to be here.
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
