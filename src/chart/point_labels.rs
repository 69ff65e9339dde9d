//! Places for the names of dots on a plane, so that no name overlaps another, a dot or what else stands there,
//! and all stay inside. A name that cannot stand beside its dot stands further off, tied to it by a line; one
//! for which there is no place at all is left out.

use super::geometry::{Point, Rect, count};

/// A dot that names have to keep off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Its middle.
    pub centre: Point,
    /// Its radius, with its edge.
    pub radius: f32,
}

impl Dot {
    /// Whether it lies on a rectangle, or nearer to it than `gap`.
    pub fn is_within(&self, rect: &Rect, gap: f32) -> bool {
        distance(nearest_in(rect, self.centre), self.centre) < self.radius + gap
    }
}

/// A name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// Whose it is: the place of its dot in the list of dots.
    pub dot: usize,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedName {
    /// Its rectangle.
    pub rect: Rect,
    /// The line from the edge of the dot to the name, where it stands away from it.
    pub leader: Option<(Point, Point)>,
}

/// What names have to keep off, and where.
#[derive(Clone, Debug, Default)]
pub struct Surroundings<'a> {
    /// Every dot, named or not.
    pub dots: &'a [Dot],
    /// What is written there already.
    pub taken: &'a [Rect],
    /// Lines that may be written over, but better are not.
    pub lines: &'a [(Point, Point)],
    /// All names stay within.
    pub bounds: Rect,
    /// The distance that names keep from dots and from one another.
    pub gap: f32,
}

/// How far from its dot a name may stand, in multiples of its height, the nearest first.
const DISTANCES: [f32; 7] = [0.0, 0.7, 1.5, 2.4, 3.4, 4.6, 6.0];
/// From this distance on a line ties the name to its dot.
const LEADER_FROM: f32 = 0.7;
/// The directions in which a name may stand, in twenty-fourths of a turn from the right, clockwise, the
/// dearest last: right, left, below, above, then between.
const DIRECTIONS: [u8; 16] = [0, 12, 6, 18, 3, 21, 9, 15, 1, 23, 11, 13, 5, 7, 17, 19];
/// What it costs, in heights, to be written over a line.
const OVER_A_LINE: f32 = 3.0;

/// Places names, the most important first. Each gets the nearest place that those before it leave; `None`
/// where there is none.
pub fn place(names: &[Name], around: &Surroundings<'_>) -> Vec<Option<PlacedName>> {
    let mut placed: Vec<Option<PlacedName>> = Vec::with_capacity(names.len());
    for name in names {
        let best = candidates(name, around)
            .filter(|(_, candidate)| is_free(name, candidate, around, &placed))
            .map(|(cost, candidate)| (cost + cost_of_lines(&candidate, around), candidate))
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        placed.push(best.map(|(_, candidate)| candidate));
    }
    placed
}

/// The places that a name could have, with what they cost.
fn candidates<'a>(
    name: &'a Name,
    around: &'a Surroundings<'_>,
) -> impl Iterator<Item = (f32, PlacedName)> + 'a {
    let dot = around.dots.get(name.dot).copied();
    DISTANCES.iter().flat_map(move |distance| {
        DIRECTIONS
            .iter()
            .enumerate()
            .filter_map(move |(rank, direction)| {
                let dot = dot?;
                let rect = rect_in(name, dot, around.gap, *direction, *distance);
                let leader = (*distance >= LEADER_FROM).then(|| leader(dot, &rect));
                let cost = distance + 0.04 * count(rank);
                Some((cost, PlacedName { rect, leader }))
            })
    })
}

/// The rectangle of a name in a direction and at a distance from its dot.
fn rect_in(name: &Name, dot: Dot, gap: f32, direction: u8, distance: f32) -> Rect {
    /// Beyond this part of the way to the side, the name begins or ends there instead of being centred.
    const SIDEWAYS: f32 = 0.2;
    let angle = f32::from(direction) * std::f32::consts::TAU / 24.0;
    let (sine, cosine) = angle.sin_cos();
    let reach = dot.radius + gap + distance * name.height;
    let (x, y) = (dot.centre.x + reach * cosine, dot.centre.y + reach * sine);
    let along = |at: f32, part: f32, length: f32| {
        if part > SIDEWAYS {
            at
        } else if part < -SIDEWAYS {
            at - length
        } else {
            at - length / 2.0
        }
    };
    let left = along(x, cosine, name.width);
    let top = along(y, sine, name.height);
    Rect::new(left, top, left + name.width, top + name.height)
}

