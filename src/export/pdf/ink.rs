//! Lines, surfaces and runs of text as PDF draws them.

use std::borrow::Cow;
use std::sync::LazyLock;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point as PdfPoint, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke as PdfStroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font as PdfFont, TextDirection};
use ttf_parser::Face;

use crate::base::typeface::{self, Weight};
use crate::chart::Rgba;
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{Node, Stroke, TextRun};
use crate::export::file::ExportError;
use crate::project::Logo;

/// How far the handles of a curve lie from its ends for a quarter of a circle of radius 1.
const QUARTER: f32 = 0.552_284_8;

/// The fonts of a document.
pub(super) struct Fonts {
    weights: [PdfFont; 4],
}

impl Fonts {
    /// The bundled typeface.
    pub fn bundled() -> Result<Self, ExportError> {
        let unread = || ExportError::Document(String::from("the typeface cannot be read"));
        let font = |weight: Weight| {
            let bytes = typeface::bytes(weight).to_vec();
            PdfFont::new(bytes.into(), 0).ok_or_else(unread)
        };
        Ok(Self {
            weights: [
                font(Weight::Regular)?,
                font(Weight::Medium)?,
                font(Weight::SemiBold)?,
                font(Weight::Bold)?,
            ],
        })
    }

    fn of(&self, weight: Weight) -> PdfFont {
        let [regular, medium, semi_bold, bold] = &self.weights;
        match weight {
            Weight::Regular => regular,
            Weight::Medium => medium,
            Weight::SemiBold => semi_bold,
            Weight::Bold => bold,
        }
        .clone()
    }
}

/// Draws nodes on a page; groups in their order.
pub(super) fn node(surface: &mut Surface<'_>, fonts: &Fonts, drawn: &Node) {
    match drawn {
        Node::Group(group) => {
            for child in &group.children {
                node(surface, fonts, child);
            }
        }
        Node::Line(held) => {
            line(surface, &held.points, held.stroke);
        }
        Node::Area(area) => {
            let edge: Vec<Point> = area
                .upper
                .iter()
                .chain(area.lower.iter().rev())
                .copied()
                .collect();
            fill(surface, through(&edge, true), area.fill);
        }
        Node::Polygon(polygon) => {
            let path = || inside(polygon.rings());
            fill(surface, path(), polygon.fill);
            if let Some(edge) = polygon.stroke {
                stroke(surface, path(), edge);
            }
        }
        Node::Rect(filled) => {
            let path = rounded(filled.rect, filled.rounding);
            fill(surface, path, filled.fill);
        }
        Node::Circle(held) => {
            let Point { x, y } = held.centre;
            let radius = held.radius;
            let around = Rect::new(x - radius, y - radius, x + radius, y + radius);
            fill(surface, rounded(around, radius), held.fill);
            if let Some(edge) = held.stroke {
                stroke(surface, rounded(around, radius), edge);
            }
        }
        Node::Text(run) => text(surface, fonts, run),
        Node::Picture(picture) => logo(surface, &picture.logo, picture.rect),
    }
}

/// A logo at its place; one that cannot be read is left out.
pub(super) fn logo(surface: &mut Surface<'_>, logo: &Logo, rect: Rect) {
    let size = Size::from_wh(rect.width(), rect.height());
    let image = Image::from_png(logo.png().to_vec().into(), true).ok();
    if let Some((image, size)) = image.zip(size) {
        surface.push_transform(&Transform::from_translate(rect.left, rect.top));
        surface.draw_image(image, size);
        surface.pop();
    }
}

/// A run of text at its place.
pub(super) fn text(surface: &mut Surface<'_>, fonts: &Fonts, run: &TextRun) {
    let words = writable(&run.text, run.font.weight);
    if words.is_empty() || run.font.size_pt <= 0.0 {
        return;
    }
    surface.set_stroke(None);
    surface.set_fill(Some(paint(run.colour)));
    surface.draw_text(
        PdfPoint::from_xy(run.origin.x, run.origin.y),
        fonts.of(run.font.weight),
        run.font.size_pt,
        &words,
        false,
        TextDirection::LeftToRight,
    );
}

/// A line through points.
pub(super) fn line(surface: &mut Surface<'_>, points: &[Point], look: Stroke) {
    stroke(surface, through(points, false), look);
}

/// A rectangle.
pub(super) fn rect(surface: &mut Surface<'_>, rect: Rect, colour: Rgba) {
    fill(surface, rounded(rect, 0.0), colour);
}

