//! The words and figures of a cross-tab. Office programs draw no such chart: it is a table.

use super::{ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, Shorthand};
use crate::chart::cross_tab::{CrossTabModel, TableCell, TableRow, TableRowKind};
use crate::chart::theme::ChartTheme;

impl Contents for CrossTabModel {
    fn contents(&self, _theme: &ChartTheme) -> ChartContents {
        let what_this_shows = match &self.instead {
            Some((why, what)) => format!("{why}. {what}"),
            None => String::new(),
        };
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows,
                alt_text: self.alt_text(),
            },
            table: table(self),
            native: None,
        }
    }
}

/// A row for each row, a column for each column; beside it one for the limits of intervals and one for the
/// columns that are clearly lower, where there are such.
fn table(model: &CrossTabModel) -> DataTable {
    let cells_of = |column: usize| {
        let rows = model.rows.iter();
        rows.filter_map(move |row| row.cells.get(column))
    };
    let is_across = model.adds_up_across();
    let mut columns = vec![DataColumn::label("Answer")];
    let mut parts = Vec::new();
    for place in 0..model.columns.len() {
        let is_low = !is_across && cells_of(place).any(TableCell::is_on_low_base);
        let name = model.column_name(place);
        let low = if is_low { ", low base" } else { "" };
        columns.push(DataColumn::values(format!("{name}{low}")));
        let part = Part {
            has_limits: cells_of(place).any(|cell| cell.limits.is_some()),
            has_letters: cells_of(place).any(|cell| !cell.letters.is_empty()),
        };
        if part.has_limits {
            for end in ["lower", "upper"] {
                columns.push(DataColumn::values(format!("{name}, 95% interval, {end}")));
            }
        }
        if part.has_letters {
            let heading = format!("{name}, clearly higher than");
            columns.push(DataColumn::values(heading));
        }
        parts.push(part);
    }
    let rows = model.rows.iter().map(|row| {
        let mut cells = vec![DataCell::text(row_label(row, is_across))];
        for (cell, part) in row.cells.iter().zip(&parts) {
            cells.extend(part.cells(cell, row.kind));
        }
        cells
    });
    DataTable {
        rows: rows.collect(),
        columns,
    }
}

/// The label of a row with its unit: a table has rows of percentages beside rows of bases.
fn row_label(row: &TableRow, is_across: bool) -> String {
    let is_percent = row.cells.iter().any(|cell| cell.text.contains('%'));
    let unit = if is_percent { " (%)" } else { "" };
    let is_low = is_across && row.cells.iter().any(TableCell::is_on_low_base);
    let low = if is_low { ", low base" } else { "" };
    format!("{}{unit}{low}", row.label)
}

/// What is beside the figures of a column.
struct Part {
    has_limits: bool,
    has_letters: bool,
}

impl Part {
    fn cells(&self, cell: &TableCell, kind: TableRowKind) -> Vec<DataCell> {
        let mut cells = vec![cell.figure.clone()];
        let missing = || match &cell.figure {
            DataCell::Shorthand(_) if kind != TableRowKind::Base => cell.figure.clone(),
            _ => DataCell::Shorthand(Shorthand::NotApplicable),
        };
        if self.has_limits {
            let limits = cell.limits.clone();
            let (lower, upper) = limits.unwrap_or_else(|| (missing(), missing()));
            cells.extend([lower, upper]);
        }
        if self.has_letters {
            cells.push(if cell.letters.is_empty() {
                DataCell::Empty
            } else {
                DataCell::text(cell.letters.clone())
            });
        }
        cells
    }
}
