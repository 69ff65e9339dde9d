//! Units, the scale of percentages, printed shares, and which base belongs to which value.

use super::columns::Stats;
use super::findings::FindingKind;
use super::layout::{Role, Scale, TableLayout, ValueLayout};
use super::regions::Region;
use super::roles::Remark;
use super::view::{Kind, View};
use super::vocabulary;
use crate::base::text::fold;
use crate::data::{Period, Unit};

/// Leaves out columns that give each row's share of the total of the column before: the sender worked
/// them out, and they sum over places as no percentage of a survey does.
pub(super) fn leave_out_shares(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    table: &mut TableLayout,
    remarks: &mut Vec<Remark>,
) {
    if table.needs_topic {
        return;
    }
    let numeric: Vec<u32> = table.values().map(|(column, _)| column.column).collect();
    let numbers = |column: u32| -> Vec<(u32, f64)> {
        view.grid
            .stored_between(column, region.top, region.bottom)
            .filter_map(|(row, stored)| match view.kind_of(stored) {
                Kind::Number(number) => Some((row, number)),
                _ => None,
            })
            .take(2_000)
            .collect()
    };
    for pair in numeric.windows(2) {
        let [counts, shares] = pair else { continue };
        let of_share = stats.iter().find(|stats| stats.column == *shares);
        let says_percent = table.columns.iter().any(|column| {
            column.column == *shares
                && matches!(&column.role, Role::Value(value) if value.unit == Some(Unit::Percent))
        }) || of_share
            .is_some_and(|stats| stats.percent_format * 2 > stats.styled);
        if !says_percent {
            continue;
        }
        let (amounts, parts) = (numbers(*counts), numbers(*shares));
        let greatest = amounts
            .iter()
            .map(|(_, number)| *number)
            .fold(0.0, f64::max);
        let sum: f64 = amounts.iter().map(|(_, number)| number).sum();
        let scale = if of_share.is_some_and(|stats| stats.greatest <= 1.0) {
            100.0
        } else {
            1.0
        };
        let fits = |total: f64| {
            total > 0.0
                && parts.len() >= 3
                && parts
                    .iter()
                    .filter(|(row, share)| {
                        amounts
                            .iter()
                            .find(|(at, _)| at == row)
                            .is_some_and(|(_, count)| {
                                (share * scale - count / total * 100.0).abs() < 0.6
                            })
                    })
                    .count()
                    * 10
                    >= parts.len() * 8
        };
        if !(fits(greatest) || fits(sum)) {
            continue;
        }
        for column in &mut table.columns {
            if column.column == *shares {
                column.role = Role::PrintedShare;
                column.reason = String::from("it is each row's share of the column before");
                remarks.push(Remark {
                    rows: (region.top, region.bottom.saturating_sub(1)),
                    columns: (*shares, *shares),
                    kind: FindingKind::PrintedShare {
                        heading: column.heading.clone(),
                    },
                });
            }
        }
    }
}

/// What a column of bases says it is the base of.
#[derive(Clone, Debug, Default)]
pub(super) struct BaseScope {
    pub(super) column: u32,
    pub(super) period: Option<Period>,
    pub(super) area: Option<String>,
    pub(super) cohort: Vec<(String, String)>,
}

impl BaseScope {
    /// Whether it can be the base of some values, and whether it says so.
    fn fits(&self, value: &ValueLayout) -> Option<bool> {
        let apart = |own: bool, same: bool| own && !same;
        if apart(
            self.period.is_some() && value.period.is_some(),
            self.period == value.period,
        ) || apart(
            self.area.is_some() && value.area.is_some(),
            self.area == value.area,
        ) || apart(
            !self.cohort.is_empty() && !value.cohort.is_empty(),
            self.cohort == value.cohort,
        ) {
            return None;
        }
        Some(self.period.is_some() && value.period.is_some())
    }
}

/// Gives each column of values the base that is of the same period, group and place: the next to the
/// right, else the only one that the table has.
pub(super) fn attach_bases(table: &mut TableLayout, scopes: &[BaseScope]) {
    let effective_columns: Vec<u32> = table
        .with_role(|role| matches!(role, Role::EffectiveBase))
        .map(|column| column.column)
        .collect();
    let values: Vec<u32> = table.values().map(|(column, _)| column.column).collect();
    for effective in [false, true] {
        let of_kind: Vec<&BaseScope> = scopes
            .iter()
            .filter(|scope| effective_columns.contains(&scope.column) == effective)
            .collect();
        let all: Vec<u32> = of_kind.iter().map(|scope| scope.column).collect();
        // Bases before the first value belong to what follows them.
        let lead = all
            .first()
            .is_some_and(|first| values.first().is_some_and(|value| first < value));
        for column in &mut table.columns {
            let at = column.column;
            let Role::Value(value) = &mut column.role else {
                continue;
            };
            let fitting: Vec<(u32, bool)> = of_kind
                .iter()
                .filter_map(|scope| Some((scope.column, scope.fits(value)?)))
                .collect();
            let sure: Vec<u32> = fitting
                .iter()
                .filter(|(_, says_so)| *says_so)
                .map(|(column, _)| *column)
                .collect();
            let possible: Vec<u32> = if sure.is_empty() {
                fitting.iter().map(|(column, _)| *column).collect()
            } else {
                sure.clone()
            };
            let base = match possible.as_slice() {
                [only] if sure.len() == 1 || all.len() == 1 && !bases_between(&values, &all) => {
                    Some(*only)
                }
                _ if lead => possible.iter().copied().rev().find(|base| *base < at),
                _ => possible.iter().copied().find(|base| *base > at),
            };
            if effective {
                value.effective_base = base;
            } else {
                value.base = base;
            }
        }
    }
}

