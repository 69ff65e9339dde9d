//! What a person says of a table's columns, in place of what was concluded.

use super::columns::Stats;
use super::decisions::{ColumnRole, TableDecisions};
use super::headings::Heading;
use super::labels::Label;
use super::layout::{Role, TableLayout};
use super::vocabulary::Special;

/// Takes what a person says of columns of labels and of none.
pub(super) fn take_labels(said: &TableDecisions, stats: &[Stats], labels: &mut [Option<Label>]) {
    for (stats, label) in stats.iter().zip(labels) {
        let Some(role) = said.role_of(stats.column) else {
            continue;
        };
        let is_headed = matches!(
            role,
            ColumnRole::Values | ColumnRole::Base | ColumnRole::PrintedChange
        );
        *label = role.to_role().filter(|_| !is_headed).map(|role| Label {
            role,
            confidence: 1.0,
            reason: "you said so",
        });
    }
}

/// Takes what a person says of a column with figures.
pub(super) fn take_heading(said: &TableDecisions, column: u32, heading: &mut Heading) {
    let Some(said_of) = said.columns.get(&column) else {
        return;
    };
    match said_of.role {
        Some(ColumnRole::Values) => heading.special = None,
        Some(ColumnRole::Base) => heading.special = Some(Special::Base),
        Some(ColumnRole::PrintedChange) => heading.special = Some(Special::Change),
        _ => {}
    }
    if said_of.period.is_some() {
        heading.value.period = said_of.period;
        heading.caution = None;
    }
}

/// Takes what a person says of units, percentages and years; whether that settles what was open about
/// units.
pub(super) fn take_units(said: &TableDecisions, table: &mut TableLayout) -> bool {
    if said.unit.is_some() {
        table.unit = said.unit;
    }
    for column in &mut table.columns {
        let of_column = said.columns.get(&column.column).and_then(|said| said.unit);
        if let Role::Value(value) = &mut column.role {
            value.unit = of_column.or(said.unit).or(value.unit);
            if let Some(scale) = said.scale {
                value.scale = scale;
            }
            if let (Some(years), Some(period)) = (said.bare_years, &mut value.period) {
                *period = years.read(*period);
            }
        }
    }
    said.scale.is_some() || said.unit.is_some()
}
