//! The words and numbers of a ranking and of a funnel of areas.

use super::{
    DataCell, DataColumn, DataTable, NativeAxis, NativeChart, NativeKind, NativeSeries, Shorthand,
};
use crate::chart::districts::{BarModel, DistrictsModel, FunnelModel, RankingModel};
use crate::chart::scale;
use crate::chart::theme::{ChartTheme, Dash};
use crate::chart::wording::district_ranking::{BASE_AXIS, place_words};
use crate::data::Unit;

fn name(model: &DistrictsModel, district: usize) -> &str {
    let held = model.districts.get(district);
    held.map_or("", |district| &district.name)
}

/// The bars as rows, from the first rank on; intervals where any area has one.
pub(super) fn table(model: &DistrictsModel, ranking: &RankingModel) -> DataTable {
    let has_intervals = ranking.bars.iter().any(|bar| bar.interval.is_some());
    let mut columns = vec![
        DataColumn::label("Area"),
        DataColumn::values(model.unit.words()),
    ];
    if has_intervals {
        columns.push(DataColumn::values("95% interval, lower"));
        columns.push(DataColumn::values("95% interval, upper"));
    }
    columns.push(DataColumn::values("Rank"));
    let row = |bar: &BarModel| {
        let mut cells = vec![
            DataCell::text(name(model, bar.district)),
            match bar.value {
                Ok(value) => DataCell::value(value, model.unit),
                Err(reason) => DataCell::Shorthand(Shorthand::from(reason)),
            },
        ];
        if has_intervals {
            let end = |value: Option<f64>| {
                value.map_or(DataCell::Empty, |value| DataCell::value(value, model.unit))
            };
            cells.push(end(bar.interval.map(|(lower, _)| lower)));
            cells.push(end(bar.interval.map(|(_, upper)| upper)));
        }
        cells.push(match bar.rank.as_str() {
            "" => DataCell::Empty,
            rank => DataCell::text(rank),
        });
        cells
    };
    DataTable {
        columns,
        rows: ranking.bars.iter().map(row).collect(),
    }
}

/// The areas with a value as bars in their order, the own with its colour.
pub(super) fn native(
    model: &DistrictsModel,
    ranking: &RankingModel,
    theme: &ChartTheme,
) -> Option<NativeChart> {
    let held: Vec<(&BarModel, f64)> = ranking
        .bars
        .iter()
        .filter_map(|bar| Some((bar, bar.value.ok()?)))
        .collect();
    let values = held.iter().map(|(_, value)| *value);
    let highest = values.clone().reduce(f64::max)?.max(0.0);
    let lowest = values.reduce(f64::min)?.min(0.0);
    let is_own = |bar: &BarModel| {
        let district = model.districts.get(bar.district);
        district.is_some_and(|district| district.is_own)
    };
    let series = |name: &str, wants_own: bool, place: usize| NativeSeries {
        name: name.to_owned(),
        values: held
            .iter()
            .map(|(bar, value)| (is_own(bar) == wants_own).then_some(*value))
            .collect(),
        across: Vec::new(),
        joined: Vec::new(),
        intervals: Vec::new(),
        marks: Vec::new(),
        labels: held
            .iter()
            .map(|(bar, _)| (is_own(bar) == wants_own).then(|| bar.printed.clone()))
            .collect(),
        colour: theme.category(place).line,
        dash: Dash::Solid,
        width_pt: 0.0,
    };
    let mut all = vec![series(model.unit.words(), false, 0)];
    if let Some((own, _)) = held.iter().find(|(bar, _)| is_own(bar)) {
        all.push(series(name(model, own.district), true, 2));
    }
    // Bars begin at nought.
    let (lower, upper) = scale::vertical_bounds(model.unit, lowest, highest);
    Some(NativeChart {
        kind: NativeKind::Bars,
        categories: held
            .iter()
            .map(|(bar, _)| name(model, bar.district).to_owned())
            .collect(),
        series: all,
        values: NativeAxis {
            title: model.unit.words().to_owned(),
            unit: model.unit,
            bounds: (lower.min(0.0), upper.max(0.0)),
        },
        across: None,
    })
}

/// The dots as rows; office programs draw no funnels.
pub(super) fn funnel_table(model: &DistrictsModel, funnel: &FunnelModel) -> DataTable {
    let rows = funnel.dots.iter().map(|dot| {
        vec![
            DataCell::text(name(model, dot.district)),
            DataCell::value(dot.share, model.unit),
            DataCell::value(dot.base.round(), Unit::Count),
            DataCell::text(place_words(dot.place)),
        ]
    });
    DataTable {
        columns: vec![
            DataColumn::label("Area"),
            DataColumn::values(model.unit.words()),
            DataColumn::values(BASE_AXIS),
            DataColumn::values("Against the average"),
        ],
        rows: rows.collect(),
    }
}
