//! Surfaces of any shape: with holes, and bent inwards.

use std::sync::{Arc, OnceLock};

use geo::{Coord, LineString, TriangulateEarcut as _};

use super::colour::Rgba;
use super::geometry::{Point, Rect};
use super::scene::Stroke;

/// The edges of a surface: the outer one, then those of holes; shared, since what is drawn there is pointed at
/// there, too. Of each ring the first point is not repeated at the end.
pub type Rings = Arc<[Vec<Point>]>;

/// A surface of any shape: what lies inside an odd number of its rings.
#[derive(Clone, Debug)]
pub struct Polygon {
    rings: Rings,
    /// The colour inside.
    pub fill: Rgba,
    /// The edges.
    pub stroke: Option<Stroke>,
    /// Its triangles, worked out when they are first asked for: files fill surfaces without them.
    triangles: OnceLock<Arc<[u32]>>,
}

impl PartialEq for Polygon {
    fn eq(&self, other: &Self) -> bool {
        (&self.rings, self.fill, self.stroke) == (&other.rings, other.fill, other.stroke)
    }
}

impl Polygon {
    /// The surface inside an outer ring and outside of the others, which lie in it.
    pub const fn new(rings: Rings, fill: Rgba, stroke: Option<Stroke>) -> Self {
        Self {
            rings,
            fill,
            stroke,
            triangles: OnceLock::new(),
        }
    }

    /// Its edges.
    pub const fn rings(&self) -> &Rings {
        &self.rings
    }

    /// Triangles that fill it, as three places of points each, counted through all rings.
    pub fn triangles(&self) -> &[u32] {
        self.triangles.get_or_init(|| triangles(&self.rings))
    }

    /// The same with every point moved alike, so that triangles stay what they are.
    #[must_use]
    pub fn moved(&self, mut moved: impl FnMut(Point) -> Point) -> Self {
        Self {
            rings: moved_rings(&self.rings, &mut moved),
            ..self.clone()
        }
    }
}

/// Rings with every point moved.
pub fn moved_rings(rings: &Rings, mut moved: impl FnMut(Point) -> Point) -> Rings {
    let ring = |ring: &Vec<Point>| ring.iter().map(|point| moved(*point)).collect();
    rings.iter().map(ring).collect()
}

/// Whether a point lies inside an odd number of rings.
pub fn is_inside(rings: &[Vec<Point>], point: Point) -> bool {
    let mut is_inside = false;
    for ring in rings {
        for (from, to) in edges(ring) {
            if (from.y > point.y) != (to.y > point.y) {
                let share = (point.y - from.y) / (to.y - from.y);
                if point.x < from.x + share * (to.x - from.x) {
                    is_inside = !is_inside;
                }
            }
        }
    }
    is_inside
}

/// The edges of a ring, the last back to its first point.
pub fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// The rectangle around rings; `None` where they have no points.
pub fn bounds(rings: &[Vec<Point>]) -> Option<Rect> {
    let mut points = rings.iter().flatten();
    let first = points.next()?;
    let start = Rect::new(first.x, first.y, first.x, first.y);
    Some(points.fold(start, |held, point| {
        Rect::new(
            held.left.min(point.x),
            held.top.min(point.y),
            held.right.max(point.x),
            held.bottom.max(point.y),
        )
    }))
}

/// Rings as the geometry library holds them.
fn as_geometry(rings: &[Vec<Point>]) -> geo::Polygon<f64> {
    let line = |ring: &Vec<Point>| -> LineString<f64> {
        ring.iter()
            .map(|point| Coord {
                x: f64::from(point.x),
                y: f64::from(point.y),
            })
            .collect()
    };
    let mut lines = rings.iter().map(line);
    let outer = lines.next().unwrap_or_else(|| LineString::new(Vec::new()));
    geo::Polygon::new(outer, lines.collect())
}

fn triangles(rings: &[Vec<Point>]) -> Arc<[u32]> {
    let raw = as_geometry(rings).earcut_triangles_raw();
    let indices = raw.triangle_indices.iter();
    indices
        .map(|index| u32::try_from(*index).unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f32, f32)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    fn with_hole() -> Rings {
        let outer = ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        // In the same direction as the outer ring, as some files have it.
        let hole = ring(&[(4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0)]);
        [outer, hole].into()
    }

    #[test]
    fn triangles_fill_everything_but_the_hole() {
        let polygon = Polygon::new(with_hole(), Rgba::BLACK, None);
        let points: Vec<Point> = polygon.rings().iter().flatten().copied().collect();
        let area: f32 = polygon
            .triangles()
            .chunks_exact(3)
            .map(|corners| {
                let at = |index: usize| {
                    let place = usize::try_from(corners[index]).unwrap();
                    points[place]
                };
                let (a, b, c) = (at(0), at(1), at(2));
                ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs() / 2.0
            })
            .sum();
        assert!((area - 96.0).abs() < 1e-3, "{area}");
    }

    #[test]
    fn a_hole_is_outside() {
        let rings = with_hole();
        assert!(is_inside(&rings, Point::new(1.0, 1.0)));
        assert!(!is_inside(&rings, Point::new(5.0, 5.0)));
        assert!(!is_inside(&rings, Point::new(11.0, 5.0)));
        assert_eq!(bounds(&rings), Some(Rect::new(0.0, 0.0, 10.0, 10.0)));
    }
}
