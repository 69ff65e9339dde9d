//! One triangle into one band of rows. Coverage is decided in whole 256ths of a pixel with the top-left rule,
//! so that triangles that share an edge neither overlap nor leave a gap.

use std::ops::Range;

use egui::epaint::{Vertex, WHITE_UV};
use egui::{Color32, Pos2};

use super::cast::{self, SUBPIXELS};
use super::texture::{Channels, Texture, channels};

/// Rows of the picture that one thread draws.
pub(super) struct Band<'a> {
    pub(super) pixels: &'a mut [Color32],
    pub(super) width: usize,
    /// The rows of the picture that `pixels` holds.
    pub(super) rows: Range<usize>,
}

/// The part of the picture that may be drawn on, in pixels.
#[derive(Clone, Debug)]
pub(super) struct Clip {
    pub(super) columns: Range<usize>,
    pub(super) rows: Range<usize>,
}

/// A corner: its place in 256ths of a pixel, its colour, its place in the texture.
#[derive(Clone, Copy)]
struct Corner {
    x: i64,
    y: i64,
    colour: Color32,
    uv: Pos2,
}

impl Corner {
    fn new(vertex: &Vertex, pixels_per_point: f32) -> Self {
        Self {
            x: cast::subpixels(vertex.pos.x * pixels_per_point),
            y: cast::subpixels(vertex.pos.y * pixels_per_point),
            colour: vertex.color,
            uv: vertex.uv,
        }
    }
}

/// The half plane on the inner side of an edge: `a·x + b·y + c ≥ 0` at pixel centres.
struct Edge {
    a: i64,
    b: i64,
    c: i64,
}

impl Edge {
    fn new(from: Corner, to: Corner) -> Self {
        let (a, b) = (from.y - to.y, to.x - from.x);
        let c = -(a * from.x + b * from.y);
        // A centre exactly on the edge belongs to the triangle only on top and left edges.
        let top_left = a > 0 || (a == 0 && b > 0);
        Self {
            a,
            b,
            c: if top_left { c } else { c - 1 },
        }
    }

    /// Narrows the columns of a row to those whose centres lie inside.
    fn narrow(&self, centre_y: i64, columns: &mut Range<i64>) {
        let half = SUBPIXELS / 2;
        let at_first = self.a * half + self.b * centre_y + self.c;
        let step = self.a * SUBPIXELS;
        if step > 0 {
            // at_first + x·step ≥ 0
            columns.start = columns.start.max((-at_first + step - 1).div_euclid(step));
        } else if step < 0 {
            columns.end = columns.end.min(at_first.div_euclid(-step) + 1);
        } else if at_first < 0 {
            columns.end = columns.start;
        }
    }
}

/// A quantity that changes evenly across the triangle.
#[derive(Clone, Copy)]
struct Slope<const N: usize> {
    /// At the first corner.
    base: [f32; N],
    /// Per pixel to the right.
    across: [f32; N],
    /// Per pixel down.
    down: [f32; N],
}

impl<const N: usize> Slope<N> {
    fn at(&self, dx: f32, dy: f32) -> [f32; N] {
        let mut value = self.base;
        for ((v, across), down) in value.iter_mut().zip(self.across).zip(self.down) {
            *v += across * dx + down * dy;
        }
        value
    }
}

/// The shape of a triangle, for interpolating between its corners.
struct Plane {
    x: f32,
    y: f32,
    right: [f32; 2],
    down: [f32; 2],
}

impl Plane {
    fn new(corners: &[Corner; 3], twice_area: i64) -> Self {
        let [a, b, c] = corners;
        let area = cast::pixels(twice_area) / 256.0;
        let p = |v: i64| cast::pixels(v) / area;
        Self {
            x: cast::pixels(a.x),
            y: cast::pixels(a.y),
            right: [p(c.y - a.y), p(a.y - b.y)],
            down: [p(a.x - c.x), p(b.x - a.x)],
        }
    }

    fn slope<const N: usize>(&self, [a, b, c]: [[f32; N]; 3]) -> Slope<N> {
        let along = |weights: [f32; 2]| {
            std::array::from_fn(|i| {
                let value = |v: &[f32; N]| v.get(i).copied().unwrap_or_default();
                (value(&b) - value(&a)) * weights[0] + (value(&c) - value(&a)) * weights[1]
            })
        };
        Slope {
            base: a,
            across: along(self.right),
            down: along(self.down),
        }
    }
}

