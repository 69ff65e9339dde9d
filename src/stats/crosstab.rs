//! A weighted table of two questions: counts, percentages and the strength of the association (statistical
//! specification 3). Its test is [`super::rao_scott`].

use super::contingency::{Pearson, pearson};
use super::weighted::{WeightSums, count};

/// Of what a cell is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShareOf {
    /// Of its column.
    Column,
    /// Of its row.
    Row,
    /// Of all who answered both questions.
    Total,
}

/// The weights of those who gave every pair of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosstab {
    row_levels: usize,
    column_levels: usize,
    /// Row by row.
    cells: Vec<WeightSums>,
}

/// Which levels of a table have respondents, as positions from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The rows with a respondent.
    pub rows: Vec<usize>,
    /// The columns with a respondent.
    pub columns: Vec<usize>,
}

impl Crosstab {
    /// A table from its cells, row by row. `None` where there are not as many as rows by columns.
    pub fn new(row_levels: usize, column_levels: usize, cells: Vec<WeightSums>) -> Option<Self> {
        let expected = row_levels.checked_mul(column_levels)?;
        (cells.len() == expected).then_some(Self {
            row_levels,
            column_levels,
            cells,
        })
    }

    /// A table from respondents: weight, row and column, from 0. One who has no such row or column is left
    /// out, as is one who did not answer both questions.
    ///
    /// ```
    /// use bellwether::stats::crosstab::{Crosstab, ShareOf};
    /// let table = Crosstab::of_rows(2, 2, [(1.0, 0, 0), (3.0, 1, 0), (2.0, 1, 1)]).unwrap();
    /// assert_eq!(table.share(ShareOf::Column, 1, 0), Some(0.75));
    /// assert_eq!(table.share(ShareOf::Row, 1, 0), Some(0.6));
    /// assert_eq!(table.share(ShareOf::Column, 0, 1), Some(0.0));
    /// ```
    pub fn of_rows(
        row_levels: usize,
        column_levels: usize,
        respondents: impl IntoIterator<Item = (f64, usize, usize)>,
    ) -> Option<Self> {
        let cells = row_levels.checked_mul(column_levels)?;
        let mut cells = vec![WeightSums::default(); cells];
        for (weight, row, column) in respondents {
            if row < row_levels
                && column < column_levels
                && let Some(cell) = cells.get_mut(row * column_levels + column)
            {
                cell.include(weight);
            }
        }
        Self::new(row_levels, column_levels, cells)
    }

    /// How many rows.
    pub fn row_levels(&self) -> usize {
        self.row_levels
    }

    /// How many columns.
    pub fn column_levels(&self) -> usize {
        self.column_levels
    }

    /// The cells, row by row.
    pub fn cells(&self) -> &[WeightSums] {
        &self.cells
    }

    /// A cell: its weighted and its unweighted count, and what makes its effective base.
    pub fn cell(&self, row: usize, column: usize) -> Option<WeightSums> {
        if column >= self.column_levels {
            return None;
        }
        let place = row.checked_mul(self.column_levels)?.checked_add(column)?;
        self.cells.get(place).copied()
    }

    /// A row's sums over its columns: the base of its shares.
    pub fn row_total(&self, row: usize) -> WeightSums {
        let columns = 0..self.column_levels;
        sum(columns.filter_map(|column| self.cell(row, column)))
    }

    /// A column's sums over its rows: the base of its shares.
    pub fn column_total(&self, column: usize) -> WeightSums {
        let rows = 0..self.row_levels;
        sum(rows.filter_map(|row| self.cell(row, column)))
    }

    /// All who answered both questions.
    pub fn total(&self) -> WeightSums {
        sum(self.cells.iter().copied())
    }

    /// The weighted share of a cell, 0 to 1; `None` where nobody is in its base.
    pub fn share(&self, of: ShareOf, row: usize, column: usize) -> Option<f64> {
        let base = match of {
            ShareOf::Column => self.column_total(column),
            ShareOf::Row => self.row_total(row),
            ShareOf::Total => self.total(),
        };
        let cell = self.cell(row, column)?;
        base.are_usable().then(|| cell.weight / base.weight)
    }

    /// The rows and columns with a respondent.
    pub fn levels(&self) -> Levels {
        let used = |total: WeightSums| total.unweighted_base > 0;
        let rows = (0..self.row_levels).filter(|row| used(self.row_total(*row)));
        let columns = (0..self.column_levels).filter(|column| used(self.column_total(*column)));
        Levels {
            rows: rows.collect(),
            columns: columns.collect(),
        }
    }

    /// The table without the rows and columns that have no respondent.
    #[must_use]
    pub fn without_empty_levels(&self) -> Self {
        self.at_levels(&self.levels())
    }

    /// The table of some rows and columns.
    pub(super) fn at_levels(&self, levels: &Levels) -> Self {
        let places = levels.rows.iter().flat_map(|row| {
            let columns = levels.columns.iter();
            columns.map(move |column| (*row, *column))
        });
        Self {
            row_levels: levels.rows.len(),
            column_levels: levels.columns.len(),
            cells: places
                .map(|(row, column)| self.cell(row, column).unwrap_or_default())
                .collect(),
        }
    }

    /// The strength of the association of the weighted shares, 0 to 1: 0.1 is small, 0.3 medium, 0.5 large.
    /// `None` with fewer than two rows or columns that have respondents.
    ///
    /// Source: Cramér (1946), *Mathematical Methods of Statistics*, 21.9.
    pub fn cramers_v(&self) -> Option<f64> {
        let table = self.without_empty_levels();
        let smaller = table.row_levels.min(table.column_levels);
        let phi_squared = table.phi_squared()?;
        (smaller > 1).then(|| (phi_squared / count(smaller - 1)).sqrt())
    }

    /// Σ (P − RC)² / RC of the weighted shares P of cells, R of their rows and C of their columns.
    pub(super) fn phi_squared(&self) -> Option<f64> {
        let total = self.total();
        let share = |of: WeightSums| of.weight / total.weight;
        let columns: Vec<f64> = (0..self.column_levels)
            .map(|column| share(self.column_total(column)))
            .collect();
        let mut phi_squared = 0.0;
        for row in 0..self.row_levels {
            let of_row = share(self.row_total(row));
            for (column, of_column) in columns.iter().enumerate() {
                let expected = of_row * of_column;
                let distance = share(self.cell(row, column)?) - expected;
                if expected > 0.0 {
                    phi_squared += distance * distance / expected;
                }
            }
        }
        (total.are_usable() && phi_squared.is_finite()).then_some(phi_squared)
    }

    /// The unweighted counts, a list of rows.
    pub fn unweighted_counts(&self) -> Vec<Vec<usize>> {
        let rows = self.cells.chunks(self.column_levels.max(1));
        let bases = |row: &[WeightSums]| row.iter().map(|cell| cell.unweighted_base).collect();
        rows.map(bases).collect()
    }

    /// Pearson's test of the unweighted counts, without rows and columns that have no respondent: to be
    /// shown on request and called unweighted.
    pub fn unweighted_pearson(&self) -> Option<Pearson> {
        let counts = self.without_empty_levels().unweighted_counts();
        let real = |row: Vec<usize>| row.into_iter().map(count).collect();
        let counts: Vec<Vec<f64>> = counts.into_iter().map(real).collect();
        pearson(&counts)
    }
}

fn sum(parts: impl Iterator<Item = WeightSums>) -> WeightSums {
    parts.fold(WeightSums::default(), |mut all, part| {
        all += part;
        all
    })
}
