//! Boundaries of areas, as maps are drawn with them: on a plane in metres, few points, whole numbers. What they
//! were read from, and how, is not known here.

use std::sync::Arc;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundaryPolygon {
    /// The outer edge, then the edges of holes; of each the first point is not repeated at the end.
    pub rings: Vec<Vec<GridPoint>>,
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
