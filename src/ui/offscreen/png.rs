//! A picture as a PNG file.

use egui::{Color32, ColorImage};
use tiny_skia::{IntSize, Pixmap};

/// Why a picture could not be written as PNG.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// A side is zero or too long, or pixels are missing.
    #[error("The picture has an impossible size of {width} by {height} pixels")]
    Size {
        /// Pixels across.
        width: usize,
        /// Pixels down.
        height: usize,
    },
    /// The PNG could not be put together.
    #[error("The picture could not be packed: {0}")]
    Packing(String),
}

/// The bytes of a PNG file; the image's colours are premultiplied, as egui's are.
///
/// # Errors
/// The image is empty or larger than a PNG can be.
pub fn encode_png(image: &ColorImage) -> Result<Vec<u8>, PngError> {
    let [width, height] = image.size;
    let size = || {
        let side = |n: usize| u32::try_from(n).ok();
        IntSize::from_wh(side(width)?, side(height)?)
    };
    let bytes = image.pixels.iter().flat_map(Color32::to_array).collect();
    let pixmap = size()
        .and_then(|size| Pixmap::from_vec(bytes, size))
        .ok_or(PngError::Size { width, height })?;
    pixmap
        .encode_png()
        .map_err(|error| PngError::Packing(error.to_string()))
}