/// The line from the edge of a dot to the nearest point of a rectangle.
fn leader(dot: Dot, rect: &Rect) -> (Point, Point) {
    let to = nearest_in(rect, dot.centre);
    let (dx, dy) = (to.x - dot.centre.x, to.y - dot.centre.y);
    let length = dx.hypot(dy).max(1e-3);
    let from = Point::new(
        dot.centre.x + dx / length * dot.radius,
        dot.centre.y + dy / length * dot.radius,
    );
    (from, to)
}

fn is_free(
    name: &Name,
    candidate: &PlacedName,
    around: &Surroundings<'_>,
    placed: &[Option<PlacedName>],
) -> bool {
    let rect = &candidate.rect;
    let bounds = around.bounds;
    let is_inside = rect.left >= bounds.left
        && rect.right <= bounds.right
        && rect.top >= bounds.top
        && rect.bottom <= bounds.bottom;
    if !is_inside {
        return false;
    }
    let others = || placed.iter().flatten();
    let kept_off = rect.grown(around.gap / 2.0);
    let is_on_dot = |dot: &Dot| dot.is_within(rect, 0.0);
    if around.dots.iter().any(is_on_dot)
        || around.taken.iter().any(|taken| taken.overlaps(rect))
        || others().any(|other| other.rect.overlaps(&kept_off))
        || others().any(|other| other.leader.is_some_and(|line| crosses(line, rect)))
    {
        return false;
    }
    let Some(line) = candidate.leader else {
        return true;
    };
    let crosses_dot = |(place, dot): (usize, &Dot)| {
        place != name.dot && distance_to_line(dot.centre, line) < dot.radius
    };
    !around.dots.iter().enumerate().any(crosses_dot)
        && !around.taken.iter().any(|taken| crosses(line, taken))
        && !others().any(|other| crosses(line, &other.rect))
}

fn cost_of_lines(candidate: &PlacedName, around: &Surroundings<'_>) -> f32 {
    let crossed = around
        .lines
        .iter()
        .filter(|line| crosses(**line, &candidate.rect));
    OVER_A_LINE * count(crossed.count())
}

fn distance(one: Point, other: Point) -> f32 {
    (one.x - other.x).hypot(one.y - other.y)
}

fn nearest_in(rect: &Rect, point: Point) -> Point {
    Point::new(
        point.x.clamp(rect.left, rect.right.max(rect.left)),
        point.y.clamp(rect.top, rect.bottom.max(rect.top)),
    )
}

