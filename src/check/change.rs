//! Changes that the sender worked out, against the two periods that they compare.

use super::compared::{Compared, Kind, kinds, says_percent};
use super::discrepancy::{Discrepancy, Why};
use super::figure::{self, Figure};
use super::table::Table;
use crate::base::number::{grouped, signed};
use crate::base::text::fold;
use crate::data::{CellRef, Period, PrintedFigure};
use crate::import::layout::{ColumnLayout, Role, ValueLayout};

/// A column of values of one thing in one period.
struct Side<'a> {
    column: u32,
    period: Period,
    value: &'a ValueLayout,
    half: f64,
}

/// One row, judged.
struct Judged {
    row: u32,
    printed: Figure,
    right: f64,
    worked_out: String,
    /// `None` where the printed figure is right.
    why: Option<Why>,
}

/// The printed changes of a table, judged.
pub(super) fn judged(table: &Table<'_>) -> Vec<PrintedFigure> {
    let sides = sides(table);
    let mut found = Vec::new();
    for column in table.layout.with_role(|role| *role == Role::PrintedChange) {
        for kind in kinds(table, column) {
            if let Some(judged) = best(table, column, kind, &sides) {
                found.extend(judged);
                break;
            }
        }
    }
    found
}

/// The columns of values that have a period of their own.
fn sides<'a>(table: &'a Table<'_>) -> Vec<Side<'a>> {
    let with_period = table.layout.values().filter_map(|(column, value)| {
        Some(Side {
            column: column.column,
            period: value.period?,
            value,
            half: table.half_unit(column.column),
        })
    });
    with_period.collect()
}

/// The changes of a column, by the pair of periods that fits best; `None` where no pair fits.
fn best(
    table: &Table<'_>,
    column: &ColumnLayout,
    kind: Kind,
    sides: &[Side<'_>],
) -> Option<Vec<PrintedFigure>> {
    let mut best: Option<(usize, &Side<'_>, &Side<'_>, Vec<Judged>)> = None;
    for (new, old, is_plain) in pairs(column.column, sides) {
        let judged = judge(table, column, kind, new, old);
        let right = judged.iter().filter(|row| row.why.is_none()).count();
        let explained = judged
            .iter()
            .filter(|row| row.why.as_ref().is_some_and(Why::explains))
            .count();
        let fits = !judged.is_empty() && (right + explained) * 10 >= judged.len() * 6;
        let sure = right > 0 && right * 2 >= judged.len() && judged.len() > 1;
        let score = right * 2 + explained;
        if fits && (is_plain || sure) && best.as_ref().is_none_or(|(held, ..)| score > *held) {
            best = Some((score, new, old, judged));
        }
    }
    let (_, new, old, judged) = best?;
    let unexplained = |row: &&Judged| row.why == Some(Why::ChangeDiffers);
    let odd = judged.iter().filter(unexplained).count();
    let say_odd = odd * 3 <= judged.len() - odd;
    let found = judged.into_iter().filter_map(|row| {
        let mut why = row.why;
        if why == Some(Why::ChangeDiffers) {
            if !say_odd {
                return None;
            }
            why = since_other(table, kind, &row.printed, row.row, new, old, sides).or(why);
        }
        Some(PrintedFigure {
            cell: table.cell(row.row, column.column),
            text: row.printed.text,
            value: row.printed.value,
            says: kind.says(),
            rests_on: vec![
                table.cell(row.row, new.column),
                table.cell(row.row, old.column),
            ],
            right: row.right,
            worked_out: row.worked_out,
            why,
        })
    });
    Some(found.collect())
}

/// The pairs of columns that a change may compare, and whether it is the newest with the one before.
fn pairs<'s, 'v>(change: u32, sides: &'s [Side<'v>]) -> Vec<(&'s Side<'v>, &'s Side<'v>, bool)> {
    let mut pairs = Vec::new();
    for new in sides {
        let alike: Vec<&Side<'_>> = sides
            .iter()
            .filter(|side| is_alike(side.value, new.value))
            .collect();
        let newest = alike.iter().map(|side| side.period.end).max();
        // The block of columns that the change closes, where the same is said of several things.
        let is_nearest = !sides.iter().any(|side| {
            side.column > new.column && side.column < change && !is_alike(side.value, new.value)
        });
        for old in &alike {
            if old.period.end >= new.period.end || old.column == new.column {
                continue;
            }
            let between = alike
                .iter()
                .any(|side| side.period.end > old.period.end && side.period.end < new.period.end);
            let is_plain = Some(new.period.end) == newest && !between && is_nearest;
            if is_plain || alike.len() <= 12 {
                pairs.push((new, *old, is_plain));
            }
        }
    }
    pairs.sort_by_key(|(.., is_plain)| !is_plain);
    pairs
}

