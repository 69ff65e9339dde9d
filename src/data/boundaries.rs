//! Boundaries of areas, as maps are drawn with them: on a plane in metres, few points, whole numbers. What they
//! were read from, and how, is not known here.

use std::sync::{Arc, OnceLock};

use geo::{Coord, LineString, Polygon};
use polylabel::polylabel;

/// The boundaries of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundaries {
    /// The name of the file; two files of one name are one.
    pub file_name: String,
    /// What has to be said wherever they are drawn: who made them, under which licence. Empty where neither the
    /// file nor the user says.
    pub attribution: String,
    /// The step of the grid on which their points lie, in metres.
    pub grid_metres: f64,
    /// The areas.
    pub areas: Arc<[Boundary]>,
}

/// The boundary of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// Its name; empty where the file gives none.
    pub name: String,
    /// Its ONS code, as `E07000170`.
    pub code: Option<String>,
    /// Its parts: islands, and what lies apart.
    pub polygons: Vec<BoundaryPolygon>,
}

/// One part of an area.
#[derive(Clone, Debug)]
pub struct BoundaryPolygon {
    rings: Vec<Vec<GridPoint>>,
    /// Looked for when it is first asked for, since that takes long beside a layout.
    pole: OnceLock<Option<Pole>>,
}

/// The pole of inaccessibility of a part of an area: the point inside that is furthest from all edges, in steps of
/// the grid, to within a hundredth of the part's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pole {
    /// To the east.
    pub east: f64,
    /// To the north.
    pub north: f64,
}

/// A point of the grid, in steps from its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GridPoint {
    /// To the east.
    pub east: i32,
    /// To the north.
    pub north: i32,
}

/// The part of the plane that something fills, in steps of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridExtent {
    /// Its south-western corner.
    pub least: GridPoint,
    /// Its north-eastern corner.
    pub most: GridPoint,
}

impl GridExtent {
    /// What some points fill; `None` where there are none.
    pub fn of(points: impl IntoIterator<Item = GridPoint>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let start = Self {
            least: first,
            most: first,
        };
        Some(points.fold(start, |held, point| Self {
            least: GridPoint {
                east: held.least.east.min(point.east),
                north: held.least.north.min(point.north),
            },
            most: GridPoint {
                east: held.most.east.max(point.east),
                north: held.most.north.max(point.north),
            },
        }))
    }
}

impl BoundaryPolygon {
    /// The part within an outer edge and outside of the edges of holes that follow it; of each the first point is
    /// not repeated at the end.
    pub const fn new(rings: Vec<Vec<GridPoint>>) -> Self {
        Self {
            rings,
            pole: OnceLock::new(),
        }
    }

    /// The outer edge, then the edges of holes.
    pub fn rings(&self) -> &[Vec<GridPoint>] {
        &self.rings
    }

    /// The pole of inaccessibility; `None` where nothing lies inside.
    pub fn pole(&self) -> Option<Pole> {
        *self.pole.get_or_init(|| find_pole(&self.rings))
    }
}

impl PartialEq for BoundaryPolygon {
    fn eq(&self, other: &Self) -> bool {
        self.rings == other.rings
    }
}

impl Eq for BoundaryPolygon {}

/// How exactly the pole is looked for, as a part of the shorter side of what is around.
const POLE_EXACT: f64 = 0.01;

fn find_pole(rings: &[Vec<GridPoint>]) -> Option<Pole> {
    let extent = GridExtent::of(rings.first()?.iter().copied())?;
    let side = |least: i32, most: i32| f64::from(most) - f64::from(least);
    let across = side(extent.least.east, extent.most.east);
    let up = side(extent.least.north, extent.most.north);
    if across <= 0.0 || up <= 0.0 {
        return None;
    }
    let line = |ring: &Vec<GridPoint>| -> LineString<f64> {
        let points = ring.iter();
        let coordinates = points.map(|at| Coord {
            x: f64::from(at.east),
            y: f64::from(at.north),
        });
        coordinates.collect()
    };
    let mut lines = rings.iter().map(line);
    let outer = lines.next()?;
    let polygon = Polygon::new(outer, lines.collect());
    let found = polylabel(&polygon, &(POLE_EXACT * across.min(up))).ok()?;
    Some(Pole {
        east: found.x(),
        north: found.y(),
    })
}

impl Boundary {
    /// Every point of its edges.
    pub fn points(&self) -> impl Iterator<Item = GridPoint> {
        let rings = self.polygons.iter().flat_map(|polygon| &polygon.rings);
        rings.flatten().copied()
    }
}

impl Boundaries {
    /// How many points there are.
    pub fn point_count(&self) -> usize {
        self.areas.iter().map(|area| area.points().count()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pole_lies_furthest_from_edges_and_holes() {
        let ring = |points: &[(i32, i32)]| -> Vec<GridPoint> {
            let points = points.iter();
            points
                .map(|&(east, north)| GridPoint { east, north })
                .collect()
        };
        let square = ring(&[(0, 0), (300, 0), (300, 100), (0, 100)]);
        let hole = ring(&[(20, 20), (180, 20), (180, 80), (20, 80)]);
        let pole = BoundaryPolygon::new(vec![square, hole]).pole().unwrap();
        assert!((pole.east - 250.0).abs() < 15.0, "{pole:?}");
        assert!((pole.north - 50.0).abs() < 5.0, "{pole:?}");
        let flat = ring(&[(0, 0), (100, 0), (50, 0)]);
        assert_eq!(BoundaryPolygon::new(vec![flat]).pole(), None);
    }
}