impl Band<'_> {
    /// Draws a triangle given in points. `texture` is used only where the corners' texture coordinates ask for it.
    pub(super) fn triangle(
        &mut self,
        vertices: [&Vertex; 3],
        pixels_per_point: f32,
        clip: &Clip,
        texture: &Texture,
    ) {
        let mut corners = vertices.map(|vertex| Corner::new(vertex, pixels_per_point));
        let [a, b, c] = corners;
        let mut area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if area == 0 {
            return;
        }
        if area < 0 {
            corners.swap(1, 2);
            area = -area;
        }
        let [a, b, c] = corners;
        let top = a.y.min(b.y).min(c.y).div_euclid(SUBPIXELS);
        let bottom = a.y.max(b.y).max(c.y).div_euclid(SUBPIXELS) + 1;
        let first = cast::index(top).max(clip.rows.start).max(self.rows.start);
        let last = cast::index(bottom).min(clip.rows.end).min(self.rows.end);
        if first >= last {
            return;
        }
        let edges = [Edge::new(a, b), Edge::new(b, c), Edge::new(c, a)];
        let plane = Plane::new(&corners, area);
        let colours = corners.map(|corner| corner.colour);
        let flat = colours.iter().all(|colour| *colour == a.colour);
        let white = corners.iter().all(|corner| corner.uv == WHITE_UV);
        let colour = plane.slope(colours.map(channels));
        let uv = plane.slope(corners.map(|corner| [corner.uv.x, corner.uv.y]));

        for y in first..last {
            let centre_y = cast::signed(y) * SUBPIXELS + SUBPIXELS / 2;
            let mut columns = cast::signed(clip.columns.start)..cast::signed(clip.columns.end);
            for edge in &edges {
                edge.narrow(centre_y, &mut columns);
            }
            if columns.start >= columns.end {
                continue;
            }
            let start = cast::index(columns.start);
            let row = (y - self.rows.start) * self.width;
            let span = row + start..row + cast::index(columns.end);
            let Some(span) = self.pixels.get_mut(span) else {
                continue;
            };
            if flat && white {
                fill(span, a.colour);
                continue;
            }
            let dy = cast::float(y) + 0.5 - plane.y;
            for (x, pixel) in (start..).zip(span) {
                let dx = cast::float(x) + 0.5 - plane.x;
                let mut source = if flat {
                    channels(a.colour)
                } else {
                    colour.at(dx, dy)
                };
                if !white {
                    let texel = Pos2::from(uv.at(dx, dy));
                    source = multiply(source, texture.sample(texel));
                }
                // Most of the box round a letter is empty.
                if source.iter().any(|&channel| channel > 0.0) {
                    blend(pixel, source);
                }
            }
        }
    }
}

fn fill(span: &mut [Color32], colour: Color32) {
    let [r, g, b, a] = colour.to_array();
    if colour == Color32::TRANSPARENT {
        return;
    }
    if a == u8::MAX {
        span.fill(colour);
    } else if r.max(g).max(b) > a {
        // Brighter than its opacity allows, as glows are: the sum must be kept in range.
        let source = channels(colour);
        for pixel in span {
            blend(pixel, source);
        }
    } else {
        let source = u32::from_le_bytes([r, g, b, a]);
        let rest = u32::from(u8::MAX - a);
        for pixel in span {
            lay(pixel, source, rest);
        }
    }
}

/// `blend` for a colour of whole channels, two channels at a time: source + pixel × rest / 255, rounded.
fn lay(pixel: &mut Color32, source: u32, rest: u32) {
    const TWO: u32 = 0x00FF_00FF;
    let under = u32::from_le_bytes(pixel.to_array());
    let scaled = |channels: u32| {
        let product = channels * rest + 0x0080_0080;
        ((product + ((product >> 8) & TWO)) >> 8) & TWO
    };
    let sum = source + scaled(under & TWO) + (scaled((under >> 8) & TWO) << 8);
    let [r, g, b, a] = sum.to_le_bytes();
    *pixel = Color32::from_rgba_premultiplied(r, g, b, a);
}

fn multiply(a: Channels, b: Channels) -> Channels {
    let mut product = a;
    for (channel, other) in product.iter_mut().zip(b) {
        *channel *= other / 255.0;
    }
    product
}

/// Lays a premultiplied colour over a pixel, in gamma space as egui does on every graphics card.
fn blend(pixel: &mut Color32, source: Channels) {
    let [r, g, b, a] = source;
    let rest = 1.0 - (a / 255.0).clamp(0.0, 1.0);
    let [pr, pg, pb, pa] = channels(*pixel);
    *pixel = Color32::from_rgba_premultiplied(
        cast::byte(r + pr * rest),
        cast::byte(g + pg * rest),
        cast::byte(b + pb * rest),
        cast::byte(a + pa * rest),
    );
}