fn fill(surface: &mut Surface<'_>, path: Option<Path>, colour: Rgba) {
    let Some(path) = path.filter(|_| colour.alpha > 0) else {
        return;
    };
    surface.set_stroke(None);
    surface.set_fill(Some(paint(colour)));
    surface.draw_path(&path);
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, look: Stroke) {
    let Some(path) = path.filter(|_| look.colour.alpha > 0 && look.width > 0.0) else {
        return;
    };
    let array: Vec<f32> = look.dash_lengths().collect();
    let is_solid = array.is_empty();
    surface.set_fill(None);
    surface.set_stroke(Some(PdfStroke {
        paint: colour(look.colour).into(),
        width: look.width,
        line_cap: if is_solid {
            LineCap::Round
        } else {
            LineCap::Butt
        },
        line_join: LineJoin::Round,
        opacity: opacity(look.colour),
        dash: (!is_solid).then_some(StrokeDash { array, offset: 0.0 }),
        ..PdfStroke::default()
    }));
    surface.draw_path(&path);
}

fn paint(of: Rgba) -> Fill {
    Fill {
        paint: colour(of).into(),
        opacity: opacity(of),
        // Of paths that cross themselves or have holes; for all others it is the same.
        rule: FillRule::EvenOdd,
    }
}

fn colour(of: Rgba) -> rgb::Color {
    rgb::Color::new(of.red, of.green, of.blue)
}

fn opacity(of: Rgba) -> NormalizedF32 {
    NormalizedF32::new(of.opacity()).unwrap_or(NormalizedF32::ONE)
}

fn through(points: &[Point], is_closed: bool) -> Option<Path> {
    let (first, others) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.x, first.y);
    for point in others {
        path.line_to(point.x, point.y);
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

/// Closed rings as one path.
fn inside(rings: &[Vec<Point>]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for ring in rings {
        let Some((first, others)) = ring.split_first() else {
            continue;
        };
        path.move_to(first.x, first.y);
        for point in others {
            path.line_to(point.x, point.y);
        }
        path.close();
    }
    path.finish()
}

/// A rectangle with corners of a radius, which is at most half its shorter side.
fn rounded(rect: Rect, radius: f32) -> Option<Path> {
    let Rect {
        left,
        top,
        right,
        bottom,
    } = rect;
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let mut path = PathBuilder::new();
    if radius <= 0.0 {
        path.move_to(left, top);
        path.line_to(right, top);
        path.line_to(right, bottom);
        path.line_to(left, bottom);
    } else {
        let (near, far) = (radius, radius * (1.0 - QUARTER));
        path.move_to(left + near, top);
        path.line_to(right - near, top);
        path.cubic_to(right - far, top, right, top + far, right, top + near);
        path.line_to(right, bottom - near);
        path.cubic_to(
            right,
            bottom - far,
            right - far,
            bottom,
            right - near,
            bottom,
        );
        path.line_to(left + near, bottom);
        path.cubic_to(left + far, bottom, left, bottom - far, left, bottom - near);
        path.line_to(left, top + near);
        path.cubic_to(left, top + far, left + far, top, left + near, top);
    }
    path.close();
    path.finish()
}

/// Text as it can be written: characters that show nothing and that the typeface lacks are left out, others that it
/// lacks become a question mark, since a PDF that can be read aloud holds no signs without a meaning.
fn writable(text: &str, weight: Weight) -> Cow<'_, str> {
    static FACES: LazyLock<Vec<(Weight, Option<Face<'static>>)>> = LazyLock::new(|| {
        let read = |weight| Face::parse(typeface::bytes(weight), 0).ok();
        Weight::ALL.map(|weight| (weight, read(weight))).into()
    });
    let face = FACES.iter().find(|(held, _)| *held == weight);
    let face = face.and_then(|(_, face)| face.as_ref());
    let is_silent = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
    };
    let is_held = |c: char| {
        let is_sign = !is_silent(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
        is_sign && face.is_some_and(|face| face.glyph_index(c).is_some())
    };
    if text.chars().all(is_held) {
        return Cow::Borrowed(text);
    }
    let written = text.chars().filter_map(|c| match c {
        c if is_held(c) => Some(c),
        '\t' | '\n' | '\r' => Some(' '),
        c if is_silent(c) => None,
        _ => Some('?'),
    });
    Cow::Owned(written.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_typeface_lacks_is_replaced() {
        let text = |words| writable(words, Weight::Regular).into_owned();
        assert_eq!(text("Ŵyth mil £ ≥ – − …"), "Ŵyth mil £ ≥ – − …");
        assert_eq!(text("a\u{200b}b\u{7}c\td"), "abc d");
        assert_eq!(text("安全"), "??");
    }
}
