//! Which rows of headings stay in view while the body of their table is scrolled under them.

use crate::import::layout::TableLayout;

/// No more rows than these stay; of taller headings the lowest, which say most.
const MOST: usize = 4;

/// The rows of headings that stay at the upper edge where the sheet is scrolled so that `top` is the first
/// row on show, from the uppermost; none where their table is not on show or they can be seen anyway.
pub(super) fn pinned(tables: &[TableLayout], top: f64) -> Vec<u32> {
    let mut rows: Vec<u32> = Vec::new();
    for table in tables.iter().filter(|table| table.left_out.is_none()) {
        let shown = pinned_of(table, top);
        let first_free = top + f64::from(u32::try_from(shown.len()).unwrap_or(u32::MAX));
        if f64::from(table.bottom) > first_free {
            rows.extend(shown);
        }
    }
    rows.sort_unstable();
    rows.dedup();
    lowest(rows)
}

/// Those of one table that are scrolled above the place where they would stay.
fn pinned_of(table: &TableLayout, top: f64) -> Vec<u32> {
    let mut headings = table.headings.clone();
    headings.sort_unstable();
    let headings = lowest(headings);
    let places = (0_u32..).map(|place| top + f64::from(place));
    headings
        .into_iter()
        .zip(places)
        .filter(|(row, place)| f64::from(*row) < *place)
        .map(|(row, _)| row)
        .collect()
}

fn lowest(mut rows: Vec<u32>) -> Vec<u32> {
    let above = rows.len().saturating_sub(MOST);
    rows.split_off(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(headings: &[u32], bottom: u32) -> TableLayout {
        TableLayout {
            headings: headings.to_vec(),
            top: headings.last().map_or(0, |row| row + 1),
            bottom,
            ..TableLayout::default()
        }
    }

    #[test]
    fn headings_stay_while_their_table_is_on_show() {
        let tables = [table(&[3, 4], 40), table(&[50], 90)];
        assert!(pinned(&tables, 0.0).is_empty());
        // The upper row is half away: it stays, and the lower one, still below it, where it is.
        assert_eq!(pinned(&tables, 3.5), [3, 4]);
        assert_eq!(pinned(&tables, 3.0), [] as [u32; 0]);
        assert_eq!(pinned(&tables, 20.0), [3, 4]);
        assert!(pinned(&tables, 39.0).is_empty());
        assert!(pinned(&tables, 45.0).is_empty());
        assert_eq!(pinned(&tables, 60.2), [50]);
    }

    #[test]
    fn of_tall_headings_the_lowest_stay() {
        assert_eq!(
            pinned(&[table(&[0, 1, 2, 3, 4, 5], 99)], 30.0),
            [2, 3, 4, 5]
        );
    }

    #[test]
    fn tables_side_by_side_share_their_rows() {
        let tables = [table(&[2], 30), table(&[2, 3], 25)];
        assert_eq!(pinned(&tables, 10.0), [2, 3]);
    }
}
