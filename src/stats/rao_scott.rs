//! The test of a weighted table under the design of the survey (statistical specification 3): Rao and
//! Scott's corrections of Pearson's statistic.
//!
//! Source: Rao and Scott (1984), *Annals of Statistics* 12:46; Thomas and Rao (1987), *Journal of the
//! American Statistical Association* 82:630; as R's `survey::svychisq`.

use super::crosstab::{Crosstab, Levels};
use super::distributions::{chi_squared_upper_tail, f_upper_tail};
use super::matrix::{Matrix, product, solved, trace, transposed};
use super::taylor::{Design, LonelyPsu};
use super::taylor_sums::{StratumProducts, covariance_of_strata};
use super::weighted::{WeightSums, count};

/// A table's test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RaoScott {
    /// The F statistic of the second-order correction: the default test.
    pub f: f64,
    /// Its first degrees of freedom, which need not be whole.
    pub first_degrees: f64,
    /// Its second degrees of freedom, which need not be whole.
    pub second_degrees: f64,
    /// The p-value of the F statistic.
    pub p_value: f64,
    /// Pearson's statistic of the weighted shares on the unweighted base, before any correction.
    pub uncorrected: f64,
    /// The first-order correction.
    pub first_order: FirstOrder,
}

/// A χ² test of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstOrder {
    /// The corrected statistic.
    pub chi_squared: f64,
    /// (rows − 1)(columns − 1).
    pub degrees_of_freedom: usize,
    /// The upper tail of the χ² distribution.
    pub p_value: f64,
}

/// A table in one stratum of a wave of which every respondent is a PSU.
#[derive(Clone, Debug, PartialEq)]
pub struct StratumTable {
    /// The stratum's part of the table.
    pub table: Crosstab,
    /// All respondents of the wave in the stratum with a weight above nought, in the table or not.
    pub respondents_of_wave: usize,
}

/// The test of a table in a survey with weights only, from its cells alone. `respondents_of_wave` are all
/// with a weight above nought, in the table or not. `None` as with [`by_strata`].
///
/// ```
/// use bellwether::stats::crosstab::Crosstab;
/// use bellwether::stats::rao_scott::weights_only;
/// let cells = [(0, 0, 52), (0, 1, 48), (1, 0, 30), (1, 1, 70)];
/// let respondents = cells.iter().flat_map(|&(row, column, people)| {
///     std::iter::repeat_n((1.0, row, column), people)
/// });
/// let table = Crosstab::of_rows(2, 2, respondents).unwrap();
/// // With equal weights Pearson's 10.004 needs hardly any correction.
/// let test = weights_only(&table, 200).unwrap();
/// assert!((test.uncorrected - 10.004).abs() < 0.001);
/// assert!((test.first_order.chi_squared - 9.954).abs() < 0.001);
/// ```
pub fn weights_only(table: &Crosstab, respondents_of_wave: usize) -> Option<RaoScott> {
    let wave = [StratumTable {
        table: table.clone(),
        respondents_of_wave,
    }];
    by_strata(&wave, LonelyPsu::default())
}