/// Whether the only base stands between values: it is that of those before it.
pub(super) fn bases_between(values: &[u32], bases: &[u32]) -> bool {
    bases.iter().any(|base| {
        values.iter().any(|value| value < base) && values.iter().any(|value| value > base)
    })
}

/// A column that gives another place's figures has the unit of the column before it.
pub(super) fn benchmarks_share_units(table: &mut TableLayout) {
    let mut before: Option<Unit> = None;
    for column in &mut table.columns {
        if let Role::Value(value) = &mut column.role {
            if value.area.is_some() && value.measure.is_empty() && value.unit.is_none() {
                value.unit = before;
            }
            before = value.unit.or(before);
        }
    }
}

pub(super) fn settle_units(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    table: &mut TableLayout,
    survey: bool,
    remarks: &mut Vec<Remark>,
) {
    let of = |column: u32| stats.iter().find(|stats| stats.column == column);
    let table_unit = table.unit;
    let row_units = table
        .with_role(|role| matches!(role, Role::Unit))
        .next()
        .is_some();
    // Where every value is withheld, nothing tells what was counted.
    let has_numbers = table
        .values()
        .any(|(column, _)| of(column.column).is_some_and(|stats| stats.numbers > 0));
    let all_whole = has_numbers
        && table.values().all(|(column, _)| {
            of(column.column).is_none_or(|stats| stats.all_integers && stats.least >= 0.0)
        });
    // One column of answers above 100 makes them all counts, also those that are below.
    let any_over = table.values().any(|(column, value)| {
        value.unit.is_none() && of(column.column).is_some_and(|stats| stats.greatest > 100.0)
    });
    let others_say_percent = table.values().any(|(column, _)| {
        of(column.column).is_some_and(|stats| stats.percent_format * 2 > stats.styled)
    });
    let is_long = table.values().count() <= 2 && row_units;
    for column in &mut table.columns {
        let Role::Value(value) = &mut column.role else {
            continue;
        };
        let Some(stats) = of(column.column) else {
            continue;
        };
        if stats.percent_format * 2 > stats.styled {
            if value.unit.is_none_or(|unit| unit == Unit::Count) {
                value.unit = Some(Unit::Percent);
            }
        } else if stats.pounds_format * 2 > stats.styled && value.unit.is_none() {
            value.unit = Some(Unit::Pounds);
        }
        // The mean of pounds is pounds; only the mean of a scale is a score.
        if value.unit == Some(Unit::MeanScore)
            && matches!(table_unit, Some(Unit::Pounds | Unit::Percent))
        {
            value.unit = table_unit;
        }
        if value.unit.is_some() || is_long {
            continue;
        }
        value.unit = table_unit.or_else(|| {
            let says = |test: &dyn Fn(&str) -> bool| value.measure.iter().any(|part| test(part));
            let named = value
                .measure
                .iter()
                .any(|part| !vocabulary::is_generic(part));
            let averaged =
                says(&vocabulary::is_average) || !named && vocabulary::is_average(&table.topic);
            let counted = !averaged
                && (says(&vocabulary::is_counted) || vocabulary::is_counted(&table.topic));
            // Beside columns that say per cent, one that does not is something else.
            if survey && others_say_percent && stats.styled > 0 {
                return None;
            }
            if survey && any_over {
                return all_whole.then_some(Unit::Count);
            }
            if survey {
                return (stats.greatest <= 100.0 && stats.least >= 0.0 && stats.numbers > 0)
                    .then_some(Unit::Percent);
            }
            (counted || all_whole && !averaged).then_some(Unit::Count)
        });
    }
    // A column of nothing but shorthand is of the unit that its neighbours share.
    let units: Vec<Unit> = table.values().filter_map(|(_, value)| value.unit).collect();
    if let Some(first) = units.first().copied()
        && units.iter().all(|unit| *unit == first)
    {
        for column in &mut table.columns {
            if let Role::Value(value) = &mut column.role
                && of(column.column).is_some_and(|stats| stats.numbers == 0)
            {
                value.unit = value.unit.or(Some(first));
            }
        }
    }
    settle_scale(view, region, stats, table, remarks);
}

