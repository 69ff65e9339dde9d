//! A chart as a picture: its SVG drawn by resvg with the bundled typeface alone, so that it looks the same
//! on every computer.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::file::ExportError;
use super::guard::Publishable;
use super::svg;
use crate::base::typeface::{self, Weight};

/// The most pixels of a picture's side.
const MOST_PIXELS: f32 = 16_384.0;

/// A chart as pixels.
#[derive(Clone, Debug)]
pub struct Picture {
    pixels: Pixmap,
}

impl Picture {
    /// Draws a chart with `scale` pixels to the point.
    ///
    /// # Errors
    /// [`ExportError::TooLarge`] where a side would have no pixel or more than 16,384;
    /// [`ExportError::Drawing`] where the drawing cannot be read back.
    pub fn draw(chart: &Publishable, scale: f32) -> Result<Self, ExportError> {
        let scene = chart.scene();
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
        let tree = usvg::Tree::from_str(&svg::write(chart), &options())
            .map_err(|error| ExportError::Drawing(error.to_string()))?;
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        Ok(Self { pixels })
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

    /// The bytes of a PNG file.
    ///
    /// # Errors
    /// [`ExportError::Drawing`] where the picture cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, ExportError> {
        self.pixels
            .encode_png()
            .map_err(|error| ExportError::Drawing(error.to_string()))
    }
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
