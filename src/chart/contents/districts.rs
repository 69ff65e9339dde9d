//! The words and numbers of areas side by side.

use super::{
    ChartContents, ChartWords, Contents, DataCell, DataColumn, DataTable, NativeAxis, NativeChart,
    NativeKind, NativeSeries, Shorthand, district_ranking,
};
use crate::chart::districts::{DistrictsModel, Drawing, MapModel, TilesModel};
use crate::chart::heatmap::HeatmapCell;
use crate::chart::point::GapReason;
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
                let areas = Areas::of_tiles(self, tiles);
                return ChartContents {
                    words,
                    table: areas.table(),
                    native: areas.ranked(theme),
                };
            }
            Drawing::Map(map) => {
                let areas = Areas::of_map(self, map);
                return ChartContents {
                    words,
                    table: areas.table(),
                    native: areas.ranked(theme),
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

/// Areas with what a map shows of each.
struct Areas<'a> {
    /// What the values are.
    heading: String,
    unit: Unit,
    values: Vec<AreaValue<'a>>,
}

/// An area with its value.
struct AreaValue<'a> {
    name: &'a str,
    is_own: bool,
    value: Option<f64>,
    /// The value as printed.
    printed: Option<&'a str>,
    /// Why there is none.
    reason: GapReason,
}

impl<'a> Areas<'a> {
    /// The areas of tiles in the areas' order, then those of which the data hold nothing.
    fn of_tiles(model: &'a DistrictsModel, tiles: &'a TilesModel) -> Self {
        let mut ordered: Vec<_> = tiles.tiles.iter().collect();
        ordered.sort_by_key(|tile| tile.district.unwrap_or(usize::MAX));
        let areas = ordered.into_iter().map(|tile| {
            let district = tile.district.and_then(|place| model.districts.get(place));
            AreaValue {
                name: &tile.name,
                is_own: district.is_some_and(|district| district.is_own),
                value: tile.number,
                printed: tile.value.as_ref().ok().map(|(text, _)| text.as_str()),
                reason: tile
                    .value
                    .as_ref()
                    .err()
                    .copied()
                    .unwrap_or(GapReason::NotAvailable),
            }
        });
        Self {
            heading: format!("{} ({})", tiles.period, model.unit.words()),
            unit: model.unit,
            values: areas.collect(),
        }
    }

    /// The areas of a map, whether they have boundaries or not.
    fn of_map(model: &'a DistrictsModel, map: &'a MapModel) -> Self {
        let areas = model
            .districts
            .iter()
            .zip(&map.cells)
            .map(|(district, cell)| {
                let (value, printed, reason) = match cell {
                    HeatmapCell::Value { value, text, .. } => {
                        (Some(*value), Some(text.as_str()), GapReason::NotAvailable)
                    }
                    HeatmapCell::Gap(reason) => (None, None, *reason),
                    HeatmapCell::Absent | HeatmapCell::NotCompared => {
                        (None, None, GapReason::NotAvailable)
                    }
                };
                AreaValue {
                    name: &district.name,
                    is_own: district.is_own,
                    value,
                    printed,
                    reason,
                }
            });
        Self {
            heading: format!("{} ({})", map.period, map.unit.words()),
            unit: map.unit,
            values: areas.collect(),
        }
    }

    fn table(&self) -> DataTable {
        let rows = self.values.iter().map(|area| {
            let value = match area.value {
                Some(value) => DataCell::value(value, self.unit),
                None => DataCell::Shorthand(Shorthand::from(area.reason)),
            };
            vec![DataCell::text(area.name.to_owned()), value]
        });
        DataTable {
            columns: vec![
                DataColumn::label("Area"),
                DataColumn::values(self.heading.clone()),
            ],
            rows: rows.collect(),
        }
    }

    /// Office programs have no such map: the values as bars, the highest first, the own area with its colour.
    fn ranked(&self, theme: &ChartTheme) -> Option<NativeChart> {
        let with_value = self.values.iter();
        let mut held: Vec<(&AreaValue<'_>, f64)> = with_value
            .filter_map(|area| Some((area, area.value?)))
            .collect();
        held.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let highest = held.first().map(|(_, value)| *value)?;
        let lowest = held.last().map(|(_, value)| *value)?;
        let own = held.iter().find(|(area, _)| area.is_own);
        let series = |name: &str, wants_own: bool, place: usize| NativeSeries {
            name: name.to_owned(),
            values: held
                .iter()
                .map(|(area, value)| (area.is_own == wants_own).then_some(*value))
                .collect(),
            joined: Vec::new(),
            across: Vec::new(),
            intervals: Vec::new(),
            marks: Vec::new(),
            labels: held
                .iter()
                .map(|(area, _)| {
                    let printed = area.printed?;
                    (area.is_own == wants_own).then(|| printed.to_owned())
                })
                .collect(),
            colour: theme.category(place).line,
            dash: Dash::Solid,
            width_pt: 0.0,
        };
        let mut all = vec![series(&self.heading, false, 0)];
        all.extend(own.map(|(area, _)| series(area.name, true, 2)));
        // Bars begin at nought.
        let (lower, upper) = scale::vertical_bounds(self.unit, lowest.min(0.0), highest.max(0.0));
        Some(NativeChart {
            kind: NativeKind::Bars,
            categories: held.iter().map(|(area, _)| area.name.to_owned()).collect(),
            series: all,
            values: NativeAxis {
                title: self.unit.words().to_owned(),
                unit: self.unit,
                bounds: (lower.min(0.0), upper.max(0.0)),
            },
            across: None,
        })
    }
}
