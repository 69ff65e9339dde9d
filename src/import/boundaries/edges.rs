//! Edges with as few points as a printed page shows. Neighbours share their edges: each stretch between two
//! places where three areas meet is made simpler by itself and always in the same direction, so that both sides
//! stay the same and no gap opens between them. The stretches lose the points whose triangle with their
//! neighbours is smallest (Visvalingam and Whyatt 1993, *Line generalisation by repeated elimination of points*).

use std::collections::{HashMap, HashSet};

use geo::{Coord, LineString, SimplifyVw as _};

use super::feature::Place;
use super::names::NamedShape;
use crate::data::{Boundary, BoundaryPolygon, GridPoint};

/// How many steps of what is seen an area of ordinary size has from side to side: as many as an A4 page printed
/// at 300 dots to the inch has of a few areas side by side.
const STEPS_ACROSS: f64 = 600.0;
/// Steps of the grid in a step of what is seen.
const GRID: f64 = 4.0;
/// The most points of a file; edges are made simpler until they have no more.
const MOST_POINTS: usize = 150_000;

/// A ring of the grid.
type Ring = Vec<GridPoint>;

/// The areas with simpler edges, and the step of their grid in metres. Those of which nothing is left are left
/// out.
pub(super) fn simplified(shapes: Vec<NamedShape>) -> (f64, Vec<Boundary>) {
    let seen = (ordinary_size(&shapes) / STEPS_ACROSS).clamp(1.0, 20_000.0);
    let grid_metres = seen / GRID;
    let areas: Vec<Boundary> = shapes
        .into_iter()
        .map(|shape| Boundary {
            name: shape.name,
            code: shape.code,
            polygons: shape
                .polygons
                .iter()
                .filter_map(|rings| on_grid(rings, grid_metres))
                .collect(),
        })
        .collect();
    let junctions = junctions(&areas);
    let mut tolerance = GRID;
    loop {
        let simpler: Vec<Boundary> = areas
            .iter()
            .filter_map(|area| simpler(area, &junctions, tolerance))
            .collect();
        let count: usize = simpler.iter().map(|area| area.points().count()).sum();
        if count <= MOST_POINTS || tolerance > 4096.0 {
            return (grid_metres, simpler);
        }
        tolerance *= 2.0;
    }
}

/// How far it is across the middle one of all areas by size, in metres.
fn ordinary_size(shapes: &[NamedShape]) -> f64 {
    let area_of = |shape: &NamedShape| -> f64 {
        let outer = shape.polygons.iter().filter_map(|rings| rings.first());
        outer.map(|ring| twice_area(ring).abs() / 2.0).sum()
    };
    let mut areas: Vec<f64> = shapes.iter().map(area_of).collect();
    areas.sort_by(f64::total_cmp);
    areas.get(areas.len() / 2).map_or(1.0, |area| area.sqrt())
}

fn twice_area(ring: &[Place]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|([east, north], [next_east, next_north])| east * next_north - next_east * north)
        .sum()
}

fn twice_grid_area(ring: &[GridPoint]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(one, next)| {
            i64::from(one.east) * i64::from(next.north)
                - i64::from(next.east) * i64::from(one.north)
        })
        .sum()
}

/// A polygon on the grid; `None` where its outer edge encloses nothing there.
fn on_grid(rings: &[Vec<Place>], grid_metres: f64) -> Option<BoundaryPolygon> {
    let mut kept = Vec::with_capacity(rings.len());
    for (index, ring) in rings.iter().enumerate() {
        let mut points: Ring = Vec::with_capacity(ring.len());
        for [east, north] in ring {
            let point = GridPoint {
                east: whole(east / grid_metres),
                north: whole(north / grid_metres),
            };
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() >= 3 && twice_grid_area(&points) != 0 {
            kept.push(points);
        } else if index == 0 {
            return None;
        }
    }
    (!kept.is_empty()).then(|| BoundaryPolygon::new(kept))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "coordinates of a plane are at most some ten million metres, which is checked where they are read"
)]
fn whole(value: f64) -> i32 {
    value
        .round()
        .clamp(f64::from(i32::MIN / 4), f64::from(i32::MAX / 4)) as i32
}

/// The points where edges meet or part: those whose neighbours are not the same on every edge through them.
fn junctions(areas: &[Boundary]) -> HashSet<GridPoint> {
    let mut neighbours: HashMap<GridPoint, [GridPoint; 2]> = HashMap::new();
    let mut junctions = HashSet::new();
    let polygons = areas.iter().flat_map(|area| &area.polygons);
    for ring in polygons.flat_map(BoundaryPolygon::rings) {
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        let after = ring.iter().cycle().skip(1);
        for ((point, before), after) in ring.iter().zip(before).zip(after) {
            let mut pair = [*before, *after];
            pair.sort_unstable();
            let known = neighbours.entry(*point).or_insert(pair);
            if *known != pair {
                junctions.insert(*point);
            }
        }
    }
    junctions
}

