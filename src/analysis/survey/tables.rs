//! Which tables of sums are kept while respondents are counted, and how the cells that were asked for are
//! added up from them. Several groupings share a table of all their axes where that stays small: a respondent
//! is then counted once for all of them.

/// A shared table has at most so many sums, those of respondents outside the slices included, so that it stays in
/// the fastest memory while a block of respondents is counted.
const MOST_SHARED_SUMS: usize = 3072;

/// A table that is kept while counting: the axes whose combinations are its cells, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTable {
    /// The axes, the last one fastest.
    pub axes: Vec<usize>,
    /// How many cells there are, on each axis one more than it has parts: that of those outside.
    pub cells: usize,
}

/// The tables to keep for some groupings, and for each grouping the table that holds it.
///
/// `sizes` are the parts of each axis; `sums_of_cell` says how many sums each cell has; `may_share` whether
/// groupings may share a table.
pub fn kept_tables(
    groupings: &[Vec<usize>],
    sizes: &[usize],
    sums_of_cell: usize,
    may_share: bool,
) -> (Vec<KeptTable>, Vec<usize>) {
    let width = |axis: &usize| sizes.get(*axis).map_or(1, |size| size + 1);
    let mut tables: Vec<KeptTable> = Vec::new();
    let mut order: Vec<usize> = (0..groupings.len()).collect();
    // The largest first, so that the others find room in them and few tables are needed.
    let axes_of = |grouping: &usize| groupings.get(*grouping).map_or(&[][..], Vec::as_slice);
    order.sort_by_key(|grouping| {
        let axes = axes_of(grouping);
        let cells = axes.iter().map(width).fold(1, usize::saturating_mul);
        std::cmp::Reverse((axes.len(), cells))
    });
    let mut home = vec![0; groupings.len()];
    for grouping in order {
        let axes = axes_of(&grouping);
        let holds = |table: &KeptTable| axes.iter().all(|axis| table.axes.contains(axis));
        let place = tables.iter().position(holds).or_else(|| {
            let grown = |table: &KeptTable| {
                let new = axes.iter().filter(|axis| !table.axes.contains(axis));
                new.map(width)
                    .product::<usize>()
                    .saturating_mul(table.cells)
            };
            let fits =
                |table: &KeptTable| grown(table).saturating_mul(sums_of_cell) <= MOST_SHARED_SUMS;
            let place = tables.iter().position(|table| may_share && fits(table))?;
            let table = tables.get_mut(place)?;
            table.cells = grown(table);
            for axis in axes {
                if !table.axes.contains(axis) {
                    table.axes.push(*axis);
                }
            }
            Some(place)
        });
        let place = place.unwrap_or_else(|| {
            tables.push(KeptTable {
                axes: axes.to_vec(),
                cells: axes
                    .iter()
                    .map(width)
                    .fold(1, |cells: usize, width| cells.saturating_mul(width)),
            });
            tables.len() - 1
        });
        if let Some(home) = home.get_mut(grouping) {
            *home = place;
        }
    }
    (tables, home)
}

/// For each cell of a kept table the part of a grouping that it belongs to; `None` where it is outside one of
/// the grouping's axes.
pub fn parts_of_cells(
    table: &KeptTable,
    grouping: &[usize],
    sizes: &[usize],
) -> Vec<Option<usize>> {
    let size = |axis: usize| sizes.get(axis).copied().unwrap_or(0);
    (0..table.cells)
        .map(|cell| {
            let mut rest = cell;
            let mut entries = vec![0; sizes.len()];
            for axis in table.axes.iter().rev() {
                let width = size(*axis) + 1;
                if let Some(entry) = entries.get_mut(*axis) {
                    *entry = rest % width;
                }
                rest /= width;
            }
            let mut part = 0;
            for axis in grouping {
                let entry = entries.get(*axis).copied().unwrap_or(0);
                if entry >= size(*axis) {
                    return None;
                }
                part = part * size(*axis) + entry;
            }
            Some(part)
        })
        .collect()
}

/// How many parts a grouping has.
pub fn part_count(grouping: &[usize], sizes: &[usize]) -> usize {
    grouping
        .iter()
        .map(|axis| sizes.get(*axis).copied().unwrap_or(0))
        .fold(1, usize::saturating_mul)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groupings_share_a_table_while_it_is_small() {
        let sizes = [2, 3, 200];
        let groupings = [vec![], vec![0], vec![1], vec![2]];
        let (tables, home) = kept_tables(&groupings, &sizes, 6, true);
        assert_eq!(home, [0, 1, 1, 0]);
        assert_eq!(tables[0].axes, [2]);
        assert_eq!(tables[1].axes, [1, 0]);
        assert_eq!(tables[1].cells, 12);
        let (apart, home) = kept_tables(&groupings, &sizes, 6, false);
        assert_eq!((apart.len(), home), (3, vec![0, 2, 1, 0]));
    }

    #[test]
    fn cells_belong_to_parts_by_their_entries() {
        let sizes = [2, 3];
        let (tables, _) = kept_tables(&[vec![0, 1]], &sizes, 1, true);
        let by_second = parts_of_cells(&tables[0], &[1], &sizes);
        // Four entries of the second axis (one outside) for each of three of the first.
        assert_eq!(by_second, [Some(0), Some(1), Some(2), None].repeat(3));
        let turned = parts_of_cells(&tables[0], &[1, 0], &sizes);
        assert_eq!(turned[..5], [Some(0), Some(2), Some(4), None, Some(1)]);
        assert_eq!(turned[8..], [None; 4]);
        assert_eq!(part_count(&[1, 0], &sizes), 6);
    }
}
