//! Lines across an area of any shape, where it has no value.

use crate::chart::canvas::Canvas;
use crate::chart::geometry::Point;
use crate::chart::polygon::{bounds, edges};
use crate::chart::scene::{Line, Node, Stroke};

/// Lines from bottom left to top right, as far as they lie inside an odd number of rings.
pub(super) fn hatching_inside(canvas: &Canvas<'_>, rings: &[Vec<Point>]) -> Vec<Node> {
    let stroke = Stroke::solid(canvas.scale, canvas.theme.baseline);
    let mut nodes = Vec::new();
    let Some(around) = bounds(rings) else {
        return nodes;
    };
    // Along such a line the sum of both coordinates stays the same.
    let step = 9.0 * canvas.scale;
    let mut sum = around.left + around.top + step;
    while sum < around.right + around.bottom {
        let mut crossings: Vec<f32> = rings
            .iter()
            .flat_map(|ring| edges(ring))
            .filter_map(|(from, to)| {
                let (before, after) = (from.x + from.y - sum, to.x + to.y - sum);
                if (before < 0.0) == (after < 0.0) {
                    return None;
                }
                let share = before / (before - after);
                Some(from.x + share * (to.x - from.x))
            })
            .collect();
        crossings.sort_by(f32::total_cmp);
        for pair in crossings.chunks_exact(2) {
            if let [from, to] = pair {
                nodes.push(Node::Line(Line {
                    points: vec![Point::new(*from, sum - from), Point::new(*to, sum - to)],
                    stroke,
                }));
            }
        }
        sum += step;
    }
    nodes
}
