//! The words and numbers of areas side by side.

use super::{
    ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, NativeAxis, NativeChart,
    NativeKind, NativeSeries, Shorthand, district_ranking,
};
use crate::chart::districts::{DistrictsModel, Drawing, TileModel, TilesModel};
use crate::chart::scale;
use crate::chart::theme::{ChartTheme, Dash};
use crate::chart::trend_model::{Look, SeriesModel, TrendModel};
use crate::data::Unit;

impl Contents for DistrictsModel {
    fn contents(&self, theme: &ChartTheme) -> ChartContents {
        let words = ChartWords {
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            footnote: self.footnote.clone(),
            what_this_shows: self.what_this_shows.clone(),
            alt_text: self.alt_text.clone(),
        };
        let lines = match &self.drawing {
            Drawing::Tiles(tiles) => {
                return ChartContents {
                    words,
                    table: table(self, tiles),
                    native: ranked(self, tiles, theme),
                };
            }
            Drawing::Ranking(ranking) => {
                return ChartContents {
                    words,
                    table: district_ranking::table(self, ranking),
                    native: district_ranking::native(self, ranking, theme),
                };
            }
            Drawing::Funnel(funnel) => {
                return ChartContents {
                    words,
                    table: district_ranking::funnel_table(self, funnel),
                    native: None,
                };
            }
            Drawing::OneChart(trend) => Some(trend.clone()),
            Drawing::SmallMultiples => on_one_chart(self),
        };
        match lines {
            Some(trend) => ChartContents {
                words,
                ..trend.contents(theme)
            },
            None => ChartContents {
                words,
                table: DataTable::default(),
                native: None,
            },
        }
    }
}

/// The lines of all small charts on one, that of the wider area once.
fn on_one_chart(model: &DistrictsModel) -> Option<TrendModel> {
    let first = &model.districts.first()?.chart;
    let mut series: Vec<SeriesModel> = Vec::new();
    for district in &model.districts {
        let own = district.chart.series.first()?;
        series.push(SeriesModel {
            look: district.look_together,
            ..own.clone()
        });
    }
    let behind = first.series.iter().skip(1);
    series.extend(behind.filter(|held| held.look == Look::Comparator).cloned());
    Some(TrendModel {
        series,
        ..first.clone()
    })
}

fn heading(model: &DistrictsModel, tiles: &TilesModel) -> String {
    format!("{} ({})", tiles.period, model.unit.words())
}

fn value(tile: &TileModel, unit: Unit) -> DataCell {
    match (tile.number, &tile.value) {
        (Some(number), _) => DataCell::value(number, unit),
        (None, Err(reason)) => DataCell::Shorthand(Shorthand::from(*reason)),
        (None, Ok(_)) => DataCell::Shorthand(Shorthand::NotAvailable),
    }
}

/// The tiles of the areas in the areas' order, then those of which the data hold nothing.
fn in_order(tiles: &TilesModel) -> Vec<&TileModel> {
    let mut ordered: Vec<&TileModel> = tiles.tiles.iter().collect();
    ordered.sort_by_key(|tile| tile.district.unwrap_or(usize::MAX));
    ordered
}

fn table(model: &DistrictsModel, tiles: &TilesModel) -> DataTable {
    let rows = in_order(tiles)
        .into_iter()
        .map(|tile| vec![DataCell::text(tile.name.clone()), value(tile, model.unit)]);
    DataTable {
        columns: vec![
            DataColumn::label("Area"),
            DataColumn::values(heading(model, tiles)),
        ],
        rows: rows.collect(),
    }
}

/// Office programs have no map of tiles: the values as bars, the highest first, the own area with its colour.
fn ranked(model: &DistrictsModel, tiles: &TilesModel, theme: &ChartTheme) -> Option<NativeChart> {
    let with_value = tiles.tiles.iter();
    let mut held: Vec<(&TileModel, f64)> = with_value
        .filter_map(|tile| Some((tile, tile.number?)))
        .collect();
    held.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let highest = held.first().map(|(_, value)| *value)?;
    let lowest = held.last().map(|(_, value)| *value)?;
    let is_own = |tile: &TileModel| {
        let district = tile.district.and_then(|place| model.districts.get(place));
        district.is_some_and(|district| district.is_own)
    };
    let own = held.iter().find(|(tile, _)| is_own(tile));
    let series = |name: &str, wants_own: bool, place: usize| NativeSeries {
        name: name.to_owned(),
        values: held
            .iter()
            .map(|(tile, value)| (is_own(tile) == wants_own).then_some(*value))
            .collect(),
        joined: Vec::new(),
        across: Vec::new(),
        intervals: Vec::new(),
        marks: Vec::new(),
        labels: held
            .iter()
            .map(|(tile, _)| {
                let value = tile.value.as_ref().ok()?;
                (is_own(tile) == wants_own).then(|| value.0.clone())
            })
            .collect(),
        colour: theme.category(place).line,
        dash: Dash::Solid,
        width_pt: 0.0,
    };
    let mut all = vec![series(&heading(model, tiles), false, 0)];
    all.extend(own.map(|(tile, _)| series(&tile.name, true, 2)));
    // Bars begin at nought.
    let (lower, upper) = scale::vertical_bounds(model.unit, lowest.min(0.0), highest.max(0.0));
    Some(NativeChart {
        kind: NativeKind::Bars,
        categories: held.iter().map(|(tile, _)| tile.name.clone()).collect(),
        series: all,
        values: NativeAxis {
            title: model.unit.words().to_owned(),
            unit: model.unit,
            bounds: (lower.min(0.0), upper.max(0.0)),
        },
        across: None,
    })
}
