//! Columns that share nobody, with everybody before them: which answers of which columns are withheld.

use crate::stats::suppression::{CountTable, Place, PrimaryRule, suppress};

/// Numbers of 1 to 4 are withheld.
pub(super) const RULE: PrimaryRule = PrimaryRule::UNDER_5;

/// Respondents by the answer that each gave, for columns that share nobody: of each as many numbers as there
/// are answers. Who is in none of them did not say, and is no group that could be told.
pub type Counts = Vec<Vec<u64>>;

/// What is withheld.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Whole columns, with their bases.
    pub columns: Vec<bool>,
    /// Answers, by column and answer.
    pub cells: Vec<Vec<bool>>,
    /// Answers of everybody.
    pub all: Vec<bool>,
    /// Whether nothing at all may be seen.
    pub everything: bool,
}

/// What of some columns is withheld, beside what is not printed anyway.
///
/// `tables` are the columns, and where people were chosen by a filter also those whom it leaves out: both are
/// known to whoever has the table without the filter, so that one pattern has to protect both. `unprinted`
/// are columns on bases too small; a reader has their sum. `net` are the answers taken together in a row of
/// their own. `before` are answers of everybody that are withheld elsewhere.
pub fn withheld(
    tables: &[Counts],
    unprinted: &[bool],
    net: Option<&[bool]>,
    before: &[bool],
) -> Withheld {
    let columns = tables.first().map_or(0, Vec::len);
    let answers = tables
        .first()
        .and_then(|table| table.first())
        .map_or(0, Vec::len);
    let mut withheld = Withheld {
        columns: vec![false; columns],
        cells: vec![vec![false; answers]; columns],
        all: vec![false; answers],
        everything: false,
    };
    loop {
        let printed: Vec<usize> = (0..columns)
            .filter(|place| {
                unprinted.get(*place) != Some(&true) && withheld.columns.get(*place) == Some(&false)
            })
            .collect();
        if let Some(telling) = telling_column(tables, &printed) {
            flag(&mut withheld.columns, telling);
            continue;
        }
        let sight = Sight {
            tables,
            printed: &printed,
        };
        let pattern = sight.pattern(answers, net, before);
        let bases = pattern.iter().filter_map(|place| match place {
            Place::ColumnTotal(column) => printed.get(*column).copied(),
            _ => None,
        });
        let bases: Vec<usize> = bases.collect();
        if !bases.is_empty() {
            for column in bases {
                flag(&mut withheld.columns, column);
            }
            continue;
        }
        for place in pattern {
            match place {
                Place::Cell { row, column } => {
                    let cells = printed
                        .get(column)
                        .and_then(|held| withheld.cells.get_mut(*held));
                    if let Some(cells) = cells {
                        flag(cells, row);
                    }
                }
                Place::RowTotal(row) => flag(&mut withheld.all, row),
                Place::GrandTotal => withheld.everything = true,
                Place::ColumnTotal(_) => {}
            }
        }
        return withheld;
    }
}

pub(super) fn flag(flags: &mut [bool], place: usize) {
    if let Some(held) = flags.get_mut(place) {
        *held = true;
    }
}

/// A column that gives away a small group by its base: its own people left out by the filter, or those of the
/// columns that are not printed, whom the printed ones leave of everybody.
fn telling_column(tables: &[Counts], printed: &[usize]) -> Option<usize> {
    let base = |table: &Counts, place: usize| table.get(place).map_or(0, |held| sum(held));
    let tells = |place: &&usize| {
        tables
            .iter()
            .any(|table| RULE.is_small(base(table, **place)))
    };
    if let Some(place) = printed.iter().find(tells) {
        return Some(*place);
    }
    let leaves_few = |table: &Counts| {
        let rest = (0..table.len()).filter(|place| !printed.contains(place));
        RULE.is_small(rest.map(|place| base(table, place)).sum())
    };
    if !tables.iter().any(leaves_few) {
        return None;
    }
    let own = tables.first()?;
    let held = printed
        .iter()
        .copied()
        .filter(|place| base(own, *place) > 0);
    held.min_by_key(|place| base(own, *place))
}

pub(super) fn sum(counts: &[u64]) -> u64 {
    counts.iter().sum()
}

/// The numbers as a reader has them: the printed columns, and the sum of the others.
struct Sight<'a> {
    tables: &'a [Counts],
    printed: &'a [usize],
}

