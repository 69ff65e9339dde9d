//! The words and numbers of a scale of answers.

use super::{
    ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, NativeAxis, NativeChart,
    NativeKind, NativeSeries,
};
use crate::chart::answer_scale::{ScaleChart, colours, from_left};
use crate::chart::theme::{ChartTheme, Dash};
use crate::data::Unit;

impl Contents for ScaleChart {
    fn contents(&self, theme: &ChartTheme) -> ChartContents {
        let has_bars = self.rows.iter().any(|row| row.segments.is_ok());
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text(),
            },
            table: table(self),
            native: has_bars.then(|| native(self, theme)),
        }
    }
}

/// A row for each bar, a column for each answer in the order of the scale, then those taken together.
fn table(chart: &ScaleChart) -> DataTable {
    if chart.rows.is_empty() {
        return DataTable::default();
    }
    let has_low = chart.rows.iter().any(|row| row.is_low);
    let mut columns = vec![
        DataColumn::label("Group"),
        DataColumn::values("Base (respondents)"),
    ];
    let steps = chart.steps.iter();
    columns.extend(steps.map(|step| DataColumn::values(format!("{} (%)", step.label))));
    if let Some(net) = &chart.net {
        columns.push(DataColumn::values(format!("Net: {net} (%)")));
        for end in ["lower", "upper"] {
            let heading = format!("Net: {net}, 95% interval, {end} (%)");
            columns.push(DataColumn::values(heading));
        }
    }
    if has_low {
        columns.push(DataColumn::values("Note"));
    }
    let rows = chart.rows.iter().map(|row| {
        let mut cells = vec![DataCell::text(row.label.clone()), row.base_figure.clone()];
        match &row.segments {
            Ok(segments) => cells.extend(segments.iter().map(|held| held.figure.clone())),
            Err(_) => cells.extend(chart.steps.iter().map(|_| row.instead.clone())),
        }
        if chart.net.is_some() {
            cells.extend(row.net_figures.clone());
        }
        if has_low {
            cells.push(if row.is_low {
                DataCell::text("low base, treat with caution")
            } else {
                DataCell::Empty
            });
        }
        cells
    });
    DataTable {
        rows: rows.collect(),
        columns,
    }
}

fn native(chart: &ScaleChart, theme: &ChartTheme) -> NativeChart {
    let colours = colours(theme, chart);
    let series = from_left(chart).into_iter().filter_map(|place| {
        let (step, colour) = (chart.steps.get(place)?, colours.get(place)?);
        let values = chart.rows.iter().map(|row| {
            let segment = row.segments.as_ref().ok()?.get(place)?;
            match segment.figure {
                DataCell::Number { value, .. } => Some(value),
                _ => None,
            }
        });
        let labels = chart.rows.iter().map(|row| {
            let segment = row.segments.as_ref().ok()?.get(place)?;
            Some(segment.text.clone())
        });
        Some(NativeSeries {
            name: step.label.clone(),
            values: values.collect(),
            joined: Vec::new(),
            across: Vec::new(),
            intervals: Vec::new(),
            marks: Vec::new(),
            labels: labels.collect(),
            colour: *colour,
            dash: Dash::Solid,
            width_pt: 0.0,
        })
    });
    NativeChart {
        kind: NativeKind::StackedBars,
        categories: chart
            .rows
            .iter()
            .map(|row| format!("{} {}", row.label, row.base))
            .collect(),
        series: series.collect(),
        values: NativeAxis {
            title: Unit::Percent.words().to_owned(),
            unit: Unit::Percent,
            bounds: (0.0, 100.0),
        },
        across: None,
    }
}
