//! A map before it is laid out: which boundary is which area's, what stands in it, in which colour.

use std::sync::Arc;

use crate::analysis::districts::{DistrictsAnswer, Ranking};
use crate::analysis::{Change, Direction};
use crate::chart::colour_steps::Steps;
use crate::chart::heatmap::cell::{difference_cell, difference_of, difference_unit, level_cell};
use crate::chart::heatmap::{HeatmapCell, HeatmapScale};
use crate::chart::point::{self, Caution, GapReason};
use crate::chart::wording::district_map as wording;
use crate::data::{Boundaries, Period, Unit};
use crate::project::MapShows;

/// How many steps there are on each side of nought, about.
const MOST_ON_A_SIDE: u32 = 3;

/// A map before it is laid out. It holds nothing that may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct MapModel {
    /// What it shows.
    pub shows: MapShows,
    /// The unit of what stands in the areas.
    pub unit: Unit,
    /// When: a period, or for changes from when to when.
    pub period: String,
    /// The boundaries.
    pub boundaries: Arc<Boundaries>,
    /// Whose they are, in their order.
    pub shapes: Vec<MapShape>,
    /// What stands in each area, in the order of the areas.
    pub cells: Vec<HeatmapCell>,
    /// The scale of colours.
    pub scale: HeatmapScale,
}

/// A boundary on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapShape {
    /// The place of its area; `None` where the data have none for it.
    pub district: Option<usize>,
    /// Its name.
    pub name: String,
}

impl MapModel {
    /// The map of an answer; `None` without boundaries, where numbers would be mapped, or where nothing was
    /// tested of what is wanted.
    pub fn new(answer: &DistrictsAnswer, shows: MapShows) -> Option<Self> {
        let Ranking::ByValue { period, .. } = answer.ranking else {
            return None;
        };
        let held = answer.boundaries.as_ref()?;
        if !held.is_enough() {
            return None;
        }
        let shows = offered(answer, shows);
        let measured = answer.trend.measure.unit;
        let unit = match shows {
            MapShows::Values => measured,
            MapShows::AgainstRest | MapShows::Changes => difference_unit(measured),
        };
        let (cells, scale) = match shows {
            MapShows::Values => levels(answer, period),
            MapShows::AgainstRest | MapShows::Changes => differences(answer, period, shows),
        };
        let shapes = held.boundaries.areas.iter().zip(&held.districts);
        let shapes = shapes.map(|(boundary, district)| MapShape {
            district: *district,
            name: match district.and_then(|place| answer.lines().nth(place)) {
                Some(line) => line.label.clone(),
                None if boundary.name.is_empty() => boundary.code.clone().unwrap_or_default(),
                None => boundary.name.clone(),
            },
        });
        Some(Self {
            shows,
            unit,
            period: match shows {
                MapShows::Changes => wording::span(answer),
                _ => answer
                    .trend
                    .periods
                    .get(period)
                    .map_or_else(String::new, Period::label),
            },
            boundaries: held.boundaries.clone(),
            shapes: shapes.collect(),
            cells,
            scale,
        })
    }

    /// What stands in the area of a shape.
    pub fn cell(&self, shape: &MapShape) -> Option<&HeatmapCell> {
        self.cells.get(shape.district?)
    }

    /// What is said where a boundary is pointed at of which there are no data: those come after the areas.
    pub fn beyond_lines(&self, beyond: usize) -> Vec<String> {
        let shape = self
            .shapes
            .iter()
            .filter(|shape| shape.district.is_none())
            .nth(beyond);
        let name = shape.map(|shape| shape.name.as_str());
        name.filter(|name| !name.is_empty())
            .map(str::to_owned)
            .into_iter()
            .chain([String::from(wording::NOT_IN_DATA)])
            .collect()
    }
}

/// What a map shows: what is wanted, where that was tested; else the values.
pub fn offered(answer: &DistrictsAnswer, wanted: MapShows) -> MapShows {
    let is_offered = match wanted {
        MapShows::Values => true,
        MapShows::AgainstRest => answer.against_rest.iter().any(Option::is_some),
        MapShows::Changes => answer.comparisons > 0,
    };
    if is_offered { wanted } else { MapShows::Values }
}

/// The values of the ranked period.
fn levels(answer: &DistrictsAnswer, period: usize) -> (Vec<HeatmapCell>, HeatmapScale) {
    let unit = answer.trend.measure.unit;
    let shown: Vec<Result<(f64, bool), GapReason>> = answer
        .lines()
        .map(|line| match line.points.get(period) {
            Some(Some(held)) => point::shown(&held.outcome, unit)
                .map(|shown| (shown.value, Caution::of(shown, unit).is_some())),
            _ => Err(GapReason::NotAvailable),
        })
        .collect();
    let values: Vec<f64> = shown.iter().flatten().map(|(value, _)| *value).collect();
    let steps = Steps::of(unit, &values);
    let cells = shown.into_iter().map(|shown| match shown {
        Ok((value, is_cautious)) => level_cell(unit, value, &steps, is_cautious),
        Err(reason) => HeatmapCell::Gap(reason),
    });
    (cells.collect(), HeatmapScale::Levels(steps.words(unit)))
}

/// The differences of the areas, those that are clear in colour.
fn differences(
    answer: &DistrictsAnswer,
    period: usize,
    shows: MapShows,
) -> (Vec<HeatmapCell>, HeatmapScale) {
    let measure = &answer.trend.measure;
    let unit = difference_unit(measure.unit);
    let change_of = |district: usize| compared(answer, shows, district);
    let clear: Vec<f64> = (0..answer.districts.len())
        .filter_map(change_of)
        .filter(|change| matches!(change.direction, Direction::Up | Direction::Down))
        .filter_map(|change| difference_of(measure.unit, change))
        .map(f64::abs)
        .collect();
    let steps = Steps::at_most(MOST_ON_A_SIDE, unit, &clear);
    let cells = answer.lines().enumerate().map(|(place, line)| {
        let now = line.points.get(period).and_then(Option::as_ref);
        let seen = now.map(|held| point::shown(&held.outcome, measure.unit));
        let estimate = match seen {
            Some(Ok(estimate)) => estimate,
            Some(Err(reason)) => return HeatmapCell::Gap(reason),
            None => return HeatmapCell::Gap(GapReason::NotAvailable),
        };
        let Some(change) = change_of(place) else {
            return HeatmapCell::NotCompared;
        };
        match difference_of(measure.unit, change) {
            Some(value) => difference_cell(
                unit,
                value,
                change.direction,
                &steps,
                Caution::of(estimate, measure.unit).is_some(),
            ),
            None => HeatmapCell::NotCompared,
        }
    });
    let cells = cells.collect();
    let [above, below] = steps.signed_words(unit);
    let scale = HeatmapScale::Differences {
        above,
        below,
        polarity: measure.polarity,
        not_clear: wording::not_clear(shows).to_owned(),
    };
    (cells, scale)
}

/// The comparison of an area that a map of differences shows, where both of its values may be seen.
pub fn compared(answer: &DistrictsAnswer, shows: MapShows, district: usize) -> Option<&Change> {
    let unit = answer.trend.measure.unit;
    match shows {
        MapShows::Values => None,
        MapShows::AgainstRest => {
            let held = answer.against_rest.get(district)?.as_ref()?;
            Some(&held.comparison)
        }
        MapShows::Changes => {
            let change = &answer.lines().nth(district)?.change.as_ref()?.change;
            let may_be_shown = change.from.is_showable(unit) && change.to.is_showable(unit);
            may_be_shown.then_some(change)
        }
    }
}
