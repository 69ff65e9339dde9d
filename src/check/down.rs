//! Changes that the sender worked out in tables whose periods run down the rows.

use std::collections::HashMap;

use super::compared::{Compared, Kind, kinds, says_percent};
use super::discrepancy::Why;
use super::table::Table;
use crate::data::{CellRef, Observation, Period, PrintedFigure};
use crate::import::Reading;
use crate::import::layout::{ColumnLayout, Role};

/// Longer tables are not typed by hand.
const MOST_ROWS: usize = 1_000;

/// What an observation is of, its period aside.
type Thing = (u32, Option<u32>, u32);

/// With which earlier period a row is compared.
#[derive(Clone, Copy)]
enum Earlier {
    /// The same time a year before.
    YearBefore,
    /// The one before.
    OneBefore,
}

/// The printed changes of tables with periods down the rows, judged.
pub(super) fn judged(tables: &[Table<'_>], reading: &Reading) -> Vec<PrintedFigure> {
    let concerned: Vec<&Table<'_>> = tables
        .iter()
        .filter(|table| {
            let has = |test: fn(&Role) -> bool| table.layout.with_role(test).next().is_some();
            table.rows().len() <= MOST_ROWS
                && has(|role| *role == Role::PrintedChange)
                && has(|role| *role == Role::Period)
                && table
                    .layout
                    .values()
                    .all(|(_, value)| value.period.is_none())
        })
        .collect();
    if concerned.is_empty() {
        return Vec::new();
    }
    let observations = reading.source.observations.iter();
    let by_cell: HashMap<CellRef, &Observation> = observations
        .map(|observation| (observation.cell, observation))
        .collect();
    let mut found = Vec::new();
    for table in concerned {
        for column in table.layout.with_role(|role| *role == Role::PrintedChange) {
            found.extend(best(table, column, &by_cell, reading));
        }
    }
    found
}

/// The changes by the column and the earlier period that fit best.
fn best(
    table: &Table<'_>,
    column: &ColumnLayout,
    by_cell: &HashMap<CellRef, &Observation>,
    reading: &Reading,
) -> Vec<PrintedFigure> {
    let mut best: (usize, Vec<PrintedFigure>) = (0, Vec::new());
    let mut values: Vec<u32> = table
        .layout
        .values()
        .map(|(value, _)| value.column)
        .collect();
    values.sort_by_key(|value| (*value > column.column, value.abs_diff(column.column)));
    for value in values {
        let rows: Vec<(u32, Thing, Period)> = table
            .rows()
            .filter_map(|row| {
                let observation = by_cell.get(&table.cell(row, value))?;
                let thing = (observation.measure, observation.area, observation.cohort);
                Some((row, thing, *reading.source.period(observation)?))
            })
            .collect();
        for kind in kinds(table, column) {
            for earlier in [Earlier::YearBefore, Earlier::OneBefore] {
                let found = judge(table, column, kind, value, &rows, earlier);
                let (judged, right) = (
                    found.len(),
                    found.iter().filter(|found| found.is_right()).count(),
                );
                let is_odd =
                    |found: &&PrintedFigure| found.why.as_ref().is_some_and(|why| !why.explains());
                let odd = found.iter().filter(is_odd).count();
                let is_sure = right >= 2 && right * 2 >= judged && odd * 3 <= judged - odd;
                if is_sure && right > best.0 {
                    best = (right, found);
                }
            }
        }
    }
    best.1
}

/// The rows that can be judged.
fn judge(
    table: &Table<'_>,
    column: &ColumnLayout,
    kind: Kind,
    value: u32,
    rows: &[(u32, Thing, Period)],
    earlier: Earlier,
) -> Vec<PrintedFigure> {
    let unit = table
        .layout
        .values()
        .find(|(held, _)| held.column == value)
        .and_then(|(_, layout)| layout.unit.or(table.layout.unit))
        .unwrap_or_default();
    let half = table.half_unit(value);
    let carries_signs = table
        .rows()
        .filter_map(|row| table.figure(row, column.column))
        .any(|figure| figure.signed);
    let mut judged = Vec::new();
    for (row, thing, period) in rows {
        let mut of_thing = rows
            .iter()
            .filter(|(_, held, before)| held == thing && before.end < period.end);
        let before = match earlier {
            Earlier::YearBefore => of_thing.rfind(|(.., before)| {
                let moved = before.moved_by_months(12);
                moved.is_some_and(|moved| moved.covers_same_days(period))
            }),
            Earlier::OneBefore => of_thing.max_by_key(|(.., before)| before.end),
        };
        let figures = before.and_then(|(before, ..)| {
            let printed = table.figure(*row, column.column)?;
            let now = table.figure(*row, value)?.value;
            Some((*before, printed, now, table.figure(*before, value)?.value))
        });
        let Some((before_row, printed, now, before)) = figures else {
            continue;
        };
        let compared = Compared {
            now,
            before,
            half_now: half,
            half_before: half,
            unit,
        };
        let outcome = match kind {
            Kind::Percent => compared.percent(&printed, says_percent(&column.heading)),
            Kind::Number | Kind::Points => Some(compared.number(&printed)),
        };
        let Some((change, why)) = outcome else {
            continue;
        };
        let is_bare = table.is_bare_number(*row, column.column);
        let why = why
            .filter(|why| *why != Why::SignMissing || carries_signs)
            .filter(|why| *why != Why::DecimalPoint || !is_bare);
        judged.push(PrintedFigure {
            cell: table.cell(*row, column.column),
            worked_out: kind.print(change, &printed),
            text: printed.text,
            value: printed.value,
            says: kind.says(),
            rests_on: vec![table.cell(*row, value), table.cell(before_row, value)],
            right: change,
            why,
        });
    }
    judged
}
