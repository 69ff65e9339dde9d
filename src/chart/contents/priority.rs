//! The words and numbers of the chart of priority cohorts.

use super::{
    ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, NativeAxis, NativeChart,
    NativeKind, NativeMark, NativeSeries, Shorthand,
};
use crate::chart::priority::{DotModel, Fill, PriorityModel, colours};
use crate::chart::theme::{ChartTheme, Dash, SeriesColours};
use crate::data::Unit;

/// The width of the edges of dots, in points.
const EDGE_PT: f32 = 1.5;

impl Contents for PriorityModel {
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

fn table(model: &PriorityModel) -> DataTable {
    let level = &model.level_title;
    let mut columns = vec![DataColumn::label("Group")];
    let values = [
        format!("{level} (%)"),
        String::from("95% interval of the level, lower (%)"),
        String::from("95% interval of the level, upper (%)"),
        String::from("Change (percentage points)"),
        String::from("95% interval of the change, lower (percentage points)"),
        String::from("95% interval of the change, upper (percentage points)"),
        String::from("Base (respondents)"),
        String::from("Change found"),
        String::from("To look at first"),
    ];
    columns.extend(values.map(DataColumn::values));
    let total = model.total.as_ref().map(|total| {
        let none = || DataCell::Shorthand(Shorthand::NotApplicable);
        vec![
            DataCell::text(total.name.clone()),
            DataCell::value(total.level, Unit::Percent),
            none(),
            none(),
            DataCell::value(total.change, Unit::PercentagePoints),
            none(),
            none(),
            none(),
            none(),
            none(),
        ]
    });
    let dots = model.dots.iter().filter(|_| !model.is_empty()).map(row);
    DataTable {
        rows: total.into_iter().chain(dots).collect(),
        columns,
    }
}

fn row(dot: &DotModel) -> Vec<DataCell> {
    let ends = |interval: Option<(f64, f64)>, unit: Unit| match interval {
        Some((lower, upper)) => [DataCell::value(lower, unit), DataCell::value(upper, unit)],
        None => [Shorthand::NotAvailable; 2].map(DataCell::Shorthand),
    };
    let [level_lower, level_upper] = ends(dot.level_interval, Unit::Percent);
    let [change_lower, change_upper] = ends(dot.change_interval, Unit::PercentagePoints);
    vec![
        DataCell::text(dot.label.clone()),
        DataCell::value(dot.level, Unit::Percent),
        level_lower,
        level_upper,
        DataCell::value(dot.change, Unit::PercentagePoints),
        change_lower,
        change_upper,
        match dot.base {
            Some(base) => DataCell::as_printed(base, 0),
            None => DataCell::Shorthand(Shorthand::NotAvailable),
        },
        DataCell::text(match dot.fill {
            Fill::Clear if dot.change > 0.0 => "clear rise",
            Fill::Clear => "clear fall",
            Fill::NotClear => "no clear change",
            Fill::NotTested => "not tested",
        }),
        DataCell::text(if dot.is_priority { "yes" } else { "no" }),
    ]
}

/// What a series of dots is, by the colours that they share on the chart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    NotTested,
    Tested,
    First,
}

impl Kind {
    const fn of(dot: &DotModel) -> Self {
        match (dot.is_priority, dot.fill) {
            (true, _) => Self::First,
            (false, Fill::NotTested) => Self::NotTested,
            (false, _) => Self::Tested,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::NotTested => "Not tested",
            Self::Tested => "Other groups",
            Self::First => "To look at first",
        }
    }
}

fn native(model: &PriorityModel, theme: &ChartTheme) -> NativeChart {
    let mut series = Vec::new();
    for kind in [Kind::NotTested, Kind::Tested, Kind::First] {
        let dots: Vec<&DotModel> = model
            .dots
            .iter()
            .filter(|dot| Kind::of(dot) == kind)
            .collect();
        if let Some(first) = dots.first() {
            let named = dots.iter().map(|dot| Dot {
                level: dot.level,
                change: dot.change,
                name: &dot.label,
                mark: if dot.fill == Fill::Clear {
                    NativeMark::Filled
                } else {
                    NativeMark::Hollow
                },
            });
            series.push(native_series(kind.words(), colours(first, theme), named));
        }
    }
    if let Some(total) = &model.total {
        let dot = Dot {
            level: total.level,
            change: total.change,
            name: &total.name,
            mark: NativeMark::Filled,
        };
        series.push(native_series(
            &total.name,
            theme.comparator,
            [dot].into_iter(),
        ));
    }
    NativeChart {
        kind: NativeKind::Scatter,
        categories: Vec::new(),
        series,
        values: NativeAxis {
            title: String::from("Change (percentage points)"),
            unit: Unit::PercentagePoints,
            bounds: model.change_bounds,
        },
        across: Some(NativeAxis {
            title: model.level_title.clone(),
            unit: Unit::Percent,
            bounds: model.level_bounds,
        }),
    }
}

/// A dot with its name.
struct Dot<'a> {
    level: f64,
    change: f64,
    name: &'a str,
    mark: NativeMark,
}

fn native_series<'a>(
    name: &str,
    look: SeriesColours,
    dots: impl Iterator<Item = Dot<'a>>,
) -> NativeSeries {
    let mut series = NativeSeries {
        name: name.to_owned(),
        values: Vec::new(),
        joined: Vec::new(),
        across: Vec::new(),
        intervals: Vec::new(),
        marks: Vec::new(),
        labels: Vec::new(),
        colour: look.line,
        dash: Dash::Solid,
        width_pt: EDGE_PT,
    };
    for dot in dots {
        series.values.push(Some(dot.change));
        series.across.push(dot.level);
        series.marks.push(dot.mark);
        series.labels.push(Some(dot.name.to_owned()));
    }
    series
}
