//! The little linear algebra that the tests of tables need: matrices as lists of rows.

/// A matrix, row by row.
pub(super) type Matrix = Vec<Vec<f64>>;

/// The rows as columns.
pub(super) fn transposed(matrix: &Matrix) -> Matrix {
    let columns = matrix.first().map_or(0, Vec::len);
    let mut result = vec![Vec::with_capacity(matrix.len()); columns];
    for row in matrix {
        for (column, value) in result.iter_mut().zip(row) {
            column.push(*value);
        }
    }
    result
}

/// The matrix product, where the first has as many columns as the second has rows.
pub(super) fn product(first: &Matrix, second: &Matrix) -> Matrix {
    let columns = second.first().map_or(0, Vec::len);
    let of_row = |row: &Vec<f64>| {
        let mut result = vec![0.0; columns];
        for (factor, values) in row.iter().zip(second) {
            for (sum, value) in result.iter_mut().zip(values) {
                *sum += factor * value;
            }
        }
        result
    };
    first.iter().map(of_row).collect()
}

/// The sum of the diagonal.
pub(super) fn trace(matrix: &Matrix) -> f64 {
    let diagonal = matrix.iter().enumerate();
    diagonal.filter_map(|(place, row)| row.get(place)).sum()
}

/// X of `matrix` · X = `right`, by elimination with the largest pivot; `None` where the matrix is singular.
pub(super) fn solved(matrix: &Matrix, right: &Matrix) -> Option<Matrix> {
    const SMALLEST_RELATIVE_PIVOT: f64 = 1e-13;
    let largest = |rows: &Matrix| {
        let values = rows.iter().flatten();
        values.fold(0.0_f64, |most, value| most.max(value.abs()))
    };
    let least_pivot = SMALLEST_RELATIVE_PIVOT * largest(matrix);
    let size = matrix.len();
    let joined = matrix.iter().zip(right);
    let mut rows: Matrix = joined
        .map(|(left, right)| left.iter().chain(right).copied().collect())
        .collect();
    for column in 0..size {
        let value = |row: &Vec<f64>| row.get(column).copied().unwrap_or(0.0);
        let candidates = rows.iter().enumerate().skip(column);
        let (best, _) = candidates
            .max_by(|(_, one), (_, other)| value(one).abs().total_cmp(&value(other).abs()))?;
        rows.swap(column, best);
        let mut pivot_row = rows.get(column)?.clone();
        let pivot = value(&pivot_row);
        if pivot.abs() <= least_pivot || !pivot.is_finite() {
            return None;
        }
        for value in &mut pivot_row {
            *value /= pivot;
        }
        for (place, row) in rows.iter_mut().enumerate() {
            if place == column {
                row.clone_from(&pivot_row);
                continue;
            }
            let factor = value(row);
            for (value, of_pivot) in row.iter_mut().zip(&pivot_row) {
                *value -= factor * of_pivot;
            }
        }
    }
    for row in &mut rows {
        row.drain(..size);
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved_though_its_first_pivot_is_nought() {
        let matrix = vec![vec![0.0, 2.0], vec![4.0, 1.0]];
        let right = vec![vec![6.0], vec![7.0]];
        let solution = solved(&matrix, &right).unwrap();
        assert_eq!(solution, [[1.0], [3.0]]);
        assert_eq!(product(&matrix, &solution), right);
    }

    #[test]
    fn a_singular_system_has_no_solution() {
        let matrix = vec![vec![1.0, 2.0], vec![2.0, 4.0]];
        assert_eq!(solved(&matrix, &vec![vec![1.0], vec![1.0]]), None);
    }

    #[test]
    fn the_trace_is_that_of_the_matrix_turned_over() {
        let matrix = vec![vec![1.0, 5.0], vec![7.0, 2.0]];
        assert!((trace(&transposed(&matrix)) - 3.0).abs() < 1e-15);
        assert_eq!(transposed(&matrix), [[1.0, 7.0], [5.0, 2.0]]);
    }
}
