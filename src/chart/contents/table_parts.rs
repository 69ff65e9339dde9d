//! Parts of a table, where one page cannot hold all of it.

use super::DataTable;

impl DataTable {
    /// The places of its columns in bands that fit, each with the columns first that say whose the values are. A band
    /// has at least one column of values, where there are any.
    pub fn bands(&self, fits: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
        let columns = self.columns.iter().enumerate();
        let (labels, values): (Vec<_>, Vec<_>) = columns
            .map(|(place, column)| (place, column.is_label))
            .partition(|(_, is_label)| *is_label);
        let labels: Vec<usize> = labels.into_iter().map(|(place, _)| place).collect();
        let values: Vec<usize> = values.into_iter().map(|(place, _)| place).collect();
        let band = |places: &[usize]| [labels.as_slice(), places].concat();
        if values.is_empty() {
            return vec![labels];
        }
        let mut bands: Vec<Vec<usize>> = Vec::new();
        let mut held: Vec<usize> = Vec::new();
        for place in &values {
            held.push(*place);
            if held.len() > 1 && !fits(&band(&held)) {
                held.pop();
                bands.push(band(&held));
                held = vec![*place];
            }
        }
        bands.push(band(&held));
        // As many on each rather than one alone on the last.
        let even = values.len().div_ceil(bands.len());
        let even: Vec<Vec<usize>> = values.chunks(even).map(band).collect();
        if even.len() == bands.len() && even.iter().all(|places| fits(places)) {
            return even;
        }
        bands
    }

    /// The table with some of its columns.
    #[must_use]
    pub fn with_columns(&self, places: &[usize]) -> Self {
        let of = |row: &Vec<super::DataCell>| {
            let cells = places.iter().map(|place| row.get(*place).cloned());
            cells.map(Option::unwrap_or_default).collect()
        };
        Self {
            columns: places
                .iter()
                .filter_map(|place| self.columns.get(*place).cloned())
                .collect(),
            rows: self.rows.iter().map(of).collect(),
        }
    }

    /// The table in parts of at most so many rows; at least one part.
    pub fn in_parts(&self, rows: usize) -> Vec<Self> {
        if self.rows.is_empty() {
            return vec![self.clone()];
        }
        let parts = self.rows.chunks(rows.max(1)).map(|rows| Self {
            columns: self.columns.clone(),
            rows: rows.to_vec(),
        });
        parts.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DataCell, DataColumn};
    use super::*;

    #[test]
    fn every_band_says_whose_its_values_are_and_none_is_lost() {
        let table = DataTable {
            columns: vec![
                DataColumn::label("Area"),
                DataColumn::values("2021"),
                DataColumn::values("2022"),
                DataColumn::values("2023"),
                DataColumn::values("2024"),
            ],
            rows: (0..5)
                .map(|row| {
                    (0..5)
                        .map(|column| DataCell::text(format!("{row}{column}")))
                        .collect()
                })
                .collect(),
        };
        let bands = table.bands(|places| places.len() <= 4);
        assert_eq!(bands, [vec![0, 1, 2], vec![0, 3, 4]], "as many on each");
        let uneven = table.bands(|places| places.len() <= 4 && *places != [0, 3, 4]);
        assert_eq!(uneven, [vec![0, 1, 2, 3], vec![0, 4]]);
        assert_eq!(table.bands(|_| false).len(), 4, "one column of values each");
        let last = table.with_columns(&bands[1]);
        let parts = last.in_parts(2);
        let rows: Vec<usize> = parts.iter().map(|part| part.rows.len()).collect();
        assert_eq!(rows, [2, 2, 1]);
        assert_eq!(parts[2].rows[0][2].printed(), "44");
        assert_eq!(DataTable::default().in_parts(3).len(), 1);
    }
}
