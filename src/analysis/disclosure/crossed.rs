//! Two groupings crossed: columns that give away a small group together with the groupings by themselves.
//!
//! A reader has every answer by the first grouping and by the second. Columns are withheld whole, so that for
//! each answer the withheld ones are cells of a table of both groupings with its totals, which one pattern
//! has to protect for all answers at once.

use std::collections::BTreeSet;

use super::apart::{Counts, RULE, protected, sum};
use crate::stats::suppression::{CountTable, Place, suppress};

/// Two groupings crossed.
#[derive(Clone, Debug)]
pub(super) struct Crossing {
    /// The columns.
    pub counts: Counts,
    /// Of each the place of its group among those of the first, and of the second.
    pub places: Vec<(usize, usize)>,
}

/// What is already withheld of the groupings by themselves: by group and answer.
pub(super) type SidesWithheld = [Vec<Vec<bool>>; 2];

/// The columns that are withheld. `tables` as for columns that share nobody; `unprinted` are on bases too
/// small.
pub(super) fn withheld_columns(
    tables: &[Crossing],
    unprinted: &[bool],
    sides: &SidesWithheld,
) -> Vec<bool> {
    let Some(own) = tables.first() else {
        return Vec::new();
    };
    let is_small = |place: usize| {
        tables.iter().any(|table| {
            let held = table.counts.get(place);
            held.is_some_and(|held| {
                RULE.is_small(sum(held)) || held.iter().any(|count| RULE.is_small(*count))
            })
        })
    };
    let places = 0..own.places.len();
    let small: Vec<usize> = places.clone().filter(|place| is_small(*place)).collect();
    let not_seen: Vec<usize> = places
        .filter(|place| unprinted.get(*place) == Some(&true) || is_small(*place))
        .collect();
    // What is not printed may serve as cover, or need some itself; the way that leaves more is taken.
    let ways = [small, not_seen].map(|seeds| pattern(tables, &seeds, sides));
    let shown = |way: &Vec<bool>| {
        let both = way.iter().zip(unprinted);
        both.filter(|(withheld, unprinted)| !**withheld && !**unprinted)
            .count()
    };
    let [one, other] = ways;
    if shown(&other) > shown(&one) {
        other
    } else {
        one
    }
}

fn pattern(tables: &[Crossing], seeds: &[usize], sides: &SidesWithheld) -> Vec<bool> {
    let Some(own) = tables.first() else {
        return Vec::new();
    };
    let answers = own.counts.first().map_or(0, Vec::len);
    let cell = |place: usize| {
        let (row, column) = *own.places.get(place)?;
        Some(Place::Cell { row, column })
    };
    let mut places: BTreeSet<Place> = seeds.iter().filter_map(|place| cell(*place)).collect();
    let bases: Vec<CountTable> = tables.iter().filter_map(|table| table.grid(None)).collect();
    loop {
        let before = places.len();
        places = protected(&bases, places.into_iter().collect())
            .into_iter()
            .collect();
        for answer in 0..answers {
            let totals = totals_withheld(sides, answer);
            for table in tables.iter().filter_map(|table| table.grid(Some(answer))) {
                let seeds: Vec<Place> = places.iter().chain(&totals).copied().collect();
                let found = suppress(&table, RULE, &seeds);
                // Totals of this answer alone are no matter of the others.
                places.extend(found.all().filter(|place| !totals.contains(place)));
            }
        }
        widen(&mut places, own);
        if places.len() == before {
            break;
        }
    }
    let held = own.places.iter();
    held.map(|(row, column)| {
        places.contains(&Place::Cell {
            row: *row,
            column: *column,
        })
    })
    .collect()
}

/// The totals of an answer that are withheld.
fn totals_withheld(sides: &SidesWithheld, answer: usize) -> BTreeSet<Place> {
    let of = |side: &[Vec<bool>], place: fn(usize) -> Place| -> Vec<Place> {
        let groups = side.iter().enumerate();
        groups
            .filter(|(_, held)| held.get(answer) == Some(&true))
            .map(|(group, _)| place(group))
            .collect()
    };
    let [first, second] = sides;
    let mut totals = of(first, Place::RowTotal);
    totals.extend(of(second, Place::ColumnTotal));
    totals.into_iter().collect()
}

/// Totals are printed with the groupings by themselves: where one would have to go, all that it sums goes.
fn widen(places: &mut BTreeSet<Place>, own: &Crossing) {
    let totals: Vec<Place> = places
        .iter()
        .copied()
        .filter(|place| place.is_total())
        .collect();
    places.retain(|place| !place.is_total());
    for total in totals {
        let columns = own.places.iter().filter(|(row, column)| match total {
            Place::RowTotal(held) => held == *row,
            Place::ColumnTotal(held) => held == *column,
            Place::GrandTotal | Place::Cell { .. } => true,
        });
        places.extend(columns.map(|(row, column)| Place::Cell {
            row: *row,
            column: *column,
        }));
    }
}

impl Crossing {
    /// The people of an answer, or all, by both groupings.
    fn grid(&self, answer: Option<usize>) -> Option<CountTable> {
        let rows = self.places.iter().map(|(row, _)| row + 1).max()?;
        let columns = self.places.iter().map(|(_, column)| column + 1).max()?;
        let mut grid = vec![vec![0; columns]; rows];
        for ((row, column), counts) in self.places.iter().zip(&self.counts) {
            *grid.get_mut(*row)?.get_mut(*column)? = match answer {
                Some(answer) => counts.get(answer).copied().unwrap_or(0),
                None => sum(counts),
            };
        }
        CountTable::new(&grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two answers by two groupings of three; those who gave the second.
    fn crossing(second: [[u64; 3]; 3]) -> Crossing {
        let cell = |row: usize, column: usize| vec![60, second[row][column]];
        let places: Vec<(usize, usize)> = (0..9).map(|place| (place / 3, place % 3)).collect();
        Crossing {
            counts: places.iter().map(|held| cell(held.0, held.1)).collect(),
            places,
        }
    }

    const NOTHING: [bool; 9] = [false; 9];

    fn none() -> SidesWithheld {
        [vec![vec![false; 2]; 3], vec![vec![false; 2]; 3]]
    }

    #[test]
    fn a_small_column_goes_with_the_rest_of_a_square() {
        let plain = crossing([[20, 30, 40], [20, 30, 40], [20, 30, 40]]);
        assert_eq!(withheld_columns(&[plain], &NOTHING, &none()), NOTHING);
        let small = crossing([[20, 3, 40], [20, 30, 40], [20, 30, 40]]);
        let found = withheld_columns(&[small], &NOTHING, &none());
        assert!(found[1]);
        assert_eq!(found.iter().filter(|held| **held).count(), 4);
    }

    #[test]
    fn a_figure_withheld_of_a_grouping_is_not_the_sum_of_what_is_seen() {
        let plain = crossing([[20, 30, 40], [20, 30, 40], [20, 30, 40]]);
        let mut sides = none();
        for group in [0, 1] {
            sides[0][group] = vec![true, true];
        }
        let found = withheld_columns(&[plain], &NOTHING, &sides);
        for group in [0, 1] {
            assert!(found[3 * group..3 * group + 3].contains(&true), "{found:?}");
        }
    }
}
