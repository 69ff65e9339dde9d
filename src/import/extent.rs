//! How far the cells of a workbook lie apart. Readers of the older formats lay a sheet's cells out in one
//! rectangle, in which two cells in opposite corners need as much memory as millions; so they are counted first.

/// So many cells may be empty between those that hold something…
const FREE_SPAN: u64 = 8_000_000;
/// …or so many for each that does.
const SPAN_PER_CELL: u64 = 8;

/// The cells that hold something, counted as they come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    cells: u64,
    /// The cells of the rectangles around those of the sheets so far.
    span: u64,
    sheet: Option<Rectangle>,
}

#[derive(Clone, Copy, Debug)]
struct Rectangle {
    top: u64,
    left: u64,
    bottom: u64,
    right: u64,
}

impl Extent {
    /// Counts the cells of a block, from its first row and column to its last.
    pub(super) fn add(&mut self, rows: (u64, u64), columns: (u64, u64)) {
        let height = rows.1.saturating_sub(rows.0) + 1;
        let width = columns.1.saturating_sub(columns.0) + 1;
        self.cells = self.cells.saturating_add(height.saturating_mul(width));
        self.reach(rows.0, columns.0);
        self.reach(rows.1, columns.1);
    }

    /// Takes a cell into the sheet's rectangle that holds nothing.
    pub(super) fn reach(&mut self, row: u64, column: u64) {
        let cell = Rectangle {
            top: row,
            left: column,
            bottom: row,
            right: column,
        };
        self.sheet = Some(self.sheet.map_or(cell, |sheet| Rectangle {
            top: sheet.top.min(row),
            left: sheet.left.min(column),
            bottom: sheet.bottom.max(row),
            right: sheet.right.max(column),
        }));
    }

    /// Goes on to the next sheet.
    pub(super) fn end_sheet(&mut self) {
        if let Some(sheet) = self.sheet.take() {
            let height = sheet.bottom.saturating_sub(sheet.top) + 1;
            let width = sheet.right.saturating_sub(sheet.left) + 1;
            self.span = self.span.saturating_add(height.saturating_mul(width));
        }
    }

    /// Why the sheets so far cannot be laid out, in words; `most` is how many cells may hold something.
    pub(super) fn too_large(&self, most: u64) -> Option<String> {
        if self.cells > most {
            return Some(format!(
                "it holds more than {} million cells: save it as .xlsx in Excel, or in several files",
                most / 1_000_000
            ));
        }
        (self.span > FREE_SPAN.saturating_add(self.cells.saturating_mul(SPAN_PER_CELL))).then(|| {
            format!(
                "its cells lie far apart, with {} million empty ones between them: delete what stands far \
                 below or right of the tables, or save it as .xlsx in Excel",
                (self.span - self.cells) / 1_000_000
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_table_is_no_scattered_one() {
        let mut extent = Extent::default();
        extent.add((0, 65_535), (0, 255));
        extent.end_sheet();
        assert_eq!(extent.too_large(20_000_000), None);
        assert!(
            extent
                .too_large(10_000_000)
                .unwrap()
                .contains("10 million cells")
        );
        let mut extent = Extent::default();
        extent.add((0, 0), (0, 0));
        extent.add((65_535, 65_535), (255, 255));
        assert_eq!(extent.too_large(10), None, "the sheet is not at its end");
        extent.end_sheet();
        assert!(
            extent
                .too_large(10)
                .unwrap()
                .contains("16 million empty ones")
        );
    }
}
