//! Tables as a person marks them out, in place of those that were found.

use super::decisions::{SheetDecisions, TableAnchor};
use super::regions::Region;
use super::view::{Kind, View};

/// The tables of a sheet as a person marked them out: headings and ends that were said, and tables where the
/// program found none.
pub(crate) fn redrawn(
    view: &View<'_>,
    mut found: Vec<Region>,
    said: &SheetDecisions,
) -> Vec<Region> {
    for table in &said.tables {
        let known = found
            .iter()
            .position(|region| region.anchor == table.anchor);
        let mut region = match known {
            Some(index) => found.remove(index),
            // What was said of columns of a table that is not there marks out none.
            None if table.headings.is_none() => continue,
            None => Region::at(view, table.anchor),
        };
        if let Some(headings) = &table.headings {
            region.headings.clone_from(headings);
            region.headings.sort_unstable();
            region.inherited = 0;
            if let Some(last) = region.headings.last() {
                region.top = last + 1;
            }
            let first = region.headings.first().copied().unwrap_or(region.top);
            region.lines.retain(|(row, _)| *row < first);
        }
        if let Some((left, right)) = table.columns_between {
            (region.left, region.right) = (left, right);
        }
        if let Some(bottom) = table.bottom {
            region.bottom = bottom;
        }
        region.bottom = region.bottom.max(region.top);
        // What lies under a table that was marked out belongs to it.
        if known.is_none() {
            found.retain(|other| !other.overlaps(&region));
        }
        found.push(region);
    }
    found.sort_by_key(|region| (region.top, region.left));
    found
}

impl Region {
    /// A table whose body begins at a cell: as wide as the row of its headings above, and as long as
    /// rows go on.
    fn at(view: &View<'_>, anchor: TableAnchor) -> Self {
        let above = anchor.row.saturating_sub(1);
        let filled: Vec<u32> = view.grid.row(above).map(|(column, _)| column).collect();
        let left = filled.first().copied().unwrap_or(anchor.column);
        let right = filled.last().map_or(anchor.column + 1, |last| last + 1);
        let bottom = (anchor.row..view.grid.row_count())
            .find(|row| (left..right).all(|column| view.kind(*row, column) == Kind::Empty))
            .unwrap_or(view.grid.row_count());
        Self {
            anchor,
            left,
            right,
            headings: Vec::new(),
            inherited: 0,
            top: anchor.row,
            bottom,
            lines: Vec::new(),
            is_first: true,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.top < other.bottom
            && other.top < self.bottom
            && self.left < other.right
            && other.left < self.right
    }
}
