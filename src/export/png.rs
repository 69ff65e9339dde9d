//! A chart as a picture: its SVG drawn by resvg with the bundled typeface alone, so that it looks the same
//! on every computer.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::file::ExportError;
use super::guard::{Publishable, PublishableSlide};
use super::svg;
use crate::base::typeface::{self, Weight};
use crate::chart::Scene;

/// The most pixels of a picture's side.
const MOST_PIXELS: f32 = 16_384.0;

/// Pixels to the point on a screen.
pub const FOR_SCREEN: f32 = 1.0;
/// Pixels to the point on a sharp screen, and in documents.
pub const FOR_DOCUMENTS: f32 = 2.0;
/// Pixels to the point in print: 300 to the inch.
pub const FOR_PRINT: f32 = 300.0 / POINTS_PER_INCH;

/// Points in an inch.
const POINTS_PER_INCH: f32 = 72.0;
/// Inches in a metre.
const INCHES_PER_METRE: f64 = 1.0 / 0.0254;

/// A chart as pixels.
#[derive(Clone, Debug)]
pub struct Picture {
    pixels: Pixmap,
    /// Pixels to the point.
    scale: f32,
}

impl Picture {
    /// Draws a chart with `scale` pixels to the point.
    ///
    /// # Errors
    /// [`ExportError::TooLarge`] where a side would have no pixel or more than 16,384;
    /// [`ExportError::Drawing`] where the drawing cannot be read back.
    pub fn draw(chart: &Publishable, scale: f32) -> Result<Self, ExportError> {
        Self::of_scene(chart.scene(), scale)
    }

    /// Draws a slide with `scale` pixels to the point.
    ///
    /// # Errors
    /// Those of [`draw`](Self::draw).
    pub fn of_slide(slide: &PublishableSlide, scale: f32) -> Result<Self, ExportError> {
        Self::of_scene(slide.scene(), scale)
    }

    fn of_scene(scene: &Scene, scale: f32) -> Result<Self, ExportError> {
        let (width, height) = (scene.width * scale, scene.height * scale);
        let side = |length: f32| -> Option<u32> {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to be between 1 and 16,384"
            )]
            (1.0..=MOST_PIXELS)
                .contains(&length)
                .then(|| length.round() as u32)
        };
        let mut pixels = side(width)
            .zip(side(height))
            .and_then(|(width, height)| Pixmap::new(width, height))
            .ok_or(ExportError::TooLarge)?;
        let tree = usvg::Tree::from_str(&svg::of_scene(scene), &options())
            .map_err(|error| ExportError::Drawing(error.to_string()))?;
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        Ok(Self { pixels, scale })
    }

    /// The width in pixels.
    pub fn width(&self) -> u32 {
        self.pixels.width()
    }

    /// The height in pixels.
    pub fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// Red, green, blue and opacity of each pixel, row by row, not premultiplied: the form of a clipboard.
    pub fn rgba(&self) -> Vec<u8> {
        self.pixels
            .pixels()
            .iter()
            .flat_map(|pixel| {
                let colour = pixel.demultiply();
                [colour.red(), colour.green(), colour.blue(), colour.alpha()]
            })
            .collect()
    }

    /// The bytes of a PNG file, which says how many pixels there are to the inch.
    ///
    /// # Errors
    /// [`ExportError::Drawing`] where the picture cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, ExportError> {
        let drawn = self
            .pixels
            .encode_png()
            .map_err(|error| ExportError::Drawing(error.to_string()))?;
        Ok(with_density(&drawn, self.scale))
    }
}

/// A PNG with its density: the chunk `pHYs` after the first, `IHDR`, which is of fixed length (PNG
/// specification, 11.3.4.3).
fn with_density(png: &[u8], scale: f32) -> Vec<u8> {
    /// Signature, and length, name, 13 bytes and checksum of the first chunk.
    const FIRST_CHUNK_ENDS: usize = 8 + 4 + 4 + 13 + 4;
    let per_metre = f64::from(scale * POINTS_PER_INCH) * INCHES_PER_METRE;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture of at least one pixel has a density far below four thousand million"
    )]
    let per_metre = (per_metre.round() as u32).to_be_bytes();
    let Some((head, rest)) = png.split_at_checked(FIRST_CHUNK_ENDS) else {
        return png.to_vec();
    };
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(per_metre);
    chunk.extend(per_metre);
    // By the metre.
    chunk.push(1);
    let mut dense = head.to_vec();
    dense.extend(9_u32.to_be_bytes());
    dense.extend(&chunk);
    dense.extend(checksum(&chunk).to_be_bytes());
    dense.extend(rest);
    dense
}

/// CRC-32 as PNG has it (PNG specification, annex D).
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let bit = sum & 1;
            sum = (sum >> 1) ^ (bit * 0xEDB8_8320);
        }
    }
    !sum
}

/// How SVG is read: with the bundled typeface and no other.
pub fn options() -> usvg::Options<'static> {
    static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = fontdb::Database::new();
        for weight in Weight::ALL {
            fonts.load_font_data(typeface::bytes(weight).to_vec());
        }
        fonts.set_sans_serif_family(typeface::FAMILY);
        Arc::new(fonts)
    });
    usvg::Options {
        font_family: typeface::FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..usvg::Options::default()
    }
}
