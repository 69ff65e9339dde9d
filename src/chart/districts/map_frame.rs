//! Where boundaries lie on the chart: the part of the plane that is seen, north up, and its scale.

use crate::chart::clip::clip_ring;
use crate::chart::geometry::{Point, Rect, pt};
use crate::chart::polygon::{Rings, bounds};
use crate::data::{Boundary, BoundaryPolygon, GridExtent, GridPoint};

/// Points nearer than this to the one before are left out.
const NEAREST: f32 = 0.4;
/// The room that stays free around what is mapped, as a part of it.
const MARGIN: f64 = 0.02;

/// A part of the plane in a rectangle of the chart.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// Where it is on the chart.
    pub place: Rect,
    /// Points of the chart to a step of the grid.
    scale: f64,
    /// The step of the grid that lies in the middle, to the east and to the north.
    middle: (f64, f64),
}

/// How wide and how high something is that is to be seen whole, in steps of the grid.
pub(super) fn size_of(extent: GridExtent) -> (f64, f64) {
    let across = f64::from(extent.most.east) - f64::from(extent.least.east);
    let up = f64::from(extent.most.north) - f64::from(extent.least.north);
    let around = 1.0 + 2.0 * MARGIN;
    (across.max(1.0) * around, up.max(1.0) * around)
}

impl Frame {
    /// The frame in which an extent is seen whole, in the middle of a rectangle.
    pub fn new(extent: GridExtent, place: Rect) -> Self {
        let (across, up) = size_of(extent);
        let scale = (f64::from(place.width()) / across).min(f64::from(place.height()) / up);
        let middle = |least: i32, most: i32| f64::midpoint(f64::from(least), f64::from(most));
        Self {
            place,
            scale: scale.max(1e-9),
            middle: (
                middle(extent.least.east, extent.most.east),
                middle(extent.least.north, extent.most.north),
            ),
        }
    }

    /// Points of the chart to a step of the grid.
    pub const fn scale(&self) -> f64 {
        self.scale
    }

    fn point(&self, at: GridPoint) -> Point {
        let across = (f64::from(at.east) - self.middle.0) * self.scale;
        let down = (self.middle.1 - f64::from(at.north)) * self.scale;
        Point::new(
            f32::midpoint(self.place.left, self.place.right) + pt(across),
            f32::midpoint(self.place.top, self.place.bottom) + pt(down),
        )
    }

    /// The parts of an area as they lie on the chart, the largest first; what lies outside is cut off. Parts too
    /// small to be seen are left out.
    pub fn parts(&self, boundary: &Boundary) -> Vec<Rings> {
        let mut parts: Vec<(f32, Rings)> = boundary
            .polygons
            .iter()
            .filter_map(|polygon| self.part(polygon))
            .collect();
        parts.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        parts.into_iter().map(|(_, rings)| rings).collect()
    }

    fn part(&self, polygon: &BoundaryPolygon) -> Option<(f32, Rings)> {
        let mut rings: Vec<Vec<Point>> = Vec::with_capacity(polygon.rings.len());
        for (place, ring) in polygon.rings.iter().enumerate() {
            let mut points: Vec<Point> = Vec::with_capacity(ring.len());
            for at in ring {
                let point = self.point(*at);
                let is_near = |last: &Point| {
                    (last.x - point.x).abs() < NEAREST && (last.y - point.y).abs() < NEAREST
                };
                if !points.last().is_some_and(is_near) {
                    points.push(point);
                }
            }
            let points = clip_ring(&points, self.place);
            if points.len() >= 3 {
                rings.push(points);
            } else if place == 0 {
                return None;
            }
        }
        let around = bounds(&rings)?;
        Some((around.width() * around.height(), rings.into()))
    }
}
