//! The words and figures of a change table. It is a table in office programs, too.

use super::{ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable};
use crate::chart::change_table::{ChangeRowModel, ChangeTableModel, is_points};
use crate::chart::theme::ChartTheme;
use crate::data::Unit;

impl Contents for ChangeTableModel {
    fn contents(&self, _theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: DataTable {
                columns: columns(self),
                rows: self.rows.iter().map(|row| cells(self, row)).collect(),
            },
            native: None,
        }
    }
}

fn columns(model: &ChangeTableModel) -> Vec<DataColumn> {
    let unit = model.unit.words();
    let difference = if is_points(model.unit) {
        Unit::PercentagePoints.words()
    } else {
        unit
    };
    let (later, earlier) = &model.periods;
    let mut columns = vec![
        DataColumn::label(model.heading.clone()),
        DataColumn::values(format!("{earlier} ({unit})")),
        DataColumn::values(format!("{later} ({unit})")),
        DataColumn::values(format!("Change ({difference})")),
    ];
    if model.has_percent {
        columns.push(DataColumn::values("Change (%)"));
    }
    columns.push(DataColumn::values("Chance?"));
    if model.has_printed {
        columns.push(DataColumn::values("As printed by the sender"));
        columns.push(DataColumn::values("Printed change right?"));
    }
    columns
}

fn cells(model: &ChangeTableModel, row: &ChangeRowModel) -> Vec<DataCell> {
    let figures = &row.figures;
    let mut cells = vec![
        DataCell::text(row.name.clone()),
        figures.earlier.clone(),
        figures.later.clone(),
        figures.change.clone(),
    ];
    if model.has_percent {
        cells.push(figures.percent.clone());
    }
    let words = |words: &str| match words {
        "" => DataCell::Empty,
        words => DataCell::text(words),
    };
    cells.push(words(row.chance));
    if model.has_printed {
        let printed = row.printed.as_ref();
        cells.push(words(printed.map_or("", |printed| &printed.text)));
        cells.push(words(match printed {
            Some(printed) if printed.is_wrong => "wrong",
            Some(_) => "right",
            None => "",
        }));
    }
    cells
}
