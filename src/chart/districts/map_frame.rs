//! Where boundaries lie on the chart: the part of the plane that is seen, north up, and its scale.

use std::cell::OnceCell;

use crate::chart::clip::clip_ring;
use crate::chart::geometry::{Point, Rect, pt};
use crate::chart::polygon::{Rings, bounds, edges, is_inside};
use crate::data::{Boundary, BoundaryPolygon, GridExtent};

/// Points nearer than this to the one before are left out.
const NEAREST: f32 = 0.4;
/// Words are tried on a lattice of so many columns and rows.
const LATTICE: u8 = 9;
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

/// A part of an area as it lies on the chart.
pub(super) struct Part {
    /// Its edges.
    pub rings: Rings,
    /// The rectangle around them.
    pub around: Rect,
    /// The point of the whole part that is furthest from all edges.
    pole: Option<Point>,
    middle: OnceCell<Option<(Point, f32)>>,
    places: OnceCell<Vec<Point>>,
}

impl Part {
    /// The point that is furthest from all edges, and how far it is; `None` where the part is too small for it to
    /// mean something, or its middle is not seen.
    pub fn middle(&self) -> Option<(Point, f32)> {
        *self.middle.get_or_init(|| self.find_middle())
    }

    /// Places inside for words: the middle, then those of a lattice, the nearest to the middle first.
    pub fn places(&self) -> &[Point] {
        self.places.get_or_init(|| {
            let Some((middle, _)) = self.middle() else {
                return Vec::new();
            };
            let share = |step: u8| f32::from(step) / f32::from(LATTICE + 1);
            let steps = || 1..=LATTICE;
            let lattice = steps().flat_map(|row| steps().map(move |column| (row, column)));
            let mut places: Vec<Point> = lattice
                .map(|(row, column)| {
                    Point::new(
                        self.around.left + share(column) * self.around.width(),
                        self.around.top + share(row) * self.around.height(),
                    )
                })
                .filter(|at| is_inside(&self.rings, *at))
                .collect();
            let from_middle = |at: &Point| (at.x - middle.x).powi(2) + (at.y - middle.y).powi(2);
            places.sort_by(|one, other| from_middle(one).total_cmp(&from_middle(other)));
            places.insert(0, middle);
            places
        })
    }

    fn find_middle(&self) -> Option<(Point, f32)> {
        if self.around.width() < 2.0 || self.around.height() < 2.0 {
            return None;
        }
        let at = self.pole.filter(|at| is_inside(&self.rings, *at))?;
        let edges = self.rings.iter().flat_map(|ring| edges(ring));
        let nearest = edges
            .map(|(from, to)| squared_distance(at, from, to))
            .fold(f32::INFINITY, f32::min);
        Some((at, nearest.sqrt()))
    }
}

/// How far a point is from a straight line between two points, squared.
fn squared_distance(at: Point, from: Point, to: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 {
        (((at.x - from.x) * dx + (at.y - from.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (across, up) = (at.x - from.x - share * dx, at.y - from.y - share * dy);
    across * across + up * up
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

    fn point(&self, east: f64, north: f64) -> Point {
        let across = (east - self.middle.0) * self.scale;
        let down = (self.middle.1 - north) * self.scale;
        Point::new(
            f32::midpoint(self.place.left, self.place.right) + pt(across),
            f32::midpoint(self.place.top, self.place.bottom) + pt(down),
        )
    }

    /// The parts of an area as they lie on the chart, the largest first; what lies outside is cut off. Parts too
    /// small to be seen are left out.
    pub fn parts(&self, boundary: &Boundary) -> Vec<Part> {
        let mut parts: Vec<Part> = boundary
            .polygons
            .iter()
            .filter_map(|polygon| self.part(polygon))
            .collect();
        let size = |part: &Part| part.around.width() * part.around.height();
        parts.sort_by(|one, other| size(other).total_cmp(&size(one)));
        parts
    }

    fn part(&self, polygon: &BoundaryPolygon) -> Option<Part> {
        let mut rings: Vec<Vec<Point>> = Vec::with_capacity(polygon.rings().len());
        for (place, ring) in polygon.rings().iter().enumerate() {
            let mut points: Vec<Point> = Vec::with_capacity(ring.len());
            for at in ring {
                let point = self.point(f64::from(at.east), f64::from(at.north));
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
        Some(Part {
            rings: rings.into(),
            around,
            pole: polygon.pole().map(|at| self.point(at.east, at.north)),
            middle: OnceCell::new(),
            places: OnceCell::new(),
        })
    }
}