/// The test of a table in a survey with strata and weights, every stratum of the wave given. Rows and
/// columns without respondents are left out.
///
/// `None` with fewer than two rows or columns that have respondents, where too many cells are empty, or
/// where the strata's tables differ in size or have more respondents than the wave.
pub fn by_strata(strata: &[StratumTable], lonely: LonelyPsu) -> Option<RaoScott> {
    let levels = sum_of(strata.iter().map(|stratum| &stratum.table))?.levels();
    let tables = strata.iter().map(|of| of.table.at_levels(&levels));
    let tables: Vec<Crosstab> = tables.collect();
    let table = sum_of(&tables)?;
    let total = table.total();
    let shares = shares(&table)?;
    let totals: Vec<WeightSums> = tables.iter().map(Crosstab::total).collect();
    let mut occupied = 0;
    for (stratum, total) in strata.iter().zip(&totals) {
        let base = total.unweighted_base;
        occupied += usize::from(base > 0);
        if base > stratum.respondents_of_wave {
            return None;
        }
    }
    let squared_weight = total.weight * total.weight;
    let covariance = |a: usize, b: usize| -> Option<f64> {
        let (share_a, share_b) = (*shares.get(a)?, *shares.get(b)?);
        let mut parts = Vec::with_capacity(strata.len());
        for ((stratum, table), all) in strata.iter().zip(&tables).zip(&totals) {
            let (one, other) = (*table.cells().get(a)?, *table.cells().get(b)?);
            let both = if a == b { one.weight_squares } else { 0.0 };
            let products = both - share_b * one.weight_squares - share_a * other.weight_squares
                + share_a * share_b * all.weight_squares;
            parts.push(StratumProducts {
                psus: stratum.respondents_of_wave,
                products: products / squared_weight,
                totals: (
                    (one.weight - share_a * all.weight) / total.weight,
                    (other.weight - share_b * all.weight) / total.weight,
                ),
            });
        }
        covariance_of_strata(&parts, lonely)
    };
    let covariances = symmetric(shares.len(), covariance)?;
    test(
        &table,
        &shares,
        &covariances,
        total.unweighted_base - occupied,
    )
}

/// The test of a table under a design of strata and PSUs, given the table of every PSU of the wave. Rows and
/// columns without respondents are left out.
///
/// `None` with fewer than two rows or columns that have respondents, where too many cells are empty, without
/// a degree of freedom, or where the PSUs' tables are not as many as the design's or differ in size.
pub fn by_design(design: &Design, psus: &[Crosstab]) -> Option<RaoScott> {
    if psus.len() != design.psus() {
        return None;
    }
    let levels: Levels = sum_of(psus)?.levels();
    let psus: Vec<Crosstab> = psus.iter().map(|psu| psu.at_levels(&levels)).collect();
    let table = sum_of(&psus)?;
    let weight = table.total().weight;
    let shares = shares(&table)?;
    let mut totals: Vec<Vec<f64>> = vec![Vec::with_capacity(psus.len()); shares.len()];
    let mut occupied = Vec::with_capacity(psus.len());
    for psu in &psus {
        let all = psu.total();
        occupied.push(all.unweighted_base > 0);
        for ((totals, cell), share) in totals.iter_mut().zip(psu.cells()).zip(&shares) {
            totals.push((cell.weight - share * all.weight) / weight);
        }
    }
    let covariance = |a: usize, b: usize| design.covariance(totals.get(a)?, totals.get(b)?);
    let covariances = symmetric(shares.len(), covariance)?;
    let degrees = design.degrees_of_freedom(occupied);
    test(&table, &shares, &covariances, degrees)
}

/// An approximate test of a published table of weighted shares, a list of rows, on the effective base of all
/// who answered both questions: Pearson's statistic scaled to that base. `None` with fewer than two rows or
/// columns that hold anything.
pub fn on_effective_base(shares: &[Vec<f64>], effective_base: f64) -> Option<FirstOrder> {
    let columns = shares.first()?.len();
    let cells = shares.iter().flatten().map(|share| WeightSums {
        unweighted_base: usize::from(*share > 0.0),
        weight: *share,
        weight_squares: *share,
    });
    let valid = |share: &f64| share.is_finite() && *share >= 0.0;
    let alike = shares
        .iter()
        .all(|row| row.len() == columns && row.iter().all(valid));
    if !(alike && effective_base > 0.0 && effective_base.is_finite()) {
        return None;
    }
    let table = Crosstab::new(shares.len(), columns, cells.collect())?.without_empty_levels();
    first_order(&table, effective_base * table.phi_squared()?)
}

