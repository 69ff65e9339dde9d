//! The map of tiles before it is laid out: which area has which tile, and which step of the scale.

use crate::analysis::districts::{DistrictsAnswer, Ranking};
use crate::chart::colour_steps::Steps;
use crate::chart::point::{self, GapReason};
use crate::data::{Gazetteer, Period, TileMap};

/// A map of tiles before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct TilesModel {
    /// How many columns and rows there are.
    pub size: (u8, u8),
    /// The tiles.
    pub tiles: Vec<TileModel>,
    /// The steps of the scale of colours, lowest first: "50% to 55%".
    pub steps: Vec<String>,
    /// The period whose values are mapped.
    pub period: String,
}

/// A tile.
#[derive(Clone, Debug, PartialEq)]
pub struct TileModel {
    /// The column and row.
    pub place: (u8, u8),
    /// The place of its area among the areas; `None` where the data have none for it.
    pub district: Option<usize>,
    /// The area's name.
    pub name: String,
    /// The value as printed, with its step of the scale, or why there is none.
    pub value: Result<(String, usize), GapReason>,
    /// The value as a number, where there is one.
    pub number: Option<f64>,
}

impl TilesModel {
    /// The map of an answer; `None` where no map has all of its areas, or where numbers would be mapped.
    pub fn new(answer: &DistrictsAnswer) -> Option<Self> {
        let Ranking::ByValue { period, .. } = answer.ranking else {
            return None;
        };
        let districts = answer.districts.iter();
        let codes: Vec<Option<&str>> = districts.map(|held| held.code.as_deref()).collect();
        let map = TileMap::of_areas(&codes)?;
        let unit = answer.trend.measure.unit;
        let held: Vec<Result<f64, GapReason>> = answer
            .lines()
            .map(|line| match line.points.get(period) {
                Some(Some(held)) => point::shown(&held.outcome, unit).map(|shown| shown.value),
                _ => Err(GapReason::NotAvailable),
            })
            .collect();
        let values: Vec<f64> = held.iter().flatten().copied().collect();
        let steps = Steps::of(unit, &values);
        let tiles = map
            .tiles
            .iter()
            .map(|tile| {
                let district = codes.iter().position(|code| *code == Some(&*tile.code));
                let name = match district.and_then(|place| answer.lines().nth(place)) {
                    Some(line) => line.label.clone(),
                    None => Gazetteer::built_in()
                        .place(&tile.code)
                        .map_or_else(|| tile.code.clone(), |place| place.area.name.clone()),
                };
                let value = district.and_then(|place| held.get(place).copied());
                let number = value.and_then(Result::ok);
                TileModel {
                    number,
                    place: (tile.column, tile.row),
                    district,
                    name,
                    value: value
                        .unwrap_or(Err(GapReason::NotAvailable))
                        .map(|value| (unit.format(value), steps.step_of(value))),
                }
            })
            .collect();
        Some(Self {
            size: map.size(),
            tiles,
            steps: steps.words(unit),
            period: answer
                .trend
                .periods
                .get(period)
                .map_or_else(String::new, Period::label),
        })
    }
}
