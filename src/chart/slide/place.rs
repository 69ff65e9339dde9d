//! Putting a scene at a place of another.

use crate::chart::geometry::{Point, Rect};
use crate::chart::polygon::moved_rings;
use crate::chart::scene::{
    Area, Circle, FilledRect, Group, HitRegion, HitShape, Line, Node, Picture, PlotArea, Scene,
    Stroke, TextRun,
};

/// What moves a scene to its place on a slide.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub dx: f32,
    pub dy: f32,
    /// What every length is multiplied by.
    pub scale: f32,
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
        let (from, to) = (
            self.point(Point::new(rect.left, rect.top)),
            self.point(Point::new(rect.right, rect.bottom)),
        );
        Rect::new(from.x, from.y, to.x, to.y)
    }

    fn point(self, point: Point) -> Point {
        Point::new(
            self.scale * point.x + self.dx,
            self.scale * point.y + self.dy,
        )
    }

    fn stroke(self, stroke: Stroke) -> Stroke {
        Stroke {
            width: self.scale * stroke.width,
            ..stroke
        }
    }

    fn points(self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|point| self.point(*point)).collect()
    }

    fn shape(self, shape: &HitShape) -> HitShape {
        match shape {
            HitShape::Rect(rect) => HitShape::Rect(self.rect(*rect)),
            HitShape::Disc { centre, radius } => HitShape::Disc {
                centre: self.point(*centre),
                radius: self.scale * radius,
            },
            HitShape::Near { points, distance } => HitShape::Near {
                points: self.points(points),
                distance: self.scale * distance,
            },
            HitShape::Inside(rings) => {
                HitShape::Inside(moved_rings(rings, |point| self.point(point)))
            }
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
                stroke: self.stroke(line.stroke),
            }),
            Node::Area(area) => Node::Area(Area {
                upper: self.points(&area.upper),
                lower: self.points(&area.lower),
                fill: area.fill,
            }),
            Node::Polygon(polygon) => {
                let mut placed = polygon.moved(|point| self.point(point));
                placed.stroke = polygon.stroke.map(|stroke| self.stroke(stroke));
                Node::Polygon(placed)
            }
            Node::Rect(filled) => Node::Rect(FilledRect {
                rect: self.rect(filled.rect),
                rounding: self.scale * filled.rounding,
                ..*filled
            }),
            Node::Circle(circle) => Node::Circle(Circle {
                centre: self.point(circle.centre),
                radius: self.scale * circle.radius,
                stroke: circle.stroke.map(|stroke| self.stroke(stroke)),
                ..*circle
            }),
            Node::Text(run) => Node::Text(TextRun {
                origin: self.point(run.origin),
                width: self.scale * run.width,
                font: run.font.scaled(self.scale),
                ..run.clone()
            }),
            Node::Picture(picture) => Node::Picture(Picture {
                rect: self.rect(picture.rect),
                logo: picture.logo.clone(),
            }),
        }
    }
}

/// A scene with every length multiplied: the same slide, smaller or larger.
pub fn scaled(scene: &Scene, scale: f32) -> Scene {
    let place = Place {
        dx: 0.0,
        dy: 0.0,
        scale,
        prefix: "",
    };
    let (nodes, hit_regions) = place.put(scene);
    Scene {
        width: scale * scene.width,
        height: scale * scene.height,
        ground: scene.ground,
        nodes,
        hit_regions,
        plot: PlotArea {
            rect: place.rect(scene.plot.rect),
            viewport: scene.plot.viewport,
        },
        title: scene.title.clone(),
        description: scene.description.clone(),
    }
}
