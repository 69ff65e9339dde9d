//! What senders printed of the changes that a change table shows.

use std::sync::Arc;

use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::data::printed::Why;
use crate::data::{CellRef, Period, PrintedFigure, PrintedSays, Source};

use super::answer::ChangeRow;
use super::scope::RowsOf;

/// A printed change, with the workbook in which it stands.
#[derive(Clone, Debug)]
pub struct AsPrinted {
    /// The workbook.
    pub source: Arc<Source>,
    /// The figure, with the judgement on it.
    pub figure: PrintedFigure,
    /// The later and the earlier value on which it rests.
    pub values: (f64, f64),
}

/// How many printed changes are wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintedCount {
    /// Those that could be worked out again.
    pub printed: usize,
    /// Those that disagree.
    pub wrong: usize,
    /// Of these, those that were divided by the new figure instead of the old one.
    pub new_as_base: usize,
}

impl PrintedCount {
    /// Counts those of a table.
    pub fn of(rows: &[ChangeRow]) -> Self {
        let mut count = Self::default();
        for printed in rows.iter().filter_map(|row| row.printed.as_ref()) {
            count.printed += 1;
            count.wrong += usize::from(!printed.figure.is_right());
            count.new_as_base += usize::from(printed.figure.why == Some(Why::NewYearAsBase));
        }
        count
    }
}

/// The change of a measure between two periods as it is printed, for everybody in an area: in the table itself
/// before others, in the newest workbook before older ones, in per cent before a difference.
pub(super) fn find(
    catalogue: &Catalogue,
    entry: &MeasureEntry,
    area: &str,
    (earlier, later): (&Period, &Period),
    rows_of: &RowsOf,
) -> Option<AsPrinted> {
    let mut cells: Vec<(&Arc<Source>, CellRef, bool, f64)> = Vec::new();
    for found in catalogue.observations(entry) {
        let is_later = found.period.covers_same_days(later);
        if found.area == area
            && found.cohort.is_everyone()
            && (is_later || found.period.covers_same_days(earlier))
            && !found.source.printed.is_empty()
            && let Some(value) = found.observation.value
        {
            cells.push((found.source, found.observation.cell, is_later, value));
        }
    }
    let value_at = |source: &Arc<Source>, cell: &CellRef, is_later: bool| {
        let of_cell = cells
            .iter()
            .find(|(held, at, when, _)| held.id == source.id && at == cell && *when == is_later);
        of_cell.map(|(.., value)| *value)
    };
    let mut best: Option<((bool, bool, usize), AsPrinted)> = None;
    for (place, source) in catalogue.sources().iter().enumerate() {
        for figure in source
            .printed
            .iter()
            .filter(|figure| figure.says.is_change())
        {
            let [later, earlier] = figure.rests_on.as_slice() else {
                continue;
            };
            let (Some(now), Some(before)) = (
                value_at(source, later, true),
                value_at(source, earlier, false),
            ) else {
                continue;
            };
            let is_of_table = match rows_of {
                RowsOf::Table { source: id, sheet } => {
                    source.id == *id && figure.cell.sheet == *sheet
                }
                RowsOf::Theme(_) => false,
            };
            let worth = (is_of_table, figure.says != PrintedSays::Difference, place);
            if best.as_ref().is_none_or(|(held, _)| worth > *held) {
                let printed = AsPrinted {
                    source: source.clone(),
                    figure: figure.clone(),
                    values: (now, before),
                };
                best = Some((worth, printed));
            }
        }
    }
    best.map(|(_, printed)| printed)
}