/// Whether figures add up to a whole number of wholes, as the shares of several groups do.
fn makes_whole(total: f64, numbers: usize) -> bool {
    let wholes = total.round();
    #[expect(clippy::cast_precision_loss, reason = "a number of cells")]
    let several = wholes >= 1.0 && wholes * 2.0 <= numbers as f64;
    several && (total - wholes).abs() <= 0.002 * wholes
}

/// The rows whose unit column does not say per cent.
fn rows_of_other_units(view: &View<'_>, region: &Region, table: &TableLayout) -> Vec<u32> {
    let units: Vec<u32> = table
        .with_role(|role| matches!(role, Role::Unit))
        .map(|column| column.column)
        .collect();
    (region.top..region.bottom)
        .filter(|row| {
            !units.iter().any(|column| {
                view.grid
                    .text(*row, *column)
                    .and_then(vocabulary::unit_of)
                    .is_some_and(|(unit, _)| unit == Unit::Percent)
            })
        })
        .collect()
}

/// Whether percentages are written as 93 or as 0.93, judged over all of them that have no format.
pub(super) fn settle_scale(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    table: &mut TableLayout,
    remarks: &mut Vec<Remark>,
) {
    let is_percent = |unit: Option<Unit>| unit == Some(Unit::Percent);
    let unit_column_percent = table
        .with_role(|role| matches!(role, Role::Unit))
        .any(|column| {
            (region.top..region.bottom.min(region.top + 50)).any(|row| {
                view.grid
                    .text(row, column.column)
                    .and_then(vocabulary::unit_of)
                    .is_some_and(|(unit, _)| unit == Unit::Percent)
            })
        });
    // Counts in other rows of the column say nothing of the percentages in it.
    let others = if unit_column_percent {
        rows_of_other_units(view, region, table)
    } else {
        Vec::new()
    };
    let plain: Vec<Stats> = table
        .values()
        .filter(|(_, value)| is_percent(value.unit) || value.unit.is_none() && unit_column_percent)
        .filter_map(|(column, _)| stats.iter().find(|stats| stats.column == column.column))
        .filter(|stats| stats.percent_format * 2 <= stats.styled)
        .map(|stats| {
            if others.is_empty() {
                stats.clone()
            } else {
                super::columns::stats_without(view, region, stats.column, &others)
            }
        })
        .collect();
    let greatest = plain
        .iter()
        .map(|stats| stats.greatest)
        .fold(f64::NEG_INFINITY, f64::max);
    let least = plain
        .iter()
        .map(|stats| stats.least)
        .fold(f64::INFINITY, f64::min);
    let numbers: usize = plain.iter().map(|stats| stats.numbers).sum();
    let written = plain
        .iter()
        .any(|stats| has_percent_sign(view, region, stats.column));
    if plain.is_empty() || greatest > 1.0 || least < -1.0 || greatest <= 0.0 || written {
        return;
    }
    let says_share = |text: &str| {
        let folded = fold(text);
        folded.contains("proportion") || folded.contains("fraction")
    };
    let named = says_share(&table.title)
        || table
            .values()
            .any(|(column, _)| says_share(&column.heading));
    // Half a per cent of adults and half of all adults both fit below 1: only figures that lie around a
    // half on the whole are taken for shares.
    let total: f64 = plain.iter().map(|stats| stats.sum).sum();
    #[expect(clippy::cast_precision_loss, reason = "a number of cells")]
    let mean = total / numbers.max(1) as f64;
    let scale = if named
        || greatest >= 0.3 && mean >= 0.2 && numbers >= 4
        || (greatest - 1.0).abs() < 1e-9
        || makes_whole(total, numbers)
    {
        Scale::Share
    } else {
        Scale::Unclear
    };
    let columns: Vec<u32> = plain.iter().map(|stats| stats.column).collect();
    let heading = if table.title.is_empty() {
        table
            .values()
            .find(|(column, _)| columns.contains(&column.column))
            .map(|(column, _)| column.heading.clone())
            .unwrap_or_default()
    } else {
        table.title.clone()
    };
    for column in &mut table.columns {
        if let Role::Value(value) = &mut column.role
            && columns.contains(&column.column)
        {
            value.scale = scale;
        }
    }
    remarks.push(Remark {
        rows: (region.top, region.bottom.saturating_sub(1)),
        columns: (
            columns.first().copied().unwrap_or(region.left),
            columns.last().copied().unwrap_or(region.right),
        ),
        kind: if scale == Scale::Share {
            FindingKind::SharesAsPercent { heading }
        } else {
            FindingKind::PercentScaleUnclear { heading }
        },
    });
}

pub(super) fn has_percent_sign(view: &View<'_>, region: &Region, column: u32) -> bool {
    view.grid
        .column_between(column, region.top, region.bottom)
        .take(50)
        .any(|(_, value)| matches!(value, super::grid::CellValue::Text(text) if text.contains('%')))
}
