//! Cutting lines and areas at the edges of the plot, exactly, so that no renderer has to.

use super::geometry::{Point, Rect};

/// The parts of a line inside a rectangle.
pub fn clip_line(points: &[Point], rect: Rect) -> Vec<Vec<Point>> {
    if points.iter().all(|point| rect.contains(*point, 0.0)) {
        return if points.len() > 1 {
            vec![points.to_vec()]
        } else {
            Vec::new()
        };
    }
    let mut parts: Vec<Vec<Point>> = Vec::new();
    let mut part: Vec<Point> = Vec::new();
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let Some((start, end)) = clip_segment(*from, *to, rect) else {
            parts.push(std::mem::take(&mut part));
            continue;
        };
        if part.last() != Some(&start) {
            parts.push(std::mem::take(&mut part));
            part.push(start);
        }
        if end != start {
            part.push(end);
        }
    }
    parts.push(part);
    parts.retain(|part| part.len() > 1);
    parts
}

/// The part of a ring inside a rectangle (Sutherland and Hodgman); parts of it that hang together only outside
/// stay joined along the rectangle's edge, where they enclose nothing.
pub fn clip_ring(ring: &[Point], rect: Rect) -> Vec<Point> {
    type Inside = fn(Point, Rect) -> f32;
    if ring.iter().all(|point| rect.contains(*point, 0.0)) {
        return ring.to_vec();
    }
    // How far a point lies inside of each edge.
    let edges: [Inside; 4] = [
        |point, rect| point.x - rect.left,
        |point, rect| rect.right - point.x,
        |point, rect| point.y - rect.top,
        |point, rect| rect.bottom - point.y,
    ];
    let mut held = ring.to_vec();
    for inside in edges {
        let mut kept = Vec::with_capacity(held.len() + 4);
        let next = held.iter().cycle().skip(1);
        for (from, to) in held.iter().zip(next) {
            let (from_inside, to_inside) = (inside(*from, rect), inside(*to, rect));
            if from_inside >= 0.0 {
                kept.push(*from);
            }
            if (from_inside < 0.0) != (to_inside < 0.0) {
                let share = from_inside / (from_inside - to_inside);
                kept.push(Point::new(
                    from.x + share * (to.x - from.x),
                    from.y + share * (to.y - from.y),
                ));
            }
        }
        held = kept;
    }
    for point in &mut held {
        point.x = point.x.clamp(rect.left, rect.right);
        point.y = point.y.clamp(rect.top, rect.bottom);
    }
    held
}

/// Whether a straight line comes into a rectangle.
pub fn crosses(from: Point, to: Point, rect: Rect) -> bool {
    let is_beside = from.x.max(to.x) < rect.left
        || from.x.min(to.x) > rect.right
        || from.y.max(to.y) < rect.top
        || from.y.min(to.y) > rect.bottom;
    !is_beside && clip_segment(from, to, rect).is_some()
}

/// The part of a segment inside a rectangle (Liang and Barsky).
fn clip_segment(from: Point, to: Point, rect: Rect) -> Option<(Point, Point)> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
    let edges = [
        (-dx, from.x - rect.left),
        (dx, rect.right - from.x),
        (-dy, from.y - rect.top),
        (dy, rect.bottom - from.y),
    ];
    for (direction, room) in edges {
        if direction == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if direction < 0.0 {
            enters = enters.max(room / direction);
        } else {
            leaves = leaves.min(room / direction);
        }
    }
    if enters > leaves {
        return None;
    }
    let at = |share: f32| {
        Point::new(
            (from.x + share * dx).clamp(rect.left, rect.right),
            (from.y + share * dy).clamp(rect.top, rect.bottom),
        )
    };
    let start = if enters > 0.0 { at(enters) } else { from };
    let end = if leaves < 1.0 { at(leaves) } else { to };
    Some((start, end))
}

