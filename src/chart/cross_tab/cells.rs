//! What stands in the cells of a cross-tab.

use super::model::{TableCell, instead};
use crate::analysis::cross_tab::SurveyTable;
use crate::analysis::disclosure::CellTreatment;
use crate::analysis::survey::{CrossTabCell, CrossTabRow};
use crate::base::number;
use crate::chart::contents::DataCell;
use crate::chart::wording::cross_tab::LOW_BASE;
use crate::project::{CrossTabSpec, Percentages};
use crate::stats::base_policy::{LEAST_BASE, percentage_decimals};

/// The unweighted bases.
pub(super) fn base_cells(table: &SurveyTable) -> Vec<TableCell> {
    let columns = table.figures.columns.iter().zip(&table.columns);
    columns
        .map(|(column, treatment)| {
            let least = column.base_policy.least_base;
            base_cell(column.unweighted_base, least, *treatment)
        })
        .collect()
}

/// The effective bases, where the columns may be seen.
pub(super) fn effective_cells(table: &SurveyTable) -> Vec<TableCell> {
    let columns = table.figures.columns.iter().zip(&table.columns);
    columns
        .map(|(column, treatment)| TableCell {
            text: match column.effective_base {
                Some(base) if treatment.is_shown() => number::grouped(base, 0),
                _ if treatment.is_shown() => String::from("–"),
                _ => treatment.mark().to_owned(),
            },
            figure: match column.effective_base {
                Some(base) if treatment.is_shown() => DataCell::as_printed(base, 0),
                _ => instead(*treatment),
            },
            is_muted: true,
            ..TableCell::default()
        })
        .collect()
}

/// A base; one that is too small is told as less than the least that is shown.
fn base_cell(base: usize, least: f64, treatment: CellTreatment) -> TableCell {
    let is_under = f64::from(u32::try_from(base).unwrap_or(u32::MAX)) < least;
    let printed = number::count(base);
    let (text, said) = match treatment {
        CellTreatment::Shown => (printed, None),
        CellTreatment::LowBase => (
            format!("{printed}{LOW_BASE}"),
            Some("low base, treat with caution"),
        ),
        CellTreatment::TooFew if is_under => (
            format!("<{}", number::grouped(least, 0)),
            Some("base too small to show"),
        ),
        CellTreatment::TooFew => (printed, Some("base too small to show")),
        CellTreatment::Confidential => (
            String::from("[c]"),
            Some("withheld, so that nobody can be told"),
        ),
    };
    TableCell {
        figure: match treatment {
            CellTreatment::Confidential => instead(treatment),
            CellTreatment::TooFew if is_under => DataCell::text(text.clone()),
            _ => DataCell::base(base),
        },
        text,
        is_muted: true,
        said: said.into_iter().map(String::from).collect(),
        ..TableCell::default()
    }
}

/// The cells of a row as they are shown, with the treatment of each.
pub(super) fn row_cells(
    table: &SurveyTable,
    row: &CrossTabRow,
    treatments: &[CellTreatment],
    spec: &CrossTabSpec,
) -> (Vec<TableCell>, Vec<CellTreatment>) {
    let mut treatments = treatments.to_vec();
    if spec.percentages == Percentages::Across {
        let cells = across(row, &mut treatments);
        let cells = cells.into_iter().map(|cell| without_shade(cell, spec));
        return (cells.collect(), treatments);
    }
    let cells = row.cells.iter().zip(&treatments);
    let cells =
        cells.map(|(cell, treatment)| without_shade(down(table, cell, *treatment, spec), spec));
    (cells.collect(), treatments)
}

fn without_shade(mut cell: TableCell, spec: &CrossTabSpec) -> TableCell {
    if !spec.shade {
        cell.shade = 0.0;
    }
    cell
}

/// A figure that is not shown, and why.
fn hidden(treatment: CellTreatment) -> TableCell {
    let why = if treatment == CellTreatment::Confidential {
        "withheld, so that nobody can be told"
    } else {
        "base too small to show"
    };
    TableCell {
        text: treatment.mark().to_owned(),
        figure: instead(treatment),
        is_muted: true,
        said: vec![String::from(why)],
        ..TableCell::default()
    }
}

/// The decimals of a percentage on a base.
fn decimals(base: usize) -> usize {
    percentage_decimals(Some(f64::from(u32::try_from(base).unwrap_or(u32::MAX))))
}

