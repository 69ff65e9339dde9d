//! Paints a laid-out chart into the window. It decides nothing: every line and run of text stands where
//! the scene says.

use egui::epaint::{CircleShape, Mesh, PathShape, RectShape};
use egui::{
    Color32, ColorImage, CornerRadius, FontId, Id, Painter, Pos2, Rect, Shape, Stroke,
    TextureHandle, TextureOptions, Vec2, pos2,
};

use super::fonts::font;
use crate::chart::scene::{Area, Circle, FilledRect, Line, Polygon, TextRun};
use crate::chart::{Font, Node, Point, Rgba};
use crate::export::logo;
use crate::project::Logo;

/// The height of a logo on the graphics card, in pixels: as high as on a projected slide.
const LOGO_PIXELS: f32 = 160.0;

/// Paints nodes with the scene's origin at `origin`.
pub fn paint(painter: &Painter, origin: Pos2, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Group(group) => paint(painter, origin, &group.children),
            Node::Line(line) => paint_line(painter, origin, line),
            Node::Area(area) => {
                painter.add(area_shape(origin, area));
            }
            Node::Polygon(polygon) => paint_polygon(painter, origin, polygon),
            Node::Rect(rect) => {
                painter.add(rect_shape(origin, rect));
            }
            Node::Circle(circle) => {
                painter.add(circle_shape(origin, circle));
            }
            Node::Text(run) => paint_text(painter, origin, run),
            Node::Picture(picture) => logo(painter, rect(origin, picture.rect), &picture.logo),
        }
    }
}

/// A colour of the chart as egui holds it.
pub fn colour(rgba: Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(rgba.red, rgba.green, rgba.blue, rgba.alpha)
}

/// A rectangle of the scene in the window.
pub fn rect(origin: Pos2, rect: crate::chart::Rect) -> Rect {
    Rect::from_min_max(
        origin + Vec2::new(rect.left, rect.top),
        origin + Vec2::new(rect.right, rect.bottom),
    )
}

/// A point of the scene in the window.
pub fn point(origin: Pos2, point: Point) -> Pos2 {
    origin + Vec2::new(point.x, point.y)
}

fn paint_line(painter: &Painter, origin: Pos2, line: &Line) {
    let points: Vec<Pos2> = line.points.iter().map(|at| point(origin, *at)).collect();
    let stroke = Stroke::new(line.stroke.width, colour(line.stroke.colour));
    let lengths: Vec<f32> = line.stroke.dash_lengths().collect();
    if lengths.is_empty() {
        painter.add(PathShape::line(points, stroke));
        return;
    }
    let (dashes, gaps): (Vec<f32>, Vec<f32>) = lengths.chunks_exact(2).filter_map(pair).unzip();
    painter.extend(Shape::dashed_line_with_offset(
        &points, stroke, &dashes, &gaps, 0.0,
    ));
}

fn pair(lengths: &[f32]) -> Option<(f32, f32)> {
    match lengths {
        [dash, gap] => Some((*dash, *gap)),
        _ => None,
    }
}

/// The surface as a strip of triangles between the two edges.
fn area_shape(origin: Pos2, area: &Area) -> Shape {
    let fill = colour(area.fill);
    let mut mesh = Mesh::default();
    for (upper, lower) in area.upper.iter().zip(&area.lower) {
        let index = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        mesh.colored_vertex(point(origin, *upper), fill);
        mesh.colored_vertex(point(origin, *lower), fill);
        if let Some(before) = index.checked_sub(2) {
            mesh.add_triangle(before, before + 1, index);
            mesh.add_triangle(before + 1, index, index + 1);
        }
    }
    Shape::mesh(mesh)
}

/// The surface as its triangles, and over their rough edges the lines of its edges.
fn paint_polygon(painter: &Painter, origin: Pos2, polygon: &Polygon) {
    let fill = colour(polygon.fill);
    let mut mesh = Mesh::default();
    for at in polygon.rings().iter().flatten() {
        mesh.colored_vertex(point(origin, *at), fill);
    }
    mesh.indices.extend_from_slice(polygon.triangles());
    if mesh.is_valid() && fill.a() > 0 {
        painter.add(Shape::mesh(mesh));
    }
    let Some(edge) = polygon.stroke else {
        return;
    };
    let stroke = Stroke::new(edge.width, colour(edge.colour));
    outline(painter, origin, polygon.rings(), stroke);
}

/// Draws the edges of a surface.
pub fn outline(painter: &Painter, origin: Pos2, rings: &[Vec<Point>], stroke: Stroke) {
    for ring in rings {
        let points: Vec<Pos2> = ring.iter().map(|at| point(origin, *at)).collect();
        painter.add(PathShape::closed_line(points, stroke));
    }
}

fn rect_shape(origin: Pos2, filled: &FilledRect) -> Shape {
    let rounding = CornerRadius::from(filled.rounding);
    RectShape::filled(rect(origin, filled.rect), rounding, colour(filled.fill)).into()
}

fn circle_shape(origin: Pos2, circle: &Circle) -> Shape {
    let stroke = circle.stroke.map_or(Stroke::NONE, |stroke| {
        Stroke::new(stroke.width, colour(stroke.colour))
    });
    CircleShape {
        center: point(origin, circle.centre),
        radius: circle.radius,
        fill: colour(circle.fill),
        stroke,
    }
    .into()
}

/// A logo as the graphics card has it, with the logo of which it was made.
type HeldLogo = (Logo, Option<TextureHandle>);

/// Paints a logo; one that cannot be read is left out.
pub fn logo(painter: &Painter, place: Rect, shown: &Logo) {
    let ctx = painter.ctx();
    let id = Id::unique("logo on the graphics card");
    let kept: Option<HeldLogo> = ctx.data(|data| data.get_temp(id));
    let kept = kept.filter(|(held, _)| held == shown);
    let (_, texture) = kept.unwrap_or_else(|| {
        let pixels = logo::pixels(shown, LOGO_PIXELS);
        let texture = pixels.map(|held| {
            let image = ColorImage::from_rgba_unmultiplied(held.size, &held.rgba);
            ctx.load_texture("logo", image, TextureOptions::LINEAR)
        });
        let held: HeldLogo = (shown.clone(), texture);
        ctx.data_mut(|data| data.insert_temp(id, held.clone()));
        held
    });
    if let Some(texture) = texture {
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        painter.image(texture.id(), place, whole, Color32::WHITE);
    }
}

/// Puts the run's first glyph at its origin, baseline on baseline.
fn paint_text(painter: &Painter, origin: Pos2, run: &TextRun) {
    let galley = painter.layout_no_wrap(run.text.clone(), font_id(run.font), colour(run.colour));
    let Some(row) = galley.rows.first() else {
        return;
    };
    let baseline = row
        .glyphs
        .first()
        .map_or(0.0, |glyph| row.pos.y + glyph.pos.y);
    let at = point(origin, run.origin);
    painter.galley(pos2(at.x, at.y - baseline), galley, colour(run.colour));
}

fn font_id(of: Font) -> FontId {
    font(of.weight, of.size_pt)
}
