//! Tables of counts without weights: Pearson's test, Cramér's V and Fisher's exact test (statistical
//! specification 3).

use super::distributions::chi_squared_upper_tail;
use super::weighted::count;

/// Expected counts under this are small.
pub const LEAST_EXPECTED: f64 = 5.0;

/// Pearson's χ² test of a table of counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Pearson {
    /// The statistic, without continuity correction.
    pub chi_squared: f64,
    /// (rows − 1)(columns − 1).
    pub degrees_of_freedom: usize,
    /// The upper tail of the χ² distribution.
    pub p_value: f64,
    /// The strength of the association, 0 to 1: 0.1 is small, 0.3 medium, 0.5 large.
    pub cramers_v: f64,
    /// The least count expected without an association.
    pub least_expected: f64,
    /// The share of cells, 0 to 1, whose expected count is under [`LEAST_EXPECTED`].
    pub share_of_small_expected: f64,
    /// How far every cell is from what is expected, in standard errors: a list of rows.
    pub standardised_residuals: Vec<Vec<f64>>,
}

impl Pearson {
    /// Whether the test is not to be relied on, since an expected count is small.
    pub fn has_small_expected(&self) -> bool {
        self.least_expected < LEAST_EXPECTED
    }
}

/// Pearson's test of a table of unweighted counts, a list of rows of the same length. Never for weighted
/// counts. `None` with fewer than two rows or columns, or where a row or column is empty.
///
/// Source: Agresti (2013), *Categorical Data Analysis*, 3.2 and 3.3.1; as R's `chisq.test(correct = FALSE)`.
///
/// ```
/// use bellwether::stats::contingency::pearson;
/// let test = pearson(&[vec![52.0, 48.0], vec![30.0, 70.0]]).unwrap();
/// assert!((test.chi_squared - 10.004_133_939_644_5).abs() < 1e-9);
/// assert_eq!((test.degrees_of_freedom, test.least_expected), (1, 41.0));
/// ```
pub fn pearson(table: &[Vec<f64>]) -> Option<Pearson> {
    let columns = table.first()?.len();
    let same_length = table.iter().all(|row| row.len() == columns);
    let valid = |cell: &f64| cell.is_finite() && *cell >= 0.0;
    if !same_length || table.len() < 2 || columns < 2 || !table.iter().flatten().all(valid) {
        return None;
    }
    let row_totals: Vec<f64> = table.iter().map(|row| row.iter().sum()).collect();
    let mut column_totals = vec![0.0; columns];
    for row in table {
        for (total, cell) in column_totals.iter_mut().zip(row) {
            *total += cell;
        }
    }
    let total: f64 = row_totals.iter().sum();
    if row_totals
        .iter()
        .chain(&column_totals)
        .any(|total| *total <= 0.0)
    {
        return None;
    }
    let (mut chi_squared, mut least_expected, mut small) = (0.0, f64::INFINITY, 0);
    let mut residuals = Vec::with_capacity(table.len());
    for (row, row_total) in table.iter().zip(&row_totals) {
        let mut of_row = Vec::with_capacity(columns);
        for (cell, column_total) in row.iter().zip(&column_totals) {
            let expected = row_total * column_total / total;
            let distance = cell - expected;
            chi_squared += distance * distance / expected;
            least_expected = f64::min(least_expected, expected);
            small += usize::from(expected < LEAST_EXPECTED);
            let spread = (1.0 - row_total / total) * (1.0 - column_total / total);
            of_row.push(distance / (expected * spread).sqrt());
        }
        residuals.push(of_row);
    }
    let degrees_of_freedom = (table.len() - 1) * (columns - 1);
    let smaller = count(table.len().min(columns) - 1);
    Some(Pearson {
        chi_squared,
        degrees_of_freedom,
        p_value: chi_squared_upper_tail(chi_squared, count(degrees_of_freedom))?,
        cramers_v: (chi_squared / (total * smaller)).sqrt(),
        least_expected,
        share_of_small_expected: count(small) / count(table.len() * columns),
        standardised_residuals: residuals,
    })
}

/// Fisher's exact test of a table of two rows and two columns of counts: the two-sided p-value, the
/// probability of all tables with the same totals that are no likelier. `None` without counts.
///
/// Source: Fisher (1935), *The Design of Experiments*; as R's `fisher.test`.
///
/// ```
/// use bellwether::stats::contingency::fisher_exact;
/// let p = fisher_exact([[3, 1], [2, 9]]).unwrap();
/// assert!((p - 0.076_923_076_923).abs() < 1e-9);
/// ```
pub fn fisher_exact(table: [[u64; 2]; 2]) -> Option<f64> {
    // As R has it, so that tables as likely as the one observed count in spite of rounding.
    const TOLERANCE: f64 = 1.0 + 1e-7;
    let [[a, b], [c, d]] = table;
    let first_row = a.checked_add(b)?;
    let first_column = a.checked_add(c)?;
    let second_row = c.checked_add(d)?;
    if first_row.checked_add(second_row)? == 0 {
        return None;
    }
    let least = first_column.saturating_sub(second_row);
    let most = first_row.min(first_column);
    // The probability of every table relative to the observed one, by the ratio of one to the next.
    let up = |x: u64| {
        let cells = real(first_row - x) * real(first_column - x);
        cells / (real(x + 1) * real(second_row + x + 1 - first_column))
    };
    let (mut all, mut as_extreme) = (1.0, 1.0);
    let mut take = |relative: f64| {
        all += relative;
        if relative <= TOLERANCE {
            as_extreme += relative;
        }
    };
    let mut relative = 1.0;
    for x in a..most {
        relative *= up(x);
        take(relative);
    }
    relative = 1.0;
    for x in (least..a).rev() {
        relative /= up(x);
        take(relative);
    }
    let p_value: f64 = as_extreme / all;
    p_value.is_finite().then(|| p_value.min(1.0))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no table of counts has the 2⁵³ respondents from which this would round"
)]
fn real(number: u64) -> f64 {
    number as f64
}