/// "24.6%".
fn percent(share: f64, base: usize) -> String {
    format!("{}%", number::rounded(100.0 * share, decimals(base)))
}

fn down(
    table: &SurveyTable,
    cell: &CrossTabCell,
    treatment: CellTreatment,
    spec: &CrossTabSpec,
) -> TableCell {
    if !treatment.is_shown() {
        return hidden(treatment);
    }
    let (text, value, limits, places, base, shade) = match (&cell.share, &cell.mean) {
        (Some(share), _) => {
            let places = decimals(share.unweighted_base);
            let (lower, upper) = share.interval;
            (
                percent(share.share, share.unweighted_base),
                100.0 * share.share,
                Some((100.0 * lower, 100.0 * upper)),
                places,
                share.unweighted_base,
                share.share,
            )
        }
        (None, Some(mean)) => (
            number::rounded(mean.mean, 2),
            mean.mean,
            mean.interval,
            2,
            mean.unweighted_base,
            0.0,
        ),
        (None, None) => return hidden(CellTreatment::TooFew),
    };
    let interval = limits.map(|(lower, upper)| {
        let bound = |bound: f64| number::rounded(bound, places);
        format!("{}–{}", bound(lower), bound(upper))
    });
    let limit = |limit: f64| DataCell::as_printed(limit, places);
    let is_low = treatment == CellTreatment::LowBase;
    let mut said = vec![format!("base {}", number::count(base))];
    said.extend(
        interval
            .as_ref()
            .map(|interval| format!("95% interval {interval}")),
    );
    if is_low {
        said.push(String::from("low base, treat with caution"));
    }
    let mut letters = String::new();
    if spec.letters && !cell.lower.is_empty() {
        let lower = |place: &usize| table.figures.columns.get(*place);
        let columns: Vec<_> = cell.lower.iter().filter_map(lower).collect();
        let held: Vec<String> = columns
            .iter()
            .filter_map(|column| Some(column.letter.as_ref()?.to_lowercase()))
            .collect();
        // Letters of two characters run together could be read as others.
        let is_plain = held.iter().all(|letter| letter.chars().nth(1).is_none());
        letters = held.join(if is_plain { "" } else { " " });
        let names: Vec<&str> = columns.iter().map(|column| column.label.as_str()).collect();
        let names = crate::chart::wording::phrase::list(&names, names.len());
        said.push(format!("significantly higher than {names}"));
    }
    TableCell {
        text: if is_low {
            format!("{text}{LOW_BASE}")
        } else {
            text
        },
        figure: DataCell::as_printed(value, places),
        limits: limits
            .filter(|_| spec.intervals)
            .map(|(lower, upper)| (limit(lower), limit(upper))),
        letters,
        interval: interval.filter(|_| spec.intervals),
        shade,
        is_muted: is_low,
        said,
    }
}

/// A row of which percentages add up across: its base first.
fn across(row: &CrossTabRow, treatments: &mut [CellTreatment]) -> Vec<TableCell> {
    let all = row.cells.first().and_then(|cell| cell.share);
    let base = all.map_or(0, |share| share.unweighted_count);
    let of_row = CellTreatment::by_row(base);
    for treatment in treatments.iter_mut() {
        if treatment.is_shown() {
            *treatment = of_row;
        }
    }
    let mut cells = vec![base_cell(
        base,
        LEAST_BASE,
        treatments.first().copied().unwrap_or(of_row),
    )];
    for (cell, treatment) in row.cells.iter().zip(treatments.iter()).skip(1) {
        cells.push(match cell.row_share {
            Some(share) if treatment.is_shown() => {
                let is_low = *treatment == CellTreatment::LowBase;
                let text = percent(share, base);
                TableCell {
                    text: if is_low {
                        format!("{text}{LOW_BASE}")
                    } else {
                        text
                    },
                    figure: DataCell::as_printed(100.0 * share, decimals(base)),
                    shade: share,
                    is_muted: is_low,
                    said: vec![format!("of {} who gave the answer", number::count(base))],
                    ..TableCell::default()
                }
            }
            None if treatment.is_shown() => hidden(CellTreatment::TooFew),
            _ => hidden(*treatment),
        });
    }
    cells
}
