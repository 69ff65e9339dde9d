//! The words and numbers of a trend.

use super::{
    ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, NativeAxis, NativeChart,
    NativeKind, NativeMark, NativeSeries, Shorthand,
};
use crate::chart::point::{GapReason, PointModel};
use crate::chart::series_marks;
use crate::chart::theme::ChartTheme;
use crate::chart::trend_model::{SeriesModel, TrendModel};

impl From<GapReason> for Shorthand {
    fn from(reason: GapReason) -> Self {
        match reason {
            GapReason::BaseTooSmall
            | GapReason::SensitiveBaseTooSmall
            | GapReason::LowReliability => Self::LowReliability,
            GapReason::Suppressed => Self::Confidential,
            GapReason::AwaitingData | GapReason::NotAvailable => Self::NotAvailable,
            GapReason::NotApplicable | GapReason::Break => Self::NotApplicable,
        }
    }
}

impl Contents for TrendModel {
    fn contents(&self, theme: &ChartTheme) -> ChartContents {
        ChartContents {
            words: ChartWords {
                title: self.title.clone(),
                subtitle: self.subtitle.clone(),
                footnote: self.footnote.clone(),
                what_this_shows: self.what_this_shows.clone(),
                alt_text: self.alt_text.clone(),
            },
            table: table(self),
            native: (!self.is_empty()).then(|| native(self, theme)),
        }
    }
}

/// A row for each period, a column for each line, and two more for the ends of an interval that is drawn.
fn table(model: &TrendModel) -> DataTable {
    let unit = model.unit.words();
    let mut columns = vec![DataColumn::label("Period")];
    for series in &model.series {
        columns.push(DataColumn::values(format!("{} ({unit})", series.label)));
        if series.has_interval {
            for end in ["lower", "upper"] {
                let heading = format!("{}, 95% interval, {end} ({unit})", series.label);
                columns.push(DataColumn::values(heading));
            }
        }
    }
    let rows = model.periods.iter().enumerate().map(|(place, period)| {
        let mut row = vec![DataCell::Text(period.label.clone())];
        for series in &model.series {
            let held = series.points.get(place);
            row.extend(cells(model, series, held.unwrap_or(&PointModel::Absent)));
        }
        row
    });
    DataTable {
        rows: rows.collect(),
        columns,
    }
}

fn cells(model: &TrendModel, series: &SeriesModel, held: &PointModel) -> Vec<DataCell> {
    let decimals = model.unit.decimals();
    let number = |value: f64| DataCell::Number { value, decimals };
    let mut cells = vec![match held {
        PointModel::Absent => DataCell::Empty,
        PointModel::Gap(reason) => DataCell::Shorthand(Shorthand::from(*reason)),
        PointModel::Value(point) => number(point.value),
    }];
    if series.has_interval {
        let ends = held.value().and_then(|point| point.interval);
        let ends = ends.map_or([DataCell::Empty, DataCell::Empty], |(lower, upper)| {
            [number(lower), number(upper)]
        });
        cells.extend(ends);
    }
    cells
}

fn native(model: &TrendModel, theme: &ChartTheme) -> NativeChart {
    let (behind, in_front): (Vec<_>, Vec<_>) =
        model.series.iter().partition(|series| !series.in_front);
    let series = behind.into_iter().chain(in_front);
    NativeChart {
        kind: NativeKind::Lines,
        categories: model
            .periods
            .iter()
            .map(|period| period.axis_label.clone())
            .collect(),
        series: series
            .map(|series| native_series(model, series, theme))
            .collect(),
        values: NativeAxis {
            title: model.unit.words().to_owned(),
            unit: model.unit,
            bounds: model.full_viewport().y,
        },
        across: None,
    }
}

fn native_series(model: &TrendModel, series: &SeriesModel, theme: &ChartTheme) -> NativeSeries {
    let look = series_marks::colours(theme, series);
    let last = series.last();
    let points = || series.points.iter().map(PointModel::value);
    NativeSeries {
        name: series.label.clone(),
        values: points().map(|held| Some(held?.value)).collect(),
        joined: points()
            .map(|held| held.is_some_and(|point| point.joined))
            .collect(),
        across: Vec::new(),
        intervals: if series.has_interval {
            points().map(|held| held?.interval).collect()
        } else {
            Vec::new()
        },
        marks: points()
            .enumerate()
            .map(|(place, held)| match held {
                Some(point) if point.caution.is_some() => NativeMark::Hollow,
                Some(_) if series.dots.contains(&place) => NativeMark::Filled,
                _ => NativeMark::None,
            })
            .collect(),
        labels: (0..series.points.len())
            .map(|place| {
                let is_last = last == Some(place);
                is_last.then(|| match &series.value_label {
                    Some(value) => format!("{} {value}", series.label),
                    None => series.label.clone(),
                })
            })
            .collect(),
        colour: look.line,
        dash: look.dash,
        width_pt: series_marks::line_width(model, series),
    }
}
