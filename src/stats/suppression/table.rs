//! A table of counts with its totals, as places and as arcs of a circulation.

/// A printed number of a table, rows and columns counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A count of the body.
    Cell {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// The total of a row.
    RowTotal(usize),
    /// The total of a column.
    ColumnTotal(usize),
    /// The total of everything.
    GrandTotal,
}

impl Place {
    /// Whether it is a total of any kind.
    pub fn is_total(self) -> bool {
        !matches!(self, Self::Cell { .. })
    }
}

/// Where a number leads from and to in the circulation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub place: Place,
    pub tail: usize,
    pub head: usize,
    pub count: u64,
}

/// A table of counts, all of whose rows have the same columns, with its totals.
#[derive(Clone, Debug)]
pub struct CountTable {
    rows: usize,
    columns: usize,
    arcs: Vec<Arc>,
}

impl CountTable {
    /// A table of rows of counts. `None` where there is no cell, where a row has another length than the
    /// first, or where the total is not a number that `f64` holds exactly.
    ///
    /// ```
    /// use bellwether::stats::suppression::{CountTable, Place};
    /// let table = CountTable::new(&[vec![12, 3], vec![40, 22]]).unwrap();
    /// assert_eq!(table.count(Place::RowTotal(0)), Some(15));
    /// assert!(CountTable::new(&[vec![12, 3], vec![40]]).is_none());
    /// ```
    pub fn new(counts: &[Vec<u64>]) -> Option<Self> {
        const LARGEST_TOTAL: u64 = 1 << 53;
        let (rows, columns) = (counts.len(), counts.first()?.len());
        if columns == 0 || counts.iter().any(|row| row.len() != columns) {
            return None;
        }
        let grand = checked_sum(counts.iter().flatten()).filter(|sum| *sum <= LARGEST_TOTAL)?;
        let (row_source, column_sink) = (rows + columns, rows + columns + 1);
        let mut arcs = Vec::with_capacity((rows + 1) * (columns + 1));
        for (row, line) in counts.iter().enumerate() {
            arcs.extend(line.iter().enumerate().map(|(column, count)| Arc {
                place: Place::Cell { row, column },
                tail: row,
                head: rows + column,
                count: *count,
            }));
        }
        for (row, line) in counts.iter().enumerate() {
            arcs.push(Arc {
                place: Place::RowTotal(row),
                tail: row_source,
                head: row,
                count: line.iter().sum(),
            });
        }
        for column in 0..columns {
            let cells = counts.iter().filter_map(|row| row.get(column));
            arcs.push(Arc {
                place: Place::ColumnTotal(column),
                tail: rows + column,
                head: column_sink,
                count: cells.sum(),
            });
        }
        arcs.push(Arc {
            place: Place::GrandTotal,
            tail: column_sink,
            head: row_source,
            count: grand,
        });
        Some(Self {
            rows,
            columns,
            arcs,
        })
    }

    /// The count or total at a place; `None` outside the table.
    pub fn count(&self, place: Place) -> Option<u64> {
        let arc = self.arcs.get(self.index(place)?)?;
        Some(arc.count)
    }

    /// Every place: the cells row by row, the totals of rows, those of columns, the grand total.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.arcs.iter().map(|arc| arc.place)
    }

    pub(super) fn index(&self, place: Place) -> Option<usize> {
        let cells = self.rows * self.columns;
        match place {
            Place::Cell { row, column } => {
                (row < self.rows && column < self.columns).then_some(row * self.columns + column)
            }
            Place::RowTotal(row) => (row < self.rows).then_some(cells + row),
            Place::ColumnTotal(column) => {
                (column < self.columns).then_some(cells + self.rows + column)
            }
            Place::GrandTotal => Some(cells + self.rows + self.columns),
        }
    }

    pub(super) fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    pub(super) fn arc(&self, index: usize) -> Option<&Arc> {
        self.arcs.get(index)
    }

    pub(super) fn nodes(&self) -> usize {
        self.rows + self.columns + 2
    }

    pub(super) fn grand_total(&self) -> u64 {
        self.arcs.last().map_or(0, |arc| arc.count)
    }
}

fn checked_sum<'a>(mut counts: impl Iterator<Item = &'a u64>) -> Option<u64> {
    counts.try_fold(0_u64, |sum, count| sum.checked_add(*count))
}
