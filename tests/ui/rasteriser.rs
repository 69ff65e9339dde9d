//! The rasteriser against pictures that can be worked out by hand.

use bellwether::ui::offscreen::{Offscreen, Rasteriser, encode_png};
use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex, WHITE_UV};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TexturesDelta, pos2, vec2};

use crate::renderer::harness;

fn with_white_texture() -> Rasteriser {
    let mut delta = TexturesDelta::default();
    let white = ColorImage::filled([1, 1], Color32::WHITE);
    let image = ImageDelta::full(white, TextureOptions::NEAREST);
    delta.push(TextureId::default(), image);
    let mut rasteriser = Rasteriser::default();
    rasteriser.update_textures(&mut delta);
    assert!(delta.is_empty());
    rasteriser
}

fn triangles(corners: &[[(f32, f32); 3]], colour: Color32, clip: Rect) -> ClippedPrimitive {
    let mut mesh = Mesh::default();
    for &(x, y) in corners.iter().flatten() {
        mesh.indices.extend(u32::try_from(mesh.vertices.len()));
        mesh.vertices.push(Vertex {
            pos: pos2(x, y),
            uv: WHITE_UV,
            color: colour,
        });
    }
    ClippedPrimitive {
        clip_rect: clip,
        primitive: Primitive::Mesh(mesh),
    }
}

fn draw(ground: Color32, primitives: &[ClippedPrimitive]) -> ColorImage {
    with_white_texture().draw([8, 8], 1.0, ground, primitives)
}

const UPPER: [(f32, f32); 3] = [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)];
const LOWER: [(f32, f32); 3] = [(4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];

#[test]
fn a_triangle_covers_the_pixels_whose_centres_it_holds() {
    let image = draw(
        Color32::BLACK,
        &[triangles(&[UPPER], Color32::WHITE, Rect::EVERYTHING)],
    );
    let covered: Vec<(usize, usize)> = (0..64)
        .map(|at| (at % 8, at / 8))
        .filter(|&(x, y)| image.pixels[y * 8 + x] == Color32::WHITE)
        .collect();
    // Centres on the slanted edge, a lower right one, belong to the neighbour.
    assert_eq!(covered, [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (0, 2)]);
}

#[test]
fn neighbours_neither_overlap_nor_leave_a_gap() {
    let half = Color32::from_white_alpha(128);
    let both = triangles(&[UPPER, LOWER], half, Rect::EVERYTHING);
    let image = draw(Color32::BLACK, &[both]);
    for (at, pixel) in image.pixels.iter().enumerate() {
        let inside = at % 8 < 4 && at / 8 < 4;
        let expected = if inside { 128 } else { 0 };
        assert_eq!(pixel.r(), expected, "pixel {at}");
    }
}

#[test]
fn the_winding_does_not_matter() {
    let [a, b, c] = UPPER;
    let one = triangles(&[[a, b, c]], Color32::WHITE, Rect::EVERYTHING);
    let other = triangles(&[[a, c, b]], Color32::WHITE, Rect::EVERYTHING);
    assert_eq!(draw(Color32::BLACK, &[one]), draw(Color32::BLACK, &[other]));
}

#[test]
fn colours_blend_in_gamma_space_premultiplied() {
    let red = Color32::from_rgba_premultiplied(100, 0, 0, 128);
    let ground = Color32::from_rgb(10, 200, 50);
    let image = draw(ground, &[triangles(&[UPPER], red, Rect::EVERYTHING)]);
    // 100 + 10 × 127/255, 0 + 200 × 127/255, 0 + 50 × 127/255
    assert_eq!(image.pixels[0], Color32::from_rgb(105, 100, 25));
}

#[test]
fn a_glow_adds_light_and_stops_at_white() {
    let glow = Color32::from_rgba_premultiplied(200, 20, 0, 0);
    let ground = Color32::from_rgb(100, 100, 100);
    let image = draw(ground, &[triangles(&[UPPER], glow, Rect::EVERYTHING)]);
    assert_eq!(image.pixels[0], Color32::from_rgb(255, 120, 100));
}

#[test]
fn nothing_is_drawn_outside_the_clip_rectangle() {
    let clip = Rect::from_min_max(pos2(1.0, 0.0), pos2(2.0, 8.0));
    let image = draw(
        Color32::BLACK,
        &[triangles(&[UPPER, LOWER], Color32::WHITE, clip)],
    );
    let drawn: Vec<usize> = (0..64)
        .filter(|&at| image.pixels[at] == Color32::WHITE)
        .collect();
    assert_eq!(drawn, [1, 9, 17, 25]);
}

#[test]
fn colours_run_evenly_between_corners() {
    let mut primitive = triangles(
        &[[(0.0, 0.0), (8.0, 0.0), (0.0, 8.0)]],
        Color32::BLACK,
        Rect::EVERYTHING,
    );
    let Primitive::Mesh(mesh) = &mut primitive.primitive else {
        unreachable!("made as a mesh")
    };
    mesh.vertices[1].color = Color32::WHITE;
    let image = draw(Color32::BLACK, &[primitive]);
    // Centres at 0.5, 1.5 … of 8.
    let across: Vec<u8> = (0..7).map(|x| image.pixels[x].r()).collect();
    assert_eq!(across, [16, 48, 80, 112, 143, 175, 207]);
}

#[test]
fn text_is_drawn_where_its_label_is() {
    let (mut harness, renderer) = harness(vec2(200.0, 60.0), Rect::NOTHING, |ui, rect| {
        *rect = ui.label("Ashfield").rect;
    });
    harness.run();
    let image = renderer.draw(&harness);
    let rect = *harness.state();
    let dark = |pixel: &Color32| pixel.r() < 100;
    let at = |index: usize| {
        let coordinate = |n: usize| f32::from(u16::try_from(n).unwrap()) + 0.5;
        pos2(coordinate(index % 200), coordinate(index / 200))
    };
    let drawn: Vec<Pos2> = image
        .pixels
        .iter()
        .enumerate()
        .filter(|(_, pixel)| dark(pixel))
        .map(|(index, _)| at(index))
        .collect();
    assert!(drawn.len() > 60, "only {} dark pixels", drawn.len());
    assert!(drawn.iter().all(|&point| rect.contains(point)));
    let right = drawn.iter().map(|point| point.x).fold(0.0, f32::max);
    assert!(rect.right() - right < 3.0, "the last letter is missing");
}

#[test]
fn the_same_interface_gives_the_same_picture() {
    let picture = || {
        Offscreen::new(vec2(120.0, 40.0), 2.0).run(|ui| {
            ui.label("10,860");
        })
    };
    let image = picture();
    assert_eq!(image.size, [240, 80]);
    assert_eq!(image, picture());
}

#[test]
fn a_png_holds_the_picture() {
    let image = Offscreen::new(vec2(60.0, 20.0), 1.0).run(|ui| {
        ui.label("56.8%");
    });
    let png = encode_png(&image).unwrap();
    let back = tiny_skia::Pixmap::decode_png(&png).unwrap();
    let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
    assert_eq!((back.width(), back.height()), (60, 20));
    assert_eq!(back.data(), bytes);
}

#[test]
fn an_empty_picture_is_no_png() {
    let image = ColorImage::filled([0, 0], Color32::BLACK);
    assert_eq!(
        encode_png(&image).unwrap_err().to_string(),
        "The picture has an impossible size of 0 by 0 pixels"
    );
}
