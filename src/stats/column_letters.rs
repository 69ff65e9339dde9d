//! The letters of a cross-tab's banner: which columns of a row differ clearly from which (statistical
//! specification 2.5).

use super::multiplicity::{Adjustment, adjusted};
use super::proportions::{Sample, pooled_z};
use crate::data::cell::column_letters;

/// The test of two columns of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnPair {
    /// The position of the left column, from 0.
    pub left: usize,
    /// The position of the right column, from 0.
    pub right: usize,
    /// The two-sided p-value of the pooled z-test.
    pub p_value: f64,
    /// The p-value adjusted over the pairs of the row.
    pub adjusted_p_value: f64,
    /// The column with the higher share, the left one where both are the same.
    pub higher: usize,
}

impl ColumnPair {
    /// The column with the lower share.
    pub fn lower(&self) -> usize {
        if self.higher == self.left {
            self.right
        } else {
            self.left
        }
    }
}

/// The columns of a row compared with one another.
#[derive(Clone, Debug, PartialEq)]
pub struct RowOfColumns {
    /// Every pair that was tested, from left to right.
    pub pairs: Vec<ColumnPair>,
    /// For every column, the letters of the columns that are clearly lower: `"BC"`.
    pub letters: Vec<String>,
    /// The columns that were not tested: those without a sample, those of 0% and of 100%.
    pub excluded: Vec<usize>,
}

/// Compares all pairs of columns of a row, and puts the letter of the lower column in the higher one where
/// the adjusted p-value is under `alpha`. A column that must not be tested, such as one on a low base or the
/// total, is `None` and keeps its letter. Columns of 0% and 100% are not tested (as in SPSS CTABLES).
///
/// ```
/// use bellwether::stats::column_letters::compare_columns;
/// use bellwether::stats::multiplicity::Adjustment;
/// use bellwether::stats::proportions::Sample;
/// let column = |share, effective_base| Some(Sample { share, effective_base });
/// let row = [column(0.62, 410.2), column(0.51, 388.7), column(0.49, 120.4), column(0.58, 455.9)];
/// let compared = compare_columns(&row, Adjustment::BenjaminiHochberg, 0.05);
/// assert_eq!(compared.letters, ["BC", "", "", ""]);
/// ```
pub fn compare_columns(row: &[Option<Sample>], adjustment: Adjustment, alpha: f64) -> RowOfColumns {
    let mut columns = Vec::new();
    let mut excluded = Vec::new();
    for (place, sample) in row.iter().enumerate() {
        let tested = sample.filter(|sample| sample.share > 0.0 && sample.share < 1.0);
        match tested.filter(|sample| sample.effective_base > 0.0) {
            Some(sample) => columns.push((place, sample)),
            None => excluded.push(place),
        }
    }
    let mut pairs = Vec::new();
    for (position, &(left, one)) in columns.iter().enumerate() {
        for &(right, other) in columns.iter().skip(position + 1) {
            let Some(test) = pooled_z(one, other) else {
                continue;
            };
            pairs.push(ColumnPair {
                left,
                right,
                p_value: test.p_value,
                adjusted_p_value: test.p_value,
                higher: if other.share > one.share { right } else { left },
            });
        }
    }
    let raw: Vec<_> = pairs.iter().map(|pair| Some(pair.p_value)).collect();
    let mut letters = vec![String::new(); row.len()];
    let mut lower_columns: Vec<(usize, usize)> = Vec::new();
    for (pair, p_value) in pairs.iter_mut().zip(adjusted(&raw, adjustment)) {
        pair.adjusted_p_value = p_value.unwrap_or(pair.p_value);
        if pair.adjusted_p_value < alpha {
            lower_columns.push((pair.higher, pair.lower()));
        }
    }
    lower_columns.sort_unstable();
    for (higher, lower) in lower_columns {
        let letter = u32::try_from(lower).map(column_letters);
        if let (Some(letters), Ok(letter)) = (letters.get_mut(higher), letter) {
            letters.push_str(&letter);
        }
    }
    RowOfColumns {
        pairs,
        letters,
        excluded,
    }
}