/// The part of a band inside a rectangle, as (upper, lower) edges through the same `x`. The band is
/// given as (x, upper y, lower y), left to right.
pub fn clip_band(band: &[(f32, f32, f32)], rect: Rect) -> (Vec<Point>, Vec<Point>) {
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut push = |x: f32, top: f32, bottom: f32| {
        upper.push(Point::new(x, top.clamp(rect.top, rect.bottom)));
        lower.push(Point::new(x, bottom.clamp(rect.top, rect.bottom)));
    };
    let mut is_first = true;
    for (from, to) in band.iter().zip(band.iter().skip(1)) {
        let width = to.0 - from.0;
        if width <= 0.0 || to.0 < rect.left || from.0 > rect.right {
            continue;
        }
        // Where either edge crosses a border of the rectangle, the clipped edge has a corner.
        let mut shares: Vec<f32> = [rect.left, rect.right]
            .iter()
            .map(|x| (x - from.0) / width)
            .chain([rect.top, rect.bottom].iter().flat_map(|y| {
                [(from.1, to.1), (from.2, to.2)].map(|(start, end)| (y - start) / (end - start))
            }))
            .filter(|share| share.is_finite() && *share > 0.0 && *share < 1.0)
            .chain([0.0, 1.0])
            .collect();
        shares.sort_by(f32::total_cmp);
        shares.dedup();
        for share in shares {
            let x = from.0 + share * width;
            let is_inside = x >= rect.left - 1e-3 && x <= rect.right + 1e-3;
            // Each part begins where the one before it ended.
            if is_inside && (is_first || share > 0.0) {
                push(
                    x.clamp(rect.left, rect.right),
                    from.1 + share * (to.1 - from.1),
                    from.2 + share * (to.2 - from.2),
                );
                is_first = false;
            }
        }
    }
    (upper, lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_cut_at_the_edges() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        let points = |held: &[(f32, f32)]| -> Vec<Point> {
            held.iter().map(|(x, y)| Point::new(*x, *y)).collect()
        };
        let inside = points(&[(1.0, 1.0), (9.0, 1.0), (9.0, 9.0)]);
        assert_eq!(clip_ring(&inside, rect), inside);
        let over = points(&[(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)]);
        assert_eq!(
            clip_ring(&over, rect),
            points(&[(5.0, 5.0), (10.0, 5.0), (10.0, 8.0), (5.0, 8.0)])
        );
        let outside = points(&[(11.0, 1.0), (12.0, 1.0), (12.0, 2.0)]);
        assert!(clip_ring(&outside, rect).is_empty());
    }

    const RECT: Rect = Rect::new(0.0, 0.0, 10.0, 10.0);

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        let line = [
            Point::new(0.0, 5.0),
            Point::new(5.0, -5.0),
            Point::new(10.0, 5.0),
        ];
        let parts = clip_line(&line, RECT);
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0], [Point::new(0.0, 5.0), Point::new(2.5, 0.0)]);
        assert_eq!(parts[1], [Point::new(7.5, 0.0), Point::new(10.0, 5.0)]);
    }

    #[test]
    fn a_line_outside_is_nothing_and_one_across_is_cut_at_both_sides() {
        assert!(clip_line(&[Point::new(-5.0, -1.0), Point::new(20.0, -1.0)], RECT).is_empty());
        let across = clip_line(&[Point::new(-10.0, 5.0), Point::new(20.0, 5.0)], RECT);
        assert_eq!(across, [[Point::new(0.0, 5.0), Point::new(10.0, 5.0)]]);
    }

    #[test]
    fn a_band_gets_corners_where_it_meets_the_edge() {
        let (upper, lower) = clip_band(&[(0.0, 5.0, 8.0), (10.0, -5.0, 8.0)], RECT);
        assert_eq!(
            upper,
            [
                Point::new(0.0, 5.0),
                Point::new(5.0, 0.0),
                Point::new(10.0, 0.0)
            ]
        );
        assert_eq!(lower.len(), upper.len());
    }

    #[test]
    fn a_band_is_cut_at_the_sides() {
        let (upper, lower) = clip_band(&[(-10.0, 0.0, 10.0), (30.0, 8.0, 10.0)], RECT);
        assert_eq!(upper, [Point::new(0.0, 2.0), Point::new(10.0, 4.0)]);
        assert_eq!(lower, [Point::new(0.0, 10.0), Point::new(10.0, 10.0)]);
    }
}