fn distance_to_line(point: Point, (from, to): (Point, Point)) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((point.x - from.x) * dx + (point.y - from.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    distance(point, Point::new(from.x + along * dx, from.y + along * dy))
}

/// Whether a line runs through a rectangle (Liang and Barsky 1984, *ACM Transactions on Graphics* 3:1).
fn crosses((from, to): (Point, Point), rect: &Rect) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
    for (step, room) in [
        (-dx, from.x - rect.left),
        (dx, rect.right - from.x),
        (-dy, from.y - rect.top),
        (dy, rect.bottom - from.y),
    ] {
        if step == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter < leave
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Rect = Rect::new(0.0, 0.0, 600.0, 400.0);

    fn dot(x: f32, y: f32, radius: f32) -> Dot {
        Dot {
            centre: Point::new(x, y),
            radius,
        }
    }

    fn name(dot: usize, width: f32) -> Name {
        Name {
            dot,
            width,
            height: 12.0,
        }
    }

    fn around(dots: &[Dot]) -> Surroundings<'_> {
        Surroundings {
            dots,
            bounds: BOUNDS,
            gap: 4.0,
            ..Surroundings::default()
        }
    }

    #[test]
    fn a_name_with_room_stands_at_the_right_of_its_dot() {
        let dots = [dot(100.0, 100.0, 6.0)];
        let placed = place(&[name(0, 50.0)], &around(&dots));
        let expected = PlacedName {
            rect: Rect::new(110.0, 94.0, 160.0, 106.0),
            leader: None,
        };
        assert_eq!(placed, [Some(expected)]);
    }

    #[test]
    fn at_the_edge_it_stands_at_the_left() {
        let dots = [dot(580.0, 100.0, 6.0)];
        let placed = place(&[name(0, 50.0)], &around(&dots))[0].unwrap();
        assert!((placed.rect.right - 570.0).abs() < 0.01);
        assert_eq!(placed.leader, None);
    }

    #[test]
    fn in_a_crowd_it_stands_away_with_a_line() {
        let mut dots = vec![dot(300.0, 200.0, 5.0)];
        for x in -3..=3_i8 {
            for y in -1..=1_i8 {
                if (x, y) != (0, 0) {
                    let at = (300.0 + 12.0 * f32::from(x), 200.0 + 13.0 * f32::from(y));
                    dots.push(dot(at.0, at.1, 5.0));
                }
            }
        }
        let placed = place(&[name(0, 40.0)], &around(&dots));
        // Its neighbours touch it on all sides, so that no line could leave it.
        assert_eq!(placed, [None]);
        dots.retain(|held| (held.centre.x - 300.0).abs() > 0.01 || held.centre.y >= 200.0);
        let placed = place(&[name(0, 40.0)], &around(&dots))[0].unwrap();
        assert!(placed.leader.is_some());
        assert!(placed.rect.bottom < 190.0, "upwards is open");
    }

    #[test]
    fn a_line_is_written_over_only_where_nothing_else_is_near() {
        let dots = [dot(100.0, 100.0, 5.0)];
        let lines = [(Point::new(130.0, 0.0), Point::new(130.0, 400.0))];
        let around = Surroundings {
            lines: &lines,
            ..around(&dots)
        };
        let placed = place(&[name(0, 60.0)], &around)[0].unwrap();
        assert!(placed.rect.right < 100.0, "at the left of the dot");
    }

    proptest! {
        #[test]
        fn nothing_overlaps_and_all_stay_inside(
            spots in prop::collection::vec((10.0_f32..590.0, 10.0_f32..390.0, 3.0_f32..14.0), 1..60),
            widths in prop::collection::vec(15.0_f32..160.0, 60),
        ) {
            let dots: Vec<Dot> = spots.iter().map(|(x, y, r)| dot(*x, *y, *r)).collect();
            let names: Vec<Name> = (0..dots.len()).map(|at| name(at, widths[at])).collect();
            let taken = [Rect::new(0.0, 380.0, 180.0, 400.0)];
            let around = Surroundings { taken: &taken, ..around(&dots) };
            let placed = place(&names, &around);
            for (index, own) in placed.iter().enumerate() {
                let Some(own) = own else { continue };
                let rect = own.rect;
                prop_assert!(rect.left >= 0.0 && rect.right <= 600.0);
                prop_assert!(rect.top >= 0.0 && rect.bottom <= 400.0);
                prop_assert!(!rect.overlaps(&taken[0]));
                for dot in &dots {
                    let near = nearest_in(&rect, dot.centre);
                    prop_assert!(distance(near, dot.centre) >= dot.radius, "on a dot");
                }
                for other in placed[..index].iter().flatten() {
                    prop_assert!(!rect.overlaps(&other.rect), "name on name");
                    if let Some(line) = other.leader {
                        prop_assert!(!crosses(line, &rect), "name on a line");
                    }
                    if let Some(line) = own.leader {
                        prop_assert!(!crosses(line, &other.rect), "line through a name");
                    }
                }
            }
        }

        #[test]
        fn names_with_room_are_all_placed_beside_their_dots(
            rows in prop::collection::vec((20.0_f32..300.0, 20.0_f32..200.0), 1..12),
        ) {
            let dots: Vec<Dot> = rows
                .iter()
                .enumerate()
                .map(|(row, (x, _))| dot(*x, 30.0 * (count(row) + 1.0), 5.0))
                .collect();
            let names: Vec<Name> = (0..dots.len()).map(|at| name(at, rows[at].1)).collect();
            let placed = place(&names, &around(&dots));
            prop_assert!(placed.iter().all(|held| held.is_some_and(|held| held.leader.is_none())));
        }
    }
}