fn is_alike(a: &ValueLayout, b: &ValueLayout) -> bool {
    a.measure == b.measure && a.cohort == b.cohort && a.area == b.area && a.unit == b.unit
}

fn judge(
    table: &Table<'_>,
    column: &ColumnLayout,
    kind: Kind,
    new: &Side<'_>,
    old: &Side<'_>,
) -> Vec<Judged> {
    let unit = new.value.unit.or(table.layout.unit).unwrap_or_default();
    let heading = fold(&column.heading);
    let says_fall = ["decrease", "reduction", "fall", "drop"]
        .iter()
        .any(|word| heading.contains(word));
    let carries_signs = table
        .rows()
        .filter_map(|row| table.figure(row, column.column))
        .any(|figure| figure.signed);
    let rows = table.rows().filter_map(|row| {
        let printed = table.figure(row, column.column)?;
        let now = table.figure(row, new.column)?.value;
        let before = table.figure(row, old.column)?.value;
        let compared = Compared {
            now,
            before,
            half_now: new.half,
            half_before: old.half,
            unit,
        };
        let (right, mut why) = match kind {
            Kind::Percent => compared.percent(&printed, says_percent(&column.heading))?,
            Kind::Number | Kind::Points => compared.number(&printed),
        };
        if why == Some(Why::SignMissing) && (says_fall || !carries_signs && table.rows().len() > 1)
        {
            why = None;
        }
        if why == Some(Why::DecimalPoint) && table.is_bare_number(row, column.column) {
            why = None;
        }
        Some(Judged {
            row,
            right,
            worked_out: kind.print(right, &printed),
            printed,
            why,
        })
    });
    rows.collect()
}

/// The period since which a printed figure would be the change.
fn since_other(
    table: &Table<'_>,
    kind: Kind,
    printed: &Figure,
    row: u32,
    new: &Side<'_>,
    old: &Side<'_>,
    sides: &[Side<'_>],
) -> Option<Why> {
    let now = table.figure(row, new.column)?.value;
    let other = sides.iter().find(|side| {
        is_alike(side.value, new.value)
            && side.column != old.column
            && side.column != new.column
            && table.figure(row, side.column).is_some_and(|before| {
                let change = now - before.value;
                match kind {
                    Kind::Percent => {
                        before.value > 0.0 && printed.is(change / before.value * 100.0)
                    }
                    Kind::Number | Kind::Points => printed.is(change),
                }
            })
    });
    other.map(|side| Why::OtherPeriod {
        period: side.period.label(),
    })
}

/// Percentages whose sign is not that of the number beside them, in one cell or in two.
pub(super) fn signs(table: &Table<'_>) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    let mut say = |cell: CellRef, from: CellRef, percent: &Figure, number: &Figure, text: &str| {
        if percent.value * number.value < 0.0 {
            let right = percent.value.abs() * number.value.signum();
            found.push(table.discrepancy(
                cell,
                text,
                format!("{}%", signed(right, percent.shown())),
                Why::SignsDisagree {
                    number: if number.value < 0.0 {
                        grouped(number.value, number.shown())
                    } else {
                        signed(number.value, number.shown())
                    },
                },
                vec![from],
            ));
        }
    };
    let changes: Vec<(&ColumnLayout, Vec<Kind>)> = table
        .layout
        .with_role(|role| *role == Role::PrintedChange)
        .map(|column| (column, kinds(table, column)))
        .collect();
    for row in table.rows() {
        for column in table.layout.left..table.layout.right {
            if let Some(text) = table.grid.text(row, column)
                && let Some((percent, number)) = figure::pair(text)
            {
                let cell = table.cell(row, column);
                say(cell, cell, &percent, &number, text);
            }
        }
        for pair in changes.windows(2) {
            let [(a, kinds_a), (b, kinds_b)] = pair else {
                continue;
            };
            let is_percent = |kinds: &[Kind]| kinds == [Kind::Percent];
            let (percents, numbers) = match (is_percent(kinds_a), is_percent(kinds_b)) {
                _ if b.column != a.column + 1
                    || !are_of_one(&a.heading, &b.heading, changes.len()) =>
                {
                    continue;
                }
                (true, false) => (a.column, b.column),
                (false, true) => (b.column, a.column),
                _ => continue,
            };
            if let (Some(percent), Some(number)) =
                (table.figure(row, percents), table.figure(row, numbers))
            {
                let (cell, from) = (table.cell(row, percents), table.cell(row, numbers));
                say(cell, from, &percent, &number, &percent.text);
            }
        }
    }
    found
}

/// Whether two columns print one change in two ways: all but the last part of their headings is the same,
/// or they are the only ones.
fn are_of_one(a: &str, b: &str, columns: usize) -> bool {
    match (a.rsplit_once(" › "), b.rsplit_once(" › ")) {
        (Some((a, _)), Some((b, _))) => a == b,
        (None, None) => columns == 2,
        _ => false,
    }
}