/// An area with simpler edges; `None` where nothing is left of it.
fn simpler(area: &Boundary, junctions: &HashSet<GridPoint>, tolerance: f64) -> Option<Boundary> {
    let least = i64::from(whole(2.0 * tolerance * tolerance));
    let mut polygons: Vec<BoundaryPolygon> = Vec::with_capacity(area.polygons.len());
    for polygon in &area.polygons {
        let mut rings = Vec::with_capacity(polygon.rings().len());
        for (index, ring) in polygon.rings().iter().enumerate() {
            let ring = simpler_ring(ring, junctions, tolerance);
            if twice_grid_area(&ring).abs() >= least {
                rings.push(ring);
            } else if index == 0 {
                break;
            }
        }
        if !rings.is_empty() {
            polygons.push(BoundaryPolygon::new(rings));
        }
    }
    if polygons.is_empty() {
        // An area that is smaller than what is seen stays, as it is.
        let size = |polygon: &&BoundaryPolygon| {
            let outer = polygon.rings().first();
            outer.map_or(0, |ring| twice_grid_area(ring).abs())
        };
        polygons.extend(area.polygons.iter().max_by_key(size).cloned());
    }
    (!polygons.is_empty()).then(|| Boundary {
        polygons,
        ..area.clone()
    })
}

/// A ring, stretch by stretch.
fn simpler_ring(ring: &[GridPoint], junctions: &HashSet<GridPoint>, tolerance: f64) -> Ring {
    let at_junction = ring.iter().position(|point| junctions.contains(point));
    // A ring that meets no other begins at its least point, wherever it begins in its own file.
    let lowest = ring.iter().enumerate().min_by_key(|(_, point)| **point);
    let start = at_junction.or(lowest.map(|(place, _)| place)).unwrap_or(0);
    let mut turned: Ring = ring.to_vec();
    turned.rotate_left(start);
    turned.extend(turned.first().copied());
    let mut whole: Ring = Vec::with_capacity(ring.len());
    let mut stretch: Ring = Vec::new();
    let last = turned.len().saturating_sub(1);
    for (place, point) in turned.iter().enumerate() {
        stretch.push(*point);
        if place == last || (place > 0 && junctions.contains(point)) {
            let mut simple = simpler_stretch(&stretch, tolerance);
            simple.pop();
            whole.append(&mut simple);
            stretch = vec![*point];
        }
    }
    whole
}

/// A stretch, in the direction that does not depend on the ring of which it is part; its ends stay.
fn simpler_stretch(stretch: &[GridPoint], tolerance: f64) -> Ring {
    let backwards = || stretch.iter().rev();
    let is_turned = backwards().lt(stretch.iter());
    let ordered: Ring = if is_turned {
        backwards().copied().collect()
    } else {
        stretch.to_vec()
    };
    let mut simple = if ordered.len() > 3 && ordered.first() == ordered.last() {
        // A loop keeps its furthest point, too, so that something is left of it.
        let furthest = furthest(&ordered);
        let (out, back) = (ordered.get(..=furthest), ordered.get(furthest..));
        let mut out = fewer_points(out.unwrap_or_default(), tolerance);
        out.pop();
        out.extend(fewer_points(back.unwrap_or_default(), tolerance));
        out
    } else {
        fewer_points(&ordered, tolerance)
    };
    if is_turned {
        simple.reverse();
    }
    simple
}

fn furthest(points: &[GridPoint]) -> usize {
    let Some(first) = points.first() else {
        return 0;
    };
    let distance = |point: &GridPoint| {
        let east = i64::from(point.east) - i64::from(first.east);
        let north = i64::from(point.north) - i64::from(first.north);
        east * east + north * north
    };
    let far = points.iter().enumerate();
    far.max_by_key(|(_, point)| distance(point))
        .map_or(0, |(place, _)| place)
}

fn fewer_points(points: &[GridPoint], tolerance: f64) -> Ring {
    let line: LineString<f64> = points
        .iter()
        .map(|point| Coord {
            x: f64::from(point.east),
            y: f64::from(point.north),
        })
        .collect();
    let fewer = line.simplify_vw(tolerance * tolerance);
    fewer
        .coords()
        .map(|at| GridPoint {
            east: whole(at.x),
            north: whole(at.y),
        })
        .collect()
}