/// The second-order and first-order tests, from the covariances of the cells' shares.
fn test(
    table: &Crosstab,
    shares: &[f64],
    covariances: &Matrix,
    degrees_of_freedom: usize,
) -> Option<RaoScott> {
    let (rows, columns) = (table.row_levels(), table.column_levels());
    if rows < 2 || columns < 2 || degrees_of_freedom == 0 {
        return None;
    }
    let base = count(table.total().unweighted_base);
    let interaction = interaction_contrasts(rows, columns);
    // D⁻C, with nought for a cell without respondents.
    let scaled: Matrix = interaction
        .iter()
        .zip(shares)
        .map(|(row, share)| {
            let inverse = if *share > 0.0 { 1.0 / share } else { 0.0 };
            row.iter().map(|value| value * inverse).collect()
        })
        .collect();
    let mut simple = product(&transposed(&interaction), &scaled);
    for value in simple.iter_mut().flatten() {
        *value /= base;
    }
    let by_design = product(&transposed(&scaled), &product(covariances, &scaled));
    let effects = solved(&simple, &by_design)?;
    let sum = trace(&effects);
    let sum_of_squares = trace(&product(&effects, &effects));
    let first_degrees = sum * sum / sum_of_squares;
    let second_degrees = first_degrees * count(degrees_of_freedom);
    let uncorrected = base * table.phi_squared()?;
    let f = uncorrected / sum;
    if !(sum > 0.0 && f.is_finite() && first_degrees.is_finite()) {
        return None;
    }
    let mean_effect = sum / count((rows - 1) * (columns - 1));
    Some(RaoScott {
        f,
        first_degrees,
        second_degrees,
        p_value: f_upper_tail(f, first_degrees, second_degrees)?,
        uncorrected,
        first_order: first_order(table, uncorrected / mean_effect)?,
    })
}

fn first_order(table: &Crosstab, chi_squared: f64) -> Option<FirstOrder> {
    if table.row_levels() < 2 || table.column_levels() < 2 {
        return None;
    }
    let degrees_of_freedom = (table.row_levels() - 1) * (table.column_levels() - 1);
    Some(FirstOrder {
        chi_squared,
        degrees_of_freedom,
        p_value: chi_squared_upper_tail(chi_squared, count(degrees_of_freedom))?,
    })
}

/// What of the interaction of rows and columns the main effects leave: a row for every cell, (rows − 1) ·
/// (columns − 1) columns. Since every cell stands once in the grid, the residual of the least squares is
/// that of centring by row and by column.
fn interaction_contrasts(rows: usize, columns: usize) -> Matrix {
    let centred = |level: usize, other: usize, levels: usize| {
        f64::from(u8::from(level == other)) - 1.0 / count(levels)
    };
    let mut contrasts = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let of_cell = (1..rows).flat_map(|other_row| {
                let of_row = centred(row, other_row, rows);
                (1..columns).map(move |other| of_row * centred(column, other, columns))
            });
            contrasts.push(of_cell.collect());
        }
    }
    contrasts
}

/// The weighted shares of the cells, row by row.
fn shares(table: &Crosstab) -> Option<Vec<f64>> {
    let total = table.total();
    let share = |cell: &WeightSums| cell.weight / total.weight;
    total
        .are_usable()
        .then(|| table.cells().iter().map(share).collect())
}

/// A symmetric matrix from its half.
fn symmetric(size: usize, value: impl Fn(usize, usize) -> Option<f64>) -> Option<Matrix> {
    let mut matrix: Matrix = Vec::with_capacity(size);
    for row in 0..size {
        let mut values = Vec::with_capacity(size);
        for before in &matrix {
            values.push(*before.get(row)?);
        }
        for column in row..size {
            values.push(value(row, column)?);
        }
        matrix.push(values);
    }
    Some(matrix)
}

/// The cells of tables of the same size added up.
fn sum_of<'a>(tables: impl IntoIterator<Item = &'a Crosstab>) -> Option<Crosstab> {
    let mut tables = tables.into_iter();
    let first = tables.next()?;
    let size = (first.row_levels(), first.column_levels());
    let mut cells = first.cells().to_vec();
    for table in tables {
        if (table.row_levels(), table.column_levels()) != size {
            return None;
        }
        for (sum, cell) in cells.iter_mut().zip(table.cells()) {
            *sum += *cell;
        }
    }
    Crosstab::new(size.0, size.1, cells)
}
