//! Textures as the rasteriser reads them: whole images and patches in, single colours out.

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, ColorImage, Pos2, TextureFilter, TextureOptions, TextureWrapMode};

use super::cast;

/// A colour as four channels from 0 to 255, not yet rounded.
pub(super) type Channels = [f32; 4];

pub(super) fn channels(colour: Color32) -> Channels {
    colour.to_array().map(f32::from)
}

#[derive(Clone, Debug)]
pub(super) struct Texture {
    image: ColorImage,
    options: TextureOptions,
}

impl Texture {
    /// A texture from a delta that holds the whole of it.
    pub(super) fn new(delta: &ImageDelta) -> Self {
        let ImageData::Color(image) = &delta.image;
        Self {
            image: ColorImage::clone(image),
            options: delta.options,
        }
    }

    /// Replaces the part of the texture that the delta holds; what lies outside is left out.
    pub(super) fn patch(&mut self, delta: &ImageDelta, [left, top]: [usize; 2]) {
        let ImageData::Color(patch) = &delta.image;
        let width = self.image.size[0];
        let fits = patch.size[0].min(width.saturating_sub(left));
        if fits == 0 {
            return;
        }
        let rows = patch.pixels.chunks_exact(patch.size[0]);
        let targets = self.image.pixels.chunks_exact_mut(width).skip(top);
        for (target, row) in targets.zip(rows) {
            if let (Some(target), Some(row)) = (target.get_mut(left..left + fits), row.get(..fits))
            {
                target.copy_from_slice(row);
            }
        }
        self.options = delta.options;
    }

    /// The colour at a texture coordinate (0 to 1 across the texture).
    pub(super) fn sample(&self, uv: Pos2) -> Channels {
        let [width, height] = self.image.size;
        let x = uv.x * cast::float(width);
        let y = uv.y * cast::float(height);
        if self.options.magnification == TextureFilter::Nearest {
            return channels(self.texel(cast::texel(x), cast::texel(y)));
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (cast::texel(x), cast::texel(y));
        let (right, down) = (x - x.floor(), y - y.floor());
        // Glyphs are drawn texel on pixel: most samples need only one texel.
        if right.min(1.0 - right) < 0.002 && down.min(1.0 - down) < 0.002 {
            return channels(self.texel(cast::texel(x + 0.5), cast::texel(y + 0.5)));
        }
        let corner = |dx: i64, dy: i64| channels(self.texel(left + dx, top + dy));
        let upper = mix(corner(0, 0), corner(1, 0), right);
        let lower = mix(corner(0, 1), corner(1, 1), right);
        mix(upper, lower, down)
    }

    fn texel(&self, x: i64, y: i64) -> Color32 {
        let [width, height] = self.image.size;
        let x = wrap(x, width, self.options.wrap_mode);
        let y = wrap(y, height, self.options.wrap_mode);
        let at = y * width + x;
        self.image.pixels.get(at).copied().unwrap_or_default()
    }
}

fn mix(a: Channels, b: Channels, share: f32) -> Channels {
    let mut mixed = a;
    for (channel, other) in mixed.iter_mut().zip(b) {
        *channel += (other - *channel) * share;
    }
    mixed
}

/// The texel that stands for one outside the texture.
fn wrap(at: i64, size: usize, mode: TextureWrapMode) -> usize {
    let size = cast::signed(size).max(1);
    let inside = match mode {
        TextureWrapMode::ClampToEdge => at.clamp(0, size - 1),
        TextureWrapMode::Repeat => at.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let phase = at.rem_euclid(2 * size);
            phase.min(2 * size - 1 - phase)
        }
    };
    cast::index(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_outside_are_wrapped_as_asked() {
        let wrapped = |mode| [-1, 0, 2, 3, 4].map(|at| wrap(at, 3, mode));
        assert_eq!(wrapped(TextureWrapMode::ClampToEdge), [0, 0, 2, 2, 2]);
        assert_eq!(wrapped(TextureWrapMode::Repeat), [2, 0, 2, 0, 1]);
        assert_eq!(wrapped(TextureWrapMode::MirroredRepeat), [0, 0, 2, 2, 1]);
    }
}
