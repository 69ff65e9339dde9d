//! Draws egui's tessellated meshes into a picture on the processor.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Mesh, Primitive};
use egui::{Color32, ColorImage, Rect, TextureId, TexturesDelta, Vec2};
use rayon::prelude::*;

use super::cast;
use super::raster::{Band, Clip};
use super::texture::Texture;

/// Rows that one thread draws at a time.
const BAND_ROWS: usize = 64;

/// The size in pixels of a picture of `points`, at most 32,768 a side.
pub fn picture_size(points: Vec2, pixels_per_point: f32) -> [usize; 2] {
    [points.x, points.y].map(|side| cast::pixel(side * pixels_per_point, 32_768))
}

/// Holds egui's textures between frames and draws meshes with them.
#[derive(Clone, Debug, Default)]
pub struct Rasteriser {
    textures: HashMap<TextureId, Texture>,
}

impl Rasteriser {
    /// Takes over new and changed textures, and forgets those that are freed. Empties the delta.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        let mut freed: Vec<TextureId> = delta.free.drain().collect();
        freed.sort_unstable();
        let mut changed: Vec<_> = delta.set.drain().collect();
        changed.sort_unstable_by_key(|(id, _)| *id);
        for (id, images) in changed {
            for image in &images {
                match image.pos {
                    None => {
                        self.textures.insert(id, Texture::new(image));
                    }
                    Some(at) => {
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.patch(image, at);
                        }
                    }
                }
            }
        }
        for id in freed {
            self.textures.remove(&id);
        }
    }

    /// Draws the meshes, in order, over a ground. `size` is in pixels. Paint callbacks, which belong to a
    /// graphics card, are left out, and so are meshes whose texture is unknown.
    pub fn draw(
        &self,
        size: [usize; 2],
        pixels_per_point: f32,
        ground: Color32,
        primitives: &[ClippedPrimitive],
    ) -> ColorImage {
        let [width, height] = size;
        let mut image = ColorImage::filled(size, ground);
        if width == 0 || height == 0 {
            return image;
        }
        let jobs: Vec<Job<'_>> = primitives
            .iter()
            .filter_map(|primitive| self.job(primitive, size, pixels_per_point))
            .collect();
        image
            .pixels
            .par_chunks_mut(width * BAND_ROWS)
            .enumerate()
            .for_each(|(number, pixels)| {
                let first = number * BAND_ROWS;
                let rows = first..(first + BAND_ROWS).min(height);
                let mut band = Band {
                    pixels,
                    width,
                    rows,
                };
                for job in &jobs {
                    job.draw(&mut band, pixels_per_point);
                }
            });
        image
    }

    fn job<'a>(
        &'a self,
        primitive: &'a ClippedPrimitive,
        size: [usize; 2],
        pixels_per_point: f32,
    ) -> Option<Job<'a>> {
        let Primitive::Mesh(mesh) = &primitive.primitive else {
            return None;
        };
        let clip = clip(primitive.clip_rect, size, pixels_per_point);
        if clip.columns.is_empty() || clip.rows.is_empty() {
            return None;
        }
        let texture = self.textures.get(&mesh.texture_id)?;
        Some(Job {
            mesh,
            clip,
            texture,
        })
    }
}

struct Job<'a> {
    mesh: &'a Mesh,
    clip: Clip,
    texture: &'a Texture,
}

impl Job<'_> {
    fn draw(&self, band: &mut Band<'_>, pixels_per_point: f32) {
        let overlaps = self.clip.rows.start < band.rows.end && band.rows.start < self.clip.rows.end;
        if !overlaps {
            return;
        }
        let vertex = |index: &u32| self.mesh.vertices.get(cast::vertex(*index));
        for corners in self.mesh.indices.chunks_exact(3) {
            let [a, b, c] = corners else { continue };
            if let (Some(a), Some(b), Some(c)) = (vertex(a), vertex(b), vertex(c)) {
                band.triangle([a, b, c], pixels_per_point, &self.clip, self.texture);
            }
        }
    }
}

/// The clip rectangle in whole pixels, rounded as egui's own renderers round it.
fn clip(rect: Rect, [width, height]: [usize; 2], pixels_per_point: f32) -> Clip {
    let x = |at: f32| cast::pixel(at * pixels_per_point, width);
    let y = |at: f32| cast::pixel(at * pixels_per_point, height);
    Clip {
        columns: x(rect.min.x)..x(rect.max.x),
        rows: y(rect.min.y)..y(rect.max.y),
    }
}
