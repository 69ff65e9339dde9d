//! Boundaries in the project's file: each ring a line of text, the first point from the origin of the grid, every
//! other from the one before it, east and north in turn.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::data::{Boundaries, Boundary, BoundaryPolygon, GridPoint};

/// Points lie no further from the origin than this many steps, so that differences never overflow.
const FURTHEST: i32 = i32::MAX / 4;

/// The boundaries of a file.
#[derive(Serialize, Deserialize)]
pub(super) struct BoundariesV1 {
    file_name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    attribution: String,
    grid_metres: f64,
    areas: Vec<BoundaryV1>,
}

/// The boundary of an area.
#[derive(Serialize, Deserialize)]
struct BoundaryV1 {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    polygons: Vec<Vec<String>>,
}

impl BoundariesV1 {
    pub fn of(held: &Boundaries) -> Self {
        let areas = held.areas.iter().map(|area| BoundaryV1 {
            name: area.name.clone(),
            code: area.code.clone(),
            polygons: area
                .polygons
                .iter()
                .map(|polygon| polygon.rings().iter().map(|ring| written(ring)).collect())
                .collect(),
        });
        Self {
            file_name: held.file_name.clone(),
            attribution: held.attribution.clone(),
            grid_metres: held.grid_metres,
            areas: areas.collect(),
        }
    }

    /// The boundaries, once every ring is seen to be one.
    pub fn into_boundaries(self) -> Result<Arc<Boundaries>, String> {
        let problem = || format!("the boundaries “{}” are broken", self.file_name);
        if !(self.grid_metres.is_finite() && self.grid_metres > 0.0) {
            return Err(problem());
        }
        let mut areas = Vec::with_capacity(self.areas.len());
        for area in &self.areas {
            let mut polygons = Vec::with_capacity(area.polygons.len());
            for rings in &area.polygons {
                let rings: Option<Vec<Vec<GridPoint>>> =
                    rings.iter().map(|text| read(text)).collect();
                let rings = rings.filter(|rings| !rings.is_empty());
                polygons.push(BoundaryPolygon::new(rings.ok_or_else(problem)?));
            }
            areas.push(Boundary {
                name: area.name.clone(),
                code: area.code.clone(),
                polygons,
            });
        }
        Ok(Arc::new(Boundaries {
            file_name: self.file_name,
            attribution: self.attribution,
            grid_metres: self.grid_metres,
            areas: areas.into(),
        }))
    }
}

fn written(ring: &[GridPoint]) -> String {
    let mut text = String::with_capacity(ring.len() * 8);
    let mut before = GridPoint { east: 0, north: 0 };
    for point in ring {
        if !text.is_empty() {
            text.push(' ');
        }
        let (east, north) = (point.east - before.east, point.north - before.north);
        // Writing to a string does not fail.
        write!(text, "{east} {north}").unwrap_or_default();
        before = *point;
    }
    text
}

/// A ring of three points or more; `None` where the text is none.
fn read(text: &str) -> Option<Vec<GridPoint>> {
    let mut numbers = text.split_ascii_whitespace();
    let mut ring = Vec::with_capacity(text.len() / 6);
    let mut at = GridPoint { east: 0, north: 0 };
    while let Some(east) = numbers.next() {
        let (east, north): (i32, i32) = (east.parse().ok()?, numbers.next()?.parse().ok()?);
        at = GridPoint {
            east: at.east.checked_add(east)?,
            north: at.north.checked_add(north)?,
        };
        let is_near = |value: i32| (-FURTHEST..=FURTHEST).contains(&value);
        if !is_near(at.east) || !is_near(at.north) {
            return None;
        }
        ring.push(at);
    }
    (ring.len() >= 3).then_some(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_read_back_and_broken_ones_are_refused() {
        let ring: Vec<GridPoint> = [(-12, 7), (400, 7), (400, -31)]
            .map(|(east, north)| GridPoint { east, north })
            .to_vec();
        assert_eq!(written(&ring), "-12 7 412 0 0 -38");
        assert_eq!(read(&written(&ring)), Some(ring));
        for broken in [
            "",
            "1 2",
            "1 2 3 4 5",
            "1 2 x 4 5 6",
            "2147483647 0 2147483647 0 1 1",
        ] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
