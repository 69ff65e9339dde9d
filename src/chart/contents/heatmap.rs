//! The words and numbers of a heatmap.

use super::{ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, Shorthand};
use crate::chart::heatmap::{HeatmapCell, HeatmapModel};
use crate::chart::theme::ChartTheme;

impl Contents for HeatmapModel {
    fn contents(&self, _theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: table(self),
            native: None,
        }
    }
}

/// A row for each group, a column for each period.
fn table(model: &HeatmapModel) -> DataTable {
    let unit = model.unit.words();
    let has_sections = model.rows.iter().any(|row| !row.section.is_empty());
    let mut columns = Vec::new();
    if has_sections {
        columns.push(DataColumn::label("Grouping"));
    }
    columns.push(DataColumn::label("Group"));
    let periods = model.periods.iter();
    columns.extend(periods.map(|(period, _)| DataColumn::values(format!("{period} ({unit})"))));
    let rows = model.rows.iter().map(|row| {
        let mut cells = Vec::new();
        if has_sections {
            cells.push(DataCell::Text(row.section.clone()));
        }
        cells.push(DataCell::Text(row.label.clone()));
        cells.extend(row.cells.iter().map(|cell| data_cell(model, cell)));
        cells
    });
    DataTable {
        rows: rows.collect(),
        columns,
    }
}

fn data_cell(model: &HeatmapModel, cell: &HeatmapCell) -> DataCell {
    match cell {
        HeatmapCell::Absent => DataCell::Empty,
        HeatmapCell::Gap(reason) => DataCell::Shorthand(Shorthand::from(*reason)),
        HeatmapCell::NotCompared => DataCell::Shorthand(Shorthand::NotApplicable),
        HeatmapCell::Value { value, .. } => DataCell::Number {
            value: *value,
            decimals: model.unit.decimals(),
        },
    }
}

impl HeatmapModel {
    /// The rows as text that Excel takes as cells.
    pub fn as_cells(&self) -> String {
        let clean = |text: &str| text.replace(['\t', '\n'], " ");
        let periods = self.periods.iter().map(|(period, _)| clean(period));
        let mut lines = vec![
            std::iter::once(String::from("Group"))
                .chain(periods)
                .collect::<Vec<String>>()
                .join("\t"),
        ];
        for row in &self.rows {
            let mut cells = vec![clean(&row.label)];
            cells.extend(row.cells.iter().map(|cell| match cell {
                HeatmapCell::Absent => String::new(),
                HeatmapCell::Gap(reason) => reason.mark().to_owned(),
                HeatmapCell::NotCompared => Shorthand::NotApplicable.mark().to_owned(),
                HeatmapCell::Value { text, .. } => clean(text),
            }));
            lines.push(cells.join("\t"));
        }
        lines.join("\n")
    }
}
