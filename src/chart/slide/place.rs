//! Putting a scene at a place of another.

use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{
    Area, Circle, FilledRect, Group, HitRegion, HitShape, Line, Node, Scene, TextRun,
};

/// What moves a scene to its place on a slide.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub dx: f32,
    pub dy: f32,
    /// What the names of its groups begin with, so that those of two charts differ.
    pub prefix: &'a str,
}

impl Place<'_> {
    /// The nodes and hit regions of a scene, at the place.
    pub fn put(self, scene: &Scene) -> (Vec<Node>, Vec<HitRegion>) {
        let nodes = scene.nodes.iter().map(|node| self.node(node));
        let regions = scene.hit_regions.iter().map(|region| HitRegion {
            target: region.target,
            shape: self.shape(&region.shape),
        });
        (nodes.collect(), regions.collect())
    }

    pub fn rect(self, rect: Rect) -> Rect {
        Rect::new(
            rect.left + self.dx,
            rect.top + self.dy,
            rect.right + self.dx,
            rect.bottom + self.dy,
        )
    }

    fn point(self, point: Point) -> Point {
        Point::new(point.x + self.dx, point.y + self.dy)
    }

    fn points(self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|point| self.point(*point)).collect()
    }

    fn shape(self, shape: &HitShape) -> HitShape {
        match shape {
            HitShape::Rect(rect) => HitShape::Rect(self.rect(*rect)),
            HitShape::Disc { centre, radius } => HitShape::Disc {
                centre: self.point(*centre),
                radius: *radius,
            },
            HitShape::Near { points, distance } => HitShape::Near {
                points: self.points(points),
                distance: *distance,
            },
        }
    }

    fn node(self, node: &Node) -> Node {
        match node {
            Node::Group(group) => Node::Group(Group {
                role: group.role,
                series: group.series,
                id: format!("{}{}", self.prefix, group.id),
                children: group
                    .children
                    .iter()
                    .map(|child| self.node(child))
                    .collect(),
            }),
            Node::Line(line) => Node::Line(Line {
                points: self.points(&line.points),
                stroke: line.stroke,
            }),
            Node::Area(area) => Node::Area(Area {
                upper: self.points(&area.upper),
                lower: self.points(&area.lower),
                fill: area.fill,
            }),
            Node::Rect(filled) => Node::Rect(FilledRect {
                rect: self.rect(filled.rect),
                ..*filled
            }),
            Node::Circle(circle) => Node::Circle(Circle {
                centre: self.point(circle.centre),
                ..*circle
            }),
            Node::Text(run) => Node::Text(TextRun {
                origin: self.point(run.origin),
                ..run.clone()
            }),
        }
    }
}
