//! The same fact given twice with different figures: only between tables that otherwise agree.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::discrepancy::{Discrepancy, Why};
use super::few;
use super::figure::Figure;
use super::table::Table;
use crate::base::text::fold;
use crate::data::{CellRef, Observation};
use crate::import::Reading;
use crate::import::layout::Role;

/// Sources with more values than this are not typed by hand.
const MOST_VALUES: usize = 200_000;

/// What two tables both give.
#[derive(Default)]
struct Shared {
    /// How often they agree.
    right: usize,
    /// Where they do not.
    wrong: Vec<Pair>,
}

/// Two different figures for one fact: the cells, and as they are printed.
struct Pair {
    first: CellRef,
    second: CellRef,
    printed: [Figure; 2],
}

/// What is given twice differently in a workbook.
pub(super) fn check(tables: &[Table<'_>], reading: &Reading) -> Vec<Discrepancy> {
    let mut pairs: BTreeMap<(usize, usize), Shared> = BTreeMap::new();
    values(tables, reading, &mut pairs);
    changes(tables, &mut pairs);
    let mut found = Vec::new();
    // A figure that many tables repeat is told once.
    let mut told: BTreeSet<(CellRef, String)> = BTreeSet::new();
    for ((_, second), Shared { right, wrong }) in pairs {
        let Some(table) = tables.get(second) else {
            continue;
        };
        if right < 2 || !few(wrong.len(), right) {
            continue;
        }
        for pair in wrong {
            let [first, printed] = pair.printed;
            if !told.insert((pair.first, printed.text.clone())) {
                continue;
            }
            found.push(table.discrepancy(
                pair.second,
                &printed.text,
                first.text,
                Why::StatedTwice {
                    elsewhere: reading.source.describe_cell(pair.first),
                },
                vec![pair.first],
            ));
        }
    }
    found
}

/// Values that several tables give.
fn values(tables: &[Table<'_>], reading: &Reading, pairs: &mut BTreeMap<(usize, usize), Shared>) {
    let source = &reading.source;
    if tables.len() < 2 || source.observations.len() > MOST_VALUES {
        return;
    }
    let mut first: HashMap<_, (usize, &Observation)> = HashMap::new();
    for observation in &source.observations {
        let Some(table) = table_of(tables, observation.cell) else {
            continue;
        };
        if observation.value.is_none() || observation.period.is_none() {
            continue;
        }
        let key = (
            observation.measure,
            observation.area,
            observation.cohort,
            observation.period,
        );
        let Some((other, earlier)) = first.get(&key) else {
            first.insert(key, (table, observation));
            continue;
        };
        // The same words over both columns: elsewhere the import may have made one thing of two.
        let headed = |table: usize, cell: CellRef| {
            let table = tables.get(table);
            table.map_or("", |table| table.heading(cell.column))
        };
        let (one, two) = (
            headed(*other, earlier.cell),
            headed(table, observation.cell),
        );
        if *other == table || one != two && fold(one) != fold(two) {
            continue;
        }
        if earlier.value == observation.value {
            // Most figures that are given twice agree, and need no closer look.
            pairs.entry((*other, table)).or_default().right += 1;
        } else {
            push(
                tables,
                pairs,
                (*other, earlier.cell),
                (table, observation.cell),
            );
        }
    }
}

/// Changes of the same rows over the same periods that several tables print.
fn changes(tables: &[Table<'_>], pairs: &mut BTreeMap<(usize, usize), Shared>) {
    let mut first: HashMap<(String, String), (usize, CellRef)> = HashMap::new();
    for (index, table) in tables.iter().enumerate() {
        for column in table.layout.with_role(|role| *role == Role::PrintedChange) {
            for row in table.rows() {
                let label = fold(&table.label(row));
                if label.is_empty() {
                    continue;
                }
                let periods: Vec<String> = table
                    .layout
                    .values()
                    .filter_map(|(_, value)| table.period(value))
                    .map(|period| period.label())
                    .collect();
                let area = table.layout.area.as_deref().unwrap_or_default();
                let about = [fold(&column.heading), fold(area), periods.join(";")].join("|");
                let cell = table.cell(row, column.column);
                match first.get(&(label.clone(), about.clone())) {
                    Some((other, earlier)) if *other != index => {
                        push(tables, pairs, (*other, *earlier), (index, cell));
                    }
                    Some(_) => {}
                    None => {
                        first.insert((label, about), (index, cell));
                    }
                }
            }
        }
    }
}

fn push(
    tables: &[Table<'_>],
    pairs: &mut BTreeMap<(usize, usize), Shared>,
    (one, first): (usize, CellRef),
    (two, second): (usize, CellRef),
) {
    let figure = |table: usize, cell: CellRef| {
        let table = tables.get(table)?;
        // A note may say why the same words mean something else here.
        let is_noted = table.has_note(cell.row);
        table.figure(cell.row, cell.column).filter(|_| !is_noted)
    };
    if let (Some(a), Some(b)) = (figure(one, first), figure(two, second)) {
        let slack = a.half() + b.half() + 1e-7 * a.value.abs();
        let exact = (a.value - b.value).abs() <= 1e-9;
        let is_whole = a.decimals == 0 && b.decimals == 0 && !a.percent && !b.percent;
        let shared = pairs.entry((one, two)).or_default();
        if exact || !is_whole && (a.value - b.value).abs() <= slack {
            shared.right += 1;
        } else {
            shared.wrong.push(Pair {
                first,
                second,
                printed: [a, b],
            });
        }
    }
}

/// The table in which a cell stands.
fn table_of(tables: &[Table<'_>], cell: CellRef) -> Option<usize> {
    tables.iter().position(|table| table.holds(cell))
}
