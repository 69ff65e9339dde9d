//! Areas side by side: a small chart for each on the same axes, a ranking, a map of tiles, all on one chart
//! with the own area in front, or a funnel.

mod funnel;
mod funnel_model;
mod grid;
mod map;
mod map_frame;
mod map_hatching;
mod map_key;
mod map_labels;
mod map_model;
mod model;
mod of_groups;
mod panel;
mod ranking;
mod ranking_model;
mod small_multiples;
mod tile_model;
mod tiles;

use super::crosshair::Crosshair;
use super::layout::layout as trend_layout;
use super::marked::MarkedChart;
use super::scene::{HitRegion, HitShape, HitTarget, Scene};
use super::size::ChartSize;
use super::text_metrics::MeasureText;
use super::theme::ChartTheme;

pub use funnel_model::{FunnelDot, FunnelModel};
pub use map_model::{MapModel, MapShape, compared, offered};
pub use model::{ChangeModel, DistrictModel, DistrictsModel, Drawing, arrangements};
pub use ranking_model::{BarModel, RankingModel};
pub use tile_model::{TileModel, TilesModel};

/// The least height of the map of tiles and of the one chart on the screen.
const LEAST_HEIGHT: f32 = 380.0;

impl MarkedChart for DistrictsModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        match &self.drawing {
            Drawing::SmallMultiples => small_multiples::layout(self, size, theme, measure),
            Drawing::Ranking(ranking) => ranking::layout(self, ranking, size, theme, measure),
            Drawing::Funnel(funnel) => funnel::layout(self, funnel, size, theme, measure),
            Drawing::Tiles(tiles) => tiles::layout(self, tiles, size, theme, measure),
            Drawing::Map(map) => map::layout(self, map, size, theme, measure),
            Drawing::OneChart(trend) => {
                let mut scene = trend_layout(trend, size, theme, None, measure);
                scene.hit_regions = marks_of_lines(&scene.hit_regions, self.districts.len());
                scene
            }
        }
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn least_height_pt(&self, width_pt: f32) -> f32 {
        match &self.drawing {
            Drawing::SmallMultiples => grid::least_height(self.districts.len(), width_pt),
            Drawing::Ranking(ranking) => ranking::least_height(ranking.bars.len()),
            Drawing::Tiles(_) | Drawing::OneChart(_) | Drawing::Funnel(_) | Drawing::Map(_) => {
                LEAST_HEIGHT
            }
        }
    }

    fn mark_count(&self) -> usize {
        self.districts.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        let beyond = || match &self.drawing {
            Drawing::Map(map) => map.beyond_lines(mark.saturating_sub(self.districts.len())),
            _ => Vec::new(),
        };
        self.districts
            .get(mark)
            .map_or_else(beyond, |district| district.lines.clone())
    }

    fn crosshair(&self, x: f64) -> Option<Crosshair> {
        let has_panels = self.drawing == Drawing::SmallMultiples;
        has_panels.then(|| Crosshair::near(self, x))?
    }
}

/// The places of lines as marks: of each line its latest point first, by which it is ringed, then the
/// others and its name.
fn marks_of_lines(regions: &[HitRegion], count: usize) -> Vec<HitRegion> {
    let mut marks = Vec::new();
    for mark in 0..count {
        let own = regions.iter().rev().filter_map(|region| {
            let (HitTarget::Point { series, .. } | HitTarget::Series(series)) = region.target
            else {
                return None;
            };
            let is_place = !matches!(region.shape, HitShape::Near { .. });
            (series == mark && is_place).then(|| region.shape.clone())
        });
        marks.extend(own.map(|shape| HitRegion {
            target: HitTarget::Mark(mark),
            shape,
        }));
    }
    marks
}