impl Sight<'_> {
    fn pattern(&self, answers: usize, net: Option<&[bool]>, before: &[bool]) -> Vec<Place> {
        let is_of = |answer: usize| net.is_some_and(|net| net.get(answer) == Some(&true));
        let halves = [true, false].map(|of_net| -> Vec<usize> {
            (0..answers)
                .filter(|answer| is_of(*answer) == of_net)
                .collect()
        });
        let seeds_of = |half: &[usize]| -> Vec<Place> {
            let rows = half.iter().enumerate();
            let rows = rows.filter(|(_, answer)| before.get(**answer) == Some(&true));
            rows.map(|(row, _)| Place::RowTotal(row)).collect()
        };
        // Where the answers taken together and the others may be seen as two, each are a table of their own.
        if halves.iter().all(|half| !half.is_empty()) {
            let sides = self.count_tables(&halves);
            if protected(&sides, Vec::new()).is_empty()
                && let Some(places) = self.by_halves(&halves, seeds_of)
            {
                return places;
            }
        }
        let each: Vec<Vec<usize>> = (0..answers).map(|answer| vec![answer]).collect();
        let all: Vec<usize> = (0..answers).collect();
        protected(&self.count_tables(&each), seeds_of(&all))
    }

    /// The pattern of each half by itself; `None` where one cannot be protected by its own cells.
    fn by_halves(
        &self,
        halves: &[Vec<usize>; 2],
        seeds_of: impl Fn(&[usize]) -> Vec<Place>,
    ) -> Option<Vec<Place>> {
        let mut places = Vec::new();
        for half in halves {
            let each: Vec<Vec<usize>> = half.iter().map(|answer| vec![*answer]).collect();
            for place in protected(&self.count_tables(&each), seeds_of(half)) {
                places.push(match place {
                    Place::Cell { row, column } => Place::Cell {
                        row: *half.get(row)?,
                        column,
                    },
                    Place::RowTotal(row) => Place::RowTotal(*half.get(row)?),
                    Place::ColumnTotal(_) | Place::GrandTotal => return None,
                });
            }
        }
        Some(places)
    }

    /// Tables of answers put together: a row each, a column for each printed column and one for the rest.
    fn count_tables(&self, rows: &[Vec<usize>]) -> Vec<CountTable> {
        let of = |counts: &[u64], answers: &[usize]| -> u64 {
            answers
                .iter()
                .filter_map(|answer| counts.get(*answer))
                .sum()
        };
        let table = |counts: &Counts| {
            let row = |answers: &Vec<usize>| -> Vec<u64> {
                let printed = self.printed.iter();
                let mut row: Vec<u64> = printed
                    .map(|place| counts.get(*place).map_or(0, |held| of(held, answers)))
                    .collect();
                let others = counts.iter().enumerate();
                let others = others.filter(|(place, _)| !self.printed.contains(place));
                row.push(others.map(|(_, held)| of(held, answers)).sum());
                row
            };
            CountTable::new(&rows.iter().map(row).collect::<Vec<_>>())
        };
        self.tables.iter().filter_map(table).collect()
    }
}

/// Places that protect the small numbers of several tables of one shape, whose numbers follow from one
/// another.
pub(super) fn protected(tables: &[CountTable], seeds: Vec<Place>) -> Vec<Place> {
    let mut places = seeds;
    loop {
        let before = places.len();
        for table in tables {
            places = suppress(table, RULE, &places).all().collect();
        }
        if places.len() == before || tables.len() < 2 {
            return places;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(columns: &[&[u64]]) -> Counts {
        columns.iter().map(|held| held.to_vec()).collect()
    }

    fn hidden(withheld: &Withheld) -> usize {
        withheld
            .cells
            .iter()
            .flatten()
            .filter(|held| **held)
            .count()
    }

    #[test]
    fn ordinary_columns_are_all_seen() {
        let table = counts(&[&[40, 60, 30], &[50, 20, 0]]);
        let found = withheld(&[table], &[false; 2], None, &[false; 3]);
        assert_eq!(hidden(&found), 0);
        assert!(!found.everything && found.columns == [false; 2] && found.all == [false; 3]);
    }

    #[test]
    fn a_small_answer_goes_with_another_of_its_column_and_of_its_row() {
        let table = counts(&[&[40, 60, 3], &[50, 20, 30], &[70, 80, 90]]);
        let found = withheld(&[table], &[false; 3], None, &[false; 3]);
        assert!(found.cells[0][2]);
        assert_eq!(hidden(&found), 4, "a square: {found:?}");
    }

    #[test]
    fn the_rest_of_a_net_stays_on_its_side() {
        let table = counts(&[
            &[40, 60, 30, 3, 20],
            &[50, 20, 30, 40, 50],
            &[70, 80, 90, 60, 50],
        ]);
        let net = [true, true, false, false, false];
        let found = withheld(&[table], &[false; 3], Some(&net), &[false; 5]);
        assert!(found.cells[0][3]);
        assert!(
            found.cells.iter().all(|held| !held[0] && !held[1]),
            "{found:?}"
        );
    }

    #[test]
    fn a_few_on_a_base_too_small_are_not_told_by_the_others() {
        let table = counts(&[&[40, 60], &[50, 20], &[2, 1]]);
        let found = withheld(&[table], &[false, false, true], None, &[false; 2]);
        assert_eq!(
            found.columns,
            [false, true, false],
            "the smaller of the others goes"
        );
        let table = counts(&[&[40, 60], &[50, 20], &[2, 1], &[9, 8]]);
        let found = withheld(&[table], &[false, false, true, true], None, &[false; 2]);
        assert_eq!(found.columns, [false; 4], "together they are no few");
    }

    #[test]
    fn those_whom_a_filter_leaves_out_are_protected_too() {
        let chosen = counts(&[&[40, 60], &[50, 20], &[60, 60]]);
        let left_out = counts(&[&[20, 2], &[50, 20], &[60, 60]]);
        let found = withheld(&[chosen.clone(), left_out], &[false; 3], None, &[false; 2]);
        assert!(found.cells[0][1], "{found:?}");
        let few = counts(&[&[3, 0], &[50, 20], &[60, 60]]);
        let found = withheld(&[chosen, few], &[false; 3], None, &[false; 2]);
        assert_eq!(found.columns.iter().filter(|held| **held).count(), 2);
    }
}
