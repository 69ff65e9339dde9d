//! Arrows that Inter lacks, as shapes: solid ones for ranks that were compared, drawn ones with a shaft for the
//! marks that a workbook prints.

use super::matrix_model::PrintedMark;
use crate::analysis::assessments::Shift;
use crate::chart::colour::Rgba;
use crate::chart::geometry::Point;
use crate::chart::scene::{Area, Line, Node, Stroke};

/// ▲ or ▼ around a middle; nothing for a rank that was kept.
pub(super) fn shift(shift: Shift, centre: Point, half: f32, fill: Rgba) -> Vec<Node> {
    let is_up = match shift {
        Shift::Up(_) => true,
        Shift::Down(_) => false,
        Shift::Kept => return Vec::new(),
    };
    let xs = [centre.x - half, centre.x, centre.x + half];
    let (top, bottom) = (centre.y - 0.8 * half, centre.y + 0.8 * half);
    let points = |ys: [f32; 3]| {
        let pairs = xs.into_iter().zip(ys);
        pairs.map(|(x, y)| Point::new(x, y)).collect()
    };
    let (upper, lower) = if is_up {
        (points([bottom, top, bottom]), points([bottom; 3]))
    } else {
        (points([top; 3]), points([top, bottom, top]))
    };
    vec![Node::Area(Area { upper, lower, fill })]
}

/// An arrow with a shaft; nothing for a mark that is not one.
pub(super) fn printed(mark: &PrintedMark, centre: Point, half: f32, stroke: Stroke) -> Vec<Node> {
    let (x, y) = match mark {
        PrintedMark::Up => (0.0, -1.0),
        PrintedMark::Down => (0.0, 1.0),
        PrintedMark::Level => (1.0, 0.0),
        PrintedMark::None | PrintedMark::Other(_) => return Vec::new(),
    };
    let at = |along: f32, aside: f32| {
        Point::new(
            centre.x + half * (along * x - aside * y),
            centre.y + half * (along * y + aside * x),
        )
    };
    let line = |points| Node::Line(Line { points, stroke });
    vec![
        line(vec![at(-1.0, 0.0), at(1.0, 0.0)]),
        line(vec![at(0.25, -0.65), at(1.0, 0.0), at(0.25, 0.65)]),
    ]
}
